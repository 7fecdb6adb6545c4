// The step of reading a case that checks what an interests file says of how good each option of an issue is to a party.
import { checkInterval } from "./checks.js";
import { expectName, findOption, own } from "./names.js";
import type { Reporter } from "./reporter.js";
import type { Basics } from "./resolve-case.js";
import type { InterestsDocument } from "./schema.js";
import type { SourceText } from "./source-text.js";
import type { Between, Issue, ScoreStatement } from "./types.js";
import { isAtStep } from "./written-numbers.js";

type ScoreDocument = NonNullable<InterestsDocument["scores"]>[string];

const MOST_RANKED = 200;

/** What is said of the scores on every issue, in the order of the issues. */
export function resolveScores(
  report: Reporter,
  source: SourceText<InterestsDocument>,
  { names }: Basics,
): ScoreStatement[] {
  const written = source.value.scores ?? {};
  for (const id of Object.keys(written)) {
    if (!names.issueAt.has(id)) expectName(report, ["scores", id], "issue", id, [...names.issueAt.keys()]);
  }
  const silent = names.issues.filter((issue) => issue.options.length > 1 && !Object.hasOwn(written, issue.id));
  if (silent.length > 0) {
    report.warning(
      ["scores"],
      `says nothing of ${silent.map(({ id }) => id).join(", ")} yet, so nothing is computed from this file. For each: prefer: more or less, a rank, points, or indifferent: true.`,
    );
  }
  return names.issues.map((issue) => resolveScore(report, source, issue, own(written, issue.id)));
}

function resolveScore(
  report: Reporter,
  source: SourceText<InterestsDocument>,
  issue: Issue,
  written: ScoreDocument | undefined,
): ScoreStatement {
  const path = ["scores", issue.id];
  const place = source.place(path);
  const nothing: ScoreStatement = {
    levels: null,
    largestStep: null,
    numbers: null,
    intervals: [],
    indifferent: true,
    place,
  };
  if (issue.options.length < 2) return nothing;
  if (!written) return { ...nothing, unsaid: true };
  if (written.indifferent) {
    const also = (["prefer", "rank", "points", "largestStep", "intervals"] as const).filter(
      (form) => written[form] !== undefined,
    );
    if (also.length > 0)
      report.error(path, `"${issue.id}" is indifferent: true and has ${also.join(", ")} too. Keep one.`);
    return nothing;
  }
  const forms = [written.prefer, written.rank, written.points].filter((form) => form !== undefined).length;
  if (forms !== 1)
    report.error(
      path,
      `give one of prefer, rank or points for "${issue.id}"${forms === 0 ? "; without it nothing says which option is best" : ""}.`,
    );
  if (written.points) return fromPoints(report, path, written, issue, place);
  const levels = written.rank
    ? rankedLevels(report, path, written.rank, issue)
    : preferredLevels(report, path, written.prefer ?? "more", issue);
  if (levels.length < 2) return nothing;
  const between = betweenSteps(issue, levels);
  return {
    levels,
    ...(between.length > 0 && { between }),
    largestStep: readLargestStep(report, path, written, issue, levels),
    numbers: null,
    intervals: readIntervals(report, source, written, issue),
    indifferent: false,
    place,
  };
}

/** The options of an issue by position, without numbers that were only written between its steps. */
function stepsOf({ options, step }: Issue): number[] {
  const places = options.map((_, option) => option);
  if (step === null) return places;
  const first = Number(options[0]?.id);
  return places.filter((option) => isAtStep(Number(options[option]?.id), first, step));
}

/** Numbers between two steps of which the levels say nothing, each with the steps below and above it. */
function betweenSteps(issue: Issue, levels: readonly (readonly number[])[]): Between[] {
  const said = new Set(levels.flat());
  const steps = stepsOf(issue);
  if (steps.length === issue.options.length) return [];
  return issue.options.flatMap((_, option): Between[] => {
    const upper = steps.find((one) => one > option) ?? option;
    const lower = steps.findLast((one) => one < option) ?? option;
    if (said.has(option) || steps.includes(option) || lower === option || upper === option) return [];
    const [from, here, to] = [lower, option, upper].map((place) => issue.options[place]?.at ?? 0);
    return [{ option, lower, upper, share: ((here ?? 0) - (from ?? 0)) / ((to ?? 1) - (from ?? 0)) }];
  });
}

function preferredLevels(report: Reporter, path: string[], prefer: "more" | "less", issue: Issue): number[][] {
  if (!issue.ordered)
    report.error([...path, "prefer"], `issue "${issue.id}" has no order from least to most; give a rank.`);
  const steps = stepsOf(issue);
  if (steps.length > MOST_RANKED)
    report.error(
      [...path, "prefer"],
      `"${issue.id}" has ${steps.length} options, too many to know by order alone. Give points at a few of them.`,
    );
  const upwards = steps.map((option) => [option]);
  return prefer === "more" ? upwards : upwards.reverse();
}

function rankedLevels(
  report: Reporter,
  path: string[],
  rank: NonNullable<ScoreDocument["rank"]>,
  issue: Issue,
): number[][] {
  const seen = new Set<number>();
  const bestFirst = rank.map((entry, place) =>
    [entry].flat().flatMap((id) => {
      const option = findOption(report, [...path, "rank", place], id, issue);
      if (option === null) return [];
      if (seen.has(option))
        report.error([...path, "rank", place], `"${id}" stands twice in the rank of ${issue.id}. Keep one.`);
      seen.add(option);
      return [option];
    }),
  );
  const steps = new Set(stepsOf(issue));
  const left = issue.options.filter((_, option) => !seen.has(option) && steps.has(option));
  if (left.length > 0)
    report.warning(
      [...path, "rank"],
      `does not rank ${left.map(({ id }) => id).join(", ")} of ${issue.id}: taken as anywhere between its worst and best. If beyond them, rank it and ask the weight again.`,
    );
  return bestFirst.filter((level) => level.length > 0).reverse();
}

function fromPoints(
  report: Reporter,
  path: string[],
  written: ScoreDocument,
  issue: Issue,
  place: ScoreStatement["place"],
): ScoreStatement {
  const points = written.points ?? {};
  for (const id of Object.keys(points)) findOption(report, [...path, "points", id], id, issue);
  if (written.intervals)
    report.error([...path, "intervals"], "points leave nothing for an interval to bound; keep one.");
  if (written.largestStep)
    report.error([...path, "largestStep"], "points already say which step is largest; take it out.");
  const raw = issue.options.map((option) => own(points, option.id));
  if (issue.step !== null) interpolate(raw, issue);
  const missing = issue.options.filter((_, option) => raw[option] === undefined);
  if (missing.length > 0) {
    report.warning(
      [...path, "points"],
      `points need a number for every option of "${issue.id}", so nothing is computed from this file until there is one for: ${missing
        .slice(0, 5)
        .map(({ id }) => id)
        .join(", ")}.`,
    );
    return { levels: null, largestStep: null, numbers: null, intervals: [], indifferent: true, unsaid: true, place };
  }
  const values = raw.map((value) => value ?? 0);
  const worst = Math.min(...values);
  const span = Math.max(...values) - worst;
  if (!(span > 0)) return { levels: null, largestStep: null, numbers: null, intervals: [], indifferent: true, place };
  const numbers = values.map((value) => (value - worst) / span);
  const best = numbers.flatMap((value, option) => (value === 1 ? [option] : []));
  const least = numbers.flatMap((value, option) => (value === 0 ? [option] : []));
  return { levels: [least, best], largestStep: null, numbers, intervals: [], indifferent: false, place };
}

/** Numeric issues: straight lines between the options that have points, in place. */
function interpolate(raw: (number | undefined)[], issue: Issue): void {
  let before = -1;
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] === undefined) continue;
    for (let between = before + 1; before >= 0 && between < at; between++) {
      const [from, to] = [issue.options[before]?.at ?? 0, issue.options[at]?.at ?? 1];
      const along = ((issue.options[between]?.at ?? 0) - from) / (to - from);
      raw[between] = (raw[before] ?? 0) + along * ((raw[at] ?? 0) - (raw[before] ?? 0));
    }
    before = at;
  }
}

function readLargestStep(
  report: Reporter,
  path: string[],
  written: ScoreDocument,
  issue: Issue,
  levels: readonly (readonly number[])[],
): number | null {
  if (!written.largestStep) return null;
  const at = written.largestStep.map((option, end) => {
    const found = findOption(report, [...path, "largestStep", end], option, issue);
    return found === null ? -1 : levels.findIndex((level) => level.includes(found));
  });
  const [one = -1, other = -1] = at;
  if (one < 0 || other < 0) return null;
  if (Math.abs(one - other) === 1) return Math.min(one, other);
  report.error(
    [...path, "largestStep"],
    `the largest step of "${issue.id}" should lie between two options that are neighbours in the ranking.`,
  );
  return null;
}

function readIntervals(
  report: Reporter,
  source: SourceText<InterestsDocument>,
  written: ScoreDocument,
  issue: Issue,
): ScoreStatement["intervals"] {
  return Object.entries(written.intervals ?? {}).flatMap(([id, [low, high]]) => {
    const path = ["scores", issue.id, "intervals", id];
    const option = findOption(report, path, id, issue);
    return checkInterval(report, path, low, high) && option !== null
      ? [{ option, low, high, place: source.place(path) }]
      : [];
  });
}
