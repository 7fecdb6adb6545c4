// The value functions of NegMAS (negmas.preferences.value_fun): what each gives for one option of one issue. A function whose
// meaning is not certain is named and refused, never taken for another.
import { z } from "zod";
import { type ScenarioIssue, Unreadable } from "./scenario.js";

const finite = z.number().finite();
const table = z.union([z.record(z.string(), finite), z.map(z.unknown(), finite)]);
const none = finite.default(0);
const one = finite.default(1);
const base = finite.default(Math.E);

/** A function of the number that an option is. */
type Curve = (x: number) => number;

const line = z.strictObject({ slope: finite, bias: none }).transform(
  ({ slope, bias }): Curve =>
    (x) =>
      slope * x + bias,
);
const wave = z.strictObject({ multiplier: one, bias: none, phase: none, amplitude: one });

/** Functions of a number, by their class. To add one, add it here. */
const CURVES: Readonly<Record<string, z.ZodType<Curve>>> = {
  LinearFun: line,
  AffineFun: line,
  IdentityFun: z.strictObject({}).transform((): Curve => (x) => x),
  QuadraticFun: z.strictObject({ a2: finite, a1: finite, bias: none }).transform(
    ({ a2, a1, bias }): Curve =>
      (x) =>
        a2 * x * x + a1 * x + bias,
  ),
  PolynomialFun: z.strictObject({ coefficients: z.array(finite).max(50), bias: none }).transform(
    ({ coefficients, bias }): Curve =>
      (x) =>
        coefficients.reduce((sum, coefficient, power) => sum + coefficient * x ** (power + 1), bias),
  ),
  ExponentialFun: z.strictObject({ tau: finite, bias: none, base }).transform(
    ({ tau, bias, base: b }): Curve =>
      (x) =>
        b ** (tau * x) + bias,
  ),
  LogFun: z.strictObject({ tau: finite, bias: none, base, scale: one }).transform(
    ({ tau, bias, base: b, scale }): Curve =>
      (x) =>
        (scale * Math.log(tau * x)) / Math.log(b) + bias,
  ),
  CosFun: wave.transform(
    ({ multiplier, bias, phase, amplitude }): Curve =>
      (x) =>
        amplitude * Math.cos(multiplier * x + phase) + bias,
  ),
  SinFun: wave.transform(
    ({ multiplier, bias, phase, amplitude }): Curve =>
      (x) =>
        amplitude * Math.sin(multiplier * x + phase) + bias,
  ),
};
const constant = z.strictObject({ bias: finite }).transform(({ bias }) => bias);

/** Known by name, and refused: why. */
const REFUSED: Readonly<Record<string, string>> = {
  LambdaFun: "it is a piece of Python, which is not run here; its bounds alone do not say what an option is worth",
  TriangularFun: "NegMAS computes something else for it than a triangle, so that what was meant is not certain",
  TableMultiFun: "it values several issues together, and values here are added issue by issue",
  AffineMultiFun: "it values several issues together, and values here are added issue by issue",
  LinearMultiFun: "it values several issues together, and values here are added issue by issue",
  LambdaMultiFun: "it values several issues together, and values here are added issue by issue",
};

/**
 * What a value function gives for each option of an issue.
 * @throws Unreadable where the function is not known, lacks a number, has a field that is not known, or gives no number
 */
export function valuesOf(written: unknown, issue: ScenarioIssue): number[] {
  const { name, options } = issue;
  const mapping = tableIn(written, issue);
  if (mapping) return options.map((option) => fromTable(mapping, name, option));
  const { type, fields } = functionIn(written, name);
  if (type === "ConstFun") {
    const value = checked(constant, fields, type, name);
    return options.map(() => value);
  }
  const curve = checked(curveOf(type, name), fields, type, name);
  return options.map((option) => {
    const value = curve(numberOf(option, name, type));
    if (!Number.isFinite(value)) throw new Unreadable(`the ${type} of issue "${name}" gives no number for "${option}"`);
    return value;
  });
}

function curveOf(type: string, issue: string): z.ZodType<Curve> {
  const found = Object.hasOwn(CURVES, type) ? CURVES[type] : undefined;
  if (!found) throw unknown(type, issue);
  return found;
}

function unknown(type: string, issue: string): Unreadable {
  if (type === "TableFun")
    return new Unreadable(
      `the TableFun of issue "${issue}" has a value that is no number, or a field that is not known`,
    );
  const why = Object.hasOwn(REFUSED, type) ? REFUSED[type] : "such functions are not known here";
  return new Unreadable(
    `issue "${issue}" has a value function of the type ${type}: ${why}. Write its values as a TableFun, option by option`,
  );
}

function checked<T>(schema: z.ZodType<T>, fields: unknown, type: string, issue: string): T {
  const read = schema.safeParse(fields);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const what =
    first?.code === "unrecognized_keys"
      ? `a field that is not known: ${first.keys.join(", ")}`
      : `no usable ${first?.path.join(".") || "fields"}`;
  throw new Unreadable(`the ${type} of issue "${issue}" has ${what}`);
}

/** The class and the numbers of a function; a function without a class is told by its fields, where they leave one way only. */
function functionIn(written: unknown, issue: string): { type: string; fields: Readonly<Record<string, unknown>> } {
  if (typeof written !== "object" || written === null || Array.isArray(written))
    throw new Unreadable(`issue "${issue}" has no value function`);
  const { type: own, __python_class__: python, ...fields } = written as Record<string, unknown>;
  const type = String(own ?? python ?? "")
    .split(".")
    .at(-1);
  if (type) return { type, fields };
  if ("slope" in fields) return { type: "LinearFun", fields };
  throw new Unreadable(`issue "${issue}" has a value function that does not say of what type it is`);
}

/** The values by option, where the function is a table: a TableFun, or the options themselves with their values. */
function tableIn(written: unknown, { options }: ScenarioIssue): ReadonlyMap<string, number> | null {
  if (typeof written !== "object" || written === null) return null;
  const { type, __python_class__: python, mapping, ...more } = written as Record<string, unknown>;
  const named = type ?? python;
  const isTable = named === undefined || /(^|\.)TableFun$/.test(String(named));
  if (!isTable || Object.keys(mapping === undefined ? {} : more).length > 0) return null;
  const bare = mapping === undefined && options.some((option) => Object.hasOwn(more, option)) ? more : undefined;
  const read = table.safeParse(mapping ?? bare);
  if (!read.success) return null;
  const entries = read.data instanceof Map ? [...read.data] : Object.entries(read.data);
  return new Map(entries.map(([key, value]) => [String(key), value]));
}

function fromTable(mapping: ReadonlyMap<string, number>, issue: string, option: string): number {
  const value = mapping.get(option);
  if (value === undefined) throw new Unreadable(`the values of issue "${issue}" say nothing of "${option}"`);
  return value;
}

function numberOf(option: string, issue: string, type: string): number {
  const number = option.trim() === "" ? Number.NaN : Number(option);
  if (Number.isFinite(number)) return number;
  throw new Unreadable(`issue "${issue}" has a ${type}, and "${option}" is no number`);
}
