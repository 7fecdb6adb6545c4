// A statement in the list beside its document: who, how surely, in which words, and what to do with it.
import { RichText, useWords } from "@parley/charts";
import type { ReadStatement } from "@parley/core/internal";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useCase } from "../case-view.js";
import { StatementHead } from "./statement-head.js";

interface FoundStatementProps {
  readonly statement: ReadStatement;
  readonly words: string;
  readonly chosen: boolean;
  /** How far it is on record. */
  readonly kept: "whole" | "part" | null;
  readonly rejected: boolean;
  readonly onChoose: () => void;
  readonly onAttach: () => void;
  readonly onReject: () => void;
  readonly onShow: () => void;
  /** The form, while it is attached. */
  readonly children: ReactNode;
}

export function FoundStatement(props: FoundStatementProps): ReactNode {
  const { statement, words, chosen, kept, rejected, onChoose, onAttach, onReject, onShow, children } = props;
  const said = useWords().statements;
  const { names } = useCase();
  const { id, suggestions, stance } = statement;
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen && document.activeElement === document.body) element.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const pressed = (event: KeyboardEvent) => {
    if (event.target !== element.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { a: onAttach, x: onReject, Enter: onShow }[event.key];
    if (!act || ((event.key === "a" || event.key === "x") && kept === "whole")) return;
    event.preventDefault();
    act();
  };
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
      <StatementHead statement={statement} />
      <blockquote>{words.length > 420 ? `${words.slice(0, 420)} …` : words}</blockquote>
      {kept === "part" && <p className="note">{said.partKept}</p>}
      {kept === "whole" ? (
        <p className="note">{said.kept}</p>
      ) : (
        children === null && (
          <p className="row">
            {rejected ? (
              <>
                <span className="note">{said.rejected}</span>
                <button type="button" className="quiet" onClick={onReject}>
                  <RichText of={said.takeBack} />
                </button>
              </>
            ) : (
              <>
                <button type="button" className="quiet" onClick={onAttach}>
                  <RichText of={said.attachIt} />
                </button>
                <button type="button" className="quiet" onClick={onReject}>
                  <RichText of={said.reject} />
                </button>
                {first && (
                  <span className="note">
                    {said.suggested(
                      names.issue(first.issue),
                      first.option === null ? null : names.option(first.issue, first.option),
                      stance.act === "refuses",
                    )}
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
