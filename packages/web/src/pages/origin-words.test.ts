import { framework } from "@parley/core/drafting";
import { entriesIn, fieldNamesIn } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { filesOf, issue } from "../../../core/test/build-case.js";
import { caseFrom } from "../../test/after.js";
import { originSaid } from "./origin-words.js";

const files = filesOf({
  case: { issues: [issue("x", 2)] },
  agreement: {
    commitments: [{ id: "give", by: "a", text: "The keys are given", issue: "x", to: "o1", takes: "1 month" }],
  },
});
const fieldNames = fieldNamesIn("en");
const read = entriesIn(files);
if (!read.ok) throw new Error(read.reasons.join(" "));
const entries = read.value;
const origin = (file: string, ...path: (string | number)[]) => ({ file, path, label: path.join(" › ") });

describe("what a clause was made from", () => {
  it("is told by the entry's own name and the field's, and opens the entry", () => {
    expect(originSaid(origin("agreement.yaml", "commitments", 0, "due"), entries, fieldNames)).toEqual({
      text: "The keys are given – Due",
      opens: { kind: "entry", list: "commitments", id: "give" },
    });
    expect(originSaid(origin("agreement.yaml", "commitments"), entries, fieldNames)).toEqual({
      text: "Commitments",
      opens: null,
    });
    expect(originSaid(origin("agreement.yaml", "framework", "date"), entries, fieldNames).opens).toBeNull();
  });

  it("never shows a short name of the files, wherever in a draft", () => {
    const found = framework(caseFrom(files), {});
    if (!found.ok) throw new Error(found.reasons.join(" "));
    const origins = found.value.parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "clause" ? block.from : block.rows.flatMap(({ from }) => from))),
    );
    expect(origins.length).toBeGreaterThan(5);
    for (const one of origins) expect(originSaid(one, entries, fieldNames).text).not.toMatch(/›|\byaml\b|\bgive\b/);
  });
});
