// The only way in for the server: one transaction as the seat whose token is given. What goes through it is held to an allow-list,
// since the embedded database's only connection could otherwise become its owner again. This guards against mistakes of ours; whoever
// can already run code here is not held by it.
import { CompiledQuery, Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import type { Pool } from "pg";
import { REFUSED_STATE } from "./migrations/index.js";
import { SEAT_ROLE } from "./roles.js";
import type { RoomTables } from "./tables.js";

export type SeatDatabase = Kysely<RoomTables>;

/** What the database refused by its own rules, by one word. */
export class DatabaseRefusal extends Error {
  constructor(readonly why: string) {
    super(why);
  }
}

/** A statement that no seat needs. */
class StatementRefused extends Error {}

const OPENING = `select set_config('role', '${SEAT_ROLE}', true), set_config('parley.token', $1, true)`;
const FRAME = new Set(["begin", "commit", "rollback", OPENING]);
const ORDINARY = /^\s*(select|insert|update|delete|with)\b/i;
const FORBIDDEN = /set_config|pg_settings|;|\bpg_(read|write|ls|stat)_|\blo_(import|export)\b|dblink|\bcopy\b/i;

/** Whether a seat's work may run a statement. */
export const isAllowed = (statement: string): boolean =>
  FRAME.has(statement) || (ORDINARY.test(statement) && !FORBIDDEN.test(statement));

/** A pool whose clients run nothing but what is allowed. */
const guarded = (pool: Pool): PostgresPool => ({
  connect: async () => {
    const client = await pool.connect();
    return {
      query: (statement: string | { readonly text?: string }, values?: readonly unknown[]) => {
        const text = typeof statement === "string" ? statement : statement.text;
        if (text === undefined || !isAllowed(text)) throw new StatementRefused(text);
        return client.query(text, values as unknown[]);
      },
      release: () => client.release(),
    } as unknown as PostgresPoolClient;
  },
  end: () => pool.end(),
});

export type Door = <T>(token: string, work: (seat: SeatDatabase) => Promise<T>) => Promise<T>;

/**
 * Does work as the seat of a token, all of it or none. Who has no valid token sees no row and may do nothing but come in by an
 * invitation.
 * @throws `DatabaseRefusal`, and what the client says
 */
export function createDoor(pool: Pool): Door {
  const database = new Kysely<RoomTables>({ dialect: new PostgresDialect({ pool: guarded(pool) }) });
  return async (token, work) => {
    try {
      return await database.transaction().execute(async (transaction) => {
        await transaction.executeQuery(CompiledQuery.raw(OPENING, [token]));
        return await work(transaction);
      });
    } catch (error) {
      throw refusalIn(error) ?? error;
    }
  };
}

function refusalIn(error: unknown): DatabaseRefusal | null {
  const refused = error instanceof Error && "code" in error && error.code === REFUSED_STATE;
  return refused ? new DatabaseRefusal(error.message) : null;
}
