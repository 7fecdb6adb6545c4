import { describe, expect, it } from "vitest";
import { first, spells, standing, watched } from "../../../test/watched.js";

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
    expect(first(standing(reports, "", { asOf: "2020-04-10" })).standing).toBe("due");
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
    expect(spells(standing(reports, rows, { asOf: "2021-01-20" }))).toEqual([
      "missing 2020-04-11 on",
      "missing 2021-01-11 on",
    ]);
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
});
