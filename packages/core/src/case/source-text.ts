import { isAlias, isMap, isNode, LineCounter, type Node } from "yaml";
import type { z } from "zod";
import { capped, MOST_PROBLEMS, type Place, type Problem, suggestion } from "./problems.js";
import { plainValue, readYaml } from "./yaml-document.js";

/** A path into a document: keys and list positions. */
export type Path = readonly (string | number)[];

/** One file as written, with the way from a path in it to line and column. */
export interface SourceText<T> {
  readonly file: string;
  readonly value: T;
  /** The place of the value at a path, or of the nearest parent that was written. */
  readonly place: (path: Path) => Place;
  /** The text written at a path, its first line, at most 80 characters. */
  readonly written: (path: Path) => string;
}

const MOST_UNKNOWN_FIELDS = 20;

/**
 * Reads one YAML file against its schema.
 * @returns all problems of the file at once, or the value with its places.
 */
export function readSource<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): { source: SourceText<z.output<S>> | null; problems: Problem[] } {
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.max(0, offset));
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const fail = (offset: number, message: string): Problem => ({ severity: "error", place: at(offset), message });
  const { document, faults } = readYaml(text, lines);
  if (faults.length > 0) return { source: null, problems: faults.map(({ offset, message }) => fail(offset, message)) };
  const plain = plainValue(document);
  if (plain.fault) return { source: null, problems: [fail(plain.fault.offset, plain.fault.message)] };
  const nodeAt = (path: Path): Node | null => nearest(document.contents, path);
  const place = (path: Path) => at(nodeAt(path)?.range?.[0] ?? 0);
  const written = (path: Path) => {
    const range = nodeAt(path)?.range;
    // The first line of what may be a hundred thousand letters.
    return range ? (text.slice(range[0], Math.min(range[1], range[0] + 80)).split("\n")[0] ?? "") : "";
  };
  const read = schema.safeParse(plain.value, { reportInput: true });
  if (read.success) return { source: { file, value: read.data, place, written }, problems: [] };
  const { issues } = read.error;
  const problems = issues.slice(0, MOST_PROBLEMS).flatMap((issue) => shapeProblems(issue, schema, nodeAt, at, written));
  return { source: null, problems: capped(problems, issues.length - MOST_PROBLEMS) };
}

/** The node at the path, or at the longest part of it that was written. */
function nearest(root: Node | null, path: Path): Node | null {
  let node = root;
  for (const key of path) {
    if (!node || isAlias(node) || !("get" in node)) break;
    const child: unknown = node.get(key as never, true);
    if (!isNode(child)) break;
    node = child;
  }
  return node;
}

const NOUN: Record<string, string> = {
  string: "text",
  number: "a number",
  array: "a list",
  object: "a mapping (key: value)",
  record: "a mapping (key: value)",
  boolean: "true or false",
  tuple: "a list of two",
  int: "a whole number",
};
const noun = (type: string): string => NOUN[type] ?? type;
const name = (path: Path): string => (path.length === 0 ? "the file" : `"${path.join(".")}"`);

type Issue = z.core.$ZodIssue;

function shapeProblems(
  issue: Issue,
  schema: z.ZodType,
  nodeAt: (path: Path) => Node | null,
  at: (offset: number) => Place,
  written: (path: Path) => string,
): Problem[] {
  const path = issue.path as Path;
  const problem = (message: string, node = nodeAt(path)): Problem => ({
    severity: "error",
    place: at(node?.range?.[0] ?? 0),
    message,
    offending: written(path),
  });
  if (issue.code === "unrecognized_keys") {
    const holder = nodeAt(path);
    const keys = new Map(isMap(holder) ? holder.items.map((item) => [String(item.key), item.key]) : []);
    const fields = knownFields(schema, path);
    const more = issue.keys.length - MOST_UNKNOWN_FIELDS;
    return issue.keys.slice(0, MOST_UNKNOWN_FIELDS).map((key, index) => {
      const node = keys.get(key);
      const others = more > 0 && index === MOST_UNKNOWN_FIELDS - 1 ? ` And ${more} more unknown fields.` : "";
      const message = `unknown field "${key}" in ${name(path)}.${suggestion(key, fields)}${others}`;
      return problem(message, isNode(node) ? node : holder);
    });
  }
  return [problem(shapeMessage(issue, path))];
}

function shapeMessage(issue: Issue, path: Path): string {
  const missing =
    issue.input === undefined &&
    (issue.code === "invalid_type" || issue.code === "invalid_value" || issue.code === "invalid_union");
  if (missing) return `${name(path)} is missing.`;
  switch (issue.code) {
    case "invalid_type":
      return `${name(path)} should be ${noun(issue.expected)}.`;
    case "invalid_value":
      return `${name(path)} should be ${issue.values.map(String).join(" or ")}.`;
    case "invalid_union":
      return `${name(path)} has the wrong form: ${unionForms(issue)}.`;
    case "too_small":
      return `${name(path)} should have at least ${issue.minimum}${issue.origin === "array" || issue.origin === "string" ? " of them" : ""}.`;
    case "too_big":
      return `${name(path)} is over the limit of ${issue.maximum}.`;
    case "invalid_format":
      return `${name(path)} should be a short name: letters, digits, . _ - (64 at most).`;
    case "invalid_key":
      return `${name(path)} has a key that is no name.`;
    default:
      return `${name(path)}: ${issue.message}.`;
  }
}

function unionForms(issue: Extract<Issue, { code: "invalid_union" }>): string {
  const forms = issue.errors
    .flatMap((errors) => errors.slice(0, 1))
    .map((first) => ("expected" in first ? noun(String(first.expected)) : first.message.toLowerCase()));
  return `it should be ${[...new Set(forms)].join(" or ")}`;
}

/** The field names that the schema knows at a path, for "did you mean". */
function knownFields(schema: z.ZodType, path: Path): string[] {
  let node: unknown = schema;
  for (const key of path) {
    const inner = unwrap(node);
    const shape = (inner as { shape?: Record<string, unknown> }).shape;
    const definition = (inner as { def?: { element?: unknown; valueType?: unknown } }).def;
    node = shape?.[String(key)] ?? definition?.element ?? definition?.valueType;
    if (!node) return [];
  }
  return Object.keys((unwrap(node) as { shape?: object }).shape ?? {});
}

function unwrap(node: unknown): unknown {
  let inner = node;
  while ((inner as { def?: { innerType?: unknown } })?.def?.innerType)
    inner = (inner as { def: { innerType: unknown } }).def.innerType;
  return inner ?? {};
}
