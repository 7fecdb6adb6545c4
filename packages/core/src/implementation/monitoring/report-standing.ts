// How an obligation to report stands: what came, what is missing, what is next.
import { addPeriod, type Day } from "../../case/index.js";
import { dayNumber, dayText } from "./book.js";
import { isOver } from "./events.js";
import { AHEAD, type Judged, type Judging, lifeOf, MOST_EPISODES, rowOf } from "./judging.js";
import { dueDays, metReports, missingReports, nextReport, type ReportState } from "./reports.js";
import type { Episode, Standing } from "./types.js";

export function reportStanding(judging: Judging, state: ReportState): Judged {
  const { obligation, asOf, book, knownAt } = judging;
  const life = lifeOf(judging, state.life);
  const until = Math.min(dayNumber(asOf), knownAt);
  const { missing, met } = missingReports(obligation, state, until);
  const late = missing.slice(-MOST_EPISODES);
  const past = obligation.until !== null && asOf > obligation.until ? obligation.until : null;
  const over = isOver(state.life) && state.ended >= 0 ? dayText(state.ended) : past;
  const episodes = late.map(({ start, end, row }): Episode => {
    const open = end === null || end > until;
    // What was missing at the end ends with it; what became missing by its grace alone, on its own day.
    const lapse = over === null ? null : over > dayText(start) ? over : dayText(start);
    return {
      kind: "missing",
      lapsed: open && over !== null,
      start: dayText(start),
      verified: dayText(start),
      known: dayText(start),
      end: open ? lapse : dayText(end),
      endKnown: open ? lapse : dayText(end),
      peak: null,
      claimed: null,
      evidence: row === null ? [] : [book.row(row)],
      rows: row === null ? 0 : 1,
    };
  });
  const open = episodes.findLast(({ end }) => end === null);
  const next = nextReport(obligation, state, dayNumber(asOf));
  const due = open ? missing.at(-1) : undefined;
  const standing = life ?? reportWord(open !== undefined, next, episodes.length, met);
  const why: Partial<Record<Standing, string>> = {
    breached: `a report was due on ${due ? dayText(due.due) : ""} and did not come; ${met} came`,
    fulfilled: `all ${met} reports came`,
    cured: `the next is due on ${next}; ${met} came, ${missing.length} were late or missing`,
    compliant: `the next is due on ${next}; ${met} came`,
    due: `the first is due on ${next}`,
    pending: state.life === "Create" ? "binds once it is activated" : `binds from ${obligation.from} on`,
    expired: `ended on ${obligation.until}; ${met} reports came`,
  };
  const last = addPeriod(asOf, AHEAD);
  const done = metReports(state);
  const ahead = dueDays(obligation, dayNumber(last)).filter((day, k) => day >= dayNumber(asOf) && !done.has(k));
  return {
    standing,
    why: why[standing] ?? standing,
    episodes,
    earlier: missing.length - late.length,
    ahead: ahead.map(dayText),
    limits: [],
    projection: null,
    lastProof: rowOf(judging, state.last),
    last: rowOf(judging, state.last),
    inspect: null,
    rows: state.rows,
  };
}

function reportWord(open: boolean, next: Day | null, late: number, met: number): Standing {
  if (open) return "breached";
  if (next === null) return "fulfilled";
  if (late > 0) return "cured";
  return met > 0 ? "compliant" : "due";
}
