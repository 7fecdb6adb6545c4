// Rehearsals, measured: sessions a second beside packages and rounds, and the work of one look for a bid.
//
//   node bench/rehearsal.mjs
//   node bench/rehearsal.mjs --shared postgres://operator@127.0.0.1:5432/work --sessions 100000 --kills 20
//   node bench/rehearsal.mjs --claims postgres://operator@127.0.0.1:5432/work --workers 100
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { stringify } from "yaml";
import { kindOf, parseCase } from "../packages/core/dist/internal.js";
import { groundOf, play, playerOf, styleOf, worldIn } from "../packages/core/dist/rehearsal/index.js";
import { runTournament, threadJobs } from "../packages/node/dist/jobs/index.js";

const { values: flags } = parseArgs({
  options: {
    shared: { type: "string" },
    claims: { type: "string" },
    sessions: { type: "string", default: "100000" },
    kills: { type: "string", default: "0" },
    workers: { type: "string", default: "100" },
    seconds: { type: "string", default: "2" },
  },
});
const root = join(import.meta.dirname, "..");
const say = (text) => process.stdout.write(`${text}\n`);

/** Two parties with made-up numbers over so many issues of ten options. */
function made(issues) {
  let state = 12_345;
  const next = (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return 1 + Math.floor((state / 2_147_483_648) * most);
  };
  const ids = Array.from({ length: issues }, (_, k) => `i${k}`);
  const options = Array.from({ length: 10 }, (_, k) => `o${k}`);
  const interests = (party) => ({
    party,
    holder: party,
    basis: "stated",
    date: "2020-01-01",
    swings: { points: Object.fromEntries(ids.map((id) => [id, next(100)])) },
    scores: Object.fromEntries(
      ids.map((id) => [id, { points: Object.fromEntries(options.map((one) => [one, next(100)])) }]),
    ),
    reservation: { points: 20 },
  });
  const written = {
    parley: 1,
    title: "Made",
    asOf: "2020-06-30",
    parties: ["a", "b"].map((id) => ({ id, name: id.toUpperCase(), role: "negotiating" })),
    issues: ids.map((id) => ({ id, name: id, today: "o0", options: options.map((one) => ({ id: one })) })),
  };
  const parsed = parseCase(
    [
      ["case.yaml", written],
      ["interests/a.a.yaml", interests("a")],
      ["interests/b.b.yaml", interests("b")],
    ].map(([path, value]) => ({ path, text: stringify(value) })),
  );
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join());
  return parsed.value;
}

function speeds() {
  for (const issues of [3, 4, 15]) {
    const began = performance.now();
    const { value: ground } = groundOf(made(issues), {});
    const world = worldIn(ground, [0, 0]);
    say(
      `10^${issues} packages: ${world.pool.size} rows${world.pool.complete ? "" : " (searched)"}, set up in ${(performance.now() - began).toFixed(0)} ms`,
    );
    for (const pair of [
      ["boulware", "boulware"],
      ["boulware", "conceder"],
      ["linear", "linear"],
      ["micro", "micro"],
      ["problem-solver", "problem-solver"],
    ])
      for (const rounds of [100, 1000]) {
        let [sessions, turns] = [0, 0];
        const start = performance.now();
        while (performance.now() - start < 1000 * Number(flags.seconds)) {
          const players = pair.map((style, seat) =>
            playerOf({ world, models: ground.models, seat, style: styleOf(style), rounds, labels: [sessions] }),
          );
          turns += play(world, players, rounds).acts.length;
          sessions++;
        }
        const took = (performance.now() - start) / 1000;
        say(
          `  ${pair.join(" × ").padEnd(36)} ${rounds} rounds: ${Math.round(sessions / took)} sessions/s, ${((1e6 * took) / turns).toFixed(2)} µs a turn`,
        );
      }
  }
}

const filesIn = (folder, under = "") =>
  readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under ? `${under}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return filesIn(folder, path);
    return kindOf(path) ? [{ path, text: readFileSync(join(folder, path), "utf8") }] : [];
  });

const WORK = `import { workOn } from ${JSON.stringify(join(root, "packages/node/dist/queue/index.js"))};
  await workOn(process.argv[1], { threads: 1, onUnit: () => process.stdout.write(String(process.memoryUsage().rss) + "\\n") });`;

/** A tournament of so many sessions by one thread here, then by two processes over the database, of which some are killed. */
async function shared() {
  const { queueJobs } = await import("../packages/node/dist/queue/index.js");
  const files = filesIn(join(root, "cases/hanoi-2019"));
  const on = { negotiation: parseCase(files).value, files };
  const styles = ["boulware", "linear", "conceder", "hard-liner", "micro"];
  const truths = 100;
  const games = Math.round(Number(flags.sessions) / (styles.length ** 2 * truths));
  const options = { styles, truths, games, rounds: 20, openings: false };
  const timed = async (what, jobs) => {
    const start = performance.now();
    const found = await runTournament(on, options, jobs);
    const took = (performance.now() - start) / 1000;
    say(`${what}: ${found.value.games} sessions in ${took.toFixed(1)} s, ${Math.round(found.value.games / took)}/s`);
    await jobs.close();
    return { text: JSON.stringify(found), took };
  };
  const one = await timed("one thread of this process", threadJobs(undefined, 1));
  let kills = Number(flags.kills);
  const memory = [];
  let over = false;
  const workers = new Set();
  const begin = () => {
    const worker = spawn(process.execPath, ["--input-type=module", "-e", WORK, flags.shared]);
    workers.add(worker);
    worker.stdout.on("data", (data) => {
      memory.push(Number(data.toString().trim().split("\n").at(-1)));
      if (kills > 0 && memory.length % 2 === 0) {
        kills--;
        worker.kill("SIGKILL");
      }
    });
    worker.on("close", () => {
      workers.delete(worker);
      if (!over) begin();
    });
  };
  begin();
  begin();
  const two = await timed(`two processes over PostgreSQL, ${flags.kills} kills`, await queueJobs(flags.shared));
  over = true;
  for (const worker of workers) worker.kill("SIGKILL");
  const mb = memory.map((bytes) => Math.round(bytes / 2 ** 20));
  say(
    `the same bytes: ${one.text === two.text}; efficiency ${(one.took / two.took / 2).toFixed(2)}; parts told of ${memory.length}`,
  );
  say(
    `memory of workers in MiB: first quarter up to ${Math.max(...mb.slice(0, mb.length / 4))}, last ${Math.max(...mb.slice(-mb.length / 4))}`,
  );
}

/** How many units PostgreSQL hands out a second to so many workers that do nothing with them. */
async function claims() {
  const { default: PgBoss } = await import("pg-boss");
  const boss = new PgBoss({ connectionString: flags.claims, schema: "bench_claims", max: 40 });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue("units");
  for (const workers of [1, 10, Number(flags.workers)]) {
    const units = 5000;
    for (let from = 0; from < units; from += 1000)
      await boss.insert(Array.from({ length: 1000 }, (_, k) => ({ name: "units", data: { k: from + k } })));
    const start = performance.now();
    let claimed = 0;
    const worker = async () => {
      for (;;) {
        const [job] = (await boss.fetch("units", { batchSize: 1 })) ?? [];
        if (!job) return;
        await boss.complete("units", job.id);
        claimed++;
      }
    };
    await Promise.all(Array.from({ length: workers }, worker));
    const took = (performance.now() - start) / 1000;
    say(
      `${workers} workers: ${claimed} units claimed and completed in ${took.toFixed(1)} s, ${Math.round(claimed / took)} a second`,
    );
  }
  await boss.stop({ graceful: false });
}

if (flags.shared) await shared();
else if (flags.claims) await claims();
else speeds();
