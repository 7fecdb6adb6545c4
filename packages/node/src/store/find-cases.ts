// Finds the case folders below a folder, and gives each an id that can stand in a web address.
import { readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { isWithin } from "./case-folder.js";

/** Folders deeper than this are not looked into, and no more cases than this are listed. */
const DEEPEST = 2;
const MOST_CASES = 500;

/**
 * Every case folder in a folder, or the folder itself where it is one: id → path. An id is the path below the folder,
 * its parts joined by a colon; what leads out of the folder by a link is none.
 */
export async function findCases(root: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const look = async (folder: string, parts: readonly string[]): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    if (entries.some(({ name }) => name === "case.yaml")) {
      found.set(parts.length === 0 ? idPart(basename(resolve(root))) || "case" : parts.join(":"), folder);
      return;
    }
    if (parts.length >= DEEPEST) return;
    for (const entry of entries.filter(isLookedInto).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inside = join(folder, entry.name);
      // Only a link leads anywhere else than to where it stands.
      const stays = !entry.isSymbolicLink() || (await isWithin(inside, root));
      if (found.size < MOST_CASES && stays) await look(inside, [...parts, idPart(entry.name)]);
    }
  };
  await look(root, []);
  return found;
}

/** A colon divides the parts of an id, so one in a name is written otherwise. */
export const idPart = (name: string): string => name.replaceAll("~", "~0").replaceAll(":", "~1");

const isLookedInto = (entry: { name: string; isDirectory: () => boolean; isSymbolicLink: () => boolean }): boolean =>
  (entry.isDirectory() || entry.isSymbolicLink()) && !entry.name.startsWith(".") && entry.name !== "node_modules";
