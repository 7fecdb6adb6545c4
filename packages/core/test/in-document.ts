import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

/** Holds figures to the lines between `<!-- name -->` and `<!-- /name -->` of a document in docs/; npm run renew writes them there. */
export function expectInDocument(document: string, name: string, lines: readonly string[]): void {
  const path = join(import.meta.dirname, "../../../docs", document);
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const text = readFileSync(path, "utf8");
  const [from, to] = [text.indexOf(start) + start.length, text.indexOf(end)];
  if (process.env.npm_lifecycle_event === "renew")
    writeFileSync(path, `${text.slice(0, from)}\n\n${lines.join("\n")}\n\n${text.slice(to)}`);
  else expect(text.slice(from, to).trim().split("\n")).toEqual(lines);
}
