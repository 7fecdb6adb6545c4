// What was said, found in a document: its quotations marked, a list beside, each put on record or left by a person.
import { SourceLine } from "@parley/charts";
import type { Case, ReadStatement } from "@parley/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { Link } from "wouter";
import { ApiFailure, api } from "../api.js";
import { type Attachment, keptSource, type OpenDocument, proposed, recordEdit, spansOf } from "../attached.js";
import { type CaseView, dayOf, useCase } from "../case-view.js";
import { AttachForm } from "../parts/attach-form.js";
import { FoundStatement } from "../parts/found-statement.js";
import { GiveDocument } from "../parts/give-document.js";
import { MarkedText, type TextMark } from "../parts/marked-text.js";
import { say } from "../parts/toast.js";
import { useWrite } from "../parts/unsaved.js";
import { reader } from "../reading.js";

/** The document that was given last and is kept nowhere yet; it outlives a look at another page. */
let given: { readonly id: string; readonly document: OpenDocument } | null = null;

export function DocumentsPage(): ReactNode {
  const view = useCase();
  const { id, address, negotiation, reader: seenBy } = view;
  const name = address.get("doc");
  const [fresh, setFresh] = useState<OpenDocument | null>(given?.id === id ? given.document : null);
  const kept = useQuery({
    queryKey: ["document", id, name],
    queryFn: () => api.document(id, name ?? ""),
    enabled: name !== null && seenBy === null,
  });
  if (seenBy !== null)
    return (
      <>
        <h1>Documents are for who keeps the case</h1>
        <p>What others see of them is what is on record.</p>
      </>
    );
  const give = (document: OpenDocument | null) => {
    given = document && { id, document };
    setFresh(document);
  };
  const source = negotiation.sources.find(({ document }) => document === name);
  if (name !== null && kept.error instanceof ApiFailure) return <Missing reasons={kept.error.reasons} view={view} />;
  if (name !== null && !kept.data) return <p className="waiting">Opening the document …</p>;
  const document: OpenDocument | null =
    name !== null && kept.data
      ? {
          name,
          text: kept.data.text,
          title: source?.title ?? name,
          publisher: source?.publisher ?? "",
          date: source?.date ?? "",
          url: source?.url ?? "",
          remarks: [],
        }
      : fresh;
  if (document)
    return (
      <Reading
        key={name ?? "fresh"}
        document={document}
        onKept={(as) => {
          give(null);
          address.set({ doc: as }, "replace");
        }}
        onClose={() => {
          give(null);
          address.set({ doc: null, at: null });
        }}
      />
    );
  return (
    <>
      <h1>What was said, and where it stands</h1>
      <p>
        Quotations and reports are found, with who is said to have said them. Nothing goes on record before you say so.
      </p>
      <GiveDocument onGiven={give} />
      <KeptDocuments view={view} />
    </>
  );
}

const Missing = ({ reasons, view }: { readonly reasons: readonly string[]; readonly view: CaseView }): ReactNode => (
  <>
    <h1>This document is not here</h1>
    <p className="alert">{reasons.join(" ")} What is on record of it still is.</p>
    <p>
      <Link href={view.address.on("documents")}>All documents</Link>
    </p>
  </>
);

function KeptDocuments({ view }: { readonly view: CaseView }): ReactNode {
  const { sources, statements } = view.negotiation;
  const kept = sources.filter(({ document }) => document !== null);
  if (kept.length === 0) return null;
  return (
    <>
      <h2>Read before</h2>
      <ul>
        {kept.map((source) => {
          const count = statements.filter((one) => one.source === source.id).length;
          return (
            <li key={source.id}>
              <Link href={view.address.on("documents", { doc: source.document ?? "" })}>{source.title}</Link>
              {source.date && <>, {source.date}</>}
              <span className="note">
                {" "}
                · {count} statement{count === 1 ? "" : "s"} on record
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface ReadingProps {
  readonly document: OpenDocument;
  readonly onKept: (name: string) => void;
  readonly onClose: () => void;
}

function Reading({ document, onKept, onClose }: ReadingProps): ReactNode {
  const view = useCase();
  const { negotiation, address, id } = view;
  const day = document.date.length === 10 ? document.date : null;
  const found = useQuery({
    queryKey: ["reading", id, document.title, document.text.length, day, negotiation.digest],
    queryFn: async () => await reader().read(document.text, day, negotiation),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const source = negotiation.sources.find((one) => one.document === document.name && document.name !== null);
  return (
    <>
      <p className="kicker">
        {source ? <SourceLine source={source} /> : document.title || "A document without a title"}
        {document.date === "" && " · no day given, so “Tuesday” cannot be dated"}{" "}
        <button type="button" className="quiet" onClick={onClose}>
          Close it
        </button>
      </p>
      {found.error && (
        <p className="alert" role="alert">
          The document could not be read here: {found.error.message}
        </p>
      )}
      {!found.data && !found.error && <p className="waiting">Looking for who said what …</p>}
      {found.data && !found.data.ok && (
        <p className="alert" role="alert">
          {found.data.reasons.join(" ")}
        </p>
      )}
      {found.data?.ok && (
        <Found
          document={document}
          statements={found.data.value.statements}
          remarks={[...document.remarks, ...found.data.value.remarks]}
          at={address.get("at")}
          onKept={onKept}
        />
      )}
    </>
  );
}

interface FoundProps {
  readonly document: OpenDocument;
  readonly statements: readonly ReadStatement[];
  readonly remarks: readonly string[];
  readonly at: string | null;
  readonly onKept: (name: string) => void;
}

/** Worth a look unasked: more likely than not, somebody's, and more than a word or two. */
const isLikely = ({ kind, confidence, quote }: ReadStatement): boolean =>
  kind !== "term" && confidence >= 0.5 && (kind !== "indirect" || quote.split(/\s+/).length > 3);

function Found({ document, statements, remarks, at, onKept }: FoundProps): ReactNode {
  const view = useCase();
  const { negotiation, address, id } = view;
  const client = useQueryClient();
  const write = useWrite();
  const [attaching, setAttaching] = useState<string | null>(null);
  const [rejected, reject] = useRejected(id, document);
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
                readOnly={false}
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
function useRejected(id: string, { title, text }: OpenDocument): [ReadonlySet<string>, (statement: string) => void] {
  const key = `rejected ${id} ${title} ${text.length}`;
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
