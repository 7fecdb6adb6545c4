// How much work a piece of code is, counted and not timed: how often each block of it and of what it calls was run. In a
// process of its own, on what is built.
import { execFileSync } from "node:child_process";

const core = new URL("../../core/dist/internal.js", import.meta.url).href;

/**
 * @param works JavaScript by name, that may use `core` (what @parley/core/internal exports) and `size`
 * @returns blocks run by each for each size, in the order of the sizes
 */
export function blocksRun<K extends string>(
  works: Readonly<Record<K, string>>,
  sizes: readonly number[],
): Record<K, number[]> {
  const functions = Object.entries(works).map(([name, work]) => `${JSON.stringify(name)}: (size) => { ${work} }`);
  const script = `
import { Session } from "node:inspector/promises";
import * as core from ${JSON.stringify(core)};
const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
const take = async () => {
  const { result } = await session.post("Profiler.takePreciseCoverage");
  return result.flatMap(({ functions }) => functions).flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
};
const counts = {};
for (const [name, work] of Object.entries({ ${functions.join(",\n")} })) {
  work(${sizes[0]});
  counts[name] = [];
  for (const size of ${JSON.stringify(sizes)}) {
    await take();
    work(size);
    counts[name].push(await take());
  }
}
process.stdout.write(JSON.stringify(counts));
`;
  const out = execFileSync(process.execPath, ["--input-type=module", "-"], { input: script, encoding: "utf8" });
  return JSON.parse(out) as Record<K, number[]>;
}
