import { reasonOf, writeFolder } from "../store/index.js";
import { cases } from "./cases.js";
import { EXIT, Failure } from "./failure.js";

/** As `writeFolder`; a folder that cannot be made is a failure that says why and what to do. */
export const makeFolder = (...given: Parameters<typeof writeFolder>): Promise<void> =>
  orUnmade(given[0], () => writeFolder(...given));

/** A new case in a folder; the small commented example unless files are given. */
export const makeCase = (folder: string, files?: Readonly<Record<string, string>>): Promise<void> =>
  orUnmade(folder, async () => void (await cases.create(folder, files)));

async function orUnmade(folder: string, make: () => Promise<void>): Promise<void> {
  try {
    await make();
  } catch (error) {
    throw new Failure(
      `cannot make ${folder}: ${reasonOf(error)}. Nothing was written. Name a folder that does not exist yet, or is empty, in one where you may write.`,
      EXIT.usage,
    );
  }
}
