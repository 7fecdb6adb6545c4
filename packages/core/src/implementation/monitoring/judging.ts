// What every judgement of an obligation is given, and the words that all of them share.
import { type Bound, type Day, type Limit, type Metric, type Obligation, unitText } from "../../case/index.js";
import type { Book, ObservationRow } from "./book.js";
import type { Scale } from "./compare.js";
import { lifeWord } from "./events.js";
import type { Ledger } from "./ledger.js";
import type { Life } from "./life.js";
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
export function lifeOf({ obligation, asOf }: Judging, life: Life): Standing | null {
  const word = lifeWord(life);
  if (word === "fulfilled") return "fulfilled";
  if (word !== null) return word;
  if (obligation.from !== null && asOf < obligation.from) return "pending";
  if (obligation.until !== null && asOf > obligation.until) return "expired";
  return null;
}

/** `~ 4.5 % (declared)`: a figure as it was written. */
export const valueText = ({ comparator, value, unit, qualifier }: ObservationRow): string =>
  value === null
    ? qualifier
    : `${comparator ? `${comparator} ` : ""}${value}${unit ? ` ${unitText(unit)}` : ""}${qualifier === "verified" ? "" : ` (${qualifier})`}`;
