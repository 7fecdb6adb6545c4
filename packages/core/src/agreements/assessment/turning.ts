// A search for the smallest changes in what was said, or in the offer itself, that would turn the verdict into another
// one.
import type { Package } from "../../case/index.js";
import { drawModels } from "../../interests/index.js";
import { at } from "../../math/index.js";
import { sentencesIn } from "../../wording/index.js";
import { drawOf, type Member, type Panel } from "../panel.js";
import { byOption, type Said } from "./changed-offer.js";
import { type Ground, groundOf, vetoes } from "./ground.js";
import { keyUnder, OPEN_KEY, readOffer, summarise } from "./judge.js";
import { type MovedReservations, movedReservations, worthMoving } from "./moved-reservations.js";
import { ranksThatTurn } from "./rank-exchange.js";
import type { TurningPoint } from "./types.js";

/** Models on which inputs are varied: enough to see a sentence flip, few enough to try every input. */
const TRIED = 300;
/** Models drawn anew for every exchange of swing ranks. */
const REDRAWN = 120;
const FEWEST = 50;
/** Points by which a reservation value is moved at most. */
const FARTHEST = 40;
const SHOWN_PER_INPUT = 1;

const words = sentencesIn("en").assessment;

/**
 * Says which inputs flip the sentence on an offer, the smallest change of each kind. Varied models are kept for the next offer.
 * `isOpen`: the sentence says that it is open whether all sign, as it does where the priors disagree; what comes to that is no
 * change then.
 */
export type FindTurningPoints = (options: Package, isOpen: boolean) => TurningPoint[];

export function turningPoints(ground: Ground, seed: number): FindTurningPoints {
  const sample = firstModels(ground, Math.min(modelsToVary(ground), ground.panel.count));
  const moved = movedReservations(sample);
  const exchanges = memo(() => (worthExchanging(ground) ? exchangedGrounds(ground, seed) : []));
  return (options, isOpen) => {
    const key = keyUnder(ground, options);
    const said: Said = { key, includes: (other) => other === key || (isOpen && other === OPEN_KEY) };
    // Near a cut a sample can say another thing than all models do; then all are varied.
    const tried = keyUnder(sample, options) === key ? sample : ground;
    return [
      ...(worthMoving(tried)
        ? byReservation(tried, tried === sample ? moved : movedReservations(tried), options, said)
        : []),
      ...(exchanges().length > 0 ? byExchange(exchanges(), options, said) : byRank(ground, options, said)),
      ...byLargestStep(ground, options, said),
      ...byOption(tried, options, said),
    ];
  };
}

/** With many models to vary and a search in each, fewer are varied. */
function modelsToVary(ground: Ground): number {
  const { count } = ground.panel;
  return [TRIED, TRIED / 2, TRIED / 4].find((few) => worthMoving(firstModels(ground, Math.min(few, count)))) ?? TRIED;
}

/** Whether the search for what turns a verdict leaves out the reservation values, since it would take too long. */
export const leavesOutReservations = (ground: Ground): boolean =>
  !worthMoving(firstModels(ground, Math.min(modelsToVary(ground), ground.panel.count)));

/** Options weighed, issue by issue, in search of what would change the verdicts: some seconds. */
const MOST_TURNING_WORK = 60_000_000;

/** Whether trying every option of every issue, in so many offers, takes no longer than people wait. */
export function worthTurning({ panel }: Ground, offers: number): boolean {
  const issues = panel.offsets.length - 1;
  const each = at(panel.offsets, issues) * issues * panel.negotiating.length * Math.min(TRIED, panel.count);
  return offers * each <= MOST_TURNING_WORK;
}

function memo<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function firstModels(ground: Ground, count: number): Ground {
  const panel: Panel = { ...ground.panel, count };
  return {
    ...ground,
    panel,
    fronts: ground.fronts.slice(0, count),
    zones: ground.zones.slice(0, count),
    cost: (ground.cost * count) / Math.max(1, ground.zones.length),
  };
}

function byReservation(ground: Ground, moved: MovedReservations, options: Package, said: Said): TurningPoint[] {
  // What holds a party back from what it refused is not its reservation value.
  const moveable = vetoes(ground.panel).filter(({ preferences }) => preferences.holdsOut.length === 0);
  const found = moveable.flatMap((member) =>
    [1, -1].flatMap((sign) => {
      const keyAt = (points: number) => keyUnder(moved(member, sign * points, options), options);
      let [same, flipped] = [0, 1];
      while (flipped < FARTHEST && said.includes(keyAt(flipped)))
        [same, flipped] = [flipped, Math.min(FARTHEST, 2 * flipped)];
      if (said.includes(keyAt(flipped))) return [];
      while (flipped - same > 1) {
        const middle = Math.floor((same + flipped) / 2);
        if (said.includes(keyAt(middle))) same = middle;
        else flipped = middle;
      }
      return [{ points: flipped, member, sign, becomes: keyAt(flipped) }];
    }),
  );
  return found
    .sort((a, b) => a.points - b.points)
    .slice(0, SHOWN_PER_INPUT)
    .map(({ points, member, sign, becomes }) => ({
      input: "reservation" as const,
      text: `the reservation value of ${member.name} ${sign > 0 ? "higher" : "lower"} by ${points} ${points === 1 ? "point" : "points"}`,
      becomes,
    }));
}

/** Merges of options that exchanging every two neighbours may cost. */
const MOST_EXCHANGE_WORK = 400_000;

/** With more than two parties: options weighed to solve all the models that are drawn anew. */
const MOST_EXCHANGE_COST = 12_000_000;

/** Whether there are few enough neighbours and options to try every exchange. */
function worthExchanging({ panel, whole, cost, zones }: Ground): boolean {
  const pairs = vetoes(panel).reduce((sum, { preferences }) => sum + preferences.interests.swingRank.length, 0);
  if (!whole && (pairs * REDRAWN * cost) / Math.max(1, zones.length) > MOST_EXCHANGE_COST) return false;
  return pairs * REDRAWN * at(panel.offsets, panel.offsets.length - 1) <= MOST_EXCHANGE_WORK;
}

interface Exchange {
  readonly text: string;
  /** Of the upper of the two, from 0 for the first rank. */
  readonly place: number;
  readonly ground: Ground;
  /** The same draws with the ranking as it is: what differs from it, differs by the exchange and not by chance. */
  readonly unchanged: Ground;
}

/** A ground for every two neighbours in a swing ranking, the other way round. */
function exchangedGrounds(ground: Ground, seed: number): Exchange[] {
  return vetoes(ground.panel).flatMap((member) => {
    const { swingRank, weights } = member.preferences.interests;
    const rank = weights ? [] : swingRank;
    const unchanged = rank.length > 1 ? redrawn(ground, member, rank, seed) : null;
    return rank.slice(1).flatMap((group, place) => {
      const [upper, lower] = [at(rank, place), group];
      if (!unchanged || upper.length !== 1 || lower.length !== 1) return [];
      const other = rank.map((one, index) => (index === place ? lower : index === place + 1 ? upper : one));
      const exchanged = redrawn(ground, member, other, seed);
      if (!exchanged) return [];
      const { issues } = ground.negotiation;
      const text = `to ${member.name}, the swing of “${at(issues, at(lower, 0)).name}” worth more than that of “${at(issues, at(upper, 0)).name}”`;
      return [{ text, place, ground: exchanged, unchanged }];
    });
  });
}

/** The ground with one member drawn anew under a ranking; null where what else was said leaves no model of it. */
function redrawn(
  ground: Ground,
  member: Member,
  swingRank: readonly (readonly number[])[],
  seed: number,
): Ground | null {
  const preferences = { ...member.preferences, interests: { ...member.preferences.interests, swingRank } };
  const models = Math.min(REDRAWN, ground.panel.count);
  const drawn = drawModels(preferences, { models, seed, prior: ground.panel.prior });
  if (!drawn.ok || drawn.value.count < FEWEST) return null;
  const members = ground.panel.members.map((other) => (other === member ? { ...member, models: drawn.value } : other));
  const panel: Panel = { ...ground.panel, count: drawn.value.count, members };
  return groundOf(ground.negotiation, panel, ground.space, ground.lines);
}

function byExchange(exchanges: readonly Exchange[], options: Package, said: Said): TurningPoint[] {
  // The lower two neighbours stand, the less they weigh and the smaller the change.
  const keys = new Map<Ground, string>();
  const found = exchanges.flatMap(({ text, place, ground, unchanged }) => {
    const before = keys.get(unchanged) ?? keyUnder(unchanged, options);
    keys.set(unchanged, before);
    const becomes = keyUnder(ground, options);
    return before !== said.key || said.includes(becomes)
      ? []
      : [{ place, point: { input: "swing rank" as const, text, becomes } }];
  });
  return found
    .sort((a, b) => b.place - a.place)
    .slice(0, SHOWN_PER_INPUT)
    .map(({ point }) => point);
}

/** Where drawing anew would take too long: who signs, with the weights of two neighbours exchanged in every model. */
function byRank(ground: Ground, options: Package, said: Said): TurningPoint[] {
  const { issues } = ground.negotiation;
  return ranksThatTurn(ground, options)
    .map(({ party, upper, lower, becomes }) => {
      const member = at(
        vetoes(ground.panel).filter((one) => one.party === party),
        0,
      );
      const text = `to ${member.name}, the swing of “${at(issues, lower).name}” worth more than that of “${at(issues, upper).name}”`;
      return { input: "swing rank" as const, text, becomes: words.verdict(becomes) };
    })
    .filter(({ becomes }) => !said.includes(becomes))
    .slice(0, SHOWN_PER_INPUT);
}

/** The place of the largest step between neighbouring levels of an issue, in every joint model. */
export function largestSteps(panel: Panel, member: Member, issue: number): Int32Array | null {
  const { levels, numbers, largestStep } = at(member.preferences.scores, issue);
  if (!levels || numbers || largestStep !== null || levels.length < 3) return null;
  const size = at(panel.offsets, panel.offsets.length - 1);
  const first = levels.map((level) => at(panel.offsets, issue) + at(level, 0));
  return Int32Array.from({ length: panel.count }, (_, model) => {
    const start = drawOf(member, model) * size;
    let best = 0;
    const step = (k: number) => member.models.scores[start + first[k + 1]!]! - member.models.scores[start + first[k]!]!;
    for (let k = 1; k + 1 < first.length; k++) if (step(k) > step(best)) best = k;
    return best;
  });
}

/** Among more levels no one step stands out. */
const MOST_LEVELS = 8;

/** Steps enter a value only between an issue's ends: whether the offer, or what the reservation value stands on, lies there. */
function stepMatters({ preferences }: Member, options: Package, issue: number): boolean {
  const between = (at(preferences.scores, issue).levels ?? []).slice(1, -1).flat();
  const packages = preferences.reservation.flatMap((term) => (term.form === "package" ? [term.options] : []));
  return [options, ...packages].some((one) => between.includes(at(one, issue)));
}

function byLargestStep(ground: Ground, options: Package, said: Said): TurningPoint[] {
  const readings = readOffer(ground, options);
  const found = vetoes(ground.panel).flatMap((member) =>
    ground.negotiation.issues.flatMap((issue, index) => {
      const largest = largestSteps(ground.panel, member, index);
      const levels = at(member.preferences.scores, index).levels;
      if (!largest || !levels || levels.length > MOST_LEVELS || !stepMatters(member, options, index)) return [];
      return levels.slice(1).flatMap((level, k) => {
        const known = largest.filter((step) => step === k).length;
        if (known < FEWEST) return [];
        const becomes = summarise(ground, options, readings, (model) => largest[model] === k).key;
        const [from, to] = [at(issue.options, at(at(levels, k), 0)).name, at(issue.options, at(level, 0)).name];
        const text = `to ${member.name}, the largest step of “${issue.name}” known to be “${from}” → “${to}”`;
        return said.includes(becomes) ? [] : [{ point: { input: "largest step" as const, text, becomes }, known }];
      });
    }),
  );
  return found
    .sort((a, b) => b.known - a.known)
    .slice(0, SHOWN_PER_INPUT)
    .map(({ point }) => point);
}
