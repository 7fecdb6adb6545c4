// A figure against a limit: within, beyond, or not to be said.
import { type Bound, type Limit, type Metric, unitFactor } from "../../case/index.js";
import { type Book, COMPARATORS } from "./book.js";
import type { Range, Windowed } from "./windows.js";

export type SideOfLimit = "within" | "beyond" | "unclear";

/** A bound in the unit of its metric; two units of one limit need not say quite the same. */
interface Edge {
  readonly low: number;
  readonly high: number;
  /** As the text gives it, by unit. */
  readonly written: Bound;
}

export interface LimitScale {
  /** A row's figure in the unit of the metric. */
  readonly figure: (row: number) => number;
  readonly edge: (bound: Bound) => Edge;
  /** How the row stands to a limit. */
  readonly side: (row: number, limit: Limit) => SideOfLimit;
  /** Where figures are taken over a time. */
  readonly over: Windowed | null;
  /** What a limit leaves room for, the last digits of a double included. */
  readonly range: (limit: Limit) => Range;
  /** Whether a figure in the unit of the metric is beyond a limit. */
  readonly isBeyond: (figure: number, limit: Limit) => boolean;
}

/** How near its limit a figure that is only about right says nothing. */
const ABOUT = 0.02;

/** What is equal but for the last digits of a double. */
const ROUNDING = 1e-9;

/** @param take what is made of figures before they are compared; each stands for itself unless given */
export function scaleOf(
  book: Book,
  metric: Metric,
  take: (plain: (row: number) => number) => Windowed | null = () => null,
): LimitScale {
  const enrichment = metric.enrichment ?? undefined;
  const factors = new Map<string, number>();
  const factor = (from: string, to: string | null): number => {
    if (to === null || from === "" || from === to) return 1;
    const key = `${from}\n${to}`;
    const known = factors.get(key);
    if (known !== undefined) return known;
    const found = unitFactor(from, to, enrichment) ?? 1;
    factors.set(key, found);
    return found;
  };
  const plain = (row: number): number => book.value(row) * factor(book.unit(row), metric.unit);
  const over = take(plain);
  const figure = over?.figure ?? plain;
  const edges = new Map<Bound, Edge>();
  const edge = (bound: Bound): Edge => {
    const known = edges.get(bound);
    if (known) return known;
    const values = bound.map(({ value, unit }) => value * factor(unit ?? "", metric.unit));
    const found = { low: Math.min(...values), high: Math.max(...values), written: bound };
    edges.set(bound, found);
    return found;
  };
  /** A figure in a unit that the text gives the limit in is compared with that, as written. */
  const against = (row: number, bound: Bound): { value: number; low: number; high: number } => {
    const unit = book.unit(row);
    const own = bound.length > 1 && !over ? bound.find((one) => one.unit === unit) : undefined;
    if (own) return { value: book.value(row), low: own.value, high: own.value };
    const { low, high } = edge(bound);
    return { value: figure(row), low, high };
  };
  const side = (row: number, { atMost, atLeast }: Limit): SideOfLimit => {
    const sides = [
      atMost ? sideOf(against(row, atMost), COMPARATORS[book.comparator(row)] ?? "", 1) : "within",
      atLeast ? sideOf(against(row, atLeast), COMPARATORS[book.comparator(row)] ?? "", -1) : "within",
    ] as const;
    if (sides.includes("beyond")) return "beyond";
    return sides.includes("unclear") ? "unclear" : "within";
  };
  const isBeyond = (value: number, { atMost, atLeast }: Limit): boolean =>
    (atMost !== null && value > edge(atMost).high) || (atLeast !== null && value < edge(atLeast).low);
  const range = ({ atMost, atLeast }: Limit): Range => {
    const [low, high] = [
      atLeast ? edge(atLeast).low : Number.NEGATIVE_INFINITY,
      atMost ? edge(atMost).high : Number.POSITIVE_INFINITY,
    ];
    const close = (value: number) => (Number.isFinite(value) ? ROUNDING * Math.max(1, Math.abs(value)) : 0);
    return { least: low - close(low), most: high + close(high) };
  };
  return { figure, edge, side, over, range, isBeyond };
}

/** `turn` is 1 for a limit from above and −1 for one from below, which is the same seen in a mirror. */
function sideOf(
  { value, low, high }: { value: number; low: number; high: number },
  comparator: (typeof COMPARATORS)[number],
  turn: 1 | -1,
): SideOfLimit {
  const [figure, strict, loose] = turn === 1 ? [value, low, high] : [-value, -high, -low];
  const close = ROUNDING * Math.max(1, Math.abs(strict), Math.abs(loose));
  const upper = turn === 1 ? ["≤", "<"] : ["≥", ">"];
  const lower = turn === 1 ? ["≥", ">"] : ["≤", "<"];
  if (upper.includes(comparator)) return figure <= strict + close ? "within" : "unclear";
  if (lower.includes(comparator)) {
    const more = comparator === ">" || comparator === "<" ? figure >= loose - close : figure > loose + close;
    return more ? "beyond" : "unclear";
  }
  // About as much as the limit is not more than it.
  const about = comparator === "~" ? ABOUT * Math.max(Math.abs(strict), Math.abs(loose)) : 0;
  if (comparator === "~" && figure > strict - about && figure <= loose + about) return "unclear";
  if (figure <= strict + close) return "within";
  return figure > loose + close ? "beyond" : "unclear";
}

/** Two figures whose digits differ by two neighbours that changed places: 372.3 and 373.2. */
export function transposed(a: number, b: number): boolean {
  const [x, y] = [`${a}`, `${b}`].map((text) => text.replace(".", ""));
  if (x === undefined || y === undefined || x.length !== y.length || x === y) return false;
  const at = [...x].findIndex((digit, i) => digit !== y[i]);
  return x[at] === y[at + 1] && x[at + 1] === y[at] && x.slice(at + 2) === y.slice(at + 2);
}
