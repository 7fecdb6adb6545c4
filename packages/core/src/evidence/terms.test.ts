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
      { party: "a", name: "Ann", options: { x: "o2" }, short: ["x"], uncovered: ["r"] },
    ]);
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
      { kind: "offer", id: "far", name: "far", cites: false, delivers: ["p"], short: [] },
      { kind: "offer", id: "near", name: "near", cites: false, delivers: [], short: ["p"] },
      { kind: "offer", id: "citing", name: "citing", cites: true, delivers: [], short: [] },
      { kind: "commitment", id: "c1", name: "X: o2", cites: true, delivers: ["p"], short: [] },
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
