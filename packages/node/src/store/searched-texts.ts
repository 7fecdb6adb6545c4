// The texts of a case that are searched: what is kept of its sources, and what waits in its inbox.
import type { Case, SearchedText } from "@parley/core/internal";
import type { Cases, InboxDocument } from "./case-store.js";
import { digestOf } from "./history.js";

/** For the owner of a case; empty where there is no such case. A document that is kept and waits too is there once, by its source's name. */
export async function searchedTexts(cases: Cases, id: string, negotiation: Case): Promise<readonly SearchedText[]> {
  const inbox = (await cases.inbox(id, null)) ?? [];
  const waiting = new Map(inbox.map((one) => [digestOf(one.text), one]));
  const texts: SearchedText[] = [];
  for (const { title, date, document } of negotiation.sources) {
    const text = document === null ? null : await cases.document(id, document, null);
    if (text === null || document === null) continue;
    const digest = digestOf(text);
    const own = waiting.get(digest);
    waiting.delete(digest);
    texts.push({ id: document, title, date, text, statements: own ? openIn(own) : [] });
  }
  for (const one of waiting.values())
    texts.push({
      id: one.bytes,
      title: one.title ?? one.file,
      date: one.date,
      text: one.text,
      statements: openIn(one),
    });
  return texts;
}

const openIn = ({ reading, decided }: Pick<InboxDocument, "reading" | "decided">) =>
  reading.statements.filter(({ id, kind }) => decided[id] === undefined && kind !== "term");
