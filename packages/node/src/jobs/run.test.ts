import { describe, expect, it } from "vitest";
import { readCase } from "../../../../test/read-case.js";
// Workers run what is built.
import { runTask } from "../../dist/jobs/index.js";

describe("an analysis on workers", () => {
  const hanoi = readCase("hanoi-2019");

  it("gives the same answer however many threads share it, and says how far it is", async () => {
    const options = { models: 1200, offers: ["kimball"] };
    const heard: number[] = [];
    const one = await runTask("assess", hanoi, options, { threads: 1 });
    const three = await runTask("assess", hanoi, options, { threads: 3, onProgress: (share) => heard.push(share) });
    expect(JSON.stringify(three)).toBe(JSON.stringify(one));
    expect(heard.length).toBeGreaterThan(5);
    expect(Math.max(...heard)).toBeLessThanOrEqual(1);
    expect(Math.min(...heard)).toBeGreaterThan(0);
  });

  it("stops when it is told to, whatever it is at", async () => {
    for (const threads of [1, 2]) {
      const stop = new AbortController();
      const run = runTask(
        "materials",
        hanoi,
        { models: 50_000 },
        { threads, signal: stop.signal, onProgress: () => stop.abort() },
      );
      await expect(run).rejects.toThrow(/abort/i);
    }
  });
});
