// What is counted over all rows of a record.
import { type Case, type Day, suggestion } from "../../case/index.js";
import { type Book, dayText } from "./book.js";
import { chargesOf, type Untaken } from "./charges.js";
import type { Moment } from "./ledger.js";
import { MOST_LINES } from "./notes.js";

const MOST_DAYS = 400;

interface Unspoken {
  readonly count: number;
  readonly first: readonly number[];
  /** A name that is near it; empty where none is. */
  readonly nearest: string;
}

interface NotTaken {
  readonly name: string;
  readonly why: Untaken;
  readonly count: number;
  readonly first: readonly number[];
}

/** Counts a row under a key, and names it where it is among the first. */
function added<T extends { count: number; first: number[] }>(all: Map<string, T>, key: string, none: T, row: number) {
  const there = all.get(key) ?? none;
  there.count += 1;
  if (there.first.length < MOST_LINES) there.first.push(row);
  all.set(key, there);
}

/** What is counted over all rows: once, and then row by row. */
export interface Tally {
  readonly count: (row: number) => void;
  readonly known: () => number;
  /** Of what is known by then: names of which no obligation and no power speaks, with what may have been meant. */
  readonly unspoken: () => ReadonlyMap<string, Unspoken>;
  /** Rows of names that the agreement speaks of, which are held against nothing all the same. */
  readonly untaken: () => readonly NotTaken[];
  readonly assumed: () => { readonly assumed: readonly number[]; readonly unreported: number };
  /** The days on which the record changed, thinned where they are many. */
  readonly days: () => Day[];
}

export function tallyOf(negotiation: Case, book: Book, { asOf, knownAt }: Moment): Tally {
  const days = new Set<number>();
  const assumed: number[] = [];
  const charges = chargesOf(negotiation, book);
  const named = new Set(negotiation.metrics.map(({ id }) => id));
  const untaken = new Map<string, NotTaken & { count: number; first: number[] }>();
  const unspoken = new Map<string, { count: number; first: number[]; nearest: string }>();
  let [known, unreported] = [0, 0];
  const count = (row: number) => {
    days.add(book.last(row));
    days.add(book.reported(row));
    // Of what was not known by then nothing is said.
    if (book.last(row) > asOf || book.reported(row) > knownAt) return;
    known += 1;
    if (book.assumed(row)) {
      unreported += 1;
      if (assumed.length < MOST_LINES) assumed.push(row);
    }
    const name = book.name(row);
    const charge = charges.get(name);
    if (charge) {
      const why = charge(row);
      if (why) added(untaken, `${name}\n${why.text}`, { name, why, count: 0, first: [] }, row);
      return;
    }
    const nearest = unspoken.has(name) || named.has(name) ? "" : suggestion(name, [...charges.keys()]);
    added(unspoken, name, { count: 0, first: [], nearest }, row);
  };
  for (let row = 0; row < book.size(); row++) count(row);
  return {
    count,
    known: () => known,
    unspoken: () => unspoken,
    untaken: () => [...untaken.values()],
    assumed: () => ({ assumed, unreported }),
    days: () => {
      const sorted = Int32Array.from(days).sort();
      const every = Math.max(1, Math.ceil(sorted.length / MOST_DAYS));
      return [...sorted].filter((_, i) => i % every === 0 || i === sorted.length - 1).map(dayText);
    },
  };
}
