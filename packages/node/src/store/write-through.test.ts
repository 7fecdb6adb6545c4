import { existsSync, linkSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { expectDone, reasonsOf, type ServedCase, servedCase } from "../../test/served-case.js";
import type { CaseStore } from "./case-store.js";
import { appendHistory, digestOf, entryAfter, fileChange, readHistory, undoable } from "./history.js";
import { finishFile, prepareFile } from "./place-file.js";
import { writeWhole } from "./write-file.js";
import { writeThrough } from "./write-through.js";

let served: ServedCase;
let store: CaseStore;
beforeEach(async () => {
  served = servedCase();
  store = await served.open();
});
afterEach(async () => {
  await store.close();
  served.remove();
});
const talks = () => served.at("talks");
const beside = () => readdirSync(talks()).filter((name) => name.startsWith(".parley-"));
const entryOf = (...files: Parameters<typeof fileChange>[]) =>
  entryAfter(0, {
    at: "2026-01-15T10:00:00Z",
    who: "tester",
    what: "two files",
    files: files.map((change) => fileChange(...change)),
  });

describe("an edit of several files", () => {
  it("that names one of them twice is refused before anything is written", async () => {
    const base = served.base("talks/case.yaml");
    const file = (text: string) => ({ file: "case.yaml", base, text });
    const outcome = await store.edit("talks", { what: "twice", files: [file("a: 1\n"), file("b: 1\n")] });
    expect(reasonsOf(outcome)).toMatch(/names case.yaml twice/);
    expect(served.base("talks/case.yaml")).toBe(base);
    expect(await store.history("talks", null)).toEqual([]);
  });

  it("is not made at all where another program is quicker at the second: the first goes back, and no undo knows of it", async () => {
    const [one, two] = [served.text("talks/case.yaml"), served.text("talks/record.yaml")];
    const entry = entryOf(
      ["case.yaml", one, `${one}# one\n`],
      ["observations.csv", null, "x\n"],
      ["record.yaml", two, `${two}# two\n`],
    );
    rmSync(served.at("talks/observations.csv"));
    // The other program writes after the last look before the history, and before the second file is moved.
    const outcome = await writeThrough(talks(), served.root, entry, [`${one}# one\n`, "x\n", `${two}# two\n`], {
      check: async () => served.put("talks/record.yaml", `${two}# theirs\n`),
    });
    expect(outcome).toEqual({ kind: "conflict", file: "record.yaml", now: `${two}# theirs\n` });
    expect(served.text("talks/case.yaml")).toBe(one);
    expect(existsSync(served.at("talks/observations.csv"))).toBe(false);
    expect(served.text("talks/record.yaml")).toBe(`${two}# theirs\n`);
    expect(beside()).toEqual([]);
    const history = await readHistory(talks());
    expect(history.map(({ n, undoes }) => [n, undoes])).toEqual([
      [1, undefined],
      [2, 1],
    ]);
    expect(undoable(history)).toEqual({ undo: null, redo: null });
    expect(reasonsOf(await store.undo("talks"))).toMatch(/nothing to undo/);
  });

  it("is not made at all where, besides, the history cannot say so", async () => {
    const [one, two] = [served.text("talks/case.yaml"), served.text("talks/record.yaml")];
    const entry = entryOf(["case.yaml", one, `${one}# one\n`], ["record.yaml", two, `${two}# two\n`]);
    const written = { ...entry, toJSON: () => entry };
    // Its words can be entered once; what says that it was not made asks for them again.
    Object.defineProperty(written, "what", {
      get: () => {
        throw new Error("no space left");
      },
    });
    const held = { check: async () => served.put("talks/record.yaml", `${two}# theirs\n`) };
    const texts = [`${one}# one\n`, `${two}# two\n`];
    await expect(writeThrough(talks(), served.root, written, texts, held)).rejects.toThrow("no space left");
    expect(served.text("talks/case.yaml")).toBe(one);
    expect(served.text("talks/record.yaml")).toBe(`${two}# theirs\n`);
    expect(beside()).toEqual([]);
  });

  it("is taken back by one undo and done again by one redo", async () => {
    const before = ["case.yaml", "record.yaml"].map((file) => served.text(`talks/${file}`));
    const files = ["case.yaml", "record.yaml"].map((file, at) => ({
      file,
      base: served.base(`talks/${file}`),
      text: `${before[at]}# more\n`,
    }));
    expectDone(await store.edit("talks", { what: "both", files }));
    expectDone(await store.undo("talks"));
    expect(["case.yaml", "record.yaml"].map((file) => served.text(`talks/${file}`))).toEqual(before);
    expectDone(await store.redo("talks"));
    expect(served.text("talks/record.yaml")).toBe(`${before[1]}# more\n`);
  });
});

describe("what another program writes at the last moment", () => {
  it("into the old file is found and put back", async () => {
    const before = served.text("talks/case.yaml");
    const change = fileChange("case.yaml", before, `${before}# ours\n`);
    const placing = await prepareFile(talks(), change, `${before}# ours\n`, "open");
    writeFileSync(served.at("talks/case.yaml"), `${before}# theirs\n`);
    expect(await placing.place()).toBe(false);
    await placing.drop();
    expect(served.text("talks/case.yaml")).toBe(`${before}# theirs\n`);
    expect(beside()).toEqual([]);
  });

  it("where no file was is not written over", async () => {
    const change = fileChange("interests/buyer.seller.yaml", null, "ours\n");
    const placing = await prepareFile(talks(), change, "ours\n", "confidential");
    served.put("talks/interests/buyer.seller.yaml", "theirs\n");
    expect(await placing.place()).toBe(false);
    await placing.back();
    await placing.drop();
    expect(served.text("talks/interests/buyer.seller.yaml")).toBe("theirs\n");
  });
});

describe("after a program was killed", () => {
  it("between the history and a deletion, the file is deleted, numbering goes on and undo works", async () => {
    const before = served.text("talks/record.yaml");
    await appendHistory(talks(), entryOf(["record.yaml", before, null]));
    linkSync(served.at("talks/record.yaml"), served.at("talks/.parley-00000000-0000-4000-8000-000000000000"));
    const again = await served.open();
    expect(existsSync(served.at("talks/record.yaml"))).toBe(false);
    expect(beside()).toEqual([]);
    expect(expectDone(await again.undo("talks")).n).toBe(2);
    expect(served.text("talks/record.yaml")).toBe(before);
    await again.close();
  });

  it("before a withdrawn edit was taken back, it is taken back", async () => {
    const before = served.text("talks/case.yaml");
    const entry = entryOf(["case.yaml", before, "title: other\n"], ["observations.csv", null, "new\n"]);
    await appendHistory(talks(), entry);
    await appendHistory(talks(), entryAfter(1, { ...entry, what: "Not made", files: [], undoes: 1 }));
    served.put("talks/.parley-00000000-0000-4000-8000-000000000000", before);
    served.put("talks/.parley-00000000-0000-4000-8000-000000000001", "new\n");
    served.put("talks/case.yaml", "title: other\n");
    served.put("talks/observations.csv", "new\n");
    await (await served.open()).close();
    expect(served.text("talks/case.yaml")).toBe(before);
    expect(existsSync(served.at("talks/observations.csv"))).toBe(false);
    expect(beside()).toEqual([]);
  });

  it("nothing is done to a file that holds neither what was before nor what came after", async () => {
    await finishFile(talks(), fileChange("case.yaml", "before", "after"));
    served.put("talks/.parley-00000000-0000-4000-8000-000000000000", "after");
    const now = served.text("talks/case.yaml");
    await finishFile(talks(), fileChange("case.yaml", "before", "after"));
    expect(served.text("talks/case.yaml")).toBe(now);
  });
});

describe("a file's own ways", () => {
  it("are kept: a byte-order mark, and that it is for its owner's eyes only", async () => {
    const plain = served.text("talks/case.yaml");
    served.put("talks/case.yaml", `\ufeff${plain}`);
    const change = { file: "case.yaml", base: digestOf(plain), changes: [{ path: ["title"], value: "Other" }] };
    expectDone(await store.edit("talks", { what: "title", files: [change] }));
    expect(served.text("talks/case.yaml")).toBe(`\ufeff${plain.replace("A purchase", "Other")}`);
    expectDone(await store.undo("talks"));
    expect(served.text("talks/case.yaml")).toBe(`\ufeff${plain}`);
    // What is written with a mark of its own has one.
    for (let times = 0; times < 2; times++) await writeWhole(served.at("talks/plan.csv"), "\ufeffday;what\n", "open");
    expect(served.text("talks/plan.csv")).toBe("\ufeffday;what\n");

    const file = "interests/buyer.buyer.yaml";
    served.setMode(`talks/${file}`, 0o644);
    const text = `${served.text(`talks/${file}`)}# more\n`;
    expectDone(
      await store.edit("talks", { what: "more", files: [{ file, base: served.base(`talks/${file}`), text }] }),
    );
    expect(served.mode(`talks/${file}`)).toBe("600");
  });

  it("do not let it hold half a character", async () => {
    const edit = { file: "case.yaml", base: served.base("talks/case.yaml"), text: "title: \ud800\n" };
    expect(reasonsOf(await store.edit("talks", { what: "x", files: [edit] }))).toMatch(/half a character/);
  });
});

describe("the history", () => {
  it("is read back whatever a person is called and however long the words are", async () => {
    const named = await served.open("n".repeat(250));
    for (const title of ["One", "Two"]) {
      const base = served.base("talks/case.yaml");
      const files = [{ file: "case.yaml", base, changes: [{ path: ["title"], value: title }] }];
      expectDone(await named.edit("talks", { what: "w".repeat(1000), files }));
    }
    expectDone(await named.undo("talks"));
    const history = (await named.history("talks", null)) ?? [];
    expect(history.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(history[0]?.who).toHaveLength(200);
    expect(history[2]?.what).toMatch(/^Undone: www/);
    await named.close();
  });

  it("goes on after an entry that is longer than what is read at once", async () => {
    const long = "\u0001".repeat(1_000_000);
    await appendHistory(talks(), { ...entryOf(["case.yaml", "x", long]), n: 41 });
    expect((await readHistory(talks())).map(({ n }) => n)).toEqual([41]);
    const base = served.base("talks/case.yaml");
    const files = [{ file: "case.yaml", base, changes: [{ path: ["title"], value: "Other" }] }];
    expect(expectDone(await store.edit("talks", { what: "title", files })).n).toBe(42);
  });

  it("that ends with what is no entry, however much of it is read, is a reason to write nothing", async () => {
    const base = served.base("talks/case.yaml");
    const history = served.at("talks/.parley/history.jsonl");
    mkdirSync(served.at("talks/.parley"), { recursive: true });
    writeFileSync(history, "");
    truncateSync(history, 5 * 1024 ** 3);
    const files = [{ file: "case.yaml", base, changes: [{ path: ["title"], value: "Other" }] }];
    expect(reasonsOf(await store.edit("talks", { what: "title", files }))).toMatch(
      /ends with 64 MiB that are no entry/,
    );
    expect(served.base("talks/case.yaml")).toBe(base);
  });

  it("of which the end alone is read does not tell of a day before that", async () => {
    const entry = { ...entryOf(["case.yaml", "x", "y"]), at: "2026-01-15T10:00:00Z" };
    await appendHistory(talks(), { ...entry, n: 7 });
    expect(await store.past("talks", "2026-01-10", null)).toMatch(
      /as much of its history as is read begins on 2026-01-15/,
    );
  });

  it("takes no taking back for an edit where the entry that was taken back is no longer read", () => {
    const edit = entryOf(["case.yaml", "a", "b"]);
    const undo = { ...edit, n: 9, what: "Undone: two files", undoes: 3 };
    expect(undoable([{ ...edit, n: 8 }, undo]).undo?.n).toBe(8);
    expect(undoable([undo])).toEqual({ undo: null, redo: null });
  });
});

describe("the list of cases", () => {
  it("is read anew where a file changed, and only there", async () => {
    served.put("other/case.yaml", served.text("talks/case.yaml"));
    const first = await store.list();
    const again = await store.list();
    // What was not read again is the very same.
    expect(again.map((entry, at) => entry === first[at])).toEqual([true, true]);
    served.put("talks/case.yaml", served.text("talks/case.yaml").replace("A purchase", "Another"));
    const later = await store.list();
    expect(later.map(({ title }) => title)).toEqual(["A purchase", "Another"]);
    expect(later.map((entry, at) => entry === first[at])).toEqual([true, false]);
  });
});
