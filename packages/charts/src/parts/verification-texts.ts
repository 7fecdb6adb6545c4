// Words for what would be seen; the same on the page and on a terminal.
import { type Holding, type InventoryProjection, unitText, type Verification } from "@parley/core";

/** Digits after the point, for three figures at most. */
const digitsOf = (value: number): number => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);

/** To three figures at most, as far as anything here is known. */
export function figureText(value: number): string {
  const rounded = Number(value.toFixed(digitsOf(value)));
  return `${rounded === 0 ? 0 : rounded}`.replace("-", "−");
}

export const percentText = (share: number): string =>
  share > 0.995 && share < 1 ? "over 99 %" : share > 0 && share < 0.005 ? "under 1 %" : `${Math.round(100 * share)} %`;

/** `10–50 %`; an end that is nearly nothing or nearly certain is said in words. */
export const chanceText = ({ low, high }: { readonly low: number; readonly high: number }): string => {
  const [a, b] = [percentText(low), percentText(high)];
  if (a === b) return a;
  if (b.startsWith("over")) return `${a} to ${b}`;
  return a.startsWith("under") ? `at most ${b}` : `${a.replace(" %", "")}–${b}`;
};

/** Nine in ten where least, likeliest and most are known; else the ends. */
export function holdingText({ low, high, spread }: Holding): string {
  if (spread) {
    const [a, b, middle] = [spread.low, spread.high, spread.median].map(figureText);
    return a === b ? `${middle}` : `${middle} (${a}–${b})`;
  }
  const [a, b] = [figureText(low), figureText(high)];
  return a === b ? `${a}` : `${a}–${b}`;
}

const goalText = (goal: NonNullable<Verification["goal"]>): string =>
  `${figureText(goal.quantity)} ${unitText(goal.unit)} seen with ${percentText(goal.detection)}${goal.timeliness ? `, within ${goal.timeliness}` : ""}`;

/** A goal with where it comes from, and which parts of it are defaults; without brackets where all of it is the plan's own. */
export function goalWithSource(goal: NonNullable<Verification["goal"]>, titleOf: (source: string) => string): string {
  const source = sourceText(goal, titleOf);
  return source === "" ? goalText(goal) : `${goalText(goal)} (${source})`;
}

function sourceText(goal: NonNullable<Verification["goal"]>, titleOf: (source: string) => string): string {
  const whole =
    goal.defaults.length === 3
      ? "defaults"
      : goal.defaults.length === 0
        ? null
        : `${goal.defaults.join(" and ")} by default`;
  return [goal.source ? titleOf(goal.source) : null, whole].filter(Boolean).join("; ");
}

/** A figure that is the least that is enough: never below what it stands for. */
export function enoughText(value: number): string {
  const steps = 10 ** digitsOf(value);
  return figureText(Math.ceil(value * steps - 1e-6) / steps);
}

/** Growth a year: `5–7`. */
export const growthText = ({ growth }: InventoryProjection["scenarios"][number]): string => {
  const [a, b] = [figureText(growth.low), figureText(growth.high)];
  return a === b ? `${a}` : `${a}–${b}`;
};

/** Clean looks until the belief is at most one in twenty. */
export function looksText(looks: NonNullable<Verification["places"][number]["looks"]>): string {
  const { least, most } = looks;
  if (least === null) return "no number of clean looks is enough";
  if (most === null) return `${least} clean looks at the least; perhaps none are enough`;
  return least === most ? `${least} clean ${least === 1 ? "look" : "looks"}` : `${least}–${most} clean looks`;
}
