// The figures of docs/monitoring.md: node bench/dist/monitoring.js [ROWS]. Each figure is of a process of its own.
import { execFileSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { monitor, parseCase } from "@parley/core/internal";
import { observationsIn, readObservations } from "../../packages/node/dist/store/index.js";

const METRICS = 20;
const FIRST = Date.UTC(1950, 0, 1);
const DAY = 86_400_000;

/** A case with as many limits as metrics. */
function caseOf() {
  const ids = Array.from({ length: METRICS }, (_, k) => `m${k}`);
  const agreement = `metrics: [${ids.map((id) => `{id: ${id}, unit: t}`).join(", ")}]
obligations: [${ids.map((id) => `{id: keep-${id}, by: a, keep: {metric: ${id}, atMost: 100}}`).join(", ")}]`;
  const parsed = parseCase([
    {
      path: "case.yaml",
      text: "parley: 1\ntitle: Bench\nasOf: 2100-01-01\nparties: [{id: a, name: A, role: negotiating}]\nissues: [{id: x, name: X, today: o, options: [{id: o}]}]",
    },
    { path: "agreement.yaml", text: agreement },
  ]);
  if (!parsed.ok) throw new Error("the bench's case does not parse");
  return parsed.value;
}

async function writeRows(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write("as_of,reported_at,metric,value,unit,qualifier,source,note\n");
  for (let k = 0; k < rows; k++) {
    const day = new Date(FIRST + Math.floor(k / METRICS) * DAY).toISOString().slice(0, 10);
    const value = 90 + ((k * 7919) % 130) / 10;
    if (!file.write(`${day},${day},m${k % METRICS},${value},t,verified,source-${k % 50},\n`))
      await new Promise<void>((resolve) => file.once("drain", () => resolve()));
  }
  await new Promise<void>((resolve) => file.end(() => resolve()));
}

const [asked = "1000000", file] = process.argv.slice(2);
if (file) {
  const negotiation = caseOf();
  const begun = performance.now();
  const rows = await readObservations(observationsIn(file), negotiation);
  const read = performance.now();
  const watch = monitor(negotiation, rows);
  if (!watch.ok) throw new Error(watch.reasons.join());
  const found = watch.value.standing();
  const judged = performance.now();
  const row = { ...rows.book.row(rows.book.size() - 1), line: rows.book.size() + 2, value: 140 };
  const { touched, read: again } = watch.value.add([row]);
  watch.value.standing();
  const added = performance.now();
  process.stdout.write(
    `${rows.book.size().toLocaleString("en")} rows: read in ${((read - begun) / 1000).toFixed(1)} s, judged in ${((judged - read) / 1000).toFixed(1)} s (${found.obligations.reduce((sum, one) => sum + one.episodes.length + one.earlier, 0).toLocaleString("en")} episodes); one more: ${touched.length} of ${found.obligations.length} obligations, ${again} rows, ${(added - judged).toFixed(0)} ms; peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB\n`,
  );
} else {
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  try {
    for (const rows of [Number(asked) / 100, Number(asked) / 10, Number(asked)]) {
      const path = join(folder, `${rows}.csv`);
      await writeRows(path, rows);
      process.stdout.write(
        execFileSync(process.execPath, [fileURLToPath(import.meta.url), `${rows}`, path], { encoding: "utf8" }),
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
