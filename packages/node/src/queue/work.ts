// A worker of the queue: takes units, does them on its threads, and writes each result once.
import { availableParallelism } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { type CaseFile, parseCase } from "@parley/core/internal";
import { openPool, runTask } from "../jobs/index.js";
import { openBoss, QUEUE, type QueuedUnit, unitSchema } from "./boss.js";
import { openStore } from "./store.js";

export interface Working {
  readonly threads?: number;
  /** Told of every unit that was done here. */
  readonly onUnit?: (unit: string) => void;
  /** Told when the database does not answer; the work goes on by itself once it does. */
  readonly onTrouble?: (error: Error) => void;
}

export interface Worker {
  /** Ends when the units in hand are done. */
  readonly stop: () => Promise<void>;
}

/** How often it is looked for work where there was none. */
const LOOKED_MS = 500;
/** As many are taken at once, so that threads have something to do while the next are fetched. */
const UNITS_A_THREAD = 2;
/** Cases that are kept read. */
const CASES_KEPT = 4;

/** Takes units until it is stopped. @throws where the database cannot be reached */
export async function workOn(
  url: string,
  { threads = availableParallelism(), onUnit = () => {}, onTrouble = () => {} }: Working = {},
): Promise<Worker> {
  const store = await openStore(url);
  const boss = await openBoss(url, onTrouble).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const pool = openPool(threads);
  const cases = new Map<string, ReturnType<typeof parseCase>>();
  const caseOf = async (digest: string) => {
    const known = cases.get(digest);
    if (known) return known;
    const files: readonly CaseFile[] | null = await store.caseOf(digest);
    if (files === null) throw new Error(`the case ${digest} of a unit is not there any more`);
    const parsed = parseCase(files);
    cases.set(digest, parsed);
    for (const old of cases.keys()) if (cases.size > CASES_KEPT) cases.delete(old);
    return parsed;
  };
  const done = async (unit: QueuedUnit): Promise<void> => {
    // Another may have done it already: a worker that was taken for gone, or somebody who asked for the same.
    if ((await store.doneOf([unit.unit])).size > 0) return;
    const parsed = await caseOf(unit.case);
    if (!parsed.ok) throw new Error(`the case ${unit.case} of a unit cannot be read by this version`);
    const result = await runTask(unit.task, parsed.value, unit.options, { threads: 1, pool });
    if (await store.putResult(unit.unit, result)) onUnit(unit.unit);
  };
  const settled = async ({ id, data }: { readonly id: string; readonly data: unknown }): Promise<void> => {
    try {
      await done(unitSchema.parse(data));
      await boss.complete(QUEUE, id);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      // Where even this cannot be written the unit counts as left, and is given to another after a while.
      await boss.fail(QUEUE, id, { why }).catch(onTrouble);
    }
  };
  const stopping = new AbortController();
  /**
   * Takes batches one after the other. The loop of pg-boss 10 itself leaves a rejection unhandled when the database goes away
   * under it, which ends the process, and never looks sooner than after half a second.
   */
  const taking = (async () => {
    while (!stopping.signal.aborted) {
      const jobs = await boss.fetch<unknown>(QUEUE, { batchSize: UNITS_A_THREAD * threads }).catch((error: unknown) => {
        onTrouble(error instanceof Error ? error : new Error(String(error)));
        return null;
      });
      if (jobs && jobs.length > 0) await Promise.all(jobs.map(settled));
      else await sleep(LOOKED_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await taking;
      await boss.stop({ graceful: false });
      await pool.destroy();
      await store.close();
    },
  };
}
