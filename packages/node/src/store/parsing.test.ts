import { describe, expect, it } from "vitest";
// Threads run what is built.
import { parseFiles, scaffold } from "../../dist/store/index.js";
import { changedText } from "../../dist/store/parsing.js";
import { blocksRun } from "../../test/count-work.js";

const scaffolded = () => Object.entries(scaffold()).map(([path, text]) => ({ path, text }));
const NAMES = "parley: 1\\ntitle: x\\n";

/** How a text of a case may grow, as JavaScript: each makes one of about `size` parts. */
const SHAPES: Readonly<Record<string, string>> = {
  "keys of one mapping": `Array.from({ length: size }, (_, k) => "k" + k + ": 1\\n").join("")`,
  "keys of a mapping on one line": `"{" + Array.from({ length: size }, (_, k) => "k" + k + ": 1").join(",") + "}"`,
  "keys that stand twice": `"k: 1\\n".repeat(size)`,
  "merges (<<)": `"a: &a {x: 1}\\n" + "<<: *a\\n".repeat(size)`,
  "items of a list": `"a:\\n" + "- 1\\n".repeat(size)`,
  comments: `"${NAMES}" + "# one\\nk: # two\\n  # three\\n  1\\n".repeat(size)`,
  "comments between items": `"a:\\n" + "  # one\\n  - 1 # two\\n".repeat(size)`,
  "anchors and aliases": `Array.from({ length: size }, (_, k) => "k" + k + ": &a" + k + " 1\\nj" + k + ": *a" + k + "\\n").join("")`,
  "unknown fields": `"${NAMES}" + Array.from({ length: size }, (_, k) => "x" + k + ": 1\\n").join("")`,
  "items of the wrong form": `"${NAMES}sources:\\n" + "- {id: 1}\\n".repeat(size)`,
  "names that are not there": `"${NAMES}parties: [{id: a, name: A, role: negotiating}]\\nissues: [{id: i, name: I, today: x, options: [{id: x}, {id: y}]}]\\nterms:\\n- {id: t, name: T, components: [{id: c, text: C}], readings: [{party: a, in: [" + Array.from({ length: size }, (_, k) => "d" + k).join(",") + "]}]}\\n"`,
  "many documents": `"a: 1\\n---\\n".repeat(size)`,
  "many syntax errors": `"a: [}\\n".repeat(size)`,
};

const SIZES = [500, 1000, 2000];
/** Twice the text may be at most so much more work. */
const MOST = 2.3;

/** Each piece of work whose growth is out of proportion. */
const outOfProportion = (works: Readonly<Record<string, string>>): (string | number)[][] =>
  Object.entries(blocksRun(works, SIZES)).flatMap(([name, [small = 1, middle = 1, large = 1]]) => {
    const growth = Math.max(middle / small, large / middle);
    return growth <= MOST ? [] : [[name, growth]];
  });

const worksOf = (shapes: readonly string[], work: (text: string) => string): Record<string, string> =>
  Object.fromEntries(shapes.map((shape) => [shape, work(SHAPES[shape] ?? "")]));

describe("the work that a text makes is in proportion to it", () => {
  it("when it is read, whatever there is much of", () => {
    const works = worksOf(Object.keys(SHAPES), (text) => `core.parseCase([{ path: "case.yaml", text: ${text} }]);`);
    expect(outOfProportion(works)).toEqual([]);
  });

  it("when it is changed, also where a long list is given anew", () => {
    const shapes = ["keys of one mapping", "items of a list", "comments between items", "unknown fields"];
    const works = worksOf(shapes, (text) => `core.withChanges(${text}, [{ path: ["title"], value: "other" }]);`);
    const anew = `core.withChanges("a:\\n" + "  # c\\n  - {x: 1}\\n".repeat(size), [{ path: ["a"], value: Array(size + 1).fill({ x: 1 }) }]);`;
    expect(outOfProportion({ ...works, anew })).toEqual([]);
  });
});

describe("parts that lie deep in each other", () => {
  it("are refused and end no program, however deep", () => {
    const deep = {
      "lists on one line": `"a: " + "[".repeat(20_000)`,
      "lists that are closed": `"[".repeat(20_000) + "]".repeat(20_000)`,
      "mappings on one line": `"{a: ".repeat(20_000)`,
      "items of items": `"- ".repeat(20_000)`,
      "keys of keys": `"? ".repeat(20_000)`,
      "fields of fields": `"a: ".repeat(20_000)`,
      "indented fields": `Array.from({ length: 1200 }, (_, k) => " ".repeat(k) + "a:\\n").join("")`,
    };
    const works = Object.entries(deep).map(([name, text]) => [
      name,
      `const { problems } = core.parseCase([{ path: "case.yaml", text: ${text} }]);
       if (!/too deeply/.test(problems[0].message)) throw new Error(JSON.stringify(problems));`,
    ]);
    expect(Object.keys(blocksRun(Object.fromEntries(works), [1]))).toEqual(Object.keys(deep));
  });
});

describe("a long line", () => {
  it("is no hindrance to a change beside it: nothing looks back over it again and again", async () => {
    const text = `statements:\n  - {id: a, says: ${"x".repeat(900_000)}}\n`;
    const made = await changedText(text, [{ path: ["statements", 1], value: { id: "b", says: "short" } }]);
    expect(made).toEqual({ ok: true, value: `${text}  - {id: b, says: short}\n` });
  });
});

describe("the same files", () => {
  it("are read once, whoever asks; others are read anew", async () => {
    const files = scaffolded();
    const first = await parseFiles(files);
    expect(await parseFiles(files.map((file) => ({ ...file })))).toBe(first);
    const other = files.map((file) => ({ ...file, text: file.text.replace("A purchase", "Another") }));
    const second = await parseFiles(other);
    expect([first, second].map((one) => one.ok && one.value.title)).toEqual(["A purchase", "Another"]);
  });
});

describe("a text that is not small", () => {
  const long = `# ${"x".repeat(100)}\n`.repeat(1000);

  it("is read while everything else goes on, and comes to the same", async () => {
    const files = scaffolded().map((file) => (file.path === "case.yaml" ? { ...file, text: file.text + long } : file));
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const parsed = await parseFiles(files);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
    expect(parsed.ok && parsed.value.title).toBe("A purchase");
  });

  it("is changed while everything else goes on", async () => {
    const made = await changedText(`title: old\n${long}`, [{ path: ["title"], value: "new" }]);
    expect(made).toEqual({ ok: true, value: `title: new\n${long}` });
  });

  it("with more parts than any case has is refused before it is read, with its place", async () => {
    const parsed = await parseFiles([{ path: "case.yaml", text: "a: 1\n".repeat(200_000) }]);
    expect(parsed.problems).toMatchObject([
      {
        place: { file: "case.yaml", line: 60_001 },
        message: expect.stringMatching(/more parts than a case file may have/),
      },
    ]);
  });
});
