// Writes a roadmap as a CSV table for spreadsheets, with one row for each commitment.
import type { Roadmap } from "@parley/core/internal";
import { csvText } from "../scenarios/index.js";

export const TABLE_HEAD = [
  "id",
  "by",
  "what",
  "article",
  "start",
  "end",
  "known",
  "due",
  "after",
  "verified by",
  "marking",
] as const;

/** The plan as a table: a row a commitment, days as ISO writes them. */
export function planTable({ steps, marking }: Roadmap): string {
  const rows = steps.map((step) => [
    step.id,
    step.by.join(" "),
    step.text,
    step.article ?? "",
    step.start,
    step.end,
    step.known,
    step.due ?? "",
    step.after.join(" "),
    step.method ?? "",
    marking,
  ]);
  return tableText([[...TABLE_HEAD], ...rows]);
}

/** For spreadsheets: a cell that begins like a formula is none. */
export const tableText = (rows: readonly (readonly string[])[]): string => csvText(rows, { escape_formulas: true });
