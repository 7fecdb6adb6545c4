// For which party of a case a speaker may speak: the party that the record names for the same speaker, or the one whose
// name stands in the speaker's name, office or body.
import type { Case } from "../../case/index.js";
import type { Who } from "./known.js";

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
const GENERAL = new Set([
  "the",
  "of",
  "and",
  "for",
  "united",
  "republic",
  "democratic",
  "people",
  "government",
  "party",
  "side",
]);

/** @returns the party's id; null where nothing tells, or two would do */
export function partyOf(speaker: Who, { parties, statements }: Case): string | null {
  const last = wordsIn(speaker.name).at(-1);
  const known = new Set(
    statements.flatMap((one) =>
      one.party !== null && last && wordsIn(one.speaker).at(-1) === last ? [one.party] : [],
    ),
  );
  if (speaker.kind === "person" && known.size === 1) return [...known][0] ?? null;
  const about = wordsIn(`${speaker.name} ${speaker.role ?? ""} ${speaker.affiliation ?? ""}`);
  const told = parties.filter(({ id, name }) => {
    const telling = wordsIn(name).filter((word) => !GENERAL.has(word));
    const said = telling.length > 0 && telling.every((word) => about.some((other) => isSame(word, other)));
    return said || about.includes(id.toLowerCase());
  });
  return told.length === 1 ? (told[0]?.id ?? null) : null;
}

/** "Korea" and "Korean", "America" and "American". */
const isSame = (word: string, other: string): boolean =>
  word === other || (word.length >= 4 && other.startsWith(word) && other.length - word.length <= 2);
