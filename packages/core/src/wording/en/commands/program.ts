/** What the command line says of itself. */
export const program = {
  description: "From what was said, to what could be signed, to whether it was kept.",
  after:
    "\nBegin with: parley assess cases/hanoi-2019\nExit codes: 0 done, 1 the case has problems, 2 wrong use, 3 found what --fail-on names.",
  ownMistake: (message: string) =>
    `parley stopped over a mistake of its own: ${message}\nPlease report it with the command you ran. Your files are as they were.`,
  unknownReason: "unknown reason",
  unwritten: (code: string) => `parley could not write its answer (${code}). Check the disk or the pipe it goes to.`,
};
