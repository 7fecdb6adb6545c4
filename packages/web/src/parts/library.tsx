// The library of a case as a table: every document and source with its title, day, publisher and author, to be put right here.
import { useWords } from "@parley/charts";
import { useQueryClient } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import type { InboxDocument } from "parley/contract";
import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Link } from "wouter";
import { caseAt } from "../addresses.js";
import { ApiFailure, api } from "../api.js";
import { useCase } from "../case-view.js";
import { DayField } from "../controls/day-field.js";
import { Dialog } from "../controls/dialog.js";
import { usePutRight } from "../inbox.js";
import { queryKeys } from "../query-keys.js";
import { EditEntry } from "./edit-here.js";
import { type LibraryRow, libraryRows } from "./library-rows.js";

const SHOWN = 100;

export function Library({ inbox }: { readonly inbox: readonly InboxDocument[] }): ReactNode {
  const words = useWords().pages.documents.library;
  const { negotiation, address } = useCase();
  const rows = useMemo(() => libraryRows(negotiation, inbox), [negotiation, inbox]);
  const asked = address.get("source");
  const [shown, setShown] = useState(asked === null ? SHOWN : rows.length);
  const [putting, setPutting] = useState<InboxDocument | null>(null);
  return (
    <>
      <h2>{words.heading(rows.length)}</h2>
      <Citations />
      {rows.length > 0 && (
        <div className="scroll">
          <table className="library">
            <thead>
              <tr>
                <th>{words.title}</th>
                <th>{words.day}</th>
                <th>{words.from}</th>
                <th>{words.grade}</th>
                <th>{words.statements}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shown).map((row) => (
                <Row
                  key={row.source?.id ?? row.waiting?.bytes}
                  row={row}
                  isAsked={asked !== null && row.source?.id === asked}
                  onPutRight={setPutting}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > shown && (
        <button type="button" className="quiet" onClick={() => setShown(rows.length)}>
          {words.showAll(rows.length)}
        </button>
      )}
      {putting && <PutRight document={putting} onClose={() => setPutting(null)} />}
    </>
  );
}

/** In from programs that keep citations, and out to them. */
function Citations(): ReactNode {
  const words = useWords().pages.documents.library;
  const { id, negotiation } = useCase();
  const client = useQueryClient();
  const [came, setCame] = useState<readonly string[]>([]);
  const add = async (file: File | undefined) => {
    if (!file) return;
    try {
      const { added, there, remarks } = await api.addSources(id, file);
      setCame([words.added(added, there), ...remarks]);
      await client.invalidateQueries({ queryKey: queryKeys.case(id) });
    } catch (error) {
      setCame(error instanceof ApiFailure ? error.reasons : [String(error)]);
    }
  };
  return (
    <>
      <p className="row">
        <label className="button">
          {words.addSources}
          <input
            type="file"
            className="unseen"
            accept=".ris,.bib,.json,.txt"
            onChange={({ target }) => {
              void add(target.files?.[0]);
              target.value = "";
            }}
          />
        </label>
        {negotiation.sources.length > 0 && (
          <>
            <a className="button" href={`${caseAt(id)}/sources/bib`} download>
              {words.asBibtex}
            </a>
            <a className="button" href={`${caseAt(id)}/sources/json`} download>
              {words.asCsl}
            </a>
          </>
        )}
      </p>
      {came.map((sentence) => (
        <p key={sentence} className="note" role="status">
          {sentence}
        </p>
      ))}
    </>
  );
}

interface RowProps {
  readonly row: LibraryRow;
  /** Whether the page was opened for it. */
  readonly isAsked: boolean;
  readonly onPutRight: (document: InboxDocument) => void;
}

function Row({ row, isAsked, onPutRight }: RowProps): ReactNode {
  const words = useWords().pages.documents.library;
  const dayFrom = useWords().statements.review.dayFrom;
  const { address } = useCase();
  const { source, waiting, title, day, publisher, author, language, onRecord, waits, opens } = row;
  const url = source?.url ?? waiting?.url ?? null;
  const element = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isAsked) element.current?.scrollIntoView({ block: "center" });
  }, [isAsked]);
  return (
    <tr ref={element} className={isAsked ? "asked" : undefined}>
      <th scope="row">
        {opens ? <Link href={address.on("documents", opens)}>{title}</Link> : title}
        {url && /^https?:\/\//.test(url) && (
          <>
            {" "}
            <a href={url} rel="noreferrer" className="note">
              {words.onTheWeb}
            </a>
          </>
        )}
      </th>
      <td>
        <span className="day">{day || <strong>{words.noDay}</strong>}</span>
        {!source && waiting?.dayFrom && <span className="note"> ({dayFrom[waiting.dayFrom]})</span>}
      </td>
      <td>{[author, publisher, language].filter(Boolean).join(" · ")}</td>
      <td>{source?.grade ?? ""}</td>
      <td>{words.count(onRecord, waits)}</td>
      <td>
        {source ? (
          <EditEntry list="sources" id={source.id} called={title} />
        ) : (
          waiting && (
            <button
              type="button"
              className="quiet icon pencil"
              aria-label={words.putRightOf(title)}
              title={words.putRightOf(title)}
              onClick={() => onPutRight(waiting)}
            >
              <Pencil size={14} aria-hidden="true" />
            </button>
          )
        )}
      </td>
    </tr>
  );
}

const FIELDS = [
  ["title", 300],
  ["author", 200],
  ["publisher", 200],
  ["language", 8],
  ["url", 2000],
] as const;

/** What a document that waits says of itself, put right by a person. With another day its statements are dated anew. */
function PutRight({
  document,
  onClose,
}: {
  readonly document: InboxDocument;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().pages.documents.library;
  const { id } = useCase();
  const putRight = usePutRight(id);
  const [about, setAbout] = useState({
    title: document.title ?? "",
    author: document.author ?? "",
    publisher: document.publisher ?? "",
    language: document.language ?? "",
    url: document.url ?? "",
    date: document.date ?? "",
  });
  const [busy, setBusy] = useState(false);
  const done = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    if (await putRight(document, about)) onClose();
    setBusy(false);
  };
  return (
    <Dialog title={words.putRightOf(document.title ?? document.file)} onClose={onClose}>
      <form className="give in-columns" onSubmit={done}>
        {FIELDS.map(([name, maxLength]) => (
          <label key={name}>
            <span>{words.fields[name]}</span>
            <input
              value={about[name]}
              maxLength={maxLength}
              type={name === "url" ? "url" : "text"}
              onChange={({ target: { value } }) => setAbout({ ...about, [name]: value })}
            />
          </label>
        ))}
        <div>
          <span aria-hidden="true">{words.fields.date}</span>
          <DayField
            label={words.fields.date}
            value={about.date}
            whole={false}
            onDay={(date) => setAbout((before) => ({ ...before, date }))}
          />
        </div>
        <p className="row">
          <button type="submit" className="primary" disabled={busy}>
            {words.keep}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
