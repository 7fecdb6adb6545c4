// English text of the picture of how a stock may grow under each scenario, and of its table.
import { unitText } from "../unit.js";
import { type HoldingSaid, verification } from "../verification.js";

export interface ScenarioSaid {
  readonly name: string;
  readonly growth: { readonly low: number; readonly high: number };
  readonly at: readonly HoldingSaid[];
  readonly method: string | null;
}

const onDays = ({ name, at }: ScenarioSaid, days: readonly string[]): string =>
  `${name}: ${at.map((holding, place) => `${verification.holding(holding)} on ${days[place]}`).join(", ")}`;

export interface DeclaredSaid {
  readonly amount: number;
  readonly asOf: string;
}

export const stocksInTime = {
  title: (name: string, unit: string) => `${name}, in ${unitText(unit)}`,
  description: (scenarios: readonly ScenarioSaid[], days: readonly string[]) =>
    `${scenarios.map((scenario) => onDays(scenario, days)).join("; ")}.`,
  scenario: (of: ScenarioSaid) => `${of.name}: ${verification.growth(of)} a year`,
  figures: {
    head: (days: readonly string[]) => ["Scenario", "A year", ...days, "Stands on"],
    declared: ({ amount, asOf }: DeclaredSaid, unit: string, days: readonly string[]) => [
      "as declared",
      "",
      `${verification.amount(amount, unit)} (${asOf})`,
      ...days.slice(1).map(() => ""),
      "",
    ],
    row: (of: ScenarioSaid) => [of.name, verification.growth(of), ...of.at.map(verification.holding), of.method ?? ""],
  },
};
