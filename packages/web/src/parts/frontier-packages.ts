// Packages that leave nothing on the table, as the map shows them: which they are, and which lie in a rectangle.
import type { Band, FrontierResult } from "@parley/core/internal";
import type { Chosen } from "../chosen-package.js";

/** A package on the frontier, in points. */
export interface Efficient {
  readonly options: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Band>>;
  /** Share of the models in which it is efficient. */
  readonly share: number;
}

const exactly = (values: Readonly<Record<string, number>>): Record<string, Band> =>
  Object.fromEntries(
    Object.entries(values).map(([party, value]) => [party, { median: value, low: value, high: value }]),
  );

/** Those that are efficient in some of the models; of an exact answer the first of them. */
export function efficientIn(result: FrontierResult): Efficient[] {
  if (result.kind === "exact")
    return result.packages.slice(0, 200).map(({ options, values }) => ({ options, values: exactly(values), share: 1 }));
  return result.packages.map(({ options, values, efficient }) => ({
    options,
    values,
    share: efficient,
  }));
}

/** A rectangle on the map, in points. */
export interface Area {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** As an address says it; null where it says none. */
export function areaFrom(text: string | null): Area | null {
  const [x0, x1, y0, y1] = (text ?? "").split(",").map(Number);
  if (x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined) return null;
  return [x0, x1, y0, y1].every(Number.isFinite) ? { x0, x1, y0, y1 } : null;
}

export const within = ({ x0, x1, y0, y1 }: Area, a: number, b: number): boolean =>
  a >= x0 && a <= x1 && b >= y0 && b <= y1;

/** As an address says it: tenths of points. */
export const areaText = ({ x0, x1, y0, y1 }: Area): string => [x0, x1, y0, y1].map((end) => end.toFixed(1)).join(",");

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far the hand has to go before it draws a rectangle, in pixels. */
const LEAST = 8;

/** Between two points, in any direction; null where they are too near. */
export function between(from: Point, to: Point): Area | null {
  if (Math.abs(to.x - from.x) + Math.abs(to.y - from.y) < LEAST) return null;
  return {
    x0: Math.min(from.x, to.x),
    x1: Math.max(from.x, to.x),
    y0: Math.min(from.y, to.y),
    y1: Math.max(from.y, to.y),
  };
}

/** What a package changes against the one in the making. */
export const changesTo = ({ options }: Pick<Efficient, "options">, chosen: Chosen): [issue: string, option: string][] =>
  Object.entries(options).filter(([issue, option]) => chosen[issue] !== option);
