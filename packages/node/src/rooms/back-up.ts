// All rooms of a database as text, and a database from such a text: for keeping, and for moving from one engine to the other. Both are
// read again afterwards, so that what was carried over is known to be whole.
import { createHash } from "node:crypto";
import { entryHash } from "@parley/core/rooms";
import { type Kysely, sql } from "kysely";
import { z } from "zod";
import { readMaterial } from "./material.js";

/** Every table, each after those that it points to, with what orders its rows. Who may open rooms is not carried over. */
const TABLES = {
  rooms: "id",
  seats: "id",
  invites: "hash",
  sessions: "id",
  passkeys: "id",
  accounts: "id",
  streams: "room, audience",
  events: "room, audience, seq",
  sealed: "room, id",
  bids: "room, sealed, party",
  proposals: "room, id",
  consents: "room, proposal, party",
  settlements: "room, id",
  points: "room, settlement, party",
  given: "room, party, id",
} as const;

type Table = keyof typeof TABLES;

const tables = Object.keys(TABLES) as Table[];
const first = z.object({ parleyRooms: z.literal(1), made: z.string() });
const line = z.object({ table: z.enum(tables), row: z.record(z.string(), z.unknown()) });
const last = z.object({ rows: z.number().int().min(0), digest: z.string() });

/** Why a text is no back-up, or not a whole one. `line` is from 1. */
export class BadBackUp extends Error {
  constructor(
    readonly why: "no-back-up" | "cut" | "altered" | "unreadable" | "not-empty" | "not-whole",
    readonly line = 0,
  ) {
    super(why);
  }
}

/** What was carried. */
export interface Carried {
  readonly rooms: number;
  readonly entries: number;
}

/** All rooms, a row a line, with a last line that tells whether the text is whole. It holds what nobody may read. */
export async function backUp(operator: Kysely<unknown>, made: string): Promise<string> {
  const rows = await operator.transaction().setIsolationLevel("repeatable read").execute(rowsOf);
  const body = [JSON.stringify({ parleyRooms: 1, made }), ...rows].join("\n");
  return `${body}\n${JSON.stringify({ rows: rows.length, digest: digestOf(body) })}\n`;
}

async function rowsOf(transaction: Kysely<unknown>): Promise<string[]> {
  // Times as they are, wherever the server stands.
  await sql`set local timezone to 'UTC'`.execute(transaction);
  const lines: string[] = [];
  for (const table of tables) {
    const { rows } = await sql<{ row: string }>`select row_to_json(t)::text as row from ${sql.table(`rooms.${table}`)} t
      order by ${sql.raw(TABLES[table])}`.execute(transaction);
    for (const { row } of rows) lines.push(`{"table":"${table}","row":${row}}`);
  }
  return lines;
}

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Says why a text is no whole back-up, before anything is opened for it. @throws `BadBackUp` */
export const checkBackUp = (text: string): void => void readLines(text);

/**
 * Fills an empty database with the rooms of a back-up, all or none, and reads them again.
 * @throws `BadBackUp`
 */
export async function restore(operator: Kysely<unknown>, text: string): Promise<Carried> {
  const lines = readLines(text);
  await operator.transaction().execute(async (transaction) => {
    await sql`set local timezone to 'UTC'`.execute(transaction);
    const { rows } = await sql<{ any: boolean }>`select exists (select from rooms.rooms) as any`.execute(transaction);
    if (rows[0]?.any) throw new BadBackUp("not-empty");
    for (const [index, { table, row }] of lines.entries())
      await sql`insert into ${sql.table(`rooms.${table}`)}
        select * from json_populate_record(null::${sql.raw(`rooms.${table}`)}, ${row}::json)`
        .execute(transaction)
        .catch(() => {
          // The database's words are for nobody who restores: the line is what can be looked at.
          throw new BadBackUp("unreadable", index + 2);
        });
    const again = await rowsOf(transaction);
    if (again.length !== lines.length || again.some((one, k) => one !== lines[k]?.text))
      throw new BadBackUp("not-whole");
  });
  return {
    rooms: lines.filter(({ table }) => table === "rooms").length,
    entries: lines.filter(({ table }) => table === "events").length,
  };
}

interface Line {
  readonly table: Table;
  /** JSON, as it stands in the text. */
  readonly row: string;
  readonly text: string;
}

function readLines(text: string): Line[] {
  const all = text.trimEnd().split("\n");
  const head = all[0] ?? "";
  if (!first.safeParse(parsed(head)).success) throw new BadBackUp("no-back-up");
  const end = last.safeParse(parsed(all.at(-1) ?? ""));
  if (!end.success || end.data.rows !== all.length - 2) throw new BadBackUp("cut");
  const heads: Heads = new Map();
  const rows = all.slice(1, -1).map((text, index): Line => {
    const read = line.safeParse(parsed(text));
    if (!read.success) throw new BadBackUp("unreadable", index + 2);
    const { table, row } = read.data;
    if (!follows(table, row, heads)) throw new BadBackUp("altered", index + 2);
    const begins = `{"table":"${table}","row":`;
    if (!text.startsWith(begins)) throw new BadBackUp("unreadable", index + 2);
    return { table, row: text.slice(begins.length, -1), text };
  });
  const broken = [...heads.values()].some(
    ({ seq, hash, reached, last: end }) => seq !== reached || hash.slice(2) !== end,
  );
  if (broken) throw new BadBackUp("altered");
  if (end.data.digest !== digestOf(all.slice(0, -1).join("\n"))) throw new BadBackUp("altered");
  return rows;
}

const event = z.object({
  room: z.string(),
  audience: z.string(),
  seq: z.number(),
  at: z.number(),
  seat: z.string().nullable(),
  kind: z.string(),
  body: z.string(),
  prev: z.string(),
  hash: z.string(),
});

/** Of each stream, its end as its row says it, and how far its entries were followed. */
type Heads = Map<string, { readonly seq: number; readonly hash: string; reached: number; last: string }>;

const stream = z.object({ room: z.string(), audience: z.string(), seq: z.number(), hash: z.string() });

/** Whether a row is what the rows before it lead to: entries in chains, and a material that can be read. Streams come before their entries. */
function follows(table: Table, row: unknown, heads: Heads): boolean {
  if (table === "rooms") return readMaterial(String((row as { material?: unknown }).material)) !== null;
  if (table === "streams") {
    const read = stream.safeParse(row);
    if (!read.success) return false;
    const { room, audience, seq, hash } = read.data;
    heads.set(`${room} ${audience}`, { seq, hash, reached: 0, last: "" });
    return true;
  }
  if (table !== "events") return true;
  const read = event.safeParse(row);
  if (!read.success || parsed(read.data.body) === null) return false;
  const { room, at, prev, hash, ...entry } = read.data;
  const head = heads.get(`${room} ${entry.audience}`);
  if (!head || entry.seq !== head.reached + 1 || prev.slice(2) !== head.last) return false;
  if (entryHash(room, { ...entry, at: String(at), prev: head.last }) !== hash.slice(2)) return false;
  head.reached = entry.seq;
  head.last = hash.slice(2);
  return true;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
