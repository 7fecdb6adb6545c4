// Files that are made of a case, to be read elsewhere: the report, the roadmap, drafts, alerts.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { type Brief, type Framework, type Schedule, viewingOf, wordingIn } from "@parley/core/internal";
import type { Context } from "hono";
import { alertForms, meetingsForm, planForms } from "../calendars/index.js";
import { draftForms } from "../drafts/index.js";
import { renderReport } from "../report/index.js";
import { workbookOf } from "../scenarios/index.js";
import type { CaseStore } from "../store/index.js";
import { answerWith, settledAnswer, unknownCase } from "./answer.js";
import type { Jobs } from "./jobs.js";
import { type AnalysisQuery, routes } from "./routes.js";
import { words as refusals } from "./server-words.js";

/** The language of the files. */
const words = wordingIn("en");

export function addMadeFiles(
  app: OpenAPIHono,
  { store, jobs }: { readonly store: CaseStore; readonly jobs: Jobs },
): void {
  app.openapi(routes.report, async (context) => {
    const { case: id } = context.req.valid("param");
    const { reader = null } = context.req.valid("query");
    const options = optionsIn(context.req.valid("query"));
    const { signal } = context.req.raw;
    const found = await answerWith({ store, jobs }, { case: id, reader, task: "materials", options, signal });
    if (!found.ok) return context.json(found.failure, found.status);
    const viewing = viewingOf(found.negotiation, options);
    if (!viewing.ok) return context.json({ reasons: [...viewing.reasons] }, 422);
    return context.html(renderReport(found.negotiation, found.result, viewing.value, words), 200);
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
    // To its owner every entry of the history is a revision; to others, who may not see it, there is none.
    const revision = (await store.history(id, query.reader ?? null))?.at(-1)?.n ?? 0;
    const { type, write } = planForms[form];
    return context.body(write(map.value, { now: new Date(), revision, ...(query.as && { as: query.as }) }), 200, {
      "content-type": type,
      "content-disposition": `attachment; filename="roadmap${query.as === "events" ? "-events" : ""}.${form}"`,
    });
  });
  app.openapi(routes.draft, async (context) => {
    const { case: id, what, form } = context.req.valid("param");
    const query = context.req.valid("query");
    if ((form === "ics") !== (what === "meetings")) return context.json({ reasons: [refusals.noSuchForm] }, 422);
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
  app.openapi(routes.table, (context) => {
    const { name, rows } = context.req.valid("json");
    const bytes = workbookOf([{ name, rows: rows.map((row) => row.map(cellOf)) }]);
    return context.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    });
  });
  app.openapi(routes.alerts, async (context) => {
    const { case: id, form } = context.req.valid("param");
    const query = context.req.valid("query");
    const observations = await store.observations(id, query.reader ?? null);
    if (observations === null) return context.json(unknownCase(id), 404);
    const options = { ...optionsIn(query), ...(query.knownAt && { knownAt: query.knownAt }), observations };
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
}

/** A number where the whole cell is one; else the text, whatever it begins with: no cell is ever a formula. */
const cellOf = (text: string): string | number => {
  const plain = text.trim().replace("−", "-");
  return /^-?\d{1,15}(\.\d+)?$/.test(plain) ? Number(plain) : text;
};

const draftIn = async (form: string, document: Framework | Brief) => {
  const { type, write } = draftForms[form === "docx" || form === "html" ? form : "md"];
  return { type, content: await write(document, words) };
};

const meetingsFile = (found: Schedule) => ({
  type: meetingsForm.type,
  content: meetingsForm.write(found, { now: new Date() }),
});

/** Who asks, of which case. */
const asking = (context: Context, id: string, { reader }: AnalysisQuery) => ({
  case: id,
  reader: reader ?? null,
  signal: context.req.raw.signal,
});

/** What an address says of an analysis. */
const optionsIn = ({ reader, asOf, models, view }: AnalysisQuery) => {
  const views = view && Object.fromEntries(view.split(",").map((part) => part.split(":").slice(0, 2)));
  return { sharedWith: reader ?? null, ...(asOf && { asOf }), ...(models && { models }), ...(views && { views }) };
};
