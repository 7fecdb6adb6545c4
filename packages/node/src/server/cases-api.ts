// Cases: which there are, their files, edits of them, and their history.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { nameFor } from "@parley/core/internal";
import {
  ARCHIVE,
  type CaseStore,
  digestOf,
  type EditOutcome,
  editorFiles,
  HISTORY_FILE,
  type HistoryEntry,
  MOST_ZIPPED_MB,
  maySee,
  newCaseFiles,
  templates,
  undoable,
  unzipped,
  zipOf,
} from "../store/index.js";
import { unknownCase } from "./answer.js";
import { routes } from "./routes.js";
import { words } from "./server-words.js";
import type { WorkbenchRooms } from "./workbench-rooms.js";

const HISTORY_SHOWN = 200;

export function addCases(
  app: OpenAPIHono,
  { store, rooms }: { readonly store: CaseStore; readonly rooms: WorkbenchRooms },
): void {
  app.openapi(routes.list, async (context) => context.json({ cases: [...(await store.list())] }, 200));
  app.openapi(routes.create, async (context) => {
    const asked = context.req.valid("json");
    const files = await newCaseFiles(asked);
    if (!files) return context.json({ reasons: [words.noTemplate(asked.template ?? "")] }, 404);
    const id = nameFor(asked.name, await takenIn(store), "negotiation");
    if (!(await store.create(id, files))) return context.json({ reasons: [words.caseTaken(id)] }, 409);
    return context.json({ id }, 201);
  });
  app.openapi(routes.copy, async (context) => {
    const { case: id } = context.req.valid("param");
    const { title } = context.req.valid("json");
    const copy = nameFor(title, await takenIn(store), "negotiation");
    const made = await store.copy(id, copy, title);
    if (made === null) return context.json(unknownCase(id), 404);
    return made ? context.json({ id: copy }, 201) : context.json({ reasons: [words.caseTaken(copy)] }, 409);
  });
  app.openapi(routes.archive, async (context) => {
    const { case: id } = context.req.valid("param");
    const moved = await store.archive(id);
    return moved === null ? context.json(unknownCase(id), 404) : context.json({ id: moved }, 200);
  });
  app.openapi(routes.openRoom, async (context) => {
    const { case: id } = context.req.valid("param");
    const found = await store.read(id, "public");
    if (found === null) return context.json(unknownCase(id), 404);
    const opened = await rooms.open(found.files);
    return opened.ok ? context.json(opened.value, 201) : context.json({ reasons: [...opened.reasons] }, 422);
  });
  app.openapi(routes.zip, async (context) => {
    const { case: id } = context.req.valid("param");
    const zip = await zipOf(store, id, new Date());
    if (zip === null) return context.json(unknownCase(id), 404);
    if (zip === "large") return context.json({ reasons: [words.zip.large(MOST_ZIPPED_MB)] }, 422);
    return context.body(zip as Uint8Array<ArrayBuffer>, 200, {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${(id.split(":").at(-1) ?? id).replace(/[^\w-]/g, "_")}.zip"`,
    });
  });
  app.openapi(routes.unzip, async (context) => {
    const { name } = context.req.valid("query");
    const found = unzipped(new Uint8Array(await context.req.arrayBuffer()));
    if (!found.ok) return context.json({ reasons: [words.zip[found.why](MOST_ZIPPED_MB)] }, 422);
    const id = nameFor(name.replace(/\.zip$/i, ""), await takenIn(store), "negotiation");
    if (!(await store.create(id, { ...editorFiles(), ...found.files })))
      return context.json({ reasons: [words.caseTaken(id)] }, 409);
    return context.json({ id }, 201);
  });
  app.openapi(routes.trash, async (context) => {
    const { case: id } = context.req.valid("param");
    const name = await store.trash(id);
    return name === null ? context.json(unknownCase(id), 404) : context.json({ name }, 200);
  });
  app.openapi(routes.trashed, async (context) => context.json({ trashed: await store.trashed() }, 200));
  app.openapi(routes.restore, async (context) => {
    const { name } = context.req.valid("json");
    if (!(await store.restore(name))) return context.json({ reasons: [words.notInTrash] }, 404);
    return context.json({ trashed: await store.trashed() }, 200);
  });
  app.openapi(routes.emptyTrash, async (context) => {
    await store.emptyTrash();
    return context.body(null, 204);
  });
  app.openapi(routes.templates, async (context) => context.json({ templates: await templates() }, 200));
  app.openapi(routes.read, async (context) => {
    const { case: id } = context.req.valid("param");
    const found = await store.read(id, context.req.valid("query").reader ?? null);
    if (!found) return context.json(unknownCase(id), 404);
    const files = found.files.map(({ path, text }) => ({ path, text, digest: digestOf(text) }));
    const revision = digestOf(JSON.stringify([files.map(({ path, digest }) => [path, digest]), found.problems]));
    return context.json({ id, files, problems: found.problems.map((one) => ({ ...one })), revision }, 200);
  });
  app.openapi(routes.edit, async (context) => {
    const { case: id } = context.req.valid("param");
    const outcome = await store.edit(id, context.req.valid("json"));
    if (!outcome) return context.json(unknownCase(id), 404);
    if (outcome.kind === "conflict")
      return context.json({ file: outcome.file, now: outcome.now, reasons: [conflictText(outcome)] }, 409);
    return outcome.kind === "done"
      ? context.json(entryOf(outcome), 200)
      : context.json({ reasons: [...outcome.reasons] }, 422);
  });
  app.openapi(routes.history, async (context) => {
    const { case: id } = context.req.valid("param");
    const entries = await store.history(id, null);
    if (!entries) return context.json(unknownCase(id), 404);
    const { undo, redo } = undoable(entries);
    const shown = entries.slice(-HISTORY_SHOWN).reverse().map(shortened);
    return context.json({ entries: shown, undo: undo?.what ?? null, redo: redo?.what ?? null }, 200);
  });
  for (const which of ["undo", "redo"] as const)
    app.openapi(routes[which], async (context) => {
      const { case: id } = context.req.valid("param");
      const outcome = await store[which](id);
      if (!outcome) return context.json(unknownCase(id), 404);
      if (outcome.kind === "done") return context.json(entryOf(outcome), 200);
      return context.json(
        { reasons: outcome.kind === "refused" ? [...outcome.reasons] : [conflictText(outcome)] },
        422,
      );
    });
  app.openapi(routes.past, async (context) => {
    const { case: id, day } = context.req.valid("param");
    const { reader = null } = context.req.valid("query");
    if (!maySee(HISTORY_FILE, reader)) return context.json({ reasons: [words.historyIsOwners] }, 422);
    const found = await store.past(id, day, reader);
    if (found === null) return context.json(unknownCase(id), 404);
    if (typeof found === "string") return context.json({ reasons: [words.pastUnseen(day, found)] }, 422);
    const files = found.files.map(({ path, text }) => ({ path, text, digest: digestOf(text) }));
    const revision = digestOf(JSON.stringify(files.map(({ path, digest }) => [path, digest])));
    return context.json({ id, files, problems: found.problems.map((one) => ({ ...one })), revision }, 200);
  });
}

/** Names that a new case cannot have: those of others, and the one in which the archive stands. */
const takenIn = async (store: CaseStore): Promise<Set<string>> =>
  new Set([ARCHIVE, ...(await store.list()).map((one) => one.id)]);

/** As much of what was changed as a page can show. */
const MOST_SHOWN = 4000;
const cut = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} …` : text);
const shortened = (entry: HistoryEntry) => ({
  ...entry,
  files: entry.files.map((change) => ({ ...change, took: cut(change.took), put: cut(change.put) })),
});

const entryOf = ({ entry }: Extract<EditOutcome, { kind: "done" }>) => ({ ...entry, files: [...entry.files] });

const conflictText = (outcome: Exclude<EditOutcome, { kind: "done" }>): string =>
  outcome.kind === "refused" ? outcome.reasons.join(" ") : words.changedMeanwhile(outcome.file, outcome.now === null);
