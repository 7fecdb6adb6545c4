// Lays out text for an 80-column terminal: aligned columns, wrapped lines, and list items.
import Table from "cli-table3";

export const COLUMNS = 80;

const BARE = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: " ",
} as const;

/** Aligned columns without lines, wrapped between words; `right` names the columns aligned to the right. */
export function columns(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  right: readonly number[] = [],
): string {
  const table = new Table({
    chars: BARE,
    style: { "padding-left": 0, "padding-right": 0, head: [], border: [], compact: true },
    colWidths: [...widths],
    colAligns: widths.map((_, column) => (right.includes(column) ? "right" : "left")),
    wordWrap: true,
    wrapOnWordBoundary: true,
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

/** Text wrapped between words to the width, every line indented. */
export function wrap(text: string, indent = 0, width = COLUMNS): string {
  const lines: string[] = [];
  const words = text.split(/\s+(?!%)/).flatMap((word) => inPieces(word, width - indent));
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && [...last].length + 1 + [...word].length <= width - indent)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => " ".repeat(indent) + line).join("\n");
}

/** A word longer than a line, in pieces that fit. */
function inPieces(word: string, most: number): string[] {
  const letters = [...word];
  return Array.from({ length: Math.max(1, Math.ceil(letters.length / most)) }, (_, piece) =>
    letters.slice(piece * most, (piece + 1) * most).join(""),
  );
}

/** A wrapped line with a hanging mark before it: `· text`. */
export function item(text: string, indent = 2, mark = "·"): string {
  const hanging = indent + mark.length + 1;
  return `${" ".repeat(indent)}${mark} ${wrap(text, hanging).trimStart()}`;
}
