// Changes of a case file that leave everything else as it was written: comments, order, spacing. A page that previews a
// change and the store that writes it use the same function, so that what was seen is what is kept.
import { Document, isCollection, isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument } from "yaml";
import { done, type Outcome, refuse } from "./outcome.js";
import type { Path } from "./source-text.js";

/** The value at a path set; without a value, taken out. Whole lists and mappings may be given. */
export interface Change {
  readonly path: Path;
  readonly value?: unknown;
}

/**
 * The text with its changes made. Items of a list that stay keep their comments, wherever they move.
 * @returns refused where the text is no YAML that can be changed safely
 */
export function withChanges(text: string, changes: readonly Change[]): Outcome<string> {
  const document = parseDocument(text, { prettyErrors: false, logLevel: "error" });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)))
    return refuse("the file is not YAML that can be changed here. Mend it as text first.");
  if (changes.some(({ path }) => path.length === 0)) return refuse("a change must say which field it changes.");
  const before = document.toJS();
  for (const { path: asked, value } of changes) {
    const path = asWritten(document, asked);
    const parent = path.slice(0, -1);
    if (!reachable(document, parent)) return refuse(`"${path.join(".")}" is no field that can be set here.`);
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, merged(document, document.getIn(path, true), value));
  }
  if (same(document.toJS(), before)) return done(text);
  const whole = document.toString(styleOf(text));
  return done(spliced(text, document, changes, whole) ?? whole);
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

/** Whether everything on the way is a mapping or a list, or is not there yet. */
function reachable(document: Document, path: Path): boolean {
  for (let length = 1; length <= path.length; length++) {
    const node = document.getIn(path.slice(0, length), true);
    if (node === undefined) return true;
    if (!isCollection(node)) return false;
  }
  return true;
}

/** The value as a node, made of what stands there as far as it stays. */
function merged(document: Document, node: unknown, value: unknown): unknown {
  if (isScalar(node) && (typeof value !== "object" || value === null)) {
    node.value = value;
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    const left = [...node.items];
    node.items = value.map((item) => {
      const place = left.findIndex((old) => same((old as Node).toJS(document), item));
      return place < 0 ? laidOut(document.createNode(item)) : left.splice(place, 1)[0];
    });
    return node;
  }
  if (isMap(node) && typeof value === "object" && value !== null && !Array.isArray(value)) {
    for (const { key } of [...node.items]) if (!Object.hasOwn(value, String(key))) node.delete(key);
    for (const [key, part] of Object.entries(value)) node.set(key, merged(document, node.get(key, true), part));
    return node;
  }
  return laidOut(document.createNode(value));
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
  return kept && same(commentsIn(made), commentsIn(whole)) ? made : null;
}

/** One field as text; what stands before its name stays where it is in the file. */
function written(document: Document, { key, value }: Pair<unknown, Node | null>, text: string): string {
  const alone = new Document({}, document.options);
  if (isMap(alone.contents)) alone.contents.add({ key: alone.createNode(String(key)), value });
  return alone.toString(styleOf(text));
}

const commentsIn = (text: string): string[] =>
  (text.match(/#[^\n]*/g) ?? []).map((comment) => comment.replace(/^#\s*/, "").trimEnd()).sort();
