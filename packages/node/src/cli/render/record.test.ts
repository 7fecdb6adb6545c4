// What the record comes to on the terminal, of the shipped case: everybody and everything that the results name is shown.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Case, commandWordingIn, type Outcome, parseCase, positions, terms } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import type { Terminal } from "../terminal.js";
import { renderPositions } from "./positions.js";
import { renderTerms } from "./terms.js";

const terminal = { words: commandWordingIn("en"), colour: false } as Terminal;
const folder = join(import.meta.dirname, "../../../../../cases/hanoi-2019");

function hanoi(): Case {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
  const parsed = parseCase(files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function told<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.reasons.join(" "));
  return outcome.value;
}

describe("the record of Hanoi", () => {
  const negotiation = hanoi();

  it("shows every party that took a position, every issue, and the sentence", () => {
    const result = told(positions(negotiation));
    const shown = renderPositions(terminal, result, null, [], negotiation).replace(/\s+/g, " ");
    expect(shown).toContain(result.sentence.slice(0, 40));
    for (const { name } of result.parties) expect(shown).toContain(name);
  });

  it("shows every term with the parts that are contested", () => {
    const result = told(terms(negotiation));
    const shown = renderTerms(terminal, result, null, [], negotiation).replace(/\s+/g, " ");
    for (const { name } of result.terms) expect(shown).toContain(name);
  });
});
