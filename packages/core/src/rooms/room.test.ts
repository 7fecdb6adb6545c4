// A room as one seat sees it, by random play over all of its streams; the record of a room; and what a mediator makes of confidences.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkRecord, entryHash, type RecordEntry } from "./audit.js";
import { chances, type GivenBy } from "./chances.js";
import type { RoomMatter } from "./matter.js";
import { type Confidence, type RoomEntry, readMove } from "./moves.js";
import {
  beginRoom,
  hearEntry,
  isConfidenceOf,
  ownWordingKey,
  type RoomSeat,
  type RoomState,
  textDigest,
  withSeats,
} from "./room.js";
import { bracketOf, isTextAgreed, UNNAMED } from "./single-text.js";

const MATTER: RoomMatter = {
  title: "A wall",
  about: null,
  parties: [
    { id: "a", name: "Ada" },
    { id: "b", name: "Ben" },
  ],
  issues: [
    {
      id: "height",
      name: "Height",
      unit: "m",
      gives: ["a"],
      today: "1",
      options: ["1", "2", "3"].map((id) => ({ id, name: id })),
    },
    {
      id: "cost",
      name: "Cost",
      unit: null,
      gives: ["b"],
      today: "none",
      options: ["none", "half", "all"].map((id) => ({ id, name: id })),
    },
  ],
};
const seat = (id: string, role: RoomSeat["role"], party: string | null, signs = false): RoomSeat => ({
  id,
  role,
  party,
  signs,
  name: id,
  came: true,
  gone: false,
});
const SEATS = [
  seat("sa", "party", "a", true),
  seat("sa2", "party", "a"),
  seat("sb", "party", "b", true),
  seat("m", "mediator", null),
];
const begun = beginRoom(MATTER, SEATS);

const id = fc.constantFrom("x", "y", "z");
const named = fc.constantFrom<Record<string, string>>(
  { height: "2" },
  { height: "3", cost: "half" },
  { cost: "all" },
  {},
  { height: "9" },
);
const text = fc.constantFrom("One", "Two", "");
const body: Record<string, fc.Arbitrary<object>> = {
  said: fc.record({ text }),
  came: fc.constant({}),
  seat: fc.record({ seat: id }),
  offer: fc.record({
    id,
    package: named,
    if: named,
    until: fc.option(fc.integer({ min: 0, max: 99 }), { nil: null }),
    counters: fc.option(id, { nil: null }),
    note: text,
  }),
  answer: fc.record({ offer: id, answer: fc.constantFrom("accepted", "refused") }),
  withdraw: fc.record({ offer: id }),
  sealed: fc.record({
    id,
    about: fc.constant("Height"),
    rule: fc.constantFrom<object>(
      { form: "number", more: "a", less: "b", rounds: 2 },
      { form: "number", more: "a", less: "a", rounds: 2 },
      { form: "packages", parties: ["a", "b"], packages: ["x", "y"], rounds: 2 },
    ),
    packages: fc.constantFrom<object>({}, { x: { height: "2" }, y: { height: "3" } }, { x: { height: "7" }, y: {} }),
  }),
  bid: fc.record({ sealed: id, round: fc.integer({ min: 1, max: 3 }) }),
  opened: fc.record({ sealed: id, round: fc.integer({ min: 1, max: 3 }), agreed: fc.constantFrom(null, 2.5, "x") }),
  proposal: fc.record({ id, package: named }),
  consent: fc.record({ proposal: id }),
  answered: fc.record({ proposal: id, agreed: fc.boolean() }),
  text: fc.constantFrom<object>(
    {
      title: "T",
      clauses: [
        { id: "x", heading: "H", text: "One" },
        { id: "y", heading: "H", text: "" },
      ],
    },
    {
      title: "T",
      clauses: [
        { id: "x", heading: "H", text: "One" },
        { id: "x", heading: "H", text: "Two" },
      ],
    },
    {
      title: "T",
      clauses: [
        {
          id: "x",
          heading: "H",
          text: "[]",
          alternatives: [
            { by: "a", text: "Ada's" },
            { by: "b", text: "Ben's" },
          ],
        },
      ],
    },
  ),
  wording: fc.record({ clause: id, text, unnamed: fc.constant(true) }, { requiredKeys: ["clause", "text"] }),
  worded: fc.record({ clause: id, text }),
  unsign: fc.constant({}),
  agree: fc.record({ clause: id, wording: fc.integer({ min: 0, max: 3 }) }),
  "agree-all": fc.record({ wordings: fc.dictionary(id, fc.integer({ min: 0, max: 3 }), { maxKeys: 2 }) }),
  "take-back": fc.record({ clause: id }),
  sign: fc.record({ digest: fc.constantFrom("0".repeat(64), "right") }),
  ask: fc.record({
    id,
    question: fc.constantFrom<object>(
      { what: "ranks", issues: ["height"] },
      { what: "ranks", issues: ["depth"] },
      { what: "would-take", package: { height: "2" } },
      { what: "rather", packages: [{ height: "2" }, { height: "4" }] },
      { what: "note", text: "Why?" },
    ),
  }),
  give: fc.record({ id, asked: fc.option(id, { nil: null }), digest: fc.constant("1".repeat(64)) }),
  revoke: fc.record({ given: id }),
  draft: fc.record({ id, package: named, if: named, note: text }),
  approve: fc.record({ draft: id, digest: fc.constant("0".repeat(64)) }),
  better: fc.record({
    id,
    packages: fc.constantFrom<object>({ x: { height: "2" }, y: { cost: "all" } }, { x: { height: "2" } }),
    signed: id,
  }),
  weighed: fc.record({ settlement: id }),
  found: fc.record({ settlement: id, package: fc.constantFrom(null, "x", "y") }),
  link: fc.record({ seat: id }),
  clause: fc.record({ id, after: fc.option(id, { nil: null }), heading: text, text }),
  nonsense: fc.constant({ a: 1 }),
};
const STREAMS = ["room", "party:a", "party:b", "mediation:a", "mediation:b"];
const told = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .constantFrom(...Object.keys(body))
      .chain((kind) => fc.record({ kind: fc.constant(kind), body: body[kind] as fc.Arbitrary<unknown> })),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom(...Object.keys(body), "__proto__", "toString"), body: fc.anything() }),
  },
);
const entry = fc.record({
  audience: fc.constantFrom(...STREAMS, "room", "room"),
  at: fc.integer({ min: 0, max: 100 }),
  seat: fc.constantFrom("sa", "sa2", "sb", "m", "stranger", null),
  told,
});
const history = fc.array(entry, { maxLength: 60 }).map((all) => {
  const seqs = new Map<string, number>();
  return all.map(({ audience, at, seat: by, told: { kind, body: said } }): RoomEntry => {
    const seq = (seqs.get(audience) ?? 0) + 1;
    seqs.set(audience, seq);
    return { audience, seq, at, seat: by, kind, body: said };
  });
});
/** A signature that was asked for is one of the text as it then stands. */
const hear = (state: RoomState, one: RoomEntry): RoomState => {
  const asks = one.kind === "sign" && (one.body as { digest?: string } | null)?.digest === "right";
  return hearEntry(state, asks && state.text ? { ...one, body: { digest: textDigest(state.text) } } : one);
};
const play = (entries: readonly RoomEntry[], state = begun) => entries.reduce(hear, state);
const without = ({ read: _, ...state }: RoomState) => state;

describe("a room", () => {
  it("comes to the same in whatever order its streams are read, each from its beginning", () => {
    fc.assert(
      fc.property(history, (entries) => {
        const byStream = STREAMS.toReversed().flatMap((stream) =>
          entries.filter(({ audience }) => audience === stream),
        );
        const [one, other] = [play(entries), play(byStream)];
        expect({ ...other, sealed: one.sealed, proposals: one.proposals, settlements: one.settlements }).toEqual(one);
        for (const name of Object.keys(one.sealed))
          expect(other.sealed[name]?.agreed).toEqual(one.sealed[name]?.agreed);
      }),
    );
  });

  it("is not changed by an entry that was read before, nor by one that its kind's rules refuse", () => {
    fc.assert(
      fc.property(history, (entries) => {
        const state = play(entries);
        expect(play(entries, state)).toBe(state);
        const next: RoomEntry = {
          audience: "room",
          seq: 999,
          at: 1,
          seat: "sa",
          kind: "answer",
          body: { offer: "nowhere", answer: "accepted" },
        };
        expect(without(hearEntry(state, next))).toEqual(without(state));
      }),
    );
  });

  it("looks to a side as if what others do among themselves were not there", () => {
    fc.assert(
      fc.property(history, (entries) => {
        const own = entries.filter(({ audience }) => ["room", "party:a", "mediation:a"].includes(audience));
        const state = play(own);
        expect(Object.keys(state.said).every((audience) => !audience.endsWith(":b"))).toBe(true);
        expect(Object.values(state.given).every(({ party }) => party === "a")).toBe(true);
        expect(Object.values(state.asked).every(({ party }) => party === "a")).toBe(true);
      }),
    );
  });

  it("names no issue, option or party that is not of its matter, and nobody but the room opens bids", () => {
    fc.assert(
      fc.property(history, (entries) => {
        const state = play(entries);
        const packages = [
          ...Object.values(state.offers.offers).flatMap((one) => [one.package, one.if]),
          ...Object.values(state.proposals).map((one) => one.package),
          ...Object.values(state.drafts).map((one) => one.package),
          ...Object.values(state.sealed).flatMap((one) => Object.values(one.packages)),
        ];
        for (const one of packages) expect(isConfidenceOf(MATTER, { what: "least", package: one })).toBe(true);
        const opened = entries.filter(
          ({ kind, seat: by, audience }) => kind === "opened" && by === null && audience === "room",
        );
        if (opened.length === 0) for (const one of Object.values(state.sealed)) expect(one.agreed).toBe(null);
      }),
    );
  });

  it("keeps a text as it is from the first signature on, which is one of exactly its words", () => {
    fc.assert(
      fc.property(history, (entries) => {
        let state = begun;
        for (const one of entries) {
          const before = state.text;
          state = hear(state, one);
          if (!before || Object.keys(before.signed).length === 0) continue;
          expect(state.text?.state).toEqual(before.state);
          expect(isTextAgreed(before.state)).toBe(true);
          for (const { digest } of Object.values(before.signed)) expect(digest).toBe(textDigest(before));
        }
      }),
    );
  });

  it("begins a text with what each side is on record for, until it agrees to something", () => {
    const say = (seq: number, by: string, kind: string, said: object): RoomEntry => ({
      audience: "room",
      seq,
      at: seq,
      seat: by,
      kind,
      body: said,
    });
    const draft = {
      title: "T",
      clauses: [
        {
          id: "x",
          heading: "H",
          text: "[]",
          alternatives: [
            { by: "a", text: "Ada's" },
            { by: "b", text: "Ben's" },
          ],
        },
      ],
    };
    const standing = (state: RoomState) =>
      bracketOf(["a", "b"], state.text?.state.clauses.x ?? { id: "", history: [] }).map((one) => one.text);
    let state = play([say(1, "m", "text", draft)]);
    expect(standing(state)).toEqual(["Ada's", "Ben's"]);
    state = hear(state, say(2, "sa", "agree", { clause: "x", wording: 1 }));
    expect(standing(state)).toEqual(["Ben's"]);
    state = hear(state, say(3, "sb", "agree-all", { wordings: { x: 1 } }));
    expect(state.text && isTextAgreed(state.text.state)).toBe(true);
    state = hear(state, say(4, "sa", "sign", { digest: "right" }));
    expect(state.text?.signed.a).toMatchObject({ seat: "sa", at: 4 });
    expect(withSeats(state, []).seats).toEqual({});
  });
});

describe("a signature", () => {
  const say = (seq: number, seat: string, kind: string, body: object): RoomEntry => ({
    ...{ audience: "room", seq, at: seq, seat, kind },
    body,
  });
  const agreed = play([
    say(1, "m", "text", { title: "T", clauses: [{ id: "x", heading: "H", text: "Words" }] }),
    say(2, "sa", "agree", { clause: "x", wording: 0 }),
    say(3, "sb", "agree", { clause: "x", wording: 0 }),
    say(4, "sa", "sign", { digest: "right" }),
  ]);

  it("is taken back until all have signed, and then the text can be changed again", () => {
    const other = { clause: "x", text: "Other words" };
    expect(hear(agreed, say(5, "sa", "wording", other)).text).toEqual(agreed.text);
    expect(hear(agreed, say(5, "sb", "unsign", {})).text).toEqual(agreed.text);
    const back = hear(agreed, say(5, "sa", "unsign", {}));
    expect(back.text?.signed).toEqual({});
    expect(hear(back, say(6, "sa", "wording", other)).text?.state.clauses.x?.history).toHaveLength(2);
    const whole = hear(agreed, say(5, "sb", "sign", { digest: "right" }));
    expect(hear(whole, say(6, "sa", "unsign", {})).text).toEqual(whole.text);
  });
});

describe("words without a name", () => {
  const clauses = [{ id: "x", heading: "H", text: "Old words" }];
  const say = (seq: number, by: string | null, said: object, audience = "room", kind = "wording"): RoomEntry => ({
    ...{ audience, seq, at: seq, kind, body: said },
    seat: by,
  });
  const begun = play([say(1, "m", { title: "T", clauses }, "room", "text")]);

  it("come from the room itself, never from a seat, and nobody agrees to them by that", () => {
    const unnamed = { clause: "x", text: "New words", unnamed: true };
    const state = hear(begun, say(2, null, unnamed));
    expect(state.text?.state.clauses.x?.history.at(-1)).toMatchObject({ text: "New words", by: UNNAMED, agreedBy: [] });
    for (const by of ["sa", "m"]) expect(hear(begun, say(2, by, unnamed)).text).toEqual(begun.text);
    expect(hear(begun, say(2, null, { clause: "x", text: "New words" })).text).toEqual(begun.text);
    const agree = { clause: "x", wording: 0 };
    expect(hear(begun, say(2, null, agree, "room", "agree")).text).toEqual(begun.text);
  });

  it("are known to the side that wrote them, and to it alone", () => {
    const own = hear(begun, say(1, "sa", { clause: "x", text: " New words " }, "party:a", "worded"));
    expect(Object.keys(own.ownWordings)).toEqual([ownWordingKey("x", "New words")]);
  });
});

describe("a draft", () => {
  it("is approved by what it says", () => {
    const tell = (seq: number, seat: string, kind: string, said: object): RoomEntry => ({
      ...{ audience: "party:a", seq, at: seq, kind, seat },
      body: said,
    });
    const terms = { id: "x", package: { height: "2", cost: "half" }, if: {} };
    const state = hear(begun, tell(1, "sa2", "draft", terms));
    const digest = state.drafts.x?.digest ?? "";
    const turned = { ...terms, package: { cost: "half", height: "2" } };
    expect(hear(begun, tell(1, "sa2", "draft", turned)).drafts.x?.digest).toBe(digest);
    for (const other of [
      { ...terms, if: { cost: "all" } },
      { ...terms, note: "Now" },
      { ...terms, package: {} },
    ])
      expect(hear(begun, tell(1, "sa2", "draft", other)).drafts.x?.digest).not.toBe(digest);
    const approved = (by: string) =>
      hear(state, tell(2, "sa", "approve", { draft: "x", digest: by })).drafts.x?.approvedBy;
    expect(approved(digest)).toEqual(["sa"]);
    expect(approved("0".repeat(64))).toEqual([]);
  });
});

describe("a move", () => {
  it("is read from anything, and is null or exactly of its kind", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(body), "__proto__"), fc.anything(), (kind, said) => {
        const read = readMove(kind, said);
        if (read) expect(readMove(kind, read.body)).toEqual(read);
      }),
    );
    expect(readMove("__proto__", {})).toBe(null);
    // Words that look like others, and words that nobody sees.
    for (const text of ["\u20673 % – 5 %\u2069", "pay\u200b", "\u200d", "\u{e0041}", "\u202e"])
      expect(readMove("wording", { clause: "x", text })).toBe(null);
    for (const text of ["", "نص", "a\u200cb", "👩‍⚕️"]) expect(readMove("wording", { clause: "x", text })).not.toBe(null);
  });
});

describe("the record of a room", () => {
  const said = fc.array(
    fc.record({
      audience: fc.constantFrom("room", "party:a"),
      kind: fc.constant("said"),
      body: fc.string({ unit: "grapheme" }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const recordOf = (entries: readonly { audience: string; kind: string; body: string }[]) => {
    const heads = new Map<string, { seq: number; hash: string }>();
    const lines = entries.map((one, k): RecordEntry => {
      const last = heads.get(one.audience) ?? { seq: 0, hash: "" };
      const made = {
        ...one,
        seq: last.seq + 1,
        at: String(1000 + k),
        seat: k % 2 === 0 ? "sa" : null,
        prev: last.hash,
      };
      const hash = entryHash("r", made);
      heads.set(one.audience, { seq: made.seq, hash });
      return { ...made, hash };
    });
    const head = {
      parleyRoom: 1,
      room: "r",
      title: "T",
      streams: [...heads].map(([audience, of]) => ({ audience, ...of })),
    };
    return [head, ...lines].map((line) => JSON.stringify(line));
  };

  it("is whole as it was written, and names the first entry of a stream that was altered", () => {
    fc.assert(
      fc.property(
        said,
        fc.nat(),
        fc.constantFrom("body", "kind", "at", "seat", "hash", "prev"),
        (entries, at, field) => {
          const lines = recordOf(entries);
          expect(checkRecord(`${lines.join("\n")}\n`)).toMatchObject({ entries: entries.length, faults: [] });
          const which = 1 + (at % entries.length);
          const bent = JSON.parse(lines[which] ?? "") as Record<string, string | null>;
          bent[field] =
            field === "at"
              ? "7"
              : field === "hash" || field === "prev"
                ? "0".repeat(64)
                : field === "seat"
                  ? "eve"
                  : `${bent[field]}x`;
          const { faults } = checkRecord(lines.with(which, JSON.stringify(bent)).join("\n"));
          expect(faults[0]).toMatchObject({ kind: "altered", line: which + 1, audience: bent.audience });
        },
      ),
    );
  });

  it("names an entry that was taken out, an end that was cut off and an end that was added", () => {
    fc.assert(
      fc.property(said, fc.nat(), (entries, at) => {
        const lines = recordOf(entries);
        const which = 1 + (at % entries.length);
        const { audience } = JSON.parse(lines[which] ?? "") as RecordEntry;
        const later = lines.slice(which + 1).some((line) => (JSON.parse(line) as RecordEntry).audience === audience);
        const { faults } = checkRecord(lines.toSpliced(which, 1).join("\n"));
        expect(faults).toMatchObject([{ kind: later ? "missing" : "cut", audience }]);
        const head = JSON.parse(lines[0] ?? "") as { streams: { audience: string; seq: number }[] };
        const short = { ...head, streams: head.streams.map((one) => ({ ...one, seq: one.seq - 1, hash: "" })) };
        expect(checkRecord(lines.with(0, JSON.stringify(short)).join("\n")).faults[0]).toMatchObject({
          kind: "other-end",
        });
      }),
    );
    expect(checkRecord("").faults).toEqual([{ kind: "no-record" }]);
    expect(checkRecord("{}\n{}").faults).toEqual([{ kind: "no-record" }]);
    expect(
      checkRecord(`${recordOf([{ audience: "room", kind: "said", body: "x" }]).join("\n")}\nnonsense`).faults,
    ).toEqual([{ kind: "unreadable", line: 3 }]);
  });

  it("has the hash that SHA-256 gives for the entry, written out", () => {
    // printf '\nr\nroom\n1\n5\n-\nsaid\n{}' | sha256sum
    const one = { prev: "", audience: "room", seq: 1, at: "5", seat: null, kind: "said", body: "{}" };
    expect(entryHash("r", one)).toBe("1c6016b9bd2a3fa2dceec917e251d06b057b75b1c678a3ece9feefe50a9604c0");
  });
});

describe("what a mediator makes of what she was given", () => {
  const least = (named: Record<string, string>): Confidence => ({ what: "least", package: named });
  const both = (a: readonly Confidence[], b: readonly Confidence[]): GivenBy[] => [
    { party: "a", given: a },
    { party: "b", given: b },
  ];

  it("is nothing while a party has not told what it would take, but for what to ask it", () => {
    const found = chances(MATTER, both([least({ height: "2", cost: "all" })], []));
    expect(found.known.map(({ kind }) => kind)).toEqual(["models", "untold"]);
    expect(found.packages).toEqual([]);
    expect(found.ask).toEqual(
      ["a", "b"].map((party) => ({ party, question: { what: "ranks", issues: ["height", "cost"] } })),
    );
  });

  it("is sure of what each side said that it would take, and of all that is better for it", () => {
    // Ada gives height and gets cost; Ben the other way round.
    const found = chances(MATTER, both([least({ height: "2", cost: "half" })], [least({ height: "2", cost: "half" })]));
    const same = found.packages.find(({ package: named }) => named.height === "2" && named.cost === "half");
    expect(same?.chance).toBe(1);
    for (const { chance, byParty } of found.packages)
      expect(chance).toBeCloseTo((byParty.a ?? 0) * (byParty.b ?? 0), 12);
  });

  it("agrees with what it was told of single packages, and says where that does not fit together", () => {
    const takes = (named: Record<string, string>, yes: boolean): Confidence => ({
      what: "would-take",
      package: named,
      yes,
    });
    const worse = { height: "3", cost: "none" };
    const contradictory = chances(
      MATTER,
      both([least({ height: "2", cost: "half" }), takes(worse, true)], [least(worse)]),
    );
    expect(contradictory.known[0]).toEqual({ party: "a", kind: "contradictory" });
    expect(contradictory.packages).toEqual([]);
    const open = { height: "3", cost: "all" };
    for (const yes of [true, false]) {
      const { packages } = chances(
        MATTER,
        both([least({ height: "2", cost: "half" }), takes(open, yes)], [least(open)]),
      );
      const one = packages.find(({ package: named }) => JSON.stringify(named) === JSON.stringify(open));
      if (yes) expect(one?.byParty.a).toBe(1);
      else expect(one).toBe(undefined);
    }
    const rather: Confidence = {
      what: "rather",
      package: { height: "1", cost: "none" },
      than: { height: "2", cost: "all" },
    };
    expect(chances(MATTER, both([least({ height: "1" }), rather], [least({ height: "1" })])).known[0]?.kind).toBe(
      "models",
    );
  });

  it("is the same for the same seed, and asks next about what it knows least", () => {
    const given = both(
      [{ what: "ranks", issues: ["height", "cost"] }, least({ height: "2", cost: "half" })],
      [{ what: "ranks", issues: ["cost"] }, least({ height: "3", cost: "half" })],
    );
    const found = chances(MATTER, given);
    expect(chances(MATTER, given)).toEqual(found);
    for (const { question } of found.ask) expect(question.what).toBe("would-take");
    expect(chances({ ...MATTER, issues: [] }, given)).toEqual({
      known: MATTER.parties.map(({ id: party }) => ({ party, kind: "untold" })),
      packages: [],
      ask: [],
    });
  });

  it("climbs where there are too many packages to look at each, to what it would have found", () => {
    const issues = Array.from({ length: 10 }, (_, k) => ({
      id: `i${k}`,
      name: `I${k}`,
      unit: null,
      gives: [k % 2 === 0 ? "a" : "b"],
      today: "0",
      options: ["0", "1", "2"].map((one) => ({ id: one, name: one })),
    }));
    const large = { ...MATTER, issues };
    const { packages } = chances(large, both([least({})], [least({})]));
    // Today is taken by both, and nothing is likelier than certain.
    expect(packages[0]?.chance).toBe(1);
  });
});
