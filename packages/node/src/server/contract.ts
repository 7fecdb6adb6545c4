// What the pages and the server say to each other: requests that are checked, and answers whose types the pages share.
import { z } from "@hono/zod-openapi";
import { isDate, MOST_MODELS, MOST_TEXT, type Reading } from "@parley/core/internal";
import type { Tasks } from "../jobs/index.js";
import { MOST_FILES } from "../store/index.js";

const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe("SHA-256 of a text, hexadecimal");
const name = z.string().min(1).max(200);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const failure = z
  .object({ reasons: z.array(z.string()).describe("What went wrong, where, and what to do: for people.") })
  .openapi("Failure");

export const caseEntry = z
  .object({
    id: z.string().describe("The path of its folder, parts joined by a colon"),
    title: z.string(),
    asOf: z.string().nullable(),
    problems: z.number().describe("Errors that keep it from being used"),
    about: z.string().nullable(),
    changed: z.string().nullable().describe("When one of its files was last changed"),
    worked: z.boolean().describe("Whether it was made or changed here"),
    archived: z.boolean().describe("Whether it is put away"),
    due: z
      .object({ day: z.string(), what: z.string() })
      .nullable()
      .describe("What falls due next, from the day of the answer on"),
  })
  .openapi("CaseEntry");

export const caseList = z.object({ cases: z.array(caseEntry) }).openapi("CaseList");

const problem = z.object({
  severity: z.enum(["error", "warning"]),
  place: z.object({ file: z.string(), line: z.number(), column: z.number() }),
  message: z.string(),
  offending: z.string().optional(),
});

export const caseFiles = z
  .object({
    id: z.string(),
    files: z.array(z.object({ path: z.string(), text: z.string(), digest })),
    /** What could not be read; what is wrong in the texts is found by parsing them. */
    problems: z.array(problem),
    revision: digest.describe("Of everything that was read: another revision, another case"),
  })
  .openapi("CaseFiles");

const change = z.object({
  path: z
    .array(z.union([name, z.number().int().nonnegative().max(10_000)]))
    .min(1)
    .max(12),
  value: z
    .unknown()
    .optional()
    .refine(isModest, "is too large or too deep for one field")
    .describe("Left out: the field is taken out"),
});

/** As much as one field of a case may come to. */
const MOST_PARTS = 20_000;
const DEEPEST = 12;
/** No field or name of a case is longer. */
const LONGEST_KEY = 200;

function isModest(value: unknown): boolean {
  let parts = 0;
  const fits = (part: unknown, depth: number): boolean => {
    parts += 1;
    if (parts > MOST_PARTS || depth > DEEPEST) return false;
    if (typeof part !== "object" || part === null) return true;
    const named = Array.isArray(part) ? [] : Object.keys(part);
    return (
      named.every((key) => key.length <= LONGEST_KEY) && Object.values(part).every((inner) => fits(inner, depth + 1))
    );
  };
  return fits(value, 0);
}

export const edit = z
  .object({
    what: z.string().min(1).max(300).describe("For the history, in the words of who made it"),
    files: z
      .array(
        z
          .object({
            file: name,
            base: digest.nullable().describe("Of the text it was made from; null: no file was there"),
            text: z
              .string()
              .max(1024 * 1024)
              .nullable()
              .optional()
              .describe("The whole text; null: taken away"),
            changes: z.array(change).min(1).max(200).optional().describe("Instead of the text"),
          })
          .refine(({ text, changes }) => (text === undefined) !== (changes === undefined), "text or changes, not both"),
      )
      .min(1)
      .max(MOST_FILES),
  })
  .openapi("Edit");

const fileChange = z.object({
  file: z.string(),
  before: digest.nullable(),
  after: digest.nullable(),
  at: z.number(),
  took: z.string(),
  put: z.string(),
});

export const historyEntry = z
  .object({
    n: z.number(),
    at: z.string(),
    who: z.string(),
    what: z.string(),
    files: z.array(fileChange).readonly(),
    undoes: z.number().optional(),
    redoes: z.number().optional(),
  })
  .openapi("HistoryEntry");

export const history = z
  .object({
    entries: z.array(historyEntry).describe("Newest first, the last 200"),
    undo: z.string().nullable().describe("What would be undone"),
    redo: z.string().nullable(),
  })
  .openapi("History");

export const conflict = failure
  .extend({ file: z.string(), now: z.string().nullable().describe("What stands there; null: the file is gone") })
  .openapi("Conflict");

/** As many names as any case has of one kind. */
const MOST_NAMES = 500;
const fewNames = (named: object): boolean => Object.keys(named).length <= MOST_NAMES;
const tooManyNames = `names more than ${MOST_NAMES} things`;

const options = z.object({
  asOf: day.optional(),
  models: z.number().int().min(1).max(MOST_MODELS).optional(),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31)
    .optional(),
  views: z.record(name, name).refine(fewNames, tooManyNames).optional().describe("party: holder"),
  within: z.enum(["proposed", "any"]).optional().describe("Of an assessment: how far advice may go"),
  turning: z.boolean().optional().describe("Whether to look for what would change a verdict"),
  spread: z.boolean().optional().describe("Of the frontier, list packages along all of it"),
  signable: z.boolean().optional().describe("Of the frontier, only packages that cross no red line"),
  offers: z.array(name).max(200).optional(),
  starts: z
    .record(name, day.nullable())
    .refine(fewNames, tooManyNames)
    .optional()
    .describe("Of the roadmap: commitment: the day on which it begins"),
  knownAt: day.optional().describe("Of monitoring: what was reported by this day"),
  party: name.optional().describe("Of a brief: whose principal reads it; of a laboratory: whose openings are compared"),
  since: day.optional().describe("Of a brief: movements after this day"),
  seconds: z.number().min(0).max(60).optional().describe("Of the roadmap: for a solver, for each point"),
});

export const TASKS = [
  "materials",
  "assess",
  "frontier",
  "roadmap",
  "monitor",
  "framework",
  "brief",
  "meetings",
  "laboratory",
] as const;

export const jobRequest = z
  .object({
    task: z.enum(TASKS),
    reader: name.optional().describe("Computed only from what this party, or the public, may see"),
    options,
  })
  .openapi("JobRequest");

export const job = z
  .object({
    id: z.string(),
    task: z.enum(TASKS),
    state: z.enum(["waiting", "running", "done", "stopped", "failed"]),
    share: z.number().describe("Of the work, 0–1"),
    result: z.unknown().optional().describe("docs/results.md says what is in it"),
    reasons: z.array(z.string()).optional(),
  })
  .openapi("Job");

const documentName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);
export const documentParams = z.object({ case: z.string().max(500), document: documentName });

export const planParams = z.object({ case: z.string().max(500), form: z.enum(["ics", "xml", "csv"]) });

export const draftParams = z.object({
  case: z.string().max(500),
  what: z.enum(["framework", "brief", "meetings"]),
  form: z.enum(["md", "html", "docx", "ics"]),
});

export const pastParams = z.object({ case: z.string().max(500), day: day.refine(isDate, "is no day of the calendar") });

export const alertParams = z.object({ case: z.string().max(500), form: z.enum(["ics", "atom", "csv"]) });

/** What a document comes to before anything of it is kept. */
export const documentText = z
  .object({
    format: z.enum(["text", "markdown", "html", "pdf", "docx"]),
    text: z.string(),
    title: z.string().optional(),
    byline: z.string().optional(),
    publisher: z.string().optional(),
    language: z.string().optional(),
    published: z.string().optional().describe("ISO day"),
    dayFrom: z
      .enum(["dateline", "metadata", "name"])
      .optional()
      .describe("Where that day stands: in the text, in what the file says of itself, or in its name."),
    matter: z.string().optional().describe("The front matter of Markdown."),
    pages: z.number().optional(),
    remarks: z.array(z.string()).readonly(),
  })
  .openapi("DocumentText");

/** Text in one line, without what no text may hold. */
const oneLine = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}\ufffe\uffff\u202a-\u202e\u2066-\u2069]*$/u, "should be one line of plain text");

const decision = z.enum(["accepted", "rejected"]);

/** A document that waits for a person, with what was found in it. */
export const inboxDocument = z
  .object({
    bytes: z.string().describe("SHA-256 of the document, by which it is known."),
    file: z.string(),
    title: z.string().nullable(),
    author: z.string().nullable(),
    publisher: z.string().nullable(),
    language: z.string().nullable(),
    url: z.string().nullable(),
    date: z.string().nullable(),
    dayFrom: z.enum(["dateline", "metadata", "name"]).nullable(),
    text: z.string(),
    reading: z.custom<Reading>().openapi({ type: "object" }),
    anew: z.number().describe("How often it was read anew: statements have other ids after each."),
    decided: z.record(z.string(), decision),
  })
  .openapi("InboxDocument");

export const inbox = z.object({ documents: z.array(inboxDocument).readonly() }).openapi("Inbox");

/** What came of a document that was sent: read, or the same as one that is there. */
export const inboxRead = z
  .object({
    read: z.array(z.object({ bytes: z.string(), file: z.string(), statements: z.number() })).readonly(),
    again: z.array(z.string()).readonly(),
    reasons: z.array(z.string()).readonly(),
  })
  .openapi("InboxRead");

export const inboxParams = z.object({ case: z.string().max(500), bytes: z.string().regex(/^[0-9a-f]{64}$/) });

export const inboxChange = z
  .object({
    decided: z.record(z.string().max(20), decision.nullable()),
    anew: z.number().int().min(0).describe("Of the document whose statements they are."),
    about: z
      .object({
        title: oneLine(300),
        author: oneLine(200),
        publisher: oneLine(200),
        language: z.string().regex(/^([a-z]{2,3}(-[A-Za-z]{2,4})?)?$/, "is no code of a language, such as en or pt-BR"),
        url: z
          .string()
          .max(2000)
          .regex(/^(https?:\/\/\S+)?$/i, "is no web address"),
        date: z.union([day, z.literal("")]),
      })
      .partial()
      .optional()
      .describe("What a person put right of the document; empty for what is not known."),
  })
  .openapi("InboxChange");

export const searchRequest = z
  .object({ query: z.string().max(500), most: z.number().int().min(1).max(200) })
  .openapi("SearchRequest");

const span = z.object({ start: z.number(), end: z.number() });

export const searchAnswer = z
  .object({
    hits: z
      .array(
        z.object({
          kind: z.enum(["record", "waiting", "passage", "source"]),
          id: z.string(),
          document: z.string().nullable().describe("The name of a text that is kept, or the digest of one that waits"),
          title: z.string(),
          date: z.string().nullable(),
          speaker: z.string().nullable(),
          excerpt: z.string(),
          marks: z.array(span).readonly(),
          place: span.nullable(),
        }),
      )
      .readonly(),
    total: z.number(),
    remarks: z.array(z.string()).readonly(),
  })
  .openapi("SearchAnswer");

/** What came of a file of citations. */
export const sourcesAdded = z
  .object({ added: z.number(), there: z.number(), remarks: z.array(z.string()).readonly() })
  .openapi("SourcesAdded");

export const keptText = z.object({ text: z.string().max(MOST_TEXT) }).openapi("KeptText");
export const keptNames = z.object({ documents: z.array(z.string()).readonly() }).openapi("KeptDocuments");

/** What a case would refuse as a control character is left out, as it cannot be seen where it is typed. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
const called = z
  .string()
  .transform((text) => text.replace(UNSEEN, "").trim())
  .pipe(z.string().min(1, "it needs a name").max(300));

export const newCase = z
  .object({
    name: called,
    template: z.string().max(64).nullable().describe("One of the templates; null: nothing but the parties"),
    parties: z.array(called).max(12).describe("Who negotiates, one's own side first"),
    day: day.refine(isDate, "is no day of the calendar").describe("From which it is seen"),
    team: z.string().max(64).nullable().describe("The party of a template whose team works on it; null: nobody's"),
  })
  .openapi("NewCase");

export const roomOpened = z
  .object({
    title: z.string(),
    seats: z.array(z.object({ name: z.string(), link: z.string().describe("Good once") })),
  })
  .openapi("RoomOpened");

export const madeCase = z.object({ id: z.string() }).openapi("MadeCase");

export const copyOfCase = z.object({ title: called }).openapi("CopyOfCase");

/** A table as a page shows it. */
export const shownTable = z
  .object({
    name: z.string().min(1).max(200),
    rows: z
      .array(z.array(z.string().max(20_000)).max(200))
      .min(1)
      .max(5000),
  })
  .openapi("ShownTable");

export const trashList = z.object({ trashed: z.array(z.string()).readonly() }).openapi("Trash");
export const trashName = z.object({ name: z.string().min(1).max(600) }).openapi("TrashName");

export const templateList = z
  .object({
    templates: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        about: z.string(),
        parties: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
      }),
    ),
  })
  .openapi("Templates");

export const session = z.object({ token: z.string().min(1).max(500) }).openapi("Session");

/** What the jobs `roadmap` and `brief` come to. */
export type { Brief, Roadmap } from "@parley/core/internal";
/** What the jobs `materials` and `monitor` come to. */
export type { Materials, MonitorAnswer } from "../jobs/index.js";

export type DocumentText = z.output<typeof documentText>;
export type InboxDocument = z.output<typeof inboxDocument>;
export type Inbox = z.output<typeof inbox>;
export type InboxRead = z.output<typeof inboxRead>;
export type InboxChange = z.input<typeof inboxChange>;
export type SearchFound = z.output<typeof searchAnswer>;
export type SourcesAdded = z.output<typeof sourcesAdded>;
export type NewCase = z.input<typeof newCase>;
export type RoomOpened = z.output<typeof roomOpened>;
export type MadeCase = z.output<typeof madeCase>;
export type TrashList = z.output<typeof trashList>;
export type TemplateList = z.output<typeof templateList>;
export type CaseList = z.output<typeof caseList>;
export type HistoryEntry = z.output<typeof historyEntry>;
export type CaseFiles = z.output<typeof caseFiles>;
export type EditRequest = z.input<typeof edit>;
export type Conflict = z.output<typeof conflict>;
export type Failure = z.output<typeof failure>;
export type History = z.output<typeof history>;
/** A job as it is sent, whatever its result is. */
export type SentJob = z.output<typeof job>;
export type JobTask = (typeof TASKS)[number];
/** What each task comes to; docs/results.md says what is in it. */
export type JobResults = { readonly [N in JobTask]: Tasks[N]["result"] };
export type Job<N extends JobTask = JobTask> = Omit<z.output<typeof job>, "task" | "result"> & {
  readonly task: N;
  readonly result?: JobResults[N];
};
export type JobRequest<N extends JobTask = JobTask> = z.input<typeof jobRequest> & { readonly task: N };

/** What the stream of events says: a case was changed, or a job moved on. */
export type ServerEvent =
  | { readonly kind: "case"; readonly case: string; readonly files: readonly string[]; readonly outside: boolean }
  | { readonly kind: "job"; readonly id: string; readonly state: Job["state"]; readonly share: number };
