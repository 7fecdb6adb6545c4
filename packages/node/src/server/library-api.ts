// The library of a case: search over its statements and documents, and its sources for programs that keep citations.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { type Case, type CaseSearch, searchIn } from "@parley/core/internal";
import { addSources, citationForms, readCitations } from "../citations/index.js";
import { type CaseStore, searchedTexts } from "../store/index.js";
import { readCase, unknownCase } from "./answer.js";
import { routes } from "./routes.js";
import { words } from "./server-words.js";

export function addLibrary(app: OpenAPIHono, { store }: { readonly store: CaseStore }): void {
  const searches = keptSearches(store);
  app.openapi(routes.search, async (context) => {
    const { case: id } = context.req.valid("param");
    const { query, most } = context.req.valid("json");
    const read = await readCase(store, id, null);
    if (read === null) return context.json(unknownCase(id), 404);
    if (!read.ok) return context.json({ reasons: [...read.reasons] }, 422);
    const { search } = await searches.of(id, read.value);
    return context.json(search(query, most), 200);
  });
  app.openapi(routes.addSources, async (context) => {
    const { case: id } = context.req.valid("param");
    const { name } = context.req.valid("query");
    const read = await readCase(store, id, null);
    if (read === null) return context.json(unknownCase(id), 404);
    if (!read.ok) return context.json({ reasons: [...read.reasons] }, 422);
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const cited = await readCitations({ name, bytes }, context.req.raw.signal);
    if (!cited.ok) return context.json({ reasons: [...cited.reasons] }, 422);
    const done = await addSources(store, id, read.value, cited.value.sources, words.sourcesAdded);
    if (done === null) return context.json(unknownCase(id), 404);
    const { added, there, outcome } = done;
    if (outcome?.kind === "conflict")
      return context.json({ reasons: [words.changedMeanwhile(outcome.file, false)] }, 409);
    if (outcome?.kind === "refused") return context.json({ reasons: [...outcome.reasons] }, 422);
    return context.json({ added, there, remarks: cited.value.remarks }, 200);
  });
  app.openapi(routes.sources, async (context) => {
    const { case: id, form } = context.req.valid("param");
    const read = await readCase(store, id, null);
    if (read === null) return context.json(unknownCase(id), 404);
    if (!read.ok) return context.json({ reasons: [...read.reasons] }, 422);
    const { type, write } = citationForms[form];
    return context.body(await write(read.value.sources), 200, {
      "content-type": type,
      "content-disposition": `attachment; filename="sources.${form}"`,
    });
  });
}

interface Kept {
  readonly stamp: string;
  readonly search: Promise<CaseSearch>;
}

/** Cases that were searched last, each taken up once as long as nothing in it changes. */
function keptSearches(store: CaseStore): { readonly of: (id: string, negotiation: Case) => Promise<CaseSearch> } {
  const kept = new Map<string, Kept>();
  return {
    of: async (id, negotiation) => {
      const stamp = await stampOf(store, id, negotiation);
      const before = kept.get(id);
      if (before?.stamp === stamp) return await before.search;
      const search = searchedTexts(store, id, negotiation).then((texts) => searchIn(negotiation, texts));
      kept.delete(id);
      kept.set(id, { stamp, search });
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return await search.catch((error: unknown) => {
        kept.delete(id);
        throw error;
      });
    },
  };
}

const MOST_KEPT = 3;

/** Changes with the case, with its texts and with what is decided of them. */
const stampOf = async (store: CaseStore, id: string, { digest }: Case): Promise<string> =>
  JSON.stringify([digest, await store.documents(id, null), await store.inboxStamp(id)]);
