// Laws of the protocol and of the styles, on small random cases and on games whose outcome is published.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, issue, numbers } from "../../test/build-case.js";
import { randomCase } from "../../test/random-case.js";
import { brokenRules } from "../agreements/index.js";
import type { Case } from "../case/index.js";
import { at } from "../math/index.js";
import { perfectOffer } from "./equilibrium.js";
import { type Ground, groundOf, worldIn } from "./ground.js";
import { reachableIn } from "./measures.js";
import { playerOf } from "./players.js";
import { listedPool, packageIn, poolOf } from "./pool.js";
import type { Protocol } from "./protocol.js";
import { ACCEPT, type Player, play, type Trace, WALK } from "./session.js";
import { readStyle, STYLE_NAMES, styleOf } from "./styles.js";
import { firstAtLeast, signs, type World, worldWith } from "./world.js";

const groundIn = (negotiation: Case): Ground => {
  const found = groundOf(negotiation, { models: 50 });
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value;
};
const worldOfCase = (ground: Ground): World =>
  worldIn(
    ground,
    ground.players.map(() => 0),
  );
/** A game between styles, one a seat. */
function game(
  ground: Ground,
  world: World,
  styles: readonly string[],
  rounds: number,
  label: string | number = 1,
  protocol: Exclude<Protocol, "single-text"> = "alternating",
): Trace {
  const players = styles.map((written, seat) => {
    const mixture = readStyle(written);
    if (!mixture.ok) throw new Error(mixture.reasons.join());
    const { style } = at(mixture.value.of, 0);
    return playerOf({ world, models: ground.models, seat, style, rounds, labels: [label] });
  });
  return play(world, players, rounds, 0, protocol);
}
/** Two who divide a pie of so many steps. */
const pie = (steps: number) =>
  buildCase({
    case: { issues: [issue("share", steps + 1)] },
    interests: [
      numbers("a", { share: 1 }, { share: Array.from({ length: steps + 1 }, (_, k) => k) }),
      numbers("b", { share: 1 }, { share: Array.from({ length: steps + 1 }, (_, k) => steps - k) }),
    ],
  });

describe("the packages that are played with", () => {
  it("are all that the rules allow, each once, where they can be listed", () => {
    fc.assert(
      fc.property(randomCase(2), (negotiation) => {
        const { spaces } = groundIn(negotiation);
        const pool = listedPool(spaces.allowed);
        const keys = Array.from({ length: pool.size }, (_, row) => packageIn(pool, row).join());
        const allowed: string[] = [];
        const walk = (before: number[]): void => {
          const next = negotiation.issues[before.length];
          if (next) for (const option of next.options.keys()) walk([...before, option]);
          else if (brokenRules(negotiation, before).length === 0) allowed.push(before.join());
        };
        walk([]);
        expect(keys.sort()).toEqual(allowed.sort());
      }),
      { numRuns: 60 },
    );
  });

  it("are a ladder of each party's values and the frontier, where they cannot: 10^15 are never listed", () => {
    const ids = Array.from({ length: 15 }, (_, k) => `i${k}`);
    const worth = (party: number) =>
      Object.fromEntries(
        ids.map((id, k) => [id, Array.from({ length: 10 }, (_, o) => (o * (7 + 3 * k + party)) % 10)]),
      );
    const negotiation = buildCase({
      case: { issues: ids.map((id) => issue(id, 10)) },
      interests: ["a", "b"].map((party, p) =>
        numbers(party, Object.fromEntries(ids.map((id, k) => [id, 1 + ((k * (p + 2)) % 7)])), worth(p)),
      ),
    });
    const ground = groundIn(negotiation);
    const world = worldOfCase(ground);
    expect(world.pool.complete).toBe(false);
    expect(world.pool.size).toBeLessThan(10_000);
    for (const { sorted, best } of world.seats) {
      expect(best).toBeCloseTo(1, 9);
      // Whatever is aimed at, a package is near.
      for (let k = 1; k < sorted.length; k++) expect(at(sorted, k) - at(sorted, k - 1)).toBeLessThan(0.05);
    }
    expect(game(ground, world, ["boulware", "conceder"], 50).end).toBe("deal");
  });

  it("are found by their value as by looking at each", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.nat(10), (values, wanted) => {
        const sorted = Float64Array.from(values).sort();
        const first = sorted.findIndex((value) => value >= wanted);
        expect(firstAtLeast(sorted, wanted)).toBe(first < 0 ? sorted.length : first);
      }),
    );
  });
});

describe("a game", () => {
  it("ends in a deal that all would sign, or in none, and everybody offers only what it would sign", () => {
    fc.assert(
      fc.property(
        fc.oneof(randomCase(2), randomCase(3)),
        fc.array(
          fc.tuple(
            fc.constantFrom(...STYLE_NAMES),
            fc.constantFrom("next", "const", "combi"),
            fc.constantFrom("bayesian", "frequency"),
          ),
          {
            minLength: 3,
            maxLength: 3,
          },
        ),
        fc.integer({ min: 1, max: 12 }),
        (negotiation, styles, rounds) => {
          const ground = groundIn(negotiation);
          const world = worldOfCase(ground);
          const written = styles.slice(0, world.seats.length).map((parts) => parts.join("/"));
          const trace = game(ground, world, written, rounds);
          expect(trace.acts.length).toBeLessThanOrEqual(rounds * world.seats.length);
          trace.acts.forEach((act, k) => {
            const seat = at(world.seats, at(trace.actors, k));
            if (act >= 0) expect(signs(world, seat, act)).toBe(true);
            if (act === WALK) expect(seat.rows.length).toBe(0);
          });
          expect(trace.deal >= 0).toBe(trace.end === "deal");
          if (trace.deal >= 0) for (const seat of world.seats) expect(signs(world, seat, trace.deal)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is the same for the same labels, and can be another for others", () => {
    const ground = groundIn(pie(60));
    const world = worldOfCase(ground);
    const told = (label: number) => game(ground, world, ["linear", "boulware"], 30, label).acts.join();
    expect(told(1)).toBe(told(1));
    const many = buildCase({
      case: { issues: ["x", "y", "z"].map((id) => issue(id, 6)) },
      interests: ["a", "b"].map((party, p) =>
        numbers(
          party,
          { x: 1, y: 1, z: 1 },
          Object.fromEntries(["x", "y", "z"].map((id) => [id, [0, 1, 2, 3, 4, 5].map((k) => (p === 0 ? k : 5 - k))])),
        ),
      ),
    });
    const other = groundIn(many);
    const there = worldOfCase(other);
    const plays = new Set(
      [1, 2, 3, 4].map((label) => game(other, there, ["linear", "boulware"], 30, label).acts.join()),
    );
    expect(plays.size).toBeGreaterThan(1);
  });

  it("of one round is an offer of everything and its acceptance, as perfect play has it", () => {
    const ground = groundIn(pie(10));
    const world = worldOfCase(ground);
    const trace = game(ground, world, ["linear", "conceder"], 1);
    expect([...trace.acts]).toHaveLength(2);
    expect(trace.deal).toBe(perfectOffer(world, [1, 1], 1));
  });

  it("ends with every time-dependent style at its least, in however few rounds", () => {
    const ground = groundIn(pie(10));
    for (const rounds of [2, 3, 9, 10])
      for (const style of ["boulware", "linear", "conceder", "hard-liner"])
        expect(game(ground, worldOfCase(ground), [style, style], rounds).end).toBe("deal");
  });

  it("ends where only one is left, whatever the acceptance of the case asks for", () => {
    const negotiation = buildCase({
      case: {
        parties: ["a", "b"].map((id) => ({ id, name: id.toUpperCase(), role: "negotiating" })),
        acceptance: { atLeast: 1 },
        issues: [issue("x", 3)],
      },
      interests: ["a", "b"].map((party) => numbers(party, { x: 1 }, { x: [0, 1, 2] }, 150)),
    });
    const ground = groundIn(negotiation);
    expect(game(ground, worldOfCase(ground), ["linear", "linear"], 5)).toMatchObject({ end: "walked", round: 0 });
  });

  it("ends where a player breaks the protocol, and nothing of that counts", () => {
    const ground = groundIn(pie(10));
    const world = worldOfCase(ground);
    const honest = playerOf({
      world,
      models: ground.models,
      seat: 1,
      style: styleOf("linear"),
      rounds: 5,
      labels: [1],
    });
    const cheats: readonly number[] = [ACCEPT, world.pool.size, -7, 1.5, Number.NaN];
    for (const act of cheats) {
      const cheat: Player = { act: () => act, hears: () => {} };
      const trace = play(world, [cheat, honest], 5);
      expect(trace).toMatchObject({ end: "cheated", deal: -1, endedBy: 0 });
      expect([...trace.acts]).toEqual([]);
    }
  });

  it("goes on without who walks out, where enough are left", () => {
    const negotiation = buildCase({
      case: {
        parties: ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase(), role: "negotiating" })),
        acceptance: { atLeast: 2 },
        issues: [issue("x", 3)],
      },
      interests: ["a", "b", "c"].map((party) => numbers(party, { x: 1 }, { x: [0, 1, 2] })),
    });
    const ground = groundIn(negotiation);
    const world = worldOfCase(ground);
    const walks: Player = { act: () => WALK, hears: () => {} };
    const others = [1, 2].map((seat) =>
      playerOf({ world, models: ground.models, seat, style: styleOf("linear"), rounds: 5, labels: [1] }),
    );
    expect(play(world, [walks, ...others], 5).end).toBe("deal");
  });
});

describe("sealed bids", () => {
  it("are opened together, and end with the first round in which one is as good for enough as their own", () => {
    fc.assert(
      fc.property(
        fc.oneof(randomCase(2), randomCase(3)),
        fc.array(fc.constantFrom(...STYLE_NAMES), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 10 }),
        (negotiation, styles, rounds) => {
          const ground = groundIn(negotiation);
          const world = worldOfCase(ground);
          const trace = game(ground, world, styles.slice(0, world.seats.length), rounds, 1, "sealed");
          fc.pre(!trace.acts.includes(WALK));
          const parties = world.seats.length;
          const seats = world.seats.map((_, seat) => seat);
          const played = trace.acts.length / parties;
          const matching = (round: number) =>
            seats
              .map((seat) => at(trace.acts, round * parties + seat))
              .filter((row, _, bids) =>
                world.seats.every(
                  ({ values, crossed }, seat) =>
                    row === at(bids, seat) ||
                    (at(values, row) >= at(values, at(bids, seat)) - 1e-9 && !crossed(packageIn(world.pool, row))),
                ),
              );
          for (let round = 0; round < played; round++) {
            seats.forEach((seat) => {
              expect([at(trace.actors, round * parties + seat), at(trace.rounds, round * parties + seat)]).toEqual([
                seat,
                round,
              ]);
            });
            if (round < played - 1) expect(matching(round)).toEqual([]);
          }
          if (trace.end === "deal") expect(matching(played - 1)).toContain(trace.deal);
          else expect([trace.end, played, matching(played - 1)]).toEqual(["deadline", rounds, []]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("go by the acceptance of the case, but nobody makes a deal alone", () => {
    const written = (acceptance: object) => {
      const negotiation = buildCase({
        case: {
          parties: ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase(), role: "negotiating" })),
          acceptance,
          issues: [issue("x", 3)],
        },
        interests: [
          numbers("a", { x: 1 }, { x: [0, 1, 2] }),
          numbers("b", { x: 1 }, { x: [0, 1, 2] }),
          numbers("c", { x: 1 }, { x: [2, 1, 0] }),
        ],
      });
      return worldOfCase(groundIn(negotiation));
    };
    const bid = (row: number): Player => ({ act: () => row, hears: () => {} });
    const end = (acceptance: object, rows: readonly number[]) => {
      const { end: how, deal } = play(written(acceptance), rows.map(bid), 1, 0, "sealed");
      return [how, deal];
    };
    // A asks for 2, B for 1, C for 0, which is its best.
    expect(end({ atLeast: 2 }, [2, 1, 0])).toEqual(["deal", 2]);
    expect(end({ atLeast: 2, all: ["c"] }, [2, 1, 0])).toEqual(["deadline", -1]);
    expect(end({ atLeast: 2, all: ["c"] }, [2, 2, 2])).toEqual(["deal", 2]);
    expect(end({ atLeast: 1 }, [2, 1, 0])).toEqual(["deal", 2]);
    expect(end({ atLeast: 1 }, [1, 2, 0])).toEqual(["deal", 2]);
  });

  it("are heard of by nobody before all of the round are in", () => {
    const world = worldOfCase(groundIn(pie(10)));
    const told: string[] = [];
    const bidder = (name: string, rows: readonly number[]): Player => ({
      act: ({ round }) => {
        told.push(`${name} bids in ${round}`);
        return at(rows, round);
      },
      hears: (by, _, { round }) => told.push(`${name} hears ${by} of ${round}`),
    });
    const trace = play(world, [bidder("a", [10, 9]), bidder("b", [0, 1])], 2, 0, "sealed");
    expect(trace.end).toBe("deadline");
    expect(told).toEqual([
      "a bids in 0",
      "b bids in 0",
      "b hears 0 of 0",
      "a hears 1 of 0",
      "a bids in 1",
      "b bids in 1",
    ]);
  });

  it("that match both ways are decided by turns, and what is left open or accepted is no bid", () => {
    const world = worldOfCase(groundIn(pie(10)));
    const bids = (rows: readonly number[]): Player => ({ act: ({ round }) => at(rows, round), hears: () => {} });
    // Each asks for less than the other gives: of the first round the first bid is the deal, of the second the second.
    expect(play(world, [bids([4]), bids([6])], 1, 0, "sealed")).toMatchObject({ end: "deal", deal: 4, endedBy: 0 });
    expect(play(world, [bids([10, 4]), bids([0, 6])], 2, 0, "sealed")).toMatchObject({
      end: "deal",
      deal: 6,
      endedBy: 1,
    });
    expect(play(world, [bids([ACCEPT]), bids([0])], 1, 0, "sealed").end).toBe("cheated");
    const open = worldWith(world, [[-1]]);
    expect(play(open, [bids([world.pool.size]), bids([0])], 1, 0, "sealed").end).toBe("cheated");
  });
});

describe("styles", () => {
  it("that concede later get more from the same counterpart (Faratin, Sierra & Jennings, 1998)", () => {
    const ground = groundIn(pie(200));
    const world = worldOfCase(ground);
    const got = ["boulware", "linear", "conceder"].map((style) => {
      const { deal } = game(ground, world, [style, "linear"], 100);
      return at(at(world.seats, 0).values, deal);
    });
    expect(got[0]).toBeGreaterThan(got[1] ?? 1);
    expect(got[1]).toBeGreaterThan(got[2] ?? 1);
  });

  it("of MiCRO alone end where nobody can have more without another having less", () => {
    fc.assert(
      fc.property(randomCase(2), (negotiation) => {
        const ground = groundIn(negotiation);
        const world = worldOfCase(ground);
        const { deal } = game(ground, world, ["micro", "micro"], world.pool.size + 2);
        fc.pre(deal >= 0);
        const [a, b] = [at(world.seats, 0), at(world.seats, 1)];
        for (let row = 0; row < world.listed; row++) {
          if (!signs(world, a, row) || !signs(world, b, row)) continue;
          const better = at(a.values, row) > at(a.values, deal) + 1e-9 && at(b.values, row) > at(b.values, deal) + 1e-9;
          expect(better).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("that accept as combi take in the end what next would not, and never less than was offered in the stretch before", () => {
    const ground = groundIn(pie(40));
    const world = worldOfCase(ground);
    const giving = (rows: readonly number[]): Player => ({ act: ({ round }) => at(rows, round), hears: () => {} });
    // Row k gives the first k of 40; it holds out for all until nine tenths of the time have passed.
    const offers = [...Array.from({ length: 18 }, () => 38), 5, 39];
    const ends = (style: string) => {
      const mixture = readStyle(style);
      if (!mixture.ok) throw new Error(style);
      const { style: own } = at(mixture.value.of, 0);
      const combi = playerOf({ world, models: ground.models, seat: 1, style: own, rounds: 20, labels: [1] });
      return play(world, [giving(offers.map((row) => 40 - row)), combi], 20);
    };
    const { deal, round } = ends("hard-liner/combi");
    expect([deal, round]).toEqual([40 - 39, 19]);
  });

  it("that are principled ask for their best where they think that nothing suits both", () => {
    const greedy = buildCase({
      case: { issues: [issue("x", 5)] },
      interests: [
        numbers("a", { x: 1 }, { x: [0, 1, 2, 3, 4] }, 95),
        numbers("b", { x: 1 }, { x: [4, 3, 2, 1, 0] }, 10),
      ],
    });
    const ground = groundIn(greedy);
    const world = worldOfCase(ground);
    const b = playerOf({ world, models: ground.models, seat: 1, style: styleOf("principled"), rounds: 5, labels: [1] });
    expect(at(at(world.seats, 1).values, b.act({ round: 0, time: 0, standing: -1, by: -1, text: -1 }))).toBe(1);
  });

  it("find what red lines leave among more packages than can be listed", () => {
    const ids = Array.from({ length: 10 }, (_, k) => `i${k}`);
    const negotiation = buildCase({
      case: { issues: [...ids, "z"].map((id) => issue(id, 4)) },
      interests: ["a", "b"].map((party, p) => ({
        ...numbers(
          party,
          { ...Object.fromEntries(ids.map((id, k) => [id, 1 + ((k * (p + 3)) % 5)])), z: 0 },
          { ...Object.fromEntries(ids.map((id) => [id, p === 0 ? [0, 1, 2, 3] : [3, 2, 1, 0]])), z: [0, 1, 2, 3] },
          10,
        ),
        ...(p === 1 && { redLines: [{ id: "l", text: "Never o0 on z.", package: { z: "o0" } }] }),
      })),
    });
    const ground = groundIn(negotiation);
    const world = worldOfCase(ground);
    expect(world.pool.complete).toBe(false);
    expect(at(world.seats, 1).rows.length).toBeGreaterThan(100);
    expect(reachableIn(world).nash).toBeGreaterThanOrEqual(0);
    expect(game(ground, world, ["linear", "linear"], 20).end).toBe("deal");
  });

  it("are read as they are written, and refused by name", () => {
    for (const name of STYLE_NAMES) expect(readStyle(`${name}/combi/frequency`).ok).toBe(true);
    expect(readStyle("boulware:3+micro").ok).toBe(true);
    for (const wrong of ["", "hawk", "linear/hawk", "linear:0", "linear:x", "__proto__", "linear+"])
      expect(readStyle(wrong)).toMatchObject({ ok: false, misuse: true });
  });
});

it("a player for whom waiting costs takes sooner what it would soon offer itself", () => {
  const ground = groundIn(pie(40));
  const world = worldOfCase(ground);
  const ended = (delay: number) => {
    const players = [0, 1].map((seat) =>
      playerOf({ world, models: ground.models, seat, style: styleOf("linear"), rounds: 40, delay, labels: [1] }),
    );
    return play(world, players, 40).round;
  };
  expect(ended(0.2)).toBeLessThan(ended(0));
});

describe("perfect play", () => {
  it.each([
    [0.9, 0.9],
    [0.95, 0.8],
    [0.5, 0.7],
  ])("with patience %s and %s divides a pie as Rubinstein (1982) has it, as near as steps allow", (one, other) => {
    const ground = groundIn(pie(1000));
    const world = worldOfCase(ground);
    const row = perfectOffer(world, [one, other], 400);
    // Each offer is rounded to a step in favour of who waits, and a rounding counts in the offers before, discounted twice.
    const rounding = (1 + Math.max(one, other)) / 1000 / (1 - one * other);
    const share = (1 - other) / (1 - one * other);
    expect(Math.abs(at(at(world.seats, 0).values, row) - share)).toBeLessThanOrEqual(rounding);
    expect(rounding).toBeLessThan(0.011);
  });

  it("of one offer leaves the other nothing more than no deal", () => {
    const ground = groundIn(pie(10));
    const world = worldOfCase(ground);
    expect(at(at(world.seats, 0).values, perfectOffer(world, [1, 1], 1))).toBe(1);
  });
});

it("the pool of a small space is its list", () => {
  const ground = groundIn(pie(10));
  const world = worldOfCase(ground);
  expect(
    poolOf(
      ground.spaces,
      world.seats.map(({ worth }) => worth),
      ground.panel.offsets,
    ).size,
  ).toBe(11);
});
