// What one view of a party comes to, as of a day: the set of models (w, s, r) that agree with what was said.
// Coordinates: w a weight for every issue, s a score for every option (flat, `offsets` says where an issue
// begins), a the points of the reservation value and of alternatives where they are intervals.
import {
  type Answer,
  type Case,
  type Day,
  type Interests,
  isBy,
  monthsBetween,
  type Package,
  type Place,
  type PointsOverTime,
  type ScoreStatement,
  stands,
} from "../case/index.js";
import { costOfDelay } from "../evidence/index.js";
import { at } from "../math/index.js";

/** A package's value (−1 in place of an option: the party's best there), a coordinate of a, what lies between, or a number. */
export type ReservationTerm =
  | { readonly form: "package"; readonly options: Package }
  | { readonly form: "coordinate"; readonly index: number }
  /** A coordinate's share of the way from one package's value to another's, so that it weighs no model more than another. */
  | { readonly form: "between"; readonly index: number; readonly worse: Package; readonly better: Package }
  | { readonly form: "number"; readonly value: number };

/** plus − minus ≥ 0. */
export interface Inequality {
  readonly plus: ReservationTerm;
  readonly minus: ReservationTerm;
}

/** One thing that was said: any one of its parts holds (nearly always there is just one part). */
interface Claim {
  readonly label: string;
  readonly place: Place;
  /** Alternatives; in each, all inequalities hold. */
  readonly anyOf: readonly (readonly Inequality[])[];
}

export interface Preferences {
  readonly interests: Interests;
  /** Position of each issue's first option among all options; one more entry than issues. */
  readonly offsets: Int32Array;
  /** Issues whose weight is not known; the others' weights are in `interests.weights`, or 0. */
  readonly freeIssues: readonly number[];
  readonly scores: readonly ScoreStatement[];
  /** Bounds of the coordinates of a: points on the scale 0–1, or the share of the way between two packages. */
  readonly coordinates: readonly { readonly low: number; readonly high: number }[];
  /** r is the largest of these. */
  readonly reservation: readonly ReservationTerm[];
  readonly claims: readonly Claim[];
  /** Said for the reader: what r stands on. */
  readonly reservationText: string;
}

/** The preferences of one view as of a day. */
export function preferencesOf(negotiation: Case, interests: Interests, asOf: Day): Preferences {
  const coordinates: { low: number; high: number }[] = [];
  const pointsTerm = (points: PointsOverTime): ReservationTerm => {
    // Before its own day nothing is known of how it changed.
    const drift = (points.perMonth / 100) * Math.max(0, monthsBetween(points.date, asOf));
    const delay = points.delay ? costOfDelay(negotiation, points.delay, points.date, asOf) : { low: 0, high: 0 };
    const [low, high] = [points.low / 100 + drift + delay.low / 100, points.high / 100 + drift + delay.high / 100];
    if (low === high) return { form: "number", value: low };
    coordinates.push({ low, high });
    return { form: "coordinate", index: coordinates.length - 1 };
  };
  const base = baseReservation(negotiation, interests, pointsTerm, coordinates);
  const known = interests.alternatives.filter(({ from }) => from === null || isBy(from, asOf));
  const alternatives = known.map(pointsTerm);
  const reservation = [base.term, ...alternatives];
  return {
    interests,
    offsets: offsetsOf(negotiation),
    freeIssues: interests.weights ? [] : interests.scores.flatMap((score, issue) => (score.indifferent ? [] : [issue])),
    scores: interests.scores.map((score, issue) =>
      interests.weights?.[issue] === 0 ? { ...score, levels: null, numbers: null, indifferent: true } : score,
    ),
    coordinates,
    reservation,
    claims: [
      ...base.claims,
      ...answerClaims(interests, reservation, asOf),
      ...offerClaims(negotiation, interests, reservation, asOf),
    ],
    reservationText: [base.text, ...known.map(({ text }) => text)].join("; or "),
  };
}

/** Position of each issue's first option among all options of the case; one more entry than issues. */
export function offsetsOf(negotiation: Pick<Case, "issues">): Int32Array {
  const offsets = new Int32Array(negotiation.issues.length + 1);
  negotiation.issues.forEach((issue, index) => {
    offsets[index + 1] = at(offsets, index) + issue.options.length;
  });
  return offsets;
}

const packageTerm = (options: Package): ReservationTerm => ({ form: "package", options });

function baseReservation(
  negotiation: Case,
  interests: Interests,
  pointsTerm: (points: PointsOverTime) => ReservationTerm,
  coordinates: { low: number; high: number }[],
): { term: ReservationTerm; claims: Claim[]; text: string } {
  const { reservation, reservationPlace: place } = interests;
  switch (reservation.form) {
    case "points": {
      const { low, high } = reservation.points;
      return {
        term: pointsTerm(reservation.points),
        claims: [],
        text: low === high ? `${low} points` : `${low}–${high} points`,
      };
    }
    case "asGoodAs":
      return {
        term: packageTerm(reservation.package.options),
        claims: [],
        text: `as good as ${reservation.package.name}`,
      };
    case "between": {
      coordinates.push({ low: 0, high: 1 });
      const [worse, better] = [reservation.worse.options, reservation.better.options];
      const term: ReservationTerm = { form: "between", index: coordinates.length - 1, worse, better };
      const bounds = [
        { plus: term, minus: packageTerm(worse) },
        { plus: packageTerm(better), minus: term },
      ];
      const text = `between ${reservation.worse.name} and ${reservation.better.name}`;
      return { term, claims: [{ label: `reservation ${text}`, place, anyOf: [bounds] }], text };
    }
    case "no-deal":
      return {
        term: packageTerm(negotiation.noDeal ?? negotiation.today),
        claims: [],
        text: negotiation.noDeal ? "the no-deal package" : "today (the case records no no-deal package)",
      };
  }
}

function answerClaims(interests: Interests, reservation: readonly ReservationTerm[], asOf: Day): Claim[] {
  return interests.answers
    .filter(({ date }) => date === null || isBy(date, asOf))
    .map(({ prefer, to, place }) => ({
      label: `prefers ${nameOf(prefer)} to ${nameOf(to)}`,
      place,
      anyOf: compare(prefer, to, reservation),
    }));
}

const nameOf = (side: Answer["prefer"]): string => (side === "no deal" ? "no deal" : `"${side.name}"`);

/** prefer ≥ to. Better than no deal: than all that r may be. Worse than no deal: than any one of them. */
function compare(prefer: Answer["prefer"], to: Answer["to"], reservation: readonly ReservationTerm[]): Inequality[][] {
  if (prefer === "no deal")
    return reservation.map((plus) => [{ plus, minus: to === "no deal" ? plus : packageTerm(to.options) }]);
  const plus = packageTerm(prefer.options);
  if (to === "no deal") return [reservation.map((minus) => ({ plus, minus }))];
  return [[{ plus, minus: packageTerm(to.options) }]];
}

/** Nobody proposes what is worse for it than no deal. An offer that leaves issues open is judged at its best. */
function offerClaims(
  negotiation: Case,
  interests: Interests,
  reservation: readonly ReservationTerm[],
  asOf: Day,
): Claim[] {
  return negotiation.offers
    .filter((offer) => offer.by === interests.party && stands(offer, asOf) && !interests.bluffs.includes(offer.id))
    .map((offer) => {
      const options = offer.options.map((option, issue) => (offer.open.includes(issue) ? -1 : option));
      return {
        label: `proposed "${offer.name}" itself, so prefers it to no deal (or list it under bluffs)`,
        place: offer.place,
        anyOf: [reservation.map((minus) => ({ plus: packageTerm(options), minus }))],
      };
    });
}
