import type { CaseFiles } from "parley/contract";
import { describe, expect, it } from "vitest";
import { after, type FieldEdit, requestFor, without } from "./unsaved-edits.js";

const edit = (what: string): FieldEdit => ({ what, file: "case.yaml", changes: [{ path: ["title"], value: what }] });
const failed = (reason: string) => ({ kind: "failed", reasons: [reason] }) as const;

describe("edits that are not written", () => {
  it("are kept in their order, each once, with the newest reason", () => {
    const two = after(after([], 1, edit("A"), failed("no")), 2, edit("B"), failed("no"));
    expect(after(two, 1, edit("A"), failed("still no"))).toEqual([
      { n: 2, edit: edit("B"), why: failed("no") },
      { n: 1, edit: edit("A"), why: failed("still no") },
    ]);
  });

  it("are gone when they are on the disk, and others stay", () => {
    const two = after(after([], 1, edit("A"), failed("no")), 2, edit("B"), failed("no"));
    expect(after(two, 1, edit("A"), { kind: "saved" }).map(({ n }) => n)).toEqual([2]);
    expect(without(two, 2).map(({ n }) => n)).toEqual([1]);
    expect(after([], 3, edit("C"), { kind: "saved" })).toEqual([]);
  });
});

describe("what writing an edit sends", () => {
  it("is its name, its fields, and the state of the file that it was made from", () => {
    const files: CaseFiles = {
      id: "talks",
      revision: "r",
      problems: [],
      files: [{ path: "case.yaml", text: "", digest: "d" }],
    };
    expect(requestFor(files, edit("A"))).toEqual({
      what: "A",
      files: [{ file: "case.yaml", base: "d", changes: [{ path: ["title"], value: "A" }] }],
    });
    expect(requestFor({ ...files, files: [] }, edit("A")).files[0]?.base).toBeNull();
  });
});
