import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, issue, numbers, type WrittenCase } from "../../../test/build-case.js";
import type { Case } from "../../case/index.js";
import { clause, type DraftPart, plainText } from "../document.js";
import { type Framework, framework } from "../framework/framework.js";
import { changedClauses } from "./clauses.js";
import { type Rounds, rounds } from "./rounds.js";

function compared(before: Case | Framework, after: Case | Framework): Rounds {
  const found = rounds(before, after, { models: 50 });
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value;
}

const readings = (a: object, b: object) => [
  { party: "a", ...a },
  { party: "b", ...b },
];

const written = (more: {
  readonly commitments?: readonly object[];
  readonly readings?: readonly object[];
  readonly framework?: object;
}): WrittenCase => ({
  case: {
    issues: [issue("x", 3), issue("y", 3)],
    terms: [
      {
        id: "word",
        name: "Word",
        components: [{ id: "p", text: "A part" }],
        readings: more.readings ?? readings({ in: ["p"] }, { out: ["p"] }),
      },
    ],
  },
  interests: [
    numbers("a", { x: 2, y: 1 }, { x: [0, 1, 2], y: [2, 1, 0] }),
    numbers("b", { x: 1, y: 3 }, { x: [2, 1, 0], y: [0, 1, 2] }),
  ],
  agreement: {
    commitments: more.commitments ?? [
      { id: "one", by: "b", issue: "x", to: "o1", text: "One", start: "2020-07-01" },
      { id: "two", by: "a", issue: "y", to: "o1", text: "Two", start: "2020-07-02", after: ["one"] },
    ],
    ...(more.framework && { framework: more.framework }),
  },
});

const base = buildCase(written({}));

describe("two versions of a draft", () => {
  it("that are the same have no change", () => {
    expect(compared(base, base)).toMatchObject({ changes: [], gave: [], sentence: "No clause changed." });
  });

  it("that differ only in numbers have no change: what a clause refers to is the same clause", () => {
    const [first, second] = [
      { id: "one", by: "b", issue: "x", to: "o1", text: "One", start: "2020-07-01" },
      { id: "two", by: "a", issue: "y", to: "o1", text: "Two", start: "2020-07-02", after: ["one"] },
    ];
    const more = { id: "zero", by: "b", text: "Zero", start: "2020-07-01", verification: { method: "Eyes" } };
    const found = compared(base, buildCase(written({ commitments: [more, first, second] })));
    expect(found.changes.map(({ id, kind }) => [id, kind])).toEqual([["commitment:zero", "new"]]);
  });

  it("tell who gave: by how far a promise goes", () => {
    const farther = [
      { id: "one", by: "b", issue: "x", to: "o2", text: "One", start: "2020-07-01" },
      { id: "two", by: "a", text: "Two", start: "2020-07-02", after: ["one"] },
    ];
    const found = compared(base, buildCase(written({ commitments: farther })));
    expect(found.gave).toEqual([
      { party: "a", name: "Ann", gave: 0, tookBack: 1 },
      { party: "b", name: "Bob", gave: 1, tookBack: 0 },
    ]);
    // To a: x from o1 to o2 is 1/2 of 2/3, and y back from o1 to o0 is 1/2 of 1/3.
    expect(found.value?.change.a?.median).toBeCloseTo(100 * (1 / 3 + 1 / 6), 6);
    expect(found.value?.change.b?.median).toBeCloseTo(-100 * (1 / 8 + 3 / 8), 6);
    expect(found.sentence).toContain("+50 points to Ann and −50 points to Bob");
    const back = compared(buildCase(written({ commitments: farther })), base);
    expect(back.gave).toEqual([
      { party: "a", name: "Ann", gave: 1, tookBack: 0 },
      { party: "b", name: "Bob", gave: 0, tookBack: 1 },
    ]);
  });

  it("tell that a duty was handed over, though not a word of it changed", () => {
    const by = (party: string) =>
      buildCase(
        written({ commitments: [{ id: "one", by: party, issue: "x", to: "o1", text: "One", start: "2020-07-01" }] }),
      );
    const found = compared(by("a"), by("b"));
    expect(found.changes).toMatchObject([
      {
        id: "commitment:one",
        kind: "handed over",
        gifts: [
          { party: "a", kind: "took back" },
          { party: "b", kind: "gave" },
        ],
      },
    ]);
  });

  it("know a clause by what it says where it was only renamed or moved, and what refers to it too", () => {
    const steps = (first: string, turned: boolean) => {
      const list = [
        { id: first, by: "b", issue: "x", to: "o1", text: "One", start: "2020-07-01" },
        { id: "more", by: "b", text: "More", start: "2020-07-01" },
        { id: "two", by: "a", issue: "y", to: "o1", text: "Two", start: "2020-07-02", after: [first, "more"] },
      ];
      return buildCase(written({ commitments: turned ? list.reverse() : list }));
    };
    expect(compared(steps("one", false), steps("uno", false)).changes).toEqual([]);
    expect(compared(steps("one", false), steps("one", true)).changes).toEqual([]);
  });

  it("take no gift from a scale that only got longer", () => {
    const longer = buildCase({
      ...written({}),
      case: { ...(written({}).case as object), issues: [issue("x", 4), issue("y", 3)] },
      interests: [],
    });
    expect(compared(base, longer).gave).toEqual([]);
  });

  it.each([
    ["a later day", { start: "2020-07-01" }, { start: "2021-07-01" }, "took back"],
    ["a sooner day", { start: "2020-07-01" }, { start: "2020-06-30" }, "gave"],
    ["what is taken back if it fails", { start: "2020-07-01" }, { start: "2020-07-01", reversible: 0.5 }, "took back"],
  ])("see %s", (_, before, after, kind) => {
    const of = (more: object) =>
      buildCase(written({ commitments: [{ id: "one", by: "b", issue: "x", to: "o1", text: "One", ...more }] }));
    expect(compared(of(before), of(after)).changes[0]?.gifts).toEqual([{ party: "b", kind }]);
  });

  it.each([
    ["a higher limit", { atMost: 300 }, { atMost: 500 }, {}, "took back"],
    ["a lower limit", { atMost: 300 }, { atMost: 200 }, {}, "gave"],
    [
      "the first of two limits raised",
      {
        limits: [
          { from: "2020-07-01", atMost: 3 },
          { from: "2021-01-01", atMost: 2 },
        ],
      },
      {
        limits: [
          { from: "2020-07-01", atMost: 9 },
          { from: "2021-01-01", atMost: 2 },
        ],
      },
      {},
      "took back",
    ],
    ["a higher floor", { atLeast: 3 }, { atLeast: 5 }, {}, "gave"],
    ["a shorter time", { atMost: 300 }, { atMost: 300 }, { until: "2022-01-01" }, "took back"],
  ])("see %s of what must be kept", (_, before, after, more, kind) => {
    const of = (keep: object, extra: object) =>
      buildCase({
        agreement: {
          metrics: [{ id: "m" }],
          obligations: [
            { id: "o", by: "a", text: "Keep", from: "2020-07-01", ...extra, keep: { metric: "m", ...keep } },
          ],
        },
      });
    expect(compared(of(before, {}), of(after, more)).changes[0]?.gifts).toEqual([{ party: "a", kind }]);
  });

  it("see reports that come less often", () => {
    const of = (every: string) =>
      buildCase({
        agreement: {
          metrics: [{ id: "m" }],
          obligations: [{ id: "o", by: "a", text: "Tell", report: { metric: "m", first: "2020-09-01", every } }],
        },
      });
    expect(compared(of("1 month"), of("6 months")).changes[0]?.gifts).toEqual([{ party: "a", kind: "took back" }]);
  });

  it.each([
    ["b comes to a's reading", readings({ in: ["p"] }, { in: ["p"] }), "settled", [{ party: "b", kind: "gave" }]],
    ["a gives the part up", readings({ out: ["p"] }, { out: ["p"] }), "settled", [{ party: "a", kind: "gave" }]],
    ["a says nothing more", readings({}, { out: ["p"] }), "reworded", []],
  ])("tell who gave on a word: %s", (_, now, kind, gifts) => {
    const [change] = compared(base, buildCase(written({ readings: now }))).changes;
    expect(change).toMatchObject({ id: "term:word:p", kind, gifts });
  });

  it("tell who left what both had read alike", () => {
    const agreed = buildCase(written({ readings: readings({ in: ["p"] }, { in: ["p"] }) }));
    const found = compared(agreed, base).changes.find(({ id }) => id === "term:word:p");
    expect(found).toMatchObject({ kind: "opened", gifts: [{ party: "b", kind: "took back" }] });
  });

  it("name a blank that was filled, and a day that is only proposed otherwise", () => {
    const found = compared(base, buildCase(written({ framework: { entryIntoForce: "on signature" } })));
    expect(found.changes).toMatchObject([{ id: "framework:entryIntoForce", kind: "settled", where: "9.1" }]);
    const open = (takes: string) =>
      buildCase(
        written({
          commitments: [
            { id: "one", by: "b", issue: "x", to: "o1", text: "One", takes, start: "2020-07-01" },
            { id: "two", by: "a", issue: "y", to: "o1", text: "Two", after: ["one"] },
          ],
        }),
      );
    const moved = compared(open("1 month"), open("2 months")).changes;
    expect(moved.map(({ id, kind }) => [id, kind])).toEqual([
      ["commitment:two", "redated"],
      ["commitment:one", "reworded"],
    ]);
  });

  it("may be drafts alone: then their worth is not told", () => {
    const draft = framework(base, { models: 50 });
    if (!draft.ok) throw new Error("refused");
    const found = compared(draft.value, draft.value);
    expect(found).toMatchObject({ changes: [], value: null, exposure: [] });
    expect(compared(draft.value, base).value?.moves).toEqual([]);
  });

  it("say which options the later one does not know", () => {
    const old = buildCase({
      ...written({ commitments: [{ id: "one", by: "b", issue: "x", to: "o2", text: "One", start: "2020-07-01" }] }),
    });
    const small = buildCase({ case: { issues: [issue("x", 2)] } });
    expect(compared(old, small).remarks.join()).toContain("The later case has no x: o2 and y: o0");
  });
});

describe("the words of a change", () => {
  const part = (text: string): DraftPart[] => [{ id: "p", label: null, title: "P", blocks: [clause("c", text)] }];

  it("come to the text before without what is in, and to the text after without what is out", () => {
    const words = fc.array(fc.constantFrom("peace", "war", "2019-05-01", "[x]", "and", "  ", "\n"), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(" "), b.join(" ")];
        const [change] = changedClauses(part(before), part(after));
        if (before === after) {
          expect(change).toBeUndefined();
          return;
        }
        const without = (kind: "in" | "out") =>
          (change?.words ?? [])
            .filter((word) => word.kind !== kind)
            .map(({ text }) => text)
            .join("");
        expect(without("in")).toBe(before);
        expect(without("out")).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it("of texts that have nothing in common are the one replaced by the other", () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, k) => `${word}${k}`).join(" ");
    const [change] = changedClauses(part(long("a")), part(long("b")));
    expect(change?.words.map(({ kind }) => kind)).toEqual(["out", "in"]);
    expect(plainText([change?.before ?? ""])).toBe(long("a"));
  });
});

describe("two that have no issue in common", () => {
  const other = buildCase({
    case: { issues: [issue("z", 2)] },
    interests: [numbers("a", { z: 1 }, { z: [0, 1] }), numbers("b", { z: 1 }, { z: [1, 0] })],
  });

  it("are no versions of one negotiation, and are not compared", () => {
    const drafted = framework(other, { models: 50 });
    if (!drafted.ok) throw new Error(drafted.reasons.join());
    for (const [before, after] of [
      [other, buildCase(written({}))],
      [buildCase(written({})), other],
      [drafted.value, buildCase(written({}))],
    ] as const) {
      const found = rounds(before, after, { models: 50 });
      expect(found.ok ? [] : found.reasons).toEqual([
        "the two have no issue in common, so they do not belong to the same negotiation. Give two versions of one case.",
      ]);
    }
  });
});
