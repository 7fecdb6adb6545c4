// GeniusWeb: JSON, a domain or a linear additive profile. Value = Σ weight × utility; the reservation is a bid.
import { z } from "zod";
import {
  domainName,
  expectBounded,
  nameOf,
  numbersBetween,
  parsed,
  type Scenario,
  type ScenarioIssue,
  type ScenarioPart,
  Unreadable,
} from "./scenario.js";

const numeric = z
  .union([z.number(), z.string().regex(/\S/, "is empty")])
  .transform(Number)
  .pipe(z.number().finite());
const domain = z.object({
  name: z.string(),
  issuesValues: z.record(
    z.string(),
    z.union([
      z.object({ values: z.array(z.union([z.string(), z.number()]).transform(String)) }),
      z.object({
        range: z.union([
          z.array(numeric).min(2),
          z.object({ range: z.array(numeric).min(2) }).transform(({ range }) => range),
        ]),
      }),
    ]),
  ),
});
const table = z.object({ valueUtilities: z.record(z.string(), numeric) });
const line = z.object({ lowValue: numeric, highValue: numeric, lowUtility: numeric, highUtility: numeric });
// The names of the two kinds changed with the versions of the format.
const utilities = z.union([
  z.object({ discreteutils: table }).transform(({ discreteutils }) => discreteutils),
  z.object({ DiscreteValueSetUtilities: table }).transform((found) => found.DiscreteValueSetUtilities),
  z.object({ numberutils: line }).transform(({ numberutils }) => numberutils),
  z.object({ NumberValueSetUtilities: line }).transform((found) => found.NumberValueSetUtilities),
]);
const bid = z.object({ issuevalues: z.record(z.string(), z.union([z.string(), z.number()]).transform(String)) });
const profile = z.object({
  LinearAdditiveUtilitySpace: z.object({
    name: z.string(),
    domain,
    issueUtilities: z.record(z.string(), utilities),
    issueWeights: z.record(z.string(), numeric),
    reservationBid: bid.nullish(),
  }),
});

/** Whether a JSON value is of this format; what is wrong in it is said by `readGeniusWeb`. */
export const isGeniusWeb = (json: unknown): boolean =>
  typeof json === "object" &&
  json !== null &&
  ("issuesValues" in json || Object.keys(json).some((key) => /UtilitySpace$|^PartialOrdering$/.test(key)));

/** @throws Unreadable */
export function readGeniusWeb(file: string, json: unknown): ScenarioPart {
  const notes: string[] = [];
  if (typeof json === "object" && json !== null && "issuesValues" in json) {
    const found = parsed(domain, json);
    return { file, title: found.name, issues: issuesOf(found, notes), party: null, notes };
  }
  const other = typeof json === "object" && json !== null ? Object.keys(json)[0] : undefined;
  if (other !== undefined && other !== "LinearAdditiveUtilitySpace")
    throw new Unreadable(
      `it is a profile of the type ${other}, which is not known here: only LinearAdditiveUtilitySpace is`,
    );
  const said: string[] = [];
  const { LinearAdditiveUtilitySpace: space } = parsed(profile, json);
  const issues = issuesOf(space.domain, notes);
  const strange = [...Object.keys(space.issueUtilities), ...Object.keys(space.issueWeights)].find(
    (name) => !issues.some((issue) => issue.name === name),
  );
  if (strange !== undefined)
    throw new Unreadable(`it has utilities or a weight for "${strange}", which is no issue of its domain`);
  const worths = issues.map(({ name, options }) => {
    const own = Object.hasOwn(space.issueUtilities, name) ? space.issueUtilities[name] : undefined;
    if (!own) throw new Unreadable(`it has no utilities for "${name}"`);
    expectSameRange(name, own, space.domain.issuesValues[name]);
    return worthIn(own, name, options, said);
  });
  const scores = issues.map(({ options }, k) => options.map((option) => worths[k]?.(option) ?? 0));
  const weights = issues.map(({ name }) => {
    if (!Object.hasOwn(space.issueWeights, name)) throw new Unreadable(`it has no weight for "${name}"`);
    return space.issueWeights[name] ?? 0;
  });
  if (weights.some((weight) => weight < 0)) throw new Unreadable("it has a weight below 0");
  return {
    file,
    title: space.domain.name,
    issues,
    party: {
      name: space.name || nameOf(file),
      weights,
      scores,
      reservation: space.reservationBid
        ? worthOf(space.reservationBid.issuevalues, issues, weights, scores, worths, said)
        : null,
      notes: said,
    },
    notes,
  };
}

function issuesOf({ issuesValues }: z.output<typeof domain>, notes: string[]): ScenarioIssue[] {
  const issues = Object.entries(issuesValues).map(([name, found]): ScenarioIssue => {
    if ("values" in found) return { name, options: [...new Set(found.values)], numeric: null };
    const [from = 0, to = 0, step = null] = found.range;
    return numbersBetween(name, from, to, step, notes);
  });
  expectBounded(issues);
  return issues;
}

type Utilities = z.output<typeof utilities>;

/** Beyond its ends a line says nothing. @throws Unreadable where the domain goes farther than the line, or less far */
function expectSameRange(
  name: string,
  own: Utilities,
  values: z.output<typeof domain>["issuesValues"][string] | undefined,
) {
  if ("valueUtilities" in own || !values || "values" in values) return;
  const [from, to] = values.range;
  const { lowValue, highValue } = own;
  if (from !== lowValue || to !== highValue)
    throw new Unreadable(
      `the utilities of "${name}" run from ${lowValue} to ${highValue}, and its domain from ${from} to ${to}; make them the same`,
    );
}

type Worth = (option: string) => number | null;

/** What an option is worth within its issue; null for what the file does not know. Numbers are the same however they are written. */
function worthIn(own: Utilities, name: string, options: readonly string[], said: string[]): Worth {
  if (!("valueUtilities" in own)) {
    const { lowValue, highValue, lowUtility, highUtility } = own;
    return (option) =>
      highValue === lowValue
        ? lowUtility
        : lowUtility + ((Number(option) - lowValue) / (highValue - lowValue)) * (highUtility - lowUtility);
  }
  const entries = Object.entries(own.valueUtilities);
  const byName = new Map(entries);
  const byNumber = new Map<number, number>();
  for (const [key, value] of entries) {
    const number = numberOf(key);
    if (number !== null && !byNumber.has(number)) byNumber.set(number, value);
  }
  const find: Worth = (option) => byName.get(option) ?? byNumber.get(numberOf(option) ?? Number.NaN) ?? null;
  const quoted = (list: readonly string[]) =>
    list
      .slice(0, 5)
      .map((one) => `"${one}"`)
      .join(", ");
  const silent = options.filter((option) => find(option) === null);
  if (silent.length > 0)
    said.push(`the utilities of "${name}" say nothing of ${quoted(silent)}: worth 0, as GeniusWeb takes it`);
  const names = new Set(options);
  const numbers = new Set(options.map(numberOf).filter((number) => number !== null));
  const isKnown = (key: string) => names.has(key) || numbers.has(numberOf(key) ?? Number.NaN);
  const more = entries.map(([key]) => key).filter((key) => !isKnown(key));
  if (more.length > 0)
    said.push(`the utilities of "${name}" for ${quoted(more)} are left out: its domain has no such value`);
  return (option) => find(option) ?? (names.has(option) ? 0 : null);
}

/** Null for what is no number. */
const numberOf = (text: string): number | null => {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isNaN(value) ? null : value;
};

/** The value of the bid that is as good as no deal; issues that it leaves out count at their worst. */
function worthOf(
  values: Readonly<Record<string, string>>,
  issues: readonly ScenarioIssue[],
  weights: readonly number[],
  scores: readonly (readonly number[])[],
  worths: readonly Worth[],
  notes: string[],
): number {
  return issues.reduce((sum, { name }, k) => {
    const bid = Object.hasOwn(values, name) ? values[name] : undefined;
    if (bid === undefined) {
      notes.push(`the reservation bid says nothing of "${name}": taken at its worst`);
      return sum + (weights[k] ?? 0) * Math.min(...(scores[k] ?? []));
    }
    const worth = worths[k]?.(bid) ?? null;
    if (worth === null || !Number.isFinite(worth))
      throw new Unreadable(`the reservation bid names "${bid}" for "${name}", which is no value of that issue`);
    return sum + (weights[k] ?? 0) * worth;
  }, 0);
}

/** A domain, and a profile for each party. The format knows a reservation only as a bid: it is left out, and said so. */
export function writeGeniusWeb({ title, issues, parties }: Scenario): Record<string, string> {
  const space = {
    name: title,
    issuesValues: Object.fromEntries(issues.map(({ name, options }) => [name, { values: options }])),
  };
  const profiles = parties.map(({ name, weights, scores }): [string, string] => [
    `${name}.json`,
    json({
      LinearAdditiveUtilitySpace: {
        issueUtilities: Object.fromEntries(
          issues.map(({ name: issue, options }, k) => [
            issue,
            {
              discreteutils: {
                valueUtilities: Object.fromEntries(options.map((option, o) => [option, scores[k]?.[o] ?? 0])),
              },
            },
          ]),
        ),
        issueWeights: Object.fromEntries(issues.map(({ name: issue }, k) => [issue, weights[k] ?? 0])),
        domain: space,
        name,
      },
    }),
  ]);
  return { [`${domainName(title, parties)}.json`]: json(space), ...Object.fromEntries(profiles) };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
