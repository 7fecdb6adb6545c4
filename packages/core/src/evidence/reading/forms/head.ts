// What a document says of itself at its top: the front matter of a Markdown text, a line with place and day, a dateline.

import { Temporal } from "temporal-polyfill";
import { parse } from "yaml";
import type { Day } from "../../../case/index.js";

/** What stands between the two lines of dashes at the top of a text. */
export interface FrontMatter {
  readonly title: string | null;
  readonly author: string | null;
  readonly date: Day | null;
}

const NONE: FrontMatter = { title: null, author: null, date: null };

/** @param matter with its lines of dashes; what cannot be read is as if it were not there */
export function frontMatterIn(matter: string): FrontMatter {
  if (matter === "") return NONE;
  try {
    const read: unknown = parse(matter.replace(/^\ufeff?---[^\n]*\n/, "").replace(/\r?\n(?:---|\.\.\.)\s*$/, ""), {
      maxAliasCount: 0,
    });
    if (typeof read !== "object" || read === null) return NONE;
    const by = new Map(Object.entries(read).map(([key, value]) => [key.toLowerCase().replace(/[_\s]/g, "-"), value]));
    const first = (keys: readonly string[]): string | null => {
      for (const key of keys) {
        const value: unknown = by.get(key);
        const one: unknown = Array.isArray(value) ? value[0] : value;
        if (typeof one === "string" && one.trim() !== "") return one.trim();
      }
      return null;
    };
    return {
      title: first(["title", "headline", "subject"]),
      author: first(["author", "authors", "byline", "by", "from", "speaker", "creator"]),
      date: isoIn(
        first([
          "date",
          "doc-date",
          "published",
          "publish-date",
          "published-at",
          "date-published",
          "created",
          "issued",
          "pubdate",
          "day",
        ]),
      ),
    };
  } catch {
    return NONE;
  }
}

const isoIn = (text: string | null): Day | null => {
  const found = text && /^(\d{4}-\d\d-\d\d)/.exec(text)?.[1];
  return found && isDay(found) ? found : text ? writtenDay(text) : null;
};

const isDay = (text: string): boolean => {
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
};

const MONTHS = "january february march april may june july august september october november december".split(" ");
const MONTH =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DAY_FIRST = new RegExp(
  `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+${MONTH},?\\s+(?<year>(?:1[89]|20)\\d\\d)\\b`,
  "i",
);
const MONTH_FIRST = new RegExp(
  `\\b${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>(?:1[89]|20)\\d\\d)\\b`,
  "i",
);
const ISO = /\b(?<iso>(?:1[89]|20)\d\d-\d\d-\d\d)\b/;

/** A day written in full: "12 April 2023", "April 12, 2023", "2023-04-12"; null where none, or an impossible one, is. */
export function writtenDay(text: string): Day | null {
  const iso = ISO.exec(text)?.groups?.iso;
  if (iso && isDay(iso)) return iso;
  const groups = (DAY_FIRST.exec(text) ?? MONTH_FIRST.exec(text))?.groups;
  if (!groups) return null;
  const month =
    MONTHS.findIndex((name) => name.startsWith((groups.month ?? "").toLowerCase().replace(".", "").slice(0, 3))) + 1;
  const written = `${groups.year}-${String(month).padStart(2, "0")}-${(groups.day ?? "").padStart(2, "0")}`;
  return month > 0 && isDay(written) ? written : null;
}

/** What a dateline ends in: "LISBON, 12 April 2023 — The minister". */
const DASH = /\s?(?:—|–|--)\s|\s-\s/;

/** The day that the first lines of a text give it; null where they give none with its year. */
export function dayAtHead(lines: readonly string[]): Day | null {
  for (const [at, line] of lines.slice(0, 12).entries()) {
    const isShort = line.length <= 160 && !/[.?!]["”’)]*$/.test(line);
    const labelled =
      /^(?:date|published|posted|updated|issued|dated|released?|for immediate release)\b[^\p{L}]{0,3}/iu.test(line);
    if ((isShort || labelled) && line.length <= 160) {
      const day = writtenDay(line);
      if (day) return day;
    }
    const opening = at < 6 && /^\p{Lu}/u.test(line) ? line.slice(0, 100) : "";
    const dash = opening.search(DASH);
    const day = dash > 0 ? writtenDay(opening.slice(0, dash)) : null;
    if (day) return day;
  }
  return null;
}
