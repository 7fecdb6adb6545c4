// Reads the text of a PDF: paragraphs in reading order, without running heads and page numbers.
import { getResolvedPDFJS } from "unpdf";
import { type DocumentText, type Limits, Unreadable } from "./document-text.js";
import type { PdfItem } from "./pdf-line.js";
import { pdfParagraphs } from "./pdf-paragraphs.js";
import { withoutRunning } from "./pdf-running.js";

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
type Pdf = Awaited<ReturnType<PdfJs["getDocument"]>["promise"]>;
type PdfPage = Awaited<ReturnType<Pdf["getPage"]>>;

const SCANNED = "it is scanned: no text in it; run text recognition (OCR) first";

/** The paragraphs of a PDF's pages. No script in it is run, no font and nothing else is fetched. @throws Unreadable */
export async function fromPdf(bytes: Uint8Array, limits: Limits): Promise<DocumentText> {
  const pdf = await open(bytes);
  if (pdf.numPages > limits.pages)
    throw new Unreadable(
      `it has ${pdf.numPages} pages; ${limits.pages} is the limit: give the pages that matter as a PDF of their own`,
    );
  const read = await readPages(pdf, limits);
  if (read.every(({ items }) => items.length === 0))
    throw new Unreadable(read.some(({ broken }) => broken) ? DAMAGED : SCANNED);
  const { pages, running } = withoutRunning(read.map(({ items }) => items));
  return {
    format: "pdf",
    text: pdfParagraphs(pages).join("\n\n"),
    ...(await properties(pdf)),
    pages: pdf.numPages,
    remarks: remarksOn(read, running),
  };
}

const DAMAGED = "it is a damaged PDF, so it was cut off or changed on its way; get it anew, or print it to PDF again";

async function open(bytes: Uint8Array): Promise<Pdf> {
  const { getDocument } = await getResolvedPDFJS();
  try {
    return await getDocument({
      data: bytes,
      isEvalSupported: false,
      useWasm: false,
      useWorkerFetch: false,
      useSystemFonts: false,
      disableFontFace: true,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      enableXfa: false,
      verbosity: 0,
    }).promise;
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException")
      throw new Unreadable("it is under a password; open it with the password and print it to a PDF without one");
    throw new Unreadable(DAMAGED);
  }
}

interface ReadPage {
  readonly items: readonly PdfItem[];
  /** Runs of text that do not stand level, such as stamps in the margin. */
  readonly turned: number;
  readonly broken: boolean;
}

async function readPages(pdf: Pdf, limits: Limits): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await readPage(pdf, number);
    pages.push(page);
    for (const { text } of page.items) characters += text.length;
    if (characters > limits.characters)
      throw new Unreadable(
        `it has more than ${limits.characters} characters; give the pages that matter as a PDF of their own`,
      );
  }
  return pages;
}

async function readPage(pdf: Pdf, number: number): Promise<ReadPage> {
  try {
    const page = await pdf.getPage(number);
    const runs = await levelRuns(page);
    page.cleanup();
    return {
      items: withoutTwins(runs.filter((run) => run.level).map(({ item }) => item)),
      turned: runs.filter((run) => !run.level).length,
      broken: false,
    };
  } catch {
    return { items: [], turned: 0, broken: true };
  }
}

/** Runs of text as they stand on the page when it is seen the right way up. */
async function levelRuns(page: PdfPage): Promise<{ readonly item: PdfItem; readonly level: boolean }[]> {
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = page.getViewport({ scale: 1 }).transform as number[];
  const { items } = await page.getTextContent();
  return items.flatMap((run) => {
    if (!("str" in run) || run.str.trim() === "") return [];
    const [ta = 1, tb = 0, , , x = 0, y = 0] = run.transform as number[];
    const [across, down] = [a * ta + c * tb, b * ta + d * tb];
    const item = { text: run.str, x: a * x + c * y + e, y: b * x + d * y + f, width: run.width, height: run.height };
    return [{ item, level: across > 0 && Math.abs(down) < 0.1 * across }];
  });
}

/** Some programs make type bold by setting it twice. */
function withoutTwins(items: readonly PdfItem[]): PdfItem[] {
  const seen = new Set<string>();
  return items.filter(({ text, x, y }) => {
    const key = `${Math.round(x / 2)} ${Math.round(y / 2)} ${text}`;
    return !seen.has(key) && seen.add(key);
  });
}

async function properties(pdf: Pdf): Promise<Pick<DocumentText, "title" | "byline">> {
  const info = await pdf.getMetadata().then(
    (found) => found.info as Readonly<Record<string, unknown>>,
    () => ({}) as Readonly<Record<string, unknown>>,
  );
  // The day on which the file was made is not the day of the document.
  const [title, byline] = ["Title", "Author"].map((key) => {
    const value = info[key];
    return typeof value === "string" ? value.replace(/^Microsoft Word - /, "").trim() : "";
  });
  return { ...(title && { title }), ...(byline && { byline }) };
}

function remarksOn(pages: readonly ReadPage[], running: readonly string[]): string[] {
  const numbers = (which: (page: ReadPage) => boolean): string =>
    pages.flatMap((page, at) => (which(page) ? [at + 1] : [])).join(", ");
  const [empty, broken, turned] = [
    numbers(({ items, broken }) => items.length === 0 && !broken),
    numbers(({ broken }) => broken),
    numbers((page) => page.turned > 0),
  ];
  return [
    ...(empty ? [`No text on page ${empty}: empty, or scanned (run text recognition first).`] : []),
    ...(broken ? [`Damaged, and left out: page ${broken}.`] : []),
    ...(turned ? [`Text that stands on its side was left out on page ${turned}.`] : []),
    ...(running.length > 0
      ? [
          `Left out as running heads and feet: ${running
            .slice(0, 5)
            .map((text) => `“${text.slice(0, 80)}”`)
            .join(", ")}.`,
        ]
      : []),
  ];
}
