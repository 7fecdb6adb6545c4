// What a page alone says; what a picture or a command says too stands beside this folder, by what it is about.
import { bargaining } from "./bargaining.js";
import { cases } from "./cases.js";
import { documents } from "./documents.js";
import { draft } from "./draft.js";
import { entriesPage } from "./entries.js";
import { files } from "./files.js";
import { history } from "./history.js";
import { monitoringPage } from "./monitoring.js";
import { overview } from "./overview.js";
import { positionsPage } from "./positions.js";
import { practisePage } from "./practise.js";
import { report } from "./report.js";
import { roadmapPage } from "./roadmap.js";
import { setUp } from "./set-up.js";
import { termsPage } from "./terms.js";
import { verificationPage } from "./verification.js";

export const pages = {
  bargaining,
  cases,
  documents,
  draft,
  entries: entriesPage,
  files,
  history,
  monitoring: monitoringPage,
  overview,
  positions: positionsPage,
  practise: practisePage,
  report,
  roadmap: roadmapPage,
  setUp,
  terms: termsPage,
  verification: verificationPage,
};
