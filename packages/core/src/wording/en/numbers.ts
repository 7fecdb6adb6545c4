// Figures in English that are no chances; chances have steps and words of their own (likelihood.ts).

/** A share of a whole, 0–1 or beyond it: `62 %`, `−3 %`. */
export const shareText = (value: number): string => `${Math.round(100 * value)} %`.replace("-", "−");

/** `1 issue`, `2 issues`. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;

/** Digits after the point, for three figures at most. */
const digitsOf = (value: number): number => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);

/** To three figures at most, as far as anything here is known. */
export function figureText(value: number): string {
  const rounded = Number(value.toFixed(digitsOf(value)));
  return `${rounded === 0 ? 0 : rounded}`.replace("-", "−");
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
