// What waits for a person in the inbox of a case: one list over all documents, sorted by what it is worth, the same words in
// several documents once; and how it goes on record.
import {
  type Case,
  isOwnPosition,
  matched,
  NEWNESS,
  type News,
  newsOf,
  type ReadStatement,
  restOf,
  type Source,
  type Span,
  toldOf,
  type Wording,
} from "@parley/core/internal";
import type { InboxDocument } from "parley/contract";
import {
  type Attachment,
  isComplete,
  type OpenDocument,
  proposed,
  recordChanges,
  sourceEdit,
  spansOf,
} from "../attached.js";
import { digestOf } from "../digest.js";
import { isLikely } from "./found-marks.js";
import type { FieldEdit } from "./unsaved-edits.js";

export interface ReviewItem {
  readonly id: string;
  readonly document: InboxDocument;
  readonly statement: ReadStatement;
  readonly news: News;
  /** The same words in other documents. */
  readonly witnesses: readonly { readonly document: InboxDocument; readonly statement: ReadStatement }[];
}

export type GroupBy = "news" | "speaker" | "issue" | "document";

const itemId = (document: InboxDocument, statement: ReadStatement): string =>
  `${document.bytes.slice(0, 12)}-${statement.id}`;

/** The words of a statement: between quotation marks, and around them where they belong to it. */
const allWords = ({ kind, quote, content }: ReadStatement, text: string): string =>
  kind === "mixed" ? content.map(({ start, end }) => text.slice(start, end)).join(" ") : quote;

/** What stands for the same words, however they are set: letters alone; null for too few to tell. */
function sameWords(statement: ReadStatement, text: string): string | null {
  const words =
    allWords(statement, text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length >= 6 ? words.join(" ") : null;
}

/** "Good morning.", "If I may.": no more than a greeting. */
const saysSomething = (statement: ReadStatement, text: string): boolean => {
  const words = allWords(statement, text);
  return (
    statement.quantities.length > 0 ||
    ((words.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 4 &&
      !/^(?:Thank(?:s| you)|Sorry|Good (?:morning|afternoon|evening)|Ladies and gentlemen|Welcome|Next question)\b.{0,40}$/.test(
        words,
      ))
  );
};

/** The places of words of a document that are on record. */
function takenOf(document: InboxDocument, negotiation: Case): readonly Span[] {
  if (negotiation.sources.every(({ digest }) => digest === undefined)) return [];
  const source = sourceOf(document, negotiation)?.id;
  return negotiation.statements.flatMap((one) =>
    source !== undefined && one.source === source && one.words
      ? one.words.spans.map(([start, end]) => ({ start, end }))
      : [],
  );
}

/** All that is likely and undecided, the most telling first. */
export function reviewItems(documents: readonly InboxDocument[], negotiation: Case): ReviewItem[] {
  const byWords = new Map<string, ReviewItem & { witnesses: ReviewItem["witnesses"][number][] }>();
  const items: (ReviewItem & { witnesses: ReviewItem["witnesses"][number][] })[] = [];
  for (const document of documents) {
    const taken = takenOf(document, negotiation);
    const open = document.reading.statements.flatMap((whole) => {
      if (document.decided[whole.id] !== undefined || !isLikely(whole)) return [];
      const isParted = taken.some((span) => spansOf(whole).some((own) => span.start < own.end && own.start < span.end));
      const one = isParted ? restOf(document.text, whole, taken) : whole;
      return one && saysSomething(one, document.text) ? [one] : [];
    });
    for (const statement of matched(document.text, open, negotiation)) {
      const words = sameWords(statement, document.text);
      const same = words === null ? undefined : byWords.get(words);
      if (same && same.document !== document && same.statement.speaker?.name === statement.speaker?.name) {
        same.witnesses.push({ document, statement });
        continue;
      }
      const news = newsOf(statement, negotiation);
      const item = { id: itemId(document, statement), document, statement, news, witnesses: [] };
      items.push(item);
      if (words !== null) byWords.set(words, item);
    }
  }
  const rank = new Map(NEWNESS.map((news, at) => [news, at]));
  return items
    .map((item, at) => ({ item, at }))
    .sort(
      (a, b) =>
        (rank.get(a.item.news) ?? 0) - (rank.get(b.item.news) ?? 0) ||
        b.item.statement.confidence - a.item.statement.confidence ||
        a.at - b.at,
    )
    .map(({ item }) => item);
}

/** The items by what they share, groups and items in the order in which they come. */
export function grouped(
  items: readonly ReviewItem[],
  by: GroupBy,
): readonly (readonly [string, readonly ReviewItem[]])[] {
  const keyOf = ({ statement, news, document }: ReviewItem): string => {
    if (by === "news") return news;
    if (by === "speaker") return statement.speaker?.name ?? "";
    return by === "issue" ? (statement.suggestions[0]?.issue ?? "") : document.file;
  };
  const groups = new Map<string, ReviewItem[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }
  return [...groups];
}

const digests = new WeakMap<InboxDocument, string>();

/** The source that a document is already, by its text. */
export const sourceOf = (document: InboxDocument, { sources }: Pick<Case, "sources">): Source | null => {
  const digest = digests.get(document) ?? digestOf(document.text);
  digests.set(document, digest);
  return sources.find((one) => one.digest === digest) ?? null;
};

/** The document as the form and the record know it. */
export const openDocument = (document: InboxDocument): OpenDocument => ({
  name: null,
  text: document.text,
  title: document.title ?? document.file.replace(/^.*\//, "").replace(/\.\w+$/, ""),
  author: document.author ?? "",
  publisher: document.publisher ?? "",
  language: document.language ?? "",
  date: document.date ?? "",
  url: document.url ?? "",
  remarks: document.reading.remarks,
});

/** What one key puts on record: null where something has to be asked first. */
export function readyAttachment({ statement, document }: ReviewItem): Attachment | null {
  const own = proposed(statement, openDocument(document));
  if (own.speaker === "" || own.date === "" || !isOwnPosition(statement)) return null;
  // What hangs on a condition and speaks to an issue is a person's to place.
  if (statement.stance.condition !== null && own.stances.length > 0) return null;
  // A position is shown beside it, and nobody is known to hold it: a person says who does.
  if (statement.suggestions[0]?.option && toldOf(statement) === null) return null;
  // Without an option it is evidence, and takes no position.
  return isComplete(own) ? own : evidenceOf(own);
}

/** As evidence alone: it was said, and takes no position. */
const evidenceOf = (attachment: Attachment): Attachment => ({ ...attachment, stances: [] });

/** How sure a statement must be to go on record together with others. */
const SURE = 0.9;

/**
 * What many can be put on record at once as: only words between quotation marks, or of a transcript or a formal text, by a speaker
 * who is surely theirs, and as evidence. Which position they take is for a person to say, one by one.
 */
export function sureOnes(items: readonly ReviewItem[]): readonly Accepted[] {
  return items.flatMap((item) => {
    const { statement, document } = item;
    const own = proposed(statement, openDocument(document));
    const isSure = statement.confidence >= SURE && SURE_KINDS.has(statement.kind) && statement.by === undefined;
    if (!isSure || own.speaker === "" || own.date === "" || !isOwnPosition(statement)) return [];
    return [{ item, statement, attachment: evidenceOf(own) }];
  });
}

const SURE_KINDS: ReadonlySet<ReadStatement["kind"]> = new Set(["direct", "clause", "own"]);

/** A statement that goes on record, and the item that it came from: some of its words, or all. */
export interface Accepted {
  readonly item: ReviewItem;
  readonly statement: ReadStatement;
  readonly attachment: Attachment;
}

export interface Acceptance {
  /** Of the statements, as they are written. */
  readonly ids: readonly string[];
  /** Texts to keep, by the name of their source. */
  readonly documents: readonly { readonly name: string; readonly text: string }[];
  readonly source: FieldEdit | null;
  readonly record: FieldEdit;
}

/**
 * What is written where statements go on record: their documents as sources, once each, and the statements.
 * @param kept names of documents that are taken
 */
export function acceptanceOf(
  negotiation: Case,
  accepted: readonly Accepted[],
  kept: readonly string[],
  words: Wording["statements"],
): Acceptance {
  let sources = negotiation.sources;
  const names = new Map<string, string>();
  const documents: { name: string; text: string }[] = [];
  const added: FieldEdit["changes"][number][] = [];
  const nameOf = (document: InboxDocument): string => {
    const digest = digestOf(document.text);
    const known = names.get(document.bytes) ?? sources.find((one) => one.digest === digest)?.id;
    if (known !== undefined) return known;
    const { name, edit } = sourceEdit(
      { sources },
      openDocument(document),
      [...kept, ...names.values()],
      words.document,
    );
    added.push(...edit.changes);
    sources = [...sources, { id: name, title: name, publisher: null, date: null, url: null, document: name, digest }];
    names.set(document.bytes, name);
    documents.push({ name, text: document.text });
    return name;
  };
  const { ids, changes } = recordChanges(
    negotiation,
    accepted.map(({ item, statement, attachment }) => {
      const source = nameOf(item.document);
      // Other papers give the whole of the words, and so any part of them.
      const witnesses = [...new Set(item.witnesses.map(({ document }) => nameOf(document)))].filter(
        (one) => one !== source,
      );
      return { statement, attachment, source, witnesses };
    }),
  );
  const [first] = accepted;
  const what =
    accepted.length === 1 && first
      ? words.attach.done(first.attachment.speaker, first.attachment.date)
      : words.review.doneMany(accepted.length);
  return {
    ids,
    documents,
    source:
      added.length === 0 ? null : { what: words.review.sourcesAdded(added.length), file: "case.yaml", changes: added },
    record: { what, file: "record.yaml", changes },
  };
}
