import { describe, expect, it } from "vitest";
import { groupsOf } from "./cases-grouped.js";

const entry = (id: string, more: Partial<Parameters<typeof groupsOf>[0][number]> = {}) => ({
  id,
  title: id,
  asOf: null,
  problems: 0,
  about: null,
  changed: null,
  worked: false,
  archived: false,
  due: null,
  ...more,
});
const ids = (cases: readonly { readonly id: string }[]) => cases.map(({ id }) => id);

describe("cases in a list", () => {
  it("that were worked on come first, the last one changed at the top", () => {
    const { worked, examples } = groupsOf([
      entry("a", { worked: true, changed: "2026-01-01T00:00:00Z" }),
      entry("z"),
      entry("old:b", { worked: true, changed: "2026-02-01T00:00:00Z" }),
    ]);
    expect(ids(worked)).toEqual(["old:b", "a"]);
    expect(ids(examples)).toEqual(["z"]);
  });

  it("in folders of their own stand by their folder, each in the order in which it came", () => {
    const { folders } = groupsOf([entry("old:b"), entry("z"), entry("old:a"), entry("old:far:c")]);
    expect(folders.map(([name, entries]) => [name, ids(entries)])).toEqual([
      ["old", ["old:b", "old:a"]],
      ["old / far", ["old:far:c"]],
    ]);
  });

  it("that are put away stand apart, whatever else is so of them", () => {
    const { worked, examples, archived, folders } = groupsOf([
      entry("archive:a", { archived: true }),
      entry("archive:b", { archived: true, worked: true, changed: "2026-01-01T00:00:00Z" }),
      entry("c"),
    ]);
    expect([ids(worked), ids(examples), ids(archived), folders]).toEqual([[], ["c"], ["archive:b", "archive:a"], []]);
  });

  it("are found by words of their title and of what they are about, all of them", () => {
    const cases = [entry("a", { title: "Pay talks", about: "Nurses and a hospital" }), entry("b", { title: "Pay" })];
    expect(ids(groupsOf(cases, "nurses PAY").examples)).toEqual(["a"]);
    expect(groupsOf(cases, "boat")).toEqual({ worked: [], examples: [], archived: [], folders: [] });
  });
});
