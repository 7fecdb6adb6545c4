// Every row is held against something, or it is said why not; and what runs from something runs from what became of it.
import { describe, expect, it } from "vitest";
import { first, standing, watched } from "../../../test/watched.js";

const texts = (rows: string, agreement: Readonly<Record<string, unknown>> = {}, asOf = "2021-12-31") =>
  standing(watched(agreement), rows, { asOf })
    .findings.filter(({ kind }) => kind !== "assumed")
    .map(({ kind, text, lines }) => `${kind} ${lines.join()}: ${text}`);

describe("a row that nothing is held to", () => {
  it("is said where it names a party that owes nothing of the kind", () => {
    expect(texts("2020-02-01,2020-02-01,m,500,t,verified,,,b\n")).toEqual([
      "not-counted 2: names Bob as who did it, and Bob owes nothing that it is about: kept and not judged. Mend the column by, or let an obligation be owed by Bob",
    ]);
    expect(texts("2020-02-01,2020-02-01,m,90,t,verified,,,a\n")).toEqual([]);
  });

  it("is said where it extends a metric, and not an obligation", () => {
    const obligations = [{ id: "limit", by: "a", until: "2020-06-30", keep: { metric: "m", atMost: 100 } }];
    const extended = (name: string) =>
      texts(`2020-02-01,2020-02-01,${name},1,years,extended,,\n`, {
        obligations: obligations.map((one) => ({ ...one, extendable: true })),
      });
    expect(extended("m")[0]).toContain("not-counted 2: extends nothing: it names a metric");
    expect(extended("limit")).toEqual([]);
  });

  it("is said where it lies outside the baseline that alone reads it, or says that nothing happened", () => {
    const agreement = {
      metrics: [{ id: "m", unit: "t" }, { id: "base", unit: "t" }, { id: "moved" }],
      obligations: [
        {
          id: "limit",
          by: "a",
          keep: { metric: "m", atMost: { share: 90, of: "base", from: "2019", until: "2019" } },
        },
        { id: "tell", by: "a", report: { metric: "m", after: "moved", within: "5 days" } },
      ],
    };
    const row = (day: string, metric: string, n: number) => `${day},${day},${metric},${n},,verified,,\n`;
    const counted = texts(row("2019-05-01", "base", 9) + row("2020-02-01", "moved", 1), agreement);
    expect(counted.filter((text) => text.startsWith("not-counted"))).toEqual([]);
    const outside = texts(row("2020-05-01", "base", 9) + row("2020-02-01", "moved", 0), agreement);
    expect(outside.filter((text) => text.includes("counts for none"))).toHaveLength(2);
  });

  it("is no withdrawal of nothing where it takes something back from one of two", () => {
    const each = ["a", "b"].map((by) => ({ id: by === "a" ? "one" : "two", by, prohibit: { metric: "m" } }));
    const rows = "2020-02-01,2020-02-01,m,1,t,verified,,,a\n2020-02-01,2020-03-01,m,,,withdrawn,,\n";
    expect(texts(rows, { obligations: each }).map((text) => text.split(" ")[0])).toEqual(["withdrawn"]);
    const idle = "2020-02-01,2020-03-01,m,,,withdrawn,,\n";
    expect(texts(idle, { obligations: each }).map((text) => text.split(" ")[0])).toEqual(["not-accepted"]);
  });
});

describe("a deadline that runs from an obligation", () => {
  const agreement = (more: object = {}) =>
    watched({
      metrics: [{ id: "left", unit: "t" }, { id: "list" }],
      obligations: [
        { id: "dismantle", by: "a", text: "Dismantled", achieve: { metric: "left", atMost: 0, by: "2020-12-31" } },
        { id: "pay", by: "b", text: "Paid", achieve: { after: "dismantle", within: "30 days" } },
        { id: "inform", by: "a", text: "The list", report: { metric: "list", first: "2020-06-30" } },
        { id: "check", by: "b", text: "Checked", achieve: { after: "inform", within: "30 days" } },
      ],
      powers: [{ id: "exit", by: "b", needsBreach: false, stages: [{ id: "s", takes: "90 days" }] }],
      ...more,
    });
  const of = (rows: string, id: string, asOf = "2020-08-01", negotiation = agreement()) =>
    standing(negotiation, rows, { asOf }).obligations.find((one) => one.id === id);

  it("begins with its fulfilment by figures as with that by a row", () => {
    const figure = "2020-03-01,2020-03-01,left,0,t,verified,,\n";
    const row = "2020-03-01,2020-03-01,dismantle,,,fulfilled,,\n";
    for (const rows of [figure, row])
      expect(of(rows, "pay")).toMatchObject({
        standing: "overdue",
        why: "was due on 2020-03-31, and nothing on record says that it was done",
      });
    expect(of("2020-03-01,2020-03-01,left,0,t,alleged,,\n", "pay")?.standing).toBe("pending");
  });

  it("does not begin with a fulfilment that is not accepted", () => {
    const rows = "2020-02-01,2020-02-01,dismantle,,,discharged,,\n2020-03-01,2020-03-01,dismantle,,,fulfilled,,\n";
    expect(of(rows, "pay")?.standing).toBe("pending");
  });

  it("begins with a report that came, and not with one that need not come", () => {
    expect(of("2020-06-20,2020-06-20,list,1,,reported,,\n", "check")?.why).toContain("due on 2020-07-20");
    expect(of("2020-06-20,2020-06-20,inform,,,waived,,\n", "check")?.standing).toBe("pending");
  });

  it("begins anew with each invocation, and with no word on one that runs", () => {
    const notices = agreement({
      obligations: [{ id: "tell", by: "a", text: "Told", report: { metric: "list", after: "exit", within: "5 days" } }],
    });
    const invoked = (day: string) => `2020-${day},2020-${day},exit,,,invoked,,\n`;
    const count = (rows: string) => of(rows, "tell", "2020-08-01", notices)?.episodes[0]?.count;
    expect(count(invoked("02-01") + invoked("03-01"))).toBe(1);
    expect(count(`${invoked("02-01")}2020-02-20,2020-02-20,exit,,,settled,,\n${invoked("03-01")}`)).toBe(2);
  });

  it("never begins where two run from each other, and is no day while it rests", () => {
    const circle = agreement({
      obligations: [
        { id: "one", by: "a", achieve: { after: "two", within: "5 days" } },
        { id: "two", by: "a", achieve: { after: "one", within: "5 days" } },
      ],
    });
    expect(standing(circle, "").obligations.map((one) => one.standing)).toEqual(["pending", "pending"]);
    const rests = standing(circle, "2020-02-01,2020-02-01,one,,,suspended,,\n");
    expect(first(rests).why).toBe("suspended since 2020-02-01");
    expect(JSON.stringify(rests)).not.toContain("9999");
  });
});
