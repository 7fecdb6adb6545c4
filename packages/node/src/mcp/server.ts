// The server by which an assistant reads the cases of a folder (Model Context Protocol). It reads for one reader, from its beginning to
// its end, and writes nothing but proposals, where these are allowed. Cases are named by ids alone: no path is ever taken from outside.
import { McpServer, ResourceTemplate } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { type Case, describeProblem, parseCase } from "@parley/core/internal";
import pLimit from "p-limit";
import { z } from "zod";
import { readStatements } from "../documents/index.js";
import { type Cases, findCases, parseStoppably, type Reader, reasonOf } from "../store/index.js";
import { type Proposed, propose } from "./proposals.js";
import {
  ANALYSES,
  type AnalysisName,
  analysisTools,
  caseInput,
  type McpWords,
  proposalInput,
  textInput,
} from "./tools.js";

/** Runs a command line of Parley, and gives what it writes. */
export type Run = (
  args: readonly string[],
  signal: AbortSignal,
) => Promise<{ readonly code: number; readonly out: string; readonly err: string }>;

export interface Assistant {
  /** The folder of the cases, absolute. */
  readonly folder: string;
  readonly reader: Reader;
  readonly proposals: boolean;
  /** Of this program. */
  readonly version: string;
  /** By their ids. */
  readonly cases: Cases;
  readonly run: Run;
  readonly words: McpWords;
}

/** Questions that are worked on at once, and that wait. */
const AT_ONCE = 2;
const MOST_WAITING = 16;
const SECONDS = 120;
const MOST_RESULT_BYTES = 4 * 1024 * 1024;
/** Texts that may be proposed while the server runs. */
const MOST_PROPOSALS = 100;

/** What is refused, in words for who asked. */
class Refused extends Error {}

export interface AssistantServers {
  /** A server for one connection. */
  readonly make: () => McpServer;
  /** Waits until nothing is worked on. */
  readonly idle: () => Promise<void>;
}

/** Servers for one reader; all share what is worked on at once, and how much was proposed. */
export function assistantServers(assistant: Assistant): AssistantServers {
  const { ask, idle } = gate(assistant.words);
  const proposing = { texts: 0, statements: new Map<string, number>(), inTurn: pLimit(1) };
  return { make: () => serverFor(assistant, ask, proposing), idle };
}

function serverFor(assistant: Assistant, ask: Gate, proposing: Proposing): McpServer {
  const { reader, proposals, version, words } = assistant;
  const server = new McpServer({ name: "parley", version }, { instructions: words.instructions(reader, proposals) });
  const answered = async (signal: AbortSignal, work: (signal: AbortSignal) => Promise<CallToolResult>) => {
    try {
      return await ask(signal, work);
    } catch (error) {
      return failed(error instanceof Refused ? error.message : reasonOf(error));
    }
  };
  const looks = { readOnlyHint: true, openWorldHint: false } as const;

  server.registerTool(
    "list_cases",
    { ...words.tools.list_cases, inputSchema: z.strictObject({}), annotations: looks },
    (_, { signal }) => answered(signal, async (stop) => said(await listText(assistant, stop))),
  );
  server.registerTool(
    "read_case",
    { ...words.tools.read_case, inputSchema: caseInput(words), annotations: looks },
    ({ case: id }, { signal }) =>
      answered(signal, async (stop) =>
        said(aboutText(words, await opened(assistant, id, stop), await documentsOf(assistant, id))),
      ),
  );
  for (const { name, input, more } of analysisTools(words))
    server.registerTool(name, { ...words.tools[name], inputSchema: input, annotations: looks }, (asked, { signal }) =>
      answered(signal, async (stop) => {
        const folder = await folderOf(assistant, asked.case);
        const args = [
          name,
          folder,
          ...more(asked),
          ...(asked.asOf === undefined ? [] : ["--as-of", asked.asOf]),
          ...forReader(await readerOf(assistant, asked.case)),
        ];
        if (!asked.figures) return said(await written(assistant, args, folder, asked.case, stop));
        const result = await resultOf(assistant, args, folder, asked.case, stop);
        const sentences = sentencesIn(result);
        return { ...said(sentences.join("\n") || words.noSentence), structuredContent: { result } };
      }),
    );
  server.registerTool(
    "read_text",
    { ...words.tools.read_text, inputSchema: textInput(words), annotations: looks },
    ({ text, date }, { signal }) =>
      answered(signal, async (stop) => {
        const read = await readStatements(
          words.tools.read_text.title,
          { text, date: date ?? null, author: null, negotiation: null },
          stop,
        );
        if (!read.ok) throw new Refused(read.reasons.join("\n"));
        const { statements } = read.value;
        const lines = statements.map(({ speaker, quote, segments }) =>
          words.read[segments.length > 0 ? "quoted" : "reported"](speaker?.name ?? words.read.nobody, quote),
        );
        return { ...said(lines.join("\n") || words.read.none), structuredContent: { result: read.value } };
      }),
  );
  if (proposals) addProposals(server, assistant, answered, proposing);
  addResources(server, assistant, ask);
  addPrompts(server, words);
  return server;
}

type Answered = (
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<CallToolResult>,
) => Promise<CallToolResult>;

interface Proposing {
  texts: number;
  readonly statements: Proposed;
  /** One after the other: each reads a document of the inbox and writes it. */
  readonly inTurn: ReturnType<typeof pLimit>;
}

function addProposals(server: McpServer, assistant: Assistant, answered: Answered, proposing: Proposing): void {
  const { words, cases } = assistant;
  server.registerTool(
    "propose_statements",
    {
      ...words.tools.propose_statements,
      inputSchema: proposalInput(words),
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    (proposal, { signal }) =>
      answered(signal, async (stop) => {
        await folderOf(assistant, proposal.case);
        if (proposing.texts >= MOST_PROPOSALS) throw new Refused(words.tooManyProposals(MOST_PROPOSALS));
        const reasons = await proposing.inTurn(() => propose(words, cases, proposing.statements, proposal, stop));
        if (reasons) throw new Refused(words.nothingProposed(reasons));
        proposing.texts++;
        return said(words.proposed(proposal.statements.length, proposal.name));
      }),
  );
}

const RESULTS = new Set<string>(ANALYSES);
const JSON_TYPE = "application/json";

function addResources(server: McpServer, assistant: Assistant, asking: Gate): void {
  const { words, cases } = assistant;
  // What the file system says names places; only what is meant for who asks is told.
  const ask: Gate = (signal, work) =>
    asking(signal, work).catch((error: unknown) => {
      throw error instanceof Refused ? error : new Refused(reasonOf(error));
    });
  const one = (value: string | readonly string[] | undefined): string => decodeURIComponent(String(value ?? ""));
  const contents = (uri: URL, mimeType: string, text: string) => ({ contents: [{ uri: uri.href, mimeType, text }] });
  server.registerResource(
    "case",
    new ResourceTemplate("parley://case/{case}", {
      list: async ({ signal }) =>
        await ask(signal, async () => ({
          resources: [...(await findCases(assistant.folder)).keys()].map((id) => ({
            uri: `parley://case/${encodeURIComponent(id)}`,
            name: id,
            mimeType: "text/plain",
          })),
        })),
    }),
    { ...words.tools.read_case, mimeType: "text/plain" },
    async (uri, { case: given }, { signal }) =>
      await ask(signal, async (stop) => {
        const id = one(given);
        const text = aboutText(words, await opened(assistant, id, stop), await documentsOf(assistant, id));
        return contents(uri, "text/plain", text);
      }),
  );
  server.registerResource(
    "result",
    new ResourceTemplate("parley://case/{case}/result/{analysis}", { list: undefined }),
    { title: words.inputs.figures, mimeType: JSON_TYPE },
    async (uri, { case: given, analysis }, { signal }) =>
      await ask(signal, async (stop) => {
        const [id, name] = [one(given), one(analysis)];
        if (!isAnalysis(name)) throw new Refused(ANALYSES.join(", "));
        const folder = await folderOf(assistant, id);
        const args = [name, folder, ...forReader(await readerOf(assistant, id))];
        return contents(uri, JSON_TYPE, JSON.stringify(await resultOf(assistant, args, folder, id, stop)));
      }),
  );
  server.registerResource(
    "document",
    new ResourceTemplate("parley://case/{case}/document/{name}", { list: undefined }),
    { title: words.about.documents, mimeType: "text/plain" },
    async (uri, { case: given, name }, { signal }) =>
      await ask(signal, async () => {
        const [id, wanted] = [one(given), one(name)];
        const reader = await readerOf(assistant, id);
        // Only what is listed is opened: a name is never a path.
        const listed = (await cases.documents(id, reader)) ?? [];
        const text = listed.includes(wanted) ? await cases.document(id, wanted, reader) : null;
        if (text === null) throw new Refused(words.unknownDocument(wanted));
        return contents(uri, "text/plain", text);
      }),
  );
}

const isAnalysis = (name: string): name is AnalysisName => RESULTS.has(name);

function addPrompts(server: McpServer, { prompts, inputs }: McpWords): void {
  const user = (text: string) => ({ messages: [{ role: "user" as const, content: { type: "text" as const, text } }] });
  const id = z.string().max(200).describe(inputs.case);
  const { weigh_offer: weigh, prepare_meeting: prepare, check_promises: check } = prompts;
  server.registerPrompt(
    "weigh_offer",
    {
      title: weigh.title,
      description: weigh.description,
      argsSchema: { case: id, offer: z.string().max(200).describe(inputs.offers) },
    },
    ({ case: of, offer }) => user(weigh.text(of, offer)),
  );
  server.registerPrompt(
    "prepare_meeting",
    { title: prepare.title, description: prepare.description, argsSchema: { case: id } },
    ({ case: of }) => user(prepare.text(of)),
  );
  server.registerPrompt(
    "check_promises",
    { title: check.title, description: check.description, argsSchema: { case: id } },
    ({ case: of }) => user(check.text(of)),
  );
}

type Gate = <T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/** Lets so many questions in at once, and ends those that take too long. */
function gate(words: McpWords): { readonly ask: Gate; readonly idle: () => Promise<void> } {
  const limit = pLimit(AT_ONCE);
  const going = new Set<Promise<unknown>>();
  const ask: Gate = async (signal, work) => {
    if (limit.pendingCount >= MOST_WAITING) throw new Refused(words.tooBusy);
    const done = limit(async () => {
      const late = AbortSignal.timeout(SECONDS * 1000);
      try {
        return await work(AbortSignal.any([signal, late]));
      } catch (error) {
        throw late.aborted ? new Refused(words.tookTooLong(SECONDS)) : error;
      }
    });
    going.add(done);
    try {
      return await done;
    } finally {
      going.delete(done);
    }
  };
  const idle = async () => {
    while (going.size > 0) await Promise.allSettled(going);
  };
  return { ask, idle };
}

const said = (text: string): CallToolResult => ({ content: [{ type: "text", text }] });
const failed = (text: string): CallToolResult => ({ ...said(text), isError: true });
const forReader = (reader: Reader): readonly string[] => (reader === null ? [] : ["--share", reader]);

/** The folder of a case, by its id. @throws Refused where there is none */
async function folderOf({ folder, words }: Assistant, id: string): Promise<string> {
  const found = (await findCases(folder)).get(id);
  if (found === undefined) throw new Refused(words.unknownCase(id));
  return found;
}

/** What a command writes. Where a case lies is not told. */
async function written(
  { run }: Assistant,
  args: readonly string[],
  folder: string,
  id: string,
  signal: AbortSignal,
): Promise<string> {
  const { code, out, err } = await run(args, signal);
  signal.throwIfAborted();
  const told = (text: string) => text.replaceAll(folder, () => id);
  if (code !== 0) throw new Refused(told(err || out).trim());
  return args.includes("--json") ? out : told(out).trimEnd();
}

async function resultOf(
  assistant: Assistant,
  args: readonly string[],
  folder: string,
  id: string,
  signal: AbortSignal,
): Promise<unknown> {
  const text = await written(assistant, [...args, "--json"], folder, id, signal);
  if (text.length > MOST_RESULT_BYTES) throw new Refused(assistant.words.tooLong(Math.ceil(text.length / 1024 ** 2)));
  return JSON.parse(text) as unknown;
}

/** What a result says in a sentence: as a whole, or of each of its offers or terms by their names. */
function sentencesIn(result: unknown): string[] {
  if (!isObject(result)) return [];
  if (typeof result.sentence === "string") return [result.sentence];
  return Object.values(result).flatMap((list) =>
    (Array.isArray(list) ? (list as unknown[]) : []).flatMap((one) =>
      isObject(one) && typeof one.sentence === "string"
        ? [[...(typeof one.name === "string" ? [one.name] : []), one.sentence].join(": ")]
        : [],
    ),
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A case as its reader may see it. @throws Refused where there is none, or it cannot be read */
async function opened(assistant: Assistant, id: string, signal: AbortSignal): Promise<Case> {
  const { cases, words } = assistant;
  const read = await cases.read(id, await readerOf(assistant, id));
  if (read === null) throw new Refused(words.unknownCase(id));
  const parsed = await parseStoppably(read.files, signal);
  if (parsed.ok && read.problems.length === 0) return parsed.value;
  throw new Refused(words.unreadable([...read.problems, ...parsed.problems].map(describeProblem)));
}

/**
 * For whom a case is read: a party in whose case it is none sees what the public sees, whatever files bear its name. Files that lead out
 * of the folder are refused here, before a command opens them.
 * @throws Refused where there is no such case, or one of its files may not be read
 */
async function readerOf({ cases, reader, words }: Assistant, id: string): Promise<Reader> {
  const open = await cases.read(id, "public");
  if (open === null) throw new Refused(words.unknownCase(id));
  const parsed = parseCase(open.files);
  const there = reader === null || (parsed.ok && parsed.value.parties.some((party) => party.id === reader));
  const own = there ? reader : "public";
  const { problems } = own === "public" ? open : ((await cases.read(id, own)) ?? open);
  if (problems.length > 0) throw new Refused(words.unreadable(problems.map(describeProblem)));
  return own;
}

async function documentsOf(assistant: Assistant, id: string): Promise<readonly string[]> {
  return (await assistant.cases.documents(id, await readerOf(assistant, id))) ?? [];
}

async function listText(assistant: Assistant, signal: AbortSignal): Promise<string> {
  const { words, folder } = assistant;
  const lines: string[] = [];
  for (const id of (await findCases(folder)).keys())
    try {
      const { title, asOf } = await opened(assistant, id, signal);
      lines.push(words.caseLine(id, title, asOf));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      lines.push(words.broken(id));
    }
  return lines.join("\n") || words.none;
}

function aboutText(
  { about }: McpWords,
  { title, asOf, parties, issues, offers }: Case,
  documents: readonly string[],
): string {
  const list = (head: string, lines: readonly string[]) => (lines.length === 0 ? [] : ["", head, ...lines]);
  return [
    title,
    ...(asOf === null ? [] : [about.asOf(asOf)]),
    ...list(
      about.parties,
      parties.map(({ id, name }) => about.party(id, name)),
    ),
    ...list(
      about.issues,
      issues.map(({ id, name, options, today }) =>
        about.issue(
          id,
          name,
          options.map((option) => `${option.id}: ${option.name}`),
          options[today]?.id ?? "",
        ),
      ),
    ),
    ...list(
      about.offers,
      offers.map(({ id, name, by, outsider, date }) => about.offer(id, name, by.join(", ") || (outsider ?? ""), date)),
    ),
    ...list(
      about.documents,
      documents.map((name) => `- ${name}`),
    ),
  ].join("\n");
}
