// A day as people write it, read into the one form of the files.
import type { PartialDate } from "../dates.js";

export type WrittenDay =
  | { readonly kind: "day"; readonly date: PartialDate }
  /** Day and month could be either way round. */
  | { readonly kind: "ambiguous"; readonly either: readonly [PartialDate, PartialDate] }
  | { readonly kind: "none" };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NONE: WrittenDay = { kind: "none" };

/**
 * Reads `2019-02-23`, `2019-02`, `2019`, `23 Feb 2019`, `February 23, 2019`, `Feb 2019`, `23.2.2019` and `23/2/2019`.
 * Nothing is guessed: what could be two days is said to be, and a day that no calendar has is none.
 */
export function readWrittenDay(text: string): WrittenDay {
  const plain = text.trim().replace(/\s+/g, " ");
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(plain);
  if (iso) return dated(iso[1], iso[2], iso[3]);
  const named =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?[ .-]{1,2})?([a-z]{3,9})\.?[ -](?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})$/i.exec(
      plain,
    );
  if (named) {
    const [, before, month = "", after, year] = named;
    const at = MONTHS.findIndex((name) => isMonth(month, name));
    if (at < 0 || (before && after)) return NONE;
    return dated(year, `${at + 1}`, before ?? after);
  }
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(plain);
  if (dotted) return dated(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
  if (!slashed) return NONE;
  const [dayFirst, monthFirst] = [dated(slashed[3], slashed[2], slashed[1]), dated(slashed[3], slashed[1], slashed[2])];
  if (dayFirst.kind !== "day") return monthFirst;
  if (monthFirst.kind !== "day" || monthFirst.date === dayFirst.date) return dayFirst;
  return { kind: "ambiguous", either: [dayFirst.date, monthFirst.date] };
}

const LONG = ["uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember"];

/** `feb`, `february`, and `sept` for September. */
function isMonth(written: string, short: string): boolean {
  const word = written.toLowerCase();
  return word === short || word === `${short}${LONG[MONTHS.indexOf(short)]}` || (word === "sept" && short === "sep");
}

function dated(year = "", month?: string, day?: string): WrittenDay {
  if (month === undefined) return { kind: "day", date: year };
  const [y, m, d] = [Number(year), Number(month), Number(day ?? 1)];
  if (y < 1000 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return NONE;
  const parts = [year, month, ...(day === undefined ? [] : [day])].map((part) => part.padStart(2, "0"));
  return { kind: "day", date: parts.join("-") };
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
