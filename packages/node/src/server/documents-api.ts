// Documents: what they say, and the texts that are kept.
import type { OpenAPIHono } from "@hono/zod-openapi";
import pLimit from "p-limit";
import { readDocument } from "../documents/index.js";
import type { CaseStore } from "../store/index.js";
import { BUSY, unknownCase } from "./answer.js";
import { routes } from "./routes.js";
import { words } from "./server-words.js";

/** Documents that wait to be read, each in a thread of its own, one after the other. */
const MOST_WAITING = 8;

export function addDocuments(app: OpenAPIHono, { store }: { readonly store: CaseStore }): void {
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
    const documents = await store.documents(id, null);
    return documents ? context.json({ documents }, 200) : context.json(unknownCase(id), 404);
  });
  app.openapi(routes.document, async (context) => {
    const { case: id, document } = context.req.valid("param");
    const text = await store.document(id, document, null);
    return text === null
      ? context.json({ reasons: [words.documentGone(`documents/${document}.txt`)] }, 404)
      : context.json({ text }, 200);
  });
  app.openapi(routes.keep, async (context) => {
    const { case: id, document } = context.req.valid("param");
    const kept = await store.keepDocument(id, document, context.req.valid("json").text);
    if (kept === null) return context.json(unknownCase(id), 404);
    return kept
      ? context.body(null, 204)
      : context.json({ reasons: [words.documentTaken(`documents/${document}.txt`)] }, 409);
  });
}
