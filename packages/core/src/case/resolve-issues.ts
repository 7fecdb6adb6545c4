// The step of reading a case that checks its issues and lists the options of each, including the steps of a numeric
// range.
import { isDate } from "./calendar.js";
import { type Dated, inForce, readDated } from "./dated.js";
import { inTime, lastDay, type PartialDate } from "./dates.js";
import { expectDistinct, expectName, findOption } from "./names.js";
import type { Reporter } from "./reporter.js";
import type { CaseDocument } from "./schema.js";
import type { Issue, Option } from "./types.js";
import { isAtStep, planTotal, type WrittenNumber } from "./written-numbers.js";

type IssueDocument = CaseDocument["issues"][number];

const MOST_STEPS = 1001;

/** The day from which the case is seen; where it says none, the last. */
export const dayOf = ({ asOf }: Pick<CaseDocument, "asOf">): string =>
  asOf !== undefined && isDate(String(asOf)) ? lastDay(String(asOf)) : "9999-12-31";

/** Every issue with its options in order; problems are reported and what can be read is read. */
export function resolveIssues(
  report: Reporter,
  document: CaseDocument,
  written: ReadonlyMap<string, readonly WrittenNumber[]>,
): Issue[] {
  expectDistinct(report, ["issues"], document.issues);
  return document.issues.map((issue, index) =>
    resolveIssue(report, ["issues", index], issue, document, written.get(issue.id) ?? []),
  );
}

function resolveIssue(
  report: Reporter,
  path: (string | number)[],
  issue: IssueDocument,
  document: CaseDocument,
  written: readonly WrittenNumber[],
): Issue {
  if (issue.goal !== undefined)
    expectName(
      report,
      [...path, "goal"],
      "goal",
      issue.goal,
      (document.goals ?? []).map(({ id }) => id),
    );
  const gives = [issue.gives ?? []].flat();
  for (const party of gives)
    expectName(
      report,
      [...path, "gives"],
      "party",
      party,
      document.parties.map(({ id }) => id),
    );
  const ordered = issue.ordered ?? true;
  const options = issue.numeric
    ? numericOptions(report, path, issue, written)
    : listedOptions(report, path, issue, ordered);
  const days = issue.numeric ? saidOn(issue, options, written) : new Map<number, PartialDate>();
  const states = options.length > 0 ? readStates(report, [...path, "today"], issue, options) : [];
  const today = inForce(states, dayOf(document))?.option;
  return {
    id: issue.id,
    name: issue.name,
    ...(issue.aliases && { aliases: issue.aliases }),
    goal: issue.goal ?? null,
    gives,
    today: today ?? 0,
    ...(states.length > 1 && { states }),
    ordered,
    divisible: issue.divisible ?? false,
    step: issue.numeric?.step ?? null,
    ...(days.size > 0 && { saidOn: days }),
    continuous: issue.numeric?.continuous ?? false,
    ...(issue.numeric?.byYear && { byYear: issue.numeric.byYear }),
    unit: issue.numeric?.unit ?? null,
    options,
  };
}

/** What was in force from which day on; one entry where it never changed. */
function readStates(
  report: Reporter,
  path: (string | number)[],
  { id, today }: IssueDocument,
  options: readonly Option[],
): Dated<{ option: number }>[] {
  if (!Array.isArray(today)) {
    const option = findOption(report, path, today, { id, options });
    return option === null ? [] : [{ from: null, option }];
  }
  if (today.every(({ from }) => from !== undefined))
    report.error(
      [...path, 0, "from"],
      "leaves open what was in force before: the first entry has no from. Take it out, or add an entry before it.",
    );
  return readDated(report, path, today, ({ option: written }, here) => {
    const option = findOption(report, [...here, "option"], written, { id, options });
    return option === null ? null : { option };
  });
}

function listedOptions(report: Reporter, path: (string | number)[], issue: IssueDocument, ordered: boolean): Option[] {
  if (!issue.options) {
    report.error(path, `issue "${issue.id}" has neither options nor numeric. List its options from least to most.`);
    return [];
  }
  expectDistinct(report, [...path, "options"], issue.options);
  const placed = issue.options.filter((option) => option.at !== undefined);
  if (placed.length > 0 && placed.length < issue.options.length) {
    report.error(
      [...path, "options"],
      `some options of issue "${issue.id}" say how far along they lie (at) and some do not. Give it to all or to none.`,
    );
  }
  if (!ordered && placed.length > 0)
    report.error(
      [...path, "ordered"],
      `issue "${issue.id}" has no order, yet its options say how far along it they lie (at).`,
    );
  const ats = issue.options.map((option, index) => option.at ?? index);
  ats.forEach((at, index) => {
    const before = ats[index - 1];
    if (before !== undefined && at <= before)
      report.error(
        [...path, "options", index, "at"],
        `the options of "${issue.id}" run from least to most, but ${at} does not come after ${before}.`,
      );
  });
  const first = ats[0] ?? 0;
  const length = (ats.at(-1) ?? 0) - first || 1;
  return issue.options.map((option, index) => ({
    id: option.id,
    name: option.name ?? option.id,
    at: (100 * ((ats[index] ?? 0) - first)) / length,
    kind: option.kind ?? issue.kind ?? null,
    verify: option.verify ?? issue.verify ?? null,
  }));
}

/** Numbers within the range that may be agreed and are written between the steps. */
function betweenSteps(
  { numeric }: IssueDocument,
  written: readonly WrittenNumber[],
): { value: number; on: PartialDate | null }[] {
  if (!numeric) return [];
  const { from, to, step, continuous, byYear } = numeric;
  return written.flatMap(({ value: one, on }) => {
    const value = typeof one === "number" ? one : byYear && planTotal(one.years, byYear);
    // A number by itself must lie at a step, unless any number may be agreed; what years come to lies where it lies.
    const isWithin = value !== undefined && value > from && value < to && !isAtStep(value, from, step);
    return isWithin && (continuous || typeof one !== "number") ? [{ value, on }] : [];
  });
}

/** Of options between the steps that only dated entries say: the first of these days. */
function saidOn(
  issue: IssueDocument,
  options: readonly Option[],
  written: readonly WrittenNumber[],
): Map<number, PartialDate> {
  const { from = 0, step = 1 } = issue.numeric ?? {};
  const days = new Map<number, PartialDate>();
  const numbers = betweenSteps(issue, written);
  options.forEach(({ id }, option) => {
    if (isAtStep(Number(id), from, step)) return;
    const said = numbers.filter(({ value }) => value === Number(id)).map(({ on }) => on);
    const [first] = said.filter((on) => on !== null).sort(inTime);
    if (first !== undefined && !said.includes(null)) days.set(option, first);
  });
  return days;
}

function numericOptions(
  report: Reporter,
  path: (string | number)[],
  issue: IssueDocument,
  written: readonly WrittenNumber[],
): Option[] {
  const { from, to, step, unit, kind, verify, byYear } = issue.numeric as NonNullable<IssueDocument["numeric"]>;
  if (issue.options) report.error([...path, "options"], `issue "${issue.id}" has both options and numeric. Keep one.`);
  if (!(to > from)) {
    report.error([...path, "numeric"], `"to" (${to}) should be larger than "from" (${from}).`);
    return [];
  }
  const steps = (to - from) / step;
  if (Math.abs(steps - Math.round(steps)) > 1e-6 * Math.max(1, steps))
    report.error(
      [...path, "numeric", "step"],
      `steps of ${step} from ${from} do not arrive at ${to}. Change the step or the end.`,
    );
  const count = Math.round(steps) + 1;
  if (count > MOST_STEPS) {
    report.error(
      [...path, "numeric", "step"],
      `a step of ${step} makes ${count} options; ${MOST_STEPS} is the limit. Take a larger step.`,
    );
    return [];
  }
  if (step < 1e-9 * Math.max(Math.abs(from), Math.abs(to)))
    report.error([...path, "numeric", "step"], `a step of ${step} is lost beside numbers as large as ${to}.`);
  if (byYear === "compound" && !/%|per ?cent/i.test(unit ?? ""))
    report.error([...path, "numeric", "byYear"], "only per cent compound. Say unit: %, or byYear: sum.");
  const atSteps = Array.from({ length: count }, (_, index) => Number((from + index * step).toPrecision(12)));
  const values = new Set([...atSteps, ...betweenSteps(issue, written).map(({ value }) => value)]);
  if (values.size > MOST_STEPS)
    report.error(
      [...path, "numeric"],
      `with the numbers that are written between its steps it has ${values.size} options; ${MOST_STEPS} is the limit. Take a larger step, or round some of the numbers.`,
    );
  return [...values]
    .sort((a, b) => a - b)
    .map((value) => ({
      id: String(value),
      name: unit ? `${value} ${unit}` : String(value),
      at: (100 * (value - from)) / (to - from),
      kind: kind ?? issue.kind ?? null,
      verify: verify ?? issue.verify ?? null,
    }));
}
