import { describe, expect, it } from "vitest";
import { inOtherNames, NAMES } from "./gallery-names.js";

describe("samples in other names", () => {
  it("are the same but for the names, and no two become one", () => {
    const sample = {
      parties: [
        { id: "a", name: "Ann" },
        { id: "b", name: "Bob" },
      ],
      figure: 3,
      note: "stays",
    };
    expect(inOtherNames(sample, "many")).toEqual(sample);
    expect(inOtherNames(sample, "long")).toEqual({
      parties: [
        { id: "a", name: `${NAMES.long} Ann` },
        { id: "b", name: `${NAMES.long} Bob` },
      ],
      figure: 3,
      note: "stays",
    });
  });
});
