// Reports within reports: "said that he wanted …".

import { isKind } from "./lexicon.js";
import { isComma, isDash } from "./noun-phrase.js";
import type { ReportingFrame } from "./reporting-frame.js";
import type { Unit } from "./sentences.js";

/** Whether one frame stands in the clause that another reports: "said that he wanted …". */
export function isWithin(units: readonly Unit[], inner: ReportingFrame, outer: ReportingFrame): boolean {
  if (inner === outer || outer.cue.to >= Math.min(inner.cue.from, inner.source.from)) return false;
  if (!canHold(outer) || inner.source.from === outer.source.from) return false;
  const begin = inner.source.from > outer.cue.to ? inner.source.from : inner.cue.from;
  const before = units[begin - 1];
  if (before && beginsAnew(before, units[begin - 2])) return false;
  return !units
    .slice(outer.cue.to + 1, begin)
    .some((unit) => unit.text === ";" || (unit.quotation >= 0 && before?.quotation !== -1));
}

/** Whether a clause can follow in which another reports. */
const canHold = ({ lemma, shape }: ReportingFrame): boolean =>
  shape !== "noun" &&
  shape !== "after" &&
  shape !== "agent" &&
  (isKind(lemma, "speech") || isKind(lemma, "thought") || isKind(lemma, "clause"));

const ADDED = new Set(["while", "as", "although", "though", "because"]);
const APART = new Set(["when", "while", "after", "before", "since", "until", "which", "what", "whom"]);

/** Whether a mark or word begins a clause that is not part of what was said before it. */
const beginsAnew = (unit: Unit, before: Unit | undefined): boolean =>
  unit.text === ";" ||
  isComma(unit) ||
  isDash(unit) ||
  ((unit.pos === "CCONJ" || ADDED.has(unit.lower)) && isComma(before)) ||
  APART.has(unit.lower);

/** The frame that a frame stands in, the frame that that one stands in, and so on to the last. */
export function outermost(
  units: readonly Unit[],
  frame: ReportingFrame,
  all: readonly ReportingFrame[],
): ReportingFrame {
  let at = frame;
  for (let rounds = 0; rounds < 5; rounds++) {
    const outer = all.findLast((other) => isWithin(units, at, other));
    if (!outer) return at;
    at = outer;
  }
  return at;
}
