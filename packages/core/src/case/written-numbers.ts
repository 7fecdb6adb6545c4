// Numbers of issues that are written between their steps, in the files that every side reads: offers, statements, what is
// on the table. Where any number may be agreed each of them becomes an option. What only one side's files say is no
// source: it would show in the answers of the others.
import { isDate } from "./calendar.js";
import type { PartialDate } from "./dates.js";
import type { AgreementDocument, CaseDocument, RecordDocument } from "./schema.js";

/** What an issue comes to by years, as an offer writes it. */
export interface YearPlan {
  readonly years: readonly number[];
}

export const isYearPlan = (written: unknown): written is YearPlan =>
  typeof written === "object" && written !== null && !Array.isArray(written) && "years" in written;

/** A number that stands in quotation marks is one all the same. */
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** Whether a number lies at one of the steps of a range. */
export function isAtStep(value: number, from: number, step: number): boolean {
  const steps = (value - from) / step;
  return Math.abs(steps - Math.round(steps)) < 1e-6;
}

export type ByYear = "compound" | "sum";

/**
 * What a plan by years comes to in all, to two decimals: per cent a year that compound (11, 3 and 5 % make 20.05 %), or
 * amounts that add up.
 */
export function planTotal(years: readonly number[], how: ByYear): number {
  const total =
    how === "sum"
      ? years.reduce((sum, year) => sum + year, 0)
      : 100 * (years.reduce((product, year) => product * (1 + year / 100), 1) - 1);
  return Math.round(100 * total) / 100;
}

/** A number of an issue, or a plan by years, and the day on which it was said; null where the entry has no day of its own. */
export interface WrittenNumber {
  readonly value: number | YearPlan;
  readonly on: PartialDate | null;
}

interface Documents {
  readonly case: CaseDocument;
  readonly record: RecordDocument | null;
  readonly agreement: AgreementDocument | null;
}

/** Issue → the numbers, and the plans by years, that the files of every side say of it. */
export function writtenNumbers(documents: Documents): ReadonlyMap<string, readonly WrittenNumber[]> {
  const found = new Map<string, WrittenNumber[]>();
  const add = (on: PartialDate | null, issue: string | undefined, ...values: readonly unknown[]) => {
    if (issue === undefined) return;
    const own = found.get(issue) ?? [];
    for (const value of values.flat()) {
      const number = typeof value === "string" && NUMBER.test(value) ? Number(value) : value;
      if (isYearPlan(number) || typeof number === "number") own.push({ value: number, on });
    }
    found.set(issue, own);
  };
  const addAll = (on: PartialDate | null, of: unknown) => {
    if (typeof of === "object" && of !== null) for (const [issue, value] of Object.entries(of)) add(on, issue, value);
  };
  for (const { id, today } of documents.case.issues)
    add(null, id, Array.isArray(today) ? today.map(({ option }) => option) : today);
  const { noDeal } = documents.case;
  for (const one of Array.isArray(noDeal) ? noDeal.map((entry) => entry.package) : [noDeal]) addAll(null, one);
  for (const { otherwise } of documents.case.deadlines ?? []) addAll(null, otherwise);
  for (const { when, needs, never } of documents.case.rules ?? [])
    for (const one of [when, needs, never]) addAll(null, one);
  for (const { components } of documents.case.terms ?? [])
    for (const { issue, atLeast, atMost, exactly } of components) add(null, issue, atLeast, atMost, exactly);
  for (const { date, stances } of documents.record?.statements ?? [])
    for (const { issue, option, range, not } of stances ?? []) add(dated(date), issue, option, range, not);
  for (const offer of documents.record?.offers ?? [])
    for (const one of [offer.package, offer.if, offer.ranges]) addAll(dated(offer.date), one);
  addAll(null, documents.agreement?.onTheTable);
  for (const { issue, from, to } of documents.agreement?.commitments ?? []) add(null, issue, from, to);
  return found;
}

const dated = (date: string | number): PartialDate | null => (isDate(String(date)) ? String(date) : null);
