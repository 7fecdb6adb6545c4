// What a field should be, in the words of who writes it.
import type { z } from "zod";
import type { Path } from "./path.js";

/** As much of a schema as is asked here. */
interface Definition {
  readonly type?: string;
  /** Of a number that must be whole: `safeint`; beside the others in `checks` where it was asked for later. */
  readonly format?: string;
  readonly checks?: readonly { readonly _zod?: { readonly def?: { readonly format?: string } } }[];
  readonly innerType?: unknown;
  readonly in?: unknown;
  readonly element?: unknown;
  readonly valueType?: unknown;
  readonly items?: readonly unknown[];
  readonly options?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly shape?: Readonly<Record<string, unknown>>;
}

const definitionOf = (schema: unknown): Definition => (schema as { def?: Definition } | undefined)?.def ?? {};

/** Without what says that it may be left out, or is made into something else. */
function bare(schema: unknown): Definition {
  let definition = definitionOf(schema);
  for (;;) {
    const inner = definition.innerType ?? (definition.type === "pipe" ? definition.in : undefined);
    if (inner === undefined) return definition;
    definition = definitionOf(inner);
  }
}

/** The schemas that a value at a path may follow: several where there is a choice on the way. */
export function schemasAt(schema: z.ZodType, path: Path): readonly unknown[] {
  return path.reduce((found: readonly unknown[], key) => found.flatMap((one) => schemasIn(one, key)), [schema]);
}

/** The schemas that a value at a key may follow, in a value of a schema. */
export function schemasIn(schema: unknown, key: string | number): readonly unknown[] {
  const { options, shape, element, valueType, items } = bare(schema);
  if (options) return options.flatMap((option) => schemasIn(option, key));
  const found = shape?.[String(key)] ?? element ?? valueType ?? items?.[Number(key)];
  return found === undefined ? [] : [found];
}

/** The names of the fields that a mapping may have. */
export const fieldsOf = (schemas: readonly unknown[]): string[] =>
  schemas.flatMap((schema) => {
    const { options, shape } = bare(schema);
    return options ? fieldsOf(options) : Object.keys(shape ?? {});
  });

/** `a list of texts, or text`. */
export function formWords(schemas: readonly unknown[]): string {
  return [...new Set(schemas.map((schema) => wordsOf(bare(schema))))].join(" or ");
}

const MANY: Readonly<Record<string, string>> = {
  text: "texts",
  "a number": "numbers",
  "a whole number": "whole numbers",
};

function wordsOf(definition: Definition): string {
  const { type, element, options, items, entries, values } = definition;
  if (type === "string") return "text";
  if (type === "number") return isWhole(definition) ? "a whole number" : "a number";
  if (type === "boolean") return "true or false";
  if (type === "array") return `a list of ${severalOf(element)}`;
  if (type === "tuple") return `a list of ${items?.length === 3 ? "three" : "two"}`;
  if (type === "object" || type === "record") return "a mapping (key: value)";
  if (type === "union") return formWords(options ?? []);
  if (type === "enum") return Object.values(entries ?? {}).join(" or ");
  if (type === "literal") return (values ?? []).map(String).join(" or ");
  return "something else";
}

const isWhole = ({ format, checks = [] }: Definition): boolean =>
  [format, ...checks.map((check) => check._zod?.def?.format)].some((one) => one?.includes("int"));

function severalOf(schema: unknown): string {
  const words = formWords([schema]);
  return words
    .split(" or ")
    .map((one) => MANY[one] ?? one.replace(/^a mapping/, "mappings").replace(/^a list/, "lists"))
    .join(" or ");
}
