// What was on record of one thing on one day: rows in the order of what they are of, known by then, withdrawn ones apart.
import { PROOFS } from "../../case/index.js";
import { type Book, QUALIFIERS, sameDay } from "./book.js";

/** Days as numbers: rows are of `asOf` or before, and were reported by `knownAt`. */
export interface Moment {
  readonly asOf: number;
  readonly knownAt: number;
}

export interface Ledger {
  /** Positions in the book, by the last day that they are of, then the first, then as they were added. */
  readonly rows: () => ArrayLike<number>;
  /** Known by then, but taken back: the row and the one that withdraws it. */
  readonly withdrawn: () => readonly { readonly row: number; readonly by: number }[];
  /** Rows that say to the letter what an earlier one says. */
  readonly duplicates: () => readonly number[];
  /** Withdrawals of nothing that is on record. */
  readonly idle: () => readonly number[];
  /** Rows of a later day, or not yet reported. */
  readonly later: () => number;
  /** Rows that say they are of a later day than that on which they were reported. */
  readonly early: () => readonly number[];
  /** Takes a row that was added to the book. @returns its place among `rows`; null where it changes nothing; "all": read all anew. */
  readonly insert: (row: number) => number | null | "all";
}

const WITHDRAWN = QUALIFIERS.indexOf("withdrawn");

/**
 * @param names what the rows are about: a metric, an obligation, and the powers that reach it
 * @param concerns of their rows, those that are read
 */
export function openLedger(
  book: Book,
  names: readonly string[],
  { asOf, knownAt }: Moment,
  concerns: (row: number) => boolean = () => true,
): Ledger {
  let later = 0;
  const early: number[] = [];
  const isWithdrawal = (row: number) => book.qualifier(row) === WITHDRAWN;
  const compare = (a: number, b: number): number =>
    book.last(a) - book.last(b) || book.first(b) - book.first(a) || a - b;
  const known: number[] = [];
  const withdrawals: number[] = [];
  /** @returns whether the row counts by now */
  const sift = (row: number): boolean => {
    if (!concerns(row)) return false;
    if (book.last(row) > asOf || book.reported(row) > knownAt) {
      later += 1;
      return false;
    }
    // Nobody observes what has not been: said, and not used. A notice given ahead is another thing.
    if (book.qualifier(row) < PROOFS.length && book.first(row) > book.reported(row)) {
      early.push(row);
      return false;
    }
    return true;
  };
  for (const name of new Set(names)) {
    const all = book.of(name);
    for (let i = 0; i < all.length; i++) {
      const row = all[i] ?? 0;
      if (sift(row)) (isWithdrawal(row) ? withdrawals : known).push(row);
    }
  }
  if (known.some((row, i) => i > 0 && compare(known[i - 1] ?? 0, row) > 0)) known.sort(compare);
  const withdrawn: { row: number; by: number }[] = [];
  const duplicates: number[] = [];
  const taken = takenBack(book, known, withdrawals);
  for (const [row, by] of taken) withdrawn.push({ row, by });
  const used = new Set(taken.values());
  const idle = withdrawals.filter((by) => !used.has(by));
  let rows = Int32Array.from(
    known.filter((row, i) => {
      if (taken.has(row)) return false;
      const twice = saidBefore(book, known, i, taken);
      if (twice) duplicates.push(row);
      return !twice;
    }),
  );
  let size = rows.length;
  return {
    rows: () => rows.subarray(0, size),
    withdrawn: () => withdrawn,
    duplicates: () => duplicates,
    idle: () => idle,
    later: () => later,
    early: () => early,
    insert: (row) => {
      if (!sift(row)) return null;
      // One that is taken back, or takes back, changes what else stands.
      if (isWithdrawal(row) || withdrawals.some((by) => sameDay(book, by, row) && book.name(by) === book.name(row)))
        return "all";
      let [low, high] = [0, size];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (compare(rows[middle] ?? 0, row) <= 0) low = middle + 1;
        else high = middle;
      }
      for (let i = low - 1; i >= Math.max(0, low - NEAR) && sameDay(book, rows[i] ?? 0, row); i--)
        if (same(book, rows[i] ?? 0, row)) {
          duplicates.push(row);
          return null;
        }
      if (size === rows.length) {
        const larger = new Int32Array(Math.ceil((size + 16) * 1.5));
        larger.set(rows);
        rows = larger;
      }
      rows.copyWithin(low + 1, low, size);
      rows[low] = row;
      size += 1;
      return low;
    },
  };
}

function same(book: Book, a: number, b: number): boolean {
  return (
    sameDay(book, a, b) &&
    book.name(a) === book.name(b) &&
    Object.is(book.value(a), book.value(b)) &&
    book.reported(a) === book.reported(b) &&
    book.qualifier(a) === book.qualifier(b) &&
    book.comparator(a) === book.comparator(b) &&
    book.sameTexts(a, b) &&
    book.unit(a) === book.unit(b)
  );
}

/** As far back as a repeat is looked for on one day. */
const NEAR = 200;

function saidBefore(book: Book, rows: readonly number[], at: number, taken: ReadonlyMap<number, number>): boolean {
  const row = rows[at] ?? 0;
  for (let i = at - 1; i >= Math.max(0, at - NEAR) && sameDay(book, rows[i] ?? 0, row); i--)
    if (!taken.has(rows[i] ?? 0) && same(book, rows[i] ?? 0, row)) return true;
  return false;
}

/**
 * Which rows a withdrawal means: of its day and name, and with its source, value and party where it says these, reported by
 * then. What is said again after a withdrawal stands.
 */
function takenBack(book: Book, known: readonly number[], withdrawals: readonly number[]): Map<number, number> {
  const taken = new Map<number, number>();
  const earlier = (row: number, by: number): boolean =>
    book.reported(row) < book.reported(by) || (book.reported(row) === book.reported(by) && row < by);
  // Rows by what withdrawals say of them: a source or not, a value or not, a party or not.
  const found = new Map<string, Map<string, number[]>>();
  for (const by of withdrawals) {
    const said = saidBy(book, by);
    const name = said.join();
    const rows = found.get(name) ?? byKey(known, (row) => keyOf(book, row, said));
    found.set(name, rows);
    const key = keyOf(book, by, said);
    const rest = (rows.get(key) ?? []).filter((row) => {
      if (taken.has(row)) return false;
      if (!earlier(row, by)) return true;
      taken.set(row, by);
      return false;
    });
    rows.set(key, rest);
  }
  return taken;
}

type Said = readonly [source: boolean, value: boolean, party: boolean];

const saidBy = (book: Book, by: number): Said => [
  book.source(by) !== 0,
  !Number.isNaN(book.value(by)),
  book.by(by) !== "",
];

const keyOf = (book: Book, row: number, [source, value, party]: Said): string =>
  `${book.name(row)} ${book.first(row)} ${book.last(row)} ${source ? book.source(row) : ""} ${value ? book.value(row) : ""} ${party ? book.by(row) : ""}`;

function byKey(rows: readonly number[], key: (row: number) => string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const row of rows) {
    const there = found.get(key(row));
    if (there) there.push(row);
    else found.set(key(row), [row]);
  }
  return found;
}
