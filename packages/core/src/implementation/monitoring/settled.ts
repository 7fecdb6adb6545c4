// What of an obligation is only known from rows: how long it lasts, what its limits are shares of, from what its deadlines run.
import {
  addPeriod,
  type Baseline,
  type Bound,
  type Case,
  type Day,
  type Limit,
  lastDay,
  type Metric,
  type Obligation,
  PROOFS,
  readPeriod,
} from "../../case/index.js";
import { type Book, dayNumber, dayText, QUALIFIERS } from "./book.js";
import { scaleOf } from "./compare.js";
import { type Ledger, type Moment, openLedger } from "./ledger.js";
import { type Notes, noted } from "./noted.js";

/** An obligation as the rows leave it. */
export interface SettledObligation extends Obligation {
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

const EXTENDED = QUALIFIERS.indexOf("extended");

/** So many deadlines of one obligation are reckoned with. */
const MOST_NOTICES = 5000;

export function settled({ metrics, powers }: Case, book: Book, written: Obligation, moment: Moment): Settled {
  const term = extendedTerm(book, written, moment);
  const shares = baselinesOf(written);
  const based = shares.length === 0 ? null : measured(book, metrics, term.obligation, moment);
  const obligation = based?.obligation ?? term.obligation;
  const on = "on" in obligation.norm ? obligation.norm.on : null;
  const notices = on && noticesOf(book, powers, obligation, on.after, moment);
  return {
    obligation: { ...dated(obligation, notices?.days ?? null), notices: notices?.days ?? null },
    notes: [...term.notes, ...(based?.notes ?? [])],
    names: [...new Set([...shares.map(({ of }) => of), ...(on ? [on.after] : [])])],
    ledgers: [term.ledger, ...(based?.ledgers ?? []), ...(notices ? [notices.ledger] : [])],
  };
}

/** The last day, as often as it was extended while the obligation lasted. */
function extendedTerm(book: Book, written: Obligation, moment: Moment) {
  const ledger = openLedger(book, [written.id], moment, (row) => book.qualifier(row) === EXTENDED);
  let { until } = written;
  let notes: Notes = [];
  const rows = ledger.rows();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const say = (text: string) => {
      notes = noted(notes, { kind: "not-accepted", text, rows: [row] });
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

const limitsIn = ({ norm }: Obligation): readonly Limit[] =>
  "limits" in norm ? norm.limits : norm.form === "achieve" && norm.limit ? [norm.limit] : [];

const baselinesOf = (obligation: Obligation): Baseline[] =>
  limitsIn(obligation).flatMap(({ atMost, atLeast }) =>
    [...(atMost ?? []), ...(atLeast ?? [])].flatMap(({ baseline }) => baseline ?? []),
  );

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
      notes = noted(notes, {
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
  const { norm } = obligation;
  const settledNorm =
    "limits" in norm
      ? { ...norm, limits: norm.limits.map(limit) }
      : norm.form === "achieve"
        ? { ...norm, limit: norm.limit && limit(norm.limit) }
        : norm;
  return { obligation: { ...obligation, norm: settledNorm }, notes, ledgers };
}

const isWithin =
  (book: Book, { from, until }: Baseline, { proof }: Obligation) =>
  (row: number): boolean =>
    book.qualifier(row) <= PROOFS.indexOf(proof) &&
    book.first(row) >= dayNumber(from) &&
    book.last(row) <= dayNumber(until);

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

/** The days on which something happened: a figure above 0, a fulfilment, an invocation. */
function noticesOf(book: Book, powers: Case["powers"], obligation: Obligation, name: string, moment: Moment) {
  const wanted = powers.some(({ id }) => id === name) ? "invoked" : "fulfilled";
  const happened = (row: number): boolean =>
    book.qualifier(row) < PROOFS.length
      ? book.value(row) > 0 && book.qualifier(row) <= PROOFS.indexOf("reported")
      : QUALIFIERS[book.qualifier(row)] === wanted;
  const ledger = openLedger(book, [name], moment, happened);
  const rows = ledger.rows();
  const days: Day[] = [];
  for (let i = 0; i < rows.length && days.length < MOST_NOTICES; i++) {
    // Of a month alone it is known by its end.
    const day = lastDay(dayText(book.last(rows[i] ?? 0)));
    const binds =
      (obligation.from === null || day >= obligation.from) && (obligation.until === null || day <= obligation.until);
    if (binds && days.at(-1) !== day) days.push(day);
  }
  return { days, ledger };
}

/** A task that runs from something is due so long after it first happened. */
function dated(obligation: Obligation, notices: readonly Day[] | null): Obligation {
  const { norm } = obligation;
  const [first] = notices ?? [];
  if (norm.form !== "achieve" || norm.on === null || first === undefined) return obligation;
  return { ...obligation, norm: { ...norm, by: addPeriod(first, norm.on.within) } };
}
