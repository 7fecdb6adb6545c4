// Brings a database to the tables that this program knows.
import { type Kysely, Migrator, sql } from "kysely";
import { migrations } from "./migrations/index.js";
import { makeRoles } from "./roles.js";

/** A database that a newer program has changed. */
export class NewerDatabase extends Error {}

/** All that is missing, or nothing: the changes are one transaction. Several programs that begin at once wait for each other. */
export async function migrate(operator: Kysely<unknown>): Promise<void> {
  await makeRoles(operator);
  const migrator = new Migrator({
    db: operator,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableSchema: "rooms_migrations",
  });
  await refuseNewer(operator);
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

async function refuseNewer(operator: Kysely<unknown>): Promise<void> {
  const there = await sql<{ there: boolean }>`
    select to_regclass('rooms_migrations.kysely_migration') is not null as there`.execute(operator);
  if (!there.rows[0]?.there) return;
  const done = await sql<{ name: string }>`select name from rooms_migrations.kysely_migration`.execute(operator);
  if (done.rows.some(({ name }) => !Object.hasOwn(migrations, name))) throw new NewerDatabase();
}
