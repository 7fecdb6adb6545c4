// English text of `parley sanity`, the command that shows the least that each file of interests would still sign.

const EXAMPLES =
  "\nExamples:\n  parley sanity cases/hanoi-2019\n  parley sanity --json | jq '.parties[] | {name, low}'\n";

export const sanity = {
  description: "the least that each file of interests would still sign: look at it before any verdict",
  failOn: "end with 3 where a party has nearly nothing without a deal",
  examples: EXAMPLES,
  /** What to write where it is not so. */
  mend: (file: string) => `If not, add to ${file}, under answers:`,
  legend:
    "Signed: by at least 80 of 100 models of the party. A walk-away is low where it is under a tenth of what the party could get.",
};
