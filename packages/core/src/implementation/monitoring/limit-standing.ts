// How an obligation to keep within a limit stands: broken, said, at risk, kept.
import { addPeriod, type Day, type Limit, periodText } from "../../case/index.js";
import { dayNumber, dayText } from "./book.js";
import { type Judged, type Judging, lifeOf, limitText, MOST_EPISODES, rowOf, valueText } from "./judging.js";
import { inForce, type LimitState, limitsOf, type Spell } from "./limits.js";
import { crossing, type Pace, paceOf } from "./project.js";
import type { Episode, ObligationStanding, Standing } from "./types.js";
import { listOf } from "./watch.js";

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
