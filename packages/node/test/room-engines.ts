// The two databases that rooms stand on, for tests that run on both.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DatabasePlace, operate } from "../src/database/index.js";
import { startPostgres, type TestPostgres, withoutPostgres } from "./postgres.js";

export interface Engine {
  readonly name: string;
  /** Why it is left out; null where it is not. */
  readonly without: string | null;
  readonly start: () => Promise<StartedEngine>;
}

export interface StartedEngine {
  /** A place without a room in it. */
  readonly place: () => Promise<DatabasePlace>;
  readonly postgres: TestPostgres | null;
  readonly stop: () => Promise<void>;
}

const MADE_OF = join(import.meta.dirname, "../src/database");
const KEPT = join(import.meta.dirname, "../../../node_modules/.cache/parley-rooms");

/**
 * A copy of an embedded database with its tables and nothing else in it: making one takes seven seconds of a processor. It is made
 * again when what it is made of has changed.
 */
async function copyEmbedded(to: string): Promise<void> {
  const texts = readdirSync(MADE_OF, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .sort()
    .map((name) => readFileSync(join(MADE_OF, name), "utf8"));
  const kept = join(KEPT, createHash("sha256").update(texts.join("\n")).digest("hex").slice(0, 16));
  if (!existsSync(kept)) {
    mkdirSync(KEPT, { recursive: true });
    const beside = mkdtempSync(`${kept}-`);
    await operate({ kind: "folder", folder: beside }, async () => {});
    try {
      renameSync(beside, kept);
    } catch {
      // Another test has made it meanwhile.
      rmSync(beside, { recursive: true, force: true });
    }
  }
  cpSync(kept, to, { recursive: true });
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
          const folder = join(root, String(made));
          await copyEmbedded(folder);
          return { kind: "folder", folder };
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
