// Work that can be divided into units which any worker can do, in any order: one interface, with an engine of threads here and
// one of a queue in a database elsewhere.
import { availableParallelism } from "node:os";
import type { Case } from "@parley/core";
import { openPool, type Pool, runTask } from "./run.js";
import type { TaskName, Tasks } from "./tasks.js";

/** One unit of work: a task on a case. */
export interface Unit<N extends TaskName = TaskName> {
  readonly task: N;
  readonly options: Tasks[N]["options"];
}

interface Running {
  readonly signal?: AbortSignal;
  /** Told whenever a unit is done. */
  readonly onDone?: () => void;
}

export interface Jobs {
  /** Does all units. @returns their results, in the order of the units. @throws when the signal aborts it */
  readonly run: <N extends TaskName>(
    negotiation: Case,
    units: readonly Unit<N>[],
    running?: Running,
  ) => Promise<Tasks[N]["result"][]>;
  readonly close: () => Promise<void>;
}

/** Threads of this process. @param given threads that are there already, and stay */
export function threadJobs(given?: Pool, threads = availableParallelism()): Jobs {
  const pool = given ?? openPool(threads);
  return {
    run: (negotiation, units, { signal, onDone = () => {} } = {}) =>
      Promise.all(
        units.map(async ({ task, options }) => {
          const result = await runTask(task, negotiation, options, { threads: 1, pool, ...(signal && { signal }) });
          onDone();
          return result;
        }),
      ),
    close: async () => {
      if (!given) await pool.destroy();
    },
  };
}
