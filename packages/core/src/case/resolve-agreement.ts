// The step of reading a case that checks agreement.yaml and turns it into commitments, a roadmap, meetings, obligations
// and more.

import { isDate } from "./calendar.js";
import { checkDates } from "./checks.js";
import { firstDay, lastDay } from "./dates.js";
import { expectDistinct, expectName, expectTerms, readPartialPackage, withOptions } from "./names.js";
import type { Path } from "./path.js";
import type { Problem } from "./problems.js";
import { type Reporter, reporter } from "./reporter.js";
import type { Basics } from "./resolve-case.js";
import { resolveCommitments } from "./resolve-commitments.js";
import { NO_FRAMEWORK, resolveFramework, resolveMeetings } from "./resolve-meetings.js";
import { resolveObligations } from "./resolve-obligations.js";
import { expectPeriod } from "./resolve-period.js";
import type { AgreementDocument } from "./schema.js";
import type { SourceText } from "./source-text.js";
import type { Case, Commitment, Milestone, NamedPackage, Offer, RoadmapTerms, SideLetter } from "./types.js";

type Agreement = Pick<
  Case,
  | "commitments"
  | "roadmap"
  | "framework"
  | "meetings"
  | "metrics"
  | "obligations"
  | "powers"
  | "sideLetters"
  | "onTheTable"
>;

const NO_ROADMAP: RoadmapTerms = { start: null, deposits: [], guarantees: [], escrows: [], milestones: [] };

export const NO_AGREEMENT: Agreement = {
  commitments: [],
  roadmap: NO_ROADMAP,
  framework: NO_FRAMEWORK,
  meetings: [],
  metrics: [],
  obligations: [],
  powers: [],
  sideLetters: [],
  onTheTable: null,
};

/** What is on the table, what is promised and in what order, and the meetings. */
export function resolveAgreement(
  source: SourceText<AgreementDocument>,
  frame: Basics,
  offers: readonly Offer[],
  problems: Problem[],
): Agreement {
  const report = reporter(source, problems, frame.unsure);
  checkDates(report, "agreement", source.value);
  const commitments = resolveCommitments(report, source, frame);
  return {
    commitments,
    roadmap: resolveRoadmap(report, source.value.roadmap, commitments, frame),
    framework: resolveFramework(report, source.value.framework, frame.names),
    meetings: resolveMeetings(report, source.value.meetings, frame.names),
    ...resolveObligations(report, source.value, commitments, frame.names),
    sideLetters: resolveLetters(report, source.value.sideLetters, frame),
    onTheTable: resolveTable(report, source.value.onTheTable, frame, offers),
  };
}

/** Letters of one side, each to the others or to some of them. */
function resolveLetters(
  report: Reporter,
  written: AgreementDocument["sideLetters"] = [],
  { names }: Basics,
): SideLetter[] {
  expectDistinct(report, ["sideLetters"], written);
  const known = [...names.parties.keys()];
  return written.map(({ id, by, to, text, terms, source }, index) => {
    const path = ["sideLetters", index];
    expectName(report, [...path, "by"], "party", by, known);
    const readers = [to ?? []].flat();
    readers.forEach((party, place) => {
      const here = Array.isArray(to) ? [...path, "to", place] : [...path, "to"];
      if (!expectName(report, here, "party", party, known)) return;
      if (readers.indexOf(party) < place)
        report.error(here, `${party} stands twice among those it is written to. Keep one.`);
      if (party === by)
        report.error(here, `${by} writes this letter itself; say whom it is written to, or leave to: out.`);
    });
    if (source !== undefined) expectName(report, [...path, "source"], "source", source, names.sources);
    const others = [...names.parties.values()].filter(({ id: one, role }) => role === "negotiating" && one !== by);
    return {
      id,
      by,
      to: readers.length > 0 ? readers : others.map((party) => party.id),
      text,
      terms: expectTerms(report, path, terms, names),
    };
  });
}

type WrittenRoadmap = NonNullable<AgreementDocument["roadmap"]>;

function resolveRoadmap(
  report: Reporter,
  written: WrittenRoadmap = {},
  commitments: readonly Commitment[],
  frame: Basics,
): RoadmapTerms {
  const { deposits = [], guarantees = [], escrows = [], milestones = [] } = written;
  const { names } = frame;
  const ids = commitments.map(({ id }) => id);
  for (const list of ["deposits", "guarantees", "escrows", "milestones"] as const)
    expectDistinct(report, ["roadmap", list], written[list]);
  // One name space: commitments and releases are steps alike, and an interests file says what a deposit or a guarantee is worth.
  [...deposits, ...guarantees, ...escrows].forEach(({ id }, index, all) => {
    if (ids.includes(id) || all.findIndex((one) => one.id === id) < index)
      report.error(["roadmap"], `the id "${id}" stands for two things of the agreement; rename one.`);
  });
  for (const [index, { by }] of deposits.entries())
    expectName(report, ["roadmap", "deposits", index, "by"], "party", by, [...names.parties.keys()]);
  for (const [index, guarantee] of guarantees.entries())
    expectName(report, ["roadmap", "guarantees", index, "for"], "party", guarantee.for, [...names.parties.keys()]);
  for (const list of ["deposits", "guarantees", "milestones"] as const)
    written[list]?.forEach(({ source }, index) => {
      if (source !== undefined) expectName(report, ["roadmap", list, index, "source"], "source", source, names.sources);
    });
  checkEscrows(report, escrows, ids);
  return {
    start: written.start === undefined ? null : firstDay(String(written.start)),
    deposits: deposits.map(({ id, by, text }) => ({ id, by, text })),
    guarantees: guarantees.map(({ id, by, for: whom, text }) => ({ id, by, for: whom, text })),
    escrows: escrows.map(({ id, by, text, holds }) => ({ id, by: by ?? null, text: text ?? id, holds })),
    milestones: milestones.map((one, index) => resolveMilestone(report, one, index, ids, frame)),
  };
}

function checkEscrows(report: Reporter, escrows: NonNullable<WrittenRoadmap["escrows"]>, ids: readonly string[]): void {
  const held = new Set<string>();
  escrows.forEach(({ holds }, index) => {
    holds.forEach((id, place) => {
      const path = ["roadmap", "escrows", index, "holds", place];
      if (expectName(report, path, "commitment", id, ids) && held.has(id))
        report.error(path, `"${id}" is held twice. Keep one.`);
      held.add(id);
    });
  });
}

function resolveMilestone(
  report: Reporter,
  written: NonNullable<WrittenRoadmap["milestones"]>[number],
  index: number,
  ids: readonly string[],
  { names }: Basics,
): Milestone {
  const path = ["roadmap", "milestones", index];
  written.complete?.forEach((id, place) => {
    expectName(report, [...path, "complete", place], "commitment", id, ids);
  });
  for (const id of Object.keys(written.atMost?.of ?? {})) {
    const here = [...path, "atMost", "of", id];
    const known = expectName(report, here, "issue", id, [...names.issueAt.keys()]);
    const options = known ? (names.issues[names.issueAt.get(id) ?? 0]?.options ?? []) : [];
    if (options.some((option) => !Number.isFinite(Number(option.id))))
      report.error(here, `the options of "${id}" are no numbers, so nothing of it can be counted.`);
  }
  if (!written.complete && !written.atMost)
    report.error(path, `milestone "${written.id}" asks for nothing: write complete or atMost.`);
  const { atMost } = written;
  return {
    id: written.id,
    name: written.name,
    at: readMoment(report, [...path, "at"], String(written.at)),
    complete: written.complete ?? [],
    atMost: atMost ? { total: atMost.total, of: atMost.of, unit: atMost.unit ?? null } : null,
  };
}

function readMoment(report: Reporter, path: Path, written: string): Milestone["at"] {
  return isDate(written) ? lastDay(written) : expectPeriod(report, path, written);
}

function resolveTable(
  report: Reporter,
  written: AgreementDocument["onTheTable"],
  frame: Basics,
  offers: readonly Offer[],
): NamedPackage | null {
  if (written === undefined) return null;
  if (written === "today") return { name: "today", options: frame.today };
  if (written === "no-deal") return { name: "no deal", options: frame.noDeal ?? frame.today };
  if (typeof written === "string") {
    const ids = offers.map(({ id }) => id);
    expectName(report, ["onTheTable"], "offer", written, ids);
    const offer = offers.find(({ id }) => id === written);
    return offer ? { name: offer.name, options: offer.options, since: offer.date } : null;
  }
  const changes = readPartialPackage(report, ["onTheTable"], written, frame.names);
  return { name: "on the table", options: withOptions(frame.today, changes) };
}
