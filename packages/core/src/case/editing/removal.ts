// Taking a thing out of a case: what depends on it, what of that goes along, and when it cannot be taken out.
import { done, type Outcome, refuse } from "../outcome.js";
import type { CaseFile } from "../parse.js";
import type { Path } from "../path.js";
import type { FileKind, RefKind } from "../schema.js";
import { type Content, contentsOf, type FileChange, filesAfter, heldToday, placedIn, valueAt } from "./contents.js";
import { fieldAt, isMapping } from "./field-forms.js";
import { fieldsOf } from "./field-spec.js";
import { type Reference, referencesIn } from "./references.js";

/** A thing in a list of a case file. */
export interface Target {
  readonly file: string;
  /** The list, and the id of the item in it, or its place where it has none. */
  readonly path: Path;
}

/** What depends on a thing that is taken out. */
export interface Dependent extends Target {
  /** What it is called: its name, its text, or its id. */
  readonly called: string;
  /** Whether it goes along whole, or only what it says of the thing. */
  readonly goes: boolean;
}

export interface Removal {
  readonly called: string;
  readonly dependents: readonly Dependent[];
  readonly files: readonly FileChange[];
}

/** What the items of a list are pointed to as; `*` is any place. */
const POINTED_TO: Readonly<Record<string, readonly RefKind[]>> = {
  "case parties": ["party"],
  "case goals": ["goal"],
  "case issues": ["issue"],
  "case issues * options": ["option"],
  "case terms": ["term"],
  "case terms * components": ["component"],
  "case sources": ["source"],
  "case inventories": ["inventory"],
  "case inventories * scenarios": ["scenario"],
  "record offers": ["offer"],
  "agreement commitments": ["commitment", "worth"],
  "agreement roadmap deposits": ["worth"],
  "agreement roadmap guarantees": ["worth"],
  "agreement metrics": ["metric", "event"],
  "agreement obligations": ["obligation", "event"],
  "agreement powers": ["event"],
};

/**
 * What would say something else if it lost only the reference, and so goes whole: a red line on two issues is no red line on
 * one. The path is that of the item; what follows is anything in it.
 */
const GOES_WHOLE = [
  "case rules *",
  "interests redLines *",
  "interests answers *",
  "record statements * stances *",
  "agreement commitments * issue",
  "agreement commitments * from",
  "agreement commitments * to",
  "agreement roadmap milestones * atMost",
  "agreement obligations * keep",
  "agreement obligations * achieve",
  "agreement obligations * prohibit",
  "agreement obligations * report",
];

/** What a party offered, and what was said of its position, goes with it. */
const GOES_WITH_PARTY = ["record offers * by", "record statements * about"];

/** What says nothing once it is empty, so that the item goes that it is of. */
const NEVER_EMPTY = new Set(["record offers * package"]);

const patternOf = (kind: FileKind, path: Path): string =>
  [kind, ...path.map((key) => (typeof key === "number" ? "*" : key))].join(" ");

const begins = (pattern: string, with_: string): boolean => pattern === with_ || pattern.startsWith(`${with_} `);

/**
 * Takes a thing out, with all that depends on it.
 * @returns the dependents and what becomes of the files; refused with the reason where the case would not be in order
 */
export function removalOf(files: readonly CaseFile[], { file, path: asked }: Target): Outcome<Removal> {
  const read = contentsOf(files);
  if (!read.ok) return read;
  const contents = read.value;
  const before = structuredClone(contents);
  const own = contents.find((content) => content.file === file);
  const path = own ? placedIn(own.value, asked) : null;
  if (!own || !path || valueAt(own.value, path) === undefined) return refuse("It is not there any more.");
  const called = calledIn(own, path);
  const dependents: Dependent[] = [];
  const refusal = takeOut(contents, own, path, dependents);
  if (refusal) return refuse(refusal);
  const after = filesAfter(files, before, contents);
  return after.ok ? done({ called, dependents, files: after.value }) : after;
}

/** Takes an item out of contents, with what depends on it. @returns why that cannot be */
export function takenOut(contents: Content[], file: string, path: Path, dependents: Dependent[]): string | null {
  const own = contents.find((content) => content.file === file);
  return own ? takeOut(contents, own, path, dependents) : null;
}

/** Takes an item out of its file, and then whatever points to it. @returns why that cannot be */
function takeOut(contents: Content[], own: Content, path: Path, dependents: Dependent[]): string | null {
  const item = valueAt(own.value, path);
  const kinds = POINTED_TO[patternOf(own.kind, path.slice(0, -1))] ?? [];
  const id = isMapping(item) ? String(item.id ?? "") : "";
  const issue = kinds.includes("option") ? String(valueAt(own.value, [...path.slice(0, 2), "id"])) : null;
  const held = kinds.includes("option") ? heldToday(valueAt(own.value, [...path.slice(0, 2), "today"])) : [];
  if (held.some((option) => String(option) === id))
    return "It is what holds today. Choose another option for today first.";
  cut(own, path);
  if (kinds.includes("party")) dropFilesOf(contents, id, dependents);
  const isOfIt = (reference: Reference): boolean =>
    kinds.includes("issue") && reference.to === "option"
      ? reference.issue === id
      : kinds.includes(reference.to) && reference.id === id && reference.issue === issue;
  return releaseAll(contents, isOfIt, dependents);
}

/** Takes out what points to a thing that is gone, one reference after the other, since each may take more along. */
function releaseAll(
  contents: Content[],
  isOfIt: (reference: Reference) => boolean,
  dependents: Dependent[],
): string | null {
  for (const content of contents)
    for (;;) {
      const reference = content.value === null ? undefined : referencesIn(content.kind, content.value).findLast(isOfIt);
      if (!reference) break;
      const refusal = release(contents, content, reference, dependents);
      if (refusal) return refusal;
    }
  return null;
}

function release(contents: Content[], content: Content, reference: Reference, dependents: Dependent[]): string | null {
  const pattern = patternOf(content.kind, reference.path);
  const whole = [...GOES_WHOLE, ...(reference.to === "party" ? GOES_WITH_PARTY : [])].find((one) =>
    begins(pattern, one),
  );
  const at = whole ? placeOfStar(reference.path, whole) : goesAt(content, reference.path);
  if (at === null) return `${content.file} is about it. Remove that file first.`;
  const goes = typeof at.at(-1) === "number";
  const named = goes ? at : itemAround(at);
  const dependent = { file: content.file, path: named, called: calledIn(content, named), goes };
  if (!dependents.some((one) => one.file === dependent.file && one.called === dependent.called))
    dependents.push(dependent);
  if (goes && POINTED_TO[patternOf(content.kind, at.slice(0, -1))]) return takeOut(contents, content, at, dependents);
  cut(content, at);
  return null;
}

/** The path as far as the last `*` of a pattern that it begins with. */
function placeOfStar(path: Path, pattern: string): Path {
  return path.slice(0, pattern.split(" ").lastIndexOf("*"));
}

/** What goes where a reference does: the reference alone if it may be missing, else the part that cannot do without it. */
function goesAt({ kind, value }: Content, path: Path): Path | null {
  for (let length = path.length; length > 0; length--) {
    const here = path.slice(0, length);
    const around = fieldAround(kind, here);
    const within = path.slice(0, length - 1);
    if (around === "key" && NEVER_EMPTY.has(patternOf(kind, within)) && sizeOf(valueAt(value, within)) < 2)
      return itemAround(here);
    if (around === "optional" || around === "key") return here;
    if (around === "item" && roomToLose(kind, value, here)) return here;
  }
  return null;
}

const sizeOf = (value: unknown): number => (isMapping(value) ? Object.keys(value).length : 0);

function fieldAround(kind: FileKind, path: Path): "optional" | "required" | "key" | "item" | "part" {
  const around = fieldAt(fieldsOf(kind), path.slice(0, -1));
  const parts = around?.kind === "either" ? around.of : around ? [around] : [];
  const key = path.at(-1);
  for (const part of parts) {
    if (part.kind === "list" && typeof key === "number") return "item";
    if (part.kind === "record" && typeof key === "string") return "key";
    const field = part.kind === "group" ? part.fields.find(({ name }) => name === key) : undefined;
    if (field) return field.optional ? "optional" : "required";
  }
  return "part";
}

function roomToLose(kind: FileKind, value: unknown, path: Path): boolean {
  const list = valueAt(value, path.slice(0, -1));
  const spec = fieldAt(fieldsOf(kind), path.slice(0, -1));
  const lists = (spec?.kind === "either" ? spec.of : spec ? [spec] : []).filter((one) => one.kind === "list");
  const least = Math.min(...lists.map((one) => one.least));
  return !Array.isArray(list) || list.length > least;
}

/** The item of a list that a field is in; the whole file where it is in none. */
function itemAround(path: Path): Path {
  const last = path.findLastIndex((key) => typeof key === "number");
  return path.slice(0, last + 1);
}

function cut(content: Content, path: Path): void {
  const around = valueAt(content.value, path.slice(0, -1));
  const key = path.at(-1);
  if (Array.isArray(around)) around.splice(Number(key), 1);
  else if (isMapping(around) && key !== undefined) Reflect.deleteProperty(around, key);
}

/** What a party needs, and what it holds of others, is of nobody once it is gone. */
function dropFilesOf(contents: Content[], party: string, dependents: Dependent[]): void {
  for (const content of contents) {
    const { value, file, kind } = content;
    if (kind === "case" || !isMapping(value) || (value.party !== party && value.holder !== party)) continue;
    dependents.push({ file, path: [], called: file, goes: true });
    content.value = null;
  }
}

/** What an item is called: its name, else its text, else its id, else the file that it is in. */
export function calledIn({ file, value }: Content, path: Path): string {
  const item = valueAt(value, path);
  if (typeof item === "string") return item;
  if (!isMapping(item)) return file;
  const [called] = ["name", "title", "text", "says", "quantity", "id"].flatMap((key) =>
    typeof item[key] === "string" ? [item[key]] : [],
  );
  return called ?? file;
}
