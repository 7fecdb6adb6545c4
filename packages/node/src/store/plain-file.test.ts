import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { expectDone, reasonsOf, type ServedCase, servedCase } from "../../test/served-case.js";
import type { CaseStore } from "./case-store.js";
import { leaveOutOfGit } from "./private-paths.js";
import { writeWhole } from "./write-file.js";
import { writeFolder } from "./write-folder.js";

let served: ServedCase;
let store: CaseStore;
let outside: string;
const STARTUP = "# what a shell does first\n";
beforeEach(async () => {
  served = servedCase();
  store = await served.open();
  outside = mkdtempSync(join(tmpdir(), "parley-outside-"));
  writeFileSync(join(outside, "startup"), STARTUP);
});
afterEach(async () => {
  await store.close();
  served.remove();
  rmSync(outside, { recursive: true, force: true });
});

const title = (value: string) => ({
  what: value,
  files: [{ file: "case.yaml", base: served.base("talks/case.yaml"), changes: [{ path: ["title"], value }] }],
});
const linked = (path: string, to: string) => {
  rmSync(served.at(path), { recursive: true, force: true });
  mkdirSync(dirname(served.at(path)), { recursive: true });
  symlinkSync(to, served.at(path));
};
const untouched = () => {
  expect(readFileSync(join(outside, "startup"), "utf8")).toBe(STARTUP);
  expect(readdirSync(outside)).toEqual(["startup"]);
};

describe("a stranger's case folder", () => {
  it.each([".parley/history.jsonl", ".parley/lock", ".gitignore", ".parley"])(
    "writes nothing elsewhere where %s is a link, to what is there or to what would be made",
    async (name) => {
      for (const to of [join(outside, "startup"), join(outside, "made"), outside, served.at("talks/record.yaml")]) {
        linked(`talks/${name}`, to);
        const before = served.text("talks/case.yaml");
        expect(reasonsOf(await store.edit("talks", title("echo owned")))).toMatch(/is a link, or no plain file/);
        expect(reasonsOf(await store.undo("talks"))).toMatch(/is a link, or no plain file/);
        expect(await store.keepDocument("talks", "paper", "text")).toBe(false);
        await (await served.open()).close();
        expect(served.text("talks/case.yaml")).toBe(before);
        untouched();
      }
    },
  );

  it.each(["case.yaml", "interests/buyer.buyer.yaml", "interests", "documents", "verification"])(
    "writes nothing elsewhere where %s is a link, even to a place in the served folder",
    async (name) => {
      mkdirSync(served.at("other"));
      const kept = served.at(name.includes(".") ? "other/file.yaml" : "other");
      if (name.includes(".")) renameSync(served.at(`talks/${name}`), kept);
      const before = readdirSync(served.at("other"));
      linked(`talks/${name}`, kept);
      const file = name.includes(".") ? name : `${name}/buyer.seller.yaml`.replace("documents/", "interests/");
      const base = name.includes(".") ? served.base(`talks/${name}`) : null;
      if (name === "documents")
        expect(await store.keepDocument("talks", "paper", "text").catch(() => false)).toBe(false);
      else
        expect(
          reasonsOf(
            await store.edit("talks", {
              what: "x",
              files: [{ file: name === "verification" ? "verification/buyer.yaml" : file, base, text: "x: 1\n" }],
            }),
          ),
        ).toMatch(/is a link/);
      expect(readdirSync(served.at("other"))).toEqual(before);
    },
  );

  it("has no history that another file shares, as a second name for it would", async () => {
    mkdirSync(served.at("talks/.parley"), { recursive: true });
    rmSync(served.at("talks/.parley/history.jsonl"), { force: true });
    linkSync(join(outside, "startup"), served.at("talks/.parley/history.jsonl"));
    await expect(store.edit("talks", title("echo owned"))).rejects.toThrow(/no plain file/);
    untouched();
  });

  it("cannot make files go away elsewhere, by links to folders that hold what was left over", async () => {
    const left = join(outside, ".parley-00000000-0000-4000-8000-000000000000");
    writeFileSync(left, "x");
    linked("talks/interests", outside);
    await (await served.open()).close();
    expect(readdirSync(outside)).toContain(".parley-00000000-0000-4000-8000-000000000000");
    rmSync(left);
  });
});

describe("what a command writes", () => {
  it("goes through no link, and leaves nothing behind", async () => {
    const link = served.at("report.html");
    symlinkSync(join(outside, "startup"), link);
    await expect(writeWhole(link, "x", "open")).rejects.toThrow(/is a link/);
    await expect(writeWhole(served.at("talks/interests/a.a.yaml"), "x", "confidential")).resolves.toBeUndefined();
    linked("talks/interests", outside);
    await expect(writeWhole(served.at("talks/interests/a.a.yaml"), "x", "confidential")).rejects.toThrow(/is a link/);
    linked("talks/drafts", outside);
    await expect(writeWhole(served.at("talks/drafts/brief.docx"), "x", "open")).rejects.toThrow(/is a link/);
    linked("empty", outside);
    rmSync(join(outside, "startup"));
    await expect(writeFolder(served.at("empty"), { "case.yaml": "x" })).rejects.toThrow(/is a link/);
    expect(readdirSync(outside)).toEqual([]);
  });

  it("that is confidential is for its owner's eyes, also over a file that was not", async () => {
    served.put("brief.html", "old");
    served.setMode("brief.html", 0o644);
    await writeWhole(served.at("brief.html"), "new", "confidential");
    expect([served.text("brief.html"), served.mode("brief.html")]).toEqual(["new", "600"]);
    await writeWhole(served.at("brief.html"), "open", "open");
    expect(served.mode("brief.html")).toBe("600");
  });
});

describe("git is told to leave out what is private", () => {
  const PRIVATE = [
    "interests/",
    "verification/",
    "documents/",
    "drafts/",
    ".parley/history.jsonl",
    "/*.html",
    "/*.docx",
  ];

  it("in a case that is made, imported, or found in the served folder", async () => {
    await writeFolder(served.at("made"), { "case.yaml": "x" });
    await store.create("created");
    served.put("unpacked/case.yaml", served.text("talks/case.yaml"));
    await (await served.open()).close();
    for (const name of ["made", "created", "unpacked", "talks"])
      expect(served.text(`${name}/.gitignore`).split("\n")).toEqual(expect.arrayContaining(PRIVATE));
    await writeFolder(served.at("export"), { "buyer.csv": "x" });
    expect(readdirSync(served.at("export"))).toEqual(["buyer.csv"]);
  });

  it("in a case that came while it was served, with the first edit", async () => {
    served.put("late/case.yaml", served.text("talks/case.yaml"));
    const edit = {
      ...title("x"),
      files: [{ file: "case.yaml", base: served.base("late/case.yaml"), changes: [{ path: ["title"], value: "x" }] }],
    };
    expectDone(await store.edit("late", edit));
    expect(served.text("late/.gitignore")).toContain("interests/");
  });

  it("with every byte of its own as it was, in whatever encoding", async () => {
    served.put("talks/.gitignore", Buffer.from("\xef\xbb\xbfinterests/\nentw\xfcrfe/\n", "latin1"));
    await leaveOutOfGit(served.at("talks"));
    const bytes = readFileSync(served.at("talks/.gitignore"), "latin1");
    expect(bytes.startsWith("\xef\xbb\xbfinterests/\nentw\xfcrfe/\n\n# What")).toBe(true);
    expect(bytes.match(/^interests\/$/gm) ?? []).toEqual([]);
  });

  it("by lines that are added to its own, once; and never against its owner's word", async () => {
    served.put("talks/.gitignore", "notes/\n!interests/\n# documents/");
    await leaveOutOfGit(served.at("talks"));
    const once = served.text("talks/.gitignore");
    expect(once.startsWith("notes/\n!interests/\n# documents/\n")).toBe(true);
    expect(once.indexOf("\ninterests/\n")).toBeGreaterThan(once.indexOf("!interests/"));
    expect(once).not.toMatch(/^documents\/$/m);
    await leaveOutOfGit(served.at("talks"));
    expect(served.text("talks/.gitignore")).toBe(once);
  });
});
