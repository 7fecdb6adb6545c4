// The one list over all documents that wait: a key puts a statement on record, corrects it first, or leaves it.
import { Mark, partyClass, RichText, useWords } from "@parley/charts";
import type { InboxDocument } from "@parley/node/contract";
import { useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { ApiFailure, api } from "../api.js";
import { type Attachment, proposed } from "../attached.js";
import { useCase } from "../case-view.js";
import { say } from "../controls/toast.js";
import { useDecide } from "../inbox.js";
import { queryKeys } from "../query-keys.js";
import { AttachForm } from "./attach-form.js";
import { conditionOf, surenessOf, wordsOf } from "./found-marks.js";
import {
  acceptanceOf,
  type GroupBy,
  grouped,
  isSure,
  openDocument,
  type ReviewItem,
  readyAttachment,
  reviewItems,
} from "./review-items.js";
import { Sentence } from "./sentence.js";
import { useWrite } from "./unsaved.js";

const SHOWN = 60;
const GROUPS: readonly GroupBy[] = ["news", "speaker", "issue", "document"];

export function ReviewList({ documents }: { readonly documents: readonly InboxDocument[] }): ReactNode {
  const { statements: words, atHead } = useWords();
  const view = useCase();
  const { id, negotiation, names } = view;
  const client = useQueryClient();
  const write = useWrite();
  const decide = useDecide(id);
  const [by, setBy] = useState<GroupBy>("news");
  const [correcting, correct] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(SHOWN);
  const last = useRef<readonly ReviewItem[]>([]);
  const items = useMemo(() => reviewItems(documents, negotiation), [documents, negotiation]);
  const groups = useMemo(() => grouped(items.slice(0, shown), by), [items, shown, by]);
  const order = useMemo(() => groups.flatMap(([, own]) => own), [groups]);
  // What is written is read back before the next goes on record: each has its own place.
  const read = negotiation.digest;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a case that was read anew ends the wait
  useEffect(() => setBusy(false), [read]);
  const focus = (item: ReviewItem | undefined) =>
    item && window.document.querySelector<HTMLElement>(`[data-item="${item.id}"]`)?.focus();
  const after = (gone: readonly ReviewItem[]): ReviewItem | undefined => {
    const at = order.findIndex((one) => gone.includes(one));
    return (
      order.slice(at).find((one) => !gone.includes(one)) ?? order.slice(0, at).findLast((one) => !gone.includes(one))
    );
  };
  const take = async (accepted: readonly { readonly item: ReviewItem; readonly attachment: Attachment }[]) => {
    if (busy || accepted.length === 0) return;
    setBusy(true);
    const gone = accepted.map(({ item }) => item);
    const next = after(gone);
    try {
      const { documents: kept } = await api.documents(id);
      const acceptance = acceptanceOf(negotiation, accepted, kept, words);
      for (const { name, text } of acceptance.documents) {
        await api.keepDocument(id, name, text);
        client.setQueryData(queryKeys.document(id, name), { text });
      }
      if (acceptance.source && !(await write(acceptance.source))) return setBusy(false);
      if (!(await write(acceptance.record))) return setBusy(false);
      last.current = gone;
      correct(null);
      await decide(gone.flatMap((item) => marks(item, "accepted")));
      requestAnimationFrame(() => focus(next));
    } catch (error) {
      setBusy(false);
      say(error instanceof ApiFailure ? error.reasons.join(" ") : words.attach.failed);
    }
  };
  const leave = async (item: ReviewItem) => {
    const next = after([item]);
    last.current = [item];
    await decide(marks(item, "rejected"));
    requestAnimationFrame(() => focus(next));
    const back = () => void decide(marks(item, null)).then(() => requestAnimationFrame(() => focus(item)));
    say(words.review.left(item.statement.speaker?.name ?? words.review.noSpeaker), {
      text: words.review.takeBack,
      act: back,
    });
  };
  const accept = (item: ReviewItem) => {
    const ready = readyAttachment(item);
    if (ready) void take([{ item, attachment: ready }]);
    else correct(item.id);
  };
  const sure = items.filter(isSure);
  const nameOfGroup = (key: string): string => {
    if (by === "news") return words.review.news[key as keyof typeof words.review.news];
    if (by === "issue") return key === "" ? words.review.noIssue : atHead(names.issue(key));
    return key === "" ? words.review.noSpeaker : key;
  };
  return (
    <>
      <h1 className="sentence">
        {words.review.heading(items.length, new Set(items.map(({ document }) => document.bytes)).size)}
      </h1>
      <p className="note">
        <Sentence of={words.review.keys} />
      </p>
      <p className="row">
        <label>
          {words.review.groupBy}{" "}
          <select value={by} onChange={(event) => setBy(event.target.value as GroupBy)}>
            {GROUPS.map((one) => (
              <option key={one} value={one}>
                {words.review.by[one]}
              </option>
            ))}
          </select>
        </label>
        {sure.length > 1 && (
          <button
            type="button"
            disabled={busy}
            onClick={() =>
              void take(
                sure.flatMap((item) => {
                  const attachment = readyAttachment(item);
                  return attachment ? [{ item, attachment }] : [];
                }),
              )
            }
          >
            {words.review.sure(sure.length)}
          </button>
        )}
      </p>
      {groups.map(([key, own]) => (
        <section key={key}>
          <h2>{nameOfGroup(key)}</h2>
          <ol className="found-list">
            {own.map((item) => (
              <ReviewEntry
                key={item.id}
                item={item}
                onAccept={() => accept(item)}
                onCorrect={() => correct(item.id)}
                onLeave={() => void leave(item)}
                onUndo={() => void decide(last.current.flatMap((one) => marks(one, null)))}
              >
                {correcting === item.id ? (
                  <AttachForm
                    negotiation={negotiation}
                    start={proposed(item.statement, openDocument(item.document))}
                    because={item.statement.suggestions[0]?.words ?? []}
                    condition={conditionOf(item.statement, item.document.text)}
                    onDone={(attachment) => take([{ item, attachment }])}
                    onCancel={() => {
                      correct(null);
                      focus(item);
                    }}
                  />
                ) : null}
              </ReviewEntry>
            ))}
          </ol>
        </section>
      ))}
      {items.length > shown && (
        <button type="button" className="quiet" onClick={() => setShown(shown + 4 * SHOWN)}>
          {words.showMore(items.length - shown)}
        </button>
      )}
    </>
  );
}

const marks = ({ document, statement, witnesses }: ReviewItem, decision: "accepted" | "rejected" | null) =>
  [{ document, statement }, ...witnesses].map((one) => [one.document.bytes, one.statement.id, decision] as const);

interface EntryProps {
  readonly item: ReviewItem;
  readonly onAccept: () => void;
  readonly onCorrect: () => void;
  readonly onLeave: () => void;
  readonly onUndo: () => void;
  readonly children: ReactNode;
}

function ReviewEntry({ item, onAccept, onCorrect, onLeave, onUndo, children }: EntryProps): ReactNode {
  const words = useWords().statements;
  const { names, negotiation } = useCase();
  const [around, setAround] = useState(false);
  const element = useRef<HTMLLIElement>(null);
  const { statement, document, witnesses } = item;
  const { speaker, kind, confidence, stance, holder, clause, suggestions, party } = statement;
  const pressed = (event: KeyboardEvent) => {
    if (event.target !== element.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { a: onAccept, e: onCorrect, x: onLeave, u: onUndo, Enter: () => setAround(!around) }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const place = negotiation.parties.findIndex((one) => one.id === party);
  const text = wordsOf(document.text, statement);
  const [first] = suggestions;
  const start = (statement.content[0] ?? statement.segments[0])?.start ?? 0;
  const end = (statement.content.at(-1) ?? statement.segments.at(-1))?.end ?? start;
  return (
    <li
      ref={element}
      data-item={item.id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: j and k move along the list, and keys act on what has the focus
      tabIndex={0}
      className="found review"
      onKeyDown={pressed}
    >
      <p>
        {place >= 0 && (
          <svg className={`chart ${partyClass(place)}`} width="16" height="16" aria-hidden="true">
            <Mark party={place} x={8} y={8} />
          </svg>
        )}{" "}
        <strong>{words.speaker(speaker?.name ?? null)}</strong>
        {speaker?.role && <span className="note">, {speaker.role}</span>}
        <span className="note">
          {words.how({ kind, sureness: surenessOf(confidence), act: stance.act, holder: holder?.name ?? null, clause })}
        </span>
      </p>
      <blockquote>
        {around && <span className="note">{document.text.slice(Math.max(0, start - 300), start)}</span>}
        {around ? <mark>{document.text.slice(start, end)}</mark> : text.length > 420 ? `${text.slice(0, 420)} …` : text}
        {around && <span className="note">{document.text.slice(end, end + 300)}</span>}
      </blockquote>
      <p className="note">
        {document.title ?? document.file} · {document.date ?? words.review.noDay}
        {document.dayFrom && ` (${words.review.dayFrom[document.dayFrom]})`}
        {witnesses.length > 0 && words.review.alsoIn(witnesses.length)}
      </p>
      {children === null && (
        <p className="row">
          <button type="button" className="quiet" onClick={onAccept}>
            <RichText of={words.review.accept} />
          </button>
          <button type="button" className="quiet" onClick={onCorrect}>
            <RichText of={words.review.correct} />
          </button>
          <button type="button" className="quiet" onClick={onLeave}>
            <RichText of={words.review.leave} />
          </button>
          {first && (
            <span className="note">
              {words.suggested(
                names.issue(first.issue),
                first.option === null ? null : names.option(first.issue, first.option),
                stance.act === "refuses",
              )}
            </span>
          )}
        </p>
      )}
      {children}
    </li>
  );
}
