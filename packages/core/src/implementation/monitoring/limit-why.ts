// Why an obligation to keep within a limit stands as it does, in words.
import { type Day, periodText } from "../../case/index.js";
import { doersText, spanText, valueText } from "../../wording/index.js";
import { dayNumber, dayText } from "./book.js";
import { inForce } from "./in-force.js";
import {
  endText,
  figureFor,
  type Judging,
  lifeOf,
  limitText,
  MOST_EPISODES,
  pendingText,
  restText,
} from "./judging.js";
import type { LimitState } from "./limit-state.js";
import type { Pace } from "./pace.js";
import type { Episode, Standing } from "./types.js";
import { listOf } from "./watch.js";

/** How old the last proof is: the day by which there should be another, and since when it has been too old (null: it is not). */
export interface Age {
  readonly of: Day;
  readonly due: Day;
  readonly since: Day | null;
}

/** Where the figures are heading, and the day on which they would be beyond a limit that holds then. */
export interface Risk {
  readonly pace: Pace | null;
  readonly crosses: Day | null;
  /** Within `warn`, and while the obligation lasts. */
  readonly near: boolean;
}

export interface Why {
  readonly judging: Judging;
  readonly state: LimitState;
  readonly risk: Risk;
  readonly age: Age | null;
  readonly last: Episode | undefined;
  readonly text: string;
  readonly broken: Episode | null;
  /** What the last proof is beyond, though no breach is open. */
  readonly passed: string | null;
}

/** In a sentence without its subject. */
export function limitWhy(standing: Standing, why: Why): string {
  const { judging, state, last } = why;
  const { book, obligation, metric } = judging;
  const latest = state.last < 0 ? "" : figureFor(judging, state.last);
  const claimed = last?.claimed ? `, ${valueText(last.claimed)}` : "";
  const peak = last?.peak && obligation.norm.form !== "prohibit" ? `; furthest ${valueText(last.peak)}${claimed}` : "";
  const { beyond, within } = limitWords(why);
  const unproven =
    state.last >= 0 && state.last !== state.lastProof && state.lastProof >= 0
      ? `; last proved for ${book.row(state.lastProof).asOf}`
      : "";
  const since = last?.over ? `${spanText(last)}, and over since` : `since ${last?.start}`;
  const doers = doersText(last?.by ?? null);
  const said = last && last.start !== last.verified ? ` (said since ${last.start})` : "";
  switch (standing) {
    case "breached":
      return `${beyond} since ${last?.verified}${doers}${said}${peak}${unproven}`;
    case "was-broken":
      return overWhy(why);
    case "alleged":
      return `said to be ${beyond} ${since}${doers}, and not proved${peak}`;
    case "disputed":
      return restText(judging, state) ?? `${beyond} ${since}${peak}; whether that is a breach is disputed`;
    case "waived":
      return "waived: what is beyond the limit is not held against it";
    case "due":
      return `${latest}; held against its limit (${why.text}) when its time is over on ${closingDay(judging, state)}`;
    case "unobserved":
      return "nothing was observed";
    case "unverified":
      return unverifiedWhy(why);
    case "at-risk":
      return riskWhy(why, latest);
    case "cured":
      return `${within} again since ${last?.end}; ${latest}${unproven}`;
    case "compliant":
      return `${within}: ${latest}${unproven}`;
    case "pending":
      return `${pendingText(judging, state)}${latest ? `; ${latest}` : ""}`;
    case "suspended":
      return `${restText(judging, state) ?? standing}${metric && latest ? `; ${latest}` : ""}`;
    default: {
      const ended = state.ended < 0 ? null : book.row(state.ended).asOf;
      const open = last?.lapsed ? `, ${beyond} since ${last.start} until then` : "";
      return `${endText(judging, standing, ended)}${open}${metric && latest && !open ? `; ${latest}` : ""}`;
    }
  }
}

function limitWords({ judging: { obligation }, text }: Why): { readonly beyond: string; readonly within: string } {
  return obligation.norm.form === "prohibit"
    ? { beyond: "done", within: "not done" }
    : { beyond: `beyond its limit (${text})`, within: `within its limit (${text})` };
}

/** `beyond its limit (at most 12 guns)`: the one that holds on a day. */
function beyondOn(why: Why, day: Day | null): string {
  const { obligation, scale } = why.judging;
  const [limit] = day === null ? [] : inForce(obligation, dayNumber(day), dayNumber(day)).limits;
  return limitWords(limit ? { ...why, text: limitText(limit, scale).text } : why).beyond;
}

/** It was broken, that was over by itself, and nothing proves that it was kept after. */
function overWhy({ judging, state, broken }: Why): string {
  const proved = listOf(state.closed, MOST_EPISODES).filter(({ verified }) => verified >= 0).length;
  const times = proved > 1 ? `; ${proved} times in all` : "";
  const claim = isLater(judging, state) ? `; said since: ${figureFor(judging, state.last)}` : "";
  return `last broken ${broken ? `${spanText(broken)}${doersText(broken.by)}` : ""}, and over since${times}; that it was kept since is not proved${claim}`;
}

/** Whether the latest row is of a time after that of the last proof. */
const isLater = ({ book }: Judging, { last, lastProof }: LimitState): boolean =>
  last >= 0 && (lastProof < 0 || book.first(last) > book.last(lastProof));

/** What is not proved: beyond by the last proof, too old, or only said. */
function unverifiedWhy(why: Why): string {
  const { judging, state, age, passed, text } = why;
  const { obligation } = judging;
  const { last, lastProof } = state;
  const row = (at: number) => figureFor(judging, at);
  if (lastProof < 0) return `${row(last)}, which proves nothing`;
  const claim = last !== lastProof ? `; said since: ${row(last)}` : "";
  if (passed !== null) return `${row(lastProof)}, which is beyond ${passed} (${text}), and nothing was proved since`;
  if (age?.since == null) return `${row(last)}, which proves nothing`;
  return `unverified since ${age.since}: last proved ${limitWords(why).within}, ${row(lastProof)}; a proof stands for ${periodText(obligation.inspect)}${claim}`;
}

function riskWhy(why: Why, latest: string): string {
  const { judging, risk, state } = why;
  const { pace, crosses } = risk;
  const ahead = lifeOf(judging, state) === "pending" ? `; ${pendingText(judging, state)}` : "";
  return pace
    ? `${latest}; at the pace of the last ${pace.figures} proofs ${beyondOn(why, crosses)} ${crosses !== null && crosses <= judging.asOf ? "since" : "on"} ${crosses}${ahead}`
    : `${latest}, which is beyond what holds from ${crosses} on`;
}

/** The last day of the window that is open. */
export function closingDay({ scale }: Judging, { awaited }: LimitState): Day | null {
  const close = awaited && scale?.over?.closes(Math.max(awaited.proof, awaited.claim));
  return close == null ? null : dayText(close);
}
