// From what the rows of an obligation came to, to how it stands as of a day.
import {
  addPeriod,
  type Bound,
  type Day,
  type Limit,
  type Metric,
  type Obligation,
  periodText,
  unitText,
} from "../../case/index.js";
import { type Book, dayNumber, dayText, type ObservationRow, QUALIFIERS, type Qualifier } from "./book.js";
import type { Scale } from "./compare.js";
import { isOver, lifeWord } from "./events.js";
import type { Ledger } from "./ledger.js";
import type { Life } from "./life.js";
import { inForce, type LimitState, limitsOf, type Spell } from "./limits.js";
import { crossing, type Pace, paceOf } from "./project.js";
import { type AchieveState, dueDays, metReports, missingReports, nextReport, type ReportState } from "./tasks.js";
import type { Episode, LimitText, ObligationStanding, SeriesPoint, Standing } from "./types.js";
import { listOf } from "./watch.js";

export interface Judging {
  readonly book: Book;
  readonly obligation: Obligation;
  readonly metric: Metric | null;
  readonly scale: Scale | null;
  readonly ledger: Ledger;
  readonly asOf: Day;
  /** As a number: later than it nobody can say that nothing came. */
  readonly knownAt: number;
}

/** How far ahead what falls due is looked for. */
export const AHEAD = { months: 36, days: 0 };

type Judged = Pick<
  ObligationStanding,
  | "standing"
  | "why"
  | "episodes"
  | "earlier"
  | "ahead"
  | "projection"
  | "lastProof"
  | "last"
  | "inspect"
  | "limits"
  | "rows"
>;

/** More of one obligation nobody reads; the rest are counted. */
const MOST_EPISODES = 300;

/** Of a row: nothing where there is none. */
const rowOf = ({ book }: Judging, at: number): ObservationRow | null => (at < 0 ? null : book.row(at));

/** `at most 300 kg UF6 or 202.8 kg U` */
function limitText({ from, atMost, atLeast }: Limit, scale: Scale | null): LimitText {
  const text = (bound: Bound) =>
    bound.map(({ value, unit }) => `${value}${unit ? ` ${unitText(unit)}` : ""}`).join(" or ");
  const edge = (bound: Bound | null): [number, number] | null => {
    if (!bound || !scale) return null;
    const { low, high } = scale.edge(bound);
    return [low, high];
  };
  const parts = [...(atMost ? [`at most ${text(atMost)}`] : []), ...(atLeast ? [`at least ${text(atLeast)}`] : [])];
  return { from, atMost: edge(atMost), atLeast: edge(atLeast), text: parts.join(" and ") };
}

/** Whether the obligation does not bind yet, binds no more, or rests; null while it binds. */
function lifeOf({ obligation, asOf }: Judging, life: Life): Standing | null {
  const word = lifeWord(life);
  if (word === "fulfilled") return "fulfilled";
  if (word !== null) return word;
  if (obligation.from !== null && asOf < obligation.from) return "pending";
  if (obligation.until !== null && asOf > obligation.until) return "expired";
  return null;
}

export function limitStanding(judging: Judging, state: LimitState): Judged {
  const { obligation, scale, asOf, book } = judging;
  const closed = listOf(state.closed, MOST_EPISODES);
  const over = obligation.until !== null && asOf > obligation.until ? obligation.until : null;
  const spells = [...closed, ...(state.open ? [state.open] : [])];
  const episodes = spells.map((spell) => episodeOf(judging, spell, over));
  const limits = limitsOf(obligation);
  const here = inForce(obligation, dayNumber(asOf), dayNumber(asOf)).limits[0] ?? limits.at(-1);
  const pace = scale && paceOf(state.recent.map((row) => ({ day: book.last(row), value: scale.figure(row) })));
  const lastDayOf = state.lastProof < 0 ? null : dayText(book.last(state.lastProof));
  const beyond = (limit: Limit | undefined) =>
    limit !== undefined &&
    scale !== null &&
    state.lastProof >= 0 &&
    state.open === null &&
    scale.side(state.lastProof, limit) === "beyond";
  // The last proof is beyond a limit that is still to come.
  const tighter = limits.find((limit) => limit.from !== null && limit.from > asOf && beyond(limit));
  const paced = pace && scale && state.open === null ? crossing(pace, scale, limits) : null;
  const crosses = [paced, tighter?.from ?? null].filter((day): day is Day => day !== null).sort()[0] ?? null;
  const horizon = addPeriod(asOf, obligation.warn);
  const near = crosses !== null && crosses <= horizon && (obligation.until === null || crosses <= obligation.until);
  const life = lifeOf(judging, state.life);
  const binding = bindingStanding(state, near, dayNumber(asOf));
  // It was beyond while that was no breach (waived, suspended, not yet binding), and nothing was proved since.
  const passed = life === null && binding !== "waived" && beyond(here);
  const standing = life ?? (passed ? "unverified" : binding);
  const last = episodes.at(-1);
  const why = limitWhy(standing, {
    judging,
    state,
    crosses,
    pace,
    last,
    text: here ? limitText(here, scale).text : "",
    passed: passed
      ? here?.from != null && lastDayOf !== null && here.from > lastDayOf
        ? `what has held since ${here.from}`
        : "its limit"
      : null,
  });
  return {
    standing,
    why,
    episodes,
    earlier: (state.closed?.size ?? 0) - closed.length,
    limits: limits.map((limit) => limitText(limit, scale)),
    ahead: [],
    projection:
      pace || crosses !== null ? { perYear: (pace?.perDay ?? 0) * 365.25, crosses, figures: pace?.figures ?? 1 } : null,
    lastProof: rowOf(judging, state.lastProof),
    last: rowOf(judging, state.last),
    inspect: life === null || life === "suspended" ? inspection(judging, state.lastProof, standing) : null,
    rows: state.rows,
  };
}

function bindingStanding(state: LimitState, near: boolean, asOf: number): Standing {
  const { open } = state;
  if (open) {
    if (open.disputed >= 0 && open.upheld < 0) return "disputed";
    return open.verified >= 0 ? "breached" : "alleged";
  }
  if (state.waived !== null && asOf <= state.waived) return "waived";
  if (state.last < 0) return "unobserved";
  if (state.lastProof < 0) return "unverified";
  if (near) return "at-risk";
  return state.cured ? "cured" : "compliant";
}

interface Why {
  readonly judging: Judging;
  readonly state: LimitState;
  readonly crosses: Day | null;
  readonly pace: Pace | null;
  readonly last: Episode | undefined;
  readonly text: string;
  /** What the last proof is beyond, though no breach is open. */
  readonly passed: string | null;
}

function limitWhy(standing: Standing, { judging, state, crosses, pace, last, text, passed }: Why): string {
  const { book, obligation, metric } = judging;
  const claimed = last?.claimed ? `, ${valueText(last.claimed)}` : "";
  const peak = last?.peak && obligation.norm.form !== "prohibit" ? `; furthest ${valueText(last.peak)}${claimed}` : "";
  const beyond = obligation.norm.form === "prohibit" ? "done" : `beyond its limit (${text})`;
  const within = obligation.norm.form === "prohibit" ? "not done" : `within its limit (${text})`;
  const latest = state.last < 0 ? "" : valueText(book.row(state.last));
  const asOf = state.last < 0 ? "" : book.row(state.last).asOf;
  const unproven =
    state.last >= 0 && state.last !== state.lastProof && state.lastProof >= 0
      ? `; last proved for ${book.row(state.lastProof).asOf}`
      : "";
  const said = last && last.start !== last.verified ? ` (said since ${last.start})` : "";
  switch (standing) {
    case "breached":
      return `${beyond} since ${last?.verified}${said}${peak}${unproven}`;
    case "alleged":
      return `said to be ${beyond} since ${last?.start}, and not proved${peak}`;
    case "disputed":
      return `${beyond} since ${last?.start}${peak}; whether that is a breach is disputed`;
    case "waived":
      return "waived: what is beyond the limit is not held against it";
    case "unobserved":
      return "nothing was observed";
    case "unverified":
      return passed !== null && state.lastProof >= 0
        ? `${valueText(book.row(state.lastProof))} for ${book.row(state.lastProof).asOf}, which is beyond ${passed} (${text}), and nothing was proved since`
        : `${latest} for ${asOf}, which proves nothing`;
    case "at-risk":
      return pace
        ? `${latest} for ${asOf}; at the pace of the last ${pace.figures} proofs ${beyond} ${crosses !== null && crosses <= judging.asOf ? "since" : "on"} ${crosses}`
        : `${latest} for ${asOf}, which is beyond what holds from ${crosses} on`;
    case "cured":
      return `${within} again since ${last?.end}; ${latest} for ${asOf}${unproven}`;
    case "compliant":
      return `${within}: ${latest} for ${asOf}${unproven}`;
    case "pending":
      return state.life === "Create" ? "binds once it is activated" : `binds from ${obligation.from} on`;
    case "expired":
      return `ended on ${obligation.until}`;
    default:
      return `${standing}${metric && latest ? `; ${latest} for ${asOf}` : ""}`;
  }
}

/** `~ 4.5 % (declared)`: a figure as it was written. */
export const valueText = ({ comparator, value, unit, qualifier }: ObservationRow): string =>
  value === null
    ? qualifier
    : `${comparator ? `${comparator} ` : ""}${value}${unit ? ` ${unitText(unit)}` : ""}${qualifier === "verified" ? "" : ` (${qualifier})`}`;

/** @param over the last day of the obligation, where it has passed: an open episode ends with it */
function episodeOf(judging: Judging, spell: Spell, over: Day | null): Episode {
  const { book } = judging;
  const disputed = spell.disputed >= 0 && spell.upheld < 0;
  const kind = ((): Episode["kind"] => {
    if (spell.ended === "waived" || spell.ended === "dismissed" || spell.ended === "cleared") return spell.ended;
    if (disputed) return "disputed";
    return spell.verified >= 0 ? "breach" : "alleged";
  })();
  const claimed = spell.claimedExcess > spell.excess && spell.peak >= 0 ? spell.claimed : -1;
  const peak = spell.peak >= 0 ? spell.peak : spell.claimed;
  const evidence = [spell.start, spell.verified, spell.disputed, spell.upheld, peak, claimed, spell.latest, spell.end];
  return {
    kind,
    start: book.row(spell.start).asOf,
    verified: spell.verified < 0 ? null : book.row(spell.verified).asOf,
    known: spell.verified < 0 ? null : dayText(book.reported(spell.verified)),
    end: spell.end < 0 ? over : book.row(spell.end).asOf,
    endKnown: spell.end < 0 ? over : dayText(book.reported(spell.end)),
    lapsed: spell.ended === "lapsed" || (spell.end < 0 && over !== null),
    peak: rowOf(judging, peak),
    claimed: rowOf(judging, claimed),
    evidence: [...new Set(evidence.filter((row) => row >= 0))]
      .sort((a, b) => book.last(a) - book.last(b) || a - b)
      .map(book.row),
    rows: spell.rows,
  };
}

/** Soon after the last proof is old, at once where something is said that nothing proves. */
function inspection(
  { obligation, asOf, book }: Judging,
  lastProof: number,
  standing: Standing,
): ObligationStanding["inspect"] {
  const often = periodText(obligation.inspect);
  if (standing === "alleged" || standing === "unverified") return { by: asOf, why: "what is said is not proved" };
  if (standing === "disputed") return { by: asOf, why: "what it means is disputed" };
  if (lastProof < 0) {
    if (obligation.from === null) return { by: asOf, why: "nothing was ever proved" };
    return {
      by: addPeriod(obligation.from, obligation.inspect),
      why: `nothing was ever proved; due ${often} after it began to bind`,
    };
  }
  const last = dayText(book.last(lastProof));
  return { by: addPeriod(last, obligation.inspect), why: `last proved for ${last}; due every ${often}` };
}

export function achieveStanding(judging: Judging, state: AchieveState): Judged {
  const { obligation, asOf, book, scale } = judging;
  const norm = obligation.norm;
  const due = norm.form === "achieve" ? norm.by : asOf;
  const limit = norm.form === "achieve" ? norm.limit : null;
  const done = state.done < 0 ? null : book.row(state.done);
  // What is dated by a month that holds the due day was not late that anybody could say.
  const doneLate = state.done >= 0 && book.first(state.done) > dayNumber(due);
  const past = obligation.until !== null && asOf > obligation.until && obligation.until > due ? obligation.until : null;
  const ended = state.ended >= 0 && isOver(state.life) ? dayText(book.last(state.ended)) : past;
  const waived =
    state.waived >= 0 &&
    (Number.isNaN(book.value(state.waived)) || dayNumber(asOf) <= book.last(state.waived) + book.value(state.waived));
  const rested =
    state.life === "Create" ||
    (state.ended >= 0 && book.last(state.ended) <= dayNumber(due) && state.life !== "InEffect");
  const until = Math.min(dayNumber(asOf), judging.knownAt);
  const dismissed = state.dismissed >= 0 ? book.row(state.dismissed) : null;
  const overdue = until > dayNumber(due) && (state.done < 0 || doneLate) && !rested;
  const life = lifeOf(judging, state.life);
  const pace = scale && paceOf(state.recent.map((row) => ({ day: book.last(row), value: scale.figure(row) })));
  const reaches = limit && scale && pace && done === null ? reachedOn(pace, scale, limit) : null;
  const slow = pace !== null && limit !== null && done === null && asOf <= due && (reaches === null || reaches > due);
  const first = dayText(dayNumber(due) + 1);
  const proved = state.undone >= 0 && state.disputed < 0;
  const episodes: Episode[] = overdue
    ? [
        {
          kind: overdueKind(state, waived, proved || done !== null),
          lapsed: done === null && dismissed === null && ended !== null,
          start: first,
          verified: state.undone >= 0 ? book.row(state.undone).asOf : done ? first : null,
          known:
            state.undone >= 0 ? dayText(book.reported(state.undone)) : done ? dayText(book.reported(state.done)) : null,
          end: done?.asOf ?? dismissed?.asOf ?? ended,
          endKnown: done ? dayText(book.reported(state.done)) : (dismissed?.reportedAt ?? ended),
          peak: null,
          claimed: null,
          evidence: [
            ...new Set(
              [state.undone, state.claimed, state.disputed, state.waived, state.done].filter((row) => row >= 0),
            ),
          ].map(book.row),
          rows: state.rows,
        },
      ]
    : [];
  const standing = ((): Standing => {
    if (done) return "fulfilled";
    if (life !== null) return life;
    if (waived) return "waived";
    if (state.disputed >= 0) return "disputed";
    if (dismissed) return "compliant";
    if (overdue) return proved ? "breached" : state.claimed >= 0 ? "alleged" : "overdue";
    if (state.claimed >= 0) return "unverified";
    return slow ? "at-risk" : "due";
  })();
  const claimed = state.claimed >= 0 ? book.row(state.claimed) : null;
  const last = state.last >= 0 ? `; ${valueText(book.row(state.last))} for ${book.row(state.last).asOf}` : "";
  const why: Partial<Record<Standing, string>> = {
    fulfilled: `done by ${done?.asOf}${doneLate ? `, late: it was due on ${due}` : ""}`,
    due: `due on ${due}${last}`,
    overdue: `was due on ${due}, and nothing on record says that it was done`,
    breached: `was due on ${due} and was not done${last}`,
    alleged: `was due on ${due}; said to be done (${claimed?.asOf}), and not proved`,
    unverified: `said to be done (${claimed?.asOf}), and not proved; due on ${due}`,
    "at-risk": `due on ${due}; at the pace of the last ${pace?.figures} proofs ${reaches === null ? "never done" : `done on ${reaches}`}${last}`,
    waived: "waived",
    compliant: `was due on ${due}; that it was not done was dismissed on ${dismissed?.asOf}`,
    disputed: `was due on ${due}; whether it was done is disputed`,
    pending: `${state.life === "Create" ? "binds once it is activated" : `binds from ${obligation.from} on`}; due on ${due}`,
  };
  return {
    standing,
    why: why[standing] ?? standing,
    episodes,
    earlier: 0,
    ahead: asOf <= due && done === null ? [due] : [],
    limits: limit ? [limitText(limit, scale)] : [],
    projection: pace && { perYear: pace.perDay * 365.25, crosses: null, figures: pace.figures },
    lastProof: rowOf(judging, state.lastProof >= 0 ? state.lastProof : state.done),
    last: rowOf(judging, Math.max(state.last, state.done)),
    inspect:
      standing === "overdue" || standing === "alleged" || standing === "unverified"
        ? {
            by: asOf,
            why: standing === "overdue" ? "nothing says whether it was done" : "said to be done, and not proved",
          }
        : null,
    rows: state.rows,
  };
}

const overdueKind = (state: AchieveState, waived: boolean, proved: boolean): Episode["kind"] => {
  if (state.dismissed >= 0) return "dismissed";
  if (waived) return "waived";
  if (state.disputed >= 0) return "disputed";
  return proved ? "breach" : "overdue";
};

/** When a pace brings a figure to what is to be achieved: the day on which it is no longer beyond. */
function reachedOn({ perDay, from }: Pace, scale: Scale, { atMost, atLeast }: Limit): Day | null {
  const days = [
    atMost ? (scale.edge(atMost).low - from.value) / perDay : 0,
    atLeast ? (scale.edge(atLeast).high - from.value) / perDay : 0,
  ];
  const wait = Math.max(0, ...days);
  const moving = days.every((one) => one >= 0) && Number.isFinite(wait) && wait < 366 * 200;
  return moving ? dayText(Math.ceil(from.day + wait)) : null;
}

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

const MOST_POINTS = 300;

/** The figures of an obligation for a picture: of each stretch the least and the most. */
export function seriesOf({ book, scale, ledger }: Judging): SeriesPoint[] {
  if (!scale) return [];
  const rows = ledger.rows();
  const point = (row: number): SeriesPoint => ({
    day: dayText(book.last(row)),
    asOf: book.row(row).asOf,
    value: scale.figure(row),
    qualifier: QUALIFIERS[book.qualifier(row)] as Qualifier,
    comparator: book.row(row).comparator,
    line: book.row(row).line,
  });
  const figures: number[] = [];
  const stretch = Math.max(1, Math.ceil((2 * rows.length) / MOST_POINTS));
  for (let from = 0; from < rows.length; from += stretch) {
    let [least, most] = [-1, -1];
    for (let i = from; i < Math.min(rows.length, from + stretch); i++) {
      const row = rows[i] ?? 0;
      if (Number.isNaN(book.value(row)) || book.qualifier(row) >= QUALIFIERS.indexOf("activated")) continue;
      if (least < 0 || scale.figure(row) < scale.figure(least)) least = row;
      if (most < 0 || scale.figure(row) > scale.figure(most)) most = row;
    }
    const both = [...new Set([least, most])].filter((row) => row >= 0);
    figures.push(...both.sort((a, b) => book.last(a) - book.last(b) || a - b));
  }
  return figures.map(point);
}
