// The commands on the library of a case: its sources, and search over statements and documents.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parley } from "../../test/command-line.js";

const place = mkdtempSync(join(tmpdir(), "parley-library-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const folder = join(place, "talks");

describe("parley sources", () => {
  it("lists them with the statements that rest on each, takes citations in, and gives them out", async () => {
    expect((await parley(["new", folder])).code).toBe(0);
    const refs = join(place, "refs.bib");
    writeFileSync(
      refs,
      "@online{a, title={Harbour dues}, date={2026-01-03}, organization={Port}, url={https://a.org/1}}",
    );
    expect(await parley(["sources", folder, "--add", refs])).toMatchObject({ code: 0, out: "1 source added.\n" });
    expect((await parley(["sources", folder, "--add", refs])).out).toBe("0 sources added; 1 was there already.\n");
    const listed = JSON.parse((await parley(["sources", folder, "--json"])).out) as {
      id: string;
      statements: number;
    }[];
    expect(listed.at(-1)).toMatchObject({ id: "harbour-dues-2026-01-03", statements: 0 });
    expect(listed.reduce((sum, { statements }) => sum + statements, 0)).toBeGreaterThan(0);
    expect((await parley(["sources", folder])).out).toContain("[harbour-dues-2026-01-03]");
    expect((await parley(["sources", folder, "--to", "bib"])).out).toContain("@online{harbour-dues-2026-01-03,");
    expect(readFileSync(join(folder, "case.yaml"), "utf8")).toContain("title: Harbour dues");
  });

  it("says why it takes nothing", async () => {
    const words = join(place, "words.txt");
    writeFileSync(words, "Dear all");
    expect((await parley(["sources", folder, "--add", words])).err).toContain("none of RIS, BibTeX and CSL-JSON");
    expect((await parley(["sources", folder, "--add", join(place, "none.bib")])).code).toBe(2);
    expect((await parley(["sources", folder, "--add", words, "--to", "bib"])).err).toContain("not both");
  });
});

describe("parley search", () => {
  it("finds words in statements and documents, says how many there are, and what it did not understand", async () => {
    const paper = join(place, "paper.txt");
    writeFileSync(paper, "PORT, 3 January 2026 — The minister said that pilotage would stay free.");
    expect((await parley(["read", place, "--case", folder])).code).toBe(0);
    const found = await parley(["search", folder, "pilot*", "speaker:minister", "before:soon"]);
    expect(found.out).toContain("1 place found.");
    expect(found.out).toContain("waits for a person");
    expect(found.err).toContain("names no day");
    expect((await parley(["search", folder, "pilotage", "--most", "1"])).out).toContain(
      "2 places found, the first 1 shown",
    );
    expect(JSON.parse((await parley(["search", folder, "sanctions", "--json"])).out)).toEqual({
      hits: [],
      total: 0,
      remarks: [],
    });
  });
});
