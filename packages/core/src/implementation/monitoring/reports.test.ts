import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { first, spells, standing, watched } from "../../../test/watched.js";
import { alertsOf } from "./alerts.js";
import { dayText } from "./book.js";

describe("reporting by a day", () => {
  const reports = watched({
    metrics: [{ id: "r" }],
    obligations: [
      {
        id: "report",
        by: "a",
        text: "The report",
        report: { metric: "r", first: "2020-03-31", every: "3 months", grace: "10 days" },
      },
    ],
  });

  it("counts a missing report as an event, from the day after its grace", () => {
    expect(first(standing(reports, "", { asOf: "2020-03-31" })).standing).toBe("due");
    expect(spells(standing(reports, "", { asOf: "2020-04-11" }))).toEqual(["missing 2020-04-11 on"]);
  });

  it("is cured by the report that comes late, which is the one awaited longest", () => {
    const found = standing(reports, "2020-03-31,2020-05-01,r,1,,verified,,\n", { asOf: "2020-06-01" });
    expect(spells(found)).toEqual(["missing 2020-04-11 to 2020-05-01"]);
    expect(first(found).standing).toBe("cured");
    expect(first(standing(reports, "2020-03-31,2020-05-01,r,1,,verified,,\n", { asOf: "2020-08-01" })).standing).toBe(
      "breached",
    );
  });

  it("counts as of a day what had come by that day, whatever came after it", () => {
    // With a last day, so that few days have to be reckoned with.
    const year = watched({
      metrics: [{ id: "r" }],
      obligations: [
        {
          id: "report",
          by: "a",
          until: "2021-06-30",
          report: { metric: "r", first: "2020-03-31", every: "3 months", grace: "10 days" },
        },
      ],
    });
    const row = fc.record({ day: fc.integer({ min: 18_300, max: 18_700 }), wait: fc.integer({ min: 0, max: 90 }) });
    const asOf = fc.integer({ min: 18_350, max: 18_800 }).map(dayText);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), asOf, (all, day) => {
        const rows = all.map((one) => `${dayText(one.day)},${dayText(one.day + one.wait)},r,1,,verified,,,\n`).join("");
        const told = ({ standing, why, episodes, ahead }: ReturnType<typeof first>) => [standing, why, episodes, ahead];
        const seen = (options: object) => told(first(standing(year, rows, { asOf: day, ...options })));
        expect(seen({})).toEqual(seen({ knownAt: day }));
      }),
    );
    const late = "2020-03-31,2020-04-20,r,1,,verified,,\n";
    expect(first(standing(reports, late, { asOf: "2020-04-15" })).why).toBe(
      "1 report did not come: for 2020-01-01 to 2020-03-31; 0 came",
    );
  });

  it("needs each report once", () => {
    const rows = "2020-03-30,,r,1,,verified,,\n2020-06-29,,r,1,,verified,,\n";
    expect(first(standing(reports, rows, { asOf: "2020-07-20" })).standing).toBe("compliant");
    // One more before the next period begins is no advance on it.
    expect(
      first(standing(reports, "2020-03-29,,r,1,,verified,,\n2020-03-30,,r,1,,verified,,\n", { asOf: "2020-07-20" }))
        .standing,
    ).toBe("breached");
  });

  it("is no report what proves nothing, nor what is of before the first period; two of one period are one", () => {
    expect(first(standing(reports, "2020-03-30,,r,1,,estimated,,\n", { asOf: "2020-04-20" })).standing).toBe(
      "breached",
    );
    expect(first(standing(reports, "2019-06-30,,r,1,,verified,,\n", { asOf: "2020-04-20" })).standing).toBe("breached");
    const twice = "2020-03-01,2020-03-20,r,1,,,,\n2020-03-15,2020-03-25,r,1,,,,correction\n";
    expect(spells(standing(reports, twice, { asOf: "2020-08-01" }))).toEqual(["missing 2020-07-11 on"]);
  });

  it("is missing until the next one comes, and later ones that are in time are in time", () => {
    const rows = "2020-06-25,,r,1,,,,\n2020-09-25,,r,1,,,,\n";
    expect(spells(standing(reports, rows, { asOf: "2020-11-01" }))).toEqual(["missing 2020-04-11 to 2020-06-25"]);
    expect(first(standing(reports, rows, { asOf: "2020-11-01" })).standing).toBe("cured");
  });

  it("is owed by nobody while it is suspended, and what was missing before stays so", () => {
    const rows = "2020-05-01,,report,,,suspended,,\n2020-10-01,,report,,,resumed,,\n";
    expect(spells(standing(reports, rows, { asOf: "2020-10-05" }))).toEqual(["missing 2020-04-11 on"]);
    const later = standing(reports, rows, { asOf: "2021-01-20" });
    expect(spells(later)).toEqual(["missing 2020-04-11 on"]);
    expect(first(later).episodes[0]?.count).toBe(2);
  });

  it("counts each for its own day where a grace reaches beyond the next, and to the last day of it", () => {
    const of = (report: object, more: object = {}) =>
      watched({
        metrics: [{ id: "r" }],
        obligations: [{ id: "report", by: "a", report: { metric: "r", ...report }, ...more }],
      });
    const monthly = of({ first: "2020-01-01", every: "1 month", grace: "30 days" });
    const rows = ["01", "02", "03", "04", "05", "06"].map((month) => `2020-${month}-01,,r,1,,,,\n`).join("");
    expect(spells(standing(monthly, rows, { asOf: "2020-06-20" }))).toEqual([]);
    const weekly = of({ first: "2020-01-10", every: "7 days", grace: "10 days" });
    expect(
      spells(
        standing(weekly, "2020-01-08,,r,1,,,,\n2020-01-15,,r,1,,,,\n2020-01-22,,r,1,,,,\n", { asOf: "2020-01-30" }),
      ),
    ).toEqual([]);
    const once = of({ first: "2020-03-31", grace: "1 month" });
    expect(first(standing(once, "2020-04-30,,r,1,,,,\n", { asOf: "2020-06-01" })).standing).toBe("fulfilled");
    const last = of({ first: "2020-03-01", every: "6 months" }, { until: "2020-06-01" });
    expect(spells(standing(last, "2020-02-28,,r,1,,,,\n", { asOf: "2020-05-01" }))).toEqual([]);
  });

  it("ends with the day on which it is over, is not excused by a day of rest, and is waived for as long as is said", () => {
    const over = standing(reports, "2020-06-01,,report,,,terminated,,\n", { asOf: "2020-12-01" });
    expect(first(over).episodes).toMatchObject([{ start: "2020-04-11", end: "2020-06-01", lapsed: true }]);
    const rest = "2020-04-03,,report,,,suspended,,\n2020-04-05,,report,,,resumed,,\n";
    expect(spells(standing(reports, rest, { asOf: "2020-05-01" }))).toEqual(["missing 2020-04-11 on"]);
    expect(spells(standing(reports, "2020-03-01,,report,400,days,waived,,\n", { asOf: "2021-01-20" }))).toEqual([]);
  });

  it("cannot be said missing later than what is known", () => {
    const found = standing(reports, "", { asOf: "2021-01-01", knownAt: "2020-04-05" });
    expect(spells(found)).toEqual([]);
  });

  it("falls due again and again", () => {
    expect(
      standing(reports, "", { asOf: "2020-04-01" })
        .due.filter(({ kind }) => kind === "report")
        .map(({ day }) => day)
        .slice(0, 3),
    ).toEqual(["2020-06-30", "2020-09-30", "2020-12-31"]);
  });

  it("is outstanding within its grace, by name and period, and never kept", () => {
    const found = standing(reports, "2020-03-30,2020-03-30,r,1,,verified,,\n", { asOf: "2020-07-05" });
    expect(first(found)).toMatchObject({
      standing: "outstanding",
      why: "1 report outstanding: for 2020-04-01 to 2020-06-30, within its grace until 2020-07-10; 1 came",
    });
    expect(found.sentence).toBe("Outstanding: The report (Ann). 0 of 1 kept.");
  });

  it("counts every row or says why it does not", () => {
    const said = (row: string) =>
      standing(reports, row, { asOf: "2020-04-20" }).findings.find(({ kind }) => kind === "not-counted")?.text;
    expect(said("2020-03-30,2020-03-30,r,1,,estimated,,\n")).toBe(
      "is estimated; a report counts here where it is reported or better: not counted",
    );
    expect(said("2019-06-30,2019-06-30,r,1,,,,\n")).toBe("is of a time before the first period: not counted");
    expect(said("2020-03-01,2020-03-01,r,1,,,,\n2020-03-20,2020-03-20,r,1,,,,\n")).toContain("they count as one");
    const once = watched({
      metrics: [{ id: "r" }],
      obligations: [{ id: "o", by: "a", report: { metric: "r", first: "2020-03-31" } }],
    });
    const rows = "2020-05-01,2020-05-01,r,1,,,,\n2020-06-01,2020-06-01,r,1,,,,\n";
    expect(first(standing(once, rows, { asOf: "2020-07-01" })).standing).toBe("late");
    expect(standing(once, rows, { asOf: "2020-07-01" }).findings.map(({ text }) => text)).toContain(
      "is of a time after the last due day: not counted",
    );
  });

  it("counts the first report about a time before the obligation, once it binds", () => {
    // Montreal Protocol, Article 7, 1: data for 1986 within three months of becoming a party.
    const baseline = watched({
      metrics: [{ id: "r" }],
      obligations: [
        { id: "o", by: "a", from: "1989-01-01", report: { metric: "r", first: "1989-03-31", every: "1 year" } },
      ],
    });
    expect(first(standing(baseline, "1986,1989-03-01,r,1,,,,\n", { asOf: "1989-06-01" })).standing).toBe("compliant");
    expect(first(standing(baseline, "1986,1988-03-01,r,1,,,,\n", { asOf: "1989-06-01" })).standing).toBe("breached");
  });

  it("is one episode with its count, where many did not come", () => {
    const found = standing(reports, "", { asOf: "2023-05-01" });
    expect(first(found).episodes).toMatchObject([{ start: "2020-04-11", end: null, count: 13 }]);
    expect(alertsOf(found).filter(({ kind }) => kind === "broken")).toMatchObject([
      { title: "Report missing (13): The report (Ann)" },
    ]);
  });

  it("says at its end what was missing then", () => {
    const ends = watched({
      metrics: [{ id: "r" }],
      obligations: [
        { id: "o", by: "a", until: "2021-06-30", report: { metric: "r", first: "2020-03-31", every: "3 months" } },
      ],
    });
    expect(first(standing(ends, "", { asOf: "2022-01-01" }))).toMatchObject({
      standing: "expired",
      why: expect.stringMatching(
        /^ended on 2021-06-30, with 6 reports missing: for 2020-01-01 to 2020-03-31, .* and 3 more; 0 came$/,
      ),
    });
  });

  it("does not fall due while it is suspended, and does again when that is over by itself", () => {
    const due = (rows: string) =>
      standing(reports, rows, { asOf: "2020-03-01" }).due.flatMap(({ day, kind }) => (kind === "report" ? [day] : []));
    expect(due("2020-02-01,,report,,,suspended,,\n")).toEqual([]);
    expect(due("2020-02-01,,report,120,days,suspended,,\n")[0]).toBe("2020-06-30");
    expect(first(standing(reports, "2020-02-01,,report,120,days,suspended,,\n", { asOf: "2020-06-15" })).standing).toBe(
      "due",
    );
  });
});

describe("a report that nobody owed on its day", () => {
  const once = watched({
    metrics: [{ id: "r" }],
    obligations: [{ id: "limit", by: "a", text: "Data", report: { metric: "r", first: "2020-03-31" } }],
  });
  const resting = "2020-03-01,2020-03-01,limit,60,days,suspended,,\n";
  const of = (rows: string) => standing(once, rows, { asOf: "2020-12-31" });

  it("is not kept where none came: it was waived, or nothing was owed", () => {
    expect(first(of(resting))).toMatchObject({
      standing: "discharged",
      why: "nothing came, and nothing is owed any more: 1 not owed, as it did not bind then",
    });
    for (const waiver of ["60,days", ","])
      expect(first(of(`2020-03-01,2020-03-01,limit,${waiver},waived,,\n`))).toMatchObject({
        standing: "waived",
        why: "nothing came, and nothing is owed any more: 1 waived",
      });
    expect(of(resting).sentence).toBe("Nothing is broken: 0 of 1 kept.");
  });

  it("is fulfilled where one came all the same", () => {
    const came = "2020-03-20,2020-03-20,r,1,,reported,,\n";
    expect(first(of(resting + came))).toMatchObject({ standing: "fulfilled", why: "the report came" });
    expect(first(of(`2020-03-01,2020-03-01,limit,,,waived,,\n${came}`)).standing).toBe("fulfilled");
  });
});
