// Every sentence of every golden file: the verb after a party's name goes with the number of the name.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isPlural } from "../packages/core/src/case/spoken.js";
import { readCase } from "./read-case.js";

const CASES = join(import.meta.dirname, "..", "cases");
const names = readdirSync(CASES, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isDirectory() && entry.name === "expected")
  .map(({ parentPath }) => parentPath.slice(CASES.length + 1));

const OF_ONE = [
  "gives",
  "gets",
  "takes",
  "has",
  "is",
  "was",
  "falls",
  "loses",
  "holds",
  "needs",
  "reads",
  "stands",
  "undertakes",
  "does",
];
const OF_SEVERAL = [
  "give",
  "get",
  "take",
  "have",
  "are",
  "were",
  "fall",
  "lose",
  "hold",
  "need",
  "read",
  "stand",
  "undertake",
  "do",
];
/** After these, or in a list, the name is not what acts. */
const NO_SUBJECT = /(?:\b(?:of|to|for|by|with|from|and|in|on|than|between|against|what|as|does|do|would|where)|,)\s+$/i;

function sentencesIn(value: unknown): string[] {
  if (typeof value === "string") return value.includes(" ") ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(sentencesIn) : [];
}

/** What is said wrongly of a name in a text. */
function slips(text: string, name: string): string[] {
  const wrong = isPlural(name) ? OF_ONE : OF_SEVERAL;
  const found = [
    ...text.matchAll(new RegExp(`${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")} (${wrong.join("|")})\\b`, "gi")),
  ];
  return found.filter(({ index }) => !NO_SUBJECT.test(text.slice(0, index))).map(([slip]) => slip);
}

describe("sentences", () => {
  it("this test finds what it looks for", () => {
    expect(slips("The six powers gives nothing.", "the six powers")).toEqual(["The six powers gives"]);
    expect(slips("The United States give nothing.", "the United States")).toEqual(["The United States give"]);
    expect(slips("A and the union give; what the union gives", "the union")).toEqual([]);
  });

  it.each(names)("of %s use the verb that goes with each party's name", (name) => {
    const parties = readCase(name).parties.map((party) => party.name);
    const folder = join(CASES, name, "expected");
    const texts = readdirSync(folder).flatMap((file) =>
      sentencesIn(JSON.parse(readFileSync(join(folder, file), "utf8"))),
    );
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.flatMap((text) => parties.flatMap((party) => slips(text, party)))).toEqual([]);
  });
});
