// Work that any number of machines share through a database: units go into the queue, and their results are awaited.
import { setTimeout as sleep } from "node:timers/promises";
import { PLAYS } from "@parley/core/rehearsal";
import type { Jobs, Running, Unit, UnitResult, WorkedOn } from "../jobs/index.js";
import { GONE_SECONDS, openBoss, QUEUE, unitSchema } from "./boss.js";
import { digestOf, openStore } from "./store.js";

/** How often it is looked for results. */
const LOOKED_MS = 300;
/** How long a database may be away before the one who waits is told. */
const AWAY_MS = 120_000;
const INSERTED_AT_ONCE = 1000;
/** A machine may be so many times slower than ours, and have as many units in hand. */
const SLOWER = 10;
/** The longest that pg-boss waits for a worker. */
const MOST_SECONDS = 23 * 3600;

/** That units failed as often as they are tried. */
export class UnitsFailed extends Error {}

interface Waiting {
  /** Milliseconds for which the database may be away. */
  readonly awayFor?: number;
  /** Seconds after which a unit whose worker is gone is given to another; by the length of the units unless given. */
  readonly goneAfter?: number;
}

/** @throws where the database cannot be reached */
export async function queueJobs(url: string, { awayFor = AWAY_MS, goneAfter }: Waiting = {}): Promise<Jobs> {
  const store = await openStore(url);
  const boss = await openBoss(url, () => {}).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  /** Tries again what a database that is away for a while does not answer. */
  const patiently = async <T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> => {
    const until = Date.now() + awayFor;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        signal?.throwIfAborted();
        if (Date.now() > until) throw error;
        await sleep(LOOKED_MS);
      }
    }
  };
  return {
    run: async ({ files }: WorkedOn, units: readonly Unit[], { signal, onDone = () => {} }: Running = {}) => {
      const kept = await store.putCase(files);
      // As the worker reads it, so that what cannot be written down is found here.
      const queued = units.map(({ task, options }) =>
        unitSchema.parse({ unit: digestOf([PLAYS, kept, task, options]), case: kept, task, options }),
      );
      const keys = queued.map(({ unit }) => unit);
      let done = await store.doneOf(keys);
      for (const _ of done) onDone();
      const ids = new Map(queued.filter(({ unit }) => !done.has(unit)).map((one) => [crypto.randomUUID(), one]));
      const longest = Math.max(0, ...units.map(({ seconds }) => seconds));
      const expireInSeconds = goneAfter ?? Math.min(MOST_SECONDS, Math.max(GONE_SECONDS, Math.ceil(SLOWER * longest)));
      const rows = [...ids].map(([id, data]) => ({ id, name: QUEUE, data, expireInSeconds }));
      for (let from = 0; from < rows.length; from += INSERTED_AT_ONCE)
        await boss.insert(rows.slice(from, from + INSERTED_AT_ONCE));
      try {
        while (done.size < new Set(keys).size) {
          await sleep(LOOKED_MS, undefined, signal ? { signal } : {});
          const now = await patiently(() => store.doneOf(keys), signal);
          for (let count = done.size; count < now.size; count++) onDone();
          done = now;
          const failed = await patiently(() => store.failedOf([...ids.keys()]), signal);
          if (failed > 0) throw new UnitsFailed(String(failed));
        }
      } catch (error) {
        // Nobody waits for them any more: what no worker has taken yet is not done.
        await boss.cancel(QUEUE, [...ids.keys()]).catch(() => {});
        throw error;
      }
      const results = await patiently(() => store.resultsOf(keys), signal);
      return keys.map((key) => results.get(key) as UnitResult);
    },
    close: async () => {
      await boss.stop({ graceful: false });
      await store.close();
    },
  };
}
