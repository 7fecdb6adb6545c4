import { describe, expect, it } from "vitest";
import { buildCase, filesOf, issue, numbers, problemsIn } from "../../test/build-case.js";
import { kindOf, parseCase } from "./parse.js";
import type { Path } from "./path.js";
import { capped, describeProblem, inReadingOrder, type Problem } from "./problems.js";
import { reporter } from "./reporter.js";
import { seatedOn } from "./viewing.js";

const caseText = (text: string) => parseCase([{ path: "case.yaml", text }]).problems.map(describeProblem);
const two = { issues: [issue("x", 3), issue("y", 2)] };
const ranks = { party: "a", scores: { x: { prefer: "more" }, y: { prefer: "less" } } };

describe("a case that is written well", () => {
  it("passes with today, no deal, rules and offers resolved to whole packages", () => {
    const built = buildCase({
      case: { ...two, noDeal: { x: "o2" }, rules: [{ id: "r", when: { x: "o1" }, needs: { y: "o1" } }] },
      record: { offers: [{ id: "f", date: "2020-02", by: "a", package: { y: "o1" } }] },
      interests: [ranks],
    });
    expect(built.today).toEqual([0, 0]);
    expect(built.noDeal).toEqual([2, 0]);
    expect(built.offers[0]?.options).toEqual([0, 1]);
    expect([...(built.rules[0]?.forbidden[0] ?? [])].map(([at, set]) => [at, [...set]])).toEqual([
      [0, [1]],
      [1, [0]],
    ]);
  });

  it("has a digest that depends on its files and not on the order they were found in", () => {
    const files = filesOf({ case: two, interests: [ranks] });
    const digest = (list: typeof files) => {
      const parsed = parseCase(list);
      return parsed.ok ? parsed.value.digest : null;
    };
    expect(digest(files)).toBe(digest([...files].reverse()));
    expect(digest(files)).not.toBe(digest(files.slice(0, 1)));
    expect(digest([...files, { path: "notes.txt", text: "not of the case" }])).toBe(digest(files));
  });

  it("completes the rest of an offer from today, from the offer before, or leaves it open", () => {
    const built = buildCase({
      case: two,
      record: {
        offers: [
          { id: "third", date: "2020-03", by: "a", package: { x: "o1" }, rest: "open" },
          { id: "second", date: "2020-02", by: "a", package: { y: "o1" }, rest: "previous" },
          { id: "first", date: "2020-01", by: "a", package: { x: "o2" } },
        ],
      },
    });
    const [third, second, first] = built.offers;
    expect(first?.options).toEqual([2, 0]);
    expect(second?.options).toEqual([2, 1]);
    expect(third?.open).toEqual([1]);
  });

  it("takes an offer that several make together, whose rest comes from their last one in whatever order", () => {
    const joint = (by: unknown, id = "joint") => ({ id, date: "2020-02", by, package: { y: "o1" }, rest: "previous" });
    const built = buildCase({
      case: two,
      record: {
        offers: [
          { id: "of-a", date: "2020-01", by: "a", package: { x: "o1" } },
          { id: "of-both", date: "2020-01", by: ["b", "a"], package: { x: "o2" } },
          joint(["a", "b"]),
        ],
      },
    });
    expect(built.offers.map(({ by, options }) => [by, options])).toEqual([
      [["a"], [1, 0]],
      [
        ["b", "a"],
        [2, 0],
      ],
      [
        ["a", "b"],
        [2, 1],
      ],
    ]);
    const problems = (by: unknown) => problemsIn({ case: two, record: { offers: [joint(by)] } }).join("\n");
    expect(problems(["a", "a"])).toContain("a stands twice among those who made it");
    expect(problems(["a", "ghost"])).toContain('unknown party "ghost"');
    expect(problems(["a", "b"])).toContain("there is no earlier offer by a and b");
  });

  it("may call its issues, options and commitments what fields of days are called", () => {
    const called = ["start", "from", "until", "due", "date", "ends", "withdrawn", "asOf"];
    const of = <T>(value: T) => Object.fromEntries(called.map((name) => [name, value]));
    const written = {
      case: {
        issues: called.map((name) => issue(name, 3)),
        noDeal: of("o2"),
        rules: [{ id: "r", when: of("o1"), needs: { start: ["o1"] } }],
        terms: [
          {
            id: "t",
            name: "T",
            components: called.map((id) => ({ id, text: "…" })),
            readings: [{ party: "a", in: called, wording: of("…") }],
          },
        ],
      },
      record: { offers: [{ id: "f", date: "2020-02", by: "a", package: of("o1") }] },
      agreement: {
        onTheTable: of("o1"),
        commitments: called.map((name) => ({ id: name, by: "a", issue: name, from: "o0", to: "o1" })),
      },
      interests: [
        {
          party: "a",
          swings: { points: of(1) },
          scores: of({ points: { o0: 0, o1: 1, o2: 2 } }),
          answers: [{ prefer: of("o2"), to: of("o1") }],
          roadmap: { worth: of(5) },
        },
      ],
    };
    expect(problemsIn(written)).toEqual([]);
  });

  it("spaces options equally unless they say where they lie", () => {
    const placed = {
      id: "y",
      name: "Y",
      today: "p",
      options: [
        { id: "p", at: 10 },
        { id: "q", at: 12 },
        { id: "r", at: 20 },
      ],
    };
    const built = buildCase({ case: { issues: [issue("x", 3), placed] } });
    expect(built.issues[0]?.options.map(({ at }) => at)).toEqual([0, 50, 100]);
    expect(built.issues[1]?.options.map(({ at }) => at)).toEqual([0, 20, 100]);
  });

  it("makes the options of a numeric issue at its step, and scores between points along straight lines", () => {
    const price = { id: "x", name: "Price", today: 3, numeric: { from: 1, to: 5, step: 1, unit: "EUR" } };
    const built = buildCase({
      case: { issues: [price] },
      interests: [{ party: "a", swings: { points: { x: 1 } }, scores: { x: { points: { 1: 0, 3: 80, 5: 100 } } } }],
    });
    expect(built.issues[0]?.options.map(({ id }) => id)).toEqual(["1", "2", "3", "4", "5"]);
    expect(built.interests[0]?.scores[0]?.numbers).toEqual([0, 0.4, 0.8, 0.9, 1]);
  });

  describe("of an issue of which any number may be agreed", () => {
    const price = (continuous: boolean) => ({
      id: "x",
      name: "Price",
      today: 1,
      numeric: { from: 1, to: 5, step: 1, unit: "EUR", continuous },
    });
    const needs = { party: "a", swings: { points: { x: 1 } }, scores: { x: { points: { 1: 0, 5: 100 } } } };
    const offers = (value: unknown) => ({ offers: [{ id: "f", date: "2020-02", by: "a", package: { x: value } }] });

    it("makes an option of every number that the files of all sides say, in its place", () => {
      const built = buildCase({
        case: { issues: [price(true)], noDeal: { x: 1.5 } },
        record: offers("2.25"),
        agreement: { onTheTable: { x: 4.999 } },
        interests: [needs],
      });
      expect(built.issues[0]?.options.map(({ id }) => id)).toEqual(["1", "1.5", "2", "2.25", "3", "4", "4.999", "5"]);
      expect(built.issues[0]?.options.map(({ name }) => name)[3]).toBe("2.25 EUR");
      expect(built.offers[0]?.options).toEqual([3]);
      expect(built.noDeal).toEqual([1]);
      expect(built.interests[0]?.scores[0]?.numbers?.[3]).toBeCloseTo(0.3125, 12);
    });

    it("refuses one that is beyond the range, or that any number may not be", () => {
      expect(problemsIn({ case: { issues: [price(true)] }, record: offers(5.5) }).join()).toContain(
        "It runs from 1 to 5.",
      );
      const between = problemsIn({ case: { issues: [price(false)] }, record: offers(2.25) }).join();
      expect(between).toContain(
        "It lies between two steps: write 2 or 3. Numbers between the steps can stand in case.yaml",
      );
    });

    it("that cannot be read hides no other fault and invents none", () => {
      const backwards = { ...price(true), numeric: { from: 1, to: -5, step: 1, continuous: true } };
      const ranked = { party: "a", swings: { rank: ["x"] }, scores: { x: { prefer: "more" } } };
      const found = problemsIn({ case: { issues: [backwards] }, record: offers(2.25), interests: [ranked] });
      expect(found.join("\n")).toContain('"to" (-5) should be larger than "from" (1)');
      expect(found).toHaveLength(1);
    });

    it("takes none from the files of one side, so that nobody's shows in what another reads", () => {
      const reservation = { asGoodAs: { x: 2.25 } };
      const written = { case: { issues: [price(true)] }, interests: [{ ...needs, reservation }] };
      expect(problemsIn(written).join()).toContain('unknown option "2.25" in issue x');
    });
  });

  it("is seen from the day of its last answer, where it says no day of its own", () => {
    const responses = [{ by: "b", date: "2020-03-01", answer: "refused" }];
    const built = buildCase({
      case: { ...two, asOf: undefined },
      record: { offers: [{ id: "f", date: "2020-02-01", by: "a", package: { x: "o1" }, responses }] },
    });
    expect(built.asOf).toBe("2020-03-01");
  });

  it("takes a deadline for what no deal means from the day after, beside what it means already", () => {
    const deadlines = [
      { id: "late", text: "The contract lapses", on: "2020-09", otherwise: { y: "o1" } },
      { id: "soon", text: "An election", on: "2020-07-31" },
    ];
    const built = buildCase({
      case: { ...two, noDeal: [{ package: {} }, { from: "2020-08-01", package: { x: "o2" } }], deadlines },
    });
    expect(built.deadlines?.map(({ id, on }) => [id, on])).toEqual([
      ["soon", "2020-07-31"],
      ["late", "2020-09"],
    ]);
    const meant = (day: string) => seatedOn(built, day).noDeal;
    expect(meant("2020-07-31")).toEqual([0, 0]);
    expect(meant("2020-08-01")).toEqual([2, 0]);
    expect(meant("2020-09-30")).toEqual([2, 0]);
    expect(meant("2020-10-01")).toEqual([2, 1]);
    const problems = (deadline: Record<string, unknown>) =>
      problemsIn({ case: { ...two, deadlines: [{ id: "d", text: "It ends", ...deadline }] } }).join("\n");
    expect(problems({ on: "2020-05-01" })).toMatch(/case\.yaml:\d+:\d+.*passed on 2020-05-01, before the day/);
    expect(problems({ on: "2020-07-01", otherwise: { x: "o9" } })).toContain('unknown option "o9"');
    expect(problems({ on: "soon" })).toContain("is no date");
  });

  it("takes a number by years for what it comes to: per cent that compound, or amounts that add up", () => {
    const wages = (numeric: Record<string, unknown>) => ({
      id: "x",
      name: "Wages",
      today: 0,
      numeric: { from: 0, to: 40, step: 10, ...numeric },
    });
    const plan = { x: { years: [11, 3, 3, 3, 5] } };
    const record = { offers: [{ id: "f", date: "2020-02", by: "a", package: plan }] };
    const read = (numeric: Record<string, unknown>) => buildCase({ case: { issues: [wages(numeric)] }, record });
    // 1.11 × 1.03³ × 1.05 = 1.273573…
    const compounded = read({ unit: "%", byYear: "compound" });
    expect(compounded.issues[0]?.options.map(({ id }) => id)).toEqual(["0", "10", "20", "27.36", "30", "40"]);
    expect(compounded.offers[0]).toMatchObject({ options: [3], named: [0] });
    expect([...(compounded.offers[0]?.plans ?? [])]).toEqual([[0, [11, 3, 3, 3, 5]]]);
    expect(read({ unit: "EUR", byYear: "sum" }).offers[0]?.options).toEqual([3]);
    const problems = (numeric: Record<string, unknown>) =>
      problemsIn({ case: { issues: [wages(numeric)] }, record }).join("\n");
    const falling = { offers: [{ id: "f", date: "2020-02", by: "a", package: { x: { years: [-200, -200] } } }] };
    const fallen = { case: { issues: [wages({ unit: "%", byYear: "compound" })] }, record: falling };
    expect(problemsIn(fallen).join()).toContain("falls by 100 % or more in a year");
    expect(problems({})).toMatch(/record\.yaml:\d+:\d+.*what "x" comes to by years is not said/);
    expect(problems({ unit: "EUR", byYear: "compound" })).toContain("only per cent compound");
    expect(problems({ to: 20, unit: "%", byYear: "compound" })).toContain('unknown option "27.36"');
    expect(problemsIn({ case: { issues: [issue("x", 2)] }, record }).join()).toContain('"x" has no numbers');
  });
});

describe("what is wrong is said with its place, the reason and the nearest name", () => {
  it.each([
    ["unknown option", { case: { ...two, noDeal: { x: "o7" } } }, 'unknown option "o7" in issue x. Did you mean "o0"?'],
    [
      "unknown issue",
      { case: { ...two, rules: [{ id: "r", never: { z: "o1" } }] } },
      'unknown issue "z". Did you mean "x"?',
    ],
    ["unknown party", { case: { issues: [{ ...issue("x", 2), gives: "c" }] } }, 'unknown party "c". Did you mean "a"?'],
    [
      "unknown source",
      { record: { offers: [{ id: "f", date: 2020, package: { x: "o1" }, source: "nowhere" }] } },
      'unknown source "nowhere".',
    ],
    ["unknown field", { case: { noDael: {} } }, 'unknown field "noDael" in the file. Did you mean "noDeal"?'],
    ["duplicate id", { case: { issues: [issue("x", 2), issue("x", 2)] } }, 'the id "x" stands twice in issues'],
    ["no such day", { case: { asOf: "2019-02-30" } }, '"2019-02-30" is no date'],
    [
      "no such day where a window begins",
      {
        agreement: {
          metrics: [{ id: "m" }],
          obligations: [
            {
              id: "o",
              by: "a",
              keep: { metric: "m", atMost: 1, over: { take: "total", length: "1 year", starting: "2011-02-30" } },
            },
          ],
        },
      },
      '"2011-02-30" is no date',
    ],
    [
      "dates out of order",
      { case: { parties: [{ id: "a", name: "A", role: "negotiating", from: 2020, until: 2019 }] } },
      "ends (2019) before it begins (2020)",
    ],
    ["nobody negotiates", { case: { parties: [{ id: "a", name: "A", role: "mediator" }] } }, "no party is negotiating"],
    [
      "today breaks a rule",
      { case: { ...two, rules: [{ id: "r", never: { x: "o0", y: "o0" } }] } },
      'today breaks rule "r"',
    ],
    [
      "no order where one is needed",
      {
        case: { issues: [{ ...issue("x", 3), ordered: false }] },
        interests: [{ party: "a", scores: { x: { prefer: "more" } } }],
      },
      "has no order from least to most; give a rank",
    ],
    [
      "order of options",
      {
        case: {
          issues: [
            {
              id: "x",
              name: "X",
              today: "p",
              options: [
                { id: "p", at: 2 },
                { id: "q", at: 1 },
              ],
            },
          ],
        },
      },
      "run from least to most, but 1 does not come after 2",
    ],
    [
      "nothing said of an issue",
      { case: two, interests: [{ party: "a", scores: { x: { prefer: "more" } } }] },
      "says nothing of y",
    ],
    [
      "rank twice",
      { case: two, interests: [{ ...ranks, swings: { rank: ["x", "y", "x"] } }] },
      '"x" stands twice in the ranking',
    ],
    [
      "rank against points",
      { case: two, interests: [{ ...ranks, swings: { rank: ["x", "y"], points: { x: 1, y: 2 } } }] },
      'ranks "x" above "y", but its points are fewer',
    ],
    [
      "interval backwards",
      { case: two, interests: [{ ...ranks, swings: { intervals: { x: [0.6, 0.2] } } }] },
      "runs backwards; write [0.2, 0.6]",
    ],
    [
      "interval without room",
      { case: two, interests: [{ ...ranks, swings: { intervals: { x: [0.5, 0.5] } } }] },
      "leaves no room",
    ],
    [
      "step that is none",
      {
        case: two,
        interests: [
          { party: "a", scores: { x: { prefer: "more", largestStep: ["o0", "o2"] }, y: { prefer: "more" } } },
        ],
      },
      "neighbours in the ranking",
    ],
    [
      "missing points",
      { case: two, interests: [{ party: "a", scores: { x: { points: { o0: 1, o1: 2 } }, y: { prefer: "more" } } }] },
      "points need a number for every option",
    ],
    ["wrong file name", { case: two, interests: [{ ...ranks, party: "c" }] }, 'unknown party "c"'],
    [
      "offer by an onlooker",
      {
        case: {
          parties: [
            { id: "a", name: "A", role: "negotiating" },
            { id: "j", name: "J", role: "interested" },
          ],
        },
        record: { offers: [{ id: "f", date: 2020, by: "j", package: { x: "o1" } }] },
      },
      "j is not negotiating",
    ],
    [
      "no earlier offer",
      { record: { offers: [{ id: "f", date: 2020, by: "a", package: { x: "o1" }, rest: "previous" }] } },
      "there is no earlier offer by a",
    ],
    [
      "statement of nobody",
      {
        case: { sources: [{ id: "s", title: "S" }] },
        record: {
          statements: [
            { id: "t", date: 2020, speaker: "X", stances: [{ issue: "x", option: "o1" }], says: "…", source: "s" },
          ],
        },
      },
      "does not say whose position",
    ],
    [
      "before the party",
      {
        case: {
          sources: [{ id: "s", title: "S" }],
          parties: [{ id: "a", name: "A", role: "negotiating", from: 2019 }],
        },
        record: { statements: [{ id: "t", date: 2018, speaker: "X", about: "a", says: "…", source: "s" }] },
      },
      "before a is a party",
    ],
  ])("%s", (_, written, message) => {
    const found = problemsIn(written as Parameters<typeof problemsIn>[0]);
    expect(found.join("\n")).toContain(message);
    expect(found[0]).toMatch(/^[\w./-]+:\d+:\d+ {2}/);
  });

  it("gives the very line and column", () => {
    const text =
      "parley: 1\ntitle: T\nparties:\n  - {id: a, name: A, role: negotiating}\nissues:\n  - id: x\n    name: X\n    today: non\n    options: [{id: none}, {id: all}]\n";
    expect(caseText(text)).toEqual(['case.yaml:8:12  unknown option "non" in issue x. Did you mean "none"?']);
  });

  it("lists the problems of all files at once, in reading order", () => {
    const found = problemsIn({
      case: { ...two, noDeal: { x: "no" } },
      interests: [{ party: "a", scores: {} }],
      record: { offers: [{ id: "f", date: "soon", package: { x: "o1" } }] },
    });
    expect(found.map((line) => line.split(":")[0])).toEqual(["case.yaml", "record.yaml", "interests/a.a.yaml"]);
  });

  it("warns when an option was added beyond the ends that the weights were asked with", () => {
    const found = problemsIn({ case: two, interests: [{ ...ranks, swings: { ends: { x: ["o0", "o1"] } } }] });
    expect(found.join()).toContain(
      'warning: the swing of "x" was asked with "o1" as its best option; now that is "o2"',
    );
  });
});

describe("hostile files", () => {
  it.each([
    ["nothing at all", "", '"parley" is missing'],
    ["a list", "- a\n- b\n", "should be a mapping"],
    ["a tab", "a:\n\t- b\n", "case.yaml:2"],
    ["deep nesting", "[".repeat(50_000), "nested too deeply"],
    [
      "an alias bomb",
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${"*a,".repeat(9)}]\nc: &c [${"*b,".repeat(9)}]\nd: [${"*c,".repeat(9)}]\n`,
      "aliases repeat too much",
    ],
    ["a key that would vanish", "__proto__: {x: 1}\n", '"__proto__" cannot be a name here'],
    ["keys of JavaScript's own", "constructor: 3\n", 'unknown field "constructor"'],
    ["an alias of nothing", "a: *nope\n", "whose anchor (&name) is nowhere"],
    ["an escape sequence", 'title: "T\\e[31m"\n', "control character"],
    ["an escape sequence in a name", '"\\e[31m": 1\n', 'unknown field "\\u001b[31m"'],
    ["a number past all use", "parley: 1\nissues: [{id: x, name: X, today: 1e300}]\n", "issues.0.today"],
    ["a key twice", "parley: 1\nparley: 1\n", "the same key stands twice"],
    ["two documents", "parley: 1\n---\nparley: 1\n", "several YAML documents"],
    ["a number that is none", "parley: .nan\n", '"parley" should be 1'],
  ])("%s is a problem with a place, not a crash", (_, text, message) => {
    const found = caseText(text);
    expect(found.join("\n")).toContain(message);
    for (const line of found) expect(line).toMatch(/^case\.yaml:\d+:\d+ {2}/);
  });

  it("takes names of JavaScript's own as names", () => {
    const built = buildCase({
      case: { issues: [issue("constructor", 2), issue("toString", 2)] },
      interests: [numbers("a", { constructor: 1, toString: 3 }, { constructor: [0, 1], toString: [1, 0] })],
    });
    expect(built.interests[0]?.weights).toEqual([0.25, 0.75]);
  });

  it("takes parties with such names, and asks for what is missing under them", () => {
    const parties = ["constructor", "toString"].map((id) => ({ id, name: id, role: "negotiating" }));
    const own = (party: string) => numbers(party, { x: 1 }, { x: [0, 1] });
    const built = buildCase({ case: { parties }, interests: parties.map(({ id }) => own(id)) });
    expect(built.interests.map(({ party }) => party)).toEqual(["constructor", "toString"]);
    const valueless = {
      party: "a",
      swings: { points: { x: 1 } },
      scores: { x: { prefer: "more" }, valueOf: { prefer: "more" } },
    };
    expect(
      problemsIn({ case: { issues: [issue("x", 2), issue("valueOf", 2)] }, interests: [valueless] }).join(),
    ).toContain("until there is one for: valueOf");
  });

  it("answers for many thousand faults at once", () => {
    const unknown = Array.from({ length: 20_000 }, (_, k) => `k${k}: 1`).join("\n");
    expect(caseText(unknown).join()).toContain("And 19980 more unknown fields.");
    const offers = parseCase([...filesOf({}), { path: "record.yaml", text: `offers: [${"[],".repeat(200_000)}]` }]);
    expect(offers.ok).toBe(false);
  });

  it("knows the files of a case by their paths", () => {
    expect(
      ["case.yaml", "interests/a.b.yaml", "interests/x/y.yaml", "other.yaml", "interests/../case.yaml"].map(kindOf),
    ).toEqual(["case", "interests", null, null, null]);
  });
});

describe("one slip", () => {
  const base = {
    "case.yaml": `parley: 1
title: x
parties: [{id: a, name: A, role: negotiating}]
issues:
  - {id: b, name: B, today: x, options: [{id: x}, {id: y}]}
  - {id: n, name: N, today: 5, numeric: {from: 0, to: 100, step: 5}}
sources: [{id: s, title: S}]
`,
    "record.yaml": `offers:
  - {id: one, date: 2020-01-01, by: a, package: {b: y}}
  - {id: two, date: 2020-01-02, by: a, package: {b: y}}
`,
    "interests/a.a.yaml": `party: a
holder: a
basis: stated
date: 2020-01-03
scores: {b: {prefer: more}, n: {prefer: more}}
reservation: {asGoodAs: one}
answers: [{prefer: two, to: one}]
bluffs: [one]
`,
  };
  type Name = keyof typeof base;
  const problemsWith = (file: Name, from: string, to: string) => {
    if (!base[file].includes(from)) throw new Error(`${from} is not in ${file}`);
    return linesOf({ ...base, [file]: base[file].replace(from, to) });
  };
  const linesOf = (files: Readonly<Record<string, string>>) =>
    parseCase(Object.entries(files).map(([path, text]) => ({ path, text }))).problems.map(describeProblem);

  it("is the only problem: what points to what could not be read is not called unknown", () => {
    expect(problemsWith("case.yaml", "title: x", "title: y")).toEqual([]);
    expect(
      problemsWith("record.yaml", "by: a, package: {b: y}}\n  - {id: two", "by: a, packge: {b: y}}\n  - {id: two"),
    ).toEqual([
      'record.yaml:2:5  "offers.0.package" is missing.',
      'record.yaml:2:40  unknown field "packge" in "offers.0". Did you mean "package"?',
    ]);
    expect(
      problemsWith("record.yaml", "offers:", "offers: [").filter((line) => !line.startsWith("record.yaml")),
    ).toEqual([]);
    expect(problemsWith("case.yaml", "{id: b, name: B,", "{id: b, name: [B],")).toEqual([
      'case.yaml:5:19  "issues.0.name" should be text.',
    ]);
  });

  it.each([
    ["record.yaml", "offers:", "ofers:", 'record.yaml:1:1  unknown field "ofers" in the file. Did you mean "offers"?'],
    ["case.yaml", "sources:", "sourcs:", 'case.yaml:7:1  unknown field "sourcs" in the file. Did you mean "sources"?'],
    [
      "agreement.yaml",
      "metrics:",
      "metrcs:",
      'agreement.yaml:1:1  unknown field "metrcs" in the file. Did you mean "metrics"?',
    ],
    ["agreement.yaml", "{id: m}", "{id: m, unit: [kg]}", 'agreement.yaml:1:25  "metrics.0.unit" should be text.'],
    ["agreement.yaml", "text: Stop", "text: [Stop]", 'agreement.yaml:2:31  "powers.0.text" should be text.'],
    ["agreement.yaml", "text: C,", "text: [C],", 'agreement.yaml:7:36  "commitments.0.text" should be text.'],
  ] as const)(
    "in %s that misspells a list, or spoils an item of it, is the only one: %s as %s",
    (file, from, to, message) => {
      const agreement = `metrics: [{id: m, unit: kg}]
powers: [{id: p, by: a, text: Stop, after: [c]}]
obligations:
  - {id: on-metric, by: a, achieve: {within: 1 month, after: m}, source: s}
  - {id: on-power, by: a, achieve: {within: 1 month, after: p}}
  - {id: on-duty, by: a, achieve: {within: 1 month, after: c}}
commitments: [{id: c, by: a, text: C, due: 2020-05-01}]
`.replace("{id: m, unit: kg}", "{id: m}");
      const files = { ...base, "agreement.yaml": agreement };
      expect(linesOf(files)).toEqual([]);
      if (!files[file].includes(from)) throw new Error(`${from} is not in ${file}`);
      expect(linesOf({ ...files, [file]: files[file].replace(from, to) })).toEqual([message]);
    },
  );

  it("of form hides no other in its list or elsewhere, and places are where things were written", () => {
    expect(
      problemsWith(
        "record.yaml",
        "package: {b: y}}\n  - {id: two, date: 2020-01-02, by: a",
        "package: 3}\n  - {id: two, date: 2020-01-02, by: zed",
      ),
    ).toEqual([
      'record.yaml:2:49  "offers.0.package" should be a mapping (key: value).',
      'record.yaml:3:37  unknown party "zed". There is: a.',
    ]);
  });

  it("comes before what follows from it: the record before interests", () => {
    const found = problemsWith("record.yaml", "id: one", "id: won");
    expect(found.map((line) => line.split(":")[0])).toEqual(found.map(() => "interests/a.a.yaml"));
    expect(
      inReadingOrder([
        { severity: "error", place: { file: "interests/a.a.yaml", line: 1, column: 1 }, message: "" },
        { severity: "error", place: { file: "agreement.yaml", line: 1, column: 1 }, message: "" },
        { severity: "error", place: { file: "record.yaml", line: 9, column: 1 }, message: "" },
      ]).map(({ place }) => place.file),
    ).toEqual(["record.yaml", "agreement.yaml", "interests/a.a.yaml"]);
  });

  it.each([
    ["sources: [{id: s, title: S}]", "sources: 3", '"sources" should be a list of mappings (key: value).'],
    ["title: x", "title: [x]", '"title" should be text.'],
    [
      "role: negotiating",
      "role: negotiator",
      '"parties.0.role" should be negotiating or interested or ratifying or mediator.',
    ],
    [
      "options: [{id: x}, {id: y}]",
      "options: {id: x}",
      '"issues.0.options" should be a list of mappings (key: value).',
    ],
    ["today: x", "today: [x]", '"issues.0.today.0" should be a mapping'],
    ["today: 5", "today: 34", 'unknown option "34" in issue n. It lies between two steps: write 30 or 35.'],
    ["today: 5", "today: 340", 'unknown option "340" in issue n. It runs from 0 to 100.'],
    [
      "{id: n, name: N, today: 5, numeric: {from: 0, to: 100, step: 5}}",
      '{id: n, name: N, today: 60, options: [{id: "100"}, {id: "50"}, {id: "0"}]}',
      'unknown option "60" in issue n. It lies between two steps: write 50 or 100.',
    ],
    [
      "{id: n, name: N, today: 5, numeric: {from: 0, to: 100, step: 5}}",
      '{id: n, name: N, today: 160, options: [{id: "100"}, {id: "50"}, {id: "0"}]}',
      'unknown option "160" in issue n. It runs from 0 to 100.',
    ],
    ["title: x", 'title: "a\\uFFFE"', '"title": holds a control character; take it out.'],
    ["title: x", "title: a\uffff", "holds a character that no text may hold (U+FFFF). Take it out."],
    ["title: x", "title: \ud800", "holds a character that no text may hold (U+D800). Take it out."],
  ])("%s written as %j is said in the words of who wrote it", (from, to, message) => {
    const found = problemsWith("case.yaml", from, to);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
    expect(found.join()).not.toMatch(/invalid input|did you mean "\d/i);
  });

  it.each([
    [
      "scores: {b: {prefer: more}",
      "scores: {b: {rank: [x, [y, {}]]}",
      '"scores.b.rank.1.1" should be text or a number.',
    ],
    ["answers: [", "swings: {rank: b}\nanswers: [", '"swings.rank" should be a list of texts or lists of texts.'],
  ])("within a choice of forms is told of the form that was meant: %s", (from, to, message) => {
    expect(problemsWith("interests/a.a.yaml", from, to).join("\n")).toContain(message);
  });

  it("a thousand times over is told some times, with how many more there are", () => {
    const sources = Array.from({ length: 1000 }, (_, k) => `  - {id: s${k}, title: S, date: never}\n`).join("");
    const found = problemsWith("case.yaml", "sources: [{id: s, title: S}]", `sources:\n${sources}`);
    expect(found).toHaveLength(201);
    expect(found.at(-1)).toContain("and 800 more errors in this file, not listed.");
  });

  it.each([
    ["days: 1.5", '"meetings.0.days" should be a whole number.'],
    ["days: [2]", '"meetings.0.days" should be a whole number.'],
  ])("of a number that must be whole says so: %s", (written, message) => {
    const agreement = `meetings: [{id: m, name: M, from: 2020-05-01, ${written}}]\n`;
    expect(linesOf({ ...base, "agreement.yaml": agreement })).toEqual([`agreement.yaml:1:53  ${message}`]);
  });

  it("is told beside any number of warnings, which are counted for themselves", () => {
    const source = {
      file: "record.yaml",
      value: null,
      place: ([line]: Path) => ({ file: "record.yaml", line: Number(line ?? 1), column: 1 }),
      written: () => "",
    };
    const problems: Problem[] = [];
    const report = reporter(source, problems);
    for (let line = 1; line <= 260; line++) report.warning([line], "odd");
    report.error([261], "wrong");
    const shown = inReadingOrder(capped(problems)).map(describeProblem);
    expect(shown).toHaveLength(202);
    expect(shown.at(-1)).toBe("record.yaml:261:1  wrong");
    expect(shown.at(-2)).toMatch(/warning: and 60 more warnings in this file, not listed\./);
  });

  it("with a word of a hundred thousand letters is told in a sentence of some length", () => {
    const found = problemsWith("case.yaml", "title: x", `title: x\nasOf: ${"9".repeat(100_000)}a`);
    expect(found.join().length).toBeLessThan(1000);
  });
});

describe("a case beyond a limit", () => {
  it("is refused with the limit, the number found and what to do", () => {
    const parties = Array.from({ length: 20 }, (_, k) => `{id: p${k}, name: P, role: negotiating}`);
    const found = parseCase([
      {
        path: "case.yaml",
        text: `parley: 1\ntitle: T\nparties: [${parties.join(", ")}]\nissues: [{id: x, name: X, today: o, options: [{id: o}]}]\n`,
      },
    ]);
    expect(found.problems.map(({ message }) => message)).toEqual([
      '"parties" has 20 entries; 12 is the limit. Leave out what is settled, put together what belongs together, or make two cases of it.',
    ]);
  });
});
