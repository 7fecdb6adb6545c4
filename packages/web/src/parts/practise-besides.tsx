// What can be done in a rehearsal besides making an offer or answering one: warn, walk out, take back, and look at hints.
import { useWords } from "@parley/charts";
import { type Band, tenthText } from "@parley/core/internal";
import { dayOfRound, type OfferedPackage, type OwnMove, type Practice } from "@parley/core/rehearsal";
import { type ReactNode, useState } from "react";
import type { CaseView } from "../case-view.js";
import { changedIn, lastOfferOf } from "./practise-offer.js";

interface PractiseBesidesProps {
  readonly view: CaseView;
  readonly state: Practice;
  readonly moves: readonly OwnMove[];
  readonly busy: boolean;
  readonly onMoves: (moves: readonly OwnMove[]) => void;
  /** Puts what a hint names into the next offer; null where nobody makes one. */
  readonly onTake: ((offered: OfferedPackage) => void) | null;
}

export function PractiseBesides({ view, state, moves, busy, onMoves, onTake }: PractiseBesidesProps): ReactNode {
  const words = useWords().pages.practise;
  const [hinted, setHinted] = useState(false);
  const make = (move: OwnMove) => onMoves([...moves, move]);
  return (
    <>
      <div className="row">
        {state.round < state.rounds && (
          <button
            type="button"
            className="quiet"
            disabled={busy}
            onClick={() => make({ kind: "warn", round: state.round + 1 })}
          >
            {words.warn(state.round + 1, dayOfRound(state, state.round + 1))}
          </button>
        )}
        <button type="button" className="quiet" disabled={busy} onClick={() => make({ kind: "walk" })}>
          {words.walk}
        </button>
        <button
          type="button"
          className="quiet"
          disabled={busy || moves.length === 0}
          onClick={() => onMoves(moves.slice(0, -1))}
        >
          {words.back}
        </button>
        <button type="button" className="quiet" aria-expanded={hinted} onClick={() => setHinted(!hinted)}>
          {hinted ? words.hideHints : words.hints}
        </button>
      </div>
      {hinted && <HintList view={view} state={state} onTake={onTake} />}
    </>
  );
}

type HintListProps = Pick<PractiseBesidesProps, "view" | "state" | "onTake">;

/** A band as it is read. */
const rounded = ({ low, high }: Band): string => `${Math.round(low)}–${Math.round(high)}`;

/** Issues of which a hint tells. */
const TOLD = 5;

function HintList({ view, state, onTake }: HintListProps): ReactNode {
  const { pages, rehearsal, numbers } = useWords();
  const words = pages.practise;
  const { hints } = state;
  if (!hints) return null;
  const mine = lastOfferOf(state, state.party);
  const { better } = hints;
  return (
    <div className="practise-hints">
      {hints.aboveNoDeal !== null && <p>{words.above(numbers.points(hints.aboveNoDeal))}</p>}
      {better ? (
        <>
          <p>{words.better(`+${tenthText(better.own)}`, `+${tenthText(better.others)}`)}</p>
          <ul>
            {changedIn(better.package, mine).map(({ issue, option }) => (
              <li key={issue}>
                {view.names.issue(issue)}:{" "}
                <strong>{option === null ? words.openIssue : view.names.option(issue, option)}</strong>
              </li>
            ))}
          </ul>
          {onTake && (
            <button type="button" onClick={() => onTake(better.package)}>
              {words.useBetter}
            </button>
          )}
        </>
      ) : (
        mine && <p>{words.noBetter}</p>
      )}
      {hints.learned.map(({ party, name, issues }) => (
        <div key={party}>
          <h3>{words.learned(name)}</h3>
          {issues.every(({ before, now }) => rounded(before) === rounded(now)) && <p>{words.nothingLearned}</p>}
          <ul>
            {issues.slice(0, TOLD).map(({ issue, before, now }) => (
              <li key={issue}>
                {rehearsal.believed(view.names.issue(issue), [before.low, before.high], [now.low, now.high])}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
