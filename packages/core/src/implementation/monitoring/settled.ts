// What of an obligation is only known from rows: how long it lasts, what its limits are shares of, from what its deadlines run.
import {
  addPeriod,
  type Baseline,
  type Bound,
  baselinesOf,
  begunBy,
  type Case,
  type Day,
  type Limit,
  type Metric,
  type NormForm,
  type Obligation,
  readPeriod,
  triggerOf,
  withLimits,
} from "../../case/index.js";
import { type Book, dayNumber, dayText } from "./book.js";
import { happens, isExtension, isWithin } from "./charges.js";
import { scaleOf } from "./compare.js";
import { type Ledger, type Moment, openLedger } from "./ledger.js";
import { type Notes, withNote } from "./notes.js";

/** An obligation as the rows leave it. */
export interface SettledObligation<F extends NormForm = NormForm> extends Obligation<F> {
  /** The days on which happened what its deadline runs from; null where it runs from nothing. */
  readonly notices: readonly Day[] | null;
}

export interface Settled {
  readonly obligation: SettledObligation;
  readonly notes: Notes;
  /** What else was read for it. */
  readonly names: readonly string[];
  readonly ledgers: readonly Ledger[];
}

/** So many deadlines of one obligation are reckoned with. */
const MOST_NOTICES = 5000;

/** What happened to an obligation or a power that deadlines can run from: on which days, and by the rows of which names. */
export interface Happened {
  readonly days: readonly Day[];
  readonly names: readonly string[];
  /** What was read for it and for nothing else. */
  readonly ledger: Ledger | null;
}

/** @param happened what became of an obligation or power, by its id; null where its rows alone say so */
export function settled(
  { metrics }: Case,
  book: Book,
  written: Obligation,
  moment: Moment,
  happened: (id: string) => Happened | null,
): Settled {
  const term = extendedTerm(book, written, moment);
  const shares = baselinesOf(written);
  const based = shares.length === 0 ? null : measured(book, metrics, term.obligation, moment);
  const obligation = based?.obligation ?? term.obligation;
  const on = triggerOf(obligation);
  const since = on && (happened(on.after) ?? happenedBy(book, on.after, moment));
  const notices = since && noticesOf(obligation, since.days);
  return {
    obligation: { ...dated(obligation, notices), notices },
    notes: [...term.notes, ...(based?.notes ?? [])],
    names: [...new Set([...shares.map(({ of }) => of), ...(on ? [on.after] : []), ...(since?.names ?? [])])],
    ledgers: [term.ledger, ...(based?.ledgers ?? []), ...(since?.ledger ? [since.ledger] : [])],
  };
}

/** The last day, as often as it was extended while the obligation lasted. */
function extendedTerm(book: Book, written: Obligation, moment: Moment) {
  const ledger = openLedger(book, [written.id], moment, (row) => isExtension(book, row));
  let { until } = written;
  let notes: Notes = [];
  const rows = ledger.rows();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const say = (text: string) => {
      notes = withNote(notes, { kind: "not-accepted", text, rows: [row] });
    };
    const length = Number.isNaN(book.value(row)) ? null : readPeriod(`${book.value(row)} ${book.unit(row) || "days"}`);
    if (until === null) say("is extended, and has no last day on record");
    else if (dayText(book.first(row)) > until) say(`is extended after its last day, ${until}`);
    else if (length === null || book.value(row) <= 0)
      say("is extended by no length of time; write it as value and unit: 5 and years");
    else {
      until = addPeriod(until, length);
      if (!written.extendable)
        say("is extended, which the agreement does not provide for (extendable: true); counted all the same");
    }
  }
  return { obligation: { ...written, until }, notes, ledger };
}

/** The obligation with what its limits come to, as far as their baselines are known. */
function measured(book: Book, metrics: readonly Metric[], obligation: Obligation, moment: Moment) {
  let notes: Notes = [];
  const ledgers: Ledger[] = [];
  const known = new Map<string, number | null>();
  const meanOf = (baseline: Baseline): number | null => {
    const key = JSON.stringify([baseline.of, baseline.from, baseline.until]);
    const there = known.get(key);
    if (there !== undefined) return there;
    const metric = metrics.find(({ id }) => id === baseline.of);
    const ledger = openLedger(book, [baseline.of], moment, isWithin(book, baseline, obligation));
    ledgers.push(ledger);
    const found = metric ? baselineMean(book, metric, baseline, ledger.rows()) : { missing: "it is no metric" };
    if ("missing" in found)
      notes = withNote(notes, {
        kind: "unclear",
        text: `its baseline, the mean of ${metric?.name ?? baseline.of} from ${baseline.from} to ${baseline.until}, is not known: ${found.missing}`,
        rows: [],
      });
    known.set(key, "missing" in found ? null : found.mean);
    return "missing" in found ? null : found.mean;
  };
  const bound = (one: Bound | null): Bound | null =>
    one?.map((part) => {
      if (!part.baseline) return part;
      const mean = meanOf(part.baseline);
      const of = metrics.find(({ id }) => id === part.baseline?.of)?.name ?? part.baseline.of;
      const value = mean === null ? Number.NaN : (part.baseline.share / 100) * mean;
      return { ...part, value, baseline: { ...part.baseline, of } };
    }) ?? null;
  const limit = (one: Limit): Limit => ({ ...one, atMost: bound(one.atMost), atLeast: bound(one.atLeast) });
  const norm = withLimits(obligation, limit);
  return { obligation: { ...obligation, norm }, notes, ledgers };
}

/** The mean of what was proved for each time within a baseline; what is missing of it where it is not all there. */
function baselineMean(
  book: Book,
  metric: Metric,
  { from, until }: Baseline,
  rows: ArrayLike<number>,
): { readonly mean: number } | { readonly missing: string } {
  const scale = scaleOf(book, metric);
  const byTime = new Map<string, number>();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const key = `${book.first(row)} ${book.last(row)}`;
    const other = byTime.get(key);
    if (other !== undefined && book.by(other) !== book.by(row))
      return { missing: `figures for ${book.row(row).asOf} name different parties` };
    if (other !== undefined && book.source(other) !== book.source(row) && scale.figure(other) !== scale.figure(row))
      return { missing: `two sources differ for ${book.row(row).asOf}` };
    if (other === undefined || book.reported(row) >= book.reported(other)) byTime.set(key, row);
  }
  const kept = [...byTime.values()].sort((a, b) => book.first(a) - book.first(b));
  if (kept.length === 0) return { missing: "nothing was proved for it" };
  // Figures of years or months cover a time; figures of single days say nothing of how many there should be.
  let next = dayNumber(from);
  const gap =
    kept.some((row) => book.first(row) !== book.last(row)) &&
    kept.some((row) => {
      const open = book.first(row) > next;
      if (!open) next = Math.max(next, book.last(row) + 1);
      return open;
    });
  const whole = kept.every((row) => book.first(row) === book.last(row)) || (!gap && next > dayNumber(until));
  if (!whole) return { missing: `nothing was proved for ${dayText(next)}` };
  return { mean: kept.reduce((sum, row) => sum + scale.figure(row), 0) / kept.length };
}

/** The days on which rows say that something happened; of a month alone it is known by its end. */
function happenedBy(book: Book, name: string, moment: Moment): Happened {
  const ledger = openLedger(book, [name], moment, happens(book));
  return { days: Array.from(ledger.rows(), (row) => dayText(book.last(row))), names: [name], ledger };
}

/** Those of the days that lie in the time of an obligation, each once, in order. */
const noticesOf = ({ from, until }: Obligation, days: readonly Day[]): readonly Day[] =>
  [...new Set(days)]
    .filter((day) => (from === null || day >= from) && (until === null || day <= until))
    .sort()
    .slice(0, MOST_NOTICES);

/** A task that runs from something is due so long after it first happened. */
function dated(obligation: Obligation, notices: readonly Day[] | null): Obligation {
  const [first] = notices ?? [];
  if (first === undefined) return obligation;
  return { ...obligation, norm: begunBy(obligation, ({ within }) => addPeriod(first, within)) };
}
