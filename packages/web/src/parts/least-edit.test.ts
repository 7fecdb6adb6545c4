import { describe, expect, it } from "vitest";
import { leastEdit } from "./least-edit.js";

const file = { file: "interests/a.a.yaml", answers: [] };

describe("an answer to the least that a file signs", () => {
  it("is one more comparison of the package with no deal, numbers as numbers", () => {
    const least = { options: { x: "o1", pay: "3" } };
    expect(leastEdit(file, least, false, "2020-01-02", "Ann would not")).toEqual({
      what: "Ann would not",
      file: "interests/a.a.yaml",
      changes: [{ path: ["answers", 0], value: { prefer: "no-deal", to: { x: "o1", pay: 3 }, date: "2020-01-02" } }],
    });
    expect(leastEdit(file, least, true, "", "Ann would").changes[0]?.value).toEqual({
      prefer: { x: "o1", pay: 3 },
      to: "no-deal",
    });
  });
});
