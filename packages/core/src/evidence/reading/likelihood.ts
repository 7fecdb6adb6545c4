// How likely it is that an expression reports what somebody said or thinks, and that what it reports was found whole: a
// logistic regression on what can be seen of it. The weights (cue-weights.ts) are estimated by bench/src/fit-cues.ts
// from the training part of PolNeAR (Newell, Margolin & Ruths 2018); none is set by hand.
import { CUE_WEIGHTS } from "./cue-weights.js";
import { type CueKind, isKind } from "./lexicon.js";
import { isWithin } from "./nesting.js";
import { isPossessive } from "./noun-phrase.js";
import type { Reported } from "./reported.js";
import type { ReportingFrame } from "./reporting-frame.js";
import type { Unit } from "./sentences.js";

const KINDS: readonly CueKind[] = ["speech", "clause", "stance", "thought", "show", "weak"];

/** What is seen of a frame and of what it reports, by name. @public The weights are fitted to these. */
export function featuresOf(
  units: readonly Unit[],
  frame: ReportingFrame,
  reported: Reported | null,
  frames: readonly ReportingFrame[],
): string[] {
  const pattern = reported?.pattern ?? "none";
  const words = units.slice(frame.cue.from, frame.head);
  const found = [
    "bias",
    `lemma=${frame.lemma}`,
    `lemma-pattern=${frame.lemma}-${pattern}`,
    `shape-pattern=${frame.shape}-${pattern}`,
  ];
  found.push(`source=${sourceKind(units, frame)}`, `form=${formOf(units[frame.head]?.lower ?? "")}`);
  for (const { pos, lower } of words) if (pos === "AUX") found.push(`auxiliary=${lower}`);
  if (units[frame.cue.from - 1]?.lower === "to") found.push("infinitive");
  if (words.some(({ lower }) => /^(?:not|n['’]t|never)$/.test(lower))) found.push("negated");
  if (frames.some((other) => other !== frame && isKind(other.lemma, "speech") && isWithin(units, frame, other)))
    found.push("nested");
  if (reported && units.slice(reported.content.from, reported.content.to + 1).some(({ quotation }) => quotation >= 0))
    found.push("quotes");
  for (const kind of KINDS) if (isKind(frame.lemma, kind)) found.push(`kind=${kind}`);
  return found;
}

/** The probability (0–1) that the frame reports, and that what it reports is as found. */
export function likelihoodOf(
  units: readonly Unit[],
  frame: ReportingFrame,
  reported: Reported | null,
  frames: readonly ReportingFrame[],
): number {
  let sum = 0;
  for (const feature of featuresOf(units, frame, reported, frames)) sum += CUE_WEIGHTS[feature] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

const PRONOUNS: Readonly<Record<string, string>> = Object.assign(Object.create(null) as object, {
  he: "he", she: "he", they: "they", i: "i", we: "i", you: "i", who: "who",
  it: "it", this: "it", that: "it", which: "it", these: "it", those: "it", there: "it",
} as const); // biome-ignore format: a table

function sourceKind(units: readonly Unit[], { source }: ReportingFrame): string {
  const first = units[source.from];
  const last = units[source.to];
  if (!first || !last) return "other";
  if (source.from === source.to) {
    const pronoun = PRONOUNS[last.lower];
    if (pronoun) return pronoun;
    if (isPossessive(last)) return "possessive";
  }
  if (last.pos === "PROPN" || /^[’']s?$/.test(last.text)) return "name";
  if (last.pos === "NOUN") return first.pos === "DET" ? "the noun" : "noun";
  return "other";
}

function formOf(word: string): string {
  if (word.endsWith("ing")) return "ing";
  if (/(?:ed|said|told|wrote|went)$/.test(word)) return "past";
  return word.endsWith("s") ? "third" : "base";
}
