// Sealed bids: each party says in secret the least that it would take. They are opened only if they meet, by a rule that all know
// before; else nobody learns more than "not yet", and a new round begins. What nobody may read is not kept: bids of a round
// that did not meet are gone.
import { noRecord, notPlayed, type Played, played, withKey } from "./play.js";

/** What is bid for, and by which rule it is settled. */
export type SealedRule =
  /** One number: `more` wants much of it and bids the least that it takes; `less` bids the most. They settle in the middle. */
  | { readonly form: "number"; readonly more: string; readonly less: string; readonly rounds: number }
  /** Packages that each party would take, with points (1–100): of those that all would take, the one with the
   * largest product of points (Nash 1950), and among equals the first of `packages`. */
  | {
      readonly form: "packages";
      readonly parties: readonly string[];
      readonly packages: readonly string[];
      readonly rounds: number;
    };

export type SealedBid =
  | { readonly form: "number"; readonly amount: number }
  | { readonly form: "packages"; readonly points: Readonly<Record<string, number>> };

export interface SealedState {
  readonly rule: SealedRule;
  /** From 1. */
  readonly round: number;
  /** Of this round, by party. */
  readonly bids: Readonly<Record<string, SealedBid>>;
  /** The number, or the name of the package, that was agreed; null while nothing is. */
  readonly agreed: number | string | null;
}

export const beginSealed = (rule: SealedRule): SealedState => ({ rule, round: 1, bids: noRecord(), agreed: null });

export const biddersOf = (rule: SealedRule): readonly string[] =>
  rule.form === "number" ? [rule.more, rule.less] : rule.parties;

/** The state after a bid. The last of a round settles it, or begins the next. */
export function placeBid(state: SealedState, party: string, bid: SealedBid): Played<SealedState> {
  const bidders = biddersOf(state.rule);
  if (!bidders.includes(party)) return notPlayed("no-party");
  if (state.agreed !== null) return notPlayed("settled");
  if (state.round > state.rule.rounds) return notPlayed("closed");
  if (state.bids[party]) return notPlayed("bid-already");
  if (!isBid(state.rule, bid)) return notPlayed("bad-bid");
  const bids = withKey(state.bids, party, bid);
  if (bidders.some((one) => !bids[one])) return played({ ...state, bids });
  const agreed = whereTheyMeet(state.rule, bids);
  return played({ ...state, round: agreed === null ? state.round + 1 : state.round, bids: noRecord(), agreed });
}

function isBid(rule: SealedRule, bid: SealedBid): boolean {
  if (bid.form === "number") return rule.form === "number" && Number.isFinite(bid.amount);
  if (rule.form !== "packages") return false;
  const points = Object.entries(bid.points);
  return (
    points.length > 0 &&
    points.every(
      ([name, worth]) => rule.packages.includes(name) && Number.isFinite(worth) && worth >= 1 && worth <= 100,
    )
  );
}

/** What bids come to by the rule; null where they do not meet. */
export function whereTheyMeet(rule: SealedRule, bids: Readonly<Record<string, SealedBid>>): number | string | null {
  if (rule.form === "number") {
    const [least, most] = [bids[rule.more], bids[rule.less]];
    if (least?.form !== "number" || most?.form !== "number" || least.amount > most.amount) return null;
    // So that two very large numbers do not overflow.
    return least.amount + (most.amount - least.amount) / 2;
  }
  let [best, most]: [string | null, number] = [null, 0];
  for (const name of rule.packages) {
    const product = rule.parties.reduce((so, party) => {
      const bid = bids[party];
      return so * (bid?.form === "packages" && Object.hasOwn(bid.points, name) ? (bid.points[name] ?? 0) : 0);
    }, 1);
    if (product > most) [best, most] = [name, product];
  }
  return best;
}

/** What a seat sees: its own bid, and of the others nothing, not even whether they have bid. */
export interface SealedView {
  readonly round: number;
  readonly own: SealedBid | null;
  /** Rounds that are over and in which the bids did not meet. */
  readonly notYet: number;
  readonly agreed: number | string | null;
}

/** @param party null for a mediator or an observer */
export const sealedSeenBy = ({ round, bids, agreed }: SealedState, party: string | null): SealedView => ({
  round,
  own: party === null ? null : (bids[party] ?? null),
  notYet: round - 1,
  agreed,
});
