// Every state of the screen has an address, and every file that the server writes: how they are made and read.
import type { AnalysisOptions } from "@parley/core/internal";

type Query = Readonly<Record<string, string | null | undefined>>;

/** A query without what is not said. */
function queryOf(query: Query): URLSearchParams {
  const said = Object.entries(query).flatMap(([key, value]) => (value == null ? [] : [[key, value]]));
  return new URLSearchParams(said);
}

/** What is kept from page to page: the day, the reader, whose views. */
const KEPT = ["as-of", "reader", "view"];

/** Null takes a parameter out; what is not named stays. */
export function changed(before: URLSearchParams, changes: Readonly<Record<string, string | null>>): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) after.delete(name);
    else after.set(name, value);
  }
  return after;
}

/** The same place of another page: day, reader and views stay, the rest is the page's own. */
export function pageAddress(
  id: string,
  now: URLSearchParams,
  page: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const search = queryOf({ ...Object.fromEntries(KEPT.map((name) => [name, now.get(name)])), ...more }).toString();
  return `/c/${encodeURIComponent(id)}/${page}${search ? `?${search}` : ""}`;
}

export const caseAt = (id: string): string => `/api/cases/${encodeURIComponent(id)}`;

/** As much of a view as a file that is written for it goes by. */
interface Seen {
  readonly id: string;
  readonly reader: string | null;
  readonly options: AnalysisOptions;
}

/** A file that the server writes of a case as it is seen: its place under the case, and what it goes by beside. */
export function fileAddress({ id, reader, options: { asOf, views } }: Seen, place: string, more: Query = {}): string {
  const query = queryOf({ reader, asOf: asOf || null, view: views && viewsText(views), ...more });
  return `${caseAt(id)}/${place}?${query}`;
}

/** `party:holder`, joined by commas; null where none is chosen. */
export function viewsFrom(text: string | null): Readonly<Record<string, string>> | null {
  if (!text) return null;
  return Object.fromEntries(
    text.split(",").flatMap((part) => {
      const [party, holder] = part.split(":");
      return party && holder ? [[party, holder]] : [];
    }),
  );
}

/** What an address says of the views that are chosen. */
export const viewsText = (views: Readonly<Record<string, string>>): string | null =>
  Object.entries(views)
    .map((pair) => pair.join(":"))
    .join(",") || null;
