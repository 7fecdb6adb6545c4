// Was it kept? The obligations of an agreement against what was observed, as of one day, known by another.
import {
  type Case,
  type Day,
  done,
  isDay,
  lastDay,
  listed,
  type Metric,
  misused,
  type Obligation,
  type Outcome,
  PROOFS,
  refuse,
  type Viewing,
  type ViewingOptions,
  viewingOf,
} from "../../case/index.js";
import { achieveReader, doneOn } from "./achieve.js";
import { achieveStanding } from "./achieve-standing.js";
import { type Book, dayNumber, dayText, type ObservationRow, spanReader } from "./book.js";
import { chargedTo, isExtension } from "./charges.js";
import { scaleOf } from "./compare.js";
import { dueOf } from "./due.js";
import type { Reach } from "./events.js";
import { findingsOf } from "./findings.js";
import type { Judging } from "./judging.js";
import { type Ledger, type Moment, openLedger } from "./ledger.js";
import { asOfToday, limitStanding } from "./limit-standing.js";
import { limitReader } from "./limits.js";
import type { Notes } from "./noted.js";
import { type PowerCourse, powerCourse, powerStanding } from "./powers.js";
import type { Rows } from "./read-rows.js";
import { reportStanding } from "./report-standing.js";
import { reportedOn, reportReader } from "./reports.js";
import { monitoringSentence } from "./sentence.js";
import { seriesOf } from "./series.js";
import { type Happened, settled } from "./settled.js";
import { type Tally, tallyOf } from "./tally.js";
import type { Monitoring, ObligationStanding } from "./types.js";
import { type Run, run } from "./watch.js";
import { windowed } from "./windows.js";

export interface MonitorOptions extends ViewingOptions {
  /** What was reported by this day; all that is on record unless given. */
  readonly knownAt?: Day;
}

/** A case being watched: asked as often as is wanted, and told of rows one at a time. */
export interface Monitor {
  readonly standing: () => Monitoring;
  /**
   * Takes more rows, as if they stood at the end of the record.
   * @returns which obligations were looked at anew, and how many rows were read for it
   */
  readonly add: (rows: readonly ObservationRow[]) => { readonly touched: readonly string[]; readonly read: number };
}

/** Dates are four-digit years. */
const END_OF_TIME = dayNumber("9999-12-31");

/** @returns refused where the case has no obligations */
export function monitor(negotiation: Case, rows: Rows, options: MonitorOptions = {}): Outcome<Monitor> {
  const { knownAt, asOf } = options;
  if (knownAt !== undefined && !isDay(knownAt)) return misused(`"${knownAt}" is no day. Write 2019-02-24.`);
  // Whoever asks what was known on a day asks as of that day; a case without a day of its own is seen from its last row.
  const seen = asOf ?? knownAt ?? (negotiation.asOf === null ? lastReport(rows) : undefined);
  const viewing = viewingOf(negotiation, { ...options, ...(seen !== undefined && { asOf: seen }) });
  if (!viewing.ok) return viewing;
  if (negotiation.obligations.length === 0)
    return refuse(
      "there is nothing to keep yet: write obligations into agreement.yaml, or give commitments a due day (docs/monitoring.md).",
    );
  return done(watched(negotiation, rows, viewing.value, knownAt ?? null));
}

function lastReport({ book }: Rows): Day | undefined {
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < book.size(); row++) last = Math.max(last, book.reported(row));
  return book.size() === 0 ? undefined : dayText(last);
}

interface Watched {
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

function watched(negotiation: Case, rows: Rows, viewing: Viewing, knownAt: Day | null): Monitor {
  const { book } = rows;
  const moment: Moment = {
    asOf: dayNumber(viewing.asOf),
    knownAt: knownAt === null ? END_OF_TIME : dayNumber(knownAt),
  };
  const courses = () =>
    negotiation.powers.map((power) => {
      const ledger = openLedger(book, [power.id], moment);
      return { course: powerCourse(book, power, ledger), ledger };
    });
  let powers = courses();
  const watch = (obligation: Obligation): Watched =>
    watching(obligation, {
      negotiation,
      book,
      courses: powers.map(({ course }) => course),
      asOf: viewing.asOf,
      moment,
    });
  const all = negotiation.obligations.map(watch);
  /** Judged once, and again where a row touched it. */
  const judged = new Map<string, ObligationStanding>();
  const spanOf = spanReader();
  const tally = tallyOf(negotiation, book, moment);
  const judgedOf = (one: Watched): ObligationStanding => {
    const kept = judged.get(one.obligation.id);
    if (kept) return kept;
    const found = one.judge();
    judged.set(one.obligation.id, found);
    return found;
  };
  return {
    standing: () =>
      assemble({ negotiation, rows, viewing, knownAt, tally, all, powers, obligations: all.map(judgedOf) }),
    add: (added) => {
      const places = added.flatMap((row) => {
        const span = spanOf(row.asOf);
        const reported = spanOf(row.reportedAt || row.asOf);
        if (!span || !reported) return [];
        const at = book.add(row, span, reported[1]);
        tally.count(at);
        return [at];
      });
      const names = new Set(places.map(book.name));
      if (negotiation.powers.some(({ id }) => names.has(id))) powers = courses();
      let read = 0;
      const touched: string[] = [];
      for (const [i, one] of all.entries()) {
        if (![...one.names, ...one.whole].some((name) => names.has(name))) continue;
        touched.push(one.obligation.id);
        judged.delete(one.obligation.id);
        // A few rows are put in where they belong; for many, or where a power is about it, all are read anew.
        const few =
          places.length <= FEW &&
          !one.whole.some((name) => names.has(name)) &&
          !places.some((at) => isExtension(book, at));
        const put = few
          ? places.filter((at) => one.names.includes(book.name(at))).map(one.ledger.insert)
          : ["all" as const];
        if (put.includes("all")) {
          const fresh = watch(one.obligation);
          all[i] = fresh;
          read += fresh.ledger.rows().length;
        } else {
          const from = put.filter((place): place is number => typeof place === "number");
          if (from.length > 0) read += one.run.from(Math.min(...from));
        }
      }
      return { touched, read };
    },
  };
}

/** Rows at once that are each put in by themselves. */
const FEW = 16;

interface Watching {
  readonly negotiation: Case;
  readonly book: Book;
  readonly courses: readonly PowerCourse[];
  readonly asOf: Day;
  readonly moment: Moment;
}

type HappenedTo = (id: string) => Happened | null;

function watching(written: Obligation, all: Watching, happened: HappenedTo = happenedTo(all, [written.id])): Watched {
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
  const over = "over" in norm ? norm.over : null;
  const proof = PROOFS.indexOf(obligation.proof);
  const scaled = (one: Metric) =>
    scaleOf(book, one, (plain) => over && windowed(book, ledger.rows, over, plain, proof));
  const scale = metric && scaled(metric);
  const nameOf = calledIn(negotiation);
  const judging: Judging = { book, obligation, nameOf, metric, scale, ledger, asOf, knownAt: moment.knownAt };
  const setting = { book, obligation, scale, reach };
  const { judge, reading, happened: done, notes } = judgement(judging, setting);
  return {
    obligation: written,
    names: [...own, ...powers],
    // What others' rows decide, and what is taken over a time, is read anew as a whole.
    whole: [...powers, ...others, ...(over ? own : [])],
    ledger,
    settling: ledgers,
    judging,
    run: reading,
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
    // When a task is due says nothing of when it was done.
    const before = target.norm.form === "achieve" ? () => NEVER : happenedTo(all, [...asking, id]);
    const { happened, names, whole } = watching(target, all, before);
    const days = happened();
    return days && { ...NEVER, days, names: [...names, ...whole] };
  };
}

const NEVER: Happened = { days: [], names: [], ledger: null };

/** The reading of an obligation's rows, and how it stands by them. */
function judgement(
  judging: Judging,
  setting: Pick<Judging, "book" | "obligation" | "scale"> & { readonly reach: Reach },
) {
  const { ledger, metric, book, obligation } = judging;
  if (obligation.norm.form === "achieve") {
    const reading = run(achieveReader(setting), ledger.rows);
    return {
      reading,
      judge: () => achieveStanding(judging, reading.state()),
      happened: () => doneOn(book, reading.state()),
      notes: () => reading.state().notes,
    };
  }
  if (obligation.norm.form === "report") {
    const reading = run(reportReader(setting), ledger.rows);
    return {
      reading,
      judge: () => reportStanding(judging, reading.state()),
      happened: () => reportedOn(book, reading.state()),
      notes: () => reading.state().notes,
    };
  }
  const measured = {
    ...setting,
    scale: setting.scale ?? scaleOf(book, NO_METRIC),
    occasions: metric?.occasions ?? false,
  };
  const reading = run(limitReader(measured), ledger.rows);
  return {
    reading,
    judge: () => limitStanding(judging, reading.state()),
    happened: () => null,
    // A window that closed may say something, too.
    notes: () => asOfToday(judging, reading.state()).notes,
  };
}

/** What parties, metrics, obligations and powers are called. */
function calledIn({ parties, metrics, obligations, powers }: Case): (id: string) => string {
  const names = new Map([
    ...[...obligations, ...powers].map(({ id, text }) => [id, text] as const),
    ...[...metrics, ...parties].map(({ id, name }) => [id, name] as const),
  ]);
  return (id) => names.get(id) ?? id;
}

const NO_METRIC: Metric = { id: "", name: "", unit: null, enrichment: null, inspect: null, occasions: false };

interface Assembling {
  readonly negotiation: Case;
  readonly rows: Rows;
  readonly viewing: Viewing;
  readonly knownAt: Day | null;
  readonly tally: Tally;
  readonly all: readonly Watched[];
  readonly powers: readonly { readonly course: PowerCourse; readonly ledger: Ledger }[];
  readonly obligations: readonly ObligationStanding[];
}

function assemble(found: Assembling): Monitoring {
  const { rows, viewing, knownAt, obligations, powers, tally } = found;
  const { book } = rows;
  const powerStandings = powers.map(({ course }) => powerStanding(book, course, viewing.asOf, obligations));
  const due = dueOf(obligations, powerStandings, viewing.asOf);
  const inspections = obligations
    .flatMap(({ id, inspect }) => (inspect && inspect.by <= viewing.asOf ? [{ about: id, ...inspect }] : []))
    .sort((a, b) => a.by.localeCompare(b.by, "en"));
  const result = {
    knownAt,
    observations: {
      rows: book.size(),
      known: tally.known(),
      later: book.size() - tally.known(),
      malformed: rows.malformed,
      digest: rows.digest,
    },
    obligations,
    powers: powerStandings,
    due,
    inspections,
    findings: findingsOf({ ...found, book, asOf: viewing.asOf, malformed: rows.malformed }),
    days: tally.days(),
  };
  return { ...viewing, ...result, sentence: monitoringSentence(result) };
}
