// What is typed into the fields of an entry, as the value that is written: nothing that is empty, numbers as numbers.
import { type FieldSpec, hasForm, isMapping, type NamedField } from "@parley/core";

/** What a field begins with. */
export function emptyOf(spec: FieldSpec): unknown {
  switch (spec.kind) {
    case "group":
    case "record":
      return {};
    case "list":
      return [];
    case "tuple":
      return spec.of.map(emptyOf);
    case "either":
      return emptyOf(spec.of[0] ?? { kind: "text" });
    default:
      return undefined;
  }
}

/** The form among several that a value has; the first where it has none yet. */
export function formOf(spec: Extract<FieldSpec, { kind: "either" }>, value: unknown): number {
  const found = spec.of.findIndex((one) => value !== undefined && hasForm(one, value));
  return Math.max(0, found);
}

/** Without what is empty: texts, lists and groups in which nothing stands. */
export function cleaned(value: unknown): unknown {
  if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
  if (Array.isArray(value)) {
    const items = value.map(cleaned);
    return items.every((item) => item === undefined) ? undefined : items.filter((item) => item !== undefined);
  }
  if (!isMapping(value)) return value;
  const fields = Object.entries(value).flatMap(([key, part]) => {
    const kept = cleaned(part);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

/** Fields that must be filled and are not. */
export const lackingFields = (fields: readonly NamedField[], value: unknown): NamedField[] => {
  const clean = cleaned(value);
  return fields.filter(
    ({ name, optional, spec }) =>
      !optional && spec.kind !== "id" && spec.kind !== "record" && (!isMapping(clean) || clean[name] === undefined),
  );
};

/** A number as it is typed; the text itself where it is none yet. */
export const typedNumber = (text: string): number | string | undefined => {
  const plain = text.trim().replace("−", "-");
  if (plain === "") return undefined;
  const number = Number(plain);
  return Number.isFinite(number) && !/[.,]$/.test(plain) ? number : text;
};

/** What a field is called: by its list and name, by its name, or by the name as the files have it. */
export const labelOfField = (names: Readonly<Record<string, string>>, around: string, name: string): string =>
  names[`${around}.${name}`] ?? names[name] ?? name;
