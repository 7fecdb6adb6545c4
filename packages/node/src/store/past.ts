// A case as it stood: what its history says was changed since, taken back in memory. Nothing on the disk moves.
import type { CaseFile } from "@parley/core/internal";
import { readCaseFolder } from "./case-folder.js";
import type { CaseFolder } from "./case-store.js";
import { applied, madeEntries, readHistory } from "./history.js";

/**
 * The files of a case at the end of a day, in UTC. For its owner alone: the history is private.
 * @param within where links must not lead out of; anywhere where it is null
 * @returns the reason where another program changed a file meanwhile, so that its history does not lead back; null where
 *   there is no folder that can be listed
 */
export async function caseFolderAt(
  folder: string,
  day: string,
  within: string | null,
): Promise<CaseFolder | string | null> {
  const now = await readCaseFolder(folder, null, within);
  if (now === null) return null;
  const { files, problems } = now;
  const texts = new Map<string, string | null>(files.map(({ path, text }) => [path, text]));
  const history = await readHistory(folder);
  const [first] = history;
  // Of a long history the end is read.
  if (first && first.n > 1 && first.at.slice(0, 10) > day)
    return `as much of its history as is read begins on ${first.at.slice(0, 10)}`;
  const entries = madeEntries(history).filter(({ at }) => at.slice(0, 10) > day);
  if (entries.length === 0) return "its history holds no change after that day";
  for (const { files: changes, at } of entries.reverse())
    for (const change of [...changes].reverse()) {
      const before = applied(change, texts.get(change.file) ?? null, true);
      if (before === undefined)
        return `${change.file} was changed outside of the workbench after ${at.slice(0, 10)}, so its history does not lead back`;
      texts.set(change.file, before);
    }
  return {
    problems,
    files: [...texts].flatMap(([path, text]): CaseFile[] => (text === null ? [] : [{ path, text }])),
  };
}
