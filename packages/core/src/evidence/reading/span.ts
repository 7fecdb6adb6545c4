/** A stretch of a text: UTF-16 offsets, the end not in it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Without white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && /\s|\ufeff/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}
