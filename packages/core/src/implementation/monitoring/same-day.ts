// What figures of one day say of each other: corrections, conflicts, transposed digits, two units.
import { type Limit, PROOFS } from "../../case/index.js";
import type { Book } from "./book.js";
import { type LimitScale, type SideOfLimit, transposed } from "./compare.js";
import { type Note, type Notes, withNote } from "./notes.js";

/** Figures in different units of one thing that agree to this part are the same figure, rounded twice. */
const UNIT_ROUNDING = 1e-3;

type Together = SideOfLimit | "mixed";

/** What several figures about one thing say at once. */
function together(sides: readonly SideOfLimit[]): Together {
  const known = new Set(sides.filter((side) => side !== "unclear"));
  if (known.size === 2) return "mixed";
  return [...known][0] ?? "unclear";
}

/**
 * Figures of one day, those that name one party together: what one did is no word on another. A figure that names nobody is
 * about all of them, so one within the limit contradicts whoever is named beyond it, and all are then about one thing.
 */
function apart(
  book: Book,
  rows: readonly number[],
  sideOf: (row: number) => SideOfLimit,
): readonly (readonly number[])[] {
  if (rows.length < 2) return [rows];
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const there = groups.get(book.by(row));
    if (there) there.push(row);
    else groups.set(book.by(row), [row]);
  }
  const denied =
    groups.get("")?.some((row) => sideOf(row) === "within") === true &&
    rows.some((row) => book.by(row) !== "" && sideOf(row) === "beyond");
  return denied ? [rows] : [...groups.values()];
}

/** What the figures of one day say at once: beyond the limit where what any one party did is; null where there are none. */
export function verdict(book: Book, rows: readonly number[], sideOf: (row: number) => SideOfLimit): Together | null {
  const [one] = rows;
  if (one === undefined) return null;
  if (rows.length === 1) return sideOf(one);
  const each = new Set(apart(book, rows, sideOf).map((group) => together(group.map(sideOf))));
  return (["beyond", "mixed", "within"] as const).find((word) => each.has(word)) ?? "unclear";
}

interface Compared {
  readonly book: Book;
  readonly scale: LimitScale;
  readonly notes: Notes;
  readonly figures: readonly number[];
  readonly sideOf: (row: number) => SideOfLimit;
  readonly proofs: readonly number[];
  readonly whole: boolean;
  readonly limits: readonly Limit[];
}

/** What figures of one day say of each other. */
export function compared({ book, scale, notes, figures, sideOf, proofs, whole, limits }: Compared): Notes {
  // One figure has nothing to disagree with.
  if (figures.length === 1 && figures.every((row) => sideOf(row) !== "unclear")) return notes;
  let next = notes;
  const add = (kind: Note["kind"], text: string, rows: readonly number[]) => {
    next = withNote(next, { kind, text, rows });
  };
  const measured = (row: number) =>
    Number.isFinite(scale.figure(row)) &&
    limits.every(({ atMost, atLeast }) =>
      [atMost, atLeast].every((bound) => !bound || Number.isFinite(scale.edge(bound).low)),
    );
  const unclear = figures.filter((row) => sideOf(row) === "unclear" && book.comparator(row) === 0 && measured(row));
  if (unclear.length > 0) {
    if (!whole)
      add(
        "unclear",
        "is dated over a time in which the limit was not in force throughout: no breach can be said",
        unclear,
      );
    else if (limits.length > 1)
      add(
        "unclear",
        "is dated over a time in which the limit changed, and is within one and beyond the other",
        unclear,
      );
    else
      add(
        "two-units",
        "is beyond the limit in one of the units in which the text gives it, and within it in the other",
        unclear,
      );
  }
  const proved = new Set(proofs);
  const others = figures.filter((row) => !proved.has(row));
  for (const set of [proofs, others].flatMap((all) => apart(book, all, sideOf))) {
    const exact = set.filter((row) => book.comparator(row) === 0);
    const [one, other] = unlike(book, scale, exact);
    if (one === undefined || other === undefined) continue;
    const both = together(exact.map(sideOf));
    const what =
      both === "mixed"
        ? "one within the limit and one beyond it: nothing is proved"
        : "on the same side of the limit, so the judgement stands";
    const values = [...new Set(exact.map((row) => figureText(book, row)))];
    const shown = values.length > SHOWN ? [...values.slice(0, SHOWN), "…"] : values;
    if (transposed(book.value(one), book.value(other)))
      add("transposed", `two digits changed places (${shown.join(", ")}), ${what}`, exact);
    else add("conflict", `figures of one day differ (${shown.join(", ")}), ${what}`, exact);
  }
  // Beside a proof about the same party: an estimate may differ from it, what is reported or declared should not.
  const exact = proofs.filter((row) => book.comparator(row) === 0);
  const said = others.filter((row) => book.comparator(row) === 0 && PROOFS[book.qualifier(row)] !== "estimated");
  for (const claim of exact.length === 0 ? [] : said.slice(0, SHOWN)) {
    const proof = exact.findLast((row) => book.by(row) === book.by(claim));
    if (proof === undefined || unlike(book, scale, [proof, claim]).length === 0) continue;
    const pair = `${figureText(book, proof)} is proved, ${figureText(book, claim)} is ${PROOFS[book.qualifier(claim)]}`;
    if (transposed(book.value(proof), book.value(claim)))
      add("transposed", `${pair}: two digits changed places, and the proof is used`, [proof, claim]);
    else add("conflict", `${pair}: the proof is used`, [proof, claim]);
  }
  return next;
}

/** Of figures that differ, as many as a line holds. */
const SHOWN = 6;

const figureText = (book: Book, row: number): string =>
  `${book.value(row)}${book.unit(row) ? ` ${book.unit(row)}` : ""}`;

/** Two figures that do not say the same; in different units they may differ by rounding. */
function unlike(book: Book, scale: LimitScale, rows: readonly number[]): readonly number[] {
  const sorted = [...rows].sort((a, b) => scale.figure(a) - scale.figure(b));
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return [];
  const [low, high] = [scale.figure(least), scale.figure(most)];
  const close = book.unit(least) === book.unit(most) ? 1e-9 : UNIT_ROUNDING;
  return high - low > close * Math.max(Math.abs(low), Math.abs(high)) ? [least, most] : [];
}
