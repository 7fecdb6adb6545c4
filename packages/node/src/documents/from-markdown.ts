// Reads Markdown: its text without its marks, its front matter apart.

import { parseHTML } from "linkedom";
import { marked } from "marked";
import type { DocumentText } from "./document-text.js";
import { fromText } from "./from-text.js";
import { htmlParagraphs } from "./html-paragraphs.js";
import { wholePage } from "./html-source.js";
import type { Page } from "./page-node.js";

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n[\s\S]{0,20000}?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** The text that a reader of the page would see. @throws Unreadable */
export function fromMarkdown(bytes: Uint8Array): DocumentText {
  const { text: source, remarks } = fromText(bytes);
  const matter = FRONT_MATTER.exec(source);
  const body = matter ? source.slice(matter[0].length) : source;
  const html = wholePage(marked.parse(body, { async: false, gfm: true }));
  const page = parseHTML(html).document as unknown as Page;
  const heading = [...page.querySelectorAll("h1")][0]?.textContent?.trim();
  return {
    format: "markdown",
    text: htmlParagraphs(page.body).join("\n\n"),
    ...(heading && { title: heading }),
    ...(matter && { matter: matter[0] }),
    remarks,
  };
}
