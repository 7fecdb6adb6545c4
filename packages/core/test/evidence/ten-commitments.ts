// Source: this project. What the commitments are follows the talks of Hanoi in 2019; what they are worth is invented for
// testing. What comes out was found by going through all orders and by a time-indexed programme of its own.
// Licence: figures of this project's own.
import type { Exchange } from "../../src/implementation/roadmap/exchange.js";
import { exchangeOf } from "../random-exchange.js";

export const PARTIES = ["DPRK", "US"] as const;

/** Worth to each of PARTIES; days in months, and the months that pass until the others know of it. */
export const commitments: readonly {
  readonly id: string;
  /** A place in PARTIES. */
  readonly by: number;
  readonly worth: readonly number[];
  readonly after: readonly string[];
  readonly months: number;
  readonly lag: number;
}[] = [
  { id: "D1", by: 0, worth: [-4, 8], after: [], months: 0, lag: 1 },
  { id: "D2", by: 0, worth: [-6, 12], after: [], months: 2, lag: 2 },
  { id: "D3", by: 0, worth: [-5, 9], after: ["D2"], months: 2, lag: 3 },
  { id: "D4", by: 0, worth: [-14, 20], after: ["D3"], months: 9, lag: 3 },
  { id: "D5", by: 0, worth: [-16, 24], after: ["D3"], months: 9, lag: 3 },
  { id: "U1", by: 1, worth: [7, -4], after: [], months: 1, lag: 0 },
  { id: "U2", by: 1, worth: [4, -2], after: [], months: 3, lag: 0 },
  { id: "U3", by: 1, worth: [9, -5], after: [], months: 2, lag: 1 },
  { id: "U4", by: 1, worth: [18, -10], after: ["U3"], months: 3, lag: 1 },
  { id: "U5", by: 1, worth: [20, -12], after: ["U4"], months: 3, lag: 1 },
];

export const precedences: readonly (readonly number[])[] = commitments.map(({ after }) =>
  after.map((id) => commitments.findIndex((one) => one.id === id)),
);

export const tenCommitments = (): Exchange =>
  exchangeOf(
    commitments.map(({ worth }) => worth),
    precedences,
  );

/** The least worst exposure of either party where nobody is tempted by more than so much; null: no order keeps that. */
export const leastExposure = [
  { temptation: 0, exposure: null },
  { temptation: 2, exposure: null },
  { temptation: 4, exposure: 5 },
  { temptation: 6, exposure: 4 },
  { temptation: 10, exposure: 2 },
] as const;

/** The fewest months in which all is done where nobody is exposed by more than the cap. */
export const fewestMonths = [
  { cap: 2, months: 30 },
  { cap: 4, months: 25 },
  { cap: 6, months: 24 },
  { cap: 8, months: 20 },
  { cap: 10, months: 18 },
  { cap: 24, months: 16 },
] as const;
