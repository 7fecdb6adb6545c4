// Who holds a lock, and whether that process still is: which can be told only of one that runs under the same kernel, since
// it was started, in the same set of process numbers. Containers and machines each have numbers of their own.
import { randomUUID } from "node:crypto";
import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";
import { z } from "zod";

export interface Holder {
  /** Of one taking of the lock. */
  readonly id: string;
  readonly who: string;
  readonly host: string;
  /** Of one start of the machine's kernel, and of one set of process numbers; empty where the system does not tell. */
  readonly boot: string;
  readonly space: string;
  readonly pid: number;
  /** When the process was started, as the system counts it: a number that is used again has another start. */
  readonly started: string;
  /** For people; nothing is reckoned from it. */
  readonly since: string;
}

const text = z.string().max(200);
const holder = z.object({
  id: text,
  who: text,
  host: text,
  boot: text,
  space: text,
  pid: z.number().int().positive(),
  started: text,
  since: text,
});

/** What a lock says of its holder; null where that cannot be read. */
export function holderOf(written: string): Holder | null {
  try {
    const read = holder.safeParse(JSON.parse(written));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

const orEmpty = (promise: Promise<string>): Promise<string> =>
  promise.then(
    (found) => found.trim(),
    () => "",
  );

async function whereIRun(): Promise<Pick<Holder, "host" | "boot" | "space">> {
  return {
    host: hostname().slice(0, 200),
    boot: await orEmpty(readFile("/proc/sys/kernel/random/boot_id", "utf8")),
    space: await orEmpty(readlink("/proc/self/ns/pid")),
  };
}

/** This process, for one taking of a lock. */
export async function myself(who: string): Promise<Holder> {
  return {
    id: randomUUID(),
    who,
    ...(await whereIRun()),
    pid: process.pid,
    started: await startOf(process.pid),
    since: new Date().toISOString(),
  };
}

/** When a process was started; empty where that cannot be told. */
async function startOf(pid: number): Promise<string> {
  const line = await orEmpty(readFile(`/proc/${pid}/stat`, "utf8"));
  // The name, in brackets, may hold anything; the start is the twentieth field after it.
  return line.slice(line.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

/** Whether a holder ran on this very system, so that it can be told whether it still does. */
export async function isHere({ host, boot, space }: Holder): Promise<boolean> {
  const here = await whereIRun();
  if (host !== here.host || boot !== here.boot || space !== here.space) return false;
  // Where the system tells neither (it is no Linux), there are no containers in which the same name means another machine.
  return (boot !== "" && space !== "") || process.platform !== "linux";
}

/** Whether a holder is known to be gone; of one that runs elsewhere it never is. */
export async function isGone(holder: Holder): Promise<boolean> {
  if (!(await isHere(holder))) return false;
  const { pid, started } = holder;
  if (!isRunning(pid)) return true;
  const now = await startOf(pid);
  return started !== "" && now !== "" && now !== started;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
