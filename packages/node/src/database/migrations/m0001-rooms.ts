// The first tables: rooms, who sits in them, what was said on which stream, and what nobody may read.
//
// A seat reads through policies alone, and writes through functions alone. Who it is follows from the token of its session, which
// is looked up here and nowhere else. Every table has its row security forced; its owner gets a policy of its own for the functions.
import { type Kysely, sql } from "kysely";
import { OWNER_ROLE, SEAT_ROLE } from "../roles.js";

const TABLES = `
create table rooms.convenors (
  hash bytea primary key,
  until timestamptz not null
);
create table rooms.rooms (
  id uuid primary key default gen_random_uuid(),
  title text not null check (length(title) between 1 and 300),
  parties text[] not null check (cardinality(parties) between 2 and 50),
  material text not null,
  opened timestamptz not null default now()
);
create table rooms.seats (
  id uuid primary key default gen_random_uuid(),
  room uuid not null references rooms.rooms (id),
  role text not null check (role in ('party', 'mediator', 'observer')),
  party text check ((party is not null) = (role = 'party')),
  name text not null check (length(name) between 1 and 100),
  signs boolean not null default false check (not signs or role = 'party'),
  came timestamptz,
  gone timestamptz
);
create index on rooms.seats (room);
create unique index on rooms.seats (room, party) where signs and gone is null;
create table rooms.invites (
  hash bytea primary key,
  seat uuid not null references rooms.seats (id),
  until timestamptz not null,
  used timestamptz
);
create table rooms.sessions (
  id uuid primary key default gen_random_uuid(),
  hash bytea not null unique,
  seat uuid not null references rooms.seats (id),
  began timestamptz not null default now(),
  until timestamptz not null,
  ended timestamptz
);
create index on rooms.sessions (seat);
create table rooms.passkeys (
  id text primary key check (length(id) between 16 and 1400),
  seat uuid not null references rooms.seats (id),
  key bytea not null check (octet_length(key) <= 4096),
  counter bigint not null,
  made timestamptz not null default now()
);
create index on rooms.passkeys (seat);
create table rooms.accounts (
  id uuid primary key default gen_random_uuid(),
  room uuid not null references rooms.rooms (id),
  hash bytea not null,
  provider text not null check (length(provider) between 1 and 100),
  seat uuid not null references rooms.seats (id),
  made timestamptz not null default now(),
  unique (room, hash)
);
create index on rooms.accounts (seat);
create table rooms.challenges (
  hash bytea primary key,
  room uuid not null,
  seat uuid,
  -- By which it was begun: what was begun by a session that has ended since leads nowhere.
  session uuid,
  until timestamptz not null
);
create table rooms.streams (
  room uuid not null references rooms.rooms (id),
  audience text not null check (audience ~ '^(room|(party|mediation):[^[:cntrl:]]{1,64})$'),
  seq integer not null default 0,
  at bigint not null default 0,
  hash bytea not null default '\\x',
  primary key (room, audience)
);
create table rooms.events (
  room uuid not null,
  audience text not null,
  seq integer not null,
  at bigint not null,
  seat uuid,
  kind text not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
  body text not null check (octet_length(body) <= 262144),
  prev bytea not null,
  hash bytea not null,
  primary key (room, audience, seq)
);
create table rooms.sealed (
  room uuid not null references rooms.rooms (id),
  id text not null check (id ~ '^[a-z0-9-]{1,64}$'),
  rule jsonb not null,
  round integer not null default 1,
  settled boolean not null default false,
  primary key (room, id)
);
create table rooms.bids (
  room uuid not null,
  sealed text not null,
  party text not null,
  bid jsonb not null,
  primary key (room, sealed, party)
);
create table rooms.proposals (
  room uuid not null references rooms.rooms (id),
  id text not null check (id ~ '^[a-z0-9-]{1,64}$'),
  closed boolean not null default false,
  -- Of whose answers nothing is told unless all are yes.
  quiet boolean not null default false,
  primary key (room, id)
);
create table rooms.settlements (
  room uuid not null references rooms.rooms (id),
  id text not null check (id ~ '^[a-z0-9-]{1,64}$'),
  packages text[] not null,
  signed text not null,
  weighed boolean not null default false,
  primary key (room, id)
);
create table rooms.points (
  room uuid not null,
  settlement text not null,
  party text not null,
  points jsonb not null,
  primary key (room, settlement, party)
);
create table rooms.consents (
  room uuid not null,
  proposal text not null,
  party text not null,
  consent boolean not null,
  primary key (room, proposal, party)
);
create table rooms.given (
  room uuid not null,
  party text not null,
  id text not null check (id ~ '^[a-z0-9-]{1,64}$'),
  body text not null check (octet_length(body) <= 65536),
  primary key (room, party, id)
);
`;

const ALL = [
  "convenors",
  "rooms",
  "seats",
  "invites",
  "sessions",
  "passkeys",
  "accounts",
  "challenges",
  "streams",
  "events",
  "sealed",
  "bids",
  "proposals",
  "consents",
  "settlements",
  "points",
  "given",
];

/** What a seat may read of which table. What is not named here, no seat reads. */
const READ: Readonly<Record<string, string>> = {
  rooms: "id = (select rooms.my_room())",
  seats: "room = (select rooms.my_room())",
  sessions: "seat = (select rooms.my_seat())",
  passkeys: "seat = (select rooms.my_seat())",
  accounts: "seat = (select rooms.my_seat())",
  streams: "room = (select rooms.my_room()) and audience = any ((select rooms.my_audiences())::text[])",
  events: "room = (select rooms.my_room()) and audience = any ((select rooms.my_audiences())::text[])",
  sealed: "room = (select rooms.my_room())",
  proposals: "room = (select rooms.my_room())",
};

/** Of these tables a seat reads some columns alone. */
const COLUMNS: Readonly<Record<string, string>> = {
  passkeys: "(id, seat, made)",
  accounts: "(id, seat, provider, made)",
};

const FUNCTION = "security definer set search_path = pg_catalog, pg_temp";

/** Errors that the functions raise have this state, and one word for what it is. */
export const REFUSED_STATE = "PR001";

const WHO = `
create function rooms.hash_of(secret text) returns bytea language sql immutable ${FUNCTION} as $$
  select sha256(convert_to(coalesce(secret, ''), 'UTF8'))
$$;
create function rooms.refuse(why text) returns void language plpgsql ${FUNCTION} as $$
begin
  raise exception using errcode = '${REFUSED_STATE}', message = why;
end
$$;
create function rooms.my_session() returns uuid language sql stable ${FUNCTION} as $$
  select id from rooms.sessions
  where hash = rooms.hash_of(current_setting('parley.token', true)) and ended is null and until > now()
$$;
create function rooms.my_seat() returns uuid language sql stable ${FUNCTION} as $$
  select one.seat from rooms.sessions one join rooms.seats at on at.id = one.seat
  where one.id = rooms.my_session() and at.gone is null
$$;
create function rooms.my_room() returns uuid language sql stable ${FUNCTION} as $$
  select room from rooms.seats where id = rooms.my_seat()
$$;
create function rooms.my_audiences() returns text[] language sql stable ${FUNCTION} as $$
  select case me.role
    when 'party' then array['room', 'party:' || me.party, 'mediation:' || me.party]
    when 'mediator' then array['room'] || (select array_agg('mediation:' || one) from unnest(at.parties) as one)
    else array['room']
  end
  from rooms.seats me join rooms.rooms at on at.id = me.room where me.id = rooms.my_seat()
$$;
create function rooms.me() returns rooms.seats language plpgsql stable ${FUNCTION} as $$
declare me rooms.seats;
begin
  select * into me from rooms.seats where id = rooms.my_seat();
  if me.id is null then perform rooms.refuse('no-session'); end if;
  return me;
end
$$;
create function rooms.is_convenor() returns boolean language sql stable ${FUNCTION} as $$
  select exists (select from rooms.convenors
    where hash = rooms.hash_of(current_setting('parley.token', true)) and until > now())
$$;
`;

// An entry's hash is over the one before it and all that it says, in a form that anybody can make again from an export.
const STREAMS = `
create function rooms.write(in_room uuid, to_audience text, by_seat uuid, of_kind text, in_body text, after_seq integer)
returns rooms.events language plpgsql ${FUNCTION} as $$
declare
  last rooms.streams;
  made rooms.events;
begin
  select * into last from rooms.streams where room = in_room and audience = to_audience for update;
  if last.room is null then perform rooms.refuse('no-stream'); end if;
  if after_seq is not null and after_seq <> last.seq then perform rooms.refuse('moved-on'); end if;
  made.room := in_room;
  made.audience := to_audience;
  made.seq := last.seq + 1;
  -- A clock that was set back does not bring back what has passed.
  made.at := greatest((extract(epoch from clock_timestamp()) * 1000000)::bigint, last.at);
  made.seat := by_seat;
  made.kind := of_kind;
  made.body := in_body;
  made.prev := last.hash;
  made.hash := sha256(convert_to(concat_ws(E'\\n', encode(made.prev, 'hex'), made.room, made.audience, made.seq, made.at,
    coalesce(made.seat::text, '-'), made.kind, made.body), 'UTF8'));
  insert into rooms.events select made.*;
  update rooms.streams set seq = made.seq, at = made.at, hash = made.hash where room = in_room and audience = to_audience;
  perform pg_notify('parley_rooms', in_room || ' ' || to_audience);
  return made;
end
$$;
create function rooms.append(to_audience text, of_kind text, in_body text, after_seq integer)
returns rooms.events language plpgsql ${FUNCTION} as $$
declare
  me rooms.seats := rooms.me();
  form text := split_part(to_audience, ':', 1);
begin
  if (to_audience = any (rooms.my_audiences())) is not true then perform rooms.refuse('no-stream'); end if;
  -- What everybody hears from a party is said by who signs for it.
  if not exists (select from (values
      ('room', 'party', 'said', false),
      ('room', 'party', 'offer', true),
      ('room', 'party', 'answer', true),
      ('room', 'party', 'withdraw', true),
      ('room', 'party', 'wording', true),
      ('room', 'party', 'clause', true),
      ('room', 'party', 'agree', true),
      ('room', 'party', 'agree-all', true),
      ('room', 'party', 'take-back', true),
      ('room', 'party', 'sign', true),
      ('room', 'party', 'unsign', true),
      ('room', 'mediator', 'said', false),
      ('room', 'mediator', 'text', false),
      ('room', 'mediator', 'wording', false),
      ('room', 'mediator', 'clause', false),
      ('party', 'party', 'said', false),
      ('party', 'party', 'draft', false),
      ('party', 'party', 'approve', false),
      ('mediation', 'party', 'said', false),
      ('mediation', 'mediator', 'said', false),
      ('mediation', 'mediator', 'ask', false)
    ) as may(audience, role, kind, signing)
    where may.audience = form and may.role = me.role and may.kind = of_kind and (not may.signing or me.signs))
  then perform rooms.refuse('may-not'); end if;
  return rooms.write(me.room, to_audience, me.id, of_kind, in_body, after_seq);
end
$$;
`;

// Words for a clause that bear no name: the room itself writes them, and the side's own stream alone knows whose they are.
const UNNAMED = `
create function rooms.word_unnamed(in_body text, after_seq integer) returns rooms.events language plpgsql ${FUNCTION} as $$
declare
  me rooms.seats := rooms.me();
  made rooms.events;
begin
  if me.role <> 'mediator' and not me.signs then perform rooms.refuse('may-not'); end if;
  made := rooms.write(me.room, 'room', null, 'wording', in_body, after_seq);
  if me.party is not null then
    perform rooms.write(me.room, 'party:' || me.party, me.id, 'worded', (in_body::jsonb - 'unnamed')::text, null);
  end if;
  return made;
end
$$;
`;

const SECRETS = `
create function rooms.begin_sealed(in_body text) returns rooms.events language plpgsql ${FUNCTION} as $$
declare
  me rooms.seats := rooms.me();
  named text := in_body::jsonb->>'id';
  by_rule jsonb := in_body::jsonb->'rule';
begin
  if me.role <> 'mediator' and not me.signs then perform rooms.refuse('may-not'); end if;
  if (rooms.bidders(by_rule) <@ (select parties from rooms.rooms where id = me.room)) is not true then
    perform rooms.refuse('no-party');
  end if;
  insert into rooms.sealed (room, id, rule) values (me.room, named, by_rule) on conflict do nothing;
  if not found then perform rooms.refuse('name-taken'); end if;
  return rooms.write(me.room, 'room', me.id, 'sealed', in_body, null);
end
$$;
-- What a party gives its mediator is not written on a stream, so that it can be taken back: there stands its digest alone.
create function rooms.give(named text, to_question text, in_body text) returns rooms.events language plpgsql ${FUNCTION} as $$
declare me rooms.seats := rooms.me();
begin
  if not me.signs then perform rooms.refuse('may-not'); end if;
  insert into rooms.given values (me.room, me.party, named, in_body) on conflict do nothing;
  if not found then perform rooms.refuse('name-taken'); end if;
  return rooms.write(me.room, 'mediation:' || me.party, me.id, 'give', jsonb_build_object('id', named, 'asked', to_question,
    'digest', encode(rooms.hash_of(in_body), 'hex'))::text, null);
end
$$;
create function rooms.revoke(named text) returns rooms.events language plpgsql ${FUNCTION} as $$
declare me rooms.seats := rooms.me();
begin
  if not me.signs then perform rooms.refuse('may-not'); end if;
  delete from rooms.given where room = me.room and party = me.party and id = named;
  if not found then perform rooms.refuse('unknown'); end if;
  return rooms.write(me.room, 'mediation:' || me.party, me.id, 'revoke', jsonb_build_object('given', named)::text, null);
end
$$;
-- Not by a policy: that would ask for the seat's streams only where the room has a row here, and the time would tell that it has.
create function rooms.given_to_me() returns setof rooms.given language plpgsql stable ${FUNCTION} as $$
declare
  here uuid := rooms.my_room();
  mine text[] := rooms.my_audiences();
begin
  return query select * from rooms.given where room = here and ('mediation:' || party) = any (mine) order by party, id;
end
$$;
create function rooms.bidders(of_rule jsonb) returns text[] language sql immutable ${FUNCTION} as $$
  select case when of_rule->>'form' = 'number' then array[of_rule->>'more', of_rule->>'less']
    else array(select jsonb_array_elements_text(of_rule->'parties')) end
$$;
create function rooms.where_they_meet(of_rule jsonb, all_bids jsonb) returns jsonb language plpgsql immutable ${FUNCTION} as $$
declare
  least_taken float8;
  most_given float8;
  best text;
  most float8 := 0;
  product float8;
  named text;
  party text;
begin
  if of_rule->>'form' = 'number' then
    least_taken := (all_bids->(of_rule->>'more')->>'amount')::float8;
    most_given := (all_bids->(of_rule->>'less')->>'amount')::float8;
    if least_taken > most_given then return null; end if;
    return to_jsonb(least_taken + (most_given - least_taken) / 2);
  end if;
  for named in select jsonb_array_elements_text(of_rule->'packages') loop
    product := 1;
    for party in select jsonb_array_elements_text(of_rule->'parties') loop
      product := product * coalesce((all_bids->party->'points'->>named)::float8, 0);
    end loop;
    if product > most then
      best := named;
      most := product;
    end if;
  end loop;
  return to_jsonb(best);
end
$$;
create function rooms.place_bid(in_sealed text, in_round integer, with_bid jsonb) returns void language plpgsql ${FUNCTION} as $$
declare
  me rooms.seats := rooms.me();
  on_it rooms.sealed;
  bidders text[];
  all_bids jsonb;
  agreed jsonb;
begin
  if not me.signs then perform rooms.refuse('may-not'); end if;
  select * into on_it from rooms.sealed where room = me.room and id = in_sealed for update;
  if on_it.id is null then perform rooms.refuse('unknown'); end if;
  bidders := rooms.bidders(on_it.rule);
  if (me.party = any (bidders)) is not true then perform rooms.refuse('no-party'); end if;
  if on_it.settled then perform rooms.refuse('settled'); end if;
  if on_it.round > (on_it.rule->>'rounds')::integer then perform rooms.refuse('closed'); end if;
  if on_it.round <> in_round then perform rooms.refuse('moved-on'); end if;
  -- Whatever a bid holds, nothing in what comes later can fail over it: a failure would tell who has bid.
  if on_it.rule->>'form' = 'number' then
    if ((with_bid->>'amount')::float8 between -1e15 and 1e15) is not true then perform rooms.refuse('bad-bid'); end if;
  elsif exists (select from jsonb_each_text(with_bid->'points') where (value::float8 between 1 and 100) is not true) then
    perform rooms.refuse('bad-bid');
  end if;
  insert into rooms.bids values (me.room, in_sealed, me.party, with_bid) on conflict do nothing;
  if not found then perform rooms.refuse('bid-already'); end if;
  perform rooms.write(me.room, 'party:' || me.party, me.id, 'bid',
    jsonb_build_object('sealed', in_sealed, 'round', in_round)::text, null);
  select jsonb_object_agg(party, bid) into all_bids from rooms.bids where room = me.room and sealed = in_sealed;
  if not all_bids ?& bidders then return; end if;
  agreed := rooms.where_they_meet(on_it.rule, all_bids);
  delete from rooms.bids where room = me.room and sealed = in_sealed;
  update rooms.sealed set round = on_it.round + 1, settled = agreed is not null where room = me.room and id = in_sealed;
  perform rooms.write(me.room, 'room', null, 'opened',
    jsonb_build_object('sealed', in_sealed, 'round', in_round, 'agreed', agreed)::text, null);
end
$$;
create function rooms.propose(in_body text) returns rooms.events language plpgsql ${FUNCTION} as $$
declare
  me rooms.seats := rooms.me();
  named text := in_body::jsonb->>'id';
begin
  if me.role <> 'mediator' then perform rooms.refuse('may-not'); end if;
  insert into rooms.proposals (room, id) values (me.room, named) on conflict do nothing;
  if not found then perform rooms.refuse('name-taken'); end if;
  return rooms.write(me.room, 'room', me.id, 'proposal', in_body, null);
end
$$;
create function rooms.consent(to_proposal text, yes boolean) returns void language plpgsql ${FUNCTION} as $$
declare
  me rooms.seats := rooms.me();
  on_it rooms.proposals;
  wanted text[];
  answered integer;
  agreed boolean;
begin
  if not me.signs then perform rooms.refuse('may-not'); end if;
  select * into on_it from rooms.proposals where room = me.room and id = to_proposal for update;
  if on_it.id is null then perform rooms.refuse('unknown'); end if;
  if on_it.closed then perform rooms.refuse('closed'); end if;
  insert into rooms.consents values (me.room, to_proposal, me.party, yes) on conflict do nothing;
  if not found then perform rooms.refuse('answered'); end if;
  perform rooms.write(me.room, 'party:' || me.party, me.id, 'consent',
    jsonb_build_object('proposal', to_proposal)::text, null);
  select parties into wanted from rooms.rooms where id = me.room;
  select count(*), bool_and(consent) into answered, agreed
    from rooms.consents where room = me.room and proposal = to_proposal;
  if answered < cardinality(wanted) then return; end if;
  delete from rooms.consents where room = me.room and proposal = to_proposal;
  update rooms.proposals set closed = true where room = me.room and id = to_proposal;
  if on_it.quiet and not agreed then return; end if;
  perform rooms.write(me.room, 'room', null, 'answered',
    jsonb_build_object('proposal', to_proposal, 'agreed', agreed)::text, null);
end
$$;
`;

// With the deal that is signed as a floor: what all would rather have, of what each says in secret (core/rooms/after-settlement.ts).
const SETTLEMENTS = `
create function rooms.begin_settlement(in_body text) returns rooms.events language plpgsql ${FUNCTION} as $$
declare
  me rooms.seats := rooms.me();
  named text := in_body::jsonb->>'id';
begin
  if me.role <> 'mediator' then perform rooms.refuse('may-not'); end if;
  insert into rooms.settlements (room, id, packages, signed)
    values (me.room, named, array(select jsonb_object_keys(in_body::jsonb->'packages')), in_body::jsonb->>'signed')
    on conflict do nothing;
  if not found then perform rooms.refuse('name-taken'); end if;
  return rooms.write(me.room, 'room', me.id, 'better', in_body, null);
end
$$;
create function rooms.better_for_all(all_points jsonb, signed text) returns text language sql immutable ${FUNCTION} as $$
  with gain as (
    select one.key as name, (one.value::float8 - (party.value->>signed)::float8) as gained
    from jsonb_each(all_points) party, jsonb_each_text(party.value) one
  ), total as (
    select name, sum(gained) as all_gained, min(gained) as worst, count(*) as parties,
      case when min(gained) = 0 then 0 else exp(sum(ln(nullif(greatest(gained, 0), 0)))) end as product
    from gain group by name
  )
  select name from total
  where worst >= 0 and all_gained > 0 and parties = (select count(*) from jsonb_object_keys(all_points))
  order by round(product::numeric, 6) desc, all_gained desc, name collate "C" limit 1
$$;
create function rooms.weigh(in_settlement text, with_points jsonb) returns void language plpgsql ${FUNCTION} as $$
declare
  me rooms.seats := rooms.me();
  on_it rooms.settlements;
  wanted text[];
  all_points jsonb;
  best text;
begin
  if not me.signs then perform rooms.refuse('may-not'); end if;
  select * into on_it from rooms.settlements where room = me.room and id = in_settlement for update;
  if on_it.id is null then perform rooms.refuse('unknown'); end if;
  if on_it.weighed then perform rooms.refuse('closed'); end if;
  -- Whole points of every package, so that nothing in what comes later can fail over them.
  if exists (select from unnest(on_it.packages) as one
      where (with_points->>one ~ '^([0-9]|[1-9][0-9]|100)$') is not true)
    or (select count(*) from jsonb_object_keys(with_points)) <> cardinality(on_it.packages) then
    perform rooms.refuse('bad-bid');
  end if;
  insert into rooms.points values (me.room, in_settlement, me.party, with_points) on conflict do nothing;
  if not found then perform rooms.refuse('bid-already'); end if;
  perform rooms.write(me.room, 'party:' || me.party, me.id, 'weighed', jsonb_build_object('settlement', in_settlement)::text, null);
  select parties into wanted from rooms.rooms where id = me.room;
  select jsonb_object_agg(party, points) into all_points from rooms.points where room = me.room and settlement = in_settlement;
  if not all_points ?& wanted then return; end if;
  best := rooms.better_for_all(all_points, on_it.signed);
  delete from rooms.points where room = me.room and settlement = in_settlement;
  update rooms.settlements set weighed = true where room = me.room and id = in_settlement;
  if best is not null then
    insert into rooms.proposals (room, id, quiet) values (me.room, in_settlement, true) on conflict do nothing;
    if not found then perform rooms.refuse('name-taken'); end if;
  end if;
  perform rooms.write(me.room, 'room', null, 'found', jsonb_build_object('settlement', in_settlement, 'package', best)::text, null);
end
$$;
`;

const ENTRY = `
create function rooms.take_seat(in_room uuid, of_role text, for_party text, named text, signing boolean,
  invite_hash bytea, days integer)
returns uuid language plpgsql ${FUNCTION} as $$
declare made uuid;
begin
  if for_party is not null and not exists (select from rooms.rooms where id = in_room and for_party = any (parties)) then
    perform rooms.refuse('no-party');
  end if;
  begin
    insert into rooms.seats (room, role, party, name, signs) values (in_room, of_role, for_party, named, signing)
      returning id into made;
  exception when unique_violation then perform rooms.refuse('signs-already');
  end;
  insert into rooms.invites (hash, seat, until)
    values (invite_hash, made, now() + make_interval(days => least(greatest(days, 1), 90)));
  return made;
end
$$;
create function rooms.open_room(titled text, among text[], with_material text, taking jsonb)
returns uuid language plpgsql ${FUNCTION} as $$
declare
  made uuid;
  one jsonb;
  party text;
begin
  if not rooms.is_convenor() then perform rooms.refuse('no-session'); end if;
  insert into rooms.rooms (title, parties, material) values (titled, among, with_material) returning id into made;
  insert into rooms.streams (room, audience) values (made, 'room');
  foreach party in array among loop
    insert into rooms.streams (room, audience) values (made, 'party:' || party), (made, 'mediation:' || party);
  end loop;
  for one in select jsonb_array_elements(taking) loop
    perform rooms.take_seat(made, one->>'role', one->>'party', one->>'name', (one->>'signs')::boolean,
      decode(one->>'invite', 'hex'), (one->>'days')::integer);
  end loop;
  return made;
end
$$;
create function rooms.invite(of_role text, for_party text, named text, invite_hash bytea, days integer)
returns uuid language plpgsql ${FUNCTION} as $$
declare
  me rooms.seats := rooms.me();
  made uuid;
begin
  -- A party's own people are asked in by who signs for it and by nobody else: they hear what it says among itself.
  if ((me.role = 'mediator' and of_role <> 'party' and for_party is null)
    or (me.signs and of_role = 'party' and for_party = me.party)) is not true then
    perform rooms.refuse('may-not');
  end if;
  made := rooms.take_seat(me.room, of_role, for_party, named, false, invite_hash, days);
  perform rooms.write(me.room, 'room', me.id, 'seat', jsonb_build_object('seat', made)::text, null);
  return made;
end
$$;
create function rooms.invite_again(to_seat uuid, invite_hash bytea, days integer)
returns void language plpgsql ${FUNCTION} as $$
declare
  me rooms.seats := rooms.me();
  of_seat rooms.seats;
begin
  -- Whoever takes the seat at this moment is waited for.
  select * into of_seat from rooms.seats where id = to_seat and room = me.room and gone is null for update;
  if of_seat.id is null then perform rooms.refuse('unknown'); end if;
  if (of_seat.id = me.id
    or (me.role = 'mediator' and of_seat.role <> 'party' and of_seat.came is null)
    or (me.signs and of_seat.role = 'party' and of_seat.party = me.party)) is not true then
    perform rooms.refuse('may-not');
  end if;
  update rooms.invites set until = now() where seat = to_seat and used is null;
  insert into rooms.invites (hash, seat, until)
    values (invite_hash, to_seat, now() + make_interval(days => least(greatest(days, 1), 90)));
end
$$;
create function rooms.rename(named text) returns void language plpgsql ${FUNCTION} as $$
declare me rooms.seats := rooms.me();
begin
  update rooms.seats set name = named where id = me.id;
  perform rooms.write(me.room, 'room', me.id, 'seat', jsonb_build_object('seat', me.id)::text, null);
end
$$;
create function rooms.remove_seat(one uuid) returns void language plpgsql ${FUNCTION} as $$
declare
  me rooms.seats := rooms.me();
  of_seat rooms.seats;
begin
  select * into of_seat from rooms.seats where id = one and room = me.room and gone is null;
  if of_seat.id is null then perform rooms.refuse('unknown'); end if;
  -- Who signs takes out its own people, and the mediator observers.
  if (not of_seat.signs and of_seat.id <> me.id and ((me.signs and of_seat.role = 'party' and of_seat.party = me.party)
    or (me.role = 'mediator' and of_seat.role = 'observer'))) is not true then
    perform rooms.refuse('may-not');
  end if;
  update rooms.seats set gone = now() where id = one;
  update rooms.sessions set ended = now() where seat = one and ended is null;
  update rooms.invites set until = now() where seat = one and used is null;
  delete from rooms.passkeys where seat = one;
  delete from rooms.accounts where seat = one;
  perform rooms.write(me.room, 'room', me.id, 'seat', jsonb_build_object('seat', one)::text, null);
end
$$;
create function rooms.come_in(invite text, session_hash bytea, days integer)
returns uuid language plpgsql ${FUNCTION} as $$
declare
  used_now rooms.invites;
  at_seat rooms.seats;
begin
  update rooms.invites set used = now() where hash = rooms.hash_of(invite) and used is null and until > now()
    returning * into used_now;
  if used_now.seat is null then perform rooms.refuse('no-invite'); end if;
  insert into rooms.sessions (hash, seat, until)
    values (session_hash, used_now.seat, now() + make_interval(days => least(greatest(days, 1), 90)));
  update rooms.seats set came = coalesce(came, now()) where id = used_now.seat and gone is null returning * into at_seat;
  if at_seat.id is null then perform rooms.refuse('no-invite'); end if;
  perform rooms.write(at_seat.room, 'room', at_seat.id, 'came', '{}', null);
  return at_seat.room;
end
$$;
create function rooms.end_session(one uuid) returns void language plpgsql ${FUNCTION} as $$
declare me rooms.seats := rooms.me();
begin
  update rooms.sessions set ended = now() where id = one and seat = me.id and ended is null;
  if not found then perform rooms.refuse('unknown'); end if;
  -- Its page reads again, and finds that it may not.
  perform pg_notify('parley_rooms', me.room || ' room');
end
$$;
create function rooms.leave() returns void language plpgsql ${FUNCTION} as $$
declare me rooms.seats := rooms.me();
begin
  update rooms.sessions set ended = now()
    where hash = rooms.hash_of(current_setting('parley.token', true)) and ended is null;
  perform pg_notify('parley_rooms', me.room || ' room');
end
$$;
`;

// A passkey is checked by the server, which has the means for it. It names a seat only by the name of a credential, which nobody knows
// who does not have it, and by a challenge that is used once.
const PASSKEYS = `
create function rooms.new_challenge(in_room uuid, challenge_hash bytea) returns void language plpgsql ${FUNCTION} as $$
begin
  delete from rooms.challenges where until < now();
  insert into rooms.challenges
    select challenge_hash, in_room, mine.id, case when mine.id is not null then rooms.my_session() end, now() + interval '5 minutes'
    from (select 1) as one left join rooms.seats mine on mine.id = rooms.my_seat() and mine.room = in_room;
end
$$;
create function rooms.use_challenge(in_room uuid, for_seat uuid, challenge text) returns void language plpgsql ${FUNCTION} as $$
begin
  delete from rooms.challenges where hash = rooms.hash_of(challenge) and room = in_room and seat is not distinct from for_seat
    and until > now();
  if not found then perform rooms.refuse('no-passkey'); end if;
end
$$;
create function rooms.add_passkey(credential text, with_key bytea, counted bigint, challenge text)
returns void language plpgsql ${FUNCTION} as $$
declare me rooms.seats := rooms.me();
begin
  perform rooms.use_challenge(me.room, me.id, challenge);
  insert into rooms.passkeys (id, seat, key, counter) values (credential, me.id, with_key, counted) on conflict do nothing;
  if not found then perform rooms.refuse('no-passkey'); end if;
end
$$;
create function rooms.remove_passkey(credential text) returns void language plpgsql ${FUNCTION} as $$
declare me rooms.seats := rooms.me();
begin
  delete from rooms.passkeys where id = credential and seat = me.id;
  if not found then perform rooms.refuse('unknown'); end if;
end
$$;
create function rooms.passkey_of(in_room uuid, credential text) returns table (key bytea, counter bigint)
language sql stable ${FUNCTION} as $$
  select one.key, one.counter from rooms.passkeys one join rooms.seats at on at.id = one.seat
  where one.id = credential and at.room = in_room
$$;
create function rooms.come_in_by_passkey(in_room uuid, credential text, counted bigint, challenge text,
  session_hash bytea, days integer)
returns void language plpgsql ${FUNCTION} as $$
declare used_now rooms.passkeys;
begin
  perform rooms.use_challenge(in_room, null, challenge);
  -- A counter that does not rise is that of a copy; keys that do not count stay at nought.
  update rooms.passkeys one set counter = counted from rooms.seats at
    where one.id = credential and at.id = one.seat and at.room = in_room and (counted > one.counter or (counted = 0 and one.counter = 0))
    returning one.* into used_now;
  if used_now.id is null then perform rooms.refuse('no-passkey'); end if;
  insert into rooms.sessions (hash, seat, until)
    values (session_hash, used_now.seat, now() + make_interval(days => least(greatest(days, 1), 90)));
end
$$;
`;

// An account of an organisation is checked by the server, with the organisation. Whether it is tied to a seat or lets somebody in follows
// from who began: a challenge that a seat began ties, any other lets in.
const ACCOUNTS = `
create function rooms.account_came(in_room uuid, account bytea, of_provider text, challenge text, session_hash bytea, days integer)
returns boolean language plpgsql ${FUNCTION} as $$
declare
  begun rooms.challenges;
  at_seat uuid;
begin
  delete from rooms.challenges where hash = rooms.hash_of(challenge) and room = in_room and until > now() returning * into begun;
  if begun.hash is null then perform rooms.refuse('no-account'); end if;
  if begun.seat is not null then
    if not exists (select from rooms.sessions where id = begun.session and ended is null and until > now()) then
      perform rooms.refuse('no-session');
    end if;
    insert into rooms.accounts (room, hash, provider, seat)
      select in_room, account, of_provider, id from rooms.seats where id = begun.seat and gone is null
      on conflict do nothing;
    if not found then perform rooms.refuse('account-taken'); end if;
    perform pg_notify('parley_rooms', in_room || ' room');
    return false;
  end if;
  select one.seat into at_seat from rooms.accounts one join rooms.seats at on at.id = one.seat
    where one.room = in_room and one.hash = account and at.gone is null;
  if at_seat is null then perform rooms.refuse('no-account'); end if;
  insert into rooms.sessions (hash, seat, until)
    values (session_hash, at_seat, now() + make_interval(days => least(greatest(days, 1), 90)));
  return true;
end
$$;
create function rooms.remove_account(one uuid) returns void language plpgsql ${FUNCTION} as $$
declare me rooms.seats := rooms.me();
begin
  delete from rooms.accounts where id = one and seat = me.id;
  if not found then perform rooms.refuse('unknown'); end if;
end
$$;
`;

/** What a seat may call. The others are called by these. */
const CALLED = [
  "my_seat()",
  "my_room()",
  "my_session()",
  "rename(text)",
  "remove_seat(uuid)",
  "my_audiences()",
  "is_convenor()",
  "append(text, text, text, integer)",
  "word_unnamed(text, integer)",
  "begin_sealed(text)",
  "place_bid(text, integer, jsonb)",
  "propose(text)",
  "consent(text, boolean)",
  "begin_settlement(text)",
  "weigh(text, jsonb)",
  "give(text, text, text)",
  "given_to_me()",
  "revoke(text)",
  "open_room(text, text[], text, jsonb)",
  "invite(text, text, text, bytea, integer)",
  "invite_again(uuid, bytea, integer)",
  "come_in(text, bytea, integer)",
  "end_session(uuid)",
  "leave()",
  "new_challenge(uuid, bytea)",
  "add_passkey(text, bytea, bigint, text)",
  "remove_passkey(text)",
  "passkey_of(uuid, text)",
  "come_in_by_passkey(uuid, text, bigint, text, bytea, integer)",
  "account_came(uuid, bytea, text, text, bytea, integer)",
  "remove_account(uuid)",
];

const policies = [
  ...ALL.flatMap((table) => [
    `alter table rooms.${table} enable row level security`,
    `alter table rooms.${table} force row level security`,
    `create policy owner on rooms.${table} to ${OWNER_ROLE} using (true) with check (true)`,
  ]),
  ...Object.entries(READ).flatMap(([table, which]) => [
    `create policy seat on rooms.${table} for select to ${SEAT_ROLE} using (${which})`,
    `grant select ${COLUMNS[table] ?? ""} on rooms.${table} to ${SEAT_ROLE}`,
  ]),
];

const grants = [
  "revoke all on all functions in schema rooms from public",
  `grant usage on schema rooms to ${SEAT_ROLE}`,
  ...CALLED.map((one) => `grant execute on function rooms.${one} to ${SEAT_ROLE}`),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`create schema rooms authorization ${OWNER_ROLE}`).execute(db);
  await sql.raw(`set local role ${OWNER_ROLE}`).execute(db);
  for (const part of [
    TABLES,
    WHO,
    STREAMS,
    UNNAMED,
    SECRETS,
    SETTLEMENTS,
    ENTRY,
    PASSKEYS,
    ACCOUNTS,
    ...policies,
    ...grants,
  ])
    await sql.raw(part).execute(db);
  await sql.raw("reset role").execute(db);
}
