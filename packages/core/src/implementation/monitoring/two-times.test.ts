import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase } from "../../../test/build-case.js";
import { BY, first, kinds, standing, watched } from "../../../test/watched.js";
import { addDays } from "../../case/index.js";
import type { ObservationRow } from "./book.js";
import { byTextColumn } from "./columns.js";
import { monitor } from "./monitor.js";
import { readRows } from "./read-rows.js";

describe("two times", () => {
  it("knows only what was reported by then, and only what it is of", () => {
    const rows = "2020-02-01,2020-03-10,m,140,t,verified,,\n";
    expect(first(standing(watched(), rows, { knownAt: "2020-03-09" })).standing).toBe("unobserved");
    expect(first(standing(watched(), rows, { knownAt: "2020-03-10" })).standing).toBe("breached");
    expect(first(standing(watched(), rows, { asOf: "2020-01-31" })).standing).toBe("unobserved");
    expect(standing(watched(), rows, { knownAt: "2020-03-09" }).asOf).toBe("2020-03-09");
  });

  it("is seen from the last report where neither the case nor the question names a day", () => {
    const negotiation = buildCase({
      case: { asOf: undefined },
      agreement: {
        metrics: [{ id: "m" }],
        obligations: [{ id: "limit", by: "a", keep: { metric: "m", atMost: 100 } }],
      },
    });
    expect(standing(negotiation, "2020-02-01,2020-03-10,m,140,,verified,,\n", {}).asOf).toBe("2020-03-10");
    expect(monitor(negotiation, readRows(negotiation, BY), {}).ok).toBe(false);
  });

  it("takes a row back from the day on which it was withdrawn, and keeps both rows", () => {
    const rows = "2020-02-01,2020-02-02,m,140,t,verified,x,\n2020-02-01,2020-05-01,m,,,withdrawn,x,\n";
    expect(first(standing(watched(), rows, { knownAt: "2020-04-30" })).standing).toBe("breached");
    const after = standing(watched(), rows, { knownAt: "2020-05-01" });
    expect(first(after).standing).toBe("unobserved");
    expect(after.findings.find(({ kind }) => kind === "withdrawn")?.lines).toEqual([2, 3]);
  });

  it("takes no row for an observation that was reported before it was so", () => {
    const found = standing(watched(), "2020-05-01,2020-02-01,m,140,t,verified,,\n");
    expect(first(found).standing).toBe("unobserved");
    expect(kinds(found)).toContain("future");
  });
});

const line = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  wait: fc.integer({ min: 0, max: 60 }),
  partial: fc.boolean(),
  value: fc.integer({ min: 80, max: 120 }),
  qualifier: fc.constantFrom(
    "verified",
    "verified",
    "verified",
    "estimated",
    "alleged",
    "waived",
    "disputed",
    "upheld",
    "dismissed",
    "withdrawn",
    "suspended",
    "resumed",
    "extended",
  ),
  source: fc.constantFrom("", "x", "y"),
  by: fc.constantFrom("", "a", "b"),
});
const two = (n: number) => `${n}`.padStart(2, "0");
const dated = ({
  month,
  day,
  wait,
  partial,
  value,
  qualifier,
  source,
  by,
}: Parameters<Parameters<typeof line.map>[0]>[0]): string => {
  const figure = ["verified", "estimated", "alleged"].includes(qualifier);
  const about = figure || qualifier === "withdrawn" ? "m" : "limit";
  const reported = addDays(`2020-${two(month)}-${two(day)}`, wait);
  return `2020-${two(month)}${partial && figure ? "" : `-${two(day)}`},${partial && figure ? "" : reported},${about},${figure ? value : ""},${figure ? "t" : ""},${qualifier},${source},,${about === "m" ? by : ""}`;
};
const lines = fc.array(line.map(dated), { maxLength: 40 });

const metrics = [{ id: "m", unit: "t", inspect: "3 years" }];
const keep = { metric: "m", atMost: 100 };
/** Every way in which rows are taken together, or decide what an obligation is. */
const agreements = [
  watched(),
  watched({ metrics: [{ ...metrics[0], occasions: true }] }),
  watched({ metrics, obligations: [{ id: "limit", by: "a", until: "2020-06-30", keep }] }),
  ...(["total", "mean", "trend"] as const).map((take) =>
    watched({
      metrics,
      obligations: [{ id: "limit", by: "a", keep: { ...keep, over: { take, length: "30 days" } } }],
    }),
  ),
  watched({
    metrics,
    obligations: [
      { id: "limit", by: "a", keep: { ...keep, over: { take: "total", length: "2 months", starting: "2020-01-01" } } },
      {
        id: "share",
        by: ["a", "b"],
        keep: {
          metric: "m",
          limits: [{ from: "2020-05-01", atMost: { share: 99, of: "m", from: "2020-01", until: "2020-04" } }],
        },
      },
      { id: "answer", by: "a", report: { metric: "m", after: "limit", within: "5 days" } },
    ],
  }),
  watched({
    metrics,
    obligations: [
      {
        id: "limit",
        by: ["a", "b"],
        keep: { metric: "m", atLeast: 100, over: { take: "total", length: "2 months", starting: "2020-02-01" } },
      },
      { id: "reach", by: "b", achieve: { metric: "m", atLeast: 110, by: "2020-08-31" } },
      { id: "then", by: "a", achieve: { after: "reach", within: "30 days" } },
      { id: "none", by: ["a", "b"], prohibit: { metric: "m" } },
      { id: "never", by: "b", prohibit: { metric: "m" } },
    ],
  }),
];

describe("replay", () => {
  it("says the same whenever it is asked", () => {
    fc.assert(
      fc.property(lines, (rows) => {
        const text = rows.map((row) => `${row}\n`).join("");
        expect(standing(watched(), text)).toEqual(standing(watched(), text));
      }),
      { numRuns: 50 },
    );
  });

  it("knows no less on a later day", () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (rows, a, b) => {
        const on = (n: number) => addDays("2020-01-01", n);
        const text = rows.map((row) => `${row}\n`).join("");
        const known = (n: number) =>
          standing(watched(), text, { asOf: "2021-12-31", knownAt: on(n) }).observations.known;
        expect(known(Math.max(a, b))).toBeGreaterThanOrEqual(known(Math.min(a, b)));
      }),
      { numRuns: 50 },
    );
  });

  it("comes to the same whether a row was there from the beginning or is added", () => {
    fc.assert(
      fc.property(fc.constantFrom(...agreements), lines, lines, (negotiation, before, added) => {
        const text = (rows: readonly string[]) => BY + rows.map((row) => `${row}\n`).join("");
        const options = { asOf: "2020-09-30", knownAt: "2020-10-30" };
        const whole = monitor(negotiation, readRows(negotiation, text([...before, ...added])), options);
        const grown = monitor(negotiation, readRows(negotiation, text(before)), options);
        const { book } = readRows(negotiation, text(added));
        if (!whole.ok || !grown.ok) throw new Error("refused");
        // One by one, and a few at once.
        const more = Array.from({ length: book.size() }, (_, at) => book.row(at)).map((row) => ({
          ...row,
          line: row.line + before.length,
          reportedAt: row.assumed ? "" : row.reportedAt,
        }));
        const half = Math.floor(more.length / 2);
        for (const row of more.slice(0, half)) grown.value.add([row]);
        grown.value.add(more.slice(half));
        const [a, b] = [whole.value.standing(), grown.value.standing()];
        expect(b.obligations).toEqual(a.obligations);
        expect(b.findings.filter(({ kind }) => kind !== "duplicate")).toEqual(
          a.findings.filter(({ kind }) => kind !== "duplicate"),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("reads few rows anew for one that is added at the end, and only what it is about", () => {
    const negotiation = watched({
      metrics: [
        { id: "m", unit: "t" },
        { id: "n", unit: "t" },
      ],
      obligations: [
        { id: "one", by: "a", keep: { metric: "m", atMost: 100 } },
        { id: "two", by: "a", keep: { metric: "n", atMost: 100 } },
      ],
    });
    const days = Array.from({ length: 20_000 }, (_, k) => addDays("1960-01-01", k));
    const rows = readRows(negotiation, BY + days.map((day) => `${day},${day},m,90,t,verified,,\n`).join(""));
    const watch = monitor(negotiation, rows, { asOf: "2021-12-31" });
    if (!watch.ok) throw new Error("refused");
    const row: ObservationRow = {
      line: 30_000,
      asOf: "2020-01-01",
      reportedAt: "2020-01-01",
      assumed: false,
      metric: "m",
      value: 140,
      comparator: "",
      unit: "t",
      qualifier: "verified",
      ...byTextColumn(() => ""),
    };
    const { touched, read } = watch.value.add([row]);
    expect(touched).toEqual(["one"]);
    expect(read).toBeLessThanOrEqual(257);
    expect(watch.value.standing().obligations[0]?.standing).toBe("breached");
    expect(watch.value.add([{ ...row, metric: "nothing" }])).toEqual({ touched: [], read: 0 });
  });
});
