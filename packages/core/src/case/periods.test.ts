import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemsIn } from "../../test/build-case.js";
import { addPeriod, periodText, readPeriod } from "./periods.js";

describe("a length of time", () => {
  it.each([
    ["60 days", { months: 0, days: 60 }],
    ["2 months", { months: 2, days: 0 }],
    ["1 year and 6 months", { months: 18, days: 0 }],
    ["1 year, 2 weeks", { months: 12, days: 14 }],
    ["0 days", { months: 0, days: 0 }],
  ])("is read from %s", (written, period) => {
    expect(readPeriod(written)).toEqual(period);
  });

  it.each(["", "soon", "-2 months", "two months", "2 fortnights", "1.5 months", "101 years", "2 months ago"])(
    "is not read from “%s”",
    (written) => {
      expect(readPeriod(written)).toBeNull();
    },
  );

  it("is read as it is written", () => {
    fc.assert(
      fc.property(fc.nat(1200), fc.nat(2000), (months, days) => {
        if (months + days > 0) expect(readPeriod(periodText({ months, days }))).toEqual({ months, days });
      }),
    );
  });

  it("counts months by the calendar and days as days", () => {
    expect(addPeriod("2019-01-31", { months: 1, days: 0 })).toBe("2019-02-28");
    expect(addPeriod("2020-01-31", { months: 1, days: 1 })).toBe("2020-03-01");
    expect(addPeriod("2007-02-13", { months: 0, days: 60 })).toBe("2007-04-14");
    expect(addPeriod("1988-06-01", { months: 29, days: 0 })).toBe("1990-11-01");
  });
});

describe("a commitment that cannot be", () => {
  const to = { issue: "x", to: "o1" };
  const promised = (...commitments: object[]) => ({ agreement: { commitments } });
  it.each([
    [
      "that waits for itself, by way of another",
      promised({ id: "p", by: "a", text: "P", after: ["q"] }, { id: "q", by: "b", text: "Q", after: ["p"] }),
      /agreement\.yaml:\d+:\d+ .*waits for itself: "p" after "q" after "p"/,
    ],
    ["of negative length", promised({ id: "p", by: "a", ...to, takes: "-3 months" }), /runs forwards/],
    ["of no length", promised({ id: "p", by: "a", ...to, takes: "a while" }), /"a while" is no length of time/],
    [
      "that begins too late for its day",
      promised({ id: "p", by: "a", ...to, takes: "2 months", start: "2020-01-01", due: "2020-02-01" }),
      /ends on 2020-03-01, after it is due/,
    ],
    ["of a party that is not there", promised({ id: "p", by: "c", ...to }), /unknown party "c"/],
    ["that moves nothing", promised({ id: "p", by: "a", issue: "x", to: "o0" }), /moves nothing/],
    ["that says nothing", promised({ id: "p", by: "a" }), /say what it is/],
    [
      "that goes more than the whole way",
      promised({ id: "p", by: "a", ...to, share: 0.7 }, { id: "q", by: "a", ...to, share: 0.4 }),
      /110 % of the way/,
    ],
    [
      "that begins where the issue is not",
      promised({ id: "p", by: "a", issue: "x", from: "o1", to: "o0" }),
      /today the issue stands at "o0"/,
    ],
    [
      "held twice",
      {
        agreement: {
          commitments: [
            { id: "p", by: "a", text: "P" },
            { id: "q", by: "b", text: "Q" },
          ],
          roadmap: { escrows: [{ id: "e", holds: ["p", "p"] }] },
        },
      },
      /held twice/,
    ],
    [
      "counted by a milestone without numbers",
      {
        agreement: {
          roadmap: { milestones: [{ id: "m", name: "M", at: "1 year", atMost: { total: 1, of: { x: 1 } } }] },
        },
      },
      /are no numbers/,
    ],
    [
      "worth something to a party that does not know it",
      { interests: [{ party: "a", roadmap: { worth: { nothing: 3 } } }] },
      /unknown commitment "nothing"/,
    ],
  ])("%s is a problem with a place", (_, written, message) => {
    expect(problemsIn(written).join("\n")).toMatch(message);
  });

  it("does not hide that two make one way: halves of it add up", () => {
    expect(problemsIn(promised({ id: "p", by: "a", ...to, share: 0.5 }, { id: "q", by: "a", ...to }))).toEqual([]);
  });
});
