// The answer in words: what would be seen, and what it takes for breaking the deal not to pay.
import { listed } from "../../wording/index.js";
import type { Verification } from "./types.js";

/** A chance that is not certain is never rounded to certainty. */
function percent(share: number): string {
  const rounded = Math.round(100 * share);
  if (rounded === 100 && share < 1) return "over 99 %";
  return rounded === 0 && share > 0 ? "under 1 %" : `${rounded} %`;
}
const rounded = (value: number): string => `${Math.round(10 * value) / 10}`;
/** A little less than what is enough is not enough. */
const roundedUp = (value: number): string => `${Math.ceil(10 * value - 1e-6) / 10}`;

/** What rounding leaves of nothing. */
const NOTHING = 1e-9;

type Said = Pick<Verification, "overall" | "effort" | "goal" | "declared" | "inventories" | "places">;

export function verificationSentence(result: Said): string {
  const { overall, effort, goal } = result;
  if (!overall && effort && goal)
    return `The plan watches less than the goal quantity (${rounded(goal.quantity)} ${goal.unit}) and no place, so it names no way to break the deal.`;
  if (!overall || !effort) return stockSentence(result);
  const round = `${rounded(effort.total)} ${effort.unit}`;
  const way =
    overall.by.length === 1
      ? `its best way (${wayText(result, overall.by[0] ?? "")})`
      : "whichever way is best for the violator";
  const sure = `${overall.atLeast ? "at least " : ""}${percent(overall.detection)}`;
  const seen = `With ${round} a round, breaking the deal by ${way} is seen with ${sure}`;
  if (overall.value <= NOTHING) return `${seen}: it does not pay.`;
  return overall.deterrence === null
    ? `${seen}, and no effort makes it not pay: ${unseeable(result)}.`
    : `${seen}; from ${roundedUp(overall.deterrence)} ${effort.unit} on it would not pay.`;
}

/** A way, and how likely there is anything at a place that is suspected only. */
function wayText({ places }: Said, name: string): string {
  const belief = places.find((place) => place.name === name)?.belief?.[0];
  if (!belief) return name;
  const [low, high] = [Math.round(100 * belief.low), Math.round(100 * belief.high)];
  return `${name}, where the chance of anything being there is ${low === high ? low : `${low}–${high}`} %`;
}

const unseeable = ({ places, declared }: Said): string => {
  const weakest = [...places].sort((a, b) => a.most - b.most)[0];
  return weakest && weakest.most < 1
    ? `a visit to ${weakest.name} sees only ${percent(weakest.most)} of what is there`
    : declared
      ? "a check of a declared item sees too little"
      : "the sanction is too small";
};

/** Scenarios are never mixed, so no range over them is said here: what is estimated, and that nothing says who would notice. */
function stockSentence({ inventories }: Said): string {
  const none = "No plan of inspection may be seen here, so nothing says what would be noticed.";
  const names = inventories.filter(({ scenarios }) => scenarios.length > 0).map(({ name }) => name);
  return names.length === 0
    ? `${none} No estimate of what there is was known by this day.`
    : `${none} What there may be is estimated: ${listed(names)}.`;
}
