// The three roles, of a whole PostgreSQL: who owns the tables, as whom the server comes in, and as whom each seat is served.
import { type Kysely, sql } from "kysely";

/** As whom the server comes in: it may do nothing but become a seat. */
export const APP_ROLE = "parley_app";
export const SEAT_ROLE = "parley_seat";
export const OWNER_ROLE = "parley_owner";

/** Makes the roles where they are not there; two servers that begin at once do so without harm. */
export async function makeRoles(operator: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
do $$
declare one record;
begin
  for one in select * from (values
    ('${OWNER_ROLE}', 'nologin noinherit'),
    ('${APP_ROLE}', 'login noinherit'),
    ('${SEAT_ROLE}', 'nologin noinherit')) as wanted(name, how)
  loop
    if not exists (select 1 from pg_roles where rolname = one.name) then
      begin
        execute format('create role %I %s', one.name, one.how);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
  begin
    if not pg_has_role('${APP_ROLE}', '${SEAT_ROLE}', 'member') then
      grant ${SEAT_ROLE} to ${APP_ROLE};
    end if;
    if not pg_has_role(current_user, '${OWNER_ROLE}', 'member') then
      execute format('grant ${OWNER_ROLE} to %I', current_user);
    end if;
  exception when unique_violation or serialization_failure then null;
  end;
end
$$`)
    .execute(operator);
}
