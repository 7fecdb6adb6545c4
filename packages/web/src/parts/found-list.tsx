// What was found in a document: its text marked, and the list beside it, each statement put on record or left. Words that are
// chosen in the text make a statement too.
import { useWords } from "@parley/charts";
import { chosenStatement, matched, type ReadStatement, statementAround } from "@parley/core/internal";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { ApiFailure } from "../api.js";
import { type Attachment, type OpenDocument, recordEdit } from "../attached.js";
import { dayOf, useCase } from "../case-view.js";
import { say } from "../controls/toast.js";
import { keptSource } from "../kept-source.js";
import { AttachForm } from "./attach-form.js";
import { isLikely, marksOf, recordedIn, startOf, type TextMark, wordsOf } from "./found-marks.js";
import { FoundStatement } from "./found-statement.js";
import { type Chosen, MarkedText } from "./marked-text.js";
import { Sentence } from "./sentence.js";
import { useWrite } from "./unsaved.js";

interface FoundListProps {
  readonly document: OpenDocument;
  /** Of its text. */
  readonly digest: string;
  readonly statements: readonly ReadStatement[];
  readonly remarks: readonly string[];
  readonly at: string | null;
  /** A statement is on record, under the name of its document. */
  readonly onKept: (name: string, statement: ReadStatement) => void;
}

/** So many letters of chosen words are shown on the button. */
const SHOWN = 40;

export function FoundList({ document, digest, statements, remarks, at, onKept }: FoundListProps): ReactNode {
  const words = useWords().statements;
  const view = useCase();
  const { negotiation, address, id } = view;
  const client = useQueryClient();
  const write = useWrite();
  const [attaching, setAttaching] = useState<string | null>(null);
  const [rejected, reject] = useRejected(id, digest);
  const [selected, select] = useState<Chosen | null>(null);
  const [chosen, choose] = useState<ReadStatement | null>(null);
  const all = address.get("all") !== null;
  const recorded = useMemo(() => recordedIn(negotiation, document, statements), [negotiation, document, statements]);
  const shown = useMemo(() => {
    const likely = statements.filter((one) => all || isLikely(one) || recorded.whole.has(one.id));
    return [...likely, ...recorded.chosen, ...(chosen ? [chosen] : [])].sort((a, b) => startOf(a) - startOf(b));
  }, [statements, all, recorded, chosen]);
  const passage = address.get("passage");
  const marks = useMemo(
    () => [
      ...passageMarks(passage, words.passage),
      ...marksOf(
        shown.filter(({ id: one }) => !rejected.has(one)),
        negotiation,
        ({ speaker, kind }) => words.mark(speaker?.name ?? null, kind),
      ),
    ],
    [shown, rejected, negotiation, words, passage],
  );
  useEffect(() => {
    if (passage) window.document.querySelector(`[data-statement="${PASSAGE}"]`)?.scrollIntoView({ block: "center" });
  }, [passage]);
  const point = (one: string) => address.set({ at: one }, "replace");
  const itemOf = (one: string) => window.document.querySelector<HTMLElement>(`[data-item="${one}"]`);
  const focusItem = (one: string) => {
    point(one);
    itemOf(one)?.focus();
  };
  const keptAs = (one: ReadStatement) =>
    recorded.whole.has(one.id) || recorded.chosen.includes(one) ? "whole" : recorded.part.has(one.id) ? "part" : null;
  const attach = async (statement: ReadStatement, attachment: Attachment, of: ReadStatement) => {
    try {
      const source = await keptSource(client, id, negotiation, document, words.document);
      if (source.edit && !(await write(source.edit))) return;
      const { edit } = recordEdit(negotiation, of, attachment, source.source, words.attach);
      if (!(await write(edit))) return;
      setAttaching(null);
      choose(null);
      const asOf = dayOf(view);
      if (asOf !== "" && attachment.date > asOf) say(words.attach.later(asOf));
      onKept(source.source, of);
      itemOf(statement.id)?.focus();
    } catch (error) {
      say(error instanceof ApiFailure ? error.reasons.join(" ") : words.attach.failed);
    }
  };
  const chooseWords = ({ start, end }: Chosen) => {
    const spans = [{ start, end }];
    const made = chosenStatement(document.text, spans, statementAround(spans, statements));
    const [one = made] = matched(document.text, [made], negotiation);
    window.getSelection()?.empty();
    choose(one);
    setAttaching(one.id);
    setTimeout(() => itemOf(one.id)?.scrollIntoView({ block: "nearest" }));
  };
  const kept = shown.filter((one) => keptAs(one) === "whole").length;
  const left = statements.filter((one) => !shown.includes(one)).length;
  return (
    <>
      <h1 className="sentence">{words.found(shown.length, kept)}</h1>
      {remarks.map((remark) => (
        <p key={remark} className="note">
          {remark}
        </p>
      ))}
      <div className="reading">
        <MarkedText text={document.text} marks={marks} chosen={at} onMark={focusItem} onSelect={select}>
          {selected && (
            <button
              type="button"
              className="primary choose-words"
              style={{ top: selected.top, left: Math.max(0, selected.left) }}
              // A press elsewhere would end the choice before it is taken.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => chooseWords(selected)}
            >
              {words.attach.chooseWords(shortened(document.text.slice(selected.start, selected.end)))}
            </button>
          )}
        </MarkedText>
        <div>
          <p className="note">
            <Sentence of={words.keys} />
          </p>
          <ol className="found-list">
            {shown.map((statement) => (
              <FoundStatement
                key={statement.id}
                statement={statement}
                words={wordsOf(document.text, statement)}
                chosen={at === statement.id}
                kept={keptAs(statement)}
                rejected={rejected.has(statement.id)}
                onChoose={() => at !== statement.id && point(statement.id)}
                onAttach={() => setAttaching(statement.id)}
                onReject={() => reject(statement.id)}
                onShow={() =>
                  window.document
                    .querySelector(`[data-statement="${statement.id}"]`)
                    ?.scrollIntoView({ block: "center" })
                }
              >
                {attaching === statement.id ? (
                  <AttachForm
                    negotiation={negotiation}
                    text={document.text}
                    day={document.date}
                    statement={statement}
                    onDone={(attachment, of) => attach(statement, attachment, of)}
                    onCancel={() => {
                      setAttaching(null);
                      choose(null);
                      itemOf(statement.id)?.focus();
                    }}
                  />
                ) : null}
              </FoundStatement>
            ))}
          </ol>
          {(left > 0 || all) && (
            <button type="button" className="quiet" onClick={() => address.set({ all: all ? null : "1" }, "replace")}>
              {all ? words.onlyLikely : words.showMore(left)}
            </button>
          )}
        </div>
      </div>
    </>
  );
}

const PASSAGE = "passage";

/** The passage that an address names: its first and last character in the text. */
function passageMarks(written: string | null, label: string): TextMark[] {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(written ?? "") ?? [];
  return start && end ? [{ start: +start, end: +end, id: PASSAGE, party: -1, kind: "passage", label }] : [];
}

const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, " ");
  return line.length > SHOWN ? `${line.slice(0, SHOWN)} …` : line;
};

/** What was rejected in this tab, by document. */
function useRejected(id: string, digest: string): [ReadonlySet<string>, (statement: string) => void] {
  const key = `rejected ${id} ${digest}`;
  const [rejected, setRejected] = useState<ReadonlySet<string>>(
    () => new Set(JSON.parse(sessionStorage.getItem(key) ?? "[]") as string[]),
  );
  return [
    rejected,
    (statement) => {
      const next = new Set(rejected);
      if (!next.delete(statement)) next.add(statement);
      sessionStorage.setItem(key, JSON.stringify([...next]));
      setRejected(next);
    },
  ];
}
