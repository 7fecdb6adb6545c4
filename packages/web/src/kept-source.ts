// A document that was read, kept under the case and named as a source of it.
import type { Case, Wording } from "@parley/core/internal";
import type { QueryClient } from "@tanstack/react-query";
import { api } from "./api.js";
import { type OpenDocument, sourceEdit } from "./attached.js";
import { digestOf } from "./digest.js";
import type { FieldEdit } from "./parts/unsaved-edits.js";
import { queryKeys } from "./query-keys.js";

/** The document's text on the disk, and its source in case.yaml. @returns the source's id, and the edit that adds it */
export async function keptSource(
  client: QueryClient,
  id: string,
  negotiation: Case,
  document: OpenDocument,
  words: Wording["statements"]["document"],
): Promise<{ readonly source: string; readonly edit: FieldEdit | null }> {
  const digest = digestOf(document.text);
  const known = negotiation.sources.find((one) =>
    document.name === null ? one.document !== null && one.digest === digest : one.document === document.name,
  );
  if (known) return { source: known.id, edit: null };
  const { documents } = await api.documents(id);
  const { name, edit } = sourceEdit(negotiation, document, documents, words);
  await api.keepDocument(id, name, document.text);
  client.setQueryData(queryKeys.document(id, name), { text: document.text });
  return { source: name, edit };
}
