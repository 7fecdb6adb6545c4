// The answer in words: what is broken and open, what is said, what is near.
import { listed } from "../../case/index.js";
import type { Monitoring, ObligationStanding, Standing } from "./types.js";

type Said = Pick<Monitoring, "obligations" | "powers" | "due" | "observations">;

/** So many are named; the rest are counted. */
const NAMED = 3;

export function monitoringSentence({ obligations, powers, observations }: Said): string {
  const of = (...standings: readonly Standing[]) => obligations.filter(({ standing }) => standings.includes(standing));
  const named = (those: readonly ObligationStanding[]) => {
    const names = those.slice(0, NAMED).map(({ text }) => text);
    return listed(those.length > NAMED ? [...names, `${those.length - NAMED} more`] : names);
  };
  const [broken, said, near] = [of("breached"), of("alleged", "disputed", "overdue"), of("at-risk")];
  const kept = of("compliant", "cured", "fulfilled", "waived");
  const parts = [
    ...(broken.length > 0 ? [`Broken: ${named(broken)}`] : []),
    ...(said.length > 0 ? [`said or disputed, and not proved: ${named(said)}`] : []),
    ...(near.length > 0 ? [`at risk: ${named(near)}`] : []),
  ];
  const running = powers.filter(({ standing }) => standing === "running" || standing === "ripe");
  const clock = running.map(({ text, why }) => ` ${text}: ${why}.`).join("");
  if (observations.known === 0)
    return `Nothing has been observed by this day: ${count(obligations.length, "obligation")} on record.${clock}`;
  const unseen = of("unobserved", "unverified").length;
  const rest = `${kept.length} of ${count(obligations.length, "obligation")} ${kept.length === 1 ? "is" : "are"} kept${unseen > 0 ? `, ${unseen} not observed or not proved` : ""}`;
  const text = parts.length === 0 ? `Nothing is broken: ${rest}.` : `${parts.join("; ")}. ${rest}.`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${clock}`;
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;
