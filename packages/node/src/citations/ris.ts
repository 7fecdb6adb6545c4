// Reads RIS, the tagged form of many databases: `TY  - NEWS`, a tag a line, `ER  -` at the end of an item. The library that reads
// BibTeX was tried for it and loses the day and the author of newspaper articles (docs/decisions.md).
import type { CslItem } from "./csl.js";

const LINE = /^\s*([A-Z][A-Z0-9]) {0,2}- ?(.*)$/;
const TAGS: Readonly<
  Record<"title" | "container" | "publisher" | "url" | "date" | "author" | "language", readonly string[]>
> = {
  title: ["TI", "T1", "CT", "BT"],
  container: ["T2", "JO", "JF", "JA", "SO"],
  publisher: ["PB"],
  url: ["UR", "L2", "LK"],
  date: ["DA", "Y1", "PY"],
  author: ["AU", "A1"],
  language: ["LA"],
};

/** The items of a text in RIS. A line without a tag goes on with the one before. */
export function readRis(text: string): CslItem[] {
  const items: Map<string, string[]>[] = [];
  let open: Map<string, string[]> | null = null;
  let last: string[] | null = null;
  for (const line of text.split(/\r\n?|\n/)) {
    const [, tag, value = ""] = LINE.exec(line.trimEnd()) ?? [];
    if (tag === undefined) {
      const more = line.trim();
      if (last && more !== "") last[last.length - 1] += ` ${more}`;
      continue;
    }
    if (tag === "TY") {
      open = new Map();
      items.push(open);
    }
    if (tag === "ER") open = null;
    last = open?.get(tag) ?? [];
    if (!open) continue;
    last.push(value.trim());
    open.set(tag, last);
  }
  return items.map(itemOf);
}

/** Of the days that an item gives, the one that tells most: "2019/02/28/" has a year, "Feb 28" beside it has none. */
function wholest(written: readonly string[]): string | undefined {
  const days = written.map((one) => one.replace(/\/+$/, "")).filter((one) => /\d{4}/.test(one));
  return days.sort((a, b) => b.length - a.length)[0];
}

function itemOf(tags: ReadonlyMap<string, readonly string[]>): CslItem {
  const first = (what: keyof typeof TAGS): string | undefined =>
    TAGS[what].flatMap((tag) => tags.get(tag) ?? []).find((value) => value !== "");
  const authors = TAGS.author.flatMap((tag) => tags.get(tag) ?? []).filter(Boolean);
  return {
    title: first("title"),
    "container-title": first("container"),
    publisher: first("publisher"),
    URL: first("url"),
    language: first("language"),
    issued: { raw: wholest(TAGS.date.flatMap((tag) => tags.get(tag) ?? [])) },
    author: authors.map((one) => {
      const [family = "", given = "", suffix = ""] = one.split(",").map((part) => part.trim());
      return given === "" ? { literal: family } : { family: [family, suffix].filter(Boolean).join(" "), given };
    }),
  };
}
