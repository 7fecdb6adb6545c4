// The address of a database, from a file: no password is ever on a command line.
import { readFile } from "node:fs/promises";
import { reasonOf } from "../store/index.js";
import { EXIT, Failure } from "./failure.js";
import type { Terminal } from "./terminal.js";

/** One or two addresses, as they stand in the file. @throws Failure where it holds anything else */
export async function addressesIn(
  { words }: Pick<Terminal, "words">,
  file: string,
): Promise<readonly [string, ...string[]]> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new Failure(words.commands.shared.cannotRead(file, reasonOf(error)), EXIT.usage);
  });
  const [first = "", ...more] = text.trim().split(/\s+/);
  const right = [first, ...more].every((one) => /^postgres(ql)?:\/\/\S+$/.test(one));
  if (!right || more.length > 1) throw new Failure(words.commands.rooms.badDatabase(file), EXIT.usage);
  return [first, ...more];
}
