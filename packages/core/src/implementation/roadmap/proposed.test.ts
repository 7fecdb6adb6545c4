import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { buildCase, filesOf, issue, type WrittenCase } from "../../../test/build-case.js";
import { parseCase } from "../../case/index.js";
import { proposedCommitments, reachedBy } from "./proposed.js";

const DAY = "2020-06-30";
const NUMBER = { id: "n", name: "N", today: 0, gives: ["a", "b"], numeric: { from: 0, to: 10, step: 5 } };

const written = (more: WrittenCase = {}): WrittenCase => ({
  ...more,
  case: {
    issues: [
      issue("x", 4, { gives: "a" }),
      issue("y", 4, { gives: "b", today: "o2" }),
      issue("z", 2),
      NUMBER,
      issue("kind", 3, { gives: "b", ordered: false }),
    ],
    ...more.case,
  },
});

const offer = {
  id: "f",
  name: "An offer",
  date: "2020-02-01",
  by: "a",
  package: { x: "o2", y: "o1", n: 5, kind: "o1" },
};
const record = { offers: [offer] };

const proposed = (of: WrittenCase) => proposedCommitments(buildCase(of), DAY);

describe("commitments that are proposed", () => {
  it("are one of who gives for every issue that the package changes, and bring it all", () => {
    const found = proposed(written({ record }));
    expect(found).toEqual({
      package: "An offer",
      commitments: [
        { id: "x", by: "a", issue: "x", to: "o2" },
        { id: "y", by: "b", issue: "y", to: "o1" },
        { id: "n", by: ["a", "b"], issue: "n", to: 5 },
        { id: "kind", by: "b", issue: "kind", to: "o1" },
      ],
      left: [],
    });
    const files = filesOf(written({ record, agreement: { commitments: found?.commitments } }));
    const after = parseCase(files);
    if (!after.ok) throw new Error("the proposal breaks the case");
    expect(after.value.issues.map((one) => reachedBy(after.value, one))).toEqual(after.value.offers[0]?.options);
    expect(proposedCommitments(after.value, DAY)).toEqual({ package: "An offer", commitments: [], left: [] });
    // What the command prints is read back as it is.
    expect(parse(stringify({ commitments: found?.commitments }))).toEqual({ commitments: found?.commitments });
  });

  it("go on from what is promised, never back, and take no name that another thing has", () => {
    const agreement = {
      commitments: [
        { id: "y", by: "a", issue: "x", to: "o1" },
        { id: "beyond", by: "b", issue: "y", to: "o0" },
        { id: "other", by: "b", issue: "kind", to: "o2" },
      ],
    };
    expect(proposed(written({ record, agreement }))?.commitments).toEqual([
      { id: "x", by: "a", issue: "x", to: "o2" },
      { id: "n", by: ["a", "b"], issue: "n", to: 5 },
    ]);
  });

  it("are for what is on the table rather than for an offer, and for no offer that leaves issues open or lies ahead", () => {
    const table = { onTheTable: { x: "o3" } };
    expect(proposed(written({ record, agreement: table }))).toMatchObject({
      package: "on the table",
      commitments: [{ issue: "x", to: "o3" }],
    });
    expect(proposed(written({ record: { offers: [{ ...offer, rest: "open" }] } }))).toBeNull();
    expect(proposed(written({ record: { offers: [{ ...offer, date: "2020-07-01" }] } }))).toBeNull();
  });

  it("are for no offer on the table that is made only later", () => {
    const later = { offers: [{ ...offer, date: "2020-07-01" }] };
    expect(proposed(written({ record: later, agreement: { onTheTable: "f" } }))).toBeNull();
    expect(proposed(written({ record, agreement: { onTheTable: "f" } }))?.package).toBe("An offer");
  });

  it("name what nothing can be proposed on, and why", () => {
    const agreement = {
      onTheTable: { x: "o3", z: "o1" },
      commitments: [{ id: "half", by: "a", issue: "x", to: "o2", share: 0.5 }],
    };
    expect(proposed(written({ agreement }))).toEqual({
      package: "on the table",
      commitments: [],
      left: [
        { issue: "x", why: "on-the-way-elsewhere" },
        { issue: "z", why: "nobody-gives" },
      ],
    });
  });
});
