// Figures in English that are no chances; chances have steps and words of their own (likelihood.ts).
import { bandText, tenthText } from "../../math/index.js";
import { percent } from "./likelihood.js";

/** A share of a whole, 0–1 or beyond it: `62 %`, `−3 %`. */
export const shareText = (value: number): string => `${Math.round(100 * value)} %`.replace("-", "−");

/** `1 issue`, `2 issues`. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;

/** `2,000` */
export const grouped = (count: number): string => count.toLocaleString("en-US");

/** Digits after the point, for three figures at most. */
const digitsOf = (value: number): number => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);

/** To three figures at most, as far as anything here is known. */
export function figureText(value: number): string {
  const rounded = Number(value.toFixed(digitsOf(value)));
  return `${rounded === 0 ? 0 : rounded}`.replace("-", "−");
}

/** A figure that is the least that is enough: never below what it stands for. */
export function enoughText(value: number): string {
  const steps = 10 ** digitsOf(value);
  return figureText(Math.ceil(value * steps - 1e-6) / steps);
}

/** From one figure to another, or the one: `5–7`. */
export function rangeText(low: number, high: number): string {
  const [a, b] = [figureText(low), figureText(high)];
  return a === b ? a : `${a}–${b}`;
}

/** A chance that is computed, not drawn: `90 %`, `over 99 %` where it is nearly certain. */
export const percentText = (share: number): string =>
  share > 0.995 && share < 1 ? "over 99 %" : share > 0 && share < 0.005 ? "under 1 %" : `${Math.round(100 * share)} %`;

/** `10–50 %`; an end that is nearly nothing or nearly certain is said in words. */
export const chanceText = ({ low, high }: { readonly low: number; readonly high: number }): string => {
  const [a, b] = [percentText(low), percentText(high)];
  if (a === b) return a;
  if (b.startsWith("over")) return `${a} to ${b}`;
  return a.startsWith("under") ? `at most ${b}` : `${a.replace(" %", "")}–${b}`;
};

/** `1 point`, `2.5 points` */
export const pointsText = (value: number): string => `${tenthText(value)} point${tenthText(value) === "1" ? "" : "s"}`;

/** A length in days as people say it. */
export function lengthText(days: number): string {
  if (days === 0) return "a day";
  return days < 60 ? counted(days, "day") : `${Math.round(days / 30.44)} months`;
}

/** Figures that stand alone, in a cell or at a mark. */
export const numbers = {
  band: bandText,
  chance: chanceText,
  /** A chance that was drawn, under one prior or several. */
  drawn: percent,
  figure: figureText,
  grouped,
  percent: percentText,
  points: pointsText,
  share: shareText,
  tenth: tenthText,
};
