import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Case, describeProblem, type ExactFrontier, frontier, parseCase } from "@parley/core/internal";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type Contract, contracts, itexCypress } from "../../../core/test/evidence/contracts.js";
import { geniusFiles } from "../../test/genius-files.js";
import { caseOf, scenarioFormats, scenarioOf } from "./index.js";
import { readScenario } from "./read-scenario.js";
import type { Scenario } from "./scenario.js";
import { scaleOf } from "./to-case.js";

const bytes = (text: string): Uint8Array => strToU8(text);

function read(files: Readonly<Record<string, string | Uint8Array>>): { scenario: Scenario; notes: readonly string[] } {
  const found = readScenario(
    Object.entries(files).map(([name, content]) => ({
      name,
      bytes: typeof content === "string" ? bytes(content) : content,
    })),
    "made",
  );
  if (!found.ok) throw new Error(found.reasons.join("\n"));
  return found.value;
}

const reasonsOf = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const found = readScenario(
    Object.entries(files).map(([name, content]) => ({
      name,
      bytes: typeof content === "string" ? bytes(content) : content,
    })),
    "made",
  );
  return found.ok ? "" : found.reasons.join("\n");
};

function asCase(scenario: Scenario): Case {
  const written = caseOf(scenario, ["a file"], [], "2026-01-01");
  const parsed = parseCase(Object.entries(written).map(([path, text]) => ({ path, text })));
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join("\n"));
  return parsed.value;
}

function exact(negotiation: Case): ExactFrontier {
  const found = frontier(negotiation);
  if (!found.ok || found.value.kind !== "exact") throw new Error("an exact frontier");
  return found.value;
}

const domain = `

<negotiation_template><utility_space number_of_issues="2"><objective index="0" name="root">
<issue index="1" name="Price" type="discrete"><item index="1" value="low"/><item index="2" value="high"/></issue>
<issue index="2" name="Days" type="integer"><range lowerbound="0" upperbound="4"/></issue>
</objective></utility_space></negotiation_template>`;
const space = (low: string, high: string, more = "") => `<utility_space><reservation value="0.25"/>
<objective index="0" name="root"><weight index="1" value="0.6"/><weight index="2" value="0.4001"/>
<issue index="1" name="Price" type="discrete"><item index="1" value="low" evaluation="${low}"/><item index="2" value="high" evaluation="${high}"/>${more}</issue>
<issue index="2" name="Days" type="integer" lowerbound="0" upperbound="4"><evaluator ftype="linear" utilityLowBound="0" utilityHighBound="1"/></issue>
</objective></utility_space>`;

describe("GENIUS files", () => {
  it("mean Σ weight × evaluation ÷ the highest evaluation, with the reservation value as given, in any order of files", () => {
    const files = { "buyer.xml": space("10", "5"), "domain.xml": domain, "seller.xml": space("1", "4") };
    const { scenario } = read(files);
    expect(
      scenario.parties.map(({ name, weights, scores, reservation }) => [name, weights, scores[0], reservation]),
    ).toEqual([
      ["buyer", [0.6, 0.4001], [1, 0.5], 0.25],
      ["seller", [0.6, 0.4001], [0.25, 1], 0.25],
    ]);
    expect(scenario.parties[0]?.scores[1]).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(scenario.parties[0]?.notes.join("\n")).toContain("the weights sum to 1.0001, not 1");
    const turned = read(Object.fromEntries(Object.entries(files).reverse()));
    expect(turned.scenario.parties.map(({ name }) => name)).toEqual(["seller", "buyer"]);
  });

  it("may name an option twice, leave an evaluation empty, or hold Latin-1 bytes: what is read is said", () => {
    const twice = space("10", "", '<item index="3" value="low" evaluation="7"/>');
    const { scenario } = read({ "domain.xml": domain, "a.xml": twice, "b.xml": space("1", "4") });
    expect(scenario.parties[0]?.scores[0]).toEqual([1, 0]);
    expect(scenario.parties[0]?.notes.join("\n")).toMatch(
      /evaluation of "high" is empty: taken as 0[\s\S]*names "low" twice: the first counts/,
    );
    const latin = Buffer.from(space("10", "5").replaceAll("Price", "Größe"), "latin1");
    const other = read({
      "d.xml": domain.replace("Price", "Größe"),
      "a.xml": new Uint8Array(latin),
      "b.xml": space("1", "4").replaceAll("Price", "Größe"),
    });
    expect(other.scenario.issues[0]?.name).toBe("Größe");
  });

  it("may hold real issues, taken at a step that is said", () => {
    const real = (parameters: string) =>
      `<utility_space><objective><weight index="1" value="1"/><issue index="1" name="P" type="real" lowerbound="0" upperbound="10"><evaluator ${parameters}/></issue></objective></utility_space>`;
    const { scenario, notes } = read({
      "a.xml": real('ftype="linear" parameter0="0" parameter1="0.1"'),
      "b.xml": real('ftype="triangular" parameter0="0" parameter1="10" parameter2="5"'),
    });
    expect(scenario.issues[0]?.numeric).toEqual({ from: 0, to: 10, step: 0.1 });
    expect(notes.join("\n")).toContain("at steps of 0.1");
    const at = (party: number, value: number) => scenario.parties[party]?.scores[0]?.[Math.round(10 * value)];
    expect([at(0, 5), at(0, 10), at(1, 2.5), at(1, 5), at(1, 7.5)]).toEqual([0.5, 1, 0.5, 1, 0.5]);
    expect(exact(asCase(scenario)).packages.every(({ options }) => Number(options.P) >= 5)).toBe(true);
  });

  function givePublished(files: Readonly<Record<string, string | Uint8Array>>, contract: Contract): void {
    const { scenario } = read(files);
    expect(scenario.parties.map(({ name }) => name)).toEqual(
      contract.parties.map((name) => expect.stringMatching(new RegExp(`(^|_)${name}$`))),
    );
    const found = exact(asCase(scenario));
    expect(found.count).toBe(contract.frontier);
    const scales = scenario.parties.map(scaleOf);
    const published = (values: Readonly<Record<string, number>>) =>
      Object.values(values).map((value, p) => (scales[p]?.base ?? 0) + ((scales[p]?.scale ?? 0) * value) / 100);
    const near = (values: readonly number[] = []) => values.map((value) => expect.closeTo(value, 6));
    const [nash] = found.solutions.nash.packages;
    expect(published(nash?.values ?? {})).toEqual(near(contract.solution.values));
    expect(published(found.packages.at(0)?.values ?? {})).toEqual(near(contract.ends[0]));
    const names = scenario.issues.map(({ options }, k) => {
      const id = Object.values(nash?.options ?? {})[k];
      return options[asCase(scenario).issues[k]?.options.findIndex((option) => option.id === id) ?? -1];
    });
    expect(names).toEqual(contract.solution.options);
    // The reservation value of 0 lies below the worst package.
    expect(Object.values(found.reservation).every((value) => value < 0)).toBe(true);
  }

  it.each(contracts.map((contract) => [contract.title, contract] as const))(
    "of %s, laid out as that program does, give the known frontier and solution",
    (_, contract) => givePublished(geniusFiles(contract), contract),
  );

  const folder = join(import.meta.dirname, "../../../../../shared/data/scenarios/genius-xml");
  const files = ["domain", "Itex", "Cypress"].map((name) => join(folder, `ItexvsCypress_${name}.xml`));
  it.skipIf(!files.every((file) => existsSync(file)))(
    "that the program itself wrote of Itex and Cypress give the same (skipped without ../shared/data/scenarios/genius-xml/ItexvsCypress_*.xml, which are under the GPL)",
    () =>
      givePublished(
        Object.fromEntries(files.map((file) => [basename(file), new Uint8Array(readFileSync(file))])),
        itexCypress,
      ),
  );
});

describe("what the formats' owners mean", () => {
  const genius = (issue: string, weights = '<weight index="1" value="0.5"/><weight index="2" value="0.5"/>') =>
    `<utility_space><objective>${weights}${issue}<issue index="2" name="X" type="discrete"><item value="a" evaluation="2"/><item value="b" evaluation="8"/></issue></objective></utility_space>`;
  const first = (text: string) => read({ "a.xml": text }).scenario.parties[0];

  it.each([
    ['<evaluator ftype="linear" offset="0.4" slope="0.15"/>', [0.4, 0.55, 0.7, 0.85, 1]],
    ['<evaluator ftype="linear" utilityLowBound="0.1" utilityHighBound="0.5"/>', [0.1, 0.2, 0.3, 0.4, 0.5]],
    ['<evaluator ftype="linear" parameter0="0.8" parameter1="-0.3"/>', [0.5, 0.2, 0, 0, 0]],
  ])("GENIUS numbers are evaluated as they stand, between 0 and 1: %s", (evaluator, expected) => {
    const party = first(
      genius(`<issue index="1" name="N" type="integer" lowerbound="1" upperbound="5">${evaluator}</issue>`),
    );
    expect(party?.scores[0]?.map((value) => Number(value.toFixed(9)))).toEqual(expected);
    expect(party?.scores[1]).toEqual([0.25, 1]);
  });

  it("a GENIUS weight that is missing is 0, never another issue's", () => {
    const text = genius(
      '<issue index="1" name="N" type="discrete"><item value="a" evaluation="1"/></issue>',
      '<weight index="2" value="0.5"/>',
    );
    expect(first(text)?.weights).toEqual([0, 0.5]);
    expect(reasonsOf({ "a.xml": genius("", "") })).toContain("evaluations and no weights");
  });

  it("NegMAS classes may be called in full, constants have no slope, and what is added to all is taken off the reservation", () => {
    const { scenario } = read({
      "s.yml":
        "issues:\n  - {name: N, type: negmas.outcomes.contiguous_issue.ContiguousIssue, values: [1, 4]}\n  - {name: C, values: [red, blue]}\n",
      "a.yml":
        "reserved_value: 0.3\nbias: 0.25\nweights: {N: 0.5, C: 0.5}\nvalues:\n  - {__python_class__: negmas.LinearFun, slope: 0.25}\n  - {type: ConstFun, bias: 0.5}\n",
      "b.yml": "reserved_value: -.inf\nvalues:\n  - {type: IdentityFun}\n  - {mapping: {red: 0, blue: 1}}\n",
    });
    expect(scenario.issues[0]?.options).toEqual(["1", "2", "3", "4"]);
    expect(scenario.parties.map(({ scores }) => scores)).toEqual([
      [
        [0.25, 0.5, 0.75, 1],
        [0.5, 0.5],
      ],
      [
        [1, 2, 3, 4],
        [0, 1],
      ],
    ]);
    expect(scenario.parties[0]?.reservation).toBeCloseTo(0.05, 12);
    expect(scenario.parties[1]?.reservation).toBeNull();
    const sloped = "weights: [1]\nvalues: [{type: LinearFun, slope: 2}]\n";
    expect(reasonsOf({ "s.yml": "issues: [{name: C, values: [red]}]\n", "a.yml": sloped })).toContain(
      '"red" is no number',
    );
  });

  it.each([
    [
      [0, 10, 3],
      ["0", "3", "6", "9"],
    ],
    [
      [0, 0.5, 0.25],
      ["0", "0.25", "0.5"],
    ],
  ])("a range %j has the numbers that its step reaches", (range, options) => {
    const text = JSON.stringify({ name: "d", issuesValues: { n: { range } } });
    const party = JSON.stringify({
      LinearAdditiveUtilitySpace: {
        name: "a",
        domain: JSON.parse(text),
        issueUtilities: { n: { numberutils: { lowValue: 0, highValue: range[1], lowUtility: 0, highUtility: 1 } } },
        issueWeights: { n: 1 },
      },
    });
    expect(read({ "a.json": party }).scenario.issues[0]?.options).toEqual(options);
    expect(exact(asCase(read({ "a.json": party, "b.json": party }).scenario)).count).toBe(1);
    const farther = party.replace(`"highValue":${range[1]}`, '"highValue":7');
    expect(reasonsOf({ "a.json": farther })).toContain(
      `the utilities of "n" run from 0 to 7, and its domain from 0 to ${range[1]}`,
    );
  });

  it("a range of thousands is taken at a step that reaches its end where one does", () => {
    const text = "issues: [{name: N, type: ContiguousIssue, values: [0, 2500]}]\n";
    const { scenario, notes } = read({ "s.yml": text, "a.yml": "weights: [1]\nvalues: [{type: IdentityFun}]\n" });
    expect(scenario.issues[0]?.numeric).toEqual({ from: 0, to: 2500, step: 4 });
    expect(notes.join()).toContain("at steps of 4");
  });
});

describe("no file is passed over", () => {
  it("neither a domain of another scenario, nor an option that the domain lacks, nor an issue without a weight", () => {
    expect(
      reasonsOf({ "d1.xml": domain, "d2.xml": domain.replace("Days", "Weeks"), "a.xml": space("1", "2") }),
    ).toContain("of different scenarios");
    const stray = space("1", "2").replace("</objective>", '</objective><weight index="9" value="5"/>');
    expect(reasonsOf({ "d.xml": domain, "a.xml": stray })).toContain(
      "a weight for the issue number 9, and no such issue",
    );
    const more = space("1", "2", '<item value="middle" evaluation="5"/>');
    expect(reasonsOf({ "d.xml": domain, "a.xml": more })).toContain('has "middle", which d.xml does not have');
    expect(
      read({ "a.csv": "issue,option,weight,score\nX,a,1,1\nY,b,,1\n" }).scenario.parties[0]?.notes.join(),
    ).toContain('no row gives a weight to "Y"');
    expect(reasonsOf({ "a.csv": 'issue,option,weight,score\nX,a,"1,000",1\n' })).toContain(
      'row 2 has a weight that can be read in two ways: "1,000" is 1 or 1000; write 1 or 1000',
    );
  });

  it("workbooks of other programs: shared text in runs, spoken text left out, yes and no, blank rows, empty sheets", () => {
    const cell = (r: string, t: string, v: string) => `<c r="${r}" t="${t}"><v>${v}</v></c>`;
    const shared = ["issue", "option", "weight", "score"].map((text) => `<si><t>${text}</t></si>`).join("");
    const sheet = `<worksheet><sheetData><row r="1">${["A", "B", "C", "D"].map((c, k) => cell(`${c}1`, "s", `${k}`)).join("")}</row><row r="3">${cell("A3", "s", "4")}${cell("B3", "b", "1")}${cell("C3", "n", "1")}${cell("D3", "n", "2")}</row></sheetData></worksheet>`;
    const parts: Record<string, string> = {
      "xl/workbook.xml":
        '<workbook><sheets><sheet name="ann" r:id="r1"/><sheet name="Sheet3" r:id="r2"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels":
        '<R><Relationship Id="r1" Type="a/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="r2" Type="a/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="r3" Type="a/sharedStrings" Target="sharedStrings.xml"/></R>',
      "xl/sharedStrings.xml": `<sst>${shared}<si><r><t>東</t></r><r><t>京</t></r><rPh><t>トウキョウ</t></rPh></si></sst>`,
      "xl/worksheets/sheet1.xml": sheet,
      "xl/worksheets/sheet2.xml": "<worksheet><sheetData/></worksheet>",
    };
    const zip = zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, bytes(text)])));
    const { scenario } = read({ "book.xlsx": zip });
    expect(scenario.issues).toEqual([{ name: "東京", options: ["TRUE"], numeric: null }]);
    expect(scenario.parties.map(({ name }) => name)).toEqual(["ann"]);
  });

  it("what is called alike is told apart when written, and no file is written over another", () => {
    const twins: Scenario = {
      title: "buyer",
      issues: [{ name: "x", options: ["a"], numeric: null }],
      parties: [
        "buyer",
        "buyer-domain",
        "abcdefghijklmnopqrstuvwxyzabcdefghij1",
        "abcdefghijklmnopqrstuvwxyzabcdefghij2",
      ].map((name) => ({ name, weights: [1], scores: [[1]], reservation: null, notes: [] })),
    };
    for (const format of ["genius", "geniusweb", "negmas"] as const)
      expect(Object.keys(scenarioFormats[format](twins)).length).toBe(5);
    const book = scenarioFormats.xlsx(twins);
    expect(read(book as Record<string, Uint8Array>).scenario.parties.length).toBe(4);
  });
});

describe("GeniusWeb files", () => {
  const of = (key: string, reservation: unknown) =>
    JSON.stringify({
      LinearAdditiveUtilitySpace: {
        name: "ann",
        domain: { name: "jobs", issuesValues: { fte: { values: ["0.6", "1.0"] }, car: { values: ["no", "yes"] } } },
        issueUtilities: {
          fte: { [key]: { valueUtilities: { "0.6": 0.25, "1.0": 0.75 } } },
          car: { [key]: { valueUtilities: { no: 0, yes: 1 } } },
        },
        issueWeights: { fte: 0.4, car: 0.6 },
        reservationBid: reservation,
      },
    });

  it.each(["discreteutils", "DiscreteValueSetUtilities"])(
    "are read whatever the version calls its tables (%s), a reservation bid by its value",
    (key) => {
      const { scenario, notes } = read({
        "ann.json": of(key, { issuevalues: { fte: "1.0", car: "no" } }),
        "bob.json": of(key, null).replace('"ann"', '"bob"'),
      });
      expect(scenario.title).toBe("jobs");
      expect(scenario.parties.map(({ reservation }) => reservation)).toEqual([0.4 * 0.75, null]);
      expect(notes).toEqual([]);
    },
  );
});

describe("the reservation bid of GeniusWeb", () => {
  const profile = (bid: Record<string, string>, more = {}) =>
    JSON.stringify({
      LinearAdditiveUtilitySpace: {
        name: "ann",
        domain: { name: "d", issuesValues: { n: { range: ["0", "123456", "1"] }, c: { values: ["1.0", "low"] } } },
        issueUtilities: {
          n: { numberutils: { lowValue: 0, highValue: 123456, lowUtility: 0, highUtility: 1 } },
          c: { discreteutils: { valueUtilities: { "1": 1, low: 0 } } },
          ...more,
        },
        issueWeights: { n: 0.6, c: 0.4 },
        reservationBid: { issuevalues: bid },
      },
    });

  it("is worth what its numbers are worth, whatever step the range is taken at and however they are written", () => {
    const { scenario } = read({ "a.json": profile({ n: "100001", c: "1" }) });
    expect(scenario.parties[0]?.reservation).toBeCloseTo((0.6 * 100001) / 123456 + 0.4, 9);
    expect(read({ "a.json": profile({ n: "8.00", c: "low" }) }).scenario.parties[0]?.reservation).toBeCloseTo(
      (0.6 * 8) / 123456,
      9,
    );
  });

  it("that names what is no value is refused, and so is what is no issue", () => {
    expect(reasonsOf({ "a.json": profile({ n: "1", c: "LOW" }) })).toContain('names "LOW" for "c", which is no value');
    const strange = { x: { discreteutils: { valueUtilities: { a: 1 } } } };
    expect(reasonsOf({ "a.json": profile({ n: "1", c: "low" }, strange) })).toContain('"x", which is no issue');
  });
});

describe("NegMAS files", () => {
  const outcomes =
    "name: Trade\nissues:\n  - {name: Quantity, type: ContiguousIssue, values: [1, 4]}\n  - {name: Price, values: [100, 110]}\n";
  const buyer =
    "name: buyer\nreserved_value: 0.1\nweights: [0.25, 0.75]\nvalues:\n  - {type: LinearFun, slope: 0.25, bias: 0}\n  - {type: TableFun, mapping: {100: 1.0, 110: 0.5}}\n";

  it("mean Σ weight × function, undivided; the utility function waits for its outcome space", () => {
    const seller =
      "name: seller\nweights: [0.5, 0.5]\nreserved_value: null\nvalues:\n  - {type: AffineFun, slope: -0.25, bias: 1.25}\n  - {type: IdentityFun}\n";
    const { scenario } = read({ "buyer.yml": buyer, "seller.yml": seller, "Trade.yml": outcomes });
    expect(scenario.issues[0]?.options).toEqual(["1", "2", "3", "4"]);
    expect(scenario.parties.map(({ scores }) => scores)).toEqual([
      [
        [0.25, 0.5, 0.75, 1],
        [1, 0.5],
      ],
      [
        [1, 0.75, 0.5, 0.25],
        [100, 110],
      ].map((row) => row.map((value) => expect.closeTo(value, 12))),
    ]);
    expect(scenario.parties.map(({ reservation }) => reservation)).toEqual([0.1, null]);
    expect(reasonsOf({ "buyer.yml": buyer })).toContain("give the file with the issues");
  });
});

describe("tables", () => {
  it("are read with any of the usual delimiters and a decimal comma", () => {
    const { scenario } = read({
      "buyer.csv":
        "issue,option,weight,score\nPrice,low,3,10\nPrice,high,,0\nDays,1,1,0\nDays,2,,5\nreservation,,,40\n",
      "seller.csv": "Issue;Option;Weight;Score\nPrice;low;1,5;0\nPrice;high;;1\nDays;1;1,5;2,5\nDays;2;;0\n",
    });
    expect(scenario.parties.map(({ weights, reservation }) => [weights, reservation])).toEqual([
      [[0.75, 0.25], 0.4],
      [[0.5, 0.5], null],
    ]);
  });

  it.each([
    ["issue,option,score\nPrice,low,1\n", "its first row does not name weight"],
    ["issue,option,weight,score\nPrice,low,1,cheap\n", 'row 2 has no number as its score: "cheap"'],
    ["issue,option,weight,score\nPrice,low,1,1\nPrice,high,2,0\n", 'row 3 has another weight for "Price"'],
    ["issue,option,weight,score\nPrice,low,-1,1\n", "row 2 has a weight below 0"],
    ["issue,option,weight,score\n", "it has no issues"],
  ])("say which row cannot be read: %j", (text, message) => {
    expect(reasonsOf({ "a.csv": text })).toContain(message);
  });

  it("never hold what a spreadsheet program would run", () => {
    const scenario: Scenario = {
      title: "t",
      issues: [{ name: "=cmd()", options: ["+1+1", "-5"], numeric: null }],
      parties: [{ name: "a", weights: [1], scores: [[0, 1]], reservation: null, notes: [] }],
    };
    const text = String(scenarioFormats.csv(scenario)["a.csv"]);
    expect(text).not.toMatch(/(^|,)[=+@]/m);
    expect(read({ "a.csv": text }).scenario.issues).toEqual(scenario.issues);
  });
});

describe("the order of options", () => {
  const table = (...scores: readonly number[]) =>
    `issue,option,weight,score\n${scores.map((score, k) => `Days,${k + 1},${k === 0 ? 1 : ""},${score}`).join("\n")}\n`;

  it("is a scale where what everybody gives for them rises or falls along them, else said to be none", () => {
    const noteOf = (theirs: readonly number[]) => {
      const { scenario } = read({ "a.csv": table(0, 1, 2), "b.csv": table(...theirs) });
      const { issues, imported } = asCase(scenario);
      return [issues[0]?.ordered, imported?.notes.some((note) => note.includes("having no order"))];
    };
    expect(noteOf([5, 5, 0])).toEqual([true, false]);
    expect(noteOf([0, 5, 3])).toEqual([false, true]);
  });
});

describe("what is written is read again", () => {
  const name = fc
    .stringMatching(/^[A-Za-z0-9 äöü&<>"',;=+%$.:-]{1,12}$/)
    .map((text) => text.trim())
    .filter((text) => text !== "" && text.toLowerCase() !== "reservation" && !text.startsWith("'"));
  const scenarios = fc
    .uniqueArray(name, { minLength: 1, maxLength: 4 })
    .chain((issues) =>
      fc.record({
        options: fc.tuple(...issues.map(() => fc.uniqueArray(name, { minLength: 1, maxLength: 4 }))),
        issues: fc.constant(issues),
        numbers: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 60, maxLength: 60 }),
        // With three decimals too, which could be taken for thousands.
        reservation: fc.oneof(
          fc.integer({ min: -20, max: 100 }),
          fc.integer({ min: -9999, max: 99999 }).map((n) => n / 1000),
        ),
      }),
    )
    .map(
      ({ issues, options, numbers, reservation }): Scenario => ({
        title: "made",
        issues: issues.map((issue, k) => ({ name: issue, options: options[k] ?? [], numeric: null })),
        parties: ["ann", "bob"].map((party, p) => ({
          name: party,
          weights: issues.map((_, k) => 1 + (numbers[8 * p + k] ?? 0)),
          scores: issues.map((_, k) => (options[k] ?? []).map((__, o) => numbers[20 + 16 * p + 4 * k + o] ?? 0)),
          reservation: reservation / 100,
          notes: [],
        })),
      }),
    );

  it.each(Object.keys(scenarioFormats) as (keyof typeof scenarioFormats)[])(
    "in the form of %s: the same frontier and, where the form has one, the same reservation",
    (format) => {
      fc.assert(
        fc.property(scenarios, (scenario) => {
          const first = asCase(scenario);
          const exported = scenarioOf(first, {});
          if (!exported.ok) throw new Error(exported.reasons.join("\n"));
          const second = asCase(read(scenarioFormats[format](exported.value.scenario)).scenario);
          const [one, other] = [exact(first), exact(second)];
          const values = ({ packages }: ExactFrontier) =>
            packages.map((found) => Object.values(found.values).map((value) => value.toFixed(9)));
          expect(values(other)).toEqual(values(one));
          if (format !== "geniusweb")
            Object.values(one.reservation).forEach((r, p) =>
              expect(Object.values(other.reservation)[p]).toBeCloseTo(r, 9),
            );
        }),
        { numRuns: 60 },
      );
    },
  );
});

describe("hostile files are refused with a reason", () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghij"
    .split("")
    .map((key, k) => `${key}: &${key} [${Array(9).fill(`*${"abcdefghij"[k]}`).join(",")}]`)
    .join("\n")}\nissues: *j\n`;
  const large = zipSync({ "xl/workbook.xml": new Uint8Array(60 * 1024 * 1024) });

  it.each([
    [
      "a document type",
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><utility_space>&e;</utility_space>',
      /DOCTYPE/,
    ],
    ["entities", "<utility_space>&lol;</utility_space>", /no well-formed XML/],
    ["what is cut off", "<utility_space><objective>", /no well-formed XML/],
    ["deep nesting", "<a>".repeat(5000), /nests too deep/],
    ["another XML", "<html><body/></html>", /no issues|no GENIUS file/],
    [
      "an evaluator unknown",
      '<utility_space><weight index="1" value="1"/><issue index="1" name="x" type="real" lowerbound="0" upperbound="1"><evaluator ftype="spline"/></issue></utility_space>',
      /kind that is not known here: spline/,
    ],
    [
      "a range without end",
      '<utility_space><weight index="1" value="1"/><issue index="1" name="x" type="integer" lowerbound="5" upperbound="1"/></utility_space>',
      /runs from 5 to 1/,
    ],
    ["an alias bomb", bomb, /alias|none of the forms/i],
    ["a zip bomb", large, /more than 50 MB/],
    ["a broken zip", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]), /damaged ZIP archive/],
    ["something else", "hello", /none of the forms/],
    [
      "too many issues",
      JSON.stringify({
        name: "x",
        issuesValues: Object.fromEntries(Array.from({ length: 300 }, (_, k) => [`i${k}`, { values: ["a"] }])),
      }),
      /300 issues; 200 is the limit/,
    ],
  ])("%s", (_, content, message) => {
    expect(reasonsOf({ "file.json": content })).toMatch(message);
  });

  it("names of JavaScript's own are names like others", () => {
    const text = JSON.stringify({
      LinearAdditiveUtilitySpace: {
        name: "constructor",
        domain: { name: "d", issuesValues: { toString: { values: ["valueOf", "hasOwnProperty"] } } },
        issueUtilities: { toString: { discreteutils: { valueUtilities: { valueOf: 1, hasOwnProperty: 0 } } } },
        issueWeights: { toString: 1 },
      },
    });
    const found = exact(asCase(read({ "a.json": text, "b.json": text }).scenario));
    expect(found.count).toBe(1);
  });

  it("whatever the bytes are, there is an answer and no crash", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom("a.xml", "a.json", "a.csv", "a.xlsx", "a.yml"),
        (content, file) => {
          expect(reasonsOf({ [file]: content })).not.toBe("");
        },
      ),
    );
  });

  it("files of two scenarios do not mix", () => {
    expect(reasonsOf({ "domain.xml": domain, "a.xml": space("1", "2").replace("Days", "Weeks") })).toMatch(
      /says nothing of "Days"/,
    );
  });
});
