// The same over HTTP on this machine, behind the workbench's guard: what comes must be meant for this host, and from no page of another site.
import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { bind, createGuard } from "../server/index.js";

interface ServingAssistant {
  readonly address: string;
  readonly close: () => Promise<void>;
}

const HOST = "127.0.0.1";
const PATH = "/mcp";

/**
 * Serves until closed. Every request is a connection of its own: nothing is kept between them.
 * @param port 0: any that is free
 * @throws `EADDRINUSE` and the like
 */
export async function serveAssistant(
  make: () => McpServer,
  port: number,
  mostBytes: number,
): Promise<ServingAssistant> {
  const hosts = new Set<string>();
  const app = new Hono();
  app.use(createGuard({ hosts, token: null }).check);
  app.use(bodyLimit({ maxSize: mostBytes }));
  app.post(PATH, async ({ req }) => {
    const server = make();
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    req.raw.signal.addEventListener("abort", () => void server.close(), { once: true });
    await server.connect(transport);
    const answer = await transport.handleRequest(req.raw);
    void server.close();
    return answer;
  });
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
