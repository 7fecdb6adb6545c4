// What a plan of inspection would see, and what it takes for breaking the deal not to pay, in English.
import type { AmountSaid, InspectionSaid, UnseeableSaid } from "../../said/verification.js";
import { listed } from "../grammar.js";

/** A chance that is not certain is never rounded to certainty. */
function chanceText(share: number): string {
  const rounded = Math.round(100 * share);
  if (rounded === 100 && share < 1) return "over 99 %";
  return rounded === 0 && share > 0 ? "under 1 %" : `${rounded} %`;
}

const rounded = ({ amount, unit }: AmountSaid): string => `${Math.round(10 * amount) / 10} ${unit}`;
/** A little less than what is enough is not enough. */
const roundedUp = ({ amount, unit }: AmountSaid): string => `${Math.ceil(10 * amount - 1e-6) / 10} ${unit}`;

/** What a plan of inspection would see. */
export function inspection(said: InspectionSaid): string {
  switch (said.code) {
    case "noPlan": {
      const none = "No plan of inspection may be seen here, so nothing says what would be noticed.";
      return said.estimated.length === 0
        ? `${none} No estimate of what there is was known by this day.`
        : `${none} What there may be is estimated: ${listed(said.estimated)}.`;
    }
    case "watchesTooLittle":
      return `The plan watches less than the goal quantity (${rounded(said.goal)}) and no place, so it names no way to break the deal.`;
    case "seen": {
      const sure = `${said.atLeast ? "at least " : ""}${chanceText(said.detection)}`;
      const seen = `With ${rounded(said.effort)} a round, breaking the deal by ${wayText(said.way)} is seen with ${sure}`;
      return `${seen}${detersText(said.deters)}`;
    }
  }
}

type Seen = Extract<InspectionSaid, { code: "seen" }>;

function wayText(way: Seen["way"]): string {
  if (way === null) return "whichever way is best for the violator";
  if (way.belief === null) return `its best way (${way.name})`;
  const [low, high] = [Math.round(100 * way.belief.low), Math.round(100 * way.belief.high)];
  return `its best way (${way.name}, where the chance of anything being there is ${low === high ? low : `${low}–${high}`} %)`;
}

function detersText(deters: Seen["deters"]): string {
  if (deters.code === "already") return ": it does not pay.";
  if (deters.code === "from") return `; from ${roundedUp(deters.effort)} on it would not pay.`;
  return `, and no effort makes it not pay: ${unseeableText(deters.why)}.`;
}

function unseeableText(why: UnseeableSaid): string {
  if (why.code === "visit") return `a visit to ${why.place} sees only ${chanceText(why.sees)} of what is there`;
  return why.code === "check" ? "a check of a declared item sees too little" : "the sanction is too small";
}
