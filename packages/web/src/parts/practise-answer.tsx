// What a mediator asks in a rehearsal of a single text: whether a draft shall be the text, or whether the text is signed.
import { useWords } from "@parley/charts";
import type { Asked, OwnMove, Practice } from "@parley/core/rehearsal";
import type { ReactNode } from "react";
import type { CaseView } from "../case-view.js";
import { PlainTable } from "./plain-table.js";
import { PractiseBesides } from "./practise-besides.js";
import { changedIn, worthOf } from "./practise-offer.js";

interface PractiseAnswerProps {
  readonly view: CaseView;
  readonly state: Practice;
  readonly asked: Asked;
  readonly moves: readonly OwnMove[];
  readonly busy: boolean;
  readonly refused: readonly string[];
  readonly onMoves: (moves: readonly OwnMove[]) => void;
}

export function PractiseAnswer(props: PractiseAnswerProps): ReactNode {
  const { view, state, asked, moves, busy, refused, onMoves } = props;
  const { atHead, pages } = useWords();
  const words = pages.practise.asked;
  const { text, draft } = asked;
  const answer = (kind: "accept" | "keep") => onMoves([...moves, { kind }]);
  const heading = draft ? words.heading : words.sign;
  return (
    <section aria-label={heading} className="practise-next">
      <h2>{heading}</h2>
      {draft && (
        <PlainTable
          head={words.head}
          rows={changedIn(draft, text).map(({ issue, option }) => [
            view.names.issue(issue),
            view.names.option(issue, text[issue] ?? ""),
            <strong key="draft">{view.names.option(issue, option ?? "")}</strong>,
          ])}
        />
      )}
      {refused.map((reason) => (
        <p key={reason} className="alert" role="alert">
          {atHead(reason)}
        </p>
      ))}
      <p role="status">
        {draft
          ? words.worth(worthOf(state, text), worthOf(state, draft), state.noDeal.median)
          : words.signWorth(worthOf(state, text), state.noDeal.median)}
      </p>
      <div className="row">
        <button type="button" className="primary" disabled={busy} onClick={() => answer("accept")}>
          {draft ? words.yes : words.signIt}
        </button>
        <button type="button" disabled={busy} onClick={() => answer("keep")}>
          {draft ? words.no : words.refuse}
        </button>
      </div>
      <p className="note">{words.about}</p>
      <PractiseBesides view={view} state={state} moves={moves} busy={busy} onMoves={onMoves} onTake={null} />
    </section>
  );
}
