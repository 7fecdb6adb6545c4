// Negotiate the case against a counterpart drawn from it, and see afterwards what was so.
import { Points, useWords } from "@parley/charts";
import type { Problem } from "@parley/core/internal";
import type { KeptRehearsal, OwnMove, Practice } from "@parley/core/rehearsal";
import { type ReactNode, useEffect, useState } from "react";
import { type CaseView, dayOf, useCase } from "../case-view.js";
import { saveFile } from "../controls/taken-picture.js";
import { useKept } from "../kept.js";
import { PractiseDebrief } from "../parts/practise-debrief.js";
import { type Kept, PractiseGroup } from "../parts/practise-group.js";
import { practiceOptions } from "../parts/practise-offer.js";
import { PractiseStart } from "../parts/practise-start.js";
import { PractiseTable } from "../parts/practise-table.js";
import { work } from "../work.js";

/** A rehearsal in this tab: it outlives a look at another page and a reload. */
interface Sitting {
  readonly setting: KeptRehearsal["setting"];
  readonly moves: readonly OwnMove[];
}

export function PractisePage(): ReactNode {
  const words = useWords().pages.practise;
  const view = useCase();
  const [sitting, keep] = useKept<Sitting>(`rehearsal ${view.id}`);
  const [told, setTold] = useState<readonly string[]>([]);
  /** Rehearsals that were opened together, and whether they are in view: one of them can be. */
  const [group, setGroup] = useState<readonly Kept[]>([]);
  const [together, setTogether] = useState(false);
  const begin = (setting: Sitting["setting"], moves: readonly OwnMove[] = []) => {
    setTold([]);
    setTogether(false);
    keep({ setting, moves });
  };
  const ofOthers = (kept: readonly Kept[]) => {
    const { digest, title } = view.written;
    const of = (test: (one: Kept["kept"]) => boolean) =>
      kept.filter((one) => one.kept.digest !== digest && test(one.kept)).map(({ label }) => label);
    const [versions, strangers] = [of((one) => one.title === title), of((one) => one.title !== title)];
    return [
      ...(strangers.length > 0 ? [words.otherTitle(strangers)] : []),
      ...(versions.length > 0 ? [words.otherCase(versions)] : []),
    ];
  };
  const open = async (files: readonly File[]) => {
    const opened: Kept[] = [];
    const wrong: string[] = [];
    for (const file of files) {
      const read = await work.readRehearsal(file.name, await file.text());
      if (read.ok) opened.push({ label: file.name, kept: read.value });
      else wrong.push(...read.problems.map(problemText));
    }
    const [only] = opened;
    if (only && opened.length === 1) begin(only.kept.setting, only.kept.moves);
    else if (only) {
      setGroup(opened);
      setTogether(true);
    }
    setTold([...(wrong.length > 0 ? [words.notRead, ...wrong] : []), ...ofOthers(opened)]);
  };
  return (
    <>
      <h1>{words.heading}</h1>
      {told.map((text) => (
        <p key={text} className="alert" role="alert">
          {text}
        </p>
      ))}
      {group.length > 0 && !together && (
        <p>
          <button
            type="button"
            className="quiet"
            onClick={() => {
              setTold(ofOthers(group));
              setTogether(true);
            }}
          >
            {words.group.back}
          </button>
        </p>
      )}
      {together ? (
        <PractiseGroup
          view={view}
          rehearsals={group}
          onOpen={(one) => {
            begin(one.kept.setting, one.kept.moves);
            setTold(ofOthers([one]));
          }}
          onLeave={() => {
            setTold([]);
            setGroup([]);
            setTogether(false);
            keep(null);
          }}
        />
      ) : sitting ? (
        <Rehearsal key={JSON.stringify(sitting.setting)} view={view} sitting={sitting} keep={keep} begin={begin} />
      ) : (
        <PractiseStart
          view={view}
          onBegin={begin}
          onOpen={(files) => void open(files)}
          onKeep={(setting) => void saveRehearsal(view, { setting, moves: [] })}
        />
      )}
    </>
  );
}

/** Saves a rehearsal as a file, named by whom one plays. */
async function saveRehearsal({ written }: CaseView, { setting, moves }: Sitting): Promise<void> {
  const { title, digest } = written;
  const text = await work.keptRehearsal({ title, digest, setting, moves });
  saveFile(`rehearsal-${setting.party}.yaml`, new Blob([text], { type: "text/yaml" }));
}

const problemText = ({ place, message }: Problem): string => `${place.file}:${place.line}:${place.column}  ${message}`;

interface RehearsalProps {
  readonly view: CaseView;
  readonly sitting: Sitting;
  readonly keep: (sitting: Sitting | null) => void;
  readonly begin: (setting: Sitting["setting"]) => void;
}

function Rehearsal({ view, sitting, keep, begin }: RehearsalProps): ReactNode {
  const { atHead, pages } = useWords();
  const words = pages.practise;
  const { setting, moves } = sitting;
  const { state, reasons, refused, busy, make } = usePractice(view, sitting, (next) => keep({ setting, moves: next }));
  if (!state && reasons.length > 0)
    return (
      <>
        {reasons.map((reason) => (
          <p key={reason} className="alert" role="alert">
            {atHead(reason)}
          </p>
        ))}
        <button type="button" onClick={() => keep(null)}>
          {words.again}
        </button>
      </>
    );
  if (!state) return <p className="waiting">{words.working}</p>;
  return (
    <>
      <div className="row practise-tools">
        <button type="button" className="quiet" onClick={() => void saveRehearsal(view, sitting)}>
          {words.keep}
        </button>
        <button type="button" className="quiet" onClick={() => keep(null)}>
          {words.again}
        </button>
        {state.over && (
          <button type="button" className="quiet" onClick={() => begin({ ...setting, seed: (setting.seed ?? 1) + 1 })}>
            {words.another}
          </button>
        )}
      </div>
      {state.asOf !== dayOf(view) && <p className="note">{words.otherDay(state.asOf)}</p>}
      <Points items={state.limits ?? []} />
      {state.over && <PractiseDebrief view={view} state={state} />}
      <PractiseTable
        view={view}
        state={state}
        moves={moves}
        busy={busy}
        refused={refused}
        onMoves={(next) => void make(next)}
      />
    </>
  );
}

interface UnderWay {
  readonly state: Practice | null;
  /** Why there is no state. */
  readonly reasons: readonly string[];
  /** Why the last move could not be made; nothing changed then. */
  readonly refused: readonly string[];
  readonly busy: boolean;
  readonly make: (moves: readonly OwnMove[]) => Promise<void>;
}

/** How it stands, and what tries moves: only those that can be made are kept. */
function usePractice(
  view: CaseView,
  { setting, moves }: Sitting,
  onMade: (moves: readonly OwnMove[]) => void,
): UnderWay {
  const [state, setState] = useState<Practice | null>(null);
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const options = { ...practiceOptions(view, setting), hints: true };
  const ask = (next: readonly OwnMove[]) => work.practise({ files: view.files.files, options, moves: next });
  const key = JSON.stringify([view.files.revision, options]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what the question says; later moves are asked as they are made
  useEffect(() => {
    let left = false;
    void ask(moves).then((outcome) => {
      if (left) return;
      setReasons(outcome.ok ? [] : outcome.reasons);
      setState(outcome.ok ? outcome.value : null);
    });
    return () => {
      left = true;
    };
  }, [key]);
  const make = async (next: readonly OwnMove[]) => {
    setBusy(true);
    try {
      const outcome = await ask(next);
      setRefused(outcome.ok ? [] : outcome.reasons);
      if (outcome.ok) {
        setState(outcome.value);
        onMade(next);
      }
    } catch (error) {
      setRefused([error instanceof Error ? error.message : String(error)]);
    } finally {
      setBusy(false);
    }
  };
  return { state, reasons, refused, busy, make };
}
