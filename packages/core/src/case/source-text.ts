// A YAML file read against its schema, with the line and column of every value so that problems can point to their
// place.
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node } from "yaml";
import type { z } from "zod";
import { fieldsOf, formWords, schemasAt } from "./form-words.js";
import type { Path } from "./path.js";
import { capped, MOST_PROBLEMS, type Place, type Problem, suggestion } from "./problems.js";
import { salvaged } from "./salvage.js";
import { plainValue, readYaml } from "./yaml-document.js";

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

/** What is left of a file with problems of form, for finding the others, and the lists that lost items. */
export interface PartOfText<T> {
  readonly source: SourceText<T>;
  readonly lists: ReadonlySet<string>;
}

/**
 * Reads one YAML file against its schema.
 * @returns all problems of the file at once, or the value with its places; with problems of form, what is left beside them
 */
export function readSource<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): { source: SourceText<z.output<S>> | null; problems: Problem[]; part?: PartOfText<z.output<S>> | undefined } {
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
  const left = salvaged(plain.value, issues, schema);
  const again = left ? schema.safeParse(left.value) : null;
  const part =
    left && again?.success
      ? {
          lists: left.lists,
          source: {
            file,
            value: again.data,
            place: (path: Path) => place(left.asWritten(path)),
            written: (path: Path) => written(left.asWritten(path)),
          },
        }
      : undefined;
  return { source: null, problems: capped(problems, issues.length - MOST_PROBLEMS), part };
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
    const fields = fieldsOf(schemasAt(schema, path));
    const more = issue.keys.length - MOST_UNKNOWN_FIELDS;
    return issue.keys.slice(0, MOST_UNKNOWN_FIELDS).map((key, index) => {
      const node = keys.get(key);
      const others = more > 0 && index === MOST_UNKNOWN_FIELDS - 1 ? ` And ${more} more unknown fields.` : "";
      const message = `unknown field "${key}" in ${name(path)}.${suggestion(key, fields)}${others}`;
      return problem(message, isNode(node) ? node : holder);
    });
  }
  const inner = issue.code === "invalid_union" && issue.input !== undefined ? fittingBranch(issue) : null;
  if (inner)
    return inner.flatMap((one) =>
      shapeProblems({ ...one, path: [...issue.path, ...one.path] }, schema, nodeAt, at, written),
    );
  return [
    problem(issue.code === "too_big" ? limitMessage(issue, path, nodeAt(path)) : shapeMessage(issue, path, schema)),
  ];
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

/** Of several forms the one that was meant: the only one that fits by its outermost part; what is wrong lies within. */
function fittingBranch(issue: Extract<Issue, { code: "invalid_union" }>): readonly Issue[] | null {
  const within = issue.errors.filter((errors) => errors.every((one) => one.path.length > 0 || !isOfKind(one)));
  return within.length === 1 ? (within[0] ?? null) : null;
}

const isOfKind = ({ code }: Issue): boolean =>
  code === "invalid_type" || code === "invalid_union" || code === "invalid_value";

function shapeMessage(issue: Issue, path: Path, schema: z.ZodType): string {
  const wrongKind = isOfKind(issue);
  if (wrongKind && issue.input === undefined) return `${name(path)} is missing.`;
  if (wrongKind) return `${name(path)} should be ${formWords(schemasAt(schema, path))}.`;
  switch (issue.code) {
    case "too_small":
      if (issue.origin === "number" && !issue.inclusive) return `${name(path)} should be above ${issue.minimum}.`;
      return `${name(path)} should have at least ${issue.minimum}${issue.origin === "array" || issue.origin === "string" ? " of them" : ""}.`;
    case "invalid_format":
      return `${name(path)} should be a short name: letters, digits, . _ - (64 at most).`;
    case "invalid_key":
      return `${name(path)} has a key that is no name.`;
    default:
      return `${name(path)}: ${issue.message}.`;
  }
}
