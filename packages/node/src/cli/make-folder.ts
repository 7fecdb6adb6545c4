import { reasonOf, writeFolder } from "../store/index.js";
import { EXIT, Failure } from "./failure.js";
import type { Terminal } from "./terminal.js";

/** As `writeFolder`; a folder that cannot be made is a failure that says why and what to do. */
export async function makeFolder({ words }: Terminal, ...given: Parameters<typeof writeFolder>): Promise<void> {
  try {
    await writeFolder(...given);
  } catch (error) {
    throw new Failure(words.commands.shared.cannotMake(given[0], reasonOf(error)), EXIT.usage);
  }
}
