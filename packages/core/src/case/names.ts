// The lookup of names that case files refer to (parties, issues, options, terms), with an error and a suggestion where
// one is unknown.
import type { Path } from "./path.js";
import { suggestion } from "./problems.js";
import type { Reporter } from "./reporter.js";
import type { Conditions, Issue, Package, Party } from "./types.js";

/** What can be pointed to from anywhere in a case. */
export interface Targets {
  readonly parties: ReadonlyMap<string, Party>;
  readonly issues: readonly Issue[];
  readonly issueAt: ReadonlyMap<string, number>;
  readonly goals: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
}

type OptionText = string | number;

/** What a mapping that a person wrote holds under a key, and never what JavaScript holds under it (`constructor`). */
export function own<T>(written: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(written, key) ? written[key] : undefined;
}

/**
 * `"x" is no y`, or silently true. Give a `Set` where names and those who point to them may be many.
 * @param kinds the kinds of things that the names are of: where not all of one could be read, none is called unknown
 */
export function expectName(
  report: Reporter,
  path: Path,
  what: string,
  written: string,
  names: Iterable<string>,
  kinds: readonly string[] = [what],
): boolean {
  if (names instanceof Set ? names.has(written) : includes(names, written)) return true;
  // Its list has an error that was said already; this may be no other than what that hides.
  if (kinds.some((kind) => report.unsure?.has(kind))) return false;
  report.error(path, () => `unknown ${what} "${written}".${suggestion(written, [...names])}`);
  return false;
}

function includes(names: Iterable<string>, written: string): boolean {
  for (const name of names) if (name === written) return true;
  return false;
}

/** The terms cited, each of them known. */
export function expectTerms(
  report: Reporter,
  path: Path,
  terms: readonly string[] = [],
  { terms: known }: Pick<Targets, "terms">,
): string[] {
  return terms.filter((term, index) => expectName(report, [...path, "terms", index], "term", term, known));
}

/** The issue's position, or null with a problem. */
export function findIssue(
  report: Reporter,
  path: Path,
  written: string,
  names: Pick<Targets, "issueAt">,
): number | null {
  const found = names.issueAt.get(written);
  if (found === undefined) expectName(report, path, "issue", written, [...names.issueAt.keys()]);
  return found ?? null;
}

/** The option's position in the issue, or null with a problem. */
export function findOption(
  report: Reporter,
  path: Path,
  written: OptionText,
  issue: Pick<Issue, "id" | "options">,
): number | null {
  const position = issue.options.findIndex((option) => option.id === String(written));
  if (position >= 0) return position;
  if (report.unsure?.has("option")) return null;
  report.error(path, () => `unknown option "${written}" in issue ${issue.id}.${optionHint(String(written), issue)}`);
  return null;
}

/** The options beside a number, where all of them are numbers; else the one whose name is nearest. */
function optionHint(written: string, { options }: Pick<Issue, "options">): string {
  const ids = options.map(({ id }) => id);
  const [value, numbers] = [Number(written), ids.map(Number).sort((a, b) => a - b)];
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined || ![value, ...numbers].every(Number.isFinite) || numbers.length < 2)
    return suggestion(written, ids);
  if (value < first || value > last) return ` It runs from ${first} to ${last}.`;
  const above = numbers.findIndex((number) => number > value);
  return ` It lies between two steps: write ${numbers[above - 1]} or ${numbers[above]}. Numbers between the steps can stand in case.yaml, record.yaml and agreement.yaml where the issue is continuous: true.`;
}

/** `{issue: option}` as positions; unknown names are reported and left out. */
export function readPartialPackage(
  report: Reporter,
  path: Path,
  written: Readonly<Record<string, OptionText>>,
  names: Pick<Targets, "issues" | "issueAt">,
): Map<number, number> {
  const found = new Map<number, number>();
  for (const [issueId, optionId] of Object.entries(written)) {
    const at = findIssue(report, [...path, issueId], issueId, names);
    const issue = at === null ? undefined : names.issues[at];
    const option = issue ? findOption(report, [...path, issueId], optionId, issue) : null;
    if (at !== null && option !== null) found.set(at, option);
  }
  return found;
}

/** Options on one side of one, or between two. */
export interface Threshold {
  readonly over?: OptionText | undefined;
  readonly under?: OptionText | undefined;
  readonly atLeast?: OptionText | undefined;
  readonly atMost?: OptionText | undefined;
}

/** `{issue: option | [options] | {over, under, atLeast, atMost}}` as sets of positions. */
export function readConditions(
  report: Reporter,
  path: Path,
  written: Readonly<Record<string, OptionText | OptionText[] | Threshold>>,
  names: Pick<Targets, "issues" | "issueAt">,
): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  for (const [issueId, listed] of Object.entries(written)) {
    const at = findIssue(report, [...path, issueId], issueId, names);
    const issue = at === null ? undefined : names.issues[at];
    if (at === null || !issue) continue;
    const here = [...path, issueId];
    const options =
      typeof listed === "object" && !Array.isArray(listed)
        ? withinThreshold(report, here, listed, issue)
        : [listed].flat().flatMap((option) => findOption(report, here, option, issue) ?? []);
    found.set(at, new Set(options));
  }
  return found;
}

const BOUNDS = {
  over: (place: number, bound: number) => place > bound,
  under: (place: number, bound: number) => place < bound,
  atLeast: (place: number, bound: number) => place >= bound,
  atMost: (place: number, bound: number) => place <= bound,
} as const;

/** Positions of the options within a threshold: by the number where the issue is numeric, else by their order. */
function withinThreshold(report: Reporter, path: Path, written: Threshold, issue: Issue): number[] {
  if (!issue.ordered) {
    report.error(path, `issue "${issue.id}" has no order, so a threshold means nothing there. List its options.`);
    return [];
  }
  const bounds = (Object.keys(BOUNDS) as (keyof typeof BOUNDS)[]).flatMap((side) => {
    const bound = written[side];
    if (bound === undefined) return [];
    const number = issue.step !== null && Number.isFinite(Number(bound)) ? Number(bound) : null;
    const place = number ?? findOption(report, [...path, side], bound, issue);
    return place === null ? [] : [{ side, place }];
  });
  if (Object.keys(written).length === 0) report.error(path, "a threshold is one of over, under, atLeast or atMost.");
  const places = issue.options.map(({ id }, option) => (issue.step !== null ? Number(id) : option));
  const within = places.flatMap((place, option) =>
    bounds.every(({ side, place: bound }) => BOUNDS[side](place, bound)) ? [option] : [],
  );
  if (bounds.length > 0 && within.length === 0 && issue.options.length > 0)
    report.error(path, `no option of "${issue.id}" lies within ${thresholdText(written)}. Change the threshold.`);
  return within;
}

const thresholdText = (written: Threshold): string =>
  Object.entries(written)
    .map(([side, bound]) => `${side} ${bound}`)
    .join(", ");

/** The package with the named issues changed. */
export function withOptions(base: Package, changes: ReadonlyMap<number, number>): Package {
  return base.map((option, issue) => changes.get(issue) ?? option);
}

/** Whether the package has all of the conditions. */
export function meets(options: Package, conditions: Conditions): boolean {
  for (const [issue, allowed] of conditions) if (!allowed.has(options[issue] ?? -1)) return false;
  return true;
}

/** Reports ids that stand twice in one list. */
export function expectDistinct(
  report: Reporter,
  path: Path,
  items: readonly { readonly id: string }[] | undefined,
): void {
  const seen = new Set<string>();
  items?.forEach(({ id }, index) => {
    if (seen.has(id))
      report.error([...path, index, "id"], `the id "${id}" stands twice in ${path.join(".")}; rename one.`);
    seen.add(id);
  });
}
