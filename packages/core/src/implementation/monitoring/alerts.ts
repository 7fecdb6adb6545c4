// What somebody who watches should hear of: what was found out, and what falls due.

import type { Day } from "../../case/index.js";
import { capital, spanText } from "../../wording/index.js";
import { chargedText, linesText, namesOf } from "./called.js";
import type { Episode, Monitoring, ObligationStanding } from "./types.js";
import { uncuredOf } from "./uncured.js";

export interface Alert {
  /** The same thing has the same one, whenever it is asked. */
  readonly id: string;
  /** On which it became known, or falls due. */
  readonly day: Day;
  readonly title: string;
  readonly text: string;
  /** Of an obligation or power. */
  readonly about: string;
  readonly kind: "broken" | "said" | "ended" | "inspect" | "due" | "clock" | "remark";
}

const OPENED: Readonly<Record<Episode["kind"], string>> = {
  breach: "Broken",
  alleged: "Said to be broken",
  disputed: "Disputed",
  waived: "Beyond its limit, waived",
  dismissed: "Said to be broken, dismissed",
  cleared: "Said to be broken, and it was not",
  missing: "Report missing",
  overdue: "Overdue",
};

/** Newest first. */
export function alertsOf({ obligations, powers, due, inspections, findings, asOf }: Monitoring): Alert[] {
  const nameOf = namesOf({ obligations, powers });
  const episodes = obligations.flatMap((one) =>
    one.episodes.flatMap((episode, i) => episodeAlerts(one, episode, `${one.id}:${one.earlier + i}`, asOf)),
  );
  const clocks = powers.flatMap(({ id, text, why, invoked }): Alert[] =>
    invoked
      ? [
          {
            id: `${id}:invoked:${invoked}`,
            day: invoked,
            title: `Invoked: ${text}`,
            text: `${why}.`,
            about: id,
            kind: "clock",
          },
        ]
      : [],
  );
  const looks = inspections.map(
    ({ about, by, why }): Alert => ({
      id: `${about}:inspect:${by}`,
      day: by,
      title: `Needs an inspection: ${nameOf(about)}`,
      text: `${why}.`,
      about,
      kind: "inspect",
    }),
  );
  const ahead = due.map(
    ({ day, what, about, kind }): Alert => ({
      id: `${about}:${kind}:${day}`,
      day,
      title: what,
      text: `Falls due on ${day}.`,
      about,
      kind: "due",
    }),
  );
  const remarks = findings.map(
    ({ kind, about, text, lines, rows, day }): Alert => ({
      id: `${about}:remark:${kind}:${lines.join("-") || text}`,
      day,
      title: `About the record${about === "" ? "" : `: ${nameOf(about)}`}`,
      text: `${capital(text)}${linesText(lines, rows) === "" ? "" : ` (${linesText(lines, rows)})`}.`,
      about,
      kind: "remark",
    }),
  );
  return [...episodes, ...clocks, ...looks, ...ahead, ...remarks].sort(
    (a, b) => b.day.localeCompare(a.day, "en") || a.id.localeCompare(b.id, "en"),
  );
}

/** That an episode began, and that it ended; what was over with its one day is told once. */
function episodeAlerts(one: ObligationStanding, episode: Episode, id: string, asOf: Day): Alert[] {
  const { start, end, over } = episode;
  const opened = openedAlert(one, episode, id, asOf);
  return end === null || (over && start === end) ? [opened] : [opened, endedAlert(one, episode, id, opened.day, asOf)];
}

const isProved = ({ kind }: Episode): boolean => kind === "breach" || kind === "missing";

/** What is over by itself, with nothing that proves that it was kept after. */
const unprovedText = (one: ObligationStanding, episode: Episode): string =>
  episode.over && uncuredOf(one) === episode ? " That it was kept since is not proved." : "";

function openedAlert(one: ObligationStanding, episode: Episode, id: string, asOf: Day): Alert {
  const { kind, start, known, verified, end, evidence, over, by, count } = episode;
  const several = count > 1 ? ` (${count})` : "";
  const proof = verified && verified !== start ? `, proved for ${verified}` : "";
  return {
    about: one.id,
    id: `${id}:opened`,
    day: known ?? evidence[0]?.reportedAt ?? asOf,
    title: `${OPENED[kind]}${several}: ${chargedText(one, by)}`,
    text:
      over && start === end
        ? `On ${start}, and over.${unprovedText(one, episode)}`
        : `From ${start}${proof}.${end ? "" : ` ${one.why}.`}`,
    kind: isProved(episode) ? "broken" : "said",
  };
}

/** @param from the day on which it was told that it began: nobody knows before that that it ended */
function endedAlert(one: ObligationStanding, episode: Episode, id: string, from: Day, asOf: Day): Alert {
  const { start, end, endKnown, lapsed, over, by } = episode;
  const learned = endKnown ?? asOf;
  const word = over ? "Over" : isProved(episode) && !lapsed ? "Cured" : "Ended";
  const span = over ? spanText(episode) : `from ${start} to ${end}`;
  return {
    about: one.id,
    id: `${id}:ended`,
    day: learned < from ? from : learned,
    title: `${word}: ${chargedText(one, by)}`,
    text: `${capital(span)}${lapsed ? ", when the obligation ended" : ""}.${unprovedText(one, episode)}`,
    kind: "ended",
  };
}
