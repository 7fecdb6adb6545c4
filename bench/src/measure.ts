// One row in a process of its own, so that its peak memory is its own: node measure.js ROW.
import { frontOf } from "@parley/core/internal";
import { engineInput, generate } from "./generate.js";
import { nameOf, rows } from "./rows.js";

export interface Measured {
  readonly name: string;
  readonly packages: string;
  readonly rows: number;
  readonly error: number;
  readonly sums: number;
  readonly kept: number;
  readonly runs: number;
  /** Milliseconds. */
  readonly min: number;
  readonly median: number;
  /** MiB: the process at its largest, and what of it Node itself took before the first run. */
  readonly peak: number;
  readonly base: number;
}

/** As the command line does: two parties and more. */
const LIMIT = (parties: number) => ({ rows: parties <= 2 ? 200_000 : 50_000 });
const WARM_UP = 300;
const ENOUGH = 1500;
const MOST_RUNS = 200;
const LEAST_RUNS = 3;

function measure(place: number): Measured {
  const shape = rows[place];
  if (!shape) throw new RangeError(`there is no row ${place}`);
  const { space, worths, offsets } = engineInput(generate(shape));
  const limit = LIMIT(shape.parties);
  const base = process.resourceUsage().maxRSS / 1024;
  const counts = { sums: 0, kept: 0 };
  const front = frontOf(space, worths, offsets, { ...limit, counts });
  const timed = () => {
    const start = performance.now();
    frontOf(space, worths, offsets, limit);
    return performance.now() - start;
  };
  for (let spent = 0; spent < WARM_UP; ) spent += timed();
  const times: number[] = [];
  for (let spent = 0; times.length < LEAST_RUNS || (spent < ENOUGH && times.length < MOST_RUNS); ) {
    const time = timed();
    times.push(time);
    spent += time;
  }
  times.sort((a, b) => a - b);
  return {
    name: nameOf(shape),
    packages: `10^${(shape.issues * Math.log10(shape.options)).toFixed(1).replace(".0", "")}`,
    rows: front.size,
    error: front.error,
    ...counts,
    runs: times.length,
    min: times[0] ?? Number.NaN,
    median: times[Math.floor(times.length / 2)] ?? Number.NaN,
    peak: process.resourceUsage().maxRSS / 1024,
    base,
  };
}

process.stdout.write(`${JSON.stringify(measure(Number(process.argv[2])))}\n`);
