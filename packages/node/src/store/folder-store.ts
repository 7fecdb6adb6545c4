// Cases in a folder: the files are the database.
import { realpath } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { type CaseFile, describeProblem, OBSERVATIONS_FILE } from "@parley/core";
import pLimit from "p-limit";
import { mayWrite, notWritable, refused, textOf } from "./case-file.js";
import { isThere, readCaseFolder } from "./case-folder.js";
import type { CaseEntry, CaseStore, Edit, EditOutcome, FileEdit, StoreEvent } from "./case-store.js";
import { documentNames, documentText, keepDocument } from "./documents.js";
import { findCases, idPart } from "./find-cases.js";
import {
  applied,
  digestOf,
  entryAfter,
  type FileChange,
  fileChange,
  type HistoryEntry,
  HistoryError,
  MOST_FILES,
  readHistory,
  undoable,
} from "./history.js";
import { BusyError, type Held, locked } from "./lock.js";
import { changedText, parseFiles } from "./parsing.js";
import { caseFolderAt } from "./past.js";
import { isCode } from "./plain-file.js";
import { leaveOutOfGit } from "./private-paths.js";
import { scaffold } from "./scaffold.js";
import { stampOf, stampsOf } from "./stamps.js";
import { watchCases } from "./watch.js";
import { writeFolder } from "./write-folder.js";
import { recover, writeThrough } from "./write-through.js";

export interface FolderStoreOptions {
  readonly root: string;
  /** Who edits, for the history. */
  readonly who: string;
  /** The time, for the history. */
  readonly now?: () => Date;
}

const MOST_BYTES = 1024 * 1024;

/** @throws where the folder cannot be read */
export async function openFolderStore({
  root: written,
  who,
  now = () => new Date(),
}: FolderStoreOptions): Promise<CaseStore> {
  const root = await realpath(written);
  const listeners = new Set<(event: StoreEvent) => void>();
  const tell = (event: StoreEvent) => {
    for (const hear of listeners) hear(event);
  };
  /** What this store last wrote, so that its own edits are told from others'. */
  const wrote = new Map<string, string | null>();
  /** Entries of the list, each with the stamps of the files that it was read from. */
  const known = new Map<string, { readonly stamps: string; readonly entry: CaseEntry }>();
  const listed = async (id: string, folder: string): Promise<CaseEntry> => {
    const stamps = JSON.stringify([folder, ...(await stampsOf(folder))]);
    const before = known.get(id);
    if (before?.stamps === stamps) return before.entry;
    const entry = await entryOf(id, folder, root);
    known.set(id, { stamps, entry });
    return entry;
  };
  const queues = new Map<string, ReturnType<typeof pLimit>>();
  /** One edit of a case at a time. */
  const inTurn = async <T>(id: string, work: (folder: string) => Promise<T>): Promise<T | null> => {
    const folder = (await findCases(root)).get(id);
    if (folder === undefined) return null;
    const queue = queues.get(id) ?? pLimit(1);
    queues.set(id, queue);
    return await queue(() => work(folder));
  };
  /** As `inTurn`, for work that writes: no other program of ours writes meanwhile, and nothing leads elsewhere. */
  const writing = (
    id: string,
    files: readonly string[],
    work: (folder: string, held: Held) => Promise<EditOutcome>,
  ): Promise<EditOutcome | null> =>
    inTurn(id, async (folder): Promise<EditOutcome> => {
      const unfit = await notWritable(folder, root, files.filter(mayWrite));
      if (unfit) return unfit;
      await leaveOutOfGit(folder);
      try {
        return await locked(join(folder, ".parley"), (held) => work(folder, held));
      } catch (error) {
        if (error instanceof BusyError || error instanceof HistoryError) return refused(error.message);
        throw error;
      }
    });
  const enter = (history: readonly HistoryEntry[], rest: Pick<HistoryEntry, "what" | "files" | "undoes" | "redoes">) =>
    entryAfter(history.at(-1)?.n ?? 0, { at: now().toISOString(), who, ...rest });
  const commit = async (
    id: string,
    folder: string,
    entry: HistoryEntry,
    texts: readonly (string | null)[],
    held: Held,
  ): Promise<EditOutcome> => {
    const overtaken = await writeThrough(folder, root, entry, texts, held);
    if (overtaken) return overtaken;
    entry.files.forEach(({ file }, place) => {
      wrote.set(join(folder, file), texts[place] ?? null);
    });
    tell({ case: id, files: entry.files.map(({ file }) => file), outside: false });
    return { kind: "done", entry } as const;
  };
  const back = (id: string, which: "undo" | "redo") =>
    writing(id, [], async (folder, held): Promise<EditOutcome> => {
      const history = await readHistory(folder);
      const target = undoable(history)[which];
      if (!target) return refused(which === "undo" ? "There is nothing to undo." : "There is nothing to do again.");
      const texts: (string | null)[] = [];
      for (const change of target.files) {
        if (!mayWrite(change.file))
          return refused(`The history names "${change.file}", which is no file of a case. Nothing was done.`);
        const text = await textOf(folder, change.file, root);
        if (typeof text === "object" && text !== null) return text;
        const unfit = await notWritable(folder, root, [change.file]);
        if (unfit) return unfit;
        const made = applied(change, text, which === "undo");
        if (made === undefined)
          return refused(
            `${change.file} was changed by another program since, and ${which === "undo" ? "taking this back" : "doing this again"} would lose that. Nothing was done; the history has what stood there.`,
          );
        texts.push(made);
      }
      const files = target.files.map((change) => (which === "undo" ? turned(change) : change));
      const what = which === "undo" ? `Undone: ${target.what}` : `Done again: ${target.what}`;
      const link = which === "undo" ? { undoes: target.n } : { redoes: target.n };
      return await commit(id, folder, enter(history, { what, files, ...link }), texts, held);
    });
  // Nothing was acknowledged that this could lose; a folder that cannot be written is one to look at only.
  for (const folder of (await findCases(root)).values()) {
    await recover(folder).catch(() => {});
    await leaveOutOfGit(folder).catch(() => {});
  }
  const watcher = await watchCases(root, async ({ folder, file }) => {
    const path = join(folder, file);
    const read = await textOf(folder, file, root);
    const text = typeof read === "string" ? read : null;
    if (wrote.has(path) && wrote.get(path) === text) return;
    wrote.delete(path);
    tell({ case: idOf(folder, root), files: [file], outside: true });
  });
  return {
    list: async () => {
      const found = [...(await findCases(root))];
      const entries = await Promise.all(found.map(([id, folder]) => listed(id, folder)));
      for (const id of known.keys()) if (!found.some(([one]) => one === id)) known.delete(id);
      return entries;
    },
    read: async (id, reader) => {
      const folder = (await findCases(root)).get(id);
      return folder === undefined ? null : await readCaseFolder(folder, reader, root);
    },
    folder: async (id) => {
      const path = (await findCases(root)).get(id);
      if (path === undefined) return null;
      return { path, within: root, stamp: (await stampOf(join(path, OBSERVATIONS_FILE))) ?? "" };
    },
    create: async (id) => {
      if (!/^[A-Za-z0-9][\w-]{0,63}$/.test(id) || (await isThere(join(root, id)))) return false;
      await writeFolder(join(root, id), scaffold(), false);
      return true;
    },
    edit: (id, edit) =>
      writing(
        id,
        edit.files.map(({ file }) => file),
        async (folder, held): Promise<EditOutcome> => {
          const history = await readHistory(folder);
          const made = await newTexts(folder, root, edit);
          if (!("texts" in made)) return made;
          const changes = edit.files.map(({ file }, place) =>
            fileChange(file, made.before[place] ?? null, made.texts[place] ?? null),
          );
          return await commit(id, folder, enter(history, { what: edit.what, files: changes }), made.texts, held);
        },
      ),
    document: (id, name) => inTurn(id, (folder) => documentText(folder, name, root)),
    documents: (id) => inTurn(id, (folder) => documentNames(folder, root)),
    keepDocument: (id, name, text) =>
      inTurn(id, async (folder) => {
        if (await notWritable(folder, root, [])) return false;
        await leaveOutOfGit(folder);
        return await keepDocument(folder, name, text, root).catch((error: unknown) => {
          if (isCode(error, "ELOOP")) return false;
          throw error;
        });
      }),
    history: (id) => inTurn(id, readHistory),
    past: (id, day) => inTurn(id, (folder) => caseFolderAt(folder, day, root)),
    undo: (id) => back(id, "undo"),
    redo: (id) => back(id, "redo"),
    listen: (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    close: () => watcher.close(),
  };
}

/** By which a case folder is found, whether it still is there or not. */
const idOf = (folder: string, root: string): string =>
  relative(root, folder).split(sep).filter(Boolean).map(idPart).join(":") || idPart(basename(root));

async function entryOf(id: string, folder: string, root: string): Promise<CaseEntry> {
  const { files, problems } = await readCaseFolder(folder, null, root);
  const parsed = await parseFiles(files);
  const errors = [...problems, ...parsed.problems].filter(({ severity }) => severity === "error").length;
  return parsed.ok && errors === 0
    ? { id, title: parsed.value.title, asOf: parsed.value.asOf, problems: 0 }
    : { id, title: id, asOf: null, problems: errors };
}

/** A change made backwards, as a change of its own. */
const turned = ({ file, before, after, at, took, put }: FileChange): FileChange => ({
  file,
  before: after,
  after: before,
  at,
  took: put,
  put: took,
});

type NewTexts = { readonly before: readonly (string | null)[]; readonly texts: readonly (string | null)[] };

/** What every file of an edit is to hold; or why nothing is to be written. */
async function newTexts(folder: string, root: string, { files }: Edit): Promise<NewTexts | EditOutcome> {
  const [before, texts]: [(string | null)[], (string | null)[]] = [[], []];
  const unfit = unfitFiles(files);
  if (unfit) return refused(unfit);
  for (const edit of files) {
    const now = await textOf(folder, edit.file, root);
    if (typeof now === "object" && now !== null) return now;
    const base = now === null ? null : digestOf(now);
    if (base !== edit.base) return { kind: "conflict", file: edit.file, now };
    const made = await textAfter(edit, now);
    if (typeof made !== "string" && made !== null) return made;
    if (made !== null && /\p{Cs}/u.test(made))
      return refused(`${edit.file} would hold half a character, which no file can. Take it out.`);
    if (made !== null && Buffer.byteLength(made) > MOST_BYTES)
      return refused(`${edit.file} would have more than 1 MiB, the limit for a case file.`);
    before.push(now);
    texts.push(made);
  }
  const broken = files.some(({ changes }) => changes) ? await brokenBy(folder, root, files, texts) : [];
  return broken.length > 0 ? refused(...broken) : { before, texts };
}

/** Why files cannot be written together, before any of them is looked at. */
function unfitFiles(files: readonly FileEdit[]): string | null {
  const stray = files.find(({ file }) => !mayWrite(file));
  if (stray) return `"${stray.file}" is no file of a case that can be written.`;
  if (files.length > MOST_FILES) return `One edit may change ${MOST_FILES} files; this one names ${files.length}.`;
  // On some drives two names that differ in capitals are one file.
  const names = files.map(({ file }) => file.toLowerCase());
  const twice = files.find((_, at) => names.indexOf(names[at] ?? "") !== at);
  return twice ? `This edit names ${twice.file} twice. Make it one change of that file.` : null;
}

async function textAfter({ file, text, changes }: FileEdit, now: string | null): Promise<string | null | EditOutcome> {
  if (!changes) return text ?? null;
  const made = await changedText(now ?? "", changes);
  return made.ok ? made.value : refused(...made.reasons.map((reason) => `${file}: ${reason}`));
}

/** Problems that a case in order would have after its fields were changed. As text it may be broken for a while. */
async function brokenBy(
  folder: string,
  root: string,
  edits: readonly FileEdit[],
  texts: readonly (string | null)[],
): Promise<string[]> {
  const { files } = await readCaseFolder(folder, null, root);
  if (!(await parseFiles(files)).ok) return [];
  const changed = new Map(edits.map(({ file }, place) => [file, texts[place] ?? null]));
  const kept: CaseFile[] = files.filter(({ path }) => !changed.has(path));
  for (const [path, text] of changed) if (text !== null) kept.push({ path, text });
  const parsed = await parseFiles(kept);
  return parsed.ok ? [] : parsed.problems.filter(({ severity }) => severity === "error").map(describeProblem);
}
