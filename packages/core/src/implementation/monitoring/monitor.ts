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
  type Power,
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
import { powerStanding } from "./powers.js";
import type { Rows } from "./read-rows.js";
import { monitoringSentence } from "./sentence.js";
import { achieveStanding, type Judging, limitStanding, reportStanding, seriesOf } from "./standing.js";
import { achieveReader, dueDay, reportReader } from "./tasks.js";
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
   * Takes one row more, as if it stood at the end of the record.
   * @returns which obligations were looked at anew, and how many rows were read for it
   */
  readonly add: (row: ObservationRow) => { readonly touched: readonly string[]; readonly read: number };
}

/** Dates are four-digit years. */
const END_OF_TIME = dayNumber("9999-12-31");

/** @returns refused where the case has no obligations */
export function monitor(negotiation: Case, rows: Rows, options: MonitorOptions = {}): Outcome<Monitor> {
  const { knownAt, asOf } = options;
  if (knownAt !== undefined && !isDay(knownAt)) return misused(`"${knownAt}" is no day. Write 2019-02-24.`);
  // Whoever asks what was known on a day asks as of that day.
  const viewing = viewingOf(negotiation, {
    ...options,
    ...(asOf === undefined && knownAt !== undefined && { asOf: knownAt }),
  });
  if (!viewing.ok) return viewing;
  if (negotiation.obligations.length === 0)
    return refuse(
      "there is nothing to keep yet: write obligations into agreement.yaml, or give commitments a due day (docs/monitoring.md).",
    );
  return done(watched(negotiation, rows, viewing.value, knownAt ?? null));
}

interface Watched {
  readonly obligation: Obligation;
  readonly names: readonly string[];
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
  const watch = (obligation: Obligation): Watched => watching(negotiation, book, obligation, viewing.asOf, moment);
  const all = negotiation.obligations.map(watch);
  const powers = negotiation.powers.map((power) => ({ power, ledger: openLedger(book, [power.id], moment) }));
  /** Judged once, and again where a row touched it. */
  const judged = new Map<string, ObligationStanding>();
  const spanOf = spanReader();
  const tally = tallyOf(book, moment);
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
    add: (row) => {
      const span = spanOf(row.asOf);
      const reported = spanOf(row.reportedAt || row.asOf);
      if (!span || !reported) return { touched: [], read: 0 };
      const at = book.add(row, span, reported[1]);
      tally.count(at);
      let read = 0;
      const touched: string[] = [];
      for (const [i, one] of all.entries()) {
        if (!one.names.includes(row.metric)) continue;
        const place = one.ledger.insert(at);
        if (place === null) continue;
        if (place === "all") {
          const fresh = watch(one.obligation);
          all[i] = fresh;
          read += fresh.ledger.rows().length;
        } else read += one.run.from(place);
        judged.delete(one.obligation.id);
        touched.push(one.obligation.id);
      }
      for (const [i, { power }] of powers.entries())
        if (power.id === row.metric) powers[i] = { power, ledger: openLedger(book, [power.id], moment) };
      return { touched, read };
    },
  };
}

function watching({ metrics, powers }: Case, book: Book, obligation: Obligation, asOf: Day, moment: Moment): Watched {
  const { norm } = obligation;
  const metric = metrics.find(({ id }) => id === norm.metric) ?? null;
  const scale = metric && scaleOf(book, metric);
  const reach: Reach = new Map(
    powers.flatMap(({ id, suspends, terminates }): [string, "suspended" | "terminated"][] => {
      if (terminates.includes(obligation.id)) return [[id, "terminated"]];
      return suspends.includes(obligation.id) ? [[id, "suspended"]] : [];
    }),
  );
  const names = [...new Set([...(norm.metric === null ? [] : [norm.metric]), obligation.id])];
  const ledger = openLedger(
    book,
    [...names, ...reach.keys()],
    moment,
    (row) => !reach.has(book.name(row)) || isExerted(book, row),
  );
  const judging: Judging = { book, obligation, metric, scale, ledger, asOf };
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
  const base = { obligation, names: [...names, ...reach.keys()], ledger, judging };
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

const isExerted = (book: Book, row: number): boolean => book.row(row).qualifier === "exerted";

interface Assembling {
  readonly negotiation: Case;
  readonly rows: Rows;
  readonly viewing: Viewing;
  readonly knownAt: Day | null;
  readonly tally: Tally;
  readonly all: readonly Watched[];
  readonly powers: readonly { readonly power: Power; readonly ledger: Ledger }[];
  readonly obligations: readonly ObligationStanding[];
}

function assemble(found: Assembling): Monitoring {
  const { negotiation, rows, viewing, knownAt, obligations, powers, tally } = found;
  const { book } = rows;
  const standings = powers.map(({ power, ledger }) => powerStanding(book, power, ledger, viewing.asOf, obligations));
  const powerStandings = standings.map(({ standing }) => standing);
  const due = dueOf(negotiation, obligations, powerStandings, viewing.asOf);
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
    findings: findingsOf(
      found,
      standings.map(({ notes }) => notes),
    ),
    days: tally.days(),
  };
  return { ...viewing, ...result, sentence: monitoringSentence(result) };
}

/** How far ahead a calendar of what falls due looks. */
const AHEAD = { months: 36, days: 0 };

/** What falls due from the as-of day on. */
function dueOf(
  { obligations: written }: Case,
  obligations: readonly ObligationStanding[],
  powers: Monitoring["powers"],
  asOf: Day,
): Due[] {
  const last = addPeriod(asOf, AHEAD);
  const all: Due[] = obligations.flatMap((one): Due[] => {
    const { id, text, standing, from, until, limits, projection, inspect, form } = one;
    const obligation = written.find((other) => other.id === id);
    if (standing === "terminated" || standing === "discharged" || standing === "fulfilled" || standing === "expired")
      return [];
    const norm = obligation?.norm;
    const by = norm?.form === "achieve" ? [{ day: norm.by, what: text, about: id, kind: "achieve" as const }] : [];
    return [
      ...by,
      ...(obligation && form === "report" ? reportsAhead(obligation, id, text, asOf, last) : []),
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

function reportsAhead(obligation: Obligation, id: string, text: string, asOf: Day, last: Day): Due[] {
  const due: Due[] = [];
  for (let k = 0; ; k++) {
    const day = dueDay(obligation, k);
    if (day === null || day > last) return due;
    if (day >= asOf) due.push({ day, what: text, about: id, kind: "report" });
  }
}

const MOST_LINES = 20;
const MOST_DAYS = 400;
const MOST_FINDINGS = 500;

function findingsOf(
  { negotiation, rows, all, powers, obligations, tally }: Assembling,
  ofPowers: readonly (readonly Note[])[],
): Finding[] {
  const { book } = rows;
  const linesOf = (at: readonly number[]) => at.slice(0, MOST_LINES).map((row) => book.row(row).line);
  const written = (about: string, notes: readonly Note[]): Finding[] =>
    notes.map(({ kind, text, rows: at }) => ({ kind, about, text, lines: linesOf(at) }));
  const findings: Finding[] = all.flatMap(({ obligation, notes }) => written(obligation.id, notes()));
  findings.push(...powers.flatMap(({ power }, i) => written(power.id, ofPowers[i] ?? [])));
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
  for (const [name, count] of rows.unspoken)
    findings.push({
      kind: "unspoken",
      about: name,
      text: `no obligation speaks of it: ${count} ${count === 1 ? "row is" : "rows are"} kept and not judged`,
      lines: linesOf(
        Array.from({ length: Math.min(MOST_LINES, book.of(name).length) }, (_, i) => book.of(name)[i] ?? 0),
      ),
    });
  const { assumed, unreported } = tally.assumed();
  if (unreported > 0)
    findings.push({
      kind: "assumed",
      about: "",
      text: `${unreported} of ${book.size()} rows do not say when they were reported: taken as known on the day that they are of`,
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
  readonly assumed: () => { readonly assumed: readonly number[]; readonly unreported: number };
  /** The days on which the record changed, thinned where they are many. */
  readonly days: () => Day[];
}

function tallyOf(book: Book, { asOf, knownAt }: Moment): Tally {
  const days = new Set<number>();
  const assumed: number[] = [];
  let [known, unreported] = [0, 0];
  const count = (row: number) => {
    if (book.last(row) <= asOf && book.reported(row) <= knownAt) known += 1;
    if (book.assumed(row)) {
      unreported += 1;
      if (assumed.length < MOST_LINES) assumed.push(row);
    }
    days.add(book.last(row));
    days.add(book.reported(row));
  };
  for (let row = 0; row < book.size(); row++) count(row);
  return {
    count,
    known: () => known,
    assumed: () => ({ assumed, unreported }),
    days: () => {
      const sorted = Int32Array.from(days).sort();
      const every = Math.max(1, Math.ceil(sorted.length / MOST_DAYS));
      return [...sorted].filter((_, i) => i % every === 0 || i === sorted.length - 1).map(dayText);
    },
  };
}
