// English text of `parley export`, the command that writes a case in another program's format or as spreadsheets.
const EXAMPLES = `
Examples:
  parley export cases/itex-cypress --format genius -o /tmp/itex
  parley export my-talks --format xlsx -o for-excel

What each side needs is in these files: they are for their owner's eyes, unless made with --share.
`;

export const exportCase = {
  description: "write a case whose preferences are numbers in another program's form, or as spreadsheets",
  format: "which form",
  examples: EXAMPLES,
  reservations: "the reservation values",
  wrote: (files: readonly string[], folder: string, confidential: boolean, left: readonly string[]) =>
    `Wrote ${files.join(", ")} to ${folder}${confidential ? " (CONFIDENTIAL)" : ""}.${left.length > 0 ? ` Left out, since the form cannot say it: ${left.join(", ")}.` : ""}`,
};
