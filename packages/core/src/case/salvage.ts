// What can still be read of a file in which something has the wrong form: an item of a list that will not do is left out,
// and a field that nobody knows, so that one slip hides no other. What is left is for finding problems only.
import type { z } from "zod";
import { fieldsOf, schemasAt } from "./form-words.js";
import type { Path } from "./path.js";
import { nearestName } from "./problems.js";

export interface Salvage {
  readonly value: unknown;
  /** The lists that lost items, or whose name was misspelt: their names may be pointed to all the same. */
  readonly lists: ReadonlySet<string>;
  /** A path in what is left as a path in what was written. */
  readonly asWritten: (path: Path) => Path;
}

/** Null where what is wrong is no item of a list at the top of the file. */
export function salvaged(value: unknown, issues: readonly z.core.$ZodIssue[], schema: z.ZodType): Salvage | null {
  const left: unknown = structuredClone(value);
  const gone = new Map<string, Set<number>>();
  const misspelt = new Set<string>();
  for (const issue of issues) {
    const [list, item] = issue.path;
    if (issue.code === "unrecognized_keys") {
      for (const name of meantBy(schema, left, issue.path as Path, issue.keys)) misspelt.add(name);
      dropKeys(left, issue.path as Path, issue.keys);
    } else if (typeof list === "string" && typeof item === "number")
      gone.set(list, (gone.get(list) ?? new Set()).add(item));
    else return null;
  }
  if (typeof left !== "object" || left === null) return null;
  for (const [list, items] of gone) {
    const written: unknown = Reflect.get(left, list);
    if (Array.isArray(written))
      Reflect.set(
        left,
        list,
        written.filter((_, place) => !items.has(place)),
      );
  }
  return { value: left, lists: new Set([...gone.keys(), ...misspelt]), asWritten: restoring(gone) };
}

/** The lists at the top of the file that a misspelt field is, or whose item has lost names with one. */
function meantBy(schema: z.ZodType, root: unknown, path: Path, keys: readonly string[]): string[] {
  const fields = fieldsOf(schemasAt(schema, path));
  const holder = at(root, path);
  return keys.slice(0, MOST_MEANT).flatMap((key) => {
    const meant = nearestName(key, fields);
    if (meant === null || typeof at(holder, [key]) !== "object") return [];
    return [String(path[0] ?? meant)];
  });
}

/** Fields that nobody knows, of which it is asked what they were meant to be. */
const MOST_MEANT = 20;

const at = (root: unknown, path: Path): unknown =>
  path.reduce(
    (holder: unknown, key) => (typeof holder === "object" && holder !== null ? Reflect.get(holder, key) : null),
    root,
  );

function dropKeys(root: unknown, path: Path, keys: readonly string[]): void {
  const holder = at(root, path);
  if (typeof holder === "object" && holder !== null) for (const key of keys) Reflect.deleteProperty(holder, key);
}

function restoring(gone: ReadonlyMap<string, ReadonlySet<number>>): (path: Path) => Path {
  const inOrder = new Map([...gone].map(([list, items]) => [list, [...items].sort((a, b) => a - b)]));
  return (path) => {
    const [list, place, ...rest] = path;
    const items = inOrder.get(String(list));
    if (list === undefined || typeof place !== "number" || !items) return path;
    let at = place;
    for (const item of items) if (item <= at) at += 1;
    return [list, at, ...rest];
  };
}
