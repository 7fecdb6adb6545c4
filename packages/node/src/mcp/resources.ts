// Cases, results and documents as resources, each under its address.
import { type McpServer, ResourceTemplate } from "@modelcontextprotocol/sdk/server/mcp.js";
import { findCases, reasonOf } from "../store/index.js";
import { aboutText } from "./about.js";
import { resultOf } from "./answers.js";
import { type Assistant, documentsOf, opened, readerOf } from "./assistant.js";
import type { Gate } from "./gate.js";
import { Refused } from "./refused.js";
import { ANALYSES, type AnalysisName } from "./tools.js";

const RESULTS = new Set<string>(ANALYSES);
const JSON_TYPE = "application/json";

export function addResources(server: McpServer, assistant: Assistant, asking: Gate): void {
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
    { title: words.resultTitle, mimeType: JSON_TYPE },
    async (uri, { case: given, analysis }, { signal }) =>
      await ask(signal, async (stop) => {
        const [id, name] = [one(given), one(analysis)];
        if (!isAnalysis(name)) throw new Refused(words.unknownAnalysis(name, ANALYSES));
        const result = await resultOf(assistant, { command: name, case: id, more: [] }, stop);
        return contents(uri, JSON_TYPE, JSON.stringify(result));
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
