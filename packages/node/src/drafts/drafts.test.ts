// Drafts opened again by readers that are not ours.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  bracketText,
  type Clause,
  type DraftPart,
  framework,
  isBracket,
  plainText,
  wordingIn,
} from "@parley/core/internal";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { parseHTML } from "linkedom";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { readCase } from "../../../../test/read-case.js";
import { readXml } from "../scenarios/index.js";
import { type Document, draftForms } from "./index.js";

const draftOf = (name: string): Document => {
  const found = framework(readCase(name), { models: 50 });
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value;
};

const words = wordingIn("en");
const hanoi = draftOf("hanoi-2019");

const clausesOf = ({ parts }: Pick<Document, "parts">): Clause[] =>
  parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "clause" ? [block] : [])));

/** A draft of one clause, for texts that nobody expects. */
function draftWith(text: string): Document {
  const one: Clause = {
    kind: "clause",
    id: "c",
    number: "1.1",
    level: 0,
    pieces: [text, { id: "b", asks: "x", fill: null, alternatives: [{ by: "a", name: text, text }] }],
    from: [{ file: "case.yaml", path: ["x"], label: text }],
    flags: [{ kind: "contested", text }],
    topic: null,
  };
  const part: DraftPart = {
    id: "p",
    label: "Article 1",
    title: text,
    blocks: [
      one,
      {
        kind: "table",
        id: "t",
        caption: text,
        head: [text, "B"],
        rows: [{ id: "r", cells: [[text], [text]], from: one.from, flags: one.flags }],
      },
    ],
  };
  return { ...hanoi, heading: text, title: text, sentence: text, remarks: [text], parts: [part] };
}

/** Texts that a case may hold: control characters but line breaks and tabs are refused when it is read. */
const nasty = fc.oneof(
  fc.constantFrom(
    "# heading",
    "](http://x) [a](javascript:alert(1))",
    "<script>alert(1)</script>",
    "| a | b |\n|---|---|",
    "**bold** `code` ~~gone~~ _low_",
    "a & b < c > d \"e\" 'f'",
    "]]> <!-- x -->",
    "1. one\n- two\n\n> three",
    "&#60;b&#62; {{x}} $y",
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }).map((text) => text.replaceAll(/[^\P{Cc}\n\r\t]/gu, "?")),
);

const wordXml = (bytes: Uint8Array): string => new TextDecoder().decode(unzipSync(bytes)["word/document.xml"]);

/** The least that Writer calls a document of its own. */
const PROBE = `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>x</text:p></office:text></office:body></office:document>`;

const flat = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

describe("a Word document", () => {
  it("holds every clause in order, as another reader reads it, under real headings", async () => {
    const bytes = Buffer.from(await draftForms.docx.write(hanoi, words));
    const text = flat((await mammoth.extractRawText({ buffer: bytes })).value);
    let from = 0;
    for (const { pieces } of clausesOf(hanoi).slice(0, 30)) {
      const at = text.indexOf(flat(plainText(pieces)), from);
      expect([plainText(pieces), at >= 0]).toEqual([plainText(pieces), true]);
      from = at;
    }
    const { document } = parseHTML((await mammoth.convertToHtml({ buffer: bytes })).value);
    const headings = [...document.querySelectorAll("h1")].map((one) => one.textContent);
    expect(headings).toEqual(
      expect.arrayContaining(["Definitions", "What North Korea undertakes", "Annex A. Roadmap"]),
    );
    expect(document.querySelectorAll("table").length).toBe(4);
  });

  it("keeps each side's wording as an insertion that it made, to be accepted or rejected in Word", async () => {
    const files = unzipSync(await draftForms.docx.write(hanoi, words));
    const xml = new TextDecoder().decode(files["word/document.xml"]);
    const inserted = [...xml.matchAll(/<w:ins [^>]*w:author="([^"]*)"[^>]*w:date="([^"]*)"[^>]*>(.*?)<\/w:ins>/g)].map(
      ([, author, date, inner]) => ({ author, date, text: (inner ?? "").replaceAll(/<[^>]+>/g, "") }),
    );
    const brackets = clausesOf(hanoi).flatMap(({ pieces }) => pieces.filter(isBracket));
    for (const bracket of brackets)
      for (const one of bracket.alternatives)
        expect(inserted).toContainEqual({
          author: one.name ?? "Proposed",
          date: "2019-02-24T00:00:00Z",
          text: bracketText({ ...bracket, alternatives: [one] }),
        });
  });

  it("is the same to the byte whenever it is written, and tells by its first bytes that it is ours", async () => {
    const [one, two] = [await draftForms.docx.write(hanoi, words), await draftForms.docx.write(hanoi, words)];
    expect(Buffer.compare(one, two)).toBe(0);
    expect(Buffer.from(one.subarray(0, 2000)).toString("utf8")).toContain(draftForms.docx.mark);
    const core = new TextDecoder().decode(unzipSync(one)["docProps/core.xml"]);
    expect(core.match(/\d{4}-\d{2}-\d{2}T/g)).toEqual(["2019-02-24T", "2019-02-24T"]);
  });

  it("is well-formed whatever the texts are, and says them", async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async (text) => {
        const bytes = await draftForms.docx.write(draftWith(text), words);
        for (const [path, content] of Object.entries(unzipSync(bytes)))
          if (path.endsWith(".xml")) expect(() => readXml(new TextDecoder().decode(content))).not.toThrow();
        // Its raw text leaves line breaks out; its HTML has them.
        const html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value.replaceAll("<br />", " ");
        const read = flat(parseHTML(`<main>${html}</main>`).document.querySelector("main")?.textContent ?? "");
        if (!/[\ud800-\udfff]/.test(text)) expect(read).toContain(flat(text));
      }),
      { numRuns: 40 },
    );
  });

  it("breaks lines between the texts of a run, never within one: Word would show a blank", async () => {
    const lines = ["one", "two", "three"];
    const xml = wordXml(await draftForms.docx.write(draftWith("one\ntwo\r\nthree"), words));
    const texts = [...xml.matchAll(/<w:t\b[^>]*>([^<]*)</g)].map(([, text = ""]) => text);
    expect(texts.filter((text) => /[\r\n]/.test(text))).toEqual([]);
    for (const line of lines) expect(texts.filter((text) => text.includes(line)).length).toBeGreaterThan(4);
    // Two breaks in each place that says it; brackets too.
    expect([...xml.matchAll(/<w:br\/>/g)].length % 2).toBe(0);
    expect(xml).toMatch(/<w:ins [^>]*><w:r><w:br\/>/);
  });

  it("keeps a heading with what it heads, the head of a table with a row, a clause with its flags, and no line alone", async () => {
    const files = unzipSync(await draftForms.docx.write(hanoi, words));
    const styles = new TextDecoder().decode(files["word/styles.xml"]);
    expect(styles).toMatch(/<w:pPrDefault><w:pPr><w:widowControl\/>/);
    for (const style of ["Title", "Heading1"])
      expect(styles).toMatch(new RegExp(`w:styleId="${style}">(?:(?!</w:style>).)*<w:keepNext/>`));
    const xml = new TextDecoder().decode(files["word/document.xml"]);
    for (const [head] of xml.matchAll(/<w:tr>(?:(?!<\/w:tr>).)*<w:tblHeader\/>.*?<\/w:tr>/g))
      expect([...head.matchAll(/<w:keepNext\/>/g)].length).toBe([...head.matchAll(/<w:tc>/g)].length);
    const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>/g)].map(([one]) => one);
    const beforeFlags = paragraphs.filter(
      (one, k) => one.includes('"Clause"') && (paragraphs[k + 1] ?? "").includes('"Flag"'),
    );
    expect(beforeFlags.length).toBeGreaterThan(20);
    for (const one of beforeFlags) expect(one).toContain("<w:keepNext/>");
  });

  it("opens in LibreOffice, whose numbers for the articles are those of the draft, and whose lines break where ours do", async (test) => {
    const place = mkdtempSync(join(tmpdir(), "parley-office-"));
    const textOf = (name: string, content: string | Uint8Array): string | null => {
      writeFileSync(join(place, name), content);
      const profile = `-env:UserInstallation=file://${place}/profile`;
      const made = join(place, name.replace(/[.][a-z]+$/, ".txt"));
      spawnSync("soffice", [profile, "--headless", "--convert-to", "txt:Text", "--outdir", place, join(place, name)]);
      return existsSync(made) ? readFileSync(made, "utf8").replaceAll(/[ \t\u00a0]+/g, " ") : null;
    };
    try {
      // LibreOffice may be there without its Writer: then it does not read its own documents either.
      if (textOf("probe.fodt", PROBE) === null) test.skip("LibreOffice Writer is not installed");
      const text = textOf("draft.docx", await draftForms.docx.write(hanoi, words)) ?? "";
      for (const { number, level, pieces } of clausesOf(hanoi)) {
        if (number === null || !/^\d+\.\d+/.test(number)) continue;
        const label = level === 1 ? number.replace(/^[\d.]+ /, "") : number;
        const begins = plainText(pieces).replaceAll(/\s+/g, " ").slice(0, 30).trim();
        expect(text).toContain(`${label} ${begins}`);
      }
      expect(textOf("lines.docx", await draftForms.docx.write(draftWith("first line\nsecond line"), words))).toMatch(
        /first line\r?\nsecond line/,
      );
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }, 180_000);
});

describe("Markdown and HTML", () => {
  it("hold every clause with its number, its flags and the fields that made it", () => {
    const markdown = draftForms.md.write(hanoi, words);
    const { document } = parseHTML(draftForms.html.write(hanoi, words));
    const page = flat(document.querySelector("main")?.textContent ?? "");
    const plain = flat(
      markdown
        .replaceAll(/\\([\\`*_{}[\]<>#|~])/g, "$1")
        .replaceAll("**", "")
        .replaceAll("&amp;", "&"),
    );
    for (const { pieces, flags, from } of clausesOf(hanoi)) {
      for (const text of [plainText(pieces), ...flags.map((flag) => flag.text)]) {
        expect(page).toContain(flat(text));
        expect(plain).toContain(flat(text));
      }
      for (const { file, label } of from) {
        expect(page).toContain(`${file}: ${label}`);
        expect(markdown).toContain(`\`${file}: ${label}\``);
      }
    }
    expect(markdown).toContain("CONFIDENTIAL");
    expect(
      draftForms.html.write({ ...hanoi, sharedWith: "public", marking: "shared with the public" }, words),
    ).not.toContain("CONFIDENTIAL");
  });

  it("take every text for text: no tag, no link, no heading, no script of its own", () => {
    const shape = (html: string) => [...parseHTML(html).document.querySelectorAll("*")].map(({ tagName }) => tagName);
    const plain = shape(draftForms.html.write(draftWith("x"), words));
    fc.assert(
      fc.property(nasty, (text) => {
        expect(shape(draftForms.html.write(draftWith(text), words))).toEqual(plain);
        const lines = draftForms.md.write(draftWith(text), words).split("\n");
        expect(lines.filter((line) => line.startsWith("# "))).toHaveLength(1);
        expect(lines.filter((line) => line.startsWith("## "))).toHaveLength(2);
        // Outside of code, no bracket, angle or bar stands that is not escaped.
        for (const line of lines.slice(1)) {
          const outside = line.replaceAll(/`[^`]*`/g, "").replaceAll("<br>", "");
          expect(outside.replaceAll(/\\./g, "")).not.toMatch(/[[\]<{]/);
        }
      }),
      { numRuns: 200 },
    );
  });
});
