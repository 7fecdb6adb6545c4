// Prepares the source of a web page for the parser: decodes it, completes it, and refuses what would take too long.
import { Unreadable } from "./document-text.js";
import { decodeUtf8, decodeUtf16, utf16Of } from "./from-text.js";
import { decodeWindows1252 } from "./windows-1252.js";

const MOST_TAGS = 300_000;
const DEEPEST = 2000;

/** Ends of these may be left out, so open ones say nothing of depth. */
const UNENDED = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp".split(
    " ",
  ),
);

/** The source as text: the byte order mark decides, then the page's own word for it, then whether it is valid UTF-8. */
export function decodeHtml(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return decodeUtf16(bytes, utf16);
  const head = decodeWindows1252(bytes.subarray(0, 4096));
  const label =
    /<meta\b[^>]*?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]*encoding=["']([\w-]+)/.exec(head)?.[1];
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = marked || !label ? (decodeUtf8(bytes) ?? decodeWindows1252(bytes)) : decodeLabelled(bytes, label);
  return text.replace(/^\uFEFF/, "");
}

function decodeLabelled(bytes: Uint8Array, label: string): string {
  try {
    const decoder = new TextDecoder(label);
    // Pages that say UTF-16 in ASCII are UTF-8: https://html.spec.whatwg.org/#determining-the-character-encoding
    if (decoder.encoding.startsWith("utf-")) return decodeUtf8(bytes) ?? decodeWindows1252(bytes);
    return decoder.encoding === "windows-1252" ? decodeWindows1252(bytes) : decoder.decode(bytes);
  } catch {
    return decodeUtf8(bytes) ?? decodeWindows1252(bytes);
  }
}

const HEAD_PART = /<title\b[^>]*>[\s\S]*?<\/title>|<meta\b[^>]*>/gi;

/**
 * A document with one head and one body, as the parser needs it: where a tag of either is left out it makes an empty one.
 * @throws Unreadable for what would keep the parser busy without end
 */
export function wholePage(source: string): string {
  expectBounded(source);
  if (/<html\b/i.test(source) && /<body\b/i.test(source)) return source;
  const head = (source.match(HEAD_PART) ?? []).join("");
  return `<!doctype html><html><head>${head}</head><body>${source.replace(HEAD_PART, "").replace(/<!doctype[^>]*>|<\/?(?:html|head|body)\b[^>]*>/gi, "")}</body></html>`;
}

/** The parser's time grows with the square of depth: 100,000 open elements take it 3 s, 400,000 a minute. */
function expectBounded(source: string): void {
  let [tags, depth] = [0, 0];
  for (const [, end, name = ""] of source.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (!UNENDED.has(name.toLowerCase())) depth = Math.max(0, depth + (end ? -1 : 1));
    if (++tags > MOST_TAGS) throw new Unreadable(`it has more than ${MOST_TAGS} tags; save the article's text alone`);
    if (depth > DEEPEST) throw new Unreadable(`its tags nest more than ${DEEPEST} deep; save the article's text alone`);
  }
}
