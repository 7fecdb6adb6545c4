import { describe, expect, it } from "vitest";
import { buildCase, problemsIn } from "../../../test/build-case.js";
import { standing, watched } from "../../../test/watched.js";
import { alertsOf } from "./alerts.js";
import { QUALIFIERS } from "./book.js";
import { monitor } from "./monitor.js";
import { readRows } from "./read-rows.js";

describe("alerts", () => {
  it("keep their names while time goes on", () => {
    const rows = "2020-02-01,,m,140,t,verified,,\n2020-03-01,,m,90,t,verified,,\n2020-05-01,,m,140,t,verified,,\n";
    const ids = (asOf: string) =>
      alertsOf(standing(watched(), rows, { asOf }))
        .filter(({ kind }) => kind === "broken")
        .map(({ id }) => id);
    expect(ids("2020-02-10")).toEqual(["limit:0:opened"]);
    expect(ids("2020-06-10")).toEqual(["limit:1:opened", "limit:0:opened"]);
  });

  it("hold every remark about the record, and name the party in each headline", () => {
    const rows =
      "2020-02-01,2020-02-01,m,140,t,verified,x,\n2020-02-01,2020-02-01,m,150,t,verified,y,\n2020-03-01,,nothing,1,,verified,,\n";
    const found = standing(watched(), rows);
    const alerts = alertsOf(found);
    expect(alerts.filter(({ kind }) => kind === "remark")).toHaveLength(found.findings.length);
    expect(found.findings.length).toBeGreaterThan(2);
    expect(alerts.find(({ kind }) => kind === "broken")?.title).toBe("Broken: The limit (Ann)");
    expect(new Set(alerts.map(({ id }) => id)).size).toBe(alerts.length);
  });
});

describe("a remark that a limit is contested", () => {
  it("goes by whether its party is one or several", () => {
    const contested = (plural: boolean) => {
      const found = monitor(
        buildCase({
          case: {
            parties: [
              { id: "a", name: "Ann", role: "negotiating" },
              { id: "b", name: "Suppliers", role: "negotiating", plural },
            ],
          },
          agreement: {
            metrics: [{ id: "m", unit: "t" }],
            obligations: [
              {
                id: "o",
                by: "b",
                text: "The limit",
                keep: { metric: "m", atMost: 1 },
                contested: [{ by: "b", text: "It is none" }],
              },
            ],
          },
        }),
        readRows(watched(), ""),
      );
      return found.ok && found.value.standing().findings.find(({ kind }) => kind === "contested")?.text;
    };
    expect(contested(true)).toBe("Suppliers contest it: It is none");
    expect(contested(false)).toBe("Suppliers contests it: It is none");
  });
});

describe("what an agreement says of obligations", () => {
  const wrong = (agreement: object) => problemsIn({ agreement: { metrics: [{ id: "m", unit: "t" }], ...agreement } });
  it.each([
    [{ obligations: [{ id: "o", by: "a", keep: { metric: "x", atMost: 1 } }] }, 'unknown metric "x"'],
    [{ obligations: [{ id: "o", by: "c", keep: { metric: "m", atMost: 1 } }] }, 'unknown party "c"'],
    [{ obligations: [{ id: "o", by: "a", keep: { metric: "m" } }] }, "says no limit"],
    [{ obligations: [{ id: "o", by: "a" }] }, "in one way: keep, achieve, prohibit or report"],
    [
      { obligations: [{ id: "o", by: "a", keep: { metric: "m", atMost: { value: 1, unit: "kg UF6" } } }] },
      'cannot be turned into "t"',
    ],
    [
      { obligations: [{ id: "o", by: "a", report: { metric: "m", first: "2020", every: "0 days" } }] },
      "no time passes",
    ],
    [{ powers: [{ id: "p", by: "a", after: ["nothing"] }] }, 'unknown obligation "nothing"'],
    [
      { obligations: [{ id: "m", by: "a", keep: { metric: "m", atMost: 1 } }], powers: [{ id: "m", by: "a" }] },
      "a row about it could mean either",
    ],
  ])("is said where it cannot hold: %j", (agreement, message) => {
    expect(wrong(agreement).join("\n")).toContain(message);
  });

  it("knows every qualifier once", () => {
    expect(new Set(QUALIFIERS).size).toBe(QUALIFIERS.length);
  });
});
