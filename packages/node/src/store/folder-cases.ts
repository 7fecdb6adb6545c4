// Cases in folders: the files are the database.
import { join } from "node:path";
import pLimit from "p-limit";
import { caseText, notWritable, textOf } from "./case-file.js";
import { readCaseFolder } from "./case-folder.js";
import type { Cases, EditOutcome } from "./case-store.js";
import { documentFile, documentNames, documentText, keepDocument } from "./documents.js";
import { type CaseBefore, type Made, type Maker, madeBack, madeOf, mayWrite, refused } from "./edits.js";
import { findCases } from "./find-cases.js";
import { HISTORY_FILE, type HistoryEntry, HistoryError, readHistory } from "./history.js";
import { decideInbox, inboxDigests, inboxOf, inboxStamp, keepInbox, proposeInbox } from "./inbox.js";
import { BusyError, locked } from "./lock.js";
import { maySee } from "./may-see.js";
import { caseObservations } from "./observations.js";
import { caseFolderAt } from "./past.js";
import { isCode } from "./plain-file.js";
import { leaveOutOfGit } from "./private-paths.js";
import { scaffold } from "./scaffold.js";
import { writeFolder } from "./write-folder.js";
import { recover, writeThrough } from "./write-through.js";

export interface Folders {
  /** The folder of a case; null where there is no such case. */
  readonly folderOf: (id: string) => Promise<string | null>;
  /** What links must not lead out of; null: they may lead anywhere. */
  readonly root: string | null;
  /** Who edits, for the history. */
  readonly who: string;
  /** The time, for the history. */
  readonly now: () => Date;
  /** Done before a folder is written to, where it was not done for all of them at the start. */
  readonly begin?: (folder: string) => Promise<void>;
  /** Hears of every edit that was made. */
  readonly wrote?: (id: string, folder: string, made: Made) => void;
}

/** Cases by the paths of their folders, as a person at this machine names them. */
export const casesByPath = (who: string): Cases => ({
  ...folderCases({
    folderOf: async (path) => path,
    root: null,
    who,
    now: () => new Date(),
    begin: (folder) => recover(folder).catch(() => {}),
  }),
  create: async (path, files = scaffold()) => {
    await writeFolder(path, files);
    return true;
  },
});

/** The cases of a folder by their ids; no link leads out of it. None is made. */
export const casesIn = (root: string, who: string): Cases => ({
  ...folderCases({
    folderOf: async (id) => (await findCases(root)).get(id) ?? null,
    root,
    who,
    now: () => new Date(),
    begin: (folder) => recover(folder).catch(() => {}),
  }),
  create: async () => false,
});

/** What can be done with cases that are there, by their folders. */
export function folderCases(folders: Folders): Omit<Cases, "create"> {
  const turn = turnsIn(folders);
  return {
    ...reading(folders),
    ...documents(folders, turn),
    ...inbox(folders, turn),
    ...history(folders, turn),
    ...editing(folders, turn),
  };
}

type Turn = <T>(id: string, work: (folder: string) => Promise<T>) => Promise<T | null>;

/** One work on a case at a time. */
function turnsIn({ folderOf }: Folders): Turn {
  const queues = new Map<string, ReturnType<typeof pLimit>>();
  return async (id, work) => {
    const folder = await folderOf(id);
    if (folder === null) return null;
    const queue = queues.get(id) ?? pLimit(1);
    queues.set(id, queue);
    return await queue(() => work(folder));
  };
}

function reading({ folderOf, root }: Folders): Pick<Cases, "read" | "text" | "observations"> {
  const ofCase = async <T>(id: string, work: (folder: string) => Promise<T | null>): Promise<T | null> => {
    const folder = await folderOf(id);
    return folder === null ? null : await work(folder);
  };
  return {
    read: (id, reader) => ofCase(id, (folder) => readCaseFolder(folder, reader, root)),
    text: (id, file, reader) =>
      ofCase(id, async (folder) =>
        mayWrite(file) && maySee(file, reader) ? await caseText(folder, file, root) : null,
      ),
    observations: (id, reader) => ofCase(id, (folder) => caseObservations(folder, reader, root)),
  };
}

function documents({ root }: Folders, turn: Turn): Pick<Cases, "document" | "documents" | "keepDocument"> {
  return {
    document: (id, name, reader) =>
      turn(id, async (folder) =>
        maySee(documentFile(name), reader) ? await documentText(folder, name, root ?? folder) : null,
      ),
    documents: (id, reader) =>
      turn(id, async (folder) =>
        (await documentNames(folder, root ?? folder)).filter((name) => maySee(documentFile(name), reader)),
      ),
    keepDocument: (id, name, text) =>
      turn(id, async (folder) => {
        if (await notWritable(folder, root, [])) return false;
        await leaveOutOfGit(folder);
        return await keepDocument(folder, name, text, root ?? folder).catch((error: unknown) => {
          if (isCode(error, "ELOOP")) return false;
          throw error;
        });
      }),
  };
}

function inbox(
  { root }: Folders,
  turn: Turn,
): Pick<Cases, "inbox" | "inboxKnown" | "inboxStamp" | "keepInbox" | "proposeInbox" | "decideInbox"> {
  return {
    inbox: (id, reader) =>
      turn(id, async (folder) => (maySee(documentFile("inbox"), reader) ? await inboxOf(folder, root ?? folder) : [])),
    inboxKnown: (id) => turn(id, (folder) => inboxDigests(folder, root ?? folder)),
    inboxStamp: (id) => turn(id, (folder) => inboxStamp(folder, root ?? folder)),
    keepInbox: (id, document) =>
      turn(id, async (folder) => {
        if (await notWritable(folder, root, [])) return false;
        await leaveOutOfGit(folder);
        await keepInbox(folder, document);
        return true;
      }),
    proposeInbox: (id, document) =>
      turn(id, async (folder) => {
        if (await notWritable(folder, root, [])) return false;
        await leaveOutOfGit(folder);
        return await alone(folder, () => proposeInbox(folder, document, root ?? folder));
      }),
    decideInbox: (id, bytes, change) =>
      turn(id, async (folder) => {
        if (await notWritable(folder, root, [])) return "absent";
        return await alone(folder, () => decideInbox(folder, bytes, change, root ?? folder));
      }),
  };
}

/** While no other program of ours writes to the case. */
const alone = <T>(folder: string, work: () => Promise<T>): Promise<T> => locked(join(folder, ".parley"), work);

function history({ root }: Folders, turn: Turn): Pick<Cases, "history" | "past"> {
  return {
    history: (id, reader) =>
      turn(id, async (folder) => (maySee(HISTORY_FILE, reader) ? await readHistory(folder) : [])),
    past: (id, day, reader) =>
      turn(id, async (folder) =>
        maySee(HISTORY_FILE, reader) ? await caseFolderAt(folder, day, root) : "its history is its owner's alone",
      ),
  };
}

function editing(folders: Folders, turn: Turn): Pick<Cases, "edit" | "undo" | "redo"> {
  const write = (
    id: string,
    files: readonly string[],
    making: (standing: CaseBefore, maker: Maker) => Promise<Made | EditOutcome>,
  ) => turn(id, (folder) => written(folders, id, folder, files, making));
  return {
    edit: (id, edit) =>
      write(
        id,
        edit.files.map(({ file }) => file),
        (standing, maker) => madeOf(standing, edit, maker),
      ),
    undo: (id) => write(id, [], (standing, maker) => madeBack(standing, "undo", maker)),
    redo: (id) => write(id, [], (standing, maker) => madeBack(standing, "redo", maker)),
  };
}

/** Makes an edit and writes it, while no other program of ours writes; nothing on the way leads elsewhere. */
async function written(
  folders: Folders,
  id: string,
  folder: string,
  files: readonly string[],
  making: (standing: CaseBefore, maker: Maker) => Promise<Made | EditOutcome>,
): Promise<EditOutcome> {
  const { root, who, now, begin, wrote } = folders;
  const unfit = await notWritable(folder, root, files.filter(mayWrite));
  if (unfit) return unfit;
  await leaveOutOfGit(folder);
  await begin?.(folder);
  try {
    return await locked(join(folder, ".parley"), async (held) => {
      const standing = standingIn(folder, root, await readHistory(folder));
      const made = await making(standing, { who, at: now().toISOString() });
      if (!("entry" in made) || !("texts" in made)) return made;
      const overtaken = await writeThrough(folder, root, made.entry, made.texts, held);
      if (overtaken) return overtaken;
      wrote?.(id, folder, made);
      return { kind: "done", entry: made.entry };
    });
  } catch (error) {
    if (error instanceof BusyError || error instanceof HistoryError) return refused(error.message);
    throw error;
  }
}

const standingIn = (folder: string, root: string | null, entries: readonly HistoryEntry[]): CaseBefore => ({
  text: async (file) => {
    const text = await textOf(folder, file, root);
    return typeof text === "object" && text !== null ? text : ((await notWritable(folder, root, [file])) ?? text);
  },
  files: async () => (await readCaseFolder(folder, null, root))?.files ?? [],
  history: entries,
});
