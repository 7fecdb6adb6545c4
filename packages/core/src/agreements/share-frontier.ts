// The frontier where preferences are imprecise: for each package, the share of models in which it is efficient or is a
// solution.
import type { Case, Package } from "../case/index.js";
import { at, type Band, points, pointsBand, share } from "../math/index.js";
import { DIRECT_FROM, decidingFrontOf } from "./direct/deciding.js";
import { pathsOf } from "./direct/paths.js";
import { workOfModel } from "./direct/work.js";
import { frontOf } from "./front.js";
import type { Front, FrontValues } from "./front-table.js";
import { byParty, type Panel, reservationIn, valuesOf, worthIn } from "./panel.js";
import { type Provenance, provenanceOf } from "./provenance.js";
import { optionIds, type Setting, sampledLimit } from "./setting.js";
import { VERDICT_CONCEPTS } from "./solutions.js";
import type { Spaces } from "./space.js";
import { nearestTo, solve, zoneOf } from "./zone.js";

export interface SharePackage {
  readonly options: Readonly<Record<string, string>>;
  /** In points. */
  readonly values: Readonly<Record<string, Band>>;
  /** Shares of the models in which it is efficient, and in which it is the solution. */
  readonly efficient: number;
  readonly nash: number;
  readonly kalaiSmorodinsky: number;
}

/** The frontier over imprecise preferences: packages by the share of models in which they are efficient. */
export interface SharedFrontier extends Provenance {
  readonly kind: "shares";
  readonly today: Readonly<Record<string, string>>;
  /** Packages efficient in any model. */
  readonly count: number;
  readonly exact: boolean;
  /** No package left out of a model's frontier is better than one kept by more than this many points for any party. */
  readonly error: number;
  /** The first 200. */
  readonly packages: readonly SharePackage[];
  /** Share of models with no zone of agreement. */
  readonly noZone: number;
  /** In these: by how much each falls short at the nearest package, and which that most often is; null where there are none. */
  readonly nearest: {
    /** In points. */
    readonly shortfall: Readonly<Record<string, Band>>;
    readonly options: Readonly<Record<string, string>>;
  } | null;
}

const MOST_LISTED = 200;

/**
 * Many models: how often each package is efficient, and how often a solution.
 * @param spread lists the surest packages of every stretch of the frontier instead of the surest of all, which tend to
 * lie at its ends
 */
export function shareFrontier(setting: Setting, panel: Panel, spaces: Spaces, spread = false): SharedFrontier {
  const { negotiation } = setting;
  const tally = tallyModels(setting, panel, spaces);
  const ranked = [...tally.counts].sort(([, a], [, b]) => b.efficient - a.efficient || b.nash - a.nash);
  const listed = spread ? alongThe(panel, ranked) : ranked.slice(0, MOST_LISTED);
  const packages = listed.map(([key, counts]): SharePackage => {
    const chosen: Package = Array.from(key, (letter) => letter.charCodeAt(0));
    const value = (place: number) =>
      pointsBand(valuesOf(panel, at(panel.members, at(panel.negotiating, place)), chosen));
    return {
      options: optionIds(negotiation, chosen),
      values: byParty(panel, value),
      efficient: counts.efficient / panel.count,
      nash: counts.nash / panel.count,
      kalaiSmorodinsky: counts.kalaiSmorodinsky / panel.count,
    };
  });
  return {
    kind: "shares",
    today: optionIds(negotiation, negotiation.today),
    ...provenanceOf(setting, [panel], "frontier by merging issues in every model; shares of models"),
    count: [...tally.counts.values()].filter(({ efficient }) => efficient > 0).length,
    exact: tally.error === 0,
    error: points(tally.error),
    packages,
    noZone: tally.noZone,
    nearest: tally.nearest,
  };
}

/** The frontier in so many stretches, by the mean value to the first party, and how many packages of each are listed. */
const STRETCHES = 50;
const OF_EACH = MOST_LISTED / STRETCHES;

function alongThe(panel: Panel, ranked: readonly [string, Counts][]): [string, Counts][] {
  const member = at(panel.members, at(panel.negotiating, 0));
  const mean = new Float64Array(at(panel.offsets, panel.offsets.length - 1));
  for (let model = 0; model < panel.count; model++)
    worthIn(panel, member, model).forEach((worth, flat) => {
      mean[flat]! += worth / panel.count;
    });
  const taken = new Int32Array(STRETCHES + 1);
  return ranked.filter(([key, { efficient }]) => {
    let value = 0;
    for (let issue = 0; issue < key.length; issue++) value += mean[panel.offsets[issue]! + key.charCodeAt(issue)]!;
    const stretch = Math.min(STRETCHES, Math.floor(STRETCHES * value));
    if (efficient === 0 || taken[stretch]! >= OF_EACH) return false;
    taken[stretch]!++;
    return true;
  });
}

interface Counts {
  efficient: number;
  nash: number;
  kalaiSmorodinsky: number;
}

function tallyModels(setting: Setting, panel: Panel, { feasible, acceptable }: Spaces) {
  const counts = new Map<string, Counts>();
  const chosen = new Int32Array(setting.negotiation.issues.length);
  const without: boolean[] = [];
  const near = nearestNotes(setting.negotiation, panel);
  // Every row of every model is counted: a million distinct packages are room enough.
  const rows = Math.max(60, Math.floor(2_000_000 / panel.count));
  const limit = {
    rows: Math.min(rows, sampledLimit(panel.negotiating.length, at(panel.offsets, panel.offsets.length - 1)).rows),
  };
  let error = 0;
  const paths = panel.negotiating.length < DIRECT_FROM || acceptable.empty ? null : pathsOf(acceptable, panel.offsets);
  const count = (front: Pick<Front, "fill">, rows: readonly number[], what: keyof Counts) => {
    for (const row of rows) {
      front.fill(row, chosen);
      const key = String.fromCharCode(...chosen);
      const entry = counts.get(key) ?? { efficient: 0, nash: 0, kalaiSmorodinsky: 0 };
      entry[what]++;
      counts.set(key, entry);
    }
  };
  for (let model = 0; model < panel.count; model++) {
    const members = panel.negotiating.map((place) => at(panel.members, place));
    const worths = members.map((member) => worthIn(panel, member, model));
    const front = frontOf(feasible, worths, panel.offsets, limit);
    count(
      front,
      Array.from({ length: front.size }, (_, row) => row),
      "efficient",
    );
    const reservation = members.map((member) => reservationIn(member, model));
    const laid =
      acceptable === feasible ? front : acceptable.empty ? null : frontOf(acceptable, worths, panel.offsets, limit);
    // Where the list is thinned, the solutions are found without it.
    const direct =
      paths && laid && laid.error > 0
        ? decidingFrontOf(paths, worths, panel.offsets, reservation, workOfModel(panel.count))
        : null;
    const signable = direct && direct.error === 0 ? direct : laid;
    const zone = signable && zoneOf(signable, reservation);
    without.push(!zone || zone.rows.length === 0);
    if (signable && zone?.rows.length === 0) near.note(signable, reservation);
    if (signable && zone && zone.rows.length > 0)
      for (const key of VERDICT_CONCEPTS) count(signable, solve(zone, key), key);
    error = Math.max(error, front.error, laid?.error ?? 0);
    if (model % 64 === 63) setting.onProgress((model + 1) / panel.count);
  }
  return { counts, error, noZone: share(without, (none) => none), nearest: near.summary() };
}

/** Gathers, over the models without a zone, the shortfalls at the nearest package and how often each is nearest. */
function nearestNotes(negotiation: Case, panel: Panel) {
  const shortfalls: Float64Array[] = [];
  const times = new Map<string, number>();
  return {
    note: (front: FrontValues & Pick<Front, "fill">, reservation: readonly number[]) => {
      const found = nearestTo(front, reservation);
      const chosen = new Int32Array(negotiation.issues.length);
      front.fill(found.nearest ?? 0, chosen);
      shortfalls.push(found.shortfall);
      times.set(chosen.join(), (times.get(chosen.join()) ?? 0) + 1);
    },
    summary: (): SharedFrontier["nearest"] => {
      const [most] = [...times].sort(([, a], [, b]) => b - a);
      if (!most) return null;
      return {
        shortfall: byParty(panel, (place) => pointsBand(shortfalls.map((short) => at(short, place)))),
        options: optionIds(negotiation, most[0].split(",").map(Number)),
      };
    },
  };
}
