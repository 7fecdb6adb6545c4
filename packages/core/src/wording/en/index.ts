import type { Language } from "../language.js";
import { assessment } from "./assessment.js";
import { drafts } from "./drafts.js";
import { editing } from "./editing.js";
import { capital, names, YOU } from "./grammar.js";
import { meanings } from "./meanings.js";
import { meetings } from "./meetings.js";
import { monitoring } from "./monitoring.js";
import { numbers } from "./numbers.js";
import { observations } from "./observations.js";
import { packages } from "./packages.js";
import { pages } from "./pages/index.js";
import { pictures } from "./pictures/index.js";
import { positions } from "./positions.js";
import { preferences } from "./preferences.js";
import { rehearsal } from "./rehearsal.js";
import { roadmap } from "./roadmap.js";
import { rounds } from "./rounds.js";
import { sanity } from "./sanity.js";
import { shell } from "./shell.js";
import { statements } from "./statements.js";
import { terms } from "./terms.js";
import { verification } from "./verification.js";

/** All that is said in English, by what it is about. */
export const english = {
  language: "en" as Language,
  direction: "ltr" as "ltr" | "rtl",
  /** A text of the case or of a result where it begins a line. */
  atHead: capital,
  /** What the reader’s own side is called. */
  you: YOU,
  terms,
  assessment,
  drafts,
  sanity,
  meanings,
  monitoring,
  names,
  numbers,
  positions,
  roadmap,
  verification,
  editing,
  meetings,
  observations,
  packages,
  preferences,
  rehearsal,
  rounds,
  shell,
  statements,
  pages,
  pictures,
};
