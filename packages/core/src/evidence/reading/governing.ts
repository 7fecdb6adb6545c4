// Which frame a quotation belongs to.

import { framesOf } from "./frames.js";
import { isKind } from "./lexicon.js";
import { outermost } from "./nesting.js";
import { isComma, isDash } from "./noun-phrase.js";
import type { ReportingFrame } from "./reporting-frame.js";
import type { Unit } from "./sentences.js";

export interface Governed {
  readonly frame: ReportingFrame;
  /** 0–100: how surely the words are the source's. */
  readonly score: number;
}

/** The frame that governs the quotation at a place of a sentence, and how well; null where none does. */
export function governing(
  units: readonly Unit[],
  at: number,
  frames: readonly ReportingFrame[] = framesOf(units),
): Governed | null {
  let best: Governed | null = null;
  for (const frame of frames) {
    if (onlyActs(frame.lemma)) continue;
    const score = fit(units, at, frame);
    if (score > 0 && (!best || score >= best.score)) best = { frame, score };
  }
  if (!best) return null;
  const told = accordingTo(units, frames);
  if (told && told !== best.frame && best.frame.shape !== "according") return { frame: told, score: best.score };
  // Words that a clause within a clause quotes are the outer speaker's: "Ryan said that he was “disappointed”".
  const direct = best.score >= DIRECT && endsInMark(units, at, best.frame);
  if (best.frame.cue.from > at || direct) return best;
  return { frame: outermost(units, best.frame, frames), score: best.score };
}

/** What is done and not said: reports nothing that stands in quotation marks. */
const onlyActs = (lemma: string): boolean =>
  isKind(lemma, "act") &&
  !(["speech", "clause", "stance", "thought", "show", "weak"] as const).some((kind) => isKind(lemma, kind));

const DIRECT = 96;

const between = (units: readonly Unit[], from: number, to: number): readonly Unit[] => units.slice(from + 1, to);
const onlyMarks = (units: readonly Unit[]): boolean =>
  units.every((unit) => unit.pos === "PUNCT" && !/^[.;()]$/.test(unit.text));

const endsInMark = (units: readonly Unit[], at: number, frame: ReportingFrame): boolean =>
  between(units, Math.max(frame.cue.to, frame.source.to), at).some(({ text }) => /^[,:]$/.test(text));

/** "According to officials, …" and "…, according to officials": whose account the whole sentence is. */
const accordingTo = (units: readonly Unit[], frames: readonly ReportingFrame[]): ReportingFrame | undefined =>
  frames.find(
    ({ shape, cue, source }) =>
      shape === "according" && (cue.from <= 1 || (isComma(units[cue.from - 1]) && units.length - source.to < 16)),
  );

function fit(units: readonly Unit[], at: number, frame: ReportingFrame): number {
  const left = Math.min(frame.cue.from, frame.source.from);
  const right = Math.max(frame.cue.to, frame.source.to);
  if (at < left) return fitBefore(units, frame, between(units, at, left));
  return at > right ? fitAfter(units, frame, between(units, right, at)) : 0;
}

/** The quotation, then who said it. */
function fitBefore(units: readonly Unit[], frame: ReportingFrame, gap: readonly Unit[]): number {
  const { shape, lemma, cue } = frame;
  const speech = isKind(lemma, "speech") || shape === "after";
  const near = isNear(gap);
  if (near && (shape === "according" || (speech && shape !== "participle" && shape !== "noun")))
    return shape !== "before" || endsAfter(units, cue.to) ? 100 : 78;
  const last = gap.at(-1);
  if (near && isComma(last) && shape === "before") return isKind(lemma, "clause") ? 70 : 40;
  if (!isComma(last) && !isDash(last) && last?.open !== true) return 0;
  if (shape === "according") return 85;
  return closesClause(units, frame) ? 80 : 0;
}

/** "… “x” …, the minister said": the whole clause before the comma. */
const closesClause = (units: readonly Unit[], { shape, lemma, cue, source }: ReportingFrame): boolean =>
  shape === "after" || (shape === "before" && isKind(lemma, "speech") && endsAfter(units, Math.max(cue.to, source.to)));

const BETWEEN = new Set(["as", "is", "how", "what", "that"]);

/** Whether hardly anything stands between. */
const isNear = (gap: readonly Unit[]): boolean =>
  onlyMarks(gap) ||
  (gap.length <= 3 && gap.every(({ pos, lower }) => pos === "PUNCT" || pos === "ADV" || BETWEEN.has(lower)));

/** Who says it, then the quotation. */
function fitAfter(units: readonly Unit[], frame: ReportingFrame, gap: readonly Unit[]): number {
  const strong = ["speech", "clause", "thought", "stance"] as const;
  const weak = !strong.some((kind) => isKind(frame.lemma, kind)) && frame.shape !== "noun" && frame.shape !== "colon";
  const sourceLast = frame.source.to > frame.cue.to;
  if (onlyMarks(gap)) {
    if (sourceLast && gap.length === 0) return 0;
    return isKind(frame.lemma, "speech") || frame.shape === "colon" ? DIRECT : weak ? 65 : 85;
  }
  // What follows a source that follows its verb is a new clause, as a rule.
  if (sourceLast && frame.shape !== "according" && !gap.some(isComma)) return 0;
  if (frame.shape === "according") return 70;
  if (frame.shape === "noun") return gap[0]?.lower === "that" ? 76 : 58;
  return (
    Math.max(
      (weak ? 45 : 75) - 0.1 * gap.length + 0.001 * frame.head - (gap.some((unit) => unit.text === ";") ? 15 : 0),
      1,
    ) +
    (0.15 * frame.head) / units.length
  );
}

/** Whether the sentence, or this clause of it, ends soon after a place. */
function endsAfter(units: readonly Unit[], at: number): boolean {
  for (let place = at + 1; place < at + 14; place++) {
    const unit = units[place];
    if (!unit || /^[.,;:—–]$/.test(unit.text) || unit.quotation >= 0) return true;
    if (unit.lower === "that" || unit.pos === "VERB") return false;
  }
  return false;
}
