// Reports within reports: "said that he wanted …".

import { isKind } from "./lexicon.js";
import { isComma, isDash } from "./noun-phrase.js";
import type { ReportingFrame } from "./reporting-frame.js";
import type { Unit } from "./sentences.js";

/** Whether one frame stands in the clause that another reports: "said that he wanted …". */
export function isWithin(units: readonly Unit[], inner: ReportingFrame, outer: ReportingFrame): boolean {
  if (inner === outer || outer.cue.to >= Math.min(inner.cue.from, inner.source.from) || outer.shape === "noun")
    return false;
  if (!isKind(outer.lemma, "speech") && !isKind(outer.lemma, "thought") && !isKind(outer.lemma, "clause")) return false;
  if (outer.shape === "after" || outer.shape === "agent") return false;
  if (inner.source.from === outer.source.from) return false;
  const begin = inner.source.from > outer.cue.to ? inner.source.from : inner.cue.from;
  const before = units[begin - 1];
  if (before && (before.text === ";" || isComma(before) || isDash(before))) return false;
  if (
    before &&
    (before.pos === "CCONJ" || ["while", "as", "although", "though", "because"].includes(before.lower)) &&
    isComma(units[begin - 2])
  )
    return false;
  if (before && ["when", "while", "after", "before", "since", "until", "which", "what", "whom"].includes(before.lower))
    return false;
  return !units
    .slice(outer.cue.to + 1, begin)
    .some((unit) => unit.text === ";" || (unit.quotation >= 0 && units[begin - 1]?.quotation !== -1));
}

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
