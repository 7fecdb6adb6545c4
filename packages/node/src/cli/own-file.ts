import { lstat, open } from "node:fs/promises";
import { reasonOf, writeWhole } from "../store/index.js";
import { EXIT, Failure } from "./failure.js";

/** A file that a command writes: over an older one of its own, never over anything else. */
export interface OwnFile {
  readonly path: string;
  /** What its kind has in its first 2,000 bytes. */
  readonly mark: string;
  /** What it is, after "no": `report of Parley's`. */
  readonly what: string;
}

/** @throws Failure where something else stands there */
export async function expectOwn({ path, mark, what }: OwnFile): Promise<void> {
  const head = await firstBytes(path);
  if (head === null || head.includes(mark)) return;
  throw new Failure(`${path} is there already and is no ${what}. Choose another name.`, EXIT.usage);
}

/** Written whole; for its owner's eyes alone where it is confidential. @throws Failure where it cannot be */
export async function writeOwn({ path }: OwnFile, text: string | Uint8Array, confidential: boolean): Promise<void> {
  try {
    await writeWhole(path, text, confidential ? "confidential" : "open");
  } catch (error) {
    throw new Failure(`cannot write ${path}: ${reasonOf(error)}. Nothing was written.`, EXIT.usage);
  }
}

/** The beginning of a file; null where there is none. */
async function firstBytes(path: string): Promise<string | null> {
  try {
    // A link would lead elsewhere, and a pipe would be waited for.
    if (!(await lstat(path)).isFile())
      throw new Failure(`${path} is a link, or no plain file. Choose another name.`, EXIT.usage);
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
    throw new Failure(`cannot write ${path}: ${reasonOf(error)}.`, EXIT.usage);
  }
}
