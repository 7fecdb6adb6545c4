import type { CaseFiles, EditRequest } from "parley/contract";
import { describe, expect, it } from "vitest";
import { ApiFailure } from "./api.js";
import { baseOf, type EditService, saved } from "./saving.js";

const filesWith = (text: string, digest: string): CaseFiles => ({
  id: "talks",
  revision: digest,
  files: [{ path: "case.yaml", text, digest }],
  problems: [],
});

const EDIT: EditRequest = {
  what: "The title changed",
  files: [{ file: "case.yaml", base: "old", changes: [{ path: ["title"], value: "B" }] }],
};

function conflict(now: string | null): ApiFailure {
  const told = { reasons: ["Changed meanwhile."], file: "case.yaml", now };
  return new ApiFailure(409, told);
}

/** A server that refuses so often, and what was asked of it. */
function serverOf(refusals: readonly Error[], more: Partial<EditService> = {}) {
  const left = [...refusals];
  const seen = { bases: [] as (string | null)[], changed: 0 };
  const service: EditService = {
    edit: async ({ files: [one] }) => {
      seen.bases.push(one?.base ?? null);
      const refusal = left.shift();
      if (refusal) throw refusal;
    },
    untouched: async () => true,
    changed: async () => {
      seen.changed++;
    },
    fresh: async () => filesWith("title: C\n", `new ${seen.bases.length}`),
    ...more,
  };
  return { seen, service };
}

const files = filesWith("title: A\n", "old");

describe("an edit", () => {
  it("is sent once, and what is shown is asked anew", async () => {
    const { seen, service } = serverOf([]);
    expect(await saved(service, files, EDIT)).toEqual({ kind: "saved" });
    expect(seen).toEqual({ bases: ["old"], changed: 1 });
  });

  it("that is refused says why, and is not tried again", async () => {
    const { seen, service } = serverOf([new ApiFailure(422, { reasons: ["There is no such field."] })]);
    expect(await saved(service, files, EDIT)).toEqual({ kind: "failed", reasons: ["There is no such field."] });
    expect(seen.bases).toEqual(["old"]);
  });

  it("throws on what is no answer of the server's", async () => {
    const { service } = serverOf([new TypeError("a mistake")]);
    await expect(saved(service, files, EDIT)).rejects.toThrow("a mistake");
  });

  it("of other fields than were changed meanwhile is made in what stands there now", async () => {
    const { seen, service } = serverOf([conflict("title: C\n")]);
    expect(await saved(service, files, EDIT)).toEqual({ kind: "saved" });
    expect(seen.bases).toEqual(["old", "new 1"]);
  });

  it.each([
    ["of the same field", EDIT, "title: C\n", { untouched: async () => false }],
    ["of a file that is gone", EDIT, null, {}],
    ["of a whole text", { ...EDIT, files: [{ file: "case.yaml", base: "old", text: "title: B\n" }] }, "title: C\n", {}],
    ["of two files", { ...EDIT, files: [...EDIT.files, ...EDIT.files] }, "title: C\n", {}],
  ])("%s is not written over what another wrote", async (_, edit, now, more) => {
    const { seen, service } = serverOf([conflict(now)], more);
    expect(await saved(service, files, edit)).toEqual({ kind: "conflict", file: "case.yaml", now });
    expect(seen).toEqual({ bases: ["old"], changed: 1 });
  });

  it("gives up after four tries against a file that never stands still", async () => {
    const { seen, service } = serverOf(Array.from({ length: 9 }, (_, k) => conflict(`title: ${k}\n`)));
    expect(await saved(service, files, EDIT)).toEqual({ kind: "conflict", file: "case.yaml", now: "title: 3\n" });
    expect(seen.bases).toEqual(["old", "new 1", "new 2", "new 3"]);
  });

  it("of a new file is based on nothing", () => {
    expect(baseOf(files, "case.yaml")).toBe("old");
    expect(baseOf(files, "record.yaml")).toBeNull();
  });
});
