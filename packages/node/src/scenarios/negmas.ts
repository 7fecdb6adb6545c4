// NegMAS: YAML or JSON, an outcome space and a utility function for each party. Value = Σ weight × function of the option, as
// it stands: nothing is divided by a highest evaluation. What values several issues together is refused.
import { stringify } from "yaml";
import { z } from "zod";
import { valuesOf } from "./negmas-functions.js";
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
  type ScenarioParty,
  Unreadable,
} from "./scenario.js";

const finite = z.number().finite();
/** Minus infinity: anything is better than no deal. */
const reserved = z
  .union([
    finite,
    z.custom<number>((value) => value === Number.NEGATIVE_INFINITY),
    // As Python's json writes it.
    z.literal("-Infinity").transform(() => Number.NEGATIVE_INFINITY),
  ])
  .nullish();
const issue = z.looseObject({
  name: z.union([z.string(), z.number()]).transform(String),
  type: z.string().optional(),
  __python_class__: z.string().optional(),
  values: z.union([z.array(z.union([z.string(), z.number(), z.boolean()])), finite, z.string()]),
});
const space = z.looseObject({
  name: z.string().nullish(),
  type: z.string().optional(),
  __python_class__: z.string().optional(),
  issues: z.array(issue).max(200),
});
const utility = z.looseObject({
  name: z.string().nullish(),
  type: z.string().optional(),
  __python_class__: z.string().optional(),
  weights: z.union([z.array(finite), z.record(z.string(), finite)]).optional(),
  bias: finite.optional(),
  value: finite.optional(),
  values: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).optional(),
  reserved_value: reserved,
  outcome_space: space.nullish(),
});
type Utility = z.output<typeof utility>;
type Space = z.output<typeof space>;

/** `negmas.outcomes.ContiguousIssue` → `ContiguousIssue`. */
const classOf = (written: { readonly type?: unknown; readonly __python_class__?: unknown }): string =>
  String(written.type ?? written.__python_class__ ?? "")
    .split(".")
    .at(-1) ?? "";

export function isNegmas(json: unknown): boolean {
  if (!isRecord(json)) return false;
  const { issues, values, ufun } = json;
  return Array.isArray(issues) || isRecord(values) || isRecord(ufun) || /Fun(ction)?$/.test(classOf(json));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** What was read of a utility function, before its issues are known: they stand in the outcome space's file. */
export interface NegmasUtility {
  readonly file: string;
  readonly read: Utility;
  /** What wrappers around it said that is left out. */
  readonly notes: readonly string[];
}

/** @throws Unreadable */
export function readNegmas(file: string, json: unknown): ScenarioPart | NegmasUtility {
  if (typeof json === "object" && json !== null && "issues" in json) {
    const found = parsed(space, json);
    const { issues, notes } = issuesOf(found);
    return { file, title: found.name ?? null, issues, party: null, notes };
  }
  const notes: string[] = [];
  const read = parsed(utility, unwrapped(json, notes));
  const waiting = { file, read, notes };
  return read.outcome_space ? withIssues(waiting, issuesOf(read.outcome_space)) : waiting;
}

/** Wrappers that leave the order of the outcomes as it is, and what is said where they are taken off. */
const WRAPPERS: Readonly<Record<string, (wrapper: Readonly<Record<string, unknown>>) => string | null>> = {
  ExpDiscountedUFun: ({ discount }) =>
    discount == null || discount === 1 ? null : `the discount of ${discount} is left out: values are undiscounted`,
  LinDiscountedUFun: ({ cost }) =>
    cost == null || cost === 0 ? null : `the cost of time of ${cost} is left out: values are undiscounted`,
  UtilityFunctionAdapter: () => null,
};

/** The utility function inside its wrappers, with the outermost name and reservation value that are written. */
function unwrapped(json: unknown, notes: string[]): unknown {
  if (!isRecord(json) || !isRecord(json.ufun)) return json;
  const type = classOf(json);
  const said = Object.hasOwn(WRAPPERS, type) ? WRAPPERS[type] : undefined;
  if (!said) throw unknownFunction(type);
  const note = said(json);
  if (note) notes.push(note);
  const inner = unwrapped(json.ufun, notes);
  if (!isRecord(inner)) return inner;
  const { name, reserved_value: reserved, outcome_space } = json;
  // A wrapper that says minus infinity says nothing: NegMAS then asks the function inside.
  const own = typeof reserved === "number" && Number.isFinite(reserved) ? { reserved_value: reserved } : {};
  return { ...inner, ...definite({ name, outcome_space }), ...own };
}

const definite = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));

const unknownFunction = (type: string): Unreadable =>
  new Unreadable(
    `its utility function is of the type ${type || "(none is said)"}, which is not known here; known are LinearAdditiveUtilityFunction, LinearUtilityFunction, AffineUtilityFunction and ConstUtilityFunction, also discounted`,
  );

const SPACES = ["", "CartesianOutcomeSpace", "DiscreteCartesianOutcomeSpace"];

function issuesOf(found: Space): { issues: ScenarioIssue[]; notes: string[] } {
  const type = classOf(found);
  if (!SPACES.includes(type))
    throw new Unreadable(
      `its outcome space is of the type ${type}, which is not known here; known are ${SPACES.slice(1).join(" and ")}`,
    );
  const notes: string[] = [];
  const issues = found.issues.map((one) => issueOf(one, notes));
  expectBounded(issues);
  return { issues, notes };
}

/** How an issue's values are to be read, by its class: numbers from one to another, or one by one. */
const ISSUES: Readonly<Record<string, "whole" | "real" | "listed">> = {
  "": "listed",
  ContiguousIssue: "whole",
  ContinuousIssue: "real",
  CategoricalIssue: "listed",
  OrdinalIssue: "listed",
  CardinalIssue: "listed",
  DiscreteOrdinalIssue: "listed",
  DiscreteCardinalIssue: "listed",
};

function issueOf(one: z.output<typeof issue>, notes: string[]): ScenarioIssue {
  const { name, values } = one;
  const type = classOf(one);
  const form = Object.hasOwn(ISSUES, type) ? ISSUES[type] : undefined;
  if (!form) throw new Unreadable(`issue "${name}" is of the type ${type}, which is not known here`);
  if (typeof values === "number") return numbersBetween(name, 0, values - 1, 1, notes);
  if (typeof values === "string")
    throw new Unreadable(`issue "${name}" has values that are no list: ${values.slice(0, 40)}`);
  const [from, to] = values;
  if (form !== "listed") {
    if (values.length !== 2 || typeof from !== "number" || typeof to !== "number")
      throw new Unreadable(`issue "${name}" is a ${type}, and its values are not its lowest and its highest number`);
    return numbersBetween(name, from, to, form === "whole" ? 1 : null, notes);
  }
  if (values.length > MOST_OPTIONS)
    throw new Unreadable(`issue "${name}" has ${values.length} options; ${MOST_OPTIONS} is the limit`);
  return { name, options: [...new Set(values.map(String))], numeric: null };
}

/** A utility function over the issues of its scenario. @throws Unreadable where the two do not fit */
export function withIssues(
  { file, read, notes: own }: NegmasUtility,
  { issues, notes }: { issues: readonly ScenarioIssue[]; notes: readonly string[] },
): ScenarioPart {
  const said = [...own];
  if (read.reserved_outcome != null && read.reserved_value == null)
    throw new Unreadable(
      "it gives the reservation as an outcome (reserved_outcome), which is not read here; give reserved_value",
    );
  const { weights, scores, reservation } = additive(read, issues, said);
  const constraints = read.constraints;
  if (Array.isArray(constraints) && constraints.length > 0)
    throw new Unreadable(
      "it has constraints, pieces of Python that are not run here; take them out, or list the packages",
    );
  return {
    file,
    title: null,
    issues,
    // What lowers the value as it grows is worth more the smaller it is: the sign goes into the score.
    party: {
      name: read.name || nameOf(file),
      weights: weights.map(Math.abs),
      scores: scores.map((row, k) => ((weights[k] ?? 0) < 0 ? row.map((score) => -score) : row)),
      reservation,
      notes: said,
    },
    notes,
  };
}

type Additive = Pick<ScenarioParty, "weights" | "scores" | "reservation">;

/** The function as Σ weight × score, by its class. @throws Unreadable where the class is not known */
function additive(read: Utility, issues: readonly ScenarioIssue[], notes: string[]): Additive {
  const type = classOf(read);
  if (type === "ConstUtilityFunction") {
    if (read.value === undefined) throw new Unreadable("its ConstUtilityFunction has no value");
    const reservation = reservationOf({ ...read, bias: read.value });
    return { weights: issues.map(() => 0), scores: issues.map(({ options }) => options.map(() => 0)), reservation };
  }
  const plain = type === "LinearUtilityFunction" || type === "AffineUtilityFunction";
  if (!plain && !["LinearAdditiveUtilityFunction", "LinearUtilityAggregationFunction", ""].includes(type))
    throw unknownFunction(type);
  if (type === "") notes.push("its utility function does not say of what type it is: taken as a sum over the issues");
  const functions = plain ? issues.map(() => ({ type: "IdentityFun" })) : functionsOf(read.values, issues);
  return {
    weights: weightsOf(read.weights, issues, plain ? 1 / issues.length : 1),
    scores: issues.map((one, k) => valuesOf(functions[k], one)),
    reservation: reservationOf(read),
  };
}

function functionsOf(values: Utility["values"], issues: readonly ScenarioIssue[]): readonly unknown[] {
  if (values === undefined) throw new Unreadable("it has no value functions");
  const functions = Array.isArray(values)
    ? values
    : issues.map(({ name }) => (Object.hasOwn(values, name) ? values[name] : undefined));
  if (functions.length !== issues.length)
    throw new Unreadable(`it has ${functions.length} value functions for ${issues.length} issues`);
  return functions;
}

function weightsOf(given: Utility["weights"], issues: readonly ScenarioIssue[], silent: number): readonly number[] {
  if (!given) return issues.map(() => silent);
  if (!Array.isArray(given)) {
    const strange = Object.keys(given).find((key) => !issues.some(({ name }) => name === key));
    if (strange !== undefined)
      throw new Unreadable(`it has a weight for "${strange}", which is no issue of the scenario`);
    const missing = issues.find(({ name }) => !Object.hasOwn(given, name));
    if (missing) throw new Unreadable(`it has no weight for issue "${missing.name}"`);
    return issues.map(({ name }) => given[name] ?? 0);
  }
  if (given.length !== issues.length)
    throw new Unreadable(`it has ${given.length} weights for ${issues.length} issues`);
  return given;
}

/** On the scale of Σ weight × function, without what the function adds to every package. */
function reservationOf({ reserved_value: value, bias = 0 }: Pick<Utility, "reserved_value" | "bias">): number | null {
  return value == null || !Number.isFinite(value) ? null : value - bias;
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
