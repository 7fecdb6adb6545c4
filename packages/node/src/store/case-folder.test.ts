import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Case, parseCase, readRows } from "@parley/core/internal";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCaseFolder } from "./case-folder.js";
import type { Reader } from "./may-see.js";
import { caseObservations, readObservations } from "./observations.js";
import { scaffold } from "./scaffold.js";

const folder = mkdtempSync(join(tmpdir(), "parley-store-"));
const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};
beforeAll(() => {
  for (const [path, text] of Object.entries(scaffold())) write(path, text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readIn = async (place: string, reader: Reader) => {
  const read = await readCaseFolder(place, reader, null);
  if (!read) throw new Error(`${place} is no folder`);
  return read;
};
const pathsFor = async (reader: Reader) => (await readIn(folder, reader)).files.map(({ path }) => path);

/** Files that stand in `interests/` and that the buyer does not hold: any name, any bytes, or a folder. */
const privateFiles = fc.array(
  fc.record({
    name: fc.oneof(
      fc.constantFrom("seller.seller.yaml", "buyer.seller.yaml", "seller.seller.answers", "seller.buyer.yaml.bak"),
      fc
        .stringMatching(/^[A-Za-z0-9 _-]{1,12}\.[A-Za-z0-9 _-]{1,12}\.ya?ml$/)
        .filter((name) => !/\.buyer\./.test(name)),
    ),
    content: fc.oneof(
      fc.string(),
      fc.uint8Array({ maxLength: 300 }),
      fc.constant("party: seller\nholder: buyer\n"),
      fc.constant("holder: buyer\ndate: 2026-01-01\n"),
      fc.constant(new Uint8Array(2 ** 21)),
      fc.constant(null),
    ),
  }),
  { maxLength: 5 },
);

describe("what a reader is given of a case folder", () => {
  // Everything that is shared is computed from this alone, so this is where non-interference is decided.
  it("does not depend on any file that the reader may not see: not its bytes, not its faults, not whether it is there", async () => {
    const seen = async () => JSON.stringify([await readIn(folder, "public"), await readIn(folder, "buyer")]);
    const before = await seen();
    await fc.assert(
      fc.asyncProperty(privateFiles, async (files) => {
        rmSync(join(folder, "interests/seller.seller.yaml"), { force: true });
        for (const { name, content } of files) {
          for (const inside of ["interests", "verification"]) {
            // In verification/ the holder is all of the name.
            const path = inside === "interests" ? `interests/${name}` : `verification/${name.replace(/^[^.]*\./, "")}`;
            rmSync(join(folder, path), { recursive: true, force: true });
            if (content === null) mkdirSync(join(folder, path), { recursive: true });
            else write(path, content);
          }
        }
        expect(await seen()).toBe(before);
        rmSync(join(folder, "verification"), { recursive: true, force: true });
        for (const { name } of files) rmSync(join(folder, "interests", name), { recursive: true, force: true });
      }),
      { numRuns: 150 },
    );
  });

  it("is a plan of inspection for its holder alone", async () => {
    write("verification/buyer.yaml", "holder: buyer\n");
    write("verification/us.buyer.yaml", "holder: buyer\n");
    const plans = async (reader: Reader) => (await pathsFor(reader)).filter((path) => path.startsWith("verification"));
    expect(await plans("public")).toEqual([]);
    expect(await plans("seller")).toEqual([]);
    expect(await plans("buyer")).toEqual(["verification/buyer.yaml"]);
    rmSync(join(folder, "verification"), { recursive: true, force: true });
  });

  it("holds observations as long as they are few; longer ones are read as a stream, line by line", async () => {
    const names = () => pathsFor("public");
    const rowsIn = async (negotiation: Case) =>
      await readObservations(await caseObservations(folder, null, null), negotiation);
    expect(await names()).toContain("observations.csv");
    const head = "as_of,reported_at,metric,value,unit,qualifier,source,note\n";
    const lines = Array.from(
      { length: 40_000 },
      (_, k) => `2026-03-${`${1 + (k % 28)}`.padStart(2, "0")},,days,${k % 9},days,verified,s${k % 7},\n`,
    );
    write("observations.csv", `${head}${lines.join("")}nonsense\n`);
    expect(await names()).not.toContain("observations.csv");
    const { files, problems } = await readIn(folder, null);
    expect(problems).toEqual([]);
    const parsed = parseCase(files.filter(({ path }) => !path.startsWith("interests")));
    if (!parsed.ok) throw new Error("no case");
    const rows = await rowsIn(parsed.value);
    expect([rows.book.size(), rows.malformed, rows.problems[0]?.place.line]).toEqual([40_000, 1, 40_002]);
    expect(rows.digest).toBe(readRows(parsed.value, `${head}${lines.join("")}nonsense\n`).digest);
    write(
      "observations.csv",
      `${head}2026-03-01,,days,9,days,verified,,"never closed\n2026-03-02,,days,9,days,verified,,\n`,
    );
    // The row after it is read all the same.
    const spoilt = await rowsIn(parsed.value);
    expect([spoilt.problems.map(({ place }) => place.line), spoilt.book.size()]).toEqual([[2], 1]);
    write("observations.csv", scaffold()["observations.csv"] ?? "");
  });

  it("holds observations of any number of lines in one part", async () => {
    const parsed = parseCase((await readIn(folder, "public")).files);
    if (!parsed.ok) throw new Error("no case");
    async function* bytes() {
      yield new TextEncoder().encode(`as_of,metric,value\n${"\n".repeat(500_000)}x`);
    }
    const rows = await readObservations({ file: "rows.csv", stamp: "", bytes: bytes() }, parsed.value);
    expect(rows.problems.map(({ place }) => place.line)).toEqual([500_002]);
  });

  it("is every file for the owner, and the views that a party holds for that party", async () => {
    write("interests/seller.seller.yaml", "party: seller\n");
    write("interests/seller.buyer.yaml", "party: seller\n");
    const paths = async (reader: Reader) => (await pathsFor(reader)).filter((path) => path.startsWith("interests"));
    expect(await paths("public")).toEqual([]);
    expect(await paths("buyer")).toEqual(["interests/buyer.buyer.yaml", "interests/seller.buyer.yaml"]);
    expect(await paths("seller")).toEqual(["interests/seller.seller.yaml"]);
    expect((await paths(null)).length).toBe(3);
  });

  it("is, for a party, no more than for the public where a private folder is no folder; its owner is told", async () => {
    const apart = mkdtempSync(join(tmpdir(), "parley-store-"));
    writeFileSync(join(apart, "case.yaml"), scaffold()["case.yaml"] ?? "");
    for (const name of ["interests", "verification"]) writeFileSync(join(apart, name), "plain\n");
    expect(await readIn(apart, "buyer")).toEqual(await readIn(apart, "public"));
    expect((await readIn(apart, null)).problems.map(({ place }) => place.file)).toEqual(["interests", "verification"]);
    rmSync(apart, { recursive: true });
  });
});
