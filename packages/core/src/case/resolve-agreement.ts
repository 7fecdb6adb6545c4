import { checkDates, expectOrder } from "./checks.js";
import { expectDistinct, expectName, readPartialPackage, withOptions } from "./names.js";
import type { Problem } from "./problems.js";
import { reporter } from "./reporter.js";
import type { Frame } from "./resolve-case.js";
import type { AgreementDocument } from "./schema.js";
import type { SourceText } from "./source-text.js";
import type { Meeting, NamedPackage, Offer } from "./types.js";

/** What is on the table, and the meetings. */
export function resolveAgreement(
  source: SourceText<AgreementDocument>,
  frame: Frame,
  offers: readonly Offer[],
  problems: Problem[],
): { meetings: Meeting[]; onTheTable: NamedPackage | null } {
  const report = reporter(source, problems);
  const { meetings = [], onTheTable } = source.value;
  checkDates(report, [], source.value);
  expectDistinct(report, ["meetings"], meetings);
  const resolved = meetings.map((meeting, index) => {
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
  });
  if (onTheTable === undefined) return { meetings: resolved, onTheTable: null };
  if (onTheTable === "today") return { meetings: resolved, onTheTable: { name: "today", options: frame.today } };
  if (onTheTable === "no-deal")
    return { meetings: resolved, onTheTable: { name: "no deal", options: frame.noDeal ?? frame.today } };
  if (typeof onTheTable === "string") {
    expectName(
      report,
      ["onTheTable"],
      "offer",
      onTheTable,
      offers.map(({ id }) => id),
    );
    const offer = offers.find(({ id }) => id === onTheTable);
    return { meetings: resolved, onTheTable: offer ? { name: offer.name, options: offer.options } : null };
  }
  const changes = readPartialPackage(report, ["onTheTable"], onTheTable, frame.names);
  return { meetings: resolved, onTheTable: { name: "on the table", options: withOptions(frame.today, changes) } };
}
