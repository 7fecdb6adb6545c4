// Whose position a statement tells: the speaker's own, or that of another of whom it is said.

import { textOf } from "./names.js";
import type { WordRange } from "./noun-phrase.js";
import type { Speaker } from "./reading.js";
import type { Unit } from "./sentences.js";
import type { ReadStance, Stance } from "./stance.js";

export type Holder = Speaker;

/** Whom a phrase names, with nothing known of it but its words. */
export const namedIn = (units: readonly Unit[], range: WordRange): Holder => ({
  name: textOf(units, range),
  role: null,
  affiliation: null,
  kind: "unnamed",
  mention: { start: units[range.from]?.start ?? 0, end: units[range.to]?.end ?? 0 },
});

/** A stance as it is read, with whose position it is. */
export interface HeldStance {
  readonly stance: Stance;
  /** The other whose position it is; null where it is the speaker's own, or nobody's. */
  readonly holder: Holder | null;
}

/** @param about whom the clause is about; null where it is about a thing, or about nobody who can be told */
export function heldBy(speaker: Speaker, about: Holder | null, read: ReadStance): HeldStance {
  const { act, modality, condition, ofOneself } = read;
  const stance: Stance = { act, modality, condition };
  if (!about) return { stance, holder: null };
  if (isOneself(speaker, about)) return { stance: ofOneself ? { ...stance, act: ofOneself } : stance, holder: null };
  if (about.name.toLowerCase() === "it" || (act === "states" && !PROMISES.has(modality ?? "")))
    return { stance, holder: null };
  return { stance, holder: about };
}

/** Whether the other is the speaker: "I", "he", or by name or office. */
export function isOneself(speaker: Speaker, about: Holder): boolean {
  const only = about.name.toLowerCase();
  if (FIRST.has(only)) return true;
  if ((only === "they" || only === "it") && speaker.kind !== "person") return true;
  // A pronoun for which the text names nobody else: whoever speaks.
  return ((only === "he" || only === "she") && about.kind === "unnamed") || isSame(speaker, about);
}

const PROMISES = new Set(["will", "would", "shall", "may"]);
const FIRST = new Set(["i", "we", "me", "us", "our side", "my government", "our government", "our delegation"]);

const wordsIn = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{2,}/gu) ?? []).filter((word) => !GENERAL.has(word));
const GENERAL = new Set(
  "the of and for side government delegation republic state states foreign prime minister president".split(" "),
);

/** Whether the speaker is the other, or speaks for it: "Norland's minister" for Norland, "the North Korean leader" for North Korea. */
function isSame(speaker: Speaker, about: Holder): boolean {
  const own = wordsIn(`${speaker.name} ${speaker.role ?? ""} ${speaker.affiliation ?? ""}`);
  const other = wordsIn(about.name);
  if (other.length === 0) return about.name.toLowerCase() === speaker.name.toLowerCase();
  if (about.kind === "person") return own.includes(other.at(-1) ?? "");
  return other.every((word) =>
    own.some(
      (one) =>
        one === word ||
        (word.length >= 4 &&
          (one.startsWith(word.slice(0, -1)) || word.startsWith(one)) &&
          Math.abs(one.length - word.length) <= 3),
    ),
  );
}
