// Totals, means and trends over a time, against what somebody would reckon by hand.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BY, first, kinds, spells, standing, watched } from "../../../test/watched.js";
import { addDays, addPeriod, type Case, type Day, PROOFS, type Window } from "../../case/index.js";
import { dayNumber, dayText } from "./book.js";
import { readRows } from "./read-rows.js";
import { windowed } from "./windows.js";

const LENGTHS = [
  { months: 0, days: 1 },
  { months: 0, days: 7 },
  { months: 0, days: 30 },
  { months: 1, days: 0 },
  { months: 2, days: 3 },
  { months: 12, days: 0 },
];
const over = fc.record({
  take: fc.constantFrom("total" as const, "mean" as const),
  length: fc.constantFrom(...LENGTHS),
  starting: fc.constantFrom(null, "2020-01-31", "2020-03-15"),
});
const figure = fc.record({
  day: fc.integer({ min: 0, max: 400 }).map((n) => addDays("2020-01-01", n)),
  wait: fc.integer({ min: 0, max: 3 }),
  value: fc.integer({ min: 0, max: 9 }),
  word: fc.constantFrom("verified" as const, "reported" as const, "alleged" as const),
  source: fc.constantFrom("", "x", "y"),
  by: fc.constantFrom("", "a", "b"),
});
type Figure = Parameters<Parameters<typeof figure.map>[0]>[0];

/** First and last day of the window of a day, walking from one to the next; null before the first. */
function windowOf({ starting, length }: Window, day: Day): readonly [Day, Day] | null {
  if (starting === null) return [addPeriod(day, { months: -length.months, days: 1 - length.days }), day];
  const begin = (k: number) => addPeriod(starting, { months: k * length.months, days: k * length.days });
  for (let k = 0; begin(k) <= day; k++) if (day < begin(k + 1)) return [begin(k), addDays(begin(k + 1), -1)];
  return null;
}

/** What counts beside a figure on a day: of each source, about each party, its last word of that weight or more. */
const counted = (figures: readonly Figure[], rank: number): readonly Figure[] =>
  figures
    .filter(({ word }) => PROOFS.indexOf(word) <= rank)
    .filter(
      (one, _, all) =>
        one.source === "" ||
        !all.some(
          (two) =>
            two.day === one.day &&
            two.source === one.source &&
            two.by === one.by &&
            two.wait > one.wait &&
            PROOFS.indexOf(two.word) <= PROOFS.indexOf(one.word),
        ),
    );

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function opened(figures: readonly Figure[], window: Window, most = Number.POSITIVE_INFINITY) {
  const rows = figures.map(
    ({ day, wait, value, word, source, by }) => `${day},${addDays(day, wait)},m,${value},t,${word},${source},,${by}\n`,
  );
  const { book, problems } = readRows(watched(), BY + rows.join(""));
  expect(problems).toEqual([]);
  const order = Array.from(book.of("m")).sort((a, b) => book.last(a) - book.last(b) || a - b);
  const found = windowed(book, () => order, window, book.value, 0);
  return { found, book, order, range: { least: Number.NEGATIVE_INFINITY, most } };
}

describe("what a window comes to", () => {
  it("is what is reckoned by hand, figure by figure", () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 25 }), over, (figures, window) => {
        const { found } = opened(figures, window);
        for (const [row, { day, word }] of figures.entries()) {
          const span = windowOf(window, day);
          if (!span) {
            expect(found.figure(row)).toBeNaN();
            continue;
          }
          const values = counted(figures, PROOFS.indexOf(word))
            .filter((one) => one.day >= span[0] && one.day <= day)
            .map(({ value }) => value);
          expect(found.figure(row)).toBeCloseTo(sum(values) / (window.take === "mean" ? values.length : 1), 9);
          expect(dayText(found.opens(row))).toBe(span[0]);
          expect(found.closes(row)).toBe(window.starting === null ? null : dayNumber(span[1]));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is out of range until so much has left it, where nothing more is on record", () => {
    fc.assert(
      fc.property(
        fc.array(
          figure.map((one) => ({ ...one, word: "verified" as const })),
          { minLength: 1, maxLength: 20 },
        ),
        fc.constantFrom(...LENGTHS),
        fc.integer({ min: 0, max: 20 }),
        fc.boolean(),
        (written, length, most, falling) => {
          // With figures below 0 a total can rise again as days leave it.
          const figures = written.map((one) => ({ ...one, value: falling ? one.value - 4 : one.value }));
          const window: Window = { take: "total", length, starting: null };
          const { found, range } = opened(figures, window, most);
          for (const [row, { day }] of figures.entries()) {
            if (found.figure(row) <= most) continue;
            const total = (on: Day) =>
              sum(
                counted(figures, 0)
                  .filter((one) => one.day <= day && one.day >= (windowOf(window, on)?.[0] ?? ""))
                  .map(({ value }) => value),
              );
            let last = day;
            while (total(addDays(last, 1)) > most) last = addDays(last, 1);
            expect(dayText(found.lastDay(row, range) ?? 0)).toBe(last);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("is one trend of figures spread over all of it, however many there are", () => {
    // Flat for most of the window, and rising at its end: the latest alone would say that it rises.
    const figures = Array.from({ length: 300 }, (_, n) => ({
      day: addDays("2020-01-01", n),
      wait: 0,
      value: n < 200 ? 5 : n - 195,
      word: "verified" as const,
      source: "" as const,
      by: "" as const,
    }));
    const { found } = opened(figures, { take: "trend", length: { months: 12, days: 0 }, starting: null });
    const slopes = figures
      .flatMap((a, i) => figures.slice(i + 1).map((b, n) => (b.value - a.value) / (n + 1)))
      .sort((a, b) => a - b);
    const median = (slopes[slopes.length >> 1] ?? 0) * 365.25;
    expect(Math.abs(found.figure(299) - median)).toBeLessThan(0.02 * median);
  });
});

const quota = (limit: object, window: object, more: object = {}): Case =>
  watched({
    metrics: [{ id: "m", unit: "t", inspect: "30 years", ...more }],
    obligations: [{ id: "limit", by: "a", text: "The limit", keep: { metric: "m", ...limit, over: window } }],
  });
const row = (day: Day, value: number) => `${day},${day},m,${value},t,verified,,\n`;
const walked = fc.uniqueArray(
  fc.record({ at: fc.integer({ min: 0, max: 500 }), value: fc.integer({ min: 0, max: 4 }) }),
  { selector: ({ at }) => at, maxLength: 25 },
);
const byDays = (figures: readonly { readonly at: number; readonly value: number }[]) =>
  [...figures].sort((a, b) => a.at - b.at).map(({ at, value }) => ({ day: addDays("2020-01-01", at), value }));

describe("a quota in windows that follow on each other", () => {
  const window = { take: "total", length: "2 months", starting: "2020-01-01" };
  const span: Window = { take: "total", length: { months: 2, days: 0 }, starting: "2020-01-01" };
  const asOf = "2021-06-30";
  /** Day by day: what the window of the day has come to, and whether the day is its last. */
  function* days(figures: readonly { readonly day: Day; readonly value: number }[]) {
    for (let day = "2020-01-01"; day <= asOf; day = addDays(day, 1)) {
      const [from, until] = windowOf(span, day) ?? ["", ""];
      const within = figures.filter((one) => one.day >= from && one.day <= day);
      yield {
        day,
        total: sum(within.map(({ value }) => value)),
        any: within.length > 0,
        seen: figures.some((one) => one.day === day),
        closes: day === until,
      };
    }
  }

  it("is broken from the day on which it is passed to the end of its window", () => {
    fc.assert(
      fc.property(walked, (written) => {
        const figures = byDays(written);
        const expected: string[] = [];
        let since: Day | null = null;
        for (const { day, total, closes } of days(figures)) {
          if (since === null && total > 6) since = day;
          if (since !== null && closes && day < asOf) expected.push(`breach ${since} to ${day}`);
          if (closes && day < asOf) since = null;
        }
        if (since !== null) expected.push(`breach ${since} on`);
        const rows = figures.map(({ day, value }) => row(day, value)).join("");
        expect(spells(standing(quota({ atMost: 6 }, window), rows, { asOf }))).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it("of at least so much is judged when its window has closed, and not before", () => {
    fc.assert(
      fc.property(walked, (written) => {
        const figures = byDays(written);
        const expected: string[] = [];
        let since: Day | null = null;
        for (const { day, total, any, seen, closes } of days(figures)) {
          if (since !== null && seen && total >= 6) {
            expected.push(`breach ${since} to ${day}`);
            since = null;
          }
          if (since === null && closes && any && total < 6 && day < asOf) since = addDays(day, 1);
        }
        if (since !== null) expected.push(`breach ${since} on`);
        const rows = figures.map(({ day, value }) => row(day, value)).join("");
        expect(spells(standing(quota({ atLeast: 6 }, window), rows, { asOf }))).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it("is due until then, with the day", () => {
    const twice = quota({ atLeast: 2 }, { take: "total", length: "1 year", starting: "2020-01-01" });
    const found = standing(twice, row("2020-02-10", 1), { asOf: "2020-06-01" });
    expect(first(found)).toMatchObject({
      standing: "due",
      why: "1 t (total, 1 year from 2020-01-01) for 2020-02-10; held against its limit (at least 2 t) when its time is over on 2020-12-31",
      episodes: [],
    });
    expect(found.due.map(({ day }) => day)).toEqual(["2020-12-31"]);
    const over = standing(twice, row("2020-02-10", 1), { asOf: "2021-01-01" });
    expect(first(over).episodes).toMatchObject([{ start: "2021-01-01", verified: "2021-01-01", known: "2021-01-01" }]);
    // What was reported later nobody knew.
    const known = standing(twice, row("2020-02-10", 1), { asOf: "2021-06-01", knownAt: "2020-12-01" });
    expect(first(known).episodes).toEqual([]);
    expect(
      first(standing(twice, row("2020-02-10", 1) + row("2020-12-31", 1), { asOf: "2021-06-01" })).episodes,
    ).toEqual([]);
  });

  it("is not broken in a time in which it rests, is waived or was not in force throughout", () => {
    const window = { take: "total", length: "1 year", starting: "2020-01-01" };
    const twice = quota({ atLeast: 2 }, window);
    for (const word of ["suspended", "waived"])
      expect(
        spells(
          standing(twice, `${row("2020-02-10", 1)}2020-12-01,2020-12-01,limit,,,${word},,\n`, { asOf: "2021-06-01" }),
        ),
      ).toEqual([]);
    const late = watched({
      obligations: [{ id: "limit", by: "a", from: "2020-07-01", keep: { metric: "m", atLeast: 2, over: window } }],
    });
    const found = standing(late, row("2020-08-10", 1), { asOf: "2021-06-01" });
    expect(spells(found)).toEqual([]);
    expect(kinds(found)).toContain("unclear");
  });

  it("has a mean that can still change until its window closes", () => {
    const mean = quota({ atMost: 48 }, { take: "mean", length: "4 months", starting: "2020-01-01" });
    const early = row("2020-01-10", 60);
    expect(first(standing(mean, early, { asOf: "2020-02-01" })).standing).toBe("due");
    expect(spells(standing(mean, early, { asOf: "2020-06-01" }))).toEqual(["breach 2020-05-01 on"]);
    expect(spells(standing(mean, early + row("2020-04-10", 30), { asOf: "2020-06-01" }))).toEqual([]);
  });

  it("counts nothing of before the first", () => {
    const yearly = quota({ atLeast: 1 }, { take: "total", length: "1 year", starting: "2021-01-01" });
    const before = row("2020-03-01", 7) + row("2020-09-01", 7);
    const found = standing(yearly, before, { asOf: "2021-06-01" });
    expect(first(found)).toMatchObject({ standing: "unverified", episodes: [] });
    expect(JSON.stringify(found)).not.toMatch(/NaN|-28/);
    expect(first(standing(yearly, before, { asOf: "2020-12-01" }))).toMatchObject({
      standing: "pending",
      why: "binds from 2021-01-01 on; 7 t for 2020-09-01",
    });
    expect(first(standing(yearly, before + row("2021-02-01", 1), { asOf: "2021-06-01" })).standing).toBe("compliant");
  });

  it("has a window of its own for every day, however long ago the first was", () => {
    const daily = quota({ atMost: 5 }, { take: "total", length: "1 day", starting: "2011-01-01" });
    const march = Array.from({ length: 31 }, (_, n) => row(addDays("2018-03-01", n), 2)).join("");
    expect(first(standing(daily, march, { asOf: "2018-03-31" }))).toMatchObject({
      standing: "compliant",
      why: "within its limit (at most 5 t): 2 t (total, 1 day from 2018-03-31) for 2018-03-31",
    });
  });
});

describe("a total of occasions", () => {
  it("is over with its window, and not with its day", () => {
    const strikes = (window: object) => quota({ atMost: 2 }, window, { occasions: true });
    const three = row("2020-02-01", 1) + row("2020-02-05", 1) + row("2020-02-09", 1);
    const of = (window: object, asOf: Day) => standing(strikes(window), three, { asOf });
    const yearly = { take: "total", length: "1 year", starting: "2020-01-01" };
    expect(first(of(yearly, "2020-02-20")).standing).toBe("breached");
    expect(spells(of(yearly, "2021-02-20"))).toEqual(["breach 2020-02-09 to 2020-12-31"]);
    expect(spells(of({ take: "total", length: "30 days" }, "2020-03-10"))).toEqual(["breach 2020-02-09 to 2020-03-01"]);
  });

  it("of at least so much is not broken by a window that reaches back to before it bound anybody", () => {
    const meetings = watched({
      obligations: [
        {
          id: "limit",
          by: "a",
          from: "2020-01-01",
          keep: { metric: "m", atLeast: 2, over: { take: "total", length: "1 year" } },
        },
      ],
    });
    expect(spells(standing(meetings, row("2020-02-01", 1), { asOf: "2020-03-01" }))).toEqual([]);
    expect(spells(standing(meetings, row("2021-02-05", 1), { asOf: "2021-03-01" }))).toEqual(["breach 2021-02-05 on"]);
  });
});
