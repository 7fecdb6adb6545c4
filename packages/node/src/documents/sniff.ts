// Recognises the format of a document by its content, and says what to do about formats that cannot be read.
import { type DocumentFormat, Unreadable } from "./document-text.js";
import { utf16Of } from "./from-text.js";
import { zipNames } from "./zip.js";

/** What is known by its first bytes and is none of the formats that are read. */
const OTHERS: readonly (readonly [magic: RegExp, what: string, todo: string])[] = [
  [/^\{\\rtf/, "an RTF text", "open it in a word processor and save it as .docx or PDF"],
  [
    /^\x89PNG|^\xff\xd8\xff|^GIF8|^RIFF....WEBP|^II\*\0|^MM\0\*|^BM....\0\0\0\0|^....ftyp(heic|heix|mif1|avif)/s,
    "a picture",
    "run text recognition (OCR) and give its text or a searchable PDF",
  ],
  [/^....ftyp|^ID3|^OggS|^fLaC|^RIFF....(WAVE|AVI )/s, "sound or video", "give a transcript"],
  [/^7z\xbc\xaf|^Rar!|^BZh|^\xfd7zXZ/, "an archive", "unpack it and give the document in it"],
  [/^%!PS/, "PostScript", "turn it into a PDF"],
  [/^AT&TFORM/, "a DjVu scan", "turn it into a PDF with text"],
  [/^\x7fELF|^MZ/, "a program", "give a document"],
];

/**
 * What the content says it is, whatever its name; the name tells only Markdown from plain text, where both would do.
 * @throws Unreadable for what is none of the formats
 */
export function sniff(bytes: Uint8Array, name = ""): DocumentFormat {
  const head = latin1(bytes.subarray(0, 1024));
  if (/%PDF-\d/.test(head)) return "pdf";
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return docxOrRefuse(bytes);
  if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) throw oldOffice(bytes);
  if (head.startsWith("\x1f\x8b")) throw new Unreadable("it is an archive (gzip), which cannot be read; unpack it");
  const other = OTHERS.find(([magic]) => magic.test(head));
  if (other) throw new Unreadable(`it is ${other[1]}, which cannot be read; ${other[2]}`);
  if (looksLikeHtml(bytes)) return "html";
  return looksLikeMarkdown(bytes, name) ? "markdown" : "text";
}

/** Front matter, headings, emphasis, links: marks that nobody writes into plain text. */
const MARKED: readonly RegExp[] = [
  /^\ufeff?---[ \t]*\r?\n(?:[\w-]+[ \t]*:.*\r?\n)+/,
  /^#{1,6} \S/m,
  /(?<![\w*])\*\*[^*\s][^*\n]*\*\*(?![\w*])/,
  /\[[^[\]\n]{1,300}\]\((?:https?:|\/|#)[^)\s]*\)/,
  /^>\s.+\n(?:>.*\n)*\n/m,
];

/** Named so, or with two kinds of marks, or front matter. */
function looksLikeMarkdown(bytes: Uint8Array, name: string): boolean {
  if (utf16Of(bytes)) return false;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 65_536)).toString("utf8");
  if (/^From: /m.test(head.slice(0, 2000)) && /^Subject: /m.test(head.slice(0, 2000))) return false;
  const found = MARKED.filter((mark) => mark.test(head));
  return found.length > 1 || (found.length === 1 && (/\.(?:md|markdown)$/i.test(name) || found[0] === MARKED[0]));
}

/** Several documents share the container of .docx. */
function docxOrRefuse(bytes: Uint8Array): "docx" {
  const names = zipNames(bytes);
  const has = (start: string): boolean => names.some((name) => name.startsWith(start));
  if (has("[Content_Types].xml") && has("word/")) return "docx";
  const [what, todo] = has("xl/")
    ? ["a spreadsheet", "save the text in it as .docx, PDF or plain text"]
    : has("ppt/")
      ? ["a slide show", "save it as PDF"]
      : has("META-INF/container.xml") || has("OEBPS/")
        ? ["an EPUB book", "turn it into PDF or HTML"]
        : has("content.xml") && has("META-INF/")
          ? ["an OpenDocument file", "save it as .docx or PDF"]
          : ["a ZIP archive", "unpack it and give the document in it"];
  return fail(`it is ${what}, which cannot be read; ${todo}`);
}

function fail(reason: string): never {
  throw new Unreadable(reason);
}

/** The OLE container: an Office file of before 2007, or a newer one under a password. Stream names are UTF-16. */
function oldOffice(bytes: Uint8Array): Unreadable {
  const names = latin1(bytes).replaceAll("\0", "");
  return new Unreadable(
    names.includes("EncryptedPackage")
      ? "it is an Office file under a password; open it there, take the password off and save it anew"
      : "it is an Office file in the form of before 2007 (.doc, .xls, .ppt or a mail); open it and save it as .docx or PDF",
  );
}

const TAG =
  /<\/?(?:p|div|br|a|span|h[1-6]|li|ul|ol|table|t[rd]|body|head|meta|title|article|section|blockquote|em|strong|b|i|img)\b[^<>]*>/gi;

/** It begins as HTML does, or with a tag and many more follow: a text that talks of a few tags is a text. */
function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536);
  const text = (utf16Of(bytes) ? latin1(head).replaceAll("\0", "") : latin1(head)).replace(
    /^[\xef\xbb\xbf\xff\xfe\s]+/,
    "",
  );
  const start = text.replace(/^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|\s+)+/, "").slice(0, 200);
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return true;
  const tags = text.match(TAG)?.length ?? 0;
  return tags >= 4 && tags * 400 > text.length && /^<[a-z]/i.test(start);
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
