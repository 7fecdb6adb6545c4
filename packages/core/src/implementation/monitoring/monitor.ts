// Was it kept? The obligations of an agreement against what was observed, as of one day, known by another.
import {
  addPeriod,
  type Case,
  type Day,
  done,
  isDay,
  lastDay,
  type Metric,
  misused,
  type Obligation,
  type Outcome,
  refuse,
  type Viewing,
  type ViewingOptions,
  viewingOf,
} from "../../case/index.js";
import { type Book, dayNumber, dayText, type ObservationRow, spanReader } from "./book.js";
import { scaleOf } from "./compare.js";
import type { Reach } from "./events.js";
import { type Ledger, type Moment, openLedger } from "./ledger.js";
import { limitReader } from "./limits.js";
import type { Note } from "./noted.js";
import { type PowerCourse, powerCourse, powerStanding } from "./powers.js";
import type { Rows } from "./read-rows.js";
import { monitoringSentence } from "./sentence.js";
import { AHEAD, achieveStanding, type Judging, limitStanding, reportStanding, seriesOf } from "./standing.js";
import { achieveReader, reportReader } from "./tasks.js";
import type { Due, Finding, Monitoring, ObligationStanding } from "./types.js";
import { listOf, type Run, run } from "./watch.js";

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
  /** Of the powers that reach it. */
  readonly powers: readonly string[];
  readonly ledger: Ledger;
  readonly judging: Judging;
  readonly run: Run<unknown>;
  readonly judge: () => ObligationStanding;
  readonly notes: () => readonly Note[];
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
    watching(
      negotiation,
      book,
      obligation,
      powers.map(({ course }) => course),
      viewing.asOf,
      moment,
    );
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
        if (!one.names.some((name) => names.has(name))) continue;
        touched.push(one.obligation.id);
        judged.delete(one.obligation.id);
        // A few rows are put in where they belong; for many, or where a power is about it, all are read anew.
        const few = places.length <= FEW && !one.powers.some((name) => names.has(name));
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

function watching(
  { metrics }: Case,
  book: Book,
  obligation: Obligation,
  courses: readonly PowerCourse[],
  asOf: Day,
  moment: Moment,
): Watched {
  const { norm } = obligation;
  const metric = metrics.find(({ id }) => id === norm.metric) ?? null;
  const scale = metric && scaleOf(book, metric);
  const reaching = courses.filter(
    ({ power }) => power.terminates.includes(obligation.id) || power.suspends.includes(obligation.id),
  );
  const reach: Reach = new Map(
    reaching.flatMap(({ power, exerted }) =>
      exerted.map((row) => [row, power.terminates.includes(obligation.id) ? "terminated" : "suspended"] as const),
    ),
  );
  const own = [...new Set([...(norm.metric === null ? [] : [norm.metric]), obligation.id])];
  const powers = reaching.map(({ power }) => power.id);
  const ledger = openLedger(book, [...own, ...powers], moment, (row) => own.includes(book.name(row)) || reach.has(row));
  const judging: Judging = { book, obligation, metric, scale, ledger, asOf, knownAt: moment.knownAt };
  const setting = { book, obligation, scale, reach };
  const frame = (part: ReturnType<typeof limitStanding>): ObligationStanding => ({
    id: obligation.id,
    by: obligation.by,
    text: obligation.text,
    article: obligation.article,
    terms: obligation.terms,
    form: norm.form,
    metric: metric && { id: metric.id, name: metric.name, unit: metric.unit },
    from: obligation.from,
    until: obligation.until,
    contested: obligation.contested.filter(({ date }) => date === null || lastDay(date) <= asOf),
    series: seriesOf(judging),
    ...part,
  });
  const base = { obligation, names: [...own, ...powers], powers, ledger, judging };
  if (norm.form === "achieve") {
    const reading = run(achieveReader(setting), ledger.rows);
    return {
      ...base,
      run: reading,
      judge: () => frame(achieveStanding(judging, reading.state())),
      notes: () => listOf(reading.state().notes),
    };
  }
  if (norm.form === "report") {
    const reading = run(reportReader(setting), ledger.rows);
    return {
      ...base,
      run: reading,
      judge: () => frame(reportStanding(judging, reading.state())),
      notes: () => listOf(reading.state().notes),
    };
  }
  const reading = run(limitReader({ ...setting, scale: scale ?? scaleOf(book, NO_METRIC) }), ledger.rows);
  return {
    ...base,
    run: reading,
    judge: () => frame(limitStanding(judging, reading.state())),
    notes: () => listOf(reading.state().notes),
  };
}

const NO_METRIC: Metric = { id: "", name: "", unit: null, enrichment: null };

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
    findings: findingsOf(found),
    days: tally.days(),
  };
  return { ...viewing, ...result, sentence: monitoringSentence(result) };
}

/** What falls due from the as-of day on. */
function dueOf(obligations: readonly ObligationStanding[], powers: Monitoring["powers"], asOf: Day): Due[] {
  const last = addPeriod(asOf, AHEAD);
  const all: Due[] = obligations.flatMap((one): Due[] => {
    const { id, text, standing, from, until, limits, projection, inspect, form } = one;
    if (["terminated", "discharged", "fulfilled", "expired"].includes(standing)) return [];
    const tasks = one.ahead.map((day) => ({
      day,
      what: text,
      about: id,
      kind: form === "report" ? ("report" as const) : ("achieve" as const),
    }));
    return [
      ...tasks,
      ...(from ? [{ day: from, what: `${text}: begins to bind`, about: id, kind: "begins" as const }] : []),
      ...(until ? [{ day: until, what: `${text}: last day`, about: id, kind: "ends" as const }] : []),
      ...limits.flatMap(({ from: day, text: limit }, i) =>
        day && i > 0 ? [{ day, what: `${text}: ${limit} from now on`, about: id, kind: "limit" as const }] : [],
      ),
      ...(projection?.crosses && standing === "at-risk"
        ? [
            {
              day: projection.crosses,
              what: `${text}: beyond the limit at this pace`,
              about: id,
              kind: "crossing" as const,
            },
          ]
        : []),
      ...(inspect && inspect.by > asOf
        ? [
            {
              day: inspect.by,
              what: `${text}: to be inspected (${inspect.why})`,
              about: id,
              kind: "inspection" as const,
            },
          ]
        : []),
    ];
  });
  const stages: Due[] = powers.flatMap(({ id, text, stages: clock, standing }) =>
    standing === "running"
      ? clock.map(({ name, until }) => ({
          day: until,
          what: `${text}: "${name}" ends`,
          about: id,
          kind: "stage" as const,
        }))
      : [],
  );
  return [...all, ...stages]
    .filter(({ day }) => day >= asOf && day <= last)
    .sort((a, b) => a.day.localeCompare(b.day, "en") || a.about.localeCompare(b.about, "en"));
}

const MOST_LINES = 20;
const MOST_DAYS = 400;
const MOST_FINDINGS = 500;

function findingsOf({ negotiation, rows, all, powers, obligations, tally }: Assembling): Finding[] {
  const { book } = rows;
  const linesOf = (at: readonly number[]) => at.slice(0, MOST_LINES).map((row) => book.row(row).line);
  const written = (about: string, notes: readonly Note[]): Finding[] =>
    notes.map(({ kind, text, rows: at }) => ({ kind, about, text, lines: linesOf(at) }));
  const findings: Finding[] = all.flatMap(({ obligation, notes }) => written(obligation.id, notes()));
  findings.push(...powers.flatMap(({ course }) => written(course.power.id, course.notes)));
  // What several obligations read alike is said once.
  const seen = new Set<number>();
  for (const { ledger } of [...all, ...powers]) {
    for (const { row, by } of ledger.withdrawn()) {
      if (seen.has(row)) continue;
      seen.add(row);
      findings.push({
        kind: "withdrawn",
        about: book.name(row),
        text: `withdrawn on ${book.row(by).reportedAt}, and not used`,
        lines: linesOf([row, by]),
      });
    }
    for (const by of ledger.idle()) {
      if (seen.has(by)) continue;
      seen.add(by);
      findings.push({
        kind: "not-accepted",
        about: book.name(by),
        text: "withdraws nothing: no row of that day, source and value was on record by then",
        lines: linesOf([by]),
      });
    }
    for (const row of ledger.duplicates()) {
      if (seen.has(row)) continue;
      seen.add(row);
      findings.push({
        kind: "duplicate",
        about: book.name(row),
        text: "says what an earlier row says, and counts once",
        lines: linesOf([row]),
      });
    }
    for (const row of ledger.early()) {
      if (seen.has(row)) continue;
      seen.add(row);
      findings.push({
        kind: "future",
        about: book.name(row),
        text: `is of ${book.row(row).asOf}, later than it was reported (${book.row(row).reportedAt}), and is not used`,
        lines: linesOf([row]),
      });
    }
  }
  for (const [name, { count, first }] of tally.unspoken())
    findings.push({
      kind: "unspoken",
      about: name,
      text: `no obligation speaks of it: ${count} ${count === 1 ? "row is" : "rows are"} kept and not judged`,
      lines: linesOf(first),
    });
  const { assumed, unreported } = tally.assumed();
  if (unreported > 0)
    findings.push({
      kind: "assumed",
      about: "",
      text: `${unreported} of ${tally.known()} rows do not say when they were reported: taken as known on the day that they are of`,
      lines: linesOf(assumed),
    });
  for (const { id, contested } of obligations)
    for (const { by, text } of contested)
      findings.push({
        kind: "contested",
        about: id,
        text: `${negotiation.parties.find((party) => party.id === by)?.name ?? by} contests it: ${text}`,
        lines: [],
      });
  return findings.slice(0, MOST_FINDINGS);
}

/** What is counted over all rows: once, and then row by row. */
interface Tally {
  readonly count: (row: number) => void;
  readonly known: () => number;
  /** Of what is known by then: names that nothing in the case has. */
  readonly unspoken: () => ReadonlyMap<string, { readonly count: number; readonly first: readonly number[] }>;
  readonly assumed: () => { readonly assumed: readonly number[]; readonly unreported: number };
  /** The days on which the record changed, thinned where they are many. */
  readonly days: () => Day[];
}

function tallyOf({ metrics, obligations, powers }: Case, book: Book, { asOf, knownAt }: Moment): Tally {
  const days = new Set<number>();
  const assumed: number[] = [];
  const spoken = new Set([...metrics, ...obligations, ...powers].map(({ id }) => id));
  const unspoken = new Map<string, { count: number; first: number[] }>();
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
    if (spoken.has(name)) return;
    const there = unspoken.get(name) ?? { count: 0, first: [] };
    there.count += 1;
    if (there.first.length < MOST_LINES) there.first.push(row);
    unspoken.set(name, there);
  };
  for (let row = 0; row < book.size(); row++) count(row);
  return {
    count,
    known: () => known,
    unspoken: () => unspoken,
    assumed: () => ({ assumed, unreported }),
    days: () => {
      const sorted = Int32Array.from(days).sort();
      const every = Math.max(1, Math.ceil(sorted.length / MOST_DAYS));
      return [...sorted].filter((_, i) => i % every === 0 || i === sorted.length - 1).map(dayText);
    },
  };
}
