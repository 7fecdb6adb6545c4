// What is done with a case as a whole: a copy of it, the trash, and back out of it.
import { randomUUID } from "node:crypto";
import { cp, lstat, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { withChanges } from "@parley/core/internal";
import { isThere } from "./case-folder.js";
import { writeWhole } from "./write-file.js";

/** Stands in the folder that is served; what begins with a dot is no case. */
const TRASH = ".parley-trash";

/** Of a case's own, what belongs to the copy no more: who changed what, and who is writing. */
const LEFT_BEHIND = /(^|\/)\.parley\/(history\.jsonl|lock.*)$|(^|\/)\.parley-[^/]*$/;

/** Copies a case under another title; beside its place first, then into it. @throws what the file system says */
export async function copyCase(folder: string, target: string, title: string): Promise<void> {
  const beside = join(dirname(target), `.parley-${randomUUID()}`);
  try {
    await cp(folder, beside, {
      recursive: true,
      filter: async (source) => {
        const path = relative(folder, source).split(sep).join("/");
        const found = await lstat(source);
        return !LEFT_BEHIND.test(path) && (found.isFile() || found.isDirectory());
      },
    });
    const path = join(beside, "case.yaml");
    const named = withChanges(await readFile(path, "utf8"), [{ path: ["title"], value: title }]);
    if (named.ok) await writeWhole(path, named.value, "open");
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

/** Moves a case into the trash. @returns by which name it lies there @throws what the file system says */
export async function trashCase(root: string, folder: string): Promise<string> {
  await mkdir(join(root, TRASH), { recursive: true, mode: 0o700 });
  const name = `${basename(folder)}~${randomUUID()}`;
  await rename(folder, join(root, TRASH, name));
  return name;
}

/** What lies in the trash, by name. */
export const trashed = async (root: string): Promise<string[]> => await readdir(join(root, TRASH)).catch(() => []);

/** Stands in the folder that is served, to be seen by whoever looks into it. */
export const ARCHIVE = "archive";

/** Whether a case is put away. */
export const isArchived = (root: string, folder: string): boolean => dirname(folder) === join(root, ARCHIVE);

/** Puts a case away, or takes it out again. @returns where it stands now @throws what the file system says */
export async function moveToOrFromArchive(root: string, folder: string): Promise<string> {
  const into = isArchived(root, folder) ? root : join(root, ARCHIVE);
  // Within a case of that name nothing would be found again.
  if (await isThere(join(into, "case.yaml"))) throw Object.assign(new Error(ARCHIVE), { code: "EEXIST" });
  await mkdir(into, { recursive: true });
  const target = await freePlace(into, basename(folder));
  await rename(folder, target);
  return target;
}

/** A place of a name in a folder, with a number where others have it. */
async function freePlace(folder: string, name: string): Promise<string> {
  for (let k = 1; ; k++) {
    const target = join(folder, k === 1 ? name : `${name}-${k}`);
    const taken = await lstat(target).then(
      () => true,
      () => false,
    );
    if (!taken) return target;
  }
}

/** Takes a case out of the trash, under its own name or the next that is free. @returns by which name it stands; null where it is not there */
export async function restoreCase(root: string, name: string): Promise<string | null> {
  if (!(await trashed(root)).includes(name)) return null;
  const target = await freePlace(root, name.slice(0, name.lastIndexOf("~")));
  await rename(join(root, TRASH, name), target);
  return basename(target);
}

/** Empties the trash for good. */
export const emptyTrash = async (root: string): Promise<void> =>
  await rm(join(root, TRASH), { recursive: true, force: true });
