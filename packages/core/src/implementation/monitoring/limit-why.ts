// Why an obligation to keep within a limit stands as it does, in words.
import { type Day, type LimitForm, periodText } from "../../case/index.js";
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
  readonly judging: Judging<LimitForm>;
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
  const words = wordsOf(why);
  const { beyond, within, latest, peak, unproven, since, doers } = words;
  switch (standing) {
    case "breached":
      return `${beyond} since ${last?.verified}${doers}${saidText(last)}${peak}${unproven}`;
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
    default:
      return restingWhy(standing, why, words);
  }
}

/** The parts of the sentence; a part of which there is nothing to say is empty. */
interface Words {
  readonly beyond: string;
  readonly within: string;
  readonly latest: string;
  readonly peak: string;
  readonly unproven: string;
  readonly since: string;
  readonly doers: string;
}

function wordsOf(why: Why): Words {
  const { judging, state, last } = why;
  return {
    ...limitWords(why),
    latest: state.last < 0 ? "" : figureFor(judging, state.last),
    peak: peakText(why),
    unproven: unprovenText(why),
    since: last?.over ? `${spanText(last)}, and over since` : `since ${last?.start}`,
    doers: doersText(last?.by ?? null),
  };
}

/** `; furthest 347 t, 400 t (alleged)` */
function peakText({ judging: { obligation }, last }: Why): string {
  if (!last?.peak || !WORDS[obligation.norm.form].far) return "";
  return `; furthest ${valueText(last.peak)}${last.claimed ? `, ${valueText(last.claimed)}` : ""}`;
}

/** `; last proved for 2019-02`, where something was said since. */
function unprovenText({ judging: { book }, state: { last, lastProof } }: Why): string {
  return last >= 0 && last !== lastProof && lastProof >= 0 ? `; last proved for ${book.row(lastProof).asOf}` : "";
}

/** ` (said since 2019-02-01)`, where it was said before it was proved. */
const saidText = (last: Episode | undefined): string =>
  last && last.start !== last.verified ? ` (said since ${last.start})` : "";

/** Of what does not bind: that it does not yet, rests, or is over. */
function restingWhy(standing: Standing, { judging, state, last }: Why, { beyond, latest }: Words): string {
  const figure = judging.metric && latest ? `; ${latest}` : "";
  if (standing === "pending") return `${pendingText(judging, state)}${latest ? `; ${latest}` : ""}`;
  if (standing === "suspended") return `${restText(judging, state) ?? standing}${figure}`;
  const ended = state.ended < 0 ? null : judging.book.row(state.ended).asOf;
  const open = last?.lapsed ? `, ${beyond} since ${last.start} until then` : "";
  return `${endText(judging, standing, ended)}${open || figure}`;
}

/** What keeping it, and not keeping it, are called; and whether it says anything how far it was not. */
const WORDS: Readonly<Record<LimitForm, { beyond: string; within: string; far: boolean }>> = {
  keep: { beyond: "beyond its limit", within: "within its limit", far: true },
  prohibit: { beyond: "done", within: "not done", far: false },
};

function limitWords({ judging: { obligation }, text }: Why): { readonly beyond: string; readonly within: string } {
  const { beyond, within, far } = WORDS[obligation.norm.form];
  const limit = far ? ` (${text})` : "";
  return { beyond: `${beyond}${limit}`, within: `${within}${limit}` };
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
