// English text of `parley check`, the command that lists every problem in a case's files.
import { counted } from "../numbers.js";

const EXAMPLES = "\nExamples:\n  parley check cases/hanoi-2019\n  parley check --json | jq '.problems[].message'\n";

export const check = {
  description: "list every problem in a case, each with file, line and column",
  failOn: "end with 3 where there is one",
  examples: EXAMPLES,
  summary: (folder: string, errors: number, warnings: number) =>
    errors === 0
      ? `${folder} is in order${warnings > 0 ? `, with ${counted(warnings, "warning")}` : ""}.`
      : `${counted(errors, "problem")} and ${counted(warnings, "warning")} in ${folder}.`,
  imported: "Taken over when it was imported:",
};
