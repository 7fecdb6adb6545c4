// What agreements from life ask of monitoring; facts in our own words, with where they stand.
import { describe, expect, it } from "vitest";
import { problemsIn } from "../../../test/build-case.js";
import { BY, first, HEAD, kinds, spells, standing, watched } from "../../../test/watched.js";
import { addDays, type Case } from "../../case/index.js";
import { monitor } from "./monitor.js";
import { readRows } from "./read-rows.js";
import { withRows } from "./write-rows.js";

/** Rows, the last of their columns who did it. */
const attributed = (negotiation: Case, rows: string, asOf: string) => standing(negotiation, rows, { asOf });

// Treaty between the United States and the Russian Federation on strategic arms (New START), in force from 5 February 2011 for
// ten years (Article XIV, 2), extended by five on 3 February 2021.
describe("New START: a term that is extended", () => {
  const treaty = (more: object = {}) =>
    watched({
      metrics: [{ id: "warheads", name: "Deployed warheads", inspect: "1 year" }],
      obligations: [
        {
          id: "warheads-limit",
          by: "a",
          text: "Warheads at most 1,550",
          from: "2018-02-05",
          until: "2021-02-04",
          extendable: true,
          keep: { metric: "warheads", atMost: 1550 },
          ...more,
        },
      ],
    });
  const figures = "2020-09-01,2020-10-01,warheads,1457,,verified,,\n2021-03-01,2021-03-31,warheads,1357,,verified,,\n";
  const extended = "2021-02-03,2021-02-03,warheads-limit,5,years,extended,,\n";

  it("ends on its last day, and on the later one once the extension is known", () => {
    expect(first(standing(treaty(), figures, { asOf: "2021-04-01" }))).toMatchObject({
      standing: "expired",
      until: "2021-02-04",
    });
    const found = standing(treaty(), figures + extended, { asOf: "2021-04-01" });
    expect(first(found)).toMatchObject({ standing: "compliant", until: "2026-02-04" });
    expect(kinds(found)).toEqual([]);
    const before = standing(treaty(), figures + extended, { asOf: "2021-02-02", knownAt: "2021-02-02" });
    expect(first(before).until).toBe("2021-02-04");
  });

  it("is extended by a row that is added, as by one that stood there", () => {
    const negotiation = treaty();
    const opened = monitor(negotiation, readRows(negotiation, HEAD + figures), { asOf: "2021-04-01" });
    if (!opened.ok) throw new Error("see the check");
    const [row] = [readRows(negotiation, HEAD + extended).book.row(0)];
    if (row) opened.value.add([{ ...row, line: 99 }]);
    expect(first(opened.value.standing()).standing).toBe("compliant");
  });

  it("is not extended after it has ended, nor in silence where the agreement does not provide for it", () => {
    const late = "2021-03-01,2021-03-01,warheads-limit,5,years,extended,,\n";
    const found = standing(treaty(), late, { asOf: "2021-04-01" });
    expect([first(found).standing, found.findings[0]?.text]).toEqual([
      "expired",
      "is extended after its last day, 2021-02-04",
    ]);
    expect(standing(treaty({ extendable: false }), extended, { asOf: "2021-04-01" }).findings[0]?.text).toContain(
      "does not provide for",
    );
    const undated = "2021-02-03,2021-02-03,warheads-limit,,,extended,,\n";
    expect(standing(treaty(), undated, { asOf: "2021-02-04" }).findings[0]?.text).toContain("by no length of time");
  });
});

// Russia declared the treaty suspended in February 2023; the United States called that legally invalid.
describe("New START: a suspension that is disputed", () => {
  const rows =
    "2023-01-10,2023-01-10,m,90,t,verified,,\n2023-02-21,2023-02-21,limit,,,suspended,,\n2023-03-01,2023-03-01,limit,,,disputed,,\n";

  it("is neither suspended nor kept while the dispute is open", () => {
    const found = standing(watched(), rows, { asOf: "2023-06-01" });
    expect(first(found)).toMatchObject({
      standing: "disputed",
      why: "suspended since 2023-02-21, which is disputed since 2023-03-01",
    });
    expect(found.sentence).toBe("Disputed: The limit (Ann). 0 of 1 kept.");
  });

  it("makes what was beyond the limit meanwhile a breach, or none, once it is settled", () => {
    const beyond = `${rows}2023-04-01,2023-04-01,m,140,t,verified,,\n`;
    expect(spells(standing(watched(), beyond, { asOf: "2023-06-01" }))).toEqual(["disputed 2023-04-01 on"]);
    const invalid = standing(watched(), `${beyond}2023-05-01,2023-05-01,limit,,,dismissed,,\n`, { asOf: "2023-06-01" });
    expect([first(invalid).standing, spells(invalid)]).toEqual(["breached", ["breach 2023-04-01 on"]]);
    const valid = standing(watched(), `${beyond}2023-05-01,2023-05-01,limit,,,upheld,,\n`, { asOf: "2023-06-01" });
    expect([first(valid).standing, spells(valid)]).toEqual(["suspended", ["dismissed 2023-04-01 to 2023-05-01"]]);
  });

  it("holds for reports and tasks: what did not come meanwhile is disputed with it", () => {
    const negotiation = watched({
      metrics: [{ id: "r" }],
      obligations: [
        { id: "limit", by: "a", text: "Data", report: { metric: "r", first: "2023-03-31", every: "6 months" } },
      ],
    });
    const rest = "2023-02-21,2023-02-21,limit,,,suspended,,\n";
    expect(spells(standing(negotiation, rest, { asOf: "2023-06-01" }))).toEqual([]);
    const open = `${rest}2023-03-01,2023-03-01,limit,,,disputed,,\n`;
    expect(spells(standing(negotiation, open, { asOf: "2023-06-01" }))).toEqual(["disputed 2023-04-01 on"]);
    const invalid = `${open}2023-05-01,2023-05-01,limit,,,dismissed,,\n`;
    expect(first(standing(negotiation, invalid, { asOf: "2023-06-01" })).standing).toBe("breached");
  });
});

// Article XI and its Protocol: each party may hold up to eighteen inspections a year, ten of one type and eight of the other.
describe("New START: a quota a year", () => {
  const quota = watched({
    metrics: [{ id: "inspections", inspect: "1 year", occasions: true }],
    obligations: [
      {
        id: "quota",
        by: "a",
        text: "At most 18 inspections a year",
        from: "2011-02-05",
        keep: { metric: "inspections", atMost: 18, over: { take: "total", length: "1 year", starting: "2011-02-05" } },
      },
    ],
  });
  const held = (from: number, n: number, year = 2011) =>
    Array.from({ length: n }, (_, k) => {
      const day = addDays(`${year}-02-${from}`, 7 * k);
      return `${day},${day},inspections,1,,verified,,\n`;
    }).join("");

  it("is kept at 18, broken by the nineteenth, and begins anew with its year", () => {
    expect(first(standing(quota, held(10, 18), { asOf: "2011-12-01" }))).toMatchObject({
      standing: "compliant",
      why: expect.stringContaining("18 (total, 1 year from 2011-02-05) for 2011-06-09"),
    });
    const over = standing(quota, held(10, 19), { asOf: "2011-07-01" });
    expect(first(over)).toMatchObject({
      standing: "breached",
      episodes: [{ kind: "breach", start: "2011-06-16", end: null, peak: { value: 19 } }],
    });
    const next = standing(quota, held(10, 19) + held(10, 3, 2012), { asOf: "2012-03-01" });
    expect(first(next).standing).toBe("cured");
    expect(standing(quota, held(10, 18), { asOf: "2012-03-01" }).obligations[0]).toMatchObject({
      standing: "unverified",
      unverifiedSince: "2012-02-05",
    });
  });

  it("is the sum that a reader would make by hand, whatever the order of the rows", () => {
    const rows = held(10, 19).trim().split("\n").reverse().join("\n");
    expect(first(standing(quota, `${rows}\n`, { asOf: "2011-06-17" })).episodes[0]?.start).toBe("2011-06-16");
  });
});

// Protocol, Part Four: notices no later than five days after what they are about.
describe("New START: a deadline that runs from something that happens", () => {
  const notices = watched({
    metrics: [{ id: "moved", name: "a launcher is moved" }, { id: "notice" }],
    obligations: [
      { id: "tell", by: "a", text: "Notice of moves", report: { metric: "notice", after: "moved", within: "5 days" } },
    ],
  });
  const moved = "2012-03-01,2012-03-01,moved,1,,verified,,\n2012-04-01,2012-04-01,moved,1,,verified,,\n";

  it("is owed by nobody before it happens, and five days after each time", () => {
    expect(first(standing(notices, "", { asOf: "2012-02-01" }))).toMatchObject({
      standing: "pending",
      why: "due 5 days after a launcher is moved, which is not on record",
    });
    expect(standing(notices, moved, { asOf: "2012-04-02" }).due.map(({ day }) => day)).toEqual(["2012-04-06"]);
    expect(spells(standing(notices, moved, { asOf: "2012-04-02" }))).toEqual(["missing 2012-03-07 on"]);
    const both = `${moved}2012-03-04,2012-03-04,notice,1,,,,\n2012-04-09,2012-04-09,notice,1,,,,\n`;
    expect(spells(standing(notices, both, { asOf: "2012-05-01" }))).toEqual(["missing 2012-04-07 to 2012-04-09"]);
    const idle = "2012-02-01,2012-02-01,notice,1,,,,\n";
    expect(standing(notices, idle, { asOf: "2012-02-02" }).findings[0]?.text).toContain("answers nothing");
  });

  it("can be a task that something sets going", () => {
    const task = watched({
      metrics: [{ id: "entry" }],
      obligations: [{ id: "t", by: "a", text: "The list", achieve: { after: "entry", within: "45 days" } }],
    });
    expect(first(standing(task, "", { asOf: "2011-02-01" })).standing).toBe("pending");
    const entry = "2011-02-05,2011-02-05,entry,1,,verified,,\n";
    expect(standing(task, entry, { asOf: "2011-02-06" }).due).toMatchObject([{ day: "2011-03-22" }]);
    expect(first(standing(task, entry, { asOf: "2011-03-23" })).standing).toBe("overdue");
    expect(
      first(standing(task, `${entry}2011-03-20,2011-03-20,t,,,fulfilled,,\n`, { asOf: "2011-03-23" })).standing,
    ).toBe("fulfilled");
  });

  it("says what it runs from, and is no day besides", () => {
    const wrong = (report: object) =>
      problemsIn({
        agreement: { metrics: [{ id: "r" }], obligations: [{ id: "o", by: "a", report: { metric: "r", ...report } }] },
      }).join("\n");
    expect(wrong({})).toContain("says no day on which it is due");
    expect(wrong({ within: "5 days" })).toContain("add after:");
    expect(wrong({ within: "5 days", after: "nothing" })).toContain('unknown metric, obligation or power "nothing"');
    expect(wrong({ within: "5 days", after: "r", first: "2020-01-01" })).toContain("take out first:");
  });
});

// Article XIV, 3: each party may withdraw, with three months' notice.
describe("New START: a right that needs no breach", () => {
  it("may be used at any time, and runs its notice", () => {
    const negotiation = watched({
      powers: [
        { id: "leave", by: "a", text: "Withdrawal", needsBreach: false, stages: [{ id: "notice", takes: "3 months" }] },
      ],
    });
    expect(standing(negotiation, "", { asOf: "2020-01-01" }).powers[0]).toMatchObject({
      standing: "open",
      why: "at any time: it needs no breach",
    });
    const used = standing(negotiation, "2020-02-01,2020-02-01,leave,,,invoked,,\n", { asOf: "2020-02-02" });
    expect(used.powers[0]).toMatchObject({ standing: "running", ends: "2020-05-01" });
  });
});

// Article XII: the commission of both parties meets at least twice a year.
describe("a duty of several parties", () => {
  const both = watched({
    metrics: [{ id: "session" }],
    obligations: [
      {
        id: "meet",
        by: ["a", "b"],
        text: "The commission meets",
        report: { metric: "session", first: "2012-06-30", every: "6 months" },
      },
    ],
  });

  it("names all of them wherever it stands", () => {
    const found = standing(both, "", { asOf: "2012-07-10" });
    expect(found.sentence).toBe("Broken: The commission meets (Ann and Bob). 0 of 1 kept.");
    expect(first(found)).toMatchObject({ by: ["a", "b"], party: "Ann and Bob" });
  });

  it("is not due while it is suspended", () => {
    expect(standing(both, "2012-02-01,2012-02-01,meet,,,suspended,,\n", { asOf: "2012-03-01" }).due).toEqual([]);
  });
});

// Montreal Protocol, Article 2J (Kigali): HFCs by 10 % below the mean of 2011 to 2013 from 2019 on, by 40 % from 2024.
describe("Montreal Protocol: a limit as a share of what was observed", () => {
  const protocol = watched({
    metrics: [{ id: "hfc", name: "HFC consumption", unit: "Mt", inspect: "2 years" }],
    obligations: [
      {
        id: "phase-down",
        by: "a",
        text: "HFC phase-down",
        keep: {
          metric: "hfc",
          limits: [
            { from: "2019", atMost: { share: 90, of: "hfc", from: "2011", until: "2013" } },
            { from: "2024", atMost: { share: 60, of: "hfc", from: "2011", until: "2013" } },
          ],
        },
      },
    ],
  });
  const year = (of: number, value: number) => `${of},${of + 1}-09-30,hfc,${value},Mt,verified,,\n`;
  const base = year(2011, 90) + year(2012, 100) + year(2013, 110);

  it("is a number once the baseline is known, and is judged by it", () => {
    const kept = standing(protocol, base + year(2019, 60), { asOf: "2020-12-31" });
    expect(first(kept)).toMatchObject({
      standing: "compliant",
      limits: [{ atMost: [90, 90] }, { atMost: [60, 60] }],
      why: "within its limit (at most 90 % of the mean of HFC consumption from 2011-01-01 to 2013-12-31, which is 90 Mt): 60 Mt for 2019",
    });
    expect(spells(standing(protocol, base + year(2019, 91), { asOf: "2020-12-31" }))).toEqual(["breach 2019 on"]);
    expect(first(standing(protocol, base + year(2023, 70), { asOf: "2024-11-01" })).standing).toBe("unverified");
  });

  it("is not guessed while a year of the baseline is missing", () => {
    const found = standing(protocol, year(2011, 90) + year(2013, 110) + year(2019, 500), { asOf: "2020-12-31" });
    expect(first(found)).toMatchObject({ standing: "unverified", episodes: [] });
    expect(found.findings.map(({ text }) => text)).toContain(
      "its baseline, the mean of HFC consumption from 2011-01-01 to 2013-12-31, is not known: nothing was proved for 2012-01-01",
    );
  });

  it("changes with the baseline when that is corrected", () => {
    const opened = monitor(protocol, readRows(protocol, HEAD + base + year(2019, 91)), { asOf: "2020-12-31" });
    if (!opened.ok) throw new Error("see the check");
    expect(first(opened.value.standing()).standing).toBe("breached");
    const row = readRows(protocol, `${HEAD}2013,2020-10-01,hfc,140,Mt,verified,,\n`).book.row(0);
    opened.value.add([{ ...row, line: 50 }]);
    expect(first(opened.value.standing()).standing).toBe("compliant");
  });
});

// Monitors of a ceasefire count explosions and shots, and often cannot say who fired.
describe("a ceasefire: a violation by nobody known", () => {
  const truce = watched({
    metrics: [{ id: "shots", name: "Violations", occasions: true, inspect: "30 days" }],
    obligations: [{ id: "truce", by: ["a", "b"], text: "No fire", prohibit: { metric: "shots" } }],
  });
  const row = (day: string, by: string, n = 1) => `${day},${day},shots,${n},,verified,,,${by}\n`;

  it("is broken by whom nobody knows, or by the one that is named", () => {
    const nobody = attributed(truce, row("2020-03-01", ""), "2020-03-01");
    expect(first(nobody)).toMatchObject({ standing: "breached", why: "done since 2020-03-01, by whom is not known" });
    const known = attributed(truce, row("2020-03-01", "b"), "2020-03-01");
    expect(first(known)).toMatchObject({ why: "done since 2020-03-01, by Bob", episodes: [{ by: ["Bob"] }] });
  });

  it("is over with its day, and not kept again before somebody saw that", () => {
    const found = attributed(truce, row("2020-03-01", "") + row("2020-03-04", "b", 3), "2020-03-10");
    expect(spells(found)).toEqual(["breach 2020-03-01 to 2020-03-01", "breach 2020-03-04 to 2020-03-04"]);
    expect(first(found)).toMatchObject({
      standing: "was-broken",
      why: "last broken on 2020-03-04, by Bob, and over since; 2 times in all; that it was kept since is not proved",
    });
    const quiet = attributed(truce, row("2020-03-01", "") + row("2020-03-05", "", 0), "2020-03-10");
    expect(first(quiet).standing).toBe("cured");
  });

  it("is held against no single party that is not named", () => {
    const each = watched({
      metrics: [{ id: "shots", occasions: true }],
      obligations: [
        { id: "one", by: "a", text: "Ann holds fire", prohibit: { metric: "shots" } },
        { id: "two", by: "b", text: "Bob holds fire", prohibit: { metric: "shots" } },
      ],
    });
    const found = attributed(each, row("2020-03-01", "") + row("2020-03-01", "b"), "2020-03-01");
    expect(found.obligations.map((one) => one.standing)).toEqual(["unobserved", "breached"]);
    expect(found.findings.find(({ kind }) => kind === "unattributed")?.text).toContain("held against none");
  });

  it("names parties of the case in a column of its own, which a file is given when a row needs it", () => {
    expect(readRows(truce, `${BY}2020-03-01,,shots,1,,verified,,,c\n`).problems[0]?.message).toContain(
      'unknown party "c"',
    );
    const text = "as_of,metric,value\n2020-03-01,shots,1\n";
    expect(withRows(text, [{ as_of: "2020-03-02", metric: "shots", value: "1", by: "b" }])).toBe(
      "as_of,metric,value,by\n2020-03-01,shots,1\n2020-03-02,shots,1,b\n",
    );
    expect(withRows(text, [{ as_of: "2020-03-02", metric: "shots", value: "1" }])).toBe(`${text}2020-03-02,shots,1\n`);
  });
});

// Directive 2003/88/EC, Articles 6 and 16: 48 hours a week on average over four months.
describe("a collective agreement: what counts is a mean, a total or a trend over a time", () => {
  const hours = (over: object, atMost: number) =>
    watched({
      metrics: [{ id: "hours", name: "Weekly hours", unit: "h", inspect: "3 months" }],
      obligations: [{ id: "mean", by: "a", text: "Working time", keep: { metric: "hours", atMost, over } }],
    });
  const weeks = (values: readonly number[]) =>
    values
      .map((value, k) => {
        const day = addDays("2020-01-05", 7 * k);
        return `${day},${day},hours,${value},h,verified,,\n`;
      })
      .join("");

  it("lets one long week be made good by short ones", () => {
    const four = { take: "mean", length: "4 months" };
    expect(spells(standing(hours(four, 48), weeks([40, 55, 45]), { asOf: "2020-02-01" }))).toEqual([]);
    const long = standing(hours(four, 48), weeks([40, 60, 60, 30]), { asOf: "2020-02-01" });
    expect(spells(long)).toEqual(["breach 2020-01-12 to 2020-01-26"]);
    // (40 + 60 + 60) / 3
    expect(first(long).episodes[0]?.peak?.value).toBeCloseTo(160 / 3, 6);
  });

  it("sums what lies in the window and nothing else, and is over when enough has left it", () => {
    const total = hours({ take: "total", length: "14 days" }, 100);
    const found = standing(total, weeks([60, 60]), { asOf: "2020-01-12" });
    expect(spells(found)).toEqual(["breach 2020-01-12 on"]);
    // The week of the 5th leaves the fourteen days after the 18th.
    expect(spells(standing(total, weeks([60, 60]), { asOf: "2020-01-18" }))).toEqual(["breach 2020-01-12 on"]);
    expect(spells(standing(total, weeks([60, 60]), { asOf: "2020-01-19" }))).toEqual([
      "breach 2020-01-12 to 2020-01-18",
    ]);
  });

  it("holds growth within a bound, by the median of the slopes", () => {
    const trend = hours({ take: "trend", length: "1 year" }, 20);
    expect(spells(standing(trend, weeks([40, 40.3, 40.6]), { asOf: "2020-02-01" }))).toEqual([]);
    // One hour more each week is 52.18 a year.
    const steep = standing(trend, weeks([40, 41, 42]), { asOf: "2020-02-01" });
    expect(first(steep).episodes[0]?.peak?.value).toBeCloseTo(365.25 / 7, 6);
  });
});

// A warning strike of two hours, while the agreement obliges to keep the peace.
describe("a collective agreement: what is over without a row that says so", () => {
  it("does not stay broken for ever", () => {
    const peace = (occasions: boolean) =>
      watched({
        metrics: [{ id: "strike", name: "Strikes", occasions }],
        obligations: [{ id: "peace", by: "b", text: "No strike", prohibit: { metric: "strike" } }],
      });
    const strike = "2020-03-02,2020-03-02,strike,1,,verified,,Two hours in the morning.\n";
    expect(first(standing(peace(false), strike, { asOf: "2021-01-01" })).standing).toBe("breached");
    const found = standing(peace(true), strike, { asOf: "2021-01-01" });
    expect(spells(found)).toEqual(["breach 2020-03-02 to 2020-03-02"]);
    expect(found.sentence).toBe(
      "Broken on 2020-03-02 and over since: No strike (Bob); that it was kept since is not proved. 0 of 1 kept.",
    );
    expect(first(standing(peace(true), strike, { asOf: "2020-03-02" })).standing).toBe("breached");
  });

  it("can be disputed and dismissed after it is over", () => {
    const peace = watched({
      metrics: [{ id: "strike", occasions: true }],
      obligations: [{ id: "peace", by: "b", text: "No strike", prohibit: { metric: "strike" } }],
    });
    const rows =
      "2020-03-02,2020-03-02,strike,1,,verified,,\n2020-03-05,2020-03-05,peace,,,disputed,,\n2020-04-01,2020-04-01,peace,,,dismissed,,\n";
    expect(spells(standing(peace, rows, { asOf: "2020-03-10" }))).toEqual(["disputed 2020-03-02 to 2020-03-02"]);
    expect(spells(standing(peace, rows, { asOf: "2020-04-02" }))).toEqual(["dismissed 2020-03-02 to 2020-04-01"]);
  });
});
