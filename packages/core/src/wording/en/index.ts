import { commands } from "./commands/index.js";
import { pages } from "./pages/index.js";
import { pictures } from "./pictures/index.js";
import { positions } from "./positions.js";
import { terms } from "./terms.js";

/** All that is said in English, by what it is about. */
export const english = {
  language: "en",
  direction: "ltr" as "ltr" | "rtl",
  terms,
  positions,
  pages,
  pictures,
  commands,
};
