// The answer in words: what would be seen, and what it takes for breaking the deal not to pay.
import { listed } from "../../case/index.js";
import type { Verification } from "./types.js";

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const rounded = (value: number): string => `${Math.round(10 * value) / 10}`;

type Said = Pick<Verification, "overall" | "effort" | "goal" | "declared" | "inventories" | "places">;

export function verificationSentence(result: Said): string {
  const { overall, effort } = result;
  if (!overall || !effort) return stockSentence(result);
  const round = `${rounded(effort.total)} ${effort.unit}`;
  const way = overall.by.length === 1 ? `its best way (${overall.by[0]})` : "whichever way is best for the violator";
  const seen = `With ${round} a round, breaking the deal by ${way} is seen with ${percent(overall.detection)}`;
  if (overall.value <= 0) return `${seen}: it does not pay.`;
  return overall.deterrence === null
    ? `${seen}, and no effort makes it not pay: ${unseeable(result)}.`
    : `${seen}; from ${rounded(overall.deterrence)} ${effort.unit} on it would not pay.`;
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
