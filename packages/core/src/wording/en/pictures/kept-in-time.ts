// English text of the picture of when each obligation was kept or broken, and of its table.
import { listed } from "../grammar.js";
import { type EpisodeSaid, monitoring } from "../monitoring.js";

export interface KeptRow {
  readonly text: string;
  readonly by: readonly string[];
  readonly standing: keyof typeof monitoring.standings;
  readonly why: string;
  readonly episodes: readonly EpisodeSaid[];
}

export const keptInTime = {
  title: (asOf: string) => `What was kept, as of ${asOf}`,
  lane: (text: string, by: readonly string[]) => `${text} (${listed(by)})`,
  unverified: (since: string) => `unverified since ${since}`,
  figures: {
    head: ["Obligation", "By", "Stands", "Why", "Episodes"],
    row: ({ text, by, standing, why, episodes }: KeptRow) => [
      text,
      listed(by),
      monitoring.standings[standing],
      why,
      episodes.map(monitoring.episode).join("; ") || "none",
    ],
  },
};
