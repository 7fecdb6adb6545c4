// What was found in a document: its text marked, and the list beside it, each statement put on record or left.
import type { Case, ReadStatement } from "@parley/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { ApiFailure } from "../api.js";
import { type Attachment, keptSource, type OpenDocument, proposed, recordEdit, spansOf } from "../attached.js";
import { dayOf, useCase } from "../case-view.js";
import { AttachForm } from "./attach-form.js";
import { FoundStatement } from "./found-statement.js";
import { MarkedText, type TextMark } from "./marked-text.js";
import { say } from "./toast.js";
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

/** Worth a look unasked: more likely than not, somebody's, and more than a word or two. */
const isLikely = ({ kind, confidence, quote }: ReadStatement): boolean =>
  kind !== "term" && confidence >= 0.5 && (kind !== "indirect" || quote.split(/\s+/).length > 3);

export function FoundList({ document, digest, statements, remarks, at, onKept }: FoundListProps): ReactNode {
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
      ),
    [shown, rejected, negotiation],
  );
  const choose = (one: string) => address.set({ at: one }, "replace");
  const focusItem = (one: string) => {
    choose(one);
    window.document.querySelector<HTMLElement>(`[data-item="${one}"]`)?.focus();
  };
  const attach = async (statement: ReadStatement, attachment: Attachment) => {
    try {
      const source = await keptSource(client, id, negotiation, document);
      if (source.edit && !(await write(source.edit))) return;
      const { edit } = recordEdit(negotiation, statement, attachment, source.source);
      if (!(await write(edit))) return;
      setAttaching(null);
      const asOf = dayOf(view);
      if (asOf !== "" && attachment.date > asOf)
        say(`It is on record. It is later than ${asOf}, the day the case is seen from, so no position shows it yet.`);
      if (document.name === null) onKept(source.name);
      window.document.querySelector<HTMLElement>(`[data-item="${statement.id}"]`)?.focus();
    } catch (error) {
      say(error instanceof ApiFailure ? error.reasons.join(" ") : "It was not written. Try again.");
    }
  };
  const kept = shown.filter((one) => recorded.has(one.id)).length;
  const left = statements.length - shown.length;
  return (
    <>
      <h1 className="sentence">
        {shown.length === 0
          ? "No statement was found in this document."
          : `${shown.length} statement${shown.length === 1 ? "" : "s"} found, ${kept} on record.`}
      </h1>
      {remarks.map((remark) => (
        <p key={remark} className="note">
          {remark}
        </p>
      ))}
      <div className="reading">
        <MarkedText text={document.text} marks={marks} chosen={at} onMark={focusItem} />
        <div>
          <p className="note">
            <kbd>j</kbd> <kbd>k</kbd> move, <kbd>a</kbd> attaches, <kbd>x</kbd> rejects, <kbd>Enter</kbd> shows it in
            the text.
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
              {all ? "Only what is likely" : `Show ${left} more: doubtful, or nobody’s`}
            </button>
          )}
        </div>
      </div>
    </>
  );
}

const wordsOf = (text: string, statement: ReadStatement): string =>
  statement.kind === "direct" || statement.kind === "term"
    ? `“${statement.quote}”`
    : statement.content.map(({ start, end }) => text.slice(start, end)).join(" … ");

/** Which of the statements are on record: those whose words stand at the same places of the same document. */
function recordedIn(
  { statements, sources }: Case,
  document: OpenDocument,
  found: readonly ReadStatement[],
): ReadonlyMap<string, string> {
  const own = new Set(
    sources.filter((one) => one.document !== null && one.document === document.name).map(({ id }) => id),
  );
  const places = new Map(
    statements.flatMap((one): [string, string][] =>
      own.has(one.source) && one.words ? [[JSON.stringify(one.words.spans), one.id]] : [],
    ),
  );
  return new Map(
    found.flatMap((one): [string, string][] => {
      const kept = places.get(JSON.stringify(spansOf(one).map(({ start, end }) => [start, end])));
      return kept === undefined ? [] : [[one.id, kept]];
    }),
  );
}

function marksOf(statements: readonly ReadStatement[], { parties }: Case): TextMark[] {
  return statements.flatMap((statement) => {
    const party = parties.findIndex(({ id }) => id === statement.party);
    const label = `${statement.speaker?.name ?? "nobody named"} (${statement.kind})`;
    const of = (kind: TextMark["kind"]) => (span: { readonly start: number; readonly end: number }) => ({
      ...span,
      id: statement.id,
      party,
      kind,
      label,
    });
    if (statement.kind === "term") return statement.segments.map(of("term"));
    const reported = statement.kind === "direct" ? [] : statement.content.map(of("reported"));
    return [...reported, ...statement.segments.map(of("quoted"))];
  });
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
