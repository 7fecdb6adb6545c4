// Reads plain text: finds out its encoding (UTF-8, UTF-16 or Windows-1252) and refuses files that are no text.
import { type DocumentText, Unreadable } from "./document-text.js";
import { decodeWindows1252 } from "./windows-1252.js";

const BINARY =
  "it holds bytes that are no text, so it is a program's own file; export it as plain text, PDF, .docx or HTML";

/** Plain text as it was written: not a character is changed, the byte order mark and line ends included. @throws Unreadable */
export function fromText(bytes: Uint8Array): DocumentText {
  const utf16 = utf16Of(bytes);
  if (utf16) return { format: "text", text: decodeUtf16(bytes, utf16), remarks: [] };
  if (bytes.includes(0)) throw new Unreadable(looksLikeUtf16(bytes) ? UNMARKED : BINARY);
  if (shareOfControls(bytes) > 0.01) throw new Unreadable(BINARY);
  const text = decodeUtf8(bytes);
  if (text !== null) return { format: "text", text, remarks: [] };
  return {
    format: "text",
    text: decodeWindows1252(bytes),
    remarks: ["It is not valid UTF-8 and was read as Windows-1252; check letters with accents and quotation marks."],
  };
}

/** Null for what is no UTF-8. A byte order mark stays, as U+FEFF. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

/** Without its byte order mark. @throws Unreadable */
export function decodeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes("\0")) throw new Unreadable(BINARY);
  return text;
}

const UNMARKED = "it looks like UTF-16 without its byte order mark; save it as UTF-8";

/** Every second byte of the first thousand is 0, as it is for Latin letters. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1000);
  return [0, 1].some((odd) => head.filter((byte, at) => at % 2 === odd && byte === 0).length > 0.4 * head.length);
}

/** Control characters but tab, line feed, vertical tab, form feed, return and escape. */
function shareOfControls(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) if ((byte < 32 && (byte < 9 || byte > 13) && byte !== 27) || byte === 127) controls++;
  return controls / Math.max(1, bytes.length);
}
