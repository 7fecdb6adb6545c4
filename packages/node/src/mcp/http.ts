// The same over HTTP on this machine, behind the workbench's guard: what comes must be meant for this host, and from no page of another site.
import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { bind, createGuard } from "../server/index.js";
import type { McpWords } from "./tools.js";

interface ServingAssistant {
  readonly address: string;
  readonly close: () => Promise<void>;
}

const HOST = "127.0.0.1";
const PATH = "/mcp";
/** Requests that are open at once; and how long one may be, which is more than a question may take with what waits before it. */
const MOST_OPEN = 32;
const SECONDS = 300;

/**
 * Serves until closed. Every request is a connection of its own: nothing is kept between them.
 * @param port 0: any that is free
 * @throws `EADDRINUSE` and the like
 */
export async function serveAssistant(
  words: McpWords,
  make: () => McpServer,
  port: number,
  mostBytes: number,
): Promise<ServingAssistant> {
  const hosts = new Set<string>();
  const app = new Hono();
  app.use(createGuard({ hosts, token: null }).check);
  app.use(bodyLimit({ maxSize: mostBytes }));
  let open = 0;
  app.post(PATH, async (context) => {
    if (open >= MOST_OPEN) return context.json({ reasons: [words.tooManyOpen] }, 503);
    open++;
    const server = make();
    try {
      const { raw } = context.req;
      const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
      await server.connect(transport);
      // What is cancelled is never answered by the protocol: whoever waits for it is told in the end.
      const end = AbortSignal.any([raw.signal, AbortSignal.timeout(SECONDS * 1000)]);
      const ended = new Promise<Response>((resolve) => {
        const late = () => resolve(context.json({ reasons: [words.tookTooLong(SECONDS)] }, 504));
        end.addEventListener("abort", late, { once: true });
      });
      return await Promise.race([transport.handleRequest(raw), ended]);
    } finally {
      open--;
      await server.close();
    }
  });
  app.all(PATH, (context) => context.body(null, 405, { Allow: "POST" }));
  const listening = createAdaptorServer({ fetch: app.fetch }) as Server;
  const bound = await bind(listening, HOST, port, 1);
  for (const name of [HOST, "localhost"]) hosts.add(`${name}:${bound}`);
  return {
    address: `http://${HOST}:${bound}${PATH}`,
    close: async () => {
      listening.closeAllConnections();
      await new Promise<void>((resolve) => listening.close(() => resolve()));
    },
  };
}
