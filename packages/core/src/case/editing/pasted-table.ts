// A block copied from a spreadsheet, as issues, their options and offers: one issue a row, one offer a column.
import { decimalMarkIn, readWrittenNumber } from "../written-number.js";
import { readWrittenOptions, sameName, type WrittenOptions } from "./written-options.js";

/** What a column of a pasted block holds. */
export type ColumnUse = "issue" | "options" | "today" | "no-deal" | "offer" | "nothing";

export interface PastedColumn {
  readonly use: ColumnUse;
  /** Its head, or a name made for an offer without one. */
  readonly name: string;
}

/** One issue, in the words of its cells; null where a cell is empty, or where there is no such column. */
export interface PastedIssue {
  readonly issue: string;
  readonly options: string | null;
  readonly today: string | null;
  readonly noDeal: string | null;
  /** In the order of the offers. */
  readonly choices: readonly (string | null)[];
}

export interface PastedTable {
  readonly offers: readonly string[];
  readonly rows: readonly PastedIssue[];
}

const HEADS: readonly (readonly [ColumnUse, RegExp])[] = [
  ["issue", /^(issues?|topics?|subjects?|items?|points?|clauses?|terms?)$/i],
  ["options", /^(options?|from least to most|choices|range|possible)( .*)?$/i],
  ["today", /^(today|now|current(ly)?|status quo|as it is)( .*)?$/i],
  ["no-deal", /^(no[- ]deal|without a deal|if no deal|fallback|batna)( .*)?$/i],
  ["nothing", /^(notes?|comments?|remarks?|goal|kind|unit)$/i],
];

const headOf = (text: string): ColumnUse | null => HEADS.find(([, form]) => form.test(text.trim()))?.[0] ?? null;

/**
 * What the columns of a block are taken to be, to be looked at and changed before anything is made of it. A first row is a
 * row of heads if one of its cells is a word for a column (Issue, Options, Today, No deal), or its first cell is empty.
 * @param offerName names an offer by its number, where its column has no head
 */
export function columnsOf(
  cells: readonly (readonly string[])[],
  offerName: (number: number) => string,
): { readonly heads: boolean; readonly columns: readonly PastedColumn[] } {
  const [first = []] = cells;
  const width = Math.max(0, ...cells.map((row) => row.length));
  const heads = cells.length > 1 && (first.some((text) => headOf(text) !== null) || (first[0] ?? "").trim() === "");
  let offers = 0;
  const columns = Array.from({ length: width }, (_, column): PastedColumn => {
    const head = heads ? (first[column] ?? "").trim() : "";
    const body = cells.slice(heads ? 1 : 0).map((row) => row[column] ?? "");
    const use = column === 0 && headOf(head) === null ? "issue" : (headOf(head) ?? guessed(body));
    if (use !== "offer") return { use, name: head };
    offers++;
    return { use, name: head || offerName(offers) };
  });
  return { heads, columns };
}

/** A column in which cells hold several options each is one of options; an empty one is nothing; others are offers. */
function guessed(body: readonly string[]): ColumnUse {
  const filled = body.filter((text) => text.trim() !== "");
  if (filled.length === 0) return "nothing";
  const several = filled.filter((text) => {
    const read = readWrittenOptions(text);
    return read.kind !== "list" || read.names.length > 1;
  });
  return several.length * 2 > filled.length ? "options" : "offer";
}

/** The block by its columns. Rows without a name of an issue are left out. */
export function tableOf(
  cells: readonly (readonly string[])[],
  { heads, columns }: { readonly heads: boolean; readonly columns: readonly PastedColumn[] },
): PastedTable {
  const at = (use: ColumnUse) => columns.findIndex((column) => column.use === use);
  const offers = distinct(columns.flatMap(({ use, name }, column) => (use === "offer" ? [{ name, column }] : [])));
  /** Options may stand in one column, or one in each of several. */
  const optionsIn = (row: readonly string[]): string | null => {
    const texts = columns.flatMap(({ use }, column) => (use === "options" ? (cell(row, column) ?? []) : []));
    return texts.length === 0 ? null : texts.join("; ");
  };
  const cell = (row: readonly string[], column: number): string | null => {
    const text = (row[column] ?? "").trim().replace(/[^\S\n]+/g, " ");
    return column < 0 || text === "" ? null : text;
  };
  return {
    offers: offers.map(({ name }) => name),
    rows: cells.slice(heads ? 1 : 0).flatMap((row): PastedIssue[] => {
      const issue = cell(row, at("issue"));
      if (issue === null) return [];
      return [
        {
          issue: issue.replace(/\s+/g, " "),
          options: optionsIn(row),
          today: cell(row, at("today")),
          noDeal: cell(row, at("no-deal")),
          choices: offers.map(({ column }) => cell(row, column)),
        },
      ];
    }),
  };
}

/** Columns of one head are offers of their own. */
const distinct = (offers: readonly { readonly name: string; readonly column: number }[]) =>
  offers.map(({ name, column }, place) => {
    const same = offers.slice(0, place).filter((one) => sameName(one.name, name)).length;
    return { name: same === 0 ? name : `${name} (${same + 1})`, column };
  });

/** A row as it can be taken: its options, and what is chosen of them. */
export interface PastedChoices {
  readonly options: WrittenOptions;
  readonly today: string | null;
  readonly noDeal: string | null;
  readonly choices: readonly (string | null)[];
}

/**
 * The options of a row: those that it lists, and those that an offer, today or no deal names beside them. Where none are
 * listed and all that is named are numbers, they stand in the order of the numbers; else in the order of the columns.
 * @returns a sentence where a number can be read in two ways, or a choice lies outside a range
 */
export function readPastedRow({ issue, options, today, noDeal, choices }: PastedIssue): PastedChoices | string {
  const named = [today, noDeal, ...choices].filter((name) => name !== null);
  const read = options === null ? null : readWrittenOptions(options);
  if (read?.kind === "unclear")
    return read.why === "ambiguous"
      ? `${issue}: "${options}" can be read in two ways. Write ${read.parts.join(" or ")} instead.`
      : `${issue}: "${options}" is no list of options from least to most.`;
  if (read?.kind === "range") return inRange(issue, read, { today, noDeal, choices });
  const listed = [...(read?.names ?? []), ...ordered(named)];
  const names = listed.filter((name, at) => listed.findIndex((one) => sameName(one, name)) === at);
  return { options: { kind: "list", names: names.length > 0 ? names : [issue] }, today, noDeal, choices };
}

/** By their numbers where all begin with one that can be read in one way; else as they came. */
function ordered(names: readonly string[]): string[] {
  const mark = decimalMarkIn(names);
  const numbers = names.map((name) => readWrittenNumber(/^[-−]?[\d.,'’]*\d/.exec(name)?.[0] ?? "", mark));
  if (!numbers.every((one) => one.kind === "number")) return [...names];
  const values = numbers.map((one) => one.value);
  return names
    .map((_, k) => k)
    .sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b)
    .map((k) => names[k] ?? "");
}

function inRange(
  issue: string,
  range: Extract<WrittenOptions, { kind: "range" }>,
  { today, noDeal, choices }: Omit<PastedChoices, "options">,
): PastedChoices | string {
  const problems: string[] = [];
  const step = (name: string | null): string | null => {
    if (name === null) return null;
    const found = readWrittenNumber(/^[-−]?[\d.,'’]*\d/.exec(name)?.[0] ?? "");
    if (found.kind === "ambiguous")
      problems.push(`${issue}: "${name}" can be read in two ways. Write ${found.write.join(" or ")} instead.`);
    if (found.kind === "none") problems.push(`${issue}: "${name}" is no number of its range.`);
    if (found.kind !== "number") return null;
    const steps = (found.value - range.from) / range.step;
    if (found.value < range.from || found.value > range.to || Math.abs(steps - Math.round(steps)) > 1e-6)
      problems.push(`${issue}: ${name} is no step of ${range.from} to ${range.to} by ${range.step}.`);
    return String(found.value);
  };
  const read = { options: range, today: step(today), noDeal: step(noDeal), choices: choices.map(step) };
  return problems[0] ?? read;
}
