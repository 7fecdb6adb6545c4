// A statement in the list beside its document: who, how surely, in which words, and what to do with it.
import { Mark, partyClass } from "@parley/charts";
import { capital, type ReadStatement } from "@parley/core";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useCase } from "../case-view.js";

interface FoundStatementProps {
  readonly statement: ReadStatement;
  readonly words: string;
  readonly chosen: boolean;
  /** On record already: the statement's id there. */
  readonly kept: string | null;
  readonly rejected: boolean;
  readonly onChoose: () => void;
  readonly onAttach: () => void;
  readonly onReject: () => void;
  readonly onShow: () => void;
  /** The form, while it is attached. */
  readonly children: ReactNode;
}

const sureness = (confidence: number): string =>
  confidence >= 0.9 ? "" : confidence >= 0.7 ? "likely" : confidence >= 0.5 ? "perhaps" : "doubtful";

export function FoundStatement(props: FoundStatementProps): ReactNode {
  const { statement, words, chosen, kept, rejected, onChoose, onAttach, onReject, onShow, children } = props;
  const { names, negotiation } = useCase();
  const { id, kind, speaker, confidence, suggestions, party } = statement;
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen && document.activeElement === document.body) element.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const pressed = (event: KeyboardEvent) => {
    if (event.target !== element.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { a: onAttach, x: onReject, Enter: onShow }[event.key];
    if (!act || ((event.key === "a" || event.key === "x") && kept !== null)) return;
    event.preventDefault();
    act();
  };
  const place = negotiation.parties.findIndex((one) => one.id === party);
  const first = suggestions[0];
  return (
    <li
      ref={element}
      data-item={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: j and k move along the list, and keys act on what has the focus
      tabIndex={0}
      className={`found${chosen ? " chosen" : ""}${rejected ? " rejected" : ""}`}
      onFocus={onChoose}
      onKeyDown={pressed}
    >
      <p>
        {place >= 0 && (
          <svg className={`chart ${partyClass(place)}`} width="16" height="16" aria-hidden="true">
            <Mark party={place} x={8} y={8} />
          </svg>
        )}{" "}
        <strong>{speaker ? capital(speaker.name) : "Nobody named"}</strong>
        {speaker?.role && <span className="note">, {speaker.role}</span>}
        <span className="note">
          {" "}
          · {kind === "term" ? "only in quotation marks" : kind}
          {kind !== "term" && sureness(confidence) && ` · ${sureness(confidence)}`}
        </span>
      </p>
      <blockquote>{words.length > 420 ? `${words.slice(0, 420)} …` : words}</blockquote>
      {kept !== null ? (
        <p className="note">On record. Undo with u.</p>
      ) : (
        children === null && (
          <p className="row">
            {rejected ? (
              <>
                <span className="note">Rejected.</span>
                <button type="button" className="quiet" onClick={onReject}>
                  Take it back <kbd>x</kbd>
                </button>
              </>
            ) : (
              <>
                <button type="button" className="quiet" onClick={onAttach}>
                  Attach <kbd>a</kbd>
                </button>
                <button type="button" className="quiet" onClick={onReject}>
                  Reject <kbd>x</kbd>
                </button>
                {first && (
                  <span className="note">
                    {names.issue(first.issue)}
                    {first.option !== null && `: ${names.option(first.issue, first.option)}`}?
                  </span>
                )}
              </>
            )}
          </p>
        )
      )}
      {children}
    </li>
  );
}
