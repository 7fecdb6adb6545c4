// Figures in English that are no chances; chances have steps and words of their own (likelihood.ts).

/** A share of a whole, 0–1 or beyond it: `62 %`, `−3 %`. */
export const shareText = (value: number): string => `${Math.round(100 * value)} %`.replace("-", "−");

/** `1 issue`, `2 issues`. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`;
