import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, problemsIn } from "../../../test/build-case.js";
import { addPeriod, type Case, daysBetween, isWeekend } from "../../case/index.js";
import { ruleOf, sittingsOf } from "./occurrences.js";
import { type MeetingSeries, schedule } from "./schedule.js";

const withMeetings = (meetings: readonly object[], more: object = {}): Case =>
  buildCase({ agreement: { meetings, ...more } });

const meeting = (more: object) => ({ id: "m", name: "Round", from: "2020-07-01", ...more });

function seriesOf(negotiation: Case): readonly MeetingSeries[] {
  const found = schedule(negotiation);
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value.series;
}

const only = (more: object): MeetingSeries => {
  const [first] = seriesOf(withMeetings([meeting(more)]));
  if (!first) throw new Error("no series");
  return first;
};

const day = fc
  .tuple(fc.integer({ min: 2019, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`);

/** 0 is Monday: Zeller's congruence (1887). */
function weekdayOf(year: number, month: number, date: number): number {
  const [y, m] = month < 3 ? [year - 1, month + 12] : [year, month];
  const h =
    (date + Math.floor((13 * (m + 1)) / 5) + y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7;
  return (h + 5) % 7;
}

describe("how often", () => {
  it.each([
    ["3 months", { least: { months: 3, days: 0 }, most: { months: 3, days: 0 } }],
    ["three to four months", { least: { months: 3, days: 0 }, most: { months: 4, days: 0 } }],
    ["Two weeks", { least: { months: 0, days: 14 }, most: { months: 0, days: 14 } }],
    ["month", { least: { months: 1, days: 0 }, most: { months: 1, days: 0 } }],
    ["1 to 2 years", { least: { months: 12, days: 0 }, most: { months: 24, days: 0 } }],
    ["3–4 months", { least: { months: 3, days: 0 }, most: { months: 4, days: 0 } }],
  ])("“%s” is read", (every, rhythm) => {
    expect(withMeetings([meeting({ every })]).meetings[0]?.rhythm).toMatchObject(rhythm);
  });

  it.each(["now and then", "four to three months", "0 months", "3 to months", "-1 weeks", "99999 years"])(
    "“%s” is refused with its place",
    (every) => {
      expect(problemsIn({ agreement: { meetings: [meeting({ every })] } }).join()).toMatch(
        /agreement\.yaml:\d+:\d+.*is no rhythm/,
      );
    },
  );

  it.each([
    [{ every: "3 months", on: "fifth Monday" }, /is no day of a month/],
    [{ every: "2 weeks", on: "first Monday" }, /needs a rhythm of months/],
    [{ every: "3 months", on: "last Wednesday" }, /is not the last Wednesday of its month. Write 2020-07-29/],
    [{ on: "first Monday" }, /write every/],
    [{ timeZone: "Mars/Olympus" }, /is no time zone/],
    [{ timeZone: "+02:00" }, /is no time zone/],
    [{ sessions: [{ name: "x", at: "25:00" }] }, /such as 09:30/],
    [{ sessions: [{ name: "x", at: "09:00" }] }, /in no time zone/],
    [{ sessions: [{ name: "x", day: 2 }] }, /is day 2 of a meeting of 1 day/],
    [{ until: "2020-07-03", days: 2 }, /do not agree: that is 3 days/],
    [{ until: "2020-09-03" }, /31 is the most/],
    [{ until: "2020-06-03" }, /before it begins/],
    [{ parties: ["carol"] }, /unknown party "carol"/],
    [{ rounds: [{ name: "x", ahead: "soon" }] }, /no length of time/],
  ])("%j is refused: why, and what to write", (more, why) => {
    expect(problemsIn({ agreement: { meetings: [meeting(more)] } }).join("\n")).toMatch(why);
  });
});

describe("the days of a series", () => {
  it("are a rhythm apart, counted from the first, in order and each once", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), fc.constantFrom("day", "week", "month"), (from, n, unit) => {
        const [series] = seriesOf(withMeetings([meeting({ from, every: `${n} ${unit}s` })]));
        const days = series?.occurrences.map((one) => one.day) ?? [];
        expect(days).toEqual([...new Set(days)].sort());
        days.forEach((one, k) => {
          const apart =
            unit === "month" ? { months: k * n, days: 0 } : { months: 0, days: k * n * (unit === "week" ? 7 : 1) };
          expect(one).toBe(addPeriod(from, apart));
        });
      }),
      { numRuns: 60 },
    );
  });

  it("by a weekday of the month are that weekday, and the first or the last of its kind there", () => {
    const nth = ["first", "second", "third", "fourth", "last"];
    const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    fc.assert(
      fc.property(day, fc.constantFrom(...nth), fc.constantFrom(...weekdays), (from, which, weekday) => {
        const [series] = seriesOf(
          withMeetings([meeting({ from: from.slice(0, 7), every: "1 month", on: `${which} ${weekday}` })]),
        );
        for (const { day: one } of series?.occurrences ?? []) {
          const [year = 0, month = 0, date = 0] = one.split("-").map(Number);
          expect(weekdays[weekdayOf(year, month, date)]).toBe(weekday);
          const place = Math.ceil(date / 7);
          const isLast =
            date + 7 > daysBetween(`${one.slice(0, 7)}-01`, addPeriod(`${one.slice(0, 7)}-01`, { months: 1, days: 0 }));
          if (which === "last") expect(isLast).toBe(true);
          else expect(place).toBe(nth.indexOf(which) + 1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("of which only the month is set is tentative, on a working day, and flagged", () => {
    for (const from of ["2020-02", "2020-08", "2021-05", "2022"]) {
      const series = only({ from });
      expect(series.tentative).toBe(true);
      expect(series.flags).toMatchObject([{ kind: "undated" }]);
      expect(isWeekend(series.occurrences[0]?.day ?? "")).toBe(false);
      expect(series.occurrences[0]?.day.startsWith(from)).toBe(true);
    }
    expect(only({ from: "2020-07-04" }).tentative).toBe(false);
  });

  it("end when they are to, else after three years, and never number more than 200", () => {
    expect(only({ every: "1 month", ends: "2020-09-30" }).occurrences.map((one) => one.day)).toEqual([
      "2020-07-01",
      "2020-08-01",
      "2020-09-01",
    ]);
    expect(only({ every: "6 months" }).occurrences.at(-1)?.day).toBe("2023-07-01");
    expect(only({ every: "1 day" })).toMatchObject({
      cut: true,
      occurrences: expect.objectContaining({ length: 200 }),
    });
    expect(only({ every: "1 week", ends: "2022-12-31" })).toMatchObject({ cut: false });
    expect(only({ from: "9999-11-01", every: "1 month" }).occurrences.map((one) => one.day)).toEqual([
      "9999-11-01",
      "9999-12-01",
      "9999-12-31",
    ]);
  });

  it("of three to four months are planned at three, and none later than four after the one before", () => {
    const { occurrences } = only({ every: "three to four months" });
    expect(occurrences[1]).toMatchObject({ day: "2020-10-01", latest: "2020-11-01" });
    expect(occurrences[0]?.latest).toBeNull();
    for (const { day: one, latest } of occurrences.slice(1)) expect(daysBetween(one, latest ?? "")).toBeGreaterThan(27);
  });

  it("that begin on the 31st take the last day of a shorter month, and have no rule that calendars would read differently", () => {
    const [one] = withMeetings([meeting({ from: "2020-08-31", every: "1 month" })]).meetings;
    if (!one) throw new Error("no meeting");
    expect(ruleOf(one, "2020-08-31")).toBeNull();
    expect(
      sittingsOf(one)
        .sittings.slice(0, 3)
        .map((sitting) => sitting.day),
    ).toEqual(["2020-08-31", "2020-09-30", "2020-10-31"]);
  });

  it("have rounds so long before them", () => {
    const { occurrences } = only({ every: "3 months", rounds: [{ name: "Experts", ahead: "3 weeks", days: 2 }] });
    for (const { day: one, rounds } of occurrences)
      expect(rounds).toEqual([
        {
          name: "Experts",
          day: addPeriod(one, { months: 0, days: -21 }),
          until: addPeriod(one, { months: 0, days: -20 }),
        },
      ]);
  });
});

describe("the agenda", () => {
  const open = {
    case: {
      terms: [
        {
          id: "peace",
          name: "Peace",
          components: [
            { id: "arms", text: "No arms" },
            { id: "bread", text: "Bread" },
          ],
          readings: [
            { party: "a", in: ["arms", "bread"] },
            { party: "b", in: ["bread"], out: ["arms"] },
          ],
        },
      ],
    },
    agreement: {
      commitments: [
        { id: "first", by: "a", issue: "x", to: "o1", text: "First step", start: "2020-08-15" },
        { id: "loose", by: "b", text: "A word given" },
      ],
      meetings: [
        { id: "old", name: "Old", from: "2020-05-01" },
        { id: "next", name: "Next", from: "2020-07-10" },
        { id: "regular", name: "Regular", from: "2020-08-01", every: "1 month", agenda: ["The weather"] },
      ],
    },
  };

  it("of the next meeting holds what is open, of a past one nothing", () => {
    const [old, next, regular] = seriesOf(buildCase(open));
    expect(old?.occurrences[0]).toMatchObject({ past: true, agenda: [] });
    expect(next?.occurrences[0]?.agenda.map(({ text }) => text)).toEqual([
      "What “Peace” means: 1 of its 2 parts are open",
      "How the others would know: “First step” and “A word given”",
      "Days: 1 of the 2 commitments has one that is agreed",
    ]);
    expect(regular?.occurrences[0]?.agenda.filter(({ due }) => due === null)).toEqual([
      expect.objectContaining({ text: "The weather" }),
    ]);
  });

  it("of a series names each thing that falls due once, at the first meeting on or after its day", () => {
    const [, , regular] = seriesOf(buildCase(open));
    const named = (regular?.occurrences ?? []).flatMap((one) =>
      one.agenda.filter(({ due }) => due === "commitment:first").map(() => one.day),
    );
    expect(named).toEqual(["2020-09-01"]);
  });

  it("asks for what was agreed by its agreed day, however soon the plan would have it", () => {
    const found = seriesOf(
      buildCase({
        agreement: {
          commitments: [
            { id: "slow", by: "a", issue: "x", to: "o1", text: "Slow", takes: "1 month", due: "2020-12-15" },
          ],
          meetings: [{ id: "m", name: "M", from: "2020-07-01", every: "1 month" }],
        },
      }),
    );
    const named = (found[0]?.occurrences ?? []).filter(({ agenda }) => agenda.some(({ due }) => due !== null));
    expect(named.map((one) => one.day)).toEqual(["2021-01-01"]);
  });

  it("leaves out what binds only once it is activated, and says of a round that it is too late for it", () => {
    const negotiation = buildCase({
      agreement: {
        metrics: [{ id: "m" }],
        obligations: [
          { id: "o", by: "a", text: "Tell", conditional: true, report: { metric: "m", first: "2020-07-05" } },
        ],
        meetings: [{ id: "r", name: "R", from: "2020-07-10", rounds: [{ name: "Experts", ahead: "1 month" }] }],
      },
    });
    const found = schedule(negotiation);
    if (!found.ok) throw new Error("refused");
    expect(found.value.series[0]?.occurrences[0]?.agenda.filter(({ due }) => due !== null)).toEqual([]);
    expect(found.value.remarks).toEqual([
      "“Experts” before “R” would have begun on 2020-06-10: it is too late for that.",
    ]);
    expect(problemsIn({ agreement: { meetings: [meeting({ parties: [] })] } }).join()).toMatch(
      /agreement\.yaml:\d+:\d+/,
    );
  });

  it("is refused with what to write where no meeting is on record", () => {
    expect(schedule(buildCase({}))).toMatchObject({
      ok: false,
      reasons: [expect.stringMatching(/add meetings to agreement/)],
    });
  });

  it("speaks of dates on a weekend, and of sessions that overlap", () => {
    const found = schedule(
      withMeetings([
        meeting({
          from: "2020-07-04",
          every: "1 month",
          timeZone: "Europe/Vienna",
          sessions: [
            { name: "One", at: "09:00", minutes: 90 },
            { name: "Two", at: "10:00" },
          ],
        }),
      ]),
    );
    expect(found.ok && found.value.remarks.join()).toMatch(/fall on a weekend.*two sessions overlap/);
  });
});
