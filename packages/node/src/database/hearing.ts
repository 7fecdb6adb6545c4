// Hears which streams got an entry. What is heard has no content: each seat reads again, by its own rights.
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

const CHANNEL = "parley_rooms";
const AGAIN_MS = 500;
const LONGEST_MS = 10_000;
const PATIENCE_MS = 10_000;

/** A stream that got an entry; null where that may be any, since a connection was lost. */
export type Heard = { readonly room: string; readonly audience: string } | null;

export interface Hearing {
  /** @returns how to stop */
  readonly hear: (told: (heard: Heard) => void) => () => void;
  readonly close: () => Promise<void>;
}

function listeners() {
  const all = new Set<(heard: Heard) => void>();
  return {
    tell: (heard: Heard): void => {
      for (const one of all) one(heard);
    },
    hear: (told: (heard: Heard) => void) => {
      all.add(told);
      return () => void all.delete(told);
    },
  };
}

function heardIn(payload: string | undefined): Heard {
  const [room = "", ...audience] = (payload ?? "").split(" ");
  return { room, audience: audience.join(" ") };
}

/** Over the embedded database's only connection, which is never given up. */
export async function hearEmbedded(pool: pg.Pool): Promise<Hearing> {
  const { tell, hear } = listeners();
  pool.on("connect", (client) => client.on("notification", ({ payload }) => tell(heardIn(payload))));
  await pool.query(`listen ${CHANNEL}`);
  return { hear, close: async () => {} };
}

/** Over a connection of its own, which is made again whenever it is lost. */
export async function hearServer(url: string): Promise<Hearing> {
  const { tell, hear } = listeners();
  let closing = false;
  let client: pg.Client | null = null;
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: PATIENCE_MS });
    next.on("notification", ({ payload }) => tell(heardIn(payload)));
    next.on("error", () => {});
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
    } catch (error) {
      await next.end().catch(() => {});
      throw error;
    }
    client = next;
    // Only one that was heard is missed when it ends, so that there is one that tries again.
    next.once("end", () => void again());
  };
  const again = async (): Promise<void> => {
    for (let pause = AGAIN_MS; !closing; pause = Math.min(2 * pause, LONGEST_MS)) {
      await wait(pause, undefined, { ref: false });
      try {
        await connect();
        tell(null);
        return;
      } catch {
        // The database is away still.
      }
    }
  };
  await connect();
  return {
    hear,
    close: async () => {
      closing = true;
      await client?.end();
    },
  };
}
