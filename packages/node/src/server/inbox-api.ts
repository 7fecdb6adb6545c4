// Documents that are read for a case and wait for a person: sent one by one or as an archive, reviewed on the page.
import { availableParallelism } from "node:os";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Reading } from "@parley/core/internal";
import pLimit from "p-limit";
import { readStatements } from "../documents/index.js";
import {
  digestOfBytes,
  entryOf,
  isCitations,
  type Listed,
  openReaders,
  type Readers,
  unpacked,
} from "../inbox/index.js";
import type { CaseStore, InboxChange } from "../store/index.js";
import { BUSY, unknownCase } from "./answer.js";
import { routes } from "./routes.js";
import { words } from "./server-words.js";

/** Requests that wait, each with a document or an archive. */
const MOST_WAITING = 16;
/** Threads without work for so long are ended. */
const QUIET_MS = 60_000;

export function addInbox(app: OpenAPIHono, { store }: { readonly store: CaseStore }): void {
  const queue = pLimit(availableParallelism());
  const puttingRight = pLimit(1);
  // One archive at a time: each may come to half a gigabyte.
  const unpacking = pLimit(1);
  const readers = keptReaders();
  app.openapi(routes.inbox, async (context) => {
    const { case: id } = context.req.valid("param");
    const documents = await store.inbox(id, null);
    return documents ? context.json({ documents }, 200) : context.json(unknownCase(id), 404);
  });
  app.openapi(routes.addToInbox, async (context) => {
    if (queue.pendingCount + unpacking.pendingCount >= MOST_WAITING) return context.json(BUSY, 503);
    const { case: id } = context.req.valid("param");
    const { name } = context.req.valid("query");
    if (isCitations(name)) return context.json({ reasons: [words.listing.citations(name)] }, 422);
    const there = await store.inboxKnown(id);
    if (!there) return context.json(unknownCase(id), 404);
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const { files, remarks } = /\.zip$/i.test(name)
      ? await unpacking(() => unpacked(name, bytes, words.listing))
      : { files: [{ name, path: null, bytes }], remarks: [] };
    const known = new Set(there);
    // Of what is there by its name, its file may be damaged, and is written again.
    let whole: Promise<ReadonlySet<string>> | null = null;
    const isWhole = async (digest: string): Promise<boolean> => {
      whole ??= store.inbox(id, null).then((all) => new Set(all?.map(({ bytes: own }) => own)));
      return !there.includes(digest) || (await whole).has(digest);
    };
    const read: { bytes: string; file: string; statements: number }[] = [];
    const again: string[] = [];
    const reasons: string[] = [...remarks];
    const one = async (file: Listed): Promise<void> => {
      const digest = digestOfBytes(file.bytes ?? new Uint8Array());
      if (known.has(digest) && (await isWhole(digest))) {
        again.push(file.name);
        return;
      }
      known.add(digest);
      const answer = await readers.read(file, null, context.req.raw.signal);
      if (answer.kind === "refused") reasons.push(...answer.reasons);
      if (answer.kind !== "read") return;
      if (!(await store.keepInbox(id, entryOf(file, answer)))) {
        reasons.push(words.notKept(file.name));
        return;
      }
      read.push({ bytes: digest, file: file.name, statements: answer.reading.statements.length });
    };
    await Promise.all(files.map((file) => queue(() => one(file))));
    if (read.length === 0 && again.length === 0 && reasons.length > 0) return context.json({ reasons }, 422);
    return context.json({ read, again, reasons }, 200);
  });
  app.openapi(routes.decideInbox, async (context) => {
    const { case: id, bytes } = context.req.valid("param");
    const change = context.req.valid("json");
    const keep = async () => {
      const reading = await readAnew(store, id, bytes, change);
      return await store.decideInbox(id, bytes, { ...change, ...(reading && { reading }) });
    };
    // What puts a document right reads it first: one after the other, so that none reads what another is about to change.
    const done = await (change.about ? puttingRight(keep) : keep());
    if (done === null) return context.json(unknownCase(id), 404);
    if (done === "stale") return context.json({ reasons: [words.readAnew] }, 409);
    return done === "kept" ? context.body(null, 204) : context.json({ reasons: [words.notInInbox] }, 404);
  });
}

/** With another day or author a document is read anew: "Tuesday" is another day then. Null where it need not, or cannot be. */
async function readAnew(
  store: CaseStore,
  id: string,
  bytes: string,
  { about = {} }: InboxChange,
): Promise<Reading | null> {
  if (about.date === undefined && about.author === undefined) return null;
  const document = (await store.inbox(id, null))?.find((one) => one.bytes === bytes);
  if (!document) return null;
  const date = (about.date ?? document.date) || null;
  const author = (about.author ?? document.author) || null;
  if (date === document.date && author === document.author) return null;
  const day = date?.length === 10 ? date : null;
  const read = await readStatements(document.file, { text: document.text, date: day, author, negotiation: null });
  return read.ok ? read.value : null;
}

/** Readers that are there while there is work, and for a while after it. */
function keptReaders(): Pick<Readers, "read"> {
  let open: { readonly readers: Readers; at: number } | null = null;
  let timer: NodeJS.Timeout | null = null;
  const closeWhenQuiet = (): void => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      const quiet = open;
      open = null;
      void quiet?.readers.close();
    }, QUIET_MS).unref();
  };
  return {
    read: async (file, date, signal) => {
      if (timer) clearTimeout(timer);
      open ??= { readers: openReaders(availableParallelism()), at: 0 };
      open.at++;
      try {
        return await open.readers.read(file, date, signal);
      } finally {
        if (open && --open.at === 0) closeWhenQuiet();
      }
    },
  };
}
