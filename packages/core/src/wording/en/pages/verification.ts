// English text of the workbench page on verification: inspection effort, sites, samples, undeclared items and stocks.
import { rich } from "../../rich.js";
import { chanceText, figureText, percentText } from "../numbers.js";
import { inspectionPlan } from "./inspection-plan.js";

/** From the least to the most that it may be, 0–1. */
export interface Chance {
  readonly low: number;
  readonly high: number;
}

export interface EffortSaid {
  readonly total: number;
  readonly unit: string;
  /** In words. */
  readonly every: string | null;
}

export interface DelayShown {
  readonly party: string;
  readonly holder: string;
  readonly what: string;
  readonly inventory: string;
  /** Points. */
  readonly low: number;
  readonly high: number;
}

const effort = {
  label: "Effort a round",
  total: ({ total, unit, every }: EffortSaid) =>
    rich("Effort a round: ", { strong: figureText(total) }, ` ${unit}${every ? `, every ${every}` : ""}`),
  value: ({ total, unit }: EffortSaid) => `${figureText(total)} ${unit}`,
  planned: (total: number) => `As planned: ${figureText(total)}`,
};

export interface WorstCase {
  /** 0–1; null: there is not so much to take. */
  readonly detection: number | null;
  /** Whether it may be more. */
  readonly bound: boolean;
  readonly from: readonly { readonly diverted: number; readonly name: string }[];
}

/** Sites, one row each, and what is left of a suspicion after so many clean looks. */
const sites = {
  label: "Sites",
  head: (clean: number) => [
    rich("Where"),
    rich("Looked at"),
    rich({ term: "seen", text: "Seen" }),
    rich(`Still possible after ${clean} clean ${clean === 1 ? "look" : "looks"}`),
  ],
  checked: (checks: number, items: number) => `${checks} of ${items}`,
  possible: (items: number, of: number) => `up to ${items} of ${of} false`,
  amount: (amount: number, unit: string | null, clean: number) =>
    `${figureText(amount)}${unit === null ? "" : ` ${unit}`}${clean > 0 ? ", with 1 chance in 20" : ""}`,
  seen: (chance: Chance) => chanceText(chance),
  visited: (visits: number) =>
    visits >= 1 - 1e-9 ? "visited" : visits <= 0 ? "not" : `visited with ${percentText(visits)}`,
  belief: (chance: Chance | null) =>
    chance === null ? "nothing is suspected" : `something there: ${chanceText(chance)}`,
  /** @param looks how many, in words */
  fiveAfter: (looks: string) => `5 % after ${looks}`,
  worst: ({ detection, bound, from }: WorstCase) => {
    const least = bound ? "at least " : "";
    const how = detection === null ? "certainty: there is not so much" : `${least}${percentText(detection)}`;
    const where = from.map(({ diverted, name }) => `${diverted} from ${name}`).join(", ");
    const places = detection === null || where === "" ? "" : ` (${where})`;
    return `Whatever is taken from declared items in the cleverest way is seen with ${how}${places}.`;
  },
  cleanLooks: (looks: number) => rich("Clean looks: ", { strong: `${looks}` }),
  cleanLabel: "Clean looks",
};

/** How many of a site's items to check. */
const samples = {
  heading: "How many to check",
  /** @param chances with which the goal is to be seen, 0–1: a column each */
  head: (chances: readonly number[]) => [
    "Items to check, so that the goal is seen with …",
    "items",
    "taken",
    ...chances.map(percentText),
  ],
  improved: (items: number) => `By the improved formula: ${items}`,
  /** @param exact null: all of them are not enough */
  cell: (exact: number | null, iaea: number) => (exact === null ? "none is enough" : `${exact} (${iaea})`),
  note: "Exact, by the hypergeometric distribution; in brackets by the IAEA’s formula, which takes every check as sure.",
};

export interface OccasionsSaid {
  readonly periods: number;
  readonly inspections: number;
  /** What violating is worth; null where a sanction is no loss. */
  readonly value: number | null;
  readonly sanction: number;
  /** Of an inspection on each occasion while none was used, 0–1. */
  readonly chances: readonly number[];
}

const CHANCES_SAID = 8;

/** A game over several occasions. */
const occasions = {
  heading: "Over time",
  game: ({ periods, inspections, value, sanction, chances }: OccasionsSaid) => {
    const worth =
      value === null
        ? "a sanction is no loss here, so inspections deter nobody."
        : `violating is worth ${figureText(value)}, where an unseen one brings 1 and a seen one costs ${figureText(sanction)}.`;
    const more = chances.length > CHANCES_SAID ? ", …" : "";
    const when = `${chances.slice(0, CHANCES_SAID).map(percentText).join(", ")}${more}`;
    return `${inspections} inspections on ${periods} occasions: ${worth} While none was used, inspect on the first, second … occasion with ${when}.`;
  },
  /** Shares of the time between two inspections, 0–1. */
  delay: (announced: number, unannounced: number | null) =>
    `Announced at equal steps between two sure inspections, a violation is seen after at most ${percentText(announced)} of the time between them${
      unannounced === null ? "." : `; unannounced, after ${percentText(unannounced)} on average.`
    }`,
  source: "Dresher’s game (as solved by von Stengel, 2016): whoever violates sees which inspections were used.",
};

export const verificationPage = {
  none: "Nothing says yet what is to be verified",
  whatItTakes:
    "It takes a plan of inspection: sites with what is declared there, places where more may be, and the effort of a round.",
  planOf: "The plan of",
  /** @param goal in words */
  goal: (goal: string) => rich({ term: "goalQuantity", text: "Goal" }, `: ${goal}.`),
  triangle: "The triangle marks the effort from which breaking the deal does not pay.",
  search: {
    heading: "Where to look next, for what nobody declared",
    looks: (places: readonly string[]) => places.join(" → "),
    chances: (before: Chance, after: Chance) =>
      `Something is at one of them with ${chanceText(before)}; after these looks, all of them clean, with ${chanceText(after)}.`,
  },
  lists: {
    heading: "Two lists",
    count: (count: number, { low, high }: Chance, missing: number) =>
      rich(
        `About ${figureText(count)} in all (${figureText(low)}–${figureText(high)}), so some ${figureText(missing)} undeclared, if the `,
        { term: "twoLists", text: "two lists" },
        " are independent.",
      ),
  },
  inventories: {
    heading: "What there may be",
    declared: (inventory: string, amount: number, unit: string, day: string) =>
      `${inventory}: ${figureText(amount)} ${unit} declared for ${day}.`,
    unknown: (inventory: string) => `${inventory}: no estimate was known by this day.`,
    note: "Each scenario is whole in itself; no range is drawn between two of them. Where only the ends are known the band has no middle. Dashed: as declared.",
  },
  delays: {
    heading: "What a year of delay changes",
    delay: ({ party, holder, what, inventory, low, high }: DelayShown) => {
      const points = low === high ? figureText(low) : `${figureText(low)} to ${figureText(high)}`;
      return `${party} in the view of ${holder}, ${what}: ${points} points, as ${inventory} grows.`;
    },
  },
  effort,
  sites,
  samples,
  occasions,
  plan: inspectionPlan,
};
