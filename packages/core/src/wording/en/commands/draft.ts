// English text of `parley draft`, the command that writes the text to sign, a brief for the principal, and a calendar
// of meetings.
const EXAMPLES = `
Examples:
  parley draft cases/hanoi-2019                               # the framework, as text
  parley draft cases/hanoi-2019 -o hanoi-drafts               # all three, as .md, .html, .docx and .ics
  parley draft cases/hanoi-2019 --what brief --party us       # two pages for the principal
  parley draft my-talks --what framework --share public -o for-the-press

What is not agreed stands in square brackets; what cannot be verified, or has no day, is flagged.
`;

export const draft = {
  description: "the text to sign, the principal's brief, and the calendar of the meetings",
  flags: {
    what: "which draft; all of them into a folder, else the framework",
    output: "write .md, .html and .docx files, and .ics for the meetings, into this folder",
    party: "whose principal the brief is for; who it is shared with, else the first party",
    offer: "the offer that the brief is about; the latest that somebody made, unless given",
    since: "in the brief, movements after this day; since the last meeting unless given",
  },
  examples: EXAMPLES,
  missing: (what: string, reasons: readonly string[]) => `${what}: ${reasons.join(" ")}`,
  leftOut: (missing: string) => `Left out: ${missing}`,
};
