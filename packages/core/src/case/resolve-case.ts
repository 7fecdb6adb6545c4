// The step of reading a case that checks case.yaml and turns it into parties, issues, rules, terms and inventories.
import { isDate } from "./calendar.js";
import { checkDates, expectOrder } from "./checks.js";
import { begunBefore, type Dated, readDated } from "./dated.js";
import { firstDay, inTime, lastDay } from "./dates.js";
import {
  expectDistinct,
  expectName,
  findOption,
  meets,
  readConditions,
  readPartialPackage,
  type Targets,
  withOptions,
} from "./names.js";
import type { Path } from "./path.js";
import { addDays } from "./periods.js";
import type { Problem } from "./problems.js";
import { type Reporter, reporter } from "./reporter.js";
import { resolveInventories } from "./resolve-inventories.js";
import { dayOf, resolveIssues } from "./resolve-issues.js";
import type { CaseDocument } from "./schema.js";
import type { SourceText } from "./source-text.js";
import { todayFrom } from "./states.js";
import type { Acceptance, Conditions, Deadline, Inventory, Package, Rule, Term, TermComponent } from "./types.js";
import type { WrittenNumber } from "./written-numbers.js";

/** What case.yaml comes to. */
export interface Basics {
  readonly names: Targets;
  readonly acceptance: Acceptance | null;
  readonly rules: readonly Rule[];
  readonly today: Package;
  /** What was in force on a day. */
  readonly todayOn: (day: string) => Package;
  readonly noDeal: Package | null;
  /** What no deal changes against today, from which day on; empty where neither ever changes. */
  readonly noDeals: readonly Dated<{ changes: ReadonlyMap<number, number> }>[];
  readonly deadlines: readonly Deadline[];
  readonly terms: readonly Term[];
  readonly inventories: readonly Inventory[];
  /** Kinds of things of which not all that are written could be read. */
  readonly unsure: ReadonlySet<string>;
}

export function resolveBasics(
  source: SourceText<CaseDocument>,
  problems: Problem[],
  unsure: ReadonlySet<string>,
  written: ReadonlyMap<string, readonly WrittenNumber[]>,
): Basics {
  const unread = new Set(unsure);
  const report = reporter(source, problems, unread);
  const document = source.value;
  for (const list of ["parties", "goals", "rules", "terms", "estimates", "sources"] as const)
    expectDistinct(report, [list], document[list]);
  checkDates(report, "case", document);
  checkPartyDates(report, document);
  if (document.team !== undefined)
    expectName(
      report,
      ["team"],
      "party",
      document.team,
      document.parties.map(({ id }) => id),
    );
  if (!unsure.has("party") && !document.parties.some((party) => party.role === "negotiating"))
    report.error(["parties"], "no party is negotiating; give at least one the role: negotiating.");
  document.speakers?.forEach(({ party }, at) => {
    if (party === undefined) return;
    const parties = document.parties.map(({ id }) => id);
    expectName(report, ["speakers", at, "party"], "party", party, parties);
  });
  const issues = resolveIssues(report, document, written);
  // Options that could not be made are not called unknown.
  if (issues.some(({ options }) => options.length === 0)) unread.add("option");
  const names: Targets = {
    parties: new Map(document.parties.map((party) => [party.id, resolveParty(party)])),
    issues,
    issueAt: new Map(issues.map((issue, index) => [issue.id, index])),
    goals: new Set(document.goals?.map(({ id }) => id)),
    sources: new Set(document.sources?.map(({ id }) => id)),
    terms: new Set(document.terms?.map(({ id }) => id)),
  };
  document.estimates?.forEach((estimate, index) => {
    checkEstimate(report, ["estimates", index], estimate, names);
  });
  const today = issues.map((issue) => issue.today);
  const todayOn = (day: string) => todayFrom(issues, today, day);
  const rules = (document.rules ?? []).map((rule, index) => resolveRule(report, ["rules", index], rule, names));
  const deadlines = readDeadlines(report, document, names);
  const noDeals = withDeadlines(readNoDeals(report, document, names), deadlines);
  // Before the first of its entries no deal is as today.
  const now = begunBefore(noDeals, dayOf(document));
  const noDeal = noDeals.length > 0 ? withOptions(today, now?.changes ?? new Map()) : null;
  // A rule that lost an issue forbids more than it says.
  if (!unsure.has("issue")) {
    const physical = rules.filter((_, index) => !document.rules?.[index]?.agreementsOnly);
    const days = new Set(
      issues.flatMap(({ states = [] }) => states.flatMap(({ from }) => (from ? [firstDay(from)] : []))),
    );
    expectPossible(report, ["issues"], "today", today, physical);
    for (const day of days) expectPossible(report, ["issues"], `what was in force on ${day}`, todayOn(day), physical);
    for (const { from, changes } of noDeals) {
      const then = withOptions(from === null ? today : todayOn(firstDay(from)), changes);
      expectPossible(report, ["noDeal"], "the no-deal package", then, physical);
    }
  }
  return {
    unsure: unread,
    names,
    acceptance: readAcceptance(report, document),
    rules,
    today,
    todayOn,
    noDeal,
    noDeals:
      noDeals.length > 1 || noDeals.some(({ from }) => from !== null) || issues.some(({ states }) => states)
        ? noDeals
        : [],
    deadlines,
    terms: (document.terms ?? []).map((term, index) => resolveTerm(report, ["terms", index], term, names)),
    inventories: resolveInventories(report, document.inventories, names),
  };
}

/** Who must sign; parties that are none, and numbers that nobody can reach, are reported. */
function readAcceptance(report: Reporter, { acceptance, parties }: CaseDocument): Acceptance | null {
  if (!acceptance) return null;
  const seated = parties.filter(({ role }) => role === "negotiating").map(({ id }) => id);
  const known = (path: Path, ids: readonly string[] = []) =>
    ids.filter((id, index) => {
      const here = [...path, index];
      if (
        !expectName(
          report,
          here,
          "party",
          id,
          parties.map((party) => party.id),
        )
      )
        return false;
      if (ids.indexOf(id) < index) report.error(here, `${id} stands twice in this list. Keep one.`);
      else if (!seated.includes(id)) report.error(here, `${id} is not negotiating, so nobody waits for it to sign.`);
      return seated.includes(id);
    });
  const { atLeast = 0, all, groups = [] } = acceptance;
  if (atLeast > seated.length)
    report.error(
      ["acceptance", "atLeast"],
      `${atLeast} must sign, but only ${seated.length} negotiate, so no agreement could ever stand. Write ${seated.length} or fewer.`,
    );
  if (acceptance.atLeast === undefined && (all ?? []).length === 0 && groups.length === 0)
    report.error(["acceptance"], "says nothing of who must sign: write atLeast, all or groups, or leave it out.");
  return {
    atLeast,
    all: known(["acceptance", "all"], all),
    groups: groups.map(({ of, atLeast: least }, index) => {
      const path = ["acceptance", "groups", index];
      if (least > of.length)
        report.error(
          [...path, "atLeast"],
          `${least} of a group of ${of.length} must sign, so no agreement could ever stand. Write ${of.length} or fewer.`,
        );
      return { of: known([...path, "of"], of), atLeast: least };
    }),
  };
}

/** What no deal changes against today, earliest first. */
function readNoDeals(
  report: Reporter,
  { noDeal }: CaseDocument,
  names: Targets,
): Dated<{ changes: Map<number, number> }>[] {
  if (noDeal === undefined) return [];
  const read = (written: Record<string, string | number>, path: Path) => ({
    changes: readPartialPackage(report, path, written, names),
  });
  if (!Array.isArray(noDeal)) return [{ from: null, ...read(noDeal, ["noDeal"]) }];
  return readDated(report, ["noDeal"], noDeal, ({ package: written }, path) => read(written, [...path, "package"]));
}

/** Deadlines, earliest first. One that has passed on the day from which the case is seen is told. */
function readDeadlines(report: Reporter, { deadlines = [], asOf }: CaseDocument, names: Targets): Deadline[] {
  expectDistinct(report, ["deadlines"], deadlines);
  const found = deadlines.map(({ id, text, on, otherwise = {}, source }, index): Deadline => {
    const path = ["deadlines", index];
    if (source !== undefined) expectName(report, [...path, "source"], "source", source, names.sources);
    const day = String(on);
    if (asOf !== undefined && isDate(day) && isDate(String(asOf)) && lastDay(day) < firstDay(String(asOf)))
      report.warning(
        [...path, "on"],
        `passed on ${day}, before the day from which the case is seen (${asOf}). Write what has come of it under today, or give the new day.`,
      );
    return { id, text, on: day, otherwise: readPartialPackage(report, [...path, "otherwise"], otherwise, names) };
  });
  return found.filter(({ on }) => isDate(on)).sort((a, b) => inTime(a.on, b.on));
}

/** What no deal means, with what deadlines that pass change about it from the day after. */
function withDeadlines(
  noDeals: readonly Dated<{ changes: Map<number, number> }>[],
  deadlines: readonly Deadline[],
): Dated<{ changes: Map<number, number> }>[] {
  const passed = deadlines.filter(({ otherwise }) => otherwise.size > 0);
  if (passed.length === 0) return [...noDeals];
  const days = new Set([
    ...noDeals.map(({ from }) => from),
    ...passed.map(({ on }) => addDays(lastDay(on), 1) as string | null),
  ]);
  const inOrder = [...days].sort((a, b) => (a === null ? -1 : b === null ? 1 : inTime(a, b)));
  return inOrder.map((from) => {
    const before = from === null ? noDeals.find((one) => one.from === null) : begunBefore(noDeals, firstDay(from));
    const since = passed.filter(({ on }) => from !== null && lastDay(on) < firstDay(from));
    return {
      from,
      changes: new Map([...(before?.changes ?? []), ...since.flatMap(({ otherwise }) => [...otherwise])]),
    };
  });
}

function checkEstimate(
  report: Reporter,
  here: Path,
  { source, low, high, central }: NonNullable<CaseDocument["estimates"]>[number],
  { sources }: Targets,
): void {
  expectName(report, [...here, "source"], "source", source, sources);
  if (central !== undefined && (central < (low ?? central) || central > (high ?? central)))
    report.error([...here, "central"], `the central estimate (${central}) lies outside ${low ?? "…"}–${high ?? "…"}.`);
  if (low !== undefined && high !== undefined && low > high)
    report.error([...here, "low"], `the low estimate (${low}) is above the high one (${high}).`);
}

function resolveParty({
  id,
  name,
  role,
  aliases,
  plural,
  from,
  until,
  atTable,
  ratifies,
}: CaseDocument["parties"][number]) {
  return {
    id,
    name,
    role,
    ...(aliases !== undefined && { aliases }),
    ...(plural !== undefined && { plural }),
    ...(from !== undefined && { from: String(from) }),
    ...(until !== undefined && { until: String(until) }),
    ...(atTable !== undefined && { atTable: String(atTable) }),
    ...(role === "ratifying" && {
      ratifies: { by: ratifies?.by === undefined ? null : String(ratifies.by), share: ratifies?.share ?? null },
    }),
  };
}

function checkPartyDates(report: Reporter, document: CaseDocument): void {
  document.parties.forEach((party, index) => {
    const path = ["parties", index];
    expectOrder(report, [...path, "until"], party.from, party.until);
    if (
      party.from !== undefined &&
      party.atTable !== undefined &&
      lastDay(String(party.atTable)) < firstDay(String(party.from))
    )
      report.error(
        [...path, "atTable"],
        `comes to the table (${party.atTable}) before it exists (${party.from}). Mend one of the days.`,
      );
    expectOrder(report, [...path, "until"], party.atTable, party.until);
    if (party.ratifies && party.role !== "ratifying")
      report.error(
        [...path, "ratifies"],
        `${party.id} is ${party.role}; only a party whose role is ratifying says yes or no afterwards.`,
      );
  });
}

function resolveRule(
  report: Reporter,
  path: (string | number)[],
  rule: NonNullable<CaseDocument["rules"]>[number],
  names: Targets,
): Rule {
  const read = (key: "when" | "needs" | "never") => readConditions(report, [...path, key], rule[key] ?? {}, names);
  const { when, needs, never } = { when: read("when"), needs: read("needs"), never: read("never") };
  if (rule.never && (rule.when || rule.needs))
    report.error(path, `rule "${rule.id}" has both never and when/needs. Make it two rules.`);
  if (!rule.never && !rule.needs) report.error(path, `rule "${rule.id}" says nothing: write when and needs, or never.`);
  const forbidden = [
    ...(never.size > 0 ? [never] : []),
    ...[...needs].map(([issue, allowed]) => without(when, issue, allowed, names)),
  ];
  return {
    id: rule.id,
    text: rule.text ?? rule.id,
    forbidden: forbidden.filter((conditions) => [...conditions.values()].every((set) => set.size > 0)),
  };
}

/** All of `when`, with the issue outside `allowed`. */
function without(when: Conditions, issue: number, allowed: ReadonlySet<number>, names: Targets): Conditions {
  const others = new Set<number>();
  names.issues[issue]?.options.forEach((_, option) => {
    if (!allowed.has(option) && (when.get(issue)?.has(option) ?? true)) others.add(option);
  });
  return new Map([...when, [issue, others]]);
}

function expectPossible(report: Reporter, path: Path, what: string, options: Package, rules: readonly Rule[]): void {
  for (const rule of rules) {
    if (rule.forbidden.some((conditions) => meets(options, conditions)))
      report.error(path, `${what} breaks rule "${rule.id}", so the rule cannot hold for everyone. Mend one of them.`);
  }
}

/** The options of its issue that a part of a term asks for: from the first to the last; null where it asks for none. */
function readAsked(
  report: Reporter,
  path: (string | number)[],
  component: NonNullable<CaseDocument["terms"]>[number]["components"][number],
  names: Targets,
): TermComponent["asks"] | null {
  const sides = (["atLeast", "atMost", "exactly"] as const).filter((side) => component[side] !== undefined);
  const [first] = sides;
  if (first === undefined) return null;
  if (component.issue === undefined) {
    report.error([...path, first], "names an option without its issue; add issue:.");
    return null;
  }
  const issue = names.issues[names.issueAt.get(component.issue) ?? -1];
  if (!issue) return null;
  if (component.exactly !== undefined && sides.length > 1) {
    report.error([...path, "exactly"], `stands beside ${first}. Keep one of the two.`);
    return null;
  }
  const places = new Map<string, number>();
  for (const side of sides) {
    const option = findOption(report, [...path, side], component[side] as string | number, issue);
    if (option === null) return null;
    if (side !== "exactly" && !issue.ordered)
      report.error(
        [...path, side],
        `issue "${issue.id}" has no order, so "${side === "atLeast" ? "at least" : "at most"}" means nothing there. Write exactly: instead.`,
      );
    places.set(side, option);
  }
  const exact = places.get("exactly");
  const [least, most] = [
    exact ?? places.get("atLeast") ?? 0,
    exact ?? places.get("atMost") ?? issue.options.length - 1,
  ];
  if (least > most) {
    report.error(
      [...path, "atMost"],
      `no option of "${issue.id}" is at least "${component.atLeast}" and at most "${component.atMost}".`,
    );
    return null;
  }
  return { least, most };
}

function resolveTerm(
  report: Reporter,
  path: (string | number)[],
  term: NonNullable<CaseDocument["terms"]>[number],
  names: Targets,
): Term {
  expectDistinct(report, [...path, "components"], term.components);
  const components = term.components.map((component, index) => {
    const here = [...path, "components", index];
    if (component.issue !== undefined)
      expectName(report, [...here, "issue"], "issue", component.issue, [...names.issueAt.keys()]);
    const asks = readAsked(report, here, component, names);
    return {
      id: component.id,
      text: component.text,
      ...(component.issue !== undefined && { issue: component.issue }),
      ...(asks && { asks }),
    };
  });
  const ids = new Set(components.map(({ id }) => id));
  const read = new Set<string>();
  const readings = (term.readings ?? []).map((reading, index) => {
    const here = [...path, "readings", index];
    expectName(report, [...here, "party"], "party", reading.party, [...names.parties.keys()]);
    if (read.has(reading.party))
      report.error([...here, "party"], `${reading.party} reads "${term.name}" twice; make it one reading.`);
    read.add(reading.party);
    const counted = new Set(reading.in);
    if (reading.source !== undefined) expectName(report, [...here, "source"], "source", reading.source, names.sources);
    for (const side of ["in", "out"] as const) {
      reading[side]?.forEach((component, place) => {
        expectName(report, [...here, side, place], "component", component, ids);
        if (side === "out" && counted.has(component))
          report.error([...here, side, place], `"${component}" is both in and out for ${reading.party}.`);
      });
    }
    for (const component of Object.keys(reading.wording ?? {}))
      expectName(report, [...here, "wording", component], "component", component, ids);
    return {
      party: reading.party,
      in: reading.in ?? [],
      out: reading.out ?? [],
      wording: new Map(Object.entries(reading.wording ?? {})),
    };
  });
  return { id: term.id, name: term.name, components, readings };
}
