// What a worker says beside results: that a case, a moment of it or rows cannot be read.
export const inWorker = {
  caseHasProblems: "The case has problems; they are listed under Files.",
  problemsThen: "As it stood then the case had problems, so it cannot be drafted.",
  openQuote: (line: number) =>
    `Line ${line}: a quotation mark is opened and not closed. Close it, or double a mark that is meant as such.`,
  problem: (row: number, message: string) => `Row ${row}: ${message}`,
};
