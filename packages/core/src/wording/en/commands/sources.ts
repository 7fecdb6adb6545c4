// English text of `parley sources`, the command that lists the sources of a case, and takes citations in and gives them out.
import { counted } from "../numbers.js";

const EXAMPLES = `
Examples:
  parley sources cases/hanoi-2019                       # every source, with how many statements rest on it
  parley sources my-case --add zotero.ris               # RIS, BibTeX or CSL-JSON, into case.yaml
  parley sources cases/hanoi-2019 --to bib > talks.bib  # for LaTeX, Zotero, EndNote …
`;

export const sources = {
  description: "the sources of a case; in from and out to programs that keep citations",
  flags: {
    add: "a file of citations (RIS, BibTeX, CSL-JSON) whose sources are added to case.yaml",
    to: "write them as CSL-JSON (json) or BibTeX (bib)",
  },
  examples: EXAMPLES,
  none: "The case names no source.",
  head: ["source", "day", "from", "grade", "statements"],
  one: "Give --add or --to, not both.",
  /** In the history of the case. */
  entry: (count: number) => `${counted(count, "source")} added from a file of citations`,
  added: (count: number, there: number) =>
    `${counted(count, "source")} added${there > 0 ? `; ${there} ${there === 1 ? "was" : "were"} there already` : ""}.`,
  changedMeanwhile: "case.yaml was changed meanwhile. Nothing was written; try again.",
};
