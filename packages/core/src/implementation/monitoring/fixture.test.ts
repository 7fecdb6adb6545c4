// A treaty replayed from the published figures of cases/jcpoa-2015, and the obligation machine of a contract language.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { accepted, events, states } from "../../../test/evidence/obligation-machine.js";
import { parseCase } from "../../case/index.js";
import { lifeAfter } from "./life.js";
import { type MonitorOptions, monitor } from "./monitor.js";
import { readRows } from "./read-rows.js";
import type { Monitoring } from "./types.js";

const jcpoa = join(import.meta.dirname, "../../../../../cases/jcpoa-2015");

describe("the agreement with Iran, replayed from published figures", () => {
  const files = ["case.yaml", "agreement.yaml"].map((path) => ({
    path,
    text: readFileSync(join(jcpoa, path), "utf8"),
  }));
  const parsed = parseCase(files);
  if (!parsed.ok) throw new Error("cases/jcpoa-2015 does not parse");
  const rows = readRows(parsed.value, readFileSync(join(jcpoa, "observations.csv"), "utf8"));
  const on = (options: MonitorOptions = {}) => {
    const found = monitor(parsed.value, rows, options);
    if (!found.ok) throw new Error(found.reasons.join());
    return found.value.standing();
  };
  const word = (found: Monitoring, id: string) => found.obligations.find((one) => one.id === id)?.standing;

  it("has its breaches and cures on their dates, and calls nothing else a breach", () => {
    const breaches = on().obligations.flatMap(({ id, episodes }) =>
      episodes.filter(({ kind }) => kind === "breach").map(({ verified, end }) => [id, verified, end]),
    );
    expect(breaches).toEqual([
      ["leu", "2019-07-01", null],
      ["enrichment-level", "2019-07-08", null],
      ["heavy-water", "2016-02-17", "2016-02-24"],
      ["heavy-water", "2016-11-08", "2016-12-06"],
      ["heavy-water", "2019-11-17", "2020-09-04"],
      ["fordow", "2019-11-09", null],
    ]);
    const others = on().obligations.flatMap(({ id, episodes }) =>
      episodes.filter(({ kind }) => kind !== "breach").map(({ kind, start }) => [id, kind, start]),
    );
    expect(others).toEqual([["ir6", "disputed", "2019-05-31"]]);
  });

  it("runs its clock of 65 days from 14 January 2020", () => {
    expect(on({ knownAt: "2020-01-13" }).powers[0]?.standing).toBe("open");
    const [power] = on({ knownAt: "2020-01-14" }).powers;
    expect(power?.stages.map(({ until }) => until)).toEqual(["2020-01-29", "2020-02-13", "2020-02-18", "2020-03-19"]);
    expect(power).toMatchObject({ standing: "running", days: 65 });
    expect(on({ knownAt: "2020-03-20" }).powers[0]?.standing).toBe("ripe");
  });

  it("knew on any day what was reported by then", () => {
    // The pace of the two proofs before, 75 days apart, put the crossing on 28 October 2016; it is drawn on for 75 days.
    expect(word(on({ knownAt: "2016-07-01" }), "heavy-water")).toBe("at-risk");
    expect(word(on({ knownAt: "2016-11-08" }), "heavy-water")).toBe("cured");
    expect(word(on({ knownAt: "2016-11-09" }), "heavy-water")).toBe("breached");
    expect(word(on({ knownAt: "2019-06-30" }), "leu")).toBe("at-risk");
    expect(word(on({ knownAt: "2019-11-16" }), "heavy-water")).toBe("alleged");
    expect(word(on({ knownAt: "2019-11-18" }), "heavy-water")).toBe("breached");
    expect(word(on({ asOf: "2019-11-09", knownAt: "2019-11-10" }), "fordow")).toBe("unobserved");
  });

  it("calls nothing kept on a proof that is older than one may be: none of September 2020 in June 2025", () => {
    const found = on({ asOf: "2025-06-30" });
    expect(found.obligations.find(({ id }) => id === "heavy-water")).toMatchObject({
      standing: "unverified",
      unverifiedSince: "2021-03-05",
      why: expect.stringContaining("unverified since 2021-03-05: last proved within its limit (at most 130 t)"),
      projection: null,
    });
    expect(found.sentence).toBe(
      "Broken: Enriched uranium at most 300 kg of UF6, Enrichment up to 3.67 % and No enrichment at Fordow (Iran); disputed: IR-6 centrifuges at most 30 (Iran). 0 of 7 kept, 1 unverified, 2 not observed. Snap-back of the sanctions may be exerted since 2020-03-19.",
    );
    expect(found.findings.find(({ text }) => text.includes("inspect:"))?.text).toContain("6 months are taken");
    expect(on({ asOf: "2021-03-04" }).obligations.find(({ id }) => id === "heavy-water")?.standing).toBe("cured");
  });

  it("shows what does not agree: the transposed figure, the contested limit, estimates beside proofs", () => {
    const found = on();
    expect(found.findings.find(({ kind }) => kind === "transposed")?.text).toContain(
      "372.3 kgU is proved, 373.2 kgU is reported",
    );
    expect(found.findings.find(({ kind }) => kind === "contested")?.about).toBe("heavy-water");
    const leu = found.obligations.find(({ id }) => id === "leu");
    expect(leu?.episodes[0]?.peak).toMatchObject({ value: 2967.8, qualifier: "verified" });
    expect(leu?.episodes[0]?.claimed).toMatchObject({ value: 9247.6, qualifier: "estimated" });
    // The same stock in two units is one figure, rounded twice.
    expect(found.findings.some(({ kind }) => kind === "two-units")).toBe(false);
  });
});

describe("the obligation machine", () => {
  it("accepts the transitions that Symboleo's engine accepts, all 80 of them or not", () => {
    const leads = new Map(accepted.map(([from, event, to]) => [`${from} ${event}`, to]));
    const pairs = states.flatMap((from) => events.map((event) => [from, event] as const));
    expect(pairs).toHaveLength(80);
    for (const [from, event] of pairs)
      expect([from, event, lifeAfter(from, event)]).toEqual([from, event, leads.get(`${from} ${event}`) ?? null]);
  });
});
