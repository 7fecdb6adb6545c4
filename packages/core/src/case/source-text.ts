import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { type Place, type Problem, suggestion } from "./problems.js";

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

const ALIAS_LIMIT = 50;
const MOST_UNKNOWN_FIELDS = 20;

/** After the first few, a broken file's syntax errors are echoes of one another. */
const MOST_SYNTAX_PROBLEMS = 5;

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
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
    const found = [...document.errors, ...document.warnings];
    if (found.some(({ message }) => /call stack/i.test(message))) return { source: null, problems: [tooDeep(fail)] };
    if (found.length > 0) {
      const shown = found
        .slice(0, MOST_SYNTAX_PROBLEMS)
        .map((error) => fail(error.pos[0], yamlMessage(error.code, error.message)));
      return { source: null, problems: shown };
    }
    const stray = protoKey(document);
    if (stray !== null)
      return { source: null, problems: [fail(stray, '"__proto__" cannot be a name here. Choose another.')] };
    const value: unknown = document.toJS({ maxAliasCount: ALIAS_LIMIT }) ?? {};
    const nodeAt = (path: Path): Node | null => nearest(document.contents, path);
    const place = (path: Path) => at(nodeAt(path)?.range?.[0] ?? 0);
    const written = (path: Path) => {
      const range = nodeAt(path)?.range;
      return range ? (text.slice(range[0], range[1]).split("\n")[0] ?? "").slice(0, 80) : "";
    };
    const read = schema.safeParse(value, { reportInput: true });
    if (read.success) return { source: { file, value: read.data, place, written }, problems: [] };
    const problems = read.error.issues.flatMap((issue) => shapeProblems(issue, schema, nodeAt, at, written));
    return { source: null, problems };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/unresolved alias/i.test(message))
      return {
        source: null,
        problems: [fail(0, "uses an alias (*name) whose anchor (&name) is nowhere. Write the part out.")],
      };
    if (/alias/i.test(message))
      return {
        source: null,
        problems: [fail(0, `aliases repeat too much of the file (${ALIAS_LIMIT} at most). Write the parts out.`)],
      };
    if (error instanceof RangeError) return { source: null, problems: [tooDeep(fail)] };
    throw error;
  }
}

/** Where a key `__proto__` stands: it would vanish on the way to a JavaScript object. */
function protoKey(document: ReturnType<typeof parseDocument>): number | null {
  let found: number | null = null;
  visit(document, {
    Pair: (_, { key }) => {
      if (!isScalar(key) || key.value !== "__proto__") return undefined;
      found = key.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

const tooDeep = (fail: (offset: number, message: string) => Problem) =>
  fail(0, "is nested too deeply to be a case file. Flatten it.");

function yamlMessage(code: string, message: string): string {
  const plain = message.split("\n")[0] ?? message;
  if (code === "DUPLICATE_KEY") return "the same key stands twice here; keep one of them.";
  if (code === "MULTIPLE_DOCS") return "holds several YAML documents (---); a case file is one.";
  if (code === "TAB_AS_INDENT") return "is indented with a tab; YAML wants spaces.";
  return `is not valid YAML: ${plain.charAt(0).toLowerCase()}${plain.slice(1)}.`.replace("..", ".");
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
  return [problem(issue.code === "too_big" ? limitMessage(issue, path, nodeAt(path)) : shapeMessage(issue, path))];
}

/** The limit, what was found, and what to do. */
function limitMessage({ maximum }: Extract<Issue, { code: "too_big" }>, path: Path, node: Node | null): string {
  const whole = (count: number | bigint) => count.toLocaleString("en-US");
  if (isSeq(node))
    return `${name(path)} has ${whole(node.items.length)} entries; ${whole(maximum)} is the limit. Leave out what is settled, put together what belongs together, or make two cases of it.`;
  const value = isScalar(node) ? node.value : null;
  if (typeof value === "string")
    return `${name(path)} has ${whole(value.length)} characters; ${whole(maximum)} is the limit. Make it shorter.`;
  return `${name(path)} is over the limit of ${maximum}.`;
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
