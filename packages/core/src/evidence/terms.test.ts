import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, issue, problemsIn, type WrittenCase } from "../../test/build-case.js";
import { classOf, type Said, type Terms, terms } from "./terms.js";

const component = (id: string, more: Record<string, unknown> = {}) => ({ id, text: `part ${id}`, ...more });

function read(written: WrittenCase): Terms {
  const result = terms(buildCase(written));
  if (!result.ok) throw new Error(result.reasons.join("\n"));
  return result.value;
}

const word = (readings: unknown[], components: unknown[] = [component("p"), component("q")]) => ({
  terms: [{ id: "w", name: "Word", components, readings }],
  issues: [issue("x", 3), issue("y", 3)],
});

describe("a component", () => {
  it.each<[Said[], string]>([
    [["in", "in"], "agreed"],
    [["out", "out"], "rejected"],
    [["in", "out"], "contested"],
    [["in", "out", "unsaid"], "contested"],
    [["in", "unsaid"], "claimed"],
    [["out", "unsaid"], "unsaid"],
    [["unsaid", "unsaid"], "unsaid"],
    [[], "unsaid"],
  ])("that the parties call %j is %s", (said, expected) => {
    expect(classOf(said)).toBe(expected);
  });

  it("has one class whatever the order of the parties", () => {
    const said = fc.array(fc.constantFrom<Said>("in", "out", "unsaid"), { maxLength: 5 });
    fc.assert(
      fc.property(said, (list) => {
        expect(classOf([...list].reverse())).toBe(classOf(list));
      }),
    );
  });

  it("is classed by the negotiating parties alone; others' readings are shown", () => {
    const result = read({
      case: {
        ...word([
          { party: "a", in: ["p"] },
          { party: "b", in: ["p"] },
          { party: "c", out: ["p"] },
        ]),
        parties: [
          { id: "a", name: "Ann", role: "negotiating" },
          { id: "b", name: "Bob", role: "negotiating" },
          { id: "c", name: "Cy", role: "interested" },
        ],
      },
    });
    const [p] = result.terms[0]?.components.filter(({ id }) => id === "p") ?? [];
    expect(p).toMatchObject({ class: "agreed", said: { a: "in", b: "in", c: "out" } });
  });
});

describe("a reading", () => {
  it("obliges the most that any part of it asks of an issue, and names what no issue covers", () => {
    const parts = [
      component("p", { issue: "x", atLeast: "o1" }),
      component("q", { issue: "x", atLeast: "o2" }),
      component("r"),
    ];
    const result = read({ case: word([{ party: "a", in: ["p", "q", "r"] }], parts) });
    expect(result.terms[0]?.obligations).toEqual([
      {
        party: "a",
        name: "Ann",
        options: { x: "o2" },
        asked: { x: { atLeast: "o2", atMost: null } },
        short: ["x"],
        contradictory: [],
        uncovered: ["r"],
      },
    ]);
  });

  it("obliges what lies within every part of it, nearest to today; what no option can be is said", () => {
    const parts = [
      component("some", { issue: "x", atLeast: "o1" }),
      component("few", { issue: "x", atMost: "o1" }),
      component("none", { issue: "y", exactly: "o0" }),
      component("all", { issue: "y", atLeast: "o2" }),
      component("little", { issue: "z", atMost: "o1" }),
    ];
    const issues = [issue("x", 4), issue("y", 3), { ...issue("z", 4), today: "o3" }];
    const read = (ids: readonly string[]) => {
      const result = terms(buildCase({ case: { ...word([{ party: "a", in: ids }], parts), issues } }));
      if (!result.ok) throw new Error(result.reasons.join("\n"));
      return result.value.terms[0]?.obligations[0];
    };
    expect(read(["some", "few", "none", "little"])).toMatchObject({
      options: { x: "o1", y: "o0", z: "o1" },
      asked: {
        x: { atLeast: "o1", atMost: "o1" },
        y: { atLeast: "o0", atMost: "o0" },
        z: { atLeast: null, atMost: "o1" },
      },
      short: ["x", "z"],
      contradictory: [],
    });
    expect(read(["none", "all"])).toMatchObject({ options: {}, asked: {}, short: [], contradictory: ["y"] });
  });

  it("sorts what is contested to the top and says so in words", () => {
    const result = read({
      case: word([
        { party: "a", in: ["q"] },
        { party: "b", out: ["q"] },
      ]),
    });
    expect(result.terms[0]?.components.map(({ id }) => id)).toEqual(["q", "p"]);
    expect(result.terms[0]?.sentence).toBe("“Word”: none of its 2 parts are agreed; 1 contested, 1 unsaid.");
  });
});

describe("what hangs on a word", () => {
  const parts = [component("p", { issue: "x", atLeast: "o2" }), component("q", { issue: "y", atLeast: "o1" })];
  const readings = [
    { party: "a", in: ["p", "q"] },
    { party: "b", out: ["p"], in: ["q"] },
  ];
  const offer = (id: string, options: Record<string, string>, more = {}) => ({
    id,
    date: "2020-01-01",
    by: "a",
    package: options,
    ...more,
  });

  it("is every offer and commitment that uses it, or moves what a disputed part asks for", () => {
    const result = read({
      case: word(readings, parts),
      record: {
        offers: [
          offer("far", { x: "o2" }),
          offer("near", { x: "o1" }),
          offer("beside", { y: "o1" }),
          offer("citing", { y: "o1" }, { terms: ["w"] }),
          { ...offer("later", { x: "o2" }), date: "2021-01-01" },
        ],
      },
      agreement: {
        commitments: [
          { id: "c1", by: "b", issue: "x", to: "o2", terms: ["w"] },
          { id: "c2", by: "b", issue: "y", to: "o1" },
        ],
      },
    });
    expect(result.terms[0]?.hanging).toEqual([
      { kind: "offer", id: "far", name: "far", cites: false, delivers: ["p"], short: [], beyond: [], breaks: [] },
      { kind: "offer", id: "near", name: "near", cites: false, delivers: [], short: ["p"], beyond: [], breaks: [] },
      { kind: "offer", id: "citing", name: "citing", cites: true, delivers: [], short: [], beyond: [], breaks: [] },
      { kind: "commitment", id: "c1", name: "X: o2", cites: true, delivers: ["p"], short: [], beyond: [], breaks: [] },
    ]);
  });

  it("is what goes beyond a part, where too little becomes too much", () => {
    const result = read({
      case: {
        ...word([{ party: "a", in: ["just"] }], [component("just", { issue: "x", exactly: "o1" })]),
        issues: [issue("x", 4)],
      },
      record: { offers: [offer("over", { x: "o3" }), offer("just", { x: "o1" })] },
    });
    expect(result.terms[0]?.hanging).toMatchObject([
      { id: "over", delivers: [], short: [], beyond: ["just"] },
      { id: "just", delivers: ["just"], short: [], beyond: [] },
    ]);
  });

  it("is what goes back on a part that holds today; without an order only the option itself delivers", () => {
    const kinds = { ...issue("kind", 3), ordered: false };
    const result = read({
      case: {
        ...word(
          [{ party: "a", in: ["low", "third"] }],
          [component("low", { issue: "x", atMost: "o1" }), component("third", { issue: "kind", exactly: "o2" })],
        ),
        issues: [issue("x", 4), kinds],
      },
      record: { offers: [offer("high", { x: "o3" }), offer("third", { kind: "o2" }), offer("second", { kind: "o1" })] },
    });
    expect(
      result.terms[0]?.hanging.map(({ id, delivers, short, breaks }) => ({ id, delivers, short, breaks })),
    ).toEqual([
      { id: "high", delivers: [], short: [], breaks: ["low"] },
      { id: "third", delivers: ["third"], short: [], breaks: [] },
    ]);
  });

  it("is nothing where all is agreed", () => {
    const result = read({
      case: word(
        [
          { party: "a", in: ["p"] },
          { party: "b", in: ["p"] },
        ],
        [parts[0]],
      ),
      record: { offers: [offer("far", { x: "o2" }, { terms: ["w"] })] },
    });
    expect(result.terms[0]?.hanging).toEqual([]);
  });
});

describe("bad input", () => {
  it.each([
    ["a term without components", word([], []), "components"],
    ["a reading of an unknown part", word([{ party: "a", in: ["z"] }]), 'unknown component "z"'],
    ["a part both in and out", word([{ party: "a", in: ["p"], out: ["p"] }]), "both in and out"],
    [
      "a part that asks for at least more than at most",
      word([], [component("p", { issue: "x", atLeast: "o2", atMost: "o1" })]),
      'no option of "x" is at least "o2" and at most "o1"',
    ],
    [
      "a part that asks for exactly one option and for at least another",
      word([], [component("p", { issue: "x", exactly: "o2", atLeast: "o1" })]),
      "stands beside atLeast",
    ],
    ["a part that asks for an option without its issue", word([], [component("p", { exactly: "o2" })]), "add issue:"],
    [
      "at most where the options have no order",
      { ...word([], [component("p", { issue: "x", atMost: "o1" })]), issues: [{ ...issue("x", 3), ordered: false }] },
      "Write exactly: instead",
    ],
    [
      "two readings of one party",
      word([
        { party: "a", in: ["p"] },
        { party: "a", in: ["q"] },
      ]),
      'reads "Word" twice',
    ],
  ])("%s is a problem with a place", (_, written, message) => {
    const problems = problemsIn({ case: written }).join("\n");
    expect(problems).toContain(message);
    expect(problems).toMatch(/case\.yaml:\d+:\d+/);
  });

  it("an unknown term in an offer or a commitment is a problem", () => {
    const problems = problemsIn({
      case: word([]),
      record: { offers: [{ id: "o", date: "2020-01-01", package: { x: "o1" }, terms: ["wrod"] }] },
      agreement: { commitments: [{ id: "c", by: "z", issue: "x", to: "o9", terms: ["wrod"] }] },
    }).join("\n");
    expect(problems.match(/unknown term "wrod"/g)?.length).toBe(2);
    expect(problems).toContain('unknown party "z"');
    expect(problems).toContain('unknown option "o9"');
  });
});
