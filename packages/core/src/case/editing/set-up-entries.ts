// Entries of a case as forms write them: fields that were changed, a new entry at the end of its list, one moved within it.
import type { Path } from "../path.js";
import { placedIn, valueAt } from "./contents.js";
import { type FieldSpec, fieldAt, isMapping } from "./field-forms.js";
import { fieldsOf } from "./field-spec.js";
import { type Bench, contentOf, GONE, idsIn, put } from "./set-up-bench.js";
import { withIds } from "./with-ids.js";

/** Fields of an entry, or of what stands beside the lists of a file (`path` empty), as a form has them before and after. */
export interface FieldsChange {
  readonly file: string;
  readonly path: Path;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** Writes the fields that differ, so that what somebody else wrote meanwhile into the others stays. */
export function change(bench: Bench, { file, path, before, after }: FieldsChange): string | null {
  const content = contentOf(bench, file);
  const at = placedIn(content.value, path);
  if (!at || (path.length > 0 && !isMapping(valueAt(content.value, at)))) return GONE;
  const spec = besideOf(fieldsOf(content.kind), path);
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, now] = [before[name], after[name]];
    const field = spec?.fields.find((one) => one.name === name)?.spec;
    // A form of what stands beside the lists of a file holds none of them.
    const isList = field?.kind === "list" && field.of.kind === "group";
    if (isList || JSON.stringify(was) === JSON.stringify(now)) continue;
    const inner = { file, path: [...path, name], before: mapped(was), after: mapped(now) };
    const refusal =
      field?.kind === "group" && isMapping(valueAt(content.value, inner.path))
        ? change(bench, inner)
        : put(bench, file, inner.path, now);
    if (refusal) return refusal;
  }
  return null;
}

const mapped = (value: unknown): Readonly<Record<string, unknown>> => (isMapping(value) ? value : {});

/** The group at a path that leads through groups alone; null within an entry of a list. */
function besideOf(spec: FieldSpec, path: Path): Extract<FieldSpec, { kind: "group" }> | null {
  const [name, ...rest] = path;
  if (spec.kind !== "group") return null;
  if (name === undefined) return spec;
  const field = spec.fields.find((one) => one.name === name)?.spec;
  return field ? besideOf(field, rest) : null;
}

export function append(bench: Bench, file: string, path: Path, value: unknown): string | null {
  const content = contentOf(bench, file);
  const list = valueAt(content.value, path);
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  const spec = fieldAt(fieldsOf(content.kind), [...path, 0]);
  const made = spec && isMapping(value) ? withIds(spec, value, idsIn(items)) : value;
  return put(bench, file, path, [...items, made]);
}

export function move(bench: Bench, file: string, path: Path, id: string | number, by: number): string | null {
  const list = valueAt(contentOf(bench, file).value, path);
  if (!Array.isArray(list)) return GONE;
  const from = typeof id === "number" ? id : list.findIndex((item) => isMapping(item) && String(item.id) === id);
  const to = from + by;
  if (from < 0 || from >= list.length) return GONE;
  if (to < 0 || to >= list.length) return null;
  list.splice(to, 0, ...list.splice(from, 1));
  return null;
}
