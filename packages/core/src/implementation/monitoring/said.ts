// What monitoring comes to, as codes and parameters; the sentences are made of them by a language.
import type { BreachSaid, ConcernSaid, CountedSaid, KeepingSaid, OwedSaid } from "../../wording/index.js";
import type { Episode, Monitoring, ObligationStanding, Standing } from "./types.js";
import { hasEnded, uncuredOf } from "./uncured.js";

type Judged = Pick<Monitoring, "obligations" | "powers" | "observations">;

/** What asks for attention, in the order in which it is told. */
const CONCERNS: readonly { readonly concern: ConcernSaid; readonly of: readonly Standing[] }[] = [
  { concern: "notProved", of: ["alleged", "overdue"] },
  { concern: "disputed", of: ["disputed"] },
  { concern: "outstanding", of: ["outstanding"] },
  { concern: "atRisk", of: ["at-risk"] },
];

/** What is counted after that: only what is kept is called so. */
const COUNTED: readonly { readonly what: CountedSaid; readonly of: Standing }[] = [
  { what: "keptLate", of: "late" },
  { what: "perhapsLate", of: "perhaps-late" },
  { what: "waived", of: "waived" },
  { what: "unverified", of: "unverified" },
  { what: "notObserved", of: "unobserved" },
];

export function keepingSaid({ obligations, powers, observations }: Judged): KeepingSaid {
  const of = (...standings: readonly Standing[]) => obligations.filter(({ standing }) => standings.includes(standing));
  return {
    obligations: obligations.length,
    kept: of("compliant", "cured", "fulfilled").length,
    observed: observations.known > 0,
    breaches: breachesIn(obligations),
    concerns: CONCERNS.map(({ concern, of: standings }) => ({ concern, owed: owedIn(of(...standings)) })).filter(
      ({ owed }) => owed.length > 0,
    ),
    counted: COUNTED.map(({ what, of: standing }) => ({ what, count: of(standing).length })).filter(
      ({ count }) => count > 0,
    ),
    clocks: powers.flatMap(({ text, standing, ends }) =>
      (standing === "ripe" || standing === "running") && ends !== null
        ? [{ power: text, code: standing, day: ends }]
        : [],
    ),
  };
}

/** What is broken; and what was, where nothing proves that it was kept after. */
function breachesIn(obligations: readonly ObligationStanding[]): KeepingSaid["breaches"] {
  const groups = new Map<string, { readonly breach: BreachSaid; readonly those: ObligationStanding[] }>();
  for (const one of [...obligations].sort((a, b) => brokenRank(a) - brokenRank(b))) {
    const breach = breachOf(one, uncuredOf(one));
    if (breach === null) continue;
    const key = JSON.stringify(breach);
    const group = groups.get(key) ?? { breach, those: [] };
    group.those.push(one);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ breach, those }) => ({ breach, owed: owedIn(those) }));
}

function breachOf(one: ObligationStanding, breach: Episode | null): BreachSaid | null {
  if (one.standing === "breached") return { code: "broken" };
  if (breach === null) return null;
  if (hasEnded(one)) return { code: "endedUnproved" };
  if (breach.end === null) return { code: "suspended" };
  return { code: "over", start: breach.start, end: breach.end };
}

/** What is broken now, then what was, then what has ended. */
const brokenRank = (one: ObligationStanding): number => (one.standing === "breached" ? 0 : hasEnded(one) ? 2 : 1);

/** Who broke it, or is said to have, where several owe it. */
function doersOf(one: ObligationStanding): Episode["by"] {
  const said = one.standing === "alleged" || one.standing === "disputed" ? one.episodes.at(-1) : uncuredOf(one);
  return said?.by ?? null;
}

/** Grouped by whose they are and who broke them. */
function owedIn(those: readonly ObligationStanding[]): OwedSaid[] {
  const groups = new Map<string, OwedSaid & { readonly obligations: string[] }>();
  for (const one of those) {
    const by = doersOf(one);
    const key = JSON.stringify([one.party, by]);
    const group = groups.get(key) ?? { obligations: [], party: one.party, by };
    group.obligations.push(one.text);
    groups.set(key, group);
  }
  return [...groups.values()];
}
