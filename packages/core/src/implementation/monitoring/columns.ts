// What observations.csv looks like, for who reads it, writes it and asks for it. To add a column, add a line here.

export const OBSERVATIONS_FILE = "observations.csv";

interface Column {
  readonly name: string;
  /** Nothing can be read of a file that does not name it. */
  readonly needed: boolean;
  /** A new file begins with it; another is added to a file by the first row that says something in it. */
  readonly first: boolean;
  /**
   * Kept as it is written, under its own name: two rows that differ in it say two things (`telling`), or what it says changes
   * nothing (`remark`); `null`: it is read for itself.
   */
  readonly text: "telling" | "remark" | null;
}

/** In the order in which a row has them. */
const COLUMNS = [
  { name: "as_of", needed: true, first: true, text: null },
  { name: "reported_at", needed: false, first: true, text: null },
  { name: "metric", needed: true, first: true, text: null },
  { name: "value", needed: false, first: true, text: null },
  { name: "unit", needed: false, first: true, text: null },
  { name: "qualifier", needed: false, first: true, text: null },
  { name: "source", needed: false, first: true, text: "telling" },
  { name: "note", needed: false, first: true, text: "remark" },
  { name: "by", needed: false, first: false, text: "telling" },
] as const satisfies readonly Column[];

type AnyColumn = (typeof COLUMNS)[number];
export type ObservationColumn = AnyColumn["name"];
export type TextColumn = Exclude<AnyColumn, { readonly text: null }>["name"];

/** What a row has in the columns of text. */
export type TextCells = Readonly<Record<TextColumn, string>>;

const namesWhere = (is: (column: AnyColumn) => boolean): readonly ObservationColumn[] =>
  COLUMNS.filter(is).map(({ name }) => name);

export const OBSERVATION_COLUMNS = namesWhere(() => true);

/** Columns that a new file begins with. */
export const FIRST_COLUMNS = namesWhere(({ first }) => first);

/** Columns that a file gets with the first row that says something in them. */
export const LATER_COLUMNS = namesWhere(({ first }) => !first);

/** Columns without which no row can be read. */
export const NEEDED_COLUMNS = namesWhere(({ needed }) => needed);

export const TEXT_COLUMNS: readonly TextColumn[] = COLUMNS.flatMap((one) => (one.text === null ? [] : [one.name]));

/** Text in which two rows can differ and so say two things. */
export const TELLING_COLUMNS: readonly TextColumn[] = COLUMNS.flatMap((one) =>
  one.text === "telling" ? [one.name] : [],
);

export const byTextColumn = <T>(of: (column: TextColumn) => T): Readonly<Record<TextColumn, T>> =>
  Object.fromEntries(TEXT_COLUMNS.map((column) => [column, of(column)])) as Record<TextColumn, T>;

export const byColumn = <T>(of: (column: ObservationColumn) => T): Readonly<Record<ObservationColumn, T>> =>
  Object.fromEntries(OBSERVATION_COLUMNS.map((column) => [column, of(column)])) as Record<ObservationColumn, T>;

/** The name that is meant by a cell of the first line: `As of`, `as-of`. */
export const columnName = (cell: string): string => cell.toLowerCase().replace(/[\s-]+/g, "_");
