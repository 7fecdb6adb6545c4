import type { Roadmap } from "@parley/core";
import { stringify } from "csv-stringify/sync";

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
    step.by ?? "",
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
  // A cell that begins like a formula is none.
  return stringify([[...TABLE_HEAD], ...rows], { escape_formulas: true });
}
