// What holds of every store, wherever it keeps its cases: in a folder that is served, in a folder that a person names, in
// memory. A store that is added is added to this list.
import { parseCase } from "@parley/core/internal";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memoryStore } from "../../test/memory-store.js";
import { expectDone, reasonsOf, type ServedCase, servedCase } from "../../test/served-case.js";
import type { CaseStore, Cases, StoreEvent } from "./case-store.js";
import { casesByPath } from "./folder-cases.js";
import { digestOf } from "./history.js";
import { maySee } from "./may-see.js";
import { readObservations } from "./observations.js";
import { scaffold } from "./scaffold.js";

const now = () => new Date("2026-01-15T10:00:00Z");
const OWN = "interests/seller.seller.yaml";

interface Kept<T extends Cases> {
  readonly cases: T;
  /** The case `talks`, as this store calls it. */
  readonly id: string;
  /** A name under which a case can be made. */
  readonly free: string;
  readonly close: () => Promise<void>;
}

const served = async (): Promise<Kept<CaseStore>> => {
  const folder: ServedCase = servedCase();
  const cases = await folder.open();
  const close = async () => {
    await cases.close();
    folder.remove();
  };
  return { cases, id: "talks", free: "fresh", close };
};
const inMemory = async (): Promise<Kept<CaseStore>> => {
  const cases = memoryStore({ talks: scaffold() }, "tester", now);
  return { cases, id: "talks", free: "fresh", close: () => cases.close() };
};
const byPath = async (): Promise<Kept<Cases>> => {
  const folder: ServedCase = servedCase();
  const close = async () => folder.remove();
  return { cases: casesByPath("tester"), id: folder.at("talks"), free: folder.at("fresh"), close };
};

let kept: Kept<Cases>;
let cases: Cases;
let id: string;
afterEach(() => kept.close());

const textOf = async (file: string): Promise<string> => {
  const text = await cases.text(id, file, null);
  if (typeof text !== "string") throw new Error(`${file}: ${JSON.stringify(text)}`);
  return text;
};
const edit = async (file: string, text: string | null, what = file) => {
  const before = await cases.text(id, file, null);
  return await cases.edit(id, {
    what,
    files: [{ file, base: typeof before === "string" ? digestOf(before) : null, text }],
  });
};
const retitled = async (title: string) => (await textOf("case.yaml")).replace(/^title: .*$/m, `title: ${title}`);
const observed = async (reader: string | null = null): Promise<string> => {
  const decoder = new TextDecoder();
  let text = "";
  for await (const part of (await cases.observations(id, reader))?.bytes ?? [])
    text += decoder.decode(part, { stream: true });
  return text;
};
/** All that a reader can ask of a case. */
const shown = async (reader: string | null) =>
  JSON.stringify([
    await cases.read(id, reader),
    await Promise.all(
      ["case.yaml", OWN, "interests/seller.seller.answers"].map((file) => cases.text(id, file, reader)),
    ),
    await observed(reader),
    await cases.document(id, "minutes", reader),
    await cases.documents(id, reader),
    await cases.history(id, reader),
    await cases.past(id, "2026-01-01", reader),
  ]);

describe.each([
  ["in a folder that is served", served],
  ["in a folder that a person names", byPath],
  ["in memory", inMemory],
])("a case %s", (_, open) => {
  beforeEach(async () => {
    kept = await open();
    ({ cases, id } = kept);
  });

  it("is read for a reader: every file of the case that the reader may see, and no other", async () => {
    const all = (await cases.read(id, null))?.files ?? [];
    expect(Object.fromEntries(all.map(({ path, text }) => [path, text]))).toEqual(
      Object.fromEntries(Object.entries(scaffold()).filter(([path]) => !path.startsWith(".parley"))),
    );
    expect(parseCase(all).ok).toBe(true);
    for (const reader of ["public", "buyer", "seller", "nobody"])
      expect((await cases.read(id, reader))?.files).toEqual(all.filter(({ path }) => maySee(path, reader)));
  });

  it("is as an edit says once it is acknowledged, and the history has who made it, when, and what was there", async () => {
    const [before, after] = [await textOf("case.yaml"), await retitled("Other")];
    const entry = expectDone(await edit("case.yaml", after, "another title"));
    expect(await textOf("case.yaml")).toBe(after);
    expect(entry).toMatchObject({ n: 1, who: "tester", what: "another title" });
    expect(entry.files[0]).toMatchObject({ before: digestOf(before), after: digestOf(after) });
    expect(await cases.history(id, null)).toEqual([entry]);
  });

  it("is not written over where something else stands there by now, which is handed back", async () => {
    const base = digestOf(await textOf("case.yaml"));
    const now = await retitled("Theirs");
    expectDone(await edit("case.yaml", now));
    const late = { what: "ours", files: [{ file: "case.yaml", base, text: "ours\n" }] };
    expect(await cases.edit(id, late)).toEqual({ kind: "conflict", file: "case.yaml", now });
    const absent = { what: "ours", files: [{ file: OWN, base: null, text: "ours\n" }] };
    expect(await cases.edit(id, absent)).toMatchObject({ kind: "conflict", file: OWN });
    expect(await textOf("case.yaml")).toBe(now);
    expect(await cases.history(id, null)).toHaveLength(1);
  });

  it("is changed by all files of an edit or by none, and by no file that is none of a case", async () => {
    const before = await shown(null);
    const title = { file: "case.yaml", base: digestOf(await textOf("case.yaml")), text: await retitled("Other") };
    const wrong = [
      { file: "record.yaml", base: null, text: "x: 1\n" },
      { file: "../x.yaml", base: null, text: "x: 1\n" },
      { file: ".parley/history.jsonl", base: null, text: "x\n" },
      { file: "documents/minutes.txt", base: null, text: "x" },
      { file: OWN, base: digestOf(await textOf(OWN)), changes: [{ path: ["swings", "rank"], value: ["prize"] }] },
    ];
    for (const file of wrong) {
      const outcome = await cases.edit(id, { what: "two", files: [title, file] });
      expect([file.file, outcome?.kind]).toEqual([file.file, file.file === "record.yaml" ? "conflict" : "refused"]);
    }
    expect(await shown(null)).toBe(before);
    expect(await cases.text(id, "../talks/case.yaml", null)).toBeNull();
  });

  it("goes back and forth through its states by undo and redo, each a new entry", async () => {
    const step = fc.oneof(fc.constantFrom("undo" as const, "redo" as const), fc.stringMatching(/^[A-Z][a-z]{1,5}$/));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        await kept.close();
        kept = await open();
        ({ cases, id } = kept);
        const states = [await textOf("case.yaml")];
        let [at, entries] = [0, 0];
        for (const one of steps) {
          const possible = one === "undo" ? at > 0 : one !== "redo" || at < states.length - 1;
          const text = one === "undo" || one === "redo" ? null : await retitled(one);
          const outcome =
            text === null ? await cases[one === "undo" ? "undo" : "redo"](id) : await edit("case.yaml", text);
          expect([one, outcome?.kind]).toEqual([one, possible ? "done" : "refused"]);
          if (text !== null) states.splice(at + 1, states.length, text);
          if (possible) at += one === "undo" ? -1 : 1;
          entries += possible ? 1 : 0;
          expect(await textOf("case.yaml")).toBe(states[at]);
        }
        expect((await cases.history(id, null))?.map(({ n }) => n)).toEqual(
          Array.from({ length: entries }, (_, k) => k + 1),
        );
      }),
      { numRuns: 12 },
    );
  });

  it("gives its observations as a stream, each time from the beginning and as they stand; none where there are none", async () => {
    const head = scaffold()["observations.csv"] ?? "";
    const rows = (count: number) => `${head}${"2026-03-05,2026-03-09,days,9,days,verified,,\n".repeat(count)}`;
    const before = await cases.observations(id, "public");
    expect(await observed()).toBe(head);
    expectDone(await edit("observations.csv", rows(2)));
    const after = await cases.observations(id, "public");
    expect(after?.stamp).not.toBe(before?.stamp);
    const parsed = parseCase((await cases.read(id, null))?.files ?? []);
    if (!parsed.ok || !after) throw new Error("no case");
    for (let time = 0; time < 2; time++) expect((await readObservations(after, parsed.value)).book.size()).toBe(2);
    expectDone(await edit("observations.csv", rows(3)));
    expect((await readObservations(after, parsed.value)).book.size()).toBe(3);
    expectDone(await edit("observations.csv", null));
    expect(await observed()).toBe("");
  });

  it("shows a reader nothing that depends on what only others may see: files, answers, documents, the history", async () => {
    const before = await Promise.all([shown("public"), shown("buyer")]);
    const forSeller = await shown("seller");
    expectDone(
      await edit(OWN, (await textOf(OWN)).replace("[price, exclusivity, delivery]", "[delivery, price, exclusivity]")),
    );
    expect(await shown("seller")).not.toBe(forSeller);
    expectDone(await edit("interests/buyer.seller.yaml", "broken: ["));
    expectDone(await edit("interests/seller.seller.answers", "- {ask: no-deal, answer: today}\n"));
    expectDone(await edit("verification/seller.yaml", "holder: seller\n"));
    expect(await cases.keepDocument(id, "minutes", "what was said")).toBe(true);
    expect(await Promise.all([shown("public"), shown("buyer")])).toEqual(before);
    expect(await cases.past(id, "2026-01-01", "seller")).toBe("its history is its owner's alone");
    expect(await cases.text(id, "interests/seller.seller.answers", "seller")).toBeNull();
  });

  it("keeps a document once, and never another under its name", async () => {
    expect(await cases.keepDocument(id, "minutes", "what was said")).toBe(true);
    expect(await cases.keepDocument(id, "minutes", "what was said")).toBe(true);
    expect(await cases.keepDocument(id, "minutes", "something else")).toBe(false);
    expect(await cases.document(id, "minutes", null)).toBe("what was said");
    expect(await cases.document(id, "missing", null)).toBeNull();
    expect(await cases.documents(id, null)).toEqual(["minutes"]);
  });

  it("is told as it stood at the end of a day, by what was changed since; or why it is not", async () => {
    const before = await cases.read(id, null);
    expectDone(await edit("case.yaml", await retitled("Once")));
    expectDone(await edit("case.yaml", await retitled("Twice")));
    expect(await cases.past(id, "2020-01-01", null)).toEqual(before);
    expect(await cases.past(id, "2999-01-01", null)).toBe("its history holds no change after that day");
  });

  it("is null in every respect where there is none; and can be made", async () => {
    const none = kept.free;
    const asked = async () => [
      await cases.read(none, null),
      await cases.text(none, "case.yaml", null),
      await cases.document(none, "minutes", null),
    ];
    expect(await asked()).toEqual([null, null, null]);
    expect(await cases.create(none, { ...scaffold(), "record.yaml": "statements: []\n" })).toBe(true);
    expect(await cases.text(none, "record.yaml", null)).toBe("statements: []\n");
  });
});

describe.each([
  ["in a folder that is served", served],
  ["in memory", inMemory],
])("a store of cases %s", (_, open) => {
  let store: CaseStore;
  beforeEach(async () => {
    const opened = await open();
    [kept, cases, id, store] = [opened, opened.cases, opened.id, opened.cases];
  });

  it("lists every case with its title and day, or how many errors keep it from being used", async () => {
    expect(await store.list()).toMatchObject([
      { id, title: "A purchase", asOf: "2026-01-15", problems: 0, about: null },
    ]);
    expectDone(await edit("case.yaml", await retitled("Other")));
    expect(await store.list()).toMatchObject([{ title: "Other" }]);
    expectDone(await edit("case.yaml", "parley: ["));
    expect(await store.list()).toMatchObject([{ id, title: id, asOf: null, problems: 1 }]);
    expect(await store.create("fresh")).toBe(true);
    expect((await store.list()).map((one) => one.id).sort()).toEqual(["fresh", id]);
    for (const taken of ["fresh", id, "../x", ""]) expect(await store.create(taken)).toBe(false);
  });

  it("knows nothing of a case that is not there, and writes nothing for it", async () => {
    const asked = [
      store.read("none", null),
      store.text("none", "case.yaml", null),
      store.observations("none", null),
      store.edit("none", { what: "x", files: [{ file: "case.yaml", base: null, text: "x" }] }),
      store.undo("none"),
      store.redo("none"),
      store.document("none", "minutes", null),
      store.documents("none", null),
      store.keepDocument("none", "minutes", "x"),
      store.history("none", null),
      store.past("none", "2020-01-01", null),
    ];
    expect(await Promise.all(asked)).toEqual(asked.map(() => null));
    expect((await store.list()).map((one) => one.id)).toEqual([id]);
  });

  it("tells who listens of each of its own edits once, as long as they listen", async () => {
    const heard: StoreEvent[] = [];
    const stop = store.listen((event) => heard.push(event));
    expectDone(await edit("case.yaml", await retitled("Other")));
    expect(reasonsOf(await store.redo(id))).toMatch(/nothing to do again/);
    stop();
    expectDone(await store.undo(id));
    expect(heard.filter(({ outside }) => !outside)).toEqual([{ case: id, files: ["case.yaml"], outside: false }]);
  });
});
