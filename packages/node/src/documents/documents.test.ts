import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
// Workers run what is built.
import { type DocumentText, readDocument } from "../../dist/documents/index.js";
import { encryptedPdf, pdfOf, type Written } from "../../test/pdf-fixture.js";
import { withOwnHead } from "./own-head.js";
import { readBytes } from "./read-bytes.js";
import { LIMITS } from "./read-document.js";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** As it is read in a thread of its own, which is as it is read here. */
async function read(name: string, given: Uint8Array | string): Promise<DocumentText> {
  const bytes = typeof given === "string" ? bytesOf(given) : given;
  const outcome = await readDocument(name, bytes);
  if (!outcome.ok) throw new Error(outcome.reasons.join(" "));
  const here = await readBytes(name, new Uint8Array(bytes), LIMITS);
  expect("reason" in here ? here : withOwnHead(name, here)).toEqual(outcome.value);
  return outcome.value;
}

async function reasonFor(name: string, given: Uint8Array | string, limits = {}): Promise<string> {
  const outcome = await readDocument(name, typeof given === "string" ? bytesOf(given) : given, { limits });
  if (outcome.ok) throw new Error(`it was read: ${outcome.value.text.slice(0, 200)}`);
  expect(outcome.reasons).toHaveLength(1);
  expect(outcome.reasons[0]).toMatch(new RegExp(`^${name.replace(/\W/g, "\\$&")}: .+\\.$`));
  return outcome.reasons[0] ?? "";
}

describe("plain text", () => {
  it.each(["one\r\ntwo\r\n", "\uFEFFmarked", "no\u00a0break  two  spaces\n\n\n", "a <b>word</b> and x < y", "日本語"])(
    "is left as it is: %j",
    async (text) => {
      const found = await read("a.txt", text);
      expect(found).toEqual({ format: "text", text, remarks: [] });
    },
  );

  it("is decoded from UTF-16 with its mark", async () => {
    const text = "“Yes”\r\nä";
    const little = new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
    expect((await read("a.txt", little)).text).toBe(text);
    expect((await read("a.txt", new Uint8Array(Buffer.from(little).swap16()))).text).toBe(text);
  });

  it("is read as Windows-1252, with a remark, where it is no UTF-8", async () => {
    const found = await read("a.txt", Uint8Array.of(0x93, 0x48, 0xe9, 0x94, 0x20, 0x96, 0x80));
    expect(found.text).toBe("“Hé” –€");
    expect(found.remarks[0]).toContain("Windows-1252");
  });

  it("is refused where there is none", async () => {
    expect(await reasonFor("a.txt", "")).toContain("empty");
    expect(await reasonFor("a.txt", " \n\t\u00a0\uFEFF")).toContain("white space");
    expect(await reasonFor("a.bin", Uint8Array.of(65, 0, 1, 2, 255))).toContain("no text");
    expect(await reasonFor("a.txt", new Uint8Array(Buffer.from("unmarked text", "utf16le")))).toContain("UTF-16");
  });
});

describe("Markdown", () => {
  it("is read without its marks, with what its front matter says", async () => {
    const found = await read(
      "cable.md",
      "---\ntitle: A cable\ndate: 1975-03-07\nauthor: The embassy\n---\n\n# Ten points\n\n_Minister Okoro_ said **yes**.\n\n- one\n- [two](https://example.org)\n",
    );
    expect(found).toEqual({
      format: "markdown",
      text: "Ten points\n\nMinister Okoro said yes.\n\n• one\n\n• two",
      title: "A cable",
      byline: "The embassy",
      published: "1975-03-07",
      dayFrom: "metadata",
      remarks: [],
    });
  });

  it("is no plain text with a star or a bracket in it", async () => {
    const text = "A * star, a [note](s), and 2 * 3 * 4.\n";
    expect(await read("a.txt", text)).toMatchObject({ format: "text", text });
  });
});

describe("the day of a document", () => {
  it.each([
    ["2031-05-03 talks.txt", "LISBON, 12 April 2031 — The talks went on.", "2031-04-12", "dateline"],
    ["2031-05-03 talks.txt", "The talks went on.", "2031-05-03", "name"],
    ["talks_20310503.txt", "The talks went on.", "2031-05-03", "name"],
    ["talks-20319999.txt", "The talks went on.", undefined, undefined],
  ])("stands in its text, or else in its name: %s", async (name, text, published, dayFrom) => {
    const found = await read(name, text);
    expect([found.published, found.dayFrom]).toEqual([published, dayFrom]);
  });
});

describe("a record with numbered lines", () => {
  it("is read without the numbers, its lines joined, and says so", async () => {
    const said = [
      "Q. Did you see the list?",
      "A. I saw it on Monday, and I",
      "gave it to the minister.",
      "Q. When?",
      "A. At noon.",
    ];
    const lines = Array.from({ length: 4 }, () => said)
      .flat()
      .map((line, at) => `${String(at + 1).padStart(3)}   ${line}`);
    const found = await read("a.txt", lines.join("\n"));
    expect(found.text.split("\n").slice(0, 4)).toEqual([
      "Q. Did you see the list?",
      "A. I saw it on Monday, and I gave it to the minister.",
      "Q. When?",
      "A. At noon.",
    ]);
    expect(found.remarks).toEqual(["The numbers of its lines were left out."]);
  });

  it("is not a list of numbers", async () => {
    const text = "1 ship\n2 ships\n3 ships\n";
    expect((await read("a.txt", text)).text).toBe(text);
  });
});

describe("letters that nobody sees", () => {
  it("are left out of plain text, which is said", async () => {
    const found = await read("a.txt", "The min\u00adister co\u200boperates.");
    expect(found.text).toBe("The minister cooperates.");
    expect(found.remarks).toHaveLength(1);
  });
});

describe("HTML", () => {
  const page = (body: string, head = ""): string =>
    `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

  it("gives paragraphs, lists, quotations and line breaks as a person sees them", async () => {
    const { text } = await read(
      "a.html",
      page(
        "<h1>Head</h1><p>One\n  two&nbsp;&nbsp;three</p><ul><li>a<li>b</ul><blockquote>Quoted <b>bold</b>.</blockquote>up<br>down<br> <br>next<p>He said <q>yes</q>. Co&shy;operate.<script>no()</script><style>p{}</style><p hidden>unseen",
      ),
    );
    expect(text.split("\n\n")).toEqual([
      ...["Head", "One two\u00a0\u00a0three", "• a", "• b", "Quoted bold.", "up\ndown", "next"],
      "He said “yes”. Cooperate.",
    ]);
  });

  it("takes the article out of the page, with its title, writer and day", async () => {
    const sentence = "The delegations, after a long night, agreed on the text, and went home. ".repeat(5);
    const found = await read(
      "a.html",
      page(
        `<nav><a href="/">Home</a><a href="javascript:alert(1)">Run</a></nav><article><h1>Talks end</h1>${`<p>${sentence}</p>`.repeat(6)}<p>“Not one word,” she said.</p></article><footer>Imprint</footer>`,
        `<title>Talks end</title><meta name="author" content="Jane Doe"><meta property="article:published_time" content="2021-05-03T23:30:00-05:00">`,
      ),
    );
    expect(found).toMatchObject({ format: "html", title: "Talks end", byline: "Jane Doe", published: "2021-05-03" });
    expect(found.text).toContain("“Not one word,” she said.");
    expect(found.text).not.toMatch(/Imprint|javascript/);
  });

  it("keeps the numbers of points, and puts names in bold that speak on lines of their own", async () => {
    expect((await read("a.html", page("<ol><li>one</li><li>two</li></ol>"))).text).toBe("1. one\n\n2. two");
    const turns = ["Ada Okoro", "Jon Lindh", "Ada Okoro"].map((name) => `<p><strong>${name}</strong> We will see.</p>`);
    const spoken = "Ada Okoro\nWe will see.\n\nJon Lindh\nWe will see.\n\nAda Okoro\nWe will see.";
    expect((await read("a.html", page(turns.join("")))).text).toBe(spoken);
    expect((await read("a.html", page("<p><b>Not</b> a name.</p><p><b>Nor</b> this.</p>"))).text).toBe(
      "Not a name.\n\nNor this.",
    );
  });

  it("is decoded as it says", async () => {
    const source = Buffer.from(page("<p>\x93caf\xe9\x94", '<meta charset="iso-8859-1">'), "latin1");
    expect((await read("a.html", new Uint8Array(source))).text).toBe("“café”");
    expect((await read("a.html", "<html><meta charset=nonsense><p>caf\u00e9")).text).toBe("café");
  });

  it("is found by its content, and says so where the name differs", async () => {
    const found = await read("a.txt", "\n<!-- x --><HTML><p>Hello");
    expect(found).toMatchObject({ format: "html", text: "Hello" });
    expect(found.remarks[0]).toContain(".txt");
    expect((await read("a.html", "a text")).remarks[0]).toContain(".html");
  });

  it("nested without end, of too many tags or without text is refused, each long before its limit of time", async () => {
    expect(await reasonFor("a.html", page("<div>".repeat(100_000)))).toContain("deep");
    expect(await reasonFor("a.html", page("<p>x".repeat(400_000)))).toContain("tags");
    expect(await reasonFor("a.html", page("<script>document.write('x')</script>"))).toContain("without its scripts");
    expect((await read("a.html", page(`${"<div>".repeat(1500)}deep`))).text).toBe("deep");
    expect((await read("a.html", `<!DOCTYPE html [<!ENTITY a "b">]><p>&a;x`)).text).toContain("x");
  });
});

describe("PDF", () => {
  const lines = (texts: readonly string[], from = 700, x = 72): Written[] =>
    texts.map((text, k) => ({ text, x, y: from - 14 * k }));
  const long = "The words of this line go on until they reach the right margin ok";

  it("joins a quotation over lines and pages, without heads and numbers, and words that were divided", async () => {
    const head = (page: number): Written[] => [
      { text: "The Daily Herald", x: 72, y: 780 },
      { text: String(page), x: 300, y: 30 },
    ];
    const found = await read(
      "a.pdf",
      pdfOf([
        [
          ...head(1),
          ...lines([
            long,
            "and an end.",
            "He said, (We will not sign the agree-",
            "ment with the Anglo-",
            "American party before the",
          ]),
        ],
        [
          ...head(2),
          ...lines(["end of the year, and not one", "day sooner) in Geneva."]),
          ...lines(["Another begins", long.toLowerCase()], 600),
        ],
      ]),
    );
    expect(found.text.split("\n\n")).toEqual([
      `${long} and an end.`,
      "He said, (We will not sign the agreement with the Anglo-American party before the end of the year, and not one day sooner) in Geneva.",
      `Another begins ${long.toLowerCase()}`,
    ]);
    expect(found).toMatchObject({ format: "pdf", pages: 2 });
    expect(found.remarks.join()).toContain("The Daily Herald");
  });

  it("reads two columns one after the other", async () => {
    const column = (name: string): string[] =>
      Array.from({ length: 20 }, (_, k) => `${name} column has a line number ${k + 1} here`);
    const { text } = await read(
      "a.pdf",
      pdfOf([[...lines(column("left"), 700, 50), ...lines(column("right"), 695, 320)]]),
    );
    expect(text).toBe([...column("left"), ...column("right")].join(" "));
  });

  it("without text, under a password, cut off, of too many pages: is refused with what to do", async () => {
    expect(await reasonFor("a.pdf", pdfOf([[], []]))).toContain("OCR");
    expect(await reasonFor("a.pdf", encryptedPdf())).toContain("password");
    expect(await reasonFor("a.pdf", pdfOf([lines([long])]).slice(0, 120))).toMatch(/damaged|OCR/);
    expect(await reasonFor("a.pdf", "%PDF-1.7 and no more")).toContain("damaged");
    expect(await reasonFor("a.pdf", pdfOf(Array.from({ length: 10_000 }, () => [])))).toContain("10000 pages; 500");
    // A count that is not true is mended by pdf.js.
    expect((await read("a.pdf", pdfOf([lines([long])], 10_000))).pages).toBe(1);
  });

  it("says which pages have no text", async () => {
    expect((await read("a.pdf", pdfOf([lines([long]), []]))).remarks[0]).toContain("page 2");
  });
});

describe("DOCX", () => {
  const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const docx = (body: string, more: Readonly<Record<string, string>> = {}, prolog = ""): Uint8Array =>
    zipSync(
      Object.fromEntries(
        Object.entries({
          "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
          "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
          "word/document.xml": `${prolog}<w:document ${W}><w:body>${body}</w:body></w:document>`,
          ...more,
        }).map(([name, text]) => [name, strToU8(text)]),
      ),
    );
  const p = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

  it("gives paragraphs, insertions and line breaks, and no deletions", async () => {
    const found = await read(
      "a.docx",
      docx(
        `${p("One\u00a0two")}<w:p><w:r><w:t>up</w:t><w:br/><w:t>down</w:t></w:r><w:del w:id="1"><w:r><w:delText> gone</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t xml:space="preserve"> new</w:t></w:r></w:ins></w:p><w:p/>${p("End")}`,
        {
          "docProps/core.xml": `<c xmlns:dc="d"><dc:title>A &amp; B</dc:title><dc:creator>Jane</dc:creator><dcterms:created>2021-05-03T10:00:00Z</dcterms:created></c>`,
        },
      ),
    );
    expect(found).toMatchObject({ format: "docx", title: "A & B", byline: "Jane" });
    expect(found.text).toBe("One\u00a0two\n\nup\ndown new\n\nEnd");
    expect(found.remarks.join()).toContain("tracked changes");
  });

  it("that is hostile, damaged or old is refused", async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${"ha".repeat(50)}"><!ENTITY b "&a;&a;&a;&a;">]>`;
    expect(await reasonFor("a.docx", docx(p("&b;"), {}, bomb))).toContain("DOCTYPE");
    expect(await reasonFor("a.docx", docx(p("x"), { "../evil.xml": "x" }))).toContain("outside");
    expect(await reasonFor("a.docx", docx(p("x"), { "word/big.xml": " ".repeat(120 * 1024 * 1024) }))).toContain(
      "100 MB",
    );
    expect(await reasonFor("a.docx", docx(p("x")).slice(0, 300))).toContain("damaged");
    expect(await reasonFor("a.docx", docx("<w:p>"))).toContain("damaged");
    expect(await reasonFor("a.docx", docx(`${"<w:sdt><w:sdtContent>".repeat(50_000)}`))).toMatch(/damaged|deep/);
    expect(
      await reasonFor(
        "a.docx",
        docx(`${"<w:sdt><w:sdtContent>".repeat(50_000)}${"</w:sdtContent></w:sdt>".repeat(50_000)}`),
      ),
    ).toMatch(/damaged|deep/);
    const ole = Uint8Array.of(
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...Buffer.from("EncryptedPackage", "utf16le"),
    );
    expect(await reasonFor("a.docx", ole)).toContain("password");
    expect(await reasonFor("a.doc", ole.slice(0, 20))).toContain("save it as .docx");
  });

  it("whose part lies about its size takes no more than it claims", async () => {
    const bytes = docx(p("x"), { "word/big.xml": " ".repeat(1_000_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at < bytes.length - 4; at++)
      if (view.getUint32(at, true) === 1_000_000) view.setUint32(at, 10, true);
    expect((await read("a.docx", bytes)).text).toBe("x");
  });
});

describe("what is not read", () => {
  it.each([
    ["a.rtf", "{\\rtf1 x}", "RTF"],
    ["a.png", "\x89PNG\r\n\x1a\n", "picture"],
    ["a.xlsx", zipSync({ "[Content_Types].xml": strToU8("x"), "xl/workbook.xml": strToU8("x") }), "spreadsheet"],
    [
      "a.odt",
      zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("x"), "META-INF/manifest.xml": strToU8("x") }),
      "OpenDocument",
    ],
    ["a.epub", zipSync({ mimetype: strToU8("x"), "META-INF/container.xml": strToU8("x") }), "EPUB"],
    ["a.zip", zipSync({ "a.txt": strToU8("x") }), "ZIP"],
  ])("%s is named, with what to do", async (name, given, what) => {
    const bytes = typeof given === "string" ? new Uint8Array(Buffer.from(given, "latin1")) : given;
    expect(await reasonFor(name, bytes)).toContain(what);
  });

  it("over its limits is refused: bytes before a thread is started, characters, time, memory", async () => {
    // A thread that may take no time at all would end as late: there is none.
    expect(await reasonFor("a.txt", new Uint8Array(50 * 1024 * 1024), { seconds: 0 })).toContain("20 MB");
    expect(await reasonFor("a.txt", "x".repeat(11), { characters: 10 })).toContain("10 characters");
    expect(await reasonFor("a.txt", "x", { seconds: 0 })).toContain("0 s");
    expect(await reasonFor("a.html", `<html>${"<p>x".repeat(250_000)}`, { memory: 1 })).toContain("memory");
  });

  it("leaves the caller's bytes, and stops when told to", async () => {
    const bytes = bytesOf("text");
    const buffer = Buffer.from(bytes);
    for (const given of [bytes, buffer, buffer]) expect((await read("a.txt", given)).text).toBe("text");
    expect([bytes.length, buffer.length]).toEqual([4, 4]);
    const stop = new AbortController();
    const reading = readDocument("a.txt", bytes, { signal: stop.signal });
    stop.abort(new Error("stopped"));
    await expect(reading).rejects.toThrow("stopped");
  });
});
