// The database of rooms, on both engines: its catalogue, who may do what, that what was committed stays, and that one program holds it.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPostgres, withoutPostgres } from "../../test/postgres.js";
import { engines, type StartedEngine } from "../../test/room-engines.js";
import {
  type DatabasePlace,
  MayNotServe,
  migrations,
  NewerDatabase,
  openDatabase,
  operate,
  type RoomsDatabase,
} from "../database/index.js";
import { backUp, createRooms, linksByOperator, newConvenor, type RoomRefused, type Rooms, restore } from "./index.js";

const CASE = join(import.meta.dirname, "../../../../cases/hospital-contract");
const files = ["case.yaml", "record.yaml", "agreement.yaml"].map((path) => ({
  path,
  text: readFileSync(join(CASE, path), "utf8"),
}));
const SEATS = [
  ...["union", "hospital", "fund"].map((party) => ({ role: "party" as const, party, name: party, signs: true })),
  { role: "mediator" as const, party: null, name: "mediator", signs: false },
];

/** What a seat may call; all other functions are called by these. */
const CALLED = [
  "account_came",
  "add_passkey",
  "append",
  "begin_sealed",
  "begin_settlement",
  "come_in",
  "come_in_by_passkey",
  "consent",
  "end_session",
  "give",
  "given_to_me",
  "invite",
  "invite_again",
  "is_convenor",
  "leave",
  "my_audiences",
  "my_room",
  "my_seat",
  "my_session",
  "new_challenge",
  "open_room",
  "passkey_of",
  "place_bid",
  "propose",
  "remove_account",
  "remove_passkey",
  "remove_seat",
  "rename",
  "revoke",
  "weigh",
  "word_unnamed",
];
const READ = ["accounts", "events", "passkeys", "proposals", "rooms", "sealed", "seats", "sessions", "streams"];

describe.each(engines)("the $name database", ({ without, start }) => {
  const law = it.skipIf(without !== null);
  let engine: StartedEngine;
  let place: DatabasePlace;
  let database: RoomsDatabase;
  let rooms: Rooms;
  let convenor = "";
  const catalogue: Record<string, readonly Record<string, unknown>[]> = {};

  const look = async (operator: Kysely<unknown>) => {
    convenor = await newConvenor(operator, 24);
    const read = async (name: string, query: ReturnType<typeof sql<Record<string, unknown>>>) => {
      catalogue[name] = (await query.execute(operator)).rows;
    };
    await read(
      "tables",
      sql`select c.relname as name, c.relkind as kind, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
        pg_get_userbyid(c.relowner) as owner from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'rooms' and c.relkind not in ('i', 'c') order by 1`,
    );
    await read(
      "functions",
      sql`select p.proname as name, p.prosecdef as definer, p.proconfig as config, pg_get_userbyid(p.proowner) as owner,
        has_function_privilege('parley_seat', p.oid, 'execute') as seat, has_function_privilege('parley_app', p.oid, 'execute') as app
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'rooms' order by 1`,
    );
    await read(
      "grants",
      sql`select c.relname as name, r.rolname as role, p.what from pg_class c join pg_namespace n on n.oid = c.relnamespace
        cross join pg_roles r cross join (values ('select'), ('insert'), ('update'), ('delete'), ('truncate')) as p(what)
        where n.nspname = 'rooms' and c.relkind = 'r' and r.rolname in ('parley_seat', 'parley_app')
        and has_table_privilege(r.rolname, c.oid, p.what) order by 1, 2, 3`,
    );
    await read(
      "policies",
      sql`select tablename as name, policyname as policy, cmd, roles from pg_policies where schemaname = 'rooms' order by 1, 2`,
    );
    await read(
      "roles",
      sql`select rolname as name, rolsuper or rolcreaterole or rolcreatedb or rolbypassrls as mighty, rolcanlogin as login,
        rolinherit as inherits from pg_roles where rolname like 'parley%' order by 1`,
    );
  };

  beforeAll(async () => {
    if (without) return;
    engine = await start();
    place = await engine.place();
    database = await openDatabase(place, look);
    rooms = createRooms(database);
  });
  // The last test leaves it closed.
  afterAll(async () => {
    await engine?.stop();
  });

  law("has every table behind a policy that its owner too is held to, and no view", () => {
    const tables = catalogue.tables ?? [];
    expect(tables.length).toBe(17);
    for (const table of tables)
      expect(table).toMatchObject({ kind: "r", secured: true, forced: true, owner: "parley_owner" });
    const seat = (catalogue.policies ?? []).filter(({ policy }) => policy === "seat");
    expect(seat.map(({ name, cmd }) => `${name} ${cmd}`)).toEqual(READ.map((name) => `${name} SELECT`));
    expect(catalogue.policies).toHaveLength(tables.length + READ.length);
  });

  law("lets a seat read some tables and call some functions, and the server nothing", () => {
    // Of passkeys and accounts a seat reads some columns alone.
    const whole = READ.filter((name) => name !== "passkeys" && name !== "accounts");
    expect(catalogue.grants).toEqual(whole.map((name) => ({ name, role: "parley_seat", what: "select" })));
    const functions = catalogue.functions ?? [];
    expect(functions.filter(({ seat }) => seat).map(({ name }) => name)).toEqual(CALLED);
    for (const one of functions)
      expect(one).toMatchObject({
        definer: true,
        app: false,
        owner: "parley_owner",
        config: ["search_path=pg_catalog, pg_temp"],
      });
    expect(catalogue.roles).toEqual([
      { name: "parley_app", mighty: false, login: true, inherits: false },
      { name: "parley_owner", mighty: false, login: false, inherits: false },
      { name: "parley_seat", mighty: false, login: false, inherits: false },
    ]);
  });

  law("gives nothing to whoever tries to be somebody else", async () => {
    const { room, invitations } = await rooms.open(convenor, files, SEATS);
    const [union, hospital] = await Promise.all([0, 1].map((k) => rooms.comeIn(invitations[k]?.invite ?? "")));
    await rooms.move(hospital?.token ?? "", "party:hospital", "said", { text: "Ours alone" });
    const tries = [
      "select set_config('role', 'parley_owner', true)",
      "select set_config('role', 'none', true)",
      "select set_config('session_authorization', 'default', false)",
      "select set_config('parley.token', 'x', true)",
      "set role parley_owner",
      "reset session authorization",
      "set local role none",
      "do $$ begin execute 'reset session authorization'; end $$",
      "select 1; reset role",
      "update pg_settings set setting = 'none' where name = 'role'",
      "insert into rooms.events select * from rooms.events",
      "delete from rooms.events",
      "update rooms.seats set party = 'hospital'",
      "select * from rooms.bids",
      "select * from rooms.consents",
      "select * from rooms.invites",
      "select * from rooms.convenors",
      `select rooms.write('${room}', 'party:hospital', null, 'said', '{}', null)`,
      "select rooms.take_seat(null, 'party', 'hospital', 'Eve', false, null, 1)",
      "select rooms.hash_of('x')",
      "create table rooms.mine (a int)",
      "select pg_read_file('/etc/passwd')",
      "select lo_import('/etc/passwd')",
    ];
    for (const statement of tries) {
      const tried = database.door(union?.token ?? "", async (seat) => {
        await sql.raw(statement).execute(seat);
        const after = await sql<{
          body: string;
        }>`select body from rooms.events where audience = 'party:hospital'`.execute(seat);
        return after.rows.length;
      });
      await expect(tried, statement).rejects.toThrow();
    }
    const seen = await database.door(union?.token ?? "", (seat) =>
      sql<{ audience: string }>`select distinct audience from rooms.events`.execute(seat),
    );
    expect(seen.rows.every(({ audience }) => audience === "room")).toBe(true);
  });

  law("is told of every entry once it is committed, and of none that is not", async () => {
    const { room, invitations } = await rooms.open(convenor, files, SEATS);
    const { token } = await rooms.comeIn(invitations[0]?.invite ?? "");
    const heard: string[] = [];
    const stop = rooms.hear((one) => {
      if (one?.room === room) heard.push(one.audience);
    });
    for (let k = 0; k < 40; k++) {
      await rooms.move(token, "party:union", "said", { text: String(k) });
      await database
        .door(token, async (seat) => {
          await sql`select rooms.append('mediation:union', 'said', '{"text":"x"}', null)`.execute(seat);
          throw new Error("midway");
        })
        .catch(() => {});
    }
    await expect.poll(() => heard.filter((audience) => audience !== "room").length).toBeGreaterThanOrEqual(40);
    stop();
    expect(heard.filter((audience) => audience !== "room")).toEqual(Array.from({ length: 40 }, () => "party:union"));
  });

  law("is carried over whole, into an empty database alone", async () => {
    const { room, invitations } = await rooms.open(convenor, files, SEATS);
    const tokens = await Promise.all(
      invitations.slice(0, 2).map(async ({ invite }) => (await rooms.comeIn(invite)).token),
    );
    const [union = "", hospital = ""] = tokens;
    await rooms.move(union, "party:union", "said", { text: "Ünïcode “kept” \\ \n" });
    await rooms.give(union, { what: "note", text: "Kept too" }, null);
    const record = await rooms.record(union);
    await database.close();
    let kept = "";
    await operate(place, async (operator) => {
      kept = await backUp(operator, "2026-03-12T00:00:00Z");
    });
    const other = await engine.place();
    await operate(other, async (operator) => {
      await expect(restore(operator, kept.slice(0, -200))).rejects.toThrow("cut");
      await expect(restore(operator, kept.replace("“kept”", "“bent”"))).rejects.toThrow("altered");
      await expect(restore(operator, "{}")).rejects.toThrow("no-back-up");
      // Whoever alters it can make its last line anew: the chains are looked at too.
      const redone = (change: (lines: readonly string[]) => readonly string[]) => {
        const lines = change(kept.trimEnd().split("\n").slice(0, -1));
        const digest = createHash("sha256").update(lines.join("\n")).digest("hex");
        return `${lines.join("\n")}\n${JSON.stringify({ rows: lines.length - 1, digest })}\n`;
      };
      const entries = (lines: readonly string[]) =>
        lines.flatMap((line, k) => (line.startsWith('{"table":"events"') ? [k] : []));
      const without = (which: number) => redone((lines) => lines.toSpliced(entries(lines).at(which) ?? 0, 1));
      for (const which of [0, 1, -1]) await expect(restore(operator, without(which))).rejects.toThrow("altered");
      const bent = (from: RegExp, to: string) =>
        restore(
          operator,
          redone((lines) => lines.map((line) => line.replace(from, to))),
        );
      await expect(bent(/"material":"/, '"material":"x')).rejects.toThrow("altered");
      await expect(bent(/"role":"party"/, '"role":"king"')).rejects.toThrow("unreadable");
      await expect(
        bent(/"seat":"[0-9a-f-]{36}","until"/, '"seat":"00000000-0000-0000-0000-000000000000","until"'),
      ).rejects.toThrow("unreadable");
      const carried = await restore(operator, kept);
      expect(carried.entries).toBeGreaterThan(3);
      await expect(restore(operator, kept)).rejects.toThrow("not-empty");
    });
    await operate(other, async (operator) => {
      const links = await linksByOperator(operator, "HOSPITAL");
      expect(links.map(({ name }) => name)).toContain("hospital");
      expect(await linksByOperator(operator, "nobody")).toEqual([]);
    });
    // From here on the tests are in the database that was restored.
    place = other;
    database = await openDatabase(place, look);
    rooms = createRooms(database);
    // The others see that a link was made, in one more entry of the room.
    const now = await rooms.record(union);
    expect(
      now
        .split("\n")
        .filter((line) => !record.includes(line))
        .filter((line) => line.includes('"kind":"link"')),
    ).toHaveLength(1);
    expect((await rooms.look(union)).given).toMatchObject([{ confidence: { what: "note", text: "Kept too" } }]);
    expect((await rooms.look(hospital)).room).toBe(room);
    expect(await rooms.comeIn(invitations[2]?.invite ?? "")).toMatchObject({ room });
  });

  law("stays as it was when a change of its tables fails midway, and refuses tables that are newer", async () => {
    await database.close();
    const changes = migrations as Record<string, unknown>;
    changes["0002-fails"] = {
      up: async (db: Kysely<unknown>) => {
        await sql`create table rooms.half (a int)`.execute(db);
        await sql`select no_such_thing()`.execute(db);
      },
    };
    await expect(operate(place, async () => {})).rejects.toThrow("no_such_thing");
    changes["0002-fails"] = {
      up: async (db: Kysely<unknown>) => await sql`create table rooms_migrations.whole (a int)`.execute(db),
    };
    await operate(place, async (operator) => {
      const { rows } = await sql`select from pg_class where relname = 'half'`.execute(operator);
      expect(rows).toHaveLength(0);
    });
    delete changes["0002-fails"];
    await expect(operate(place, async () => {})).rejects.toThrow(NewerDatabase);
    await expect(openDatabase(place)).rejects.toThrow(NewerDatabase);
  });
});

describe("the embedded database", () => {
  let engine: StartedEngine;
  beforeAll(async () => {
    engine = (await engines[0]?.start()) ?? expect.fail("no engine");
  });
  afterAll(() => engine.stop());

  it("asks the disk to keep every commit, and has one holder, who is named", async () => {
    const place = await engine.place();
    let convenor = "";
    const database = await openDatabase(place, async (operator) => {
      convenor = await newConvenor(operator, 1);
    });
    const rooms = createRooms(database);
    const { invitations } = await rooms.open(convenor, files, SEATS);
    const { token } = await rooms.comeIn(invitations[0]?.invite ?? "");
    const before = database.syncs();
    for (let k = 0; k < 20; k++) await rooms.move(token, "party:union", "said", { text: String(k) });
    expect(database.syncs() - before).toBeGreaterThanOrEqual(20);
    await expect(openDatabase(place)).rejects.toThrow(`process ${process.pid} on `);
    await expect(operate(place, async () => {})).rejects.toThrow("Two programs would lose entries");
    await database.close();
    expect(await rooms.look(token).catch(() => "closed")).toBe("closed");
  });

  it("loses nothing that was acknowledged to a program that is killed, and is taken over from it", async () => {
    const place = await engine.place();
    const script = `
      import { openDatabase } from ${JSON.stringify(new URL("../../dist/database/index.js", import.meta.url).href)};
      import { createRooms, newConvenor } from ${JSON.stringify(new URL("../../dist/rooms/index.js", import.meta.url).href)};
      let convenor;
      const database = await openDatabase(${JSON.stringify(place)}, async (operator) => {
        convenor = await newConvenor(operator, 1);
      });
      const rooms = createRooms(database);
      const { files, seats, token: known } = JSON.parse(process.argv[1]);
      let token = known;
      if (!token) {
        const { invitations } = await rooms.open(convenor, files, seats);
        ({ token } = await rooms.comeIn(invitations[0].invite));
        console.log("token " + token);
      }
      console.log("kept " + (await rooms.entries(token, {})).filter(({ kind }) => kind === "said").map(({ body }) => body.text).join(" "));
      for (let k = 0; ; k++) {
        const text = process.pid + "." + k;
        await rooms.move(token, "party:union", "said", { text });
        console.log("said " + text);
      }`;
    const acknowledged: string[] = [];
    let token: string | null = null;
    for (let kill = 0; kill < 4; kill++) {
      const child = spawn(
        process.execPath,
        ["--input-type=module", "-e", script, JSON.stringify({ files, seats: SEATS, token })],
        { stdio: ["ignore", "pipe", "inherit"] },
      );
      let text = "";
      await new Promise<void>((resolve) => {
        child.stdout.on("data", (bytes: Buffer) => {
          text += bytes.toString();
          // Somewhere in the middle of what comes next, another time each time.
          if ((text.match(/^said /gm) ?? []).length >= 10 + 7 * kill) child.kill("SIGKILL");
        });
        child.once("close", () => resolve());
      });
      token ??= /^token (\S+)/m.exec(text)?.[1] ?? null;
      const kept = new Set((/^kept (.*)$/m.exec(text)?.[1] ?? "").split(" "));
      expect(acknowledged.filter((one) => !kept.has(one))).toEqual([]);
      acknowledged.push(...[...text.matchAll(/^said (\S+)\n/gm)].map(([, one]) => one ?? ""));
    }
    expect(acknowledged.length).toBeGreaterThan(70);
  });
});

describe.skipIf(withoutPostgres !== null)("two servers on one PostgreSQL", () => {
  it("hear each other, and come back when the database was away", async () => {
    const postgres = await startPostgres();
    const url = await postgres.newDatabase();
    let convenor = "";
    const keep = async (operator: Kysely<unknown>) => {
      convenor = await newConvenor(operator, 1);
    };
    // Both at once, in an empty database: one of them makes the tables.
    const [one, other] = await Promise.all([
      openDatabase({ kind: "server", url }, keep),
      openDatabase({ kind: "server", url }),
    ]);
    try {
      const [here, there] = [createRooms(one), createRooms(other)];
      const { invitations } = await here.open(convenor, files, SEATS);
      const { token } = await there.comeIn(invitations[0]?.invite ?? "");
      const heard: (string | null)[] = [];
      there.hear((stream) => heard.push(stream?.audience ?? null));
      await here.move(token, "party:union", "said", { text: "Before" });
      await expect.poll(() => heard).toContain("party:union");
      // Away for some seconds: it is looked for by one after the other, not by ever more.
      await postgres.away(4000);
      const client0 = new pg.Client({ connectionString: url });
      await client0.connect();
      const { rows } = await client0.query(
        "select count(*)::int as n from pg_stat_activity where datname = current_database()",
      );
      await client0.end();
      expect(rows[0].n).toBeLessThan(25);
      await expect.poll(() => heard, { timeout: 20_000 }).toContain(null);
      const again = async () => {
        try {
          await here.move(token, "party:union", "said", { text: "After" });
          return true;
        } catch {
          return false;
        }
      };
      await expect.poll(again, { timeout: 20_000 }).toBe(true);
      const said = (await there.entries(token, {})).filter(({ kind }) => kind === "said");
      expect(said.map(({ body }) => (body as { text: string }).text)).toEqual(["Before", "After"]);
      // The server's own address enters as the server, and may do nothing but serve seats.
      const own = new URL(url);
      own.username = "parley_app";
      const served = await openDatabase({ kind: "server", url: own.href }, async () => expect.fail("had the right to"));
      expect((await createRooms(served).entries(token, {})).length).toBeGreaterThan(0);
      await served.close();
      const client = new pg.Client({ connectionString: own.href });
      await client.connect();
      await expect(client.query("select * from rooms.events")).rejects.toThrow("permission denied");
      await client.end();
      const why = await here.open("not a convenor's", files, SEATS).catch((error: RoomRefused) => error.why);
      expect(why).toBe("no-session");
    } finally {
      await one.close();
      await other.close();
      await postgres.stop();
    }
  });

  it("is set up by an administrator who is no superuser, and served by an address of its own", async () => {
    const postgres = await startPostgres();
    try {
      const operator = new pg.Client({ connectionString: await postgres.newDatabase() });
      await operator.connect();
      await operator.query("create role admin login createrole");
      await operator.query(`alter database ${operator.database} owner to admin`);
      await operator.end();
      const [url, seatsUrl] = ["admin", "parley_app"].map(
        (user) => `postgres://${user}@127.0.0.1:${operator.port}/${operator.database}`,
      ) as [string, string];
      await expect(openDatabase({ kind: "server", url })).rejects.toBeInstanceOf(MayNotServe);
      let convenor = "";
      const served = await openDatabase({ kind: "server", url, seatsUrl }, async (database) => {
        convenor = await newConvenor(database, 1);
      });
      const rooms = createRooms(served);
      const { invitations } = await rooms.open(convenor, files, SEATS);
      const { token } = await rooms.comeIn(invitations[0]?.invite ?? "");
      await rooms.move(token, "room", "said", { text: "Here" });
      expect((await rooms.entries(token, {})).map(({ kind }) => kind)).toEqual(["came", "said"]);
      await served.close();
    } finally {
      await postgres.stop();
    }
  });
});
