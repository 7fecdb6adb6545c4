// English text of `parley report`, the command that writes all findings on a case into one page to hand over.
const EXAMPLES = `
Examples:
  parley report cases/hanoi-2019 -o hanoi.html
  parley report my-talks -o for-the-press.html --share public

One file without scripts that loads nothing: send it, print it, keep it.
`;

export const report = {
  description: "everything that was found, as one page to hand over",
  output: "where to write it",
  examples: EXAMPLES,
};
