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
  `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+day)?(?:\\s+of)?\\s+${MONTH},?\\s+(?<year>(?:1[89]|20)\\d\\d)\\b`,
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

const LABELLED =
  /^(?:dates?|published|posted|updated|issued|dated|released?|for immediate release|sent|adopted|done|signed|held|delivered|given|recorded|taken|broadcast|filed|received|effective)\b/iu;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b/i;

/** The day with which a formal text ends: "DONE at Port Ellisande, on the 9th day of April 2027". */
export function dayAtFoot(lines: readonly string[]): Day | null {
  for (const line of lines.slice(-12))
    if (/^(?:done|signed|adopted|given|concluded)\b/i.test(line) && line.length <= 300) {
      const day = writtenDay(line);
      if (day) return day;
    }
  return null;
}

/** The day that the first lines of a text give it; null where they give none with its year. */
export function dayAtHead(lines: readonly string[]): Day | null {
  for (const [at, written] of lines.slice(0, 12).entries()) {
    const line = written.replace(/[*_#>]+/g, "").trim();
    const isShort = line.length <= 160 && !/[.?!]["”’)]*$/.test(line);
    const labelled = LABELLED.test(line) || WEEKDAY.test(line) || /\b[ap]\.m\.$/.test(line);
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

/** A document's own day, and where it stands. */
export interface OwnDay {
  readonly day: Day;
  readonly from: "dateline" | "metadata" | "name";
}

/**
 * The day of a document: by the lines at its head, else by its metadata, else by the name of its file.
 * @param metadata an ISO day
 */
export function documentDay(text: string, metadata: string | null, name: string): OwnDay | null {
  const lines = text
    .slice(0, 8000)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const foot = text
    .slice(-3000)
    .split(/\r?\n/)
    .map((line) => line.trim());
  const written = dayAtHead(lines) ?? dayAtFoot(foot);
  if (written) return { day: written, from: "dateline" };
  if (metadata && isDay(metadata)) return { day: metadata, from: "metadata" };
  const [, year, month, day] =
    /(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name) ?? [];
  const named = `${year}-${month}-${day}`;
  return year !== undefined && isDay(named) ? { day: named, from: "name" } : null;
}
