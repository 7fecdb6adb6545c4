// Who may open rooms: whoever has a secret that the operator of the database made.
import { type Kysely, sql } from "kysely";
import { hashOf, newSecret } from "./secrets.js";

/** A new secret for opening rooms, for some hours. */
export async function newConvenor(operator: Kysely<unknown>, hours: number): Promise<string> {
  const secret = newSecret();
  await sql`delete from rooms.convenors where until < now()`.execute(operator);
  await sql`insert into rooms.convenors values (${hashOf(secret)}, now() + make_interval(hours => ${hours}))`.execute(
    operator,
  );
  return secret;
}
