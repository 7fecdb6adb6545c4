// The step of reading a case that checks record.yaml: the statements that were made, and the offers with their full
// packages.

import { isDate } from "./calendar.js";
import { checkDates, expectOrder, expectPresent } from "./checks.js";
import { inTime, lastDay } from "./dates.js";
import {
  expectDistinct,
  expectName,
  expectTerms,
  findIssue,
  findOption,
  readConditions,
  readPartialPackage,
  withOptions,
} from "./names.js";
import type { Problem } from "./problems.js";
import { type Reporter, reporter } from "./reporter.js";
import type { Basics } from "./resolve-case.js";
import { packageReader } from "./resolve-packages.js";
import { expectConsistent, readResponse } from "./resolve-responses.js";
import type { RecordDocument } from "./schema.js";
import type { SourceText } from "./source-text.js";
import type { Conditions, Issue, Offer, Stance, Statement } from "./types.js";
import { isYearPlan, planTotal } from "./written-numbers.js";

type StatementDocument = NonNullable<RecordDocument["statements"]>[number];
type OfferDocument = NonNullable<RecordDocument["offers"]>[number];

/** Statements and offers, resolved; offers by date so that `rest: previous` finds its predecessor. */
export function resolveRecord(
  source: SourceText<RecordDocument>,
  frame: Basics,
  problems: Problem[],
): { statements: Statement[]; offers: Offer[] } {
  const report = reporter(source, problems, frame.unsure);
  const { statements = [], offers = [] } = source.value;
  checkDates(report, "record", source.value);
  expectDistinct(report, ["statements"], statements);
  expectDistinct(report, ["offers"], offers);
  offers.forEach((offer, index) => {
    if (["today", "no-deal"].includes(offer.id))
      report.error(["offers", index, "id"], `"${offer.id}" is a name of its own; call the offer something else.`);
  });
  return {
    statements: statements.map((statement, index) => resolveStatement(report, ["statements", index], statement, frame)),
    offers: withResponses(report, offers, resolveOffers(report, offers, frame, source), frame, source),
  };
}

function resolveStatement(
  report: Reporter,
  path: (string | number)[],
  statement: StatementDocument,
  { names }: Basics,
): Statement {
  for (const field of ["party", "about"] as const) {
    const id = statement[field];
    if (id === undefined || !expectName(report, [...path, field], "party", id, [...names.parties.keys()])) continue;
    if (field === "party" || id !== statement.party) expectPresent(report, path, statement.date, names.parties.get(id));
  }
  if (statement.term !== undefined) expectName(report, [...path, "term"], "term", statement.term, names.terms);
  expectName(report, [...path, "source"], "source", statement.source, names.sources);
  statement.witnesses?.forEach((witness, at) =>
    expectName(report, [...path, "witnesses", at], "source", witness, names.sources),
  );
  const stances = (statement.stances ?? []).flatMap((stance, index) => {
    const here = [...path, "stances", index];
    const at = findIssue(report, [...here, "issue"], stance.issue, names);
    const issue = at === null ? undefined : names.issues[at];
    return issue ? resolveStance(report, here, stance, issue) : [];
  });
  for (const [index, [start, end]] of (statement.words?.spans ?? []).entries())
    if (start >= end)
      report.error([...path, "words", "spans", index], `goes from ${start} to ${end}; a stretch ends after it begins.`);
  if (stances.length > 0 && statement.about === undefined)
    report.error(
      path,
      `statement "${statement.id}" takes a stance, but does not say whose position it is about (about:).`,
    );
  return {
    id: statement.id,
    date: String(statement.date),
    speaker: statement.speaker,
    role: statement.role ?? null,
    party: statement.party ?? null,
    about: statement.about ?? null,
    stances,
    term: statement.term ?? null,
    says: statement.says,
    words: statement.words ? { quote: statement.words.quote, spans: statement.words.spans ?? [] } : null,
    source: statement.source,
    ...(statement.witnesses && statement.witnesses.length > 0 && { witnesses: statement.witnesses }),
  };
}

function resolveStance(
  report: Reporter,
  path: (string | number)[],
  stance: NonNullable<StatementDocument["stances"]>[number],
  issue: Issue,
): Stance[] {
  const said = [stance.option, stance.range, stance.not].filter((form) => form !== undefined).length;
  if (said !== 1) {
    report.error(path, "a stance is one of option, range or not.");
    return [];
  }
  const ids = issue.options.map((option) => option.id);
  if (stance.option !== undefined) {
    const option = findOption(report, [...path, "option"], stance.option, issue);
    return option === null ? [] : [{ issue: issue.id, options: ids.slice(option, option + 1) }];
  }
  if (stance.range !== undefined) {
    const [least, most] = [0, 1].map((end) =>
      findOption(report, [...path, "range", end], stance.range?.[end] ?? "", issue),
    );
    if (!issue.ordered)
      report.error([...path, "range"], `issue "${issue.id}" has no order, so a range means nothing there.`);
    if (least == null || most == null) return [];
    if (least > most)
      report.error([...path, "range"], `the range runs backwards: "${ids[most]}" comes before "${ids[least]}".`);
    return [{ issue: issue.id, options: ids.slice(least, most + 1) }];
  }
  const excluded = new Set(
    [stance.not ?? []].flat().map((option) => findOption(report, [...path, "not"], option, issue)),
  );
  if (ids.every((_, option) => excluded.has(option)))
    report.error([...path, "not"], `excludes every option of "${issue.id}", so it leaves no position.`);
  return [{ issue: issue.id, options: ids.filter((_, option) => !excluded.has(option)) }];
}

function resolveOffers(
  report: Reporter,
  documents: readonly OfferDocument[],
  frame: Basics,
  source: SourceText<RecordDocument>,
): Offer[] {
  const order = documents
    .map((_, index) => index)
    .sort((a, b) => inTime(dated(documents[a]), dated(documents[b])) || a - b);
  const latest = new Map<string, Offer>();
  const resolved = new Map<number, Offer>();
  for (const index of order) {
    const document = documents[index] as OfferDocument;
    const proposer = proposerKey(document);
    const previous = proposer === null ? undefined : latest.get(proposer);
    const offer = resolveOffer(report, ["offers", index], document, { frame, source, previous });
    if (proposer !== null) latest.set(proposer, offer);
    resolved.set(index, offer);
  }
  return documents.flatMap((_, index) => resolved.get(index) ?? []);
}

/** The offers with what was answered to each: responses may point to any offer, so that all are read before. */
function withResponses(
  report: Reporter,
  documents: readonly OfferDocument[],
  offers: readonly Offer[],
  frame: Basics,
  source: SourceText<RecordDocument>,
): Offer[] {
  const packages = packageReader(report, frame, offers);
  return offers.map((offer, index) => {
    const written = documents[index]?.responses ?? [];
    if (written.length === 0) return offer;
    const path = ["offers", index, "responses"];
    const responses = written.map((response, place) =>
      readResponse(report, [...path, place], response, { offer, by: response.by, frame, offers, packages, source }),
    );
    expectConsistent(report, path, responses);
    const takenBack = responses.find(({ answer, by }) => answer === "withdrawn" && offer.by.includes(by));
    return {
      ...offer,
      responses: responses.sort((a, b) => inTime(a.date, b.date)),
      withdrawn: offer.withdrawn ?? takenBack?.date ?? null,
    };
  });
}

interface OfferPlace {
  readonly frame: Basics;
  readonly source: SourceText<RecordDocument>;
  /** The last offer before it by the same proposer. */
  readonly previous: Offer | undefined;
}

function resolveOffer(
  report: Reporter,
  path: (string | number)[],
  document: OfferDocument,
  { frame, source, previous }: OfferPlace,
): Offer {
  const { names } = frame;
  checkProposer(report, path, document, frame);
  if (document.source !== undefined) expectName(report, [...path, "source"], "source", document.source, names.sources);
  const plans = readPlans(report, [...path, "package"], document, names);
  const changes = readPartialPackage(report, [...path, "package"], inAll(document, plans, names), names);
  if (Object.keys(document.package).length === 0 && Object.keys(document.ranges ?? {}).length === 0)
    report.error([...path, "package"], `offer "${document.id}" names no issue.`);
  const conditions = readOfferConditions(report, [...path, "if"], document, changes, names);
  const ranges = readRanges(report, [...path, "ranges"], document, changes, names);
  const rest = document.rest ?? "today";
  const base = restOf(report, path, document, { frame, source, previous });
  return {
    id: document.id,
    name: document.name ?? document.id,
    date: String(document.date),
    by: makersOf(document),
    outsider: document.outsider ?? null,
    withdrawn: document.withdrawn === undefined ? null : String(document.withdrawn),
    says: document.says ?? null,
    source: document.source ?? null,
    terms: expectTerms(report, path, document.terms, names),
    rest,
    ...(document.until !== undefined && { until: String(document.until) }),
    ...(conditions.size > 0 && { conditions }),
    ...(ranges.size > 0 && { ranges }),
    ...(plans.size > 0 && { plans }),
    named: [...changes.keys(), ...ranges.keys()],
    // What it hangs on is part of what would be agreed.
    options: withOptions(base.options, new Map([...given(base.options, conditions), ...changes])),
    open: [
      ...base.open.filter((issue) => !changes.has(issue) && !conditions.has(issue) && !ranges.has(issue)),
      ...ranges.keys(),
    ].sort((a, b) => a - b),
    responses: [],
    place: source.place(path),
  };
}

/** Issues whose number an offer gives by years. */
function readPlans(
  report: Reporter,
  path: (string | number)[],
  { package: written }: OfferDocument,
  names: Basics["names"],
): Map<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  for (const [called, plan] of Object.entries(written)) {
    const place = names.issueAt.get(called);
    const issue = names.issues[place ?? -1];
    if (!isYearPlan(plan) || place === undefined || !issue) continue;
    const total = issue.byYear && planTotal(plan.years, issue.byYear);
    if (issue.byYear === "compound" && plan.years.some((year) => year <= -100))
      report.error([...path, called], "falls by 100 % or more in a year, after which nothing is left to compound.");
    else if (total !== undefined && !(Math.abs(total) <= 1e12))
      report.error([...path, called], "comes to more than can be counted. Mend one of the years.");
    else if (issue.byYear) found.set(place, plan.years);
    else
      report.error(
        [...path, called],
        issue.step === null
          ? `"${called}" has no numbers, so nothing can be said of it by years. Write an option.`
          : `what "${called}" comes to by years is not said. Write byYear: compound (per cent), or byYear: sum, under its numeric.`,
      );
  }
  return found;
}

/** The package with what its years come to in all; a plan that nobody can add up is left out. */
const inAll = (
  { package: written }: OfferDocument,
  plans: ReadonlyMap<number, readonly number[]>,
  { issues, issueAt }: Basics["names"],
): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(written).flatMap(([called, option]) => {
      if (!isYearPlan(option)) return [[called, option]];
      const place = issueAt.get(called) ?? -1;
      const [years, how] = [plans.get(place), issues[place]?.byYear];
      if (years && how) return [[called, planTotal(years, how)]];
      return issueAt.has(called) ? [] : [[called, ""]];
    }),
  );

/** What an offer hangs on: on issues that it does not settle itself. */
function readOfferConditions(
  report: Reporter,
  path: (string | number)[],
  { id, if: written }: OfferDocument,
  changes: ReadonlyMap<number, number>,
  names: Basics["names"],
): Conditions {
  if (written === undefined) return new Map();
  const conditions = readConditions(report, path, written, names);
  for (const issue of conditions.keys())
    if (changes.has(issue)) {
      const called = names.issues[issue]?.id ?? "";
      report.error(
        [...path, called],
        `"${id}" hangs on ${called}, which its own package settles. Keep it in one of the two.`,
      );
    }
  return conditions;
}

/** Issues on which an offer gives a range; it must run upwards, on issues that the package does not settle. */
function readRanges(
  report: Reporter,
  path: (string | number)[],
  { id, ranges = {} }: OfferDocument,
  changes: ReadonlyMap<number, number>,
  names: Basics["names"],
): Map<number, readonly [number, number]> {
  const found = new Map<number, readonly [number, number]>();
  for (const [called, ends] of Object.entries(ranges)) {
    const here = [...path, called];
    const at = findIssue(report, here, called, names);
    const issue = at === null ? undefined : names.issues[at];
    if (at === null || !issue) continue;
    const [least, most] = ends.map((option, end) => findOption(report, [...here, end], option, issue));
    if (least == null || most == null) continue;
    if (!issue.ordered) report.error(here, `issue "${called}" has no order, so a range means nothing there.`);
    else if (least >= most)
      report.error(
        here,
        `a range runs from less to more; write ["${ends[1]}", "${ends[0]}"], or one option in the package.`,
      );
    if (changes.has(at)) report.error(here, `"${id}" settles ${called} in its package already. Keep one of the two.`);
    found.set(at, [Math.min(least, most), Math.max(least, most)]);
  }
  return found;
}

/** The options that fulfil conditions: as the rest has it where that is one of them, else the first. */
const given = (options: readonly number[], conditions: Conditions): [number, number][] =>
  [...conditions].flatMap(([issue, allowed]) => {
    const [first] = [...allowed].sort((a, b) => a - b);
    const now = options[issue] ?? -1;
    return first === undefined ? [] : [[issue, allowed.has(now) ? now : first]];
  });

/** Where an offer stands on issues that it does not name, and which of these it leaves open. */
function restOf(
  report: Reporter,
  path: (string | number)[],
  { rest, by, outsider, date }: OfferDocument,
  { frame: { names, todayOn, unsure }, previous }: OfferPlace,
): Pick<Offer, "options" | "open"> {
  const today = todayOn(isDate(String(date)) ? lastDay(String(date)) : "9999-12-31");
  if (rest === "open") return { options: today, open: names.issues.map((_, issue) => issue) };
  if (rest !== "previous") return { options: today, open: [] };
  if (!previous && !unsure.has("offer"))
    report.error(
      [...path, "rest"],
      `there is no earlier offer by ${[by ?? outsider ?? "nobody"].flat().join(" and ")} for the rest to come from.`,
    );
  return previous ?? { options: today, open: [] };
}

/** The parties that made an offer, together where they are several. */
const makersOf = ({ by }: OfferDocument): string[] => [...new Set([by ?? []].flat())];

/** Whose offers follow on each other: the same makers, in whatever order they are named. */
function proposerKey(offer: OfferDocument): string | null {
  const makers = makersOf(offer);
  if (makers.length > 0) return makers.sort().join(" ");
  return offer.outsider === undefined ? null : `outsider ${offer.outsider}`;
}

const dated = (offer: OfferDocument | undefined): string =>
  offer && isDate(String(offer.date)) ? String(offer.date) : "9999";

function checkProposer(report: Reporter, path: (string | number)[], offer: OfferDocument, { names }: Basics): void {
  expectOrder(report, [...path, "withdrawn"], offer.date, offer.withdrawn);
  expectOrder(report, [...path, "until"], offer.date, offer.until);
  if (offer.by === undefined) return;
  if (offer.outsider !== undefined)
    report.error([...path, "outsider"], "an offer is by a party or by an outsider, not both.");
  const makers = [offer.by].flat();
  makers.forEach((maker, index) => {
    const here = Array.isArray(offer.by) ? [...path, "by", index] : [...path, "by"];
    if (!expectName(report, here, "party", maker, [...names.parties.keys()])) return;
    if (makers.indexOf(maker) < index) report.error(here, `${maker} stands twice among those who made it. Keep one.`);
    const party = names.parties.get(maker);
    if (party?.role !== "negotiating")
      report.error(
        here,
        `${maker} is not negotiating; ${makers.length > 1 ? "leave it out" : "name it as outsider: instead"}, since its proposal binds nobody.`,
      );
    expectPresent(report, path, offer.date, party);
  });
}
