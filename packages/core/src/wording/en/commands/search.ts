// English text of `parley search`, the command that finds words in the statements and documents of a case.
import { counted } from "../numbers.js";

const EXAMPLES = `
Examples:
  parley search cases/hanoi-2019 sanctions relief
  parley search cases/hanoi-2019 '"end of war" speaker:Kim before:2019-02'
`;

export const search = {
  description: "find words in the statements and documents of a case",
  query: 'words, "words in their order", beginnings*, speaker:NAME, before:DAY, after:DAY',
  flags: { most: "show so many" },
  examples: EXAMPLES,
  found: (total: number, shown: number) =>
    total === 0
      ? "Nothing was found."
      : `${counted(total, "place")} found${shown < total ? `, the first ${shown} shown; --most shows more` : ""}.`,
  kinds: { record: "on record", waiting: "waits for a person", passage: "in a document", source: "a source" },
  noDay: "no day",
};
