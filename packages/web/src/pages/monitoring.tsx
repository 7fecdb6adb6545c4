// Was it kept? A lane an obligation, two scrubbers, and the rows behind every judgement.
import { keptInTime, Points, Scroll, SourceLine, useWords } from "@parley/charts";
import {
  byUrgency,
  findingText,
  type Monitoring,
  namesOf,
  type ObligationStanding,
  type ObservationRow,
  type PowerStanding,
  valueText,
  verb,
} from "@parley/core";
import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "wouter";
import { type CaseView, dayOf, useCase } from "../case-view.js";
import { useMonitoring, type Watching } from "../monitoring.js";
import { AddObservations } from "../parts/add-observations.js";
import { Picture } from "../parts/picture.js";
import { Waiting } from "../parts/waiting.js";
import { Word } from "../parts/word.js";

export function MonitoringPage(): ReactNode {
  const view = useCase();
  const knownAt = view.address.get("known");
  const watching = useMonitoring(view, knownAt);
  if (watching.found) return <Watched view={view} found={watching.found} watching={watching} />;
  if (watching.reasons.length === 0) return <Waiting share={0} />;
  return (
    <>
      <h1>There is nothing to keep yet</h1>
      {watching.reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {view.reader === null && (
        <p>
          <Link href={view.address.on("files", { file: "agreement.yaml" })}>Write obligations into agreement.yaml</Link>
        </p>
      )}
    </>
  );
}

interface WatchedProps {
  readonly view: CaseView;
  readonly found: Monitoring;
  readonly watching: Watching;
}

function Watched({ view, found, watching }: WatchedProps): ReactNode {
  const { negotiation, address } = view;
  const { obligations, powers, due, inspections, findings } = found;
  const nameOf = namesOf(found);
  return (
    <>
      <h1 className="sentence" aria-live="polite">
        {found.sentence}
      </h1>
      <Scrubbers view={view} found={found} />
      {watching.malformed > 0 && <Malformed view={view} watching={watching} />}
      <Picture
        chart={keptInTime}
        of={{ parties: negotiation.parties, found }}
        id="kept"
        heading={false}
        figures={false}
        onMark={(id) => address.set({ obligation: id })}
      />
      <p className="note">
        Dashed line: the limit. Full points are <Word of="proved" />, hollow ones said or estimated; an arrow is a
        figure far above. Bars below: full where it was broken, dashed where that is said or disputed, thin where it
        came to nothing; dotted since the last proof is too old.
      </p>
      <h2>What stands how, and why</h2>
      {byUrgency(obligations).map((one) => (
        <Obligation key={one.id} view={view} one={one} />
      ))}
      {powers.map((power) => (
        <Power key={power.id} view={view} power={power} />
      ))}
      <div className="row downloads">
        {(["ics", "atom", "csv"] as const).map((form) => (
          <a key={form} href={alertsAddress(view, form)} download={form === "atom" ? undefined : true}>
            {FORMS[form]}
          </a>
        ))}
      </div>
      {inspections.length > 0 && (
        <>
          <h2>Needs an inspection</h2>
          <Points items={inspections.map(({ about, by, why }) => `${nameOf(about)}: by ${by}, ${why}.`)} />
        </>
      )}
      {due.length > 0 && <DueNext due={due} />}
      <h2>About the record</h2>
      <p>
        {found.observations.known} of {found.observations.rows} rows were on record
        {found.observations.later > 0 && `; ${found.observations.later} are of a later day, or were not reported yet`}.
        {findings.length > 0 && " Which of them are not used or not judged, and what else is odd, is said here:"}
      </p>
      <Points items={findings.map((finding) => findingText(finding, nameOf))} />
      {view.reader === null && <AddObservations view={view} large={watching.large} />}
    </>
  );
}

const FORMS = { ics: "What falls due (.ics)", atom: "Alerts as a feed (.atom)", csv: "Alerts (.csv)" } as const;

function alertsAddress({ id, reader, options: { asOf }, address }: CaseView, form: string): string {
  const known = address.get("known");
  const query = new URLSearchParams({
    ...(reader !== null && { reader }),
    ...(asOf && { asOf }),
    ...(known !== null && { knownAt: known }),
  });
  return `/api/cases/${encodeURIComponent(id)}/monitoring/${form}?${query}`;
}

/** Two times: of what it is seen, and by when it was known. */
function Scrubbers({ view, found }: { readonly view: CaseView; readonly found: Monitoring }): ReactNode {
  const { address, negotiation } = view;
  const { days } = found;
  if (days.length < 2) return null;
  const last = days.length - 1;
  const placeOf = (day: string) => {
    const after = days.findIndex((one) => one > day);
    return after < 0 ? last : Math.max(0, after - 1);
  };
  const asOf = dayOf(view) || found.asOf;
  const known = address.get("known");
  const see = (place: number) =>
    address.set({ "as-of": days[place] === negotiation.asOf ? null : (days[place] ?? null) }, "replace");
  const know = (place: number) => address.set({ known: place >= last ? null : (days[place] ?? null) }, "replace");
  return (
    <div className="scrubbers">
      <label>
        <span>
          <Word of="asOf">as of</Word> <strong>{asOf}</strong>
        </span>
        <input
          type="range"
          min={0}
          max={last}
          value={placeOf(asOf)}
          aria-valuetext={asOf}
          aria-label="As of"
          onChange={({ target }) => see(Number(target.value))}
        />
      </label>
      <label>
        <span>
          <Word of="knownAt">known at</Word> <strong>{known ?? "all that is on record"}</strong>
        </span>
        <input
          type="range"
          min={0}
          max={last}
          value={known === null ? last : placeOf(known)}
          aria-valuetext={known ?? "all that is on record"}
          aria-label="Known at"
          onChange={({ target }) => know(Number(target.value))}
        />
      </label>
      <button
        type="button"
        className="quiet"
        disabled={known === null && asOf === negotiation.asOf}
        onClick={() => address.set({ known: null, "as-of": null })}
      >
        All of it
      </button>
    </div>
  );
}

function Malformed({
  view,
  watching: { problems, malformed },
}: {
  readonly view: CaseView;
  readonly watching: Watching;
}): ReactNode {
  return (
    <div className="alert" role="alert">
      <p>
        {malformed === 1 ? "One row" : `${malformed} rows`} could not be read and {malformed === 1 ? "is" : "are"} not
        in this answer. The file is as it was.{" "}
        <Link href={view.address.on("files", { file: "observations.csv" })}>Mend it</Link>
      </p>
      <ul>
        {problems.slice(0, 10).map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}

function Obligation({ view, one }: { readonly view: CaseView; readonly one: ObligationStanding }): ReactNode {
  const { address, names } = view;
  const chosen = address.get("obligation") === one.id;
  const element = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const loose = [one.last, one.lastProof].filter((row): row is ObservationRow => row !== null);
  const shown = one.episodes.flatMap(({ evidence }) => evidence);
  const rest = [
    ...new Map(
      loose.filter((row) => !shown.some(({ line }) => line === row.line)).map((row) => [row.line, row]),
    ).values(),
  ];
  const words = useWords().monitoring;
  return (
    <details ref={element} className="obligation" open={chosen} data-item={one.id}>
      <summary>
        <strong>{one.text}</strong> <span className={`standing ${one.standing}`}>{words.standings[one.standing]}</span>
        <br />
        <span className="why">
          {one.party}: {one.why}
        </span>
      </summary>
      {one.article && <p className="note">{one.article}</p>}
      {one.contested.map(({ by, text }) => (
        <p key={text}>
          <strong>{names.party(by)}</strong> {verb(names.spoken(by), "contests")} it: {text}.
        </p>
      ))}
      {one.terms.length > 0 && (
        <p className="note">
          It rests on:{" "}
          {one.terms.map((term) => (
            <Link key={term} href={address.on("terms", { term })}>
              {term}{" "}
            </Link>
          ))}
        </p>
      )}
      {one.earlier > 0 && <p className="note">{one.earlier} earlier episodes are not shown.</p>}
      {one.episodes.map((episode) => (
        <div key={`${episode.start} ${episode.kind}`}>
          <p>{words.episode(episode)}.</p>
          <Evidence view={view} rows={episode.evidence} label={`${one.text}, from ${episode.start}: ${episode.kind}`} />
          {episode.rows > episode.evidence.length && <p className="note">{episode.rows} rows in all.</p>}
        </div>
      ))}
      {rest.length > 0 && (
        <>
          <p>The latest:</p>
          <Evidence view={view} rows={rest} label={`${one.text}, the latest`} />
        </>
      )}
      {shown.length + rest.length === 0 && <p>No row speaks of it.</p>}
    </details>
  );
}

interface EvidenceProps {
  readonly view: CaseView;
  readonly rows: readonly ObservationRow[];
  /** What they speak of. */
  readonly label: string;
}

/** Rows of observations.csv as they stand there, with their source. */
function Evidence({ view, rows, label }: EvidenceProps): ReactNode {
  if (rows.length === 0) return null;
  return (
    <Scroll label={label}>
      <table className="evidence">
        <thead>
          <tr>
            <th scope="col">of</th>
            <th scope="col">reported</th>
            <th scope="col">what</th>
            <th scope="col">source</th>
            <th scope="col">line</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const source = view.negotiation.sources.find(({ id }) => id === row.source);
            return (
              <tr key={row.line}>
                <th scope="row">{row.asOf}</th>
                <td className="date">{row.assumed ? `${row.reportedAt} (assumed)` : row.reportedAt}</td>
                <td>
                  {valueText(row)}
                  {row.by && ` by ${view.names.party(row.by)}`}
                  {row.note && <div className="note">{row.note}</div>}
                </td>
                <td>{source ? <SourceLine source={source} /> : row.source || "not given"}</td>
                <td>{row.line}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

function Power({ view, power }: { readonly view: CaseView; readonly power: PowerStanding }): ReactNode {
  return (
    <details className="obligation" open={power.standing === "running" || power.standing === "ripe"}>
      <summary>
        <strong>{power.text}</strong>{" "}
        <span className={`standing ${power.standing}`}>{useWords().monitoring.powers[power.standing]}</span>
        <br />
        <span className="why">{power.why}</span>
      </summary>
      {power.stages.length > 0 && (
        <ol className="stages">
          {power.stages.map(({ id, name, from, until, state, extended }) => (
            <li key={id} className={`stage-${state.replace(" ", "-")}`}>
              {name}: {from} to {until}, {state}
              {extended > 0 && `, extended by ${extended} days`}
            </li>
          ))}
        </ol>
      )}
      <Evidence view={view} rows={power.evidence} label={power.text} />
    </details>
  );
}

const DUE_SHOWN = 10;

function DueNext({ due }: { readonly due: Monitoring["due"] }): ReactNode {
  const line = ({ day, what, about, kind }: Monitoring["due"][number]) => (
    <li key={`${about} ${kind} ${day}`}>
      <span className="date">{day}</span> {what}
    </li>
  );
  return (
    <>
      <h2>Falls due next</h2>
      <ul>{due.slice(0, DUE_SHOWN).map(line)}</ul>
      {due.length > DUE_SHOWN && (
        <details>
          <summary>{due.length - DUE_SHOWN} more</summary>
          <ul>{due.slice(DUE_SHOWN).map(line)}</ul>
        </details>
      )}
    </>
  );
}
