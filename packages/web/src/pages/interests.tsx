// What each side needs: issues to drag into order, steps and intervals to say more; the verdict follows the hand.
import { bargainingMapChart, useWords } from "@parley/charts";
import { type Change, type Interests, latestOf, type Names, type Wording } from "@parley/core/internal";
import { type ReactNode, useMemo, useState } from "react";
import { Link } from "wouter";
import type { Preview } from "../analyses.js";
import { type CaseView, useCase } from "../case-view.js";
import { intervalChange, type RankEntry, rankChange, standingOf, stepChange } from "../interests-file.js";
import { useMaterials } from "../jobs.js";
import { Ask } from "../parts/ask.js";
import { OrdinalCheck } from "../parts/ordinal-check.js";
import { Picture } from "../parts/picture.js";
import { RankList } from "../parts/rank-list.js";
import { Sentence } from "../parts/sentence.js";
import { useWrite } from "../parts/unsaved.js";
import { Waiting } from "../parts/waiting.js";
import { useLatest, work } from "../work.js";
import { interestsShown, widthOf } from "./interests-known.js";

export function InterestsPage(): ReactNode {
  const words = useWords().preferences;
  const view = useCase();
  const { negotiation, address } = view;
  const asked = address.get("party");
  const shown = interestsShown(negotiation.interests, asked, address.get("holder"));
  return (
    <>
      <h1>{words.heading}</h1>
      <Whose view={view} shown={shown} asked={asked} />
      {shown ? (
        <OneFile key={shown.file} view={view} interests={shown} />
      ) : (
        <NoFile view={view} party={asked ?? negotiation.parties.find(({ role }) => role === "negotiating")?.id ?? ""} />
      )}
    </>
  );
}

interface WhoseProps {
  readonly view: CaseView;
  readonly shown: Interests | null;
  readonly asked: string | null;
}

function Whose({ view, shown, asked }: WhoseProps): ReactNode {
  const { atHead, preferences: words } = useWords();
  const { negotiation, names, address } = view;
  const missing = negotiation.parties.filter(
    ({ id, role }) => role !== "mediator" && !negotiation.interests.some(({ party }) => party === id),
  );
  return (
    <ul className="tabs" aria-label={words.whose}>
      {negotiation.interests.map(({ party, holder, basis, file }) => (
        <li key={file}>
          <button
            type="button"
            data-item={file}
            aria-current={shown?.file === file ? "true" : undefined}
            onClick={() => address.set({ party, holder })}
          >
            {atHead(names.party(party))}{" "}
            <span className="note">{words.basis(holder === party ? null : names.party(holder), basis)}</span>
          </button>
        </li>
      ))}
      {missing.map(({ id, name }) => (
        <li key={id}>
          <button
            type="button"
            data-item={id}
            aria-current={!shown && asked === id ? "true" : undefined}
            onClick={() => address.set({ party: id, holder: null })}
          >
            {atHead(name)} <span className="note">{words.nothingYet}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function NoFile({ view, party }: { readonly view: CaseView; readonly party: string }): ReactNode {
  const words = useWords().preferences;
  const named = view.names.spoken(party);
  if (view.reader !== null) return <p className="lead">{words.notForReader(named)}</p>;
  return (
    <>
      <p className="lead">{words.nothingOnFile(named)}</p>
      <Ask view={view} party={party} />
    </>
  );
}

/** What is being tried and is not written: what the file would say, and how it is named in the history. */
interface Trial {
  readonly changes: readonly Change[];
  readonly what: string;
}

/** Models while the hand moves: fewer, so that the answer keeps up with it. */
const LIVE = 100;

function OneFile({ view, interests }: { readonly view: CaseView; readonly interests: Interests }): ReactNode {
  const { preferences: words, sanity } = useWords();
  const keep = useWrite();
  const { negotiation, names, files } = view;
  const [trial, setTrial] = useState<Trial | null>(null);
  const [settled, setSettled] = useState(0);
  const text = files.files.find(({ path }) => path === interests.file)?.text ?? "";
  const preview = useLatest(
    JSON.stringify([files.revision, view.options, trial?.changes ?? null]),
    trial && { text, changes: trial.changes },
    async ({ text: before, changes }) => {
      const made = await work.withChanges(before, [...changes]);
      if (!made.ok) return null;
      const all = files.files.map((file) =>
        file.path === interests.file ? { path: file.path, text: made.value } : file,
      );
      return await work.preview({
        files: all,
        options: { ...view.options, models: LIVE, views: viewsWith(view, interests) },
      });
    },
  );
  const write = async (next: Trial) => {
    setTrial(next);
    await keep({ ...next, file: interests.file });
    setTrial(null);
    setSettled((count) => count + 1);
  };
  const name = names.party(interests.party);
  const mayWrite = view.reader === null;
  return (
    <div className="interests">
      <div>
        <h2>
          <Sentence of={words.which(name)} />
        </h2>
        <p className="note">
          <Sentence
            of={words.drag(name)}
            slots={{
              keys: (
                <span className="by-keys">
                  <Sentence of={words.keys} />
                </span>
              ),
            }}
          />
        </p>
        <RankList
          key={interests.party}
          negotiation={negotiation}
          interests={interests}
          disabled={!mayWrite}
          settled={settled}
          onTry={(rank) => setTrial(rank && { changes: [rankChange(rank)], what: "" })}
          onRank={(rank, moved) =>
            void write({
              changes: [rankChange(rank)],
              what: rankText(words.changed, name, names, rank, moved),
            })
          }
          onStep={(issue, step) =>
            void write({
              changes: [stepChange(issue, step)],
              what: words.changed.step(
                name,
                names.issue(issue),
                step && { from: names.option(issue, step.from), to: names.option(issue, step.to) },
              ),
            })
          }
          onTryInterval={(issue, interval) =>
            setTrial(interval && { changes: [intervalChange(issue, interval)], what: "" })
          }
          onInterval={(issue, interval) =>
            void write({
              changes: [intervalChange(issue, interval)],
              what: words.changed.weight(
                name,
                names.issue(issue),
                interval && [Math.round(100 * interval[0]), Math.round(100 * interval[1])],
              ),
            })
          }
        />
        <OrdinalCheck view={view} interests={interests} />
        <p>
          <Link href={view.address.on("least")}>{sanity.lookAt(names.spoken(interests.party))}</Link>
        </p>
      </div>
      <Follows view={view} interests={interests} tried={trial ? preview.value : null} />
    </div>
  );
}

/** Of several views of a party, the one on the page is used. */
const viewsWith = ({ options }: CaseView, { party, holder }: Interests) => ({ ...options.views, [party]: holder });

/** How a new order is named in the history. */
function rankText(
  words: Wording["preferences"]["changed"],
  party: string,
  names: Names,
  rank: readonly RankEntry[],
  moved: string | null,
): string {
  const standing = standingOf(rank, moved);
  if (standing === null || moved === null) return words.order(party);
  if (standing.at === "after") return words.after(party, names.issue(moved), names.issue(standing.other));
  return words[standing.at](party, names.issue(moved));
}

interface FollowsProps {
  readonly view: CaseView;
  readonly interests: Interests;
  /** What would follow from what is being tried; null while nothing is. */
  readonly tried: Preview | null;
}

/** What follows from it, at the side: the sentence, the map, how much is known. */
function Follows({ view, interests, tried }: FollowsProps): ReactNode {
  const words = useWords().preferences.follows;
  const { negotiation } = view;
  const { materials, share } = useMaterials();
  const shown = tried ?? materials;
  const map = shown?.map.ok ? shown.map.value : null;
  const offers = shown?.assessment.ok ? shown.assessment.value.offers : [];
  const latest = latestOf(offers);
  const plot = map?.plots.find(({ across, up }) => across === interests.party || up === interests.party);
  const of = useMemo(() => map && plot && { parties: negotiation.parties, map, plot }, [map, plot, negotiation]);
  const width = map ? widthOf(map, interests.party) : null;
  const before = tried && materials?.map.ok ? widthOf(materials.map.value, interests.party) : null;
  return (
    <aside className="follows" aria-label={words.label}>
      <p className="kicker">{tried ? words.tried(LIVE) : words.asWritten}</p>
      {!shown && <Waiting share={share} />}
      {latest && (
        <p className="lead" aria-live="polite">
          {words.offer(latest.name, latest.sentence)}
        </p>
      )}
      {shown && !shown.assessment.ok && <p className="alert">{shown.assessment.reasons.join(" ")}</p>}
      {width !== null && (
        <p>
          <Sentence of={words.known(width, before, map?.reservation[interests.party] ?? null)} />
        </p>
      )}
      {of && <Picture chart={bargainingMapChart} of={of} id="following" heading={false} />}
      {offers.length > 1 && (
        <ul>
          {offers
            .filter(({ id }) => id !== latest?.id)
            .map(({ id, name, sentence }) => (
              <li key={id}>{words.offer(name, sentence)}</li>
            ))}
        </ul>
      )}
    </aside>
  );
}
