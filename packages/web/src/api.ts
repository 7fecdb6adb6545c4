// What the server is asked. Every failure is an `ApiFailure` that says what went wrong in words for the person.
import type {
  CaseFiles,
  CaseList,
  Conflict,
  DocumentText,
  EditRequest,
  Failure,
  History,
  HistoryEntry,
  Inbox,
  InboxChange,
  InboxRead,
  Job,
  JobRequest,
  JobTask,
  MadeCase,
  NewCase,
  RoomOpened,
  SearchFound,
  SourcesAdded,
  TemplateList,
  TrashList,
} from "parley/contract";
import { caseAt } from "./addresses.js";
import { spoken } from "./spoken.js";

export class ApiFailure extends Error {
  readonly status: number;
  readonly reasons: readonly string[];
  /** What stands in the file that was changed meanwhile. */
  readonly conflict: Conflict | null;
  constructor(status: number, { reasons, ...more }: Failure) {
    super(reasons.join(" "));
    this.status = status;
    this.reasons = reasons;
    this.conflict = status === 409 && "file" in more ? ({ reasons, ...more } as Conflict) : null;
  }
}

async function ask<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, {
    method,
    keepalive: method === "DELETE",
    ...(body instanceof Blob && { body, headers: { "content-type": "application/octet-stream" } }),
    ...(body !== undefined &&
      !(body instanceof Blob) && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiFailure(0, { reasons: [spoken.shell.noAnswer] });
  });
  if (response.status === 204) return undefined as T;
  if (response.ok && !response.headers.get("content-type")?.includes("json")) return (await response.blob()) as T;
  const answer: unknown = await response.json().catch(() => ({ reasons: [spoken.shell.answered(response.status)] }));
  if (!response.ok) throw new ApiFailure(response.status, answer as Failure);
  return answer as T;
}

export const api = {
  openRoom: (id: string) => ask<RoomOpened>("POST", `${caseAt(id)}/rooms`),
  list: () => ask<CaseList>("GET", "/api/cases"),
  create: (one: NewCase) => ask<MadeCase>("POST", "/api/cases", one),
  copy: (id: string, title: string) => ask<MadeCase>("POST", `${caseAt(id)}/copies`, { title }),
  trash: (id: string) => ask<{ readonly name: string }>("DELETE", caseAt(id)),
  archive: (id: string) => ask<MadeCase>("POST", `${caseAt(id)}/archive`),
  zip: (id: string) => ask<Blob>("GET", `${caseAt(id)}/zip`),
  unzip: (file: File) => ask<MadeCase>("POST", `/api/zips?name=${encodeURIComponent(file.name)}`, file),
  workbook: (name: string, rows: readonly (readonly string[])[]) =>
    ask<Blob>("POST", "/api/tables", { name: name.slice(0, 200) || "table", rows }),
  trashed: () => ask<TrashList>("GET", "/api/trash"),
  restore: (name: string) => ask<TrashList>("POST", "/api/trash/restore", { name }),
  emptyTrash: () => ask<void>("DELETE", "/api/trash"),
  templates: () => ask<TemplateList>("GET", "/api/templates"),
  read: (id: string, reader: string | null) =>
    ask<CaseFiles>("GET", `${caseAt(id)}${reader === null ? "" : `?reader=${encodeURIComponent(reader)}`}`),
  edit: (id: string, edit: EditRequest) => ask<HistoryEntry>("POST", `${caseAt(id)}/edits`, edit),
  documents: (id: string) => ask<{ readonly documents: readonly string[] }>("GET", `${caseAt(id)}/documents`),
  document: (id: string, name: string) => ask<{ readonly text: string }>("GET", `${caseAt(id)}/documents/${name}`),
  keepDocument: (id: string, name: string, text: string) =>
    ask<void>("PUT", `${caseAt(id)}/documents/${name}`, { text }),
  textOf: (file: File) => ask<DocumentText>("POST", `/api/documents?name=${encodeURIComponent(file.name)}`, file),
  inbox: (id: string) => ask<Inbox>("GET", `${caseAt(id)}/inbox`),
  addToInbox: (id: string, name: string, file: Blob) =>
    ask<InboxRead>("POST", `${caseAt(id)}/inbox?name=${encodeURIComponent(name.slice(-500))}`, file),
  decide: (id: string, bytes: string, change: InboxChange) => ask<void>("POST", `${caseAt(id)}/inbox/${bytes}`, change),
  search: (id: string, query: string, most: number, signal: AbortSignal) =>
    ask<SearchFound>("POST", `${caseAt(id)}/search`, { query, most }, signal),
  addSources: (id: string, file: File) =>
    ask<SourcesAdded>("POST", `${caseAt(id)}/sources?name=${encodeURIComponent(file.name.slice(-300))}`, file),
  past: (id: string, day: string) => ask<CaseFiles>("GET", `${caseAt(id)}/past/${day}`),
  history: (id: string) => ask<History>("GET", `${caseAt(id)}/history`),
  undo: (id: string) => ask<HistoryEntry>("POST", `${caseAt(id)}/undo`),
  redo: (id: string) => ask<HistoryEntry>("POST", `${caseAt(id)}/redo`),
  start: <N extends JobTask>(id: string, request: JobRequest<N>) => ask<Job<N>>("POST", `${caseAt(id)}/jobs`, request),
  job: <N extends JobTask>(id: string) => ask<Job<N>>("GET", `/api/jobs/${id}`),
  leave: (id: string) => ask<void>("DELETE", `/api/jobs/${id}`),
  session: (token: string) => ask<void>("POST", "/api/session", { token }),
};
