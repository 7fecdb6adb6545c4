// A game as a row of the log that tournaments of GENIUS 9 write: semicolons between the columns, and utilities from 0 to 1.
import { csvText } from "../scenarios/index.js";
import type { Match } from "./match.js";

const FIRST = [
  "Run time (s)",
  "Round",
  "Exception",
  "deadline",
  "Agreement",
  "Discounted",
  "#agreeing",
  "min.util.",
  "max.util.",
  "Dist. to Pareto",
  "Dist. to Nash",
  "Social Welfare",
];
/** The beginning of a log of ours: the line that tells a spreadsheet the separator, and the first columns. */
export const LOG_MARK = `sep=;\n${FIRST.slice(0, 4).join(";")}`;

/** Columns that every agent has, with its number from 1. */
const EACH = ["Agent", "Utility", "Disc. Util.", "Perceived. Util.", "Profile"];

export function geniusLog({
  parties,
  agents,
  rounds,
  steps,
  lastRound,
  how,
  values,
  failure,
  distances,
}: Match): string {
  const utilities = parties.map((party) => (values[party] ?? 0) / 100);
  const numbered = (name: string) => parties.map((_, k) => `${name} ${k + 1}`);
  const each: Readonly<Record<string, readonly (string | number)[]>> = {
    Agent: parties.map((party) => agents[party] ?? ""),
    Utility: utilities,
    "Disc. Util.": utilities,
    "Perceived. Util.": utilities,
    Profile: parties,
  };
  const agreed = how === "deal";
  const offered = steps.findLastIndex(({ did }) => "offer" in did);
  // Whoever offered it, and all who accepted it since.
  const agreeing = new Set(steps.slice(offered).map(({ by }) => by)).size;
  const row = [
    // The clock of the game is its rounds: seconds would differ from run to run.
    0,
    lastRound + 1,
    failure === null ? "" : `${failure.party}: ${failure.how}`,
    `${rounds}round`,
    agreed ? "Yes" : "No",
    "No",
    agreed ? agreeing : 0,
    Math.min(...utilities),
    Math.max(...utilities),
    distances.pareto ?? "",
    distances.nash ?? "",
    utilities.reduce((sum, value) => sum + value, 0),
    ...EACH.flatMap((name) => each[name] ?? []),
  ].map((value) => (typeof value === "number" && !Number.isInteger(value) ? value.toFixed(5) : value));
  return csvText([["sep=", ""], [...FIRST, ...EACH.flatMap(numbered)], row], { delimiter: ";" });
}
