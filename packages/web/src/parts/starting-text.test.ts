import { describe, expect, it } from "vitest";
import { startingText } from "./starting-text.js";

describe("a field that is opened", () => {
  it("has what is proposed, and a field for a day only what is a day", () => {
    expect(startingText("within a month", false)).toBe("within a month");
    expect(startingText("2020-02-01", true)).toBe("2020-02-01");
    expect(startingText("2020-02", true)).toBe("");
  });
});
