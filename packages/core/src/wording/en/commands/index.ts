// What a command alone says: its description, its flags, its lines. What a page says too stands beside this folder.
import { assess } from "./assess.js";
import { check } from "./check.js";
import { diff } from "./diff.js";
import { draft } from "./draft.js";
import { exportCase } from "./export-case.js";
import { forecast } from "./forecast.js";
import { frontier } from "./frontier.js";
import { heading } from "./heading.js";
import { importCase } from "./import-case.js";
import { interview } from "./interview.js";
import { lacking } from "./lacking.js";
import { match } from "./match.js";
import { mcp } from "./mcp.js";
import { monitor } from "./monitor.js";
import { newCase } from "./new-case.js";
import { positions } from "./positions.js";
import { program } from "./program.js";
import { read } from "./read.js";
import { rehearse } from "./rehearse.js";
import { report } from "./report.js";
import { roadmap } from "./roadmap.js";
import { rooms } from "./rooms.js";
import { sanity } from "./sanity.js";
import { schedule } from "./schedule.js";
import { search } from "./search.js";
import { serve } from "./serve.js";
import { shared } from "./shared.js";
import { sources } from "./sources.js";
import { terms } from "./terms.js";
import { tournament } from "./tournament.js";
import { verify } from "./verify.js";
import { work } from "./work.js";

export const commands = {
  assess,
  check,
  diff,
  draft,
  exportCase,
  forecast,
  frontier,
  heading,
  importCase,
  interview,
  lacking,
  match,
  mcp,
  monitor,
  newCase,
  positions,
  program,
  read,
  rehearse,
  report,
  roadmap,
  rooms,
  sanity,
  schedule,
  search,
  serve,
  shared,
  sources,
  terms,
  tournament,
  verify,
  work,
};
