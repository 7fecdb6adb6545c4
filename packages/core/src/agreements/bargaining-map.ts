// The picture of a negotiation: value to one party across, to another up. Bands are of many models, so the frontier
// is drawn by what it still leaves the one when the other has so much.
import { type Case, done, isBy, type Outcome, type Package, refuse } from "../case/index.js";
import { at, type Band, band, quantile } from "../math/index.js";
import { type Ground, vetoes } from "./assessment/ground.js";
import { type LaidParts, layGrounds } from "./assessment/lay.js";
import { frontOf } from "./front.js";
import type { FrontValues } from "./front-table.js";
import { byParty, reservationIn, reservationsOf, valuesOf, worthIn } from "./panel.js";
import { type Provenance, provenanceOf } from "./provenance.js";
import { type AnalysisOptions, missingInterests, sampledLimit, settingOf, singleLimit } from "./setting.js";
import { solutionConcepts, VERDICT_CONCEPTS } from "./solutions.js";
import { solve, zoneOf } from "./zone.js";

/** The most that the frontier leaves `up` where `across` has `at` points; null from where most models leave nothing. */
export interface FrontierPoint {
  readonly at: number;
  readonly band: Band | null;
}

export interface MapPoint {
  /** `package`: one that a person is making; no analysis returns it. */
  readonly kind: "offer" | "today" | "no deal" | (typeof VERDICT_CONCEPTS)[number] | "package";
  readonly id: string;
  readonly name: string;
  readonly by: readonly string[];
  /** Points 0–100 of each negotiating party. */
  readonly values: Readonly<Record<string, Band>>;
}

/** Two of the negotiating parties against each other. */
export interface Plot {
  readonly across: string;
  readonly up: string;
  readonly frontier: readonly FrontierPoint[];
}

export interface BargainingMap extends Provenance {
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  /** One for every pair of negotiating parties. */
  readonly plots: readonly Plot[];
  readonly points: readonly MapPoint[];
  readonly reservation: Readonly<Record<string, Band>>;
  /** Share of models with a zone of agreement: the solutions are those of these models. */
  readonly zone: number;
}

const GRID = 2;

/** The frontier across no red line with offers, solutions and walk-away values on it. @returns refused where a negotiating party has no interests on file. */
export function bargainingMap(
  written: Case,
  options: AnalysisOptions = {},
  parts: LaidParts | null = null,
): Outcome<BargainingMap> {
  const setting = settingOf(written, options);
  if (!setting.ok) return setting;
  const { negotiation, asOf, onProgress } = setting.value;
  if (setting.value.unmodelled.length > 0) return refuse(missingInterests(setting.value));
  const laid = layGrounds(setting.value, parts?.slice(0, 1) ?? null, onProgress, ["independent"]);
  if (!laid.ok) return laid;
  if (laid.value.leftOut !== null) return refuse(laid.value.leftOut);
  const ground = at(laid.value.grounds, 0);
  const { panel } = ground;
  const members = vetoes(panel);
  const valuesFor = (chosen: Package) =>
    byParty(panel, (place) => inPoints(valuesOf(panel, at(members, place), chosen)));
  const offers = negotiation.offers.filter(({ date, open }) => isBy(date, asOf) && open.length === 0);
  const solved = solutionsIn(ground);
  return done({
    ...provenanceOf(setting.value, [panel], "frontier across no red line; medians and 5–95 % bands over the models"),
    parties: members.map(({ party, name }) => ({ id: party, name })),
    plots: plotsOf(ground),
    points: [
      { kind: "today", id: "today", name: "today", by: [], values: valuesFor(negotiation.today) },
      ...noDealPoint(negotiation, valuesFor),
      ...offers.map(({ id, name, by, options: chosen }) => ({
        kind: "offer" as const,
        id,
        name,
        by,
        values: valuesFor(chosen),
      })),
      ...solved.points,
    ],
    reservation: byParty(panel, (place) => inPoints(reservationsOf(panel, at(members, place)))),
    zone: solved.zone,
  });
}

const inPoints = (values: Iterable<number>): Band => band(Array.from(values, (value) => 100 * value));

function noDealPoint({ noDeal }: Case, valuesFor: (chosen: Package) => Record<string, Band>): MapPoint[] {
  return noDeal ? [{ kind: "no deal", id: "no-deal", name: "no deal", by: [], values: valuesFor(noDeal) }] : [];
}

function plotsOf(ground: Ground): Plot[] {
  const members = vetoes(ground.panel);
  const pairs = members.flatMap((_, a) => members.slice(a + 1).map((_, b) => [a, a + 1 + b] as const));
  return pairs.map(([a, b]) => ({
    across: at(members, a).party,
    up: at(members, b).party,
    frontier: curve(frontsOf(ground, a, b)),
  }));
}

/** The front of two parties in every model: the one at hand, or, of more parties, that of these two alone. */
function frontsOf(ground: Ground, a: number, b: number): (FrontValues | null)[] {
  const { panel, space } = ground;
  const members = vetoes(panel);
  if (members.length === 2) return [...ground.fronts];
  const limit = panel.count === 1 ? singleLimit(2) : sampledLimit(2, at(panel.offsets, panel.offsets.length - 1));
  return Array.from({ length: panel.count }, (_, model) =>
    space.empty
      ? null
      : frontOf(
          space,
          [a, b].map((place) => worthIn(panel, at(members, place), model)),
          panel.offsets,
          { ...limit, valuesOnly: true },
        ),
  );
}

/** Over the models, the most that is left for the second where the first has at least so much. */
function curve(fronts: readonly (FrontValues | null)[]): FrontierPoint[] {
  return Array.from({ length: 100 / GRID + 1 }, (_, step) => {
    const most = Float64Array.from(fronts, (front) => mostLeft(front, (step * GRID) / 100)).sort();
    // A model without such a package counts as less than nothing, so that the band closes where the frontiers end.
    const points = (q: number) =>
      100 *
      quantile(
        most.map((value) => Math.max(value, -1)),
        q,
      );
    const drawn = most.length > 0 && quantile(most, 0.5) >= 0;
    return {
      at: step * GRID,
      band: drawn ? { median: points(0.5), low: Math.max(0, points(0.05)), high: Math.max(0, points(0.95)) } : null,
    };
  });
}

/** −1 where no package gives the first so much. Rows run by the first value descending, so the last that fits is best. */
function mostLeft(front: FrontValues | null, least: number): number {
  let most = -1;
  for (let row = 0; row < (front?.size ?? 0) && (front?.values[2 * row] ?? 0) >= least - 1e-9; row++)
    most = Math.max(most, front?.values[2 * row + 1] ?? 0);
  return most;
}

/**
 * Nash and Kalai–Smorodinsky over the models that have a zone of agreement. In one model every tied package is a point
 * of its own; over many, of the few that tie, their mean.
 */
function solutionsIn({ panel, fronts }: Ground): { points: MapPoint[]; zone: number } {
  const members = vetoes(panel);
  const zones = fronts.map((front, model) => {
    const zone =
      front &&
      zoneOf(
        front,
        members.map((member) => reservationIn(member, model)),
      );
    return front && zone && zone.rows.length > 0 ? { front, zone } : null;
  });
  const agreeing = zones.filter((one) => one !== null);
  if (agreeing.length === 0) return { points: [], zone: 0 };
  const points = VERDICT_CONCEPTS.flatMap((kind): MapPoint[] => {
    const { name } = solutionConcepts[kind];
    const solved = agreeing.map(({ front, zone }) =>
      solve(zone, kind).map((row) => members.map((_, p) => at(front.values, row * members.length + p))),
    );
    const point = (id: string, of: readonly (readonly number[])[]): MapPoint => ({
      kind,
      id,
      name,
      by: [],
      values: byParty(panel, (place) => inPoints(of.map((values) => at(values, place)))),
    });
    if (panel.count === 1)
      return (solved[0] ?? []).map((values, k) => point(k === 0 ? kind : `${kind}-${k + 1}`, [values]));
    return [point(kind, solved.map(meanOf))];
  });
  return { points, zone: agreeing.length / panel.count };
}

const meanOf = (rows: readonly (readonly number[])[]): number[] =>
  (rows[0] ?? []).map((_, p) => rows.reduce((sum, row) => sum + at(row, p), 0) / rows.length);
