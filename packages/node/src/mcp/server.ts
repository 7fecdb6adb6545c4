// The server by which an assistant reads the cases of a folder (Model Context Protocol). It reads for one reader, from its beginning to
// its end, and writes nothing but proposals, where these are allowed. Cases are named by ids alone: no path is ever taken from outside.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import pLimit from "p-limit";
import { z } from "zod";
import { readStatements } from "../documents/index.js";
import { reasonOf } from "../store/index.js";
import { aboutText, listText } from "./about.js";
import { resultOf, sentencesIn, written } from "./answers.js";
import { type Assistant, documentsOf, folderOf, opened } from "./assistant.js";
import { type Gate, gate } from "./gate.js";
import { addPrompts } from "./prompts.js";
import { type Proposed, propose } from "./proposals.js";
import { Refused } from "./refused.js";
import { addResources } from "./resources.js";
import { analysisTools, caseInput, proposalInput, textInput } from "./tools.js";

/** Texts that may be proposed while the server runs. */
const MOST_PROPOSALS = 100;

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
        const days = asked.asOf === undefined ? [] : ["--as-of", asked.asOf];
        const question = { command: name, case: asked.case, more: [...more(asked), ...days] };
        if (!asked.figures) return said(await written(assistant, question, stop));
        const result = await resultOf(assistant, question, stop);
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

const said = (text: string): CallToolResult => ({ content: [{ type: "text", text }] });
const failed = (text: string): CallToolResult => ({ ...said(text), isError: true });
