// What is counted over all rows of a record.
import { type Case, type Day, type Norm, suggestion } from "../../case/index.js";
import { type Book, dayText } from "./book.js";
import type { Moment } from "./ledger.js";
import { MOST_LINES } from "./noted.js";

const MOST_DAYS = 400;

interface Unspoken {
  readonly count: number;
  readonly first: readonly number[];
  /** A name that is near it; empty where none is. */
  readonly nearest: string;
}

/** What else an obligation speaks of: its baselines, and what its deadlines run from. */
function alsoRead(norm: Norm): string[] {
  const limits = "limits" in norm ? norm.limits : norm.form === "achieve" && norm.limit ? [norm.limit] : [];
  const bounds = limits.flatMap(({ atMost, atLeast }) => [...(atMost ?? []), ...(atLeast ?? [])]);
  return [
    ...bounds.flatMap(({ baseline }) => (baseline ? [baseline.of] : [])),
    ...("on" in norm && norm.on ? [norm.on.after] : []),
  ];
}

/** What is counted over all rows: once, and then row by row. */
export interface Tally {
  readonly count: (row: number) => void;
  readonly known: () => number;
  /** Of what is known by then: names of which no obligation and no power speaks, with what may have been meant. */
  readonly unspoken: () => ReadonlyMap<string, Unspoken>;
  /** Figures above 0 that name nobody who did it, of metrics that several parties are forbidden. */
  readonly nameless: () => ReadonlyMap<string, Omit<Unspoken, "nearest">>;
  readonly assumed: () => { readonly assumed: readonly number[]; readonly unreported: number };
  /** The days on which the record changed, thinned where they are many. */
  readonly days: () => Day[];
}

export function tallyOf({ metrics, obligations, powers }: Case, book: Book, { asOf, knownAt }: Moment): Tally {
  const days = new Set<number>();
  const assumed: number[] = [];
  const owed = obligations.flatMap(({ id, norm }) => [
    id,
    ...(norm.metric === null ? [] : [norm.metric]),
    ...alsoRead(norm),
  ]);
  const spoken = new Set([...owed, ...powers.map(({ id }) => id)]);
  const named = new Set(metrics.map(({ id }) => id));
  const forbidden = new Set(obligations.flatMap(({ norm }) => (norm.form === "prohibit" ? [norm.metric] : [])));
  const nameless = new Map<string, { count: number; first: number[] }>();
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
    if (forbidden.has(name) && book.value(row) > 0 && book.by(row) === "") {
      const there = nameless.get(name) ?? { count: 0, first: [] };
      there.count += 1;
      if (there.first.length < MOST_LINES) there.first.push(row);
      nameless.set(name, there);
    }
    if (spoken.has(name)) return;
    const nearest = () => (named.has(name) ? "" : suggestion(name, [...spoken]));
    const there = unspoken.get(name) ?? { count: 0, first: [], nearest: nearest() };
    there.count += 1;
    if (there.first.length < MOST_LINES) there.first.push(row);
    unspoken.set(name, there);
  };
  for (let row = 0; row < book.size(); row++) count(row);
  return {
    count,
    known: () => known,
    unspoken: () => unspoken,
    nameless: () => nameless,
    assumed: () => ({ assumed, unreported }),
    days: () => {
      const sorted = Int32Array.from(days).sort();
      const every = Math.max(1, Math.ceil(sorted.length / MOST_DAYS));
      return [...sorted].filter((_, i) => i % every === 0 || i === sorted.length - 1).map(dayText);
    },
  };
}
