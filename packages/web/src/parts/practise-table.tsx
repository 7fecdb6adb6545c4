// The table of a rehearsal: what was said, and the next offer, issue by issue.
import { useWords } from "@parley/charts";
import { bandText } from "@parley/core/internal";
import {
  dayOfRound,
  type OfferedPackage,
  type OwnMove,
  type Practice,
  rehearsedSaid,
  type SeenMove,
} from "@parley/core/rehearsal";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { CaseView } from "../case-view.js";
import { PractiseAnswer } from "./practise-answer.js";
import { PractiseBesides } from "./practise-besides.js";
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
              <strong>{words.round(state.round, state.rounds, dayOfRound(state, state.round))}</strong>
              <PractiseClock paused={paused} onPaused={setPaused} />
            </>
          )}
        </div>
        {paused ? <p>{words.paused}</p> : <Said view={view} state={state} moves={moves} onMoves={onMoves} />}
      </section>
      {!state.over &&
        !paused &&
        (state.asked ? (
          <PractiseAnswer
            view={view}
            state={state}
            asked={state.asked}
            moves={moves}
            busy={busy}
            refused={refused}
            onMoves={onMoves}
          />
        ) : (
          <NextOffer view={view} state={state} moves={moves} busy={busy} refused={refused} onMoves={onMoves} />
        ))}
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
  const reasons = move.said.map((one) => rehearsal.said(rehearsedSaid(view.names, move.by ?? "", one)));
  switch (move.kind) {
    case "accept":
      return <p className="practise-act">{words.accepts(who)}</p>;
    case "warn":
      return <p className="practise-act">{words.warns(who, move.until ?? 0, dayOfRound(state, move.until ?? 0))}</p>;
    case "walk":
      return <p className="practise-act">{[words.walks(who), ...reasons].join(" ")}</p>;
    case "yes":
    case "no":
    case "signs":
    case "refuses":
      return (
        <>
          <p className="practise-act">{words.answers[move.kind](who)}</p>
          {reasons.length > 0 && <p className="practise-reason">{reasons.join(" ")}</p>}
        </>
      );
    case "taken":
    case "stays":
      return <p className="practise-act">{words.mediator[move.kind]}</p>;
    case "begins":
      return <Proposed view={view} move={move} heading={words.mediator.begins} before={null} />;
    case "draft":
      return <Proposed view={view} move={move} heading={words.mediator.draft(move.round)} before={move.text} />;
    case "signature":
      return <Proposed view={view} move={move} heading={words.mediator.signature} before={null} />;
    case "offer":
  }
  const before =
    state.moves.slice(0, place).findLast(({ kind, by }) => kind === "offer" && by === move.by)?.package ?? null;
  return (
    <Proposed view={view} move={move} heading={words.offers(who, move.round)} before={before}>
      {reasons.length > 0 && <p className="practise-reason">{reasons.join(" ")}</p>}
    </Proposed>
  );
}

interface ProposedProps {
  readonly view: CaseView;
  readonly move: SeenMove;
  readonly heading: string;
  /** What is not said again; null: all is said. */
  readonly before: OfferedPackage | null;
  readonly children?: ReactNode;
}

/** An offer, a draft or a text, by what it changes. */
function Proposed({ view, move, heading, before, children }: ProposedProps): ReactNode {
  const words = useWords().pages.practise;
  const changed = changedIn(move.package ?? {}, before);
  return (
    <>
      <p className="practise-head">
        <strong>{heading}</strong> {move.own && <span className="note">{words.worth(bandText(move.own))}</span>}
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
      {children}
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
        {state.round === state.rounds && !state.lastWord && <p className="warning">{words.lastRound}</p>}
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
      <PractiseBesides view={view} state={state} moves={moves} busy={busy} onMoves={onMoves} onTake={setOffered} />
    </section>
  );
}
