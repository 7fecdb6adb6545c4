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
} from "@parley/core/internal";
import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "wouter";
import { fileAddress } from "../addresses.js";
import { type CaseView, dayOf, useCase } from "../case-view.js";
import { type MonitoringNow, useMonitoring } from "../monitoring.js";
import { AddObservations } from "../parts/add-observations.js";
import { AddEntry, EditEntry } from "../parts/edit-here.js";
import { EmptyPage } from "../parts/empty-page.js";
import { Picture } from "../parts/picture.js";
import { Sentence } from "../parts/sentence.js";
import { Waiting } from "../parts/waiting.js";
import { latestRows, placeOf } from "./monitoring-rows.js";

export function MonitoringPage(): ReactNode {
  const words = useWords().pages.monitoring;
  const view = useCase();
  const knownAt = view.address.get("known");
  const watching = useMonitoring(view, knownAt);
  if (watching.found) return <Standings view={view} found={watching.found} watching={watching} />;
  if (watching.reasons.length === 0) return <Waiting share={0} />;
  return (
    <EmptyPage chart={keptInTime} heading={words.none} reasons={[words.whatItTakes]}>
      <AddEntry list="obligations" text={words.addObligation} primary />
      <AddEntry list="commitments" text={words.addCommitment} />
    </EmptyPage>
  );
}

interface StandingsProps {
  readonly view: CaseView;
  readonly found: Monitoring;
  readonly watching: MonitoringNow;
}

function Standings({ view, found, watching }: StandingsProps): ReactNode {
  const words = useWords().pages.monitoring;
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
        <Sentence of={words.picture} />
      </p>
      <h2>{words.standings}</h2>
      {byUrgency(obligations).map((one) => (
        <Obligation key={one.id} view={view} one={one} />
      ))}
      {powers.map((power) => (
        <Power key={power.id} view={view} power={power} />
      ))}
      <div className="row downloads">
        {(["ics", "atom", "csv"] as const).map((form) => (
          <a
            key={form}
            href={fileAddress(view, `monitoring/${form}`, { knownAt: address.get("known") })}
            download={form === "atom" ? undefined : true}
          >
            {words.forms[form]}
          </a>
        ))}
      </div>
      {inspections.length > 0 && (
        <>
          <h2>{words.inspections}</h2>
          <Points items={inspections.map(({ about, by, why }) => words.inspection(nameOf(about), by, why))} />
        </>
      )}
      {due.length > 0 && <DueNext due={due} />}
      <h2>{words.record}</h2>
      <p>{words.onRecord(found.observations, findings.length > 0)}</p>
      <Points items={findings.map((finding) => findingText(finding, nameOf))} />
      {view.reader === null && <AddObservations view={view} large={watching.large} />}
    </>
  );
}

/** Two times: of what it is seen, and by when it was known. */
function Scrubbers({ view, found }: { readonly view: CaseView; readonly found: Monitoring }): ReactNode {
  const words = useWords().pages.monitoring;
  const { address, negotiation } = view;
  const { days } = found;
  if (days.length < 2) return null;
  const last = days.length - 1;
  const asOf = dayOf(view) || found.asOf;
  const known = address.get("known");
  const see = (place: number) =>
    address.set({ "as-of": days[place] === negotiation.asOf ? null : (days[place] ?? null) }, "replace");
  const know = (place: number) => address.set({ known: place >= last ? null : (days[place] ?? null) }, "replace");
  return (
    <div className="scrubbers">
      <label>
        <span>
          <Sentence of={words.asOf(asOf)} />
        </span>
        <input
          type="range"
          min={0}
          max={last}
          value={placeOf(days, asOf)}
          aria-valuetext={asOf}
          aria-label={words.asOfLabel}
          onChange={({ target }) => see(Number(target.value))}
        />
      </label>
      <label>
        <span>
          <Sentence of={words.knownAt(known ?? words.allOnRecord)} />
        </span>
        <input
          type="range"
          min={0}
          max={last}
          value={known === null ? last : placeOf(days, known)}
          aria-valuetext={known ?? words.allOnRecord}
          aria-label={words.knownAtLabel}
          onChange={({ target }) => know(Number(target.value))}
        />
      </label>
      <button
        type="button"
        className="quiet"
        disabled={known === null && asOf === negotiation.asOf}
        onClick={() => address.set({ known: null, "as-of": null })}
      >
        {words.all}
      </button>
    </div>
  );
}

function Malformed({
  view,
  watching: { problems, malformed },
}: {
  readonly view: CaseView;
  readonly watching: MonitoringNow;
}): ReactNode {
  const words = useWords().pages.monitoring;
  return (
    <div className="alert" role="alert">
      <p>
        {words.malformed(malformed)}{" "}
        <Link href={view.address.on("files", { file: "observations.csv" })}>{words.mend}</Link>
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
  const { monitoring: told, pages } = useWords();
  const words = pages.monitoring;
  const { address, names } = view;
  const chosen = address.get("obligation") === one.id;
  const element = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const { shown, rest } = latestRows(one);
  return (
    <details ref={element} className="obligation" open={chosen} data-item={one.id}>
      <summary>
        <strong>{one.text}</strong> <span className={`standing ${one.standing}`}>{told.standing(one.standing)}</span>
        <br />
        <span className="why">{words.why(one.party, one.why)}</span>
      </summary>
      <div className="pencil-corner">
        <EditEntry list="obligations" id={one.id} called={one.text} />
      </div>
      {one.article && <p className="note">{one.article}</p>}
      {one.contested.map(({ by, text }) => (
        <p key={text}>
          <Sentence of={words.contests(names.spoken(by), text)} />
        </p>
      ))}
      {one.terms.length > 0 && (
        <p className="note">
          {words.restsOn}{" "}
          {one.terms.map((term) => (
            <Link key={term} href={address.on("terms", { term })}>
              {term}{" "}
            </Link>
          ))}
        </p>
      )}
      {one.earlier > 0 && <p className="note">{words.earlier(one.earlier)}</p>}
      {one.episodes.map((episode) => (
        <div key={`${episode.start} ${episode.kind}`}>
          <p>{told.episode(episode)}.</p>
          <Evidence
            view={view}
            rows={episode.evidence}
            label={words.rows.episode(one.text, episode.start, episode.kind)}
          />
          {episode.rows > episode.evidence.length && <p className="note">{words.rowsInAll(episode.rows)}</p>}
        </div>
      ))}
      {rest.length > 0 && (
        <>
          <p>{words.latest}</p>
          <Evidence view={view} rows={rest} label={words.rows.latest(one.text)} />
        </>
      )}
      {shown.length + rest.length === 0 && <p>{words.noRow}</p>}
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
  const words = useWords().pages.monitoring.rows;
  if (rows.length === 0) return null;
  return (
    <Scroll label={label}>
      <table className="evidence">
        <thead>
          <tr>
            {words.head.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const source = view.negotiation.sources.find(({ id }) => id === row.source);
            return (
              <tr key={row.line}>
                <th scope="row">{row.asOf}</th>
                <td className="date">{words.reported(row.reportedAt, row.assumed)}</td>
                <td>
                  {words.by(valueText(row), row.by ? view.names.spoken(row.by) : null)}
                  {row.note && <div className="note">{row.note}</div>}
                </td>
                <td>{source ? <SourceLine source={source} /> : row.source || words.noSource}</td>
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
  const words = useWords().pages.monitoring;
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
          {power.stages.map((stage) => (
            <li key={stage.id} className={`stage-${stage.state.replace(" ", "-")}`}>
              {words.stage(stage)}
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
  const words = useWords().pages.monitoring;
  const line = ({ day, what, about, kind }: Monitoring["due"][number]) => (
    <li key={`${about} ${kind} ${day}`}>
      <span className="date">{day}</span> {what}
    </li>
  );
  return (
    <>
      <h2>{words.due}</h2>
      <ul>{due.slice(0, DUE_SHOWN).map(line)}</ul>
      {due.length > DUE_SHOWN && (
        <details>
          <summary>{words.more(due.length - DUE_SHOWN)}</summary>
          <ul>{due.slice(DUE_SHOWN).map(line)}</ul>
        </details>
      )}
    </>
  );
}
