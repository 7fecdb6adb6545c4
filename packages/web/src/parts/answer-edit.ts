// The answer to the question that would settle most, as a change of the file of whose answer it is.
import type { Case, Interests, OfferAssessment } from "@parley/core";
import { type StepChoice, stepChange, stepsOf } from "../interests-file.js";
import type { FieldEdit } from "./unsaved-edits.js";

type Question = NonNullable<OfferAssessment["question"]>;

/** An answer that can be given. */
export type Answer =
  | { readonly kind: "takes"; readonly yes: boolean }
  | { readonly kind: "step"; readonly step: StepChoice };

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
  if (asks.code === "takes")
    return [
      { kind: "takes", yes: true },
      { kind: "takes", yes: false },
    ];
  const issue = negotiation.issues.findIndex(({ name }) => name === asks.issue);
  return issue < 0 ? [] : stepsOf(negotiation, interests, issue).map((step): Answer => ({ kind: "step", step }));
}

/** What an answer writes. `offer`: the one that the question is about. */
export function answerEdit(
  negotiation: Case,
  { asks, text }: Question,
  interests: Interests,
  offer: string,
  answer: Answer,
  what: (question: string) => string,
): FieldEdit {
  const named = { what: what(text).slice(0, 300), file: interests.file };
  if (answer.kind === "takes") {
    const [prefer, to] = answer.yes ? [offer, "no-deal"] : ["no-deal", offer];
    return { ...named, changes: [{ path: ["answers", interests.answers.length], value: { prefer, to } }] };
  }
  const issue = negotiation.issues.find(({ name }) => asks.code === "largestStep" && name === asks.issue);
  return { ...named, changes: [stepChange(issue?.id ?? "", answer.step)] };
}
