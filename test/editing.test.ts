// Changing the things of a case: what is taken out of the shipped cases takes along what depends on it, or is refused.
import { join } from "node:path";
import {
  type CaseFile,
  entriesIn,
  type FieldSpec,
  fieldNamesIn,
  type Path,
  parseCase,
  type Removal,
  readYaml,
  removalOf,
  setUpChange,
  withChanges,
} from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { filesIn } from "./read-case.js";

/** The shipped cases that hold most kinds of things, and which of their things are tried: every one, every seventh … */
const CASES: readonly (readonly [string, number])[] = [
  ["hanoi-2019", 7],
  ["hospital-contract", 2],
  ["jcpoa-2015", 7],
  ["six-party-2007", 2],
  ["itex-cypress", 1],
];
const folder = (name: string) => join(import.meta.dirname, "../cases", name);

/** Paths of all items that have an id, in lists however deep. */
function itemsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  const within = Object.entries(value).flatMap(([key, part]) =>
    itemsOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return typeof path.at(-1) === "number" && "id" in value ? [path, ...within] : within;
}

function after(files: readonly CaseFile[], { files: changed }: Removal): CaseFile[] {
  return files.flatMap((file) => {
    const own = changed.find((one) => one.file === file.path);
    if (!own) return [file];
    if (own.text === null) return [];
    const made = withChanges(file.text, own.changes ?? []);
    if (!made.ok) throw new Error(made.reasons.join());
    return [{ path: file.path, text: made.value }];
  });
}

/** Every field of a form, with the name of the list or group that it is in. */
function fieldsIn(spec: FieldSpec, within = "document"): [string, string][] {
  if (spec.kind === "group")
    return spec.fields.flatMap(({ name, spec: inner }) => [
      [within, name] as [string, string],
      ...fieldsIn(inner, name),
    ]);
  if (spec.kind === "list" || spec.kind === "record") return fieldsIn(spec.of, within);
  return spec.kind === "either" || spec.kind === "tuple" ? spec.of.flatMap((one) => fieldsIn(one, within)) : [];
}

describe("every field that a case can hold", () => {
  const files = filesIn(folder("hanoi-2019"));
  const entries = entriesIn(files);
  if (!entries.ok) throw new Error(entries.reasons.join());

  it("has a name in words, and an editor", () => {
    const fieldNames = fieldNamesIn("en");
    const specs = [...entries.value.wholes, ...entries.value.lists].map(({ spec }) => spec);
    const unnamed = specs
      .flatMap((spec) => fieldsIn(spec))
      .filter(([within, name]) => !(`${within}.${name}` in fieldNames) && !(name in fieldNames));
    expect(unnamed).toEqual([]);
  });

  it("stands among the entries of the case or beside them", () => {
    for (const file of files) {
      const lists = entries.value.lists.filter((list) => list.file === file.path);
      const whole = entries.value.wholes.find((one) => one.file === file.path);
      const shown = new Set([
        ...lists.map(({ path }) => String(path[0])),
        ...(whole?.spec.kind === "group" ? whole.spec.fields.map(({ name }) => name) : []),
      ]);
      expect(Object.keys(readYaml(file.text).document.toJS() as object).filter((key) => !shown.has(key))).toEqual([]);
    }
  });

  it("saved as it is changes nothing", () => {
    for (const { file, path, entries: listed } of entries.value.lists)
      for (const [place, { value }] of listed.entries()) {
        if (place % 9 > 0) continue;
        const change = setUpChange(files, { do: "set", file, path: [...path, place], value });
        expect([file, path, place, change.ok && change.value.files]).toEqual([file, path, place, []]);
      }
    for (const { file, value } of entries.value.wholes) {
      const change = setUpChange(files, {
        do: "change",
        file,
        path: [],
        before: {},
        after: value as Record<string, unknown>,
      });
      expect([file, change.ok && change.value.files]).toEqual([file, []]);
    }
  });
});

describe("taking a thing out of a case", () => {
  it.each(CASES)("leaves %s in order, or says why it cannot be, for one in %i of its things", (name, step) => {
    const files = filesIn(folder(name));
    const refusals = new Set<string>();
    let taken = 0;
    for (const { path: file, text } of files)
      for (const [place, path] of itemsOf(readYaml(text).document.toJS()).entries()) {
        if (place % step > 0) continue;
        const removal = removalOf(files, { file, path });
        if (!removal.ok) for (const reason of removal.reasons) refusals.add(`${file} ${path.join(".")}: ${reason}`);
        else {
          const parsed = parseCase(after(files, removal.value));
          expect(parsed.problems.filter(({ severity }) => severity === "error")).toEqual([]);
          taken++;
        }
      }
    expect(taken).toBeGreaterThan(10);
    for (const refusal of refusals)
      expect(refusal).toMatch(/what holds today|ranked, but its scores|no party is negotiating/);
  });
});
