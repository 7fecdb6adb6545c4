import { describe, expect, it } from "vitest";
import { first, kinds, standing, watched } from "../../../test/watched.js";

describe("a power with a clock of stages", () => {
  const negotiation = watched({
    powers: [
      {
        id: "snap",
        by: "b",
        text: "Snap-back",
        after: ["limit"],
        terminates: ["limit"],
        stages: [
          { id: "one", takes: "15 days", extendable: true },
          { id: "two", takes: "15 days", extendable: true },
          { id: "three", takes: "5 days" },
          { id: "four", takes: "30 days" },
        ],
      },
    ],
  });
  const beyond = "2020-02-01,,m,140,t,verified,,\n";
  const power = (rows: string, asOf: string) => standing(negotiation, rows, { asOf }).powers[0];

  it("rests, may be invoked, runs for 65 days, and then may be exerted", () => {
    expect(power("", "2020-02-01")?.standing).toBe("resting");
    expect(power(beyond, "2020-02-01")?.standing).toBe("open");
    const rows = `${beyond}2020-03-01,,snap,,,invoked,,\n`;
    expect(power(rows, "2020-03-20")).toMatchObject({ standing: "running", days: 65 });
    expect(power(rows, "2020-03-20")?.stages.map(({ state }) => state)).toEqual([
      "over",
      "running",
      "to come",
      "to come",
    ]);
    expect(power(rows, "2020-05-05")?.standing).toBe("running");
    expect(power(rows, "2020-05-06")?.standing).toBe("ripe");
  });

  it("is extended by consensus, settled, or exerted; then what it reaches ends", () => {
    const rows = `${beyond}2020-03-01,,snap,,,invoked,,\n`;
    expect(power(`${rows}2020-03-10,,snap,10,days,extended,,\n`, "2020-03-20")).toMatchObject({
      days: 75,
      standing: "running",
    });
    expect(power(`${rows}2020-03-10,,snap,,,settled,,\n`, "2020-03-20")?.standing).toBe("settled");
    const exerted = standing(negotiation, `${rows}2020-05-06,,snap,,,exerted,,\n`, { asOf: "2020-06-01" });
    expect(exerted.powers[0]?.standing).toBe("exerted");
    expect(first(exerted).standing).toBe("terminated");
  });

  it("is extended by whole days that a calendar has, and by nothing else", () => {
    const rows = `${beyond}2020-03-01,,snap,,,invoked,,\n`;
    for (const value of ["0.5", "1000000000000", "-3", ""])
      expect(
        standing(negotiation, `${rows}2020-03-05,,snap,${value},days,extended,,\n`, { asOf: "2020-03-20" }),
      ).toMatchObject({ powers: [{ days: 65 }] });
    expect(power(rows, "2020-03-16")?.stages.filter(({ state }) => state === "running")).toHaveLength(1);
  });

  it("says what does not fit", () => {
    const early = `${beyond}2020-03-01,,snap,,,invoked,,\n2020-03-20,,snap,,,exerted,,\n`;
    expect(kinds(standing(negotiation, early, { asOf: "2020-04-01" }))).toContain("not-accepted");
    expect(kinds(standing(negotiation, "2020-03-10,,snap,10,days,extended,,\n"))).toContain("not-accepted");
    expect(
      kinds(standing(negotiation, "2020-03-01,,snap,,,invoked,,\n2020-04-02,,snap,9,days,extended,,\n")),
    ).toContain("not-accepted");
  });

  it("has no stages to run through where it has none, and says nothing that is not there", () => {
    const free = watched({ powers: [{ id: "snap", by: "b", text: "Exit", after: ["limit"], terminates: ["limit"] }] });
    const found = standing(free, `${beyond}2020-03-01,,snap,,,invoked,,\n`, { asOf: "2020-03-02" });
    expect(found.powers[0]).toMatchObject({ standing: "ripe", ends: "2020-03-01", days: 0 });
    expect(found.sentence).toContain("Exit may be exerted since 2020-03-01.");
    expect(JSON.stringify(found)).not.toContain("undefined");
  });

  it("restores what it suspended when it is taken back, without a row for each obligation", () => {
    const two = watched({
      obligations: [
        { id: "limit", by: "a", text: "The limit", keep: { metric: "m", atMost: 100 } },
        { id: "other", by: "a", text: "The other", keep: { metric: "m", atMost: 90 } },
      ],
      powers: [{ id: "snap", by: "b", suspends: ["limit", "other"] }],
    });
    const rows = "2020-03-01,,snap,,,invoked,,\n2020-03-02,,snap,,,exerted,,\n";
    const words = (more: string) =>
      standing(two, rows + more, { asOf: "2020-06-01" }).obligations.map((one) => one.standing);
    expect(words("")).toEqual(["suspended", "suspended"]);
    const over = "2020-04-01,,snap,,,resumed,,\n2020-05-01,,m,95,t,verified,,\n";
    expect(words(over)).toEqual(["compliant", "breached"]);
    expect(standing(two, rows + over, { asOf: "2020-06-01" }).powers[0]?.why).toContain("taken back on 2020-04-01");
    expect(words("2020-03-02,2020-04-01,snap,,,withdrawn,,\n2020-05-01,,m,95,t,verified,,\n")).toEqual([
      "compliant",
      "breached",
    ]);
    expect(
      kinds(
        standing(
          negotiation,
          `${beyond}2020-03-01,,snap,,,invoked,,\n2020-05-06,,snap,,,exerted,,\n2020-05-07,,snap,,,resumed,,\n`,
        ),
      ),
    ).toContain("not-accepted");
  });

  it("takes back what it suspends, and changes nothing of what it ended or what rests by another word", () => {
    const three = watched({
      metrics: [{ id: "m", unit: "t", inspect: "3 years" }, { id: "r" }],
      obligations: [
        { id: "limit", by: "a", text: "The limit", keep: { metric: "m", atMost: 100 } },
        { id: "task", by: "a", text: "The task", achieve: { by: "2020-12-31" } },
        { id: "other", by: "a", text: "The other", keep: { metric: "m", atMost: 90 } },
        { id: "data", by: "a", text: "Data", report: { metric: "r", first: "2020-03-31", every: "3 months" } },
      ],
      powers: [
        { id: "snap", by: "b", terminates: ["limit", "task"], suspends: ["other", "data"] },
        { id: "exit", by: "b", suspends: ["other"] },
      ],
    });
    const exerted = "2020-03-01,,snap,,,invoked,,\n2020-03-02,,snap,,,exerted,,\n";
    const back = "2020-04-01,,snap,,,resumed,,\n";
    const of = (rows: string, id: string) =>
      standing(three, exerted + rows, { asOf: "2021-02-01" }).obligations.find((one) => one.id === id);
    expect(of(back, "limit")?.why).toBe("terminated on 2020-03-02");
    expect(of(back, "task")?.why).toBe("terminated on 2020-03-02");
    // It was resumed before by a row of its own, and suspended again by another.
    const own = "2020-04-15,,data,,,resumed,,\n";
    const late = "2020-12-01,,snap,,,resumed,,\n";
    expect(of(own + late, "data")).toMatchObject({ standing: "breached", episodes: [{ count: 3 }] });
    const again = "2020-06-01,,data,,,suspended,,\n";
    expect(of(own + again + late, "data")?.standing).toBe("suspended");
    // Nor does one power take back what another suspended.
    const exit = "2020-04-02,,exit,,,invoked,,\n2020-04-03,,exit,,,exerted,,\n2020-05-01,,exit,,,resumed,,\n";
    expect(of(exit, "other")?.standing).toBe("suspended");
  });
});
