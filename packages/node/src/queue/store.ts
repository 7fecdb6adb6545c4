// What a queue of work keeps beside the queue itself: the cases that units are about, and the result of every unit, once.
import { createHash } from "node:crypto";
import type { CaseFile } from "@parley/core/internal";
import pg from "pg";
import { SCHEMA } from "./boss.js";
import { readBack, written } from "./flat-json.js";

/** Cases and results that nobody asked for in so long are taken out when somebody asks for anything. */
const KEPT_DAYS = 7;
const CONNECTIONS = 4;

export interface QueueStore {
  /** Puts a case there. @returns its digest */
  readonly putCase: (files: readonly CaseFile[]) => Promise<string>;
  readonly caseOf: (digest: string) => Promise<readonly CaseFile[] | null>;
  /** Of these units, those that have a result. */
  readonly doneOf: (units: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly resultsOf: (units: readonly string[]) => Promise<ReadonlyMap<string, unknown>>;
  /** Writes a result unless there is one. @returns whether this one was written */
  readonly putResult: (unit: string, result: unknown) => Promise<boolean>;
  /** How many of these jobs have failed as often as they are tried. */
  readonly failedOf: (jobs: readonly string[]) => Promise<number>;
  readonly close: () => Promise<void>;
}

export const digestOf = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");

/** Any number that names the making of these tables: two programs that make them at once do it one after the other. */
const MAKING = 7_105_420_019;

/** @throws where the database cannot be reached, or its user may make no schema */
export async function openStore(url: string): Promise<QueueStore> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, application_name: "parley work" });
  // A connection that is lost while it rests is replaced when the next is wanted.
  pool.on("error", () => {});
  try {
    await pool.query(`
      begin;
      select pg_advisory_xact_lock(${MAKING});
      create schema if not exists parley_work;
      create table if not exists parley_work.cases (digest text primary key, files jsonb not null, asked timestamptz not null default now());
      create table if not exists parley_work.results (unit text primary key, result text not null, done timestamptz not null default now());
      commit;`);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    putCase: async (files) => {
      const digest = digestOf(files.map(({ path, text }) => [path, text]));
      await pool.query(`delete from parley_work.cases where asked < now() - interval '${KEPT_DAYS} days'`);
      await pool.query(`delete from parley_work.results where done < now() - interval '${KEPT_DAYS} days'`);
      await pool.query(
        "insert into parley_work.cases (digest, files) values ($1, $2) on conflict (digest) do update set asked = now()",
        [digest, JSON.stringify(files)],
      );
      return digest;
    },
    caseOf: async (digest) => {
      const { rows } = await pool.query<{ files: CaseFile[] }>(
        "select files from parley_work.cases where digest = $1",
        [digest],
      );
      return rows[0]?.files ?? null;
    },
    doneOf: async (units) => {
      const { rows } = await pool.query<{ unit: string }>("select unit from parley_work.results where unit = any($1)", [
        units,
      ]);
      return new Set(rows.map(({ unit }) => unit));
    },
    resultsOf: async (units) => {
      const { rows } = await pool.query<{ unit: string; result: string }>(
        "select unit, result from parley_work.results where unit = any($1)",
        [units],
      );
      return new Map(rows.map(({ unit, result }) => [unit, readBack(result)]));
    },
    putResult: async (unit, result) => {
      const { rowCount } = await pool.query(
        "insert into parley_work.results (unit, result) values ($1, $2) on conflict do nothing",
        [unit, written(result)],
      );
      return rowCount === 1;
    },
    failedOf: async (jobs) => {
      const { rows } = await pool.query<{ count: string }>(
        `select count(*) from ${SCHEMA}.job where id = any($1::uuid[]) and state = 'failed'`,
        [jobs],
      );
      return Number(rows[0]?.count ?? 0);
    },
    close: () => pool.end(),
  };
}
