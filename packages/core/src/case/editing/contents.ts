// The files of a case as plain content that can be changed, and the changes of their texts that come to the same.
import type { Change } from "../edit.js";
import { done, type Outcome, refuse } from "../outcome.js";
import { type CaseFile, kindOf, parseCase } from "../parse.js";
import type { Path } from "../path.js";
import type { FileKind } from "../schema.js";
import { plainValue, readYaml } from "../yaml-document.js";
import { isMapping } from "./field-forms.js";

/** What stands in one file; null once the file is to go. */
export interface Content {
  readonly file: string;
  readonly kind: FileKind;
  value: unknown;
}

/** What becomes of one file: changes of its fields, or a whole new text; a null text takes it away. */
export interface FileChange {
  readonly file: string;
  readonly changes?: readonly Change[];
  readonly text?: string | null;
}

/** The contents of all files of the format. @returns refused where one is no YAML */
export function contentsOf(files: readonly CaseFile[]): Outcome<Content[]> {
  const contents: Content[] = [];
  for (const { path, text } of files) {
    const kind = kindOf(path);
    if (kind === null) continue;
    const { document, faults } = readYaml(text);
    const plain = faults.length === 0 ? plainValue(document) : null;
    if (!plain || plain.fault) return refuse(`${path} cannot be read. Mend it on the page Files first.`);
    contents.push({ file: path, kind, value: plain.value ?? {} });
  }
  return done(contents);
}

/** What stands at a path. */
export function valueAt(content: unknown, path: Path): unknown {
  let value = content;
  for (const key of path)
    value =
      typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  return value;
}

/**
 * The path with places in lists where it names an item by its id, so that a change finds what it is of wherever that stands by
 * now; null where it is not there any more.
 */
export function placedIn(content: unknown, path: Path): Path | null {
  let value = content;
  const placed: (string | number)[] = [];
  for (const key of path) {
    const at =
      Array.isArray(value) && typeof key === "string"
        ? value.findIndex((item) => isMapping(item) && String(item.id) === key)
        : key;
    if (at === -1) return null;
    placed.push(at);
    value = valueAt(value, [at]);
  }
  return placed;
}

/** The changes that make one content of another, each as deep in it as can be. */
function changesTo(before: unknown, after: unknown, path: Path = []): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isMapping(before) && isMapping(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      changesTo(before[key], after[key], [...path, key]),
    );
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((item, k) => changesTo(item, after[k], [...path, k]));
  return [{ path, ...(after !== undefined && { value: after }) }];
}

/**
 * What becomes of the files where their contents are others.
 * @returns refused, with the problems, where a case that is in order would no longer be
 */
export function filesAfter(
  files: readonly CaseFile[],
  before: readonly Content[],
  after: readonly Content[],
): Outcome<FileChange[]> {
  const changed = after.flatMap(({ file, value }): FileChange[] => {
    if (value === null) return [{ file, text: null }];
    const changes = fewChanges(before.find((one) => one.file === file)?.value ?? {}, value);
    return changes.length > 0 ? [{ file, changes }] : [];
  });
  const broken = changed.length > 0 ? problemsAfter(files, after) : [];
  return broken.length > 0 ? refuse(...broken) : done(changed);
}

/** With more single changes than this, whole lists are written instead. */
const MOST_CHANGES = 150;

function fewChanges(before: unknown, after: unknown): Change[] {
  const changes = changesTo(before, after);
  if (changes.length <= MOST_CHANGES) return changes;
  return [...new Set(changes.map(({ path }) => path[0] ?? ""))].map((key) => {
    const value = valueAt(after, [key]);
    return { path: [key], ...(value !== undefined && { value }) };
  });
}

/** Errors that a case in order would have afterwards. */
function problemsAfter(files: readonly CaseFile[], contents: readonly Content[]): string[] {
  if (!parseCase(files).ok) return [];
  const written = contents.flatMap(({ file, value }) =>
    value === null ? [] : [{ path: file, text: JSON.stringify(value) }],
  );
  return parseCase(written)
    .problems.filter(({ severity }) => severity === "error")
    .map(({ message }) => message);
}

/** What an issue says of today as it is written: the one option that holds, or each of a list by days. */
export function heldToday(today: unknown): readonly unknown[] {
  if (!Array.isArray(today)) return today === undefined ? [] : [today];
  return today.map((entry) => (isMapping(entry) ? entry.option : undefined));
}
