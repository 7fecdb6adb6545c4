// What one view of a party comes to, as of a day: the set of models (w, s, r) that agree with what was said.
// Coordinates: w a weight for every issue, s a score for every option (flat, `offsets` says where an issue
// begins), a the points of the reservation value, of alternatives and of costs of delay where they are intervals.
import {
  type Answer,
  type Between,
  type Case,
  type Certainty,
  type Day,
  type Interests,
  isBy,
  packageOn,
  type ScoreStatement,
  stands,
} from "../case/index.js";
import { at } from "../math/index.js";
import { type Hold, type Responded, responseClaims } from "./responses.js";
import { type Claim, type Inequality, packageTerm, type ReservationTerm } from "./terms.js";
import { bestOf, costBounds, seenOn, type WalkAway, walkAwayOf } from "./walk-away.js";

export interface Preferences {
  readonly interests: Interests;
  /** Position of each issue's first option among all options; one more entry than issues. */
  readonly offsets: Int32Array;
  /** Issues whose weight is not known; the others' weights are in `interests.weights`, or 0. */
  readonly freeIssues: readonly number[];
  readonly scores: readonly ScoreStatement[];
  /** Options on the straight line between two others, among all options of the case. */
  readonly between: readonly Between[];
  /** Bounds of the coordinates of a: points on the scale 0–1, or the share of the way between two packages. */
  readonly coordinates: readonly { readonly low: number; readonly high: number }[];
  /** r is the largest of these. */
  readonly reservation: readonly ReservationTerm[];
  /** What the party holds out for now, by what it refused since it last moved; it signs nothing below these either. */
  readonly holdsOut: readonly Hold[];
  /** Every term that lies between two packages. */
  readonly betweens: readonly ReservationTerm[];
  /** How likely a stated pair of ranks is the other way round: φ of Mallows' model, 0 where ranks are sure. */
  readonly rankNoise: number;
  readonly claims: readonly Claim[];
  /** What it answered to offers, and what each answer is taken to show. */
  readonly responded: readonly Responded[];
  /** Said for the reader: what r stands on. */
  readonly reservationText: string;
  /** Offers that the reservation names and that are made only after the as-of day. */
  readonly unused: readonly string[];
}

/** φ of Mallows' model for every word. A pair of neighbours is the other way round with the chance φ ⁄ (1 + φ). */
export const RANK_NOISE: Readonly<Record<Certainty, number>> = { sure: 0, "fairly-sure": 0.3, "a-guess": 0.6 };

/** The preferences of one view as of a day. */
export function preferencesOf(negotiation: Case, interests: Interests, asOf: Day): Preferences {
  const walkAway = walkAwayOf(negotiation, interests, asOf);
  const reservation = walkAway.on(asOf);
  const responses = responseClaims(negotiation, interests, walkAway, asOf);
  const betweens = [...reservation, ...responses.terms].filter(({ form }) => form === "between");
  const { bounds } = walkAway;
  return {
    interests,
    offsets: offsetsOf(negotiation),
    freeIssues: interests.weights ? [] : interests.scores.flatMap((score, issue) => (score.indifferent ? [] : [issue])),
    scores: interests.scores.map((score, issue) =>
      interests.weights?.[issue] === 0 ? { ...score, levels: null, numbers: null, indifferent: true } : score,
    ),
    between: betweenIn(interests.scores, offsetsOf(negotiation)),
    coordinates: walkAway.coordinates,
    reservation,
    holdsOut: responses.holdsOut,
    betweens,
    rankNoise: interests.weights ? 0 : RANK_NOISE[interests.certainty],
    claims: [
      ...(bounds ? [{ ...bounds, place: interests.reservationPlace }] : []),
      ...answerClaims(negotiation, interests, walkAway, asOf),
      ...offerClaims(negotiation, interests, walkAway, asOf),
      ...responses.claims,
      ...interests.costsOfDelay
        .filter(({ from }) => isBy(from, asOf))
        .flatMap((cost) =>
          costBounds(negotiation, cost, walkAway.costs.get(cost)).map((one) => ({
            ...one,
            label: `what “${cost.text}” costs: ${one.label}`,
          })),
        ),
    ],
    responded: responses.responded,
    reservationText: walkAway.text,
    unused: walkAway.unused,
  };
}

/** Options between two others, by their places among all options of the case. */
function betweenIn(scores: readonly ScoreStatement[], offsets: Int32Array): Between[] {
  return scores.flatMap(({ between = [] }, issue) => {
    const first = at(offsets, issue);
    return between.map(({ option, lower, upper, share }) => ({
      option: first + option,
      lower: first + lower,
      upper: first + upper,
      share,
    }));
  });
}

/** Position of each issue's first option among all options of the case; one more entry than issues. */
export function offsetsOf(negotiation: Pick<Case, "issues">): Int32Array {
  const offsets = new Int32Array(negotiation.issues.length + 1);
  negotiation.issues.forEach((issue, index) => {
    offsets[index + 1] = at(offsets, index) + issue.options.length;
  });
  return offsets;
}

function answerClaims(negotiation: Case, interests: Interests, walkAway: WalkAway, asOf: Day): Claim[] {
  return interests.answers
    .filter(({ date }) => date === null || isBy(date, asOf))
    .filter(({ prefer, to }) =>
      // An offer that is made only later cannot have been compared yet.
      [prefer, to].every((side) => side === "no deal" || side.since === undefined || isBy(side.since, asOf)),
    )
    .map(({ prefer, to, place, date }) => ({
      label: `prefers ${nameOf(prefer)} to ${nameOf(to)}`,
      place,
      anyOf: compare(
        asItIs(negotiation, prefer, asOf),
        asItIs(negotiation, to, asOf),
        walkAway.on(date === null ? asOf : seenOn(date, asOf)),
      ),
    }));
}

/** A side of an answer as it is on a day. */
const asItIs = (negotiation: Case, side: Answer["prefer"], day: Day): Answer["prefer"] =>
  side === "no deal" ? side : { ...side, options: packageOn(negotiation, side, day) };

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
function offerClaims(negotiation: Case, interests: Interests, walkAway: WalkAway, asOf: Day): Claim[] {
  return negotiation.offers
    .filter(
      (offer) => offer.by.includes(interests.party) && stands(offer, asOf) && !interests.bluffs.includes(offer.id),
    )
    .map((offer) => ({
      label: `proposed "${offer.name}" itself, so prefers it to no deal (or list it under bluffs)`,
      place: offer.place,
      anyOf: [walkAway.on(seenOn(offer.date, asOf)).map((minus) => ({ plus: packageTerm(bestOf(offer)), minus }))],
    }));
}
