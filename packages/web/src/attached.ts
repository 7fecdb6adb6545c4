// How a statement that was found in a document goes on record, with its source and the place of its words.
import type { Case, ReadStatement } from "@parley/core";
import type { QueryClient } from "@tanstack/react-query";
import { api } from "./api.js";
import { written } from "./interests-file.js";
import { nameFor } from "./name-for.js";
import type { FieldEdit } from "./parts/unsaved.js";

/** A document on the page: its text, and what is said of it. */
export interface OpenDocument {
  /** Under which it is kept; null until a statement of it is on record. */
  readonly name: string | null;
  readonly text: string;
  readonly title: string;
  readonly publisher: string;
  /** ISO day, month or year; empty where it is not known. */
  readonly date: string;
  readonly url: string;
  readonly remarks: readonly string[];
}

/** What a person settled of a statement. */
export interface Attachment {
  readonly speaker: string;
  readonly role: string;
  readonly party: string;
  readonly about: string;
  readonly issue: string;
  readonly option: string;
  readonly date: string;
  readonly says: string;
}

/** The words of a statement: its stretches, or, for what is reported, the report. */
export const spansOf = ({ segments, content }: ReadStatement) => (segments.length > 0 ? segments : content);

/** What the form proposes. */
export function proposed(statement: ReadStatement, document: OpenDocument): Attachment {
  const { speaker, party, suggestions, dates, content } = statement;
  const beside = dates.find(
    (one) => one.date?.length === 10 && !content.some(({ start, end }) => start <= one.start && one.end <= end),
  );
  const first = suggestions[0];
  return {
    speaker: speaker?.name ?? "",
    role: speaker?.role ?? "",
    party: party ?? "",
    about: party ?? "",
    issue: party && first ? first.issue : "",
    option: party && first ? (first.option ?? "") : "",
    date: beside?.date ?? document.date,
    says: statement.kind === "direct" ? `“${statement.quote}”` : statement.quote,
  };
}

/** The document's text on the disk, and its source in case.yaml. @returns the source's id, and the edit that adds it */
export async function keptSource(
  client: QueryClient,
  id: string,
  { sources }: Case,
  document: OpenDocument,
): Promise<{ readonly source: string; readonly name: string; readonly edit: FieldEdit | null }> {
  const known = document.name === null ? undefined : sources.find((one) => one.document === document.name);
  if (known && document.name !== null) return { source: known.id, name: document.name, edit: null };
  const { documents } = await api.documents(id);
  const taken = new Set([...documents, ...sources.map((one) => one.id)]);
  const name = nameFor(`${document.title} ${document.date}`, taken, "document");
  await api.keepDocument(id, name, document.text);
  client.setQueryData(["document", id, name], { text: document.text });
  const { title, publisher, date, url } = document;
  const value = {
    id: name,
    title: title || "A document without a title",
    ...(publisher && { publisher }),
    ...(date && { date }),
    ...(url && { url }),
    document: name,
  };
  const what = `Source “${value.title}” added`;
  return {
    source: name,
    name,
    edit: { what, file: "case.yaml", changes: [{ path: ["sources", sources.length], value }] },
  };
}

/** The statement as record.yaml has it. */
export function recordEdit(
  { statements }: Case,
  statement: ReadStatement,
  { speaker, role, party, about, issue, option, date, says }: Attachment,
  source: string,
): { readonly id: string; readonly edit: FieldEdit } {
  const id = nameFor(`${speaker} ${date}`, new Set(statements.map((one) => one.id)), "statement");
  const value = {
    id,
    date,
    speaker,
    ...(role && { role }),
    ...(party && { party }),
    ...(about && { about }),
    ...(issue && option && about && { stances: [{ issue, option: written(option) }] }),
    says,
    words: { quote: statement.quote, spans: spansOf(statement).map(({ start, end }) => [start, end]) },
    source,
  };
  const what = `${speaker}, ${date}, put on record`;
  return { id, edit: { what, file: "record.yaml", changes: [{ path: ["statements", statements.length], value }] } };
}
