// A source as an item of CSL-JSON, the form in which programs for citations exchange them, and the way back.
// https://docs.citationstyles.org/en/stable/specification.html and its csl-data.json schema.
import { isDate, type Source } from "@parley/core";
import { z } from "zod";
import { languageCode } from "../documents/index.js";

const name = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
  "non-dropping-particle": z.string().optional(),
});

const dateVariable = z.looseObject({
  "date-parts": z
    .array(z.array(z.union([z.number(), z.string()])).max(3))
    .max(2)
    .optional(),
  raw: z.string().optional(),
  literal: z.string().optional(),
});

/** As much of an item as a source is made of. */
export const cslItem = z.looseObject({
  title: z.string().optional(),
  author: z.array(name).optional(),
  issued: dateVariable.optional(),
  publisher: z.string().optional(),
  "container-title": z.union([z.string(), z.array(z.string())]).optional(),
  URL: z.string().optional(),
  DOI: z.string().optional(),
  language: z.string().optional(),
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
    ...(author !== undefined && { author: [{ literal: author }] }),
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
  const container = item["container-title"];
  const publisher = plain(Array.isArray(container) ? container[0] : container) || plain(item.publisher);
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

/** Without the marks of italics and the like, and in one line. */
const plain = (text: string | undefined): string =>
  (text ?? "")
    .replace(/<\/?(?:i|b|em|strong|sub|sup|span|sc)\b[^<>]{0,80}>/gi, "")
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\s]+/gu, " ")
    .trim();

const nameOf = ({ family, given, literal, "non-dropping-particle": particle }: z.output<typeof name>): string =>
  plain(literal ?? [given, particle, family].filter(Boolean).join(" "));

function dayOf(issued: z.output<typeof dateVariable> | undefined): string | null {
  const parts = issued?.["date-parts"]?.[0]?.map(Number).filter((part) => part > 0) ?? [];
  const [year, month, day] =
    parts.length > 0
      ? parts
      : (/^(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?/
          .exec(issued?.raw ?? issued?.literal ?? "")
          ?.slice(1)
          .map(Number) ?? []);
  const pad = (part: number, width: number): string => String(part).padStart(width, "0");
  for (const kept of [[year, month, day], [year, month], [year]]) {
    if (kept.some((part) => part === undefined || Number.isNaN(part))) continue;
    const date = kept.map((part, at) => pad(part ?? 0, at === 0 ? 4 : 2)).join("-");
    if (isDate(date)) return date;
  }
  return null;
}

function addressOf({ URL: url, DOI: doi }: CslItem): string | null {
  const written = url?.trim() ?? "";
  if (/^https?:\/\/\S{1,1980}$/i.test(written)) return written;
  return doi && /^10\.\S{1,200}$/.test(doi.trim()) ? `https://doi.org/${doi.trim()}` : null;
}
