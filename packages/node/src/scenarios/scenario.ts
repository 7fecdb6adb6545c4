// A scenario of the field: issues with options, and what each party gives for them as plain numbers. Every format is
// read into this and written from it.
import type { z } from "zod";
import { Unreadable } from "../documents/index.js";

export { Unreadable };

/** One party's preferences: value = Σ weight × score, on whatever scale its format has; reservation on the same scale. */
export interface ScenarioParty {
  readonly name: string;
  /** One an issue. */
  readonly weights: readonly number[];
  /** One an issue, one an option. */
  readonly scores: readonly (readonly number[])[];
  /** Null where the file gives none. */
  readonly reservation: number | null;
  /** What was left out of this party's own numbers, or taken to mean something. As confidential as they are. */
  readonly notes: readonly string[];
}

export interface ScenarioIssue {
  readonly name: string;
  readonly options: readonly string[];
  /** The options are the numbers from `from` to `to` at this step. */
  readonly numeric: { readonly from: number; readonly to: number; readonly step: number } | null;
}

export interface Scenario {
  readonly title: string;
  readonly issues: readonly ScenarioIssue[];
  readonly parties: readonly ScenarioParty[];
}

/** What one file holds: issues alone (a domain), or issues with one party's preferences. */
export interface ScenarioPart {
  readonly file: string;
  readonly title: string | null;
  readonly issues: readonly ScenarioIssue[];
  readonly party: ScenarioParty | null;
  /** What was left out of the issues, or taken to mean something; it tells nothing of what a party wants. */
  readonly notes: readonly string[];
}

const MOST_ISSUES = 200;
export const MOST_OPTIONS = 1001;

/** Refuses what is larger than a case may be. */
export function expectBounded(issues: readonly ScenarioIssue[]): void {
  if (issues.length === 0) throw new Unreadable("it has no issues");
  if (issues.length > MOST_ISSUES) throw new Unreadable(`it has ${issues.length} issues; ${MOST_ISSUES} is the limit`);
  for (const { name, options } of issues) {
    if (options.length === 0) throw new Unreadable(`issue "${name}" has no options`);
    if (options.length > MOST_OPTIONS)
      throw new Unreadable(`issue "${name}" has ${options.length} options; ${MOST_OPTIONS} is the limit`);
  }
}

/** A whole number of steps between two of the numbers that are kept, so that at most a thousand steps are left. */
function strideOf(steps: number): number {
  const least = Math.ceil(steps / (MOST_OPTIONS - 1));
  // One that arrives at the end is worth a few options fewer.
  for (let stride = least; stride < 8 * least; stride++) if (steps % stride === 0) return stride;
  return least;
}

/** The numbers of a range at a step that keeps them within the limit; a note where the step is not the file's own. */
export function numbersBetween(
  name: string,
  from: number,
  to: number,
  step: number | null,
  notes: string[],
): ScenarioIssue {
  if (!Number.isFinite(from) || !Number.isFinite(to) || to < from)
    throw new Unreadable(`issue "${name}" runs from ${from} to ${to}`);
  const asked = step !== null && step > 0 ? step : (to - from) / 100 || 1;
  const steps = Math.floor((to - from) / asked + 1e-9);
  const stride = strideOf(steps);
  const used = Number((asked * stride).toPrecision(12));
  if (step === null && to > from)
    notes.push(`issue "${name}" is continuous: taken at steps of ${used}, straight lines between`);
  else if (stride > 1) notes.push(`issue "${name}" has ${steps + 1} numbers: only those at steps of ${used} are taken`);
  const count = Math.floor(steps / stride) + 1;
  const numbers = Array.from({ length: count }, (_, k) => Number((from + k * used).toPrecision(12)));
  const options = numbers.map(String);
  const [single] = options;
  // A range of one number is an option, not a range.
  if (count === 1) return { name, options: [single ?? String(from)], numeric: null };
  return { name, options, numeric: { from, to: numbers.at(-1) ?? to, step: used } };
}

/** A party is called as its file is. */
export const nameOf = (file: string): string => (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[^.]*$/, "");

/** A name for the file of the domain, short enough for any disk and no party's. */
export function domainName(title: string, parties: readonly { readonly name: string }[]): string {
  let name = `${title.slice(0, 40).trim()}-domain`;
  while (parties.some((party) => party.name.toLowerCase() === name.toLowerCase())) name += "-";
  return name;
}

/** A name as a person reads it: what differs in blanks alone is the same. */
export const tidied = (name: string): string => name.replace(/[\s\u00a0\u200b\ufeff]+/g, " ").trim();

/** What two names have in common that a person takes for the same: blanks and case do not count. */
export const keyOf = (name: string): string => tidied(name).normalize("NFKC").toLowerCase();

/** A JSON value in the form that is wanted. @throws Unreadable with the place of the first fault */
export function parsed<T>(schema: z.ZodType<T>, json: unknown): T {
  const found = schema.safeParse(json);
  if (found.success) return found.data;
  const [first] = found.error.issues;
  throw new Unreadable(`at ${first?.path.join(".") || "its top"}: ${first?.message ?? "it has another form"}`);
}
