// Starts a server of rooms over a database, and stops it again.
import { createServer as createPlainServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { fileURLToPath } from "node:url";
import { createAdaptorServer } from "@hono/node-server";
import { type DatabasePlace, openDatabase } from "../database/index.js";
import { createRooms, linksByOperator, newConvenor, type OperatorLink, type Rooms } from "../rooms/index.js";
import { bind, isLoopback } from "./listening.js";
import type { Organisation } from "./organisations.js";
import { createRoomsApp, type RoomLimits } from "./rooms-app.js";
import { readStatic } from "./static-files.js";

export interface ServeRoomsOptions {
  readonly place: DatabasePlace;
  readonly host: string;
  readonly port: number;
  readonly otherPorts: boolean;
  /** `https://name` under which a proxy, or this server by its own certificate, is called; null where only this machine calls it. */
  readonly origin: string | null;
  readonly tls: { readonly key: string; readonly cert: string } | null;
  readonly limits?: RoomLimits;
  readonly organisations?: readonly Organisation[];
  /** The name of seats for which another link is made before they are served. */
  readonly linkFor?: string | null;
}

export interface ServingRooms {
  /** For `linkFor`. */
  readonly links: readonly OperatorLink[];
  /** With a `/` at its end. */
  readonly address: string;
  /** On which it listens; a proxy asks there. */
  readonly port: number;
  readonly rooms: Rooms;
  /** For opening rooms; null where the database was entered with no right to. */
  readonly convenor: string | null;
  readonly close: () => Promise<void>;
}

const TRIED = 20;
const CONVENOR_HOURS = 24 * 30;

/** Serves until closed. @throws as `openDatabase`, and what the system says of the address */
export async function serveRooms({
  place,
  host,
  port,
  otherPorts,
  origin,
  tls,
  limits,
  organisations = [],
  linkFor = null,
}: ServeRoomsOptions): Promise<ServingRooms> {
  const pages = readStatic(fileURLToPath(new URL("../web", import.meta.url)));
  let convenor: string | null = null;
  let links: readonly OperatorLink[] = [];
  const database = await openDatabase(place, async (operator) => {
    convenor = await newConvenor(operator, CONVENOR_HOURS);
    if (linkFor !== null) links = await linksByOperator(operator, linkFor);
  });
  const rooms = createRooms(database);
  const hosts = new Set<string>(origin === null ? [] : [new URL(origin).host]);
  const app = createRoomsApp({
    rooms,
    pages,
    hosts,
    secure: origin !== null || tls !== null,
    organisations,
    proxied: origin !== null && tls === null,
    ...(limits && { limits }),
  });
  const server = createAdaptorServer({
    fetch: app.fetch,
    ...(tls ? { createServer: createTlsServer, serverOptions: { ...tls } } : { createServer: createPlainServer }),
  }) as Server;
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve()));
    await database.close();
  };
  try {
    const bound = await bind(server, host, port, otherPorts ? TRIED : 1);
    if (isLoopback(host)) for (const name of ["127.0.0.1", "localhost", "[::1]"]) hosts.add(`${name}:${bound}`);
    // Passkeys are tied to a name: by its number this machine has none.
    const own = `${tls ? "https" : "http"}://${isLoopback(host) ? "localhost" : host}:${bound}`;
    return { address: `${origin ?? own}/`, port: bound, rooms, convenor, links, close };
  } catch (error) {
    await close();
    throw error;
  }
}
