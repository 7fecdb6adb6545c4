// npm run bench [-- --save DIR] [--only TEXT]: measures every row and writes bench/results.md. With --save each scenario is
// written as plain JSON and each result as a line, so that another program can be timed on the same work in the same hour.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generate } from "./generate.js";
import type { Measured } from "./measure.js";
import { nameOf, rows } from "./rows.js";

const here = dirname(fileURLToPath(import.meta.url));
const { values: flags } = parseArgs({ options: { save: { type: "string" }, only: { type: "string" } } });

const chosen = rows
  .map((shape, place) => ({ shape, place }))
  .filter(({ shape }) => nameOf(shape).includes(flags.only ?? ""));
const measured = chosen.map(({ shape, place }): Measured => {
  const line = execFileSync(process.execPath, [join(here, "measure.js"), `${place}`], { encoding: "utf8" });
  const result: Measured = JSON.parse(line);
  process.stdout.write(
    `${result.name.padEnd(34)} ${`${result.rows}`.padStart(7)} rows  median ${result.median.toFixed(2).padStart(9)} ms  min ${result.min.toFixed(2).padStart(9)} ms\n`,
  );
  if (flags.save !== undefined) {
    mkdirSync(flags.save, { recursive: true });
    writeFileSync(join(flags.save, `${place}.json`), `${JSON.stringify(generate(shape))}\n`);
    writeFileSync(join(flags.save, "results.jsonl"), `${JSON.stringify({ place, ...result })}\n`, { flag: "a" });
  }
  return result;
});

const file = join(here, "../results.md");

/** What `commands.js` measured stands after it, and stays. */
function commandsIn(text: string): string {
  const from = text.indexOf("\n# Commands");
  return from < 0 ? "" : text.slice(from);
}

if (flags.only === undefined) writeFileSync(file, `${table(measured)}${commandsIn(readFileSync(file, "utf8"))}`);

function git(...args: string[]): string {
  try {
    return execFileSync("git", args, { cwd: here, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "unknown";
  }
}

function table(results: readonly Measured[]): string {
  const commit = git("rev-parse", "--short", "HEAD");
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  const lines = results.map(
    ({ name, packages, rows: found, error, sums, min, median, peak, base }) =>
      `| ${name} | ${packages} | ${found.toLocaleString("en-US")} | ${error === 0 ? "exact" : error.toPrecision(2)} | ${sums.toLocaleString("en-US")} | ${min.toPrecision(3)} | ${median.toPrecision(3)} | ${Math.max(0, Math.round(peak - base))} |`,
  );
  return `# Measured

Commit ${commit} on ${machine}. Written by \`npm run bench\`; seed 7. Each row is a process of its own: the whole frontier with
its packages, from the worth of every option to every party. *Error*: no package left out is better than one kept by more
(values 0–1, or as large as the numbers given). *Sums* are those of two rows that merges looked at: they do not depend on
the machine, and a test holds them. Peak memory is what the process took beyond Node and the scenario.

| scenario | packages | frontier | error | sums | min ms | median ms | peak MiB |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${lines.join("\n")}
`;
}
