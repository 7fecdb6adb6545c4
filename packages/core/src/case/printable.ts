// Which texts may be shown anywhere, and how the others are written out.

/** What could drive the terminal, feed or page it is shown on: control characters, marks that turn the direction of writing. */
const ACTIVE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** Half of a pair of surrogates, and what is no character in any text: a file or an XML document cannot hold these. */
const STRANGE = /[\ufffe\uffff]|\p{Cs}/u;

/** No control characters but line breaks and tabs, none that turn the direction of writing: it may be shown anywhere. */
export const isPrintable = (text: string): boolean =>
  !ACTIVE.test(text.replace(/[\n\r\t]/g, "")) && !STRANGE.test(text);

/** Where a text holds what no text may hold, and its name (`U+FFFE`); null where it does not. */
export function strangeCharacter(text: string): { readonly at: number; readonly name: string } | null {
  const found = STRANGE.exec(text);
  return found && { at: found.index, name: codePoint(found[0]) };
}

const codePoint = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

/** A stranger's text with every active or strange character written out, so that it can be shown; JSON stays the same JSON. */
export const shown = (text: string, breaks = "\n"): string =>
  text.replace(SHOWN, (character) =>
    breaks.includes(character) ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

const SHOWN = new RegExp(`${ACTIVE.source}|${STRANGE.source}`, "gu");
