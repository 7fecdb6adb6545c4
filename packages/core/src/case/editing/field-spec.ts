// What an editor must know of the fields of case files, as plain data read off their schemas: nothing is said of a field in
// two places.
import { z } from "zod";
import { type FileKind, meaningOf, schemas } from "../schema.js";
import { type FieldSpec, isPlain, type NamedField } from "./field-forms.js";

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
