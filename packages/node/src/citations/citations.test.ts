import type { Source } from "@parley/core/internal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
// The thread runs what is built.
import { readCitations } from "../../dist/citations/index.js";
import { languageCode } from "../documents/index.js";
import { citationsIn } from "./citations-in.js";
import { citationForms } from "./write-citations.js";

const read = (text: string, name = "refs.txt") => citationsIn({ name, bytes: new TextEncoder().encode(text) });
const sourcesIn = (text: string) => {
  const found = read(text);
  if (!found.ok) throw new Error(found.reasons.join(" "));
  return found.value.sources;
};

const HANOI = {
  title: "The Hanoi talks",
  publisher: "The Gazette",
  date: "2019-02-28",
  url: "https://example.org/hanoi",
  author: "Jane van Doe; KCNA",
  language: "en",
};

describe("a file of citations", () => {
  it.each([
    [
      "RIS",
      "TY  - NEWS\r\nTI  - The Hanoi\r\n      talks\r\nAU  - van Doe, Jane\r\nAU  - KCNA\r\nT2  - The Gazette\r\nDA  - 2019/02/28/\r\nUR  - https://example.org/hanoi\r\nLA  - English\r\nER  - \r\n",
    ],
    [
      "BibTeX with the fields of BibLaTeX",
      "@article{hanoi, author={van Doe, Jane and {KCNA}}, title={The {Hanoi} talks}, journaltitle={The Gazette}, date={2019-02-28}, url={https://example.org/hanoi}, langid={english}}",
    ],
    [
      "BibTeX with a month",
      '@string{gaz = "The Gazette"}\n@article{hanoi, author="Jane van Doe and {KCNA}", title={The Hanoi talks}, journal=gaz, year=2019, month=feb, day=28, url={https://example.org/hanoi}, language={English}}',
    ],
    [
      "CSL-JSON",
      JSON.stringify([
        {
          type: "article-newspaper",
          title: "The <i>Hanoi</i> talks",
          author: [{ family: "Doe", given: "Jane", "non-dropping-particle": "van" }, { literal: "KCNA" }],
          "container-title": "The Gazette",
          issued: { "date-parts": [["2019", "2", 28]] },
          URL: "https://example.org/hanoi",
          language: "en",
        },
      ]),
    ],
  ])("in %s names its sources", (_, text) => {
    expect(sourcesIn(text)).toEqual([HANOI]);
  });

  it("gives a month or a year where no day is known, and no day that is none", () => {
    const dateOf = (written: string) => sourcesIn(`TY  - NEWS\nTI  - A\nPY  - ${written}\nER  - `)[0]?.date;
    expect(["2019", "2019/02", "2019/02/31", "2019///", "spring"].map(dateOf)).toEqual([
      "2019",
      "2019-02",
      "2019-02",
      "2019",
      null,
    ]);
  });

  it.each([
    ["DA  - Feb 28\nPY  - 2019", "2019"],
    ["DA  - 02/28/2019\nPY  - 2019", "2019-02-28"],
    ["DA  - 20190228", "2019-02-28"],
    ["Y1  - 28 February 2019", "2019-02-28"],
    ["DA  - 02/03/2019", "2019"],
  ])("gives as much of a day as its fields tell together: %s", (fields, date) => {
    expect(sourcesIn(`TY  - NEWS\nTI  - A\n${fields}\nER  - `)[0]?.date).toBe(date);
  });

  it.each([
    [[2019, 0, 5], "2019"],
    [["", 2, 5], null],
    [[-44, 3, 15], null],
    [[null], null],
    [["2019", "2", "28"], "2019-02-28"],
  ])("takes no day for a month: %j", (parts, date) => {
    expect(sourcesIn(JSON.stringify([{ title: "A", issued: { "date-parts": [parts] } }]))[0]?.date).toBe(date);
  });

  it("takes of an item what can be taken", () => {
    expect(
      sourcesIn('[{"title": ["Of\\ud800 Crossref\\uffff"], "URL": null, "author": "x", "publisher": ["B"]}]'),
    ).toEqual([{ title: "Of Crossref", publisher: "B", date: null, url: null }]);
  });

  it.each([
    ["en-US", "en-US"],
    ["pt_BR", "pt-BR"],
    ["zh-Hans-CN", "zh-Hans"],
    ["Korean", "ko"],
    ["Klingonese", null],
  ])("says the language as a case has it: %s", (written, code) => {
    expect(languageCode(written)).toBe(code);
  });

  it("takes a DOI for an address, and nothing else that a browser would run", () => {
    expect(sourcesIn('{"title": "A", "DOI": "10.1000/182"}')[0]?.url).toBe("https://doi.org/10.1000/182");
    expect(sourcesIn('{"title": "A", "URL": "javascript:alert(1)"}')[0]?.url).toBeNull();
  });

  it.each([
    ["nothing of the kind", "Dear all, see https://example.org/refs.bib", "none of RIS, BibTeX and CSL-JSON"],
    ["broken BibTeX", "@article{x, title={a", "line 1 col 21"],
    ["broken JSON", '[{"title": "a"', "cannot be read"],
    ["a list of nothing", "[]", "names no source"],
    ["bytes of a program", "\u0000\u0001\u0002", "no text"],
  ])("that is %s is refused, and says why", (_, text, why) => {
    expect(read(text)).toMatchObject({ ok: false, reasons: [expect.stringContaining(why)] });
  });

  it("says what has no title", () => {
    expect(read('[{"title": "A"}, {"publisher": "B"}, 3]')).toMatchObject({
      ok: true,
      value: { sources: [{ title: "A" }], remarks: ["refs.txt: 2 without a title were left out."] },
    });
  });

  it("never fails, whatever it holds", () => {
    fc.assert(
      fc.property(fc.constantFrom("", "TY  - ", "@article{", "[", "{"), fc.string(), (begin, rest) => {
        expect(read(begin + rest)).toHaveProperty("ok");
      }),
    );
  });

  it("is read in a thread of its own", async () => {
    const bytes = new TextEncoder().encode("TY  - NEWS\nTI  - A\nER  - ");
    expect(await readCitations({ name: "a.ris", bytes })).toMatchObject({
      ok: true,
      value: { sources: [{ title: "A" }] },
    });
  });
});

describe("sources that are written", () => {
  const sources: readonly Source[] = [
    { id: "hanoi-2019", ...HANOI, author: "KCNA", grade: "B2", document: "hanoi" },
    { id: "s-1", title: "50 % & more_ {of it}", publisher: null, date: "2018-06", url: null, document: null },
    { id: "s-2", title: "Undated", publisher: "A & B", date: null, url: null, document: null },
  ];

  it.each(["json", "bib"] as const)(
    "as .%s are read again as they were, without what is no part of a citation",
    async (form) => {
      const text = await citationForms[form].write(sources);
      expect(text).not.toContain("B2");
      expect(sourcesIn(text)).toEqual(
        sources.map(({ title, publisher, date, url, author, language }) => ({
          title,
          publisher,
          date,
          url,
          ...(author && { author }),
          ...(language && { language }),
        })),
      );
      for (const { id } of sources) expect(text).toContain(id);
    },
  );

  it("as .bib keep the letters of every script, and no mark of theirs is a command", async () => {
    const letters = fc.stringMatching(/^[A-ZЖ한عΩİéß\\{}&%$#_~^<>"'@,= ]{1,12}$/u);
    const word = letters.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => text !== "");
    await fc.assert(
      fc.asyncProperty(word, word, word, async (title, publisher, author) => {
        const source = { id: "s", title, publisher, date: "2019", url: null, author, document: null };
        const text = await citationForms.bib.write([source]);
        expect(sourcesIn(text)).toEqual([{ title, publisher, date: "2019", url: null, author }]);
      }),
    );
  });
});
