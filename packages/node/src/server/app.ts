// The workbench's server as a function of a request: no port, no process, so that tests can ask it directly.
import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { streamSSE } from "hono/streaming";
import { MOST_BYTES as MOST_DOCUMENT_BYTES } from "../documents/index.js";
import { type CaseStore, MOST_ZIPPED_MB, reasonOf } from "../store/index.js";
import { addCases } from "./cases-api.js";
import type * as contract from "./contract.js";
import { addDocuments } from "./documents-api.js";
import { createGuard, type GuardOptions } from "./guard.js";
import { securityHeaders } from "./headers.js";
import { addInbox } from "./inbox-api.js";
import type { Jobs } from "./jobs.js";
import { addJobs } from "./jobs-api.js";
import { addLibrary } from "./library-api.js";
import { addMadeFiles } from "./made-files-api.js";
import { routes } from "./routes.js";
import { words } from "./server-words.js";
import { type StaticFile, servePage } from "./static-files.js";
import type { WorkbenchRooms } from "./workbench-rooms.js";

export interface AppOptions extends GuardOptions {
  readonly store: CaseStore;
  readonly jobs: Jobs;
  readonly rooms: WorkbenchRooms;
  readonly pages: ReadonlyMap<string, StaticFile>;
  /** Hears of everything that the pages should know of. @returns how to stop */
  readonly listen: (hear: (event: contract.ServerEvent) => void) => () => void;
}

const MIB = 1024 * 1024;
/** A document may be larger than an edit, and a text that is kept too. */
const mostOf = (method: string, path: string): number =>
  path === "/api/documents"
    ? MOST_DOCUMENT_BYTES
    : method === "POST" && path.endsWith("/inbox")
      ? MOST_INBOX_MB * MIB
      : path === "/api/zips"
        ? MOST_ZIPPED_MB * MIB
        : method === "PUT"
          ? 9 * MIB
          : 3 * MIB;
/** A .zip of many documents. */
const MOST_INBOX_MB = 100;
const HEARTBEAT_MS = 20_000;

export function createApp({ store, jobs, rooms, pages, listen, ...guarding }: AppOptions): OpenAPIHono {
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
    const tooMuch = words.tooLarge(most / 1024 / 1024);
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
      ? context.json({ reasons: [words.unreadable(error.message)] }, error.status)
      : context.json({ reasons: [sayError(error)] }, statusOf(error)),
  );
  app.notFound((context) => context.json({ reasons: [words.nothingHere] }, 404));

  addCases(app, { store, rooms });
  addDocuments(app, { store });
  addInbox(app, { store });
  addLibrary(app, { store });
  addJobs(app, { store, jobs });
  addMadeFiles(app, { store, jobs });
  app.openapi(routes.session, async (context) => {
    const answer = await guard.admit(context, context.req.valid("json").token);
    if (answer === "admitted") return context.body(null, 204);
    return answer === "busy"
      ? context.json({ reasons: [words.tokensSlowed] }, 429)
      : context.json({ reasons: [words.tokenWrong] }, 401);
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
  app.get(
    "*",
    (context) => servePage(context, pages, "/index.html") ?? context.json({ reasons: [words.nothingHere] }, 404),
  );
  return app;
}

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");

function sayError(error: unknown): string {
  const code = codeOf(error);
  if (/^E[A-Z]+$/.test(code)) return words.notWritten(reasonOf(error));
  return words.mistake;
}

const statusOf = (error: unknown): 500 | 507 => (/^E[A-Z]+$/.test(codeOf(error)) ? 507 : 500);
