// A verb with its auxiliaries and adverbs, and what they make of it.
import type { WordRange } from "./noun-phrase.js";
import type { Unit } from "./sentences.js";

const NEGATIONS = new Set(["not", "n't", "n’t", "never"]);

/** The verb with its auxiliaries and adverbs. */
export function groupOf(units: readonly Unit[], at: number): WordRange {
  let from = at;
  for (let place = at - 1; place >= 0; place--) {
    const unit = units[place];
    if (!unit || unit.quotation >= 0) break;
    if (unit.pos === "AUX" || NEGATIONS.has(unit.lower)) from = place;
    else if (unit.pos !== "ADV" || ["when", "where", "how", "why"].includes(unit.lower)) break;
    else from = place;
  }
  return { from, to: at };
}

const BE = new Set("is are was were be been being ’s 's ’re 're am".split(" "));

export const hasAuxiliary = (units: readonly Unit[], group: WordRange, at: number): boolean =>
  units.slice(group.from, at).some((unit) => unit.pos === "AUX");

export function isPassive(units: readonly Unit[], group: WordRange, at: number): boolean {
  const unit = units[at];
  if (!unit || /ing$/.test(unit.lower) || !/(?:ed|n|d|t)$/.test(unit.lower)) return false;
  const auxiliaries = units.slice(group.from, at).filter(({ pos }) => pos === "AUX");
  const last = auxiliaries.at(-1);
  return last !== undefined && BE.has(last.lower);
}
