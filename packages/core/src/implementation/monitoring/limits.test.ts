import { describe, expect, it } from "vitest";
import { first, kinds, spells, standing, watched } from "../../../test/watched.js";
import { transposed } from "./compare.js";

describe("a figure kept within a limit", () => {
  it("is broken by a proof beyond it, and kept again by a proof within", () => {
    const found = standing(
      watched(),
      "2020-02-01,,m,101,t,verified,,\n2020-02-15,,m,140,t,verified,,\n2020-03-01,,m,99,t,verified,,\n",
    );
    expect(spells(found)).toEqual(["breach 2020-02-01 to 2020-03-01"]);
    expect(first(found).episodes[0]?.peak?.value).toBe(140);
    expect(first(found).standing).toBe("cured");
  });

  it("is exactly at the limit within it", () => {
    expect(first(standing(watched(), "2020-02-01,,m,100,t,verified,,\n")).standing).toBe("compliant");
    expect(first(standing(watched(), "2020-02-01,,m,100.0001,t,verified,,\n")).standing).toBe("breached");
  });

  it.each(["reported", "declared", "estimated", "alleged"])("is only said to be broken by what is %s", (qualifier) => {
    const found = standing(watched(), `2020-02-01,,m,140,t,${qualifier},,\n`);
    expect(first(found).standing).toBe("alleged");
    expect(first(found).inspect?.why).toContain("not proved");
  });

  it("was never broken where a proof of the same days clears what was said; a later one only ends it", () => {
    const found = standing(watched(), "2020-02-01,,m,140,t,alleged,,\n2020-02-05,,m,90,t,verified,,\n");
    expect(spells(found)).toEqual(["cleared 2020-02-01 to 2020-02-05"]);
    expect(first(found).standing).toBe("compliant");
  });

  it("begins with what was said and is proved later", () => {
    const [episode] = first(
      standing(watched(), "2020-02-01,,m,> 100,t,declared,,\n2020-02-05,2020-02-09,m,120,t,verified,,\n"),
    ).episodes;
    expect(episode).toMatchObject({
      kind: "breach",
      start: "2020-02-01",
      verified: "2020-02-05",
      known: "2020-02-09",
      end: null,
    });
  });

  it("is not cured by what proves nothing", () => {
    const found = standing(watched(), "2020-02-01,,m,140,t,verified,,\n2020-03-01,,m,50,t,estimated,,\n");
    expect(first(found).standing).toBe("breached");
    expect(first(found).why).toContain("last proved for 2020-02-01");
  });

  it("takes another standard of proof where the agreement says so", () => {
    const negotiation = watched({
      obligations: [{ id: "limit", by: "a", keep: { metric: "m", atMost: 100 }, proof: "reported" }],
    });
    expect(first(standing(negotiation, "2020-02-01,,m,140,t,,,\n")).standing).toBe("breached");
  });

  it.each([
    ["<= 90", "compliant"],
    ["<= 140", "compliant"],
    ["> 100", "breached"],
    [">= 101", "breached"],
    [">= 90", "compliant"],
    ["~ 140", "breached"],
  ])("reads %s", (value, word) => {
    // What says nothing of the limit leaves the proof before it as it was.
    expect(
      first(standing(watched(), `2020-01-15,,m,80,t,verified,,\n2020-02-01,,m,${value},t,verified,,\n`)).standing,
    ).toBe(word);
  });

  it("has no bound on a figure for its furthest, since nobody measured that", () => {
    const found = standing(watched(), "2020-02-01,,m,120,t,verified,,\n2020-03-01,,m,<= 500,t,verified,,\n");
    expect(first(found)).toMatchObject({ standing: "breached", episodes: [{ peak: { value: 120 } }] });
  });

  it("holds a limit from below as well", () => {
    const negotiation = watched({
      obligations: [{ id: "limit", by: "a", keep: { metric: "m", atLeast: 10, atMost: 20 } }],
    });
    expect(
      spells(
        standing(
          negotiation,
          "2020-02-01,,m,9,t,verified,,\n2020-03-01,,m,15,t,verified,,\n2020-04-01,,m,21,t,verified,,\n",
        ),
      ),
    ).toEqual(["breach 2020-02-01 to 2020-03-01", "breach 2020-04-01 on"]);
  });

  it("is no breach before it is in force, nor after", () => {
    const negotiation = watched({
      obligations: [
        { id: "limit", by: "a", from: "2020-06-01", until: "2020-12-31", keep: { metric: "m", atMost: 100 } },
      ],
    });
    const found = standing(negotiation, "2020-05-31,,m,140,t,verified,,\n2021-01-01,,m,140,t,verified,,\n");
    expect(spells(found)).toEqual([]);
    expect(kinds(found)).toEqual(["not-in-force", "assumed"]);
    expect(found.findings[0]).toMatchObject({ lines: [2, 3], rows: 2 });
  });

  it("cannot be said broken by a month that began before it was in force", () => {
    const negotiation = watched({
      obligations: [{ id: "limit", by: "a", from: "2020-02-15", keep: { metric: "m", atMost: 100 } }],
    });
    const found = standing(negotiation, "2020-02,,m,140,t,verified,,\n");
    expect(spells(found)).toEqual([]);
    expect(kinds(found)).toContain("unclear");
    expect(spells(standing(negotiation, "2020-03,,m,140,t,verified,,\n"))).toEqual(["breach 2020-03 on"]);
  });

  it("has the limit of the day where limits change", () => {
    const negotiation = watched({
      obligations: [
        {
          id: "limit",
          by: "a",
          keep: {
            metric: "m",
            limits: [
              { from: "2021-01-01", atMost: 50 },
              { from: "2020-01-01", atMost: 100 },
            ],
          },
        },
      ],
    });
    expect(spells(standing(negotiation, "2020-12-31,,m,80,t,verified,,\n2021-01-01,,m,80,t,verified,,\n"))).toEqual([
      "breach 2021-01-01 on",
    ]);
    const before = standing(negotiation, "2020-11-01,,m,80,t,verified,,\n2020-12-01,,m,80,t,verified,,\n", {
      asOf: "2020-12-02",
    });
    expect(first(before)).toMatchObject({ standing: "at-risk", projection: { crosses: "2021-01-01" } });
    expect(before.due.map(({ kind }) => kind)).toContain("limit");
  });

  it("is at risk where its pace crosses the limit soon, and not where it is far", () => {
    const rows = "2020-02-01,,m,80,t,verified,,\n2020-03-01,,m,85,t,verified,,\n2020-04-01,,m,90,t,verified,,\n";
    expect(first(standing(watched(), rows, { asOf: "2020-04-02" }))).toMatchObject({
      standing: "at-risk",
      projection: { figures: 3 },
    });
    const slow = "2020-02-01,,m,80,t,verified,,\n2020-04-01,,m,80.1,t,verified,,\n";
    expect(first(standing(watched(), slow, { asOf: "2020-04-02" })).standing).toBe("compliant");
  });

  it("is waived, disputed, upheld and dismissed as the record says", () => {
    const beyond = "2020-02-01,,m,140,t,verified,,\n";
    expect(
      first(standing(watched(), `${beyond}2020-02-10,,limit,,,waived,,\n2020-03-01,,m,150,t,verified,,\n`)).standing,
    ).toBe("waived");
    expect(first(standing(watched(), `${beyond}2020-02-10,,limit,,,disputed,,\n`)).standing).toBe("disputed");
    expect(
      first(standing(watched(), `${beyond}2020-02-10,,limit,,,disputed,,\n2020-02-20,,limit,,,upheld,,\n`)).standing,
    ).toBe("breached");
    expect(
      spells(standing(watched(), `${beyond}2020-02-10,,limit,,,disputed,,\n2020-02-20,,limit,,,dismissed,,\n`)),
    ).toEqual(["dismissed 2020-02-01 to 2020-02-20"]);
    expect(kinds(standing(watched(), "2020-02-10,,limit,,,upheld,,\n"))).toContain("not-accepted");
  });

  it("judges nothing while it is suspended, and judges again when resumed", () => {
    const found = standing(
      watched(),
      "2020-02-01,,limit,,,suspended,,\n2020-02-10,,m,140,t,verified,,\n2020-03-01,,limit,,,resumed,,\n2020-03-02,,m,140,t,verified,,\n",
    );
    expect(spells(found)).toEqual(["breach 2020-03-02 on"]);
    expect(kinds(found)).toContain("suspended");
    expect(kinds(standing(watched(), "2020-02-01,,limit,,,resumed,,\n"))).toContain("not-accepted");
  });

  it("binds once it is activated, where it is conditional", () => {
    const norms = [
      { keep: { metric: "m", atMost: 100 } },
      { achieve: { metric: "m", atMost: 100, by: "2020-03-01" } },
      { report: { metric: "r", first: "2020-02-10", every: "1 month" } },
    ];
    for (const norm of norms) {
      const negotiation = watched({
        metrics: [{ id: "m", unit: "t" }, { id: "r" }],
        obligations: [{ id: "limit", by: "a", conditional: true, ...norm }],
      });
      const beyond = "2020-02-01,,m,140,t,verified,,\n";
      expect(first(standing(negotiation, beyond, { asOf: "2020-05-01" }))).toMatchObject({
        standing: "pending",
        episodes: [],
      });
      const active = "2020-02-15,,limit,,,activated,,\n2020-03-20,,m,140,t,verified,,\n";
      expect(first(standing(negotiation, beyond + active, { asOf: "2020-05-01" })).standing).toBe("breached");
    }
  });

  it("is flagged where a party contests it, and judged all the same", () => {
    const negotiation = watched({
      obligations: [
        {
          id: "limit",
          by: "a",
          keep: { metric: "m", atMost: 100 },
          contested: [{ by: "a", text: "it is an estimate", date: "2020-06" }],
        },
      ],
    });
    const found = standing(negotiation, "2020-02-01,,m,140,t,verified,,\n");
    expect(first(found).standing).toBe("breached");
    expect(kinds(found)).toContain("contested");
    expect(first(standing(negotiation, "", { asOf: "2020-05-31" })).contested).toEqual([]);
  });
});

describe("what proves, cures and ends", () => {
  it("is not replaced by an estimate of the same source", () => {
    const found = standing(
      watched(),
      "2020-02-01,2020-02-22,m,140,t,verified,x,\n2020-02-01,2020-05-22,m,90,t,estimated,x,\n",
    );
    expect(first(found).standing).toBe("breached");
  });

  it("is no cure by a month in which it was broken", () => {
    const found = standing(watched(), "2020-02-20,,m,140,t,verified,,\n2020-02,2020-03-05,m,90,t,verified,y,\n");
    expect(first(found).standing).toBe("breached");
    expect(kinds(found)).toContain("unclear");
    expect(
      spells(standing(watched(), "2020-02-20,,m,140,t,verified,,\n2020-03,2020-04-05,m,90,t,verified,y,\n")),
    ).toEqual(["breach 2020-02-20 to 2020-03"]);
  });

  it("counts a month that was reported before its end as known then", () => {
    const rows = "2020-02-01,2020-02-02,m,140,t,verified,,\n2020-02,2020-02-20,m,150,t,verified,y,\n";
    expect(first(standing(watched(), rows, { knownAt: "2020-02-20" })).episodes[0]?.peak?.value).toBe(150);
    expect(first(standing(watched(), rows, { knownAt: "2020-02-19" })).episodes[0]?.peak?.value).toBe(140);
  });

  it("is cured while it is suspended, and ends with the obligation", () => {
    const beyond = "2020-02-01,,m,140,t,verified,,\n";
    expect(
      spells(
        standing(
          watched(),
          `${beyond}2020-03-01,,limit,,,suspended,,\n2020-04-01,,m,90,t,verified,,\n2020-05-01,,limit,,,resumed,,\n`,
        ),
      ),
    ).toEqual(["breach 2020-02-01 to 2020-04-01"]);
    expect(first(standing(watched(), `${beyond}2020-03-01,,limit,,,terminated,,\n`)).episodes).toMatchObject([
      { end: "2020-03-01", lapsed: true },
    ]);
    const until = watched({
      obligations: [{ id: "limit", by: "a", until: "2020-06-30", keep: { metric: "m", atMost: 100 } }],
    });
    expect(first(standing(until, beyond, { asOf: "2020-07-01" }))).toMatchObject({
      standing: "expired",
      episodes: [{ end: "2020-06-30", lapsed: true }],
    });
  });

  it("is known to bind more tightly: a figure of before is not within a limit that holds since", () => {
    const negotiation = watched({
      obligations: [
        {
          id: "limit",
          by: "a",
          keep: {
            metric: "m",
            limits: [
              { from: "2020-01-01", atMost: 100 },
              { from: "2021-01-01", atMost: 50 },
            ],
          },
        },
      ],
    });
    const rows = "2020-12-01,,m,80,t,verified,,\n";
    expect(first(standing(negotiation, rows, { asOf: "2020-12-02" }))).toMatchObject({
      standing: "at-risk",
      why: expect.stringContaining("from 2021-01-01 on"),
    });
    expect(first(standing(negotiation, rows, { asOf: "2021-01-02" }))).toMatchObject({
      standing: "unverified",
      why: expect.stringContaining("held since 2021-01-01"),
    });
  });

  it("is waived for as many days as are said, or until the waiver is taken back", () => {
    const rows =
      "2020-02-01,,m,140,t,verified,,\n2020-02-10,,limit,30,days,waived,,\n2020-02-20,,m,140,t,verified,,\n2020-06-01,,m,140,t,verified,,\n";
    expect(spells(standing(watched(), rows))).toEqual(["waived 2020-02-01 to 2020-02-10", "breach 2020-06-01 on"]);
    const back =
      "2020-02-10,,limit,,,waived,,\n2020-02-20,,m,140,t,verified,,\n2020-03-01,,limit,,,resumed,,\n2020-03-02,,m,140,t,verified,,\n";
    expect(spells(standing(watched(), back))).toEqual(["breach 2020-03-02 on"]);
  });

  it("is not kept that nobody proved to be within: beyond while waived, suspended or not yet binding, or by a bound", () => {
    const beyond = "2020-02-01,,m,140,t,verified,,\n";
    const word = (rows: string, more: object = {}) =>
      first(
        standing(
          watched({ obligations: [{ id: "limit", by: "a", keep: { metric: "m", atMost: 100 }, ...more }] }),
          rows,
        ),
      ).standing;
    expect(word(`${beyond}2020-02-02,,limit,30,days,waived,,\n`)).toBe("unverified");
    expect(
      word("2020-01-01,,limit,,,suspended,,\n2020-02-01,,m,140,t,verified,,\n2020-03-01,,limit,,,resumed,,\n"),
    ).toBe("unverified");
    expect(word(`${beyond}2020-03-01,,limit,,,activated,,\n`, { conditional: true })).toBe("unverified");
    expect(word("2020-02-01,,m,<= 150,t,verified,,\n")).toBe("unverified");
    expect(word("2020-02-01,,m,50,t,verified,,\n2020-03-01,,m,>= 90,t,verified,,\n")).toBe("compliant");
    expect(word(`${beyond}2020-02-02,,limit,-5,days,waived,,\n`)).toBe("breached");
    const loose = {
      keep: {
        metric: "m",
        limits: [
          { from: "2019-01-01", atMost: 800 },
          { from: "2020-03-01", atMost: 70 },
          { from: "2020-06-01", atMost: 900 },
        ],
      },
    };
    expect(word("2020-02-01,,m,750,t,verified,,\n", loose)).toBe("compliant");
  });

  it("says nothing by a figure that is only about as much as the limit", () => {
    expect(first(standing(watched(), "2020-02-01,,m,~ 101,t,verified,,\n")).episodes).toEqual([]);
    expect(first(standing(watched(), "2020-02-01,,m,~ 110,t,verified,,\n")).standing).toBe("breached");
  });

  it("takes a notice that is given ahead, from its day on", () => {
    const rows = "2020-08-02,2020-02-02,limit,,,terminated,,\n";
    expect(first(standing(watched(), rows, { asOf: "2020-08-01" })).standing).toBe("unobserved");
    expect(first(standing(watched(), rows, { asOf: "2020-08-02" })).standing).toBe("terminated");
  });
});

describe("what is taken back", () => {
  it("is so wherever the withdrawal stands in the file, where it is of a later day", () => {
    const rows = "2020-02-01,2020-03-01,m,,,withdrawn,x,\n2020-02-01,2020-02-02,m,140,t,verified,x,\n";
    expect(first(standing(watched(), rows)).standing).toBe("unobserved");
    const before = "2020-02-01,2020-02-01,m,,,withdrawn,x,\n2020-02-01,2020-02-02,m,140,t,verified,x,\n";
    expect(first(standing(watched(), before)).standing).toBe("breached");
    expect(kinds(standing(watched(), before))).toContain("not-accepted");
  });

  it("stands again where it is said again", () => {
    const rows =
      "2020-02-01,2020-02-02,m,140,t,verified,x,\n2020-02-01,2020-02-02,m,,,withdrawn,x,\n2020-02-01,2020-02-02,m,140,t,verified,x,\n";
    expect(first(standing(watched(), rows)).standing).toBe("breached");
  });

  it("can be an exertion, which then ends nothing; nor does one of a power that was not invoked", () => {
    const negotiation = watched({
      powers: [{ id: "snap", by: "b", terminates: ["limit"], stages: [{ id: "one", takes: "15 days" }] }],
    });
    const exerted = "2020-03-01,,snap,,,invoked,s,\n2020-04-01,2020-04-01,snap,,,exerted,s,\n";
    expect(first(standing(negotiation, exerted)).standing).toBe("terminated");
    expect(first(standing(negotiation, `${exerted}2020-04-01,2020-04-02,snap,,,withdrawn,s,\n`)).standing).toBe(
      "unobserved",
    );
    expect(first(standing(negotiation, "2020-04-01,,snap,,,exerted,s,\n")).standing).toBe("unobserved");
  });
});

describe("figures that do not agree", () => {
  it("are no average: on both sides of the limit they prove nothing", () => {
    const found = standing(watched(), "2020-02-01,,m,90,t,verified,x,\n2020-02-01,,m,120,t,verified,y,\n");
    expect(first(found).standing).toBe("alleged");
    expect(kinds(found)).toContain("conflict");
  });

  it("stand where all are on one side", () => {
    const found = standing(watched(), "2020-02-01,,m,110,t,verified,x,\n2020-02-01,,m,120,t,verified,y,\n");
    expect(first(found).standing).toBe("breached");
    expect(first(found).episodes[0]?.peak?.value).toBe(120);
    expect(kinds(found)).toContain("conflict");
  });

  it("give way to the proof among them, which is said", () => {
    const found = standing(watched(), "2020-02-01,,m,90,t,verified,x,\n2020-02-01,,m,120,t,reported,y,\n");
    expect(first(found).standing).toBe("compliant");
    expect(kinds(found)).toContain("conflict");
  });

  it("are a slip where two digits changed places", () => {
    expect(transposed(372.3, 373.2)).toBe(true);
    expect(transposed(372.3, 372.3)).toBe(false);
    expect(transposed(372.3, 382.3)).toBe(false);
    expect(kinds(standing(watched(), "2020-02-01,,m,132,t,verified,x,\n2020-02-01,,m,123,t,reported,y,\n"))).toContain(
      "transposed",
    );
  });

  it("are the latest word where their own source corrected them", () => {
    const found = standing(
      watched(),
      "2020-02-01,2020-02-02,m,140,t,verified,x,\n2020-02-01,2020-02-09,m,90,t,verified,x,\n",
    );
    expect(first(found).standing).toBe("compliant");
    expect(kinds(found)).toContain("revised");
    const before = standing(
      watched(),
      "2020-02-01,2020-02-02,m,140,t,verified,x,\n2020-02-01,2020-02-09,m,90,t,verified,x,\n",
      { knownAt: "2020-02-05" },
    );
    expect(first(before).standing).toBe("breached");
  });

  it("are compared in the unit in which the text gives the limit", () => {
    const negotiation = watched({
      metrics: [{ id: "m", unit: "kgU", enrichment: 3.67, inspect: "3 years" }],
      obligations: [
        {
          id: "limit",
          by: "a",
          keep: {
            metric: "m",
            atMost: [
              { value: 300, unit: "kg UF6" },
              { value: 202.8, unit: "kgU" },
            ],
          },
        },
      ],
    });
    const word = (value: number, unit: string) =>
      first(standing(negotiation, `2020-02-01,,m,${value},${unit},verified,,\n`)).standing;
    expect(word(300, "kg UF6")).toBe("compliant");
    expect(word(300.1, "kg UF6")).toBe("breached");
    expect(word(202.8, "kgU")).toBe("compliant");
    expect(word(202.9, "kgU")).toBe("breached");
    // 202.82 kg as tonnes: 300 kg of UF6 hold 202.83, so it is within by the one text and beyond by the other.
    expect(kinds(standing(negotiation, "2020-02-01,,m,0.20282,t U,verified,,\n"))).toContain("two-units");
  });

  it("count once where a row is said twice", () => {
    const found = standing(
      watched(),
      "2020-02-01,,m,140,t,verified,x,\n2020-02-01,,m,140,t,verified,x,\n2020-02-01,,m,140,t,verified,y,\n",
    );
    expect(first(found).rows).toBe(2);
    expect(kinds(found).filter((kind) => kind === "duplicate")).toHaveLength(1);
  });
});

describe("an old proof", () => {
  const yearly = (more: object = {}) =>
    watched({
      metrics: [{ id: "m", unit: "t" }],
      obligations: [{ id: "limit", by: "a", text: "The limit", keep: { metric: "m", atMost: 100 }, ...more }],
    });

  it("keeps nothing after the time for which it stands: the obligation's, its metric's, or 6 months, which is said", () => {
    const rows = "2020-02-01,2020-02-01,m,90,t,verified,,\n";
    expect(first(standing(yearly(), rows, { asOf: "2020-08-01" })).standing).toBe("compliant");
    const stale = standing(yearly(), rows, { asOf: "2020-08-02" });
    expect(first(stale)).toMatchObject({
      standing: "unverified",
      unverifiedSince: "2020-08-02",
      why: "unverified since 2020-08-02: last proved within its limit (at most 100 t), 90 t for 2020-02-01; a proof stands for 6 months",
      inspect: { by: "2020-08-01" },
    });
    expect(stale.sentence).toBe("Nothing is broken: 0 of 1 kept, 1 unverified.");
    expect(stale.findings.map(({ text }) => text)).toEqual([
      "the agreement does not say how long a proof stands (inspect:) for any obligation: 6 months are taken",
    ]);
    const said = standing(yearly({ inspect: "1 year" }), rows, { asOf: "2021-02-01" });
    expect([first(said).standing, said.findings]).toEqual(["compliant", []]);
    expect(first(standing(yearly({ inspect: "1 year" }), rows, { asOf: "2021-02-02" })).standing).toBe("unverified");
  });

  it("is not refreshed by what proves nothing, and leaves a breach a breach", () => {
    const rows = "2020-02-01,,m,90,t,verified,,\n2020-12-01,,m,95,t,declared,,\n";
    expect(first(standing(yearly(), rows, { asOf: "2020-12-02" }))).toMatchObject({
      standing: "unverified",
      why: expect.stringContaining("said since: 95 t (declared) for 2020-12-01"),
    });
    expect(first(standing(yearly(), "2020-02-01,,m,140,t,verified,,\n", { asOf: "2025-01-01" })).standing).toBe(
      "breached",
    );
  });

  it("foretells nothing, nor does a pace that ended longer ago than its figures reach back", () => {
    const rows = "2020-02-01,,m,80,t,verified,,\n2020-03-01,,m,90,t,verified,,\n";
    const on = (asOf: string) => first(standing(yearly({ inspect: "1 year" }), rows, { asOf }));
    expect(on("2020-03-30")).toMatchObject({ standing: "at-risk", projection: { figures: 2 } });
    expect(on("2020-03-31")).toMatchObject({ standing: "compliant", projection: null });
    expect(on("2021-06-01")).toMatchObject({ standing: "unverified", projection: null });
  });
});

describe("a limit that lies ahead", () => {
  const ahead = (more: object = {}) =>
    watched({
      metrics: [{ id: "m", unit: "t", inspect: "3 years" }],
      obligations: [
        {
          id: "limit",
          by: "a",
          text: "The limit",
          keep: { metric: "m", limits: [{ from: "2023-07-01", atMost: 100 }] },
          ...more,
        },
      ],
    });

  it("is listed as due, and binds nobody before its day", () => {
    const found = standing(ahead(), "2020-02-01,,m,90,t,verified,,\n", { asOf: "2020-02-02" });
    expect(first(found)).toMatchObject({ standing: "pending", why: "binds from 2023-07-01 on; 90 t for 2020-02-01" });
    expect(found.due).toMatchObject([
      { day: "2023-07-01", kind: "limit", what: "The limit (Ann): at most 100 t from now on" },
    ]);
    expect(first(found).lastProof?.value).toBe(90);
  });

  it("is at risk within `warn` by what was proved before it", () => {
    const rows = "2023-02-01,,m,140,t,verified,,\n";
    expect(first(standing(ahead(), rows, { asOf: "2022-12-31" })).standing).toBe("pending");
    expect(first(standing(ahead(), rows, { asOf: "2023-02-02" }))).toMatchObject({
      standing: "at-risk",
      why: "140 t for 2023-02-01, which is beyond what holds from 2023-07-01 on",
      episodes: [],
    });
    const falling = "2023-02-01,,m,140,t,verified,,\n2023-04-01,,m,110,t,verified,,\n";
    // By July its pace has brought it within; once nothing is drawn from that pace, it is taken as it is.
    expect(first(standing(ahead(), falling, { asOf: "2023-04-02" })).standing).toBe("pending");
    expect(first(standing(ahead(), falling, { asOf: "2023-06-15" })).standing).toBe("at-risk");
    expect(first(standing(ahead(), rows, { asOf: "2023-07-01" })).standing).toBe("unverified");
    expect(first(standing(ahead(), "2023-02-01,,m,95,t,verified,,\n", { asOf: "2023-07-01" })).standing).toBe(
      "compliant",
    );
  });

  it("is one remark, however many rows were beyond it before", () => {
    const rows = Array.from(
      { length: 57 },
      (_, k) => `2020-${`${1 + (k % 12)}`.padStart(2, "0")}-${10 + (k % 7)},2020-12-31,m,${140 + k},t,verified,,\n`,
    );
    const found = standing(ahead(), rows.join(""), { asOf: "2021-01-01" });
    expect(found.findings.map(({ kind, rows: n, lines }) => [kind, n, lines.length])).toEqual([
      ["not-in-force", 57, 20],
    ]);
  });
});

describe("an obligation that has ended", () => {
  const ended = watched({
    obligations: [{ id: "limit", by: "a", text: "The limit", until: "2020-06-30", keep: { metric: "m", atMost: 100 } }],
  });

  it("cannot be suspended, nor stand suspended", () => {
    const late = standing(ended, "2020-08-01,2020-08-01,limit,,,suspended,,\n", { asOf: "2020-09-01" });
    expect(first(late).standing).toBe("expired");
    expect(late.findings.map(({ text }) => text)).toEqual(["is suspended after its last day, 2020-06-30"]);
    const before = standing(ended, "2020-05-01,,limit,,,suspended,,\n", { asOf: "2020-09-01" });
    expect(first(before)).toMatchObject({ standing: "expired", why: "ended on 2020-06-30" });
  });

  it("says what was broken when it ended", () => {
    expect(first(standing(ended, "2020-05-01,,m,140,t,verified,,\n", { asOf: "2020-09-01" })).why).toBe(
      "ended on 2020-06-30, beyond its limit (at most 100 t) since 2020-05-01 until then",
    );
  });
});
