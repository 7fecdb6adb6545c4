// What an assistant proposes: statements of a text, whose words stand in it letter for letter. They wait in the inbox for a person.
import { fromOther, type Reading, type ReadStatement } from "@parley/core/internal";
import { readStatements } from "../documents/index.js";
import { digestOfBytes } from "../inbox/index.js";
import type { Cases, InboxDocument } from "../store/index.js";
import type { McpWords, Proposal } from "./tools.js";

/** How many statements were proposed since the server was started, by the digest of their text. */
export type Proposed = Map<string, number>;

/** Of one text. */
const MOST_OF_TEXT = 500;
const TEXT = new TextEncoder();

/**
 * Puts the statements of a proposal into the inbox of a case, beside what Parley itself reads in the text.
 * What it answers does not depend on what the inbox holds, which the assistant may not see.
 * @returns why nothing was proposed; null where it was
 */
export async function propose(
  words: McpWords,
  cases: Cases,
  before: Proposed,
  { case: id, name, text, date: said, statements }: Proposal,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  const date = said ?? null;
  const found = fromOther(
    text,
    statements.map((one) => JSON.stringify(one)),
    words.by,
  );
  if (found.dropped.length > 0) return found.dropped;
  const bytes = digestOfBytes(TEXT.encode(text));
  const count = (before.get(bytes) ?? 0) + statements.length;
  if (count > MOST_OF_TEXT) return [words.tooManyOfText(MOST_OF_TEXT)];
  const read = await readStatements(name, { text, date, author: null, negotiation: null }, signal);
  if (!read.ok) return read.reasons;
  const reading = { ...read.value, statements: [...read.value.statements, ...found.statements.map(named)] };
  if (!(await cases.proposeInbox(id, entry(bytes, name, text, date, reading)))) return [words.notKept];
  before.set(bytes, count);
  return null;
}

const entry = (bytes: string, name: string, text: string, date: string | null, reading: Reading): InboxDocument => ({
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

/** The same words of the same text, said by the same to the same end, have the same name, however often they are proposed. */
function named(statement: ReadStatement): ReadStatement {
  const [{ start, end } = { start: 0, end: 0 }] = statement.segments;
  const { speaker, stance } = statement;
  const whose = digestOfBytes(TEXT.encode(JSON.stringify([speaker?.name, speaker?.role, stance.act]))).slice(0, 8);
  return { ...statement, id: `${statement.by ?? ""}-${start}-${end}-${whose}` };
}
