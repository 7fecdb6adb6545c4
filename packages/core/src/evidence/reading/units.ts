// Words as units, and where units stand.
import type { WordRange } from "./noun-phrase.js";
import type { Unit } from "./sentences.js";
import type { Span } from "./span.js";
import type { Word } from "./words.js";

/** Words as units, where no quotation stands for several of them. */
export const asUnits = (words: readonly Word[]): Unit[] =>
  words.map(({ start, end, text, lower, pos }) => ({
    start,
    end,
    text,
    lower,
    pos,
    quotation: -1,
    open: false,
    spaced: false,
  }));

export const spanOf = (units: readonly Unit[], { from, to }: WordRange): Span => ({
  start: units[from]?.start ?? 0,
  end: units[to]?.end ?? 0,
});
