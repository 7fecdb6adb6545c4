// The road on the calendar: against a day-by-day reckoning written differently, and against what its parts say of each other.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCase } from "../../../../../test/read-case.js";
import { buildCase, issue, numbers } from "../../../test/build-case.js";
import { integral } from "../../../test/statistics.js";
import { addDays, daysBetween } from "../../case/index.js";
import { boundsOf, capsAt, leastExposure } from "./aims.js";
import { follow, latestStarts, soonestStarts } from "./course.js";
import { type ExchangeBounds, isWithin, walk } from "./exchange.js";
import { fixesFor, split } from "./fixes.js";
import { breach, lay } from "./lay.js";
import { programmeOf } from "./programme.js";
import { exchangeIn, inOrder, type Road, type RoadStep } from "./road.js";
import { restated, roadmap, withProof } from "./roadmap.js";
import { safestOrder } from "./safest-order.js";
import { tradeOffs } from "./trade-off.js";
import type { Roadmap } from "./types.js";

const randomRoad: fc.Arbitrary<Road> = fc
  .array(
    fc.record({
      by: fc.nat(1),
      cost: fc.integer({ min: 0, max: 6 }),
      value: fc.integer({ min: 0, max: 8 }),
      months: fc.nat(3),
      days: fc.constantFrom(0, 0, 10),
      lag: fc.nat(2),
      kept: fc.constantFrom(1, 1, 0.5),
      after: fc.array(fc.nat(6), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((steps) => ({
    start: "2020-01-31",
    parties: ["a", "b"].map((id) => ({ id, name: id, exposure: null, temptation: null })),
    steps: steps.map(({ by, cost, value, months, days, lag, kept, after }, place): RoadStep => {
      const worth = by === 0 ? [-cost, value] : [value, -cost];
      return {
        id: `s${place}`,
        by,
        after: [...new Set(after.filter((first) => first < place))],
        waitsToKnow: false,
        takes: { months, days },
        lag: { months: lag, days: 0 },
        worth,
        lasting: worth.map((points) => points * kept),
        divisible: false,
        pinned: null,
        due: null,
      };
    }),
  }));

const none = (road: Road): ExchangeBounds => ({
  exposure: road.parties.map(() => Number.POSITIVE_INFINITY),
  temptation: road.parties.map(() => Number.POSITIVE_INFINITY),
});

/** What a party has lost when a day is over, added up step by step. */
function lostOn(road: Road, { bars }: ReturnType<typeof follow>, party: number, day: number): number {
  // What is begun and known on one day is no return on that day.
  let lost = 0;
  road.steps.forEach(({ lasting, by }, place) => {
    const bar = bars[place];
    const points = lasting[party] ?? 0;
    if (!bar) return;
    if (points < 0 && day >= bar.start) lost -= points;
    const since = by === party ? bar.end : bar.known;
    if (points > 0 && (since > bar.start ? day >= since : day > since)) lost -= points;
  });
  return lost;
}

describe("a plan on the calendar", () => {
  it("exposes each side by what a reckoning of every single day gives", () => {
    fc.assert(
      fc.property(randomRoad, fc.array(fc.nat(200), { minLength: 6, maxLength: 6 }), (road, days) => {
        const course = follow(road, days.slice(0, road.steps.length));
        for (const party of [0, 1]) {
          let worst = 0;
          for (let day = 0; day <= course.end; day++) {
            const place = course.days.findLastIndex((one) => one <= day);
            const lost = lostOn(road, course, party, day);
            expect(course.exposure[party]?.[place]).toBeCloseTo(lost, 9);
            worst = Math.max(worst, lost);
          }
          expect(course.worst[party]?.exposure).toBeCloseTo(worst, 9);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("is laid within any cap that some order keeps, every step after what it waits for", () => {
    fc.assert(
      fc.property(randomRoad, fc.nat(6), (road, more) => {
        const safest = safestOrder(exchangeIn(road), leastExposure(road));
        const caps = capsAt(road, (safest?.worst ?? 0) + more);
        const laid = lay(road, [safest?.order ?? [], inOrder(road.steps)], caps, 600);
        expect(laid.beyond).toBeLessThanOrEqual(1e-9);
        expect(laid.course.early).toEqual([]);
        // Nothing is sooner than everything as soon as it may begin.
        expect(laid.course.end).toBeGreaterThanOrEqual(follow(road, soonestStarts(road)).end);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps temptation within its bounds as well, where an order does", () => {
    fc.assert(
      fc.property(randomRoad, fc.nat(8), (road, slack) => {
        const bounded = { ...road, parties: road.parties.map((party) => ({ ...party, temptation: slack })) };
        const safest = safestOrder(exchangeIn(bounded), leastExposure(bounded));
        if (!safest) return;
        const laid = lay(bounded, [safest.order], capsAt(bounded, safest.worst), 300);
        expect(breach(laid.course, boundsOf(bounded))).toBeLessThanOrEqual(1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps every due day that can be kept, whatever it exposes and in whatever order it begins to look", () => {
    const withDays = fc.tuple(randomRoad, fc.array(fc.integer({ min: -1, max: 90 }), { minLength: 6, maxLength: 6 }));
    fc.assert(
      fc.property(withDays, ([free, slack]) => {
        const soonest = follow(free, soonestStarts(free));
        const road: Road = {
          ...free,
          steps: free.steps.map((step, k) => {
            const more = slack[k] ?? -1;
            return more < 0 ? step : { ...step, due: addDays(free.start, (soonest.bars[k]?.end ?? 0) + more) };
          }),
        };
        const safest = safestOrder(exchangeIn(road), leastExposure(road));
        const caps = safest ? capsAt(road, safest.worst) : none(road);
        const { course } = lay(road, [inOrder(road.steps)], caps, 500, latestStarts(road));
        expect(course.late).toEqual([]);
        expect(course.early).toEqual([]);
      }),
    );
  });

  it("leaves what is pinned where it is", () => {
    fc.assert(
      fc.property(randomRoad, fc.nat(300), (road, day) => {
        const pinned = {
          ...road,
          steps: road.steps.map((step, k) => (k === 0 ? { ...step, pinned: addDays(road.start, day) } : step)),
        };
        const laid = lay(pinned, [inOrder(road.steps)], none(road), 200);
        expect(laid.starts[0]).toBe(day);
        expect(laid.course.early).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe("faster roads", () => {
  it("are each within their cap, sooner than the one before, and more exposed", () => {
    fc.assert(
      fc.property(randomRoad, (road) => {
        const safest = safestOrder(exchangeIn(road), leastExposure(road));
        const least = safest?.worst ?? 0;
        const found = tradeOffs(road, [least, least + 1, least + 3, least + 9], safest?.order ?? [], 300);
        for (const [place, { cap, exposure, end, starts }] of found.entries()) {
          const course = follow(road, starts);
          expect(course.end).toBe(end);
          expect(exposure).toBeLessThanOrEqual(cap + 1e-9);
          expect(Math.max(...course.worst.map((one) => one.exposure))).toBeCloseTo(exposure, 9);
          if (place > 0) expect(end).toBeLessThan(found[place - 1]?.end ?? 0);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("take an answer of a solver that is sooner, and none that is not within the cap", async () => {
    const [negotiation, options] = [readCase("six-party-2007"), { models: 50 }];
    const map = value(roadmap(negotiation, options));
    const lazy = await withProof(negotiation, options, map, async () => ({
      starts: map.tradeOffs.at(-1)?.starts ?? [],
      optimal: true,
    }));
    expect(lazy.tradeOffs[0]?.end).toBe(map.tradeOffs[0]?.end);
    expect(lazy.tradeOffs.at(-1)?.proven).toBe(true);
    const silent = await withProof(negotiation, options, map, async () => null);
    expect(silent.tradeOffs).toEqual(map.tradeOffs);
  });

  it("are asked of a solver with every step in its window", () => {
    fc.assert(
      fc.property(randomRoad, (road) => {
        const asked = programmeOf(road, capsAt(road, 5), 60);
        expect(asked?.text).toMatch(/^Minimize\n obj: finish\nSubject To\n/);
        expect(asked?.binaries).toBeLessThanOrEqual(61 * road.steps.length);
        expect(programmeOf(road, capsAt(road, 5), 60, "month", 1)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });
});

describe("what would make a road safe", () => {
  const bounded = fc.tuple(randomRoad, fc.nat(3), fc.nat(3)).map(([road, exposure, temptation]) => ({
    ...road,
    parties: road.parties.map((party) => ({ ...party, exposure, temptation })),
  }));
  const safeWith = (road: Road, change: Partial<Record<"exposure" | "temptation", readonly number[]>>): boolean => {
    const bounds = boundsOf(road);
    const raised = (of: "exposure" | "temptation") => bounds[of].map((bound, p) => bound + (change[of]?.[p] ?? 0));
    const aim = {
      least: "exposure" as const,
      weight: [0, 0],
      exposure: raised("exposure"),
      temptation: raised("temptation"),
    };
    return safestOrder(exchangeIn(road), aim) !== null;
  };

  it("does, and nothing smaller of its kind does", () => {
    fc.assert(
      fc.property(bounded, (road) => {
        const fixes = fixesFor(road, null);
        expect(fixes.length === 0 || !safeWith(road, {})).toBe(true);
        for (const fix of fixes) {
          if (fix.kind === "split" || fix.kind === "escrow") continue;
          const own = road.parties.map(({ id }) => ("party" in fix && id === fix.party ? 1 : 0));
          const by = (points: number) => {
            const times = (who: readonly number[]) => who.map((k) => k * points);
            const [all, one, others] = [times([1, 1]), times(own), times(own.map((who) => 1 - who))];
            if (fix.kind === "all accept") return { exposure: all };
            if (fix.kind === "all forgo") return { temptation: all };
            if (fix.kind === "all accept and forgo") return { exposure: all, temptation: all };
            return fix.kind === "guarantee" ? { exposure: one } : { temptation: one, exposure: others };
          };
          expect(safeWith(road, by(fix.points))).toBe(true);
          // Deposits are in tenths of a point, the rest to the last digit.
          const inTenths = fix.kind === "deposit" || fix.kind === "all accept and forgo";
          expect(safeWith(road, by(fix.points - (inTenths ? 0.1 : 0.01)))).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("splits a step into parts that together are the step", () => {
    fc.assert(
      fc.property(bounded, fc.integer({ min: 2, max: 5 }), (road, parts) => {
        const whole = exchangeIn(road);
        const divided = split(whole, 0, parts);
        const order = safestOrder(divided, { ...none(road), least: "exposure", weight: [1, 1] })?.order ?? [];
        const [last, before] = [walk(divided, order), walk(whole, inOrder(road.steps))];
        for (const p of [0, 1])
          expect(last.exposure.at(-2 + p)).toBeCloseTo(before.exposure.at(-2 + p) ?? Number.NaN, 9);
        for (const fix of fixesFor(road, null)) {
          if (fix.kind !== "split") continue;
          const step = road.steps.findIndex(({ id }) => id === fix.step);
          const found = safestOrder(split(whole, step, fix.parts), {
            ...boundsOf(road),
            least: "exposure",
            weight: [0, 0],
          });
          expect(found && isWithin(walk(split(whole, step, fix.parts), found.order), boundsOf(road))).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

function value<T>(outcome: { ok: true; value: T } | { ok: false; reasons: readonly string[] }): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.reasons.join("\n"));
}

/** Two issues, a gives on x and b on y; each swing is half of everything. */
function exchangeCase(agreement: Record<string, unknown>, private_: Readonly<Record<string, object>> = {}): Roadmap {
  const negotiation = buildCase({
    case: { issues: [issue("x", 3), issue("y", 2)] },
    interests: [
      { ...numbers("a", { x: 1, y: 1 }, { x: [2, 1, 0], y: [0, 1] }), ...(private_.a && { roadmap: private_.a }) },
      { ...numbers("b", { x: 1, y: 1 }, { x: [0, 1, 2], y: [1, 0] }), ...(private_.b && { roadmap: private_.b }) },
    ],
    agreement,
  });
  return value(roadmap(negotiation));
}

const give = { id: "give", by: "a", issue: "x", to: "o2", takes: "2 months", verification: { takes: "1 month" } };
const pay = { id: "pay", by: "b", issue: "y", to: "o1", takes: "1 month" };

/** What each option is worth to a party: its own step costs it, the other's brings it what it wants. */
const optionWorths = (steps: readonly { readonly by: string }[], party: string): Record<string, number[]> =>
  Object.fromEntries(steps.map(({ by }, k) => [`i${k}`, by === party ? [1, 0] : [0, 1]]));

describe("the points of a commitment", () => {
  it("are the issue's move, a share of it, or what the party's file says", () => {
    const halves = [
      { ...give, id: "first", share: 0.25 },
      { ...give, id: "rest", reversible: 0.5 },
    ];
    const map = exchangeCase({ commitments: [...halves, pay] }, { b: { worth: { pay: -7 } } });
    expect(map.road.steps.map(({ worth }) => worth)).toEqual([
      [-12.5, 12.5],
      [-37.5, 37.5],
      [50, -7],
    ]);
    expect(map.road.steps[1]?.lasting).toEqual([-18.75, 18.75]);
    expect(map.steps[1]?.after).toEqual(["first"]);
  });

  it("stand still until a third party releases what it holds", () => {
    const free = exchangeCase({ commitments: [give, pay] });
    const held = exchangeCase({
      commitments: [give, pay],
      roadmap: { escrows: [{ id: "bank", holds: ["give", "pay"] }] },
    });
    expect(free.parties.some(({ exposure }) => exposure > 49)).toBe(true);
    expect(held.parties.map(({ exposure }) => exposure)).toEqual([0, 0]);
    // Released when the last of them is known to be complete.
    expect(held.steps[2]).toMatchObject({ id: "bank", by: [], start: held.steps[0]?.known });
  });

  it("that several promise together are known to each once they are verified, and bind each", () => {
    const map = exchangeCase({ commitments: [{ ...give, by: ["a", "b"] }, pay] });
    expect(map.steps[0]).toMatchObject({ id: "give", by: ["a", "b"] });
    // Nobody is told that a party promises nothing that promises with another.
    expect(exchangeCase({ commitments: [{ ...give, by: ["a", "b"] }] }).remarks.join(" ")).not.toContain(
      "promises nothing",
    );
    expect(map.road.steps.map(({ by }) => by)).toEqual([-1, 1]);
    expect(map.road.steps[0]?.worth).toEqual([-50, 50]);
    const alone = exchangeCase({ commitments: [give, pay] });
    // Alone, whoever does it knows at once that it is complete.
    expect(alone.road.steps.map(({ by }) => by)).toEqual([0, 1]);
  });

  it("that a deposit puts at stake deter who would lose it, and cover the other", () => {
    const map = exchangeCase(
      {
        commitments: [give, pay],
        roadmap: {
          deposits: [{ id: "bond", by: "a", text: "A bond" }],
          guarantees: [{ id: "cover", by: "A bank", for: "a", text: "A cover" }],
        },
      },
      { a: { exposure: 10, temptation: 5, worth: { bond: 8, cover: 20 } }, b: { exposure: 1, worth: { bond: 6 } } },
    );
    expect(map.road.parties).toMatchObject([
      { exposure: 30, temptation: 13 },
      { exposure: 7, temptation: null },
    ]);
  });
});

describe("a roadmap", () => {
  it("says what is missing where nothing is promised", () => {
    const refused = roadmap(buildCase({}));
    expect(refused.ok ? "" : refused.reasons.join()).toMatch(/agreement\.yaml lists no commitments/);
  });

  it("goes first with who has less to lose, and says when nobody is exposed beyond what it accepts", () => {
    const map = exchangeCase({ commitments: [give, pay] }, { a: { exposure: 50 }, b: { exposure: 60 } });
    expect(map.scale).toBe("accepted");
    expect(map.beyond).toBe(0);
    expect(map.sentence).toMatch(/^Nobody is exposed beyond what it accepts/);
    const tight = exchangeCase({ commitments: [give, pay] }, { a: { exposure: 20 }, b: { exposure: 30 } });
    expect(tight.sentence).toMatch(/^This road takes .* beyond what is accepted/);
    // What goes beyond is not said to be a part of it.
    expect(tight.sentence).toMatch(/by \d+ points \(it accepts \d+\)/);
    expect(tight.sentence).not.toMatch(/by 50 points of the/);
    expect(tight.fixes.map(({ kind }) => kind)).toContain("split");
    expect(tight.fixes).toContainEqual({ kind: "guarantee", party: "a", points: 30 });
    expect(tight.fixes).toContainEqual({ kind: "guarantee", party: "b", points: 20 });
    expect(tight.fixes).toContainEqual({ kind: "escrow", steps: ["give", "pay"] });
  });

  it("keeps the days that are due, and shows the road that spares exposure beside it, with what each costs", () => {
    const accepted = { a: { exposure: 20 }, b: { exposure: 60 } };
    const free = exchangeCase({ commitments: [give, pay] }, accepted);
    expect(free.safer).toBeNull();
    expect(free.beyond).toBe(0);
    const due = addDays(free.road.start, 70);
    const map = exchangeCase({ commitments: [{ ...give, due }, pay] }, accepted);
    expect(map.steps.filter(({ late }) => late)).toEqual([]);
    expect(map.beyond).toBeGreaterThan(0);
    expect(map.safer?.beyond).toBe(0);
    expect(map.safer?.late).toEqual([{ id: "give", due, end: free.steps[0]?.end }]);
    expect(map.sentence).toContain("All due days are kept, and that costs exposure: a road to");
    expect(map.sentence).toMatch(/a road to \S+ exposes Ann by \d+ points and Bob by \d+ points at most, and then/);
    const easy = exchangeCase({ commitments: [{ ...give, due: addDays(free.road.start, 200) }, pay] }, accepted);
    expect([easy.safer, easy.beyond]).toEqual([null, 0]);
  });

  it("says that all due days are kept only where none is late, and counts no day against the safer road that both miss", () => {
    const accepted = { a: { exposure: 20 }, b: { exposure: 60 } };
    const { start } = exchangeCase({ commitments: [give, pay] }, accepted).road;
    const due = addDays(start, 70);
    // It takes a month, and is due after nine days.
    const never = { id: "never", by: "b", text: "Never", takes: "1 month", due: addDays(start, 9) };
    const map = exchangeCase({ commitments: [{ ...give, due }, pay, never] }, accepted);
    expect(map.steps.filter(({ late }) => late).map(({ id }) => id)).toEqual(["never"]);
    expect(map.safer?.late.map(({ id }) => id)).toEqual(["give"]);
    expect(map.sentence).not.toContain("All due days");
    expect(map.sentence).toContain("More due days are kept than on the safer road, and that costs exposure: a road to");
  });

  describe("is beaten by no road that it is held against", () => {
    const swing = fc.integer({ min: 1, max: 60 });
    const promised = fc.array(
      fc.record({
        by: fc.constantFrom("a", "b"),
        takes: fc.integer({ min: 0, max: 40 }),
        lag: fc.constantFrom(0, 0, 10),
        due: fc.constantFrom(null, null, 30, 60, 120),
      }),
      { minLength: 4, maxLength: 4 },
    );
    const accepted = fc.record({ exposure: fc.integer({ min: 5, max: 80 }) });
    const spelt = (points: readonly number[]) => Object.fromEntries(points.map((point, k) => [`i${k}`, point]));
    const worths = fc.array(swing, { minLength: 4, maxLength: 4 });

    it("neither by a faster one that is as safe, nor by a safer one that is as fast and keeps the same days", () => {
      fc.assert(
        fc.property(promised, worths, worths, accepted, accepted, (steps, ofA, ofB, a, b) => {
          const gain = (party: string) => optionWorths(steps, party);
          const negotiation = buildCase({
            case: { issues: steps.map((_, k) => issue(`i${k}`, 2)) },
            interests: [
              { ...numbers("a", spelt(ofA), gain("a")), roadmap: a },
              { ...numbers("b", spelt(ofB), gain("b")), roadmap: b },
            ],
            agreement: {
              commitments: steps.map(({ by, takes, lag, due }, k) => ({
                id: `s${k}`,
                by,
                issue: `i${k}`,
                to: "o1",
                takes: `${takes} days`,
                verification: { takes: `${lag} days` },
                ...(due !== null && { due: addDays("2025-01-01", due) }),
              })),
              roadmap: { start: "2025-01-01" },
            },
          });
          const map = value(roadmap(negotiation));
          for (const { starts, name } of [
            ...map.tradeOffs.map((one) => ({ ...one, name: "found" })),
            ...map.baselines,
          ]) {
            const course = follow(map.road, starts);
            const worst = Math.max(
              ...map.parties.map(({ accepts }, p) => (course.worst[p]?.exposure ?? 0) / (accepts ?? 1)),
            );
            const kept = course.late.every((late) => map.course.late.includes(late)) && course.early.length === 0;
            if (!kept || breach(course, boundsOf(map.road)) > map.beyond + 1e-6) continue;
            const beaten =
              course.end <= map.course.end &&
              worst <= map.worst + 1e-6 &&
              (course.end < map.course.end || worst < map.worst - 1e-6);
            expect([name, beaten]).toEqual([name, false]);
          }
        }),
        { numRuns: 20 },
      );
    });

    it("leaves waiting what need not be done at once, and shows it so when only the plan is asked for", () => {
      const steps = [
        { id: "first", by: "a", issue: "w", to: "o1", takes: "30 days" },
        { id: "second", by: "a", issue: "x", to: "o1", takes: "30 days", after: ["first"] },
        { id: "return", by: "b", issue: "y", to: "o1", takes: "5 days" },
        { id: "more", by: "b", issue: "z", to: "o1", takes: "5 days" },
      ];
      const [own, theirs] = [
        { w: [1, 0], x: [1, 0], y: [0, 1], z: [0, 1] },
        { w: [0, 1], x: [0, 1], y: [1, 0], z: [1, 0] },
      ];
      const negotiation = buildCase({
        case: { issues: ["w", "x", "y", "z"].map((id) => issue(id, 2)) },
        interests: [
          { ...numbers("a", { w: 10, x: 10, y: 40, z: 40 }, own), roadmap: { exposure: 60 } },
          { ...numbers("b", { w: 30, x: 30, y: 20, z: 20 }, theirs), roadmap: { exposure: 60 } },
        ],
        agreement: { commitments: steps, roadmap: { start: "2025-01-01" } },
      });
      for (const quick of [false, true]) {
        const map = value(roadmap(negotiation, { quick }));
        expect(map.course.end).toBe(60);
        expect(map.worst).toBeCloseTo(1 / 3, 6);
      }
    });
  });

  it("says that nobody is exposed only where nearly all models say so", () => {
    // Held together and released at once, the exchange is a gain in the median of the models and a loss in some.
    const between = buildCase({
      case: { issues: [issue("x", 3), issue("y", 2)] },
      interests: [
        {
          party: "a",
          swings: { intervals: { y: [0.4, 0.9] } },
          scores: { x: { prefer: "less" }, y: { prefer: "more" } },
        },
        {
          party: "b",
          swings: { intervals: { x: [0.4, 0.9] } },
          scores: { x: { prefer: "more" }, y: { prefer: "less" } },
        },
      ],
      agreement: {
        commitments: [give, pay],
        roadmap: { escrows: [{ id: "bank", holds: ["give", "pay"] }] },
      },
    });
    const found = value(roadmap(between));
    expect(found.parties.map(({ exposure }) => exposure)).toEqual([0, 0]);
    for (const { id } of found.parties) expect(found.certainty?.exposure[id]?.high).toBeGreaterThan(5);
    expect(found.sentence).toMatch(
      /exposes nobody in the median of the models; in the worst twentieth of the models it exposes Ann by over \d+(\.\d)? points and Bob by over \d+(\.\d)? points\./,
    );
    const certain = exchangeCase({ commitments: [{ id: "free", by: "a", text: "free" }] });
    expect(certain.sentence).toContain("exposes nobody.");
  });

  it("knows the payment that can be cut, and how much of it must be unpaid before each delivery", () => {
    const map = exchangeCase(
      {
        commitments: [
          { ...give, to: "o1" },
          { ...pay, divisible: true },
        ],
      },
      {
        a: { temptation: 5 },
        b: { temptation: 5 },
      },
    );
    // x to the middle costs a 25 of its points and brings b 25; y brings a 50 and costs b 50: in parts of the payment, 0.5.
    expect(map.slices).toMatchObject({ payment: "pay", needed: 0.5, accepted: 0.2, pieces: null });
    expect(map.slices?.deliveries).toEqual([{ step: "give", unpaid: null }]);
  });

  it("tells what the commitments leave undone of the package on the table", () => {
    const map = exchangeCase({ onTheTable: { x: "o2", y: "o1" }, commitments: [{ ...give, share: 0.5 }] });
    expect(map.undone).toEqual([
      { issue: "x", name: "X", table: "o2", tableName: "o2", reached: "o0", reachedName: "o0" },
      { issue: "y", name: "Y", table: "o1", tableName: "o1", reached: "o0", reachedName: "o0" },
    ]);
    expect(map.remarks.join()).toMatch(/Bob promises nothing here/);
  });

  it("names the commitments that stand on a word which the sides read differently", () => {
    const map = value(roadmap(readCase("hospital-contract"), { models: 20 }));
    expect(map.remarks.join("\n")).toMatch(/use “[^”]+”, of which \d+ parts are contested and \d+ claimed/);
  });

  it("is the same when it is told the days that it found", () => {
    const negotiation = readCase("hanoi-2019");
    const map = value(roadmap(negotiation, { models: 50 }));
    const again = restated(
      negotiation,
      map,
      map.starts,
      map.steps.map(({ pinned }) => pinned),
    );
    // Which models keep their bounds is counted for the plan alone, and the sentence says less without it.
    expect({ ...again, certainty: map.certainty, sentence: map.sentence, said: map.said }).toEqual(map);
  });

  it("counts the models that keep their bounds: those in which a step costs no more than is accepted", () => {
    const negotiation = buildCase({
      case: { issues: [issue("x", 2), issue("y", 2)] },
      interests: [
        {
          party: "a",
          swings: { rank: ["y", "x"] },
          scores: { x: { prefer: "less" }, y: { prefer: "more" } },
          roadmap: { exposure: 25 },
        },
        {
          party: "b",
          swings: { rank: ["x", "y"] },
          scores: { x: { prefer: "more" }, y: { prefer: "less" } },
          roadmap: { exposure: 100 },
        },
      ],
      agreement: {
        commitments: [
          { ...give, to: "o1", start: "2020-07-01" },
          { ...pay, start: "2021-07-01" },
        ],
      },
    });
    // The weight of x is the smaller of two, so that it costs at most 25 points in I(¼; 2.5, 2.5) ⁄ I(½; 2.5, 2.5) of the models.
    const density = (x: number) => (x * (1 - x)) ** 1.5;
    const expected = integral(density, 0, 0.25) / integral(density, 0, 0.5);
    const map = value(roadmap(negotiation, { models: 4000 }));
    expect(Math.abs((map.certainty?.whole ?? 0) - expected)).toBeLessThan(0.02);
    expect(map.certainty?.weakest).toBe(0);
  });
});

describe("precedents", () => {
  it("INF: by month 29 launchers for 171 warheads, so that at most 57 SS-20 are left (Harahan, chapter 6)", () => {
    const map = value(roadmap(readCase("inf-1987")));
    const parity = map.milestones.find(({ id }) => id === "parity-ussr");
    expect(parity).toMatchObject({
      day: "1990-11-01",
      met: true,
      atMost: { left: 171, of: [{ stands: 57, most: 57 }] },
    });
    expect(map.milestones.every(({ met }) => met)).toBe(true);
    expect(map.end).toBe("1991-06-01");
    expect(daysBetween(map.road.start, map.end)).toBe(map.course.end);
  });

  it("the Six-Party plan: sixty days in parallel, then disablement and declaration by the end of the year", () => {
    const map = value(roadmap(readCase("six-party-2007"), { models: 100 }));
    expect(map.milestones.map(({ day, met }) => [day, met])).toEqual([
      ["2007-04-14", true],
      ["2007-12-31", true],
    ]);
    expect(map.steps.some(({ late, early }) => late || early)).toBe(false);
  });
});
