// The inbox of a case on the page: what waits there, documents that are added, and what is decided.

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { InboxChange, InboxDocument } from "parley/contract";
import { ApiFailure, api } from "./api.js";
import { say } from "./controls/toast.js";
import { queryKeys } from "./query-keys.js";

export function useInbox(id: string): readonly InboxDocument[] | null {
  const inbox = useQuery({ queryKey: queryKeys.inbox(id), queryFn: () => api.inbox(id) });
  return inbox.data?.documents ?? null;
}

/** Notes decisions, on the page at once and on the disk: by document, by statement. */
export function useDecide(
  id: string,
): (
  decisions: readonly (readonly [bytes: string, statement: string, decision: "accepted" | "rejected" | null])[],
) => Promise<void> {
  const client = useQueryClient();
  return async (decisions) => {
    const by = new Map<string, Record<string, "accepted" | "rejected" | null>>();
    for (const [bytes, statement, decision] of decisions) by.set(bytes, { ...by.get(bytes), [statement]: decision });
    client.setQueryData(
      queryKeys.inbox(id),
      (before: { readonly documents: readonly InboxDocument[] } | undefined) =>
        before && { documents: before.documents.map((one) => decidedIn(one, by.get(one.bytes))) },
    );
    const documents = client.getQueryData<{ readonly documents: readonly InboxDocument[] }>(
      queryKeys.inbox(id),
    )?.documents;
    const failed = new Set<string>();
    for (const [bytes, decided] of by) {
      const anew = documents?.find((one) => one.bytes === bytes)?.anew ?? 0;
      try {
        await api.decide(id, bytes, { decided, anew });
      } catch (error) {
        failed.add(error instanceof ApiFailure ? error.reasons.join(" ") : String(error));
      }
    }
    if (failed.size === 0) return;
    // One was read anew, or is gone: what stands on the page is no longer so. The others are decided all the same.
    await client.invalidateQueries({ queryKey: queryKeys.inbox(id) });
    say([...failed].join(" "));
  };
}

/** Writes what a person put right of a document. @returns whether it is on the disk */
export function usePutRight(
  id: string,
): (document: InboxDocument, about: NonNullable<InboxChange["about"]>) => Promise<boolean> {
  const client = useQueryClient();
  return async ({ bytes, anew }, about) => {
    try {
      await api.decide(id, bytes, { decided: {}, anew, about });
      await client.invalidateQueries({ queryKey: queryKeys.inbox(id) });
      return true;
    } catch (error) {
      await client.invalidateQueries({ queryKey: queryKeys.inbox(id) });
      say(error instanceof ApiFailure ? error.reasons.join(" ") : String(error));
      return false;
    }
  };
}

function decidedIn(
  document: InboxDocument,
  decisions: Readonly<Record<string, "accepted" | "rejected" | null>> | undefined,
): InboxDocument {
  if (!decisions) return document;
  const decided = new Map(Object.entries(document.decided));
  for (const [statement, decision] of Object.entries(decisions))
    if (decision === null) decided.delete(statement);
    else decided.set(statement, decision);
  return { ...document, decided: Object.fromEntries(decided) };
}

export interface Given {
  readonly name: string;
  readonly file: Blob;
}

export interface Came {
  readonly read: number;
  readonly again: number;
  readonly statements: number;
  readonly reasons: readonly string[];
}

/** Sends documents two at a time, and tells how far it is. What cannot be read is said, and the rest goes on. */
export async function addToInbox(
  id: string,
  given: readonly Given[],
  tell: (done: number, file: string) => void,
): Promise<Came> {
  let [read, again, statements, done, next] = [0, 0, 0, 0, 0];
  const reasons: string[] = [];
  const worker = async (): Promise<void> => {
    for (let one = given[next++]; one; one = given[next++]) {
      tell(done, one.name);
      try {
        const came = await api.addToInbox(id, one.name, one.file);
        read += came.read.length;
        again += came.again.length;
        statements += came.read.reduce((sum, document) => sum + document.statements, 0);
        reasons.push(...came.reasons);
      } catch (error) {
        reasons.push(...(error instanceof ApiFailure ? error.reasons : [`${one.name}: ${String(error)}`]));
      }
      tell(++done, one.name);
    }
  };
  await Promise.all([worker(), worker()]);
  return { read, again, statements, reasons };
}

/** The files of what was dropped, those of folders too, with their paths. */
export async function filesDropped(transfer: DataTransfer): Promise<Given[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found: Given[] = [];
  const visit = async (entry: FileSystemEntry): Promise<void> => {
    if (entry.name.startsWith(".")) return;
    if (entry.isFile) {
      const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
      found.push({ name: entry.fullPath.replace(/^\//, ""), file });
      return;
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return;
      for (const one of some) await visit(one);
    }
  };
  for (const entry of entries) await visit(entry);
  return found;
}

export const filesChosen = (files: FileList): Given[] =>
  [...files].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
