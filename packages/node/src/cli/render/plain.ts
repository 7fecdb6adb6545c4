/** What could speak to a terminal: control characters, and marks that turn the direction of writing. */
const ACTIVE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A stranger's text on one line, without them. */
export const plain = (text: string): string => text.replace(ACTIVE, " ").replace(/ {2,}/g, " ").trim();

/** A result as JSON, with them as escapes: the same to who parses it. */
export const plainJson = (result: unknown): string =>
  JSON.stringify(result, null, 2).replace(ACTIVE, (character) =>
    character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
