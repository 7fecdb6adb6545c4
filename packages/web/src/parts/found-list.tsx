// What was found in a document: its text marked, and the list beside it, each statement put on record or left.
import { useWords } from "@parley/charts";
import type { ReadStatement } from "@parley/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { ApiFailure } from "../api.js";
import { type Attachment, type OpenDocument, proposed, recordEdit } from "../attached.js";
import { dayOf, useCase } from "../case-view.js";
import { say } from "../controls/toast.js";
import { keptSource } from "../kept-source.js";
import { AttachForm } from "./attach-form.js";
import { conditionOf, isLikely, marksOf, recordedIn, wordsOf } from "./found-marks.js";
import { FoundStatement } from "./found-statement.js";
import { MarkedText } from "./marked-text.js";
import { Sentence } from "./sentence.js";
import { useWrite } from "./unsaved.js";

interface FoundListProps {
  readonly document: OpenDocument;
  /** Of its text. */
  readonly digest: string;
  readonly statements: readonly ReadStatement[];
  readonly remarks: readonly string[];
  readonly at: string | null;
  readonly onKept: (name: string) => void;
}

export function FoundList({ document, digest, statements, remarks, at, onKept }: FoundListProps): ReactNode {
  const words = useWords().statements;
  const view = useCase();
  const { negotiation, address, id } = view;
  const client = useQueryClient();
  const write = useWrite();
  const [attaching, setAttaching] = useState<string | null>(null);
  const [rejected, reject] = useRejected(id, digest);
  const all = address.get("all") !== null;
  const recorded = useMemo(() => recordedIn(negotiation, document, statements), [negotiation, document, statements]);
  const shown = useMemo(
    () => statements.filter((one) => all || isLikely(one) || recorded.has(one.id)),
    [statements, all, recorded],
  );
  const marks = useMemo(
    () =>
      marksOf(
        shown.filter(({ id: one }) => !rejected.has(one)),
        negotiation,
        ({ speaker, kind }) => words.mark(speaker?.name ?? null, kind),
      ),
    [shown, rejected, negotiation, words],
  );
  const choose = (one: string) => address.set({ at: one }, "replace");
  const focusItem = (one: string) => {
    choose(one);
    window.document.querySelector<HTMLElement>(`[data-item="${one}"]`)?.focus();
  };
  const attach = async (statement: ReadStatement, attachment: Attachment) => {
    try {
      const source = await keptSource(client, id, negotiation, document, words.document);
      if (source.edit && !(await write(source.edit))) return;
      const { edit } = recordEdit(negotiation, statement, attachment, source.source, words.attach);
      if (!(await write(edit))) return;
      setAttaching(null);
      const asOf = dayOf(view);
      if (asOf !== "" && attachment.date > asOf) say(words.attach.later(asOf));
      if (document.name === null) onKept(source.source);
      window.document.querySelector<HTMLElement>(`[data-item="${statement.id}"]`)?.focus();
    } catch (error) {
      say(error instanceof ApiFailure ? error.reasons.join(" ") : words.attach.failed);
    }
  };
  const kept = shown.filter((one) => recorded.has(one.id)).length;
  const left = statements.length - shown.length;
  return (
    <>
      <h1 className="sentence">{words.found(shown.length, kept)}</h1>
      {remarks.map((remark) => (
        <p key={remark} className="note">
          {remark}
        </p>
      ))}
      <div className="reading">
        <MarkedText text={document.text} marks={marks} chosen={at} onMark={focusItem} />
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
                kept={recorded.get(statement.id) ?? null}
                rejected={rejected.has(statement.id)}
                onChoose={() => at !== statement.id && choose(statement.id)}
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
                    start={proposed(statement, document)}
                    because={statement.suggestions[0]?.words ?? []}
                    condition={conditionOf(statement, document.text)}
                    onDone={(attachment) => attach(statement, attachment)}
                    onCancel={() => {
                      setAttaching(null);
                      window.document.querySelector<HTMLElement>(`[data-item="${statement.id}"]`)?.focus();
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
