// The cases of a folder that is served.
import { realpath, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Case } from "@parley/core/internal";
import { textOf } from "./case-file.js";
import { isThere, readCaseFolder } from "./case-folder.js";
import type { CaseEntry, CaseStore, StoreEvent } from "./case-store.js";
import type { Made } from "./edits.js";
import { findCases, idPart } from "./find-cases.js";
import { folderCases } from "./folder-cases.js";
import { HISTORY_FILE } from "./history.js";
import { parseFiles } from "./parsing.js";
import { leaveOutOfGit } from "./private-paths.js";
import { scaffold } from "./scaffold.js";
import { stampsOf } from "./stamps.js";
import { watchCases } from "./watch.js";
import {
  copyCase,
  emptyTrash,
  isArchived,
  moveToOrFromArchive,
  restoreCase,
  trashCase,
  trashed,
} from "./whole-cases.js";
import { writeFolder } from "./write-folder.js";
import { recover } from "./write-through.js";

export interface FolderStoreOptions {
  readonly root: string;
  /** Who edits, for the history. */
  readonly who: string;
  /** The time, for the history. */
  readonly now?: () => Date;
}

/** What a new folder may be called. */
const CASE_NAME = /^[A-Za-z0-9][\w-]{0,63}$/;

/** @throws where the folder cannot be read */
export async function openFolderStore({
  root: given,
  who,
  now = () => new Date(),
}: FolderStoreOptions): Promise<CaseStore> {
  const root = await realpath(given);
  const news = newsOf(root);
  // Nothing was acknowledged that this could lose; a folder that cannot be written is one to look at only.
  for (const folder of (await findCases(root)).values()) {
    await recover(folder).catch(() => {});
    await leaveOutOfGit(folder).catch(() => {});
  }
  const folderOf = async (id: string) => (await findCases(root)).get(id) ?? null;
  const watcher = await watchCases(root, news.seen);
  return {
    ...folderCases({ folderOf, root, who, now, wrote: news.wrote }),
    list: listOf(root, now),
    create: async (id, files = scaffold()) => {
      if (!CASE_NAME.test(id) || (await isThere(join(root, id)))) return false;
      await writeFolder(join(root, id), files);
      await news.made(id);
      return true;
    },
    copy: async (id, copy, title) => {
      const folder = await folderOf(id);
      if (!folder) return null;
      if (!CASE_NAME.test(copy) || (await isThere(join(root, copy)))) return false;
      await copyCase(folder, join(root, copy), title);
      await news.made(copy);
      return true;
    },
    trash: async (id) => {
      const folder = await folderOf(id);
      if (!folder || folder === root) return null;
      news.goes(folder);
      const name = await trashCase(root, folder);
      await news.made(id);
      return name;
    },
    archive: async (id) => {
      const folder = await folderOf(id);
      if (!folder || folder === root) return null;
      news.goes(folder);
      const place = await moveToOrFromArchive(root, folder);
      const moved = idOf(place, root);
      await news.made(id, folder);
      await news.made(moved, place);
      return moved;
    },
    trashed: () => trashed(root),
    restore: async (name) => {
      const place = await restoreCase(root, name);
      if (place !== null) await news.made(place);
      return place !== null;
    },
    emptyTrash: () => emptyTrash(root),
    listen: news.listen,
    close: () => watcher.close(),
  };
}

interface News extends Pick<CaseStore, "listen"> {
  /** A case stands here, or stands here no more, by this store's own doing. */
  readonly made: (id: string, folder?: string) => Promise<void>;
  /** A folder is about to be moved away by this store. */
  readonly goes: (folder: string) => void;
  /** This store made an edit. */
  readonly wrote: (id: string, folder: string, made: Made) => void;
  /** A file is not what it was; by another program, unless it is as this store last wrote it. */
  readonly seen: (place: { readonly folder: string; readonly file: string }) => Promise<void>;
}

/** So long an own edit takes at most to be noted, once it is on the disk. */
const NOTED_MS = 250;

/** Tells who listens of every change, its own apart from others'. */
function newsOf(root: string): News {
  const listeners = new Set<(event: StoreEvent) => void>();
  const tell = (event: StoreEvent) => {
    for (const hear of listeners) hear(event);
  };
  const last = new Map<string, string | null>();
  const gone = new Set<string>();
  const remember = async (folder: string) => {
    for (const file of (await stampsOf(folder)).keys()) {
      const read = await textOf(folder, file, root);
      last.set(join(folder, file), typeof read === "string" ? read : null);
    }
  };
  return {
    made: async (id, folder = join(root, id)) => {
      gone.delete((await isThere(folder)) ? folder : "");
      await remember(folder);
      tell({ case: id, files: [], outside: false });
    },
    goes: (folder) => {
      gone.add(folder);
    },
    wrote: (id, folder, { entry: { files }, texts }) => {
      files.forEach(({ file }, place) => {
        last.set(join(folder, file), texts[place] ?? null);
      });
      tell({ case: id, files: files.map(({ file }) => file), outside: false });
    },
    seen: async ({ folder, file }) => {
      const path = join(folder, file);
      const read = await textOf(folder, file, root);
      const text = typeof read === "string" ? read : null;
      // What this store moved away is no news.
      if (text === null && gone.has(folder)) return;
      if (last.has(path) && last.get(path) === text) return;
      // An edit of this store's own may be on the disk a moment before it is noted: asked once more.
      await wait(NOTED_MS);
      if (last.has(path) && last.get(path) === text) return;
      last.delete(path);
      tell({ case: idOf(folder, root), files: [file], outside: true });
    },
    listen: (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}

/** Lists the cases; of those whose files have the stamps that they had, as before. */
function listOf(root: string, now: () => Date): CaseStore["list"] {
  const known = new Map<string, { readonly stamps: string; readonly entry: CaseEntry }>();
  const listed = async (id: string, folder: string, today: string): Promise<CaseEntry> => {
    const stamps = JSON.stringify([today, folder, ...(await stampsOf(folder))]);
    const before = known.get(id);
    if (before?.stamps === stamps) return before.entry;
    const entry = await entryOf(id, folder, root, today);
    known.set(id, { stamps, entry });
    return entry;
  };
  return async () => {
    const found = [...(await findCases(root))];
    const today = now().toISOString().slice(0, 10);
    const entries = await Promise.all(found.map(([id, folder]) => listed(id, folder, today)));
    for (const id of known.keys()) if (!found.some(([one]) => one === id)) known.delete(id);
    return entries;
  };
}

/** By which a case folder is found, whether it still is there or not. */
const idOf = (folder: string, root: string): string =>
  relative(root, folder).split(sep).filter(Boolean).map(idPart).join(":") || idPart(basename(root));

/** What is due or takes place first, from a day on. */
const dueFrom = ({ commitments, meetings }: Case, day: string): CaseEntry["due"] =>
  [
    ...commitments.flatMap(({ due, text }) => (due === null ? [] : [{ day: due, what: text }])),
    ...meetings.map(({ from, name }) => ({ day: from, what: name })),
  ]
    .filter((one) => one.day >= day)
    .sort((a, b) => (a.day < b.day ? -1 : 1))[0] ?? null;

async function entryOf(id: string, folder: string, root: string, today: string): Promise<CaseEntry> {
  const { files, problems } = (await readCaseFolder(folder, null, root)) ?? { files: [], problems: [] };
  const parsed = await parseFiles(files);
  const errors = [...problems, ...parsed.problems].filter(({ severity }) => severity === "error").length;
  const around = {
    id,
    changed: await lastChange(folder),
    worked: await wasWorkedOn(folder),
    archived: isArchived(root, folder),
  };
  if (!parsed.ok || errors > 0) return { ...around, title: id, asOf: null, about: null, problems: errors, due: null };
  const { title, asOf, about } = parsed.value;
  return { ...around, title, asOf, about, problems: 0, due: dueFrom(parsed.value, today) };
}

/** When one of the files of a case was last changed. */
async function lastChange(folder: string): Promise<string | null> {
  const names = [...(await stampsOf(folder)).keys()];
  const times = await Promise.all(
    names.map(async (name) => (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0),
  );
  const last = Math.max(0, ...times);
  return last > 0 ? new Date(last).toISOString() : null;
}

/** A case that was made here has the schemas for editors, one that was changed here a history. */
const wasWorkedOn = async (folder: string): Promise<boolean> =>
  (await isThere(join(folder, HISTORY_FILE))) || (await isThere(join(folder, ".parley/schema")));
