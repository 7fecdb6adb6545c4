// Preferences are easily written down the wrong way round. A few comparisons, asked of whoever knows, show it.
import type { Case, Day, Interests } from "../../case/index.js";
import { drawModels } from "../models.js";
import { preferencesOf } from "../preferences.js";
import type { Given, WrittenPackage } from "./answers.js";
import { nextComparison, type Outcomes } from "./choices.js";
import { type InterviewQuestion, SAME, UNKNOWN } from "./questions.js";

export interface OrdinalCheckOptions {
  readonly asOf: Day;
  readonly seed?: number;
  /** Models drawn; 400 unless given. */
  readonly models?: number;
  /** How much an answer bears on the verdict. */
  readonly outcomes?: Outcomes | null;
  /** What was asked in this sitting, answered or not. */
  readonly given?: readonly Given[];
}

const MODELS = 400;

/** The comparison that tells most of a party whose interests are on file; null when none would tell much. */
export function ordinalCheck(
  negotiation: Case,
  interests: Interests,
  { asOf, seed = 1, models = MODELS, outcomes = null, given = [] }: OrdinalCheckOptions,
): InterviewQuestion | null {
  const drawn = drawModels(preferencesOf(negotiation, interests, asOf), { models, seed, prior: "independent" });
  if (!drawn.ok) return null;
  return nextComparison({ negotiation, asOf, given, models: drawn.value, seed, outcomes });
}

/** What an interests file says of it under `answers`, once it is answered; nothing where the answer is not known. */
export function answersWritten(
  { issues, today }: Case,
  { first, second }: Pick<InterviewQuestion, "first" | "second">,
  answer: string,
): readonly { readonly prefer: string | WrittenPackage; readonly to: string | WrittenPackage }[] {
  if (answer === UNKNOWN || !first) return [];
  const named = (options: WrittenPackage | undefined): string | WrittenPackage => {
    if (!options) return "no-deal";
    const changes = issues.filter(
      ({ id, options: all }, index) => options[id] !== undefined && options[id] !== all[today[index] ?? 0]?.id,
    );
    return changes.length === 0 ? "today" : Object.fromEntries(changes.map(({ id }) => [id, options[id] ?? ""]));
  };
  const [one, other] = [named(first), named(second)];
  const rather = { prefer: one, to: other };
  const reverse = { prefer: other, to: one };
  return answer === SAME ? [rather, reverse] : answer === "first" ? [rather] : [reverse];
}
