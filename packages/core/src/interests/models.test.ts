import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, issue, numbers, type WrittenCase } from "../../test/build-case.js";
import { chiSquared, chiSquaredCritical, mean } from "../../test/statistics.js";
import { checkInterests } from "./check.js";
import { type Drawing, drawModels, type Models } from "./models.js";
import { type Preferences, preferencesOf } from "./preferences.js";
import { PRIORS, type Prior } from "./state.js";

const ISSUES = [issue("x", 4), issue("y", 3), issue("z", 2)];
const SCORES = { x: { prefer: "more" }, y: { prefer: "less" }, z: { prefer: "more" } };
const AS_OF = "2020-06-30";

function preferencesFor(interests: Record<string, unknown>, more: WrittenCase = {}): Preferences {
  const built = buildCase({
    ...more,
    case: { issues: ISSUES, ...more.case },
    interests: [{ party: "a", scores: SCORES, ...interests }],
  });
  const [first] = built.interests;
  if (!first) throw new Error("no interests");
  return preferencesOf(built, first, AS_OF);
}

function draw(
  preferences: Preferences,
  options: { models?: number; seed?: number; prior?: Prior; drawing?: Drawing } = {},
): Models {
  const { models = 2000, seed = 1, prior = "independent", drawing } = options;
  const drawn = drawModels(preferences, { models, seed, prior, ...(drawing && { drawing }) });
  if (!drawn.ok) throw new Error(drawn.reasons.join("\n"));
  return drawn.value;
}

const weight = (models: Models, issueAt: number) =>
  Float64Array.from({ length: models.count }, (_, k) => models.weights[k * 3 + issueAt] ?? 0);
const score = (models: Models, flat: number) =>
  Float64Array.from({ length: models.count }, (_, k) => models.scores[k * 9 + flat] ?? 0);
/** Value of a package (option positions) in every model. */
const values = (models: Models, options: readonly number[]) =>
  Float64Array.from({ length: models.count }, (_, k) =>
    options.reduce((sum, option, i) => sum + (models.worth[k * 9 + (models.offsets[i] ?? 0) + option] ?? 0), 0),
  );

describe("weights from swing ranks", () => {
  it("have the ordered means of a Dirichlet distribution of shape 2.5 under a full ranking", () => {
    const models = draw(preferencesFor({ swings: { rank: ["y", "x", "z"] } }), { models: 20_000 });
    expect(models.drawing).toBe("exact");
    const [most = 0, middle = 0, least = 0] = orderedMeans();
    expect(most + middle + least).toBeCloseTo(1, 9);
    [middle, most, least].forEach((expected, i) =>
      expect(Math.abs(mean(weight(models, i)) - expected)).toBeLessThan(0.004),
    );
  });

  it("are in every order that a partial ranking leaves, alike often: tiers and unranked issues", () => {
    // Only x before z is said: the six orders shrink to three, equally likely.
    const models = draw(preferencesFor({ swings: { rank: ["x", "z"] } }), { models: 30_000 });
    const orders = new Map<string, number>();
    for (let k = 0; k < models.count; k++) {
      const order = [0, 1, 2]
        .sort((a, b) => (models.weights[k * 3 + b] ?? 0) - (models.weights[k * 3 + a] ?? 0))
        .join("");
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect([...orders.keys()].sort()).toEqual(["012", "021", "102"]);
    expect(chiSquared([...orders.values()], 10_000)).toBeLessThan(chiSquaredCritical(2));
    const tiers = draw(preferencesFor({ swings: { rank: [["x", "z"], "y"] } }), { models: 30_000 });
    const zFirst = Array.from(
      { length: tiers.count },
      (_, k) => (tiers.weights[k * 3 + 2] ?? 0) > (tiers.weights[k * 3] ?? 0),
    ).filter(Boolean).length;
    expect(chiSquared([zFirst, tiers.count - zFirst], 15_000)).toBeLessThan(chiSquaredCritical(1));
    expect(Math.abs(mean(weight(tiers, 1)) - (orderedMeans()[2] ?? 0))).toBeLessThan(0.003);
  });

  it.each(["exact", "hit-and-run"] as const)(
    "stand in another order than stated as often as Mallows' model says, where ranks are not sure (%s)",
    (drawing) => {
      const said = { swings: { rank: ["x", "y", "z"], certainty: "fairly-sure" } };
      const count = drawing === "exact" ? 30_000 : 8000;
      const models = draw(preferencesFor(said), { drawing, models: count });
      // By the pairs that stand the other way round: φ to that power, φ = 0.3.
      const pairs = { "012": 0, "021": 1, "102": 1, "120": 2, "201": 2, "210": 3 };
      const all = Object.values(pairs).reduce((sum, reversed) => sum + 0.3 ** reversed, 0);
      for (const [order, reversed] of Object.entries(pairs)) {
        const found = orderOf(models).filter((one) => one === order).length / count;
        // Four standard errors; chains remember, so that theirs are as of a third as many.
        const error = 4 * Math.sqrt(0.25 / (drawing === "exact" ? count : count / 3));
        expect(Math.abs(found - 0.3 ** reversed / all), order).toBeLessThan(error);
      }
    },
  );
});

/** Issues in the order of their weights, in every model. */
const orderOf = (models: Models): string[] =>
  Array.from({ length: models.count }, (_, k) =>
    [0, 1, 2].sort((a, b) => (models.weights[k * 3 + b] ?? 0) - (models.weights[k * 3 + a] ?? 0)).join(""),
  );

/** Means of the largest, middle and least of three weights of density (xyz)^1.5, by a fine grid over the simplex. */
function orderedMeans(): number[] {
  const sums = [0, 0, 0];
  let whole = 0;
  const cells = 600;
  for (let i = 0; i < cells; i++)
    for (let j = 0; i + j < cells; j++) {
      const [x, y] = [(i + 1 / 3) / cells, (j + 1 / 3) / cells];
      const point = [x, y, 1 - x - y];
      const density = Math.max(0, x * y * (1 - x - y)) ** 1.5;
      whole += density;
      point
        .sort((a, b) => b - a)
        .forEach((value, k) => {
          sums[k] = (sums[k] ?? 0) + density * value;
        });
    }
  return sums.map((sum) => sum / whole);
}

describe("scores", () => {
  it("are 0 at the worst and 1 at the best, in the order given, with equals equal", () => {
    const models = draw(preferencesFor({ scores: { ...SCORES, x: { rank: ["o2", ["o1", "o3"], "o0"] } } }));
    expect(new Set(score(models, 2))).toEqual(new Set([1]));
    expect(new Set(score(models, 0))).toEqual(new Set([0]));
    expect(score(models, 1)).toEqual(score(models, 3));
    // One free level between 0 and 1: uniform.
    expect(Math.abs(mean(score(models, 1)) - 0.5)).toBeLessThan(0.025);
  });

  it("have the stated step as their largest, with the mean of the largest of three uniform spacings (11/18)", () => {
    const models = draw(preferencesFor({ scores: { ...SCORES, x: { prefer: "more", largestStep: ["o1", "o2"] } } }), {
      models: 20_000,
    });
    const steps = Array.from({ length: models.count }, (_, k) =>
      [0, 1, 2].map((i) => (models.scores[k * 9 + i + 1] ?? 0) - (models.scores[k * 9 + i] ?? 0)),
    );
    expect(steps.every(([a = 0, b = 0, c = 0]) => b >= a && b >= c)).toBe(true);
    expect(Math.abs(mean(steps.map(([, b = 0]) => b)) - 11 / 18)).toBeLessThan(0.004);
  });

  it("have steps that shrink toward the best under the diminishing prior, except where the largest is stated", () => {
    const models = draw(preferencesFor({ scores: { ...SCORES, y: { prefer: "more", largestStep: ["o1", "o2"] } } }), {
      prior: "diminishing",
    });
    for (let k = 0; k < models.count; k++) {
      const x = [1, 2, 3].map((i) => (models.scores[k * 9 + i] ?? 0) - (models.scores[k * 9 + i - 1] ?? 0));
      expect((x[0] ?? 0) >= (x[1] ?? 0) && (x[1] ?? 0) >= (x[2] ?? 0)).toBe(true);
      expect(models.scores[k * 9 + 5] ?? 0).toBeLessThanOrEqual(0.5);
    }
  });
});

describe("intervals and answers", () => {
  const said = {
    swings: { rank: ["x", "y", "z"], intervals: { x: [0.5, 0.6] } },
    scores: { ...SCORES, x: { prefer: "more", intervals: { o1: [0.2, 0.7] } } },
    reservation: { between: ["today", { x: "o3" }] },
    answers: [
      { prefer: { x: "o2" }, to: { x: "o1", z: "o1" } },
      { prefer: { x: "o3", y: "o2" }, to: "no-deal" },
    ],
  };

  it.each(["rejection", "hit-and-run"] as const)("hold in every model (%s)", (drawing) => {
    for (const prior of PRIORS) {
      const models = draw(preferencesFor(said), { drawing, prior, models: 500 });
      const [better, worse, top] = [values(models, [2, 0, 0]), values(models, [1, 0, 1]), values(models, [3, 2, 0])];
      const [today, ceiling] = [values(models, [0, 0, 0]), values(models, [3, 0, 0])];
      for (let k = 0; k < models.count; k++) {
        const [wx = 0, wy = 0, wz = 0] = models.weights.subarray(3 * k, 3 * k + 3);
        const r = models.reservation[k] ?? 0;
        expect(wx).toBeGreaterThanOrEqual(0.5 - 1e-9);
        expect(wx).toBeLessThanOrEqual(0.6 + 1e-9);
        expect(wy).toBeGreaterThanOrEqual(wz - 1e-9);
        expect(wx + wy + wz).toBeCloseTo(1, 9);
        expect(models.scores[9 * k + 1]).toBeGreaterThanOrEqual(0.2 - 1e-9);
        expect(models.scores[9 * k + 1]).toBeLessThanOrEqual(0.7 + 1e-9);
        expect(better[k]).toBeGreaterThanOrEqual((worse[k] ?? 0) - 1e-9);
        expect(top[k]).toBeGreaterThanOrEqual(r - 1e-9);
        expect(r).toBeGreaterThanOrEqual((today[k] ?? 0) - 1e-9);
        expect(r).toBeLessThanOrEqual((ceiling[k] ?? 0) + 1e-9);
      }
    }
  });

  it("are drawn from one and the same distribution by chains as by rejection", () => {
    const preferences = preferencesFor(said);
    const [chains, rejected] = [
      draw(preferences, { drawing: "hit-and-run", models: 3000 }),
      draw(preferences, { drawing: "rejection", models: 3000 }),
    ];
    for (const read of [
      (m: Models) => weight(m, 0),
      (m: Models) => weight(m, 1),
      (m: Models) => score(m, 1),
      (m: Models) => score(m, 2),
      (m: Models) => m.reservation,
    ]) {
      const [a, b] = [read(chains), read(rejected)];
      const spread = Math.sqrt(mean(b.map((value) => (value - mean(b)) ** 2)));
      // Two means of 3,000: five standard errors, doubled for the memory that chains keep.
      expect(Math.abs(mean(a) - mean(b))).toBeLessThan((10 * spread) / Math.sqrt(3000));
    }
  });
});

describe("the reservation value", () => {
  const points = (reservation: unknown, more: Record<string, unknown> = {}) =>
    draw(
      preferencesFor({
        swings: { points: { x: 2, y: 1, z: 1 } },
        scores: {
          x: { points: { o0: 0, o1: 1, o2: 2, o3: 4 } },
          y: { points: { o0: 0, o1: 1, o2: 2 } },
          z: { points: { o0: 0, o1: 1 } },
        },
        reservation,
        ...more,
      }),
    );

  it("is the number given, one model, no band", () => {
    const models = points({ points: 40 });
    expect([models.count, models.drawing]).toEqual([1, "numbers"]);
    expect(models.reservation[0]).toBeCloseTo(0.4, 12);
  });

  it("changes by so much a month from its date to the as-of day", () => {
    expect(points({ points: 40, pointsPerMonth: -2, date: "2020-01-30" }).reservation[0]).toBeCloseTo(0.3, 12);
  });

  it("is uniform on an interval", () => {
    const models = points({ points: [20, 40] });
    expect(models.count).toBe(2000);
    expect(Math.abs(mean(models.reservation) - 0.3)).toBeLessThan(0.006);
    expect(Math.min(...models.reservation)).toBeGreaterThanOrEqual(0.2);
  });

  it("is the value of the package it is as good as, or of no deal", () => {
    expect(points({ asGoodAs: { x: "o2" } }).reservation[0]).toBeCloseTo(0.25, 12);
    const withNoDeal = preferencesFor(
      { swings: { points: { x: 2, y: 1, z: 1 } }, scores: SCORES, reservation: undefined },
      { case: { issues: ISSUES, noDeal: { z: "o1" } } },
    );
    const models = draw(withNoDeal);
    const worths = values(models, [0, 0, 1]);
    expect(models.reservation.every((r, k) => Math.abs(r - (worths[k] ?? 0)) < 1e-12)).toBe(true);
  });

  it("is the best of what is had without the deal", () => {
    const alternatives = [
      { id: "low", points: 10 },
      { id: "high", points: 50, pointsPerMonth: 1, date: "2020-05-30" },
      { id: "later", points: 90, date: "2020-07-01" },
    ];
    expect(points({ points: 30 }, { alternatives }).reservation[0]).toBeCloseTo(0.51, 12);
  });

  it("holds a preference for no deal against any one of several alternatives", () => {
    const preferences = preferencesFor({
      reservation: { asGoodAs: "today" },
      alternatives: [{ id: "other", points: [0, 100] }],
      answers: [{ prefer: "no-deal", to: { x: "o2", y: "o2" } }],
    });
    for (const drawing of ["rejection", "hit-and-run"] as const) {
      const models = draw(preferences, { drawing, models: 400 });
      const refused = values(models, [2, 2, 0]);
      expect(models.reservation.every((r, k) => r >= (refused[k] ?? 1) - 1e-9)).toBe(true);
    }
  });

  it("lies below every offer of the party's own, unless that is marked as a bluff, withdrawn or later", () => {
    const record = { offers: [{ id: "own", date: "2020-03", by: "a", package: { x: "o1", y: "o2" } }] };
    const noDeal = { issues: ISSUES, noDeal: { y: "o0", z: "o1" } };
    const share = (more: Record<string, unknown>, offers = record.offers) => {
      const models = draw(preferencesFor(more, { case: noDeal, record: { offers } }));
      const own = values(models, [1, 2, 0]);
      return (
        Array.from(own, (value, k) => value >= (models.reservation[k] ?? 0) - 1e-9).filter(Boolean).length /
        models.count
      );
    };
    expect(share({})).toBe(1);
    expect(share({ bluffs: ["own"] })).toBeLessThan(0.9);
    expect(share({}, [{ ...record.offers[0], withdrawn: "2020-04" } as never])).toBeLessThan(0.9);
    expect(share({}, [{ ...record.offers[0], date: "2020-07" } as never])).toBeLessThan(0.9);
  });
});

describe("what is said of walking away", () => {
  const swings = { rank: ["x", "y", "z"] };
  const noDeal = { case: { issues: ISSUES, noDeal: { y: "o1", z: "o0" } } };
  // Every form in which a reservation can be said; none of them rules anything out here.
  const forms: [string, Record<string, unknown>][] = [
    ["no deal", {}],
    ["points", { reservation: { points: 30 } }],
    ["an interval", { reservation: { points: [10, 90] } }],
    ["as good as a package", { reservation: { asGoodAs: { x: "o2" } } }],
    ["between two packages", { reservation: { between: ["today", { x: "o3", z: "o1" }] } }],
    [
      "alternatives",
      {
        alternatives: [
          { id: "one", points: [0, 40] },
          { id: "two", points: [20, 60] },
        ],
      },
    ],
    [
      "an answer that every model agrees with",
      { reservation: { points: [10, 90] }, answers: [{ prefer: { x: "o3", y: "o0", z: "o1" }, to: "no-deal" }] },
    ],
  ];

  it.each(forms)("moves neither weights nor scores where it rules nothing out: %s", (_, said) => {
    const [plain, told] = [draw(preferencesFor({ swings }, noDeal)), draw(preferencesFor({ swings, ...said }, noDeal))];
    expect(told.weights).toEqual(plain.weights);
    expect(told.scores).toEqual(plain.scores);
  });

  it("leaves the least of three ranked swings at the median of its own distribution", () => {
    const between = draw(
      preferencesFor(
        { swings, reservation: { between: ["no-deal", "today"] } },
        {
          case: { issues: ISSUES, noDeal: { x: "o0", y: "o2", z: "o0" } },
        },
      ),
      { models: 4000 },
    );
    const alone = draw(preferencesFor({ swings }), { models: 20_000, seed: 7 });
    const [sorted, plain] = [weight(between, 2).sort(), weight(alone, 2).sort()];
    expect(Math.abs((sorted[2000] ?? 0) - (plain[10_000] ?? 1))).toBeLessThan(0.006);
  });

  it("leaves out just the models in which no such reservation exists, and draws it uniformly in the others", () => {
    const preferences = preferencesFor({
      swings,
      reservation: { between: [{ x: "o1" }, { y: "o0", x: "o0", z: "o1" }] },
    });
    const models = draw(preferences, { models: 4000 });
    const [low, high] = [values(models, [1, 0, 0]), values(models, [0, 0, 1])];
    const places = Array.from(models.reservation, (r, k) => (r - (low[k] ?? 0)) / ((high[k] ?? 0) - (low[k] ?? 0)));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThanOrEqual(1);
    const tenths = Array.from(
      { length: 10 },
      (_, k) => places.filter((place) => Math.min(9, Math.floor(10 * place)) === k).length,
    );
    expect(
      chiSquared(
        tenths,
        tenths.map(() => 400),
      ),
    ).toBeLessThan(chiSquaredCritical(9));
  });

  it("draws several alternatives uniformly from those of which one is good enough", () => {
    const preferences = preferencesFor({
      swings: { points: { x: 2, y: 1, z: 1 } },
      scores: {
        x: { points: { o0: 0, o1: 1, o2: 2, o3: 3 } },
        y: { points: { o0: 2, o1: 1, o2: 0 } },
        z: { prefer: "more" },
      },
      reservation: { asGoodAs: "today" },
      alternatives: [
        { id: "one", points: [0, 60] },
        { id: "two", points: [20, 80] },
      ],
      // Worth 50 of 100: x at its best.
      answers: [{ prefer: "no-deal", to: { x: "o3", y: "o2", z: "o0" } }],
    });
    const models = draw(preferences, { models: 6000 });
    const points = Array.from(
      { length: models.count },
      (_, k) => [models.points[2 * k] ?? 0, models.points[2 * k + 1] ?? 0] as const,
    );
    expect(points.every(([one, two]) => Math.max(one, two) >= 0.5 - 1e-12)).toBe(true);
    // The box is 0.6 wide and high; one alone is large enough on 0.1 × 0.3, two alone on 0.5 × 0.3, both on 0.1 × 0.3.
    const parts = [
      points.filter(([one, two]) => one >= 0.5 && two < 0.5).length,
      points.filter(([one, two]) => one < 0.5 && two >= 0.5).length,
      points.filter(([one, two]) => one >= 0.5 && two >= 0.5).length,
    ];
    expect(
      chiSquared(
        parts,
        [1 / 7, 5 / 7, 1 / 7].map((share) => 6000 * share),
      ),
    ).toBeLessThan(chiSquaredCritical(2));
  });
});

describe("statements that no model agrees with", () => {
  it("are refused, and just those in conflict are named", () => {
    const preferences = preferencesFor({
      swings: { rank: ["x", "y", "z"], intervals: { y: [0.05, 0.9] } },
      answers: [
        { prefer: { y: "o1" }, to: { y: "o2" } },
        { prefer: { z: "o1", y: "o2" }, to: { x: "o3", y: "o2" } },
      ],
    });
    const drawn = drawModels(preferences, { models: 10, seed: 1, prior: "independent" });
    expect(drawn.ok).toBe(false);
    const [reason = ""] = drawn.ok ? [] : drawn.reasons;
    expect(reason).toContain('prefers "z o1, y o2" to "x o3, y o2"');
    expect(reason).not.toContain("y o1");
    expect(reason).not.toContain("weight");
  });

  it("are not claimed where many preferences for no deal each have several ways to hold", () => {
    const answers = Array.from({ length: 12 }, () => ({ prefer: "no-deal", to: { x: "o1" } }));
    const alternatives = [
      { id: "one", points: 10 },
      { id: "other", points: 60 },
    ];
    const preferences = preferencesFor({
      swings: { rank: ["y", "x", "z"] },
      reservation: { asGoodAs: "today" },
      alternatives,
      answers,
    });
    expect(drawModels(preferences, { models: 10, seed: 1, prior: "independent" }).ok).toBe(true);
  });

  it("are an error of the check, at the statement; those that leave nearly none, a warning", () => {
    const problems = (answers: unknown) =>
      checkInterests(
        buildCase({
          case: { issues: ISSUES },
          interests: [{ party: "a", scores: SCORES, swings: { rank: ["x", "y", "z"] }, answers }],
        }),
        AS_OF,
      );
    expect(problems([{ prefer: { z: "o1", y: "o2" }, to: { x: "o3", y: "o2" } }])[0]?.severity).toBe("error");
    const tight = checkInterests(
      buildCase({
        case: { issues: ISSUES },
        interests: [
          {
            party: "a",
            scores: SCORES,
            swings: { rank: ["x", "y", "z"], intervals: { x: [0.334, 0.3345], y: [0.3335, 0.334] } },
          },
        ],
      }),
      AS_OF,
    );
    expect(tight.map(({ severity }) => severity)).toEqual(["warning"]);
    expect(tight[0]?.message).toContain("nearly no room");
    expect(problems([{ prefer: { x: "o3" }, to: { z: "o1" } }])).toEqual([]);
  });
});

describe("drawing", () => {
  it("gives the same models for the same seed, and others for another", () => {
    const preferences = preferencesFor({ swings: { rank: ["x", "y", "z"] } });
    expect(draw(preferences, { seed: 7 }).worth).toEqual(draw(preferences, { seed: 7 }).worth);
    expect(draw(preferences, { seed: 7 }).worth).not.toEqual(draw(preferences, { seed: 8 }).worth);
  });

  it("finds a model whenever one was hidden in what is said, and every model agrees (random statements)", () => {
    const hidden = fc.record({
      weights: fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 3 }),
      middle: fc.tuple(fc.double({ min: 0.1, max: 0.9, noNaN: true }), fc.double({ min: 0.1, max: 0.9, noNaN: true })),
      pairs: fc.array(fc.tuple(fc.tuple(fc.nat(3), fc.nat(2), fc.nat(1)), fc.tuple(fc.nat(3), fc.nat(2), fc.nat(1))), {
        maxLength: 5,
      }),
    });
    fc.assert(
      fc.property(hidden, ({ weights, middle, pairs }) => {
        const [m1, m2] = [Math.min(...middle), Math.max(...middle)];
        const x = [0, m1, m2, 1];
        const worth = ([a, b, c]: readonly [number, number, number]) =>
          (weights[0] ?? 0) * (x[a] ?? 0) + ((weights[1] ?? 0) * (2 - b)) / 2 + (weights[2] ?? 0) * c;
        const name = ([a, b, c]: readonly [number, number, number]) => ({ x: `o${a}`, y: `o${b}`, z: `o${c}` });
        const clear = pairs.filter(([one, other]) => Math.abs(worth(one) - worth(other)) > 0.5);
        const answers = clear.map(([one, other]) =>
          worth(one) > worth(other) ? { prefer: name(one), to: name(other) } : { prefer: name(other), to: name(one) },
        );
        const preferences = preferencesFor({ answers });
        const models = draw(preferences, { models: 40 });
        for (const [one, other] of clear) {
          const [a, b] = [values(models, one), values(models, other)];
          const sign = Math.sign(worth(one) - worth(other));
          for (let k = 0; k < models.count; k++)
            expect(sign * ((a[k] ?? 0) - (b[k] ?? 0))).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("has room where a known weight is tiny", () => {
    const preferences = preferencesFor({ swings: { points: { x: 1, y: 1, z: 1e10 } } });
    expect(drawModels(preferences, { models: 10, seed: 1, prior: "independent" }).ok).toBe(true);
  });

  it("reads numbers as points: weights and scores are normalised", () => {
    const built = buildCase({
      case: { issues: [issue("x", 3), issue("y", 2)] },
      interests: [numbers("a", { x: 30, y: 10 }, { x: [5, 10, 25], y: [4, 2] }, 20)],
    });
    const [first] = built.interests;
    expect(first?.weights).toEqual([0.75, 0.25]);
    expect(first?.scores.map((one) => one.numbers)).toEqual([
      [0, 0.25, 1],
      [1, 0],
    ]);
  });
});
