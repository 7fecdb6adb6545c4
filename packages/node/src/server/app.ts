// The workbench's server as a function of a request: no port, no process, so that tests can ask it directly.
import { createHash } from "node:crypto";
import { OpenAPIHono } from "@hono/zod-openapi";
import { type Brief, type Framework, type Schedule, viewingOf } from "@parley/core";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { streamSSE } from "hono/streaming";
import pLimit from "p-limit";
import { alertForms, meetingsForm, planForms } from "../calendars/index.js";
import { MOST_BYTES as MOST_DOCUMENT_BYTES, readDocument } from "../documents/index.js";
import { draftForms } from "../drafts/index.js";
import { renderReport } from "../report/index.js";
import { type CaseStore, digestOf, type EditOutcome, type HistoryEntry, reasonOf, undoable } from "../store/index.js";
import { answerWith, BUSY, readCase, settledAnswer, unknownCase } from "./answer.js";
import type * as contract from "./contract.js";
import { createGuard, type GuardOptions } from "./guard.js";
import { securityHeaders } from "./headers.js";
import type { Jobs } from "./jobs.js";
import { type Reading, routes } from "./routes.js";
import type { StaticFile } from "./static-files.js";

export interface AppOptions extends GuardOptions {
  readonly store: CaseStore;
  readonly jobs: Jobs;
  readonly pages: ReadonlyMap<string, StaticFile>;
  /** Hears of everything that the pages should know of. @returns how to stop */
  readonly listen: (hear: (event: contract.ServerEvent) => void) => () => void;
}

const MIB = 1024 * 1024;
/** A document may be larger than an edit, and a text that is kept too. */
const mostOf = (method: string, path: string): number =>
  path === "/api/documents" ? MOST_DOCUMENT_BYTES : method === "PUT" ? 9 * MIB : 3 * MIB;
/** Documents that wait to be read, each in a thread of its own, one after the other. */
const MOST_WAITING = 8;
const HISTORY_SHOWN = 200;
const HEARTBEAT_MS = 20_000;

export function createApp({ store, jobs, pages, listen, ...guarding }: AppOptions): OpenAPIHono {
  const guard = createGuard(guarding);
  const app = new OpenAPIHono({
    defaultHook: (result, context) =>
      result.success
        ? undefined
        : context.json(
            { reasons: result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) },
            400,
          ),
  });
  app.use(securityHeaders);
  app.use(guard.check);
  app.use(async (context, next) => {
    const most = mostOf(context.req.method, context.req.path);
    const tooMuch = `This is more than ${most / 1024 / 1024} MiB, the limit for one request.`;
    return await bodyLimit({
      maxSize: most,
      onError: (refused) => refused.json({ reasons: [tooMuch] }, 413),
    })(context, next);
  });
  app.use("/api/*", async (context, next) => {
    await next();
    context.header("cache-control", "no-store");
  });
  app.onError((error, context) =>
    error instanceof HTTPException
      ? context.json({ reasons: [`The request cannot be read: ${error.message}.`] }, error.status)
      : context.json({ reasons: [sayError(error)] }, statusOf(error)),
  );
  app.notFound((context) => context.json({ reasons: ["There is nothing at this address."] }, 404));

  app.openapi(routes.list, async (context) => context.json({ cases: [...(await store.list())] }, 200));
  app.openapi(routes.create, async (context) => {
    const { id } = context.req.valid("json");
    if (!(await store.create(id))) return context.json({ reasons: [`There is a case "${id}" already.`] }, 409);
    return context.json({ cases: [...(await store.list())] }, 201);
  });
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
  const reading = pLimit(1);
  app.openapi(routes.text, async (context) => {
    if (reading.pendingCount >= MOST_WAITING) return context.json(BUSY, 503);
    const { name } = context.req.valid("query");
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const read = await reading(() => readDocument(name, bytes, { signal: context.req.raw.signal }));
    return read.ok ? context.json(read.value, 200) : context.json({ reasons: [...read.reasons] }, 422);
  });
  app.openapi(routes.documents, async (context) => {
    const { case: id } = context.req.valid("param");
    const documents = await store.documents(id);
    return documents ? context.json({ documents }, 200) : context.json(unknownCase(id), 404);
  });
  app.openapi(routes.document, async (context) => {
    const { case: id, document } = context.req.valid("param");
    const text = await store.document(id, document);
    return text === null
      ? context.json({ reasons: [`The text documents/${document}.txt is not there.`] }, 404)
      : context.json({ text }, 200);
  });
  app.openapi(routes.keep, async (context) => {
    const { case: id, document } = context.req.valid("param");
    const kept = await store.keepDocument(id, document, context.req.valid("json").text);
    if (kept === null) return context.json(unknownCase(id), 404);
    return kept
      ? context.body(null, 204)
      : context.json({ reasons: [`documents/${document}.txt holds another text, or cannot be written here.`] }, 409);
  });
  app.openapi(routes.history, async (context) => {
    const { case: id } = context.req.valid("param");
    const entries = await store.history(id);
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
  app.openapi(routes.start, async (context) => {
    const { case: id } = context.req.valid("param");
    const { task, reader, options } = context.req.valid("json");
    const read = await readCase(store, id, reader ?? null);
    if (read === null) return context.json(unknownCase(id), 404);
    if (!read.ok) return context.json({ reasons: [...read.reasons] }, 422);
    const folder = await store.folder(id);
    const own = jobOptions(options, reader ?? null);
    // Where the rows lie is the server's to say, never a request's.
    const job = jobs.start(task, read.value, task === "monitor" && folder ? { ...own, folder } : own);
    return job ? context.json(sent(job), 202) : context.json(BUSY, 503);
  });
  app.openapi(routes.job, (context) => {
    const found = jobs.get(context.req.valid("param").job);
    return found ? context.json(sent(found), 200) : context.json({ reasons: ["This work is no longer kept."] }, 404);
  });
  app.openapi(routes.leave, (context) =>
    jobs.leave(context.req.valid("param").job)
      ? context.body(null, 204)
      : context.json({ reasons: ["This work is no longer kept."] }, 404),
  );
  app.openapi(routes.session, async (context) => {
    const answer = await guard.admit(context, context.req.valid("json").token);
    if (answer === "admitted") return context.body(null, 204);
    return answer === "busy"
      ? context.json(
          { reasons: ["Many tokens are being tried from your address. Wait a few seconds and try again."] },
          429,
        )
      : context.json({ reasons: ["This is not the token of this workbench."] }, 401);
  });
  app.openapi(routes.report, async (context) => {
    const { case: id } = context.req.valid("param");
    const { reader = null } = context.req.valid("query");
    const options = optionsIn(context.req.valid("query"));
    const { signal } = context.req.raw;
    const found = await answerWith({ store, jobs }, { case: id, reader, task: "materials", options, signal });
    if (!found.ok) return context.json(found.failure, found.status);
    const viewing = viewingOf(found.negotiation, options);
    if (!viewing.ok) return context.json({ reasons: [...viewing.reasons] }, 422);
    return context.html(renderReport(found.negotiation, found.result, viewing.value), 200);
  });
  app.openapi(routes.plan, async (context) => {
    const { case: id, form } = context.req.valid("param");
    const query = context.req.valid("query");
    const map = settledAnswer(
      await answerWith(
        { store, jobs },
        { ...asking(context, id, query), task: "roadmap", options: { ...optionsIn(query), seconds: 0 } },
      ),
    );
    if (!map.ok) return context.json(map.failure, map.status);
    // To its owner every entry of the history is a revision; to others it is nothing that they may count.
    const revision = query.reader === undefined ? ((await store.history(id))?.at(-1)?.n ?? 0) : 0;
    const { type, write } = planForms[form];
    return context.body(write(map.value, { now: new Date(), revision, ...(query.as && { as: query.as }) }), 200, {
      "content-type": type,
      "content-disposition": `attachment; filename="roadmap${query.as === "events" ? "-events" : ""}.${form}"`,
    });
  });
  app.openapi(routes.draft, async (context) => {
    const { case: id, what, form } = context.req.valid("param");
    const query = context.req.valid("query");
    if ((form === "ics") !== (what === "meetings"))
      return context.json({ reasons: ["Meetings come as .ics; a framework and a brief as .md, .html or .docx."] }, 422);
    const options = {
      ...optionsIn(query),
      ...(query.party && { party: query.party }),
      ...(query.offer && { offers: [query.offer] }),
      ...(query.since && { since: query.since }),
    };
    const found = settledAnswer<Framework | Brief | Schedule>(
      await answerWith({ store, jobs }, { ...asking(context, id, query), task: what, options }),
    );
    if (!found.ok) return context.json(found.failure, found.status);
    const made = "kind" in found.value ? await draftIn(form, found.value) : meetingsFile(found.value);
    return context.body(made.content as Uint8Array<ArrayBuffer>, 200, {
      "content-type": made.type,
      "content-disposition": `attachment; filename="${what}.${form}"`,
    });
  });
  app.openapi(routes.past, async (context) => {
    const { case: id, day } = context.req.valid("param");
    if (context.req.valid("query").reader !== undefined)
      return context.json({ reasons: ["The history of a case is its owner's alone."] }, 422);
    const found = await store.past(id, day);
    if (found === null) return context.json(unknownCase(id), 404);
    if (typeof found === "string")
      return context.json({ reasons: [`The case cannot be seen as it stood on ${day}: ${found}.`] }, 422);
    const files = found.files.map(({ path, text }) => ({ path, text, digest: digestOf(text) }));
    const revision = digestOf(JSON.stringify(files.map(({ path, digest }) => [path, digest])));
    return context.json({ id, files, problems: found.problems.map((one) => ({ ...one })), revision }, 200);
  });
  app.openapi(routes.alerts, async (context) => {
    const { case: id, form } = context.req.valid("param");
    const query = context.req.valid("query");
    const folder = await store.folder(id);
    if (folder === null) return context.json(unknownCase(id), 404);
    const options = { ...optionsIn(query), ...(query.knownAt && { knownAt: query.knownAt }), folder };
    const found = settledAnswer(
      await answerWith({ store, jobs }, { ...asking(context, id, query), task: "monitor", options }),
    );
    if (!found.ok) return context.json(found.failure, found.status);
    const { type, write } = alertForms[form];
    return context.body(write(found.value.found, { now: new Date() }), 200, {
      "content-type": type,
      // A feed is read where it is; a calendar or a table is kept.
      ...(form !== "atom" && { "content-disposition": `attachment; filename="alerts.${form}"` }),
    });
  });
  app.get("/api/events", (context) =>
    streamSSE(context, async (stream) => {
      const stop = listen((event) => void stream.writeSSE({ data: JSON.stringify(event) }).catch(() => {}));
      stream.onAbort(stop);
      await stream.writeSSE({ event: "hello", data: "" });
      while (!stream.aborted) {
        await stream.sleep(HEARTBEAT_MS);
        await stream.writeSSE({ event: "still here", data: "" });
      }
    }),
  );
  app.doc("/api/openapi.json", {
    openapi: "3.0.3",
    info: { title: "Parley: the workbench", version: "1", description: "Cases, edits, analyses; for this machine." },
  });
  app.get("*", (context) => servePage(context, pages));
  return app;
}

/** As much of what was changed as a page can show. */
const MOST_SHOWN = 4000;
const cut = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} …` : text);
const shortened = (entry: HistoryEntry) => ({
  ...entry,
  files: entry.files.map((change) => ({ ...change, took: cut(change.took), put: cut(change.put) })),
});

const entryOf = ({ entry }: Extract<EditOutcome, { kind: "done" }>) => ({ ...entry, files: [...entry.files] });

const conflictText = (outcome: Exclude<EditOutcome, { kind: "done" }>): string =>
  outcome.kind === "refused"
    ? outcome.reasons.join(" ")
    : `${outcome.file} was ${outcome.now === null ? "taken away" : "changed"} meanwhile, in another tab or by another program. Nothing was written over.`;

const draftIn = async (form: string, document: Framework | Brief) => {
  const { type, write } = draftForms[form === "docx" || form === "html" ? form : "md"];
  return { type, content: await write(document) };
};

const meetingsFile = (found: Schedule) => ({
  type: meetingsForm.type,
  content: meetingsForm.write(found, { now: new Date() }),
});

/** What an analysis is told: the same request, the same options to the letter. */
export const jobOptions = (options: contract.JobRequest["options"], reader: string | null) => ({
  ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
  sharedWith: reader,
});

const sent = (job: contract.Job): contract.SentJob => job;

/** Who asks, of which case. */
const asking = (context: Context, id: string, { reader }: Reading) => ({
  case: id,
  reader: reader ?? null,
  signal: context.req.raw.signal,
});

/** What an address says of an analysis. */
const optionsIn = ({ reader, asOf, models, view }: Reading) => {
  const views = view && Object.fromEntries(view.split(",").map((part) => part.split(":").slice(0, 2)));
  return { sharedWith: reader ?? null, ...(asOf && { asOf }), ...(models && { models }), ...(views && { views }) };
};

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");

function sayError(error: unknown): string {
  const code = codeOf(error);
  if (/^E[A-Z]+$/.test(code))
    return `It could not be written: ${reasonOf(error)}. What stood there before still does; what you entered is still on this page. Mend that and try again.`;
  return "The workbench stopped over a mistake of its own. Your files are as they were; please report what you did.";
}

const statusOf = (error: unknown): 500 | 507 => (/^E[A-Z]+$/.test(codeOf(error)) ? 507 : 500);

function servePage(context: Context, pages: AppOptions["pages"]): Response {
  const { path } = context.req;
  // Every page is the same document; it reads its address itself.
  const file =
    pages.get(path) ?? (path.startsWith("/assets/") || path.startsWith("/api") ? undefined : pages.get("/index.html"));
  if (!file) return context.json({ reasons: ["There is nothing at this address."] }, 404);
  const zip = /\bgzip\b/.test(context.req.header("accept-encoding") ?? "");
  return context.body(zip ? file.zipped : file.bytes, 200, {
    "content-type": file.type,
    "cache-control": file.lasting ? "public, max-age=31536000, immutable" : "no-cache",
    etag: `"${createHash("sha256").update(file.bytes).digest("hex").slice(0, 32)}"`,
    vary: "accept-encoding",
    ...(zip && { "content-encoding": "gzip" }),
  });
}
