// A PostgreSQL of the tests' own: in a folder of its own, on a port that was free, gone when they are done.
import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { postgresPrograms } from "../../../scripts/postgres.mjs";

export interface TestPostgres {
  /** Of a new, empty database. */
  readonly newDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
  /** Ends it, and starts it again so many milliseconds later. */
  readonly away: (milliseconds: number) => Promise<void>;
}

/** Why the tests on PostgreSQL are left out; null where they are not. */
export const withoutPostgres: string | null = postgresPrograms()
  ? null
  : "no PostgreSQL here (Debian: apt install postgresql)";

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

/** PostgreSQL does not run as root: then it runs as Debian's user for it. */
function runAs(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

export async function startPostgres(): Promise<TestPostgres> {
  const programs = postgresPrograms();
  if (!programs) throw new Error(withoutPostgres ?? "");
  const folder = mkdtempSync(join(tmpdir(), "parley-postgres-"));
  const user = runAs();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  execFileSync(join(programs, "initdb"), ["-D", data, "-A", "trust", "-U", "operator", "-E", "UTF8", "--locale=C"], {
    ...user,
    cwd: folder,
    stdio: "ignore",
  });
  const port = await freePort();
  const address = (name: string) => `postgres://operator@127.0.0.1:${port}/${name}`;
  const start = async () => {
    const child = spawn(
      join(programs, "postgres"),
      ["-D", data, "-p", String(port), "-k", folder, "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"],
      { ...user, cwd: folder, stdio: "ignore" },
    );
    for (;;) {
      const client = new pg.Client({ connectionString: address("postgres") });
      try {
        await client.connect();
        await client.end();
        return child;
      } catch (error) {
        if (child.exitCode !== null) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  let child = await start();
  const end = async (signal: NodeJS.Signals) => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  };
  let made = 0;
  return {
    newDatabase: async () => {
      made += 1;
      const client = new pg.Client({ connectionString: address("postgres") });
      await client.connect();
      await client.query(`create database rooms${made}`);
      await client.end();
      return address(`rooms${made}`);
    },
    stop: async () => {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
    away: async (milliseconds) => {
      await end("SIGINT");
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      child = await start();
    },
  };
}
