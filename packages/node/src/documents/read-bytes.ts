// Reads a document from its bytes: recognises the format, calls the reader for it, and explains what cannot be read.
import { type DocumentFormat, type DocumentText, type Limits, Unreadable } from "./document-text.js";
import { fromText } from "./from-text.js";
import { sniff } from "./sniff.js";

type Reader = (bytes: Uint8Array, limits: Limits) => DocumentText | Promise<DocumentText>;

const READERS: Readonly<Record<DocumentFormat, Reader>> = {
  text: fromText,
  markdown: async (bytes) => (await import("./from-markdown.js")).fromMarkdown(bytes),
  // Each brings a library that takes longer to load than most documents to read.
  html: async (bytes) => (await import("./from-html.js")).fromHtml(bytes),
  docx: async (bytes, limits) => (await import("./from-docx.js")).fromDocx(bytes, limits),
  pdf: async (bytes, limits) => (await import("./from-pdf.js")).fromPdf(bytes, limits),
};

const EXTENSIONS: Readonly<Record<DocumentFormat, RegExp>> = {
  markdown: /^(?:md|markdown|txt|text)$/i,
  text: /^(?!(html?|xhtml|pdf|docx?|rtf|odt|epub)$)/i,
  html: /^x?html?$/i,
  pdf: /^pdf$/i,
  docx: /^docx$/i,
};

/** The text, or why there is none: plain data, so that the thread needs nothing of core. */
export type BytesRead = DocumentText | { readonly reason: string };

/** What the worker does: the whole reading, in a thread that can be ended. */
export async function readBytes(name: string, bytes: Uint8Array, limits: Limits): Promise<BytesRead> {
  try {
    const format = sniff(bytes, name);
    const found = await READERS[format](bytes, limits);
    if (found.text.length > limits.characters)
      throw new Unreadable(`it has more than ${limits.characters} characters; give the part that matters`);
    if (!/\S/.test(found.text.replaceAll("\uFEFF", ""))) throw new Unreadable("it has no text in it, only white space");
    return { ...found, remarks: [...remarksOnName(name, format), ...found.remarks] };
  } catch (error) {
    if (error instanceof Unreadable) return { reason: `${name}: ${error.message}.` };
    if (error instanceof RangeError)
      return { reason: `${name}: it nests too deep or is too large to be read; save its text alone.` };
    throw error;
  }
}

function remarksOnName(name: string, format: DocumentFormat): string[] {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1];
  if (extension === undefined || EXTENSIONS[format].test(extension)) return [];
  return [`Its name ends in .${extension}, but its content is ${NAMES[format]}; it was read as that.`];
}

const NAMES: Readonly<Record<DocumentFormat, string>> = {
  text: "plain text",
  markdown: "Markdown",
  html: "HTML",
  pdf: "a PDF",
  docx: "a .docx",
};
