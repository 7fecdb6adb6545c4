// The answer in words: what is broken and open, what is said, what is near; and who owes it.
import { listed, spanText } from "../../wording/index.js";
import { withDoers } from "./called.js";
import type { Episode, Monitoring, ObligationStanding, Standing } from "./types.js";
import { hasEnded, uncuredOf } from "./uncured.js";

type Said = Pick<Monitoring, "obligations" | "powers" | "due" | "observations">;

/** So many are named of one party; the rest are counted. */
const NAMED = 3;

/** What asks for attention, in the order in which it is told. */
const TOLD: readonly { readonly word: string; readonly of: readonly Standing[] }[] = [
  { word: "not proved", of: ["alleged", "overdue"] },
  { word: "disputed", of: ["disputed"] },
  { word: "outstanding", of: ["outstanding"] },
  { word: "at risk", of: ["at-risk"] },
];

/** What is counted after that: only what is kept is called so. */
const COUNTED: readonly { readonly word: string; readonly of: readonly Standing[] }[] = [
  { word: "kept late", of: ["late"] },
  { word: "done, perhaps late", of: ["perhaps-late"] },
  { word: "waived", of: ["waived"] },
  { word: "unverified", of: ["unverified"] },
  { word: "not observed", of: ["unobserved"] },
];

export function monitoringSentence({ obligations, powers, observations }: Said): string {
  const of = (standings: readonly Standing[]) => obligations.filter(({ standing }) => standings.includes(standing));
  const told = TOLD.flatMap(({ word, of: standings }) => {
    const those = of(standings);
    return those.length > 0 ? [`${word}: ${byParty(those)}`] : [];
  });
  const parts = [...brokenParts(obligations), ...told];
  const clock = powers.map(clockText).join("");
  if (observations.known === 0 && parts.length === 0)
    return `Nothing has been observed by this day: ${count(obligations.length, "obligation")} on record.${clock}`;
  const kept = of(["compliant", "cured", "fulfilled"]).length;
  const counts = COUNTED.flatMap(({ word, of: standings }) => {
    const n = of(standings).length;
    return n > 0 ? [`, ${n} ${word}`] : [];
  });
  const rest = `${kept} of ${obligations.length} kept${counts.join("")}`;
  const text = parts.length === 0 ? `Nothing is broken: ${rest}.` : `${parts.join("; ")}. ${rest}.`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${clock}`;
}

/** What is broken; and what was, where nothing proves that it was kept after. */
function brokenParts(obligations: readonly ObligationStanding[]): string[] {
  const groups = new Map<string, ObligationStanding[]>();
  for (const one of [...obligations].sort((a, b) => brokenRank(a) - brokenRank(b))) {
    const words = brokenWords(one, uncuredOf(one));
    if (words !== null) groups.set(words, [...(groups.get(words) ?? []), one]);
  }
  const over = [...groups].filter(([words]) => words.endsWith(OVER)).flatMap(([, those]) => those);
  const last = [...groups.keys()].findLast((words) => words.endsWith(OVER));
  const unproved = `; that ${over.length === 1 ? "it was" : "they were"} kept since is not proved`;
  return [...groups].map(([words, those]) => `${words}: ${byParty(those)}${words === last ? unproved : ""}`);
}

const OVER = "and over since";

function brokenWords(one: ObligationStanding, breach: Episode | null): string | null {
  if (one.standing === "breached") return "broken";
  if (breach === null) return null;
  if (hasEnded(one)) return "ended without proof that it was kept after it was broken";
  return breach.end === null ? "broken before it was suspended" : `broken ${spanText(breach)} ${OVER}`;
}

/** What is broken now, then what was, then what has ended. */
const brokenRank = (one: ObligationStanding): number => (one.standing === "breached" ? 0 : hasEnded(one) ? 2 : 1);

/** Who broke it, or is said to have, where several owe it. */
function doersOf(one: ObligationStanding): Episode["by"] {
  const said = one.standing === "alleged" || one.standing === "disputed" ? one.episodes.at(-1) : uncuredOf(one);
  return said?.by ?? null;
}

/** `A, B and 2 more (Iran)`: whose they are stands behind them. */
function byParty(those: readonly ObligationStanding[]): string {
  const whose = (one: ObligationStanding) => withDoers(one.party, doersOf(one));
  const parties = [...new Set(those.map(whose))];
  return parties
    .map((party) => {
      const names = those.filter((one) => whose(one) === party).map(({ text }) => text);
      const shown = names.length > NAMED ? [...names.slice(0, NAMED), `${names.length - NAMED} more`] : names;
      return `${listed(shown)} (${party})`;
    })
    .join(", ");
}

const clockText = ({ text, standing, ends }: Monitoring["powers"][number]): string => {
  if (standing === "ripe") return ` ${text} may be exerted since ${ends}.`;
  return standing === "running" ? ` ${text}: its clock runs until ${ends}.` : "";
};

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;
