// What a party has without an agreement, on any day: no deal as its file says it, alternatives elsewhere, costs of delay, and what
// it holds out for while it bargains on.
import {
  type Case,
  type CostOfDelay,
  type Day,
  firstDay,
  type Interests,
  inTime,
  isBy,
  lastDay,
  monthsBetween,
  type NamedPackage,
  noDealOn,
  type Package,
  type PointsOverTime,
  packageOn,
  stands,
} from "../case/index.js";
import { costOfDelay } from "../evidence/index.js";
import { type Added, type Inequality, packageTerm, type ReservationTerm, withAdded } from "./terms.js";

/** One thing that was said: any one of its parts holds (nearly always there is just one part). */
export interface BoundsOf {
  readonly label: string;
  readonly anyOf: readonly (readonly Inequality[])[];
}

/** A party's walk-away as a function of the day. */
export interface WalkAway {
  /** Bounds of the coordinates of a; more are added as terms are asked for. */
  readonly coordinates: { low: number; high: number }[];
  /** What r is the largest of, seen from a day up to the as-of day. */
  readonly on: (day: Day) => readonly ReservationTerm[];
  /** What going on is worth on a day while the party asks for what it asked for then: from no deal to what it asks for. */
  readonly goingOn: (asked: Day, seen: Day) => ReservationTerm;
  /** What a file says of the walk-away itself, that must hold in every model. */
  readonly bounds: BoundsOf | null;
  /** The coordinate of each cost of delay that is not known exactly. */
  readonly costs: ReadonlyMap<CostOfDelay, number>;
  readonly text: string;
  /** What names an offer that is made only later, and so is not used yet. */
  readonly unused: readonly string[];
}

export function walkAwayOf(negotiation: Case, interests: Interests, asOf: Day): WalkAway {
  const coordinates: { low: number; high: number }[] = [];
  const add = (low: number, high: number): number => coordinates.push({ low, high }) - 1;
  const base = baseOf(negotiation, interests, asOf, coordinates);
  const alternatives = interests.alternatives
    .filter(({ from }) => from === null || isBy(from, asOf))
    .map((one) => ({ from: one.from, text: one.text, on: pointsOf(negotiation, one, asOf, coordinates) }));
  const costs = new Map(
    interests.costsOfDelay
      .filter(({ from }) => isBy(from, asOf))
      .flatMap((cost) => (cost.low === cost.high ? [] : [[cost, add(cost.low / 100, cost.high / 100)] as const])),
  );
  const waited = (day: Day) => waitedFor(interests.costsOfDelay, costs, day);
  const held = new Map<string, number>();
  const askOn = (day: Day) => lastAsk(negotiation, interests.party, day);
  return {
    coordinates,
    on: (day) => [
      ...[base.on(day)].map((term) => costly(term, waited(day))),
      ...alternatives.filter(({ from }) => from === null || isBy(from, day)).map(({ on }) => on(day)),
    ],
    goingOn: (asked, seen) => {
      const ask = askOn(asked);
      const worse = noDealOn(negotiation, seen);
      // One coordinate an ask: how much of the way to it the party holds out for.
      const key = `${ask?.id ?? ""} ${noDealOn(negotiation, asked).join()}`;
      const index = held.get(key) ?? add(0, 1);
      held.set(key, index);
      const better = ask ? bestOf(ask) : negotiation.issues.map(() => -1);
      return costly({ form: "between", index, worse, better }, waited(seen));
    },
    bounds: base.bounds,
    costs,
    text: [base.text, ...alternatives.map(({ text }) => text)].join("; or "),
    unused: base.unused,
  };
}

const costly = (term: ReservationTerm, { plus, costs }: Added): ReservationTerm => withAdded(term, -plus, costs);

/** Months of each cost by a day: in points where they are known, else by their coordinates. */
function waitedFor(costs: readonly CostOfDelay[], open: ReadonlyMap<CostOfDelay, number>, day: Day): Added {
  let plus = 0;
  const months: { index: number; months: number }[] = [];
  for (const cost of costs) {
    if (!isBy(cost.from, day)) continue;
    const end = cost.until !== null && lastDay(cost.until) < day ? lastDay(cost.until) : day;
    const run = Math.max(0, monthsBetween(cost.from, end));
    const index = open.get(cost);
    if (index === undefined) plus += (run * cost.low) / 100;
    else if (run > 0) months.push({ index, months: run });
  }
  return { plus, costs: months };
}

/** The last offer of a party's own that stands on a day. */
function lastAsk({ offers }: Case, party: string, day: Day): Case["offers"][number] | null {
  const own = offers.filter((offer) => offer.by.includes(party) && stands(offer, day));
  return own.sort((a, b) => inTime(a.date, b.date)).at(-1) ?? null;
}

/** An offer's package, with the party's best on the issues that it leaves open. */
export const bestOf = ({ options, open }: { options: Package; open: readonly number[] }): Package =>
  options.map((option, issue) => (open.includes(issue) ? -1 : option));

type OnDay = (day: Day) => ReservationTerm;

/** Points that a file gives, as of its day: one number or coordinate, moved by what the time between changes. */
function pointsOf(
  negotiation: Case,
  points: PointsOverTime,
  asOf: Day,
  coordinates: { low: number; high: number }[],
): OnDay {
  const changed = (day: Day): { low: number; high: number } => {
    // Before its own day nothing is known of how it changed.
    const drift = (points.perMonth / 100) * Math.max(0, monthsBetween(points.date, day));
    const delay = points.delay ? costOfDelay(negotiation, points.delay, points.date, day) : { low: 0, high: 0 };
    return { low: drift + delay.low / 100, high: drift + delay.high / 100 };
  };
  const now = changed(asOf);
  const [low, high] = [points.low / 100 + now.low, points.high / 100 + now.high];
  const term: ReservationTerm =
    low === high ? { form: "number", value: low } : { form: "coordinate", index: coordinates.push({ low, high }) - 1 };
  return (day) => {
    if (day === asOf) return term;
    const then = changed(day);
    return withAdded(term, (then.low + then.high - now.low - now.high) / 2);
  };
}

interface Base {
  readonly on: OnDay;
  readonly bounds: BoundsOf | null;
  readonly text: string;
  readonly unused: readonly string[];
}

function baseOf(
  negotiation: Case,
  interests: Interests,
  asOf: Day,
  coordinates: { low: number; high: number }[],
): Base {
  const { reservation } = interests;
  const plain = { bounds: null, unused: [] };
  if (reservation.form === "points") {
    const { low, high } = reservation.points;
    const text = low === high ? `${low} points` : `${low}–${high} points`;
    return { ...plain, on: pointsOf(negotiation, reservation.points, asOf, coordinates), text };
  }
  const isKnown = ({ since }: NamedPackage) => since === undefined || isBy(since, asOf);
  const noDeal: OnDay = (day) => packageTerm(noDealOn(negotiation, day));
  if (reservation.form === "no-deal")
    return {
      ...plain,
      on: noDeal,
      text: negotiation.noDeal ? "the no-deal package" : "today (the case records no no-deal package)",
    };
  const drift = (day: Day) => (reservation.perMonth / 100) * Math.max(0, monthsBetween(reservation.date, day));
  if (reservation.form === "asGoodAs") {
    const { package: named } = reservation;
    // An offer that is made only later tells nothing yet.
    if (!isKnown(named)) return { ...plain, on: noDeal, text: "the no-deal package", unused: [named.name] };
    return {
      ...plain,
      on: (day) => withAdded(packageTerm(packageOn(negotiation, named, day)), drift(day)),
      text: `as good as ${named.name}`,
    };
  }
  const ends = [reservation.worse, reservation.better];
  const [worseKnown = false, betterKnown = false] = ends.map(isKnown);
  const unused = ends.filter((end) => !isKnown(end)).map(({ name }) => name);
  const worse = worseKnown ? packageOn(negotiation, reservation.worse, asOf) : noDealOn(negotiation, asOf);
  const better = betterKnown ? packageOn(negotiation, reservation.better, asOf) : negotiation.issues.map(() => -1);
  const term: ReservationTerm = { form: "between", index: coordinates.push({ low: 0, high: 1 }) - 1, worse, better };
  const named = [
    worseKnown ? reservation.worse.name : "no deal",
    betterKnown ? reservation.better.name : "the best for it",
  ];
  const text = `between ${named.join(" and ")}`;
  return {
    on: (day) => withAdded(term, drift(day)),
    bounds: {
      label: `reservation ${text}`,
      anyOf: [
        [
          { plus: term, minus: packageTerm(worse) },
          { plus: packageTerm(better), minus: term },
        ],
      ],
    },
    text,
    unused,
  };
}

/** The day from which something dated is looked at: its end, and not after the as-of day. */
export const seenOn = (date: string, asOf: Day): Day => {
  const day = lastDay(date);
  return day > asOf ? (firstDay(date) > asOf ? firstDay(date) : asOf) : day;
};

/** What a month of waiting costs, held against steps of issues: each comparison as a claim. */
export function costBounds(negotiation: Case, { compared, low }: CostOfDelay, index: number | undefined) {
  const valueAt = (issue: number, option: number): ReservationTerm =>
    packageTerm(negotiation.today.map((today, k) => (k === issue ? option : today)));
  const withMonth = (term: ReservationTerm): ReservationTerm =>
    index === undefined ? withAdded(term, low / 100) : withAdded(term, 0, [{ index, months: -1 }]);
  return compared.map(({ worse, issue, from, to, place }) => {
    const [before, after] = [valueAt(issue, from), withMonth(valueAt(issue, to))];
    // A month costs c: v(from) − v(to) ≤ c where it is worse than that step, else the other way round.
    const all: Inequality[] = worse ? [{ plus: after, minus: before }] : [{ plus: before, minus: after }];
    return {
      place,
      label: `a month ${worse ? "worse" : "less bad"} than a step of “${negotiation.issues[issue]?.name ?? ""}”`,
      anyOf: [all],
    };
  });
}
