// The documents that a command was given: files, and all that lies in folders and archives, each once.
import { createHash } from "node:crypto";
import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { type UnzipFileInfo, type Unzipped, unzip } from "fflate";
import { MOST_BYTES as MOST_DOCUMENT_BYTES } from "../documents/index.js";

/** More are not listed, which is said. */
const MOST_FILES = 10_000;
/** Unpacked, of one archive. */
const MOST_UNPACKED = 512 * 1024 * 1024;
const MOST_ARCHIVE = 256 * 1024 * 1024;
const NOT_DOCUMENTS =
  /^\.(?:json|ya?ml|xml|csv|tsv|xlsx?|pptx?|png|jpe?g|gif|svg|webp|ico|mp[34]|wav|mov|avi|css|js|mjs|ts|map|exe|dll|so|bin|db|lock)$/i;

/** Files of citations, which name sources and say nothing. */
export const isCitations = (name: string): boolean => /\.(?:ris|bib|enw|nbib)$/i.test(name);

/** One document to be read: on the disk, or out of an archive. */
export interface Listed {
  readonly name: string;
  readonly path: string | null;
  readonly bytes: Uint8Array | null;
}

export interface Listing {
  readonly files: readonly Listed[];
  /** What was left out and why: sentences for people. */
  readonly remarks: readonly string[];
  /** How many of what was given is not there or cannot be unpacked. */
  readonly failed: number;
}

/** Words for what is left out. */
export interface ListingWords {
  readonly missing: (path: string, why: string) => string;
  readonly notFollowed: (path: string) => string;
  readonly tooMany: (most: number) => string;
  readonly archive: (path: string, why: string) => string;
  readonly nested: (path: string) => string;
  readonly citations: (path: string) => string;
  readonly outside: (path: string) => string;
  readonly sameName: (path: string) => string;
  readonly tooLarge: (path: string, most: number) => string;
  readonly tooMuch: (path: string, taken: number) => string;
}

/** All documents of some paths, in the order of their names. @param reasonOf what an error says, for people */
export async function listFiles(
  paths: readonly string[],
  words: ListingWords,
  reasonOf: (error: unknown) => string,
): Promise<Listing> {
  const files: Listed[] = [];
  const remarks: string[] = [];
  const seen = new Set<string>();
  let failed = 0;
  const visit = async (path: string, name: string, asked: boolean): Promise<void> => {
    if (files.length >= MOST_FILES) return;
    try {
      const found = asked ? await stat(path) : await lstat(path);
      if (found.isSymbolicLink()) {
        remarks.push(words.notFollowed(name));
        return;
      }
      const real = await realpath(path);
      if (seen.has(real)) return;
      seen.add(real);
      if (found.isDirectory()) {
        const entries = (await readdir(path)).filter((entry) => !entry.startsWith(".")).sort();
        for (const entry of entries) await visit(join(path, entry), join(name, entry), false);
      } else if (found.isFile() && /\.zip$/i.test(path)) {
        const inside = await archived(path, name, found.size, words);
        files.push(...inside.files.slice(0, MOST_FILES - files.length));
        remarks.push(...inside.remarks);
        failed += inside.failed;
      } else if (found.isFile() && isCitations(path)) {
        remarks.push(words.citations(name));
        if (asked) failed++;
      } else if (found.isFile() && (asked || !NOT_DOCUMENTS.test(extname(path))))
        files.push({ name, path, bytes: null });
    } catch (error) {
      remarks.push(words.missing(name, reasonOf(error)));
      failed++;
    }
  };
  for (const path of paths) await visit(path, paths.length === 1 ? basename(path) : path, true);
  if (files.length >= MOST_FILES) remarks.push(words.tooMany(MOST_FILES));
  return { files, remarks, failed };
}

async function archived(path: string, name: string, size: number, words: ListingWords): Promise<Listing> {
  if (size > MOST_ARCHIVE)
    return { files: [], remarks: [words.archive(name, `${Math.ceil(size / 2 ** 20)} MB`)], failed: 1 };
  return await unpacked(name, new Uint8Array(await readFile(path)), words);
}

/** The documents in an archive. What is left out of it is said. Unpacked off this thread, where it is large. */
export async function unpacked(name: string, archive: Uint8Array, words: ArchiveWords): Promise<Listing> {
  const remarks: string[] = [];
  const seen = new Set<string>();
  let [bytes, count, isTooLarge] = [0, 0, false];
  const filter = ({ name: inner, originalSize }: UnzipFileInfo): boolean => {
    const leave = (why: string | null): false => {
      if (why !== null) remarks.push(why);
      return false;
    };
    const path = `${name}/${inner}`;
    if (inner.split(/[\\/]/).some((part) => part === "..")) return leave(words.outside(path));
    if (inner.endsWith("/") || /(?:^|\/)(?:\.|__MACOSX)/.test(inner) || NOT_DOCUMENTS.test(extname(inner)))
      return false;
    if (/\.zip$/i.test(inner)) return leave(words.nested(path));
    if (isCitations(inner)) return leave(words.citations(path));
    if (seen.has(inner) || inner === "__proto__") return leave(words.sameName(path));
    seen.add(inner);
    if (originalSize > MOST_DOCUMENT_BYTES) return leave(words.tooLarge(path, MOST_DOCUMENT_BYTES / 2 ** 20));
    if (bytes + originalSize > MOST_UNPACKED || count >= MOST_FILES) {
      isTooLarge = true;
      return false;
    }
    bytes += originalSize;
    count++;
    return true;
  };
  try {
    const entries = await new Promise<Unzipped>((resolve, reject) =>
      unzip(archive, { filter }, (error, data) => (error ? reject(error) : resolve(data))),
    );
    if (isTooLarge) remarks.push(words.tooMuch(name, count));
    const files = Object.entries(entries).map(([inner, one]) => ({ name: `${name}/${inner}`, path: null, bytes: one }));
    return { files, remarks, failed: files.length === 0 && remarks.length > 0 ? 1 : 0 };
  } catch (error) {
    return {
      files: [],
      remarks: [...remarks, words.archive(name, error instanceof Error ? error.message : "")],
      failed: 1,
    };
  }
}

type ArchiveWords = Pick<
  ListingWords,
  "archive" | "nested" | "citations" | "outside" | "sameName" | "tooLarge" | "tooMuch"
>;

/** By which a document is known, whatever its name. */
export const digestOfBytes = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
