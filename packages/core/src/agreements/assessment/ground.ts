// The preparation that all offers of a case share: the efficient packages and the zone of agreement in every drawn
// model of the parties' preferences.
import { type Case, done, type Outcome, type Package, refuse } from "../../case/index.js";
import { at } from "../../math/index.js";
import { type DecidingFront, DIRECT_FROM, decidingFrontOf } from "../direct/deciding.js";
import { type Paths, pathsOf } from "../direct/paths.js";
import { costOf, workOfModel } from "../direct/work.js";
import { frontOf } from "../front.js";
import type { Front, FrontValues } from "../front-table.js";
import { limitOf } from "../laying-work.js";
import { drawOf, type Member, type Panel, reservationIn, worthIn } from "../panel.js";
import type { Setting } from "../setting.js";
import { buildSpace, redLinesOn, ruledOut, type Space, type StandingRedLine } from "../space.js";
import { factsOf, type ZoneFacts } from "../zone.js";

/** What every offer of a case is measured against under one prior: drawn once, shared by all offers. */
export interface Ground {
  readonly negotiation: Case;
  readonly panel: Panel;
  /** Packages that cross no red line. */
  readonly space: Space;
  readonly lines: readonly StandingRedLine[];
  /** One front a model; null where the red lines leave nothing. With more than two parties only the packages that decide. */
  readonly fronts: readonly (FrontValues | null)[];
  /** Whether the fronts are whole frontiers. */
  readonly whole: boolean;
  /** Where they are not: what finding them took, in all models together. */
  readonly cost: number;
  readonly zones: readonly ZoneFacts[];
  /** In models without a zone, the package that is nearest to suiting all, by how many of them. */
  readonly nearest: ReadonlyMap<string, number>;
  /** No solution is misjudged by more than this, in any party's value 0–1. */
  readonly error: number;
}

/** Packages that cross no red line. @returns refused where the rules are too entangled. */
export function acceptableSpace({ negotiation, views, asOf }: Setting): Outcome<Space> {
  const lines = redLinesOn(negotiation, views, asOf);
  const space = buildSpace(negotiation, [...ruledOut(negotiation), ...lines.map((line) => line.crossed)]);
  return space.ok ? done(space.value) : refuse(...space.reasons);
}

/** Models from the first up to, and not including, the last. */
export interface ModelRange {
  readonly from: number;
  readonly to: number;
}

/** The fronts and zones of a panel's models, all of them unless a range is given. */
export function groundOf(
  negotiation: Case,
  panel: Panel,
  space: Space,
  lines: readonly StandingRedLine[],
  { from, to }: ModelRange = { from: 0, to: panel.count },
  progress: (share: number) => void = () => {},
): Ground {
  const fronts: (FrontValues | null)[] = [];
  const nearest = new Map<string, number>();
  let error = 0;
  const zones: ZoneFacts[] = [];
  const veto = vetoes(panel);
  const limit = limitOf(panel, veto.length);
  const whole = veto.length < DIRECT_FROM;
  const paths = whole || space.empty ? null : pathsOf(space, panel.offsets);
  let cost = 0;
  for (let model = from; model < to; model++) {
    if (model % 64 === 63) progress((model + 1 - from) / (to - from));
    if (paths) {
      const solved = solveModel(panel, paths, model);
      cost += solved.cost;
      fronts.push({ size: solved.front.size, parties: solved.front.parties, values: solved.front.values });
      zones.push(solved.facts);
      error = Math.max(error, solved.facts.error);
      if (solved.facts.nearest !== null) {
        const key = at(solved.front.packages, solved.facts.nearest).join();
        nearest.set(key, (nearest.get(key) ?? 0) + 1);
      }
      continue;
    }
    const worths = veto.map((member) => worthIn(panel, member, model));
    const front =
      space.empty || worths.length === 0 ? null : frontOf(space, worths, panel.offsets, { ...limit, valuesOnly: true });
    const facts = factsOf(front, panel, model);
    fronts.push(front && { size: front.size, parties: front.parties, values: front.values });
    zones.push(facts);
    error = Math.max(error, front?.error ?? 0);
    if (front && facts.nearest !== null) {
      // The same front again, with its packages: the same rows in the same order.
      const key = packageKey(frontOf(space, worths, panel.offsets, limit), facts.nearest, negotiation);
      nearest.set(key, (nearest.get(key) ?? 0) + 1);
    }
  }
  return { negotiation, panel, space, lines, fronts, whole, cost, zones, nearest, error };
}

/** One model, solved without its frontier. */
export interface SolvedModel {
  readonly front: DecidingFront;
  readonly facts: ZoneFacts;
  readonly cost: number;
}

/** An error from which a model is left out of the split: half a point. */
const UNSOLVED = 0.005;

export const isSolved = ({ error }: ZoneFacts): boolean => error < UNSOLVED;

export function solveModel(panel: Panel, paths: Paths, model: number): SolvedModel {
  const veto = vetoes(panel);
  const work = workOfModel(panel.count);
  const reservation = veto.map((member) => reservationIn(member, model));
  const worths = veto.map((member) => worthIn(panel, member, model));
  const front = decidingFrontOf(paths, worths, panel.offsets, reservation, work);
  return { front, facts: { ...factsOf(front, panel, model), error: front.error }, cost: costOf(work) };
}

function packageKey(front: Front, row: number, { issues }: Case): string {
  const options = new Int32Array(issues.length);
  front.fill(row, options);
  return options.join();
}

/** Members with a veto, in the order of the case's parties. */
export const vetoes = (panel: Panel): Member[] => panel.negotiating.map((place) => at(panel.members, place));

/** Change of every negotiating party's value 0–1, in every model, where one issue of a package takes another option. */
export function changeIn(panel: Panel, options: Package, issue: number, option: number): Float64Array[] {
  const size = at(panel.offsets, panel.offsets.length - 1);
  const offset = at(panel.offsets, issue);
  return vetoes(panel).map((member) =>
    Float64Array.from({ length: panel.count }, (_, model) => {
      const start = drawOf(member, model) * size + offset;
      return member.models.worth[start + option]! - member.models.worth[start + at(options, issue)]!;
    }),
  );
}
