// Results as JSON, with numbers in arrays kept bit by bit: what comes back is what was written, whatever wrote it.

const MARK = "float64";

/** JSON in which every array of doubles is its bytes, least significant first, as base64. */
export const written = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (!(part instanceof Float64Array)) return part;
    const bytes = Buffer.alloc(8 * part.length);
    for (const [place, one] of part.entries()) bytes.writeDoubleLE(one, 8 * place);
    return { [MARK]: bytes.toString("base64") };
  });

/** What `written` wrote. */
export const readBack = (text: string): unknown =>
  JSON.parse(text, (_, part: unknown) => {
    if (typeof part !== "object" || part === null || !(MARK in part)) return part;
    const bytes = Buffer.from(String(part[MARK]), "base64");
    return Float64Array.from({ length: bytes.length / 8 }, (_value, place) => bytes.readDoubleLE(8 * place));
  });
