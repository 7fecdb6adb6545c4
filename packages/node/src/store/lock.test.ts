import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BusyError, locked, sweepLocks } from "./lock.js";
import { holderOf, isGone, myself } from "./lock-holder.js";

// Processes of their own run what is built.
const built = new URL("../../dist/store/lock.js", import.meta.url).href;

let folder: string;
const lock = () => join(folder, "lock");
const done = () => Promise.resolve("done");
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Adds one to a number in a file, so many times, each under the lock; what two do at once is lost. */
const counting = (times: number) => `
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { locked, BusyError } from ${JSON.stringify(built)};
const [folder, file] = [${JSON.stringify(folder)}, ${JSON.stringify(join(folder, "count"))}];
for (let k = 0; k < ${times}; ) {
  await locked(folder, async () => {
    const before = Number(readFileSync(file, "utf8"));
    await wait(1);
    writeFileSync(file, String(before + 1));
    k++;
  }).catch((error) => { if (!(error instanceof BusyError)) throw error; });
}
`;

const run = (script: string, wrapper: readonly string[] = []): ChildProcess => {
  const [program = "", ...args] = [...wrapper, process.execPath, "--input-type=module", "-e", script];
  return spawn(program, args, { stdio: "inherit" });
};
const APART = ["unshare", "--pid", "--fork", "--mount-proc"];
const canBeApart = (): boolean => {
  try {
    execFileSync(APART[0] ?? "", [...APART.slice(1), "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

describe("a lock", () => {
  it("lets one at a time do its work, of many in one process", async () => {
    let [inside, most] = [0, 0];
    const turn = () =>
      locked(folder, async () => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside--;
      });
    // On a slow machine some wait longer than an edit does.
    const patient = async (): Promise<void> => {
      await turn().catch(async (error: unknown) => {
        if (!(error instanceof BusyError)) throw error;
        await patient();
      });
    };
    await Promise.all(Array.from({ length: 20 }, patient));
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is kept by a holder in another container: its process number says nothing here, and no count is lost", async (context) => {
    if (!canBeApart()) return context.skip("no process can be given numbers of its own here: unshare --pid needs root");
    writeFileSync(join(folder, "count"), "0");
    const children = [run(counting(40), APART), run(counting(40), APART), run(counting(40))];
    const codes = await Promise.all(children.map(async (child) => (await once(child, "exit"))[0]));
    expect(codes).toEqual([0, 0, 0]);
    expect(readFileSync(join(folder, "count"), "utf8")).toBe("120");
    expect(readdirSync(folder)).toEqual(["count"]);
  });

  it("that was abandoned is taken over by one of all who find it", async () => {
    const me = await myself("a workbench");
    for (let round = 0; round < 20; round++) {
      writeFileSync(lock(), JSON.stringify({ ...me, id: `${round}`, pid: 2 ** 22 - 3 }));
      let [inside, most] = [0, 0];
      await Promise.all(
        Array.from({ length: 8 }, () =>
          locked(folder, async () => {
            most = Math.max(most, ++inside);
            await new Promise((resolve) => setImmediate(resolve));
            inside--;
          }),
        ),
      );
      expect(most).toBe(1);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is taken over from a dead one even where the one before who would was killed at it, too", async () => {
    const dead = { ...(await myself("a workbench")), pid: 2 ** 22 - 3 };
    writeFileSync(lock(), `${JSON.stringify(dead)}\n`);
    const identity = createHash("sha256")
      .update(`${statSync(lock()).ino} ${readFileSync(lock(), "utf8")}`)
      .digest("hex")
      .slice(0, 16);
    writeFileSync(`${lock()}.${identity}`, JSON.stringify({ ...dead, id: "claim" }));
    expect(await locked(folder, done)).toBe("done");
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ["of another machine", { host: "elsewhere" }],
    ["of an earlier start of this one", { boot: "another" }],
    ["of another container", { space: "pid:[1]" }],
  ])("%s is not taken for dead by its process number; who waits is told who holds it", async (_, other) => {
    const holder = { ...(await myself("a workbench")), ...other, pid: 2 ** 22 - 3 };
    expect(await isGone(holder)).toBe(false);
    writeFileSync(lock(), JSON.stringify(holder));
    await expect(locked(folder, done)).rejects.toThrow(
      new RegExp(`written by a workbench, process ${holder.pid} on ${holder.host}, .*Nothing was written.*Try again`),
    );
    expect(existsSync(lock())).toBe(true);
  });

  it("of another machine is respected for as long as it is renewed, and taken over once it was seen to be silent", async () => {
    const holder = JSON.stringify({ ...(await myself("a workbench")), host: "elsewhere" });
    writeFileSync(lock(), holder);
    // A clock that moves when it is read, and by a minute between two attempts.
    let clock = 0;
    const reading = vi.spyOn(performance, "now").mockImplementation(() => {
      clock += 100;
      return clock;
    });
    let entered = 0;
    const attempt = () =>
      locked(folder, async () => {
        entered += 1;
      });
    try {
      for (let renewal = 1; renewal <= 5; renewal++) {
        utimesSync(lock(), renewal, renewal);
        await expect(attempt()).rejects.toThrow(BusyError);
        expect([entered, readFileSync(lock(), "utf8")]).toEqual([0, holder]);
        clock += 60_000;
      }
      await attempt();
    } finally {
      reading.mockRestore();
    }
    expect(entered).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("of a process number that was given anew is not its holder's", async () => {
    const me = await myself("a workbench");
    if (me.started === "") return;
    expect(await isGone(me)).toBe(false);
    expect(await isGone({ ...me, started: "1" })).toBe(true);
  });

  it.each([
    ["is empty", ""],
    ["holds a number", "123\n"],
    ["holds something else", "{}"],
    ["is long", "x".repeat(100_000)],
  ])("that %s names nobody, and holds nobody up for long", async (_, text) => {
    writeFileSync(lock(), text);
    expect(holderOf(text)).toBeNull();
    expect(await locked(folder, done)).toBe("done");
  });

  it("leaves nothing of a program that was killed at it: what is old is taken away, what is young stays", async () => {
    const id = "00000000-0000-4000-8000-00000000000";
    const names = [`lock-${id}0`, "lock.0123456789abcdef", `lock-${id}1`, "locks.txt"];
    for (const name of names) writeFileSync(join(folder, name), "x");
    for (const name of [names[0], names[1], names[3]]) utimesSync(join(folder, name ?? ""), 0, 0);
    await sweepLocks(folder);
    expect(readdirSync(folder).sort()).toEqual([`lock-${id}1`, "locks.txt"]);
  });

  it("that is a link, or a folder, is not gone through", async () => {
    const outside = mkdtempSync(join(tmpdir(), "parley-outside-"));
    symlinkSync(join(outside, "made"), lock());
    await expect(locked(folder, done)).rejects.toThrow();
    rmSync(lock());
    mkdirSync(lock());
    await expect(locked(folder, done)).rejects.toThrow();
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  it("that was taken over meanwhile is known to whoever thought to hold it", async () => {
    await locked(folder, async (held) => {
      await held.check();
      writeFileSync(lock(), "another");
      await expect(held.check()).rejects.toThrow(BusyError);
      rmSync(lock());
      await expect(held.check()).rejects.toThrow(BusyError);
    });
  });
});
