import { type SaxesAttributePlain, SaxesParser } from "saxes";
import { Unreadable } from "./scenario.js";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const DEEPEST = 64;
const MOST_ELEMENTS = 500_000;

/**
 * The elements of an XML text. No entity but the five of XML is expanded and nothing outside the text is read.
 * @throws Unreadable with the line, for what is no XML, holds a document type, or nests deeper than 64
 */
export function readXml(text: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open: Element[] = [root];
  const parser = new SaxesParser();
  let count = 0;
  parser.on("error", (error) => {
    throw new Unreadable(`it is no well-formed XML (${error.message})`);
  });
  parser.on("doctype", () => {
    throw new Unreadable("it declares a document type (DOCTYPE), which could point outside the file; take it out");
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length > DEEPEST || ++count > MOST_ELEMENTS)
      throw new Unreadable(count > MOST_ELEMENTS ? "it has too many elements" : "it nests too deep");
    const element: Element = {
      name,
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
  // Files of the field begin with blank lines before their declaration.
  parser.write(text.replace(/^\uFEFF?\s+/, "")).close();
  const [first] = root.children;
  if (!first) throw new Unreadable("it is empty");
  return first;
}

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
