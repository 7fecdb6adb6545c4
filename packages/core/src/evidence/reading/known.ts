// Everyone whom a document names, under the last word of the name, in the fullest form that it has.
import { HE, SHE } from "./name-words.js";
import { isEvident, kindOfName, type Name, sexOf } from "./names.js";

export type SpeakerKind = "person" | "organisation" | "group" | "document" | "unnamed";

export interface Who {
  /** In full where the document has it; of an unnamed speaker, the words used ("a senior official"). */
  readonly name: string;
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly kind: SpeakerKind;
}

export interface Known extends Who {
  readonly sex: "he" | "she" | null;
  /** Something shows that it is a person: a courtesy, an office, a given name, or that it speaks. */
  readonly evident: boolean;
}

export const lastOf = (words: readonly string[]): string => (words.at(-1) ?? "").toLowerCase();

/**
 * Under which word somebody is known: a person, or the Republic of something, under the last; other bodies and places under
 * all of them, since South Norland is not Norland.
 */
const keyOf = (words: readonly string[], kind: SpeakerKind): string =>
  kind === "person" || words.length === 1 || (words.includes("of") && !words.some(isPeople))
    ? lastOf(words)
    : words.join(" ").toLowerCase();

/** "the Democratic People's Republic of Korea" is not the Republic of Korea. */
const isPeople = (word: string): boolean => /^people[’']s$/i.test(word);

/** The full name that was mentioned last is whom a lone surname means from here on. */
export function mentioned(cast: Map<string, Known>, one: Known): void {
  const words = one.name.split(" ");
  if (one.kind === "person" && words.length > 1) cast.set(lastOf(words), { ...one, evident: true });
}

/** Keeps the fullest form of a name under its last word; what a shorter form adds is kept too. */
export function enter(cast: Map<string, Known>, name: Name, speaks: boolean): void {
  const last = keyOf(name.words, kindOfName(name));
  const before = cast.get(last);
  const longer = !before || isFuller(name.words, before.name.split(" "));
  // "Bill Clinton" says nothing of a Hillary Clinton who was named before.
  const another = before && !longer && name.words.length > 1 && !before.name.endsWith(name.words.join(" "));
  const own = another ? null : sexOf(name);
  const sex = (longer ? (own ?? before?.sex) : (before?.sex ?? own)) ?? null;
  const role = name.role.join(" ") || before?.role || null;
  cast.set(last, {
    name: longer ? name.words.join(" ") : before.name,
    role,
    affiliation: before?.affiliation ?? null,
    kind: longer ? kindOfName(name) : before.kind,
    sex,
    evident: before?.evident || speaks || isEvident(name),
  });
}

/**
 * Whether a form of a name is the fuller one. Two words and more that come before a whole name are a headline's: "Jeb Bush Hits
 * Marco Rubio".
 */
function isFuller(words: readonly string[], before: readonly string[]): boolean {
  const [shorter, longer] = words.length < before.length ? [words, before] : [before, words];
  const isHeadline = shorter.length > 1 && longer.length - shorter.length > 1;
  if (isHeadline && longer.join(" ").endsWith(` ${shorter.join(" ")}`)) return words === shorter;
  return words.length > before.length && words.length <= 4;
}

/** Where the family name comes first (Kim Jong Un, Ri Yong Ho), it stands for the whole too. */
export function enterFamilyNames(cast: Map<string, Known>): void {
  for (const one of [...cast.values()]) {
    const words = one.name.split(" ");
    const first = words[0]?.toLowerCase() ?? "";
    const given = HE.has(first) || SHE.has(first);
    const isFamilyFirst = words.length > 2 || /^\p{Lu}\p{L}*-\p{Ll}/u.test(words[1] ?? "");
    if (one.kind !== "person" || !isFamilyFirst || (given && !FAMILY.has(first))) continue;
    const short = cast.get(first);
    if (!short || short.name.split(" ").length === 1)
      cast.set(first, { ...one, role: one.role ?? short?.role ?? null });
  }
}

const FAMILY = new Set(["kim", "ri", "moon", "xi", "lee", "choe", "pak", "park"]);

export function known(cast: ReadonlyMap<string, Known>, name: Name): Known {
  const one = cast.get(keyOf(name.words, kindOfName(name)));
  const own: Known = {
    name: name.words.join(" "),
    role: name.role.join(" ") || null,
    affiliation: null,
    kind: kindOfName(name),
    sex: sexOf(name),
    evident: isEvident(name),
  };
  // "Hillary Clinton" is not the Bill Clinton named before.
  if (!one || (name.words.length > 1 && one.name !== own.name && !one.name.endsWith(own.name))) return own;
  return one;
}
