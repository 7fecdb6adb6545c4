import { describe, expect, it } from "vitest";
import { groupsOf } from "./cases-grouped.js";

const entry = (id: string) => ({ id, title: id, asOf: null, problems: 0 });

describe("cases in a list", () => {
  it("stand by their folder, those that stand alone first, each in the order in which it came", () => {
    const groups = groupsOf([entry("old:b"), entry("z"), entry("old:a"), entry("old:far:c"), entry("a")]);
    expect(groups.map(([name, entries]) => [name, entries.map(({ id }) => id)])).toEqual([
      ["", ["z", "a"]],
      ["old", ["old:b", "old:a"]],
      ["old / far", ["old:far:c"]],
    ]);
  });

  it("have no group without a case", () => {
    expect(groupsOf([])).toEqual([]);
    expect(groupsOf([entry("old:a")]).map(([name]) => name)).toEqual(["old"]);
  });
});
