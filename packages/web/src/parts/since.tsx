// What moved since a day, and who spoke first.
import { capital, type Outcome, type Positions } from "@parley/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { type CaseView, dayOf } from "../case-view.js";
import { queryKeys } from "../query-keys.js";
import { work } from "../work.js";

export function Since({ view }: { readonly view: CaseView }): ReactNode {
  const day = view.address.get("since") ?? lastRound(view);
  const moved = useSince(view, day);
  return (
    <>
      <h2>
        Since{" "}
        <input
          type="date"
          aria-label="Since which day"
          value={day}
          max={dayOf(view)}
          onChange={({ target: { value } }) => value && view.address.set({ since: value })}
        />
      </h2>
      {moved && <Moved view={view} moved={moved} />}
    </>
  );
}

/** A round ends with an offer: the day of the one before the last. */
function lastRound(view: CaseView): string {
  const day = dayOf(view);
  const offered = view.negotiation.offers.map(({ date }) => date).filter((date) => date.length === 10 && date <= day);
  return [...new Set(offered)].sort().at(-2) ?? `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}

function Moved({ view, moved }: { readonly view: CaseView; readonly moved: Outcome<Positions> }): ReactNode {
  const { names, address } = view;
  if (!moved.ok) return <p className="note">{moved.reasons.join(" ")}</p>;
  const { tracks, first, since } = moved.value;
  const after = tracks.flatMap((track) =>
    track.movements.filter(({ date }) => since === null || date > since).map((movement) => ({ track, movement })),
  );
  const news = first.filter(
    ({ issue, party }) => !after.some(({ track }) => track.issue === issue && track.party === party),
  );
  if (after.length === 0 && news.length === 0)
    return <p>Nobody surely moved, and nothing new was said of any issue.</p>;
  return (
    <>
      <ul>
        {after.map(({ track, movement: { date, start, end, reversal } }) => (
          <li key={`${track.issue} ${track.party} ${date}`}>
            <Link
              data-item={track.issue}
              href={address.on("positions", { issue: track.issue, at: `${track.party} ${date}` })}
            >
              {capital(track.partyName)} moved on {track.issueName}
            </Link>
            : from {Math.round(start)} to {Math.round(end)} of 100{reversal && ", turning back"}{" "}
            <span className="note">({date})</span>
          </li>
        ))}
      </ul>
      {after.length === 0 && <p>Nobody surely moved.</p>}
      {news.length > 0 && (
        <details open={after.length === 0 && news.length <= 6}>
          <summary>
            {news.length} first {news.length === 1 ? "position" : "positions"}
          </summary>
          <ul>
            {news.map(({ issue, party, date }) => (
              <li key={`${issue} ${party}`}>
                <Link data-item={issue} href={address.on("positions", { issue, at: `${party} ${date}` })}>
                  {capital(names.party(party))} took its first position on {names.issue(issue)}
                </Link>{" "}
                <span className="note">({date})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** What moved after a day. */
function useSince({ files, options }: CaseView, since: string): Outcome<Positions> | null {
  const { asOf, sharedWith } = options;
  const found = useQuery({
    queryKey: queryKeys.since(files.revision, asOf ?? null, since),
    queryFn: async () =>
      await work.since([...files.files], {
        since,
        sharedWith: sharedWith ?? null,
        ...(asOf !== undefined && { asOf }),
      }),
    placeholderData: (before) => before,
  });
  return found.data ?? null;
}
