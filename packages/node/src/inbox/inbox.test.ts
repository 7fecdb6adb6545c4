// Many documents: what is listed of folders and archives, and that each is read once, whatever happens meanwhile.
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
// Workers run what is built.
import { type InboxAnswer, type Listed, readMany } from "../../dist/inbox/index.js";
import { decideInbox, inboxDigests, inboxDocument, keepInbox } from "../store/index.js";
import { askReader, readerInput } from "./ask-reader.js";
import { entryOf } from "./entry.js";
import { listFiles } from "./list-files.js";

const words = {
  missing: (path: string) => `missing ${path}`,
  notFollowed: (path: string) => `link ${path}`,
  tooMany: (most: number) => `most ${most}`,
  archive: (path: string) => `archive ${path}`,
  nested: (path: string) => `nested ${path}`,
  citations: (path: string) => `citations ${path}`,
  outside: (path: string) => `outside ${path}`,
  sameName: (path: string) => `same ${path}`,
  tooLarge: (path: string) => `large ${path}`,
  tooMuch: (path: string) => `much ${path}`,
};
const list = (...paths: string[]) => listFiles(paths, words, String);
const SAID = "The minister said that the harbour would be opened.";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "inbox-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("what is listed", () => {
  it("is every document of a folder and of its folders, and of an archive, once, and no link", async () => {
    await mkdir(join(folder, "in"));
    await writeFile(join(folder, "b.txt"), SAID);
    await writeFile(join(folder, "in", "a.md"), SAID);
    await writeFile(join(folder, ".hidden.txt"), SAID);
    await writeFile(join(folder, "picture.png"), SAID);
    await symlink(folder, join(folder, "in", "itself"));
    const inner = zipSync({ "x.txt": strToU8(SAID) });
    await writeFile(
      join(folder, "c.zip"),
      zipSync({ "d.txt": strToU8(SAID), "deep/e.txt": strToU8(SAID), "f.zip": inner }),
    );
    const { files, remarks } = await list(folder);
    const name = folder.split("/").at(-1) ?? "";
    expect(files.map((file) => file.name.slice(name.length + 1))).toEqual([
      "b.txt",
      "c.zip/d.txt",
      "c.zip/deep/e.txt",
      "in/a.md",
    ]);
    expect(remarks.map((remark) => remark.split(" ")[0])).toEqual(["nested", "link"]);
  });

  it("says what is not there, and what is no archive", async () => {
    await writeFile(join(folder, "broken.zip"), "no archive");
    const { files, remarks } = await list(join(folder, "broken.zip"), join(folder, "gone.txt"));
    expect(files).toEqual([]);
    expect(remarks.map((remark) => remark.split(" ")[0])).toEqual(["archive", "missing"]);
  });
});

describe("an archive", () => {
  const inside = async (files: Parameters<typeof zipSync>[0]) => {
    await writeFile(join(folder, "a.zip"), zipSync(files));
    const { files: listed, remarks, failed } = await list(join(folder, "a.zip"));
    return { names: listed.map(({ name }) => name), remarks, failed };
  };

  it("says each document that it is not read from, and loses no other by it", async () => {
    const large = new Uint8Array(21 * 1024 * 1024);
    const found = await inside({
      "large.txt": [large, { level: 1 }],
      "../out.txt": strToU8(SAID),
      "refs.ris": strToU8("TY  - NEWS"),
      "good.txt": strToU8(SAID),
    });
    expect(found).toEqual({
      names: ["a.zip/good.txt"],
      remarks: ["large a.zip/large.txt", "outside a.zip/../out.txt", "citations a.zip/refs.ris"],
      failed: 0,
    });
  });

  it("of which nothing can be read has failed", async () => {
    expect(await inside({ "refs.bib": strToU8("@book{a, title={A}}") })).toMatchObject({ names: [], failed: 1 });
  });
});

async function readAll(files: readonly Listed[], known: readonly string[] = [], signal = new AbortController().signal) {
  const told: (readonly [string, InboxAnswer])[] = [];
  await readMany(files, { date: null, known, signal, threads: 2 }, (file, answer) => {
    told.push([file.name, answer]);
  });
  return told.sort(([a], [b]) => (a < b ? -1 : 1));
}

describe("many documents", () => {
  it("are each read once: two of one name are two, and one under two names is one", async () => {
    await mkdir(join(folder, "in"));
    await writeFile(join(folder, "a.txt"), SAID);
    await writeFile(join(folder, "in", "a.txt"), "The union said that it would sign.");
    await writeFile(join(folder, "z.txt"), SAID);
    await writeFile(join(folder, "empty.txt"), "");
    const told = await readAll((await list(folder)).files);
    expect(told.map(([, { kind }]) => kind).sort()).toEqual(["known", "read", "read", "refused"]);
    const digests = told.flatMap(([, answer]) => (answer.kind === "read" ? [answer.digest] : []));
    const again = await readAll((await list(folder)).files, digests);
    expect(again.map(([, { kind }]) => kind).sort()).toEqual(["known", "known", "known", "refused"]);
  });

  it("stop when they are told to, and what was read by then stays read", async () => {
    for (let at = 0; at < 12; at++) await writeFile(join(folder, `${at}.txt`), `${SAID} It is day ${at}.`);
    const stop = new AbortController();
    const told: string[] = [];
    const { files } = await list(folder);
    const reading = readMany(files, { date: null, known: [], signal: stop.signal, threads: 1 }, (_, answer) => {
      if (answer.kind === "read") told.push(answer.digest);
      if (told.length === 3) stop.abort();
    });
    await expect(reading).rejects.toThrow();
    expect(told).toHaveLength(3);
    const rest = await readAll(files, told);
    expect(rest.filter(([, { kind }]) => kind === "read")).toHaveLength(9);
  });
});

describe("a reader of one's own", () => {
  const signal = new AbortController().signal;

  it("is handed the text and names alone, and its lines come back", async () => {
    const input = readerInput("One.", null);
    expect(input).toEqual({ text: "One.", parties: [], issues: [] });
    expect(await askReader("cat", input, signal)).toEqual([JSON.stringify(input), ""]);
  });

  it("that fails, or that is stopped, says so", async () => {
    const input = readerInput("One.", null);
    await expect(askReader("echo why >&2; exit 4", input, signal)).rejects.toThrow("it ended with exit code 4: why");
    const stop = new AbortController();
    const asked = askReader("sleep 60", input, stop.signal);
    stop.abort(new Error("stopped"));
    await expect(asked).rejects.toThrow("stopped");
  });
});

describe("what was read", () => {
  it("waits with its title, author and day, and where the day stands", async () => {
    await writeFile(join(folder, "a.txt"), `HANOI, 28 February 2019 — ${SAID}`);
    const [told] = await readAll((await list(join(folder, "a.txt"))).files);
    const answer = told?.[1];
    if (answer?.kind !== "read") throw new Error("it was not read");
    expect(entryOf({ name: "a.txt" }, answer)).toMatchObject({
      file: "a.txt",
      date: "2019-02-28",
      dayFrom: "dateline",
      decided: {},
    });
  });
});

describe("the inbox of a case", () => {
  const bytes = "a".repeat(64);
  const document = {
    bytes,
    file: "a.txt",
    title: null,
    author: null,
    publisher: null,
    date: null,
    dayFrom: null,
    text: SAID,
    reading: {
      method: "",
      about: { form: "prose", title: null, author: null, date: null },
      statements: [{ id: "s1" }, { id: "s2" }],
      remarks: [],
    },
    anew: 0,
    decided: {},
  } as unknown as Parameters<typeof keepInbox>[1];

  it("keeps documents with what was decided of their statements, for their owner alone", async () => {
    await keepInbox(folder, document);
    expect(await inboxDigests(folder, folder)).toEqual([bytes]);
    expect(
      await decideInbox(
        folder,
        bytes,
        { decided: { s1: "accepted", s2: "rejected", none: "accepted" }, anew: 0 },
        folder,
      ),
    ).toBe("kept");
    expect(await decideInbox(folder, bytes, { decided: { s2: null }, anew: 0 }, folder)).toBe("kept");
    expect((await inboxDocument(folder, bytes, folder))?.decided).toEqual({ s1: "accepted" });
    expect(await readdir(join(folder, "documents", "inbox"))).toEqual([`${bytes}.json`]);
  });

  it("keeps what was decided by the words, where a reading anew names them otherwise", async () => {
    const at = (id: string, start: number) => ({ id, segments: [], content: [{ start, end: start + 5 }] });
    const reading = (...statements: object[]) => ({ ...document.reading, statements }) as typeof document.reading;
    await keepInbox(folder, { ...document, reading: reading(at("s1", 0), at("s2", 10), at("s3", 20)) });
    await decideInbox(folder, bytes, { decided: { s1: "rejected", s3: "accepted" }, anew: 0 }, folder);
    const anew = { decided: {}, anew: 0, about: { author: "Ann" }, reading: reading(at("s1", 10), at("s2", 20)) };
    await decideInbox(folder, bytes, anew, folder);
    expect(await inboxDocument(folder, bytes, folder)).toMatchObject({ author: "Ann", decided: { s2: "accepted" } });
    expect((await inboxDocument(folder, bytes, folder))?.decided).toEqual({ s2: "accepted" });
    // Who still sees it as it was read before means other statements.
    expect(await decideInbox(folder, bytes, { decided: { s1: "accepted" }, anew: 0 }, folder)).toBe("stale");
    expect((await inboxDocument(folder, bytes, folder))?.decided).toEqual({ s2: "accepted" });
  });

  it("has nothing under a name that is no digest, and passes over a damaged file", async () => {
    expect(await inboxDocument(folder, "../case", folder)).toBeNull();
    await keepInbox(folder, document);
    await writeFile(join(folder, "documents", "inbox", `${bytes}.json`), '{"bytes":');
    expect(await inboxDocument(folder, bytes, folder)).toBeNull();
    expect(await decideInbox(folder, bytes, { decided: { s1: "accepted" }, anew: 0 }, folder)).toBe("absent");
  });
});
