// Hears which streams got an entry. What is heard has no content: each seat reads again, by its own rights.
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

const CHANNEL = "parley_rooms";
const AGAIN_MS = 500;

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
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on("notification", ({ payload }) => tell(heardIn(payload)));
    next.on("error", () => {});
    next.on("end", () => void again());
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    client = next;
  };
  const again = async (): Promise<void> => {
    while (!closing) {
      await wait(AGAIN_MS, undefined, { ref: false });
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
