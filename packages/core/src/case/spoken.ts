// How a party is spoken of: which form of a verb and which pronoun go with its name. One place for every sentence.

/** The noun that a name is about: the last one, or the one before what says more of it (`the suppliers of fuel`). */
function headOf(name: string): string {
  const [noun = ""] = name.split(/\s+(?:of|for|in|from|on|at|to|with|and)\s+/i);
  return noun.trim().split(/\s+/).at(-1) ?? "";
}

/**
 * Whether a name is of several: two names (`Ann and Ben`), or a common noun in the plural (`the six powers`, `nurses`). A name
 * of its own that ends in s is one: `the United States`, `Cypress Cycles`, `Médecins Sans Frontières`.
 */
export function isPlural(name: string): boolean {
  const head = headOf(name);
  if (/\s(?:and|&)\s/.test(name) && !/^the\s/.test(name)) return /^\p{Lu}/u.test(name) && !/\s&\s/.test(name);
  return /^\p{Ll}/u.test(head) && /(?:[^sui]s|ies|people|men|women)$/.test(head) && !/['’]s?$/.test(head);
}

const IRREGULAR: Readonly<Record<string, string>> = { is: "are", has: "have", does: "do", was: "were", goes: "go" };

/** The form of a verb that goes with a name, or with all of several: `gives` of one, `give` of several. */
export function verb(name: string | readonly string[], singular: string): string {
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
export const possessive = (name: string): string => (isPlural(name) ? "their" : "its");

/** `it` or `they`, where it acts. */
export const pronoun = (name: string): string => (isPlural(name) ? "they" : "it");
