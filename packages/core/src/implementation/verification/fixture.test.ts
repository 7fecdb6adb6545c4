// Published and recomputed figures of what inspections see.
import { describe, expect, it } from "vitest";
import {
  absence,
  allocation,
  imperfectChecks,
  inspectionGames,
  sampleSizes,
  search,
  securityGames,
} from "../../../test/evidence/inspection.js";
import { inspectNow, violatorValue } from "./inspection-game.js";
import { deterrenceEffort, level, siteWay } from "./level.js";
import { detection, exactSampleSize, iaeaSampleSize, improvedSampleSize } from "./sample-size.js";
import { beliefAfter, searchOrder } from "./search.js";
import { allocate } from "./strata.js";

describe("published and recomputed figures", () => {
  it("has all 90 sample sizes: exact, the IAEA's and the improved, and what they detect", () => {
    expect(sampleSizes).toHaveLength(90);
    for (const { items, falsified, probability, ...sizes } of sampleSizes) {
      const sampling = { items, falsified };
      expect([
        items,
        falsified,
        probability,
        {
          exact: exactSampleSize(sampling, probability),
          iaea: iaeaSampleSize(sampling, probability),
          improved: improvedSampleSize(sampling, probability),
        },
      ]).toEqual([items, falsified, probability, sizes]);
      for (const size of Object.values(sizes))
        expect(detection(sampling, size)).toBeCloseTo(seen(items, falsified, size), 12);
      // Exact is the fewest.
      expect(seen(items, falsified, sizes.exact)).toBeGreaterThan(probability - 1e-12);
      expect(seen(items, falsified, sizes.exact - 1)).toBeLessThan(probability);
    }
  });

  it("sees 0.83234 with 37 imperfect checks, and needs 37, 46 and 74 for 90 %", () => {
    const { items, falsified, drawn, identification, for90 } = imperfectChecks;
    expect(detection({ items, falsified, identification }, drawn)).toBeCloseTo(imperfectChecks.detection, 12);
    for (const [sure, size] of for90)
      expect(exactSampleSize({ items, falsified, identification: sure }, 0.9)).toBe(size);
  });

  it("has all 132 values of Dresher's game, and what to do on the first occasion", () => {
    expect(inspectionGames).toHaveLength(132);
    for (const { sanction, occasions, inspections, value } of inspectionGames) {
      expect(violatorValue(occasions, inspections, sanction)).toBeCloseTo(value, 12);
      // To the violator a violation now is worth no more and no less than the game: 1 − p(1 + b). With an inspection
      // for every occasion there is one now.
      const now = inspections < occasions ? (1 - value) / (1 + sanction) : 1;
      expect(inspectNow(occasions, inspections, sanction)).toBeCloseTo(now, 12);
    }
  });

  it("allocates as worked: 7.5, 9.375 and 18.75 checks against 0.75, 1.25 and 2.5 items", () => {
    const { each, items, effort, total, goal, weight, checks, diverted } = allocation;
    const strata = each.map((worth, i) => ({
      items: items[i] ?? 0,
      each: worth,
      effort: effort[i] ?? 0,
      identification: 1,
    }));
    const found = allocate(strata, total, goal);
    expect(found).toMatchObject({ weight, checks, diverted });
    expect(found.detection).toBeCloseTo(allocation.detection, 12);
  });

  it("holds sites down to the levels of the security games, and deters from 2.4333 on", () => {
    for (const { unseen, seen: caught, levels, deters } of securityGames) {
      const ways = unseen.map((worth, i) => siteWay(worth, caught[i] ?? 0));
      for (const { visits, seenAt, ...known } of levels) {
        const found = level(ways, visits);
        expect(found.level).toBeCloseTo(known.level, seenAt ? 9 : 6);
        if (seenAt) expect(found.detection).toEqual(seenAt.map((share) => expect.closeTo(share, 9)));
      }
      if (deters !== undefined) expect(deterrenceEffort(ways)).toBeCloseTo(deters, 9);
    }
  });

  it("looks where the index rule says: 1, 3, 2, 1, 3, 3, 1, 2, 3", () => {
    const { prior, overlook, cost, order, found, foundByNine, expectedCost } = search;
    const places = prior.map((one, i) => ({ prior: one, overlook: overlook[i] ?? 0, cost: cost[i] ?? 0 }));
    const looks = searchOrder(places, { looks: 9, effort: 1e9 });
    expect(looks.map(({ place }) => place + 1)).toEqual(order);
    found.forEach((share, i) => {
      expect(looks[i]?.found).toBeCloseTo(share, 10);
    });
    expect(looks.at(-1)?.found).toBeCloseTo(foundByNine, 10);
    // What is spent where it is found within the nine looks.
    const expected = looks.reduce((sum, look, i) => sum + look.spent * (look.found - (looks[i - 1]?.found ?? 0)), 0);
    expect(expected).toBeCloseTo(expectedCost, 3);
  });

  it("leaves of a belief of 0.4 what clean looks leave", () => {
    for (const [looks, left] of absence.left)
      expect(beliefAfter(absence.prior, absence.seenByOne, looks)).toBeCloseTo(left, 4);
  });
});

/** Whether one of the falsified is among those drawn, by multiplying out that each further one drawn is none. */
function seen(items: number, falsified: number, drawn: number): number {
  let unseen = 1;
  for (let k = 0; k < drawn; k++) unseen *= Math.max(0, items - falsified - k) / (items - k);
  return 1 - unseen;
}
