// The one list over all documents that wait: a key puts a statement on record, corrects it first, or leaves it.
import { RichText, useWords } from "@parley/charts";
import { useQueryClient } from "@tanstack/react-query";
import type { InboxDocument } from "parley/contract";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Link } from "wouter";
import { ApiFailure, api } from "../api.js";
import { useCase } from "../case-view.js";
import { say } from "../controls/toast.js";
import { useDecide } from "../inbox.js";
import { queryKeys } from "../query-keys.js";
import { AttachForm } from "./attach-form.js";
import { conditionOf, wordsOf } from "./found-marks.js";
import {
  type Accepted,
  acceptanceOf,
  type GroupBy,
  grouped,
  type ReviewItem,
  readyAttachment,
  reviewItems,
  sureOnes,
} from "./review-items.js";
import { Sentence } from "./sentence.js";
import { StatementHead } from "./statement-head.js";
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
  const [shown, setShown] = useState(SHOWN);
  const last = useRef<readonly ReviewItem[]>([]);
  /** The statements that the last put on record, by id. */
  const written = useRef<readonly string[]>([]);
  const items = useMemo(() => reviewItems(documents, negotiation), [documents, negotiation]);
  const groups = useMemo(() => grouped(items.slice(0, shown), by), [items, shown, by]);
  const order = useMemo(() => groups.flatMap(([, own]) => own), [groups]);
  // Statements go on record one write after the other: the next is placed behind what the last has written, and so waits
  // until that was read back.
  const now = useRef(negotiation);
  now.current = negotiation;
  const writing = useRef(false);
  const focus = (item: ReviewItem | undefined) =>
    item && window.document.querySelector<HTMLElement>(`[data-item="${item.id}"]`)?.focus();
  // The list is drawn anew first.
  const focusSoon = (item: ReviewItem | undefined) => void setTimeout(() => focus(item), 60);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list is opened
  useEffect(() => focusSoon(order[0]), []);
  const after = (gone: readonly ReviewItem[]): ReviewItem | undefined => {
    const at = order.findIndex((one) => gone.includes(one));
    return (
      order.slice(at).find((one) => !gone.includes(one)) ?? order.slice(0, at).findLast((one) => !gone.includes(one))
    );
  };
  /** @param rest whether what is left of their words waits on */
  const take = async (accepted: readonly Accepted[], rest = false) => {
    if (writing.current || accepted.length === 0) return;
    writing.current = true;
    const gone = accepted.map(({ item }) => item);
    const next = rest ? gone[0] : after(gone);
    try {
      const { documents: kept } = await api.documents(id);
      const acceptance = acceptanceOf(now.current, accepted, kept, words);
      for (const { name, text } of acceptance.documents) {
        await api.keepDocument(id, name, text);
        client.setQueryData(queryKeys.document(id, name), { text });
      }
      if (acceptance.source && !(await write(acceptance.source))) return;
      if (!(await write(acceptance.record))) return;
      await readBack(() => acceptance.ids.every((one) => now.current.statements.some((own) => own.id === one)));
      last.current = gone;
      written.current = acceptance.ids;
      correct(null);
      if (!rest) await decide(gone.flatMap((item) => marks(item, "accepted")));
      focusSoon(next);
    } catch (error) {
      say(error instanceof ApiFailure ? error.reasons.join(" ") : words.attach.failed);
    } finally {
      writing.current = false;
    }
  };
  /** Takes the last back: off the record too, where it was put on it. */
  const takeBack = async () => {
    const gone = last.current;
    if (gone.length === 0 || writing.current) return;
    last.current = [];
    writing.current = true;
    try {
      const added = written.current;
      written.current = [];
      if (added.length > 0) {
        const places = now.current.statements.flatMap(({ id: own }, at) => (added.includes(own) ? [at] : [])).reverse();
        const changes = places.map((at) => ({ path: ["statements", at] }));
        if (!(await write({ what: words.review.takenBack, file: "record.yaml", changes }))) return;
        await readBack(() => !now.current.statements.some(({ id: own }) => added.includes(own)));
      }
      await decide(gone.flatMap((one) => marks(one, null)));
      focusSoon(gone[0]);
    } finally {
      writing.current = false;
    }
  };
  const leave = async (items: readonly ReviewItem[]) => {
    const next = after(items);
    last.current = items;
    written.current = [];
    await decide(items.flatMap((item) => marks(item, "rejected")));
    focusSoon(next);
    const act = () => void decide(items.flatMap((item) => marks(item, null))).then(() => focusSoon(items[0]));
    const [only] = items;
    const what =
      items.length === 1 && only
        ? words.review.left(only.statement.speaker?.name ?? words.review.noSpeaker)
        : words.review.leftMany(items.length);
    say(what, { text: words.review.takeBack, act });
  };
  const accept = (item: ReviewItem) => {
    const ready = readyAttachment(item);
    if (ready) void take([{ item, statement: item.statement, attachment: ready }]);
    else correct(item.id);
  };
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
      <p className="note by-keys">
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
      </p>
      {groups.map(([key, own]) => (
        <section key={key}>
          <h2>{nameOfGroup(key)}</h2>
          <Bulk items={own} onTake={(accepted) => void take(accepted)} onLeave={() => void leave(own)} />
          <ol className="found-list">
            {own.map((item) => (
              <ReviewEntry
                key={item.id}
                item={item}
                onAccept={() => accept(item)}
                onCorrect={() => correct(item.id)}
                onLeave={() => void leave([item])}
                onUndo={() => void takeBack()}
              >
                {correcting === item.id ? (
                  <AttachForm
                    negotiation={negotiation}
                    text={item.document.text}
                    day={item.document.date ?? ""}
                    statement={item.statement}
                    splits
                    onDone={(attachment, statement, rest) => take([{ item, statement, attachment }], rest)}
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
          {words.review.showMore(Math.min(4 * SHOWN, items.length - shown))}
        </button>
      )}
    </>
  );
}

/** What can be done with a group at once. */
function Bulk({ items, onTake, onLeave }: BulkProps): ReactNode {
  const words = useWords().statements.review;
  const sure = useMemo(() => sureOnes(items), [items]);
  if (items.length < 2) return null;
  return (
    <p className="row">
      {sure.length > 1 && (
        <button type="button" className="quiet" onClick={() => onTake(sure)}>
          {words.takeSure(sure.length)}
        </button>
      )}
      <button type="button" className="quiet" onClick={onLeave}>
        {words.leaveAll(items.length)}
      </button>
    </p>
  );
}

interface BulkProps {
  readonly items: readonly ReviewItem[];
  readonly onTake: (accepted: readonly Accepted[]) => void;
  readonly onLeave: () => void;
}

const READ_BACK_MS = 15_000;

/** Until what was written is read, or for as long as anybody waits. */
async function readBack(isThere: () => boolean): Promise<void> {
  const until = performance.now() + READ_BACK_MS;
  while (!isThere() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
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
  const { names, address } = useCase();
  const [around, setAround] = useState(false);
  const element = useRef<HTMLLIElement>(null);
  const { statement, document, witnesses } = item;
  const { stance, suggestions } = statement;
  const pressed = (event: KeyboardEvent) => {
    if (event.target !== element.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { a: onAccept, e: onCorrect, x: onLeave, u: onUndo, Enter: () => setAround(!around) }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const text = wordsOf(document.text, statement);
  const [first] = suggestions;
  const condition = conditionOf(statement, document.text);
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
      <StatementHead statement={statement} />
      <blockquote>
        {around && <span className="note">{document.text.slice(Math.max(0, start - 300), start)}</span>}
        {around ? <mark>{document.text.slice(start, end)}</mark> : text.length > 420 ? `${text.slice(0, 420)} …` : text}
        {around && <span className="note">{document.text.slice(end, end + 300)}</span>}
      </blockquote>
      {condition && <p className="note">{words.review.hangsOn(condition)}</p>}
      <p className="note">
        <Link href={address.on("documents", { waits: document.bytes, at: statement.id })}>
          {document.title ?? document.file}
        </Link>{" "}
        · {document.date ?? words.review.noDay}
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
