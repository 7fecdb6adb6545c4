// An agent that is another program: one line of JSON to its standard input for everything that it is told or asked, one line back for
// everything that it does (docs/rehearsal.md).
import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

/** What it is told. Packages are options by issue. */
export type Told =
  | {
      readonly type: "start";
      readonly party: string;
      readonly others: readonly string[];
      readonly rounds: number;
      readonly issues: readonly { readonly id: string; readonly options: readonly string[] }[];
      /** What each option is worth to it, in points, and what no deal is. */
      readonly worth: Readonly<Record<string, Readonly<Record<string, number>>>>;
      readonly noDeal: number;
    }
  | {
      readonly type: "turn";
      readonly round: number;
      readonly standing: { readonly by: string; readonly offer: Readonly<Record<string, string>> } | null;
    }
  | { readonly type: "heard"; readonly by: string; readonly round: number; readonly did: Answer }
  | { readonly type: "end"; readonly deal: Readonly<Record<string, string>> | null };

const id = z.string().max(200);
const answer = z.union([
  z.strictObject({ offer: z.record(id, id) }),
  z.strictObject({ accept: z.literal(true) }),
  z.strictObject({ walk: z.literal(true) }),
]);

export type Answer = z.infer<typeof answer>;

/** Why an agent cannot go on; the game is over then, and does not count. */
export class AgentFailed extends Error {
  /** What it said last, or what was wrong with its answer, on one line. */
  readonly detail: string;

  constructor(
    readonly how: "ended" | "silent" | "nonsense" | "notStarted",
    detail: string,
  ) {
    super(`${how}: ${detail}`);
    this.detail = detail.replaceAll(/\s+/g, " ").trim().replace(/[.]$/, "");
  }
}

export interface ExternalAgent {
  readonly tell: (told: Told) => void;
  /** @throws AgentFailed where no answer comes, or none that can be read */
  readonly ask: (told: Told) => Promise<Answer>;
  /** Lets it end by itself for a moment, then ends it with whatever it started. */
  readonly stop: () => Promise<void>;
}

const ANSWERS_WITHIN_MS = 10_000;
/** How long it may take to end once the game is over. */
const ENDS_WITHIN_MS = 1000;
const MOST_LINE = 100_000;
/** What it wrote for people, of which the end is told. */
const MOST_SAID = 300;

/** Starts one. @param command as a shell reads it: whoever gives it may run it anyway */
export function startAgent(command: string, answersWithin = ANSWERS_WITHIN_MS): ExternalAgent {
  const child = spawn(command, {
    shell: true,
    stdio: ["pipe", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  let [line, said] = ["", ""];
  let failed: AgentFailed | null = null;
  const lines: string[] = [];
  let wake = () => {};
  const fail = (how: AgentFailed["how"], detail: string) => {
    failed ??= new AgentFailed(how, detail);
    wake();
  };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    if (failed) return;
    line += text;
    if (line.length > MOST_LINE) return fail("nonsense", line.slice(0, MOST_SAID));
    const parts = line.split("\n");
    line = parts.pop() ?? "";
    lines.push(...parts.filter((part) => part.trim() !== ""));
    if (lines.length > 1) return fail("nonsense", lines[1]?.slice(0, MOST_SAID) ?? "");
    wake();
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-MOST_SAID);
  });
  // Its pipes break when it ends: that it ended is told below.
  for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe?.on("error", () => {});
  child.on("error", ({ message }) => fail("notStarted", message));
  const closed = new Promise((resolve) => child.once("close", resolve));
  child.on("close", (code, signal) => fail("ended", said.trim() || `${signal ?? code}`));
  const tell = (told: Told) => void child.stdin?.write(`${JSON.stringify(told)}\n`);
  return {
    tell,
    ask: async (told) => {
      // It has one line for every turn, and only once it is asked: what it said before would answer another question.
      if (failed) throw failed;
      if (lines.length > 0) throw new AgentFailed("nonsense", lines[0]?.slice(0, MOST_SAID) ?? "");
      tell(told);
      const until = Date.now() + answersWithin;
      while (lines.length === 0) {
        if (failed) throw failed;
        const left = until - Date.now();
        if (left <= 0) throw new AgentFailed("silent", `${answersWithin / 1000}`);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const answered = lines.shift() ?? "";
      // Two lines for one turn are one too many.
      if (lines.length > 0) throw new AgentFailed("nonsense", lines[0]?.slice(0, MOST_SAID) ?? "");
      return read(answered);
    },
    stop: async () => {
      child.stdin?.end();
      await Promise.race([closed, sleep(ENDS_WITHIN_MS)]);
      end(child);
    },
  };
}

function read(line: string): Answer {
  try {
    return answer.parse(JSON.parse(line));
  } catch {
    throw new AgentFailed("nonsense", line.slice(0, MOST_SAID));
  }
}

/** Its whole group, where it has not ended by itself. */
function end(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
