// Where the things of a case are pointed to, in whichever file: found by the fields of the schemas, so that no place is
// listed by hand and none forgotten.
import { own } from "../names.js";
import type { Path } from "../path.js";
import type { FileKind, RefKind } from "../schema.js";
import { type FieldSpec, hasForm, isMapping } from "./field-forms.js";
import { fieldsOf } from "./field-spec.js";

export interface Reference {
  readonly to: RefKind;
  readonly id: string;
  /** The issue that an option is one of. */
  readonly issue: string | null;
  readonly path: Path;
  /** Whether it is the name of a field rather than its value. */
  readonly isKey: boolean;
}

/** Every reference of a file's content, in the order of the file. What does not fit the schema is passed over. */
export function referencesIn(kind: FileKind, content: unknown): Reference[] {
  const found: Reference[] = [];
  walk(fieldsOf(kind), content, { path: [], issue: null }, found);
  return found;
}

interface Place {
  readonly path: Path;
  readonly issue: string | null;
}

function walk(spec: FieldSpec, value: unknown, place: Place, found: Reference[]): void {
  if (value === undefined || value === null) return;
  const { path, issue } = place;
  if (spec.kind === "reference") {
    if (typeof value === "string" || typeof value === "number")
      found.push({ to: spec.to, id: String(value), issue: spec.to === "option" ? issue : null, path, isKey: false });
  } else if (spec.kind === "group") walkGroup(spec, value, place, found);
  else if (spec.kind === "record") walkRecord(spec, value, place, found);
  else if (spec.kind === "list" && Array.isArray(value))
    value.forEach((item, k) => {
      walk(spec.of, item, { path: [...path, k], issue }, found);
    });
  else if (spec.kind === "tuple" && Array.isArray(value))
    spec.of.forEach((one, k) => {
      walk(one, value[k], { path: [...path, k], issue }, found);
    });
  else if (spec.kind === "either") {
    const fitting = spec.of.find((one) => hasForm(one, value));
    if (fitting) walk(fitting, value, place, found);
  }
}

function walkGroup(
  { fields }: Extract<FieldSpec, { kind: "group" }>,
  value: unknown,
  { path, issue }: Place,
  found: Reference[],
): void {
  if (!isMapping(value)) return;
  const around = issueOf(fields, value) ?? issue;
  for (const { name, spec } of fields) walk(spec, own(value, name), { path: [...path, name], issue: around }, found);
}

/** The issue that a group is about: the one that it names, or itself where it is one (it says which option holds today). */
function issueOf(
  fields: Extract<FieldSpec, { kind: "group" }>["fields"],
  value: Readonly<Record<string, unknown>>,
): string | null {
  const isIssue = fields.some(({ name }) => name === "today");
  const named = own(value, isIssue ? "id" : "issue");
  return typeof named === "string" ? named : null;
}

function walkRecord(
  spec: Extract<FieldSpec, { kind: "record" }>,
  value: unknown,
  { path, issue }: Place,
  found: Reference[],
): void {
  if (!isMapping(value)) return;
  for (const [key, item] of Object.entries(value)) {
    const at = [...path, key];
    found.push({ to: spec.to, id: key, issue: spec.to === "option" ? issue : null, path: at, isKey: true });
    walk(spec.of, item, { path: at, issue: spec.to === "issue" ? key : issue }, found);
  }
}
