// How a party is spoken of: which form of a verb and which pronoun go with its name. One place for every sentence.
import type { Case } from "./types.js";

/** A party, or its name alone; what a name does not tell, the case may say. */
export type Named = string | { readonly name: string; readonly plural?: boolean | undefined };

/** The party of a case by its id or name; else the name. */
export const partyNamed = ({ parties }: Pick<Case, "parties">, called: string): Named =>
  parties.find(({ id }) => id === called) ?? parties.find(({ name }) => name === called) ?? called;

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

/** `its` or `their`. */
export const possessive = (name: Named): string => (isPlural(name) ? "their" : "its");

/** `it` or `they`, where it acts. */
export const pronoun = (name: Named): string => (isPlural(name) ? "they" : "it");

/** `it` or `them`, where something is done to it. */
export const objective = (name: Named): string => (isPlural(name) ? "them" : "it");
