import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type Change, untouched, withChanges, writtenAt } from "./edit.js";

const cases = join(import.meta.dirname, "../../../../cases");
const shipped = readdirSync(cases, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
  .map((entry) => join(entry.parentPath, entry.name));

const made = (text: string, ...changes: Change[]): string => {
  const outcome = withChanges(text, changes);
  if (!outcome.ok) throw new Error(outcome.reasons.join());
  return outcome.value;
};

const comments = (text: string) => (text.match(/#[^\n]*/g) ?? []).map((comment) => comment.trim()).sort();

/** Every place in a value that can be set: a path and what stands there. */
function placesIn(value: unknown, path: (string | number)[] = []): { path: (string | number)[]; value: unknown }[] {
  const inside =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, part]) =>
          placesIn(part, [...path, Array.isArray(value) ? Number(key) : key]),
        )
      : [];
  return path.length === 0 ? inside : [{ path, value }, ...inside];
}

describe("a change of a case file", () => {
  it("leaves the whole file as it was, to the byte, where it sets what stands there", () => {
    for (const file of shipped) {
      const text = readFileSync(file, "utf8");
      const top = Object.entries(parse(text) as object);
      for (const [key, value] of top.filter(([, part]) => typeof part !== "object"))
        expect(made(text, { path: [key], value }), `${file} ${key}`).toBe(text);
    }
  });

  it("says what was set and nothing else, and loses no comment, wherever it is made in the shipped cases", () => {
    const files = shipped.map((file) => readFileSync(file, "utf8"));
    fc.assert(
      fc.property(
        fc.nat(files.length - 1),
        fc.nat(),
        fc.oneof(fc.string(), fc.integer(), fc.constantFrom("# no comment", "a: b", "- x", "yes", "null", "1.0", "'")),
        (which, at, value) => {
          const text = files[which] ?? "";
          const places = placesIn(parse(text)).filter((place) => typeof place.value !== "object");
          const place = places[at % places.length];
          if (!place) return;
          const after = made(text, { path: place.path, value });
          const expected: unknown = parse(text);
          let parent = expected as Record<string | number, unknown>;
          for (const key of place.path.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
          parent[place.path.at(-1) ?? ""] = value;
          expect(parse(after)).toEqual(expected);
          if (!String(value).includes("#")) expect(comments(after)).toEqual(comments(text));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("touches only the lines of the field that it changes", () => {
    const text = readFileSync(join(cases, "hanoi-2019/interests/dprk.analyst.yaml"), "utf8");
    const after = made(text, { path: ["scores", "sanctions", "largestStep"], value: ["partial", "all-lifted"] });
    const [before, now] = [text.split("\n"), after.split("\n")];
    expect(now.length).toBe(before.length);
    expect(now.filter((line, place) => line !== before[place])).toEqual([
      "  sanctions: {prefer: more, largestStep: [partial, all-lifted]}",
    ]);
    expect(made(after, { path: ["scores", "sanctions", "largestStep"] })).toBe(text);
  });

  it("moves the items of a list with their comments, and back again to the byte", () => {
    const text = readFileSync(join(cases, "hanoi-2019/interests/dprk.analyst.yaml"), "utf8");
    const rank = writtenAt(text, ["swings", "rank"]) as string[];
    const moved = made(text, { path: ["swings", "rank"], value: [...rank.slice(1), rank[0]] });
    expect(moved).toMatch(/remains\n {4}- stockpile # since 1953 the dynasty's insurance\n/);
    expect(made(moved, { path: ["swings", "rank"], value: rank })).toBe(text);
  });

  it("takes an item out of a list, its lines and no other byte", () => {
    const hanoi = readFileSync(join(cases, "hanoi-2019", "record.yaml"), "utf8");
    const count = (parse(hanoi) as { statements: unknown[] }).statements.length;
    for (let at = 0; at < count; at += 7) {
      const after = made(hanoi, { path: ["statements", at] });
      let same = 0;
      while (hanoi[same] === after[same]) same++;
      expect(hanoi.endsWith(after.slice(same)), `statement ${at}`).toBe(true);
    }
    const text = "l:\n  # of a\n  - {a: [1,2]}\n  - b:  2\n  # of c\n  - c: 3\nm: 1\n";
    expect(made(text, { path: ["l", 2] }, { path: ["l", 1] })).toBe(
      text.replace("  - b:  2\n", "").replace("  - c: 3\n", ""),
    );
  });

  it("makes what is not there yet, and takes out what is no longer wanted", () => {
    const text = "# head\na: 1\n\n# of b\nb: {c: 2} # beside\n";
    const more = made(text, { path: ["list", 0], value: { prefer: { x: "o1" }, to: "no-deal" } });
    expect(more).toBe(
      `${text}list:\n  - { prefer: { x: o1 }, to: no-deal }\n`.replaceAll("{ ", "{").replaceAll(" }", "}"),
    );
    expect(parse(made(more, { path: ["list"] }))).toEqual(parse(text));
    expect(made(text, { path: ["a"], value: 3 })).toBe(text.replace("a: 1", "a: 3"));
    expect(parse(made("", { path: ["a", "b"], value: 1 }))).toEqual({ a: { b: 1 } });
  });

  it("changes nothing where what it takes out is not there, however much of the way to it is missing", () => {
    const text = "a: 1\nb:\n  c: 2\nl: [x]\n";
    const ways = [["z"], ["z", "y"], ["z", "y", "x"], ["b", "d"], ["b", "d", "e"], ["l", 3], ["l", 3, "x"]];
    for (const path of ways) expect(made(text, { path })).toBe(text);
    expect(made(text, { path: ["z", "y"] }, { path: ["z", "x"], value: 1 })).toBe(`${text}z:\n  x: 1\n`);
  });

  it("keeps the comments of what goes, the head of the file, and the line ends", () => {
    const list = "rank:\n  - price # what we pay\n  - delivery # when\n  - rest\n";
    const joined = made(list, { path: ["rank"], value: [["price", "delivery"], "rest"] });
    expect(parse(joined)).toEqual({ rank: [["price", "delivery"], "rest"] });
    expect(comments(joined)).toEqual(comments(list));
    const head = "# head\n\ntitle: X # why\nrest: 1\n";
    expect(comments(made(head, { path: ["title"] }))).toContain("# head");
    expect(comments(made(head, { path: ["title"], value: { a: 1 } }))).toEqual(comments(head));
    const crlf = "a: 1\r\nb: 2 # two\r\n";
    expect(made(crlf, { path: ["b"], value: 3 })).toBe("a: 1\r\nb: 3 # two\r\n");
  });

  it("changes no other field by an anchor, and doubles no key that is a number", () => {
    for (const text of ["title: &t X\nabout: *t\n", "base: &b {a: 1}\nm:\n  <<: *b\n"])
      expect(withChanges(text, [{ path: ["title"], value: "Y" }]).ok).toBe(false);
    expect(parse(made("s: {1: a, 2: b}\n", { path: ["s"], value: { 1: "q", 2: "b" } }))).toEqual({
      s: { 1: "q", 2: "b" },
    });
  });

  it("is done in no time for long lists", () => {
    const items = Array.from({ length: 20_000 }, (_, k) => `i${k}`);
    const text = `l: [${items.join(", ")}]\n`;
    const turned = items.map((item) => `${item}x`);
    expect(parse(made(text, { path: ["l"], value: turned }))).toEqual({ l: turned });
  });

  it("is refused where the text is no mapping, or the way leads through a value", () => {
    for (const [text, path] of [
      ["a: [1", ["a"]],
      ["- a\n", ["a"]],
      ["a: 1\n", ["a", "b"]],
      ["a: 1\n", []],
      ["a: [1, 2]\n", ["a", "b"]],
    ] as const)
      expect(withChanges(text, [{ path, value: 1 }]).ok).toBe(false);
  });

  it("may follow what another changed elsewhere, and not what another changed in the same place", () => {
    const changes: Change[] = [{ path: ["a"], value: 9 }];
    expect(untouched("a: 1\nb: 1\n", "a: 1\nb: 2\n", changes)).toBe(true);
    expect(untouched("a: 1\nb: 1\n", "a: 2\nb: 1\n", changes)).toBe(false);
    expect(untouched("a: 1\n", "b: 1\n", changes)).toBe(false);
  });
});
