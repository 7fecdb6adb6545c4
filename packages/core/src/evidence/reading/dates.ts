// Dates said in words, seen from the document's own day: by chrono-node, with rules of ours for what lies ahead
// (leaning.ts) and for bare years. "within 60 days of signature" is a length, and no date.
import * as chrono from "chrono-node/en";
import { Temporal } from "temporal-polyfill";
import type { Day, PartialDate } from "../../case/index.js";
import { leansAhead } from "./leaning.js";
import { inPieces } from "./paragraphs.js";
import type { Span } from "./span.js";
import type { Word } from "./words.js";

export interface ReadDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The day, month or year; null where it hangs on a date that the document does not give. */
  readonly date: PartialDate | null;
}

const MAY_HOLD = /\d|day|week|month|year|tonight|tomorrow|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
const BARE_YEAR =
  /\b(?:in|since|by|until|of|from|during|through|before|after|late|early|mid-?)\s+((?:19|20)\d\d)\b(?!\s*[-–]\s*\d)/gi;
const AHEAD = /\bnext\b|\btomorrow\b|\bcoming\b|\bin\s+\d|\bwithin\b|\bfrom now\b|\blater\b/i;

/** A stretch with its words. */
interface Stretch extends Span {
  readonly words: readonly Word[];
}

/** The dates in a stretch. @param seenFrom the document's day; without one, only what is said in full has a date. */
export function datesIn(text: string, { start, end, words }: Stretch, seenFrom: Day | null): ReadDate[] {
  return inPieces(text, { start, end }).flatMap((piece) => datesInPiece(text, { ...piece, words }, seenFrom));
}

function datesInPiece(text: string, { start, end, words }: Stretch, seenFrom: Day | null): ReadDate[] {
  const stretch = text.slice(start, end);
  if (!MAY_HOLD.test(stretch)) return [];
  const found = chronoDates(text, { start, end, words }, seenFrom);
  for (const year of stretch.matchAll(BARE_YEAR)) {
    const at = start + year.index + year[0].length - 4;
    if (!found.some((one) => one.start < at + 4 && at < one.end))
      found.push({ start: at, end: at + 4, text: year[1] ?? "", date: year[1] ?? null });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "within 60 days of signature", "30 days after": so long from something, and no day. */
const LENGTH = /^(?:within|in|for)?\s*(?:\S+\s+){0,3}\b(?:days?|weeks?|months?|years?)$/i;
const FROM_WHAT = /^\s*(?:of|after|from|following|upon|before|prior)\b(?!\s+(?:today|now))/i;

function chronoDates(text: string, { start: begin, end: stop, words }: Stretch, seenFrom: Day | null): ReadDate[] {
  const stretch = text.slice(begin, stop);
  // biome-ignore lint/style/noRestrictedGlobals: chrono-node asks for a Date; it is made of the document's day, not of a clock.
  const reference = new Date(`${seenFrom ?? "2000-01-01"}T12:00:00`);
  return chrono.casual
    .parse(stretch, reference, { forwardDate: false })
    .flatMap(({ index, text: found, start }): ReadDate[] => {
      const written = found.trimEnd(); // "Feb. 28 (Reuters)" is found with its blank
      const span = { start: begin + index, end: begin + index + written.length };
      if (/^(?:may|march|mar|sat|sun|wed)\W*$/.test(written)) return []; // "the committee may, on request"
      if (LENGTH.test(written) && FROM_WHAT.test(text.slice(span.end, span.end + 12))) return [];
      // Times of day and spans ("for 6 months") are no dates.
      const known = {
        day: start.isCertain("day"),
        month: start.isCertain("month"),
        year: start.isCertain("year"),
        weekday: start.isCertain("weekday"),
      };
      if (/\b(?:hour|minute|second)s?\b/i.test(written)) return [];
      if (!known.day && !known.month && !known.weekday && !/day|week|month|year|tonight/i.test(written)) return [];
      const day = { year: start.get("year") ?? 0, month: start.get("month") ?? 1, day: start.get("day") ?? 1 };
      return [
        {
          ...span,
          text: written,
          date: dateOf(day, known, AHEAD.test(written) || leansAhead(text, words, span), written, seenFrom),
        },
      ];
    });
}

interface Known {
  readonly day: boolean;
  readonly month: boolean;
  readonly year: boolean;
  readonly weekday: boolean;
}

function dateOf(
  parts: { year: number; month: number; day: number },
  known: Known,
  ahead: boolean,
  text: string,
  seenFrom: Day | null,
): PartialDate | null {
  if (parts.year < 1000 || parts.year > 9999) return null;
  // Without the document's day nothing is dated but what says its year: chrono is as certain of "today" as of a day.
  if (!seenFrom && !/\d{4}/.test(text)) return null;
  const written = Temporal.PlainDate.from(parts);
  const date = seenFrom && !known.year ? turned(written, known, ahead, Temporal.PlainDate.from(seenFrom)) : written;
  return date.toString().slice(0, lettersOf(known, text));
}

const isMonthOnly = ({ month, day, weekday }: Known): boolean => month && !day && !weekday;

/** A day or month without its year, put before the day that it is seen from, or after it where it is ahead. */
function turned(date: Temporal.PlainDate, known: Known, ahead: boolean, seen: Temporal.PlainDate): Temporal.PlainDate {
  const round = known.month ? { years: 1 } : known.weekday ? { weeks: 1 } : null;
  if (!round) return date;
  const monthOnly = isMonthOnly(known);
  const off = Temporal.PlainDate.compare(monthOnly ? date.with({ day: 1 }) : date, seen);
  if (off > 0 && !ahead) return date.subtract(round);
  return off < 0 && ahead && !(monthOnly && date.month === seen.month) ? date.add(round) : date;
}

/** How much of a day is said: "last year" is a year, "last month" and "last week" no day. */
function lettersOf(known: Known, text: string): number {
  const isVague = !known.day && !known.weekday;
  if (isVague && /\byears?\b/i.test(text)) return 4;
  return (isVague && /\b(?:months?|weeks?)\b/i.test(text)) || isMonthOnly(known) ? 7 : 10;
}
