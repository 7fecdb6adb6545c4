// English text of the workbench page that lists what was changed in a case, newest first.
import { rich } from "../../rich.js";

export const history = {
  heading: "History",
  oursAlone: "What was changed is for our team only: it shows what each side needs.",
  about: rich(
    "What was changed on these pages, newest first; it stays on this machine, in .parley/history.jsonl. Undo with ",
    { key: "u" },
    ": that is a new entry too. What another program changes is not entered, and never written over.",
  ),
  none: "Nothing was changed here yet.",
  before: "before",
  after: "after",
  nothing: "nothing",
};
