import { assessment } from "./assessment.js";
import { commands } from "./commands/index.js";
import { drafts } from "./drafts.js";
import { names } from "./grammar.js";
import { meanings } from "./meanings.js";
import { monitoring } from "./monitoring.js";
import { numbers } from "./numbers.js";
import { pages } from "./pages/index.js";
import { pictures } from "./pictures/index.js";
import { positions } from "./positions.js";
import { report } from "./report.js";
import { roadmap } from "./roadmap.js";
import { terms } from "./terms.js";
import { verification } from "./verification.js";

/** All that is said in English, by what it is about. */
export const english = {
  language: "en",
  direction: "ltr" as "ltr" | "rtl",
  terms,
  assessment,
  drafts,
  meanings,
  monitoring,
  names,
  numbers,
  positions,
  report,
  roadmap,
  verification,
  pages,
  pictures,
  commands,
};
