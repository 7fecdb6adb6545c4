// Long work: begun, looked at, left.
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { CaseStore } from "../store/index.js";
import { BUSY, readCase, unknownCase } from "./answer.js";
import type * as contract from "./contract.js";
import type { Jobs } from "./jobs.js";
import { routes } from "./routes.js";
import { words } from "./server-words.js";

export function addJobs(app: OpenAPIHono, { store, jobs }: { readonly store: CaseStore; readonly jobs: Jobs }): void {
  app.openapi(routes.start, async (context) => {
    const { case: id } = context.req.valid("param");
    const { task, reader, options } = context.req.valid("json");
    const read = await readCase(store, id, reader ?? null);
    if (read === null) return context.json(unknownCase(id), 404);
    if (!read.ok) return context.json({ reasons: [...read.reasons] }, 422);
    const observations = await store.observations(id, reader ?? null);
    if (observations === null) return context.json(unknownCase(id), 404);
    const own = jobOptions(options, reader ?? null);
    // Which rows these are is the store's to say, never a request's.
    const job = jobs.start(task, read.value, task === "monitor" ? { ...own, observations } : own);
    return job ? context.json(sent(job), 202) : context.json(BUSY, 503);
  });
  app.openapi(routes.job, (context) => {
    const found = jobs.get(context.req.valid("param").job);
    return found ? context.json(sent(found), 200) : context.json({ reasons: [words.workGone] }, 404);
  });
  app.openapi(routes.leave, (context) =>
    jobs.leave(context.req.valid("param").job)
      ? context.body(null, 204)
      : context.json({ reasons: [words.workGone] }, 404),
  );
}

/** What an analysis is told: the same request, the same options to the letter. */
export const jobOptions = (options: contract.JobRequest["options"], reader: string | null) => ({
  ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
  sharedWith: reader,
});

const sent = (job: contract.Job): contract.SentJob => job;
