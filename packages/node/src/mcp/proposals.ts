// What an assistant proposes: statements of a text, whose words stand in it letter for letter. They wait in the inbox for a person.
import { fromOther, type Reading, type ReadStatement } from "@parley/core/internal";
import { readStatements } from "../documents/index.js";
import { digestOfBytes } from "../inbox/index.js";
import type { Cases, InboxDocument } from "../store/index.js";
import type { McpWords, Proposal } from "./tools.js";

/**
 * Puts the statements of a proposal into the inbox of a case, beside what Parley itself reads in the text.
 * What it answers does not depend on what the inbox holds, which the assistant may not see.
 * @returns why nothing was proposed; null where it was
 */
export async function proposed(
  words: McpWords,
  cases: Cases,
  folder: string,
  { name, text, date, statements }: Proposal,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  const found = fromOther(
    text,
    statements.map((one) => JSON.stringify(one)),
    words.by,
  );
  if (found.dropped.length > 0) return found.dropped;
  const own = found.statements.map(named);
  const bytes = digestOfBytes(new TextEncoder().encode(text));
  const there = (await cases.inbox(folder, null))?.find((one) => one.bytes === bytes);
  const read = await readStatements(name, { text, date: date ?? null, author: null, negotiation: null }, signal);
  if (!read.ok) return read.reasons;
  const document = there ?? entry(bytes, { name, text, date }, read.value);
  const known = new Set(document.reading.statements.map(({ id }) => id));
  const kept = await cases.keepInbox(folder, {
    ...document,
    reading: {
      ...document.reading,
      statements: [...document.reading.statements, ...own.filter(({ id }) => !known.has(id))],
    },
  });
  return kept ? null : [words.notKept];
}

const entry = (
  bytes: string,
  { name, text, date = null }: Pick<Proposal, "name" | "text"> & { readonly date?: string | null | undefined },
  reading: Reading,
): InboxDocument => ({
  bytes,
  file: name,
  title: reading.about.title,
  author: reading.about.author,
  publisher: null,
  language: null,
  url: null,
  date: date ?? reading.about.date,
  dayFrom: date === null && reading.about.date !== null ? "dateline" : null,
  text,
  reading,
  anew: 0,
  decided: {},
});

/** The same words of the same text have the same name, however often they are proposed. */
const named = (statement: ReadStatement): ReadStatement => {
  const [{ start, end } = { start: 0, end: 0 }] = statement.segments;
  return { ...statement, id: `${statement.by ?? ""}-${start}-${end}` };
};
