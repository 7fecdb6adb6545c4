// The step of reading a case that checks the commitments in agreement.yaml: names, how far each moves its issue, dates,
// and circular waits.

import { dayWritten } from "./calendar.js";
import { firstDay, lastDay } from "./dates.js";
import { expectDistinct, expectName, expectTerms, findIssue, findOption, type Targets } from "./names.js";
import type { Path } from "./path.js";
import { addPeriod, type Period } from "./periods.js";
import type { Reporter } from "./reporter.js";
import type { Basics } from "./resolve-case.js";
import { expectPeriod } from "./resolve-period.js";
import type { AgreementDocument } from "./schema.js";
import type { SourceText } from "./source-text.js";
import type { Advance, Commitment, Issue } from "./types.js";

type Written = NonNullable<AgreementDocument["commitments"]>[number];

/** How far the commitments read so far bring an issue: `done` of the way from … to. */
interface Reached {
  readonly from: number;
  readonly to: number;
  readonly done: number;
  readonly by: string | null;
}

/** The commitments in the order of the file; those on one issue follow each other. */
export function resolveCommitments(
  report: Reporter,
  source: SourceText<AgreementDocument>,
  { names }: Basics,
): Commitment[] {
  const written = source.value.commitments ?? [];
  expectDistinct(report, ["commitments"], written);
  const ids = written.map(({ id }) => id);
  const reached = new Map<string, Reached>();
  const found = written.flatMap((commitment, index): Commitment[] => {
    const here = ["commitments", index];
    checkNames(report, here, commitment, ids, names);
    const terms = expectTerms(report, here, commitment.terms, names);
    const before = commitment.issue === undefined ? null : (reached.get(commitment.issue)?.by ?? null);
    const move = readMove(report, here, commitment, names, reached);
    if (move === undefined) return [];
    const takes = expectPeriod(report, [...here, "takes"], commitment.takes);
    checkDue(report, here, commitment, takes);
    return [
      {
        id: commitment.id,
        by: [...new Set([commitment.by].flat())],
        for: [commitment.for ?? []].flat(),
        move,
        text: commitment.text ?? moveText(move, names),
        article: commitment.article ?? null,
        terms,
        after: [...new Set([...(commitment.after ?? []), ...(before === null ? [] : [before])])],
        takes,
        verification: {
          method: commitment.verification?.method ?? null,
          takes: expectPeriod(report, [...here, "verification", "takes"], commitment.verification?.takes),
        },
        reversible: commitment.reversible ?? 0,
        divisible: commitment.divisible ?? false,
        start: dayWritten(commitment.start, firstDay),
        due: dayWritten(commitment.due, lastDay),
      },
    ];
  });
  reportCycles(report, written, found);
  return found;
}

function checkNames(report: Reporter, here: Path, written: Written, ids: readonly string[], names: Targets): void {
  [written.by].flat().forEach((party, place, all) => {
    const at = Array.isArray(written.by) ? [...here, "by", place] : [...here, "by"];
    if (expectName(report, at, "party", party, [...names.parties.keys()]) && all.indexOf(party) < place)
      report.error(at, `${party} stands twice among those who promise it. Keep one.`);
  });
  [written.for ?? []].flat().forEach((party, place, all) => {
    const at = Array.isArray(written.for) ? [...here, "for", place] : [...here, "for"];
    if (expectName(report, at, "party", party, [...names.parties.keys()]) && all.indexOf(party) < place)
      report.error(at, `${party} stands twice among those whom it serves. Keep one.`);
  });
  if (written.source !== undefined) expectName(report, [...here, "source"], "source", written.source, names.sources);
  written.after?.forEach((id, place) => {
    expectName(report, [...here, "after", place], "commitment", id, ids);
  });
}

/** A commitment cannot be complete on time where it begins too late. */
function checkDue(report: Reporter, here: Path, { start, due }: Written, takes: Period): void {
  const [begins, by] = [dayWritten(start, firstDay), dayWritten(due, lastDay)];
  if (begins !== null && by !== null && addPeriod(begins, takes) > by)
    report.warning(
      [...here, "due"],
      `begins on ${begins} and so ends on ${addPeriod(begins, takes)}, after it is due.`,
    );
}

/** @returns null where it moves no issue; undefined, with a problem, where it cannot be read */
function readMove(
  report: Reporter,
  here: Path,
  written: Written,
  names: Targets,
  reached: Map<string, Reached>,
): Advance | null | undefined {
  if (written.issue === undefined) return checkUnmoved(report, here, written);
  const place = findIssue(report, [...here, "issue"], written.issue, names);
  const issue = place === null ? undefined : names.issues[place];
  if (issue && written.to === undefined)
    report.error(here, `"${written.id}" names an issue and not where it brings it; add to:.`);
  const to = issue && written.to !== undefined ? findOption(report, [...here, "to"], written.to, issue) : null;
  if (!issue || to === null) return undefined;
  const given = written.from === undefined ? null : findOption(report, [...here, "from"], written.from, issue);
  const before = reached.get(issue.id) ?? { from: issue.today, to: issue.today, done: 1, by: null };
  const [from, begun] = before.done < 1 ? [before.from, before.done] : [before.to, 0];
  const share = written.share ?? 1 - begun;
  if (given !== null && given !== from)
    report.error(
      [...here, "from"],
      `begins at "${written.from}", but ${before.by === null ? "today" : `after "${before.by}"`} the issue stands at "${nameAt(issue, from)}".`,
    );
  if (before.done < 1 && to !== before.to)
    report.error(
      [...here, "to"],
      `leads to "${written.to}", but "${before.by}" went ${percentOf(before.done)} of the way to "${nameAt(issue, before.to)}". Go the rest of that way first.`,
    );
  if (begun + share > 1 + 1e-9)
    report.error(
      [...here, "share"],
      `with "${before.by}" this is ${percentOf(begun + share)} of the way. Make it 100 % at most.`,
    );
  if (written.share !== undefined && written.share < 1 && !issue.ordered)
    report.error([...here, "share"], `the options of "${issue.id}" have no order, so nothing lies on the way to one.`);
  if (to === from) report.error([...here, "to"], `the issue stands at "${written.to}" already, so this moves nothing.`);
  reached.set(issue.id, { from, to, done: begun + share > 1 - 1e-9 ? 1 : begun + share, by: written.id });
  return { issue: issue.id, from, to, begun, share };
}

function checkUnmoved(report: Reporter, here: Path, written: Written): null {
  for (const key of ["from", "to", "share"] as const)
    if (written[key] !== undefined) report.error([...here, key], `goes with an issue; "${written.id}" names none.`);
  if (written.text === undefined) report.error(here, `"${written.id}" moves no issue, so say what it is: add text:.`);
  return null;
}

const percentOf = (share: number): string => `${Math.round(100 * share)} %`;

const nameAt = (issue: Issue, option: number): string => issue.options[option]?.id ?? "";

function moveText(move: Advance | null, { issues, issueAt }: Targets): string {
  const issue = move && issues[issueAt.get(move.issue) ?? -1];
  if (!move || !issue) return "";
  const part = move.share < 1 ? ` (${percentOf(move.share)} of the way)` : "";
  return `${issue.name}: ${issue.options[move.to]?.name}${part}`;
}

/** Says of every circle, once, who waits for whom. */
function reportCycles(report: Reporter, written: readonly Written[], commitments: readonly Commitment[]): void {
  const after = new Map(commitments.map(({ id, after }) => [id, after]));
  const state = new Map<string, "open" | "closed">();
  const visit = (id: string, path: readonly string[]): void => {
    if (state.get(id) === "closed") return;
    if (state.get(id) === "open") {
      const circle = path.slice(path.indexOf(id));
      const index = written.findIndex((one) => one.id === id);
      report.error(
        ["commitments", index, "after"],
        `waits for itself: ${[...circle, id].map((one) => `"${one}"`).join(" after ")}. Take one of these out.`,
      );
      return;
    }
    state.set(id, "open");
    for (const first of after.get(id) ?? []) visit(first, [...path, id]);
    state.set(id, "closed");
  };
  for (const { id } of commitments) visit(id, []);
}
