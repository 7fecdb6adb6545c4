import { type Case, done, type Outcome, type Package, refuse } from "../case/index.js";
import { at, type Band, band, share } from "../math/index.js";
import { type AdjustedWinner, adjustedWinner } from "./adjusted-winner.js";
import { type Front, frontOf } from "./front.js";
import { drawPanel, type Panel, reservationIn, valueIn, valuesOf, worthIn } from "./panel.js";
import {
  type AnalysisOptions,
  missingInterests,
  optionIds,
  type Provenance,
  type Setting,
  sampledLimit,
  settingOf,
  singleLimit,
} from "./setting.js";
import { type SolutionKey, solutionConcepts } from "./solutions.js";
import { buildSpace, redLinesOn, ruledOut, type Space } from "./space.js";
import { nearestTo, solve, zoneOf } from "./zone.js";

export interface FrontierPackage {
  readonly options: Readonly<Record<string, string>>;
  /** Value to each negotiating party, 0–1. */
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
  readonly title: string;
  readonly today: Readonly<Record<string, string>>;
  /** Distinct value vectors. */
  readonly count: number;
  readonly exact: boolean;
  /** No package left out is better than one listed by more than this for any party; 0 when exact. */
  readonly error: number;
  readonly packages: readonly FrontierPackage[];
  readonly reservation: Readonly<Record<string, number>>;
  readonly solutions: Readonly<Record<SolutionKey, Solution>>;
  /** For two parties and issues that can be shared out; null elsewhere. */
  readonly adjustedWinner:
    | (AdjustedWinner & { readonly parties: readonly [string, string]; readonly issues: readonly string[] })
    | null;
  /** Where nothing suits all; `nearest` is null where the red lines leave no package. */
  readonly noZone: {
    readonly shortfall: Readonly<Record<string, number>>;
    readonly nearest: Readonly<Record<string, string>> | null;
  } | null;
}

export interface SharePackage {
  readonly options: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Band>>;
  /** Shares of the models in which it is efficient, and in which it is the solution. */
  readonly efficient: number;
  readonly nash: number;
  readonly kalaiSmorodinsky: number;
}

/** The frontier over imprecise preferences: packages by the share of models in which they are efficient. */
export interface SharedFrontier extends Provenance {
  readonly kind: "shares";
  readonly title: string;
  readonly today: Readonly<Record<string, string>>;
  /** Packages efficient in any model. */
  readonly count: number;
  readonly exact: boolean;
  readonly error: number;
  /** The first 200. */
  readonly packages: readonly SharePackage[];
  /** Share of models with no zone of agreement. */
  readonly noZone: number;
  /** In these: by how much each falls short at the nearest package, and which that most often is; null where there are none. */
  readonly nearest: {
    readonly shortfall: Readonly<Record<string, Band>>;
    readonly options: Readonly<Record<string, string>>;
  } | null;
}

export type FrontierResult = ExactFrontier | SharedFrontier;

const MOST_LISTED = 200;
const WARNING = "compares the points of different parties, which have no common unit";

/**
 * Everything that could be signed without leaving something for all, and the solutions among it.
 * @returns refused where a negotiating party has no interests on file, or what was said leaves no model.
 */
export function frontier(written: Case, options: AnalysisOptions = {}): Outcome<FrontierResult> {
  const setting = settingOf(written, options);
  if (!setting.ok) return setting;
  const { negotiation } = setting.value;
  if (setting.value.unmodelled.length > 0) return refuse(missingInterests(setting.value));
  const panel = drawPanel(negotiation, setting.value.views, "independent", setting.value);
  if (!panel.ok) return panel;
  const feasible = buildSpace(negotiation, ruledOut(negotiation));
  if (!feasible.ok) return feasible;
  if (feasible.value.empty) return refuse("the rules leave no package at all.");
  const lines = redLinesOn(negotiation, setting.value.views, setting.value.asOf).map((line) => line.crossed);
  const acceptable = lines.length === 0 ? feasible : buildSpace(negotiation, [...ruledOut(negotiation), ...lines]);
  if (!acceptable.ok) return acceptable;
  const spaces = { feasible: feasible.value, acceptable: acceptable.value };
  return done(
    panel.value.numbers
      ? exactFrontier(setting.value, panel.value, spaces)
      : shareFrontier(setting.value, panel.value, spaces),
  );
}

interface Spaces {
  readonly feasible: Space;
  readonly acceptable: Space;
}

/** Where a frontier or an assessment comes from. */
export function provenanceOf(setting: Setting, panels: readonly Panel[], method: string): Provenance {
  return {
    method,
    asOf: setting.asOf,
    seed: setting.seed,
    models: Math.max(1, ...panels.map(({ count }) => count)),
    priors: panels.map(({ prior }) => prior),
    views: setting.views.map((view) => {
      const member = panels[0]?.members.find(({ party }) => party === view.party);
      return {
        party: view.party,
        holder: view.holder,
        basis: view.basis,
        drawing: member?.models.drawing ?? "none",
        reservation: member?.preferences.reservationText ?? "unknown",
      };
    }),
    sharedWith: setting.sharedWith,
    marking:
      setting.sharedWith === null
        ? "CONFIDENTIAL"
        : `shared with ${setting.sharedWith === "public" ? "the public" : setting.sharedWith}`,
    digest: setting.negotiation.digest,
  };
}

function exactFrontier(setting: Setting, panel: Panel, { feasible, acceptable }: Spaces): ExactFrontier {
  const { negotiation } = setting;
  const worths = panel.negotiating.map((place) => worthIn(panel, at(panel.members, place), 0));
  const limit = singleLimit(worths.length);
  const front = frontOf(feasible, worths, panel.offsets, limit);
  const signable =
    acceptable === feasible ? front : acceptable.empty ? null : frontOf(acceptable, worths, panel.offsets, limit);
  const reservation = panel.negotiating.map((place) => reservationIn(at(panel.members, place), 0));
  const list = (source: Front, row: number) => packageAt(negotiation, panel, source, row);
  const zone = signable ? zoneOf(signable, reservation) : null;
  const error = Math.max(front.error, signable?.error ?? 0);
  const solution = (key: SolutionKey): Solution => ({
    name: solutionConcepts[key].name,
    packages: signable && zone && zone.rows.length > 0 ? solve(zone, key).map((row) => list(signable, row)) : [],
    ...(solutionConcepts[key].comparesScales && { warning: WARNING }),
  });
  return {
    kind: "exact",
    title: negotiation.title,
    today: optionIds(negotiation, negotiation.today),
    ...provenanceOf(
      setting,
      [panel],
      "frontier by merging issues; solutions over packages at or above every reservation value",
    ),
    count: front.size,
    exact: error === 0,
    error,
    packages: Array.from({ length: front.size }, (_, row) => ({ ...list(front, row), ties: at(front.ties, row) })),
    reservation: byParty(panel, (place) => at(reservation, place)),
    solutions: {
      nash: solution("nash"),
      kalaiSmorodinsky: solution("kalaiSmorodinsky"),
      egalitarian: solution("egalitarian"),
      utilitarian: solution("utilitarian"),
    },
    // It knows of no rules: where some packages are impossible or unacceptable it has nothing to say.
    adjustedWinner: acceptable.forbidden.length === 0 ? divide(negotiation, panel) : null,
    noZone: zone && zone.rows.length > 0 ? null : nearest(negotiation, panel, signable, reservation),
  };
}

function packageAt(negotiation: Case, panel: Panel, front: Front, row: number): Omit<FrontierPackage, "ties"> {
  const chosen = new Int32Array(negotiation.issues.length);
  front.fill(row, chosen);
  const value = (place: number) =>
    valueIn(worthIn(panel, at(panel.members, at(panel.negotiating, place)), 0), chosen, panel.offsets);
  return { options: optionIds(negotiation, chosen), values: byParty(panel, value) };
}

const byParty = <T>(panel: Panel, read: (place: number) => T): Record<string, T> =>
  Object.fromEntries(panel.negotiating.map((member, place) => [at(panel.members, member).party, read(place)]));

function nearest(
  negotiation: Case,
  panel: Panel,
  front: Front | null,
  reservation: readonly number[],
): ExactFrontier["noZone"] {
  if (!front) return { shortfall: {}, nearest: null };
  const found = nearestTo(front, reservation);
  return {
    shortfall: byParty(panel, (place) => at(found.shortfall, place)),
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

function shareFrontier(setting: Setting, panel: Panel, spaces: Spaces): SharedFrontier {
  const { negotiation } = setting;
  const tally = tallyModels(setting, panel, spaces);
  const ranked = [...tally.counts].sort(([, a], [, b]) => b.efficient - a.efficient || b.nash - a.nash);
  const packages = ranked.slice(0, MOST_LISTED).map(([key, counts]): SharePackage => {
    const chosen: Package = Array.from(key, (letter) => letter.charCodeAt(0));
    const value = (place: number) => band(valuesOf(panel, at(panel.members, at(panel.negotiating, place)), chosen));
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
    title: negotiation.title,
    today: optionIds(negotiation, negotiation.today),
    ...provenanceOf(setting, [panel], "frontier by merging issues in every model; shares of models"),
    count: [...tally.counts.values()].filter(({ efficient }) => efficient > 0).length,
    exact: tally.error === 0,
    error: tally.error,
    packages,
    noZone: tally.noZone,
    nearest: tally.nearest,
  };
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
  const count = (front: Front, rows: readonly number[], what: keyof Counts) => {
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
    const signable =
      acceptable === feasible ? front : acceptable.empty ? null : frontOf(acceptable, worths, panel.offsets, limit);
    const zone =
      signable &&
      zoneOf(
        signable,
        members.map((member) => reservationIn(member, model)),
      );
    without.push(!zone || zone.rows.length === 0);
    if (signable && zone?.rows.length === 0)
      near.note(
        signable,
        members.map((member) => reservationIn(member, model)),
      );
    if (signable && zone && zone.rows.length > 0)
      for (const key of ["nash", "kalaiSmorodinsky"] as const) count(signable, solve(zone, key), key);
    error = Math.max(error, front.error);
    if (model % 64 === 63) setting.onProgress((model + 1) / panel.count);
  }
  return { counts, error, noZone: share(without, (none) => none), nearest: near.summary() };
}

/** Gathers, over the models without a zone, the shortfalls at the nearest package and how often each is nearest. */
function nearestNotes(negotiation: Case, panel: Panel) {
  const shortfalls: Float64Array[] = [];
  const times = new Map<string, number>();
  return {
    note: (front: Front, reservation: readonly number[]) => {
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
        shortfall: byParty(panel, (place) => band(shortfalls.map((short) => at(short, place)))),
        options: optionIds(negotiation, most[0].split(",").map(Number)),
      };
    },
  };
}
