// Who may open rooms: whoever has a secret that the operator of the database made.
import { type Kysely, sql } from "kysely";
import { hashOf, INVITE_DAYS, newSecret } from "./secrets.js";

/** A new secret for opening rooms, for some hours. */
export async function newConvenor(operator: Kysely<unknown>, hours: number): Promise<string> {
  const secret = newSecret();
  await sql`delete from rooms.convenors where until < now()`.execute(operator);
  await sql`insert into rooms.convenors values (${hashOf(secret)}, now() + make_interval(hours => ${hours}))`.execute(
    operator,
  );
  return secret;
}

export interface OperatorLink {
  readonly room: string;
  readonly title: string;
  readonly name: string;
  readonly invite: string;
}

/**
 * Another link to each seat of a name, for somebody who has lost all others: only whoever runs the database can make one. Everybody in the
 * room sees that it was made.
 */
export async function linksByOperator(operator: Kysely<unknown>, name: string): Promise<OperatorLink[]> {
  const { rows } = await sql<{ seat: string; room: string; title: string; name: string }>`
    select seat.id as seat, room.id as room, room.title, seat.name from rooms.seats seat join rooms.rooms room on room.id = seat.room
    where seat.gone is null and lower(seat.name) = lower(${name}) order by room.opened`.execute(operator);
  const links: OperatorLink[] = [];
  for (const { seat, ...of } of rows) {
    const invite = newSecret();
    await sql`insert into rooms.invites (hash, seat, until)
      values (${hashOf(invite)}, ${seat}, now() + make_interval(days => ${INVITE_DAYS}))`.execute(operator);
    const said = JSON.stringify({ seat });
    await sql`select rooms.write(${of.room}, 'room', null, 'link', ${said}, null)`.execute(operator);
    links.push({ ...of, invite });
  }
  return links;
}
