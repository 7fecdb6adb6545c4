// The table of a rehearsal: what was said, and the next offer, issue by issue.
import { useWords } from "@parley/charts";
import { type Band, bandText, tenthText } from "@parley/core";
import { type OfferedPackage, type OwnMove, type Practice, rehearsedSaid, type SeenMove } from "@parley/core/rehearsal";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { CaseView } from "../case-view.js";
import { PractiseClock } from "./practise-clock.js";
import { changedIn, lastOfferOf, todayOf, worthOf } from "./practise-offer.js";

interface PractiseTableProps {
  readonly view: CaseView;
  readonly state: Practice;
  readonly moves: readonly OwnMove[];
  /** Whether an answer is on its way. */
  readonly busy: boolean;
  /** Why the last move could not be made. */
  readonly refused: readonly string[];
  readonly onMoves: (moves: readonly OwnMove[]) => void;
}

export function PractiseTable({ view, state, moves, busy, refused, onMoves }: PractiseTableProps): ReactNode {
  const words = useWords().pages.practise;
  const [paused, setPaused] = useState(false);
  return (
    <div className="practise">
      <section aria-label={words.table} className="practise-said">
        <div className="row">
          <h2>{words.table}</h2>
          {!state.over && (
            <>
              <strong>{words.round(state.round, state.rounds)}</strong>
              <PractiseClock paused={paused} onPaused={setPaused} />
            </>
          )}
        </div>
        {paused ? <p>{words.paused}</p> : <Said view={view} state={state} moves={moves} onMoves={onMoves} />}
      </section>
      {!state.over && !paused && (
        <NextOffer view={view} state={state} moves={moves} busy={busy} refused={refused} onMoves={onMoves} />
      )}
    </div>
  );
}

function Said({ view, state, moves, onMoves }: Omit<PractiseTableProps, "busy" | "refused">): ReactNode {
  const words = useWords().pages.practise;
  const end = useRef<HTMLLIElement>(null);
  const count = state.moves.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something was said
  useEffect(() => {
    end.current?.scrollIntoView({ block: "nearest" });
  }, [count]);
  if (count === 0) return <p>{state.protocol === "sealed" ? words.nothingYetSealed : words.nothingYet}</p>;
  let own = -1;
  return (
    <ol className="practise-moves" aria-live="polite">
      {state.moves.map((move, place) => {
        const mine = move.by === state.party;
        if (mine) own++;
        const nth = own;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: moves have no other name
          <li key={place} className={mine ? "mine" : "theirs"} ref={place === count - 1 ? end : undefined}>
            <MoveText view={view} state={state} move={move} place={place} />
            {mine && moves.length > nth && (
              <button type="button" className="quiet small" onClick={() => onMoves(moves.slice(0, nth))}>
                {words.backTo}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface MoveTextProps {
  readonly view: CaseView;
  readonly state: Practice;
  readonly move: SeenMove;
  readonly place: number;
}

function MoveText({ view, state, move, place }: MoveTextProps): ReactNode {
  const { pages, rehearsal, names } = useWords();
  const words = pages.practise;
  const who = move.by === state.party ? words.you : names.label(move.name);
  const reasons = move.said.map((one) => rehearsal.said(rehearsedSaid(view.names, move.by, one)));
  if (move.kind !== "offer") {
    const text =
      move.kind === "accept"
        ? words.accepts(who)
        : move.kind === "walk"
          ? words.walks(who)
          : words.warns(who, move.until ?? 0);
    return <p className="practise-act">{[text, ...(move.kind === "walk" ? reasons : [])].join(" ")}</p>;
  }
  const before =
    state.moves.slice(0, place).findLast(({ kind, by }) => kind === "offer" && by === move.by)?.package ?? null;
  const changed = changedIn(move.package ?? {}, before);
  return (
    <>
      <p className="practise-head">
        <strong>{words.offers(who, move.round)}</strong>{" "}
        {move.own && <span className="note">{words.worth(bandText(move.own))}</span>}
      </p>
      {changed.length === 0 ? (
        <p>{words.same}</p>
      ) : (
        <details open={before !== null || changed.length < 8}>
          <summary>{before === null ? words.first : words.changed}</summary>
          <ul>
            {changed.map(({ issue, option }) => (
              <li key={issue}>
                <span dir="auto">{view.names.issue(issue)}</span>:{" "}
                <strong dir="auto">{option === null ? words.openIssue : view.names.option(issue, option)}</strong>
              </li>
            ))}
          </ul>
        </details>
      )}
      {move.crosses.map((text) => (
        <p key={text} className="warning">
          {words.crosses(text)}
        </p>
      ))}
      {reasons.length > 0 && <p className="practise-reason">{reasons.join(" ")}</p>}
    </>
  );
}

const OPEN = "";

function NextOffer({ view, state, moves, busy, refused, onMoves }: PractiseTableProps): ReactNode {
  const { atHead, pages } = useWords();
  const words = pages.practise;
  const mine = lastOfferOf(state, state.party);
  const several = state.others.length > 1;
  const sealed = state.protocol === "sealed";
  const standing = state.moves.findLast(({ kind }) => kind === "offer");
  const theirs = state.others.flatMap(({ id, name }) => {
    const last = lastOfferOf(state, id);
    return last ? [{ id, name, package: last }] : [];
  });
  const [offered, setOffered] = useState<OfferedPackage>(() => mine ?? todayOf(view.written));
  const [hinted, setHinted] = useState(false);
  const { issues } = view.negotiation;
  const open = issues.filter(({ id }) => offered[id] === undefined).length;
  const make = (move: OwnMove) => onMoves([...moves, move]);
  const choose = (issue: string, option: string) => {
    const { [issue]: _, ...others } = offered;
    setOffered(option === OPEN ? others : { ...others, [issue]: option });
  };
  return (
    <section aria-label={words.yours} className="practise-next">
      <h2>{words.yours}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) make({ kind: "offer", package: offered });
        }}
      >
        <div className="practise-grid">
          {issues.map(({ id, name, options }) => {
            const now = state.worth[id]?.[offered[id] ?? ""] ?? 0;
            return (
              <label key={id}>
                <span dir="auto">{name}</span>
                <select
                  aria-label={name}
                  value={offered[id] ?? OPEN}
                  onChange={({ target }) => choose(id, target.value)}
                >
                  {options.map((option) => {
                    const change = (state.worth[id]?.[option.id] ?? 0) - now;
                    return (
                      <option key={option.id} value={option.id}>
                        {option.name}
                        {offered[id] !== undefined && Math.abs(change) >= 0.05 ? ` (${words.change(change)})` : ""}
                      </option>
                    );
                  })}
                  {!sealed && <option value={OPEN}>{words.leaveOpen}</option>}
                </select>
              </label>
            );
          })}
        </div>
        {refused.map((reason) => (
          <p key={reason} className="alert" role="alert">
            {atHead(reason)}
          </p>
        ))}
        <p role="status">
          {open > 0 ? words.draftOpen(open) : words.draftWorth(worthOf(state, offered), state.noDeal.median)}
        </p>
        {sealed && <p className="note">{words.sealed}</p>}
        <div className="row">
          <button type="submit" className="primary" disabled={busy || open === issues.length}>
            {sealed ? words.bid : words.send}
          </button>
          {!sealed && (
            <button type="button" disabled={busy || !state.canAccept} onClick={() => make({ kind: "accept" })}>
              {several && standing && state.canAccept ? words.acceptOf(standing.name) : words.accept}
            </button>
          )}
          {theirs.map(({ id, name, package: last }) => (
            <button key={id} type="button" onClick={() => setOffered(last)}>
              {several ? words.takeOf(name) : words.takeTheirs}
            </button>
          ))}
        </div>
      </form>
      <div className="row">
        {state.round < state.rounds && (
          <button
            type="button"
            className="quiet"
            disabled={busy}
            onClick={() => make({ kind: "warn", round: state.round + 1 })}
          >
            {words.warn(state.round + 1)}
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
      {hinted && <HintList view={view} state={state} onTake={setOffered} />}
    </section>
  );
}

interface HintListProps {
  readonly view: CaseView;
  readonly state: Practice;
  readonly onTake: (offered: OfferedPackage) => void;
}

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
          <button type="button" onClick={() => onTake(better.package)}>
            {words.useBetter}
          </button>
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
