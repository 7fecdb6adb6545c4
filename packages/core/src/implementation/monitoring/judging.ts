// What every judgement of an obligation is given, and the words that all of them share.
import {
  type Bound,
  type Day,
  isWaiting,
  type Limit,
  type Metric,
  type NormForm,
  periodText,
  triggerOf,
} from "../../case/index.js";
import { unitText, valueText } from "../../wording/index.js";
import { type Book, dayText, type ObservationRow } from "./book.js";
import type { LimitScale } from "./compare.js";
import { type Living, lifeWord } from "./events.js";
import { bindsFrom } from "./in-force.js";
import type { Ledger } from "./ledger.js";
import type { SettledObligation } from "./settled.js";
import type { LimitText, ObligationStanding, Standing } from "./types.js";

export interface Judging<F extends NormForm = NormForm> {
  readonly book: Book;
  readonly obligation: SettledObligation<F>;
  /** By its id, what a party, metric, obligation or power is called. */
  readonly nameOf: (id: string) => string;
  readonly metric: Metric | null;
  readonly scale: LimitScale | null;
  readonly ledger: Ledger;
  readonly asOf: Day;
  /** As a number: later than it nobody can say that nothing came. */
  readonly knownAt: number;
}

/** How far ahead what falls due is looked for. */
export const AHEAD = { months: 36, days: 0 };

export type Judged = Pick<
  ObligationStanding,
  | "standing"
  | "why"
  | "episodes"
  | "earlier"
  | "ahead"
  | "projection"
  | "lastProof"
  | "last"
  | "unverifiedSince"
  | "inspect"
  | "limits"
  | "rows"
>;

/** More of one obligation nobody reads; the rest are counted. */
export const MOST_EPISODES = 300;

/** Of a row: nothing where there is none. */
export const rowOf = ({ book }: Judging, at: number): ObservationRow | null => (at < 0 ? null : book.row(at));

/** A row with what is held against the limit: its own figure, or what its window comes to with it. */
export function measuredRow({ book, scale, metric }: Judging, at: number): ObservationRow {
  const row = book.row(at);
  if (!scale?.over || Number.isNaN(scale.figure(at))) return row;
  return { ...row, value: Number(scale.figure(at).toPrecision(9)), unit: metric?.unit ?? "" };
}

/** `130.9 t for 2016-02-17`; `19 (total, 1 year from 2011-02-05) for 2011-11-03`. */
export function figureFor(judging: Judging, at: number): string {
  const { scale } = judging;
  const row = measuredRow(judging, at);
  const over = scale?.over && !Number.isNaN(scale.figure(at)) ? ` (${scale.over.text(at)})` : "";
  return `${valueText(row)}${over} for ${row.asOf}`;
}

/** `300 kg UF6`; `90 % of the mean of hfc from 2011-01-01 to 2013-12-31, which is 54 t`. */
function partText({ value, unit, baseline }: Bound[number]): string {
  const amount = `${Number.isFinite(value) ? Number(value.toPrecision(6)) : ""}${unit ? ` ${unitText(unit)}` : ""}`;
  if (!baseline) return amount;
  const mean = `${baseline.share} % of the mean of ${baseline.of} from ${baseline.from} to ${baseline.until}`;
  return Number.isFinite(value) ? `${mean}, which is ${amount}` : mean;
}

/** `at most 300 kg UF6 or 202.8 kg U` */
export function limitText({ from, atMost, atLeast }: Limit, scale: LimitScale | null): LimitText {
  const text = (bound: Bound) => bound.map(partText).join(" or ");
  const edge = (bound: Bound | null): [number, number] | null => {
    if (!bound || !scale) return null;
    const { low, high } = scale.edge(bound);
    return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null;
  };
  const parts = [...(atMost ? [`at most ${text(atMost)}`] : []), ...(atLeast ? [`at least ${text(atLeast)}`] : [])];
  return { from, atMost: edge(atMost), atLeast: edge(atLeast), text: parts.join(" and ") };
}

/** Whether the obligation does not bind yet, binds no more, or rests; null while it binds. */
export function lifeOf({ obligation, asOf }: Judging, { life, rest }: Living): Standing | null {
  const word = lifeWord(life);
  const begins = bindsFrom(obligation);
  // What was over before its last day ended so; what only rested on it ended with it.
  const over = obligation.until !== null && asOf > obligation.until;
  if (over && (word === null || word === "suspended" || word === "pending")) return "expired";
  if (word === "suspended" && rest !== null && rest.disputed >= 0) return "disputed";
  if (word !== null) return word;
  return isWaiting(obligation) || (begins !== null && asOf < begins) ? "pending" : null;
}

/** `suspended since 2023-02-21, which is disputed`; null where it does not rest. */
export function restText({ book }: Judging, { life, rest }: Living): string | null {
  if (life !== "Suspension" || !rest) return null;
  const until = rest.until === null ? "" : ` until ${dayText(rest.until)}`;
  const disputed = rest.disputed < 0 ? "" : `, which is disputed since ${book.row(rest.disputed).asOf}`;
  return `suspended since ${book.row(rest.row).asOf}${until}${disputed}`;
}

/** Why it does not bind yet. */
export function pendingText({ obligation, nameOf, asOf }: Judging, { life }: Living): string {
  if (life === "Create") return "binds once it is activated";
  const begins = bindsFrom(obligation);
  const on = begins === null || asOf >= begins ? triggerOf(obligation) : null;
  return on
    ? `due ${periodText(on.within)} after ${nameOf(on.after)}, which is not on record`
    : `binds from ${begins} on`;
}

/** How it ended, for whatever is over: by its last day, or with the row that ended it. */
export const endText = ({ obligation }: Judging, standing: Standing, ended: Day | null): string =>
  standing === "expired" ? `ended on ${obligation.until}` : `${standing}${ended === null ? "" : ` on ${ended}`}`;
