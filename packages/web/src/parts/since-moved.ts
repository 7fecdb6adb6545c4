// What moved since a day: which day that is unless one is chosen, and what is told of it.
import type { Positions, Track } from "@parley/core/internal";

/** A round ends with an offer: the day of the one before the last; a year before where there were not two. */
export function lastRound(offers: readonly { readonly date: string }[], day: string): string {
  const offered = offers.map(({ date }) => date).filter((date) => date.length === 10 && date <= day);
  return [...new Set(offered)].sort().at(-2) ?? `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}

export interface Moved {
  readonly track: Track;
  readonly movement: Track["movements"][number];
}

/** Movements after the day, and first positions of those who are not told of already. */
export function movedSince({ tracks, first, since }: Pick<Positions, "tracks" | "first" | "since">): {
  readonly after: readonly Moved[];
  readonly news: Positions["first"];
} {
  const after = tracks.flatMap((track) =>
    track.movements.filter(({ date }) => since === null || date > since).map((movement) => ({ track, movement })),
  );
  const news = first.filter(
    ({ issue, party }) => !after.some(({ track }) => track.issue === issue && track.party === party),
  );
  return { after, news };
}
