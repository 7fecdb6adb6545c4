// A worker of the queue: takes units, does them on its threads, and writes each result once.
import { availableParallelism } from "node:os";
import { type CaseFile, parseCase } from "@parley/core";
import { openPool, runTask } from "../jobs/index.js";
import { openBoss, QUEUE, type QueuedUnit, unitSchema } from "./boss.js";
import { openStore } from "./store.js";

export interface Working {
  readonly threads?: number;
  /** Told of every unit that was done here. */
  readonly onUnit?: (unit: string) => void;
  /** Told when the database does not answer; the work goes on by itself once it does. */
  readonly onTrouble?: (error: Error) => void;
  /** Seconds after which a unit whose worker is gone is given to another. */
  readonly goneAfter?: number;
}

export interface Worker {
  /** Ends when the units in hand are done. */
  readonly stop: () => Promise<void>;
}

/** Half a second is the shortest that the queue knows between two looks; a batch keeps all threads busy meanwhile. */
const LOOKED_SECONDS = 0.5;
const UNITS_A_THREAD = 2;
/** Cases that are kept read. */
const CASES_KEPT = 4;

/** Takes units until it is stopped. @throws where the database cannot be reached */
export async function workOn(
  url: string,
  { threads = availableParallelism(), onUnit = () => {}, onTrouble = () => {}, goneAfter }: Working = {},
): Promise<Worker> {
  const store = await openStore(url);
  const boss = await openBoss(url, onTrouble, goneAfter).catch(async (error: unknown) => {
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
  const taking = { batchSize: UNITS_A_THREAD * threads, pollingIntervalSeconds: LOOKED_SECONDS };
  await boss.work<unknown>(QUEUE, taking, async (jobs) => {
    // One that fails does not keep the others from being done: each is told of by itself.
    await Promise.all(
      jobs.map(async ({ id, data }) => {
        try {
          await done(unitSchema.parse(data));
          await boss.complete(QUEUE, id);
        } catch (error) {
          await boss.fail(QUEUE, id, { why: error instanceof Error ? error.message : String(error) });
        }
      }),
    );
  });
  return {
    stop: async () => {
      await boss.stop({ graceful: true, wait: true });
      await pool.destroy();
      await store.close();
    },
  };
}
