// Tracked changes as word processors write them (ECMA-376, part 1, 17.13.5), each in a document of its own.
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readTracked } from "./read-tracked.js";
import { trackedParagraphs } from "./tracked-docx.js";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const docx = (body: string): Uint8Array =>
  zipSync({
    "word/document.xml": strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    ),
  });
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const ins = (inner: string): string => `<w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">${inner}</w:ins>`;
const del = (text: string): string =>
  `<w:del w:id="2" w:author="A"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const read = (body: string) => trackedParagraphs(docx(body));

describe("a document with tracked changes", () => {
  it("is read before them and with them", () => {
    const [one] = read(`<w:p>${run("within ")}${del("[ ]")}${ins(run("30"))}${run(" days")}</w:p>`);
    expect(one).toEqual({ marks: [], before: "within [ ] days", after: "within 30 days" });
    // Somebody took out what another had put in.
    const [two] = read(`<w:p>${run("a")}${ins(del("b"))}${ins(run("c"))}</w:p>`);
    expect(two).toMatchObject({ before: "a", after: "ac" });
    const [moved, to] = read(
      `<w:p><w:moveFrom w:id="3">${run("x")}</w:moveFrom></w:p><w:p><w:moveTo w:id="4">${run("x")}</w:moveTo></w:p>`,
    );
    expect([moved, to].map((p) => [p?.before, p?.after])).toEqual([
      ["x", ""],
      ["", "x"],
    ]);
  });

  it("keeps one paragraph one where its end was added or taken out", () => {
    const end = (mark: string) => `<w:pPr><w:rPr><w:${mark} w:id="9" w:author="A"/></w:rPr></w:pPr>`;
    expect(read(`<w:p>${end("ins")}${run("One.")}</w:p><w:p>${run("Two.")}</w:p>`)).toEqual([
      { marks: [], before: "One. Two.", after: "One." },
      { marks: [], before: "", after: "Two." },
    ]);
    expect(read(`<w:p>${end("del")}${run("One.")}</w:p><w:p>${run("Two.")}</w:p>`)).toEqual([
      { marks: [], before: "One.", after: "One. Two." },
      { marks: [], before: "Two.", after: "" },
    ]);
  });

  it("leaves a paragraph as it is where the one before it was taken out whole, or put in whole", () => {
    const end = (mark: string) => `<w:pPr><w:rPr><w:${mark} w:id="9" w:author="A"/></w:rPr></w:pPr>`;
    expect(read(`<w:p>${end("del")}${del("One.")}</w:p><w:p>${run("Two.")}</w:p>`)).toEqual([
      { marks: [], before: "One.", after: "" },
      { marks: [], before: "Two.", after: "Two." },
    ]);
    expect(read(`<w:p>${end("ins")}${ins(run("New."))}</w:p><w:p>${run("Two.")}</w:p>`)).toEqual([
      { marks: [], before: "", after: "New." },
      { marks: [], before: "Two.", after: "Two." },
    ]);
  });

  it("knows bookmarks, line breaks, tabs and paragraphs of tables, and no text of fields or drawings", () => {
    const marked = `<w:p><w:bookmarkStart w:id="0" w:name="parley_c1_0"/>${run("a")}<w:r><w:br/><w:tab/></w:r>${run("b")}<w:bookmarkEnd w:id="0"/></w:p>`;
    const table = `<w:tbl><w:tr><w:tc><w:p>${run("in a cell")}</w:p></w:tc></w:tr></w:tbl>`;
    const field = `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>${run("c")}</w:p>`;
    expect(read(marked + table + field)).toEqual([
      { marks: ["parley_c1_0"], before: "a\n\tb", after: "a\n\tb" },
      { marks: [], before: "in a cell", after: "in a cell" },
      { marks: [], before: "c", after: "c" },
    ]);
  });

  it("is refused in words where it is none, damaged, hostile, or too large", async () => {
    const said = async (bytes: Uint8Array) => {
      const outcome = await readTracked(bytes);
      return outcome.ok ? "read" : outcome.reasons.join();
    };
    expect(await said(docx(`<w:p>${run("fine")}</w:p>`))).toBe("read");
    expect(await said(new Uint8Array(0))).toContain("empty");
    expect(await said(strToU8("no archive"))).toContain("damaged ZIP archive");
    expect(await said(zipSync({ "other.xml": strToU8("<a/>") }))).toContain("no .docx");
    expect(await said(docx("<w:p>"))).toContain("damaged .docx");
    expect(await said(zipSync({ "word/document.xml": strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }))).toContain(
      "DOCTYPE",
    );
    expect(await said(docx("<w:a>".repeat(300) + "</w:a>".repeat(300)))).toContain("too deep");
    expect(await said(zipSync({ "word/document.xml": new Uint8Array(30 * 1024 ** 2) }))).toContain("unpacks to more");
    expect(await said(docx("<w:p/>".repeat(5001)))).toContain("more than 5000 paragraphs");
    expect(await said(docx(`<w:p>${run("x".repeat(2_000_001))}</w:p>`))).toContain("more than 2 million letters");
    expect(await said(new Uint8Array(6 * 1024 ** 2))).toContain("larger than 5 MB");
  });
});
