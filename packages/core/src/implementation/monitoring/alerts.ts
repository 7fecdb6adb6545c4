// What somebody who watches should hear of: what was found out, and what falls due.
import { capital, type Day } from "../../case/index.js";
import { linesText, namesOf } from "./called.js";
import type { Episode, Monitoring } from "./types.js";

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
  const episodes = obligations.flatMap(({ id, why, episodes: all, earlier }) =>
    all.flatMap(({ kind, start, known, verified, end, endKnown, evidence, lapsed, count }, i): Alert[] => {
      const several = count > 1 ? ` (${count})` : "";
      const proved = kind === "breach" || kind === "missing";
      const from = known ?? evidence[0]?.reportedAt ?? asOf;
      const opened: Alert = {
        id: `${id}:${earlier + i}:opened`,
        day: from,
        title: `${OPENED[kind]}${several}: ${nameOf(id)}`,
        text: `From ${start}${verified && verified !== start ? `, proved for ${verified}` : ""}.${end ? "" : ` ${why}.`}`,
        about: id,
        kind: proved ? "broken" : "said",
      };
      if (!end) return [opened];
      return [
        opened,
        {
          id: `${id}:${earlier + i}:ended`,
          day: endKnown ?? asOf,
          title: `${proved && !lapsed ? "Cured" : "Ended"}: ${nameOf(id)}`,
          text: `From ${start} to ${end}.`,
          about: id,
          kind: "ended",
        },
      ];
    }),
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
