import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, problemsIn } from "../../../test/build-case.js";
import { addDays, type Case } from "../../case/index.js";
import { alertsOf } from "./alerts.js";
import { type ObservationRow, QUALIFIERS } from "./book.js";
import { changesBetween } from "./changes.js";
import { transposed } from "./compare.js";
import { type MonitorOptions, monitor } from "./monitor.js";
import { readRows } from "./read-rows.js";
import type { Monitoring, ObligationStanding } from "./types.js";
import { rowsIn, withRows } from "./write-rows.js";

const HEAD = "as_of,reported_at,metric,value,unit,qualifier,source,note\n";

const watched = (agreement: Readonly<Record<string, unknown>> = {}): Case =>
  buildCase({
    agreement: {
      metrics: [{ id: "m", name: "The stock", unit: "t" }],
      obligations: [
        { id: "limit", by: "a", text: "The limit", from: "2020-01-01", keep: { metric: "m", atMost: 100 } },
      ],
      ...agreement,
    },
  });

function standing(negotiation: Case, rows: string, options: MonitorOptions = { asOf: "2021-12-31" }): Monitoring {
  const found = monitor(negotiation, readRows(negotiation, HEAD + rows), options);
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value.standing();
}

const first = ({ obligations }: Monitoring): ObligationStanding => obligations[0] as ObligationStanding;
const kinds = ({ findings }: Monitoring) => findings.map(({ kind }) => kind);

/** `breach 2020-02-01 to 2020-03-01` */
const spells = (found: Monitoring) =>
  first(found).episodes.map(({ kind, start, end }) => `${kind} ${start} ${end === null ? "on" : `to ${end}`}`);

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
    expect(kinds(found)).toEqual(["not-in-force", "not-in-force", "assumed"]);
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
      metrics: [{ id: "m", unit: "kgU", enrichment: 3.67 }],
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
    expect(monitor(negotiation, readRows(negotiation, HEAD), {}).ok).toBe(false);
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
  ),
  source: fc.constantFrom("", "x", "y"),
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
}: Parameters<Parameters<typeof line.map>[0]>[0]): string => {
  const figure = ["verified", "estimated", "alleged"].includes(qualifier);
  const about = figure || qualifier === "withdrawn" ? "m" : "limit";
  const reported = addDays(`2020-${two(month)}-${two(day)}`, wait);
  return `2020-${two(month)}${partial && figure ? "" : `-${two(day)}`},${partial && figure ? "" : reported},${about},${figure ? value : ""},${figure ? "t" : ""},${qualifier},${source},`;
};
const lines = fc.array(line.map(dated), { maxLength: 40 });

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
      fc.property(lines, lines, (before, added) => {
        const negotiation = watched();
        const text = (rows: readonly string[]) => HEAD + rows.map((row) => `${row}\n`).join("");
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
      { numRuns: 200 },
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
    const rows = readRows(negotiation, HEAD + days.map((day) => `${day},${day},m,90,t,verified,,\n`).join(""));
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
      source: "",
      note: "",
    };
    const { touched, read } = watch.value.add([row]);
    expect(touched).toEqual(["one"]);
    expect(read).toBeLessThanOrEqual(257);
    expect(watch.value.standing().obligations[0]?.standing).toBe("breached");
    expect(watch.value.add([{ ...row, metric: "nothing" }])).toEqual({ touched: [], read: 0 });
  });
});

describe("doing something by a day", () => {
  const task = (more: object = {}) =>
    watched({
      obligations: [
        { id: "task", by: "a", text: "The task", achieve: { metric: "m", atMost: 0, by: "2020-06-30", ...more } },
      ],
    });

  it.each([
    ["", "2020-06-30", "due"],
    ["", "2020-07-01", "overdue"],
    ["2020-05-01,,m,0,t,verified,,\n", "2020-05-02", "fulfilled"],
    ["2020-05-01,,m,0,t,declared,,\n", "2020-05-02", "unverified"],
    ["2020-05-01,,m,0,t,declared,,\n", "2020-07-01", "alleged"],
    ["2020-07-01,,m,5,t,verified,,\n", "2020-07-02", "breached"],
    ["2020-07-01,,m,5,t,verified,,\n2020-08-01,,m,0,t,verified,,\n", "2020-08-02", "fulfilled"],
    ["2020-06-01,,task,,,fulfilled,,\n", "2020-07-02", "fulfilled"],
    ["2020-07-10,,task,,,waived,,\n", "2020-07-12", "waived"],
  ])("after %j is on %s %s", (rows, asOf, word) => {
    expect(first(standing(task(), rows, { asOf })).standing).toBe(word);
  });

  it("was not late that anybody could say where only the month is known", () => {
    expect(first(standing(task(), "2020-07,,m,0,t,verified,,\n", { asOf: "2020-09-01" })).episodes).toHaveLength(1);
    const mid = watched({
      obligations: [{ id: "task", by: "a", achieve: { metric: "m", atMost: 0, by: "2020-06-15" } }],
    });
    expect(first(standing(mid, "2020-06,,m,0,t,verified,,\n", { asOf: "2020-09-01" })).episodes).toEqual([]);
  });

  it("is not overdue where it was discharged before, ends with its end, and is kept where that it was not is dismissed", () => {
    expect(first(standing(task(), "2020-05-01,,task,,,discharged,,\n", { asOf: "2020-09-01" }))).toMatchObject({
      standing: "discharged",
      episodes: [],
    });
    expect(first(standing(task(), "2020-08-01,,task,,,terminated,,\n", { asOf: "2020-09-01" })).episodes).toMatchObject(
      [{ kind: "overdue", end: "2020-08-01", lapsed: true }],
    );
    const dismissed = "2020-07-10,,task,,,disputed,,\n2020-07-20,,task,,,dismissed,,\n";
    expect(first(standing(task(), dismissed, { asOf: "2020-09-01" }))).toMatchObject({
      standing: "compliant",
      episodes: [{ kind: "dismissed", end: "2020-07-20" }],
    });
  });

  it("is fulfilled by nothing once it is over, nor before it is activated, nor acquitted before it is due", () => {
    const over = "2020-05-01,,task,,,terminated,,\n2020-05-20,,m,0,t,verified,,\n";
    expect(first(standing(task(), over, { asOf: "2020-09-01" })).standing).toBe("terminated");
    const early = "2020-05-01,,task,,,dismissed,,\n2020-07-01,,m,9,t,verified,,\n";
    expect(first(standing(task(), early, { asOf: "2020-09-01" })).standing).toBe("breached");
    expect(first(standing(task(), "2020-05-01,,task,30,days,waived,,\n", { asOf: "2020-09-01" })).standing).toBe(
      "overdue",
    );
    const past = watched({
      obligations: [
        { id: "task", by: "a", until: "2020-08-01", achieve: { metric: "m", atMost: 0, by: "2020-06-30" } },
      ],
    });
    expect(first(standing(past, "", { asOf: "2020-09-01" })).episodes).toMatchObject([
      { end: "2020-08-01", lapsed: true },
    ]);
  });

  it("is fulfilled by nothing that was so before it bound anybody", () => {
    const negotiation = watched({
      obligations: [{ id: "task", by: "a", from: "2020-01-01", achieve: { metric: "m", atMost: 0, by: "2020-06-30" } }],
    });
    expect(
      first(
        standing(negotiation, "2019-05-01,,m,0,t,verified,,\n2020-07-01,,m,9,t,verified,,\n", { asOf: "2020-07-02" }),
      ).standing,
    ).toBe("breached");
  });

  it("is late where it was done late", () => {
    const found = standing(task(), "2020-08-01,,m,0,t,verified,,\n", { asOf: "2020-09-01" });
    expect(spells(found)).toEqual(["breach 2020-07-01 to 2020-08-01"]);
  });

  it("is at risk where its pace does not reach it", () => {
    const rows = "2020-01-01,,m,100,t,verified,,\n2020-03-01,,m,90,t,verified,,\n";
    expect(first(standing(task(), rows, { asOf: "2020-03-02" })).standing).toBe("at-risk");
    expect(
      first(standing(task(), "2020-01-01,,m,100,t,verified,,\n2020-03-01,,m,30,t,verified,,\n", { asOf: "2020-03-02" }))
        .standing,
    ).toBe("due");
  });

  it("is asked of commitments that have a due day", () => {
    const negotiation = buildCase({
      agreement: { commitments: [{ id: "c", by: "a", issue: "x", to: "o1", due: "2020-03-01" }] },
    });
    expect(first(standing(negotiation, "2020-02-01,,c,,,fulfilled,,\n")).standing).toBe("fulfilled");
    expect(first(standing(negotiation, "")).standing).toBe("overdue");
  });
});

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
    expect(kinds(standing(negotiation, "2020-03-10,,snap,10,days,extended,,\n"))).toContain("not-accepted");
    expect(
      kinds(standing(negotiation, "2020-03-01,,snap,,,invoked,,\n2020-04-02,,snap,9,days,extended,,\n")),
    ).toContain("not-accepted");
  });
});

describe("rows that cannot be read", () => {
  const problems = (rows: string) =>
    readRows(watched(), HEAD + rows).problems.map(({ place, message }) => `${place.line}:${place.column} ${message}`);

  it.each([
    ["2020-02-30,,m,1,t,verified,,\n", '2:1 as_of "2020-02-30" is no date. Write 2019, 2019-02 or 2019-02-24.'],
    [
      "2020-02-01,soon,m,1,t,verified,,\n",
      '2:12 reported_at "soon" is no date. Write 2019, 2019-02 or 2019-02-24, or leave it out.',
    ],
    ["2020-02-01,,,1,t,verified,,\n", "2:13 names no metric. Say what the row is about."],
    [
      "2020-02-01,,m,1 020,t,verified,,\n",
      '2:15 "1 020" is no number. Write 130.9, <= 130 or ~ 4.5; a point before the decimals and no mark between thousands.',
    ],
    ["2020-02-01,,m,1,kg UF6,verified,,\n", '2:17 "kg UF6" cannot be turned into "t", the unit of m.'],
    ["2020-02-01,,m,1,t,verifid,,\n", '2:19 unknown qualifier "verifid". Did you mean "verified"?'],
    [
      "2020-02-01,,m,,t,verified,,\n",
      "2:15 a figure that is verified has no value. Write one, or what happened as the qualifier.",
    ],
  ])("are said with their place: %j", (rows, message) => {
    expect(problems(rows)).toEqual([message]);
  });

  it("leave the others as they are", () => {
    const rows = readRows(
      watched(),
      `${HEAD}2020-02-01,,m,101,t,verified,,\nnonsense\n2020-03-01,,m,99,t,verified,,\n`,
    );
    expect(rows.book.size()).toBe(2);
    expect(rows.malformed).toBe(1);
  });

  it("are one line where a quotation mark is not closed, or closes on a later one", () => {
    const rows = readRows(
      watched(),
      `${HEAD}2020-02-01,,m,101,t,verified,,\n2020-02-02,,m,101,t,verified,,"never closed\n2020-03-01,,m,99,t,verified,,\n`,
    );
    expect(rows.problems.map(({ place }) => place.line)).toEqual([3]);
    const over = readRows(
      watched(),
      `${HEAD}2020-02-01,,m,1,t,verified,,"a pipe\n2020-02-02,,m,140,t,verified,,\n2020-02-03,,m,1,t,verified,,of 5"\n`,
    );
    expect([over.problems.map(({ place }) => place.line), over.book.size()]).toEqual([[2, 4], 1]);
    expect(rows.book.size()).toBe(2);
  });

  it("are all of them where the head does not say what the columns are", () => {
    expect(readRows(watched(), "day,what\n2020-02-01,m\n").problems[0]?.message).toContain(
      "does not name as_of and metric",
    );
  });

  it("have as many cells as the head names: a decimal comma or a loose one is said, not read as a number and a unit", () => {
    expect(problems("2020-02-01,2020-02-03,m,1,t,verified,x,a note, with a comma\n")[0]).toContain(
      "more cells than the first line names",
    );
    expect(problems("2020-02-01,2020-02-03,m,1,550,,,\n")[0]).toContain('"550" is a number and no unit');
    const semicolons = readRows(watched(), "as_of;metric;value;unit;qualifier\n2020-02-01;m;0,5;t;verified\n");
    expect(semicolons.problems[0]?.message).toContain('"0,5" is no number');
  });

  it("never crash, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'",;\n\t0123-mt verifd<>=~\u202e\u0000é') }), (text) => {
        const rows = readRows(watched(), HEAD + text);
        const found = monitor(watched(), rows, { asOf: "2021-12-31" });
        expect(found.ok).toBe(true);
      }),
    );
  });

  it("of what no obligation speaks are kept and counted", () => {
    const found = standing(watched(), "2020-02-01,,other,1,,verified,,\n");
    expect(found.findings.find(({ kind }) => kind === "unspoken")).toMatchObject({ about: "other", lines: [2] });
    // Before it was reported nobody knows of it.
    const before = standing(watched(), "2020-02-01,2020-05-01,other,1,,verified,,\n", { knownAt: "2020-04-01" });
    expect(kinds(before)).toEqual([]);
  });
});

describe("rows that are added", () => {
  it("go to the end, in the order of the columns there, and what stood there stays", () => {
    const text = "metric;as_of;value;qualifier\nm;2020-02-01;1;verified";
    const written = withRows(text, [
      { as_of: "2020-03-01", metric: "m", value: "2", qualifier: "verified", note: "lost" },
    ]);
    expect(written).toBe(`${text}\nm;2020-03-01;2;verified\n`);
    expect(withRows(null, [{ as_of: "2020-03-01", metric: "m", note: 'a "b", c' }])).toBe(
      `${HEAD}2020-03-01,,m,,,,,"a ""b"", c"\n`,
    );
  });

  it("are read from a text with or without a head", () => {
    const row = { as_of: "2020-02-01", metric: "m", value: "1", unit: "t", qualifier: "verified" };
    expect(rowsIn(`${HEAD}2020-02-01,,m,1,t,verified,,\n`).rows).toEqual([row]);
    expect(rowsIn("2020-02-01,,m,1,t,verified\n").rows).toEqual([row]);
    expect(rowsIn("metric\tvalue\tas_of\tunit\tqualifier\nm\t1\t2020-02-01\tt\tverified\n").rows).toEqual([row]);
    expect(rowsIn(`2020-02-01,,m,1,t,verified\n2020-02-02,,m,1,t,verified,,"open\n`).broken).toEqual([2]);
  });

  it("are shown by what they would change", () => {
    const before = standing(watched(), "2020-02-01,,m,90,t,verified,,\n");
    const after = standing(watched(), "2020-02-01,,m,90,t,verified,,\n2020-03-01,,m,140,t,verified,,\n");
    expect(changesBetween(before, after)).toMatchObject([{ id: "limit", before: "compliant", after: "breached" }]);
    expect(changesBetween(before, before)).toEqual([]);
  });
});

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
