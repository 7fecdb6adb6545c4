// Dates said in words, seen from the document's own day: by chrono-node, with three rules of ours. What the document
// reports is past unless it says otherwise ("next week"): a bare weekday or month is the last one; a bare year is a year.
import * as chrono from "chrono-node/en";
import { Temporal } from "temporal-polyfill";
import type { Day, PartialDate } from "../../case/index.js";
import { inPieces } from "./paragraphs.js";
import type { Span } from "./span.js";

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
/** What comes before a date and makes it one to come. */
const TO_COME = /\b(?:will|shall|going to|plans? to|due|expected|by|until|before|to meet)\b|[’']ll\b/i;
const AHEAD = /\bnext\b|\btomorrow\b|\bcoming\b|\bin\s+\d|\bwithin\b|\bfrom now\b|\blater\b/i;

/** The dates in a stretch. @param seenFrom the document's day; without one, only what is said in full has a date. */
export function datesIn(text: string, { start, end }: Span, seenFrom: Day | null): ReadDate[] {
  return inPieces(text, { start, end }).flatMap((piece) => datesInPiece(text, piece, seenFrom));
}

function datesInPiece(text: string, { start, end }: Span, seenFrom: Day | null): ReadDate[] {
  const stretch = text.slice(start, end);
  if (!MAY_HOLD.test(stretch)) return [];
  const found = chronoDates(stretch, seenFrom).map((one) => ({
    ...one,
    start: one.start + start,
    end: one.end + start,
  }));
  for (const year of stretch.matchAll(BARE_YEAR)) {
    const at = start + year.index + year[0].length - 4;
    if (!found.some((one) => one.start < at + 4 && at < one.end))
      found.push({ start: at, end: at + 4, text: year[1] ?? "", date: year[1] ?? null });
  }
  return found.sort((a, b) => a.start - b.start);
}

function chronoDates(stretch: string, seenFrom: Day | null): ReadDate[] {
  // biome-ignore lint/style/noRestrictedGlobals: chrono-node asks for a Date; it is made of the document's day, not of a clock.
  const reference = new Date(`${seenFrom ?? "2000-01-01"}T12:00:00`);
  return chrono.casual
    .parse(stretch, reference, { forwardDate: false })
    .flatMap(({ index, text: found, start }): ReadDate[] => {
      const text = found.trimEnd(); // "Feb. 28 (Reuters)" is found with its blank
      // Times of day and spans ("for 6 months") are no dates.
      const known = {
        day: start.isCertain("day"),
        month: start.isCertain("month"),
        year: start.isCertain("year"),
        weekday: start.isCertain("weekday"),
      };
      if (/\b(?:hour|minute|second)s?\b/i.test(text)) return [];
      if (!known.day && !known.month && !known.weekday && !/day|week|month|year|tonight/i.test(text)) return [];
      const day = { year: start.get("year") ?? 0, month: start.get("month") ?? 1, day: start.get("day") ?? 1 };
      return [
        {
          start: index,
          end: index + text.length,
          text,
          date: dateOf(
            day,
            known,
            AHEAD.test(text) || TO_COME.test(stretch.slice(Math.max(0, index - 50), index)),
            text,
            seenFrom,
          ),
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
