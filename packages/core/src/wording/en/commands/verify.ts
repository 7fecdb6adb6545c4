// English text of `parley verify`, the command that says what inspections would detect and what could still be hidden.
import { chanceText, enoughText, figureText, percentText } from "../numbers.js";
import { verificationPage } from "../pages/verification.js";
import { type GoalSaid, verification } from "../verification.js";

const EXAMPLES =
  "\nExamples:\n  parley verify cases/hanoi-2019\n  parley verify cases/hanoi-2019 --effort 120 --json\n";

export interface Chance {
  readonly low: number;
  readonly high: number;
}

export interface OccasionsSaid {
  readonly periods: number;
  readonly inspections: number;
  readonly value: number | null;
  readonly sanction: number;
  readonly chances: readonly number[];
  readonly announced: number;
  readonly unannounced: number | null;
}

/** So many occasions are written out. */
const SHOWN = 6;

function occasions(of: OccasionsSaid): string[] {
  const { periods, inspections, value, sanction, chances, announced, unannounced } = of;
  const first = chances.slice(0, SHOWN).map(percentText).join(", ");
  return [
    value === null
      ? "a sanction is no loss to the violator here: inspections deter nobody"
      : `${inspections} inspections on ${periods} occasions: violating is worth ${figureText(value)} (a seen one costs ${figureText(sanction)}, an unseen one brings 1)`,
    `while none was used: inspect on the first occasion with ${first}${chances.length > SHOWN ? ", …" : ""}`,
    `seen after ${percentText(announced)} of the time between two sure inspections at the latest, if they are announced at equal steps${unannounced === null ? "" : `; unannounced, ${percentText(unannounced)} on average`}`,
  ];
}

export interface PlaceSaid {
  readonly name: string;
  readonly belief: readonly Chance[];
  readonly looks: { readonly least: number | null; readonly most: number | null };
}

/** After so many clean looks the belief is written out. */
const LOOKS = [1, 2, 4, 8];

function afterLooks({ name, belief, looks }: PlaceSaid): string {
  const after = (clean: number) => chanceText(belief[clean] ?? { low: 0, high: 0 });
  return `${name}: something is there with ${after(0)}; after 1, 2, 4 and 8 clean looks ${LOOKS.map(after).join(", ")}; down to 5 % after ${verification.looks(looks)}`;
}

export interface DelaySaid {
  readonly party: string;
  readonly holder: string;
  readonly what: string;
  readonly inventory: string;
  readonly low: number;
  readonly high: number;
}

const delay = ({ party, holder, what, inventory, low, high }: DelaySaid): string =>
  `${party} in ${holder}'s view, ${what}: ${figureText(low)}${low === high ? "" : ` to ${figureText(high)}`} points, as ${inventory} grows`;

export interface ListsSaid {
  readonly count: number;
  readonly low: number;
  readonly high: number;
  readonly missing: number;
}

const lists = ({ count, low, high, missing }: ListsSaid): string =>
  `about ${figureText(count)} in all (${figureText(low)}–${figureText(high)}), so ${figureText(missing)} undeclared, if the lists are independent`;

export interface SampleSaid {
  readonly exact: number | null;
  readonly iaea: number;
}

const sites = {
  head: ["where", "looked at", "seen"],
  checked: (checks: number, items: number) => `${checks} of ${items}`,
  /** @param visits in a round; below 1: the probability of one */
  visited: (visits: number) => (visits >= 1 - 1e-9 ? "visited" : visits === 0 ? "not" : `with ${percentText(visits)}`),
  seen: (bar: string, chance: Chance) => `${bar} ${chanceText(chance)}`,
  surely: (bar: string, share: number) => `${bar} ${percentText(share)}`,
};

const samples = {
  head: (probabilities: readonly number[]) => ["", "items", "taken", ...probabilities.map(percentText)],
  cell: ({ exact, iaea }: SampleSaid) => (exact === null ? "none" : `${exact} (${iaea})`),
  note: "In brackets: by the IAEA's formula, which takes every check as sure.",
};

export const verify = {
  description: "what inspections would see, what stays possible, and what a side may hold",
  flags: {
    holder: "whose plan of inspection: verification/HOLDER.yaml",
    effort: "in place of the plan's effort, in its unit",
    failOn: "end with 3 where breaking the deal pays",
  },
  examples: EXAMPLES,
  about: (holder: string | null, goal: GoalSaid | null, titleOf: (source: string) => string) =>
    [
      ...(holder === null ? [] : [`plan of ${holder}`]),
      ...(goal === null ? [] : [`goal: ${verification.goal(goal, titleOf)}`]),
    ].join(" · "),
  headings: {
    round: (total: number, unit: string) => `In a round of ${figureText(total)} ${unit}`,
    ways: "All ways together",
    samples: "Items to check, so that the goal quantity is seen with",
    looks: "After clean looks",
    search: verificationPage.search.heading,
    lists: verificationPage.lists.heading,
    occasions: verificationPage.occasions.heading,
    stocks: "What there is",
    delays: verificationPage.delays.heading,
    remarks: "Remarks",
  },
  ways: {
    best: (by: readonly string[], value: number) =>
      `best for the violator: ${by.join(", ")}; worth ${figureText(value)} to it`,
    deterrence: (effort: number | null, unit: string) =>
      effort === null
        ? "no effort is enough for breaking the deal not to pay"
        : `from ${enoughText(effort)} ${unit} on breaking the deal does not pay`,
    cleverest: (goal: Pick<GoalSaid, "quantity" | "unit"> | null, detection: number, bound: boolean) =>
      `taking ${goal === null ? "the goal" : verification.amount(goal.quantity, goal.unit)} in the cleverest way from declared items: seen with ${bound ? "at least " : ""}${percentText(detection)}`,
  },
  sites,
  samples,
  afterLooks,
  search: (before: Chance, after: Chance) =>
    `something is at one of them with ${chanceText(before)}; after these looks, all clean, ${chanceText(after)}`,
  lists,
  occasions,
  stocks: {
    head: (days: readonly string[]) => ["", "a year", ...days],
    declared: (name: string) => `${name}, declared`,
    scenario: (inventory: string, scenario: string | null) =>
      scenario === null ? inventory : `${inventory}: ${scenario}`,
  },
  delay,
};
