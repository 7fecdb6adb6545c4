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
  const [broken, said, disputed] = [of("breached"), of("alleged", "overdue"), of("disputed")];
  const near = of("at-risk");
  const kept = of("compliant", "cured", "fulfilled", "waived");
  const parts = [
    ...(broken.length > 0 ? [`Broken: ${named(broken)}`] : []),
    ...(said.length > 0 ? [`not proved: ${named(said)}`] : []),
    ...(disputed.length > 0 ? [`disputed: ${named(disputed)}`] : []),
    ...(near.length > 0 ? [`at risk: ${named(near)}`] : []),
  ];
  const running = powers.filter(({ standing }) => standing === "running" || standing === "ripe");
  const clock = running
    .map(({ text, standing, stages }) => {
      const end = stages.at(-1)?.until;
      return standing === "ripe" ? ` ${text} may be exerted since ${end}.` : ` ${text}: its clock runs until ${end}.`;
    })
    .join("");
  if (observations.known === 0 && parts.length === 0)
    return `Nothing has been observed by this day: ${count(obligations.length, "obligation")} on record.${clock}`;
  const unseen = of("unobserved").length;
  const rest = `${kept.length} of ${obligations.length} kept${unseen > 0 ? `, ${unseen} not observed` : ""}`;
  const text = parts.length === 0 ? `Nothing is broken: ${rest}.` : `${parts.join("; ")}. ${rest}.`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${clock}`;
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;
