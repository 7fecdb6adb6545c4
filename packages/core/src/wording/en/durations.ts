import type { SpanSaid } from "../said/monitoring.js";

/** A length in days as people say it. */
export function lengthText(days: number): string {
  if (days === 0) return "a day";
  if (days < 60) return `${days} day${days === 1 ? "" : "s"}`;
  const months = Math.round(days / 30.44);
  return `${months} months`;
}

/** `on 2025-03-03`, `from 2025-08-01 to 2026-01-31`: when something was that is over. */
export const spanText = ({ start, end }: SpanSaid): string =>
  end === null || start === end ? `on ${start}` : `from ${start} to ${end}`;
