// How something to be done by a day stands: due, overdue, done, late.
import type { Day, Limit } from "../../case/index.js";
import type { AchieveState } from "./achieve.js";
import { dayNumber, dayText } from "./book.js";
import type { Scale } from "./compare.js";
import { isOver } from "./events.js";
import { type Judged, type Judging, lifeOf, limitText, rowOf, valueText } from "./judging.js";
import { type Pace, paceOf } from "./project.js";
import type { Episode, Standing } from "./types.js";

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
