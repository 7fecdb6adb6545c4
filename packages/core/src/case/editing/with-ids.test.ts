import { describe, expect, it } from "vitest";
import { fieldAt } from "./field-forms.js";
import { fieldsOf } from "./field-spec.js";
import { withIds } from "./with-ids.js";

const spec = (list: string) => {
  const found = fieldAt(fieldsOf("case"), [list, 0]);
  if (!found) throw new Error(list);
  return found;
};

describe("what is written without an id", () => {
  it("gets one of its name, and so does what stands within it; no two are the same", () => {
    expect(
      withIds(
        spec("terms"),
        { name: "Peace", components: [{ text: "No war" }, { text: "No war" }] },
        new Set(["peace"]),
      ),
    ).toEqual({
      id: "peace-2",
      name: "Peace",
      components: [
        { id: "no-war", text: "No war" },
        { id: "no-war-2", text: "No war" },
      ],
    });
  });

  it("keeps the one that it has", () => {
    const goal = { id: "mine", name: "Sleep" };
    expect(withIds(spec("goals"), goal, new Set(["mine"]))).toEqual(goal);
  });
});
