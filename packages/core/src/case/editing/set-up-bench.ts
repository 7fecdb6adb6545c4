// What a step of setting up works on: the contents of a case's files, what is found in them, and how a place in them is set.
import type { Path } from "../path.js";
import { type Content, placedIn, valueAt } from "./contents.js";
import { isMapping } from "./field-forms.js";
import type { Dependent } from "./removal.js";

export interface Bench {
  readonly contents: Content[];
  readonly dependents: Dependent[];
  added: string | null;
  renamed: readonly [string, string] | null;
}

/** Somebody else took it out meanwhile. */
export const GONE = "It is not there any more.";

/** The options of a numeric issue are written as numbers; elsewhere an option may well be called 007. */
export function typed(bench: Bench, issue: string, option: string): string | number {
  const item = listIn(bench, "case.yaml", "issues").find((one) => isMapping(one) && String(one.id) === issue);
  const isNumeric = isMapping(item) && isMapping(item.numeric);
  return isNumeric && /^-?\d+(\.\d+)?(e[-+]?\d+)?$/.test(option) ? Number(option) : option;
}

export function contentOf(bench: Bench, file: string): Content {
  const there = bench.contents.find((content) => content.file === file);
  if (there) return there;
  const kind = file.startsWith("interests/") ? "interests" : file === "record.yaml" ? "record" : "agreement";
  const fresh: Content = { file, kind, value: {} };
  bench.contents.push(fresh);
  return fresh;
}

/** Sets what stands at a path, or takes it out; what is missing on the way is made. */
export function put(bench: Bench, file: string, asked: Path, value: unknown): string | null {
  const content = contentOf(bench, file);
  const path = placedIn(content.value, asked);
  if (!path) return GONE;
  let around: unknown = content.value;
  for (const [at, key] of path.slice(0, -1).entries()) {
    if (typeof around !== "object" || around === null) return `There is no ${path.join(" › ")} in ${file} any more.`;
    if (!Object.hasOwn(around, key)) {
      if (typeof key === "number") return `There is no ${path.join(" › ")} in ${file} any more.`;
      Reflect.set(around, key, typeof path[at + 1] === "number" ? [] : {});
    }
    around = Reflect.get(around, key);
  }
  const last = path.at(-1);
  if (typeof around !== "object" || around === null || last === undefined)
    return `Nothing can be set in ${file} there.`;
  if (value === undefined) Reflect.deleteProperty(around, last);
  else Reflect.set(around, last, value);
  return null;
}

export function listIn(bench: Bench, file: string, name: string): unknown[] {
  const { value } = contentOf(bench, file);
  const list = valueAt(value, [name]);
  if (Array.isArray(list)) return list;
  const fresh: unknown[] = [];
  if (isMapping(value)) Reflect.set(value, name, fresh);
  return fresh;
}

/** The place of a thing in its list; −1 where it is gone. */
export const placeOf = (bench: Bench, file: string, list: string, id: string): number =>
  listIn(bench, file, list).findIndex((item) => isMapping(item) && String(item.id) === id);

export const idsIn = (list: readonly unknown[]): Set<string> =>
  new Set(list.flatMap((item) => (isMapping(item) ? [String(item.id)] : [])));
