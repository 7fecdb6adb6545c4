// Work that can be divided into units which any worker can do, in any order: one interface, with an engine of threads here and
// one of a queue in a database elsewhere.
import { availableParallelism } from "node:os";
import type { Case, CaseFile } from "@parley/core/internal";
import { openPool, type Pool, runTask } from "./run.js";
import type { Tasks } from "./tasks.js";

/** Tasks that can be units: their options and results can be written as JSON. */
export type UnitTask = "tournamentPart";

/** One unit of work: a task on a case. */
export interface Unit {
  readonly task: UnitTask;
  readonly options: Tasks[UnitTask]["options"];
  /** How long it takes one thread, about. */
  readonly seconds: number;
}

export type UnitResult = Tasks[UnitTask]["result"];

/** The case that units are about, and the files that it was read from, which go to other machines. */
export interface WorkedOn {
  readonly negotiation: Case;
  readonly files: readonly CaseFile[];
}

export interface Running {
  readonly signal?: AbortSignal;
  /** Told whenever a unit is done. */
  readonly onDone?: () => void;
}

export interface Jobs {
  /** Does all units. @returns their results, in the order of the units. @throws when the signal aborts it */
  readonly run: (on: WorkedOn, units: readonly Unit[], running?: Running) => Promise<UnitResult[]>;
  readonly close: () => Promise<void>;
}

/** Threads of this process. @param given threads that are there already, and stay */
export function threadJobs(given?: Pool, threads = availableParallelism()): Jobs {
  const pool = given ?? openPool(threads);
  return {
    run: ({ negotiation }, units, { signal, onDone = () => {} } = {}) =>
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
