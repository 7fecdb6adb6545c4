// English grammar, as far as sentences are made: the form of a verb and the pronoun that go with a party's name, lists, capitals.
import type { Named } from "../named.js";

/** The noun that a name is about: the last one, or the one before what says more of it (`the suppliers of fuel`). */
function headOf(name: string): string {
  const [noun = ""] = name.split(/\s+(?:of|for|in|from|on|at|to|with|and)\s+/i);
  return noun.trim().split(/\s+/).at(-1) ?? "";
}

/** States whose own names have an `and`. */
const STATES =
  /^(?:Antigua and Barbuda|Bosnia and Herzegovina|Saint Kitts and Nevis|Saint Vincent and the Grenadines|S[aã]o Tom[eé] and Pr[ií]ncipe|Trinidad and Tobago)$/;
/** The people of a place: the Houthis, the Palestinians. */
const PEOPLE = /^\p{Lu}\p{Ll}+(?:is|ans)$/u;

/**
 * Whether a party is of several, as the case says; where it does not, as its name has it: two names (`Ann and Ben`), or a common noun in the plural (`the six powers`, `nurses`). A name
 * of its own that ends in s is one: `the United States`, `Cypress Cycles`, `Médecins Sans Frontières`.
 */
export function isPlural(named: Named): boolean {
  if (isYou(named)) return true;
  return typeof named === "string" ? soundsPlural(named) : (named.plural ?? soundsPlural(named.name));
}

function soundsPlural(name: string): boolean {
  const head = headOf(name);
  if (STATES.test(name)) return false;
  if (head === "police" || (/^the \S+$/i.test(name) && PEOPLE.test(head))) return true;
  if (/\s(?:and|&)\s/.test(name) && !/^the\s/.test(name)) return /^\p{Lu}/u.test(name) && !/\s&\s/.test(name);
  return /^\p{Ll}/u.test(head) && /(?:[^sui]s|ies|people|men|women)$/.test(head) && !/['’]s?$/.test(head);
}

const IRREGULAR: Readonly<Record<string, string>> = { is: "are", has: "have", does: "do", was: "were", goes: "go" };

/** The form of a verb that goes with a name, or with all of several: `gives` of one, `give` of several. */
export function verb(name: Named | readonly Named[], singular: string): string {
  const names = [name].flat();
  if (names.length === 1 && !isPlural(names[0] ?? "")) return singular;
  return (
    IRREGULAR[singular] ??
    singular
      .replace(/ies$/, "y")
      .replace(/(ss|sh|ch|x)es$/, "$1")
      .replace(/([^s])s$/, "$1")
  );
}

/** What the reader's own side is called. */
export const YOU = "you";

/** Whether a name is of who reads the sentence: by what the case says of the party, or by the name alone. */
const isYou = (name: Named): boolean => (typeof name === "string" ? name === YOU : name.addressed === true);

/** `its` or `their`; `your` of who reads it. */
export const possessive = (name: Named): string => (isYou(name) ? "your" : isPlural(name) ? "their" : "its");

/** `it` or `they`, where it acts; `you` of who reads it. */
export const pronoun = (name: Named): string => (isYou(name) ? YOU : isPlural(name) ? "they" : "it");

/** `it` or `them`, where something is done to it; `you` of who reads it. */
export const objective = (name: Named): string => (isYou(name) ? YOU : isPlural(name) ? "them" : "it");

/** With a capital at its head; a file keeps its name. */
export const capital = (text: string): string =>
  /^\S+\.(yaml|csv)\b/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);

/** A name where there is little room: without its article. */
const shortName = (name: string): string => name.replace(/^the /i, "");

/** A name at the head of a line or a cell: without its article, with a capital. */
export function labelName(name: string): string {
  const short = shortName(name);
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

/** Names in cells and at the head of lines. */
export const names = { label: labelName, short: shortName };
