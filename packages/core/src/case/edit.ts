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
  parseDocument,
  visit,
  type YAMLSeq,
} from "yaml";
import { done, type Outcome, refuse } from "./outcome.js";
import type { Path } from "./source-text.js";

/** The value at a path set; without a value, taken out. Whole lists and mappings may be given. */
export interface Change {
  readonly path: Path;
  readonly value?: unknown;
}

/**
 * The text with its changes made. Items of a list that stay keep their comments, wherever they move; comments of what goes
 * stay in its place. Line ends stay as they are.
 * @returns refused where the text is no YAML that can be changed safely
 */
export function withChanges(text: string, changes: readonly Change[]): Outcome<string> {
  const made = changed(text.replaceAll("\r\n", "\n"), changes);
  return made.ok && text.includes("\r\n") ? done(made.value.replaceAll("\n", "\r\n")) : made;
}

function changed(text: string, changes: readonly Change[]): Outcome<string> {
  const document = parseDocument(text, { prettyErrors: false, logLevel: "error" });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)))
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
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, merged(document, document.getIn(path, true), value));
  }
  if (same(document.toJS(), before)) return done(text);
  const whole = document.toString(styleOf(text));
  return done(appended(text, document, changes) ?? spliced(text, document, changes, whole) ?? whole);
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
  const document = parseDocument(text, { prettyErrors: false, logLevel: "error" });
  if (document.errors.length > 0) return undefined;
  let value: unknown = document.toJS({ maxAliasCount: 50 });
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
    const keys = new Map(node.items.map(({ key }) => [String(key), isScalar(key) ? key.value : key]));
    for (const [name, key] of keys) if (!Object.hasOwn(value, name)) node.delete(key);
    for (const [name, part] of Object.entries(value)) {
      const key = keys.get(name) ?? name;
      node.set(key, merged(document, node.get(key, true), part));
    }
    return node;
  }
  return commented(laidOut(document.createNode(value)), isNode(node) ? [node] : []);
}

/** The list with these items: those that were there are moved, with their comments; of those that go, comments stay. */
function withItems(document: Document, list: YAMLSeq, values: readonly unknown[]): YAMLSeq {
  const left = new Map<string, Node[]>();
  for (const item of list.items as Node[]) {
    const key = JSON.stringify(item.toJS(document));
    left.set(key, [...(left.get(key) ?? []), item]);
  }
  const items = values.map((value) => left.get(JSON.stringify(value))?.shift() ?? laidOut(document.createNode(value)));
  const gone = [...left.values()].flat();
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
function appended(text: string, document: Document, changes: readonly Change[]): string | null {
  const original = parseDocument(text, { prettyErrors: false, logLevel: "error" });
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
      indent: /[^\n]*$/.exec(text.slice(0, first.range?.[0] ?? 0))?.[0].replace(/-[^-]*$/, "") ?? "",
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
  const again = parseDocument(made, { prettyErrors: false, logLevel: "error" });
  return again.errors.length === 0 && same(again.toJS(), document.toJS()) ? made : null;
}

/**
 * The text with only the changed top-level fields written anew; null where that does not come to the same as `whole`,
 * the document written anew.
 */
function spliced(text: string, document: Document, changes: readonly Change[], whole: string): string | null {
  const original = parseDocument(text, { prettyErrors: false, logLevel: "error" });
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
  const again = parseDocument(made, { prettyErrors: false, logLevel: "error" });
  const kept = again.errors.length === 0 && same(again.toJS(), document.toJS());
  return kept && lost(text, made) <= lost(text, whole) ? made : null;
}

/** How many comments of a text another does not have. */
function lost(text: string, made: string): number {
  const there = commentsIn(made);
  return commentsIn(text).filter((comment) => {
    const place = there.indexOf(comment);
    if (place >= 0) there.splice(place, 1);
    return place < 0;
  }).length;
}

/** One field as text; what stands before its name stays where it is in the file. */
function written(document: Document, { key, value }: Pair<unknown, Node | null>, text: string): string {
  const alone = new Document({}, document.options);
  if (isMap(alone.contents)) alone.contents.add({ key: alone.createNode(String(key)), value });
  return alone.toString(styleOf(text));
}

const commentsIn = (text: string): string[] =>
  (text.match(/#[^\n]*/g) ?? []).map((comment) => comment.replace(/^#\s*/, "").trimEnd()).sort();
