// What a tournament is made of and what it finds, as plain data.
import type { Provenance } from "../agreements/index.js";
import type { EmpiricalGame } from "./empirical-game.js";
import type { Ground } from "./ground.js";
import type { Interval } from "./interval.js";
import type { Protocol } from "./protocol.js";
import type { Mixture } from "./styles.js";

/** How a pair of styles does. Shares of the most that a party could have had over no deal, in points 0–100. */
export interface PairResult {
  /** Of the party in question, and of all others. */
  readonly mine: string;
  readonly theirs: string;
  readonly own: Interval;
  readonly others: Interval;
  readonly joint: Interval;
  /** Share of the games that ended in a deal, 0–1, and the mean round in which games ended. */
  readonly deals: number;
  readonly rounds: number;
  /** Distance to the Nash solution, in points; null where nothing ever suits all. */
  readonly fromNash: number | null;
}

export interface StyleResult {
  readonly style: string;
  /** Over all styles of the others, each as likely. */
  readonly own: Interval;
  readonly joint: Interval;
  readonly deals: number;
  /** What it gets where the others play what is best against it, in points. */
  readonly exploited: number;
}

/** An opening and a pace, against all styles of the others. */
export interface OpeningResult {
  /** Share of what can be won that is asked for first, 0–1, and the exponent of the pace: below 1 late, above 1 early. */
  readonly opening: number;
  readonly pace: number;
  readonly own: Interval;
  readonly deals: number;
  /** Whether it is the best, or not told apart from it by the truths that were drawn. */
  readonly best: boolean;
}

export interface Tournament extends Provenance {
  /** The party in question, by id and name; the others play one style together. */
  readonly party: string;
  readonly name: string;
  readonly styles: readonly string[];
  readonly rounds: number;
  /** What everybody loses of its gain with every round, 0–0.5. */
  readonly delay: number;
  readonly protocol: Protocol;
  readonly truths: number;
  readonly games: number;
  /** Share of the truths in which something suits all. */
  readonly zone: number;
  readonly pairs: readonly PairResult[];
  readonly byStyle: readonly StyleResult[];
  /** The best first. */
  readonly openings: readonly OpeningResult[];
  readonly game: EmpiricalGame;
  /** Styles that were left out, and why: a sentence each. */
  readonly leftOut: readonly string[];
}

/** Columns of a result: share of the party, mean share of the others, joint, deal, round, distance to Nash. */
export const COLUMNS = 6;

/** What plays against what, and for how long. */
export interface Plan {
  readonly ground: Ground;
  readonly seat: number;
  readonly mine: readonly Mixture[];
  readonly theirs: readonly Mixture[];
  readonly rounds: number;
  readonly delay: number;
  readonly protocol: Protocol;
  readonly truths: number;
  readonly games: number;
  readonly seed: number;
  readonly leftOut: readonly string[];
}

/** The results of some truths, one after another: each mine × theirs × games × columns. */
export interface TournamentPart {
  readonly from: number;
  readonly results: Float64Array;
  /** Of each truth, whether something suits all. */
  readonly zone: readonly boolean[];
}
