import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CaseFile, entriesIn, type FieldSpec } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { hasEntries, isShownOn } from "./page-entries.js";
import { USUAL } from "./parts/entry-value.js";

/** A file of each kind, so that every list is among the entries, empty or not. */
const files: CaseFile[] = ["case.yaml", "record.yaml", "agreement.yaml", "interests", "verification"].flatMap(
  (name) => {
    const at = join(import.meta.dirname, "../../../cases/hanoi-2019", name);
    const inside = name.endsWith(".yaml") ? [""] : readdirSync(at).slice(0, 1);
    return inside.map((file) => ({
      path: file === "" ? name : `${name}/${file}`,
      text: readFileSync(join(at, file), "utf8"),
    }));
  },
);
const PAGES = ["overview", "set-up", "documents", "positions", "terms", "interests"];
const LATER = ["bargaining", "roadmap", "verification", "monitoring", "draft"];

/** What a list of a name holds that stands within an entry. */
const itemsOf = (spec: FieldSpec, name: string): FieldSpec[] =>
  spec.kind === "group"
    ? spec.fields.flatMap((field) => (field.name === name && field.spec.kind === "list" ? [field.spec.of] : []))
    : [];

describe("what a case can hold", () => {
  const entries = entriesIn(files);
  if (!entries.ok) throw new Error(entries.reasons.join(" "));
  const { lists, wholes } = entries.value;

  it.each(lists.map((list) => [`${list.kind} › ${list.path.join(" › ")}`, list] as const))(
    "is changed on a page that shows it: %s",
    (_, list) => {
      expect([...PAGES, ...LATER].some((page) => isShownOn(page, list))).toBe(true);
    },
  );

  it("has a page for what stands beside the lists, too, of every kind of file that has such fields", () => {
    for (const whole of wholes) {
      const fields = whole.spec.kind === "group" ? whole.spec.fields.length : 0;
      if (fields > 0)
        expect(
          [...PAGES, ...LATER].some((page) => isShownOn(page, whole)),
          whole.kind,
        ).toBe(true);
    }
  });

  it("is asked for by fields that there are", () => {
    for (const [name, usual] of Object.entries(USUAL)) {
      const specs = lists.flatMap(({ path, spec }) => (path.at(-1) === name ? [spec] : itemsOf(spec, name)));
      const fields = specs.flatMap((spec) => (spec.kind === "group" ? spec.fields.map((field) => field.name) : []));
      expect(fields, name).toEqual(expect.arrayContaining([...usual]));
    }
  });

  it("is not on pages that show none of it", () => {
    for (const list of lists) expect(isShownOn("history", list)).toBe(false);
    expect([hasEntries("history"), hasEntries("roadmap"), hasEntries("toString")]).toEqual([false, true, false]);
  });
});
