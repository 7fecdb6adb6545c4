// The checked figures of ../shared/data (verify_fixtures.json and its tables); skipped where they are not there.
import { describe, expect, it } from "vitest";
import { isHere, readFixture, readTable } from "../../../test/verify-fixture.js";
import { inspectNow, violatorValue } from "./inspection-game.js";
import { deterrenceEffort, level, siteWay } from "./level.js";
import { detection, exactSampleSize, iaeaSampleSize, improvedSampleSize } from "./sample-size.js";
import { beliefAfter, searchOrder } from "./search.js";
import { allocate } from "./strata.js";

describe.skipIf(!isHere)("the figures of ../shared/data (skipped where they are not there)", () => {
  it("has all 90 sample sizes: exact, the IAEA's and the improved, and what they detect", () => {
    const rows = readTable("sample_sizes.csv");
    expect(rows).toHaveLength(90);
    for (const row of rows) {
      const [items, falsified, probability, exact, iaea, improved, atIaea, atExact] = Object.values(row).map(
        Number,
      ) as [number, number, number, number, number, number, number, number];
      const sampling = { items, falsified };
      expect([items, falsified, probability, exactSampleSize(sampling, probability)]).toEqual([
        items,
        falsified,
        probability,
        exact,
      ]);
      expect(iaeaSampleSize(sampling, probability)).toBe(iaea);
      expect(improvedSampleSize(sampling, probability)).toBe(improved);
      expect(detection(sampling, iaea)).toBeCloseTo(atIaea, 12);
      expect(detection(sampling, exact)).toBeCloseTo(atExact, 12);
    }
  });

  it("sees 0.83234 with 37 imperfect checks, and needs 37, 46 and 74 for 90 %", () => {
    const { N, d, n, p, dp, nFor90 } = readFixture().imperfectDetection;
    expect(detection({ items: N, falsified: d, identification: p }, n)).toBeCloseTo(dp, 12);
    const sizes = [1, 0.8, 0.5].map((identification) =>
      exactSampleSize({ items: N, falsified: d, identification }, 0.9),
    );
    expect(sizes).toEqual([nFor90.p1, nFor90["p0.8"], nFor90["p0.5"]]);
  });

  it("has all 132 values of Dresher's game, and what to do on the first occasion", () => {
    const rows = readTable("dresher_values.csv");
    expect(rows).toHaveLength(132);
    for (const { b, n, m, value_decimal, prob_inspect_stage1 } of rows) {
      const [sanction, occasions, inspections] = [b, n, m].map((cell) => fraction(cell ?? "")) as [
        number,
        number,
        number,
      ];
      expect(violatorValue(occasions, inspections, sanction)).toBeCloseTo(Number(value_decimal), 12);
      expect(inspectNow(occasions, inspections, sanction)).toBeCloseTo(Number(prob_inspect_stage1), 12);
    }
  });

  it("allocates as worked: 7.5, 9.375 and 18.75 checks against 0.75, 1.25 and 2.5 items", () => {
    const { mu, N, eps, C, M, S, n, r, dp } = readFixture().allocation;
    const strata = mu.map((each, i) => ({ items: N[i] ?? 0, each, effort: eps[i] ?? 0, identification: 1 }));
    const found = allocate(strata, C, M);
    expect(found.weight).toBe(S);
    expect(found.checks).toEqual(n);
    expect(found.diverted).toEqual(r);
    expect(found.detection).toBeCloseTo(dp, 12);
  });

  it("holds sites down to the levels of the security games, and deters from 2.4333 on", () => {
    for (const { Uu, Uc, m, x, c, deterrenceResources, xByM } of readFixture().securityGame) {
      const ways = Uu.map((unseen, i) => siteWay(unseen, Uc[i] ?? 0));
      if (m !== undefined && x !== undefined) {
        const found = level(ways, m);
        expect(found.level).toBeCloseTo(x, 9);
        c?.forEach((one, i) => {
          expect(found.detection[i]).toBeCloseTo(one, 9);
        });
      }
      if (deterrenceResources !== undefined) expect(deterrenceEffort(ways)).toBeCloseTo(deterrenceResources, 9);
      xByM?.forEach((one, i) => {
        expect(level(ways, i + 1).level).toBeCloseTo(one, 6);
      });
    }
  });

  it("looks where the index rule says: 1, 3, 2, 1, 3, 3, 1, 2, 3", () => {
    const { p, overlook, cost, order, cumDetection, detection9, expectedCost9 } = readFixture().blackwellSearch;
    const places = p.map((prior, i) => ({ prior, overlook: overlook[i] ?? 0, cost: cost[i] ?? 0 }));
    const looks = searchOrder(places, { looks: 9, effort: 1e9 });
    expect(looks.map(({ place }) => place + 1)).toEqual(order);
    cumDetection.forEach((found, i) => {
      expect(looks[i]?.found).toBeCloseTo(found, 10);
    });
    expect(looks.at(-1)?.found).toBeCloseTo(detection9, 10);
    // What is spent where it is found within the nine looks.
    const expected = looks.reduce((sum, { spent, found }, i) => sum + spent * (found - (looks[i - 1]?.found ?? 0)), 0);
    expect(expected).toBeCloseTo(expectedCost9, 3);
  });

  it("leaves of a belief of 0.4 what three clean looks leave", () => {
    const { prior, q, posterior } = readFixture().absence;
    for (const [looks, left] of Object.entries(posterior))
      expect(beliefAfter(prior, q, Number(looks))).toBeCloseTo(left, 4);
  });
});

const fraction = (text: string): number => {
  const [above = "", below = "1"] = text.split("/");
  return Number(above) / Number(below);
};
