import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { possible, undominated, valueTo } from "../../../test/brute-force.js";
import { buildCase, issue, numbers, type WrittenCase } from "../../../test/build-case.js";
import { randomCase } from "../../../test/random-case.js";
import type { Case } from "../../case/index.js";
import { adverb, likelihoodWords, percent } from "../../wording/index.js";
import { redLinesOn, ruledOut } from "../space.js";
import { assess } from "./assess.js";
import type { AssessOptions } from "./request.js";
import { CLASSES, type OfferAssessment } from "./types.js";

function assessed(negotiation: Case, options: AssessOptions = {}): OfferAssessment {
  const result = assess(negotiation, options);
  if (!result.ok) throw new Error(result.reasons.join("\n"));
  const [first] = result.value.offers;
  if (!first) throw new Error("nothing assessed");
  return first;
}

const ids = (negotiation: Case, options: readonly number[]) =>
  Object.fromEntries(negotiation.issues.map((one, k) => [one.id, one.options[options[k] ?? 0]?.id ?? ""]));

/** The class, and σ, part, fair range and ambition of a split, from the definitions alone. */
function byDefinition(negotiation: Case, options: readonly number[]) {
  const parties = negotiation.parties.map(({ id }) => id);
  const r = negotiation.interests.map(({ reservation }) =>
    reservation.form === "points" ? reservation.points.low / 100 : 0,
  );
  const lines = redLinesOn(negotiation, negotiation.interests, "2020-06-30").map((line) => line.crossed);
  const value = (one: readonly number[]) => parties.map((party) => valueTo(negotiation, party, one));
  const feasible = possible(negotiation, ruledOut(negotiation));
  if (!feasible.some((one) => one.join() === options.join())) return { class: "infeasible" as const };
  const zone = possible(negotiation, [...ruledOut(negotiation), ...lines])
    .map(value)
    .filter((row) => row.every((v, p) => v >= (r[p] ?? 0) - 1e-9));
  if (zone.length === 0) return { class: "noZone" as const };
  if (lines.some((line) => [...line].every(([at, set]) => set.has(options[at] ?? -1))))
    return { class: "redLine" as const };
  const own = value(options);
  if (own.some((v, p) => v < (r[p] ?? 0) - 1e-9)) return { class: "walksAway" as const };
  const ideal = parties.map((_, p) => Math.max(...zone.map((row) => (row[p] ?? 0) - (r[p] ?? 0))));
  if (ideal.some((most) => most < 0.02)) return { class: "thin" as const };
  if (own.every((v, p) => v - (r[p] ?? 0) < 0.005)) return { class: "noGain" as const };
  const sigma = (row: readonly number[]) => row.map((v, p) => Math.max(0, v - (r[p] ?? 0)) / (ideal[p] ?? 1));
  const part = (shares: readonly number[]) => {
    const sum = shares.reduce((a, b) => a + b, 0);
    return shares.map((share) => (sum < 1e-9 ? 1 / shares.length : share / sum));
  };
  const efficient = undominated(zone).map((k) => zone[k] ?? []);
  const surplus = efficient.map((row) => row.map((v, p) => Math.max(0, v - (r[p] ?? 0))));
  const positive = surplus.map((row) => row.filter((gain) => gain > 1e-9).length);
  const most = Math.max(...positive);
  const product = surplus.map((row) => row.filter((gain) => gain > 1e-9).reduce((a, b) => a * b, 1));
  const setOf = (row: readonly number[]) => row.map((gain) => (gain > 1e-9 ? 1 : 0)).join();
  const nash = surplus.flatMap((row, k) => {
    if (positive[k] !== most) return [];
    const rivals = surplus.flatMap((other, j) =>
      positive[j] === most && setOf(other) === setOf(row) ? [product[j] ?? 0] : [],
    );
    return (product[k] ?? 0) >= Math.max(...rivals) * (1 - 1e-9) ? [k] : [];
  });
  const sorted = efficient.map((row) => sigma(row).sort((a, b) => a - b));
  const ahead = (a: readonly number[], b: readonly number[]) => {
    const k = a.findIndex((v, i) => Math.abs(v - (b[i] ?? 0)) > 1e-9);
    return k >= 0 && (a[k] ?? 0) > (b[k] ?? 0);
  };
  const ks = sorted.flatMap((row, k) => (sorted.some((other) => ahead(other, row)) ? [] : [k]));
  const solved = efficient.flatMap((row, k) => (nash.includes(k) || ks.includes(k) ? [sigma(row)] : []));
  const distinct = solved.filter(
    (row, k) => solved.findIndex((other) => other.every((v, p) => Math.abs(v - (row[p] ?? 0)) < 1e-9)) === k,
  );
  const parts = distinct.map(part);
  const total = (row: readonly number[]) => row.reduce((a, b) => a + b, 0);
  return {
    class: "split" as const,
    part: part(sigma(own)),
    fair: parties.map(
      (_, p) => [Math.min(...parts.map((row) => row[p] ?? 0)), Math.max(...parts.map((row) => row[p] ?? 0))] as const,
    ),
    ambition: total(sigma(own)) / (distinct.map(total).reduce((a, b) => a + b, 0) / distinct.length),
  };
}

describe("the verdict on a package", () => {
  it.each([2, 3])(
    "is what the definitions give by brute force: class, parts, fair range, ambition (%i parties)",
    (count) => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(randomCase(count), fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }), (negotiation, picks) => {
          const options = negotiation.issues.map((one, k) => Math.min(picks[k] ?? 0, one.options.length - 1));
          const expected = byDefinition(negotiation, options);
          const found = assessed(negotiation, { package: ids(negotiation, options) });
          const [verdict] = found.verdicts;
          seen.add(expected.class);
          expect(verdict?.classes[expected.class]).toBe(1);
          if (expected.class !== "split") return;
          verdict?.split.forEach(({ part, fair, tooLittle, more }, p) => {
            expect(part.median).toBeCloseTo(expected.part[p] ?? 0, 9);
            expect(fair[0]).toBeCloseTo(expected.fair[p]?.[0] ?? 0, 9);
            expect(fair[1]).toBeCloseTo(expected.fair[p]?.[1] ?? 0, 9);
            expect(tooLittle).toBe((expected.part[p] ?? 0) < (expected.fair[p]?.[0] ?? 0) - 0.05 - 1e-9 ? 1 : 0);
            expect(more).toBe((expected.part[p] ?? 0) > (expected.fair[p]?.[1] ?? 0) + 0.05 + 1e-9 ? 1 : 0);
          });
          expect(verdict?.ambition?.median).toBeCloseTo(expected.ambition, 9);
        }),
        { numRuns: 150 },
      );
      // That nobody gains at all is rare by chance, and has a test of its own.
      const common = (one: string) => one !== "noGain";
      expect([...seen].filter(common).sort()).toEqual([...CLASSES].filter(common).sort());
    },
  );

  it("gives nobody anything where it changes nothing: no split, and never even", () => {
    const negotiation = buildCase({
      case: { issues: [issue("x", 3), issue("y", 3)] },
      interests: ["a", "b"].map((party, p) => ({
        party,
        swings: { points: { x: 1 + p, y: 2 - p } },
        scores: {
          x: { points: { o0: 0, o1: 1, o2: p === 0 ? 3 : -1 } },
          y: { points: { o0: 0, o1: 1, o2: p === 0 ? -1 : 3 } },
        },
        reservation: { asGoodAs: "today" },
      })),
    });
    const found = assessed(negotiation, { package: { x: "o0" } });
    const [verdict] = found.verdicts;
    expect(verdict?.classes.noGain).toBe(1);
    expect([verdict?.split, verdict?.ambition, verdict?.signed]).toEqual([[], null, 1]);
    expect(found.sentence).toBe("Both would sign; nobody gains anything by it that no deal would not bring.");
  });

  it("says that nobody gains as surely as it is so, and that it is open where it is", () => {
    // Elsewhere both could gain; by this package only Ann does, and by less than half a point where the swing is small.
    const said = (most: number) => {
      const negotiation = buildCase({
        case: { issues: [issue("x", 2), issue("y", 2), issue("z", 2)] },
        interests: [
          {
            party: "a",
            swings: { intervals: { x: [0.0001, most], y: [0.2, 0.3] } },
            scores: { x: { prefer: "more" }, y: { prefer: "less" }, z: { prefer: "more" } },
            reservation: { asGoodAs: "today" },
          },
          {
            party: "b",
            swings: { points: { x: 0, y: 4, z: 1 } },
            scores: { x: { indifferent: true }, y: { prefer: "more" }, z: { prefer: "less" } },
            reservation: { asGoodAs: "today" },
          },
        ],
      });
      const { sentence, verdicts } = assessed(negotiation, { package: { x: "o1" } });
      return { sentence, share: verdicts[0]?.classes.noGain ?? Number.NaN };
    };
    const seen = [0.0051, 0.0055, 0.0065].map((most) => {
      const { sentence, share } = said(most);
      expect(share).toBeGreaterThan(0.5);
      expect(share).toBeLessThan(1);
      const figure = share > 0.99 ? "over 99 %" : `${Math.round(100 * share)} %`;
      if (share < 0.55) {
        expect(sentence).toContain(
          `whether nobody gains anything by it that no deal would not bring is open (${figure}).`,
        );
        return "open";
      }
      expect(sentence).toMatch(
        new RegExp(`nobody .*gains anything by it that no deal would not bring \\(.*${figure}\\)\\.$`),
      );
      return "likely";
    });
    expect(new Set(seen)).toEqual(new Set(["open", "likely"]));
  });

  it("finds just the free gains that brute force finds, smallest first, and no superset of one", () => {
    fc.assert(
      fc.property(randomCase(2), (negotiation) => {
        const forbidden = [
          ...ruledOut(negotiation),
          ...redLinesOn(negotiation, negotiation.interests, "2020-06-30").map((line) => line.crossed),
        ];
        const value = (one: readonly number[]) => negotiation.parties.map(({ id }) => valueTo(negotiation, id, one));
        const here = value(negotiation.today);
        const better = possible(negotiation, forbidden)
          .map((one) => ({ one, changed: one.flatMap((option, k) => (option === negotiation.today[k] ? [] : [k])) }))
          .filter(({ changed }) => changed.length >= 1 && changed.length <= 3)
          .filter(
            ({ one }) =>
              value(one).every((v, p) => v >= (here[p] ?? 0) - 1e-9) &&
              value(one).some((v, p) => v > (here[p] ?? 0) + 1e-9),
          );
        const found = assessed(negotiation, { package: ids(negotiation, negotiation.today), within: "any" });
        const gains = found.left?.gains ?? [];
        expect(gains.length > 0).toBe(better.length > 0);
        const names = better.map(({ one, changed }) =>
          changed
            .map((k) => `${negotiation.issues[k]?.id}:${negotiation.issues[k]?.options[one[k] ?? 0]?.id}`)
            .sort()
            .join(),
        );
        const sizes = gains.map(({ changes }) => changes.length);
        expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
        for (const { changes, share, sure } of gains) {
          expect(names).toContain(
            changes
              .map(({ issue: at, to }) => `${at}:${to}`)
              .sort()
              .join(),
          );
          expect([share, sure]).toEqual([1, true]);
        }
        const least = Math.min(...better.map(({ changed }) => changed.length));
        if (gains.length > 0) expect(sizes[0]).toBe(least);
      }),
      { numRuns: 60 },
    );
  });
});

const ISSUES = [issue("x", 4, { gives: "a" }), issue("y", 3), issue("z", 2)];
const TAGGED = {
  id: "y",
  name: "Y",
  today: "o0",
  gives: "a",
  options: [{ id: "o0" }, { id: "o1", kind: "symbolic" }, { id: "o2", kind: "irreversible", verify: "seen" }],
};
const RELIEF = {
  id: "x",
  name: "X",
  today: "o0",
  options: [0, 1, 2, 3].map((k) => ({ id: `o${k}`, kind: "reversible" })),
};
const PAIR = [
  {
    party: "a",
    swings: { rank: ["x", "y", "z"] },
    scores: { x: { prefer: "more" }, y: { prefer: "less" }, z: { prefer: "more" } },
  },
  {
    party: "b",
    swings: { rank: ["y", "z", "x"] },
    scores: { x: { prefer: "less" }, y: { prefer: "more" }, z: { prefer: "more" } },
  },
];
const uncertain = (more: WrittenCase = {}) =>
  buildCase({ interests: PAIR, ...more, case: { issues: ISSUES, noDeal: { x: "o1" }, ...more.case } });

describe("over imprecise preferences", () => {
  it("the classes' probabilities sum to 1 under each prior", () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(3), fc.nat(2), fc.nat(1)), ([x, y, z]) => {
        const found = assessed(uncertain(), { package: { x: `o${x}`, y: `o${y}`, z: `o${z}` }, models: 200 });
        expect(found.verdicts.map(({ prior }) => prior)).toEqual(["independent", "diminishing", "equal"]);
        for (const { classes } of found.verdicts)
          expect(Object.values(classes).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 20 },
    );
  });

  it("the same seed gives the same result, and progress ends at 1", () => {
    const told: number[] = [];
    const record = { offers: [{ id: "f", date: 2020, package: { x: "o2", y: "o1" } }] };
    const options = { models: 200, onProgress: (share: number) => told.push(share) };
    expect(assess(uncertain({ record }), options)).toEqual(assess(uncertain({ record }), { models: 200 }));
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it("gains and losses are in each party's own points, and an irreversible gift for a reversible return is named", () => {
    const found = assessed(uncertain({ case: { issues: [RELIEF, TAGGED, issue("z", 2)], noDeal: { x: "o1" } } }), {
      package: { x: "o3", y: "o2" },
      models: 200,
    });
    const [a, b] = found.ledgers;
    expect(found.moves.map(({ issue: at, givenBy, gainedBy }) => [at, givenBy, gainedBy])).toEqual([
      ["x", ["b"], ["a"]],
      ["y", ["a"], ["b"]],
    ]);
    expect(a?.given).toMatchObject({ irreversible: 1, verifiable: 1 });
    expect(a?.irreversibleForReversible).toEqual(["y"]);
    expect(b?.irreversibleForReversible).toEqual([]);
    expect(found.remarks.join()).toContain(
      "Ann gives for good (Y) and gets only what is symbolic or can be taken back.",
    );
  });

  it("who gets nothing is said, against the baseline that was named", () => {
    const against = (options: AssessOptions) => assessed(uncertain(), { models: 100, ...options });
    expect(against({ package: { y: "o1" } }).remarks.join()).toMatch(
      /^It costs Ann this: Y: o1 – and brings it nothing that it does not have today\./,
    );
    expect(against({ package: { y: "o1" }, against: "no-deal" }).moves.map(({ issue: at }) => at)).toEqual(["x", "y"]);
    expect(against({ package: { y: "o1" } }).ledgers[0]).toMatchObject({ getsNothing: true, givesNothing: false });
  });

  it("compares offers in the same model: a package against itself is indifference, against a dominated one certainty", () => {
    const record = {
      offers: [
        { id: "same", date: 2020, package: { z: "o1" } },
        { id: "less", date: 2020, package: { x: "o0" } },
      ],
    };
    const found = assessed(uncertain({ record }), { offers: ["same"], models: 100 });
    expect(found.paired).toEqual([
      { offer: "less", name: "less", prefers: { a: [1, 1], b: [1, 1] }, indifferent: { a: [0, 0], b: [0, 0] } },
    ]);
    const twin = assessed(uncertain({ record }), { package: { z: "o1" }, models: 100 });
    expect(twin.paired[0]).toMatchObject({
      offer: "same",
      prefers: { a: [0, 0] },
      indifferent: { a: [1, 1], b: [1, 1] },
    });
  });

  it("an offer after the as-of day is listed as later, enters nothing, and is assessed only where asked for", () => {
    const record = {
      offers: [
        { id: "now", date: 2020, package: { z: "o1" } },
        { id: "soon", date: "2020-08", by: "b", package: { x: "o3" } },
      ],
    };
    const built = uncertain({ record });
    const result = assess(built, { models: 100 });
    if (!result.ok) throw new Error(result.reasons.join());
    expect(result.value.offers.map(({ id }) => id)).toEqual(["now"]);
    expect(result.value.later.map(({ id }) => id)).toEqual(["soon"]);
    const without = assess(uncertain({ record: { offers: record.offers.slice(0, 1) } }), { models: 100 });
    expect(result.value.offers[0]?.verdicts).toEqual(without.ok && without.value.offers[0]?.verdicts);
    expect(assessed(built, { offers: ["soon"], models: 100 }).later).toBe(true);
  });

  it("an offer that leaves issues open is a range over what could fill it", () => {
    const record = { offers: [{ id: "open", date: 2020, by: "a", rest: "open", package: { x: "o1" } }] };
    const found = assessed(uncertain({ record }), { models: 200 });
    expect(found.open).toEqual(["y", "z"]);
    const [verdict] = found.openVerdicts;
    for (const party of verdict?.parties ?? []) {
      expect(party.acceptsSome).toBeGreaterThanOrEqual(party.acceptsAll);
      expect(party.most?.median).toBeGreaterThanOrEqual(party.least?.median ?? 1000);
    }
    expect(found.sentence).toContain("leaves 2 issues open");
  });

  it("an open offer that crosses a party's own red line in every completion is signed by it in none", () => {
    const record = { offers: [{ id: "open", date: 2020, by: "b", rest: "open", package: { x: "o1" } }] };
    const lined = [{ ...PAIR[0], redLines: [{ id: "line", package: { x: "o1" } }] }, PAIR[1]];
    const [verdict] = assessed(uncertain({ record, interests: lined as never }), { models: 50 }).openVerdicts;
    expect(verdict).toMatchObject({
      signable: 0,
      parties: [{ acceptsSome: 0, acceptsAll: 0, most: null }, { acceptsSome: 1 }],
    });
    const ruled = uncertain({
      record,
      case: { issues: ISSUES, noDeal: {}, rules: [{ id: "r", text: "No.", never: { x: "o1" } }] },
    });
    expect(assessed(ruled, { models: 50 }).sentence).toBe(
      "It cannot be done: no way to fill its open issues obeys the rules.",
    );
  });

  it("red lines of those without a veto bind nobody", () => {
    const parties = ["a", "b", "c"].map((id) => ({ id, name: id, role: id === "c" ? "interested" : "negotiating" }));
    const onlooker = { ...PAIR[1], party: "c", redLines: [{ id: "line", package: { z: "o1" } }] };
    const built = uncertain({ interests: [...PAIR, onlooker], case: { parties, issues: ISSUES } });
    expect(assessed(built, { package: { z: "o1" }, models: 50 }).redLines).toEqual([]);
  });

  it("is not called certain where only a reservation value is an interval", () => {
    const open = { ...numbers("a", { x: 1, y: 1 }, { x: [0, 1, 2], y: [2, 1, 0] }), reservation: { points: [20, 60] } };
    const built = buildCase({
      case: { issues: [issue("x", 3), issue("y", 3)] },
      interests: [open, numbers("b", { x: 1, y: 2 }, { x: [2, 1, 0], y: [0, 1, 2] })],
    });
    expect(assessed(built, { package: { x: "o1", y: "o1" }, models: 400 }).sentence).toMatch(/\(.*%\)/);
  });

  it("names a surer gain although a less sure one lies within it", () => {
    // To a, x alone is a gain in most models only; with z it always is.
    const scores = (x: unknown) => ({ x, z: { prefer: "more" } });
    const built = buildCase({
      case: { issues: [issue("x", 2), issue("z", 2)], noDeal: {} },
      interests: [
        { party: "a", swings: { rank: ["z", "x"] }, scores: scores({ prefer: "less" }) },
        { party: "b", swings: { rank: ["x", "z"] }, scores: scores({ prefer: "more" }) },
      ],
    });
    const gains = assessed(built, { package: { x: "o0", z: "o0" }, models: 200, within: "any" }).left?.gains ?? [];
    expect(gains.filter(({ sure }) => sure).map(({ changes }) => changes.map(({ issue: at }) => at).join())).toEqual([
      "z",
    ]);
  });

  it("names the question that decides: where one party's answer is all that is open, that answer", () => {
    const found = assessed(uncertain(), { package: { z: "o1" }, models: 400 });
    const [verdict] = found.verdicts;
    expect(verdict?.parties[1]?.accepts).toBe(1);
    expect(verdict?.parties[0]?.accepts).toBeGreaterThan(0.2);
    expect(verdict?.parties[0]?.accepts).toBeLessThan(0.8);
    expect(found.question?.text).toContain("Ann");
    expect(found.question?.settles).toBeGreaterThan(0);
  });

  it("never names a step of an issue on which the offer and no deal stand at an end", () => {
    for (const seed of [1, 2, 3, 4]) {
      const found = assessed(uncertain(), { package: { x: "o2", z: "o1" }, models: 200, seed });
      const steps = found.turning.filter(({ input }) => input === "largest step").map(({ text }) => text);
      expect(steps.filter((text) => text.includes("of y known"))).toEqual([]);
    }
  });

  it("says what would change the sentence, and it does", () => {
    const found = assessed(uncertain(), { package: { y: "o2" }, models: 400 });
    const option = found.turning.find(({ input }) => input === "option");
    expect(option).toBeDefined();
    const [, issueName = "", to = ""] = /^on “(\w)”, “(\w+)” instead/.exec(option?.text ?? "") ?? [];
    const at = issueName.toLowerCase();
    const changed = assessed(uncertain(), { package: { y: "o2", [at]: to }, models: 400 });
    expect(changed.verdicts[0]?.key).toBe(option?.becomes);
    expect(found.verdicts[0]?.key).not.toBe(option?.becomes);
  });

  it("never says that a change would leave open what the sentence says is open", () => {
    let open = 0;
    for (const reservation of [36, 38, 40, 42, 44, 46])
      for (const x of ["o1", "o2"]) {
        const built = buildCase({
          case: { issues: [issue("x", 4), issue("y", 4)], noDeal: {} },
          interests: [
            numbers("a", { x: 1, y: 1 }, { x: [3, 2, 1, 0], y: [0, 1, 2, 3] }),
            {
              party: "b",
              swings: { points: { x: 50, y: 50 } },
              scores: { x: { prefer: "more" }, y: { prefer: "less" } },
              reservation: { points: reservation },
            },
          ],
        });
        const found = assessed(built, { package: { x, y: "o2" }, models: 300 });
        if (!/^Whether both would sign is open/.test(found.sentence)) continue;
        open += found.verdicts[0]?.key === found.verdicts[1]?.key ? 0 : 1;
        expect(found.turning.map(({ becomes }) => becomes)).not.toContain("whether it is signed is open");
      }
    expect(open).toBeGreaterThan(0);
  });
});

describe("what cannot be said is said to be missing", () => {
  it("without interests there are still the changes and the progress, and the file that is missing is named", () => {
    const built = buildCase({
      case: { goals: [{ id: "g", name: "Goal" }], issues: [issue("x", 3, { goal: "g" })] },
      record: { offers: [{ id: "f", date: 2020, package: { x: "o1" } }] },
    });
    const result = assess(built);
    if (!result.ok) throw new Error(result.reasons.join());
    expect(result.value.missing.join()).toContain("interests/a.<holder>.yaml and interests/b.<holder>.yaml");
    expect(result.value.offers[0]).toMatchObject({
      verdicts: [],
      ledgers: [],
      progress: [{ goal: "g", mean: 0.5, moved: 1, of: 1 }],
    });
  });

  it.each([
    [{ offers: ["fist"] }, 'unknown offer "fist". Did you mean "first"?'],
    [{ party: "c" }, 'unknown party "c"'],
    [{ package: { w: "o1" } }, 'unknown issue "w"'],
    [{ package: { x: "o9" } }, 'unknown option "o9" in issue x'],
    [{ package: {} }, "names no issue"],
    [{ against: "yesterday" }, 'unknown offer "yesterday"'],
    [{ views: { a: "nobody" } }, 'no view of a by "nobody"'],
  ])("%j is refused with a reason", (options, reason) => {
    const result = assess(
      uncertain({ record: { offers: [{ id: "first", date: 2020, package: { x: "o1" } }] } }),
      options as AssessOptions,
    );
    expect(result.ok).toBe(false);
    expect(result.ok ? "" : result.reasons.join("\n")).toContain(reason);
  });

  it("several views of a party and none its own: they are listed", () => {
    const views = ["c", "d"].map((holder) => ({ ...PAIR[0], holder }));
    const result = assess(
      uncertain({
        interests: [...views, ...PAIR.slice(1)],
        record: { offers: [{ id: "f", date: 2020, package: { x: "o1" } }] },
      }),
    );
    expect(result).toMatchObject({
      reasons: ["a is seen by c, d and not by itself: choose whose view to use."],
      lacks: "view",
    });
  });
});

describe("words of likelihood (ICD 203)", () => {
  it.each([
    [0.02, "almost no chance"],
    [0.1, "very unlikely"],
    [0.3, "unlikely"],
    [0.5, "roughly even"],
    [0.7, "likely"],
    [0.9, "very likely"],
    [0.99, "almost certain"],
  ] as const)("%f is %s", (p, word) => {
    expect(likelihoodWords([p])).toEqual([word]);
  });

  it("gives both words within two points of a cut, and all between where priors differ", () => {
    expect(likelihoodWords([0.79])).toEqual(["likely", "very likely"]);
    expect(likelihoodWords([0.81])).toEqual(["likely", "very likely"]);
    expect(likelihoodWords([0.825])).toEqual(["very likely"]);
    expect(likelihoodWords([0.5, 0.9])).toEqual(["roughly even", "likely", "very likely"]);
    expect(adverb([0.79])).toBe("likely or very likely");
    expect([percent([0.624]), percent([0.6, 0.71]), percent([0.9999]), percent([0.0001])]).toEqual([
      "62 %",
      "60–71 %",
      "over 99 %",
      "under 1 %",
    ]);
  });
});

describe("one model of numbers", () => {
  it("has no bands and no doubt", () => {
    const built = buildCase({
      case: { issues: [issue("x", 3), issue("y", 3)] },
      interests: [
        numbers("a", { x: 2, y: 1 }, { x: [0, 1, 2], y: [2, 1, 0] }),
        numbers("b", { x: 1, y: 2 }, { x: [2, 1, 0], y: [0, 1, 2] }),
      ],
      record: { offers: [{ id: "f", date: 2020, package: { x: "o2", y: "o2" } }] },
    });
    const found = assessed(built);
    expect(found.verdicts.length).toBe(1);
    expect(found.verdicts[0]?.split.map(({ part }) => part)).toEqual(
      [0, 1].map(() => ({ median: 0.5, low: 0.5, high: 0.5 })),
    );
    expect(found.sentence).toBe(
      "Both would sign; then the split is even: Ann has 50 of 100, where Nash and Kalai–Smorodinsky give it 50.",
    );
  });
});

describe("parties that come and go", () => {
  it("negotiate only on the days on which they are there", () => {
    const parties = [
      { id: "a", name: "Ann", role: "negotiating" },
      { id: "b", name: "Bob", role: "negotiating" },
      { id: "c", name: "Cid", role: "negotiating", from: 2021 },
    ];
    const built = uncertain({ case: { parties, issues: ISSUES } });
    expect(
      assessed(built, { package: { z: "o1" }, models: 50 }).verdicts[0]?.parties.map(({ party }) => party),
    ).toEqual(["a", "b"]);
    const later = assess(built, { package: { z: "o1" }, models: 50, asOf: "2021-06-01" });
    expect(later.ok && later.value.missing.join()).toContain("interests of c");
  });
});
