// Rooms over a database: what each seat may do, as the seat of its token and nothing else.
import { randomUUID } from "node:crypto";
import type { CaseFile } from "@parley/core/internal";
import {
  beginRoom,
  type Confidence,
  confidence,
  hearEntry,
  type Invitation,
  isConfidenceOf,
  isTextAgreed,
  type MoveKind,
  playMove,
  type Returned,
  type RoomEntry,
  type RoomLook,
  type RoomState,
  readMove,
  returnedChanges,
  type SealedBid,
  type SeatAsked,
  sealedBid,
} from "@parley/core/rooms";
import { sql } from "kysely";
import {
  DatabaseRefusal,
  type EventRow,
  type GivenRow,
  type RoomsDatabase,
  type SeatDatabase,
} from "../database/index.js";
import { readTracked } from "../documents/index.js";
import { accountsOver } from "./accounts.js";
import { materialOf, readMaterial } from "./material.js";
import { outcomeDocx, textWords, workingDocx } from "./outcome.js";
import { passkeysOver } from "./passkeys.js";
import { RoomRefused } from "./refused.js";
import { hashOf, INVITE_DAYS, newSecret, SESSION_DAYS } from "./secrets.js";

/** How far each stream was read, by audience. */
export type Since = Readonly<Record<string, number>>;

/** Entries of one answer at most. */
export const MOST_ENTRIES = 2000;
/** How often a move is tried again because others moved meanwhile. */
const TRIES = 6;

export function createRooms(database: RoomsDatabase) {
  const { door } = database;
  const enter = async <T>(token: string, work: (seat: SeatDatabase) => Promise<T>): Promise<T> => {
    try {
      return await door(token, work);
    } catch (error) {
      throw error instanceof DatabaseRefusal ? new RoomRefused(error.why as RoomRefused["why"]) : error;
    }
  };

  /** A move that is checked by the rules of its protocol, and written if nothing else was meanwhile. */
  const move = async (token: string, audience: string, kind: MoveKind, body: unknown): Promise<RoomEntry> => {
    const read = readMove(kind, body);
    if (!read) throw new RoomRefused("bad-move");
    for (let tried = 1; ; tried++) {
      try {
        return await enter(token, async (seat) => {
          const look = await lookAs(seat);
          if (!look.audiences.includes(audience)) throw new RoomRefused("no-stream");
          const state = await stateOf(seat, look, [audience]);
          const seq = state.read[audience] ?? 0;
          // A signature bears the name that its seat had when it was given.
          const written = JSON.stringify(kind === "sign" ? { ...read.body, name: look.me.name } : read.body);
          const entry = entryOf(
            one(
              await (kind === "sealed"
                ? sql<EventRow>`select * from rooms.begin_sealed(${written})`
                : kind === "better"
                  ? sql<EventRow>`select * from rooms.begin_settlement(${written})`
                  : kind === "proposal"
                    ? sql<EventRow>`select * from rooms.propose(${written})`
                    : audience === "room" && read.kind === "wording" && read.body.unnamed
                      ? sql<EventRow>`select * from rooms.word_unnamed(${written}, ${seq})`
                      : sql<EventRow>`select * from rooms.append(${audience}, ${kind}, ${written}, ${seq})`
              ).execute(seat),
            ),
          );
          // By the time at which it was written; what is not allowed then is written no more.
          const played = playMove(state, entry, readMove(kind, entry.body) ?? read);
          if (!played.ok) throw new RoomRefused(played.why);
          return entry;
        });
      } catch (error) {
        if (!(error instanceof RoomRefused && error.why === "moved-on" && tried < TRIES)) throw error;
      }
    }
  };

  return {
    /** Opens a room on a case. @param token a convenor's */
    open: async (token: string, files: readonly CaseFile[], seats: readonly SeatAsked[]) => {
      const made = await materialOf(files);
      if (!made.ok) throw new RoomRefused("bad-case", made.reasons);
      const { material } = made;
      const { matter } = material;
      const invitations = seats.map((seat): Invitation => ({ ...seat, invite: newSecret() }));
      const asked = invitations.map(({ invite, ...seat }) => ({
        ...seat,
        invite: hashOf(invite).toString("hex"),
        days: INVITE_DAYS,
      }));
      const parties = matter.parties.map(({ id }) => id);
      const room = await enter(token, async (seat) =>
        one(
          await sql<{ room: string }>`select rooms.open_room(${matter.title}, ${parties}, ${JSON.stringify(material)},
            ${JSON.stringify(asked)}::jsonb) as room`.execute(seat),
        ),
      );
      return { room: room.room, title: matter.title, matter, invitations };
    },

    /** Takes a seat by an invitation, which is then used up. */
    comeIn: async (invite: string) => {
      const token = newSecret();
      const { room } = await enter("", async (seat) =>
        one(
          await sql<{
            room: string;
          }>`select rooms.come_in(${invite}, ${hashOf(token)}, ${SESSION_DAYS}) as room`.execute(seat),
        ),
      );
      return { room, token };
    },

    look: (token: string): Promise<RoomLook> => enter(token, lookAs),

    /** Entries that the seat may read, in the order of each stream; at most `MOST_ENTRIES`. */
    entries: (token: string, since: Since): Promise<RoomEntry[]> =>
      enter(token, async (seat) => {
        await meAs(seat);
        return (await rowsAs(seat, since)).map(entryOf);
      }),

    move,

    bid: async (token: string, sealed: string, round: number, bid: SealedBid): Promise<void> => {
      const read = sealedBid.safeParse(bid);
      if (!read.success) throw new RoomRefused("bad-bid");
      await enter(token, async (seat) => {
        const look = await lookAs(seat);
        const { rule } = (await stateOf(seat, look, ["room"])).sealed[sealed] ?? {};
        if (!rule) throw new RoomRefused("unknown");
        const fits =
          read.data.form === "number"
            ? rule.form === "number"
            : rule.form === "packages" && Object.keys(read.data.points).every((name) => rule.packages.includes(name));
        if (!fits) throw new RoomRefused("bad-bid");
        await sql`select rooms.place_bid(${sealed}, ${round}, ${JSON.stringify(read.data)}::jsonb)`.execute(seat);
      });
    },

    /** Says in secret what each package is worth, 0–100 in whole points. */
    weigh: async (token: string, settlement: string, points: Readonly<Record<string, number>>): Promise<void> => {
      await enter(token, (seat) =>
        sql`select rooms.weigh(${settlement}, ${JSON.stringify(points)}::jsonb)`.execute(seat),
      );
    },

    consent: async (token: string, proposal: string, yes: boolean): Promise<void> => {
      await enter(token, (seat) => sql`select rooms.consent(${proposal}, ${yes})`.execute(seat));
    },

    give: async (token: string, given: Confidence, asked: string | null): Promise<string> => {
      const read = confidence.safeParse(given);
      if (!read.success) throw new RoomRefused("bad-move");
      const id = randomUUID();
      await enter(token, async (seat) => {
        const look = await lookAs(seat);
        if (!isConfidenceOf(look.matter, read.data)) throw new RoomRefused("unknown-option");
        if (asked !== null) {
          const { asked: known } = await stateOf(seat, look, [`mediation:${look.me.party}`]);
          if (!Object.hasOwn(known, asked)) throw new RoomRefused("unknown");
        }
        // With some chance in it, so that nobody can try out what the digest on the stream is of.
        const body = JSON.stringify({ ...read.data, salt: newSecret() });
        await sql`select rooms.give(${id}, ${asked}, ${body})`.execute(seat);
      });
      return id;
    },

    revoke: async (token: string, given: string): Promise<void> => {
      await enter(token, (seat) => sql`select rooms.revoke(${given})`.execute(seat));
    },

    invite: async (token: string, asked: Omit<SeatAsked, "signs">): Promise<Invitation> => {
      const invite = newSecret();
      await enter(token, (seat) =>
        sql`select rooms.invite(${asked.role}, ${asked.party}, ${asked.name}, ${hashOf(invite)}, ${INVITE_DAYS})`.execute(
          seat,
        ),
      );
      return { ...asked, signs: false, invite };
    },

    /** Another link to a seat: for somebody who lost the first, or for one's own second device. */
    inviteAgain: async (token: string, to: string): Promise<string> => {
      const invite = newSecret();
      await enter(token, (seat) =>
        sql`select rooms.invite_again(${to}, ${hashOf(invite)}, ${INVITE_DAYS})`.execute(seat),
      );
      return invite;
    },

    rename: async (token: string, name: string): Promise<void> => {
      await enter(token, (seat) => sql`select rooms.rename(${name})`.execute(seat));
    },

    /** Takes somebody out of the room, with all sessions and links. */
    removeSeat: async (token: string, one: string): Promise<void> => {
      await enter(token, (seat) => sql`select rooms.remove_seat(${one})`.execute(seat));
    },

    endSession: async (token: string, session: string): Promise<void> => {
      await enter(token, (seat) => sql`select rooms.end_session(${session})`.execute(seat));
    },

    leave: async (token: string): Promise<void> => {
      await enter(token, (seat) => sql`select rooms.leave()`.execute(seat));
    },

    /** All that the seat may read, as a record that can be checked: a head and an entry a line, as JSON. */
    record: (token: string): Promise<string> =>
      enter(token, async (seat) => {
        const { room, title } = await lookAs(seat);
        const rows: EventRow[] = [];
        for (let since: Record<string, number> = {}; ; ) {
          const more = await rowsAs(seat, since);
          rows.push(...more);
          since = { ...since };
          for (const { audience, seq } of more) since[audience] = seq;
          if (more.length < MOST_ENTRIES) break;
        }
        const streams = await seat
          .selectFrom("rooms.streams")
          .select(["audience", "seq", "hash"])
          .orderBy("audience")
          .execute();
        const head = {
          parleyRoom: 1,
          room,
          title,
          streams: streams.map(({ audience, seq, hash }) => ({ audience, seq, hash: hash.toString("hex") })),
        };
        const entries = rows.map(({ audience, seq, at, seat: by, kind, body, prev, hash }) => ({
          ...{ audience, seq, at: String(at), seat: by, kind, body },
          ...{ prev: prev.toString("hex"), hash: hash.toString("hex") },
        }));
        return `${[head, ...entries].map((line) => JSON.stringify(line)).join("\n")}\n`;
      }),

    /** The text that was agreed, with its signatures, as a Word document. */
    outcome: async (token: string): Promise<Uint8Array> => {
      const { text, ...state } = await enter(token, async (seat) => stateOf(seat, await lookAs(seat), ["room"]));
      if (!text || !isTextAgreed(text.state)) throw new RoomRefused("not-agreed");
      return await outcomeDocx(state, text);
    },

    /** The text as it stands, as a Word document to be worked on. */
    working: async (token: string): Promise<Uint8Array> => {
      const { text, ...state } = await enter(token, async (seat) => stateOf(seat, await lookAs(seat), ["room"]));
      if (!text) throw new RoomRefused("unknown");
      return await workingDocx(state, text);
    },

    /** What a document that was made by `working` and came back would change. Nothing is changed or kept. */
    returned: async (token: string, bytes: Uint8Array): Promise<Returned> => {
      const { text, ...state } = await enter(token, async (seat) => {
        const look = await lookAs(seat);
        if (look.me.role !== "mediator" && !look.me.signs) throw new RoomRefused("may-not");
        return await stateOf(seat, look, ["room"]);
      });
      if (!text) throw new RoomRefused("unknown");
      const read = await readTracked(bytes);
      if (!read.ok) throw new RoomRefused("bad-document", read.reasons);
      const found = returnedChanges(text, read.value, textWords(state));
      if (!found) throw new RoomRefused("other-document");
      return found;
    },

    ...passkeysOver(enter),
    ...accountsOver(enter),

    hear: database.hear,
  };
}

export type Rooms = ReturnType<typeof createRooms>;

function one<T>({ rows }: { readonly rows: readonly T[] }): T {
  const [first] = rows;
  if (first === undefined) throw new RoomRefused("no-session");
  return first;
}

const meAs = async (seat: SeatDatabase): Promise<string> => {
  const { me } = one(await sql<{ me: string | null }>`select rooms.my_seat() as me`.execute(seat));
  if (me === null) throw new RoomRefused("no-session");
  return me;
};

async function lookAs(seat: SeatDatabase): Promise<RoomLook> {
  const id = await meAs(seat);
  const room = await seat.selectFrom("rooms.rooms").selectAll().executeTakeFirstOrThrow();
  const seats = await seat
    .selectFrom("rooms.seats")
    .selectAll()
    .orderBy("role")
    .orderBy("party")
    .orderBy("name")
    .orderBy("id")
    .execute();
  const { rows: given } = await sql<GivenRow>`select * from rooms.given_to_me()`.execute(seat);
  const sessions = await seat
    .selectFrom("rooms.sessions")
    .select(["id", "began", "until"])
    .where("ended", "is", null)
    .orderBy("began")
    .execute();
  const passkeys = await seat
    .selectFrom("rooms.passkeys")
    .select(["id", "made"])
    .orderBy("made")
    .orderBy("id")
    .execute();
  const accounts = await seat
    .selectFrom("rooms.accounts")
    .select(["id", "provider", "made"])
    .orderBy("made")
    .orderBy("id")
    .execute();
  const { audiences, session } = one(
    await sql<{ audiences: string[]; session: string }>`
      select rooms.my_audiences() as audiences, rooms.my_session() as session`.execute(seat),
  );
  const material = readMaterial(room.material);
  if (!material) throw new RoomRefused("newer-room");
  const all = seats.map(({ id, role, party, name, signs, came, gone }) => ({
    gone: gone !== null,
    id,
    role,
    party,
    name,
    signs,
    came: came !== null,
  }));
  const me = all.find((one) => one.id === id);
  if (!me) throw new RoomRefused("no-session");
  return {
    room: room.id,
    title: room.title,
    me,
    audiences,
    matter: material.matter,
    clauses: material.clauses,
    seats: all,
    given: given.flatMap(({ id, party, body }) => {
      const read = confidence.safeParse(JSON.parse(body));
      return read.success ? [{ id, party, confidence: read.data }] : [];
    }),
    passkeys: passkeys.map(({ id, made }) => ({ id, made: made.getTime() })),
    accounts: accounts.map(({ id, provider, made }) => ({ id, provider, made: made.getTime() })),
    sessions: sessions.map(({ id, began, until }) => ({
      id,
      began: began.getTime(),
      until: until.getTime(),
      own: id === session,
    })),
  };
}

const rowsAs = async (seat: SeatDatabase, since: Since): Promise<EventRow[]> =>
  (
    await sql<EventRow>`
      select * from rooms.events where seq > coalesce((${JSON.stringify(since)}::jsonb ->> audience)::integer, 0)
      order by audience, seq limit ${MOST_ENTRIES}`.execute(seat)
  ).rows;

function entryOf({ audience, seq, at, seat, kind, body }: EventRow): RoomEntry {
  return { audience, seq, at: Math.floor(Number(at) / 1000), seat, kind, body: JSON.parse(body) };
}

/** The state of a room as far as some of its streams tell. */
async function stateOf(seat: SeatDatabase, look: RoomLook, audiences: readonly string[]): Promise<RoomState> {
  const { rows } = await sql<EventRow>`
    select * from rooms.events where room = ${look.room} and audience = any (${[...audiences]}::text[])
    order by audience, seq`.execute(seat);
  return rows.map(entryOf).reduce(hearEntry, beginRoom(look.matter, look.seats));
}
