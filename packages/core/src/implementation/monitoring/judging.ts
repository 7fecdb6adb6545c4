// What every judgement of an obligation is given, and the words that all of them share.
import { type Bound, type Day, type Limit, type Metric, type Obligation, unitText } from "../../case/index.js";
import { type Book, dayText, type ObservationRow } from "./book.js";
import type { Scale } from "./compare.js";
import { type Living, lifeWord } from "./events.js";
import type { Ledger } from "./ledger.js";
import { bindsFrom } from "./limits.js";
import type { LimitText, ObligationStanding, Standing } from "./types.js";

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

/** `at most 300 kg UF6 or 202.8 kg U` */
export function limitText({ from, atMost, atLeast }: Limit, scale: Scale | null): LimitText {
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
export function lifeOf({ obligation, asOf }: Judging, { life, rest }: Living): Standing | null {
  const word = lifeWord(life);
  const begins = bindsFrom(obligation);
  // What was over before its last day ended so; what only rested on it ended with it.
  const over = obligation.until !== null && asOf > obligation.until;
  if (over && (word === null || word === "suspended" || word === "pending")) return "expired";
  if (word === "suspended" && rest !== null && rest.disputed >= 0) return "disputed";
  if (word !== null) return word;
  return begins !== null && asOf < begins ? "pending" : null;
}

/** `suspended since 2023-02-21, which is disputed`; null where it does not rest. */
export function restText({ book }: Judging, { life, rest }: Living): string | null {
  if (life !== "Suspension" || !rest) return null;
  const until = rest.until === null ? "" : ` until ${dayText(rest.until)}`;
  const disputed = rest.disputed < 0 ? "" : `, which is disputed since ${book.row(rest.disputed).asOf}`;
  return `suspended since ${book.row(rest.row).asOf}${until}${disputed}`;
}

/** Why it does not bind yet. */
export const pendingText = ({ obligation }: Judging, { life }: Living): string =>
  life === "Create" ? "binds once it is activated" : `binds from ${bindsFrom(obligation)} on`;

/** How it ended, for whatever is over: by its last day, or with the row that ended it. */
export const endText = ({ obligation }: Judging, standing: Standing, ended: Day | null): string =>
  standing === "expired" ? `ended on ${obligation.until}` : `${standing}${ended === null ? "" : ` on ${ended}`}`;

/** `~ 4.5 % (declared)`: a figure as it was written. */
export const valueText = ({ comparator, value, unit, qualifier }: ObservationRow): string =>
  value === null
    ? qualifier
    : `${comparator ? `${comparator} ` : ""}${value}${unit ? ` ${unitText(unit)}` : ""}${qualifier === "verified" ? "" : ` (${qualifier})`}`;
