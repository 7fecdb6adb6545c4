// Reads a web page: the text of its article, with title, author and date of publication where the page gives them.
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { type DocumentText, Unreadable } from "./document-text.js";
import { htmlParagraphs } from "./html-paragraphs.js";
import { decodeHtml, wholePage } from "./html-source.js";
import { isoDay } from "./iso-day.js";
import { languageCode } from "./language.js";
import { ELEMENT, type Page, type PageNode } from "./page-node.js";

/** Readability's time grows with the cube of depth: 1,000 nested elements take it 5 s; pages of people stay under 100. */
const DEEPEST_ARTICLE = 200;
/** Less than this share of the page's text is worth a look whether something is missing. */
const SMALL_SHARE = 0.25;

/** The article in a page, or all of its text where none stands out. No script is run, nothing is fetched. @throws Unreadable */
export function fromHtml(bytes: Uint8Array): DocumentText {
  const source = wholePage(decodeHtml(bytes));
  const page = parse(source);
  const all = htmlParagraphs(page.body).join("\n\n");
  if (all === "") throw new Unreadable(EMPTY);
  const metas = metasOf(page);
  const own = [...page.querySelectorAll("title")][0]?.textContent?.replace(/\s+/g, " ").trim();
  const times = [...page.querySelectorAll("time")].slice(0, 3).map((time) => time.getAttribute("datetime"));
  const article = articleOf(page);
  const text = article ? htmlParagraphs(article.content).join("\n\n") : "";
  const title = article?.title || metas.get("og:title") || own;
  const byline = article?.byline || AUTHOR.map((name) => metas.get(name)).find(Boolean);
  const publisher = PUBLISHER.map((name) => metas.get(name)).find(Boolean);
  const language = languageCode(page.documentElement?.getAttribute("lang") ?? metas.get("og:locale"));
  const published = [article?.published, ...PUBLISHED.map((name) => metas.get(name)), ...times]
    .map(isoDay)
    .find(Boolean);
  return {
    format: "html",
    text: text || all,
    ...(title && { title }),
    ...(byline && { byline }),
    ...(publisher && { publisher }),
    ...(language && { language }),
    ...(published !== undefined && { published }),
    remarks: remarksOn(text.length, all.length),
  };
}

const EMPTY = "its page has no text without its scripts; open it in a browser and save it as PDF, or copy its text";

const AUTHOR = ["author", "article:author", "dc.creator", "parsely-author", "citation_author"];
const PUBLISHER = ["og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher"];
const PUBLISHED = [
  "article:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publishdate",
  "citation_publication_date",
  "dc.date.issued",
  "dc.date",
  "dcterms.created",
  "date",
];

const parse = (source: string): Page => parseHTML(source).document as unknown as Page;

/** By name, lower case; the first of each. */
function metasOf(page: Page): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const meta of page.querySelectorAll("meta")) {
    const name = ["property", "name", "itemprop"]
      .map((key) => meta.getAttribute(key))
      .find(Boolean)
      ?.toLowerCase();
    const content = meta.getAttribute("content")?.trim();
    if (name && content && !metas.has(name)) metas.set(name, content);
  }
  return metas;
}

interface Article {
  readonly content: PageNode;
  readonly title: string | null | undefined;
  readonly byline: string | null | undefined;
  readonly published: string | null | undefined;
}

/** Null where the page has none, or is of a kind that Readability cannot take. It changes the page. */
function articleOf(page: Page): Article | null {
  if (depthOf(page.body) > DEEPEST_ARTICLE) return null;
  try {
    const found = new Readability<PageNode>(page as never, { serializer: (node: unknown) => node as PageNode }).parse();
    if (!found?.content) return null;
    const { content, title, byline, publishedTime: published } = found;
    return { content, title, byline, published };
  } catch {
    return null;
  }
}

function depthOf(root: PageNode): number {
  let [deepest, depth] = [0, 0];
  let node: PageNode | null = root;
  while (node) {
    if (node.nodeType === ELEMENT) deepest = Math.max(deepest, depth);
    if (node.firstChild) {
      node = node.firstChild;
      depth++;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      depth--;
    }
    node = node === root ? null : (node?.nextSibling ?? null);
  }
  return deepest;
}

function remarksOn(article: number, all: number): string[] {
  if (article === 0) return ["No article stands out in the page, so all of its text is here, menus and notices too."];
  return article < SMALL_SHARE * all
    ? [`The article is ${Math.round((100 * article) / all)} % of the page's text; check that nothing of it is missing.`]
    : [];
}
