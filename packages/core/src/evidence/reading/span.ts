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

/** Whether a stretch meets any of some others; asked often, so they are put in order once. */
export function meetingAny(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  // The furthest end so far: one stretch may lie within another.
  const ends: number[] = [];
  for (const { end } of sorted) ends.push(Math.max(end, ends.at(-1) ?? 0));
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (ends[low - 1] ?? 0) > start;
  };
}
