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
});
