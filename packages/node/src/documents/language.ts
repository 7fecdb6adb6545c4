// The language of a document as a source of a case has it: a code of BCP 47 with at most one part more, en or pt-BR.

/** The code of a language that is given by its code or its English name; null for another. */
export function languageCode(written: string | null | undefined): string | null {
  const language = written?.trim() ?? "";
  const [, code, more] = /^([a-z]{2,3})(?:[-_]([a-z]{2,4}))?(?![a-z])/i.exec(language) ?? [];
  if (code) return `${code.toLowerCase()}${more ? `-${more}` : ""}`;
  return named().get(language.toLowerCase()) ?? null;
}

let names: ReadonlyMap<string, string> | null = null;

/** Codes of two letters by the English names of their languages. */
function named(): ReadonlyMap<string, string> {
  if (names) return names;
  const english = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  names = new Map(
    codes.flatMap((code): [string, string][] => {
      const called = english.of(code);
      return called ? [[called.toLowerCase(), code]] : [];
    }),
  );
  return names;
}
