// Rooms on both databases: what each seat reads and may do, and that nothing of another's is in it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  afterSettlement,
  beginRoom,
  beginSealed,
  checkRecord,
  hearEntry,
  offerStanding,
  placeBid,
  type RoomState,
  type SealedBid,
  type SealedRule,
  textDigest,
} from "@parley/core/rooms";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engines, type StartedEngine } from "../../test/room-engines.js";
import { openDatabase, type RoomsDatabase } from "../database/index.js";
import { createRooms, newConvenor, type RoomRefused, type Rooms } from "./index.js";

const CASE = join(import.meta.dirname, "../../../../cases/hospital-contract");
const files = ["case.yaml", "record.yaml", "agreement.yaml"].map((path) => ({
  path,
  text: readFileSync(join(CASE, path), "utf8"),
}));
const PARTIES = ["union", "hospital", "fund"] as const;
const SEATS = [
  ...PARTIES.map((party) => ({ role: "party" as const, party, name: `Who signs for ${party}`, signs: true })),
  { role: "party" as const, party: "union", name: "The union's adviser", signs: false },
  { role: "mediator" as const, party: null, name: "The mediator", signs: false },
  { role: "observer" as const, party: null, name: "An observer", signs: false },
];

/** Why something was refused; fails where it was not. */
const why = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => expect.fail("was not refused"),
    (error: RoomRefused) => error.why ?? String(error),
  );

describe.each(engines)("rooms on the $name database", ({ without, start }) => {
  let engine: StartedEngine;
  let database: RoomsDatabase;
  let rooms: Rooms;
  let convenor: string;

  beforeAll(async () => {
    if (without) return;
    engine = await start();
    const place = await engine.place();
    database = await openDatabase(place, async (of) => {
      convenor = await newConvenor(of, 24);
    });
    rooms = createRooms(database);
  });
  afterAll(async () => {
    await database?.close();
    await engine?.stop();
  });

  const opened = async () => {
    const { room, invitations } = await rooms.open(convenor, files, SEATS);
    const tokens: Record<string, string> = {};
    for (const { role, party, signs, invite } of invitations) {
      const { token } = await rooms.comeIn(invite);
      tokens[signs || party === null ? (party ?? role) : "adviser"] = token;
    }
    const { union = "", hospital = "", fund = "", adviser = "", mediator = "", observer = "" } = tokens;
    return { room, invitations, union, hospital, fund, adviser, mediator, observer };
  };
  const seen = async (token: string): Promise<RoomState> => {
    const look = await rooms.look(token);
    return (await rooms.entries(token, {})).reduce(hearEntry, beginRoom(look.matter, look.seats));
  };
  const offer = (id: string, more: object = {}) => ({
    id,
    package: { ratio: "six" },
    if: {},
    until: null,
    counters: null,
    ...more,
  });
  const told = without ? `: left out, ${without}` : "";
  const law = it.skipIf(without !== null);

  law(`an offer is made, answered by each other party, and agreed${told}`, async () => {
    const { union, hospital, fund, observer } = await opened();
    await rooms.move(union, "room", "offer", offer("o1", { note: "Safe wards first." }));
    await rooms.move(hospital, "room", "answer", { offer: "o1", answer: "accepted" });
    expect(await why(rooms.move(hospital, "room", "answer", { offer: "o1", answer: "refused" }))).toBe("answered");
    await rooms.move(fund, "room", "answer", { offer: "o1", answer: "accepted" });
    const state = await seen(observer);
    const one = state.offers.offers.o1;
    expect(one && offerStanding(one, PARTIES, Date.now())).toBe("agreed");
    expect(state.notes.o1).toBe("Safe wards first.");
    expect(await why(rooms.move(union, "room", "withdraw", { offer: "o1" }))).toBe("closed");
  });

  law("what the rules of a protocol refuse is not written", async () => {
    const { union, hospital, adviser, observer, mediator } = await opened();
    const before = (await rooms.entries(observer, {})).length;
    const refused: readonly (readonly [() => Promise<unknown>, string])[] = [
      [() => rooms.move(union, "room", "offer", offer("o1", { until: 1000 })), "past-expiry"],
      [() => rooms.move(union, "room", "offer", offer("o1", { package: { ratio: "twelve" } })), "unknown-option"],
      [() => rooms.move(union, "room", "offer", { id: "o1" }), "bad-move"],
      [() => rooms.move(adviser, "room", "offer", offer("o1")), "may-not"],
      [() => rooms.move(observer, "room", "said", { text: "Hello" }), "may-not"],
      [() => rooms.move(mediator, "room", "offer", offer("o1")), "may-not"],
      [() => rooms.move(union, "party:hospital", "said", { text: "Hello" }), "no-stream"],
      [() => rooms.move(union, "mediation:hospital", "said", { text: "Hello" }), "no-stream"],
      [() => rooms.move(hospital, "room", "answer", { offer: "o9", answer: "accepted" }), "unknown"],
      [() => rooms.move("", "room", "said", { text: "Hello" }), "no-session"],
      [() => rooms.move(union.replace(/.$/, "_"), "room", "said", { text: "Hello" }), "no-session"],
      [() => rooms.open(union, files, SEATS), "no-session"],
      [() => rooms.entries(convenor, {}), "no-session"],
    ];
    for (const [asked, wanted] of refused) expect(await why(asked())).toBe(wanted);
    expect((await rooms.entries(observer, {})).length).toBe(before);
  });

  law("of two of one side who accept and refuse at once, one is heard", async () => {
    const { union, hospital } = await opened();
    for (const k of [1, 2, 3, 4, 5]) {
      const id = `o${k}`;
      await rooms.move(union, "room", "offer", offer(id));
      const both = await Promise.allSettled([
        rooms.move(hospital, "room", "answer", { offer: id, answer: "accepted" }),
        rooms.move(hospital, "room", "answer", { offer: id, answer: "refused" }),
      ]);
      expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const answers = (await rooms.entries(union, {})).filter(
        ({ kind, body }) => kind === "answer" && (body as { offer: string }).offer === id,
      );
      expect(answers).toHaveLength(1);
    }
  });

  law("a link is good once, and a seat that was left hears nothing more", async () => {
    const { room, invitations } = await rooms.open(convenor, files, SEATS);
    const invite = invitations[0]?.invite ?? "";
    const both = await Promise.allSettled([rooms.comeIn(invite), rooms.comeIn(invite)]);
    const came = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(came).toHaveLength(1);
    expect(await why(rooms.comeIn(invite))).toBe("no-invite");
    expect(await why(rooms.comeIn("no such link"))).toBe("no-invite");
    const token = came[0]?.token ?? "";
    expect((await rooms.look(token)).room).toBe(room);
    const again = await rooms.inviteAgain(token, (await rooms.look(token)).me.id);
    const second = await rooms.comeIn(again);
    const [first] = (await rooms.look(second.token)).sessions;
    await rooms.endSession(second.token, first?.id ?? "");
    expect(await why(rooms.look(token))).toBe("no-session");
    await rooms.leave(second.token);
    expect(await why(rooms.look(second.token))).toBe("no-session");
  });

  law("nobody asks people into another side, and one seat of a side signs", async () => {
    const { union, hospital, mediator, adviser } = await opened();
    const into = (role: "party" | "mediator" | "observer", party: string | null) => ({ role, party, name: "Somebody" });
    expect(await why(rooms.invite(union, into("party", "hospital")))).toBe("may-not");
    expect(await why(rooms.invite(mediator, into("party", "hospital")))).toBe("may-not");
    expect(await why(rooms.invite(adviser, into("party", "union")))).toBe("may-not");
    expect(await why(rooms.invite(union, into("observer", null)))).toBe("may-not");
    const { invite } = await rooms.invite(hospital, into("party", "hospital"));
    const { token } = await rooms.comeIn(invite);
    expect((await rooms.look(token)).me).toMatchObject({ party: "hospital", signs: false });
    expect(await why(rooms.inviteAgain(mediator, (await rooms.look(token)).me.id))).toBe("may-not");
    // Seats of no party, and seats that nobody has taken yet, are no exception.
    const { seats } = await rooms.look(union);
    for (const { id, party, signs } of seats) {
      if (party !== "union") expect(await why(rooms.inviteAgain(union, id))).toBe("may-not");
      if (party !== "union" || signs) expect(await why(rooms.removeSeat(union, id))).toBe("may-not");
      if (party !== null) expect(await why(rooms.inviteAgain(mediator, id))).toBe("may-not");
    }
    expect(await why(rooms.invite(union, into("party", null)))).toBe("may-not");
    expect(await why(rooms.invite(mediator, into("mediator", "union")))).toBe("may-not");
    const expected = await rooms.invite(union, into("party", "union"));
    const coming = (await rooms.look(union)).seats.find(({ name, came }) => name === expected.name && !came);
    expect(await why(rooms.inviteAgain(mediator, coming?.id ?? ""))).toBe("may-not");
    expect(
      await why(rooms.open(convenor, files, [...SEATS, { role: "party", party: "union", name: "Two", signs: true }])),
    ).toBe("signs-already");
  });

  law("a name is one's own to change, and who is taken out of the room hears nothing more", async () => {
    const { union, adviser, mediator, observer } = await opened();
    await rooms.rename(union, "Una");
    expect((await rooms.look(observer)).seats.map(({ name }) => name)).toContain("Una");
    const id = (await rooms.look(adviser)).me.id;
    expect(await why(rooms.removeSeat(mediator, id))).toBe("may-not");
    await rooms.removeSeat(union, id);
    expect(await why(rooms.look(adviser))).toBe("no-session");
    await rooms.removeSeat(mediator, (await rooms.look(observer)).me.id);
    expect(await why(rooms.entries(observer, {}))).toBe("no-session");
    expect((await rooms.look(union)).seats.filter(({ gone }) => gone)).toHaveLength(2);
  });

  law("no bid of one side can make another's fail, however small its points", async () => {
    const { union, hospital, fund, mediator } = await opened();
    const rule = { form: "packages", parties: [...PARTIES], packages: ["a", "b"], rounds: 1 };
    const packages = { a: { ratio: "six" }, b: { ratio: "seven" } };
    await rooms.move(mediator, "room", "sealed", { id: "tiny", rule, about: "Wards", packages });
    const bid = (points: Record<string, number>) => ({ form: "packages" as const, points });
    expect(await why(rooms.bid(union, "tiny", 1, bid({ a: 5e-324 })))).toBe("bad-bid");
    await expect(
      database.door(union, (seat) =>
        sql`select rooms.place_bid('tiny', 1, '{"form":"packages","points":{"a":1e-200}}')`.execute(seat),
      ),
    ).rejects.toThrow("bad-bid");
    for (const [token, points] of [
      [union, { a: 1 }],
      [hospital, { a: 1, b: 100 }],
      [fund, { a: 1 }],
    ] as const)
      await rooms.bid(token, "tiny", 1, bid(points));
    expect((await seen(mediator)).sealed.tiny?.agreed).toBe("a");
  });

  law("what no document can hold is not written, and nobody is made to say what is not his", async () => {
    const { union, mediator } = await opened();
    for (const text of ["a\u0000b", "a\u000bb", "\ud800", "\uffff", "\u202eabc"])
      expect(await why(rooms.move(union, "room", "said", { text }))).toBe("bad-move");
    const clauses = (by: string) => ({
      title: "T",
      clauses: [{ id: "x", heading: "H", text: "[]", alternatives: [{ by, text: "Words" }] }],
    });
    for (const by of ["nobody", "__proto__", "mediator"])
      expect(await why(rooms.move(mediator, "room", "text", clauses(by)))).toBe("no-party");
    await rooms.move(mediator, "room", "text", clauses("union"));
    await rooms.move(mediator, "room", "wording", { clause: "x", text: "Words of the mediator" });
    await rooms.move(mediator, "room", "clause", { id: "y", after: null, heading: "First", text: "Another" });
    expect(await why(rooms.move(mediator, "room", "agree", { clause: "x", wording: 0 }))).toBe("may-not");
    const { text } = await seen(union);
    expect(text?.state.order).toEqual(["y", "x"]);
    expect(text?.state.clauses.x?.history.map(({ by }) => by)).toEqual(["union", "@mediator"]);
  });

  law("sealed bids are opened where they meet, by the rule of core, and read by nobody before or after", async () => {
    const amount = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.double({ min: -1e15, max: 1e15, noNaN: true }));
    const points = fc.dictionary(fc.constantFrom("p1", "p2", "p3"), fc.double({ min: 1, max: 100, noNaN: true }), {
      minKeys: 1,
    });
    const { union, hospital, fund, mediator } = await opened();
    const tokens: Record<string, string> = { union, hospital, fund };
    const numbers: SealedRule = { form: "number", more: "union", less: "hospital", rounds: 3 };
    const packages: SealedRule = { form: "packages", parties: [...PARTIES], packages: ["p2", "p1", "p3"], rounds: 3 };
    const names = { p1: { ratio: "six" }, p2: { ratio: "seven" }, p3: { ratio: "eight" } };
    let games = 0;
    const game = async (rule: SealedRule, rounds: readonly (readonly SealedBid[])[]) => {
      games += 1;
      const id = `s${games}`;
      await rooms.move(mediator, "room", "sealed", {
        id,
        rule,
        about: "Pay",
        packages: rule.form === "packages" ? names : {},
      });
      let model = beginSealed(rule);
      for (const bids of rounds) {
        const { round, agreed } = model;
        if (agreed !== null) break;
        for (const [k, bid] of bids.entries()) {
          const party = PARTIES[k] ?? "union";
          const played = placeBid(model, party, bid);
          expect(played.ok).toBe(true);
          if (played.ok) model = played.state;
          await rooms.bid(tokens[party] ?? "", id, round, bid);
        }
        const state = await seen(mediator);
        expect(state.sealed[id]).toMatchObject({ agreed: model.agreed, round: model.round });
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 3 }), (rounds) =>
        game(
          numbers,
          rounds.map((both) => both.map((one) => ({ form: "number" as const, amount: one }))),
        ),
      ),
      { numRuns: 15 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(points, points, points), { minLength: 1, maxLength: 2 }), (rounds) =>
        game(
          packages,
          rounds.map((all) => all.map((one) => ({ form: "packages" as const, points: one }))),
        ),
      ),
      { numRuns: 15 },
    );
  });

  law("words without a name are the room's own for everybody, and known to their own side alone", async () => {
    const { union, hospital, adviser, mediator, observer } = await opened();
    const clauses = [{ id: "c1", heading: "Pay", text: "Pay rises." }];
    await rooms.move(mediator, "room", "text", { title: "T", clauses });
    const unnamed = { clause: "c1", text: "Pay rises a lot.", unnamed: true };
    await rooms.move(union, "room", "wording", unnamed);
    expect(await why(rooms.move(adviser, "room", "wording", unnamed))).toBe("may-not");
    expect(await why(rooms.move(observer, "room", "wording", unnamed))).toBe("may-not");
    for (const token of [union, hospital, mediator, observer]) {
      const last = (await rooms.entries(token, {})).findLast(({ kind }) => kind === "wording");
      expect(last).toMatchObject({ seat: null, body: unnamed });
    }
    for (const token of [hospital, mediator, observer]) {
      expect((await rooms.entries(token, {})).some(({ kind }) => kind === "worded")).toBe(false);
      expect((await seen(token)).ownWordings).toEqual({});
    }
    for (const token of [union, adviser]) expect(Object.keys((await seen(token)).ownWordings)).toHaveLength(1);
    await rooms.move(mediator, "room", "wording", { ...unnamed, text: "Pay rises a little." });
    const state = await seen(hospital);
    expect(state.text?.state.clauses.c1?.history.map(({ by }) => by)).toEqual([null, "@unnamed", "@unnamed"]);
    await rooms.move(hospital, "room", "agree", { clause: "c1", wording: 2 });
  });

  law("a signature bears the name that its seat had then, whatever the seat is called later", async () => {
    const { union, hospital, fund, mediator } = await opened();
    await rooms.move(mediator, "room", "text", {
      title: "T",
      clauses: [{ id: "c1", heading: "Pay", text: "Pay rises." }],
    });
    for (const token of [union, hospital, fund]) await rooms.move(token, "room", "agree", { clause: "c1", wording: 0 });
    const { text } = await seen(union);
    const digest = text ? textDigest(text) : "";
    await rooms.rename(union, "Una Weber");
    await rooms.move(union, "room", "sign", { digest, name: "Somebody Else" });
    await rooms.rename(union, "Dr. Nobody");
    expect((await seen(hospital)).text?.signed.union?.name).toBe("Una Weber");
  });

  law("a seat bids once a round, for its own party, while the round is open", async () => {
    const { union, hospital, fund, adviser, mediator } = await opened();
    await rooms.move(mediator, "room", "sealed", {
      id: "pay",
      rule: { form: "number", more: "union", less: "hospital", rounds: 2 },
      about: "Pay",
    });
    const bid = (amount: number) => ({ form: "number" as const, amount });
    await rooms.bid(union, "pay", 1, bid(10));
    expect(await why(rooms.bid(union, "pay", 1, bid(9)))).toBe("bid-already");
    expect(await why(rooms.bid(adviser, "pay", 1, bid(9)))).toBe("may-not");
    expect(await why(rooms.bid(fund, "pay", 1, bid(9)))).toBe("no-party");
    expect(await why(rooms.bid(hospital, "pay", 2, bid(9)))).toBe("moved-on");
    expect(await why(rooms.bid(hospital, "pay", 1, { form: "packages", points: { p1: 1 } }))).toBe("bad-bid");
    expect(await why(rooms.bid(hospital, "pay", 1, bid(Number.NaN)))).toBe("bad-bid");
    expect((await seen(union)).sealed.pay).toMatchObject({ ownRound: 1, agreed: null, round: 1 });
    expect((await seen(hospital)).sealed.pay).toMatchObject({ ownRound: 0, agreed: null, round: 1 });
    await rooms.bid(hospital, "pay", 1, bid(9));
    expect((await seen(mediator)).sealed.pay).toMatchObject({ agreed: null, round: 2 });
    expect(await why(rooms.bid(union, "pay", 1, bid(9)))).toBe("moved-on");
    await rooms.bid(union, "pay", 2, bid(8));
    await rooms.bid(hospital, "pay", 2, bid(7));
    expect(await why(rooms.bid(union, "pay", 3, bid(7)))).toBe("closed");
  });

  law("of a proposal is told that all said yes, and nothing while somebody has not answered", async () => {
    const { union, hospital, fund, mediator, observer } = await opened();
    const body = { id: "p", package: { ratio: "seven" } };
    await rooms.move(mediator, "room", "proposal", body);
    expect(await why(rooms.move(union, "room", "proposal", { ...body, id: "q" }))).toBe("may-not");
    const before = JSON.stringify(await rooms.entries(observer, {}));
    await rooms.consent(union, "p", true);
    await rooms.consent(hospital, "p", true);
    expect(await why(rooms.consent(hospital, "p", false))).toBe("answered");
    for (const token of [observer, mediator]) expect((await seen(token)).proposals.p?.outcome).toBe("waiting");
    expect(JSON.stringify(await rooms.entries(observer, {}))).toBe(before);
    await rooms.consent(fund, "p", true);
    for (const token of [observer, union]) expect((await seen(token)).proposals.p?.outcome).toBe("agreed");
    expect(await why(rooms.consent(fund, "p", false))).toBe("closed");
  });

  law(
    "after the settlement what all would rather have is found by core's rule, and told only if all agree",
    async () => {
      const { union, hospital, fund, mediator, observer } = await opened();
      const tokens: Record<string, string> = { union, hospital, fund };
      const packages = {
        signed: { ratio: "seven" },
        p1: { ratio: "six" },
        p2: { ratio: "eight" },
        p3: { rota: "four-weeks" },
      };
      const body = (id: string) => ({ id, packages, signed: "signed" });
      expect(await why(rooms.move(mediator, "room", "better", body("early")))).toBe("not-agreed");
      await rooms.move(mediator, "room", "text", { title: "T", clauses: [{ id: "x", heading: "H", text: "One" }] });
      for (const party of PARTIES) await rooms.move(tokens[party] ?? "", "room", "agree", { clause: "x", wording: 0 });
      const { text } = await seen(union);
      for (const party of PARTIES)
        await rooms.move(tokens[party] ?? "", "room", "sign", { digest: text ? textDigest(text) : "" });
      expect(await why(rooms.move(union, "room", "offer", offer("late")))).toBe("signed");
      const document = Buffer.from(await rooms.outcome(observer));
      expect(document.subarray(0, 2).toString()).toBe("PK");
      expect(await why(rooms.move(union, "room", "better", body("mine")))).toBe("may-not");
      const points = fc.record(
        Object.fromEntries(Object.keys(packages).map((name) => [name, fc.integer({ min: 0, max: 100 })])),
      );
      let games = 0;
      await fc.assert(
        fc.asyncProperty(fc.tuple(points, points, points), fc.boolean(), async (given, agree) => {
          games += 1;
          const id = `g${games}`;
          await rooms.move(mediator, "room", "better", body(id));
          for (const [k, party] of PARTIES.entries()) await rooms.weigh(tokens[party] ?? "", id, given[k] ?? {});
          const best = afterSettlement(given, "signed");
          const state = await seen(observer);
          expect(state.settlements[id]?.outcome).toBe(best === null ? "nothing" : "found");
          if (best === null) return;
          expect(state.proposals[id]?.package).toEqual(packages[best as keyof typeof packages]);
          const before = JSON.stringify(await rooms.entries(observer, {}));
          await rooms.consent(union, id, true);
          await rooms.consent(hospital, id, true);
          await rooms.consent(fund, id, agree);
          if (agree) expect((await seen(observer)).proposals[id]?.outcome).toBe("agreed");
          else expect(JSON.stringify(await rooms.entries(observer, {}))).toBe(before);
        }),
        { numRuns: 25 },
      );
      await rooms.move(mediator, "room", "better", body("odd"));
      const whole = { signed: 1, p1: 1, p2: 1, p3: 1 };
      for (const odd of [{}, { ...whole, p1: 0.5 }, { ...whole, p1: 101 }, { ...whole, p9: 1 }])
        expect(await why(rooms.weigh(union, "odd", odd))).toBe("bad-bid");
      await rooms.weigh(union, "odd", whole);
      expect(await why(rooms.weigh(union, "odd", whole))).toBe("bid-already");
    },
  );

  law("what a party gives the mediator the others do not see, and it is gone when it is taken back", async () => {
    const { union, hospital, adviser, mediator, observer } = await opened();
    const given = { what: "least" as const, package: { ratio: "seven" } };
    const id = await rooms.give(union, given, null);
    for (const token of [mediator, union, adviser])
      expect((await rooms.look(token)).given).toEqual([{ id, party: "union", confidence: given }]);
    for (const token of [hospital, observer]) {
      expect((await rooms.look(token)).given).toEqual([]);
      expect(JSON.stringify(await rooms.entries(token, {}))).not.toContain(id);
    }
    expect(await why(rooms.revoke(hospital, id))).toBe("unknown");
    await rooms.revoke(union, id);
    expect((await rooms.look(mediator)).given).toEqual([]);
    expect(JSON.stringify(await rooms.entries(mediator, {}))).not.toContain("seven");
  });

  law("a passkey that is none opens nothing, and a challenge is for one room and one use", async () => {
    const { room, union, hospital } = await opened();
    const site = { name: "localhost", origin: "http://localhost:4720" };
    const { me } = await rooms.look(union);
    const offered = await rooms.passkeyOffer(union, { room, seat: me.id, name: me.name, known: [] }, site);
    expect(offered).toMatchObject({ rp: { id: "localhost" }, attestation: "none", excludeCredentials: [] });
    const asked = await rooms.passkeyAsked(room, site);
    expect(asked.allowCredentials ?? []).toEqual([]);
    expect(asked.challenge).not.toBe(offered.challenge);
    const made = { id: "a".repeat(22), rawId: "a".repeat(22), type: "public-key" as const, clientExtensionResults: {} };
    const nothing = { ...made, response: { clientDataJSON: "e30", attestationObject: "e30" } };
    expect(await why(rooms.addPasskey(union, nothing, site))).toBe("no-passkey");
    const signed = { ...made, response: { clientDataJSON: "e30", authenticatorData: "e30", signature: "e30" } };
    expect(await why(rooms.comeInByPasskey(room, signed, site))).toBe("no-passkey");
    expect(await why(rooms.removePasskey(union, made.id))).toBe("unknown");
    const add = (token: string, challenge: string) =>
      database.door(token, (seat) =>
        sql`select rooms.add_passkey(${made.id}, ${Buffer.from("key")}, 0, ${challenge})`.execute(seat),
      );
    await expect(add(hospital, offered.challenge)).rejects.toThrow("no-passkey");
    await expect(add(union, asked.challenge)).rejects.toThrow("no-passkey");
    await add(union, offered.challenge);
    await expect(add(union, offered.challenge)).rejects.toThrow("no-passkey");
    expect((await rooms.look(union)).passkeys).toMatchObject([{ id: made.id }]);
    expect((await rooms.look(hospital)).passkeys).toEqual([]);
    expect(await why(rooms.comeInByPasskey(room, signed, site))).toBe("no-passkey");
    await rooms.removePasskey(union, made.id);
    expect((await rooms.look(union)).passkeys).toEqual([]);
  });

  law("a record is a whole chain; an altered entry and a cut tail are named", async () => {
    const { union, hospital, mediator } = await opened();
    for (const k of [1, 2, 3]) await rooms.move(union, "room", "said", { text: `Ünïcode “${k}”\n` });
    await rooms.move(union, "party:union", "said", { text: "Among us" });
    await rooms.move(hospital, "party:hospital", "said", { text: "Among them" });
    const text = await rooms.record(union);
    expect(text).not.toContain("Among them");
    expect(checkRecord(text)).toMatchObject({ faults: [], head: { title: "The nurses' contract" } });
    const altered = text.replace("“2”", "“7”");
    const line = altered.split("\n").findIndex((one) => one.includes("“7”")) + 1;
    expect(checkRecord(altered).faults).toMatchObject([{ kind: "altered", line, audience: "room" }]);
    const lines = text.trimEnd().split("\n");
    const last = lines.findLastIndex((one) => one.includes('"audience":"room"'));
    const cut = lines.filter((_, index) => index !== last).join("\n");
    expect(checkRecord(cut).faults).toMatchObject([{ kind: "cut", audience: "room" }]);
    expect(checkRecord(await rooms.record(mediator)).faults).toEqual([]);
  });

  law("600 interleaved tasks see their own rows alone, and nothing outside of the door", async () => {
    const tables = await Promise.all([opened(), opened(), opened()]);
    const seats = tables.flatMap(({ room, ...tokens }) =>
      PARTIES.map((party) => ({ room, party, token: tokens[party] })),
    );
    for (const { token, party, room } of seats)
      await rooms.move(token, `party:${party}`, "said", { text: `${room} ${party}` });
    let foreign = 0;
    const task = async (k: number): Promise<void> => {
      const seat = seats[k % seats.length];
      if (!seat) return;
      await database
        .door(seat.token, async (as) => {
          if (k % 3 === 0) await new Promise((resolve) => setTimeout(resolve, k % 5));
          const rows = await sql<{ room: string; audience: string }>`select room, audience from rooms.events`.execute(
            as,
          );
          const allowed = ["room", `party:${seat.party}`, `mediation:${seat.party}`];
          foreign += rows.rows.filter(({ room, audience }) => room !== seat.room || !allowed.includes(audience)).length;
          if (k % 7 === 0) await sql`select nothing from nowhere`.execute(as).catch(() => {});
          if (k % 11 === 0) throw new Error("midway");
        })
        .catch(() => {});
    };
    const outside: unknown[] = [];
    // So many at once that none waits longer for a connection than is waited for, on a busy machine too.
    for (let first = 0; first < 600; first += 60) {
      const some = Array.from({ length: 60 }, (_, k) => first + k);
      const bare = some
        .filter((k) => k % 7 === 0)
        .map(() => database.door("", (as) => sql<{ n: string }>`select count(*) as n from rooms.events`.execute(as)));
      await Promise.all(some.map(task));
      outside.push(...(await Promise.all(bare)));
    }
    expect(outside).toHaveLength(86);
    expect(foreign).toBe(0);
    for (const one of outside) expect(one).toMatchObject({ rows: [{ n: "0" }] });
  });
});
