// Opens the database of rooms: the embedded one in a folder, or a PostgreSQL. Both have the same tables, rules and client.
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { createDoor, type Door } from "./door.js";
import { type Embedded, startEmbedded } from "./embedded.js";
import { holdFolder } from "./folder-lock.js";
import { type Hearing, hearEmbedded, hearServer } from "./hearing.js";
import { migrate } from "./migrate.js";
import { APP_ROLE, OWNER_ROLE } from "./roles.js";

export type DatabasePlace =
  | { readonly kind: "folder"; readonly folder: string }
  | {
      readonly kind: "server";
      /** Of who may change tables, or of `parley_app`. */
      readonly url: string;
      /** Of `parley_app`, for serving seats; `url` unless given. */
      readonly seatsUrl?: string;
      readonly connections?: number;
    };

/** That the user of an address may not become the one who serves seats. */
export class MayNotServe extends Error {}

export interface RoomsDatabase {
  readonly door: Door;
  /** Hears of every stream that got an entry, and when any may have. */
  readonly hear: Hearing["hear"];
  /** Of the embedded database: how often the disk was asked to keep what was written. */
  readonly syncs: () => number;
  readonly close: () => Promise<void>;
}

/** How long one waits for a connection before a sentence says that the database does not answer. */
const PATIENCE_MS = 15_000;
const CONNECTIONS = 8;

/**
 * Opens it, with the tables brought up to date.
 * @param operator what to do with all rights before any seat is served
 * @throws `BusyError` where another program has the folder, `NewerDatabase`, and what the client says
 */
export async function openDatabase(
  place: DatabasePlace,
  operator: (database: Kysely<unknown>) => Promise<void> = async () => {},
): Promise<RoomsDatabase> {
  return place.kind === "folder" ? await openFolder(place.folder, operator) : await openServer(place, operator);
}

/** Does work with all rights, while no seat is served from a folder; the tables are brought up to date before. @throws as `openDatabase` */
export async function operate(place: DatabasePlace, work: (database: Kysely<unknown>) => Promise<void>): Promise<void> {
  if (place.kind === "server") return await asOperator({ connectionString: place.url, max: 1 }, work);
  const lock = await holdFolder(place.folder);
  try {
    const embedded = await startEmbedded(lock.dataFolder);
    try {
      await asOperator({ stream: embedded.socket, max: 1 }, work);
    } finally {
      await embedded.close();
    }
  } finally {
    await lock.release();
  }
}

async function openFolder(folder: string, operator: (database: Kysely<unknown>) => Promise<void>) {
  const lock = await holdFolder(folder);
  let embedded: Embedded | null = null;
  try {
    embedded = await startEmbedded(lock.dataFolder);
    const { socket, syncs, close } = embedded;
    await asOperator({ stream: socket, max: 1 }, operator);
    const pool = asApp({ stream: socket, max: 1, idleTimeoutMillis: 0 });
    const hearing = await hearEmbedded(pool);
    return {
      door: createDoor(pool),
      hear: hearing.hear,
      syncs,
      close: async () => {
        await hearing.close();
        await pool.end();
        await close();
        await lock.release();
      },
    };
  } catch (error) {
    await embedded?.close();
    await lock.release();
    throw error;
  }
}

async function openServer(
  { url, seatsUrl = url, connections = CONNECTIONS }: DatabasePlace & { kind: "server" },
  operator: (database: Kysely<unknown>) => Promise<void>,
) {
  await asOperator({ connectionString: url, max: 1 }, operator);
  // A database that stands still is not waited for longer than one that is away.
  const patience = { statement_timeout: PATIENCE_MS, query_timeout: PATIENCE_MS };
  const pool = asApp({ connectionString: seatsUrl, max: connections, ...patience });
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw isNotPermitted(error) ? new MayNotServe() : error;
  }
  const hearing = await hearServer(seatsUrl);
  return {
    door: createDoor(pool),
    hear: hearing.hear,
    syncs: () => 0,
    close: async () => {
      await hearing.close();
      await pool.end();
    },
  };
}

async function asOperator(options: pg.PoolConfig, work: (database: Kysely<unknown>) => Promise<void>): Promise<void> {
  const pool = new pg.Pool({ connectionTimeoutMillis: PATIENCE_MS, ...options });
  pool.on("error", () => {});
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    if (await isOperator(database)) {
      await migrate(database);
      await sql.raw(`set role ${OWNER_ROLE}`).execute(database);
      await work(database);
    }
  } finally {
    await database.destroy();
  }
}

/** Whether a connection may change tables; one that comes in as the server may not. */
async function isOperator(database: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select current_user as name`.execute(database);
  return rows[0]?.name !== APP_ROLE;
}

/** PostgreSQL's insufficient_privilege. */
const isNotPermitted = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "42501";

/** Connections that may do nothing but become a seat. One for which that cannot be had is not used. */
function asApp(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionTimeoutMillis: PATIENCE_MS,
    ...options,
    verify: (client: pg.PoolClient, done: (error?: Error) => void) => {
      client.query(`set session authorization ${APP_ROLE}`).then(
        () => done(),
        (error: Error) => done(error),
      );
    },
  } as pg.PoolConfig);
  // A connection that broke while nobody used it is replaced when the next is asked for.
  pool.on("error", () => {});
  return pool;
}
