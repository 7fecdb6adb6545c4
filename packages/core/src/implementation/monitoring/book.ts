// Observations in flat columns: about fifty bytes a row, whatever the text said. Rows are only ever added.
import {
  addDays,
  type Day,
  daysBetween,
  firstDay,
  isDate,
  lastDay,
  type PartialDate,
  PROOFS,
  type Proof,
} from "../../case/index.js";
import { byTextColumn, TELLING_COLUMNS, TEXT_COLUMNS, type TextCells } from "./columns.js";

/** What a row can say beside a figure: that something happened to an obligation, a power or an earlier row. */
export const EVENTS = [
  "activated",
  "fulfilled",
  "waived",
  "disputed",
  "upheld",
  "dismissed",
  "suspended",
  "resumed",
  "discharged",
  "terminated",
  "expired",
  "invoked",
  "extended",
  "settled",
  "exerted",
  "withdrawn",
] as const;
export type EventKind = (typeof EVENTS)[number];

export type Qualifier = Proof | EventKind;

/** A figure has one of the proofs; the rest are events. Positions are what the columns hold. */
export const QUALIFIERS: readonly Qualifier[] = [...PROOFS, ...EVENTS];

/** What a figure says of the true one. */
export const COMPARATORS = ["", "≤", "<", "≥", ">", "~"] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** A row as people read it; its texts are called as their columns. */
export interface ObservationRow extends TextCells {
  readonly line: number;
  readonly asOf: PartialDate;
  readonly reportedAt: PartialDate;
  /** No day of report was given: taken as known on the day it is of. */
  readonly assumed: boolean;
  readonly metric: string;
  readonly value: number | null;
  readonly comparator: Comparator;
  readonly unit: string;
  readonly qualifier: Qualifier;
}

/** More would not be read by people, and every row costs memory. */
export const MOST_ROWS = 5_000_000;

/** So many different notes and sources are kept; of later ones the line is. */
const MOST_TEXTS = 100_000;

const EPOCH = "1970-01-01";

/** Days as numbers, so that they stand in columns. */
export const dayNumber = (day: Day): number => daysBetween(EPOCH, day);
export const dayText = (day: number): Day => addDays(EPOCH, day);

/** The first and last day that a date can mean, as numbers; kept, since rows share their dates. */
export function spanReader(): (date: PartialDate) => readonly [first: number, last: number] | null {
  const known = new Map<string, readonly [number, number] | null>();
  return (date) => {
    const kept = known.get(date);
    if (kept !== undefined) return kept;
    const span = isDate(date) ? ([dayNumber(firstDay(date)), dayNumber(lastDay(date))] as const) : null;
    if (known.size < MOST_TEXTS) known.set(date, span);
    return span;
  };
}

/** How many letters of a day a partial date has: a day, a month, a year. */
const PRECISION = [10, 7, 4] as const;
const precisionOf = (first: number, last: number): number => (first === last ? 0 : last - first > 31 ? 2 : 1);

export interface Book {
  readonly size: () => number;
  /** @returns the position of the row; its line, and that of every later one, must be higher than those before. */
  readonly add: (row: ObservationRow, asOf: readonly [number, number], reported: number) => number;
  readonly row: (at: number) => ObservationRow;
  /** Positions of the rows of a name, in the order in which they were added. */
  readonly of: (name: string) => ArrayLike<number>;
  readonly names: () => Iterable<string>;
  readonly name: (at: number) => string;
  readonly first: (at: number) => number;
  /** Of a month that was reported before it was over, the day of the report. */
  readonly last: (at: number) => number;
  readonly reported: (at: number) => number;
  readonly value: (at: number) => number;
  readonly comparator: (at: number) => number;
  readonly qualifier: (at: number) => number;
  readonly unit: (at: number) => string;
  /** Position of the source among all texts. */
  readonly source: (at: number) => number;
  readonly assumed: (at: number) => boolean;
  /** Who did it, of several that could have: a party, or empty where nobody knows. */
  readonly by: (at: number) => string;
  /** Whether two rows are alike in every text in which rows can say two things: not in their notes. */
  readonly sameTexts: (a: number, b: number) => boolean;
}

/** A column that grows by half when it is full. */
function column<A extends Int32Array | Float64Array | Uint8Array>(make: new (length: number) => A) {
  let cells = new make(64);
  return {
    get: (at: number): number => cells[at] ?? 0,
    set: (at: number, value: number): void => {
      if (at >= cells.length) {
        const larger = new make(Math.ceil(cells.length * 1.5));
        larger.set(cells);
        cells = larger;
      }
      cells[at] = value;
    },
    view: (size: number): ArrayLike<number> => cells.subarray(0, size),
  };
}

export function newBook(): Book {
  const [first, last, reported] = [column(Int32Array), column(Int32Array), column(Int32Array)];
  const [name, unit, line] = [column(Int32Array), column(Int32Array), column(Int32Array)];
  const text = byTextColumn(() => column(Int32Array));
  const value = column(Float64Array);
  const [comparator, qualifier, assumed, precision] = [0, 1, 2, 3].map(() => column(Uint8Array)) as [
    ReturnType<typeof column>,
    ReturnType<typeof column>,
    ReturnType<typeof column>,
    ReturnType<typeof column>,
  ];
  const texts: string[] = [""];
  const placeOf = new Map<string, number>([["", 0]]);
  const kept = (text: string): number => {
    const known = placeOf.get(text);
    if (known !== undefined) return known;
    if (texts.length >= MOST_TEXTS) return 0;
    placeOf.set(text, texts.length);
    return texts.push(text) - 1;
  };
  /** Names are few: metrics, obligations and powers; each keeps its rows. */
  const byName = new Map<string, { readonly rows: ReturnType<typeof column>; size: number; readonly at: number }>();
  const nameTexts: string[] = [];
  let size = 0;
  const textAt = (at: number): string => texts[at] ?? "";
  return {
    size: () => size,
    add: (row, [from, until], known) => {
      const at = size++;
      let mine = byName.get(row.metric);
      if (!mine) {
        mine = { rows: column(Int32Array), size: 0, at: nameTexts.push(row.metric) - 1 };
        byName.set(row.metric, mine);
      }
      mine.rows.set(mine.size++, at);
      first.set(at, from);
      // What is reported of a month before its end is of the days until then.
      last.set(at, known >= from ? Math.min(until, known) : until);
      precision.set(at, precisionOf(from, until));
      reported.set(at, known);
      name.set(at, mine.at);
      value.set(at, row.value ?? Number.NaN);
      comparator.set(at, COMPARATORS.indexOf(row.comparator));
      qualifier.set(at, QUALIFIERS.indexOf(row.qualifier));
      assumed.set(at, row.assumed ? 1 : 0);
      unit.set(at, kept(row.unit));
      for (const each of TEXT_COLUMNS) text[each].set(at, kept(row[each]));
      line.set(at, row.line);
      return at;
    },
    row: (at) => ({
      line: line.get(at),
      asOf: dayText(first.get(at)).slice(0, PRECISION[precision.get(at)]),
      reportedAt: dayText(reported.get(at)),
      assumed: assumed.get(at) === 1,
      metric: nameTexts[name.get(at)] ?? "",
      value: Number.isNaN(value.get(at)) ? null : value.get(at),
      comparator: COMPARATORS[comparator.get(at)] ?? "",
      unit: textAt(unit.get(at)),
      qualifier: QUALIFIERS[qualifier.get(at)] ?? "reported",
      ...byTextColumn((each) => textAt(text[each].get(at))),
    }),
    of: (wanted) => {
      const mine = byName.get(wanted);
      return mine ? mine.rows.view(mine.size) : [];
    },
    names: () => byName.keys(),
    name: (at) => nameTexts[name.get(at)] ?? "",
    first: first.get,
    last: last.get,
    reported: reported.get,
    value: value.get,
    comparator: comparator.get,
    qualifier: qualifier.get,
    unit: (at) => textAt(unit.get(at)),
    source: text.source.get,
    by: (at) => textAt(text.by.get(at)),
    sameTexts: (a, b) => TELLING_COLUMNS.every((each) => text[each].get(a) === text[each].get(b)),
    assumed: (at) => assumed.get(at) === 1,
  };
}

/** Whether two rows are of the same day, or of the same month where that is all that is known. */
export const sameDay = (book: Book, a: number, b: number): boolean =>
  book.last(a) === book.last(b) && book.first(a) === book.first(b);
