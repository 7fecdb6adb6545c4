// The protocols of a room, by random play: whatever is tried in whatever order, these laws hold.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { afterSettlement, type Points } from "./after-settlement.js";
import { beginOffers, type OfferMove, type OffersState, offerStanding, playOffer } from "./offers.js";
import type { Played } from "./play.js";
import { answerProposal, beginProposal, proposalOutcome, proposalSeenBy } from "./proposal.js";
import {
  beginSealed,
  placeBid,
  type SealedBid,
  type SealedRule,
  type SealedState,
  sealedSeenBy,
  whereTheyMeet,
} from "./sealed.js";
import { audiencesOf, mayWriteTo, type Seat } from "./seats.js";
import {
  agreedWording,
  beginText,
  bracketOf,
  isTextAgreed,
  mergedWordings,
  playText,
  type SingleTextState,
  signedText,
  type TextMove,
  UNNAMED,
} from "./single-text.js";

const PARTIES = ["a", "b", "c"] as const;
const party = fc.constantFrom(...PARTIES);
/** Somebody, now and then somebody who is no party. */
const anyone = fc.oneof({ weight: 9, arbitrary: party }, { weight: 1, arbitrary: fc.constant("mallory") });
const name = fc.constantFrom("o1", "o2", "o3", "__proto__", "toString");
const instant = fc.integer({ min: 0, max: 50 });

/** What a move leads to, and that a refused one changes nothing. */
function after<State>(state: State, made: Played<State>): State {
  return made.ok ? made.state : state;
}

describe("offers", () => {
  const move: fc.Arbitrary<OfferMove> = fc.oneof(
    fc.record({
      kind: fc.constant("offer" as const),
      id: name,
      by: anyone,
      package: fc.constantFrom<Record<string, string>>({ price: "low" }, { price: "high", days: "30" }, {}),
      if: fc.constantFrom<Record<string, string>>({}, { days: "10" }, { port: "open" }),
      until: fc.option(instant, { nil: null }),
      counters: fc.option(name, { nil: null }),
    }),
    fc.record({
      kind: fc.constant("answer" as const),
      offer: name,
      by: anyone,
      answer: fc.constantFrom("accepted" as const, "refused" as const),
    }),
    fc.record({ kind: fc.constant("withdraw" as const), offer: name, by: anyone }),
  );
  const game = fc.tuple(fc.integer({ min: 2, max: 3 }), fc.array(fc.tuple(move, instant), { maxLength: 40 }));
  const play = (
    size: number,
    moves: readonly (readonly [OfferMove, number])[],
    each: (before: OffersState, state: OffersState) => void,
  ) => {
    let state = beginOffers(PARTIES.slice(0, size));
    for (const [one, at] of moves) {
      const before = state;
      state = after(state, playOffer(state, one, at));
      each(before, state);
    }
    return state;
  };

  it("that were agreed, refused or withdrawn stay so, whatever is done later and whatever the clock says", () => {
    fc.assert(
      fc.property(game, instant, ([size, moves], later) => {
        play(size, moves, (before, state) => {
          for (const offer of Object.values(before.offers)) {
            const then = offerStanding(offer, before.parties, before.now);
            const now = state.offers[offer.id];
            if (!now) throw new Error("an offer is gone");
            if (then === "open" || then === "expired") continue;
            expect(offerStanding(now, state.parties, Math.max(state.now, later))).toBe(then);
          }
          expect(state.now).toBeGreaterThanOrEqual(before.now);
        });
      }),
    );
  });

  it("are agreed exactly when every other party has accepted them in time, before anybody refused", () => {
    fc.assert(
      fc.property(game, ([size, moves]) => {
        const parties = PARTIES.slice(0, size);
        /** Told of each offer, in order, by what the machine took. */
        const told = new Map<string, string[]>();
        let state = beginOffers(parties);
        for (const [one, at] of moves) {
          const made = playOffer(state, one, at);
          if (!made.ok) continue;
          const now = Math.max(state.now, at);
          if (one.kind === "answer") {
            const offer = state.offers[one.offer];
            expect(offer?.until ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(now);
            expect(offer?.by).not.toBe(one.by);
            told.set(one.offer, [...(told.get(one.offer) ?? []), `${one.by} ${one.answer}`]);
          }
          if (one.kind === "offer" && one.counters !== null)
            told.set(one.counters, [...(told.get(one.counters) ?? []), `${one.by} countered`]);
          state = made.state;
        }
        for (const offer of Object.values(state.offers)) {
          const others = parties.filter((one) => one !== offer.by);
          const answers = told.get(offer.id) ?? [];
          // One answer a party.
          expect(new Set(answers.map((one) => one.split(" ")[0])).size).toBe(answers.length);
          expect(offerStanding(offer, parties, state.now) === "agreed").toBe(
            others.every((one) => answers.includes(`${one} accepted`)),
          );
        }
      }),
    );
  });

  it("are not made in another's name, twice, empty, on a condition within themselves, or for a time that has passed", () => {
    const begin = beginOffers(["a", "b"]);
    const offer = {
      kind: "offer",
      id: "o",
      by: "a",
      package: { x: "1" },
      if: {},
      until: null,
      counters: null,
    } as const;
    const why = (more: object, at = 10) => {
      const made = playOffer(begin, { ...offer, ...more }, at);
      return made.ok ? null : made.why;
    };
    expect(why({})).toBeNull();
    expect(why({ by: "c" })).toBe("no-party");
    expect(why({ package: {} })).toBe("empty-package");
    expect(why({ if: { x: "2" } })).toBe("condition-in-package");
    expect(why({ until: 10 })).toBe("past-expiry");
    expect(why({ counters: "none" })).toBe("unknown");
    const made = playOffer(begin, { ...offer, until: 20 }, 10);
    if (!made.ok) throw new Error(made.why);
    const answer = (by: string, at: number) => {
      const next = playOffer(made.state, { kind: "answer", offer: "o", by, answer: "accepted" }, at);
      return next.ok ? offerStanding(next.state.offers.o ?? never(), ["a", "b"], at) : next.why;
    };
    expect([answer("a", 11), answer("b", 20), answer("b", 21)]).toEqual(["own", "agreed", "expired"]);
    expect(playOffer(made.state, offer, 11)).toEqual({ ok: false, why: "name-taken" });
  });
});

const never = (): never => {
  throw new Error("it is not there");
};

const NUMBER: SealedRule = { form: "number", more: "a", less: "b", rounds: 10 };
const PACKAGES: SealedRule = { form: "packages", parties: PARTIES, packages: ["p", "q", "r"], rounds: 10 };
const amount = fc.integer({ min: -20, max: 20 }).map((value): SealedBid => ({ form: "number", amount: value }));
const points = fc
  .dictionary(fc.constantFrom("p", "q", "r"), fc.integer({ min: 1, max: 100 }), { minKeys: 1 })
  .map((worth): SealedBid => ({ form: "packages", points: worth }));

function bidAll(state: SealedState, bids: readonly (readonly [string, SealedBid])[]): SealedState {
  return bids.reduce((so, [by, bid]) => after(so, placeBid(so, by, bid)), state);
}

describe("sealed bids", () => {
  it("of a number settle in the middle exactly where they meet, and else begin a new round that knows nothing of them", () => {
    fc.assert(
      fc.property(amount, amount, (least, most) => {
        const state = bidAll(beginSealed(NUMBER), [
          ["a", least],
          ["b", most],
        ]);
        if (least.form !== "number" || most.form !== "number") return;
        const meets = least.amount <= most.amount;
        expect(state.agreed).toBe(meets ? (least.amount + most.amount) / 2 : null);
        expect(state.round).toBe(meets ? 1 : 2);
        // What nobody may read is not there to be read.
        expect(Object.keys(state.bids)).toEqual([]);
      }),
    );
  });

  it("of packages settle on one that all would take, with the largest product of points (brute force)", () => {
    fc.assert(
      fc.property(points, points, points, (a, b, c) => {
        const agreed = whereTheyMeet(PACKAGES, { a, b, c });
        const product = (which: string) =>
          [a, b, c].reduce((so, bid) => so * (bid.form === "packages" ? (bid.points[which] ?? 0) : 0), 1);
        const all = ["p", "q", "r"].filter((one) => product(one) > 0);
        if (agreed === null) expect(all).toEqual([]);
        else expect(product(String(agreed))).toBe(Math.max(...all.map(product)));
      }),
    );
  });

  it("tell a party nothing but its own bid until they meet: whatever the other bids, and whether it has (non-interference)", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { maxLength: 4 }), amount, fc.boolean(), (rounds, other, has) => {
        // Two histories that differ in b's bids alone, of which none meets.
        const misses = rounds.map(([one, another]): readonly [SealedBid, SealedBid, SealedBid] => [
          { form: "number", amount: 100 },
          one,
          another,
        ]);
        let [left, right] = [beginSealed(NUMBER), beginSealed(NUMBER)];
        for (const [own, one, another] of misses) {
          left = bidAll(left, [
            ["a", own],
            ["b", one],
          ]);
          right = bidAll(right, [
            ["b", another],
            ["a", own],
          ]);
          expect(sealedSeenBy(left, "a")).toEqual(sealedSeenBy(right, "a"));
        }
        left = has ? bidAll(left, [["b", other]]) : left;
        for (const seat of ["a", null]) expect(sealedSeenBy(left, seat)).toEqual(sealedSeenBy(right, seat));
      }),
    );
  });

  it("are placed once a round, by a party, in the form that is asked for, and not after a settlement", () => {
    const one = placeBid(beginSealed(NUMBER), "a", { form: "number", amount: 5 });
    if (!one.ok) throw new Error(one.why);
    const why = (state: SealedState, by: string, bid: SealedBid) => {
      const made = placeBid(state, by, bid);
      return made.ok ? null : made.why;
    };
    expect(why(one.state, "a", { form: "number", amount: 4 })).toBe("bid-already");
    expect(why(one.state, "c", { form: "number", amount: 4 })).toBe("no-party");
    expect(why(one.state, "b", { form: "packages", points: { p: 1 } })).toBe("bad-bid");
    expect(why(one.state, "b", { form: "number", amount: Number.NaN })).toBe("bad-bid");
    const settled = bidAll(one.state, [["b", { form: "number", amount: 7 }]]);
    expect(settled.agreed).toBe(6);
    expect(why(settled, "a", { form: "number", amount: 5 })).toBe("settled");
    for (const bad of [{}, { z: 1 }, { p: 0 }, { p: 101 }, { p: Number.NaN }])
      expect(why(beginSealed(PACKAGES), "a", { form: "packages", points: bad as Points })).toBe("bad-bid");
  });
});

describe("a mediator's proposal", () => {
  it("is told to be agreed exactly when all said yes, and before the last answer nothing is told", () => {
    const answers = fc.array(fc.tuple(anyone, fc.constantFrom("yes" as const, "no" as const)), { maxLength: 12 });
    fc.assert(
      fc.property(answers, (given) => {
        let state = beginProposal(PARTIES, { price: "low" });
        const first = new Map<string, string>();
        for (const [by, answer] of given) {
          const made = answerProposal(state, by, answer);
          expect(made.ok).toBe(PARTIES.some((one) => one === by) && !first.has(by));
          if (made.ok) first.set(by, answer);
          state = after(state, made);
          const all = PARTIES.map((one) => first.get(one));
          const expected = all.includes(undefined)
            ? "waiting"
            : all.every((one) => one === "yes")
              ? "agreed"
              : "not-agreed";
          expect(proposalOutcome(state)).toBe(expected);
        }
      }),
    );
  });

  it("shows nobody the answer of another: two games with the same outcome and the same own answer look the same", () => {
    const answer = fc.constantFrom("yes" as const, "no" as const);
    fc.assert(
      fc.property(fc.tuple(answer, answer, answer), fc.tuple(answer, answer, answer), (one, another) => {
        const game = (given: readonly ("yes" | "no")[]) =>
          given.reduce(
            (so, said, at) => after(so, answerProposal(so, PARTIES[at] ?? "", said)),
            beginProposal(PARTIES, {}),
          );
        const [left, right] = [game(one), game(another)];
        if (proposalOutcome(left) !== proposalOutcome(right)) return;
        for (const [at, seat] of [...PARTIES.entries(), [-1, null] as const])
          if (at < 0 || one[at] === another[at])
            expect(proposalSeenBy(left, seat)).toEqual(proposalSeenBy(right, seat));
      }),
    );
  });
});

describe("a single text", () => {
  const DRAFT = [
    { id: "one", text: "The price is ten." },
    { id: "two", text: "" },
  ];
  const move: fc.Arbitrary<TextMove> = fc.oneof(
    fc.record({
      kind: fc.constant("propose" as const),
      clause: fc.constantFrom("one", "two", "none"),
      text: fc.constantFrom("x", "y", " ", "z"),
      by: anyone,
    }),
    fc.record({
      kind: fc.constant("agree" as const),
      clause: fc.constantFrom("one", "two"),
      wording: fc.integer({ min: -1, max: 4 }),
      by: anyone,
    }),
    fc.record({ kind: fc.constant("take-back" as const), clause: fc.constantFrom("one", "two"), by: anyone }),
  );

  it("is agreed exactly when every party last agreed to the same words of every clause, and loses no word", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(move, instant), { maxLength: 40 }), (moves) => {
        let state: SingleTextState = beginText(["a", "b"], DRAFT);
        const stands = new Map<string, number>();
        for (const [one, at] of moves) {
          const before = state;
          const made = playText(state, one, at);
          state = after(state, made);
          for (const { id, history } of Object.values(before.clauses))
            expect(state.clauses[id]?.history.slice(0, history.length).map(({ text, by }) => [text, by])).toEqual(
              history.map(({ text, by }) => [text, by]),
            );
          if (!made.ok) continue;
          const key = `${one.clause} ${one.by}`;
          if (one.kind === "take-back") stands.delete(key);
          else
            stands.set(key, one.kind === "agree" ? one.wording : (state.clauses[one.clause]?.history.length ?? 0) - 1);
        }
        const agreed = DRAFT.map(({ id }) => {
          const own = ["a", "b"].map((by) => stands.get(`${id} ${by}`));
          return own[0] !== undefined && own[0] === own[1] ? own[0] : null;
        });
        for (const [at, { id }] of DRAFT.entries()) {
          const clause = state.clauses[id] ?? never();
          expect(agreedWording(state.parties, clause)?.n ?? null).toBe(agreed[at]);
          // A bracket has no more alternatives than parties.
          expect(bracketOf(state.parties, clause).length).toBeLessThanOrEqual(2);
        }
        expect(isTextAgreed(state)).toBe(agreed.every((one) => one !== null));
      }),
    );
  });

  it("shows what stood in the draft until every party holds to something, and what each holds to", () => {
    const begin = beginText(["a", "b"], DRAFT);
    const shown = (state: SingleTextState, id: string) =>
      bracketOf(state.parties, state.clauses[id] ?? never()).map(({ text }) => text);
    expect([shown(begin, "one"), shown(begin, "two")]).toEqual([["The price is ten."], []]);
    const one = { kind: "propose", clause: "one", text: "It is nine.", by: "a" } as const;
    const other = after(begin, playText(begin, one, 0));
    expect(shown(other, "one")).toEqual(["The price is ten.", "It is nine."]);
    const both = after(other, playText(other, { ...one, text: "It is eight.", by: "b" }, 0));
    expect(shown(both, "one")).toEqual(["It is nine.", "It is eight."]);
    const held = after(other, playText(other, { ...one, text: "The price is ten.", by: "b" }, 0));
    expect(held.clauses.one?.history).toHaveLength(2);
    expect(held.clauses.one?.history[0]?.agreedBy).toEqual(["b"]);
    const moves = [
      { kind: "propose", clause: "two", text: "Nine.", by: "a" },
      { kind: "propose", clause: "two", text: "Eight.", by: "b" },
    ] as const;
    const two = moves.reduce((so, one, at) => after(so, playText(so, one, at)), begin);
    expect(shown(two, "two")).toEqual(["Nine.", "Eight."]);
    expect(shown(after(two, playText(two, { kind: "agree", clause: "two", wording: 1, by: "a" }, 3)), "two")).toEqual([
      "Eight.",
    ]);
  });
});

describe("a text of which clauses are left out", () => {
  const begin = beginText(
    ["a", "b"],
    [
      { id: "one", text: "The price is ten." },
      { id: "two", text: "" },
    ],
  );
  const leaveOut = (clause: string, by: string): TextMove => ({ kind: "propose", clause, text: "", by });
  const played = (moves: readonly TextMove[]) =>
    moves.reduce((so, move, at) => after(so, playText(so, move, at)), begin);

  it("is agreed, unless nothing is left of it", () => {
    const words: TextMove = { kind: "propose", clause: "two", text: "Nine.", by: "a" };
    const agreed: TextMove = { ...words, by: "b" };
    const some = played([leaveOut("one", "a"), leaveOut("one", "b"), words, agreed]);
    expect(isTextAgreed(some)).toBe(true);
    expect(signedText("T", { one: "First", two: "Second" }, some)).toBe("T\n\nSecond\nNine.");
    const none = played(["one", "two"].flatMap((id) => [leaveOut(id, "a"), leaveOut(id, "b")]));
    expect(isTextAgreed(none)).toBe(false);
  });

  it("shows no more than the last three wordings without a name, and keeps all", () => {
    const unnamed = ["A", "B", "C", "D", "E"].map(
      (text): TextMove => ({ kind: "propose", clause: "two", text, by: UNNAMED }),
    );
    const two = played(unnamed).clauses.two ?? never();
    expect(bracketOf(["a", "b"], two).map(({ text }) => text)).toEqual(["C", "D", "E"]);
    expect(two.history).toHaveLength(5);
  });
});

describe("several wordings as one", () => {
  it("keep what they share, and stand in one bracket where they differ", () => {
    expect(mergedWordings(["Pay rises by 3 % a year.", "Pay rises by 5 % a year."])).toBe(
      "Pay rises by [3 | 5] % a year.",
    );
    expect(mergedWordings(["One.", "Two.", "One."])).toBe("[One. | Two.]");
    expect(mergedWordings(["Paid monthly.", "Paid monthly. In euros."])).toBe("Paid [monthly. | monthly. In euros.]");
    expect(mergedWordings(["Only."])).toBe("Only.");
    expect(mergedWordings([])).toBe("");
  });

  it("lose no word of any", () => {
    const words = fc
      .array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 6 })
      .map((all) => all.join(" "));
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (texts) => {
        const merged = mergedWordings(texts);
        const [head = "", middle, tail = ""] = merged.split(/[[\]]/);
        const read = (middle === undefined ? [""] : middle.split(" | ")).map((one) =>
          [head, one, tail].join(" ").split(" ").filter(Boolean).join(" "),
        );
        expect(new Set(read)).toEqual(new Set(texts));
      }),
    );
  });
});

describe("after the settlement", () => {
  const given = fc.dictionary(fc.constantFrom("p", "q", "r", "s"), fc.integer({ min: 0, max: 6 }));

  it("is a package that nobody likes less and somebody likes better, with the best gains of all (brute force)", () => {
    fc.assert(
      fc.property(given, given, (a, b) => {
        const found = afterSettlement([a, b], "p");
        const gain = (of: Points, one: string) => (of[one] ?? Number.NaN) - (of.p ?? Number.NaN);
        const better = ["q", "r", "s"].filter(
          (one) => gain(a, one) >= 0 && gain(b, one) >= 0 && gain(a, one) + gain(b, one) > 0,
        );
        if (found === null) {
          expect(better).toEqual([]);
          return;
        }
        expect(better).toContain(found);
        const rank = (one: string) => [gain(a, one) * gain(b, one), gain(a, one) + gain(b, one)] as const;
        const [product, sum] = rank(found);
        for (const one of better) {
          const [p, s] = rank(one);
          expect(p < product || (p === product && s <= sum)).toBe(true);
        }
      }),
    );
  });
});

describe("seats", () => {
  it("of a party read the room, their own side and what goes to the mediator; nobody else reads a party's own side", () => {
    const seats: Seat[] = [
      ...PARTIES.map((one): Seat => ({ id: one, role: "party", party: one, signs: true })),
      { id: "m", role: "mediator", party: null, signs: false },
      { id: "o", role: "observer", party: null, signs: false },
    ];
    for (const seat of seats) {
      const heard = audiencesOf(seat, PARTIES);
      expect(heard).toContain("room");
      for (const one of PARTIES) {
        expect(heard.includes(`party:${one}`)).toBe(seat.party === one);
        expect(heard.includes(`mediation:${one}`)).toBe(seat.party === one || seat.role === "mediator");
      }
      expect(mayWriteTo(seat, PARTIES, "room")).toBe(seat.role !== "observer");
    }
  });
});
