// NegMAS: YAML or JSON, an outcome space and a linear additive utility function for each party. Value = Σ weight ×
// function of the option, as it stands: nothing is divided by a highest evaluation.
import { stringify } from "yaml";
import { z } from "zod";
import {
  domainName,
  expectBounded,
  MOST_OPTIONS,
  nameOf,
  numbersBetween,
  parsed,
  type Scenario,
  type ScenarioIssue,
  type ScenarioPart,
  Unreadable,
} from "./scenario.js";

const finite = z.number().finite();
const issue = z.looseObject({
  name: z.union([z.string(), z.number()]).transform(String),
  type: z.string().optional(),
  __python_class__: z.string().optional(),
  values: z.union([z.array(z.union([z.string(), z.number(), z.boolean()])), finite, z.string()]),
});
const space = z.looseObject({ name: z.string().nullish(), issues: z.array(issue).max(200) });
const fun = z.looseObject({
  type: z.string().optional(),
  __python_class__: z.string().optional(),
  mapping: z.union([z.record(z.string(), finite), z.map(z.unknown(), finite)]).optional(),
  slope: finite.optional(),
  bias: finite.optional(),
  min_value: finite.optional(),
  max_value: finite.optional(),
});
const utility = z.looseObject({
  name: z.string().nullish(),
  weights: z.union([z.array(finite), z.record(z.string(), finite)]).optional(),
  bias: finite.optional(),
  values: z.union([
    z.array(z.union([fun, z.record(z.string(), finite)])),
    z.record(z.string(), z.union([fun, z.record(z.string(), finite)])),
  ]),
  // Minus infinity: anything is better than no deal.
  reserved_value: z.union([finite, z.custom<number>((value) => value === Number.NEGATIVE_INFINITY)]).nullish(),
  outcome_space: space.nullish(),
});

/** `negmas.outcomes.ContiguousIssue` → `ContiguousIssue`. */
const classOf = (written: {
  readonly type?: string | undefined;
  readonly __python_class__?: string | undefined;
}): string => (written.type ?? written.__python_class__ ?? "").split(".").at(-1) ?? "";

export function isNegmas(json: unknown): boolean {
  if (typeof json !== "object" || json === null) return false;
  const { issues, values } = json as { issues?: unknown; values?: unknown };
  return Array.isArray(issues) || (typeof values === "object" && values !== null);
}

/** What was read of a utility function, before its issues are known: they stand in the outcome space's file. */
export interface NegmasUtility {
  readonly file: string;
  readonly read: z.output<typeof utility>;
}

/** @throws Unreadable */
export function readNegmas(file: string, json: unknown): ScenarioPart | NegmasUtility {
  if (typeof json === "object" && json !== null && "values" in json) {
    const read = parsed(utility, json);
    return read.outcome_space ? withIssues({ file, read }, issuesOf(read.outcome_space)) : { file, read };
  }
  const found = parsed(space, json);
  const { issues, notes } = issuesOf(found);
  return { file, title: found.name ?? null, issues, party: null, notes };
}

function issuesOf({ issues: written }: z.output<typeof space>): { issues: ScenarioIssue[]; notes: string[] } {
  const notes: string[] = [];
  const issues = written.map((one): ScenarioIssue => {
    const { name, values } = one;
    const type = classOf(one);
    if (typeof values === "number") return numbersBetween(name, 0, values - 1, 1, notes);
    if (typeof values === "string")
      throw new Unreadable(`issue "${name}" has values that are no list: ${values.slice(0, 40)}`);
    const [from, to] = values;
    const isRange =
      /^Conti|Continuous/.test(type) && values.length === 2 && typeof from === "number" && typeof to === "number";
    if (isRange) return numbersBetween(name, from, to, /^Contiguous/.test(type) ? 1 : null, notes);
    if (values.length > MOST_OPTIONS)
      throw new Unreadable(`issue "${name}" has ${values.length} options; ${MOST_OPTIONS} is the limit`);
    return { name, options: [...new Set(values.map(String))], numeric: null };
  });
  expectBounded(issues);
  return { issues, notes };
}

/** A utility function over the issues of its scenario. @throws Unreadable where the two do not fit */
export function withIssues(
  { file, read }: NegmasUtility,
  { issues, notes }: { issues: readonly ScenarioIssue[]; notes: readonly string[] },
): ScenarioPart {
  const functions = Array.isArray(read.values)
    ? read.values
    : issues.map(({ name }) => (read.values as Record<string, unknown>)[name]);
  if (functions.length !== issues.length)
    throw new Unreadable(`it has ${functions.length} value functions for ${issues.length} issues`);
  const given = read.weights;
  const weights = !given
    ? issues.map(() => 1)
    : Array.isArray(given)
      ? given
      : issues.map(({ name }) => (Object.hasOwn(given, name) ? (given[name] ?? 0) : 0));
  if (weights.length !== issues.length)
    throw new Unreadable(`it has ${weights.length} weights for ${issues.length} issues`);
  if (weights.some((weight) => weight < 0)) throw new Unreadable("it has a weight below 0");
  const scores = issues.map((one, k) => one.options.map((option, o) => evaluate(functions[k], one, option, o)));
  return {
    file,
    title: null,
    issues,
    party: { name: read.name || nameOf(file), weights, scores, reservation: reservationOf(read) },
    notes,
  };
}

/** On the scale of Σ weight × function, without what the function adds to every package. */
function reservationOf({ reserved_value: reserved, bias = 0 }: z.output<typeof utility>): number | null {
  return reserved == null || !Number.isFinite(reserved) ? null : reserved - bias;
}

function evaluate(written: unknown, { name, options }: ScenarioIssue, option: string, place: number): number {
  const found = fun.safeParse(written);
  const { mapping, slope, bias, min_value: low, max_value: high } = found.success ? found.data : {};
  const type = found.success ? classOf(found.data) : "";
  const table =
    mapping instanceof Map
      ? new Map([...mapping].map(([key, value]) => [String(key), value]))
      : mapping && new Map(Object.entries(mapping));
  if (table) {
    const value = table.get(option);
    if (value === undefined) throw new Unreadable(`the values of issue "${name}" say nothing of "${option}"`);
    return value;
  }
  const number = Number(option);
  const counted = option.trim() !== "" && Number.isFinite(number);
  if (slope !== undefined && slope !== 0 && !counted)
    throw new Unreadable(`issue "${name}" has a slope, and "${option}" is no number`);
  if (slope !== undefined || bias !== undefined) return (slope ? slope * number : 0) + (bias ?? 0);
  if (low !== undefined && high !== undefined)
    return options.length < 2 ? low : low + ((high - low) * place) / (options.length - 1);
  if (/Identity/.test(type) && counted) return number;
  if (!found.success || type === "") {
    const plain = z.record(z.string(), finite).safeParse(written);
    const value = plain.success && Object.hasOwn(plain.data, option) ? plain.data[option] : undefined;
    if (value !== undefined) return value;
  }
  throw new Unreadable(
    `issue "${name}" has a value function of a kind that is not known here: ${type || "without a type"}`,
  );
}

/** An outcome space, and a utility function for each party, as YAML. */
export function writeNegmas({ title, issues, parties }: Scenario): Record<string, string> {
  const domain = {
    name: title,
    type: "CartesianOutcomeSpace",
    issues: issues.map(({ name, options }) => ({ name, type: "CategoricalIssue", values: [...options] })),
  };
  const functions = parties.map(({ name, weights, scores, reservation }): [string, string] => [
    `${name}.yml`,
    stringify({
      name,
      type: "LinearAdditiveUtilityFunction",
      reserved_value: reservation ?? 0,
      weights: [...weights],
      values: issues.map(({ options }, k) => ({
        type: "TableFun",
        mapping: Object.fromEntries(options.map((option, o) => [option, scores[k]?.[o] ?? 0])),
      })),
    }),
  ]);
  return { [`${domainName(title, parties)}.yml`]: stringify(domain), ...Object.fromEntries(functions) };
}
