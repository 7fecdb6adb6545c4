import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CaseStore, EditOutcome, StoreEvent } from "./case-store.js";
import { casesByPath } from "./folder-cases.js";
import { openFolderStore } from "./folder-store.js";
import { applied, digestOf, fileChange, readHistory } from "./history.js";
import { scaffold } from "./scaffold.js";
import { writeBeside } from "./write-file.js";

let root: string;
let store: CaseStore;
const at = (path: string) => join(root, path);
const text = (path: string) => readFileSync(at(path), "utf8");
const base = (path: string) => digestOf(text(path));
const put = (path: string, content: string) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
};
const open = () => openFolderStore({ root, who: "tester", now: () => new Date("2026-01-15T10:00:00Z") });

const FILE = "interests/buyer.buyer.yaml";
const rank = (value: readonly string[], file = FILE) => ({
  what: "the order of its issues",
  files: [{ file, base: base(`talks/${file}`), changes: [{ path: ["swings", "rank"], value }] }],
});
const done = (outcome: EditOutcome | null) => {
  if (outcome?.kind !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.entry;
};

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "parley-store-"));
  for (const [path, content] of Object.entries(scaffold())) put(`talks/${path}`, content);
  store = await open();
});
afterEach(async () => {
  await store.close();
  rmSync(root, { recursive: true, force: true });
});

describe("an edit", () => {
  it("is on the disk when it is acknowledged, with who made it, when, and what stood there before and after", async () => {
    const before = text(`talks/${FILE}`);
    const entry = done(await store.edit("talks", rank(["delivery", "price", "exclusivity"])));
    expect(text(`talks/${FILE}`)).toBe(
      before.replace("[price, delivery, exclusivity]", "[delivery, price, exclusivity]"),
    );
    expect(entry).toMatchObject({
      n: 1,
      at: "2026-01-15T10:00:00.000Z",
      who: "tester",
      what: "the order of its issues",
    });
    expect(entry.files[0]).toMatchObject({ file: FILE, before: digestOf(before), after: base(`talks/${FILE}`) });
    expect(await readHistory(at("talks"))).toEqual([entry]);
  });

  it("is not made over what another program wrote meanwhile: what stands there is handed back", async () => {
    const edit = rank(["delivery", "price", "exclusivity"]);
    put(`talks/${FILE}`, `${text(`talks/${FILE}`)}# a hand was here\n`);
    const now = text(`talks/${FILE}`);
    expect(await store.edit("talks", edit)).toEqual({ kind: "conflict", file: FILE, now });
    rmSync(at(`talks/${FILE}`));
    expect(await store.edit("talks", edit)).toEqual({ kind: "conflict", file: FILE, now: null });
    expect(await store.history("talks", null)).toEqual([]);
  });

  it("of fields that would break a case in order is refused with the place; as text it may be broken for a while", async () => {
    const before = text(`talks/${FILE}`);
    const refused = await store.edit("talks", rank(["price", "delivry", "exclusivity"]));
    expect(refused?.kind === "refused" && refused.reasons.join()).toMatch(
      /buyer\.buyer\.yaml:\d+:\d+ .*delivry.*Did you mean "delivery"/,
    );
    expect(text(`talks/${FILE}`)).toBe(before);
    const broken = await store.edit("talks", {
      what: "as text",
      files: [{ file: FILE, base: base(`talks/${FILE}`), text: "party: [" }],
    });
    expect(done(broken).n).toBe(1);
    expect((await store.list())[0]).toMatchObject({ id: "talks", problems: 1 });
    done(await store.undo("talks"));
    expect(text(`talks/${FILE}`)).toBe(before);
  });

  it("writes only a case's own files, whatever the name says", async () => {
    const names = [
      "../x.yaml",
      "/etc/passwd",
      "expected/x.json",
      "case.yaml/../../x",
      "interests/../case.yaml",
      "interests/a.b.c.yaml",
      "interests/a.b\0.yaml",
      ".parley/history.jsonl",
      "interests\\a.b.yaml",
      "interests/.a.yaml",
      "CASE.yaml",
      "",
    ];
    for (const file of names) {
      const outcome = await store.edit("talks", { what: "x", files: [{ file, base: null, text: "x" }] });
      expect([file, outcome?.kind]).toEqual([file, "refused"]);
    }
    expect(await store.edit("no-such-case", rank([]))).toBeNull();
    expect(await store.edit("../talks", rank([]))).toBeNull();
    expect(readdirSync(root)).toEqual(["talks"]);
  });

  it("keeps who may read a file, and makes new interests for its owner's eyes only", async () => {
    chmodSync(at("talks/case.yaml"), 0o640);
    const change = { file: "case.yaml", base: base("talks/case.yaml"), changes: [{ path: ["title"], value: "Other" }] };
    done(await store.edit("talks", { what: "title", files: [change] }));
    done(
      await store.edit("talks", {
        what: "new",
        files: [{ file: "interests/buyer.seller.yaml", base: null, text: "# later\n" }],
      }),
    );
    const mode = (path: string) => (statSync(at(path)).mode & 0o777).toString(8);
    expect([
      mode("talks/case.yaml"),
      mode("talks/interests/buyer.seller.yaml"),
      mode("talks/.parley/history.jsonl"),
    ]).toEqual(["640", "600", "600"]);
  });

  it("that cannot be written says so and changes nothing, not even the history", async (context) => {
    // Root may write anywhere, so a disk that is full stands in: one of a few pages.
    const small = at("small");
    mkdirSync(small);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=128k", "tmpfs", small], { stdio: "ignore" });
    } catch {
      return context.skip("no disk can be made full here: mounting one needs root");
    }
    try {
      for (const [path, content] of Object.entries(scaffold()))
        if (!path.startsWith(".parley")) put(`small/talks/${path}`, content);
      const full = await openFolderStore({ root: small, who: "tester" });
      const before = text("small/talks/case.yaml");
      try {
        writeFileSync(join(small, "filler"), "x".repeat(1024 * 1024));
      } catch {
        // Full: that is what is wanted.
      }
      const edit = {
        what: "title",
        files: [{ file: "case.yaml", base: digestOf(before), text: `${before}${"# long\n".repeat(9000)}` }],
      };
      await expect(full.edit("talks", edit)).rejects.toThrow(/ENOSPC/);
      expect(text("small/talks/case.yaml")).toBe(before);
      expect(readdirSync(join(small, "talks")).filter((name) => name.startsWith(".parley-"))).toEqual([]);
      rmSync(join(small, "filler"));
      expect(await readHistory(join(small, "talks"))).toEqual([]);
      done(
        await full.edit("talks", {
          what: "title",
          files: [{ file: "case.yaml", base: digestOf(before), text: `${before}# short\n` }],
        }),
      );
      await full.close();
    } finally {
      execFileSync("umount", ["-l", small]);
    }
  });
});

describe("undo and redo", () => {
  it("lead through every state and back, each a new entry, and nothing is undone twice", async () => {
    const states = [text(`talks/${FILE}`)];
    for (const value of [
      ["delivery", "price", "exclusivity"],
      ["exclusivity", "delivery", "price"],
    ]) {
      done(await store.edit("talks", rank(value)));
      states.push(text(`talks/${FILE}`));
    }
    const walk = async (which: "undo" | "redo", state: number) => {
      done(await store[which]("talks"));
      expect(text(`talks/${FILE}`)).toBe(states[state]);
    };
    await walk("undo", 1);
    await walk("undo", 0);
    expect((await store.undo("talks"))?.kind).toBe("refused");
    await walk("redo", 1);
    await walk("redo", 2);
    expect((await store.redo("talks"))?.kind).toBe("refused");
    await walk("undo", 1);
    done(await store.edit("talks", rank(["price", "exclusivity", "delivery"])));
    expect((await store.redo("talks"))?.kind).toBe("refused");
    expect((await store.history("talks", null))?.map(({ n, undoes, redoes }) => [n, undoes, redoes])).toEqual([
      [1, undefined, undefined],
      [2, undefined, undefined],
      [3, 2, undefined],
      [4, 1, undefined],
      [5, undefined, 1],
      [6, undefined, 2],
      [7, 2, undefined],
      [8, undefined, undefined],
    ]);
  });

  it("are refused where another program changed the file since", async () => {
    done(await store.edit("talks", rank(["delivery", "price", "exclusivity"])));
    put(`talks/${FILE}`, `${text(`talks/${FILE}`)}# a hand was here\n`);
    const now = text(`talks/${FILE}`);
    const refused = await store.undo("talks");
    expect(refused?.kind === "refused" && refused.reasons.join()).toMatch(/changed by another program/);
    expect(text(`talks/${FILE}`)).toBe(now);
  });

  it("give back a file that was taken away, and take away one that was made", async () => {
    const before = text("talks/record.yaml");
    done(
      await store.edit("talks", {
        what: "away",
        files: [{ file: "record.yaml", base: base("talks/record.yaml"), text: null }],
      }),
    );
    expect(existsSync(at("talks/record.yaml"))).toBe(false);
    done(await store.undo("talks"));
    expect(text("talks/record.yaml")).toBe(before);
    done(await store.redo("talks"));
    expect(existsSync(at("talks/record.yaml"))).toBe(false);
  });
});

describe("the history", () => {
  it("holds any two texts: the change makes the one of the other, both ways, and refuses a third", () => {
    const texts = fc.option(fc.string({ unit: "binary", maxLength: 30 }));
    fc.assert(
      fc.property(texts, texts, texts, (before, after, other) => {
        const change = fileChange("case.yaml", before, after);
        expect(applied(change, before)).toBe(after);
        expect(applied(change, after, true)).toBe(before);
        if (other !== before) expect(applied(change, other)).toBeUndefined();
      }),
    );
  });

  it("goes on after a line that was cut off, and takes it for none", async () => {
    done(await store.edit("talks", rank(["delivery", "price", "exclusivity"])));
    writeFileSync(at("talks/.parley/history.jsonl"), '{"n":2,"at":"2026', { flag: "a" });
    done(await store.edit("talks", rank(["price", "exclusivity", "delivery"])));
    expect((await store.history("talks", null))?.map(({ n }) => n)).toEqual([1, 2]);
    done(await store.undo("talks"));
    expect(text(`talks/${FILE}`)).toMatch(/rank: \[delivery, price, exclusivity\]/);
  });
});

describe("what others leave in a folder", () => {
  it("makes no undo of theirs write anything but a case's own files", async () => {
    const line = (more: object) =>
      JSON.stringify({
        n: 1,
        at: "2026",
        who: "x",
        what: "x",
        files: [{ file: "../pwned", before: digestOf("x"), after: null, at: 0, took: "x", put: "" }],
        ...more,
      });
    for (const bad of [line({}), line({ files: [null] }), line({ files: "x" }), "[]", "null"]) {
      put("talks/.parley/history.jsonl", `${bad}\n`);
      expect((await store.undo("talks"))?.kind).toBe("refused");
      expect(await store.history("talks", null)).toHaveLength(bad === line({}) ? 1 : 0);
    }
    expect(readdirSync(root)).toEqual(["talks"]);
  });

  it("is no edit's death: a pipe in place of a file, a byte order mark, a lock of a program that was killed", async () => {
    rmSync(at("talks/agreement.yaml"));
    execFileSync("mkfifo", [at("talks/agreement.yaml")]);
    const piped = await store.edit("talks", {
      what: "x",
      files: [{ file: "agreement.yaml", base: null, text: "x: 1\n" }],
    });
    expect(piped?.kind).toBe("refused");
    rmSync(at("talks/agreement.yaml"));
    put("talks/case.yaml", `\ufeff${text("talks/case.yaml")}`);
    const read = await store.read("talks", null);
    const known = read?.files.find(({ path }) => path === "case.yaml")?.text ?? "";
    const change = { file: "case.yaml", base: digestOf(known), changes: [{ path: ["title"], value: "Other" }] };
    done(await store.edit("talks", { what: "title", files: [change] }));
    put("talks/.parley/lock", "999999999\n");
    done(await store.edit("talks", rank(["delivery", "price", "exclusivity"])));
  });

  it("is shared by two stores on one folder: of two edits on one base one is made, the other a conflict", async () => {
    const second = await open();
    for (let k = 0; k < 12; k++) {
      const edit = (name: string) => ({
        what: name,
        files: [
          { file: "case.yaml", base: base("talks/case.yaml"), changes: [{ path: ["title"], value: `${name} ${k}` }] },
        ],
      });
      const outcomes = await Promise.all([store.edit("talks", edit("one")), second.edit("talks", edit("two"))]);
      expect(outcomes.map((outcome) => outcome?.kind).sort()).toEqual(["conflict", "done"]);
    }
    expect((await store.history("talks", null))?.map(({ n }) => n)).toEqual(
      Array.from({ length: 12 }, (_, k) => k + 1),
    );
    await second.close();
  });
});

describe("after a program was killed", () => {
  it("what the history says and the file does not is done, where the text still lies beside; what is newer stays", async () => {
    const before = text("talks/case.yaml");
    const after = `${before}# more\n`;
    const entry = {
      n: 1,
      at: "2026-01-15T10:00:00Z",
      who: "tester",
      what: "more",
      files: [fileChange("case.yaml", before, after)],
    };
    mkdirSync(at("talks/.parley"), { recursive: true });
    writeFileSync(at("talks/.parley/history.jsonl"), `${JSON.stringify(entry)}\n`);
    // Without the text beside it, somebody took the edit back by other means: git, an editor.
    await (await open()).close();
    expect(text("talks/case.yaml")).toBe(before);
    await writeBeside(at("talks"), "case.yaml", after, "open");
    await (await open()).close();
    expect(text("talks/case.yaml")).toBe(after);
    expect(readdirSync(at("talks")).filter((name) => name.startsWith(".parley-"))).toEqual([]);
  });

  it("the same is done before a command writes to the folder, and by no command that only reads", async () => {
    const before = text("talks/case.yaml");
    const after = `${before}# more\n`;
    const entry = {
      n: 1,
      at: "2026-01-15T10:00:00Z",
      who: "tester",
      what: "more",
      files: [fileChange("case.yaml", before, after)],
    };
    mkdirSync(at("talks/.parley"), { recursive: true });
    writeFileSync(at("talks/.parley/history.jsonl"), `${JSON.stringify(entry)}\n`);
    await writeBeside(at("talks"), "case.yaml", after, "open");
    const cases = casesByPath("tester");
    await cases.read(at("talks"), null);
    expect(text("talks/case.yaml")).toBe(before);
    done(await cases.edit(at("talks"), rank(["delivery", "price", "exclusivity"])));
    expect(text("talks/case.yaml")).toBe(after);
    expect((await cases.history(at("talks"), null))?.map(({ n }) => n)).toEqual([1, 2]);
  });
});

describe("the served folder", () => {
  it("lists every case in it, by its path; and is one itself where it holds a case.yaml", async () => {
    put("group/one/case.yaml", text("talks/case.yaml"));
    put(".hidden/case.yaml", text("talks/case.yaml"));
    put("node_modules/x/case.yaml", text("talks/case.yaml"));
    put("group/deep/er/case.yaml", text("talks/case.yaml"));
    expect((await store.list()).map(({ id }) => id)).toEqual(["group:one", "talks"]);
    const alone = await openFolderStore({ root: at("talks"), who: "tester" });
    expect((await alone.list()).map(({ id }) => id)).toEqual(["talks"]);
    await alone.close();
  });

  it("is never left by a link, neither to read nor to write", async () => {
    const outside = mkdtempSync(join(tmpdir(), "parley-outside-"));
    writeFileSync(join(outside, "case.yaml"), "secret: 1\n");
    symlinkSync(outside, at("linked"));
    rmSync(at("talks/record.yaml"));
    symlinkSync(join(outside, "case.yaml"), at("talks/record.yaml"));
    expect((await store.list()).map(({ id }) => id)).toEqual(["talks"]);
    const read = await store.read("talks", null);
    expect(JSON.stringify(read)).not.toMatch(/secret/);
    expect(read?.problems.map(({ place, message }) => `${place.file} ${message}`).join()).toMatch(
      /record.yaml is a link out of the folder/,
    );
    const edit = { what: "x", files: [{ file: "record.yaml", base: digestOf("secret: 1\n"), text: "x" }] };
    const refused = await store.edit("talks", edit);
    expect(refused?.kind === "refused" && refused.reasons.join()).toMatch(/^record.yaml is a link/);
    expect(readFileSync(join(outside, "case.yaml"), "utf8")).toBe("secret: 1\n");
    const forThePublic = JSON.stringify(await store.read("talks", "public"));
    for (const name of ["interests", ".parley"]) {
      rmSync(at(`talks/${name}`), { recursive: true });
      symlinkSync(outside, at(`talks/${name}`));
      const file = "interests/buyer.seller.yaml";
      const written = await store.edit("talks", { what: "x", files: [{ file, base: null, text: "x: 1\n" }] });
      expect([name, written?.kind]).toEqual([name, "refused"]);
      expect((await store.read("talks", null))?.files.some(({ path }) => path.startsWith("interests"))).toBe(false);
      expect((await store.undo("talks"))?.kind).toBe("refused");
      expect(JSON.stringify(await store.read("talks", "public"))).toBe(forThePublic);
      rmSync(at(`talks/${name}`));
    }
    expect(await store.create("linked")).toBe(false);
    expect(readdirSync(outside)).toEqual(["case.yaml"]);
    rmSync(outside, { recursive: true });
  });

  it("takes a new case by a plain name that is free", async () => {
    expect(await store.create("fresh")).toBe(true);
    expect((await store.list()).map(({ id, problems }) => [id, problems])).toEqual([
      ["fresh", 0],
      ["talks", 0],
    ]);
    for (const id of ["talks", "../x", "a/b", "a:b", ".x", "", "x".repeat(65)])
      expect(await store.create(id)).toBe(false);
  });

  it("tells of every change: its own once, and what another program does at once", async () => {
    const heard: StoreEvent[] = [];
    const wanted = (test: (event: StoreEvent) => boolean) =>
      new Promise<void>((resolve) => {
        const stop = store.listen((event) => {
          if (!test(event)) return;
          stop();
          resolve();
        });
      });
    store.listen((event) => heard.push(event));
    const own = wanted(({ outside }) => !outside);
    done(await store.edit("talks", rank(["delivery", "price", "exclusivity"])));
    await own;
    const other = wanted(({ outside, files }) => outside && files.includes("record.yaml"));
    put("talks/record.yaml", `${text("talks/record.yaml")}# more\n`);
    await other;
    const removed = wanted(({ outside, files }) => outside && files.includes(FILE));
    rmSync(at(`talks/${FILE}`));
    await removed;
    expect(heard.filter(({ outside }) => !outside)).toEqual([{ case: "talks", files: [FILE], outside: false }]);
    expect(heard.filter(({ outside }) => outside).every((event) => event.case === "talks")).toBe(true);
  });
});
