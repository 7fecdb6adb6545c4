// The time-indexed programme on HiGHS, against what is known of ten commitments.
import { describe, expect, it } from "vitest";
import { follow } from "../packages/core/src/implementation/roadmap/course.js";
import { lay } from "../packages/core/src/implementation/roadmap/lay.js";
import { dayOf, programmeOf } from "../packages/core/src/implementation/roadmap/programme.js";
import type { Road } from "../packages/core/src/implementation/roadmap/road.js";
import { safestOrder } from "../packages/core/src/implementation/roadmap/safest-order.js";
import {
  commitments,
  fewestMonths,
  PARTIES,
  precedences,
  tenCommitments,
} from "../packages/core/test/evidence/ten-commitments.js";
import { solverWithin } from "../packages/node/src/jobs/solver.js";

const FREE = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];

function roadOf(): Road {
  return {
    start: "2020-01-01",
    parties: PARTIES.map((id) => ({ id, name: id, exposure: null, temptation: null })),
    steps: commitments.map(({ id, by, worth, months, lag }, place) => ({
      id,
      by,
      after: precedences[place] ?? [],
      waitsToKnow: false,
      takes: { months, days: 0 },
      lag: { months: lag, days: 0 },
      worth,
      lasting: worth,
      divisible: false,
      pinned: null,
      due: null,
    })),
  };
}

const monthsTo = (road: Road, day: number): number => {
  let month = 0;
  while (dayOf(road.start, "month", month) < day) month++;
  return month;
};

const ask = async (road: Road, caps: Parameters<typeof programmeOf>[1], horizon: number) => {
  const programme = programmeOf(road, caps, horizon);
  if (!programme) throw new Error("no programme");
  return await solverWithin(60)(programme);
};

describe("the least time of the ten commitments", () => {
  it.each(fewestMonths)(
    "under a cap of $cap is $months months, proven, and placing one by one finds as much",
    async ({ cap, months }) => {
      const road = roadOf();
      const caps = { exposure: [cap, cap], temptation: FREE };
      const order = safestOrder(tenCommitments(), { ...caps, least: "exposure", weight: [1, 1] })?.order ?? [];
      const laid = lay(road, [order], caps);
      expect([laid.beyond, monthsTo(road, laid.course.end)]).toEqual([0, months]);
      const answer = await ask(road, caps, months);
      expect(answer?.optimal).toBe(true);
      const course = follow(road, answer?.starts ?? []);
      expect(monthsTo(road, course.end)).toBe(months);
      expect(course.early).toEqual([]);
      for (const { exposure } of course.worst) expect(exposure).toBeLessThanOrEqual(cap + 1e-6);
      // A month less, and there is none.
      expect(await ask(road, caps, months - 1)).toBeNull();
    },
    120_000,
  );

  it("is none under a cap of 1", async () => {
    expect(await ask(roadOf(), { exposure: [1, 1], temptation: FREE }, 40)).toBeNull();
  }, 120_000);
});

describe("a solver", () => {
  it("that cannot read what it is asked finds nothing, and answers the next", async () => {
    const solve = solverWithin(5);
    const programme = {
      binaries: 1,
      startsIn: (isOne: (name: string) => boolean) => (isOne("x") ? [0] : null),
    };
    expect(await solve({ ...programme, text: "nonsense" })).toBeNull();
    const text = "Minimize\n obj: x\nSubject To\n a: x >= 1\nBinary\n x\nEnd\n";
    expect(await solve({ ...programme, text })).toEqual({ starts: [0], optimal: true });
  });
});
