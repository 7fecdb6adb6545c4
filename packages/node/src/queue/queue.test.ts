// Laws of work that is shared through a database: the same result whoever does it, each part once, and nothing lost when
// workers or the database go away.
import { spawn } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { filesIn, readCase } from "../../../../test/read-case.js";
// Workers run what is built.
import { openPool } from "../../dist/jobs/index.js";
import { type Worker, workOn } from "../../dist/queue/index.js";
import { startPostgres, type TestPostgres, withoutPostgres } from "../../test/postgres.js";
import { type Jobs, runTournament as played, threadJobs } from "../jobs/index.js";
import { readBack, written } from "./flat-json.js";
import { queueJobs, UnitsFailed } from "./queue-jobs.js";

const root = join(import.meta.dirname, "../../../..");
const on = { negotiation: readCase("hanoi-2019"), files: filesIn(join(root, "cases/hanoi-2019")) };
/** Five parts of a second or less: of two truths, each of 4 pairs × 125 games × 20 rounds. */
const options = {
  models: 60,
  truths: 10,
  games: 125,
  rounds: 20,
  styles: ["boulware", "conceder"],
  openings: false,
};
const PARTS = 5;
const pool = openPool(2);
afterAll(() => pool.destroy());
const runTournament = (
  of: typeof on,
  asked: typeof options,
  jobs: Jobs,
  more: { readonly signal?: AbortSignal } = {},
) => played(of, asked, jobs, { ...more, pool });

describe("what is written beside the queue", () => {
  it("comes back bit by bit, whatever numbers it holds", () => {
    fc.assert(
      fc.property(fc.array(fc.double()), fc.json(), (numbers, json) => {
        const value = { ok: true, value: { results: Float64Array.from(numbers), more: [JSON.parse(json), true] } };
        const back = readBack(written(value)) as typeof value;
        expect(new BigUint64Array(back.value.results.buffer)).toEqual(new BigUint64Array(value.value.results.buffer));
        expect(JSON.stringify(back.value.more)).toBe(JSON.stringify(value.value.more));
      }),
    );
  });
});

describe.skipIf(withoutPostgres !== null)("work that is shared through PostgreSQL", { timeout: 120_000 }, () => {
  let postgres: TestPostgres;
  let expected: string;
  const workers: Worker[] = [];
  beforeAll(async () => {
    postgres = await startPostgres();
    const jobs = threadJobs(pool);
    expected = JSON.stringify(await runTournament(on, options, jobs));
    await jobs.close();
  }, 120_000);
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await postgres?.stop();
  }, 60_000);

  const counted = async (url: string, query: string): Promise<number> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ count: string }>(query);
    await client.end();
    return Number(rows[0]?.count ?? 0);
  };
  const results = (url: string) => counted(url, "select count(*) from parley_work.results");

  it("is the same bytes as on threads, by two workers of which one comes late; what is done is not done again", async () => {
    const url = await postgres.newDatabase();
    const jobs = await queueJobs(url);
    const running = runTournament(on, options, jobs);
    const done: string[] = [];
    for (const _ of [1, 2]) workers.push(await workOn(url, { threads: 1, onUnit: (unit) => done.push(unit) }));
    expect(JSON.stringify(await running)).toBe(expected);
    expect(done).toHaveLength(PARTS);
    expect(new Set(done).size).toBe(PARTS);
    expect(JSON.stringify(await runTournament(on, options, jobs))).toBe(expected);
    expect(done).toHaveLength(PARTS);
    await jobs.close();
  });

  it("outlives workers that are killed: each part counts once", async () => {
    const url = await postgres.newDatabase();
    const jobs = await queueJobs(url, { goneAfter: 2 });
    const running = runTournament(on, options, jobs);
    const script = `import { workOn } from ${JSON.stringify(join(root, "packages/node/dist/queue/index.js"))};
      await workOn(process.argv[1], { threads: 1, onUnit: () => process.stdout.write("unit\\n") });
      process.stdout.write("there\\n");`;
    for (let kill = 0; kill < 2; kill++) {
      const child = spawn(process.execPath, ["--input-type=module", "-e", script, url]);
      const said = await new Promise<string>((resolve) => {
        child.stdout.on("data", (data: Buffer) => data.toString().includes("unit") && resolve("unit"));
        child.on("close", () => resolve("ended"));
      });
      expect(said).toBe("unit");
      child.kill("SIGKILL");
    }
    workers.push(await workOn(url, { threads: 2 }));
    expect(JSON.stringify(await running)).toBe(expected);
    expect(await results(url)).toBe(PARTS);
    await jobs.close();
  });

  it("goes on where it was once a database that was away is back", async () => {
    const url = await postgres.newDatabase();
    const jobs = await queueJobs(url, { goneAfter: 2 });
    const trouble: string[] = [];
    const running = runTournament(on, options, jobs);
    workers.push(await workOn(url, { threads: 1, onTrouble: ({ message }) => trouble.push(message) }));
    await vi.waitFor(async () => expect(await results(url)).toBeGreaterThan(0), { timeout: 60_000, interval: 50 });
    await postgres.away(1500);
    expect(JSON.stringify(await running)).toBe(expected);
    expect(await results(url)).toBe(PARTS);
    await jobs.close();
  });

  it("is taken out of the queue where nobody waits for it any more", async () => {
    const url = await postgres.newDatabase();
    const jobs = await queueJobs(url);
    const stop = new AbortController();
    const running = runTournament(on, options, jobs, { signal: stop.signal });
    const waiting = (states: string) =>
      counted(url, `select count(*) from parley_queue.job where name like 'units-%' and state in (${states})`).catch(
        () => -1,
      );
    await vi.waitFor(async () => expect(await waiting("'created'")).toBe(PARTS), { timeout: 60_000, interval: 50 });
    stop.abort();
    await expect(running).rejects.toThrow(/abort/i);
    expect(await waiting("'created', 'retry', 'active'")).toBe(0);
    await jobs.close();
  });

  it("that fails on every try is told to who waits; what no program of ours put there is refused", async () => {
    const url = await postgres.newDatabase();
    const jobs = await queueJobs(url);
    workers.push(await workOn(url, { threads: 1 }));
    const unit = { task: "tournamentPart", options: { from: 0, to: 1 }, seconds: 1 } as const;
    await expect(jobs.run({ negotiation: on.negotiation, files: [] }, [unit])).rejects.toThrow(UnitsFailed);
    const foreign = { ...unit, options: { ...unit.options, evil: true } };
    await expect(jobs.run(on, [foreign])).rejects.toThrow(/evil/);
    expect(await results(url)).toBe(0);
    await jobs.close();
  });

  it("says so where the database cannot be reached", async () => {
    await expect(queueJobs("postgres://operator@127.0.0.1:1/none")).rejects.toThrow(/ECONNREFUSED/);
    await expect(workOn("postgres://operator@127.0.0.1:1/none")).rejects.toThrow(/ECONNREFUSED/);
  });
});
