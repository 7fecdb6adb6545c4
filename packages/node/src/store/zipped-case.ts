// A case as one .zip, to be given away and opened elsewhere: its files, observations and kept documents, without its history.
import { kindOf, OBSERVATIONS_FILE } from "@parley/core/internal";
import { strToU8, unzipSync, zipSync } from "fflate";
import { MOST_BYTES as MOST_FILE_BYTES } from "./case-folder.js";
import type { Cases } from "./case-store.js";

/** As much as is packed, or unpacked, at once. */
export const MOST_ZIPPED_MB = 64;
const MOST_BYTES = MOST_ZIPPED_MB * 1024 * 1024;
const MOST_ENTRIES = 5000;

/** A file of the case, or a text that statements were taken from. */
const isTaken = (path: string): boolean =>
  kindOf(path) !== null || path === OBSERVATIONS_FILE || /^documents\/[^/]+\.txt$/.test(path);

/** @returns null where there is no such case; "large" where it is more than is packed at once */
export async function zipOf(cases: Cases, id: string, now: Date): Promise<Uint8Array | "large" | null> {
  const found = await cases.read(id, null);
  if (!found) return null;
  const files: Record<string, Uint8Array> = {};
  let bytes = 0;
  const add = (path: string, content: Uint8Array): boolean => {
    files[`${id.split(":").at(-1) ?? id}/${path}`] = content;
    bytes += content.length;
    return bytes <= MOST_BYTES;
  };
  for (const { path, text } of found.files) if (!add(path, strToU8(text))) return "large";
  for (const name of (await cases.documents(id, null)) ?? [])
    if (!add(`documents/${name}.txt`, strToU8((await cases.document(id, name, null)) ?? ""))) return "large";
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (await cases.observations(id, null))?.bytes ?? []) {
    parts.push(part);
    length += part.length;
    if (bytes + length > MOST_BYTES) return "large";
  }
  if (length > 0) add(OBSERVATIONS_FILE, Buffer.concat(parts));
  return zipSync(files, { mtime: now });
}

/** The files of a case in an archive, by their paths in the case; or why there are none. */
export type Unzipped =
  | { readonly ok: true; readonly files: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly why: "damaged" | "large" | "caseless" | "several" };

/** What is no file of a case is left out, so no name in an archive is ever used as a path of its own. */
export function unzipped(bytes: Uint8Array): Unzipped {
  let entries = 0;
  let size = 0;
  let large = false;
  const take = ({ name, originalSize }: { name: string; originalSize: number }): boolean => {
    if (++entries > MOST_ENTRIES || large) {
      large = true;
      return false;
    }
    if (!/\.(yaml|yml|csv|txt)$/.test(name)) return false;
    size += originalSize;
    large = size > MOST_BYTES;
    return !large;
  };
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, { filter: take });
  } catch {
    return { ok: false, why: "damaged" };
  }
  if (large) return { ok: false, why: "large" };
  // The case is where its first file is: at the top, or in a folder.
  const [head, another] = Object.keys(parts).filter((name) => /(^|\/)case\.yaml$/.test(name));
  if (head === undefined) return { ok: false, why: "caseless" };
  if (another !== undefined) return { ok: false, why: "several" };
  const folder = head.slice(0, -"case.yaml".length);
  const files: Record<string, string> = {};
  for (const [name, content] of Object.entries(parts)) {
    const path = name.slice(folder.length);
    if (!name.startsWith(folder) || !isTaken(path)) continue;
    // A case of which a file would be refused as soon as it is read is not made at all.
    if (kindOf(path) !== null && content.length > MOST_FILE_BYTES) return { ok: false, why: "large" };
    try {
      files[path] = new TextDecoder("utf-8", { fatal: true }).decode(content);
    } catch {
      return { ok: false, why: "damaged" };
    }
  }
  return { ok: true, files };
}
