// Reads plain text: finds out its encoding (UTF-8, UTF-16 or Windows-1252) and refuses files that are no text.
import { type DocumentText, Unreadable } from "./document-text.js";
import { decodeWindows1252 } from "./windows-1252.js";

const BINARY =
  "it holds bytes that are no text, so it is a program's own file; export it as plain text, PDF, .docx or HTML";

/**
 * Plain text as it was written, the byte order mark and line ends included, but for what nobody reads: letters without
 * width, the numbers of lines and the heads of pages, which is then said. @throws Unreadable
 */
export function fromText(bytes: Uint8Array): DocumentText {
  const { text, remarks } = decoded(bytes);
  const bare = withoutMargins(withoutUnseen(text));
  const unseen = bare.text.length < text.length && bare.remarks.length === 0 ? [UNSEEN_LEFT_OUT] : [];
  return { format: "text", text: bare.text, remarks: [...remarks, ...bare.remarks, ...unseen] };
}

const UNSEEN_LEFT_OUT = "Soft hyphens and letters without width were left out: they break words that are searched for.";

function decoded(bytes: Uint8Array): { readonly text: string; readonly remarks: readonly string[] } {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: decodeUtf16(bytes, utf16), remarks: [] };
  if (bytes.includes(0)) throw new Unreadable(looksLikeUtf16(bytes) ? UNMARKED : BINARY);
  if (shareOfControls(bytes) > 0.01) throw new Unreadable(BINARY);
  const text = decodeUtf8(bytes);
  if (text !== null) return { text, remarks: [] };
  return {
    text: decodeWindows1252(bytes),
    remarks: ["It is not valid UTF-8 and was read as Windows-1252; check letters with accents and quotation marks."],
  };
}

/** Without soft hyphens, zero-width spaces and joiners, and byte order marks within the text. */
const withoutUnseen = (text: string): string => text.replace(/(?!^)[\u00ad\u200b\u2060\ufeff]/g, "");

const NUMBERED_LINE = /^[ \t]*(\d{1,3})(?:[ \t]{1,12}(?=\S)|[ \t]*$)/;

/** Without numbers in the margin, where most lines have one, each one more than the line before. */
function withoutMargins(text: string): { readonly text: string; readonly remarks: readonly string[] } {
  const lines = text.split("\n");
  const numbers = lines.map((line) => Number(NUMBERED_LINE.exec(line)?.[1] ?? Number.NaN));
  const isNext = (at: number): boolean => {
    const number = numbers[at] ?? Number.NaN;
    const before = numbers.slice(Math.max(0, at - 4), at).findLast((one) => !Number.isNaN(one));
    return number === 1 || (before !== undefined && number === before + 1);
  };
  const inMargin = lines.map((_, at) => isNext(at));
  const written = lines.filter((line) => line.trim() !== "").length;
  const counted = inMargin.filter(Boolean).length;
  if (counted < 10 || counted < written * 0.5) return { text, remarks: [] };
  const bare = lines.map((line, at) => (inMargin[at] ? line.replace(NUMBERED_LINE, "") : line));
  return { text: joinedLines(bare).join("\n"), remarks: ["The numbers of its lines were left out."] };
}

/** Lines that were broken to fit the page, in one again: where a line goes on in lower case or ends in the middle. */
function joinedLines(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const own = line.trim();
    const last = joined.at(-1);
    const goesOn =
      last !== undefined && last !== "" && own !== "" && !/[.?!:…]["”’')\]]*$/.test(last) && !LABEL.test(own);
    if (goesOn) joined[joined.length - 1] = `${last} ${own}`;
    else joined.push(own);
  }
  return joined;
}

/** What begins a turn in a record: "Q.", "MS. ROAKE:", "BY MR. BRANDT:". */
const LABEL = /^(?:[QA]\.?\s|(?:BY )?(?:THE |M[RS]{1,2}\.? )?[A-Z][A-Z.'’ -]{1,40}:)/;

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
