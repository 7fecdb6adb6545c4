// Writes a command's output file, and only ever replaces a file that Parley itself wrote before.
import { lstat, open } from "node:fs/promises";
import type { CommandWording } from "@parley/core/internal";
import { reasonOf, writeWhole } from "../store/index.js";
import { EXIT, Failure } from "./failure.js";
import type { Terminal } from "./terminal.js";

type Shared = CommandWording["commands"]["shared"];

/** A file that a command writes: over an older one of its own, never over anything else. */
export interface OwnFile {
  readonly path: string;
  /** What its kind has in its first 2,000 bytes. */
  readonly mark: string;
  readonly kind: Parameters<Shared["notOurs"]>[1];
}

/** @throws Failure where something else stands there */
export async function expectOwn({ words }: Terminal, { path, mark, kind }: OwnFile): Promise<void> {
  const { shared } = words.commands;
  const head = await firstBytes(path, shared);
  if (head === null || head.includes(mark)) return;
  throw new Failure(shared.notOurs(path, kind), EXIT.usage);
}

/** Written whole; for its owner's eyes alone where it is confidential. @throws Failure where it cannot be */
export async function writeOwn(
  { words }: Terminal,
  { path }: OwnFile,
  text: string | Uint8Array,
  confidential: boolean,
): Promise<void> {
  try {
    await writeWhole(path, text, confidential ? "confidential" : "open");
  } catch (error) {
    throw new Failure(words.commands.shared.cannotWrite(path, reasonOf(error)), EXIT.usage);
  }
}

/** The beginning of a file; null where there is none. */
async function firstBytes(path: string, shared: Shared): Promise<string | null> {
  try {
    // A link would lead elsewhere, and a pipe would be waited for.
    if (!(await lstat(path)).isFile()) throw new Failure(shared.linked(path), EXIT.usage);
    const file = await open(path, "r");
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(2048), 0, 2048, 0);
      return buffer.toString("utf8", 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new Failure(shared.cannotLookAt(path, reasonOf(error)), EXIT.usage);
  }
}
