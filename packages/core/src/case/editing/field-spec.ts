// What an editor must know of the fields of case files, as plain data read off their schemas: nothing is said of a field in
// two places.
import { z } from "zod";
import { type FileKind, meaningOf, type RefKind, schemas } from "../schema.js";

/** What can be written in a field. */
export type FieldSpec =
  | { readonly kind: "text" | "id" | "date" | "period" | "flag" }
  | { readonly kind: "number"; readonly whole: boolean; readonly least: number; readonly most: number }
  | { readonly kind: "choice"; readonly of: readonly (string | number | boolean)[] }
  | { readonly kind: "reference"; readonly to: RefKind }
  | { readonly kind: "list"; readonly of: FieldSpec; readonly least: number; readonly most: number }
  | { readonly kind: "tuple"; readonly of: readonly FieldSpec[] }
  /** A value for each of the things pointed to. */
  | { readonly kind: "record"; readonly to: RefKind; readonly of: FieldSpec }
  | { readonly kind: "group"; readonly fields: readonly NamedField[] }
  | { readonly kind: "either"; readonly of: readonly FieldSpec[] };

export interface NamedField {
  readonly name: string;
  readonly optional: boolean;
  readonly spec: FieldSpec;
}

const made = new Map<FileKind, FieldSpec>();

/** The fields of one kind of file. */
export function fieldsOf(kind: FileKind): FieldSpec {
  const spec = made.get(kind) ?? specOf(schemas[kind]);
  made.set(kind, spec);
  return spec;
}

function specOf(schema: z.core.$ZodType): FieldSpec {
  const means = meaningOf(schema as z.ZodType);
  if (means !== null) return typeof means === "string" ? { kind: means } : { kind: "reference", to: means.to };
  if (schema instanceof z.ZodOptional) return specOf(schema.unwrap());
  if (schema instanceof z.ZodObject) return { kind: "group", fields: Object.entries(schema.shape).map(namedField) };
  if (schema instanceof z.ZodArray) return listOf(schema);
  if (schema instanceof z.ZodTuple) return { kind: "tuple", of: schema.def.items.map(specOf) };
  if (schema instanceof z.ZodUnion) return { kind: "either", of: schema.options.map(specOf) };
  if (schema instanceof z.ZodRecord) return recordOf(schema);
  if (schema instanceof z.ZodEnum) return { kind: "choice", of: schema.options };
  if (schema instanceof z.ZodLiteral) return { kind: "choice", of: [...schema.values].filter(isPlain) };
  if (schema instanceof z.ZodBoolean) return { kind: "flag" };
  if (schema instanceof z.ZodNumber) return numberOf(schema);
  if (schema instanceof z.ZodString) return { kind: "text" };
  throw new Error(`No editor is known for a schema of the kind "${schema._zod.def.type}".`);
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value);

const namedField = ([name, schema]: [string, z.core.$ZodType]): NamedField => ({
  name,
  optional: schema instanceof z.ZodOptional,
  spec: specOf(schema),
});

function listOf(schema: z.ZodArray): FieldSpec {
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY } = schema._zod.bag;
  return { kind: "list", of: specOf(schema.element), least: Number(minimum), most: Number(maximum) };
}

function recordOf(schema: z.ZodRecord): FieldSpec {
  const means = meaningOf(schema.keyType as z.ZodType);
  if (means === null || typeof means === "string") throw new Error("The keys of every record point to something.");
  return { kind: "record", to: means.to, of: specOf(schema.valueType) };
}

function numberOf(schema: z.ZodNumber): FieldSpec {
  return {
    kind: "number",
    whole: schema.format?.includes("int") ?? false,
    least: schema.minValue ?? Number.NEGATIVE_INFINITY,
    most: schema.maxValue ?? Number.POSITIVE_INFINITY,
  };
}

/** The fields at a path, where `"*"` stands for any item of a list or value of a record; null where there are none. */
export function fieldAt(spec: FieldSpec, path: readonly (string | number)[]): FieldSpec | null {
  const [key, ...rest] = path;
  if (key === undefined) return spec;
  switch (spec.kind) {
    case "group": {
      const field = spec.fields.find(({ name }) => name === key);
      return field ? fieldAt(field.spec, rest) : null;
    }
    case "list":
    case "record":
      return fieldAt(spec.of, rest);
    case "tuple": {
      const item = spec.of[Number(key)];
      return item ? fieldAt(item, rest) : null;
    }
    case "either":
      return spec.of.map((one) => fieldAt(one, path)).find((found) => found !== null) ?? null;
    default:
      return null;
  }
}

/** Whether a value has the form of a field, as far as is needed to tell alternatives apart. */
export function hasForm(spec: FieldSpec, value: unknown): boolean {
  switch (spec.kind) {
    case "flag":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number";
    case "choice":
      return isPlain(value) && spec.of.includes(value);
    case "text":
    case "id":
    case "period":
      return typeof value === "string";
    case "date":
    case "reference":
      return typeof value === "string" || typeof value === "number";
    case "list":
      return Array.isArray(value) && value.every((item) => hasForm(spec.of, item));
    case "tuple":
      return (
        Array.isArray(value) && value.length === spec.of.length && value.every((item, k) => hasPart(spec.of[k], item))
      );
    case "record":
      return isMapping(value) && Object.values(value).every((item) => hasForm(spec.of, item));
    case "group":
      return isMapping(value) && Object.keys(value).every((key) => spec.fields.some(({ name }) => name === key));
    case "either":
      return spec.of.some((one) => hasForm(one, value));
  }
}

const hasPart = (spec: FieldSpec | undefined, value: unknown): boolean => spec !== undefined && hasForm(spec, value);

export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
