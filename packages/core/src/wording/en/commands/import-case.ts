// English text of `parley import`, the command that makes a case from another program's files or from spreadsheets.
import { counted } from "../numbers.js";

const EXAMPLES = `
Examples:
  parley import domain.xml buyer.xml seller.xml -o my-talks      # GENIUS
  parley import buyer.json seller.json -o my-talks               # GeniusWeb
  parley import scenario.yml buyer.yml seller.yml -o my-talks    # NegMAS
  parley import preferences.xlsx -o my-talks                     # a sheet for each party
  parley import buyer.csv seller.csv -o my-talks                 # issue, option, weight, score
`;

export const importCase = {
  description: "make a case of a scenario in another program's form, or of spreadsheets",
  files: "the domain and a file for each party, in any order; or one workbook",
  flags: { date: "the day it is dated; today unless given" },
  examples: EXAMPLES,
  tooMany: (files: number, most: number) => `${files} files are too many; ${most} is the limit.`,
  tooLarge: (file: string, most: number) => `${file} is over ${most / 1024 / 1024} MiB, too large for a scenario.`,
  made: (folder: string, issues: number, parties: readonly string[]) =>
    `Made ${folder}: ${counted(issues, "issue")}, ${parties.join(" and ")}.`,
  notes: "What was left out, or taken to mean something:",
  oneParty: "Only one party's preferences were given: add the others' files.",
  next: (folder: string) => `Next: parley frontier ${folder}`,
};
