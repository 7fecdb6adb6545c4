// The frontier where every preference is a number: one model, exact, with the solutions on it, or the nearest package
// where none suits all.
import { type Case, meets } from "../case/index.js";
import { at, points, TOLERANCE } from "../math/index.js";
import { enoughOf } from "./acceptance.js";
import { type AdjustedWinner, adjustedWinner } from "./adjusted-winner.js";
import { type BetweenSteps, betweenSteps } from "./between-steps.js";
import { nashOf, zoneFrontOf } from "./direct-solutions.js";
import { frontOf } from "./front.js";
import type { Front } from "./front-table.js";
import { byParty, type Panel, reservationIn, valueIn, worthIn } from "./panel.js";
import { type Provenance, provenanceOf } from "./provenance.js";
import { optionIds, type Setting, singleLimit } from "./setting.js";
import { bySolution, type SolutionConcept, type SolutionKey } from "./solutions.js";
import { countPackages, redLinesOn, type Space, type Spaces } from "./space.js";
import { nearestTo, solve, zoneOf } from "./zone.js";

export interface FrontierPackage {
  readonly options: Readonly<Record<string, string>>;
  /** Value to each negotiating party, in points. */
  readonly values: Readonly<Record<string, number>>;
  /** Packages with these same values, itself among them. */
  readonly ties: number;
}

export interface Solution {
  readonly name: string;
  readonly packages: readonly Omit<FrontierPackage, "ties">[];
  /** Set where the concept compares one party's points with another's. */
  readonly warning?: string;
}

/** The frontier where every party's preferences are numbers: one model, exact. */
export interface ExactFrontier extends Provenance {
  readonly kind: "exact";
  readonly today: Readonly<Record<string, string>>;
  /** Distinct value vectors. */
  readonly count: number;
  readonly exact: boolean;
  /** No package left out is better than one listed by more than this many points for any party; 0 when exact. */
  readonly error: number;
  readonly packages: readonly FrontierPackage[];
  /** In points. */
  readonly reservation: Readonly<Record<string, number>>;
  readonly solutions: Readonly<Record<SolutionKey, Solution>>;
  /** Solutions between the steps of a continuous issue; null where there is none, or more than one. */
  readonly betweenSteps: BetweenSteps | null;
  /** For two parties and issues that can be shared out; null elsewhere. */
  readonly adjustedWinner:
    | (AdjustedWinner & { readonly parties: readonly [string, string]; readonly issues: readonly string[] })
    | null;
  /** Where nothing suits all; `nearest` is null where the red lines leave no package. */
  /** How many of all packages that the rules allow enough parties would sign; null where there are too many to go through. */
  readonly passing: { readonly count: number; readonly of: number } | null;
  readonly noZone: {
    /** In points. */
    readonly shortfall: Readonly<Record<string, number>>;
    readonly nearest: Readonly<Record<string, string>> | null;
  } | null;
}

const WARNING = "compares the points of different parties, which have no common unit";

/** One model: the frontier as it is, and every solution. */
export function exactFrontier(setting: Setting, panel: Panel, { feasible, acceptable }: Spaces): ExactFrontier {
  const { negotiation } = setting;
  const worths = panel.negotiating.map((place) => worthIn(panel, at(panel.members, place), 0));
  const limit = singleLimit(worths.length);
  const front = frontOf(feasible, worths, panel.offsets, limit);
  const signable =
    acceptable === feasible ? front : acceptable.empty ? null : frontOf(acceptable, worths, panel.offsets, limit);
  const reservation = panel.negotiating.map((place) => reservationIn(at(panel.members, place), 0));
  const list = (source: Front, row: number) => packageAt(negotiation, panel, source, row);
  const whole = signable && { front: signable, zone: zoneOf(signable, reservation) };
  // Where the frontier was thinned its zone alone may still be had exactly.
  const close =
    whole && whole.front.error > 0 ? zoneFrontOf(acceptable, worths, panel.offsets, reservation, limit) : null;
  // One that is exact, or the one whose packages are listed unless it misses the zone.
  const better = close && (close.front.error === 0 || whole?.zone.rows.length === 0) && close.zone.rows.length > 0;
  const solved = better ? close : whole;
  const zone = solved?.zone ?? null;
  // And where even the zone is too large, the Nash package alone.
  const nash = solved && solved.front.error > 0 ? nashOf(acceptable, worths, panel.offsets, reservation, limit) : null;
  const error = Math.max(front.error, signable?.error ?? 0);
  const solution = (key: SolutionKey, { name, comparesScales }: SolutionConcept): Solution => ({
    name,
    packages:
      key === "nash" && nash && nash.front.error === 0
        ? nash.rows.map((row) => list(nash.front, row))
        : solved && solved.zone.rows.length > 0
          ? solve(solved.zone, key).map((row) => list(solved.front, row))
          : [],
    ...(comparesScales && { warning: WARNING }),
  });
  return {
    kind: "exact",
    today: optionIds(negotiation, negotiation.today),
    ...provenanceOf(
      setting,
      [panel],
      "frontier by merging issues; solutions over packages at or above every reservation value",
    ),
    count: front.size,
    exact: error === 0,
    error: points(error),
    packages: Array.from({ length: front.size }, (_, row) => ({ ...list(front, row), ties: at(front.ties, row) })),
    reservation: byParty(panel, (place) => points(at(reservation, place))),
    solutions: bySolution(solution),
    betweenSteps: betweenSteps(negotiation, acceptable, worths, panel.offsets, reservation, limit),
    // It knows of no rules: where some packages are impossible or unacceptable it has nothing to say.
    adjustedWinner: acceptable.forbidden.length === 0 ? divide(negotiation, panel) : null,
    passing: passingIn(setting, panel, feasible),
    // Where not everybody has to sign, that no package suits all says nothing.
    noZone:
      negotiation.acceptance || (zone && zone.rows.length > 0)
        ? null
        : nearest(negotiation, panel, signable, reservation),
  };
}

/** More packages than this are not gone through one by one. */
const MOST_COUNTED = 3_000_000;

/** Counts the packages that enough parties would sign. */
function passingIn({ negotiation, views, asOf }: Setting, panel: Panel, space: Space): ExactFrontier["passing"] {
  const of = countPackages(space);
  const listed = space.sizes.reduce((product, size) => product * size, 1);
  if (listed > MOST_COUNTED) return null;
  const members = panel.negotiating.map((place) => at(panel.members, place));
  const worths = members.map((member) => worthIn(panel, member, 0));
  const least = members.map((member) => member.models.threshold[0]!);
  const lines = redLinesOn(negotiation, views, asOf);
  const own = members.map(({ party }) => lines.filter((line) => line.party === party));
  const enough = enoughOf(negotiation, members);
  const options = space.sizes.map(() => 0);
  const values = members.map(() => new Float64Array(options.length + 1));
  let count = 0;
  const signs = (p: number): boolean =>
    values[p]![options.length]! >= least[p]! - TOLERANCE && !own[p]!.some(({ crossed }) => meets(options, crossed));
  const visit = (issue: number): void => {
    if (issue === options.length) {
      if (!space.forbidden.some((conditions) => meets(options, conditions)) && enough(signs)) count++;
      return;
    }
    for (let option = 0; option < space.sizes[issue]!; option++) {
      options[issue] = option;
      for (let p = 0; p < members.length; p++)
        values[p]![issue + 1] = values[p]![issue]! + worths[p]![panel.offsets[issue]! + option]!;
      visit(issue + 1);
    }
  };
  visit(0);
  return { count, of };
}

function packageAt(negotiation: Case, panel: Panel, front: Front, row: number): Omit<FrontierPackage, "ties"> {
  const chosen = new Int32Array(negotiation.issues.length);
  front.fill(row, chosen);
  const value = (place: number) =>
    points(valueIn(worthIn(panel, at(panel.members, at(panel.negotiating, place)), 0), chosen, panel.offsets));
  return { options: optionIds(negotiation, chosen), values: byParty(panel, value) };
}

function nearest(
  negotiation: Case,
  panel: Panel,
  front: Front | null,
  reservation: readonly number[],
): ExactFrontier["noZone"] {
  if (!front) return { shortfall: {}, nearest: null };
  const found = nearestTo(front, reservation);
  return {
    shortfall: byParty(panel, (place) => points(at(found.shortfall, place))),
    nearest: packageAt(negotiation, panel, front, found.nearest ?? 0).options,
  };
}

/** Adjusted winner where two parties want opposite ends of issues that can all be shared out. */
function divide(negotiation: Case, panel: Panel): ExactFrontier["adjustedWinner"] {
  const [one, other] = panel.negotiating.map((place) => at(panel.members, place));
  const divisible = negotiation.issues.every((issue) => issue.divisible && issue.options.length === 2);
  if (!one || !other || panel.negotiating.length !== 2 || !divisible) return null;
  const swing = (party: string, issue: number) => {
    const member = party === one.party ? one : other;
    const worth = worthIn(panel, member, 0);
    const first = at(panel.offsets, issue);
    return at(worth, first + 1) - at(worth, first);
  };
  const swings = negotiation.issues.map((_, issue) => [swing(one.party, issue), swing(other.party, issue)] as const);
  if (swings.some(([a, b]) => a * b > 0)) return null;
  if (swings.every(([a]) => a === 0) || swings.every(([, b]) => b === 0)) return null;
  const parties: [string, string] = [one.party, other.party];
  return {
    parties,
    issues: negotiation.issues.map(({ id }) => id),
    ...adjustedWinner(
      swings.map(([a]) => Math.abs(a)),
      swings.map(([, b]) => Math.abs(b)),
    ),
  };
}
