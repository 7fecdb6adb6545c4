// Makes new folders for commands, and turns what the file system refuses into an error that a person understands.
import { reasonOf, writeFolder } from "../store/index.js";
import { cases } from "./cases.js";
import { EXIT, Failure } from "./failure.js";
import type { Terminal } from "./terminal.js";

/** As `writeFolder`; a folder that cannot be made is a failure that says why and what to do. */
export const makeFolder = (terminal: Terminal, ...given: Parameters<typeof writeFolder>): Promise<void> =>
  orUnmade(terminal, given[0], () => writeFolder(...given));

/** A new case in a folder; the small commented example unless files are given. */
export const makeCase = (terminal: Terminal, folder: string, files?: Readonly<Record<string, string>>): Promise<void> =>
  orUnmade(terminal, folder, async () => void (await cases.create(folder, files)));

async function orUnmade({ words }: Terminal, folder: string, make: () => Promise<void>): Promise<void> {
  try {
    await make();
  } catch (error) {
    throw new Failure(words.commands.shared.cannotMake(folder, reasonOf(error)), EXIT.usage);
  }
}
