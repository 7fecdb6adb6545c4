// A source as an item of CSL-JSON, the form in which programs for citations exchange them, and the way back.
// https://docs.citationstyles.org/en/stable/specification.html and its csl-data.json schema.
import { isDate, readWrittenDay, type Source } from "@parley/core/internal";
import { z } from "zod";
import { languageCode } from "../documents/index.js";

const name = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
  "non-dropping-particle": z.string().optional(),
});

const dateVariable = z.looseObject({
  "date-parts": z.array(z.array(z.unknown())).optional(),
  raw: z.string().optional(),
  literal: z.string().optional(),
});

/** A text; of several, as Crossref gives titles, the first. */
const text = z.union([z.string(), z.array(z.string()).transform(([first = ""]) => first)]);

/** As much of an item as a source is made of. What has another form than it should counts as not there, and the rest is taken. */
export const cslItem = z.looseObject({
  title: text.optional().catch(undefined),
  author: z.array(name).optional().catch(undefined),
  issued: dateVariable.optional().catch(undefined),
  publisher: text.optional().catch(undefined),
  "container-title": text.optional().catch(undefined),
  URL: z.string().optional().catch(undefined),
  DOI: z.string().optional().catch(undefined),
  language: z.string().optional().catch(undefined),
});

export type CslItem = z.output<typeof cslItem>;

/** What a file of citations says of one source. */
export type CitedSource = Pick<Source, "title" | "publisher" | "date" | "url" | "author" | "language">;

/** The source as an item. Its grade is its keeper's judgement and no part of a citation. */
export function cslOf({ id, title, publisher, date, url, author, language }: Source): object {
  return {
    id,
    type: url ? "webpage" : "document",
    title,
    ...(author !== undefined && { author: author.split(/;\s*/).map((one) => ({ literal: one })) }),
    ...(date !== null && { issued: { "date-parts": [date.split("-").map(Number)] } }),
    ...(publisher !== null && { publisher }),
    ...(url !== null && { URL: url }),
    ...(language !== undefined && { language }),
  };
}

/** The source that an item tells; null where it has no title. */
export function sourceOf(item: CslItem): CitedSource | null {
  const title = plain(item.title);
  if (title === "") return null;
  const publisher = plain(item["container-title"]) || plain(item.publisher);
  const author = (item.author ?? []).map(nameOf).filter(Boolean).join("; ").slice(0, MOST_AUTHOR);
  const language = languageCode(plain(item.language));
  return {
    title,
    publisher: publisher || null,
    date: dayOf(item.issued),
    url: addressOf(item),
    ...(author && { author }),
    ...(language && { language }),
  };
}

const MOST_AUTHOR = 200;

/** Without the marks of italics and the like and what no text may hold, and in one line. */
const plain = (text: string | undefined): string =>
  (text ?? "")
    .replace(/<\/?(?:i|b|em|strong|sub|sup|span|sc)\b[^<>]{0,80}>/gi, "")
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff\u202a-\u202e\u2066-\u2069\s]+/gu, " ")
    .trim();

const nameOf = ({ family, given, literal, "non-dropping-particle": particle }: z.output<typeof name>): string =>
  plain(literal ?? [given, particle, family].filter(Boolean).join(" "));

/** Day, month or year, as far as it is told: by parts, by their order, or as people write days. */
function dayOf(issued: z.output<typeof dateVariable> | undefined): string | null {
  const parts = issued?.["date-parts"]?.[0];
  if (parts) return dateOfParts(parts);
  const written = (issued?.raw ?? issued?.literal ?? "").trim().slice(0, 60);
  const numbers =
    /^(\d{4})(?:[-/]?(\d{2}))?(?:[-/]?(\d{2}))?(?:\D|$)/.exec(written) ??
    /^(\d{4})[-/](\d)(?:[-/](\d{1,2}))?$/.exec(written);
  if (numbers) return dateOfParts(numbers.slice(1));
  const read = readWrittenDay(written);
  // "02/03/2019" is one of two days, and surely of that year.
  return read.kind === "day" ? read.date : (/\b\d{4}\b/.exec(written)?.[0] ?? null);
}

/** Year, month and day up to the first that is missing, or none of a calendar. */
function dateOfParts([year, ...rest]: readonly unknown[]): string | null {
  const number = (part: unknown): number =>
    typeof part === "number" || (typeof part === "string" && part.trim() !== "") ? Number(part) : Number.NaN;
  if (!(number(year) >= 1 && number(year) <= 9999)) return null;
  let date = String(number(year)).padStart(4, "0");
  for (const part of rest.slice(0, 2)) {
    const longer = `${date}-${String(number(part)).padStart(2, "0")}`;
    if (!isDate(longer)) break;
    date = longer;
  }
  return isDate(date) ? date : null;
}

function addressOf({ URL: url, DOI: doi }: CslItem): string | null {
  const written = url?.trim() ?? "";
  if (/^https?:\/\/\S{1,1980}$/i.test(written)) return written;
  return doi && /^10\.\S{1,200}$/.test(doi.trim()) ? `https://doi.org/${doi.trim()}` : null;
}
