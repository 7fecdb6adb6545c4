import type { Job } from "parley/contract";
import { describe, expect, it } from "vitest";
import { ApiFailure } from "./api.js";
import { finished, type JobService } from "./wait-for-job.js";

type Of = "meetings";
const REQUEST = { task: "meetings", options: {} } as const;
const RESULT = { ok: false, reasons: ["No meeting is on record."], misuse: false } as const;
const job = (state: Job["state"], more: Partial<Job<Of>> = {}): Job<Of> => ({
  id: "one",
  task: "meetings",
  state,
  share: 0,
  ...more,
});

/** A server that tells these states one after the other, and what was asked of it. */
function serverOf(first: Job<Of>, ...later: readonly Job<Of>[]) {
  const states = [...later];
  const seen = { left: 0, closers: 0, heard: [] as number[] };
  let close: () => void = () => {};
  const service: JobService<Of> = {
    start: async () => first,
    job: async () => states.shift() ?? first,
    leave: () => {
      seen.left++;
    },
    moved: async (_, heard) => heard(0.5),
    onClose: (act) => {
      seen.closers++;
      close = act;
      return () => {
        seen.closers--;
      };
    },
  };
  const wait = (signal: AbortSignal, own: Partial<JobService<Of>> = {}) =>
    finished({ ...service, ...own }, REQUEST, signal, (share) => seen.heard.push(share));
  return { seen, wait, closeTab: () => close() };
}

describe("waiting for a job", () => {
  it("comes to its result, and leaves nothing of itself behind", async () => {
    const { seen, wait } = serverOf(job("waiting"), job("running"), job("done", { result: RESULT }));
    expect(await wait(new AbortController().signal)).toBe(RESULT);
    expect(seen).toEqual({ left: 0, closers: 0, heard: [0.5, 0.5] });
  });

  it.each([
    ["failed", ["It broke."], "It broke."],
    ["stopped", undefined, "The work was stopped. Open the page again."],
    ["done", undefined, "The work was stopped. Open the page again."],
  ] as const)("that is %s without a result says why", async (state, reasons, reason) => {
    const { wait } = serverOf(job(state, reasons && { reasons: [...reasons] }));
    const failure = await wait(new AbortController().signal).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiFailure);
    expect(failure).toMatchObject({ reasons: [reason] });
  });

  it("is left once where nobody waits any more, also where the tab is closed then", async () => {
    const { seen, wait, closeTab } = serverOf(job("running"), job("running"));
    const stop = new AbortController();
    const moved = async () => {
      stop.abort();
      closeTab();
    };
    await expect(wait(stop.signal, { moved })).rejects.toThrow(/abort/i);
    closeTab();
    expect(seen).toMatchObject({ left: 1, closers: 0 });
  });

  it("is left where nobody waited any more before it had begun", async () => {
    const { seen, wait } = serverOf(job("waiting"));
    const stop = new AbortController();
    const start = async () => {
      stop.abort();
      return job("waiting");
    };
    await expect(wait(stop.signal, { start })).rejects.toThrow(/abort/i);
    expect(seen).toMatchObject({ left: 1, closers: 0 });
  });

  it("that is over is not left, whoever goes then", async () => {
    const { seen, wait } = serverOf(job("done", { result: RESULT }));
    const stop = new AbortController();
    await wait(stop.signal);
    stop.abort();
    expect(seen).toMatchObject({ left: 0, closers: 0 });
  });
});
