import { framework } from "@parley/core/drafting";
import { describe, expect, it } from "vitest";
import { filesOf, issue } from "../../../core/test/build-case.js";
import { caseAfter, caseFrom } from "../../test/after.js";
import { briefOf, proposedDays } from "./draft-days.js";

const files = filesOf({
  case: { issues: [issue("x", 2), issue("y", 2)] },
  agreement: {
    commitments: [
      { id: "give", by: "a", issue: "x", to: "o1", takes: "1 month" },
      { id: "pay", by: "b", issue: "y", to: "o1", takes: "1 month", start: "2020-09-01" },
    ],
  },
});

function draftOf(negotiation: ReturnType<typeof caseFrom>) {
  const found = framework(negotiation, {});
  if (!found.ok) throw new Error(found.reasons.join(" "));
  return found.value;
}

describe("the days that a roadmap proposes", () => {
  it("are those of commitments without a day, and none is left when they are taken", () => {
    const changes = proposedDays(draftOf(caseFrom(files)).parts);
    expect(changes.map(({ path }) => path)).toEqual([["commitments", 0, "start"]]);
    const taken = caseAfter(files, { file: "agreement.yaml", changes });
    expect(taken.commitments.map(({ start }) => start)).toEqual([changes[0]?.value, "2020-09-01"]);
    expect(proposedDays(draftOf(taken).parts)).toEqual([]);
  });
});

describe("the brief that is shown", () => {
  it("is whose is asked for, else the reader's where it sits at the table, else the first", () => {
    const seated = [{ id: "a" }, { id: "b" }];
    expect(briefOf("c", "b", seated)).toBe("c");
    expect(briefOf(null, "b", seated)).toBe("b");
    expect(briefOf(null, "public", seated)).toBe("a");
    expect(briefOf(null, null, [])).toBe("");
  });
});
