import { describe, expect, it, vi } from "vitest";
import { readCase } from "../../../../test/read-case.js";
// Workers run what is built.
import { runTask } from "../../dist/jobs/index.js";
import type { Observations } from "../store/index.js";

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

  describe("of observations, wherever they come from", () => {
    const jcpoa = readCase("jcpoa-2015");
    const head = "as_of,reported_at,metric,value,unit,qualifier,source,note\n";
    /** Observations in parts; `ended` once they are not drawn from any more. */
    const inParts = (parts: (drawn: number) => string | Error | null) => {
      const source = { drawn: 0, ended: false };
      async function* drawing() {
        try {
          for (let part = parts(0); part !== null; part = parts(++source.drawn)) {
            if (part instanceof Error) throw part;
            yield new TextEncoder().encode(part);
          }
        } finally {
          source.ended = true;
        }
      }
      return { source, observations: { file: "rows.csv", stamp: "", bytes: { [Symbol.asyncIterator]: drawing } } };
    };
    const rowsOf = async (observations: Observations) => {
      const found = await runTask("monitor", jcpoa, { observations }, { threads: 1 });
      if (!found.ok) throw new Error(found.reasons.join());
      return found.value;
    };

    it("reads them to the end, part by part, however they are divided", async () => {
      const { id, unit } = jcpoa.metrics[0] ?? { id: "", unit: "" };
      const text =
        head + Array.from({ length: 60 }, (_, k) => `2017-01-01,,${id},${k},${unit},verified,,é\r\n`).join("");
      const whole = await rowsOf(inParts((k) => (k === 0 ? text : null)).observations);
      const { source, observations } = inParts((k) => text.slice(7 * k, 7 * k + 7) || null);
      expect(await rowsOf(observations)).toEqual(whole);
      expect(whole.found.observations.rows).toBe(60);
      expect(source).toEqual({ drawn: Math.ceil(text.length / 7), ended: true });
    });

    it("says why where they end too early, and keeps what was read", async () => {
      const { observations } = inParts((k) => (k === 0 ? head : new Error("cannot be read (the drive is gone).")));
      const { problems, found } = await rowsOf(observations);
      expect(problems).toMatchObject([
        { place: { file: "rows.csv", line: 1 }, message: "cannot be read (the drive is gone)." },
      ]);
      expect(found.observations.rows).toBe(0);
    });

    it("draws no more once it is stopped, and leaves nothing open", async () => {
      const stop = new AbortController();
      const { source, observations } = inParts((k) => {
        if (k === 20) stop.abort();
        return `${head}`;
      });
      const run = runTask("monitor", jcpoa, { observations }, { threads: 1, signal: stop.signal });
      await expect(run).rejects.toThrow(/abort/i);
      await vi.waitFor(() => expect(source.ended).toBe(true));
    });
  });
});
