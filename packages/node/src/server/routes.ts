// Every address of the API: what it takes and what it answers. The OpenAPI description is made of these.
import { createRoute, z } from "@hono/zod-openapi";
import { MOST_MODELS } from "@parley/core/internal";
import { planEntries } from "../calendars/index.js";
import * as contract from "./contract.js";

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { "application/json": { schema } },
  description,
});
const body = <T extends z.ZodType>(schema: T) => ({
  content: { "application/json": { schema } },
  required: true as const,
});
const failed = json(contract.failure, "Why not, and what to do");
const params = z.object({ case: z.string().max(500) });
const reading = z.object({
  reader: z.string().max(64).optional(),
  asOf: z.string().max(10).optional(),
  view: z.string().max(2000).optional().describe("party:holder, joined by commas"),
  models: z.coerce.number().int().min(1).max(MOST_MODELS).optional(),
});

export type AnalysisQuery = z.output<typeof reading>;

export const routes = {
  list: createRoute({
    method: "get",
    path: "/api/cases",
    responses: { 200: json(contract.caseList, "Every case in the served folder") },
  }),
  create: createRoute({
    method: "post",
    path: "/api/cases",
    request: { body: body(contract.newCase) },
    responses: { 201: json(contract.madeCase, "The case was made"), 404: failed, 409: failed },
  }),
  templates: createRoute({
    method: "get",
    path: "/api/templates",
    responses: { 200: json(contract.templateList, "What a new case can begin with") },
  }),
  copy: createRoute({
    method: "post",
    path: "/api/cases/{case}/copies",
    request: { params, body: body(contract.copyOfCase) },
    responses: { 201: json(contract.madeCase, "The copy was made"), 404: failed, 409: failed },
  }),
  trash: createRoute({
    method: "delete",
    path: "/api/cases/{case}",
    request: { params },
    responses: { 200: json(contract.trashName, "It lies in the trash under this name"), 404: failed },
  }),
  archive: createRoute({
    method: "post",
    path: "/api/cases/{case}/archive",
    request: { params },
    responses: { 200: json(contract.madeCase, "Put away, or taken out again; its id now"), 404: failed },
  }),
  openRoom: createRoute({
    method: "post",
    path: "/api/cases/{case}/rooms",
    request: { params },
    responses: {
      201: json(contract.roomOpened, "A room on what everybody may see of the case; a link for each seat"),
      404: failed,
      422: failed,
    },
  }),
  zip: createRoute({
    method: "get",
    path: "/api/cases/{case}/zip",
    request: { params },
    responses: {
      200: { description: "All files of the case but its history, as a .zip" },
      404: failed,
      422: failed,
    },
  }),
  unzip: createRoute({
    method: "post",
    path: "/api/zips",
    request: {
      query: z.object({ name: z.string().min(1).max(300) }),
      body: { content: { "application/octet-stream": { schema: z.unknown() } }, required: true as const },
    },
    responses: { 201: json(contract.madeCase, "The case was made"), 409: failed, 422: failed },
  }),
  table: createRoute({
    method: "post",
    path: "/api/tables",
    request: { body: body(contract.shownTable) },
    responses: { 200: { description: "The table as a workbook (.xlsx)" } },
  }),
  trashed: createRoute({
    method: "get",
    path: "/api/trash",
    responses: { 200: json(contract.trashList, "What lies in the trash") },
  }),
  restore: createRoute({
    method: "post",
    path: "/api/trash/restore",
    request: { body: body(contract.trashName) },
    responses: { 200: json(contract.trashList, "It is back in its place"), 404: failed },
  }),
  emptyTrash: createRoute({
    method: "delete",
    path: "/api/trash",
    responses: { 204: { description: "It is empty" } },
  }),
  read: createRoute({
    method: "get",
    path: "/api/cases/{case}",
    request: { params, query: reading },
    responses: { 200: json(contract.caseFiles, "The files that the reader may see"), 404: failed },
  }),
  edit: createRoute({
    method: "post",
    path: "/api/cases/{case}/edits",
    request: { params, body: body(contract.edit) },
    responses: {
      200: json(contract.historyEntry, "It is on the disk"),
      404: failed,
      409: json(contract.conflict, "Something else stands there by now; nothing was written"),
      422: failed,
    },
  }),
  text: createRoute({
    method: "post",
    path: "/api/documents",
    request: {
      query: z.object({ name: z.string().min(1).max(300) }),
      body: { content: { "application/octet-stream": { schema: z.unknown() } }, required: true as const },
    },
    responses: { 200: json(contract.documentText, "Its text; nothing is kept"), 422: failed, 503: failed },
  }),
  documents: createRoute({
    method: "get",
    path: "/api/cases/{case}/documents",
    request: { params },
    responses: { 200: json(contract.keptNames, "The texts that are kept"), 404: failed },
  }),
  document: createRoute({
    method: "get",
    path: "/api/cases/{case}/documents/{document}",
    request: { params: contract.documentParams },
    responses: { 200: json(contract.keptText, "The text as it was read"), 404: failed },
  }),
  keep: createRoute({
    method: "put",
    path: "/api/cases/{case}/documents/{document}",
    request: { params: contract.documentParams, body: body(contract.keptText) },
    responses: { 204: { description: "It is on the disk" }, 404: failed, 409: failed },
  }),
  inbox: createRoute({
    method: "get",
    path: "/api/cases/{case}/inbox",
    request: { params },
    responses: { 200: json(contract.inbox, "The documents that wait for a person"), 404: failed },
  }),
  addToInbox: createRoute({
    method: "post",
    path: "/api/cases/{case}/inbox",
    request: {
      params,
      query: z.object({ name: z.string().min(1).max(500) }),
      body: { content: { "application/octet-stream": { schema: z.unknown() } }, required: true as const },
    },
    responses: { 200: json(contract.inboxRead, "What came of it"), 404: failed, 422: failed, 503: failed },
  }),
  decideInbox: createRoute({
    method: "post",
    path: "/api/cases/{case}/inbox/{bytes}",
    request: { params: contract.inboxParams, body: body(contract.inboxChange) },
    responses: { 204: { description: "It is on the disk" }, 404: failed, 409: failed },
  }),
  search: createRoute({
    method: "post",
    path: "/api/cases/{case}/search",
    request: { params, body: body(contract.searchRequest) },
    responses: { 200: json(contract.searchAnswer, "Where the words stand"), 404: failed, 422: failed },
  }),
  addSources: createRoute({
    method: "post",
    path: "/api/cases/{case}/sources",
    request: {
      params,
      query: z.object({ name: z.string().min(1).max(300) }),
      body: { content: { "application/octet-stream": { schema: z.unknown() } }, required: true as const },
    },
    responses: { 200: json(contract.sourcesAdded, "They are on the disk"), 404: failed, 409: failed, 422: failed },
  }),
  sources: createRoute({
    method: "get",
    path: "/api/cases/{case}/sources/{form}",
    request: { params: params.extend({ form: z.enum(["json", "bib"]) }) },
    responses: { 200: { description: "The sources as CSL-JSON or BibTeX" }, 404: failed, 422: failed },
  }),
  history: createRoute({
    method: "get",
    path: "/api/cases/{case}/history",
    request: { params },
    responses: { 200: json(contract.history, "Who changed what, when"), 404: failed },
  }),
  undo: createRoute({
    method: "post",
    path: "/api/cases/{case}/undo",
    request: { params },
    responses: { 200: json(contract.historyEntry, "Taken back"), 404: failed, 409: failed, 422: failed },
  }),
  redo: createRoute({
    method: "post",
    path: "/api/cases/{case}/redo",
    request: { params },
    responses: { 200: json(contract.historyEntry, "Done again"), 404: failed, 409: failed, 422: failed },
  }),
  start: createRoute({
    method: "post",
    path: "/api/cases/{case}/jobs",
    request: { params, body: body(contract.jobRequest) },
    responses: { 202: json(contract.job, "The job, perhaps done already"), 404: failed, 422: failed, 503: failed },
  }),
  job: createRoute({
    method: "get",
    path: "/api/jobs/{job}",
    request: { params: z.object({ job: z.string().max(64) }) },
    responses: { 200: json(contract.job, "How far it is, or its result"), 404: failed },
  }),
  leave: createRoute({
    method: "delete",
    path: "/api/jobs/{job}",
    request: { params: z.object({ job: z.string().max(64) }) },
    responses: { 204: { description: "One waits less; it stops when none does" }, 404: failed },
  }),
  session: createRoute({
    method: "post",
    path: "/api/session",
    request: { body: body(contract.session) },
    responses: { 204: { description: "The browser may come in" }, 401: failed, 429: failed },
  }),
  report: createRoute({
    method: "get",
    path: "/api/cases/{case}/report",
    request: { params, query: reading },
    responses: {
      200: { content: { "text/html": { schema: z.string() } }, description: "The report" },
      404: failed,
      422: failed,
      503: failed,
    },
  }),
  plan: createRoute({
    method: "get",
    path: "/api/cases/{case}/roadmap/{form}",
    request: { params: contract.planParams, query: reading.extend({ as: z.enum(planEntries).optional() }) },
    responses: {
      200: { content: { "text/calendar": { schema: z.string() } }, description: "The plan: .ics, .xml or .csv" },
      404: failed,
      422: failed,
      503: failed,
    },
  }),
  draft: createRoute({
    method: "get",
    path: "/api/cases/{case}/drafts/{what}/{form}",
    request: {
      params: contract.draftParams,
      query: reading.extend({
        party: z.string().max(64).optional(),
        offer: z.string().max(64).optional(),
        since: z.string().max(10).optional(),
      }),
    },
    responses: {
      200: {
        content: { "application/octet-stream": { schema: z.string() } },
        description: "The framework or the brief as .md, .html or .docx; the meetings as .ics",
      },
      404: failed,
      422: failed,
      503: failed,
    },
  }),
  past: createRoute({
    method: "get",
    path: "/api/cases/{case}/past/{day}",
    request: { params: contract.pastParams, query: z.object({ reader: z.string().max(64).optional() }) },
    responses: {
      200: json(contract.caseFiles, "The files as they stood at the end of that day, by the history"),
      404: failed,
      422: failed,
    },
  }),
  alerts: createRoute({
    method: "get",
    path: "/api/cases/{case}/monitoring/{form}",
    request: { params: contract.alertParams, query: reading.extend({ knownAt: z.string().max(10).optional() }) },
    responses: {
      200: { content: { "text/calendar": { schema: z.string() } }, description: "Alerts: .ics, .atom or .csv" },
      404: failed,
      422: failed,
      503: failed,
    },
  }),
} as const;
