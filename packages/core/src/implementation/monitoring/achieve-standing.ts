// How something to be done by a day stands: due, overdue, done, late.
import { type Day, type Limit, PROOFS } from "../../case/index.js";
import { valueText } from "../../wording/index.js";
import type { AchieveState } from "./achieve.js";
import { dayNumber, dayText, type ObservationRow } from "./book.js";
import type { LimitScale } from "./compare.js";
import { isOver, livingOn } from "./events.js";
import { endText, type Judged, type Judging, lifeOf, limitText, pendingText, restText, rowOf } from "./judging.js";
import { isDrawn, type Pace, paceOf } from "./pace.js";
import type { Episode, Standing } from "./types.js";

export function achieveStanding(judging: Judging<"achieve">, before: AchieveState): Judged {
  const { obligation, asOf, scale } = judging;
  const state = livingOn(before, dayNumber(asOf));
  const { limit } = obligation.norm;
  const task = taskOf(judging, state);
  const heading = headingOf(judging, state, task);
  const standing = taskStanding(judging, state, task, heading);
  const rests = standing === "pending" || standing === "suspended" || isOver(state.life);
  return {
    standing,
    why: taskWhy(standing, judging, state, task, heading),
    episodes: task.overdue ? [lateness(judging, state, task)] : [],
    earlier: 0,
    ahead:
      asOf <= task.due && task.due !== NO_DAY && task.done === null && state.life !== "Create" && !rests
        ? [task.due]
        : [],
    limits: limit ? [limitText(limit, scale)] : [],
    projection: heading.pace && { perYear: heading.pace.perDay * 365.25, crosses: null, figures: heading.pace.figures },
    lastProof: rowOf(judging, state.lastProof >= 0 ? state.lastProof : state.done),
    last: rowOf(judging, Math.max(state.last, state.done)),
    unverifiedSince: null,
    inspect: taskInspection(standing, asOf),
    rows: state.rows,
  };
}

const NO_DAY: Day = "9999-12-31";

/** What is known of a task by the as-of day. */
interface Task {
  readonly due: Day;
  readonly done: ObservationRow | null;
  readonly doneLate: boolean;
  readonly dismissed: ObservationRow | null;
  readonly waived: boolean;
  /** The day after it is over, and it was not done by then, nor did it rest. */
  readonly overdue: boolean;
  /** That it was not done is proved. */
  readonly undone: boolean;
  /** It was seen to be done after its day only, and whether it was done by then nobody proved. */
  readonly unsure: boolean;
  /** The day with which the obligation was over. */
  readonly ended: Day | null;
}

function taskOf(judging: Judging<"achieve">, state: AchieveState): Task {
  const { obligation, asOf, book, knownAt } = judging;
  // What waits for something to happen has no day yet.
  const due = obligation.norm.by ?? NO_DAY;
  // What is dated by a month that holds the due day was not late that anybody could say.
  const doneLate = state.done >= 0 && book.first(state.done) > dayNumber(due);
  const until = Math.min(dayNumber(asOf), knownAt);
  return {
    due,
    done: rowOf(judging, state.done),
    doneLate,
    dismissed: rowOf(judging, state.dismissed),
    waived: isWaived(judging, state),
    overdue: until > dayNumber(due) && (state.done < 0 || doneLate) && !hasRested(judging, state, due),
    undone: state.undone >= 0 && state.disputed < 0,
    // A figure shows how things stood on its day, and not since when; what happened, happened on its day.
    unsure: doneLate && state.undone < 0 && book.qualifier(state.done) < PROOFS.length,
    ended: endedOn(judging, state, due),
  };
}

const isWaived = ({ book, asOf }: Judging, { waived }: AchieveState): boolean =>
  waived >= 0 && (Number.isNaN(book.value(waived)) || dayNumber(asOf) <= book.last(waived) + book.value(waived));

/** Whether it did not bind on its due day. */
function hasRested({ book }: Judging, { life, rest, ended }: AchieveState, due: Day): boolean {
  if (life === "Create") return true;
  const isDisputed = (rest?.disputed ?? -1) >= 0;
  return ended >= 0 && book.last(ended) <= dayNumber(due) && life !== "InEffect" && !isDisputed;
}

/** The day with which the obligation was over; null while it is not. */
function endedOn({ obligation: { until }, asOf, book }: Judging, { life, ended }: AchieveState, due: Day): Day | null {
  if (ended >= 0 && isOver(life)) return dayText(book.last(ended));
  return until !== null && asOf > until && until > due ? until : null;
}

/** The pace of its figures, while it says something, and the day on which that would have done it. */
interface Heading {
  readonly pace: Pace | null;
  readonly reaches: Day | null;
  /** It would not be done in time. */
  readonly slow: boolean;
}

function headingOf(
  { obligation, asOf, book, scale }: Judging<"achieve">,
  state: AchieveState,
  { due, done }: Task,
): Heading {
  const { limit } = obligation.norm;
  const drawn = scale && paceOf(state.recent.map((row) => ({ day: book.last(row), value: scale.figure(row) })));
  const pace = drawn && isDrawn(drawn, dayNumber(asOf)) ? drawn : null;
  if (!limit || !scale || !pace || done !== null) return { pace, reaches: null, slow: false };
  const reaches = reachedOn(pace, scale, limit);
  return { pace, reaches, slow: asOf <= due && (reaches === null || reaches > due) };
}

function taskStanding(judging: Judging, state: AchieveState, task: Task, { slow }: Heading): Standing {
  if (task.done) return task.unsure ? "perhaps-late" : task.doneLate ? "late" : "fulfilled";
  const life = lifeOf(judging, state);
  if (life !== null) return life;
  if (task.waived) return "waived";
  if (state.disputed >= 0) return "disputed";
  if (task.dismissed) return "compliant";
  if (task.overdue) return task.undone ? "breached" : state.claimed >= 0 ? "alleged" : "overdue";
  if (state.claimed >= 0) return "unverified";
  return slow ? "at-risk" : "due";
}

function taskWhy(standing: Standing, judging: Judging, state: AchieveState, task: Task, heading: Heading): string {
  const { book } = judging;
  const { due, done, dismissed, ended, overdue } = task;
  const { pace, reaches } = heading;
  const claimed = state.claimed >= 0 ? book.row(state.claimed).asOf : null;
  const last = state.last >= 0 ? `; ${valueText(book.row(state.last))} for ${book.row(state.last).asOf}` : "";
  const dueOn = due === NO_DAY ? "" : `; due on ${due}`;
  const missed = overdue && done === null && dismissed === null ? `, not done; it was due on ${due}` : "";
  const why: Partial<Record<Standing, string>> = {
    fulfilled: `done by ${done?.asOf}`,
    "perhaps-late": `done by ${done?.asOf}; it was due on ${due}, and whether it was done by then is not known`,
    late: `done by ${done?.asOf}, late: it was due on ${due}`,
    due: `due on ${due}${last}`,
    overdue: `was due on ${due}, and nothing on record says that it was done`,
    breached: `was due on ${due} and was not done${last}`,
    alleged: `was due on ${due}; said to be done (${claimed}), and not proved`,
    unverified: `said to be done (${claimed}), and not proved${dueOn}`,
    "at-risk": `due on ${due}; at the pace of the last ${pace?.figures} proofs ${reaches === null ? "never done" : `done on ${reaches}`}${last}`,
    waived: "waived",
    compliant: `was due on ${due}; that it was not done was dismissed on ${dismissed?.asOf}`,
    disputed: restText(judging, state) ?? `was due on ${due}; whether it was done is disputed`,
    suspended: `${restText(judging, state)}${dueOn}`,
    pending: `${pendingText(judging, state)}${dueOn}`,
  };
  return why[standing] ?? `${endText(judging, standing, ended)}${missed}`;
}

/** The time after the due day in which it was not done. */
function lateness({ book }: Judging, state: AchieveState, task: Task): Episode {
  const { due, done, dismissed, ended, undone, waived } = task;
  const late = done !== null && !task.unsure;
  const first = dayText(dayNumber(due) + 1);
  return {
    kind: overdueKind(state, waived, undone || late),
    over: false,
    by: null,
    lapsed: done === null && dismissed === null && ended !== null,
    start: first,
    verified: state.undone >= 0 ? book.row(state.undone).asOf : late ? first : null,
    known: state.undone >= 0 ? dayText(book.reported(state.undone)) : late ? dayText(book.reported(state.done)) : null,
    end: done?.asOf ?? dismissed?.asOf ?? ended,
    endKnown: done ? dayText(book.reported(state.done)) : (dismissed?.reportedAt ?? ended),
    peak: null,
    claimed: null,
    evidence: [
      ...new Set([state.undone, state.claimed, state.disputed, state.waived, state.done].filter((row) => row >= 0)),
    ].map(book.row),
    rows: state.rows,
    count: 1,
  };
}

function taskInspection(standing: Standing, asOf: Day): Judged["inspect"] {
  if (standing === "overdue") return { by: asOf, why: "nothing says whether it was done" };
  return standing === "alleged" || standing === "unverified"
    ? { by: asOf, why: "said to be done, and not proved" }
    : null;
}

const overdueKind = (state: AchieveState, waived: boolean, proved: boolean): Episode["kind"] => {
  if (state.dismissed >= 0) return "dismissed";
  if (waived) return "waived";
  if (state.disputed >= 0 || (state.rest?.disputed ?? -1) >= 0) return "disputed";
  return proved ? "breach" : "overdue";
};

/** When a pace brings a figure to what is to be achieved: the day on which it is no longer beyond. */
function reachedOn({ perDay, from }: Pace, scale: LimitScale, { atMost, atLeast }: Limit): Day | null {
  const days = [
    atMost ? (scale.edge(atMost).low - from.value) / perDay : 0,
    atLeast ? (scale.edge(atLeast).high - from.value) / perDay : 0,
  ];
  const wait = Math.max(0, ...days);
  const moving = days.every((one) => one >= 0) && Number.isFinite(wait) && wait < 366 * 200;
  return moving ? dayText(Math.ceil(from.day + wait)) : null;
}
