// Who may see which file of a case: by its name and the reader alone, before anything is opened.
import { OBSERVATIONS_FILE } from "@parley/core/internal";

/** `null`: the owner of the folder, who sees all. `"public"`: no interests. A party: the views that it holds. */
export type Reader = string | null;

/** What is open to all who are shown the case. */
const OPEN: ReadonlySet<string> = new Set(["case.yaml", "record.yaml", "agreement.yaml", OBSERVATIONS_FILE]);

/** interests/<party>.<holder>.yaml, verification/<holder>.yaml. */
const HELD = /^(?:interests\/[^/.]+\.|verification\/)([^/.]+)\.ya?ml$/;

/**
 * Whether a reader may see a file, by its path in the case folder. Of a private file its holder may; of anything that is not
 * known, and so might be private, its owner alone.
 */
export function maySee(file: string, reader: Reader): boolean {
  if (reader === null || OPEN.has(file)) return true;
  return mayHold(reader) && HELD.exec(file)?.[1] === reader;
}

/** Whether anything private can be a reader's. Where nothing can, not even the state of private folders is told. */
export const mayHold = (reader: Reader): boolean => reader !== "public";
