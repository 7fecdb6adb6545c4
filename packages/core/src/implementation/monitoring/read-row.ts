// One row of observations.csv: what its cells say, or the first thing that is wrong with them, with the column of it.
import { type Case, PROOFS, suggestion, unitFactor } from "../../case/index.js";
import { unitText } from "../../wording/index.js";
import { type ObservationRow, QUALIFIERS, type Qualifier, spanReader } from "./book.js";
import { byTextColumn, type ObservationColumn } from "./columns.js";
import { readFigure, type WrittenFigure } from "./read-figure.js";

/** What rows can speak of. */
export type Spoken = Pick<Case, "metrics" | "obligations" | "powers" | "parties">;

/** A row with the first and last day that it is of, and the day on which it was known; or what is wrong with it. */
export type ReadRow =
  | { readonly row: ObservationRow; readonly asOf: Span; readonly reported: number }
  | { readonly column: ObservationColumn; readonly problem: string };

type Span = readonly [first: number, last: number];
type Cell = (column: ObservationColumn) => string;

/** What the cells of a row were read as; null where they could not be. */
interface Cells {
  readonly cell: Cell;
  readonly asOf: Span | null;
  readonly reported: Span | null;
  readonly qualifier: Qualifier | null;
  readonly figure: ReturnType<typeof readFigure>;
}

/** What the agreement says of the names that rows use. */
interface Known {
  readonly unitOf: ReadonlyMap<string, Pick<Case["metrics"][number], "unit" | "enrichment">>;
  readonly events: ReadonlySet<string>;
  readonly doers: ReadonlySet<string>;
  readonly isConvertible: (metric: string, unit: string) => boolean;
}

type Check = (row: Cells, known: Known) => string | null | false;

/** What can be wrong with a row and in which column, in the order in which it is said. */
const CHECKS: readonly (readonly [ObservationColumn, Check])[] = [
  [
    "as_of",
    ({ asOf, cell }) => asOf === null && `as_of "${cell("as_of")}" is no date. Write 2019, 2019-02 or 2019-02-24.`,
  ],
  [
    "reported_at",
    ({ reported, cell }) =>
      reported === null &&
      `reported_at "${cell("reported_at")}" is no date. Write 2019, 2019-02 or 2019-02-24, or leave it out.`,
  ],
  ["metric", ({ cell }) => cell("metric") === "" && "names no metric. Say what the row is about."],
  [
    "qualifier",
    ({ qualifier, cell }) =>
      qualifier === null && `unknown qualifier "${cell("qualifier")}".${suggestion(cell("qualifier"), QUALIFIERS)}`,
  ],
  ["value", ({ figure }) => "problem" in figure && figure.problem],
  [
    "value",
    (row) =>
      isFigure(row) &&
      "value" in row.figure &&
      row.figure.value === null &&
      `a figure that is ${row.qualifier} has no value. Write one, or what happened as the qualifier.`,
  ],
  [
    "metric",
    (row, { unitOf, events }) =>
      isFigure(row) &&
      !unitOf.has(row.cell("metric")) &&
      events.has(row.cell("metric")) &&
      `"${row.cell("metric")}" is no metric, so it has no figures. Write what happened to it: ${QUALIFIERS.slice(PROOFS.length).join(", ")}.`,
  ],
  ["value", ({ figure, cell }, { unitOf }) => figure.percent && percentProblem(cell("metric"), cell("unit"), unitOf)],
  [
    "unit",
    ({ cell }) =>
      /^[\d.,\s]+$/.test(cell("unit")) &&
      `"${cell("unit")}" is a number and no unit. Write a number without marks between its thousands, and a point before its decimals.`,
  ],
  [
    "unit",
    (row, { isConvertible, unitOf }) =>
      isFigure(row) &&
      !isConvertible(row.cell("metric"), row.cell("unit")) &&
      `"${row.cell("unit")}" cannot be turned into "${unitOf.get(row.cell("metric"))?.unit}", the unit of ${row.cell("metric")}.`,
  ],
  [
    "by",
    ({ cell }, { doers }) =>
      cell("by") !== "" &&
      !doers.has(cell("by")) &&
      `unknown party "${cell("by")}".${suggestion(cell("by"), [...doers])} Leave it out where nobody knows who did it.`,
  ],
];

/** Reads the cells of one row after another: what dates and units mean is worked out once. */
export function cellReader(spoken: Spoken): (cell: Cell, line: number) => ReadRow {
  const known = knownIn(spoken);
  const spanOf = spanReader();
  return (cell, line) => {
    const asOf = spanOf(cell("as_of"));
    const reported = cell("reported_at") === "" ? asOf : spanOf(cell("reported_at"));
    const qualifier = readQualifier(cell("qualifier"));
    const figure = readFigure(cell("value"));
    const cells: Cells = { cell, asOf, reported, qualifier, figure };
    for (const [column, check] of CHECKS) {
      const problem = check(cells, known);
      if (problem) return { column, problem };
    }
    if (asOf === null || reported === null || qualifier === null || "problem" in figure)
      throw new Error(`line ${line} passed its checks and was not read`);
    return { row: rowOf(cell, line, qualifier, figure), asOf, reported: reported[1] };
  };
}

const rowOf = (
  cell: Cell,
  line: number,
  qualifier: Qualifier,
  { value, comparator }: WrittenFigure,
): ObservationRow => ({
  line,
  asOf: cell("as_of"),
  reportedAt: cell("reported_at"),
  assumed: cell("reported_at") === "",
  metric: cell("metric"),
  value,
  comparator,
  unit: cell("unit"),
  qualifier,
  ...byTextColumn(cell),
});

function knownIn({ metrics, obligations, powers, parties }: Spoken): Known {
  const unitOf = new Map(metrics.map(({ id, unit, enrichment }) => [id, { unit, enrichment }]));
  const converted = new Map<string, boolean>();
  const isConvertible = (metric: string, unit: string): boolean => {
    const own = unitOf.get(metric);
    if (!own || unit === "" || own.unit === null) return true;
    const key = `${metric}\n${unit}`;
    const kept = converted.get(key);
    if (kept !== undefined) return kept;
    const found = unitFactor(unit, own.unit, own.enrichment ?? undefined) !== null;
    converted.set(key, found);
    return found;
  };
  return {
    unitOf,
    events: new Set([...obligations, ...powers].map(({ id }) => id)),
    doers: new Set(parties.map(({ id }) => id)),
    isConvertible,
  };
}

const isFigure = ({ qualifier }: Cells): boolean => PROOFS.some((proof) => proof === qualifier);

/** `60%` says its unit in the cell of the value: that must be what the row and the metric say. */
function percentProblem(metric: string, unit: string, unitOf: Known["unitOf"]): string | null {
  const own = unitOf.get(metric);
  const stated = unit !== "" ? unit : (own?.unit ?? "");
  if (stated !== "" && unitFactor("%", stated) !== null) return null;
  if (stated === "")
    return `is in per cent, and ${own ? `metric "${metric}" has no unit` : `"${metric}" is no metric with a unit`}. Give the metric the unit %, or write the number alone.`;
  return `is in per cent, and ${unit !== "" ? "the unit of the row" : `the unit of ${metric}`} is "${unitText(stated)}". Write the number in that unit, or the unit in its own column.`;
}

const readQualifier = (written: string): Qualifier | null => {
  const word = written.toLowerCase();
  if (word === "") return "reported";
  return QUALIFIERS.find((one) => one === word) ?? null;
};
