// Reads XML from unknown sources safely: with limits on size and depth, and without external entities.
import { type SaxesAttributePlain, SaxesParser } from "saxes";
import { Unreadable } from "./scenario.js";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** How many elements may still be read, over all parts of a file. */
export interface ElementBudget {
  left: number;
}

const DEEPEST = 64;
const MOST_ELEMENTS = 500_000;

/**
 * The elements of an XML text, by their names without prefixes. No entity but the five of XML is expanded and nothing outside
 * the text is read. Slips that leave one meaning only are read, and said.
 * @throws Unreadable with the line, for what is no XML, holds a document type, or nests deeper than 64
 */
export function readXml(text: string, notes: string[] = [], budget: ElementBudget = { left: MOST_ELEMENTS }): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open: Element[] = [root];
  const parser = new SaxesParser();
  parser.on("error", ({ message }) => {
    const [, line = "", cause = ""] = /^(\d+):\d+: (.*)$/s.exec(message) ?? [];
    // Each attribute ends with its quotation mark, whether a blank follows or not.
    if (!cause.startsWith("no whitespace between attributes"))
      throw new Unreadable(`it is no well-formed XML: ${line ? `line ${line}: ${cause}` : message}`);
    notes.push(`line ${line} has no blank between two attributes: read as if it had`);
  });
  parser.on("doctype", () => {
    throw new Unreadable("it declares a document type (DOCTYPE), which could point outside the file; take it out");
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length > DEEPEST) throw new Unreadable("it nests too deep");
    if (budget.left-- <= 0) throw new Unreadable("it has too many elements");
    const element: Element = {
      name: name.slice(name.indexOf(":") + 1),
      attributes: attributes as Record<string, SaxesAttributePlain & string>,
      children: [],
      text: "",
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.on("text", (part) => {
    const last = open.at(-1);
    if (last) last.text += part;
  });
  parser.write(mended(text, notes)).close();
  const [first] = root.children;
  if (!first) throw new Unreadable("it is empty");
  return first;
}

/** What stands before the declaration is blanked, line ends kept, and a bare "&" becomes what it means. */
function mended(text: string, notes: string[]): string {
  const before = text.slice(0, declarationIn(text));
  const declaration = before === "" ? "" : (/^<\?xml[^>]*\?>/.exec(text.slice(before.length))?.[0] ?? "");
  const blank = (part: string): string => part.replace(/[^\n]/g, " ");
  const rest = text.slice(before.length + declaration.length).replace(/^\uFEFF/, "");
  if (before.includes("<!--")) notes.push("a comment stands before the XML declaration: passed over");
  return blank(before + declaration) + withoutBareAmpersands(rest, notes, (before + declaration).split("\n").length);
}

/** Where the XML declaration stands, if only blanks and comments stand before it; else 0. */
function declarationIn(text: string): number {
  let at = /^[\uFEFF\s]*/.exec(text)?.[0].length ?? 0;
  while (text.startsWith("<!--", at)) {
    const end = text.indexOf("-->", at);
    if (end < 0) return 0;
    at = end + 3;
    while (/\s/.test(text.charAt(at))) at += 1;
  }
  return /^<\?xml\s/.test(text.slice(at, at + 6)) ? at : 0;
}

const BARE = /\n|&(?!(?:[A-Za-z_][\w.-]*|#\d+|#x[\dA-Fa-f]+);)/g;

const MOST_BARE = 1000;

/** In CDATA an ampersand is what it is; files with such parts are left as they are. */
function withoutBareAmpersands(text: string, notes: string[], first: number): string {
  if (text.includes("<![CDATA[")) return text;
  let [line, bare] = [first, 0];
  return text.replace(BARE, (found) => {
    if (found === "\n") {
      line += 1;
      return found;
    }
    if (++bare > MOST_BARE) throw new Unreadable(`it has more than ${MOST_BARE} bare "&", so it is no XML`);
    notes.push(`line ${line} has a bare "&": read as the sign itself`);
    return "&amp;";
  });
}

/** The elements of a name right below one, in order. */
export const children = (element: Element, name: string): Element[] =>
  element.children.filter((child) => child.name === name);

/** The text of a part of a workbook, in however many runs; how it is spoken (`rPh`) is no part of it. */
export const textOf = (element: Element): string =>
  element.name === "t"
    ? element.text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : element.children
        .filter(({ name }) => name !== "rPh")
        .map(textOf)
        .join("");

/** A switch of XML Schema. */
export const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

/** All elements of a name below one, in order. */
export function descendants(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);
