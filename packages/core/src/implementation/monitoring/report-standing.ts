// How an obligation to report stands: what came, what is outstanding or missing, what is next.

import { addPeriod, type Day } from "../../case/index.js";
import { listed } from "../../wording/index.js";
import { dayNumber, dayText } from "./book.js";
import { isOver, livingOn } from "./events.js";
import {
  AHEAD,
  endText,
  type Judged,
  type Judging,
  lifeOf,
  MOST_EPISODES,
  pendingText,
  restText,
  rowOf,
} from "./judging.js";
import { type Missing, owedDays, periodOf, type Reckoned, type ReportState, reckoned } from "./reports.js";
import type { Episode, Standing } from "./types.js";

export function reportStanding(judging: Judging<"report">, before: ReportState): Judged {
  const { obligation, asOf, knownAt } = judging;
  const state = livingOn(before, dayNumber(asOf));
  const until = Math.min(dayNumber(asOf), knownAt);
  const past = obligation.until !== null && asOf > obligation.until ? obligation.until : null;
  const ended = isOver(state.life) && state.ended >= 0 ? dayText(state.ended) : past;
  const found = reckoned(obligation, state, until);
  const runs = together(found.missing);
  const late = runs.slice(-MOST_EPISODES);
  const [next = null] = owedDays(obligation, state, dayNumber(asOf), null);
  const account: Account = { ...found, next, ended, until, answers: obligation.notices !== null };
  const standing = lifeOf(judging, state) ?? reportWord(account);
  const horizon = dayNumber(addPeriod(asOf, AHEAD));
  return {
    standing,
    why: reportWhy(standing, judging, state, account),
    episodes: late.map((run) => episodeOf(judging, run, account)),
    earlier: runs.length - late.length,
    ahead: isOver(state.life) ? [] : owedDays(obligation, state, dayNumber(asOf), horizon),
    limits: [],
    projection: null,
    lastProof: rowOf(judging, state.last),
    last: rowOf(judging, state.last),
    unverifiedSince: null,
    inspect: null,
    rows: state.rows,
  };
}

/** What came of the reports by a day, which one is next, and when the obligation ended. */
interface Account extends Reckoned {
  readonly next: Day | null;
  readonly ended: Day | null;
  readonly until: number;
  /** Each is owed after something that happens. */
  readonly answers: boolean;
}

/** A run of reports that are missing until the same day. */
type MissingRun = readonly [Missing, ...Missing[]];

/** Missing ones that follow on each other and end alike are one episode. */
function together(missing: readonly Missing[]): MissingRun[] {
  const runs: [Missing, ...Missing[]][] = [];
  for (const one of missing) {
    const last = runs.at(-1);
    if (last && last[0].end === one.end && last[0].disputed === one.disputed) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

const isOpen = ({ end }: Missing, until: number): boolean => end === null || end > until;

function episodeOf({ book }: Judging, run: MissingRun, { ended, until }: Account): Episode {
  const [first] = run;
  const open = isOpen(first, until);
  const start = dayText(first.start);
  // What was missing at the end ends with it; what became missing by its grace alone, on its own day.
  const lapse = ended === null ? null : ended > start ? ended : start;
  const end = open || first.end === null ? lapse : dayText(first.end);
  const rows = run.flatMap(({ row }) => (row === null ? [] : [row]));
  return {
    kind: first.disputed ? "disputed" : "missing",
    over: false,
    by: null,
    lapsed: open && ended !== null,
    start,
    verified: start,
    known: start,
    end,
    endKnown: end,
    peak: null,
    claimed: null,
    evidence: [...new Set(rows)].map(book.row),
    rows: rows.length,
    count: run.length,
  };
}

function reportWord({ missing, outstanding, met, excused, next, until, answers }: Account): Standing {
  const open = missing.filter((one) => isOpen(one, until));
  if (open.length > 0) return open.every(({ disputed }) => disputed) ? "disputed" : "breached";
  if (outstanding.length > 0) return "outstanding";
  // Where each answers something, none is ever the last.
  if (answers) return missing.length > 0 ? "cured" : met > 0 ? "compliant" : next === null ? "pending" : "due";
  // Where nothing came and nothing is owed any more, nothing was kept.
  if (next === null && missing.length === 0)
    return met > 0 ? "fulfilled" : excused.waived > 0 ? "waived" : "discharged";
  if (next === null && missing.every(({ row }) => row !== null)) return "late";
  if (missing.length > 0) return "cured";
  return met > 0 ? "compliant" : "due";
}

/** So many periods are named. */
const NAMED = 3;

const reports = (n: number): string => `${n} ${n === 1 ? "report" : "reports"}`;

function reportWhy(standing: Standing, judging: Judging<"report">, state: ReportState, account: Account): string {
  const { obligation } = judging;
  const { missing, outstanding, met, excused, next, ended, until } = account;
  const open = missing.filter((one) => isOpen(one, until));
  const periods = (those: readonly { readonly k: number }[]) => {
    const names = those.slice(0, NAMED).map(({ k }) => periodOf(obligation, k));
    return listed(those.length > NAMED ? [...names, `${those.length - NAMED} more`] : names);
  };
  const late = missing.filter(({ row }) => row !== null).length;
  const never = missing.length - late - open.filter(({ row }) => row === null).length;
  const ahead = next === null ? "" : `; the next is due on ${next}`;
  const graces = outstanding.map(({ latest }) => dayText(latest)).sort();
  const past = [
    `${met} came`,
    ...(late > 0 ? [`${late} late`] : []),
    ...(never > 0 ? [`${never} never came`] : []),
  ].join(", ");
  const free = [
    ...(excused.waived > 0 ? [`${excused.waived} waived`] : []),
    ...(excused.resting > 0 ? [`${excused.resting} not owed, as it did not bind then`] : []),
  ].join(", ");
  const unowed = `nothing came, and nothing is owed any more${free === "" ? "" : `: ${free}`}`;
  const why: Partial<Record<Standing, string>> = {
    breached: `${reports(open.length)} did not come: ${periods(open)}; ${met} came`,
    outstanding: `${reports(outstanding.length)} outstanding: ${periods(outstanding)}, within ${outstanding.length === 1 ? "its" : "their"} grace until ${graces[0]}; ${past}`,
    disputed:
      restText(judging, state) ?? `${reports(open.length)} did not come: ${periods(open)}; whether owed is disputed`,
    suspended: `${restText(judging, state)}${open.length > 0 ? `; ${reports(open.length)} missing from before: ${periods(open)}` : ""}`,
    fulfilled: free === "" ? (met === 1 ? "the report came" : `all ${reports(met)} came`) : `${met} came, ${free}`,
    waived: unowed,
    ...(!isOver(state.life) && { discharged: unowed }),
    late: past,
    cured: `${past}${ahead}`,
    compliant: `${past}${ahead}`,
    due: `${met === 0 && !account.answers ? "the first" : "the next"} is due on ${next}`,
    pending: pendingText(judging, state),
  };
  const unsent = open.length > 0 ? `, with ${reports(open.length)} missing: ${periods(open)}` : "";
  return why[standing] ?? `${endText(judging, standing, ended)}${unsent}; ${past}`;
}
