// Laws of what parties' answers to offers tell: what holds in every model, when it is used, and what is said of wrong entries.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, issue, problemsIn, type WrittenCase } from "../../test/build-case.js";
import { mean } from "../../test/statistics.js";
import { checkInterests } from "./check.js";
import { type Drawing, drawModels, type Models } from "./models.js";
import { preferencesOf } from "./preferences.js";
import { PRIORS } from "./state.js";

const ISSUES = [issue("x", 4), issue("y", 3), issue("z", 2)];
const SCORES = { x: { prefer: "more" }, y: { prefer: "less" }, z: { prefer: "more" } };
const NO_DEAL = { x: "o0", y: "o2", z: "o0" };
const AS_OF = "2020-06-30";

type Json = Record<string, unknown>;

/** Bob's offers to Ann, with what she answered; `more` of her own file. */
function written(offers: readonly Json[], more: Json = {}, inCase: Json = {}): WrittenCase {
  return {
    case: { issues: ISSUES, noDeal: NO_DEAL, ...inCase },
    interests: [{ party: "a", scores: SCORES, swings: { rank: ["x", "y", "z"] }, ...more }],
    record: { offers },
  };
}

function drawn(
  offers: readonly Json[],
  options: {
    more?: Json;
    inCase?: Json;
    asOf?: string;
    models?: number;
    drawing?: Drawing;
    prior?: "independent";
  } = {},
): Models {
  const { more = {}, inCase = {}, asOf = AS_OF, models = 800, drawing, prior = "independent" } = options;
  const built = buildCase(written(offers, more, inCase));
  const [first] = built.interests;
  if (!first) throw new Error("no interests");
  const found = drawModels(preferencesOf(built, first, asOf), { models, seed: 3, prior, ...(drawing && { drawing }) });
  if (!found.ok) throw new Error(found.reasons.join("\n"));
  return found.value;
}

const offered = (id: string, date: string, options: Json, responses: readonly Json[] = [], by = "b") => ({
  id,
  date,
  by,
  package: options,
  responses,
});
const refused = (more: Json = {}) => ({ by: "a", date: "2020-03-10", answer: "refused", ...more });

const values = (models: Models, options: readonly number[]) =>
  Array.from({ length: models.count }, (_, k) =>
    options.reduce((sum, option, i) => sum + (models.worth[k * 9 + (models.offsets[i] ?? 0) + option] ?? 0), 0),
  );
/** Share of models in which Ann would sign. */
const signs = (models: Models, options: readonly number[]) =>
  values(models, options).filter((value, k) => value >= (models.threshold[k] ?? 0) - 1e-9).length / models.count;

const MIDDLE = { x: "o2", y: "o1", z: "o0" };

describe("a refusal", () => {
  it("leaves no model in which accepting was better than no deal and than going on", () => {
    for (const drawing of ["rejection", "hit-and-run"] as const) {
      const models = drawn([offered("f", "2020-03-01", MIDDLE, [refused()])], { drawing });
      const offer = values(models, [2, 1, 0]);
      expect(offer.every((value, k) => (models.threshold[k] ?? 0) >= value - 1e-9)).toBe(true);
      expect(models.threshold.every((least, k) => least >= (models.reservation[k] ?? 1) - 1e-9)).toBe(true);
    }
  });

  it("never raises the chance that the party signs what it likes no better, while it does not move itself", () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(3), fc.nat(2), fc.nat(1)),
        fc.tuple(fc.nat(3), fc.nat(2), fc.nat(1)),
        fc.constantFrom({}, { instead: "no-deal" }, { instead: "going-on" }),
        ([x, y, z], [lx, ly, lz], how) => {
          const offer = { x: `o${x}`, y: `o${y}`, z: `o${z}` };
          const worse = [Math.min(x, lx), Math.max(y, ly), Math.min(z, lz)];
          const before = drawn([offered("f", "2020-03-01", offer)], { models: 300 });
          // What every model likes better than anything else cannot be refused.
          const after = tried(() => drawn([offered("f", "2020-03-01", offer, [refused(how)])], { models: 300 }));
          if (after) expect(signs(after, worse)).toBeLessThanOrEqual(signs(before, worse));
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });

  it("is known from its day on, and never before", () => {
    const asked = (asOf: string) =>
      signs(drawn([offered("f", "2020-03-01", MIDDLE, [refused()])], { asOf }), [2, 1, 0]);
    expect(asked("2020-03-09")).toBeGreaterThan(0.4);
    expect(asked("2020-03-10")).toBe(0);
    const without = drawn([offered("f", "2020-03-01", MIDDLE)], { asOf: "2020-03-09" });
    const later = drawn([offered("f", "2020-03-01", MIDDLE, [refused()])], { asOf: "2020-03-09" });
    expect(later.worth).toEqual(without.worth);
  });

  it("binds as long as what was refused is no better than what the party has asked for or accepted since", () => {
    const own = offered("own", "2020-02-01", { x: "o3", y: "o0", z: "o1" }, [], "a");
    const put = offered("f", "2020-03-01", MIDDLE, [refused()]);
    expect(signs(drawn([own, put]), [2, 1, 0])).toBe(0);
    // It asks for less, and still for more than what it refused.
    const less = offered("less", "2020-04-01", { x: "o3", y: "o1", z: "o0" }, [], "a");
    expect(signs(drawn([own, put, less]), [2, 1, 0])).toBe(0);
    // Accepting something better does not make what was refused good enough.
    const better = { x: "o2", y: "o0", z: "o0" };
    const accepted = offered("g", "2020-05-01", better, [{ by: "a", date: "2020-05-02", answer: "accepted" }]);
    expect(signs(drawn([own, put, accepted]), [2, 0, 0])).toBe(1);
    expect(signs(drawn([own, put, accepted]), [2, 1, 0])).toBe(0);
    // Accepting something worse does: it has given way.
    const worse = { x: "o1", y: "o1", z: "o0" };
    const gaveWay = offered("h", "2020-05-01", worse, [{ by: "a", date: "2020-05-02", answer: "accepted" }]);
    expect(signs(drawn([own, put, gaveWay]), [2, 1, 0])).toBe(1);
    expect(signs(drawn([own, put, gaveWay]), [1, 1, 0])).toBe(1);
  });

  it("for want of anything better than no deal says that no deal is at least as good", () => {
    const models = drawn([offered("f", "2020-03-01", MIDDLE, [refused({ instead: "no-deal" })])], {
      more: { reservation: { points: [0, 80] } },
    });
    const offer = values(models, [2, 1, 0]);
    expect(offer.every((value, k) => (models.reservation[k] ?? 0) >= value - 1e-9)).toBe(true);
  });

  it("for a better offer says that this one is better, and that the party waits for as much", () => {
    const better = { x: "o3", y: "o2", z: "o0" };
    const models = drawn([offered("f", "2020-03-01", MIDDLE, [refused({ instead: better })])]);
    const [offer, expected] = [values(models, [2, 1, 0]), values(models, [3, 2, 0])];
    expect(expected.every((value, k) => value >= (offer[k] ?? 1) - 1e-9)).toBe(true);
    expect(signs(models, [3, 2, 0])).toBe(1);
  });

  it("that was tactical tells nothing, and one that was perhaps meant tells as much less", () => {
    const chance = (how: Json) =>
      signs(drawn([offered("f", "2020-03-01", MIDDLE, [refused(how)])], { models: 4000 }), [2, 1, 0]);
    const without = signs(drawn([offered("f", "2020-03-01", MIDDLE)], { models: 4000 }), [2, 1, 0]);
    expect(chance({ tactical: "said for its own press" })).toBe(without);
    const [half, nearly] = [chance({ reliability: 0.5 }), chance({ reliability: 0.95 })];
    expect(half).toBeLessThan(without);
    expect(nearly).toBeLessThan(half);
    expect(nearly).toBeGreaterThan(0);
  });
});

describe("an acceptance", () => {
  it("leaves only models in which the offer was at least as good as no deal that day", () => {
    const more = { reservation: { points: [0, 100], pointsPerMonth: -2, date: "2020-01-01" } };
    const models = drawn([offered("f", "2020-03-01", MIDDLE, [{ by: "a", date: "2020-03-30", answer: "accepted" }])], {
      more,
    });
    const offer = values(models, [2, 1, 0]);
    // Three months passed since, of two points each.
    expect(offer.every((value, k) => value >= (models.reservation[k] ?? 1) + 0.06 - 1e-9)).toBe(true);
  });
});

describe("what answers leave", () => {
  const several = [
    offered("own", "2020-02-01", { x: "o3", y: "o0", z: "o1" }, [], "a"),
    offered("f", "2020-03-01", { x: "o1", y: "o1", z: "o0" }, [refused()]),
    offered("g", "2020-04-01", { x: "o2", y: "o1", z: "o0" }, [
      { by: "a", date: "2020-04-10", answer: "refused", reliability: 0.8 },
    ]),
  ];
  const more = { reservation: { points: [0, 70] }, swings: { rank: ["x", "y", "z"], certainty: "fairly-sure" } };

  it("is drawn from one and the same distribution by chains as by rejection", () => {
    const [chains, rejected] = [
      drawn(several, { more, models: 3000, drawing: "hit-and-run" }),
      drawn(several, { more, models: 3000, drawing: "rejection" }),
    ];
    for (const read of [
      (m: Models) => Array.from({ length: m.count }, (_, k) => m.weights[k * 3] ?? 0),
      (m: Models) => Array.from({ length: m.count }, (_, k) => m.scores[k * 9 + 2] ?? 0),
      (m: Models) => Array.from(m.reservation),
      (m: Models) => Array.from(m.threshold),
    ]) {
      const [a, b] = [read(chains), read(rejected)];
      const spread = Math.sqrt(mean(b.map((value) => (value - mean(b)) ** 2)));
      expect(Math.abs(mean(a) - mean(b))).toBeLessThan((10 * spread) / Math.sqrt(3000));
    }
  });

  it("is explained by naming the responses where they contradict each other", () => {
    const built = buildCase(
      written([
        offered("f", "2020-03-01", { x: "o2", y: "o0", z: "o1" }, [refused({ instead: "no-deal" })]),
        offered("g", "2020-04-01", { x: "o1", y: "o1", z: "o0" }, [
          { by: "a", date: "2020-04-02", answer: "accepted" },
        ]),
      ]),
    );
    const [conflict] = checkInterests(built, AS_OF).map(({ message }) => message);
    expect(conflict).toContain('refused "f" on 2020-03-10 (record.yaml:');
  });

  it("that only one view's holder knows tells only in that view", () => {
    const heard = { responses: [{ to: "f", date: "2020-03-10", answer: "refused" }] };
    const put = [offered("f", "2020-03-01", MIDDLE)];
    expect(signs(drawn(put, { more: heard }), [2, 1, 0])).toBe(0);
    expect(signs(drawn(put), [2, 1, 0])).toBeGreaterThan(0);
  });
});

describe("time", () => {
  it("changes what no deal means from the day on which it does", () => {
    const inCase = {
      noDeal: [{ package: { x: "o2", y: "o0" } }, { from: "2020-05-01", package: { x: "o0", y: "o2" } }],
    };
    const r = (asOf: string) => mean(drawn([], { inCase, asOf }).reservation);
    expect(r("2020-04-30")).toBeGreaterThan(r("2020-05-01") + 0.2);
    // What was accepted before was better than no deal was then.
    const put = offered("f", "2020-03-01", { x: "o1", y: "o0", z: "o1" }, [
      { by: "a", date: "2020-03-02", answer: "accepted" },
    ]);
    const models = drawn([put], { inCase });
    const [offer, before] = [values(models, [1, 0, 1]), values(models, [2, 0, 0])];
    expect(offer.every((value, k) => value >= (before[k] ?? 1) - 1e-9)).toBe(true);
  });

  it("leaves no deal as today before the first day on which it means something else", () => {
    const inCase = { noDeal: [{ from: "2020-05-01", package: { x: "o3" } }] };
    expect(mean(drawn([], { inCase, asOf: "2020-04-30" }).reservation)).toBe(
      mean(drawn([], { inCase: { noDeal: {} } }).reservation),
    );
    const open = { issues: [{ ...ISSUES[0], today: [{ from: "2020-05-01", option: "o1" }] }, ISSUES[1], ISSUES[2]] };
    expect(problemsIn(written([], {}, open)).join()).toContain("leaves open what was in force before");
  });

  it("costs what a file says in points, or beside a step of an issue", () => {
    const cost = (more: Json) => ({
      reservation: { points: 60 },
      costsOfDelay: [{ id: "strike", from: "2020-03-30", ...more }],
    });
    expect(mean(drawn([], { more: cost({ pointsPerMonth: 4 }) }).reservation)).toBeCloseTo(0.48, 9);
    for (const drawing of ["rejection", "hit-and-run"] as const) {
      const models = drawn([], {
        drawing,
        more: cost({ worseThan: { x: ["o2", "o1"] }, lessBadThan: { x: ["o3", "o0"] } }),
      });
      const [upper, lower, all] = [values(models, [2, 0, 0]), values(models, [1, 0, 0]), values(models, [3, 0, 0])];
      const none = values(models, [0, 0, 0]);
      models.reservation.forEach((r, k) => {
        const month = (0.6 - r) / 3;
        expect(month).toBeGreaterThanOrEqual((upper[k] ?? 1) - (lower[k] ?? 0) - 1e-9);
        expect(month).toBeLessThanOrEqual((all[k] ?? 0) - (none[k] ?? 1) + 1e-9);
      });
    }
  });

  it("lets nothing be used that is offered only later", () => {
    const later = offered("late", "2020-05-01", { x: "o3" });
    const between = { reservation: { between: ["no-deal", "late"] } };
    const [early, now] = [
      drawn([later], { more: between, asOf: "2020-04-30", models: 3000 }),
      drawn([later], { more: between, models: 3000 }),
    ];
    // Before, all that is known is that it lies between no deal and the best there is.
    expect(mean(early.reservation)).toBeGreaterThan(mean(now.reservation) + 0.02);
    const answers = { answers: [{ prefer: "no-deal", to: "late" }] };
    expect(mean(drawn([later], { more: answers, asOf: "2020-04-30" }).worth)).toBe(
      mean(drawn([later], { asOf: "2020-04-30" }).worth),
    );
  });
});

describe("wrong entries", () => {
  const problems = (offers: readonly Json[], more: Json = {}) => problemsIn(written(offers, more));
  const put = (response: Json) =>
    problems([
      offered("f", "2020-03-01", MIDDLE, [response]),
      offered("late", "2020-05-01", { x: "o3" }),
      offered("own-late", "2020-05-01", { x: "o3" }, [], "a"),
    ]);

  it.each<[string, Json, string]>([
    ["nobody", { ...refused(), by: "ghost" }, 'unknown party "ghost"'],
    ["before the offer", refused({ date: "2020-02-01" }), "answers on 2020-02-01 an offer that was made on 2020-03-01"],
    ["one's own offer", { ...refused(), by: "b" }, '"f" is an offer of b itself'],
    ["withdrawn by another", refused({ answer: "withdrawn" }), 'only b can withdraw "f"'],
    ["a counter that is none", refused({ answer: "countered", with: "f" }), "an offer is no answer to itself"],
    ["an unknown counter", refused({ answer: "countered", with: "g" }), 'unknown offer "g"'],
    [
      "instead of an acceptance",
      refused({ answer: "accepted", instead: "no-deal" }),
      "it goes with refused or countered",
    ],
    ["a better offer of later", refused({ instead: "late" }), '"late" was made on 2020-05-01, after this response'],
    [
      "a counter of later",
      refused({ answer: "countered", with: "own-late" }),
      '"own-late" was made on 2020-05-01, after this response',
    ],
    ["itself instead of itself", refused({ instead: "f" }), '"f" is what it answers'],
    ["sure not to be meant", refused({ reliability: 0 }), "should be above 0"],
    ["going on in other words", refused({ instead: "going on" }), '"going on" is written going-on here'],
    ["doubted twice", refused({ tactical: "for show", reliability: 0.5 }), "needs no reliability"],
  ])("are named with their place: %s", (_, response, message) => {
    const found = put(response);
    expect(found.join("\n")).toContain(message);
    expect(found.join("\n")).toMatch(/record\.yaml:\d+:\d+/);
  });

  it("are those of one who made the offer together with others; any of them may withdraw it", () => {
    const joint = (response: Json) => [{ ...offered("f", "2020-03-01", MIDDLE, [response]), by: ["a", "b"] }];
    expect(problems(joint(refused())).join("\n")).toContain('"f" is an offer of a itself');
    const built = buildCase(written(joint(refused({ answer: "withdrawn" }))));
    expect(built.offers[0]?.withdrawn).toBe("2020-03-10");
  });

  it("that contradict each other on one day are named", () => {
    const both = [refused(), refused({ answer: "accepted" })];
    expect(problems([offered("f", "2020-03-01", MIDDLE, both)]).join("\n")).toContain(
      'a is said to have refused and accepted "f" on 2020-03-10',
    );
  });

  it("in a file of interests are named too", () => {
    const heard = { responses: [{ to: "nothing", date: "2020-03-10", answer: "refused" }] };
    expect(problems([offered("f", "2020-03-01", MIDDLE)], heard).join("\n")).toContain('unknown offer "nothing"');
  });

  it("are none where all offers were refused", () => {
    const all = ["f", "g", "h"].map((id, k) =>
      offered(id, "2020-03-01", { x: `o${k}`, y: "o1", z: "o0" }, [refused()]),
    );
    expect(problems(all)).toEqual([]);
    expect(signs(drawn(all), [2, 1, 0])).toBe(0);
  });
});

describe("under every prior", () => {
  it.each(PRIORS)("a refused offer is not signed as long as nothing changes: %s", (prior) => {
    const built = buildCase(written([offered("f", "2020-03-01", MIDDLE, [refused()])]));
    const [first] = built.interests;
    const found = first && drawModels(preferencesOf(built, first, AS_OF), { models: 200, seed: 1, prior });
    expect(found?.ok && signs(found.value, [2, 1, 0])).toBe(0);
  });
});

/** What a function gives; null where what was said leaves no model. */
function tried<T>(make: () => T): T | null {
  try {
    return make();
  } catch {
    return null;
  }
}
