// Turns a case into a scenario for other negotiation programs, and lists what such a scenario cannot express.
import { type AnalysisOptions, type Case, frontier, type Outcome } from "@parley/core/internal";
import { keyOf, type Scenario } from "./scenario.js";

/** A scenario as the formats of the field can say it, with what they cannot say. */
export interface Exported {
  readonly scenario: Scenario;
  readonly left: string[];
}

/**
 * The case as a scenario: options by name, scores 0–1, weights that sum to 1, reservation 0–1.
 * @returns refused where a party's preferences are no numbers: a format of numbers cannot hold ranks
 */
export function scenarioOf(negotiation: Case, options: AnalysisOptions): Outcome<Exported> {
  const result = frontier(negotiation, { ...options, models: 1 });
  if (!result.ok) return result;
  const views = result.value.views.flatMap(
    ({ party, holder }) => negotiation.interests.find((one) => one.party === party && one.holder === holder) ?? [],
  );
  if (result.value.kind !== "exact") {
    const reasons = views.map(({ file }) => file).join(", ");
    return {
      ok: false,
      misuse: false,
      reasons: [
        `These formats hold one number for everything, and not all of ${reasons} is numbers: give swings.points, scores as points, and a reservation that is one number.`,
      ],
    };
  }
  const { reservation } = result.value;
  const parties = views
    .filter(({ party }) => Object.hasOwn(reservation, party))
    .map(({ party, weights, scores }) => ({
      name: party,
      weights: negotiation.issues.map((_, k) => weights?.[k] ?? (scores[k]?.indifferent ? 0 : 1)),
      scores: negotiation.issues.map((issue, k) => {
        const { numbers, levels } = scores[k] ?? {};
        return issue.options.map((_, option) => numbers?.[option] ?? (levels?.at(-1)?.includes(option) ? 1 : 0));
      }),
      // As it was written: the way to points and back can move the last digit.
      reservation: Number(((reservation[party] ?? 0) / 100).toPrecision(15)),
      notes: [],
    }));
  const has = (what: string, some: boolean) => (some ? [what] : []);
  return {
    ok: true,
    value: {
      scenario: {
        title: negotiation.title.replace(/[\\/:*?"<>|]/g, " "),
        // These formats know things by their names alone.
        issues: toldApart(negotiation.issues).map((name, k) => ({
          name,
          options: toldApart(negotiation.issues[k]?.options ?? []),
          numeric: null,
        })),
        parties,
      },
      left: [
        ...has("rules", negotiation.rules.length > 0),
        ...has(
          "red lines",
          views.some(({ redLines }) => redLines.length > 0),
        ),
        ...has("what no deal is (only its value)", negotiation.noDeal !== null),
        ...has("the record", negotiation.offers.length + negotiation.statements.length > 0),
      ],
    },
  };
}

/** Names, with the id beside it where two are the same to a person. */
const toldApart = (named: readonly { readonly id: string; readonly name: string }[]): string[] =>
  named.map(({ id, name }) =>
    named.filter((other) => keyOf(other.name) === keyOf(name)).length > 1 ? `${name} (${id})` : name,
  );
