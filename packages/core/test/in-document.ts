// A test helper that compares computed figures with those printed in a document of docs/, or rewrites them there.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

export const renewing = process.env.npm_lifecycle_event === "renew";

/**
 * Holds figures to the lines between `<!-- name -->` and `<!-- /name -->` of a document in docs/; npm run renew writes them there.
 * @param columns of a table, from 0, that are held to; all unless given
 */
export function expectInDocument(
  document: string,
  name: string,
  lines: readonly string[],
  columns: readonly number[] | null = null,
): void {
  const path = join(import.meta.dirname, "../../../docs", document);
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const text = readFileSync(path, "utf8");
  const [from, to] = [text.indexOf(start) + start.length, text.indexOf(end)];
  const held = (line: string) => (columns === null ? line : columns.map((at) => line.split("|")[1 + at]).join("|"));
  if (renewing) writeFileSync(path, `${text.slice(0, from)}\n\n${lines.join("\n")}\n\n${text.slice(to)}`);
  else expect(text.slice(from, to).trim().split("\n").map(held)).toEqual(lines.map(held));
}
