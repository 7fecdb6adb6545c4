// English text of `parley new`, the command that creates a folder with the files of a new case.
export const newCase = {
  description: "begin a case: a folder of small, commented files that pass their check",
  examples: "\nExample:\n  parley new my-talks && parley check my-talks && parley assess my-talks\n",
  noName: "the folder to make has no name.",
  made: (folder: string) => `Made ${folder}. Read case.yaml first; then: parley check ${folder}`,
};
