// The answer to the question that would settle most, as a change of the file of whose answer it is.
import type { Case, Interests, OfferAssessment } from "@parley/core/internal";
import { type StepChoice, stepChange, stepsOf, written } from "../interests-file.js";
import type { FieldEdit } from "./unsaved-edits.js";

type Question = NonNullable<OfferAssessment["question"]>;

/** An answer that can be given. */
export type Answer =
  /** Which of the two that are compared is better: the first or the second. */
  { readonly kind: "prefers"; readonly first: boolean } | { readonly kind: "step"; readonly step: StepChoice };

/** The interests that an answer goes into: the view that is used; null where there is none. */
export const interestsOf = (
  { interests }: Case,
  party: string,
  views: Readonly<Record<string, string>> = {},
): Interests | null => {
  const own = interests.filter((one) => one.party === party);
  const wanted = views[party];
  return (
    own.find(({ holder }) => holder === (wanted ?? party)) ??
    (wanted === undefined && own.length === 1 ? (own[0] ?? null) : null)
  );
};

/** The answers that a question has. */
export function answersTo(negotiation: Case, { asks }: Question, interests: Interests): Answer[] {
  if (asks.code !== "largestStep")
    return [
      { kind: "prefers", first: true },
      { kind: "prefers", first: false },
    ];
  const issue = negotiation.issues.findIndex(({ name }) => name === asks.issue);
  return issue < 0 ? [] : stepsOf(negotiation, interests, issue).map((step): Answer => ({ kind: "step", step }));
}

/** A package as a file writes it; as it is today, where nothing is changed. */
function inFile(
  package_: NonNullable<Question["writes"]>["one"],
): "no-deal" | "today" | Record<string, string | number> {
  if (package_ === "no-deal") return package_;
  const options = Object.entries(package_);
  return options.length === 0
    ? "today"
    : Object.fromEntries(options.map(([issue, option]) => [issue, written(option)]));
}

/** What an answer writes. */
export function answerEdit(
  negotiation: Case,
  { asks, text, writes }: Question,
  interests: Interests,
  answer: Answer,
  what: (question: string) => string,
): FieldEdit {
  const named = { what: what(text).slice(0, 300), file: interests.file };
  if (answer.kind === "prefers") {
    const [one, other] = [inFile(writes?.one ?? "no-deal"), inFile(writes?.other ?? "no-deal")];
    const [prefer, to] = answer.first ? [one, other] : [other, one];
    return { ...named, changes: [{ path: ["answers", interests.answers.length], value: { prefer, to } }] };
  }
  const issue = negotiation.issues.find(({ name }) => asks.code === "largestStep" && name === asks.issue);
  return { ...named, changes: [stepChange(issue?.id ?? "", answer.step)] };
}
