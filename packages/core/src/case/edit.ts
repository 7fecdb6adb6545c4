// Changes of a case file that leave everything else as it was written: comments, order, spacing. A page that previews a
// change and the store that writes it use the same function, so that what was seen is what is kept.
import {
  Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { done, type Outcome, refuse } from "./outcome.js";
import type { Path } from "./path.js";
import { plainValue, readYaml, type YamlDocument } from "./yaml-document.js";

/** The value at a path set; without a value, taken out. Whole lists and mappings may be given. */
export interface Change {
  readonly path: Path;
  readonly value?: unknown;
}

/**
 * The text with its changes made. Items of a list that stay keep their comments, wherever they move; comments of what goes
 * stay in its place. Line ends stay as they are, and so does a byte-order mark.
 * @returns refused where the text is no YAML that can be changed safely
 */
export function withChanges(text: string, changes: readonly Change[]): Outcome<string> {
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  const made = changed(text.slice(mark.length).replaceAll("\r\n", "\n"), changes);
  if (!made.ok) return made;
  return done(mark + (text.includes("\r\n") ? made.value.replaceAll("\n", "\r\n") : made.value));
}

function changed(text: string, changes: readonly Change[]): Outcome<string> {
  const { document, faults } = readYaml(text);
  if (faults.length > 0 || (document.contents !== null && !isMap(document.contents)))
    return refuse("the file is not YAML that can be changed here. Mend it as text first.");
  if (hasAnchors(document))
    return refuse(
      "the file uses anchors (&name) or aliases (*name), so one change could change more. Change it as text.",
    );
  if (changes.some(({ path }) => path.length === 0)) return refuse("a change must say which field it changes.");
  const before = document.toJS();
  for (const { path: asked, value } of changes) {
    const path = asWritten(document, asked);
    if (!reachable(document, path)) return refuse(`"${path.join(".")}" is no field that can be set here.`);
    // What is not there is gone already.
    if (value === undefined) {
      if (document.hasIn(path)) document.deleteIn(path);
    } else document.setIn(path, merged(document, document.getIn(path, true), value));
  }
  if (same(document.toJS(), before)) return done(text);
  const whole = document.toString(styleOf(text));
  const original = readYaml(text).document;
  return done(
    appended(text, document, original, changes) ??
      removed(text, document, original, changes, whole) ??
      spliced(text, document, original, changes, whole) ??
      whole,
  );
}

function hasAnchors(document: Document): boolean {
  let found = false;
  visit(document, (_, node) => {
    if (!isAlias(node) && !(isNode(node) && "anchor" in node && node.anchor)) return undefined;
    found = true;
    return visit.BREAK;
  });
  return found;
}

/** The value written at a path; undefined where there is none, or the text is no YAML. */
export function writtenAt(text: string, path: Path): unknown {
  const { document, faults } = readYaml(text);
  if (faults.length > 0) return undefined;
  const plain = plainValue(document);
  if (plain.fault) return undefined;
  let { value } = plain;
  for (const key of path) value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

/** Whether changes thought of for one text can be made in another as if they had been thought of there. */
export const untouched = (before: string, now: string, changes: readonly Change[]): boolean =>
  changes.every(({ path }) => same(writtenAt(before, path), writtenAt(now, path)));

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether everything on the way is a mapping, or a list where a place in it is asked for; or is not there yet. */
function reachable(document: Document, path: Path): boolean {
  let node: unknown = document.contents;
  for (const key of path) {
    if (node === null || node === undefined) return true;
    if (!isCollection(node) || (isSeq(node) && !Number.isInteger(key))) return false;
    node = node.get(key, true);
  }
  return true;
}

/** The value as a node, made of what stands there as far as it stays. */
function merged(document: Document, node: unknown, value: unknown): unknown {
  if (isScalar(node) && (typeof value !== "object" || value === null)) {
    node.value = value;
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) return withItems(document, node, value);
  if (isMap(node) && typeof value === "object" && value !== null && !Array.isArray(value)) {
    return withFields(document, node, value);
  }
  return commented(laidOut(document.createNode(value)), isNode(node) ? [node] : []);
}

/** The mapping with these fields: those that were there stay in their places, new ones come after them. */
function withFields(document: Document, map: YAMLMap, value: object): YAMLMap {
  map.items = map.items.filter(({ key }) => Object.hasOwn(value, String(key)));
  const there = new Map(map.items.map((pair) => [String(pair.key), pair]));
  for (const [name, part] of Object.entries(value)) {
    const pair = there.get(name);
    if (pair) pair.value = merged(document, pair.value, part);
    else map.items.push(document.createPair(name, merged(document, undefined, part)));
  }
  return map;
}

/** The list with these items: those that were there are moved, with their comments; of those that go, comments stay. */
function withItems(document: Document, list: YAMLSeq, values: readonly unknown[]): YAMLSeq {
  const left = new Map<string, Node[]>();
  for (const item of list.items as Node[]) {
    const key = JSON.stringify(item.toJS(document));
    const alike = left.get(key);
    if (alike) alike.push(item);
    else left.set(key, [item]);
  }
  // The first of those that are alike is taken first.
  for (const alike of left.values()) alike.reverse();
  const items = values.map((value) => left.get(JSON.stringify(value))?.pop() ?? laidOut(document.createNode(value)));
  const gone = [...left.values()].flatMap((alike) => alike.reverse());
  const old = new Set<unknown>(list.items);
  const fresh = items.find((item) => !old.has(item));
  list.items = items;
  if (fresh) commented(fresh, gone);
  else commented(list, gone);
  return list;
}

/** A node that bears the comments of those whose place it takes. */
function commented<N extends Node>(node: N, gone: readonly Node[]): N {
  const comments = gone.flatMap(({ commentBefore, comment }) => [commentBefore, comment]).filter((text) => text);
  if (comments.length > 0) node.commentBefore = [node.commentBefore, ...comments].filter((text) => text).join("\n");
  return node;
}

/** What is longer than this stands on several lines. */
const LONGEST = 100;

/** A new value on one line where it fits, else the parts of its own on one line each. */
function laidOut(node: Node): Node {
  if (!isCollection(node)) return node;
  if (JSON.stringify(node).length <= LONGEST && !(isSeq(node) && node.items.some(isCollection))) node.flow = true;
  else if (isSeq(node)) for (const item of node.items) laidOut(item as Node);
  else if (isMap(node)) for (const { value } of node.items) if (isCollection(value)) value.flow = true;
  return node;
}

/** The path by the keys as they are written: a key that is a number is asked for as text. */
function asWritten(document: Document, path: Path): Path {
  let node: unknown = document.contents;
  return path.map((key) => {
    const pair = isMap(node) ? node.items.find((item) => String(item.key) === String(key)) : undefined;
    node = pair ? pair.value : isSeq(node) ? node.items[Number(key)] : undefined;
    return pair && isScalar(pair.key) ? (pair.key.value as string | number) : key;
  });
}

/** How the file is laid out, as far as it shows. */
const styleOf = (text: string) => ({
  lineWidth: 0,
  flowCollectionPadding: (text.match(/[{[] \S/g) ?? []).length > (text.match(/[{[][^\s{}[\]]/g) ?? []).length,
  indentSeq: !/^\S[^\n]*:\n- /m.test(text),
});

/**
 * The text with new items at the end of its lists, and not a byte of the rest changed; null where the changes are of
 * another kind, or that does not come to the same.
 */
function appended(text: string, document: Document, original: YamlDocument, changes: readonly Change[]): string | null {
  if (!isMap(original.contents)) return null;
  const additions = new Map<string, { readonly end: number; readonly indent: string; readonly items: Node[] }>();
  for (const { path, value } of changes) {
    const [name, place] = path;
    const list = original.contents.get(name, true);
    if (path.length !== 2 || value === undefined || !isSeq(list) || list.flow || list.items.length === 0) return null;
    const first = list.items[0] as Node;
    const last = list.items.at(-1) as Node;
    const own = additions.get(String(name)) ?? {
      end: text.slice(0, last.range?.[2] ?? 0).trimEnd().length,
      indent: beforeDash(text, first.range?.[0] ?? 0),
      items: [],
    };
    if (place !== list.items.length + own.items.length || own.indent.trim() !== "") return null;
    own.items.push(laidOut(document.createNode(value)));
    additions.set(String(name), own);
  }
  let made = text;
  for (const { end, indent, items } of [...additions.values()].sort((a, b) => b.end - a.end)) {
    const alone = new Document(items);
    const lines = alone
      .toString({ ...styleOf(text), indentSeq: false })
      .trimEnd()
      .split("\n");
    made = `${made.slice(0, end)}\n${lines.map((line) => (line === "" ? line : indent + line)).join("\n")}${made.slice(end)}`;
  }
  return comesTo(made, document) ? made : null;
}

/**
 * The text without some items of its lists, and not a byte of the rest changed; null where the changes are of another kind, a
 * list would be left empty, or that does not come to the same as `whole`, the document written anew.
 */
function removed(
  text: string,
  document: Document,
  original: YamlDocument,
  changes: readonly Change[],
  whole: string,
): string | null {
  if (!isMap(original.contents)) return null;
  const left = new Map<string, Node[]>();
  const cuts: { readonly from: number; readonly to: number }[] = [];
  for (const { path, value } of changes) {
    const list = original.contents.get(path[0], true);
    if (path.length !== 2 || value !== undefined || !isSeq(list) || list.flow) return null;
    const items = left.get(String(path[0])) ?? (list.items as Node[]).slice();
    left.set(String(path[0]), items);
    const [item] = items.splice(Number(path[1]), 1);
    // What is not there is gone already; what was the only item leaves a list to be written anew.
    if (!item) continue;
    if (items.length === 0) return null;
    const start = item.range?.[0] ?? 0;
    if (beforeDash(text, start).trim() !== "") return null;
    cuts.push({ from: text.lastIndexOf("\n", start - 1) + 1, to: lineAfter(text, item.range?.[1] ?? start) });
  }
  let made = text;
  for (const { from, to } of cuts.sort((a, b) => b.from - a.from)) made = made.slice(0, from) + made.slice(to);
  return comesTo(made, document) && lost(text, made) <= lost(text, whole) ? made : null;
}

/** Where the line after the one that holds the last character before an offset begins. */
function lineAfter(text: string, offset: number): number {
  const end = text.indexOf("\n", Math.max(0, offset - 1));
  return end < 0 ? text.length : end + 1;
}

/** What stands in a line before the dash of an item that begins at an offset. */
function beforeDash(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return line.slice(0, Math.max(0, line.lastIndexOf("-")));
}

/** Whether a text reads as a document does. */
function comesTo(text: string, document: Document): boolean {
  const { document: again, faults } = readYaml(text);
  return faults.length === 0 && same(again.toJS(), document.toJS());
}

/**
 * The text with only the changed top-level fields written anew; null where that does not come to the same as `whole`,
 * the document written anew.
 */
function spliced(
  text: string,
  document: Document,
  original: YamlDocument,
  changes: readonly Change[],
  whole: string,
): string | null {
  if (!isMap(original.contents) || !isMap(document.contents)) return null;
  const fields = original.contents.items.filter(isPair);
  const named = (list: readonly unknown[], name: string) =>
    (list.filter(isPair) as Pair<Node, Node | null>[]).find(({ key }) => String(key) === name);
  let made = text;
  const touched = new Set(changes.map(({ path }) => String(path[0])));
  // From the last to the first, so that places before stay where they are.
  for (const field of (fields as Pair<Node, Node | null>[]).toReversed()) {
    const name = String(field.key);
    if (!touched.delete(name)) continue;
    const [start, last] = [field.key.range?.[0], field.value?.range?.[2] ?? field.key.range?.[1]];
    if (start === undefined || last === undefined) return null;
    const end = start + text.slice(start, last).trimEnd().length;
    const now = named(document.contents.items, name);
    const rest = made.slice(end);
    if (!now) {
      made = made.slice(0, start) + rest.replace(/^[ \t]*\n?/, "");
      continue;
    }
    made = made.slice(0, start) + written(document, now, text).trimEnd() + rest;
  }
  for (const name of touched) {
    const now = named(document.contents.items, name);
    if (now) made = `${made.trimEnd()}\n${written(document, now, text).trimEnd()}\n`;
  }
  return comesTo(made, document) && lost(text, made) <= lost(text, whole) ? made : null;
}

/** How many comments of a text another does not have. */
function lost(text: string, made: string): number {
  const there = new Map<string, number>();
  for (const comment of commentsIn(made)) there.set(comment, (there.get(comment) ?? 0) + 1);
  return commentsIn(text).filter((comment) => {
    const left = there.get(comment) ?? 0;
    there.set(comment, left - 1);
    return left <= 0;
  }).length;
}

/** One field as text; what stands before its name stays where it is in the file. */
function written(document: Document, { key, value }: Pair<unknown, Node | null>, text: string): string {
  const alone = new Document({}, document.options);
  if (isMap(alone.contents)) alone.contents.add({ key: alone.createNode(String(key)), value });
  return alone.toString(styleOf(text));
}

const commentsIn = (text: string): string[] =>
  (text.match(/#[^\n]*/g) ?? []).map((comment) => comment.replace(/^#\s*/, "").trimEnd());
