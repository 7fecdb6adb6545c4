// The two databases that rooms stand on, for tests that run on both.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabasePlace } from "../src/database/index.js";
import { startPostgres, type TestPostgres, withoutPostgres } from "./postgres.js";

export interface Engine {
  readonly name: string;
  /** Why it is left out; null where it is not. */
  readonly without: string | null;
  readonly start: () => Promise<StartedEngine>;
}

export interface StartedEngine {
  /** A place without anything in it. */
  readonly place: () => Promise<DatabasePlace>;
  readonly postgres: TestPostgres | null;
  readonly stop: () => Promise<void>;
}

export const engines: readonly Engine[] = [
  {
    name: "embedded",
    without: null,
    start: async () => {
      const root = mkdtempSync(join(tmpdir(), "parley-rooms-"));
      let made = 0;
      return {
        place: async () => {
          made += 1;
          return { kind: "folder", folder: join(root, String(made)) };
        },
        postgres: null,
        stop: async () => rmSync(root, { recursive: true, force: true }),
      };
    },
  },
  {
    name: "PostgreSQL",
    without: withoutPostgres,
    start: async () => {
      const postgres = await startPostgres();
      return {
        place: async () => ({ kind: "server", url: await postgres.newDatabase() }),
        postgres,
        stop: postgres.stop,
      };
    },
  },
];
