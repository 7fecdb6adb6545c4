// The step of reading a case that checks an interests file: how much issues weigh, reservation, alternatives, red lines
// and answers.
import { checkDates, checkInterval, expectOrder } from "./checks.js";
import { inTime } from "./dates.js";
import { expectDistinct, expectName, findIssue, findOption, own, readConditions } from "./names.js";
import type { Path } from "./path.js";
import type { Problem } from "./problems.js";
import { type Reporter, reporter } from "./reporter.js";
import type { Basics } from "./resolve-case.js";
import { type PackageReader, packageReader } from "./resolve-packages.js";
import { expectConsistent, readResponse } from "./resolve-responses.js";
import { resolveScores } from "./resolve-scores.js";
import type { InterestsDocument } from "./schema.js";
import type { SourceText } from "./source-text.js";
import type {
  Answer,
  Case,
  CostOfDelay,
  Interests,
  Offer,
  PointsOverTime,
  Reservation,
  Response,
  RoadmapInterests,
  ScoreStatement,
} from "./types.js";

/** One interests file, resolved against the case and the offers on record. */
export function resolveInterests(
  source: SourceText<InterestsDocument>,
  frame: Basics,
  { offers, ...agreement }: Pick<Case, "offers" | "commitments" | "roadmap">,
  problems: Problem[],
): Interests {
  const report = reporter(source, problems, frame.unsure);
  const document = source.value;
  checkDates(report, "interests", document);
  checkHeader(report, document, source.file, frame);
  const scores = resolveScores(report, source, frame);
  const packages = packageReader(report, frame, offers);
  const weights = readWeights(report, document, frame, scores);
  const swingRank = readSwingRank(report, document, frame, scores);
  if (weights) checkRankAgrees(report, swingRank, weights, frame);
  checkEnds(report, document, frame, scores);
  expectDistinct(report, ["redLines"], document.redLines);
  expectDistinct(report, ["alternatives"], document.alternatives);
  expectDistinct(report, ["costsOfDelay"], document.costsOfDelay);
  checkSources(report, document, frame);
  for (const [index, id] of (document.bluffs ?? []).entries())
    expectName(
      report,
      ["bluffs", index],
      "offer",
      id,
      offers.map((offer) => offer.id),
    );
  return {
    party: document.party,
    holder: document.holder,
    file: source.file,
    basis: document.basis,
    date: String(document.date),
    imported: document.imported ?? [],
    swingRank,
    rankPlace: source.place(["swings", "rank"]),
    certainty: document.swings?.certainty ?? (document.basis === "estimated" ? "fairly-sure" : "sure"),
    weights,
    weightIntervals: readWeightIntervals(report, source, frame),
    scores,
    unsaid: unsaidOf(document, frame, scores),
    reservation: readReservation(report, document, packages, frame),
    reservationPlace: source.place(["reservation"]),
    alternatives: (document.alternatives ?? []).map((alternative, index) => ({
      id: alternative.id,
      text: alternative.text ?? alternative.id,
      from: alternative.date === undefined ? null : String(alternative.date),
      ...pointsOverTime(report, ["alternatives", index], alternative, document.date, frame),
    })),
    redLines: (document.redLines ?? []).map((line, index) => {
      expectOrder(report, ["redLines", index, "until"], line.from, line.until);
      return {
        id: line.id,
        text: line.text ?? line.id,
        crossed: readConditions(report, ["redLines", index, "package"], line.package, frame.names),
        ...(line.from !== undefined && { from: String(line.from) }),
        ...(line.until !== undefined && { until: String(line.until) }),
      };
    }),
    answers: (document.answers ?? []).map((answer, index): Answer => {
      const path = ["answers", index];
      const [prefer, to] = [
        packages.orNoDeal([...path, "prefer"], answer.prefer, answer.date),
        packages.orNoDeal([...path, "to"], answer.to, answer.date),
      ];
      if (prefer === "no deal" && to === "no deal") report.error(path, "compares no deal with itself.");
      return { prefer, to, date: answer.date === undefined ? null : String(answer.date), place: source.place(path) };
    }),
    responses: readHeard(report, source, frame, offers, packages),
    costsOfDelay: (document.costsOfDelay ?? []).map((_, index) => readCost(report, source, frame, index)),
    bluffs: document.bluffs ?? [],
    roadmap: readRoadmap(report, document, agreement),
  };
}

/** What the party answered, as far as only this view's holder knows. */
function readHeard(
  report: Reporter,
  source: SourceText<InterestsDocument>,
  frame: Basics,
  offers: readonly Offer[],
  packages: PackageReader,
): Response[] {
  const { party, responses = [] } = source.value;
  const read = responses.flatMap((response, index): Response[] => {
    const path = ["responses", index];
    const known = offers.map(({ id }) => id);
    if (!expectName(report, [...path, "to"], "offer", response.to, known)) return [];
    const offer = offers.find(({ id }) => id === response.to);
    return offer ? [readResponse(report, path, response, { offer, by: party, frame, offers, packages, source })] : [];
  });
  expectConsistent(report, ["responses"], read);
  return read.sort((a, b) => inTime(a.date, b.date));
}

/** What a month of waiting costs, in points or beside steps of issues. */
function readCost(report: Reporter, source: SourceText<InterestsDocument>, frame: Basics, index: number): CostOfDelay {
  const path = ["costsOfDelay", index];
  const written = source.value.costsOfDelay?.[index];
  if (!written) throw new Error("no such cost of delay");
  expectOrder(report, [...path, "until"], written.from, written.until);
  if (written.source !== undefined)
    expectName(report, [...path, "source"], "source", written.source, frame.names.sources);
  const { pointsPerMonth = [0, 100] } = written;
  const [low, high] = typeof pointsPerMonth === "number" ? [pointsPerMonth, pointsPerMonth] : pointsPerMonth;
  if (low > high)
    report.error([...path, "pointsPerMonth"], `[${low}, ${high}] runs backwards; write [${high}, ${low}].`);
  if (low < -100 || high > 100) report.error([...path, "pointsPerMonth"], "points run from 0 to 100.");
  if (written.pointsPerMonth === undefined && !written.worseThan && !written.lessBadThan)
    report.error(path, "says nothing of what a month costs: write pointsPerMonth, worseThan or lessBadThan.");
  if (written.pointsPerMonth === undefined && written.worseThan && !written.lessBadThan)
    report.warning(
      [...path, "worseThan"],
      "says only what a month is worse than, so that it may cost up to 100 points. Say what it is less bad than too (lessBadThan), or give pointsPerMonth.",
    );
  const compared = (["worseThan", "lessBadThan"] as const).flatMap((field) =>
    Object.entries(written[field] ?? {}).flatMap(([id, ends]) => {
      const here = [...path, field, id];
      const at = findIssue(report, here, id, frame.names);
      const issue = at === null ? undefined : frame.names.issues[at];
      if (at === null || !issue) return [];
      const [from, to] = ends.map((option, end) => findOption(report, [...here, end], option, issue));
      if (from == null || to == null) return [];
      return [{ worse: field === "worseThan", issue: at, from, to, place: source.place(here) }];
    }),
  );
  return {
    id: written.id,
    text: written.text ?? written.id,
    from: String(written.from),
    until: written.until === undefined ? null : String(written.until),
    low,
    high,
    compared,
  };
}

function readRoadmap(
  report: Reporter,
  { roadmap }: InterestsDocument,
  { commitments, roadmap: { deposits, guarantees } }: Pick<Case, "commitments" | "roadmap">,
): RoadmapInterests {
  const known = [...commitments, ...deposits, ...guarantees].map(({ id }) => id);
  const worth = new Map<string, number>();
  for (const [id, points] of Object.entries(roadmap?.worth ?? {}))
    if (expectName(report, ["roadmap", "worth", id], "commitment", id, known, ["commitment", "deposit"]))
      worth.set(id, points);
  return { exposure: roadmap?.exposure ?? null, temptation: roadmap?.temptation ?? null, worth };
}

function checkHeader(report: Reporter, document: InterestsDocument, file: string, { names }: Basics): void {
  const expected = `interests/${document.party}.${document.holder}.yaml`;
  if (file !== expected)
    report.error(
      ["party"],
      `this file is ${file}, but its party and holder ask for ${expected}. Who may see it follows from its name: rename it or mend the fields.`,
    );
  if (!expectName(report, ["party"], "party", document.party, [...names.parties.keys()])) return;
  if (names.parties.get(document.party)?.role === "mediator")
    report.error(["party"], `${document.party} is a mediator, and mediators have no interests here.`);
}

function checkSources(report: Reporter, document: InterestsDocument, { names }: Basics): void {
  for (const list of ["redLines", "answers", "alternatives"] as const) {
    document[list]?.forEach((item, index) => {
      if (item.source !== undefined) expectName(report, [list, index, "source"], "source", item.source, names.sources);
    });
  }
}

function readSwingRank(
  report: Reporter,
  document: InterestsDocument,
  { names }: Basics,
  scores: readonly ScoreStatement[],
): number[][] {
  const seen = new Set<number>();
  const groups = (document.swings?.rank ?? []).map((entry, place) =>
    [entry].flat().flatMap((id) => {
      const path = ["swings", "rank", place];
      const issue = findIssue(report, path, id, names);
      if (issue === null) return [];
      if (seen.has(issue))
        report.error(path, `"${id}" stands twice in the ranking, so it contradicts itself. Keep one.`);
      // What is not said yet may be ranked already.
      if (scores[issue]?.indifferent && !scores[issue].unsaid && (names.issues[issue]?.options.length ?? 0) > 1)
        report.error(
          path,
          `"${id}" is ranked, but its scores say that the party is indifferent. Take one of them out.`,
        );
      seen.add(issue);
      return [issue];
    }),
  );
  return groups.filter((group) => group.length > 0);
}

function readWeights(
  report: Reporter,
  document: InterestsDocument,
  { names }: Basics,
  scores: readonly ScoreStatement[],
): number[] | null {
  const points = document.swings?.points;
  if (!points) return null;
  for (const id of Object.keys(points)) findIssue(report, ["swings", "points", id], id, names);
  if (document.swings?.intervals)
    report.error(
      ["swings", "intervals"],
      "weights are given as points and as intervals. Keep one: points need no bounds.",
    );
  const missing = weightless(points, names.issues, scores);
  if (missing.length > 0)
    report.warning(
      ["swings", "points"],
      `points need a number for every issue, so nothing is computed from this file until there is one for: ${missing
        .map((index) => names.issues[index]?.id)
        .join(", ")}.`,
    );
  const raw = names.issues.map((issue, index) => (scores[index]?.indifferent ? 0 : (own(points, issue.id) ?? 0)));
  const sum = raw.reduce((total, value) => total + value, 0);
  if (!(sum > 0)) {
    report.error(["swings", "points"], "all swings are worth nothing; at least one should be worth something.");
    return null;
  }
  return raw.map((value) => value / sum);
}

/** Issues that have no points, where the others do. */
function weightless(
  points: Readonly<Record<string, number>> | undefined,
  issues: Basics["names"]["issues"],
  scores: readonly ScoreStatement[],
): number[] {
  if (!points) return [];
  return issues.flatMap(({ id }, index) =>
    own(points, id) === undefined && !scores[index]?.indifferent ? [index] : [],
  );
}

/** Issues of which something that is needed is not said yet. */
function unsaidOf(document: InterestsDocument, { names }: Basics, scores: readonly ScoreStatement[]): number[] {
  const unscored = scores.flatMap(({ unsaid }, index) => (unsaid ? [index] : []));
  return [...unscored, ...weightless(document.swings?.points, names.issues, scores)].sort((a, b) => a - b);
}

function checkRankAgrees(
  report: Reporter,
  rank: readonly (readonly number[])[],
  weights: readonly number[],
  { names }: Basics,
): void {
  const weight = (issue: number) => weights[issue] ?? 0;
  rank.forEach((group, place) => {
    for (const upper of group) {
      for (const lower of rank[place + 1] ?? []) {
        if (weight(upper) < weight(lower) - 1e-12)
          report.error(
            ["swings", "rank", place],
            `ranks "${names.issues[upper]?.id}" above "${names.issues[lower]?.id}", but its points are fewer. Mend one of them.`,
          );
      }
    }
  });
}

function readWeightIntervals(
  report: Reporter,
  source: SourceText<InterestsDocument>,
  { names }: Basics,
): Interests["weightIntervals"] {
  return Object.entries(source.value.swings?.intervals ?? {}).flatMap(([id, [low, high]]) => {
    const path = ["swings", "intervals", id];
    const issue = findIssue(report, path, id, names);
    if (!checkInterval(report, path, low, high) || issue === null) return [];
    return [{ issue, low, high, place: source.place(path) }];
  });
}

function checkEnds(
  report: Reporter,
  document: InterestsDocument,
  { names }: Basics,
  scores: readonly ScoreStatement[],
): void {
  for (const [id, ends] of Object.entries(document.swings?.ends ?? {})) {
    const path = ["swings", "ends", id];
    const at = findIssue(report, path, id, names);
    const issue = at === null ? undefined : names.issues[at];
    const levels = at === null ? null : scores[at]?.levels;
    if (!issue || !levels) continue;
    const asked = ends.map((option, end) => findOption(report, [...path, end], option, issue));
    const now = [levels[0], levels.at(-1)];
    now.forEach((level, end) => {
      const option = asked[end];
      if (option == null || !level || level.includes(option)) return;
      const current = issue.options[level[0] ?? 0]?.id;
      report.warning(
        [...path, end],
        `the swing of "${id}" was asked with "${ends[end]}" as its ${end === 0 ? "worst" : "best"} option; now that is "${current}". Ask its weight again.`,
      );
    });
  }
}

function readReservation(
  report: Reporter,
  document: InterestsDocument,
  packages: PackageReader,
  frame: Basics,
): Reservation {
  const written = document.reservation;
  if (!written) return { form: "no-deal" };
  const forms = [written.points, written.asGoodAs, written.between].filter((form) => form !== undefined).length;
  if (forms > 1) report.error(["reservation"], "give one of points, asGoodAs or between.");
  if (written.points === undefined && written.delay !== undefined)
    report.error(["reservation", "delay"], "a change as an inventory grows goes with points.");
  if (forms === 0 && [written.pointsPerMonth, written.date].some((one) => one !== undefined))
    report.error(["reservation"], "a change over time or a date goes with points, asGoodAs or between.");
  const drift = { perMonth: written.pointsPerMonth ?? 0, date: String(written.date ?? document.date) };
  if (written.points !== undefined)
    return {
      form: "points",
      points: pointsOverTime(report, ["reservation"], { ...written, points: written.points }, document.date, frame),
    };
  if (written.asGoodAs !== undefined)
    return { form: "asGoodAs", package: packages.whole(["reservation", "asGoodAs"], written.asGoodAs), ...drift };
  if (written.between !== undefined) {
    return {
      form: "between",
      worse: packages.whole(["reservation", "between", 0], written.between[0]),
      better: packages.whole(["reservation", "between", 1], written.between[1]),
      ...drift,
    };
  }
  return { form: "no-deal" };
}

function pointsOverTime(
  report: Reporter,
  path: Path,
  written: {
    points: number | [number, number];
    pointsPerMonth?: number | undefined;
    delay?: { inventory: string; scenario?: string | undefined; points: number } | undefined;
    date?: string | number | undefined;
  },
  fileDate: string | number,
  { inventories }: Pick<Basics, "inventories">,
): PointsOverTime {
  const [low, high] = typeof written.points === "number" ? [written.points, written.points] : written.points;
  if (low > high) report.error([...path, "points"], `[${low}, ${high}] runs backwards; write [${high}, ${low}].`);
  if (Math.max(Math.abs(low), Math.abs(high)) > 1000)
    report.error([...path, "points"], "points run from 0 (all issues at worst) to 100 (all at best).");
  const { delay } = written;
  if (delay && written.pointsPerMonth !== undefined)
    report.error([...path, "delay"], "goes instead of pointsPerMonth. Keep one of them.");
  if (delay) {
    const known = expectName(
      report,
      [...path, "delay", "inventory"],
      "inventory",
      delay.inventory,
      inventories.map(({ id }) => id),
    );
    const scenarios = inventories.find(({ id }) => id === delay.inventory)?.scenarios.map(({ id }) => id) ?? [];
    if (known && delay.scenario !== undefined)
      expectName(report, [...path, "delay", "scenario"], "scenario", delay.scenario, scenarios);
  }
  return {
    low,
    high,
    perMonth: written.pointsPerMonth ?? 0,
    delay: delay ? { inventory: delay.inventory, scenario: delay.scenario ?? null, points: delay.points } : null,
    date: String(written.date ?? fileDate),
  };
}
