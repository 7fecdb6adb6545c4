import { describe, expect, it } from "vitest";
import { beforeFirst } from "./rounds-since.js";

describe("the day from which a draft is compared", () => {
  it("is the one before the first change, in whatever order they are listed", () => {
    expect(beforeFirst([{ at: "2020-03-05T10:00:00Z" }, { at: "2020-03-01T23:59:59Z" }])).toBe("2020-02-29");
  });

  it("is none where nothing was changed", () => {
    expect(beforeFirst([])).toBeNull();
  });
});
