// What each side needs: issues to drag into order, steps and intervals to say more; the verdict follows the hand.
import { bargainingMapChart } from "@parley/charts";
import {
  type BargainingMap,
  bandText,
  type Case,
  type Change,
  capital,
  type Interests,
  latestOf,
  verb,
} from "@parley/core";
import { type ReactNode, useMemo, useState } from "react";
import type { Preview } from "../analyses.js";
import { type CaseView, useCase } from "../case-view.js";
import { intervalChange, type RankEntry, rankChange, stepChange } from "../interests-file.js";
import { useMaterials } from "../jobs.js";
import { Ask } from "../parts/ask.js";
import { OrdinalCheck } from "../parts/ordinal-check.js";
import { Picture } from "../parts/picture.js";
import { RankList } from "../parts/rank-list.js";
import { useWrite } from "../parts/unsaved.js";
import { Waiting } from "../parts/waiting.js";
import { Word } from "../parts/word.js";
import { useLatest, work } from "../work.js";

export function InterestsPage(): ReactNode {
  const view = useCase();
  const { negotiation, address } = view;
  const all = negotiation.interests;
  const wanted = all.find(
    ({ party, holder }) => party === address.get("party") && holder === (address.get("holder") ?? holder),
  );
  const shown = wanted ?? (address.get("party") === null ? all[0] : undefined);
  const asked = address.get("party");
  return (
    <>
      <h1>What each side needs</h1>
      <Whose view={view} shown={shown ?? null} asked={asked} />
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
  const { negotiation, names, address } = view;
  const missing = negotiation.parties.filter(
    ({ id, role }) => role !== "mediator" && !negotiation.interests.some(({ party }) => party === id),
  );
  return (
    <ul className="tabs" aria-label="Whose interests">
      {negotiation.interests.map(({ party, holder, basis, file }) => (
        <li key={file}>
          <button
            type="button"
            data-item={file}
            aria-current={shown?.file === file ? "true" : undefined}
            onClick={() => address.set({ party, holder })}
          >
            {capital(names.party(party))}{" "}
            <span className="note">
              {holder === party ? "" : `by ${names.party(holder)}, `}
              {basis}
            </span>
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
            {capital(name)} <span className="note">nothing yet</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function NoFile({ view, party }: { readonly view: CaseView; readonly party: string }): ReactNode {
  const name = view.names.party(party);
  if (view.reader !== null)
    return (
      <p className="lead">
        What {name} {verb(view.names.spoken(party), "needs")} is not for this reader to see, or is on no file.
      </p>
    );
  return (
    <>
      <p className="lead">
        Nothing is on file of what {name} {verb(view.names.spoken(party), "needs")}. Some questions in words make a
        beginning; no numbers are asked.
      </p>
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
          Which <Word of="swing">swing</Word> is worth most to {name}?
        </h2>
        <p className="note">
          All issues at their worst for {name}: which would it raise first to its best? Drag them into order: every move
          is written at once.{" "}
          <span className="by-keys">
            Space takes an issue up and the arrows move it; <kbd>u</kbd> undoes.
          </span>
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
              what: `${capital(name)}: ${rankWords(negotiation, rank, moved)}`,
            })
          }
          onStep={(issue, step) =>
            void write({
              changes: [stepChange(issue, step)],
              what: `${capital(name)}: the largest step of ${names.issue(issue)} is ${step ? `${names.option(issue, step.from)} → ${names.option(issue, step.to)}` : "not said"}`,
            })
          }
          onTryInterval={(issue, interval) =>
            setTrial(interval && { changes: [intervalChange(issue, interval)], what: "" })
          }
          onInterval={(issue, interval) =>
            void write({
              changes: [intervalChange(issue, interval)],
              what: `${capital(name)}: the weight of ${names.issue(issue)} is ${interval ? `${interval.map((end) => Math.round(100 * end)).join("–")} %` : "left to its rank"}`,
            })
          }
        />
        <OrdinalCheck view={view} interests={interests} />
      </div>
      <Follows view={view} interests={interests} tried={trial ? preview.value : null} />
    </div>
  );
}

/** Of several views of a party, the one on the page is used. */
const viewsWith = ({ options }: CaseView, { party, holder }: Interests) => ({ ...options.views, [party]: holder });

function rankWords({ issues }: Case, rank: readonly RankEntry[], moved: string | null): string {
  const name = (id: string) => issues.find((issue) => issue.id === id)?.name ?? id;
  const at = rank.findIndex((entry) => moved !== null && entry.includes(moved));
  if (moved === null || at < 0) return "the order of its issues";
  const [before, after] = [rank[at - 1], rank[at + 1]];
  if (before === undefined) return `${name(moved)} comes first`;
  if (after === undefined) return `${name(moved)} comes last`;
  return `${name(moved)} comes after ${name(before[0] ?? "")}`;
}

interface FollowsProps {
  readonly view: CaseView;
  readonly interests: Interests;
  /** What would follow from what is being tried; null while nothing is. */
  readonly tried: Preview | null;
}

/** What follows from it, at the side: the sentence, the map, how much is known. */
function Follows({ view, interests, tried }: FollowsProps): ReactNode {
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
    <aside className="follows" aria-label="What follows from it">
      <p className="kicker">{tried ? `If it were so, roughly (${LIVE} models)` : "As it is written"}</p>
      {!shown && <Waiting share={share} />}
      {latest && (
        <p className="lead" aria-live="polite">
          “{latest.name}”: {latest.sentence}
        </p>
      )}
      {shown && !shown.assessment.ok && <p className="alert">{shown.assessment.reasons.join(" ")}</p>}
      {width !== null && (
        <p>
          How well it is known: the value of what is on record lies in a <Word of="band">band</Word> of{" "}
          <strong>{width.toFixed(0)}</strong> points on average
          {before !== null && `, where it was ${before.toFixed(0)}`}.
          {map?.reservation[interests.party] && (
            <>
              {" "}
              Its <Word of="walkAwayValue">walk-away value</Word>: {bandText(map.reservation[interests.party] ?? NONE)}.
            </>
          )}
        </p>
      )}
      {of && <Picture chart={bargainingMapChart} of={of} id="following" heading={false} />}
      {offers.length > 1 && (
        <ul>
          {offers
            .filter(({ id }) => id !== latest?.id)
            .map(({ id, name, sentence }) => (
              <li key={id}>
                “{name}”: {sentence}
              </li>
            ))}
        </ul>
      )}
    </aside>
  );
}

const NONE = { median: 0, low: 0, high: 0 };

/** Mean width of the bands of what is on record. */
function widthOf({ points }: BargainingMap, party: string): number | null {
  const widths = points
    .filter(({ kind }) => kind === "offer" || kind === "today" || kind === "no deal")
    .flatMap(({ values }) => (values[party] ? [values[party].high - values[party].low] : []));
  return widths.length === 0 ? null : widths.reduce((sum, width) => sum + width, 0) / widths.length;
}
