// When something was, and who did it.
import type { SpanSaid } from "../said/monitoring.js";
import { listed } from "./grammar.js";

/** `on 2025-03-03`, `from 2025-08-01 to 2026-01-31`: when a breach was that is over. */
export const spanText = ({ start, end }: SpanSaid): string =>
  end === null || start === end ? `on ${start}` : `from ${start} to ${end}`;

/** `, by Ann and Bob`; `, by whom is not known`; empty where it goes without saying. */
export function doersText(by: readonly string[] | null): string {
  if (by === null) return "";
  return by.length === 0 ? ", by whom is not known" : `, by ${listed(by)}`;
}
