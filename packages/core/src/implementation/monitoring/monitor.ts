// Was it kept? The obligations of an agreement against what was observed, as of one day, known by another.
import {
  type Case,
  type Day,
  done,
  isDay,
  misused,
  type Obligation,
  type Outcome,
  refuse,
  type Viewing,
  type ViewingOptions,
  viewingOf,
} from "../../case/index.js";
import { sentencesIn } from "../../wording/index.js";
import { dayNumber, dayText, type ObservationRow, spanReader } from "./book.js";
import { isExtension } from "./charges.js";
import { dueOf } from "./due.js";
import { findingsOf } from "./findings.js";
import { type Ledger, type Moment, openLedger } from "./ledger.js";
import { type PowerCourse, powerCourse, powerStanding } from "./powers.js";
import type { Rows } from "./read-rows.js";
import { keepingSaid } from "./said.js";
import { type Tally, tallyOf } from "./tally.js";
import type { Monitoring, ObligationStanding } from "./types.js";
import { type ObligationWatch, watching } from "./watching.js";

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
  const watch = (obligation: Obligation): ObligationWatch =>
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
  const judgedOf = (one: ObligationWatch): ObligationStanding => {
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

interface Assembling {
  readonly negotiation: Case;
  readonly rows: Rows;
  readonly viewing: Viewing;
  readonly knownAt: Day | null;
  readonly tally: Tally;
  readonly all: readonly ObligationWatch[];
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
  const said = keepingSaid(result);
  return { ...viewing, ...result, said, sentence: sentencesIn("en").monitoring.keeping(said) };
}
