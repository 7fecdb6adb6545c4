// What an editor must know of the fields of case files, as plain data: which forms there are, and which of them a value has.
import type { RefKind } from "../schema.js";

/** What can be written in a field. */
export type FieldSpec =
  | { readonly kind: "text" | "id" | "date" | "period" }
  | { readonly kind: "flag" }
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

/** Whether it is a single value. */
export const isPlain = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value);

export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
