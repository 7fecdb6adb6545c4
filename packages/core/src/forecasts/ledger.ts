// A record of forecasts: what was held to be how likely on which day, and what came of it. A table (CSV) that a team keeps over all of its
// cases and can open in a spreadsheet.
import { parse } from "csv-parse/browser/esm/sync";
import { type Day, done, isDay, misused, type Outcome, type Problem } from "../case/index.js";

export type Outcomes = "yes" | "no" | "void";

export interface Forecast {
  readonly id: string;
  /** The day on which it was made. */
  readonly made: Day;
  /** Whose it is: `Parley`, or a person's name. */
  readonly by: string;
  /** What would come true: a full sentence. */
  readonly question: string;
  /** The last day on which it can come true. */
  readonly due: Day;
  /** 0–1, with the range that was stated; the same three where one figure was. */
  readonly probability: number;
  readonly low: number;
  readonly high: number;
  /** The case and the version of it that it rests on; empty where it rests on none. */
  readonly case: string;
  readonly digest: string;
  /** Void: it can no longer be told, or was badly put. Null while it is open. */
  readonly outcome: Outcomes | null;
  readonly settled: Day | null;
}

const COLUMNS = [
  "id",
  "made",
  "by",
  "question",
  "due",
  "probability",
  "low",
  "high",
  "case",
  "digest",
  "outcome",
  "settled",
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

export const MOST_FORECASTS = 10_000;
const MOST_TEXT = 1000;

/** @returns every forecast that can be read, and every problem with its line; where there is a problem, nothing should be written */
export function readLedger(
  file: string,
  text: string,
): { readonly forecasts: readonly Forecast[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const wrong = (line: number, message: string) =>
    problems.push({ severity: "error", place: { file, line, column: 1 }, message });
  let head: readonly string[] = [];
  let rows: readonly { readonly record: Row; readonly info: { readonly lines: number } }[];
  try {
    rows = parse(text, {
      bom: true,
      columns: (names: readonly string[]) => {
        head = names;
        return [...names];
      },
      delimiter: delimiterIn(text),
      info: true,
      // Spreadsheets leave out empty cells at the end of a row; one cell too many would be lost when the record is written again.
      relax_column_count_less: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof rows;
  } catch (error) {
    wrong(1, `cannot be read as a table: ${error instanceof Error ? error.message : String(error)}.`);
    return { forecasts: [], problems };
  }
  if (rows.length > MOST_FORECASTS) {
    wrong(1, `has more than ${MOST_FORECASTS} forecasts. Begin another file.`);
    return { forecasts: [], problems };
  }
  if (text.trim() === "") return { forecasts: [], problems };
  const lacks = COLUMNS.slice(0, 6).filter((column) => !head.includes(column));
  if (lacks.length > 0) wrong(1, `lacks the columns ${lacks.join(", ")} in its first line.`);
  // What is not known would be lost when the record is written again.
  const more = head.filter((name) => !COLUMNS.some((column) => column === name));
  if (lacks.length === 0 && more.length > 0)
    wrong(1, `has the columns ${more.join(", ")}, which are none of a record's. Keep them in a file of their own.`);
  if (problems.length > 0) return { forecasts: [], problems };
  const known = new Set<string>();
  const forecasts = rows.flatMap(({ record, info: { lines } }) => {
    const read = forecastOf(record);
    if (typeof read === "string") {
      wrong(lines, read);
      return [];
    }
    if (known.has(read.id)) {
      wrong(lines, `the id "${read.id}" stands there twice. Give one of them another.`);
      return [];
    }
    known.add(read.id);
    return [read];
  });
  return { forecasts, problems };
}

/** What parts the columns: spreadsheets in languages with a decimal comma save with semicolons. */
function delimiterIn(text: string): string {
  const [head = ""] = text.split(/[\r\n]/, 1);
  const count = (one: string) => head.split(one).length;
  return [";", "\t"].find((one) => count(one) > count(",")) ?? ",";
}

/** A row as a forecast, or what is wrong with it. */
function forecastOf(row: Row): Forecast | string {
  const text = (column: (typeof COLUMNS)[number]): string => row[column] ?? "";
  const long = COLUMNS.find((column) => text(column).length > MOST_TEXT);
  if (long) return `${long} is longer than ${MOST_TEXT} characters.`;
  for (const column of ["id", "by", "question"] as const) if (text(column) === "") return `says no ${column}.`;
  for (const column of ["made", "due"] as const)
    if (!isDay(text(column))) return `"${text(column)}" under ${column} is no day. Write 2019-02-24.`;
  const probability = shareIn(text("probability"));
  const low = text("low") === "" ? probability : shareIn(text("low"));
  const high = text("high") === "" ? probability : shareIn(text("high"));
  if (probability === null || low === null || high === null)
    return "a probability is no per cent from 0 to 100, such as 70 or 70 %.";
  if (low > probability || probability > high) return "the probability does not lie between low and high.";
  if (text("due") < text("made")) return `it was due on ${text("due")}, before it was made.`;
  const outcome = text("outcome").toLowerCase();
  if (!isOutcome(outcome) && outcome !== "")
    return `"${text("outcome")}" is no outcome. Write yes, no or void, or nothing while it is open.`;
  const settled = text("settled");
  if (settled !== "" && !isDay(settled)) return `"${settled}" under settled is no day. Write 2019-02-24.`;
  if ((outcome === "") !== (settled === ""))
    return "an outcome and the day on which it was settled stand together or not at all.";
  if (settled !== "" && settled < text("made")) return `it was settled on ${settled}, before it was made.`;
  return {
    id: text("id"),
    made: text("made"),
    by: text("by"),
    question: text("question"),
    due: text("due"),
    probability,
    low,
    high,
    case: text("case"),
    digest: text("digest"),
    outcome: isOutcome(outcome) ? outcome : null,
    settled: settled === "" ? null : settled,
  };
}

const isOutcome = (text: string): text is Outcomes => text === "yes" || text === "no" || text === "void";

/** A share of what is written in per cent; null where it is none. */
function shareIn(text: string): number | null {
  const found = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/.exec(text)?.[1];
  const value = found === undefined ? Number.NaN : Number(found.replace(",", "."));
  // In steps that come out even: 20.6 ÷ 100 does not.
  return value >= 0 && value <= 100 ? Math.round(value * 1e6) / 1e8 : null;
}

/** As a table that a spreadsheet opens. Probabilities are in per cent. */
export const ledgerWritten = (forecasts: readonly Forecast[]): string =>
  [COLUMNS.join(","), ...forecasts.map((one) => COLUMNS.map((column) => cell(one, column)).join(","))]
    .join("\n")
    .concat("\n");

function cell(forecast: Forecast, column: (typeof COLUMNS)[number]): string {
  const value = forecast[column];
  const text = typeof value === "number" ? `${Math.round(1000 * value) / 10}` : (value ?? "");
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @returns the forecasts with one more, under the next number; refused where it cannot be put so */
export function addedTo(
  forecasts: readonly Forecast[],
  one: Omit<Forecast, "id" | "outcome" | "settled">,
): Outcome<readonly Forecast[]> {
  if (forecasts.length >= MOST_FORECASTS)
    return misused(`the file holds ${MOST_FORECASTS} forecasts already. Begin another.`);
  const next = 1 + Math.max(0, ...forecasts.map(({ id }) => (/^\d{1,9}$/.test(id) ? Number(id) : 0)));
  const whole: Forecast = { ...one, id: `${next}`, outcome: null, settled: null };
  // What is written must be read again as it is.
  const wrong = forecastOf(
    Object.fromEntries(
      COLUMNS.map((column) => [
        column,
        typeof whole[column] === "number" ? `${100 * (whole[column] as number)}` : (whole[column] ?? ""),
      ]),
    ),
  );
  if (typeof wrong === "string") return misused(wrong);
  return done([...forecasts, whole]);
}

/** @returns the forecasts with what came of one; refused where there is none of this id, or it is settled already */
export function settledIn(
  forecasts: readonly Forecast[],
  id: string,
  outcome: Outcomes,
  on: Day,
): Outcome<readonly Forecast[]> {
  const found = forecasts.find((one) => one.id === id);
  if (!found) return misused(`there is no forecast "${id}".`);
  if (found.outcome !== null)
    return misused(
      `forecast ${id} was settled on ${found.settled} already (${found.outcome}). To mend a mistake, edit the file.`,
    );
  if (on < found.made) return misused(`forecast ${id} was made on ${found.made}; it cannot be settled on ${on}.`);
  if (outcome === "no" && on <= found.due)
    return misused(`forecast ${id} can come true until ${found.due}. Settle it as no from the day after, or as void.`);
  return done(forecasts.map((one) => (one === found ? { ...one, outcome, settled: on } : one)));
}
