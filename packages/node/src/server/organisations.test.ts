// Signing in with an account of an organisation, against a provider that runs on this machine.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startOrganisation, type TestOrganisation } from "../../test/organisation.js";
import { engines, type StartedEngine } from "../../test/room-engines.js";
import { openDatabase, type RoomsDatabase } from "../database/index.js";
import { createRooms, newConvenor, type Rooms } from "../rooms/index.js";
import { createOrganisations, organisations } from "./organisations.js";
import { createRoomsApp } from "./rooms-app.js";

const HOST = "localhost:4720";
const BACK = `http://${HOST}/account/1`;
const files = ["case.yaml", "record.yaml", "agreement.yaml"].map((path) => ({
  path,
  text: readFileSync(join(import.meta.dirname, "../../../../cases/hospital-contract", path), "utf8"),
}));
const SEATS = ["union", "hospital", "fund"].map((party) => ({
  role: "party" as const,
  party,
  name: party,
  signs: true,
}));

/** A browser, as far as it keeps cookies. */
function browser(app: ReturnType<typeof createRoomsApp>) {
  const cookies = new Map<string, string>();
  return {
    cookies,
    ask: async (path: string, body?: unknown, method?: string): Promise<Response> => {
      const response = await app.request(`http://${HOST}${path}`, {
        method: method ?? (body === undefined ? "GET" : "POST"),
        headers: {
          host: HOST,
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (value === "") cookies.delete(name);
        else cookies.set(name, value);
      }
      return response;
    },
  };
}

describe.each(engines)("accounts of organisations, with rooms on the $name database", ({ without, start }) => {
  const law = it.skipIf(without !== null);
  let engine: StartedEngine;
  let database: RoomsDatabase;
  let rooms: Rooms;
  let convenor = "";
  let ministry: TestOrganisation;

  beforeAll(async () => {
    if (without) return;
    engine = await start();
    database = await openDatabase(await engine.place(), async (operator) => {
      convenor = await newConvenor(operator, 1);
    });
    rooms = createRooms(database);
    ministry = await startOrganisation("The ministry", BACK);
  });
  afterAll(async () => {
    await database?.close();
    await engine?.stop();
    await ministry?.stop();
  });

  const serve = (organisations = [ministry.organisation]) =>
    createRoomsApp({
      rooms,
      pages: new Map(),
      secure: false,
      hosts: new Set([HOST]),
      organisations,
    });
  const open = async () => {
    const { room, invitations } = await rooms.open(convenor, files, SEATS);
    return { room, invites: Object.fromEntries(invitations.map(({ name, invite }) => [name, invite])) };
  };
  /** To the organisation, through its pages, and back. @returns where the browser is sent then */
  const signIn = async (by: ReturnType<typeof browser>, room: string, who: string) => {
    const asked = await by.ask(`/api/rooms/${room}/account`, { organisation: 0 });
    expect(asked.status).toBe(200);
    const came = await ministry.signIn(((await asked.json()) as { to: string }).to, who);
    return { came, answer: await by.ask(`${came.pathname}${came.search}`) };
  };
  const whoIs = async (by: ReturnType<typeof browser>, room: string) => {
    const answer = await by.ask(`/api/rooms/${room}`);
    return answer.status === 200 ? ((await answer.json()) as { me: { name: string } }).me.name : answer.status;
  };

  law(
    "ties an account to a seat, which then comes in by it from another browser, and no other account does",
    async () => {
      const { room, invites } = await open();
      const app = serve();
      const [first, second, stranger] = [browser(app), browser(app), browser(app)];
      await first.ask("/api/seat", { invite: invites.union });
      const tied = await signIn(first, room, "anna");
      expect([tied.answer.status, tied.answer.headers.get("location")]).toEqual([303, `/r/${room}?said=account-added`]);
      const look = (await (await first.ask(`/api/rooms/${room}`)).json()) as {
        accounts: { id: string; provider: string }[];
      };
      expect(look.accounts.map(({ provider }) => provider)).toEqual(["The ministry"]);

      expect(await whoIs(second, room)).toBe(401);
      const entered = await signIn(second, room, "anna");
      expect(entered.answer.headers.get("location")).toBe(`/r/${room}`);
      expect(entered.answer.headers.getSetCookie().join()).toMatch(
        /__Host-parley-[0-9a-f-]{36}=[^;]{43};.*SameSite=Strict/,
      );
      expect(await whoIs(second, room)).toBe("union");

      const refused = await signIn(stranger, room, "boris");
      expect(refused.answer.headers.get("location")).toBe(`/r/${room}?said=no-account`);
      expect(await whoIs(stranger, room)).toBe(401);

      // Removed, it opens nothing.
      expect((await first.ask(`/api/rooms/${room}/accounts/${look.accounts[0]?.id}`, undefined, "DELETE")).status).toBe(
        204,
      );
      expect((await signIn(browser(app), room, "anna")).answer.headers.get("location")).toContain("no-account");
    },
  );

  law("opens the seat of its own room alone, and of two seats in one room the first", async () => {
    const [one, other] = [await open(), await open()];
    const app = serve();
    const [union, hospital] = [browser(app), browser(app)];
    await union.ask("/api/seat", { invite: one.invites.union });
    await hospital.ask("/api/seat", { invite: one.invites.hospital });
    await signIn(union, one.room, "carla");
    expect((await signIn(hospital, one.room, "carla")).answer.headers.get("location")).toContain("account-taken");
    expect((await signIn(browser(app), other.room, "carla")).answer.headers.get("location")).toContain("no-account");
    const again = browser(app);
    await signIn(again, one.room, "carla");
    expect(await whoIs(again, one.room)).toBe("union");
  });

  law("takes an answer once, from the browser that asked, as the organisation gave it", async () => {
    const { room, invites } = await open();
    const app = serve();
    const owner = browser(app);
    await owner.ask("/api/seat", { invite: invites.fund });
    const { came } = await signIn(owner, room, "dora");
    const path = `${came.pathname}${came.search}`;
    // The same answer again; and one that another browser brings.
    expect((await owner.ask(path)).headers.get("location")).toBe("/?said=account-away");
    expect((await browser(app).ask(path)).headers.get("location")).toBe("/?said=account-away");
    // An answer that was given to somebody else's question.
    const [thief, victim] = [browser(app), browser(app)];
    const asked = await victim.ask(`/api/rooms/${room}/account`, { organisation: 0 });
    const stolen = await ministry.signIn(((await asked.json()) as { to: string }).to, "dora");
    await thief.ask(`/api/rooms/${room}/account`, { organisation: 0 });
    expect((await thief.ask(`${stolen.pathname}${stolen.search}`)).headers.get("location")).toContain("account-away");
    expect(await whoIs(thief, room)).toBe(401);
    // Somebody who said no there, and a changed answer.
    await victim.ask(`/api/rooms/${room}/account`, { organisation: 0 });
    expect((await victim.ask("/account/1?error=access_denied")).headers.get("location")).toContain("account-away");
    await victim.ask(`/api/rooms/${room}/account`, { organisation: 0 });
    expect((await victim.ask(`${path.replace(/code=[^&]+/, "code=made-up")}`)).headers.get("location")).toContain(
      "account-away",
    );
    expect((await victim.ask(`/api/rooms/${room}/account`, { organisation: 4 })).status).toBe(404);
    expect(await (await victim.ask("/api/organisations")).json()).toEqual({ names: ["The ministry"] });
  });

  law(
    "ties nothing for who knows no more than the address that was called, or came by another organisation",
    async () => {
      const { room, invites } = await open();
      const app = serve([ministry.organisation, { ...ministry.organisation, name: "Another" }]);
      const [victim, thief] = [browser(app), browser(app)];
      await victim.ask("/api/seat", { invite: invites.hospital });
      const begin = async (by: ReturnType<typeof browser>, organisation = 0) => {
        const asked = await by.ask(`/api/rooms/${room}/account`, { organisation });
        return new URL(((await asked.json()) as { to: string }).to);
      };
      const called = await begin(victim);
      // Of the address everything is known; the thief's own cookie is made over to say as much of it as it can.
      const own = await begin(thief);
      const cookie = JSON.parse(Buffer.from(thief.cookies.get("__Host-parley-account") ?? "", "base64url").toString());
      const forged = { ...cookie, challenge: called.searchParams.get("state") };
      thief.cookies.set("__Host-parley-account", Buffer.from(JSON.stringify(forged)).toString("base64url"));
      const came = await ministry.signIn(own.href, "thief");
      expect((await thief.ask(`${came.pathname}${came.search}`)).headers.get("location")).toContain("no-account");
      // What comes back to the address of one organisation is no answer of another.
      const second = await begin(victim, 1);
      expect(second.searchParams.get("redirect_uri")).toBe(`http://${HOST}/account/2`);
      second.searchParams.set("redirect_uri", BACK);
      const mixed = await ministry.signIn(second.href, "victim");
      expect((await victim.ask(`${mixed.pathname}${mixed.search}`)).headers.get("location")).toBe(
        "/?said=account-away",
      );
    },
  );

  law("ties nothing to a seat once the session that began it has ended", async () => {
    const { room, invites } = await open();
    const app = serve();
    const [one, other] = [browser(app), browser(app)];
    await one.ask("/api/seat", { invite: invites.fund });
    const look = (await (await one.ask(`/api/rooms/${room}`)).json()) as { me: { id: string } };
    const link = await one.ask(`/api/rooms/${room}/seats/${look.me.id}/links`, {});
    await other.ask("/api/seat", { invite: ((await link.json()) as { invite: string }).invite });
    const asked = await other.ask(`/api/rooms/${room}/account`, { organisation: 0 });
    const came = await ministry.signIn(((await asked.json()) as { to: string }).to, "fay");
    const kept = other.cookies.get("__Host-parley-account") ?? "";
    await other.ask(`/api/rooms/${room}/leave`, {});
    other.cookies.set("__Host-parley-account", kept);
    expect((await other.ask(`${came.pathname}${came.search}`)).headers.get("location")).toContain("no-session");
    expect((await signIn(browser(app), room, "fay")).answer.headers.get("location")).toContain("no-account");
  });

  law("lets nobody in whose seat was taken out of the room", async () => {
    const { room, invites } = await open();
    const app = serve();
    const [union, colleague] = [browser(app), browser(app)];
    await union.ask("/api/seat", { invite: invites.union });
    const made = await union.ask(`/api/rooms/${room}/seats`, { role: "party", party: "union", name: "Emil" });
    await colleague.ask("/api/seat", { invite: ((await made.json()) as { invite: string }).invite });
    await signIn(colleague, room, "emil");
    const { me } = (await (await colleague.ask(`/api/rooms/${room}`)).json()) as { me: { id: string } };
    // Begun before, and brought to its end after.
    const asked = await colleague.ask(`/api/rooms/${room}/account`, { organisation: 0 });
    const came = await ministry.signIn(((await asked.json()) as { to: string }).to, "emil-of-old");
    expect((await union.ask(`/api/rooms/${room}/seats/${me.id}`, undefined, "DELETE")).status).toBe(204);
    expect((await colleague.ask(`${came.pathname}${came.search}`)).headers.get("location")).toContain("no-session");
    expect((await signIn(browser(app), room, "emil")).answer.headers.get("location")).toContain("no-account");
  });
});

describe("an organisation", () => {
  it("that does not answer is said, and asked again by the next", async () => {
    const server = createServer((_, response) => response.writeHead(500).end());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
    let asked = 0;
    server.on("request", () => {
      asked += 1;
    });
    const { begin } = createOrganisations([{ name: "Away", issuer, client: "c", secret: "s" }], 50);
    const refused = () => expect(begin("r", 0, "c", BACK)).rejects.toMatchObject({ why: "account-away" });
    await refused();
    // Not at once for everybody who comes.
    await refused();
    expect(asked).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await refused();
    expect(asked).toBe(2);
    await new Promise((resolve) => server.close(resolve));
  });

  it("sends no more than an answer holds, and no address that is none", async () => {
    let answer = (): string => "";
    const server = createServer((_, response) => response.setHeader("content-type", "application/json").end(answer()));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
    const begun = () =>
      createOrganisations([{ name: "Odd", issuer, client: "c", secret: "s" }]).begin("r", 0, "c", BACK);
    const metadata = { issuer, authorization_endpoint: `${issuer}/in`, token_endpoint: `${issuer}/token` };
    answer = () => JSON.stringify(metadata);
    expect((await begun()).to).toMatch(/^http:\/\/localhost:\d+\/in[?]/);
    answer = () => JSON.stringify({ ...metadata, more: "x".repeat(2 * 1024 ** 2) });
    await expect(begun()).rejects.toMatchObject({ why: "account-away" });
    answer = () => JSON.stringify({ ...metadata, authorization_endpoint: "javascript:alert(1)" });
    await expect(begun()).rejects.toMatchObject({ why: "account-away" });
    await new Promise((resolve) => server.close(resolve));
  });

  it("is asked over https, or on this machine", () => {
    const one = { name: "A", issuer: "https://id.example.org", client: "c", secret: "s" };
    expect(organisations.safeParse([one]).success).toBe(true);
    expect(organisations.safeParse([{ ...one, issuer: "http://localhost:1" }]).success).toBe(true);
    const wrong = [
      [],
      [one, one],
      [{ ...one, issuer: "http://id.example.org" }],
      [{ ...one, more: 1 }],
      [{ ...one, secret: "" }],
      one,
    ];
    for (const given of wrong) expect(organisations.safeParse(given).success).toBe(false);
  });
});
