// The thread that reads documents one after the other: bytes → text → statements. It stays, with its language model, until
// one document takes too long; then it is ended and another takes its place.
import { readFile, stat } from "node:fs/promises";
import type { Outcome, Reading } from "@parley/core/internal";
import { readText } from "@parley/core/reading";
import { Tinypool } from "tinypool";
import { type DocumentText, type Limits, readHere, tooLarge } from "../documents/index.js";
import { digestOfBytes } from "./list-files.js";

/** What a worker is handed. */
export interface InboxJob {
  readonly name: string;
  readonly path: string | null;
  readonly bytes: Uint8Array | null;
  readonly limits: Limits;
  /** The day that all are seen from, where a person gave one. */
  readonly date: string | null;
}

export type InboxAnswer =
  | {
      readonly kind: "read";
      readonly digest: string;
      readonly document: DocumentText;
      readonly date: string | null;
      readonly reading: Reading;
    }
  | { readonly kind: "known"; readonly digest: string }
  | { readonly kind: "refused"; readonly digest: string | null; readonly reasons: readonly string[] };

export default async function read({ name, path, bytes, limits, date }: InboxJob): Promise<InboxAnswer> {
  if (path !== null) {
    const { size } = await stat(path);
    if (size > limits.bytes) return { kind: "refused", digest: null, reasons: [tooLarge(name, size, limits)] };
  }
  const given = path === null ? (bytes ?? new Uint8Array()) : await unchanged(path);
  if (given === null)
    return {
      kind: "refused",
      digest: null,
      reasons: [`${name}: it changed while it was read; read it again once it is written.`],
    };
  const digest = digestOfBytes(given);
  if (known().has(digest)) return { kind: "known", digest };
  const document = await readHere(name, given, limits);
  if (!document.ok) return { kind: "refused", digest, reasons: document.reasons };
  const seenFrom = date ?? document.value.published ?? null;
  const reading: Outcome<Reading> = readText(document.value.text, {
    date: seenFrom,
    author: document.value.byline ?? null,
  });
  if (!reading.ok) return { kind: "refused", digest, reasons: reading.reasons.map((why) => `${name}: ${why}`) };
  return {
    kind: "read",
    digest,
    document: document.value,
    date: seenFrom ?? reading.value.about.date,
    reading: reading.value,
  };
}

let before: ReadonlySet<string> | null = null;

/** Digests of documents that were read before this command: they are not read again. */
function known(): ReadonlySet<string> {
  before ??= new Set(Tinypool.workerData as readonly string[]);
  return before;
}

/** The bytes of a file; null where it changed twice meanwhile. */
async function unchanged(path: string): Promise<Uint8Array | null> {
  for (let tries = 0; tries < 2; tries++) {
    const before = await stat(path);
    const bytes = await readFile(path);
    const after = await stat(path);
    if (before.mtimeMs === after.mtimeMs && bytes.length === after.size) return bytes;
  }
  return null;
}
