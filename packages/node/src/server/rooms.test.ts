// The server of rooms, as a function of requests: who may speak to it, how much, and that nobody's answers depend on another's secrets.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Invitation, RoomLook } from "@parley/core/rooms";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { engines, type StartedEngine } from "../../test/room-engines.js";
import { openDatabase, operate, type RoomsDatabase } from "../database/index.js";
import { backUp, createRooms, newConvenor, type Rooms, restore } from "../rooms/index.js";
import { BusyError } from "../store/index.js";
import { createRoomsApp, type RoomLimits } from "./rooms-app.js";
import { createWorkbenchRooms } from "./workbench-rooms.js";

const CASE = join(import.meta.dirname, "../../../../cases/hospital-contract");
const files = ["case.yaml", "record.yaml", "agreement.yaml"].map((path) => ({
  path,
  text: readFileSync(join(CASE, path), "utf8"),
}));
const SEATS = [
  ...["union", "hospital", "fund"].map((party) => ({ role: "party" as const, party, name: party, signs: true })),
  { role: "mediator" as const, party: null, name: "mediator", signs: false },
  { role: "observer" as const, party: null, name: "observer", signs: false },
];
const HOST = "localhost:4720";
const WIDE: RoomLimits = { links: [1000, 1], reads: [10_000, 1], writes: [10_000, 1], strangers: [10_000, 1] };

interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const asker =
  (app: OpenAPIHono) =>
  async (path: string, room: string, token: string, asked: Asked = {}) =>
    await app.request(`http://${HOST}${path}`, {
      method: asked.method ?? (asked.body === undefined ? "GET" : "POST"),
      headers: {
        host: HOST,
        cookie: `__Host-parley-${room}=${token}`,
        ...(asked.body !== undefined && { "content-type": "application/json" }),
        ...asked.headers,
      },
      ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
    });

describe.each(engines)("a server of rooms on the $name database", ({ without, start }) => {
  const law = it.skipIf(without !== null);
  let engine: StartedEngine;
  let database: RoomsDatabase;
  let rooms: Rooms;
  let convenor = "";
  const open = async () => {
    const { room, invitations } = await rooms.open(convenor, files, SEATS);
    const tokens: Record<string, string> = {};
    for (const { name, invite } of invitations) tokens[name] = (await rooms.comeIn(invite)).token;
    return { room, tokens };
  };
  const serve = (limits = WIDE) =>
    asker(createRoomsApp({ rooms, pages: new Map(), secure: false, hosts: new Set([HOST]), limits }));

  beforeAll(async () => {
    if (without) return;
    engine = await start();
    database = await openDatabase(await engine.place(), async (operator) => {
      convenor = await newConvenor(operator, 1);
    });
    rooms = createRooms(database);
  });
  afterAll(async () => {
    await database?.close();
    await engine?.stop();
  });

  law("answers to its own address and its own pages alone, and keeps nothing in the browser", async () => {
    const { room, tokens } = await open();
    const ask = serve();
    const union = tokens.union ?? "";
    const look = await ask(`/api/rooms/${room}`, room, union);
    expect(look.status).toBe(200);
    expect(look.headers.get("cache-control")).toBe("no-store");
    expect(look.headers.get("content-security-policy")).toContain("default-src 'none'");
    const foreign = await ask(`/api/rooms/${room}`, room, union, { headers: { host: "evil.example" } });
    expect([foreign.status, await foreign.text()]).toEqual([
      403,
      expect.stringContaining("This room answers only to its own"),
    ]);
    const said = { audience: "room", kind: "said", body: { text: "Hello" } };
    const from = (headers: Record<string, string>) =>
      ask(`/api/rooms/${room}/moves`, room, union, { body: said, headers });
    expect((await from({ origin: "https://evil.example" })).status).toBe(403);
    expect((await from({ "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await from({ "content-type": "text/plain" })).status).not.toBe(200);
    expect((await from({ origin: `http://${HOST}` })).status).toBe(200);
  });

  law("takes a link once, and hands out a cookie that only this host gets and no script reads", async () => {
    const { invitations } = await rooms.open(convenor, files, SEATS);
    const ask = serve();
    const { invite } = invitations[0] ?? { invite: "" };
    const first = await ask("/api/seat", "", "", { body: { invite } });
    expect(first.status).toBe(200);
    expect(first.headers.get("set-cookie")).toMatch(
      /^__Host-parley-[0-9a-f-]{36}=[^;]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    const second = await ask("/api/seat", "", "", { body: { invite } });
    expect(second.status).toBe(410);
    expect(((await second.json()) as { reasons: string[] }).reasons[0]).toContain("used already");
  });

  law("knows nobody without a session, of another room, or after leaving", async () => {
    const [one, other] = [await open(), await open()];
    const ask = serve();
    const union = one.tokens.union ?? "";
    for (const path of ["", "/record", "/outcome.docx", "/live"]) {
      expect((await ask(`/api/rooms/${one.room}${path}`, one.room, "")).status).toBe(401);
      expect((await ask(`/api/rooms/${one.room}${path}`, one.room, "x".repeat(43))).status).toBe(401);
      expect((await ask(`/api/rooms/${one.room}${path}`, other.room, union)).status).toBe(401);
    }
    expect((await ask(`/api/rooms/${one.room}/leave`, one.room, union, { method: "POST" })).status).toBe(204);
    expect((await ask(`/api/rooms/${one.room}`, one.room, union)).status).toBe(401);
  });

  law("takes in a text that was worked on in a word processor, and changes nothing by itself", async () => {
    const { room, tokens } = await open();
    const ask = serve();
    const [union = "", mediator = ""] = [tokens.union, tokens.mediator];
    const at = `/api/rooms/${room}`;
    const clauses = [
      { id: "c1", heading: "1 · Pay", text: "Pay rises by [   ] % a year." },
      { id: "c2", heading: "2 · Wards", text: "Six on a ward." },
    ];
    const upload = async (token: string, bytes: Uint8Array) =>
      await createRoomsApp({ rooms, pages: new Map(), secure: false, hosts: new Set([HOST]), limits: WIDE }).request(
        `http://${HOST}${at}/returned`,
        {
          method: "POST",
          headers: { host: HOST, cookie: `__Host-parley-${room}=${token}` },
          body: new Uint8Array(bytes),
        },
      );
    expect((await ask(`${at}/text.docx`, room, union)).status).toBe(404);
    const text = { audience: "room", kind: "text", body: { title: "The contract", clauses } };
    expect((await ask(`${at}/moves`, room, mediator, { body: text })).status).toBe(200);
    const document = new Uint8Array(await (await ask(`${at}/text.docx`, room, union)).arrayBuffer());
    const worked = (change: (xml: string) => string) => {
      const parts = unzipSync(document);
      const xml = change(strFromU8(parts["word/document.xml"] ?? new Uint8Array()));
      return zipSync({ ...parts, "word/document.xml": strToU8(xml) });
    };
    expect(await (await upload(union, document)).json()).toEqual({
      changes: [],
      unplaced: [],
      missing: [],
      unsettled: [],
    });
    const filled = worked((xml) =>
      xml.replace(
        "Pay rises by [   ] % a year.",
        'Pay rises by </w:t></w:r><w:del w:id="7" w:author="U"><w:r><w:delText>[   ]</w:delText></w:r></w:del><w:ins w:id="8" w:author="U"><w:r><w:t>3</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> % a year.',
      ),
    );
    const change = {
      kind: "wording",
      clause: "c1",
      was: "Pay rises by [   ] % a year.",
      text: "Pay rises by 3 % a year.",
    };
    expect(await (await upload(union, filled)).json()).toEqual({
      changes: [change],
      unplaced: [],
      missing: [],
      unsettled: [],
    });
    // Where a word processor drops the marks, the words before the change still tell.
    const unmarked = worked((xml) =>
      xml.replace(/<w:bookmark[^>]*>/g, "").replace("Six on a ward.", "Five on a ward."),
    );
    expect(await (await upload(union, unmarked)).json()).toMatchObject({ unplaced: ["Five on a ward."] });
    const other = worked((xml) =>
      xml.replace(/<w:body>.*<[/]w:body>/s, "<w:body><w:p><w:r><w:t>Dear all</w:t></w:r></w:p></w:body>"),
    );
    const refused = await upload(union, other);
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining("holds no clause of this text"),
    ]);
    expect((await upload(union, strToU8("x"))).status).toBe(422);
    expect((await upload(union, new Uint8Array(6 * 1024 ** 2))).status).toBe(413);
    expect((await upload("", document)).status).toBe(401);
    expect((await upload(tokens.observer ?? "", document)).status).toBe(403);
    expect((await rooms.entries(union, {})).filter(({ kind }) => kind === "wording")).toEqual([]);
  });

  law("says why, by a sentence and a status", async () => {
    const { room, tokens } = await open();
    const ask = serve();
    const move = (who: string, body: unknown) => ask(`/api/rooms/${room}/moves`, room, tokens[who] ?? "", { body });
    const offer = {
      audience: "room",
      kind: "offer",
      body: { id: "o", package: { ratio: "six" }, if: {}, until: null, counters: null },
    };
    const refused: readonly (readonly [() => Promise<Response> | Response, number, string])[] = [
      [() => move("observer", offer), 403, "may not"],
      [() => move("union", { ...offer, body: { ...offer.body, until: 1 } }), 422, "lapse"],
      [() => move("union", { ...offer, body: { ...offer.body, package: { ratio: "none" } } }), 422, "option"],
      [() => move("union", { ...offer, audience: "party:hospital" }), 404, "cannot read or write there"],
      [
        () => move("union", { audience: "room", kind: "opened", body: { sealed: "s", round: 1, agreed: 3 } }),
        403,
        "may not",
      ],
      [() => move("union", { nothing: true }), 422, "could not be understood"],
      [
        () => ask(`/api/rooms/${room}/moves`, room, tokens.union ?? "", { body: "x".repeat(400_000) }),
        413,
        "too large",
      ],
      [
        () =>
          ask(`/api/rooms/${room}/bids`, room, tokens.union ?? "", {
            body: { sealed: "s", round: 1, bid: { form: "number", amount: 1 } },
          }),
        404,
        "not in the room",
      ],
      [() => ask("/api/rooms/not-a-room", "not-a-room", ""), 422, "could not be understood"],
      [() => ask("/api/nothing", room, ""), 404, "nothing at this address"],
    ];
    for (const [asked, status, text] of refused) {
      const answer = await asked();
      expect([answer.status, ((await answer.json()) as { reasons: string[] }).reasons.join(" ")]).toEqual([
        status,
        expect.stringContaining(text),
      ]);
    }
  });

  law("does what a seat asks of it by every address", async () => {
    const { room, tokens } = await open();
    const ask = serve();
    const at = `/api/rooms/${room}`;
    const [union = "", hospital = "", fund = "", mediator = ""] = ["union", "hospital", "fund", "mediator"].map(
      (who) => tokens[who],
    );
    const status = async (path: string, token: string, asked: Asked = {}) =>
      (await ask(path, room, token, asked)).status;
    await rooms.move(mediator, "room", "sealed", {
      id: "s",
      rule: { form: "number", more: "union", less: "hospital", rounds: 1 },
      about: "Pay",
    });
    await rooms.move(mediator, "room", "proposal", { id: "p", package: { ratio: "seven" } });
    const given = { confidence: { what: "note", text: "Between us" }, asked: null };
    expect(
      await status(`${at}/bids`, union, { body: { sealed: "s", round: 1, bid: { form: "number", amount: 1 } } }),
    ).toBe(204);
    expect(await status(`${at}/consents`, fund, { body: { proposal: "p", yes: false } })).toBe(204);
    expect(await status(`${at}/given`, union, { body: given })).toBe(204);
    const look = (await (await ask(at, room, union)).json()) as RoomLook;
    expect(await status(`${at}/given/${look.given[0]?.id}`, union, { method: "DELETE" })).toBe(204);
    expect(await status(`${at}/name`, union, { method: "PUT", body: { name: "Una" } })).toBe(204);
    const invited = (await (
      await ask(`${at}/seats`, room, union, { body: { role: "party", party: "union", name: "Uli" } })
    ).json()) as Invitation;
    expect(invited.invite).toHaveLength(43);
    const { seats } = await rooms.look(union);
    const uli = seats.find(({ name }) => name === "Uli")?.id ?? "";
    expect(await status(`${at}/seats/${uli}/links`, union, { method: "POST" })).toBe(200);
    expect(await status(`${at}/seats/${uli}/links`, hospital, { method: "POST" })).toBe(403);
    expect(await status(`${at}/seats/${uli}`, union, { method: "DELETE" })).toBe(204);
    expect(await status(`${at}/points`, union, { body: { settlement: "none", points: { a: 1 } } })).toBe(404);
    expect(await status(`${at}/passkeys/offer`, union, { method: "POST" })).toBe(200);
    expect(await status(`${at}/passkey/ask`, "", { method: "POST" })).toBe(200);
    const none = { id: "a".repeat(22), rawId: "a".repeat(22), type: "public-key", response: {} };
    expect(await status(`${at}/passkeys`, union, { body: none })).toBe(401);
    expect(await status(`${at}/passkey`, "", { body: none })).toBe(401);
    expect(await status(`${at}/passkeys/${none.id}`, union, { method: "DELETE" })).toBe(404);
    const again = await rooms.comeIn(await rooms.inviteAgain(union, look.me.id));
    expect(await status(`${at}/sessions/${look.sessions[0]?.id}`, again.token, { method: "DELETE" })).toBe(204);
    expect(await status(at, union)).toBe(401);
    const record = await ask(`${at}/record`, room, again.token);
    expect(record.headers.get("content-disposition")).toContain("room.jsonl");
    expect(await status(`${at}/outcome.docx`, again.token)).toBe(422);
  });

  law("slows down whoever sends too fast, and nobody else", async () => {
    const { room, tokens } = await open();
    const ask = serve({ links: [2, 60], reads: [100, 60], writes: [3, 60], strangers: [100, 60] });
    const say = (who: string) =>
      ask(`/api/rooms/${room}/moves`, room, tokens[who] ?? "", {
        body: { audience: "room", kind: "said", body: { text: "Hello" } },
      });
    expect([(await say("union")).status, (await say("union")).status, (await say("union")).status]).toEqual([
      200, 200, 200,
    ]);
    const fourth = await say("union");
    expect(fourth.status).toBe(429);
    expect(Number(fourth.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await say("hospital")).status).toBe(200);
    const links = await Promise.all([1, 2, 3].map(() => ask("/api/seat", "", "", { body: { invite: "x" } })));
    expect(links.map(({ status }) => status).sort()).toEqual([410, 410, 429]);
  });

  law("reads one document of a seat at a time", async () => {
    const { room, tokens } = await open();
    const app = createRoomsApp({ rooms, pages: new Map(), secure: false, hosts: new Set([HOST]), limits: WIDE });
    const upload = () =>
      app.request(`http://${HOST}/api/rooms/${room}/returned`, {
        method: "POST",
        headers: { host: HOST, cookie: `__Host-parley-${room}=${tokens.union}` },
        body: "x",
      });
    const both = await Promise.all([upload(), upload()]);
    // There is no text yet; whoever came second was not looked at.
    expect(both.map(({ status }) => status).sort()).toEqual([404, 503]);
  });

  law(
    "tells strangers behind a proxy apart by the address that the proxy names, and believes nobody else",
    async () => {
      const room = "00000000-0000-4000-8000-000000000000";
      const limits: RoomLimits = { ...WIDE, links: [1, 60] };
      const come = (proxied: boolean) => {
        const app = createRoomsApp({ rooms, pages: new Map(), secure: true, hosts: new Set([HOST]), limits, proxied });
        return async (passed: string) =>
          (
            await app.request(
              `http://${HOST}/api/rooms/${room}/passkey/ask`,
              { method: "POST", headers: { host: HOST, "x-forwarded-for": passed } },
              { incoming: { socket: { remoteAddress: "127.0.0.1", remotePort: 1, remoteFamily: "IPv4" } } },
            )
          ).status;
      };
      const behind = come(true);
      expect([await behind("made up, 192.0.2.1"), await behind("192.0.2.1"), await behind("192.0.2.2")]).toEqual([
        200, 429, 200,
      ]);
      const direct = come(false);
      expect([await direct("192.0.2.1"), await direct("192.0.2.2")]).toEqual([200, 429]);
    },
  );

  law("hears who has a seat, however many strangers come from the same address", async () => {
    const { room, tokens } = await open();
    const ask = serve({ ...WIDE, strangers: [3, 60] });
    const look = (token: string) => ask(`/api/rooms/${room}`, room, token);
    expect((await look(tokens.union ?? "")).status).toBe(200);
    const strange = [];
    for (let k = 0; k < 6; k++) strange.push((await look("x".repeat(43))).status);
    expect(strange).toEqual([401, 401, 401, 401, 429, 429]);
    expect((await look(tokens.union ?? "")).status).toBe(200);
  });

  law("sends what is written to each page that may read it, from where that page stopped", async () => {
    const { room, tokens } = await open();
    const ask = serve();
    const stop = new AbortController();
    const listen = async (who: string, since: string) => {
      const answer = await ask(
        `/api/rooms/${room}/live?since=${encodeURIComponent(since)}`,
        room,
        tokens[who] ?? "",
        {},
      );
      let text = "";
      void (async () => {
        const reader = answer.body?.getReader();
        stop.signal.addEventListener("abort", () => void reader?.cancel());
        for (;;) {
          const read = await reader?.read();
          if (!read || read.done) return;
          text += new TextDecoder().decode(read.value);
        }
      })();
      return () => text;
    };
    await rooms.move(tokens.union ?? "", "party:union", "said", { text: "First of ours" });
    const [union, late, hospital] = [
      await listen("union", "{}"),
      await listen("union", '{"party:union":1,"room":5}'),
      await listen("hospital", "{}"),
    ];
    await rooms.move(tokens.union ?? "", "party:union", "said", { text: "Second of ours" });
    await rooms.move(tokens.union ?? "", "room", "said", { text: "For all" });
    for (const text of [union, late, hospital]) await expect.poll(text).toContain("For all");
    expect(union()).toContain("First of ours");
    expect(late()).not.toContain("First of ours");
    expect(late()).toContain("Second of ours");
    expect(hospital()).not.toContain("of ours");
    const ended = await listen("fund", "{}");
    await rooms.leave(tokens.fund ?? "");
    await expect.poll(ended).toContain("event: ended");
    stop.abort();
  });

  law("gives every seat the same bytes whatever another keeps to itself", async () => {
    // Two databases of one history, in which the hospital then does other things in private.
    const first = await engine.place();
    let convening = "";
    let kept = "";
    const before = await openDatabase(first, async (operator) => {
      convening = await newConvenor(operator, 1);
    });
    const setting = createRooms(before);
    const { room, invitations } = await setting.open(convening, files, SEATS);
    const tokens: Record<string, string> = {};
    for (const { name, invite } of invitations) tokens[name] = (await setting.comeIn(invite)).token;
    const { union = "", hospital = "", mediator = "" } = tokens;
    await setting.move(union, "room", "offer", {
      id: "o",
      package: { ratio: "six" },
      if: {},
      until: null,
      counters: null,
    });
    await setting.move(mediator, "room", "sealed", {
      id: "s",
      rule: { form: "number", more: "union", less: "hospital", rounds: 3 },
      about: "Pay",
    });
    await setting.move(mediator, "room", "proposal", { id: "p", package: { ratio: "seven" } });
    await before.close();
    await operate(first, async (operator) => {
      kept = await backUp(operator, "2026-03-12T00:00:00Z");
    });
    const answers: string[][] = [];
    for (const quiet of [true, false]) {
      const place = await engine.place();
      await operate(place, async (operator) => void (await restore(operator, kept)));
      const world = await openDatabase(place);
      const there = createRooms(world);
      if (!quiet) {
        await there.bid(hospital, "s", 1, { form: "number", amount: 7 });
        await there.consent(hospital, "p", false);
        await there.give(hospital, { what: "least", package: { ratio: "eight" } }, null);
        for (const text of ["One", "Two"]) await there.move(hospital, "party:hospital", "said", { text });
        await there.move(hospital, "party:hospital", "draft", { id: "d", package: { ratio: "eight" }, if: {} });
      }
      const ask = asker(
        createRoomsApp({ rooms: there, pages: new Map(), secure: false, hosts: new Set([HOST]), limits: WIDE }),
      );
      const heard: string[] = [];
      statements.splice(0);
      for (const who of ["union", "fund", "observer"]) {
        const token = tokens[who] ?? "";
        const at = `/api/rooms/${room}`;
        const posts: readonly (readonly [string, unknown])[] = [
          [`${at}/entries`, { since: {} }],
          [`${at}/entries`, { since: { room: 2, "party:hospital": 0, "mediation:hospital": 0 } }],
          [`${at}/moves`, { audience: "party:hospital", kind: "said", body: { text: "x" } }],
          [`${at}/moves`, { audience: "mediation:hospital", kind: "said", body: { text: "x" } }],
          [
            `${at}/moves`,
            {
              audience: "room",
              kind: "offer",
              body: { id: "o", package: { ratio: "six" }, if: {}, until: null, counters: null },
            },
          ],
          [`${at}/bids`, { sealed: "s", round: 2, bid: { form: "number", amount: 1 } }],
          [`${at}/bids`, { sealed: "t", round: 1, bid: { form: "number", amount: 1 } }],
          [`${at}/consents`, { proposal: "q", yes: true }],
          [`${at}/seats`, { role: "party", party: "hospital", name: "Eve" }],
        ];
        for (const path of [at, `${at}/record`, `${at}/outcome.docx`, `${at}/text.docx`])
          heard.push(await written(ask(path, room, token)));
        for (const [path, body] of posts) heard.push(await written(ask(path, room, token, { body })));
        heard.push(await written(ask(`${at}/given/d`, room, token, { method: "DELETE" })));
      }
      // What a bid and an answer of one's own are answered with, before all have come.
      heard.push(
        await written(ask(`/api/rooms/${room}/consents`, room, union, { body: { proposal: "p", yes: true } })),
      );
      await world.close();
      answers.push(heard);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.length).toBeGreaterThan(40);
    expect(answers[0]?.join()).toContain("select rooms.place_bid");
  });
});

/** Every statement that reached a database since `written` last looked: as many and the same ones take as long. */
const statements: string[] = [];
const { query } = pg.Client.prototype;
const watched = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
  this: pg.Client,
  ...given: unknown[]
) {
  const [first] = given as [string | { readonly text: string }];
  statements.push(typeof first === "string" ? first : first.text);
  return (query as (...all: unknown[]) => unknown).apply(this, given);
});

afterAll(() => watched.mockRestore());

/** All that an answer tells, and what was done for it. */
async function written(asked: Promise<Response>): Promise<string> {
  const answer = await asked;
  const headers = [...answer.headers].filter(([name]) => name !== "date");
  return JSON.stringify([answer.status, headers, await answer.text(), statements.splice(0)]);
}

describe("rooms of the workbench", () => {
  it("are opened on a case by a server that is started once, or the reason is said", async () => {
    const [embedded] = engines;
    const engine = await embedded?.start();
    const place = await engine?.place();
    if (!engine || !place) throw new Error("no engine");
    let convening = "";
    const database = await openDatabase(place, async (operator) => {
      convening = await newConvenor(operator, 1);
    });
    let started = 0;
    const address = "http://localhost:1/";
    const served = createWorkbenchRooms("/nowhere", async () => {
      started += 1;
      return { address, port: 1, rooms: createRooms(database), convenor: convening, links: [], close: database.close };
    });
    const opened = await served.open(files);
    expect(opened.ok && opened.value.seats.map(({ name }) => name)).toEqual([
      "The union",
      "The hospital",
      "The health fund",
      "The mediator",
    ]);
    expect(opened.ok && opened.value.seats[0]?.link).toMatch(/^http:\/\/localhost:1\/r\/[0-9a-f-]{36}#\S{43}$/);
    await served.open(files);
    expect(started).toBe(1);
    expect((await served.open([])).ok).toBe(false);
    const alone =
      "parley: 1\ntitle: T\nparties:\n  - {id: a, name: A, role: negotiating}\nissues:\n  - id: x\n    name: X\n    today: none\n    options: [{id: none, name: None}, {id: all, name: All}]\n";
    expect(await served.open([{ path: "case.yaml", text: alone }])).toMatchObject({
      ok: false,
      reasons: [expect.stringContaining("at least two parties")],
    });
    await served.close();
    const held = createWorkbenchRooms("/nowhere", async () => {
      throw new BusyError("Open in another program.");
    });
    expect(await held.open(files)).toMatchObject({ ok: false, reasons: ["Open in another program."] });
    await held.close();
    await engine.stop();
  });
});
