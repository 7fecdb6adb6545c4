// One obligation being watched: what is read for it, and how it stands by that.

import { type Case, type Day, lastDay, type Metric, type Obligation, PROOFS, windowOf } from "../../case/index.js";
import { listed } from "../../wording/index.js";
import type { Book } from "./book.js";
import { chargedTo } from "./charges.js";
import { scaleOf } from "./compare.js";
import type { Reach } from "./events.js";
import type { Judging } from "./judging.js";
import { type Ledger, type Moment, openLedger } from "./ledger.js";
import type { Notes } from "./notes.js";
import type { PowerCourse } from "./powers.js";
import { READINGS, readingOf } from "./readings.js";
import { seriesOf } from "./series.js";
import { type Happened, settled } from "./settled.js";
import type { ObligationStanding } from "./types.js";
import type { Run } from "./watch.js";
import { windowed } from "./windows.js";

export interface ObligationWatch {
  readonly obligation: Obligation;
  readonly names: readonly string[];
  /** Names whose rows have all of it read anew: of powers that reach it, of baselines, of what deadlines run from. */
  readonly whole: readonly string[];
  readonly ledger: Ledger;
  /** What was read to settle how long it lasts and what its limits come to. */
  readonly settling: readonly Ledger[];
  readonly judging: Judging;
  readonly run: Pick<Run<unknown>, "from">;
  /** On which days it was done, for what runs from that; null where rows alone say so. */
  readonly happened: () => readonly Day[] | null;
  readonly judge: () => ObligationStanding;
  readonly notes: () => Notes;
}

export interface Watching {
  readonly negotiation: Case;
  readonly book: Book;
  readonly courses: readonly PowerCourse[];
  readonly asOf: Day;
  readonly moment: Moment;
}

type HappenedTo = (id: string) => Happened | null;

export function watching(
  written: Obligation,
  all: Watching,
  happened: HappenedTo = happenedTo(all, [written.id]),
): ObligationWatch {
  const { negotiation, book, courses, asOf, moment } = all;
  const { obligation, notes: settling, names: others, ledgers } = settled(negotiation, book, written, moment, happened);
  const { norm } = obligation;
  const metric = negotiation.metrics.find(({ id }) => id === norm.metric) ?? null;
  const reaching = courses.filter(
    ({ power }) => power.terminates.includes(obligation.id) || power.suspends.includes(obligation.id),
  );
  const reach: Reach = new Map(
    reaching.flatMap(({ power, exerted, restored }) => [
      ...exerted.map((row) => [row, power.terminates.includes(obligation.id) ? "terminated" : "suspended"] as const),
      // What it ended stays ended.
      ...(power.suspends.includes(obligation.id) ? restored.map((row) => [row, "resumed"] as const) : []),
    ]),
  );
  const own = [...new Set([...(norm.metric === null ? [] : [norm.metric]), obligation.id])];
  const powers = reaching.map(({ power }) => power.id);
  const charged = chargedTo(negotiation, book, obligation);
  const ledger = openLedger(
    book,
    [...own, ...powers],
    moment,
    (row) => reach.has(row) || (own.includes(book.name(row)) && charged(row)),
  );
  const over = windowOf(obligation);
  const proof = PROOFS.indexOf(obligation.proof);
  const scaled = (one: Metric) =>
    scaleOf(book, one, (plain) => over && windowed(book, ledger.rows, over, plain, proof));
  const scale = metric && scaled(metric);
  const nameOf = calledIn(negotiation);
  const judging: Judging = { book, obligation, nameOf, metric, scale, ledger, asOf, knownAt: moment.knownAt };
  const { run, judge, happened: done, notes } = readingOf(judging, reach);
  return {
    obligation: written,
    names: [...own, ...powers],
    // What others' rows decide, and what is taken over a time, is read anew as a whole.
    whole: [...powers, ...others, ...(over ? own : [])],
    ledger,
    settling: ledgers,
    judging,
    run,
    happened: done,
    judge: () => ({
      id: obligation.id,
      by: obligation.by,
      party: listed(obligation.by.map(nameOf)),
      text: obligation.text,
      article: obligation.article,
      terms: obligation.terms,
      form: norm.form,
      metric: metric && { id: metric.id, name: metric.name, unit: metric.unit, occasions: metric.occasions },
      from: obligation.from,
      until: obligation.until,
      contested: obligation.contested.filter(({ date }) => date === null || lastDay(date) <= asOf),
      series: seriesOf(judging),
      ...judge(),
    }),
    notes: () => [...settling, ...notes()],
  };
}

/**
 * What became of an obligation or power that a deadline runs from.
 * @param asking what is being asked already: of deadlines that run from each other in a circle none begins
 */
function happenedTo(all: Watching, asking: readonly string[]): HappenedTo {
  return (id) => {
    const course = all.courses.find(({ power }) => power.id === id);
    if (course) return { ...NEVER, days: course.invocations, names: [id] };
    if (asking.includes(id)) return NEVER;
    const target = all.negotiation.obligations.find((one) => one.id === id);
    if (!target) return null;
    const before = READINGS[target.norm.form].doneByDue ? happenedTo(all, [...asking, id]) : () => NEVER;
    const { happened, names, whole } = watching(target, all, before);
    const days = happened();
    return days && { ...NEVER, days, names: [...names, ...whole] };
  };
}

const NEVER: Happened = { days: [], names: [], ledger: null };

/** What parties, metrics, obligations and powers are called. */
function calledIn({ parties, metrics, obligations, powers }: Case): (id: string) => string {
  const names = new Map([
    ...[...obligations, ...powers].map(({ id, text }) => [id, text] as const),
    ...[...metrics, ...parties].map(({ id, name }) => [id, name] as const),
  ]);
  return (id) => names.get(id) ?? id;
}
