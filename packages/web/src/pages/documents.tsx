// What was said, found in a document: its quotations marked, a list beside, each put on record or left by a person.
import { SourceLine, useWords } from "@parley/charts";
import { type Case, matched, type Outcome, type Reading as ReadingOf, type ReadStatement } from "@parley/core/internal";
import { useQuery } from "@tanstack/react-query";
import type { InboxDocument } from "parley/contract";
import { type ReactNode, useMemo, useState } from "react";
import { Link } from "wouter";
import { ApiFailure, api } from "../api.js";
import type { OpenDocument } from "../attached.js";
import { type CaseView, useCase } from "../case-view.js";
import { digestOf } from "../digest.js";
import { useDecide, useInbox } from "../inbox.js";
import { FoundList } from "../parts/found-list.js";
import { GiveDocument } from "../parts/give-document.js";
import { GiveMany } from "../parts/give-many.js";
import { Library } from "../parts/library.js";
import { openDocument, reviewItems, sourceOf } from "../parts/review-items.js";
import { ReviewList } from "../parts/review-list.js";
import { queryKeys } from "../query-keys.js";
import { statementsOf } from "../reading.js";
import { asksWhile } from "../unkept.js";

/** The document that was given last and is kept nowhere yet; it outlives a look at another page. */
let given: { readonly id: string; readonly document: OpenDocument } | null = null;
asksWhile(() => given !== null);

export function DocumentsPage(): ReactNode {
  const words = useWords().pages.documents;
  const view = useCase();
  const { id, address, negotiation, reader: seenBy } = view;
  const inbox = useInbox(id);
  const waiting = inbox?.find(({ bytes }) => bytes === address.get("waits")) ?? null;
  // Of a document that waits, and of which something is on record, the text is kept already.
  const name = address.get("doc") ?? (waiting && sourceOf(waiting, negotiation))?.document ?? null;
  const decide = useDecide(id);
  const [fresh, setFresh] = useState<OpenDocument | null>(given?.id === id ? given.document : null);
  const kept = useQuery({
    queryKey: queryKeys.document(id, name),
    queryFn: () => api.document(id, name ?? ""),
    enabled: name !== null && seenBy === null,
  });
  if (seenBy !== null)
    return (
      <>
        <h1>{words.oursAlone}</h1>
        <p>{words.whatOthersSee}</p>
      </>
    );
  if (address.get("review") !== null && name === null) return <Review view={view} inbox={inbox} />;
  const give = (document: OpenDocument | null) => {
    given = document && { id, document };
    setFresh(document);
  };
  const source = negotiation.sources.find(({ document }) => document === name);
  if (name !== null && kept.error instanceof ApiFailure) return <Missing reasons={kept.error.reasons} view={view} />;
  if ((name !== null && !kept.data) || (address.get("waits") !== null && inbox === null))
    return <p className="waiting">{words.opening}</p>;
  const document: OpenDocument | null =
    name !== null && kept.data
      ? {
          name,
          text: kept.data.text,
          title: source?.title ?? name,
          author: source?.author ?? "",
          publisher: source?.publisher ?? "",
          language: source?.language ?? "",
          date: source?.date ?? "",
          url: source?.url ?? "",
          remarks: [],
        }
      : waiting
        ? openDocument(waiting)
        : fresh;
  if (document)
    return (
      <Reading
        key={name ?? waiting?.bytes ?? "fresh"}
        document={document}
        waiting={waiting}
        onKept={(as, statement) => {
          if (waiting?.reading.statements.some((one) => one.id === statement.id))
            void decide([[waiting.bytes, statement.id, "accepted"]]);
          if (name !== null || waiting) return;
          give(null);
          address.set({ doc: as }, "replace");
        }}
        onClose={() => {
          give(null);
          address.set({ doc: null, waits: null, at: null });
        }}
      />
    );
  return (
    <>
      <h1>{words.heading}</h1>
      <p>{words.about}</p>
      <GiveMany />
      <Waiting view={view} inbox={inbox} />
      <h2>{words.orPaste}</h2>
      <GiveDocument onGiven={give} />
      {inbox && <Library inbox={inbox} />}
    </>
  );
}

/** What the inbox has of a document, seen from the case as it is now. */
const readBefore = ({ text, reading }: InboxDocument, negotiation: Case): Outcome<ReadingOf> => ({
  ok: true,
  value: { ...reading, statements: matched(text, reading.statements, negotiation) },
});

/** How many statements of documents wait, and the way to them. */
function Waiting({ view, inbox }: InboxProps): ReactNode {
  const words = useWords().statements.review;
  const items = useMemo(() => (inbox ? reviewItems(inbox, view.negotiation) : []), [inbox, view.negotiation]);
  if (items.length === 0) return null;
  return (
    <p>
      <Link className="button primary" href={view.address.on("documents", { review: "1" })}>
        {words.review(items.length)}
      </Link>
    </p>
  );
}

interface InboxProps {
  readonly view: CaseView;
  /** Null while it is read. */
  readonly inbox: readonly InboxDocument[] | null;
}

function Review({ view, inbox }: InboxProps): ReactNode {
  const words = useWords().statements.review;
  return (
    <>
      <p className="kicker">
        <Link href={view.address.on("documents")}>{words.documents}</Link>
      </p>
      {inbox ? inbox.length > 0 ? <ReviewList documents={inbox} /> : <p>{words.empty}</p> : <p className="waiting" />}
    </>
  );
}

function Missing({ reasons, view }: { readonly reasons: readonly string[]; readonly view: CaseView }): ReactNode {
  const words = useWords().pages.documents;
  return (
    <>
      <h1>{words.notHere}</h1>
      <p className="alert">{[...reasons, words.stillOnRecord].join(" ")}</p>
      <p>
        <Link href={view.address.on("documents")}>{words.all}</Link>
      </p>
    </>
  );
}

interface ReadingProps {
  readonly document: OpenDocument;
  /** Where it waits in the inbox, and was read there. */
  readonly waiting: InboxDocument | null;
  readonly onKept: (name: string, statement: ReadStatement) => void;
  readonly onClose: () => void;
}

function Reading({ document, waiting, onKept, onClose }: ReadingProps): ReactNode {
  const { pages, statements } = useWords();
  const words = pages.documents;
  const view = useCase();
  const { negotiation, address, id } = view;
  const day = document.date.length === 10 ? document.date : null;
  const digest = useMemo(() => digestOf(document.text), [document.text]);
  const found = useQuery({
    queryKey: queryKeys.reading(id, digest, day, negotiation.digest),
    queryFn: ({ signal }) =>
      waiting ? readBefore(waiting, negotiation) : statementsOf(document.text, day, negotiation, signal),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const source = negotiation.sources.find((one) => one.document === document.name && document.name !== null);
  return (
    <>
      <p className="kicker">
        {source ? <SourceLine source={source} /> : document.title || statements.document.untitled}
        {document.date === "" && words.noDay}{" "}
        <button type="button" className="quiet" onClick={onClose}>
          {words.close}
        </button>
      </p>
      {found.error && (
        <p className="alert" role="alert">
          {words.unreadable(found.error.message)}
        </p>
      )}
      {!found.data && !found.error && <p className="waiting">{words.looking}</p>}
      {found.data && !found.data.ok && (
        <p className="alert" role="alert">
          {found.data.reasons.join(" ")}
        </p>
      )}
      {found.data?.ok && (
        <FoundList
          document={document}
          digest={digest}
          statements={found.data.value.statements}
          remarks={[...document.remarks, ...found.data.value.remarks]}
          at={address.get("at")}
          onKept={onKept}
        />
      )}
    </>
  );
}
