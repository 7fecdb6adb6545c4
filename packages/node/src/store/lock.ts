// Two workbenches on one folder, or on one network drive: one edit at a time.
import { type FileHandle, mkdir, open, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** An edit takes some ten milliseconds; a lock that is older was left by a program that was killed. */
const STALE_MS = 10_000;
const LOOK_AGAIN_MS = 15;

/** Does work while nobody else does any under the same folder's lock. @throws what the file system says */
export async function locked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, "lock");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (;;) {
    const file = await open(path, "wx", 0o600).catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "EEXIST") return null;
      throw error;
    });
    if (file) {
      await named(file, path);
      break;
    }
    if (await isStale(path)) await rm(path, { force: true });
    else await wait(LOOK_AGAIN_MS);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/** Says in the lock who holds it; without room for that it is given back. */
async function named(file: FileHandle, path: string): Promise<void> {
  try {
    await file.writeFile(`${process.pid}\n`);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Whether whoever holds it is gone: its process, or, where that cannot be told, its time. */
async function isStale(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found) return false;
  if (Date.now() - found.mtimeMs > STALE_MS) return true;
  const holder = Number(await readFile(path, "utf8").catch(() => ""));
  if (!Number.isInteger(holder) || holder <= 0 || holder === process.pid) return false;
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
