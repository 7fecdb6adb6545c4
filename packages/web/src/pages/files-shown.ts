// Which file of a case is shown, where in it, and with which ends of lines.
import type { Problem } from "@parley/core/internal";

/** The file that is asked for, where it is one of them; else the first with an error, else the first. */
export function fileShown(
  paths: readonly string[],
  asked: string | null,
  errors: readonly Problem[],
): string | undefined {
  if (asked !== null && paths.includes(asked)) return asked;
  return errors.find(({ place }) => paths.includes(place.file))?.place.file ?? paths[0];
}

/** Where a line begins and ends in a text, the end of line left out. @param line from 1 */
export function lineSpan(text: string, line: number): { readonly start: number; readonly end: number } {
  let start = 0;
  for (let k = 1; k < line; k++) {
    const end = text.indexOf("\n", start);
    if (end < 0) return { start: text.length, end: text.length };
    start = end + 1;
  }
  const end = text.indexOf("\n", start);
  return { start, end: end < 0 ? text.length : end };
}

/** A text field knows one kind of line end: what is typed, and how to put the file's own back. */
export function lineEnds(stored: string): { readonly shown: string; readonly withEnds: (typed: string) => string } {
  const carried = stored.includes("\r\n");
  return {
    shown: stored.replaceAll("\r\n", "\n"),
    withEnds: (typed) => (carried ? typed.replaceAll("\n", "\r\n") : typed),
  };
}
