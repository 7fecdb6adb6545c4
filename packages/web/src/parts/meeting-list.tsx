// The meetings that lie ahead: who, how often, in which sessions, what prepares them and what is on their agenda.
import { useWords } from "@parley/charts";
import type { MeetingSeries, Outcome, Schedule } from "@parley/core/internal";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { CaseView } from "../case-view.js";
import { useLatest, work } from "../work.js";
import { Waiting } from "./waiting.js";

interface MeetingListProps {
  readonly view: CaseView;
  readonly download: ReactNode;
}

export function MeetingList({ view, download }: MeetingListProps): ReactNode {
  const { atHead, meetings: words } = useWords();
  const { files, options } = view;
  const found = useLatest(
    JSON.stringify([files.revision, options, "meetings"]),
    { files: [...files.files], options },
    (question): Promise<Outcome<Schedule>> => work.meetings(question),
  );
  if (!found.value) return <Waiting share={0.5} />;
  if (!found.value.ok)
    return (
      <>
        <h1>{words.none}</h1>
        {found.value.reasons.map((reason) => (
          <p key={reason}>{atHead(reason)}</p>
        ))}
        <p>
          <Link href={view.address.on("files", { file: "agreement.yaml" })}>{words.add}</Link>
        </p>
      </>
    );
  const { sentence, series, remarks } = found.value.value;
  return (
    <>
      <h1 className="sentence">{sentence}</h1>
      <div className="row">{download}</div>
      {series
        .filter(({ occurrences }) => occurrences.some(({ past }) => !past))
        .map((one) => (
          <Series key={one.id} view={view} one={one} />
        ))}
      {remarks.map((remark) => (
        <p key={remark} className="note">
          {atHead(remark)}
        </p>
      ))}
    </>
  );
}

/** Shown of a long series; the calendar has them all. */
const MOST_SHOWN = 6;

function Series({ view, one }: { readonly view: CaseView; readonly one: MeetingSeries }): ReactNode {
  const { atHead, meetings: words } = useWords();
  const ahead = one.occurrences.filter(({ past }) => !past);
  const parties = one.parties.map(view.names.party);
  return (
    <section>
      <h2>{one.name}</h2>
      <p className="note">{words.series({ ...one, parties })}</p>
      {one.sessions.length > 0 && <p>{words.sessions(one.sessions)}</p>}
      {one.extension !== null && <p>{atHead(one.extension)}</p>}
      {one.flags.map(({ text }) => (
        <p key={text} className="flag">
          {text}
        </p>
      ))}
      <ol className="sittings">
        {ahead.slice(0, MOST_SHOWN).map(({ day, until, latest, rounds, agenda }) => (
          <li key={day} data-item={`${one.id} ${day}`}>
            <strong>{words.days(day, until)}</strong>
            {latest !== null && <span className="note">{words.latest(latest)}</span>}
            {rounds.length > 0 && <p className="note">{words.preparedBy(rounds)}</p>}
            {agenda.length > 0 && (
              <ul>
                {agenda.map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {ahead.length > MOST_SHOWN && (
        <p className="note">{words.more(ahead.length - MOST_SHOWN, ahead.at(-1)?.day ?? "")}</p>
      )}
    </section>
  );
}
