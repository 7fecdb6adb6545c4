// What is odd about rows and can be mended where they are written, as warnings with their places.
import { type Case, inReadingOrder, type Problem } from "../../case/index.js";
import { type Book, dayText } from "./book.js";
import { linesText, namesOf } from "./called.js";
import { OBSERVATIONS_FILE } from "./columns.js";
import { monitor } from "./monitor.js";
import type { Rows } from "./read-rows.js";
import type { Finding } from "./types.js";

/** Rows that are kept and judged by nothing. What sources say of each other is no slip of whoever writes the file. */
const MENDABLE: readonly Finding["kind"][] = [
  "unspoken",
  "future",
  "not-accepted",
  "not-counted",
  "unattributed",
  "duplicate",
];

/** The last day that any row is of, or was reported on: by then every row counts. */
function lastOf(book: Book): number {
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < book.size(); row++) last = Math.max(last, book.reported(row), book.last(row));
  return last;
}

/** @returns warnings; none where there are no rows, or nothing that they could be about */
export function checkRows(negotiation: Case, rows: Rows): Problem[] {
  if (rows.book.size() === 0) return [];
  const watch = monitor(negotiation, rows, { asOf: dayText(lastOf(rows.book)) });
  if (!watch.ok) return [];
  const found = watch.value.standing();
  const nameOf = namesOf(found);
  const problems = found.findings.flatMap(({ kind, about, text, lines, rows: count }) => {
    const [line] = lines;
    if (line === undefined || !MENDABLE.includes(kind)) return [];
    const all = count > 1 ? ` (${linesText(lines, count)})` : "";
    const message = `${nameOf(about)}: ${text}${all}${text.endsWith("?") ? "" : "."}`;
    return [{ severity: "warning" as const, place: { file: OBSERVATIONS_FILE, line, column: 1 }, message }];
  });
  return inReadingOrder(problems);
}
