// The library of a case: its sources, and the documents that wait in its inbox, each once, with what is known of it.
import { type Case, type Source, statementsBySource } from "@parley/core/internal";
import type { InboxDocument } from "parley/contract";
import { digestOf } from "../digest.js";
import { reviewItems } from "./review-items.js";

export interface LibraryRow {
  /** Of the case; null for a document of which nothing is on record yet. */
  readonly source: Source | null;
  /** As it was read; null for a source that came in no other way than by hand. */
  readonly waiting: InboxDocument | null;
  readonly title: string;
  readonly day: string;
  readonly publisher: string;
  readonly author: string;
  readonly language: string;
  /** Statements on record, and those that wait for a person. */
  readonly onRecord: number;
  readonly waits: number;
  /** What opens its text; null where none is kept. */
  readonly opens: Readonly<Record<string, string>> | null;
}

/** All of them, the latest first; those without a day before them, for somebody to give them one. */
export function libraryRows(negotiation: Case, inbox: readonly InboxDocument[]): LibraryRow[] {
  const counts = statementsBySource(negotiation);
  const waits = waitingIn(negotiation, inbox);
  const byDigest = new Map(inbox.map((one) => [digestOf(one.text), one]));
  const known = negotiation.sources.map((source): LibraryRow => {
    const waiting = (source.digest && byDigest.get(source.digest)) || null;
    return {
      source,
      waiting,
      title: source.title,
      day: source.date ?? "",
      publisher: source.publisher ?? "",
      author: source.author ?? "",
      language: source.language ?? "",
      onRecord: counts.get(source.id) ?? 0,
      waits: waiting ? (waits.get(waiting.bytes) ?? 0) : 0,
      opens: source.document ? { doc: source.document } : null,
    };
  });
  const taken = new Set(known.flatMap(({ waiting }) => (waiting ? [waiting.bytes] : [])));
  const others = inbox
    .filter(({ bytes }) => !taken.has(bytes))
    .map(
      (waiting): LibraryRow => ({
        source: null,
        waiting,
        title: waiting.title ?? waiting.file,
        day: waiting.date ?? "",
        publisher: waiting.publisher ?? "",
        author: waiting.author ?? "",
        language: waiting.language ?? "",
        onRecord: 0,
        waits: waits.get(waiting.bytes) ?? 0,
        opens: { waits: waiting.bytes },
      }),
    );
  return [...others, ...known].sort((a, b) => ranked(a.day, b.day) || (a.title < b.title ? -1 : 1));
}

const ranked = (a: string, b: string): number => {
  if (a === b) return 0;
  if (a === "" || b === "") return a === "" ? -1 : 1;
  return a < b ? 1 : -1;
};

/** How many statements of each document wait, by its bytes; the same words in several documents count for each. */
function waitingIn(negotiation: Case, inbox: readonly InboxDocument[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { document, witnesses } of reviewItems(inbox, negotiation))
    for (const { bytes } of [document, ...witnesses.map((one) => one.document)])
      counts.set(bytes, (counts.get(bytes) ?? 0) + 1);
  return counts;
}
