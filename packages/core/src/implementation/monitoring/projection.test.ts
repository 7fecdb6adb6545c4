// What is foretold is held against the limit that holds on the day for which it is foretold.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { first, standing, watched } from "../../../test/watched.js";
import { dayNumber } from "./book.js";

const stepped = watched({
  metrics: [{ id: "m", name: "Guns", unit: "guns", inspect: "3 years" }],
  obligations: [
    {
      id: "limit",
      by: "a",
      text: "Guns",
      from: "2020-01-01",
      warn: "1 year",
      keep: {
        metric: "m",
        limits: [
          { from: "2020-01-01", atMost: 40 },
          { from: "2020-07-01", atMost: 12 },
        ],
      },
    },
  ],
});
const row = (day: string, n: number) => `${day},${day},m,${n},guns,verified,,,\n`;
const crossing = (rows: string, asOf: string) => {
  const found = standing(stepped, rows, { asOf });
  return { one: first(found), due: found.due.filter(({ kind }) => kind === "crossing") };
};

describe("a projection", () => {
  it("is no breach where the pace brings the figure within a limit by the day on which that begins", () => {
    const falling = row("2020-02-01", 38) + row("2020-03-15", 30) + row("2020-04-20", 22) + row("2020-05-25", 14);
    const { one, due } = crossing(falling, "2020-05-26");
    expect(one).toMatchObject({ standing: "compliant", projection: { crosses: null, figures: 4 } });
    expect(due).toEqual([]);
  });

  it("names the limit that holds on its day, where the pace is too slow for it", () => {
    const slow = row("2020-02-01", 38) + row("2020-03-15", 36) + row("2020-04-20", 34);
    const { one } = crossing(slow, "2020-04-21");
    expect(one.standing).toBe("at-risk");
    expect(one.why).toContain("beyond its limit (at most 12 guns) on 2020-07-01");
  });

  it("has no pace from one figure, which is then taken as it is", () => {
    const { one, due } = crossing(row("2020-02-01", 38), "2020-03-01");
    expect(one).toMatchObject({
      standing: "at-risk",
      projection: { perYear: null, crosses: "2020-07-01", figures: 1 },
      why: "38 guns for 2020-02-01, which is beyond what holds from 2020-07-01 on",
    });
    expect(due.map(({ what }) => what)).toEqual([
      "Guns (Ann): beyond the limit that begins, if the figure stays as it is",
    ]);
  });

  it("crosses, by brute force, on the first day on which the line is beyond the limit of that day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (a, b) => {
        const { one } = crossing(row("2020-03-01", a) + row("2020-04-10", b), "2020-04-11");
        const at = (days: number) => b + ((b - a) / 40) * days;
        // 1 July is 82 days after 10 April.
        const days = Array.from({ length: 3000 }, (_, i) => i + 1);
        const expected = days.find((day) => at(day) > (day < 82 ? 40 : 12) + 1e-9);
        const crosses = one.projection?.crosses ?? null;
        const found = crosses === null ? undefined : dayNumber(crosses) - dayNumber("2020-04-10");
        expect(found !== undefined && found > 3000 ? undefined : found).toBe(expected);
      }),
    );
  });
});
