// What can still be read of a file in which something has the wrong form: an item of a list that will not do is left out,
// and a field that nobody knows, so that one slip hides no other. What is left is for finding problems only.
import type { z } from "zod";
import type { Path } from "./path.js";

export interface Salvage {
  readonly value: unknown;
  /** The lists that lost items: their names may be pointed to all the same. */
  readonly lists: ReadonlySet<string>;
  /** A path in what is left as a path in what was written. */
  readonly asWritten: (path: Path) => Path;
}

/** Null where what is wrong is no item of a list at the top of the file. */
export function salvaged(value: unknown, issues: readonly z.core.$ZodIssue[]): Salvage | null {
  const left: unknown = structuredClone(value);
  const gone = new Map<string, Set<number>>();
  for (const issue of issues) {
    const [list, item] = issue.path;
    if (issue.code === "unrecognized_keys") dropKeys(left, issue.path as Path, issue.keys);
    else if (typeof list === "string" && typeof item === "number")
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
  return { value: left, lists: new Set(gone.keys()), asWritten: restoring(gone) };
}

function dropKeys(root: unknown, path: Path, keys: readonly string[]): void {
  let holder: unknown = root;
  for (const key of path) holder = typeof holder === "object" && holder !== null ? Reflect.get(holder, key) : null;
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
