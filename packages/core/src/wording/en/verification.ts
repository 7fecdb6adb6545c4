// Would we know: what inspections see, what stays possible, what a side may hold.

import type { Band } from "../../math/index.js";
import { counted, figureText, percentText, rangeText } from "./numbers.js";
import { inspection } from "./sentences/verification.js";
import { unitText } from "./unit.js";

export interface HoldingSaid {
  readonly low: number;
  readonly high: number;
  readonly spread: Band | null;
}

/** Nine in ten where least, likeliest and most are known; else the ends. */
function holding({ low, high, spread }: HoldingSaid): string {
  if (!spread) return rangeText(low, high);
  const ends = rangeText(spread.low, spread.high);
  const middle = figureText(spread.median);
  return figureText(spread.low) === figureText(spread.high) ? middle : `${middle} (${ends})`;
}

/** Growth a year: `5–7`. */
const growth = ({ growth: a }: { readonly growth: { readonly low: number; readonly high: number } }): string =>
  rangeText(a.low, a.high);

export interface GoalSaid {
  readonly quantity: number;
  readonly unit: string;
  readonly detection: number;
  /** In words. */
  readonly timeliness: string | null;
  readonly source: string | null;
  /** Which of the three are not the plan's own. */
  readonly defaults: readonly string[];
}

/** A goal with where it comes from, and which parts of it are defaults; without brackets where all of it is the plan's own. */
function goal(of: GoalSaid, titleOf: (source: string) => string): string {
  const { quantity, unit, detection, timeliness, source, defaults } = of;
  const within = timeliness ? `, within ${timeliness}` : "";
  const from = [...(source ? [titleOf(source)] : []), ...byDefault(defaults)].join("; ");
  return `${figureText(quantity)} ${unitText(unit)} seen with ${percentText(detection)}${within}${from === "" ? "" : ` (${from})`}`;
}

function byDefault(parts: readonly string[]): string[] {
  if (parts.length === 0) return [];
  return [parts.length === 3 ? "defaults" : `${parts.join(" and ")} by default`];
}

/** Clean looks until the belief is at most one in twenty. */
function looks({ least, most }: { readonly least: number | null; readonly most: number | null }): string {
  if (least === null) return "no number of clean looks is enough";
  if (most === null) return `${least} clean looks at the least; perhaps none are enough`;
  return least === most ? counted(least, "clean look") : `${least}–${most} clean looks`;
}

/** An amount in its unit: `12 kg U`. */
const amount = (value: number, unit: string): string => `${figureText(value)} ${unitText(unit)}`;

export const verification = { amount, goal, growth, holding, inspection, looks };
