// All that a case holds, entry by entry, with what can be written in each: what a page needs to change any of it.
import { done, type Outcome, refuse } from "../outcome.js";
import type { CaseFile } from "../parse.js";
import type { Path } from "../path.js";
import type { FileKind, RefKind } from "../schema.js";
import { type Content, contentsOf, valueAt } from "./contents.js";
import { type FieldSpec, isMapping } from "./field-forms.js";
import { fieldsOf } from "./field-spec.js";
import { calledIn } from "./removal.js";

/** One list of a file, such as its issues: also one that is empty, in a file that is not there yet. */
export interface EntryList {
  readonly file: string;
  readonly kind: FileKind;
  readonly path: Path;
  /** What an entry holds. */
  readonly spec: FieldSpec;
  readonly entries: readonly { readonly called: string; readonly value: unknown }[];
}

/** The fields of a file that stand in none of its lists. */
export interface WholeFile {
  readonly file: string;
  readonly kind: FileKind;
  readonly spec: FieldSpec;
  readonly value: unknown;
}

/** Something that can be pointed to. */
export interface Pointed {
  readonly id: string;
  readonly name: string;
  /** Of an option: the issue that it is one of. */
  readonly issue?: string;
}

export interface Entries {
  readonly wholes: readonly WholeFile[];
  readonly lists: readonly EntryList[];
  readonly pointed: Readonly<Record<RefKind, readonly Pointed[]>>;
}

/** Files that a case may have and need not. */
const MAY_BE_THERE = ["record.yaml", "agreement.yaml"] as const;

/** @returns refused where a file is no YAML */
export function entriesIn(files: readonly CaseFile[]): Outcome<Entries> {
  const read = contentsOf(files);
  if (!read.ok) return refuse(...read.reasons);
  const missing = MAY_BE_THERE.filter((file) => !read.value.some((one) => one.file === file));
  const contents: Content[] = [
    ...read.value,
    ...missing.map((file): Content => ({ file, kind: file === "record.yaml" ? "record" : "agreement", value: {} })),
  ];
  return done({
    wholes: contents.map(wholeOf),
    lists: contents.flatMap((content) => listsIn(content, fieldsOf(content.kind), [])),
    pointed: pointedIn(contents),
  });
}

/** Whether a field is a list of entries: of things with fields of their own. */
const isEntryList = (spec: FieldSpec): boolean => spec.kind === "list" && spec.of.kind === "group";

function listsIn(content: Content, spec: FieldSpec, path: Path): EntryList[] {
  if (spec.kind !== "group") return [];
  return spec.fields.flatMap(({ name, spec: inner }): EntryList[] => {
    const at = [...path, name];
    if (inner.kind === "group") return listsIn(content, inner, at);
    if (inner.kind !== "list" || !isEntryList(inner)) return [];
    const list = valueAt(content.value, at);
    const entries = Array.isArray(list)
      ? list.map((value, place) => ({ called: calledIn(content, [...at, place]), value: value as unknown }))
      : [];
    return [{ file: content.file, kind: content.kind, path: at, spec: inner.of, entries }];
  });
}

/** What stands in no list of entries; of a group that holds some, what is beside them. */
function besideLists(spec: FieldSpec): FieldSpec {
  if (spec.kind !== "group") return spec;
  const fields = spec.fields.flatMap((field) => {
    if (isEntryList(field.spec)) return [];
    const inner = besideLists(field.spec);
    return inner.kind === "group" && inner.fields.length === 0 ? [] : [{ ...field, spec: inner }];
  });
  return { kind: "group", fields };
}

const wholeOf = ({ file, kind, value }: Content): WholeFile => ({
  file,
  kind,
  spec: besideLists(fieldsOf(kind)),
  value,
});

const OF_LIST: Readonly<Record<string, readonly RefKind[]>> = {
  parties: ["party"],
  goals: ["goal"],
  issues: ["issue"],
  terms: ["term"],
  sources: ["source"],
  inventories: ["inventory"],
  offers: ["offer"],
  commitments: ["commitment", "worth"],
  deposits: ["worth"],
  guarantees: ["worth"],
  metrics: ["metric", "event"],
  obligations: ["obligation", "event"],
  powers: ["event"],
};

/** Lists within entries, and what they are pointed to as. */
const WITHIN: Readonly<Record<string, readonly [string, RefKind]>> = {
  issues: ["options", "option"],
  terms: ["components", "component"],
  inventories: ["scenarios", "scenario"],
};

function pointedIn(contents: readonly Content[]): Record<RefKind, Pointed[]> {
  const found: Record<RefKind, Pointed[]> = {
    party: [],
    issue: [],
    option: [],
    goal: [],
    term: [],
    component: [],
    source: [],
    offer: [],
    inventory: [],
    scenario: [],
    commitment: [],
    metric: [],
    obligation: [],
    worth: [],
    event: [],
  };
  for (const content of contents)
    for (const { path, entries } of listsIn(content, fieldsOf(content.kind), [])) {
      const list = String(path.at(-1));
      for (const { called, value } of entries) {
        if (!isMapping(value) || value.id === undefined) continue;
        const id = String(value.id);
        for (const kind of OF_LIST[list] ?? []) found[kind].push({ id, name: called });
        const [inner, kind] = WITHIN[list] ?? [];
        if (inner && kind) found[kind].push(...partsOf(value[inner], id));
      }
    }
  return found;
}

const partsOf = (list: unknown, issue: string): Pointed[] =>
  (Array.isArray(list) ? list : []).flatMap((part: unknown) =>
    isMapping(part) ? [{ id: String(part.id), name: String(part.name ?? part.text ?? part.id), issue }] : [],
  );
