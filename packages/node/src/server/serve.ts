// Starts the workbench's web server: finds a free port, connects it to the cases and the jobs, and closes it again.
import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import { createAdaptorServer } from "@hono/node-server";
import { openFolderStore } from "../store/index.js";
import { readCase } from "./answer.js";
import { createApp } from "./app.js";
import type { ServerEvent } from "./contract.js";
import { createJobs } from "./jobs.js";
import { jobOptions } from "./jobs-api.js";
import { bind, isLoopback } from "./listening.js";
import { readStatic } from "./static-files.js";
import { createWorkbenchRooms } from "./workbench-rooms.js";

export interface ServeOptions {
  /** Folder of cases, or a case folder. */
  readonly folder: string;
  /** Who edits, for the history. */
  readonly who: string;
  readonly host: string;
  /** The first port to try. */
  readonly port: number;
  /** Whether others may be tried where this one is in use. */
  readonly otherPorts: boolean;
  /** Asked of every browser; without one only this machine may be served. */
  readonly token: string | null;
}

export interface Serving {
  readonly address: string;
  /** Begins to weigh a case as its overview will ask for it. */
  readonly prepare: (id: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const TRIED = 20;
/** Serves until closed. @throws `EADDRINUSE` and the like, and where the folder or the web build cannot be read */
export async function serve({ folder, who, host, port, otherPorts, token }: ServeOptions): Promise<Serving> {
  const hearers = new Set<(event: ServerEvent) => void>();
  const tell = (event: ServerEvent) => {
    for (const hear of hearers) hear(event);
  };
  const pages = readStatic(fileURLToPath(new URL("../web", import.meta.url)));
  const store = await openFolderStore({ root: folder, who });
  const jobs = createJobs(tell);
  const rooms = createWorkbenchRooms(folder);
  store.listen((event) => tell({ kind: "case", ...event }));
  const listen = (hear: (event: ServerEvent) => void) => {
    hearers.add(hear);
    return () => void hearers.delete(hear);
  };
  const hosts = new Set<string>();
  const app = createApp({ store, jobs, rooms, pages, listen, token, hosts: isLoopback(host) ? hosts : null });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  try {
    const bound = await bind(server, host, port, otherPorts ? TRIED : 1);
    for (const name of ["127.0.0.1", "localhost", "[::1]"]) hosts.add(`${name}:${bound}`);
    return {
      address: `http://${host.includes(":") && !host.startsWith("[") ? `[${host}]` : host}:${bound}/`,
      prepare: async (id) => {
        const read = await readCase(store, id, null);
        if (read?.ok) jobs.start("materials", read.value, jobOptions({ turning: false }, null));
      },
      close: async () => {
        await rooms.close();
        await jobs.close();
        await store.close();
        server.closeAllConnections();
        await new Promise<void>((resolve) => server.close(() => resolve()));
      },
    };
  } catch (error) {
    await rooms.close();
    await jobs.close();
    await store.close();
    throw error;
  }
}
