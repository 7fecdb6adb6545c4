// English text for meetings on the command line: their series, sessions, days and preparation.
import { listed } from "../grammar.js";
import { session } from "../meetings.js";

export interface Series {
  readonly name: string;
  readonly place: string | null;
  readonly every: string | null;
}

/** What the command line says of meetings. */
export const schedule = {
  series: ({ name, place, every }: Series, parties: readonly string[]) => {
    const how = [place, every === null ? null : `every ${every}`].filter((part) => part !== null).join(", ");
    return `${name} (${how || "once"}): ${listed(parties)}`;
  },
  session: (name: string, day: number, at: string | null) => session({ name, day, at }),
  days: (day: string, until: string, latest: string | null) =>
    `${day === until ? day : `${day} to ${until}`}${latest === null ? "" : `, at the latest ${latest}`}`,
  preparedBy: (name: string, day: string) => `prepared by: ${name}, ${day}`,
  more: (count: number, until: string) => `… and ${count} more, to ${until}`,
  over: "over",
};
