// How an obligation to keep within a limit stands: broken, said, at risk, kept.
import { addDays, addPeriod, type Day, everyText, type LimitForm, limitsOf } from "../../case/index.js";
import { dayNumber, dayText } from "./book.js";
import { livingOn } from "./events.js";
import { bindsFrom, inForce } from "./in-force.js";
import { type Judged, type Judging, lifeOf, limitText, MOST_EPISODES, measuredRow, rowOf } from "./judging.js";
import { eased, type LimitState } from "./limit-state.js";
import { type Age, closingDay, limitWhy, type Risk } from "./limit-why.js";
import { isDrawn, paceOf } from "./pace.js";
import { crossing } from "./project.js";
import type { Spell } from "./spells.js";
import type { Episode, ObligationStanding, Standing } from "./types.js";
import { unansweredOf, uncuredOf } from "./uncured.js";
import { listOf } from "./watch.js";

export function limitStanding(judging: Judging<LimitForm>, before: LimitState): Judged {
  const { obligation, scale, asOf } = judging;
  const state = asOfToday(judging, before);
  const closed = listOf(state.closed, MOST_EPISODES);
  const over = obligation.until !== null && asOf > obligation.until ? obligation.until : null;
  const spells = [...closed, ...(state.open ? [state.open] : [])];
  const episodes = spells.map((spell) => episodeOf(judging, spell, over));
  const limits = limitsOf(obligation);
  const { here, passed } = againstLimits(judging, state);
  const age = ageOf(judging, state.lastProof);
  const risk = riskOf(judging, state, age);
  const life = lifeOf(judging, state);
  const lastProof = rowOf(judging, state.lastProof);
  const broken = uncuredOf({ episodes, lastProof });
  const open = unansweredOf({ episodes, lastProof });
  const standing = standingOf(judging, state, { life, passed, age, risk, broken, open });
  const why = limitWhy(standing, {
    judging,
    state,
    risk,
    age,
    last: episodes.at(-1),
    broken,
    text: here ? limitText(here, scale).text : "",
    passed,
  });
  const { pace, crosses } = risk;
  // What waits to be activated has no day on which it binds.
  const watchedStill = life === "pending" ? state.life === "InEffect" : [null, "suspended", "disputed"].includes(life);
  return {
    standing,
    why,
    episodes,
    earlier: (state.closed?.size ?? 0) - closed.length,
    limits: limits.map((limit) => limitText(limit, scale)),
    ahead: standing === "due" ? [closingDay(judging, state)].filter((day) => day !== null) : [],
    projection:
      pace || crosses !== null ? { perYear: pace && pace.perDay * 365.25, crosses, figures: pace?.figures ?? 1 } : null,
    lastProof,
    last: rowOf(judging, state.last),
    unverifiedSince: standing === "unverified" ? (age?.since ?? null) : null,
    inspect:
      watchedStill && standing !== "due" ? withinLife(judging, inspection(judging, standing, age, passed)) : null,
    rows: state.rows,
  };
}

/** The state as of the day that is asked about. */
export function asOfToday({ book, obligation, scale, metric, asOf, knownAt }: Judging, before: LimitState): LimitState {
  const day = dayNumber(asOf);
  const occasions = metric?.occasions ?? false;
  return livingOn(scale ? eased({ book, obligation, scale, occasions }, before, day, knownAt) : before, day);
}

function ageOf({ book, obligation, scale, asOf }: Judging, lastProof: number): Age | null {
  if (lastProof < 0) return null;
  const of = dayText(book.last(lastProof));
  // What a total of one year was proves nothing of the next.
  const turns = scale?.over?.closes(lastProof) ?? null;
  const due = [addPeriod(of, obligation.inspect), ...(turns === null ? [] : [dayText(turns)])].sort()[0] ?? of;
  return { of, due, since: asOf > due ? addDays(due, 1) : null };
}

/** The limit that holds, or will or did; and what of it the last proof is beyond, though no breach is open. */
function againstLimits({ obligation, scale, asOf, book }: Judging, state: LimitState) {
  const limits = limitsOf(obligation);
  const ahead = bindsFrom(obligation);
  const [held] = inForce(obligation, dayNumber(asOf), dayNumber(asOf)).limits;
  const here = held ?? (ahead !== null && asOf < ahead ? limits[0] : limits.at(-1));
  const beyond = here && scale && state.lastProof >= 0 && !state.open && scale.side(state.lastProof, here) === "beyond";
  if (!beyond) return { here, passed: null };
  const began = bindsFrom(obligation, here);
  const lastDay = dayText(book.last(state.lastProof));
  return { here, passed: began !== null && began > lastDay ? `what has held since ${began}` : "its limit" };
}

/** Nothing is foretold from a proof that is too old, nor from a pace that ended long ago. */
function riskOf({ book, obligation, scale, asOf }: Judging, state: LimitState, age: Age | null): Risk {
  const none = { pace: null, crosses: null, near: false };
  if (!scale || scale.over || state.open !== null || age === null || age.since !== null) return none;
  const limits = limitsOf(obligation).map((limit) => ({ ...limit, from: bindsFrom(obligation, limit) }));
  const drawn = paceOf(state.recent.map((row) => ({ day: book.last(row), value: scale.figure(row) })));
  const pace = drawn && isDrawn(drawn, dayNumber(asOf)) ? drawn : null;
  const paced = pace && crossing(pace, scale, limits);
  // Without a pace the figure is taken as it is.
  const tighter = limits.find(
    (limit) => limit.from !== null && limit.from > asOf && scale.side(state.lastProof, limit) === "beyond",
  );
  const crosses = pace ? paced : (tighter?.from ?? null);
  const horizon = addPeriod(asOf, obligation.warn);
  const near = crosses !== null && crosses <= horizon && (obligation.until === null || crosses <= obligation.until);
  return { pace, crosses, near };
}

interface Seen {
  readonly life: Standing | null;
  readonly passed: string | null;
  readonly age: Age | null;
  readonly risk: Risk;
  /** The breach after which nothing proves that it was kept. */
  readonly broken: Episode | null;
  /** What is said or disputed of something that is over, and nothing answers. */
  readonly open: Standing | null;
}

function standingOf({ asOf }: Judging, state: LimitState, { life, passed, age, risk, broken, open }: Seen): Standing {
  // A limit that lies ahead is at risk as one that holds is.
  if (life === "pending" && state.life === "InEffect" && risk.near) return "at-risk";
  if (life !== null) return life;
  const binding = bindingStanding(state, risk.near, dayNumber(asOf));
  if (binding === "due") return binding;
  if (broken !== null && !["breached", "alleged", "disputed", "waived"].includes(binding)) return "was-broken";
  if (open !== null && state.open === null && binding !== "waived") return open;
  // It was beyond while that was no breach (waived, suspended, not yet binding), and nothing was proved since.
  if (passed !== null && binding !== "waived") return "unverified";
  // Nothing is kept on an old proof.
  return (binding === "compliant" || binding === "cured") && age?.since != null ? "unverified" : binding;
}

function bindingStanding(state: LimitState, near: boolean, asOf: number): Standing {
  const { open } = state;
  if (open) {
    if (open.disputed >= 0 && open.upheld < 0) return "disputed";
    return open.verified >= 0 ? "breached" : "alleged";
  }
  if (state.waived !== null && asOf <= state.waived) return "waived";
  // What is owed by the end of a window is not owed before.
  if ((state.awaited?.proof ?? -1) >= 0) return "due";
  if (state.last < 0) return "unobserved";
  if (state.lastProof < 0) return "unverified";
  if (near) return "at-risk";
  return state.cured ? "cured" : "compliant";
}

/** Who did it, where several owe it: whom the rows beyond the limit name, those that prove it where any do. */
function doersOf({ obligation, nameOf }: Judging, { verified, doers, suspects }: Spell): readonly string[] | null {
  if (obligation.by.length < 2) return null;
  return (verified >= 0 ? doers : suspects).map(nameOf);
}

/** @param past the last day of the obligation, where it has passed: an open episode ends with it */
function episodeOf(judging: Judging, spell: Spell, past: Day | null): Episode {
  const { book } = judging;
  const over = spell.lastDay === null ? past : dayText(spell.lastDay);
  const since = (day: number | null, row: number) => (day === null ? book.row(row).asOf : dayText(day));
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
    start: since(spell.since, spell.start),
    verified: spell.verified < 0 ? null : since(spell.verifiedSince, spell.verified),
    known:
      spell.verified < 0
        ? null
        : dayText(Math.max(book.reported(spell.verified), spell.verifiedSince ?? Number.NEGATIVE_INFINITY)),
    end: spell.end < 0 ? over : book.row(spell.end).asOf,
    endKnown: spell.end < 0 ? over : dayText(book.reported(spell.end)),
    lapsed: spell.ended === "lapsed" || (spell.end < 0 && spell.lastDay === null && past !== null),
    over: spell.ended === "over",
    by: doersOf(judging, spell),
    peak: peak < 0 ? null : measuredRow(judging, peak),
    claimed: claimed < 0 ? null : measuredRow(judging, claimed),
    evidence: [...new Set(evidence.filter((row) => row >= 0))]
      .sort((a, b) => book.last(a) - book.last(b) || a - b)
      .map(book.row),
    rows: spell.rows,
    count: 1,
  };
}

/** Nobody inspects what does not bind yet or binds no more: the day is no earlier than the first, and none after the last. */
function withinLife({ obligation }: Judging, inspect: ObligationStanding["inspect"]): ObligationStanding["inspect"] {
  const begins = bindsFrom(obligation);
  if (inspect === null || (obligation.until !== null && inspect.by > obligation.until)) return null;
  return begins !== null && inspect.by < begins ? { ...inspect, by: begins } : inspect;
}

/** Soon after the last proof is old, at once where something is said that nothing proves. */
function inspection(
  { obligation, asOf }: Judging,
  standing: Standing,
  age: Age | null,
  passed: string | null,
): ObligationStanding["inspect"] {
  const often = everyText(obligation.inspect);
  if (standing === "disputed") return { by: asOf, why: "what it means is disputed" };
  const unsure = standing === "unverified" || standing === "was-broken";
  if (age !== null && (age.since !== null || !unsure) && standing !== "alleged")
    return { by: age.due, why: `last proved for ${age.of}; due every ${often}` };
  if (standing === "was-broken") return { by: asOf, why: "it was broken, and that it was kept since is not proved" };
  if (standing === "unverified" && passed !== null)
    return { by: asOf, why: `beyond ${passed} by what was last proved, for ${age?.of}` };
  if (standing === "alleged" || standing === "unverified") return { by: asOf, why: "what is said is not proved" };
  const begins = bindsFrom(obligation);
  if (begins === null) return { by: asOf, why: "nothing was ever proved" };
  return {
    by: addPeriod(begins, obligation.inspect),
    why: `nothing was ever proved; due ${often} after it began to bind`,
  };
}
