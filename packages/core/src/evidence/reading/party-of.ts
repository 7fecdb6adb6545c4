// For which party of a case a speaker may speak: the one that the case's list of speakers or its record names, or the one
// whose name or alias stands in the speaker's name, office or body.
import type { Case } from "../../case/index.js";
import type { Who } from "./known.js";

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
const GENERAL = new Set(
  "the of and for united republic democratic people government party side delegation both parties sides two".split(" "),
);

/** @returns the party's id; null where nothing tells, or two would do */
export function partyOf(speaker: Who, { parties, statements, speakers = [] }: Case): string | null {
  const listed = listedAs(speaker, speakers);
  if (listed) return listed.party;
  const last = wordsIn(speaker.name).at(-1);
  const known = new Set(
    statements.flatMap((one) =>
      one.party !== null && last && wordsIn(one.speaker).at(-1) === last ? [one.party] : [],
    ),
  );
  if (speaker.kind === "person" && known.size === 1) return [...known][0] ?? null;
  const asOffice = byOffice(speaker, statements);
  if (asOffice !== null) return asOffice;
  // "Republic of Korea" is South Korea, and "Democratic People's Republic of Korea" is not.
  const whole = wordsIn(speaker.name).join(" ");
  const named = parties.filter(({ name, aliases = [] }) =>
    [name, ...aliases].some(
      (one) =>
        wordsIn(one)
          .filter((word) => word !== "the")
          .join(" ") === whole,
    ),
  );
  if (named.length === 1) return named[0]?.id ?? null;
  const about = wordsIn(`${speaker.name} ${speaker.role ?? ""} ${speaker.affiliation ?? ""}`);
  const told = parties.filter(({ id, name, aliases = [] }) => {
    const said = [name, ...aliases].some((one) => stands(one, about));
    return said || about.includes(id.toLowerCase());
  });
  return told.length === 1 ? (told[0]?.id ?? null) : null;
}

/** The party for which the record has somebody of the same office or description: "head of the board", "a ward sister". */
function byOffice({ name, role }: Who, statements: Case["statements"]): string | null {
  const plain = (text: string): string => wordsIn(text.replace(/^(?:the|an?|its|their)\s+/i, "")).join(" ");
  const own = new Set([name, role ?? ""].map(plain).filter((one) => one !== ""));
  const found = new Set(
    statements.flatMap((one) =>
      one.party !== null && [one.speaker, one.role ?? ""].some((other) => own.has(plain(other))) ? [one.party] : [],
    ),
  );
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** Whether somebody is known to speak for no party: by the list of speakers, or by all that is on record of the same name. */
export function isOutsider(speaker: Who, { statements, speakers = [] }: Case): boolean {
  const listed = listedAs(speaker, speakers);
  if (listed) return listed.party === null;
  const last = wordsIn(speaker.name).at(-1);
  if (speaker.kind !== "person" || !last) return false;
  const own = statements.filter((one) => wordsIn(one.speaker).at(-1) === last);
  return own.length > 0 && own.every(({ party }) => party === null);
}

const listedAs = (speaker: Who, speakers: NonNullable<Case["speakers"]>) => {
  const name = wordsIn(speaker.name).join(" ");
  return speakers.find(({ name: own, aliases }) =>
    [own, ...aliases].some((one) => {
      const written = wordsIn(one).join(" ");
      return written !== "" && (written === name || (speaker.kind === "person" && written.endsWith(` ${name}`)));
    }),
  );
};

/** Whether all the telling words of a name stand among others; of a short name in capitals (KCNA), the name itself. */
function stands(name: string, about: readonly string[]): boolean {
  const all = wordsIn(name);
  // A people's republic is told by that.
  const telling = all.filter((word) => !GENERAL.has(word) || (word === "people" && all.includes("republic")));
  return telling.length > 0 && telling.every((word) => about.some((other) => isSame(word, other)));
}

/** "Korea" and "Korean", "America" and "American". */
const isSame = (word: string, other: string): boolean =>
  word === other || (word.length >= 4 && other.startsWith(word) && other.length - word.length <= 2);
