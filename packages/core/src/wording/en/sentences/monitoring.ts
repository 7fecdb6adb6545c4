// How a deal is kept, in English: what is broken and open, what is said, what is near; and who owes it.
import type { BreachSaid, ClockSaid, ConcernSaid, CountedSaid, KeepingSaid, OwedSaid } from "../../said/monitoring.js";
import { capital, listed } from "../grammar.js";
import { counted } from "../numbers.js";
import { spanText } from "../spans.js";

/** So many are named of one party; the rest are counted. */
const NAMED = 3;

const CONCERNS: Readonly<Record<ConcernSaid, string>> = {
  notProved: "not proved",
  disputed: "disputed",
  outstanding: "outstanding",
  atRisk: "at risk",
};

const COUNTED: Readonly<Record<CountedSaid, string>> = {
  keptLate: "kept late",
  perhapsLate: "done, perhaps late",
  waived: "waived",
  unverified: "unverified",
  notObserved: "not observed",
};

/** How a deal is kept. */
export function keeping(said: KeepingSaid): string {
  const parts = [
    ...breachesText(said.breaches),
    ...said.concerns.map(({ concern, owed }) => `${CONCERNS[concern]}: ${owedText(owed)}`),
  ];
  const clocks = said.clocks.map(clockText).join("");
  if (!said.observed && parts.length === 0)
    return `Nothing has been observed by this day: ${counted(said.obligations, "obligation")} on record.${clocks}`;
  const counts = said.counted.map(({ what, count }) => `, ${count} ${COUNTED[what]}`).join("");
  const rest = `${said.kept} of ${said.obligations} kept${counts}`;
  const text = parts.length === 0 ? `Nothing is broken: ${rest}.` : `${parts.join("; ")}. ${rest}.`;
  return `${capital(text)}${clocks}`;
}

/** What is broken; and what was, where nothing proves that it was kept after. */
function breachesText(breaches: KeepingSaid["breaches"]): string[] {
  const over = breaches.filter(({ breach }) => breach.code === "over");
  const several = over.flatMap(({ owed }) => owed.flatMap(({ obligations }) => obligations)).length > 1;
  const unproved = `; that ${several ? "they were" : "it was"} kept since is not proved`;
  return breaches.map(
    (one) => `${breachText(one.breach)}: ${owedText(one.owed)}${one === over.at(-1) ? unproved : ""}`,
  );
}

function breachText(breach: BreachSaid): string {
  switch (breach.code) {
    case "broken":
      return "broken";
    case "endedUnproved":
      return "ended without proof that it was kept after it was broken";
    case "suspended":
      return "broken before it was suspended";
    case "over":
      return `broken ${spanText(breach)} and over since`;
  }
}

/** `A, B and 2 more (Iran)`: whose they are stands behind them. */
const owedText = (owed: readonly OwedSaid[]): string =>
  owed
    .map(({ obligations, party, by }) => {
      const more = obligations.length - NAMED;
      const shown = more > 0 ? [...obligations.slice(0, NAMED), `${more} more`] : obligations;
      return `${listed(shown)} (${party}${doersText(by)})`;
    })
    .join(", ");

/** `; by Ann and Bob`, `; by whom is not known`; empty where it goes without saying. */
function doersText(by: OwedSaid["by"]): string {
  if (by === null) return "";
  return by.length === 0 ? "; by whom is not known" : `; by ${listed(by)}`;
}

const clockText = ({ power, code, day }: ClockSaid): string =>
  code === "ripe" ? ` ${power} may be exerted since ${day}.` : ` ${power}: its clock runs until ${day}.`;
