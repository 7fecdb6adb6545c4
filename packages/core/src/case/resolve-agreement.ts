import { checkDates, expectOrder } from "./checks.js";
import {
  expectDistinct,
  expectName,
  expectTerms,
  findIssue,
  findOption,
  readPartialPackage,
  withOptions,
} from "./names.js";
import type { Problem } from "./problems.js";
import { type Reporter, reporter } from "./reporter.js";
import type { Frame } from "./resolve-case.js";
import type { AgreementDocument } from "./schema.js";
import type { SourceText } from "./source-text.js";
import type { Commitment, Meeting, NamedPackage, Offer } from "./types.js";

/** What is on the table, what is promised, and the meetings. */
export function resolveAgreement(
  source: SourceText<AgreementDocument>,
  frame: Frame,
  offers: readonly Offer[],
  problems: Problem[],
): { commitments: Commitment[]; meetings: Meeting[]; onTheTable: NamedPackage | null } {
  const report = reporter(source, problems);
  const { meetings = [] } = source.value;
  checkDates(report, [], source.value);
  expectDistinct(report, ["meetings"], meetings);
  return {
    commitments: resolveCommitments(report, source.value.commitments ?? [], frame),
    meetings: meetings.map((meeting, index) => {
      expectOrder(report, ["meetings", index, "until"], meeting.from, meeting.until);
      if (meeting.source !== undefined)
        expectName(report, ["meetings", index, "source"], "source", meeting.source, frame.names.sources);
      return {
        id: meeting.id,
        name: meeting.name,
        from: String(meeting.from),
        until: meeting.until === undefined ? null : String(meeting.until),
        place: meeting.place ?? null,
        sessions: meeting.sessions ?? [],
        every: meeting.every ?? null,
      };
    }),
    onTheTable: resolveTable(report, source.value.onTheTable, frame, offers),
  };
}

function resolveCommitments(
  report: Reporter,
  written: NonNullable<AgreementDocument["commitments"]>,
  { names }: Frame,
): Commitment[] {
  expectDistinct(report, ["commitments"], written);
  return written.flatMap((commitment, index): Commitment[] => {
    const here = ["commitments", index];
    expectName(report, [...here, "by"], "party", commitment.by, names.parties.keys());
    if (commitment.source !== undefined)
      expectName(report, [...here, "source"], "source", commitment.source, names.sources);
    const terms = expectTerms(report, here, commitment.terms, names);
    const place = findIssue(report, [...here, "issue"], commitment.issue, names);
    const issue = place === null ? undefined : names.issues[place];
    const to = issue ? findOption(report, [...here, "to"], commitment.to, issue) : null;
    if (!issue || to === null) return [];
    const text = commitment.text ?? `${issue.name}: ${issue.options[to]?.name}`;
    return [{ id: commitment.id, by: commitment.by, issue: issue.id, to, text, terms }];
  });
}

function resolveTable(
  report: Reporter,
  written: AgreementDocument["onTheTable"],
  frame: Frame,
  offers: readonly Offer[],
): NamedPackage | null {
  if (written === undefined) return null;
  if (written === "today") return { name: "today", options: frame.today };
  if (written === "no-deal") return { name: "no deal", options: frame.noDeal ?? frame.today };
  if (typeof written === "string") {
    const ids = offers.map(({ id }) => id);
    expectName(report, ["onTheTable"], "offer", written, ids);
    const offer = offers.find(({ id }) => id === written);
    return offer ? { name: offer.name, options: offer.options } : null;
  }
  const changes = readPartialPackage(report, ["onTheTable"], written, frame.names);
  return { name: "on the table", options: withOptions(frame.today, changes) };
}
