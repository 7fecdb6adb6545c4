// What moved since a day, and who spoke first.
import { RichText, useWords } from "@parley/charts";
import type { Outcome, Positions } from "@parley/core/internal";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { type CaseView, dayOf } from "../case-view.js";
import { DayField } from "../controls/day-field.js";
import { queryKeys } from "../query-keys.js";
import { work } from "../work.js";
import { lastRound, movedSince } from "./since-moved.js";

export function Since({ view }: { readonly view: CaseView }): ReactNode {
  const words = useWords().pages.overview.since;
  const day = view.address.get("since") ?? lastRound(view.negotiation.offers, dayOf(view));
  const moved = useSince(view, day);
  return (
    <>
      <h2>
        <RichText
          of={words.heading}
          slots={{
            day: (
              <DayField
                label={words.day}
                value={day}
                onDay={(value) => value !== "" && view.address.set({ since: value })}
              />
            ),
          }}
        />
      </h2>
      {moved && <Moved view={view} moved={moved} />}
    </>
  );
}

function Moved({ view, moved }: { readonly view: CaseView; readonly moved: Outcome<Positions> }): ReactNode {
  const words = useWords().pages.overview.since;
  const { names, address } = view;
  if (!moved.ok) return <p className="note">{moved.reasons.join(" ")}</p>;
  const { after, news } = movedSince(moved.value);
  if (after.length === 0 && news.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      <ul>
        {after.map(({ track, movement: { date, start, end, reversal } }) => (
          <li key={`${track.issue} ${track.party} ${date}`}>
            <RichText
              of={words.movement(start, end, reversal)}
              slots={{
                moved: (
                  <Link
                    data-item={track.issue}
                    href={address.on("positions", { issue: track.issue, at: `${track.party} ${date}` })}
                  >
                    {words.moved(names.spoken(track.party), track.issueName)}
                  </Link>
                ),
                day: <span className="note">({date})</span>,
              }}
            />
          </li>
        ))}
      </ul>
      {after.length === 0 && <p>{words.nobody}</p>}
      {news.length > 0 && (
        <details open={after.length === 0 && news.length <= 6}>
          <summary>{words.firsts(news.length)}</summary>
          <ul>
            {news.map(({ issue, party, date }) => (
              <li key={`${issue} ${party}`}>
                <Link data-item={issue} href={address.on("positions", { issue, at: `${party} ${date}` })}>
                  {words.first(names.spoken(party), names.issue(issue))}
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
