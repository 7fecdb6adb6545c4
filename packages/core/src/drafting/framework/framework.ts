// The text that the delegations sign, as far as the case has it: what is open stands in square brackets, what is weak is
// flagged, and every clause says which fields of the case it was made from. Nothing here is made up.

import type { AnalysisOptions } from "../../agreements/index.js";
import { type Case, type Day, done, type Outcome, seatedOn, type Viewing, viewingOf } from "../../case/index.js";
import { terms } from "../../evidence/index.js";
import type { Roadmap } from "../../implementation/index.js";
import { capital, listed, pronoun, verb } from "../../wording/index.js";
import { bracketsOf, type DraftPart, entriesOf, FLAG_KINDS, type Flag } from "../document.js";
import { isSeated } from "../promises.js";
import { type Plan, planOf, seriesOf } from "../schedule/schedule.js";
import { lettersAnnex, roadmapAnnex, scheduleAnnex, verificationAnnex } from "./annexes.js";
import { disputesArticle } from "./disputes.js";
import { finalArticles } from "./final.js";
import { COMMITMENT, type Frame, OBLIGATION, undertakingsOf } from "./frame.js";
import { definitions, partiesArticle, preamble } from "./opening.js";
import { orderArticle } from "./order.js";
import { undertakingArticle } from "./undertakings.js";
import { meetingsArticle, verificationArticle } from "./watching.js";

export interface Framework extends Viewing {
  readonly kind: "framework";
  readonly method: string;
  readonly heading: string;
  readonly sentence: string;
  readonly parts: readonly DraftPart[];
  readonly brackets: number;
  /** Clauses that bear a flag, by its kind. */
  readonly flagged: Readonly<Record<Flag["kind"], number>>;
  /** issue → option: what the commitments bring about; what is on the table, where that is on record. */
  readonly package: Readonly<Record<string, string>>;
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  readonly remarks: readonly string[];
}

/**
 * Drafts the framework. Days that the case does not set are the roadmap's proposal, in brackets.
 * @param given the case's plan, where it was worked out already with the same options
 * @returns refused where nothing says from which day the case is seen, or what was said leaves no model
 */
export function framework(
  written: Case,
  options: AnalysisOptions = {},
  given: Outcome<Plan> | null = null,
): Outcome<Framework> {
  const viewing = viewingOf(written, options);
  if (!viewing.ok) return viewing;
  const negotiation = seatedOn(written, viewing.value.asOf);
  const words = terms(negotiation, viewingOptions(viewing.value));
  if (!words.ok) return words;
  const plan = given ?? planOf(negotiation, options);
  if (!plan.ok) return plan;
  const { road, reasons } = plan.value;
  const undertakings = undertakingsOf(negotiation);
  const frame: Frame = {
    negotiation,
    terms: words.value.terms,
    road,
    numbers: new Map(
      undertakings.flatMap(({ commitments, obligations }, place) =>
        [
          ...commitments.map(({ one }) => `${COMMITMENT}:${one.id}`),
          ...obligations.map(({ one }) => `${OBLIGATION}:${one.id}`),
        ].map((id, k): [string, string] => [id, `${FIRST + place}.${k + 1}`]),
      ),
    ),
  };
  const series = seriesOf(negotiation, viewing.value.asOf, road);
  const next = FIRST + undertakings.length;
  const parts = [
    preamble(frame),
    partiesArticle(frame, 1),
    definitions(frame, 2),
    ...undertakings.map((one, place) => undertakingArticle(frame, FIRST + place, one)),
    orderArticle(frame, next),
    verificationArticle(frame, next + 1),
    meetingsArticle(frame, next + 2, series, viewing.value.asOf),
    disputesArticle(frame, next + 3),
    ...finalArticles(frame, next + 4),
    ...[
      roadmapAnnex(frame),
      verificationAnnex(frame),
      scheduleAnnex(frame, series, viewing.value.asOf),
      lettersAnnex(frame),
    ].filter((part): part is DraftPart => part !== null),
  ].filter(({ blocks }) => blocks.some((block) => block.kind === "clause" || block.rows.length > 0));
  const flagged = countFlags(parts);
  const brackets = bracketsOf(parts).length;
  return done({
    ...viewing.value,
    kind: "framework",
    method:
      "one clause for every field that is on record, in the order of the case; days that are not set by the roadmap",
    heading: negotiation.framework.title ?? `Framework: ${negotiation.title}`,
    sentence: sentenceOf(brackets, parts, flagged, undertakings.length),
    parts,
    brackets,
    flagged,
    package: packageOf(negotiation),
    parties: negotiation.parties.filter(({ role }) => role !== "absent").map(({ id, name }) => ({ id, name })),
    remarks: [...reasons, ...shortfalls(road), ...withoutSeat(negotiation, viewing.value.asOf)],
  });
}

/** Articles 1 and 2 are the parties and the words. */
const FIRST = 3;

const viewingOptions = ({ asOf, sharedWith }: Viewing) => ({ asOf, sharedWith });

/** Clauses that bear a flag, by its kind. Annexes and what only points to other clauses are not counted again. */
function countFlags(parts: readonly DraftPart[]): Framework["flagged"] {
  const entries = entriesOf(parts.filter(({ id }) => !id.startsWith("annex:"))).filter(
    ({ id }) => id !== "verification:none",
  );
  const bears = (kind: Flag["kind"]) => entries.filter(({ flags }) => flags.some((flag) => flag.kind === kind)).length;
  return Object.fromEntries(FLAG_KINDS.map((kind) => [kind, bears(kind)])) as Framework["flagged"];
}

function sentenceOf(
  brackets: number,
  parts: readonly DraftPart[],
  flagged: Framework["flagged"],
  sides: number,
): string {
  if (sides === 0) return "Nothing is promised yet: the text has its frame, and no obligation.";
  const disputed = entriesOf(parts).filter(({ flags }) =>
    flags.some(({ kind }) => kind === "contested" || kind === "claimed" || kind === "unsaid"),
  ).length;
  const say = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  const weak = [
    ...say(
      disputed,
      "rests on words or duties that are read differently",
      "rest on words or duties that are read differently",
    ),
    ...say(flagged.unverifiable, "cannot be verified", "cannot be verified"),
    ...say(flagged.undated, "has no agreed day", "have no agreed day"),
    ...say(
      flagged.limits,
      "does not go with the days or the terms of others",
      "do not go with the days or the terms of others",
    ),
  ];
  const open =
    brackets === 0 ? "No bracket is open" : `${brackets} ${brackets === 1 ? "bracket is" : "brackets are"} open`;
  return `${open}${weak.length > 0 ? `; of the clauses ${listed(weak)}` : ""}.`;
}

/** What is on the table; else what the commitments come to. */
export function packageOf({ issues, commitments, onTheTable }: Case): Record<string, string> {
  return Object.fromEntries(
    issues.map((issue, place) => {
      const moves = commitments.flatMap(({ move }) => (move?.issue === issue.id ? [move] : []));
      const last = moves.at(-1);
      // A part of the way reaches no option: it stands where that part begins.
      const reached = last ? (last.begun + last.share > 1 - 1e-9 ? last.to : last.from) : issue.today;
      const at = onTheTable ? (onTheTable.options[place] ?? issue.today) : reached;
      return [issue.id, issue.options[at]?.id ?? ""];
    }),
  );
}

/** Who promised something and is no party on this day: what it promised is no part of the text. */
function withoutSeat(negotiation: Case, asOf: Day): string[] {
  const { parties, commitments, obligations } = negotiation;
  const owing = [...commitments, ...obligations].map(({ by }) => by);
  return parties
    .filter(({ id, role }) => role === "absent" && owing.some((by) => by.includes(id)))
    .map((party) => {
      const { id, name } = party;
      const [shared, alone] = [true, false].map((others) =>
        owing.some((by) => by.includes(id) && by.some((one) => isSeated(negotiation, one)) === others),
      );
      const what = [
        ...(alone ? [`what ${pronoun(party)} promised is left out`] : []),
        ...(shared ? [`what ${pronoun(party)} owed together with others is owed by these alone`] : []),
      ];
      return `${capital(name)} ${verb(party, "is")} no party on ${asOf}; ${what.join(", and ")}.`;
    });
}

/** Issues that the commitments leave short of what is on the table. */
const shortfalls = (road: Roadmap | null): string[] =>
  (road?.undone ?? []).map(
    ({ name, tableName, reachedName }) =>
      `${capital(name)}: on the table is “${tableName}”; the commitments come to “${reachedName}”.`,
  );
