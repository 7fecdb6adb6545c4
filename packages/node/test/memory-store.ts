// Cases in memory, as a page without a server could keep them: what the server needs of a store, and no file.
import { kindOf, OBSERVATIONS_FILE, withChanges } from "@parley/core/internal";
import type { CaseEntry, CaseStore, EditOutcome, InboxDocument, StoreEvent } from "../src/store/case-store.js";
import { documentFile } from "../src/store/documents.js";
import { type CaseBefore, type Made, type Maker, madeBack, madeOf, mayWrite } from "../src/store/edits.js";
import { applied, digestOf, HISTORY_FILE, type HistoryEntry } from "../src/store/history.js";
import { maySee, type Reader } from "../src/store/may-see.js";
import { parseFiles } from "../src/store/parsing.js";
import { scaffold } from "../src/store/scaffold.js";

interface Kept {
  readonly texts: Map<string, string>;
  readonly history: HistoryEntry[];
}

const ARCHIVE = "archive:";

type Files = Readonly<Record<string, string>>;

export function memoryStore(given: Readonly<Record<string, Files>>, who: string, now: () => Date): CaseStore {
  const kept = new Map(Object.entries(given).map(([id, files]) => [id, keptOf(files)]));
  const listeners = new Set<(event: StoreEvent) => void>();
  const trash = new Map<string, readonly [string, Kept]>();
  const ofCase = async <T>(id: string, work: (one: Kept) => T | Promise<T>): Promise<T | null> => {
    const one = kept.get(id);
    return one ? await work(one) : null;
  };
  const write = (id: string, making: (standing: CaseBefore, maker: Maker) => Promise<Made | EditOutcome>) =>
    ofCase(id, async (one): Promise<EditOutcome> => {
      const made = await making(standingOf(one), { who, at: now().toISOString() });
      if (!("texts" in made)) return made;
      const files = made.entry.files.map(({ file }) => file);
      for (const [at, file] of files.entries()) put(one, file, made.texts[at] ?? null);
      one.history.push(made.entry);
      for (const hear of listeners) hear({ case: id, files, outside: false });
      return { kind: "done", entry: made.entry };
    });
  const inboxes = new Map<object, Map<string, InboxDocument>>();
  return {
    list: () => Promise.all([...kept].map(([id, one]) => entryOf(id, one))),
    listen: (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    close: async () => {},
    create: async (id, files = scaffold()) => {
      if (kept.has(id) || !/^\w+$/.test(id)) return false;
      kept.set(id, keptOf(files));
      return true;
    },
    copy: (id, copy, title) =>
      ofCase(id, ({ texts }) => {
        if (kept.has(copy) || !/^[\w-]+$/.test(copy)) return false;
        const named = withChanges(texts.get("case.yaml") ?? "", [{ path: ["title"], value: title }]);
        kept.set(copy, keptOf({ ...Object.fromEntries(texts), ...(named.ok && { "case.yaml": named.value }) }));
        return true;
      }),
    archive: (id) =>
      ofCase(id, (one) => {
        const moved = id.startsWith(ARCHIVE) ? id.slice(ARCHIVE.length) : `${ARCHIVE}${id}`;
        kept.delete(id);
        kept.set(moved, one);
        return moved;
      }),
    trash: (id) =>
      ofCase(id, (one) => {
        trash.set(`${id}~1`, [id, one]);
        kept.delete(id);
        return `${id}~1`;
      }),
    trashed: async () => [...trash.keys()],
    restore: async (name) => {
      const [id, one] = trash.get(name) ?? [];
      if (id === undefined || !one) return false;
      kept.set(id, one);
      return trash.delete(name);
    },
    emptyTrash: async () => trash.clear(),
    inbox: (id, reader) =>
      ofCase(id, (one) => (maySee("documents/inbox.txt", reader) ? [...(inboxes.get(one)?.values() ?? [])] : [])),
    inboxKnown: (id) => ofCase(id, (one) => [...(inboxes.get(one)?.keys() ?? [])]),
    inboxStamp: (id) => ofCase(id, (one) => JSON.stringify([...(inboxes.get(one)?.values() ?? [])])),
    keepInbox: (id, document) =>
      ofCase(id, (one) => {
        inboxes.set(one, new Map(inboxes.get(one)).set(document.bytes, document));
        return true;
      }),
    proposeInbox: (id, document) =>
      ofCase(id, (one) => {
        const there = inboxes.get(one)?.get(document.bytes);
        const known = new Set(there?.reading.statements.map((statement) => statement.id));
        const statements = document.reading.statements.filter((statement) => !known.has(statement.id));
        inboxes.set(
          one,
          new Map(inboxes.get(one)).set(
            document.bytes,
            there
              ? { ...there, reading: { ...there.reading, statements: [...there.reading.statements, ...statements] } }
              : document,
          ),
        );
        return true;
      }),
    decideInbox: (id, bytes, { decided, anew, ...about }) =>
      ofCase(id, (one) => {
        const document = inboxes.get(one)?.get(bytes);
        if (!document) return "absent";
        if (document.anew !== anew) return "stale";
        const all = Object.entries({ ...document.decided, ...decided }).filter(([, decision]) => decision !== null);
        const now = Object.fromEntries(all) as typeof document.decided;
        const said = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined));
        inboxes.get(one)?.set(bytes, { ...document, ...said, decided: now });
        return "kept";
      }),
    read: (id, reader) => ofCase(id, (one) => ({ files: seenIn(one, reader), problems: [] })),
    text: (id, file, reader) =>
      ofCase(id, ({ texts }) => (mayWrite(file) && maySee(file, reader) ? (texts.get(file) ?? null) : null)),
    observations: (id, reader) =>
      ofCase(id, ({ texts }) => {
        const text = () => (maySee(OBSERVATIONS_FILE, reader) && texts.get(OBSERVATIONS_FILE)) || "";
        return { file: OBSERVATIONS_FILE, stamp: digestOf(text()), bytes: bytesOf(text) };
      }),
    edit: (id, edit) => write(id, (standing, maker) => madeOf(standing, edit, maker)),
    undo: (id) => write(id, (standing, maker) => madeBack(standing, "undo", maker)),
    redo: (id) => write(id, (standing, maker) => madeBack(standing, "redo", maker)),
    document: (id, name, reader) =>
      ofCase(id, ({ texts }) => {
        const file = documentFile(name);
        return maySee(file, reader) ? (texts.get(file) ?? null) : null;
      }),
    documents: (id, reader) =>
      ofCase(id, ({ texts }) =>
        [...texts.keys()].flatMap((file) => {
          const name = /^documents\/(.*)\.txt$/.exec(file)?.[1];
          return name !== undefined && maySee(file, reader) ? [name] : [];
        }),
      ),
    keepDocument: (id, name, text) =>
      ofCase(id, ({ texts }) => {
        const before = texts.get(documentFile(name));
        if (before !== undefined) return before === text;
        texts.set(documentFile(name), text);
        return true;
      }),
    history: (id, reader) => ofCase(id, ({ history }) => (maySee(HISTORY_FILE, reader) ? [...history] : [])),
    past: (id, day, reader) =>
      ofCase(id, (one) => (maySee(HISTORY_FILE, reader) ? pastOf(one, day) : "its history is its owner's alone")),
  };
}

const keptOf = (files: Files): Kept => ({ texts: new Map(Object.entries(files)), history: [] });

function put({ texts }: Kept, file: string, text: string | null): void {
  if (text === null) texts.delete(file);
  else texts.set(file, text);
}

const isOfCase = (file: string): boolean => kindOf(file) !== null || file === OBSERVATIONS_FILE;

const seenIn = ({ texts }: Kept, reader: Reader) =>
  [...texts].flatMap(([path, text]) => (isOfCase(path) && maySee(path, reader) ? [{ path, text }] : []));

const standingOf = (one: Kept): CaseBefore => ({
  text: async (file) => one.texts.get(file) ?? null,
  files: async () => seenIn(one, null),
  history: one.history,
});

const bytesOf = (text: () => string): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: async function* () {
    yield new TextEncoder().encode(text());
  },
});

async function entryOf(id: string, one: Kept): Promise<CaseEntry> {
  const parsed = await parseFiles(seenIn(one, null));
  const around = {
    id,
    changed: one.history.at(-1)?.at ?? null,
    worked: one.history.length > 0,
    archived: id.startsWith(ARCHIVE),
    due: null,
  };
  return parsed.ok
    ? { ...around, title: parsed.value.title, asOf: parsed.value.asOf, about: parsed.value.about, problems: 0 }
    : {
        ...around,
        title: id,
        asOf: null,
        about: null,
        problems: parsed.problems.filter(({ severity }) => severity === "error").length,
      };
}

function pastOf({ texts, history }: Kept, day: string) {
  const since = history.filter(({ at }) => at.slice(0, 10) > day);
  if (since.length === 0) return "its history holds no change after that day";
  const then: Kept = { texts: new Map(texts), history: [] };
  for (const { files } of since.reverse())
    for (const change of files)
      put(then, change.file, applied(change, then.texts.get(change.file) ?? null, true) ?? null);
  return { files: seenIn(then, null), problems: [] };
}
