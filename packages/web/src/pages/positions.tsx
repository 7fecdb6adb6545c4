// Where each party stood, one picture an issue; every point opens the words that it rests on.
import { Mark, Points, partyClass, positionDrift, RichText, SourceLine, useWords } from "@parley/charts";
import type { Positions, Track } from "@parley/core/internal";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { type CaseView, useCase } from "../case-view.js";
import { Dialog } from "../controls/dialog.js";
import { useMaterials } from "../jobs.js";
import { AddEntry, EditEntry } from "../parts/edit-here.js";
import { EmptyPage } from "../parts/empty-page.js";
import { InItsParagraph } from "../parts/in-its-paragraph.js";
import { Picture } from "../parts/picture.js";
import { Sentence } from "../parts/sentence.js";
import { Waiting, Working } from "../parts/waiting.js";

/** More issues than this can be searched. */
const MANY = 6;

export function PositionsPage(): ReactNode {
  const view = useCase();
  const words = useWords();
  const { materials, share, failure } = useMaterials();
  const [search, setSearch] = useState("");
  if (!materials) return <Waiting share={share} failure={failure} />;
  const { positions } = materials;
  if (!positions.ok) return <Nothing reasons={positions.reasons} />;
  const { tracks, sentence, parties, unplaced } = positions.value;
  const unplacedText = words.positions.unplaced(unplaced.map(view.names.issue));
  const issues = [...new Set(tracks.map(({ issue }) => issue))];
  const wanted = search.trim().toLowerCase();
  const found = issues.filter((issue) => view.names.issue(issue).toLowerCase().includes(wanted));
  if (issues.length === 0 && unplaced.length > 0) return <Unplaced sentence={sentence} texts={unplacedText} />;
  if (issues.length === 0) return <Nothing reasons={[words.pages.positions.noneOnIssues]} />;
  return (
    <>
      <Working share={share} />
      <h1 className="sentence">{sentence}</h1>
      <ul>
        {parties.map((party) => (
          <li key={party.party}>{words.positions.drift(party, view.names)}</li>
        ))}
      </ul>
      <p className="note">
        <Sentence of={words.pages.positions.about} />
      </p>
      <Points items={unplacedText} />
      {issues.length > MANY && (
        <input
          type="search"
          aria-label={words.packages.builder.search}
          placeholder={words.packages.builder.search}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      )}
      <div className="multiples">
        {found.map((issue) => (
          <Issue key={issue} view={view} positions={positions.value} issue={issue} />
        ))}
      </div>
    </>
  );
}

/** Something was said, and no issue that it speaks of has a scale to place it on. */
function Unplaced({ sentence, texts }: { readonly sentence: string; readonly texts: readonly string[] }): ReactNode {
  const words = useWords().pages.positions;
  const { address } = useCase();
  return (
    <>
      <h1 className="sentence">{sentence}</h1>
      <Points items={texts} />
      <p>
        <RichText of={words.order} slots={{ file: <Link href={address.on("set-up")}>{words.takeOutOrdered}</Link> }} />
      </p>
    </>
  );
}

function Nothing({ reasons }: { readonly reasons: readonly string[] }): ReactNode {
  const words = useWords().pages.positions;
  const { address } = useCase();
  return (
    <EmptyPage chart={positionDrift} heading={words.none} reasons={[...reasons, words.whatItTakes]}>
      <Link className="button primary" href={address.on("documents")}>
        {words.findThem}
      </Link>
      <AddEntry list="statements" text={words.writeThem} />
    </EmptyPage>
  );
}

/** In an address: the words of all points, none of them chosen. */
const EVERY = "all";

interface IssueProps {
  readonly view: CaseView;
  readonly positions: Positions;
  readonly issue: string;
}

function Issue({ view, positions, issue }: IssueProps): ReactNode {
  const words = useWords().pages.positions;
  const { address } = view;
  const here = address.get("issue") === issue;
  const pointed = address.get("at") !== null;
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    // A point that is chosen brings itself into view.
    if (here && !pointed) element.current?.scrollIntoView({ block: "start" });
  }, [here, pointed]);
  const tracks = positions.tracks.filter((track) => track.issue === issue);
  return (
    <section ref={element} className={here ? "here" : undefined} aria-label={view.names.issue(issue)}>
      <Picture
        chart={positionDrift}
        of={{ parties: view.negotiation.parties, positions, issue }}
        id={`drift-${issue}`}
        figures={false}
        onMark={(at) => address.set({ issue, at })}
      />
      <button type="button" className="quiet" onClick={() => address.set({ issue, at: EVERY })}>
        {words.words}
      </button>
      {here && pointed && (
        <Dialog title={view.names.issue(issue)} drawer onClose={() => address.set({ at: null }, "replace")}>
          <ol className="words">
            {tracks.flatMap((track) =>
              track.positions.map((position) => (
                <Point
                  key={`${track.party} ${position.date}`}
                  view={view}
                  positions={positions}
                  track={track}
                  position={position}
                />
              )),
            )}
          </ol>
        </Dialog>
      )}
    </section>
  );
}

interface PointProps {
  readonly view: CaseView;
  readonly positions: Positions;
  readonly track: Track;
  readonly position: Track["positions"][number];
}

function Point({ view, positions, track, position }: PointProps): ReactNode {
  const { pages, positions: described } = useWords();
  const words = pages.positions;
  const { address, names, negotiation } = view;
  const mark = `${track.party} ${position.date}`;
  const chosen = address.get("issue") === track.issue && address.get("at") === mark;
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const place = negotiation.parties.findIndex(({ id }) => id === track.party);
  return (
    <li ref={element} data-item={mark} tabIndex={-1} className={chosen ? "chosen" : undefined}>
      <p>
        <svg className={`chart ${partyClass(place)}`} width="16" height="16" aria-hidden="true">
          <Mark party={place} x={8} y={8} />
        </svg>{" "}
        <RichText
          of={words.place(names.spoken(track.party), {
            ...position,
            options: position.options.map((option) => names.option(track.issue, option)),
          })}
        />
      </p>
      {position.sightings.map(({ id, speaker, says, source, own, kind, hangsOn }) => (
        <blockquote key={`${kind} ${id}`}>
          {says?.trim()}
          <EditEntry list={kind === "statement" ? "statements" : "offers"} id={id} called={says?.trim() ?? id} />
          {kind === "statement" && <InItsParagraph statement={id} />}
          <footer>
            <RichText
              of={words.said(speaker, kind === "offer", own, described.condition(hangsOn, names))}
              slots={{
                source:
                  source && positions.sources[source] ? (
                    <SourceLine source={positions.sources[source]} />
                  ) : (
                    words.noSource
                  ),
              }}
            />
          </footer>
        </blockquote>
      ))}
    </li>
  );
}
