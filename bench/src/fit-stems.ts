// Counts in how many texts of PolNeAR's training part the stems of words stand, and writes those that 3 % and more have:
// node bench/dist/fit-stems.js. Words that all texts have tell no issue of a case from another.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
// What core does not show to others.
import { stemOf } from "../../packages/core/dist/evidence/reading/suggestions.js";
import { markedTexts, missing } from "./reading-scores.js";

const FILE = join(import.meta.dirname, "../../packages/core/src/evidence/reading/common-stems.ts");
const SHARES = [0.5, 0.25, 0.12, 0.06, 0.03];
const WIDTH = 116;

if (missing.length > 0) throw new Error(`Not there: ${missing.join(", ")}`);
const texts = markedTexts("train");
const counts = new Map<string, number>();
for (const { text } of texts) {
  const words = (text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []).flatMap((word) => [word, ...word.split("-")]);
  for (const stem of new Set(words.map(stemOf))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
}
const groups = SHARES.map((): string[] => []);
for (const stem of [...counts.keys()].sort()) {
  const at = SHARES.findIndex((share) => (counts.get(stem) ?? 0) / texts.length >= share);
  if (at >= 0 && /^[a-z]{2,}$/.test(stem)) groups[at]?.push(stem);
}

function wrapped(stems: readonly string[]): string {
  const lines: string[] = [];
  for (const stem of stems) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + stem.length < WIDTH) lines[lines.length - 1] = `${last} ${stem}`;
    else lines.push(`    ${stem}`);
  }
  return lines.join("\n");
}

const head = `// Written by bench/src/fit-stems.ts; not to be edited. Stems of words by how many of the ${texts.length} texts in the training part of
// PolNeAR (Newell, Margolin & Ruths 2018) have them: a half and more, a quarter, 12 %, 6 %, 3 %. What is not here is rarer.
export const COMMON_STEMS: readonly (readonly [share: number, stems: string])[] = [
`;
const body = SHARES.map((share, at) => `  [\n    ${share},\n    \`\n${wrapped(groups[at] ?? [])}\n    \`,\n  ],`).join(
  "\n",
);
writeFileSync(FILE, `${head}${body}\n];\n`);
