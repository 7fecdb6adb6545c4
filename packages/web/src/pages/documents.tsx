// What was said, found in a document: its quotations marked, a list beside, each put on record or left by a person.
import { SourceLine, useWords } from "@parley/charts";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { Link } from "wouter";
import { ApiFailure, api } from "../api.js";
import type { OpenDocument } from "../attached.js";
import { type CaseView, useCase } from "../case-view.js";
import { digestOf } from "../digest.js";
import { useInbox } from "../inbox.js";
import { FoundList } from "../parts/found-list.js";
import { GiveDocument } from "../parts/give-document.js";
import { GiveMany } from "../parts/give-many.js";
import { reviewItems } from "../parts/review-items.js";
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
  const name = address.get("doc");
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
  if (address.get("review") !== null && name === null) return <Review view={view} />;
  const give = (document: OpenDocument | null) => {
    given = document && { id, document };
    setFresh(document);
  };
  const source = negotiation.sources.find(({ document }) => document === name);
  if (name !== null && kept.error instanceof ApiFailure) return <Missing reasons={kept.error.reasons} view={view} />;
  if (name !== null && !kept.data) return <p className="waiting">{words.opening}</p>;
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
      <h1>{words.heading}</h1>
      <p>{words.about}</p>
      <GiveMany />
      <Waiting view={view} />
      <h2>{words.orPaste}</h2>
      <GiveDocument onGiven={give} />
      <KeptDocuments view={view} />
    </>
  );
}

/** How many statements of documents wait, and the way to them. */
function Waiting({ view }: { readonly view: CaseView }): ReactNode {
  const words = useWords().statements.review;
  const inbox = useInbox(view.id);
  const items = useMemo(() => (inbox ? reviewItems(inbox, view.negotiation) : []), [inbox, view.negotiation]);
  if (items.length === 0) return null;
  return (
    <p>
      <Link className="button" href={view.address.on("documents", { review: "1" })}>
        {words.review(items.length)}
      </Link>
    </p>
  );
}

function Review({ view }: { readonly view: CaseView }): ReactNode {
  const words = useWords().statements.review;
  const inbox = useInbox(view.id);
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

function KeptDocuments({ view }: { readonly view: CaseView }): ReactNode {
  const words = useWords().pages.documents;
  const { sources, statements } = view.negotiation;
  const kept = sources.filter(({ document }) => document !== null);
  if (kept.length === 0) return null;
  return (
    <>
      <h2>{words.readBefore}</h2>
      <ul>
        {kept.map((source) => {
          const count = statements.filter((one) => one.source === source.id).length;
          return (
            <li key={source.id}>
              <Link href={view.address.on("documents", { doc: source.document ?? "" })}>{source.title}</Link>
              {source.date && <>, {source.date}</>}
              <span className="note">{words.onRecord(count)}</span>
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
  const { pages, statements } = useWords();
  const words = pages.documents;
  const view = useCase();
  const { negotiation, address, id } = view;
  const day = document.date.length === 10 ? document.date : null;
  const digest = useMemo(() => digestOf(document.text), [document.text]);
  const found = useQuery({
    queryKey: queryKeys.reading(id, digest, day, negotiation.digest),
    queryFn: ({ signal }) => statementsOf(document.text, day, negotiation, signal),
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
