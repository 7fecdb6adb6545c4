// Laws of beliefs, of the game between styles, and of tournaments however they are divided.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, issue, numbers } from "../../test/build-case.js";
import type { Case } from "../case/index.js";
import { at, stream } from "../math/index.js";
import { bayesian, frequency } from "./beliefs.js";
import { empiricalGame } from "./empirical-game.js";
import { groundOf, worldIn } from "./ground.js";
import { intervalsOf } from "./interval.js";
import { reachableIn } from "./measures.js";
import { overCases } from "./over-cases.js";
import { playerOf } from "./players.js";
import { packageIn } from "./pool.js";
import { styleOf } from "./styles.js";
import { tournament, tournamentOf, tournamentPart, tournamentSize } from "./tournament.js";
import { signs } from "./world.js";

/** Two who say only in which order they want things. */
const ranked = (): Case =>
  buildCase({
    case: { issues: ["x", "y", "z"].map((id) => issue(id, 4)) },
    interests: [
      {
        party: "a",
        swings: { rank: ["x", "z", "y"] },
        scores: { x: order4(3), y: order4(0), z: order4(3) },
        reservation: { points: 15 },
      },
      {
        party: "b",
        swings: { rank: ["y", "z", "x"] },
        scores: { x: order4(0), y: order4(3), z: order4(0) },
        reservation: { points: 15 },
      },
    ],
  });
const order4 = (best: number) => ({ rank: best === 3 ? ["o3", "o2", "o1", "o0"] : ["o0", "o1", "o2", "o3"] });

const small = {
  models: 100,
  truths: 7,
  games: 2,
  rounds: 8,
  styles: ["boulware", "conceder", "problem-solver"],
} as const;

describe("tournaments on several cases", () => {
  const played = (more: object) => {
    const found = tournament(ranked(), { ...small, ...more });
    if (!found.ok) throw new Error(found.reasons.join());
    return found.value;
  };
  const [first, second] = [played({}), played({ party: "b", seed: 3, truths: 3, games: 1 })];

  it("let each case weigh the same, and say where a style does worst and best", () => {
    const { styles, openings } = overCases([first, second]);
    expect(styles.map(({ style }) => style).sort()).toEqual([...small.styles].sort());
    for (const { style, own, joint, deals, least, most } of styles) {
      const each = [first, second].map(({ byStyle }) => byStyle.find((one) => one.style === style));
      const values = each.map((one) => one?.own.mean ?? Number.NaN);
      expect(own.mean).toBeCloseTo((at(values, 0) + at(values, 1)) / 2, 9);
      expect(joint?.mean).toBeCloseTo(((each[0]?.joint.mean ?? 0) + (each[1]?.joint.mean ?? 0)) / 2, 9);
      expect(deals).toBeCloseTo(((each[0]?.deals ?? 0) + (each[1]?.deals ?? 0)) / 2, 9);
      // Of two cases, a quarter of the resamples holds each alone.
      expect([own.low, own.high]).toEqual([
        expect.closeTo(Math.min(...values), 9),
        expect.closeTo(Math.max(...values), 9),
      ]);
      expect([least.points, most.points]).toEqual([Math.min(...values), Math.max(...values)]);
      expect([values[least.place], values[most.place]]).toEqual([least.points, most.points]);
    }
    const means = openings.map(({ own }) => own.mean);
    expect(means).toEqual([...means].sort((a, b) => b - a));
    expect(openings).toHaveLength(20);
    expect(openings[0]?.best).toBe(true);
  });

  it("of one case say what that one says, without a range", () => {
    const { styles } = overCases([first]);
    for (const { style, own } of styles) {
      const mean = first.byStyle.find((one) => one.style === style)?.own.mean ?? Number.NaN;
      for (const value of Object.values(own)) expect(value).toBeCloseTo(mean, 9);
    }
  });

  it("compare only styles that were played in every case", () => {
    const fewer = played({ styles: ["conceder"] });
    expect(overCases([first, fewer]).styles.map(({ style }) => style)).toEqual(["conceder"]);
    expect(overCases([first, played({ openings: false })]).openings).toEqual([]);
  });
});

describe("a tournament", () => {
  it("is the same bytes however it is divided and in whatever order the parts come", () => {
    const negotiation = ranked();
    const whole = tournament(negotiation, small);
    const parts = [
      [5, 7],
      [0, 2],
      [2, 5],
    ].map(([from = 0, to = 0]) => {
      const part = tournamentPart(negotiation, small, from, to);
      if (!part.ok) throw new Error(part.reasons.join());
      return part.value;
    });
    expect(JSON.stringify(tournamentOf(negotiation, small, parts))).toBe(JSON.stringify(whole));
    expect(() => tournamentOf(negotiation, small, parts.slice(1))).toThrow(/leave out|end at/);
    expect(tournamentSize(negotiation, small)).toEqual({
      ok: true,
      value: { truths: 7, rounds: (3 + 20) * 3 * 2 * 8 },
    });
  });

  it("counts each game once, keeps shares within their bounds, and finds a best opening", () => {
    const found = tournament(ranked(), small);
    if (!found.ok) throw new Error(found.reasons.join());
    const { pairs, byStyle, openings, games, zone } = found.value;
    expect(pairs).toHaveLength(9);
    expect(games).toBe(7 * 2 * (3 + 20) * 3);
    expect(zone).toBe(1);
    for (const { own, others, joint, deals, rounds } of pairs) {
      for (const { mean, low, high } of [own, others, joint]) {
        expect(low).toBeLessThanOrEqual(mean + 1e-9);
        expect(mean).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100 + 1e-9);
      }
      expect(deals).toBeLessThanOrEqual(1);
      expect(rounds).toBeLessThanOrEqual(8);
    }
    expect(openings.some(({ best }) => best)).toBe(true);
    const most = Math.max(...openings.map(({ own }) => own.mean));
    expect(openings.find(({ own }) => own.mean === most)?.best).toBe(true);
    for (const { exploited, own, style } of byStyle) {
      const worst = Math.min(...pairs.filter(({ mine }) => mine === style).map((pair) => pair.own.mean));
      expect(exploited).toBeGreaterThanOrEqual(worst - 1e-9);
      expect(own.mean).toBeGreaterThanOrEqual(worst - 1e-9);
    }
  });

  it("leaves out who has no record to play by, with the reason, and refuses what cannot be played", () => {
    const found = tournament(ranked(), { ...small, truths: 1, styles: ["linear", "as-on-record"] });
    expect(found.ok && found.value.styles).toEqual(["linear"]);
    expect(found.ok && found.value.leftOut[0]).toContain("on record");
    for (const wrong of [
      { rounds: 0 },
      { truths: 1.5 },
      { games: 1e9 },
      { truths: 10_000, games: 1000, rounds: 1 },
      { delay: 0.6 },
      { styles: ["linear", "linear"] },
      { styles: ["x"] },
      { party: "z" },
    ])
      expect(tournament(ranked(), { ...small, ...wrong })).toMatchObject({ ok: false, misuse: true });
    const unmodelled = buildCase({ interests: [numbers("a", { x: 1 }, { x: [0, 1] })] });
    expect(tournament(unmodelled, small)).toMatchObject({ ok: false });
  });

  it("without a zone has no deals, no solution to be far from, and says so", () => {
    const greedy = buildCase({
      case: { issues: [issue("x", 3)] },
      interests: [numbers("a", { x: 1 }, { x: [0, 1, 2] }, 90), numbers("b", { x: 1 }, { x: [2, 1, 0] }, 90)],
    });
    const found = tournament(greedy, { ...small, truths: 1 });
    expect(found.ok && found.value.zone).toBe(0);
    expect(found.ok && found.value.pairs.every(({ deals, fromNash }) => deals === 0 && fromNash === null)).toBe(true);
  });
});

describe("beliefs", () => {
  const found = groundOf(ranked(), { models: 80 });
  if (!found.ok) throw new Error(found.reasons.join());
  const ground = found.value;

  it("make the truth likelier by what a counterpart offers, on the whole and in most truths", () => {
    const truths = 60;
    const gains = Array.from({ length: truths }, (_, truth) => {
      const world = worldIn(ground, [truth, truth]);
      const belief = bayesian(at(ground.models, 1), world.offsets);
      const linear = playerOf({
        world,
        models: ground.models,
        seat: 1,
        style: styleOf("linear"),
        rounds: 20,
        labels: [truth],
        sensible: true,
      });
      for (let round = 0; round < 20; round++) {
        const time = round / 20;
        const act = linear.act({ round, time, standing: -1, by: -1, text: -1 });
        belief.offered(packageIn(world.pool, act), time);
      }
      expect(belief.chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      return Math.log(at(belief.chances, truth) * belief.chances.length);
    });
    expect(gains.reduce((sum, gain) => sum + gain, 0) / truths).toBeGreaterThan(0.1);
    // By chance alone half of them would be: 42 or more of 60 come of it once in a thousand times.
    expect(gains.filter((gain) => gain > 0).length).toBeGreaterThanOrEqual(42);
  });

  it("by counting take for heavy what is held, and for liked what is asked for", () => {
    const belief = frequency(Int32Array.of(0, 2, 4));
    for (const second of [0, 1, 0, 1, 0]) belief.offered([1, second], 0);
    const [a0 = 0, a1 = 0, b0 = 0, b1 = 0] = belief.worth;
    expect(a1).toBeGreaterThan(a0);
    expect(a1).toBeGreaterThan(Math.max(b0, b1));
    // What is left open tells nothing.
    const before = [...belief.worth];
    belief.offered([-1, -1], 0);
    expect([...belief.worth]).toEqual(before.map((value) => expect.closeTo(value, 9)));
  });
});

describe("the game between styles", () => {
  it("of two prisoners ends where both defect", () => {
    const payoffs = [
      [3, 0],
      [5, 1],
    ];
    const game = empiricalGame(payoffs, payoffs);
    expect(game.equilibria).toEqual([[1, 1]]);
    expect(game.replies[0]).toEqual([[1], [1]]);
    expect(at(game.path, game.path.length - 1)[0][1]).toBeGreaterThan(0.99);
    expect(game.exploited[0]).toEqual([0, 1]);
    expect([game.course, game.left]).toEqual(["rests", [[1], [1]]]);
  });

  it("of matching pennies has no pair at rest, and shares stay shares", () => {
    const game = empiricalGame(
      [
        [1, 0],
        [0, 1],
      ],
      [
        [0, 1],
        [1, 0],
      ],
    );
    expect(game.equilibria).toEqual([]);
    for (const sides of game.path) for (const shares of sides) expect(shares[0]! + shares[1]!).toBeCloseTo(1, 9);
  });

  it("in which one style is better by very little is on its way to it, and goes nowhere round", () => {
    const payoffs = [
      [0.502, 0.502],
      [0.5, 0.5],
    ];
    const game = empiricalGame(payoffs, payoffs);
    expect([game.course, game.left[0][0]]).toEqual(["moves", 0]);
    const shares = game.path.map(([mine]) => mine[0] ?? 0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  it("of matching pennies with uneven stakes goes round for ever, and says so", () => {
    const game = empiricalGame(
      [
        [1, 0],
        [0, 0.5],
      ],
      [
        [0, 1],
        [1, 0],
      ],
    );
    expect(game.course).toBe("turns");
    expect(game.left.map((side) => [...side].sort())).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });
});

it("what can be signed goes by the acceptance of the case", () => {
  const written = (acceptance: object) =>
    buildCase({
      case: {
        parties: ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase(), role: "negotiating" })),
        acceptance,
        issues: [issue("x", 3)],
      },
      interests: [
        numbers("a", { x: 1 }, { x: [0, 1, 2] }, 40),
        numbers("b", { x: 1 }, { x: [0, 1, 2] }, 40),
        numbers("c", { x: 1 }, { x: [2, 1, 0] }, 60),
      ],
    });
  const two = tournament(written({ atLeast: 2 }), { ...small, truths: 1 });
  expect(two.ok && two.value.zone).toBe(1);
  expect(two.ok && two.value.byStyle[0]?.own.mean).toBeGreaterThan(0);
  const all = tournament(written({ atLeast: 3 }), { ...small, truths: 1 });
  expect(all.ok && all.value.zone).toBe(0);
});

it("what all could sign is what brute force finds", () => {
  const found = groundOf(ranked(), { models: 20 });
  if (!found.ok) throw new Error(found.reasons.join());
  for (let truth = 0; truth < 20; truth++) {
    const world = worldIn(found.value, [truth, truth]);
    const [a, b] = [at(world.seats, 0), at(world.seats, 1)];
    const signed = Array.from({ length: world.listed }, (_, row) => row).filter(
      (row) => signs(world, a, row) && signs(world, b, row),
    );
    const product = (row: number) => (at(a.values, row) - a.reservation) * (at(b.values, row) - b.reservation);
    const best = Math.max(...signed.map(product));
    const { nash, ideal } = reachableIn(world);
    expect(product(nash)).toBeCloseTo(best, 9);
    expect(ideal[0]).toBeCloseTo(Math.max(...signed.map((row) => at(a.values, row))) - a.reservation, 9);
  }
});

it("an interval holds its mean, is a point where nothing varies, and is narrower the more is known", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 30 }), (values) => {
      const { of } = intervalsOf(values.length, stream("test"));
      const { low, high } = of(Float64Array.from(values));
      expect(low).toBeLessThanOrEqual(high);
      const { low: one, high: other } = of(new Float64Array(values.length).fill(0.5));
      expect([one, other]).toEqual([expect.closeTo(50, 9), expect.closeTo(50, 9)]);
    }),
  );
  const width = (count: number) => {
    const rng = stream("width", count);
    const { low, high } = intervalsOf(count, stream("picks")).of(Float64Array.from({ length: count }, rng));
    return high - low;
  };
  expect(width(400)).toBeLessThan(width(25));
});
