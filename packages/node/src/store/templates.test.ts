// Templates are what people learn from: each must be in order, read well, and hold a deal that a learner can find.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  assess,
  type Case,
  checkInterests,
  describeProblem,
  frontier,
  type OfferAssessment,
  type Outcome,
  parseCase,
  type SharePackage,
} from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readCaseFolder } from "./case-folder.js";

const TEMPLATES = join(import.meta.dirname, "../../templates");
const IDS = [
  "ceasefire",
  "company-sale",
  "employment-offer",
  "flatmates",
  "lease",
  "many-party-agreement",
  "separation",
  "supplier-contract",
  "union-contract",
];
/** The day that stands in every template, since a new negotiation gets its own; and a day on which one is looked at. */
const DATED = "2000-01-01";
const AS_OF = "2026-01-15";
/** Enough to tell most from few. */
const SOME = { asOf: AS_OF, models: 200, turning: false } as const;

const folderOf = (id: string): string => join(TEMPLATES, id);
const textOf = (id: string, path: string): string => readFileSync(join(folderOf(id), path), "utf8");

/** Each file of a template by its path in it. */
const pathsIn = (id: string): string[] =>
  readdirSync(folderOf(id), { recursive: true, encoding: "utf8" }).filter((path) => path.includes("."));

/** What `parley check` says of a template, and the template. */
async function checked(id: string): Promise<{ negotiation: Case; problems: string[] }> {
  const read = await readCaseFolder(folderOf(id), null, TEMPLATES);
  if (!read) throw new Error(`there is no template ${id}`);
  const parsed = parseCase(read.files);
  const problems = [...read.problems, ...parsed.problems];
  if (!parsed.ok) throw new Error(problems.map(describeProblem).join("\n"));
  return {
    negotiation: parsed.value,
    problems: [...problems, ...checkInterests(parsed.value, AS_OF)].map(describeProblem),
  };
}

function found<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.reasons.join(" "));
  return outcome.value;
}

const negotiatingIn = ({ parties }: Case): readonly string[] =>
  parties.filter(({ role }) => role === "negotiating").map(({ id }) => id);

/** A package or the offers on record, judged. */
function judged(negotiation: Case, chosen?: SharePackage): OfferAssessment {
  const { offers } = found(assess(negotiation, { ...SOME, ...(chosen && { package: chosen.options }) }));
  const [first] = offers;
  if (!first) throw new Error("nothing was assessed");
  return first;
}

/** The packages of the frontier, those that are most often the Nash solution first, then those of the largest product of values. */
function nashFirst(negotiation: Case): readonly SharePackage[] {
  const all = found(frontier(negotiation, SOME));
  if (all.kind !== "shares") throw new Error("a template gives ranks, so its frontier is one of many models");
  const product = ({ values }: SharePackage) =>
    Object.values(values).reduce((all_, { median }) => all_ * Math.max(0, median), 1);
  return [...all.packages].sort((one, other) => other.nash - one.nash || product(other) - product(one));
}

/** Whether all are better off than without a deal in most models, whichever of the priors is taken. */
const suitsAll = ({ verdicts }: OfferAssessment): boolean =>
  verdicts.every(
    ({ classes, parties }) => classes.split > 0.5 && parties.every(({ surplus: { median } }) => median > 0),
  );

describe("the templates", () => {
  it("are nine kinds of negotiation", () => {
    expect(readdirSync(TEMPLATES).sort()).toEqual(IDS);
  });
});

describe.each(IDS)("the template %s", (id) => {
  it("passes its check without an error or a warning", async () => {
    expect((await checked(id)).problems).toEqual([]);
  });

  it("has a title, two sentences at most on what it is for, and goals that a deal can bring nearer", async () => {
    const { title, about } = parse(textOf(id, "case.yaml"));
    expect(title).toMatch(/^\p{Lu}/u);
    expect(about.match(/\.(?=\s|$)/g)?.length).toBeLessThanOrEqual(2);
    expect(about).toMatch(/\bChange\b/);
    const { negotiation } = await checked(id);
    const goals = negotiation.goals.map(({ id: goal }) => goal);
    expect([2, 3]).toContain(goals.length);
    expect(judged(negotiation).progress.map(({ goal }) => goal)).toEqual(goals);
  });

  it("has a handful of issues, whose options run from least to most, or say which party gets something", async () => {
    const { issues, parties } = (await checked(id)).negotiation;
    expect(issues.length).toBeGreaterThanOrEqual(id === "flatmates" ? 3 : 4);
    expect(issues.length).toBeLessThanOrEqual(8);
    for (const { ordered, options, step } of issues) {
      if (!ordered) expect(options.map((option) => option.id)).toEqual(parties.map((party) => party.id));
      expect(options.length).toBeGreaterThanOrEqual(2);
      if (step === null) expect(options.length).toBeLessThanOrEqual(5);
      for (const { name } of options) expect(name).toMatch(/^[\p{Lu}\d]/u);
    }
  });

  it("says of every issue what holds without a deal", () => {
    const { issues, noDeal } = parse(textOf(id, "case.yaml"));
    expect(Object.keys(noDeal)).toEqual(issues.map((issue: { id: string }) => issue.id));
  });

  it("has ranks for everybody who negotiates, marked as an example, and no walk-away beside no deal", async () => {
    const { negotiation } = await checked(id);
    const parties = negotiatingIn(negotiation);
    expect(negotiation.interests.map(({ file }) => file).sort()).toEqual(
      parties.map((party) => `interests/${party}.${party}.yaml`).sort(),
    );
    for (const { file, party, holder, basis, reservation, alternatives, weights, scores } of negotiation.interests) {
      expect([party, basis, reservation.form, alternatives, weights]).toEqual([
        holder,
        "estimated",
        "no-deal",
        [],
        null,
      ]);
      expect(scores.every(({ levels }) => levels !== null)).toBe(true);
      expect(parse(textOf(id, file)).note).toMatch(/^Example: .*Replace the ranks by your own\.$/);
    }
  });

  it("says once in every file what the file is, and knows no day but one that a new negotiation replaces", async () => {
    for (const path of pathsIn(id)) {
      const text = textOf(id, path);
      expect(text.match(/^ *#.*$/gm)?.length, path).toBe(1);
      expect(text, path).toMatch(/^# \p{Lu}.*\.\n/u);
      for (const day of text.match(/\d{4}-\d{2}(-\d{2})?/g) ?? []) expect(day, path).toBe(DATED);
    }
    const { interests, offers } = (await checked(id)).negotiation;
    for (const { date } of [...interests, ...offers]) expect(date).toBe(DATED);
    expect(parse(textOf(id, "case.yaml")).asOf).toBeUndefined();
  });

  it("has one offer, on which there is a verdict for each party", async () => {
    const { negotiation } = await checked(id);
    expect(negotiation.offers.map(({ name }) => name)).toEqual(["Example offer"]);
    const { verdicts, sentence } = judged(negotiation);
    expect(sentence).not.toBe("");
    expect(verdicts.map(({ prior }) => prior).length).toBe(3);
    for (const { parties } of verdicts) expect(parties.map(({ party }) => party)).toEqual(negotiatingIn(negotiation));
  });

  it("has a deal on its frontier with which all are better off than without one", async () => {
    const { negotiation } = await checked(id);
    expect(nashFirst(negotiation).some((solution) => suitsAll(judged(negotiation, solution)))).toBe(true);
  });
});

describe("a template whose agreement is to be watched", () => {
  it.each(["ceasefire", "many-party-agreement", "supplier-contract"])(
    "%s: has obligations with a metric",
    async (id) => {
      const { obligations, metrics } = (await checked(id)).negotiation;
      expect(metrics.length).toBeGreaterThan(0);
      expect(obligations.length).toBeGreaterThan(0);
    },
  );
});
