import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** For its owner's eyes only, or as the system has it. */
const MODE = { confidential: [0o700, 0o600], open: [0o777, 0o666] } as const;

/**
 * Writes one file whole or not at all: beside its place, synced, then renamed over it. Missing folders are made.
 * @throws what the file system says; what stood there before still stands then
 */
export async function writeWhole(path: string, text: string, whose: keyof typeof MODE): Promise<void> {
  const [folderMode, fileMode] = MODE[whose];
  const place = resolve(path);
  const beside = join(dirname(place), `.parley-${randomUUID()}`);
  await mkdir(dirname(place), { recursive: true, mode: folderMode });
  try {
    const file = await open(beside, "wx", fileMode);
    try {
      await file.writeFile(text, "utf8");
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
