// A draft as Markdown (CommonMark, with the tables of GitHub's flavour).
import {
  bracketText,
  type Clause,
  type DraftPart,
  isBracket,
  labelOf,
  originText,
  type Table,
  type TableRow,
  type TextPiece,
  type Wording,
} from "@parley/core/internal";
import { type Document, tracesOf } from "./document.js";

/** In the first line of every draft; a file without it is not written over. */
export const MARKDOWN_MARK = "<!-- Parley: ";

export function markdownOf(document: Document, words: Wording): string {
  const { heading, marking, sentence, parts, remarks, kind } = document;
  const traces = tracesOf(document, words);
  const head = words.drafts.traces;
  const lines = [
    `${MARKDOWN_MARK}${kind} -->`,
    `# ${escaped(heading)}`,
    "",
    `**${escaped(marking)}** · ${escaped(words.drafts.about(document))}`,
    "",
    `*${escaped(sentence)}*`,
    ...remarks.flatMap((remark) => ["", `*${escaped(remark)}*`]),
    ...parts.flatMap((part) => partLines(part, words)),
    ...(traces.length > 0 ? ["", `## ${head.heading}`, ""] : []),
    ...(traces.length > 0
      ? tableLines(
          head.head,
          traces.map(({ where, from }) => [
            escaped(where),
            from.map((one) => `\`${originText(one).replaceAll("`", "'").replaceAll("|", "\\|")}\``).join("<br>"),
          ]),
        )
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

function partLines({ label, title, blocks }: DraftPart, words: Wording): string[] {
  return [
    "",
    `## ${label === null ? "" : `${label}. `}${escaped(title)}`,
    ...blocks.flatMap((block) => (block.kind === "clause" ? clauseLines(block, words) : sheetLines(block, words))),
  ];
}

function clauseLines({ number, level, pieces, flags }: Clause, { drafts }: Wording): string[] {
  const head = level === 1 ? "- " : "";
  const label = number === null ? "" : `**${labelOf({ number, level })}** `;
  const indent = level === 1 ? "  " : "";
  return [
    "",
    `${head}${label}${pieces.map(pieceText).join("")}`,
    ...flags.flatMap((flag) => ["", `${indent}> ⚑ **${drafts.flags[flag.kind]}**: ${escaped(flag.text)}`]),
  ];
}

function sheetLines({ caption, head, rows }: Table, { drafts }: Wording): string[] {
  const text = (row: TableRow) => row.cells.map((cell) => cell.map(pieceText).join(""));
  const flagged = rows.flatMap((row) => row.flags.map((flag) => ({ row, flag })));
  return [
    "",
    `*${escaped(caption)}*`,
    "",
    ...tableLines(head.map(escaped), rows.map(text)),
    ...flagged.flatMap(({ row, flag }) => [
      "",
      `> ⚑ **${drafts.flags[flag.kind]}** (${(row.cells[0] ?? []).map(pieceText).join("")}): ${escaped(flag.text)}`,
    ]),
  ];
}

function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll(/\r?\n/g, " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}

const pieceText = (piece: TextPiece): string =>
  typeof piece === "string" ? escaped(piece) : isBracket(piece) ? `**${escaped(bracketText(piece))}**` : piece.text;

/** What a person wrote is text: never a heading, a list, a link or a tag. */
const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll(/[\\`*_{}[\]<>#|~]/g, "\\$&")
    .replaceAll(/\s*\r?\n\s*/g, " ")
    // Addresses become links of themselves in GitHub's flavour.
    .replaceAll("://", ":&#47;/")
    .replaceAll(/\bwww\./gi, (found) => `${found.slice(0, 3)}&#46;`)
    .replaceAll("@", "&#64;")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^(\s*)([-+=])/, "$1\\$2");
