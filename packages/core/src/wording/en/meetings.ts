// Meetings: who, how often, in which sessions, what prepares them.
import { capital, listed } from "./grammar.js";

export interface SeriesOnPage {
  readonly place: string | null;
  readonly every: string | null;
  readonly parties: readonly string[];
  readonly timeZone: string | null;
}

export interface Session {
  readonly name: string;
  readonly day: number;
  readonly at: string | null;
}

/** Part of a meeting: on which of its days, and when. */
export const session = ({ name, day, at }: Session): string => `${name} (day ${day}${at ? `, ${at}` : ""})`;

export const meetings = {
  none: "No meeting is on record",
  add: "Add meetings to agreement.yaml",
  series: ({ place, every, parties, timeZone }: SeriesOnPage) =>
    [
      place,
      every === null ? null : `every ${every}`,
      listed(parties),
      timeZone === null ? null : `times of ${timeZone}`,
    ]
      .filter((part) => part !== null)
      .map(capital)
      .join(" · "),
  sessions: (sessions: readonly Session[]) => `${sessions.map(session).join("; ")}.`,
  days: (day: string, until: string) => (day === until ? day : `${day} to ${until}`),
  latest: (day: string) => ` – at the latest ${day}`,
  preparedBy: (rounds: readonly { readonly name: string; readonly day: string }[]) =>
    `Prepared by ${rounds.map(({ name, day }) => `${name} (${day})`).join("; ")}.`,
  more: (count: number, until: string) => `And ${count} more, to ${until}.`,
};
