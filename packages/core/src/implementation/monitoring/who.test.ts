// Who did it is part of what a row says.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { first, kinds, standing, watched } from "../../../test/watched.js";

const truce = watched({
  metrics: [{ id: "shots", name: "Violations", occasions: true, inspect: "30 days" }],
  obligations: [{ id: "truce", by: ["a", "b"], text: "No fire", prohibit: { metric: "shots" } }],
});
interface More {
  readonly day?: string;
  readonly reported?: string;
  readonly source?: string;
  readonly word?: string;
}
const row = (n: number, by: string, { day = "2020-03-01", reported, source = "s", word = "verified" }: More = {}) =>
  `${day},${reported ?? day},shots,${n},,${word},${source},,${by}\n`;
const seen = (rows: string, asOf = "2020-03-01") => standing(truce, rows, { asOf });

describe("what one party did", () => {
  it("is not corrected by what its source later says of another", () => {
    const found = seen(row(5, "a") + row(0, "b", { reported: "2020-03-02" }));
    expect(first(found)).toMatchObject({ standing: "breached", episodes: [{ by: ["Ann"] }] });
    expect(kinds(found)).not.toContain("revised");
    const corrected = seen(row(5, "a") + row(0, "a", { reported: "2020-03-02" }));
    expect(kinds(corrected)).toContain("revised");
    expect(first(corrected).standing).toBe("compliant");
  });

  it("is no duplicate of the same by another, and both are named", () => {
    const found = seen(row(5, "a") + row(5, "b"));
    expect(kinds(found)).not.toContain("duplicate");
    expect(kinds(found)).not.toContain("conflict");
    expect(first(found).why).toBe("done since 2020-03-01, by Ann and Bob");
    expect(first(seen(row(5, "a") + row(5, "b"), "2020-03-05")).why).toContain("by Ann and Bob, and over since");
  });

  it("is not proved by what is only said of it", () => {
    const found = seen(row(5, "a") + row(9, "b", { word: "alleged" }));
    expect(first(found).episodes[0]?.by).toEqual(["Ann"]);
  });

  it("is contradicted by a figure that names nobody, and by no other", () => {
    expect(first(seen(row(5, "a") + row(0, "", { source: "t" }))).standing).toBe("alleged");
    expect(first(seen(row(5, "") + row(0, "a", { source: "t" }))).standing).toBe("breached");
  });

  it("is taken back by a row that names the same party, or nobody", () => {
    const both = row(5, "a") + row(5, "b");
    const back = (by: string) => seen(`${both}2020-03-01,2020-03-02,shots,,,withdrawn,s,,${by}\n`);
    expect(first(back("a")).episodes[0]?.by).toEqual(["Bob"]);
    expect(first(back("")).standing).toBe("unobserved");
  });

  it("counts in a total beside what another did on that day", () => {
    const total = watched({
      metrics: [{ id: "shots", name: "Violations" }],
      obligations: [
        {
          id: "quota",
          by: ["a", "b"],
          text: "At most 5 a month",
          keep: { metric: "shots", atMost: 5, over: { take: "total", length: "30 days" } },
        },
      ],
    });
    const found = standing(total, row(3, "a") + row(3, "b", { reported: "2020-03-02" }), { asOf: "2020-03-02" });
    expect(first(found).episodes[0]?.peak?.value).toBe(6);
  });

  it("is, by brute force, whatever its own sources last said", () => {
    const figure = fc.record({
      n: fc.integer({ min: 0, max: 2 }),
      by: fc.constantFrom("a", "b"),
      source: fc.constantFrom("s", "t"),
      wait: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 8 }), (figures) => {
        const rows = figures.map(({ n, by, source, wait }) => row(n, by, { source, reported: `2020-03-0${wait}` }));
        // Of each party, the last words of each source; several of one day of report stand beside each other.
        const lastWords = figures.filter(
          (one) => !figures.some((two) => two.by === one.by && two.source === one.source && two.wait > one.wait),
        );
        const of = (party: string) => lastWords.filter(({ by }) => by === party).map(({ n }) => n > 0);
        const broke = ["a", "b"].filter((party) => of(party).length > 0 && of(party).every((shot) => shot));
        const mixed = ["a", "b"].some((party) => new Set(of(party)).size === 2);
        const found = first(standing(truce, rows.join(""), { asOf: "2020-03-01", knownAt: "2020-12-31" }));
        expect(found.standing).toBe(broke.length > 0 ? "breached" : mixed ? "alleged" : "compliant");
      }),
      { numRuns: 200 },
    );
  });
});
