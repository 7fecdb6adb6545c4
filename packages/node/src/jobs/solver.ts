// HiGHS for the time-indexed programme of a roadmap. It is WebAssembly and answers in one go, so that it stands on a worker.
import type { Solve } from "@parley/core/internal";
import highs, { type Highs } from "highs";

type Load = () => Promise<Highs>;

/** Its types describe the CommonJS build; imported, the default is the function itself. */
const isLoad = (value: unknown): value is Load => typeof value === "function";

/** The time limit is soft: some take half as long again. */
export function solverWithin(seconds: number): Solve {
  let ready: Promise<Highs> | null = null;
  const loaded = async (): Promise<Highs> => {
    const load: unknown = highs;
    if (!isLoad(load)) throw new TypeError("highs exports no loader");
    return await load();
  };
  return async (programme) => {
    try {
      ready ??= loaded();
      const answer = (await ready).solve(programme.text, { time_limit: seconds, mip_abs_gap: 0.99 });
      const optimal = answer.Status === "Optimal";
      if (!optimal && answer.Status !== "Time limit reached") return null;
      const starts = programme.startsIn((name) => valueIn(answer.Columns[name]) > 0.5);
      return starts && { starts, optimal };
    } catch {
      // Out of memory, or stopped inside: what was found without it stands, and that instance is not asked again.
      ready = null;
      return null;
    }
  };
}

const valueIn = (column: object | undefined): number =>
  column && "Primal" in column && typeof column.Primal === "number" ? column.Primal : 0;
