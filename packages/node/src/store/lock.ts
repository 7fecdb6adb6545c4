// Two workbenches on one folder, or on one network drive: one edit at a time.
//
// A lock is a file that is made whole, by a link to a file that was written before, so that it is never there without
// saying who holds it. Whoever would take one away, its holder too, must first have the claim to that very lock: a file
// named after it. So of all who find a lock abandoned one takes it away, and nobody takes away the next one by mistake.
import { createHash, randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, link, mkdir, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Holder, holderOf, isGone, isHere, myself } from "./lock-holder.js";
import { isCode, lstatOrNull, NotPlainError, openPlain } from "./plain-file.js";

/** How long an edit waits for its turn. */
const PATIENCE_MS = 2000;
/** A holder shows this often that it is alive. */
const RENEW_MS = 1000;
/** One that was seen not to for so long is gone, wherever it ran. */
const SILENT_MS = 10_000;
/** One that does not even say who it is was cut off while it was made. */
const NAMELESS_MS = 1000;
const LOOK_AGAIN_MS = 15;

/** Somebody else is writing: who, as far as is known, and what to do. */
export class BusyError extends Error {}

/** How a lock is held that is not an edit's. */
export interface LockKind {
  /** Who holds it, for whoever finds it held. */
  readonly who: string;
  /** How long one waits for its turn. */
  readonly patience: number;
  /** Whether a holder of this very system that runs still has it, however long it was not seen to be alive. */
  readonly untilGone: boolean;
  readonly busy: (holder: Holder | null, path: string) => string;
}

const EDIT: LockKind = { who: "a workbench", patience: PATIENCE_MS, untilGone: false, busy: busyText };

/** What goes on while a lock is held. */
export interface Held {
  /** @throws `BusyError` where another took the lock since, because this program stood still for too long */
  readonly check: () => Promise<void>;
}

/**
 * Does work while nobody else does any under the same folder's lock.
 * @throws `BusyError` where another holds it for longer than an edit waits; what the file system says
 */
export async function locked<T>(folder: string, work: (held: Held) => Promise<T>, kind: LockKind = EDIT): Promise<T> {
  const path = join(folder, "lock");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const me = await myself(kind.who);
  const text = `${JSON.stringify(me)}\n`;
  const began = performance.now();
  while (!(await create(path, text))) {
    const found = await look(path);
    if (found && (await isAbandoned(path, found, kind.untilGone))) await takeAway(path, found.identity, text);
    else if (performance.now() - began > kind.patience) throw new BusyError(kind.busy(found?.holder ?? null, path));
    else await wait(LOOK_AGAIN_MS);
  }
  const own = await look(path);
  const stop = renewing(path);
  try {
    return await work({
      check: async () => {
        if (own === null || (await look(path))?.identity !== own.identity)
          throw new BusyError("Another program took over while this one stood still. Nothing was written; try again.");
      },
    });
  } finally {
    await stop();
    if (own) await takeAway(path, own.identity, text);
  }
}

function busyText(holder: Holder | null, path: string): string {
  return holder
    ? `This case is being written by ${holder.who}, process ${holder.pid} on ${holder.host}, since ${holder.since}. Nothing was written here. Try again; if that program is gone, it is known within ${SILENT_MS / 1000} seconds.`
    : `Another program is writing this case and does not say who it is. Nothing was written here. Try again; if nothing else has the case open, remove ${path}.`;
}

interface Found {
  /** Of this lock and no other, whatever its name; the same when it is renewed. */
  readonly identity: string;
  readonly holder: Holder | null;
  /** Another when it was renewed. */
  readonly stamp: string;
}

/** As much is read of what says who holds a lock. */
const LONGEST = 4000;

/** What stands at a path; null where nothing does. @throws `NotPlainError` where it is a link or a folder */
async function look(path: string): Promise<Found | null> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
  try {
    const found = await file.stat({ bigint: true });
    if (!found.isFile()) throw new NotPlainError(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST), 0, LONGEST, 0);
    const text = buffer.toString("utf8", 0, bytesRead);
    const identity = createHash("sha256").update(`${found.ino} ${text}`).digest("hex").slice(0, 16);
    return { identity, holder: holderOf(text), stamp: `${identity} ${found.mtimeNs}` };
  } finally {
    await file.close();
  }
}

/** When each lock was first seen with the stamp that it has, by this program's own clock: no two clocks are compared. */
const seenSince = new Map<string, { readonly stamp: string; readonly at: number }>();

/** Whether whoever holds it is gone: known of a process of this very system, else by its silence. */
async function isAbandoned(path: string, { holder, stamp }: Found, untilGone = false): Promise<boolean> {
  if (holder && (await isGone(holder))) return true;
  if (holder && untilGone && (await isHere(holder))) return false;
  const seen = seenSince.get(path);
  if (seen?.stamp === stamp) return performance.now() - seen.at > (holder ? SILENT_MS : NAMELESS_MS);
  seenSince.set(path, { stamp, at: performance.now() });
  return false;
}

/** Takes a lock away if it still is the one that was meant; an abandoned claim on the way goes first. */
async function takeAway(path: string, identity: string, text: string): Promise<void> {
  const claim = `${path}.${identity}`;
  if (!(await create(claim, text))) {
    const found = await look(claim);
    if (found && (await isAbandoned(claim, found))) await takeAway(claim, found.identity, text);
    return;
  }
  try {
    if ((await look(path))?.identity === identity) await rm(path, { force: true });
  } finally {
    seenSince.delete(path);
    await rm(claim, { force: true });
  }
}

/** What a lock is made of and taken away with, beside the lock itself. */
const isRemains = (name: string): boolean => /^lock(-[0-9a-f-]{36}|(\.[0-9a-f]{16})+)$/.test(name);
const REMAINS_MS = 60_000;

/** Takes away what a program left that was killed while it made a lock or took one away. */
export async function sweepLocks(folder: string): Promise<void> {
  for (const name of (await readdir(folder).catch(() => [])).filter(isRemains)) {
    const path = join(folder, name);
    const found = await lstatOrNull(path);
    if (found?.isFile() && Date.now() - found.mtimeMs > REMAINS_MS) await rm(path, { force: true });
  }
}

/** Makes a file that is not there yet, whole; false where it is. */
async function create(path: string, text: string): Promise<boolean> {
  const beside = `${path}-${randomUUID()}`;
  try {
    const file = await openPlain(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL);
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
    await link(beside, path);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    // Some drives know no second names.
    if (isCode(error, "EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK")) return await createInPlace(path, text);
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
}

async function createInPlace(path: string, text: string): Promise<boolean> {
  try {
    const file = await openPlain(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL);
    try {
      await file.writeFile(text);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** Shows again and again that the holder is alive. @returns how to stop */
function renewing(path: string): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    last = renew(path).catch(() => {});
  }, RENEW_MS);
  return async () => {
    clearInterval(timer);
    await last;
  };
}

async function renew(path: string): Promise<void> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const now = new Date();
    await file.utimes(now, now);
  } finally {
    await file.close();
  }
}
