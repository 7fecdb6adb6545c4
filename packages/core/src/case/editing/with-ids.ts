// Ids for what was written without one, made of the names: of an entry, and of the entries within it.
import { type FieldSpec, isMapping } from "./field-forms.js";
import { nameFor } from "./name-for.js";

/** What an entry is called, by the first of these that it has. */
const CALLED = ["name", "title", "text", "says", "quantity"];

/** Whether things of a kind have ids. */
const hasId = (spec: FieldSpec): boolean =>
  spec.kind === "group" && spec.fields.some(({ name, spec: own }) => name === "id" && own.kind === "id");

/**
 * A value with ids where its kind has ids and none is written; one that is written stays.
 * @param taken ids that others of its list have
 */
export function withIds(spec: FieldSpec, value: unknown, taken: ReadonlySet<string>): unknown {
  if (spec.kind === "either") {
    const form = spec.of.find((one) => one.kind === (Array.isArray(value) ? "list" : "group"));
    return form ? withIds(form, value, taken) : value;
  }
  if (spec.kind === "list" && Array.isArray(value)) {
    const ids = new Set([...taken, ...value.flatMap((item) => (isMapping(item) && item.id ? [String(item.id)] : []))]);
    return value.map((item) => {
      const made = withIds(spec.of, item, ids);
      if (isMapping(made) && made.id !== undefined) ids.add(String(made.id));
      return made;
    });
  }
  if (spec.kind !== "group" || !isMapping(value)) return value;
  const inner = Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      const field = spec.fields.find((one) => one.name === name);
      return [name, field ? withIds(field.spec, part, new Set()) : part];
    }),
  );
  if (!hasId(spec) || inner.id !== undefined) return inner;
  const called = CALLED.map((name) => inner[name]).find((part) => typeof part === "string" && part.trim() !== "");
  if (called === undefined && Object.keys(inner).length === 0) return inner;
  return { id: nameFor(String(called ?? ""), taken, "entry"), ...inner };
}
