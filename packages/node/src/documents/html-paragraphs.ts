// Turns the elements of a web page into the paragraphs of text that a person would see.
import { ELEMENT, type PageNode, TEXT } from "./page-node.js";

const UNSEEN = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT EMBED HEAD SELECT TEXTAREA BUTTON AUDIO VIDEO CANVAS".split(
    " ",
  ),
);
const INLINE = new Set(
  "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I IMG INS KBD LABEL MARK Q RUBY RT RP S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR".split(
    " ",
  ),
);

/** White space as HTML collapses it: without no-break spaces. */
const SPACES = /[ \t\n\r\f]+/g;

/**
 * The paragraphs that a person sees. Every element that is not inline starts and ends one; one `<br>` is a new line, two
 * are a new paragraph. Walks without recursion, so depth is no matter.
 */
export function htmlParagraphs(root: PageNode): readonly string[] {
  const page = new Paragraphs();
  let preformatted = 0;
  const leave = (node: PageNode): void => {
    if (node.nodeName === "PRE") preformatted--;
    if (node === lead) page.endLead();
    if (node === lead) lead = null;
    page.mark(node.nodeName, "”");
  };
  /** The element that a paragraph begins with, where it may name who speaks. */
  let lead: PageNode | null = null;
  let node: PageNode | null = root;
  while (node) {
    const seen: boolean = node.nodeType === ELEMENT && !isUnseen(node);
    if (node.nodeType === TEXT) page.write(node.nodeValue ?? "", preformatted > 0);
    if (seen) {
      if (node.nodeName === "PRE") preformatted++;
      page.mark(node.nodeName, "“");
      if (node.nodeName === "LI") page.bullet(bulletOf(node));
      if (lead === null && isLead(node) && page.isAtStart()) lead = node;
      if (node.firstChild) {
        node = node.firstChild;
        continue;
      }
      leave(node);
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node) leave(node);
    }
    node = node === root ? null : (node?.nextSibling ?? null);
  }
  return page.all();
}

/** Bold, or of a class for it: how pages set the names of speakers. */
const isLead = (node: PageNode): boolean =>
  node.nodeName === "STRONG" ||
  node.nodeName === "B" ||
  (INLINE.has(node.nodeName) && /speaker|interview|question|dialog/i.test(node.getAttribute("class") ?? ""));

/** What stands before a point of a list: its number, or a bullet. */
function bulletOf(node: PageNode): string {
  if (node.parentNode?.nodeName !== "OL") return "• ";
  let place = 0;
  for (let one = node.parentNode.firstChild; one; one = one.nextSibling) {
    if (one.nodeName === "LI") place++;
    if (one === node) break;
  }
  return `${place}. `;
}

/** Stands behind what a paragraph begins with in bold, until it is known whether that is a name. */
const LEAD = "\uE000";
const NAME_IN_BOLD = /^([^\n\uE000]{2,80}?)[:.]?\s*\uE000/;

/** A class, since a paragraph is open while the page is walked. */
class Paragraphs {
  readonly #done: string[] = [];
  #open: string[] = [];

  write(text: string, preformatted: boolean): void {
    this.#open.push(preformatted ? text.replaceAll("\r\n", "\n") : text.replace(SPACES, " "));
  }

  /** At the start and at the end of an element. Browsers draw the quotation marks of `<q>`; they are in no text node. */
  mark(name: string, quote: "“" | "”"): void {
    if (name === "Q") this.#open.push(quote);
    else if (name === "BR") {
      if (quote === "“") this.#open.push("\n");
    } else if (name === "TD" || name === "TH") this.#open.push(" ");
    else if (!INLINE.has(name)) this.#flush();
  }

  isAtStart(): boolean {
    return !/\S/.test(this.#open.join(""));
  }

  endLead(): void {
    this.#open.push(LEAD);
  }

  bullet(mark: string): void {
    this.#open.push(mark);
  }

  /** Names in bold that begin paragraph after paragraph get a line of their own: without the bold nothing else shows them. */
  all(): readonly string[] {
    this.#flush();
    const names = this.#done.flatMap((paragraph) => NAME_IN_BOLD.exec(paragraph)?.[1] ?? []);
    const speak = names.length >= 3 && new Set(names).size < names.length;
    return this.#done.map((paragraph) => {
      const isName =
        speak && NAME_IN_BOLD.test(paragraph) && !/[:.]\s*\uE000/.test(paragraph) && !/\uE000\s*:/.test(paragraph);
      return paragraph.replace(/ ?\uE000 ?/, (found) => (isName ? "\n" : found.replace(LEAD, ""))).replaceAll(LEAD, "");
    });
  }

  #flush(): void {
    // What is not seen breaks a quotation when it is searched for: soft hyphens, zero-width spaces, byte order marks.
    const text = this.#open
      .join("")
      .replace(/[\u00ad\u200b\ufeff]/g, "")
      .replace(/ {2,}/g, " ")
      .replace(/ ?\n ?/g, "\n");
    this.#open = [];
    for (const paragraph of text.split(/\n{2,}/)) {
      const trimmed = paragraph.replace(/^[ \n]+|[ \n]+$/g, "");
      if (/[^\s\uE000]/.test(trimmed) && !/^(?:•|\d{1,3}\.)$/.test(trimmed)) this.#done.push(trimmed);
    }
  }
}

const isUnseen = (node: PageNode): boolean =>
  UNSEEN.has(node.nodeName.toUpperCase()) ||
  node.getAttribute("hidden") !== null ||
  /display\s*:\s*none/i.test(node.getAttribute("style") ?? "");
