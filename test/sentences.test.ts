// Every sentence of every golden file, and what is said of a case whose parties' names do not tell their number: verbs and pronouns
// go with the number of the party.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brief, framework } from "@parley/core/drafting";
import {
  assess,
  type Case,
  dance,
  describeProblem,
  namesIn,
  parseCase,
  positions,
  roadmap,
  wordingIn,
} from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { examplesOf, gallery } from "../packages/charts/test/examples.js";
import { isPlural } from "../packages/core/src/wording/index.js";
import { filesIn, readCase } from "./read-case.js";

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

/** What stands for a party of one, where it is the only party of a sentence; and what for one of several. */
const FOR_ONE =
  /(?<!who then takes more than )\bits (?:own|part|interests)\b|\bof its 100\b|\bit (?:has|accepts|promised|owed|undertakes|signs|walks away)\b|\bit is (?:on record|better off)\b|\bit does not have\b|\bgive it \d/g;
const FOR_SEVERAL =
  /\btheir (?:own|part|interests)\b|\bof their 100\b|\bthey (?:have|accept|promised|owed|undertake|sign|walk away)\b|\bthey are (?:on record|better off)\b|\bthey do not have\b|\bgive them \d/g;

type Spoken = readonly { readonly name: string; readonly plural?: boolean }[];

const bare = (name: string): string => name.replace(/^the /i, "");
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What is said wrongly of a party in a text: by a verb after its name, or by a pronoun in a sentence that is about it alone. */
function slips(text: string, parties: Spoken): string[] {
  return parties.flatMap((party) => {
    const wrong = isPlural(party) ? OF_ONE : OF_SEVERAL;
    const verbs = [...text.matchAll(new RegExp(`${escaped(bare(party.name))} (${wrong.join("|")})\\b`, "gi"))]
      .filter(({ index }) => !NO_SUBJECT.test(text.slice(0, index).replace(/\bthe $/i, "")))
      .map(({ 0: slip, index }) => `${slip}${text.slice(index + slip.length).slice(0, 40)}`);
    const others = parties.filter((one) => one !== party).map(({ name }) => bare(name).toLowerCase());
    const pronouns = text
      .split(/[.;](?:\s|$)/)
      .filter((sentence) => sentence.toLowerCase().includes(bare(party.name).toLowerCase()))
      .filter((sentence) => !others.some((name) => sentence.toLowerCase().includes(name)))
      .flatMap((sentence) => sentence.match(isPlural(party) ? FOR_ONE : FOR_SEVERAL) ?? []);
    return [...verbs, ...pronouns.map((slip) => `${party.name} … ${slip}`)];
  });
}

/** Hanoi with parties whose names do not tell that they are of several. */
function renamed(): Case {
  const files = filesIn(join(CASES, "hanoi-2019")).map(({ path, text }) => ({
    path,
    text:
      path === "case.yaml"
        ? text
            .replace("name: the United States\n", "name: the Kurds\n    plural: true\n")
            .replace("name: the United States,", "name: the Kurds, plural: true,")
            .replace("name: North Korea", "name: the Front\n    plural: true")
        : text,
  }));
  const parsed = parseCase(files);
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join("\n"));
  return parsed.value;
}

/** Everything that is said in words of a case: results, drafts, and what its pictures are described by. */
function saidOf(negotiation: Case): string[] {
  const options = { asOf: negotiation.asOf ?? "2019-02-24", models: 40 };
  const names = namesIn(negotiation);
  const found = [
    assess(negotiation, options),
    roadmap(negotiation, { ...options, quick: true }),
    framework(negotiation, options),
    ...negotiation.parties
      .filter(({ role }) => role === "negotiating")
      .map(({ id }) => brief(negotiation, { ...options, party: id })),
  ].map((one) => (one.ok ? one.value : one.reasons));
  const steps = dance(negotiation, options);
  const drift = positions(negotiation, options);
  if (!steps.ok || !drift.ok) throw new Error("no dance, or no positions");
  return [
    ...found.flatMap(sentencesIn),
    ...steps.value.steps.map((step) => wordingIn("en").positions.step(step, steps.value.offers, names)),
    ...drift.value.parties.map((one) => wordingIn("en").positions.drift(one, names)),
    ...examplesOf("renamed", negotiation, options).map(({ chart, of }) => chart.description(of, wordingIn("en"))),
  ];
}

describe("sentences", () => {
  const of = (name: string, plural?: boolean) => [{ name, ...(plural !== undefined && { plural }) }];

  it("this test finds what it looks for", () => {
    expect(slips("The six powers gives nothing.", of("the six powers"))).toEqual(["six powers gives nothing."]);
    expect(slips("The United States give nothing.", of("the United States"))).toEqual(["United States give nothing."]);
    expect(slips("A and the union give; what the union gives", of("the union"))).toEqual([]);
    expect(slips("It costs the Kurds 3 of its own points.", of("the Kurds", true))).toEqual(["the Kurds … its own"]);
    expect(slips("It costs the union 3 of their own points.", of("the union"))).toEqual(["the union … their own"]);
  });

  it("use the verbs and pronouns that the case says go with a party, in results, in drafts and beside pictures", () => {
    const negotiation = renamed();
    const texts = saidOf(negotiation);
    for (const words of [/costs the Kurds\b/i, /the Kurds undertake\b/i, /costs the Kurds .* of their own points/])
      expect(
        texts.some((text) => words.test(text)),
        String(words),
      ).toBe(true);
    expect(texts.flatMap((text) => slips(text, negotiation.parties))).toEqual([]);
  });

  it("beside the pictures of the gallery use the words that go with each party's name", () => {
    const texts = gallery().map(({ chart, of: shown }) => chart.description(shown, wordingIn("en")));
    const parties = names.flatMap((name) => readCase(name).parties);
    const known = [...new Map(parties.map((party) => [bare(party.name), party])).values()];
    expect(texts.flatMap((text) => slips(text, known))).toEqual([]);
  });

  it.each(names)("of %s use the verb that goes with each party's name", (name) => {
    const { parties } = readCase(name);
    const folder = join(CASES, name, "expected");
    const texts = readdirSync(folder).flatMap((file) =>
      sentencesIn(JSON.parse(readFileSync(join(folder, file), "utf8"))),
    );
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.flatMap((text) => slips(text, parties))).toEqual([]);
  });
});
