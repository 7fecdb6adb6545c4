// Nothing later than the day from which a case is seen enters an answer: each analysis of a shipped case says the same when
// everything later is taken out of its files. And who is no party on that day has no seat in what is drafted.
import { join } from "node:path";
import { brief, framework, schedule } from "@parley/core/drafting";
import {
  alertsOf,
  assess,
  bargainingMap,
  type Case,
  type CaseFile,
  dance,
  frontier,
  monitor,
  parseCase,
  positions,
  readingWorths,
  readRows,
  roadmap,
  terms,
  verify,
} from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { isSeq, parseDocument } from "yaml";
import { filesIn, observationsOf, readCase } from "./read-case.js";

const CASES = join(import.meta.dirname, "..", "cases");

/** The lists of dated things in the files of a case. */
const DATED = ["statements", "offers", "answers", "alternatives"] as const;

/** The files without what is dated after a day. A month counts from its first day, as in every analysis. */
const upTo = (files: readonly CaseFile[], day: string): CaseFile[] =>
  files.map(({ path, text }) => {
    if (path !== "record.yaml" && !path.startsWith("interests/")) return { path, text };
    const document = parseDocument(text);
    for (const list of DATED.map((key) => document.get(key)))
      if (isSeq(list))
        list.items = list.items.filter((one) => {
          const date = (one as { get?: (key: string) => unknown }).get?.("date");
          return date === undefined || String(date) <= day;
        });
    return { path, text: String(document) };
  });

/** `later` names what is left out; digests and places are of the files, and no answers. */
const said = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => (["digest", "later", "place"].includes(key) ? undefined : inner), 1);

const ANSWERS: Readonly<Record<string, (negotiation: Case, asOf: string) => unknown>> = {
  positions: (negotiation, asOf) => positions(negotiation, { asOf }),
  terms: (negotiation, asOf) => terms(negotiation, { asOf }),
  frontier: (negotiation, asOf) => frontier(negotiation, { asOf, models: 40 }),
  assess: (negotiation, asOf) => assess(negotiation, { asOf, models: 40 }),
  dance: (negotiation, asOf) => dance(negotiation, { asOf, models: 40 }),
  map: (negotiation, asOf) => bargainingMap(negotiation, { asOf, models: 40 }),
  readings: (negotiation, asOf) => readingWorths(negotiation, { asOf, models: 40 }),
  roadmap: (negotiation, asOf) => roadmap(negotiation, { asOf, models: 40, quick: true }),
  verify: (negotiation, asOf) => verify(negotiation, { asOf }),
  framework: (negotiation, asOf) => framework(negotiation, { asOf, models: 40 }),
  brief: (negotiation, asOf) => brief(negotiation, { asOf, models: 40 }),
  schedule: (negotiation, asOf) => schedule(negotiation, { asOf, models: 40 }),
};

const read = (files: readonly CaseFile[]): Case => {
  const parsed = parseCase(files);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join("\n"));
  return parsed.value;
};

describe("what is later than the day from which a case is seen", () => {
  it.each([
    ["hanoi-2019", "2018-07-15"],
    ["hanoi-2019", "2019-02-21"],
    ["hanoi-2019", "2019-02-23"],
  ])("enters no answer about %s on %s", (name, asOf) => {
    const files = filesIn(join(CASES, name));
    const [whole, cut] = [read(files), read(upTo(files, asOf))];
    expect(cut.statements.length + cut.offers.length).toBeLessThan(whole.statements.length + whole.offers.length);
    for (const [what, answer] of Object.entries(ANSWERS))
      expect(said(answer(cut, asOf)), what).toBe(said(answer(whole, asOf)));
  });
});

/** The rows without those of a later day, or reported later. */
function rowsUpTo(rows: string, day: string): string {
  const [head = "", ...rest] = rows.trimEnd().split("\n");
  const isBy = (line: string) =>
    line
      .split(",", 2)
      .filter((date) => date !== "")
      .every((date) => date <= day);
  return [head, ...rest.filter(isBy), ""].join("\n");
}

describe("a row that is later than the day from which the record is seen", () => {
  it.each(["2015-12-31", "2016-06-30", "2018-05-08", "2019-07-01", "2019-11-20"])("enters no figure on %s", (asOf) => {
    const iran = readCase("jcpoa-2015");
    const rows = observationsOf("jcpoa-2015");
    const cut = rowsUpTo(rows, asOf);
    expect(cut.split("\n").length).toBeLessThan(rows.split("\n").length);
    const standing = (text: string): unknown => {
      const found = monitor(iran, readRows(iran, text), { asOf });
      if (!found.ok) throw new Error(found.reasons.join());
      // How many rows there are, and on which days, is told of the record as a whole.
      const { observations, days, ...now } = found.value.standing();
      return [now, alertsOf({ ...now, observations, days }), observations.known];
    };
    expect(said(standing(cut))).toBe(said(standing(rows)));
  });
});

describe("who is no party on the day", () => {
  it("has no article, no signature and no seat at a meeting, and the text says whose promises are left out", () => {
    const files = filesIn(join(CASES, "hanoi-2019"));
    const left = files.map(({ path, text }) => ({
      path,
      text: path === "case.yaml" ? text.replace("id: dprk\n", "id: dprk\n    until: 2019-12-15\n") : text,
    }));
    const asOf = "2020-01-10";
    const [with_, without] = [read(files), read(left)];
    const parts = (negotiation: Case) => {
      const found = framework(negotiation, { asOf, models: 20 });
      if (!found.ok) throw new Error(found.reasons.join());
      return found.value;
    };
    expect(said(parts(with_).parts)).toContain("undertaking:dprk");
    const drafted = parts(without);
    expect(said(drafted.parts)).not.toContain("undertaking:dprk");
    expect(said(drafted.parts)).not.toContain("signature:dprk");
    expect(drafted.parties.map(({ id }) => id)).not.toContain("dprk");
    expect(drafted.remarks.join("\n")).toContain(
      "North Korea is no party on 2020-01-10; what it promised is left out.",
    );
    const meetings = schedule(without, { asOf, models: 20 });
    if (!meetings.ok) throw new Error(meetings.reasons.join());
    expect(meetings.value.series.length).toBeGreaterThan(0);
    for (const { parties } of meetings.value.series) {
      expect(parties.length).toBeGreaterThan(0);
      expect(parties).not.toContain("dprk");
    }
    const own = brief(without, { asOf, models: 20, party: "dprk" });
    expect(own.ok ? "" : own.reasons.join()).toContain("a brief is for a party that negotiates");
  });
});
