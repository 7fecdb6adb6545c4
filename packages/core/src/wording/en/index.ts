import { commands } from "./commands/index.js";
import { pages } from "./pages/index.js";
import { pictures } from "./pictures/index.js";
import { positions } from "./positions.js";
import { assessment } from "./sentences/assessment.js";
import { monitoring } from "./sentences/monitoring.js";
import { roadmap } from "./sentences/roadmap.js";
import { verification } from "./sentences/verification.js";
import { terms } from "./terms.js";

/** All that is said in English, by what it is about. */
export const english = {
  language: "en",
  direction: "ltr" as "ltr" | "rtl",
  terms,
  assessment,
  positions,
  roadmap,
  verification,
  monitoring,
  pages,
  pictures,
  commands,
};
