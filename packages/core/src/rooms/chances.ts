// What a mediator may make of what she was given in confidence: how likely each party is to take a package, over many models of its
// needs that agree with all that it gave. What it did not give is left as open as it is.
import { below, type Rng, shuffle, stream, uniformRankedSimplex } from "../math/index.js";
import type { MatterIssue, RoomMatter } from "./matter.js";
import type { Confidence, MediatorQuestion } from "./moves.js";
import type { RoomPackage } from "./offers.js";

/** What one party gave, in the order in which it did. */
export interface GivenBy {
  readonly party: string;
  readonly given: readonly Confidence[];
}

/** What is known of a party: nothing about what it would take, nothing that fits together, or so many models. */
export type Known =
  | { readonly party: string; readonly kind: "untold" }
  | { readonly party: string; readonly kind: "contradictory" }
  | { readonly party: string; readonly kind: "models"; readonly models: number };

export interface LikelyPackage {
  /** Option by issue, for every issue. */
  readonly package: RoomPackage;
  /** That all say yes, 0–1, if parties decide without regard to each other. */
  readonly chance: number;
  /** That each says yes, 0–1. */
  readonly byParty: Readonly<Record<string, number>>;
}

export interface Chances {
  readonly known: readonly Known[];
  /** The best for all, each unlike the others in two issues at least; none while a party has not told what it would take. */
  readonly packages: readonly LikelyPackage[];
  /** What would tell most: of each party, what to ask it next. */
  readonly ask: readonly { readonly party: string; readonly question: MediatorQuestion }[];
}

const MODELS = 300;
const TRIES = 30_000;
/** As many packages are looked at one by one; of more, the best are climbed to. */
const MOST_LISTED = 20_000;
const CLIMBS = 40;
const PROPOSED = 3;
const APART = 2;

/** Positions of options, one an issue. */
type Places = readonly number[];
/** The worth of each option of each issue, for one model. */
interface Model {
  readonly worth: readonly (readonly number[])[];
  readonly least: number;
}

/** The same for the same seed. @param given of each party that gave something */
export function chances(matter: RoomMatter, given: readonly GivenBy[], seed = 1): Chances {
  const { issues, parties } = matter;
  const models = new Map<string, readonly Model[]>();
  const known = parties.map(({ id }, index): Known => {
    if (issues.length === 0) return { party: id, kind: "untold" };
    const own = given.find(({ party }) => party === id)?.given ?? [];
    if (!own.some(({ what }) => what === "least")) return { party: id, kind: "untold" };
    const drawn = modelsOf(matter, id, own, stream(seed, index));
    if (drawn.length === 0) return { party: id, kind: "contradictory" };
    models.set(id, drawn);
    return { party: id, kind: "models", models: drawn.length };
  });
  const chance = (places: Places): LikelyPackage => {
    const byParty: Record<string, number> = Object.create(null);
    let all = 1;
    for (const [party, drawn] of models) {
      const yes = drawn.filter(({ worth, least }) => worthOf(worth, places) >= least).length / drawn.length;
      byParty[party] = yes;
      all *= yes;
    }
    return { package: packageAt(issues, places), chance: all, byParty };
  };
  if (issues.length === 0) return { known, packages: [], ask: [] };
  const whole = models.size === parties.length;
  const ranked = models.size > 0 ? likeliest(issues, chance, takenIn(issues, given), stream(seed, parties.length)) : [];
  return {
    known,
    packages: whole ? apart(ranked.filter((one) => one.chance > 0)) : [],
    ask: parties.flatMap(({ id }) => asked(matter, id, given.find(({ party }) => party === id)?.given ?? [], ranked)),
  };
}

const packageAt = (issues: readonly MatterIssue[], places: Places): RoomPackage =>
  Object.fromEntries(issues.map(({ id, options }, k) => [id, options[places[k] ?? 0]?.id ?? ""]));

/** Where a package leaves an issue open, it stays as it is today. */
const placesOf = (issues: readonly MatterIssue[], named: RoomPackage): Places =>
  issues.map(({ id, today, options }) => {
    const wanted = Object.hasOwn(named, id) ? named[id] : today;
    return Math.max(
      0,
      options.findIndex((one) => one.id === wanted),
    );
  });

function worthOf(worth: Model["worth"], places: Places): number {
  let sum = 0;
  for (let issue = 0; issue < places.length; issue++) sum += worth[issue]?.[places[issue] ?? 0] ?? 0;
  return sum;
}

/** Today, and what parties said that they would take. */
const takenIn = (issues: readonly MatterIssue[], given: readonly GivenBy[]): Places[] =>
  [
    {},
    ...given.flatMap((one) =>
      one.given.flatMap((said) =>
        said.what === "least" || (said.what === "would-take" && said.yes) ? [said.package] : [],
      ),
    ),
  ].map((named) => placesOf(issues, named));

/** Models of a party that agree with all that it gave. */
function modelsOf(matter: RoomMatter, party: string, given: readonly Confidence[], rng: Rng): readonly Model[] {
  const { issues } = matter;
  const ranks = given.findLast((one) => one.what === "ranks");
  const least = given.findLast((one) => one.what === "least");
  const order = ranks?.what === "ranks" ? ranks.issues.map((one) => issues.findIndex(({ id }) => id === one)) : [];
  const rest = issues.map((_, k) => k).filter((k) => !order.includes(k));
  const leastPlaces = placesOf(issues, least?.what === "least" ? least.package : {});
  const rather = given.flatMap((one) =>
    one.what === "rather" ? [[placesOf(issues, one.package), placesOf(issues, one.than)] as const] : [],
  );
  const takes = given.flatMap((one) =>
    one.what === "would-take" ? [[placesOf(issues, one.package), one.yes] as const] : [],
  );
  const todayPlaces = placesOf(issues, {});
  /**
   * Who gives in an issue would rather give less. Who does not, and wants to have it otherwise than today before it signs, wants it so
   * the more. Of a third party that leaves it as it is, it is not known.
   */
  const gainsIn = (issue: number, gives: readonly string[], draw: Rng): boolean => {
    if (gives.includes(party)) return false;
    const wanted = (leastPlaces[issue] ?? 0) - (todayPlaces[issue] ?? 0);
    if (wanted !== 0) return wanted > 0;
    return matter.parties.length === 2 || draw() < RECEIVES;
  };
  const models: Model[] = [];
  for (let tried = 0; tried < TRIES && models.length < MODELS; tried++) {
    const weights = uniformRankedSimplex(new Float64Array(issues.length), rng);
    const byRank = [...order, ...shuffle([...rest], rng)];
    const worth = issues.map(({ options, gives }, issue) => {
      const weight = weights[byRank.indexOf(issue)] ?? 0;
      const gains = gainsIn(issue, gives, rng);
      const steps = [
        0,
        ...Array.from({ length: Math.max(0, options.length - 2) }, () => rng()).sort((a, b) => a - b),
        1,
      ];
      const curve = options.length < 2 ? [0] : steps.slice(0, options.length);
      return curve.map((step) => weight * (gains ? step : 1 - step));
    });
    const threshold = worthOf(worth, leastPlaces);
    if (rather.some(([one, other]) => worthOf(worth, one) < worthOf(worth, other))) continue;
    if (takes.some(([places, yes]) => worthOf(worth, places) >= threshold !== yes)) continue;
    models.push({ worth, least: threshold });
  }
  return models;
}

/** That a third party likes an issue to go far in which another gives. */
const RECEIVES = 0.5;

/**
 * Packages from the likeliest on: all, or those that are climbed to.
 * @param from packages that somebody is known to take, where a climb begins; from elsewhere most chances are 0 all around
 */
function likeliest(
  issues: readonly MatterIssue[],
  chance: (places: Places) => LikelyPackage,
  from: readonly Places[],
  rng: Rng,
): readonly LikelyPackage[] {
  // What is short of today, such as a strike, is in no package unless somebody named it.
  const offered = issues.map(({ options, today }, issue) => {
    const first = options.findIndex(({ id }) => id === today);
    return options
      .map((_, place) => place)
      .filter((place) => place >= first || from.some((one) => one[issue] === place));
  });
  const count = offered.reduce((so, places) => so * Math.max(1, places.length), 1);
  const some = Array.from({ length: CLIMBS }, () => offered.map((places) => places[below(rng, places.length)] ?? 0));
  const found =
    count <= MOST_LISTED
      ? Array.from({ length: count }, (_, k) => chance(placesAt(offered, k)))
      : [...from, ...some].flatMap((places) => climb(offered, chance, places));
  return found.sort((a, b) => b.chance - a.chance);
}

/** The k-th package, where all are counted. */
function placesAt(offered: readonly (readonly number[])[], k: number): Places {
  let left = k;
  return offered.map((places) => {
    const place = places[left % places.length] ?? 0;
    left = Math.floor(left / places.length);
    return place;
  });
}

/** From a package to better ones, one issue at a time, while there are any. */
function climb(
  offered: readonly (readonly number[])[],
  chance: (places: Places) => LikelyPackage,
  from: Places,
): readonly LikelyPackage[] {
  let [places, best] = [from, chance(from)];
  const passed = [best];
  for (let better = true; better; ) {
    better = false;
    for (const [issue, options] of offered.entries())
      for (const option of options) {
        const next = places.map((place, k) => (k === issue ? option : place));
        const one = chance(next);
        if (one.chance <= best.chance) continue;
        [places, best, better] = [next, one, true];
        passed.push(one);
      }
  }
  return passed;
}

/** The first few that are unlike each other. */
function apart(ranked: readonly LikelyPackage[]): readonly LikelyPackage[] {
  const chosen: LikelyPackage[] = [];
  for (const one of ranked) {
    const unlike = chosen.every(
      (other) =>
        Object.keys(one.package).filter((issue) => one.package[issue] !== other.package[issue]).length >= APART,
    );
    if (unlike) chosen.push(one);
    if (chosen.length === PROPOSED) break;
  }
  return chosen;
}

/** As many of the likeliest packages are weighed for a question. */
const ASKED_OF = 200;

/** First what matters to it, then whether it would take the package of which that is least known. */
function asked(
  { issues }: RoomMatter,
  party: string,
  given: readonly Confidence[],
  ranked: readonly LikelyPackage[],
): Chances["ask"] {
  if (!given.some(({ what }) => what === "ranks"))
    return [{ party, question: { what: "ranks", issues: issues.map(({ id }) => id) } }];
  const told = new Set(given.flatMap((one) => (one.what === "would-take" ? [JSON.stringify(one.package)] : [])));
  const open = ranked
    .slice(0, ASKED_OF)
    .filter((one) => one.byParty[party] !== undefined && !told.has(JSON.stringify(one.package)))
    .map((one) => ({ one, doubt: Math.abs((one.byParty[party] ?? 0) - 0.5) }))
    .sort((a, b) => a.doubt - b.doubt)[0];
  if (!open || open.doubt > 0.45) return [];
  return [{ party, question: { what: "would-take", package: open.one.package } }];
}
