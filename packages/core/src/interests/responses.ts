// What a party's answers to offers tell of its needs, each from its day on. A refusal is evidence that refusing was worth at
// least as much to it that day as the offer: no deal, going on bargaining, or a better offer that it could expect. An acceptance,
// that the offer was worth at least as much as no deal. (Revealed preference, Samuelson, Economica 5, 1938, 61–71; in bargaining
// under private information a refusal may also be a hope for more: Fudenberg & Tirole, Review of Economic Studies 50, 1983,
// 221–247.)
import {
  type Case,
  counts,
  type Day,
  type Interests,
  inTime,
  isBy,
  type Offer,
  type Response,
  turnsDown,
} from "../case/index.js";
import { type Claim, type Inequality, packageTerm, type ReservationTerm } from "./terms.js";
import { bestOf, seenOn, type WalkAway } from "./walk-away.js";

/** A response on record by the as-of day, and what is concluded from it. */
export interface Responded {
  readonly response: Response;
  readonly offer: Offer;
  /** `nothing`: tactical, or it tells nothing (it lapsed, or was let stand); `open`: the offer left issues open. */
  readonly shows: "at-least-as-good" | "no-better" | "nothing" | "open";
  /** Whether the party still holds out for what it held out for then. */
  readonly holds: boolean;
}

/**
 * What a party holds out for, by a refusal: the least of `expects` (what going on was worth to it, as it is today) and of what it
 * refused. For anything better than that it is judged against no deal alone. Where a response may not have been meant: only in
 * models whose coordinate is below the reliability.
 */
export interface Hold {
  readonly expects: ReservationTerm;
  /** Null where it waits for a better offer that is named. */
  readonly refused: ReservationTerm | null;
  /** What it asked for itself, or accepted, since: it holds out for no more than any of these. */
  readonly since: readonly ReservationTerm[];
  readonly meant: { readonly index: number; readonly below: number } | null;
}

interface Claims {
  readonly claims: readonly Claim[];
  readonly responded: readonly Responded[];
  readonly holdsOut: readonly Hold[];
  /** Terms that the claims are made of. */
  readonly terms: readonly ReservationTerm[];
}

export function responseClaims(negotiation: Case, interests: Interests, walkAway: WalkAway, asOf: Day): Claims {
  const claims: Claim[] = [];
  const terms: ReservationTerm[] = [];
  const responded: Omit<Responded, "holds">[] = [];
  const held: { readonly on: Day; readonly hold: Omit<Hold, "since">; readonly of: Response }[] = [];
  const accepted: { readonly on: Day; readonly term: ReservationTerm }[] = [];
  for (const { response, offer } of responsesOf(negotiation, interests, asOf)) {
    const day = seenOn(response.date, asOf);
    const shows = shownBy(response, offer, asOf);
    responded.push({ response, offer, shows });
    if (shows === "nothing" || shows === "open") continue;
    const { value, instead } = { value: packageTerm(bestOf(offer)), instead: response.instead };
    const better = shows === "no-better" && instead !== "no deal" ? insteadTerm(instead, walkAway, day) : null;
    if (better) terms.push(better);
    const meant =
      response.reliability < 1
        ? { index: walkAway.coordinates.push({ low: 0, high: 1 }) - 1, below: response.reliability }
        : null;
    const anyOf: Inequality[][] =
      shows === "at-least-as-good"
        ? [walkAway.on(day).map((minus) => ({ plus: value, minus }))]
        : [
            ...(instead === null || instead === "no deal"
              ? walkAway.on(day).map((plus) => [{ plus, minus: value }])
              : []),
            ...(better ? [[{ plus: better, minus: value }, ...within(better)]] : []),
          ];
    // In the rest of the models it is left aside.
    if (meant)
      anyOf.push([{ plus: { form: "coordinate", index: meant.index }, minus: { form: "number", value: meant.below } }]);
    claims.push({
      label: `${response.answer} "${offer.name}" on ${response.date}`,
      place: response.place,
      anyOf,
    });
    if (shows === "at-least-as-good" && response.reliability === 1) accepted.push({ on: day, term: value });
    const now = shows === "no-better" ? holdsFor(instead, walkAway, day, asOf) : null;
    const refused = instead === null || instead === "going on" ? value : null;
    if (now) held.push({ on: day, hold: { expects: now, refused, meant }, of: response });
  }
  // What was refused stays refused, unless it is as good as what the party has asked for or accepted since.
  const asked = negotiation.offers
    .filter((offer) => offer.by.includes(interests.party) && isBy(offer.date, asOf))
    .map((offer) => ({ on: seenOn(offer.date, asOf), term: packageTerm(bestOf(offer)) }));
  const sinceOf = (on: Day) => [...asked, ...accepted].filter((one) => one.on > on).map(({ term }) => term);
  const holdsOut = held.map(({ on, hold }) => ({ ...hold, since: sinceOf(on) }));
  const all = responded.map((one) => {
    const own = held.find(({ of }) => of === one.response);
    return { ...one, holds: own !== undefined && own.hold.meant === null && sinceOf(own.on).length === 0 };
  });
  return { claims, responded: all, holdsOut, terms: [...terms, ...holdsOut.map(({ expects }) => expects)] };
}

/** What the party answered by the as-of day, in the record or as only this view's holder knows, in the order of time. */
function responsesOf(
  { offers }: Case,
  { party, responses }: Interests,
  asOf: Day,
): { readonly response: Response; readonly offer: Offer }[] {
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const open = offers.flatMap((offer) => offer.responses.filter(({ by }) => by === party));
  return [...open, ...responses]
    .filter(({ date }) => isBy(date, asOf))
    .sort((a, b) => inTime(a.date, b.date))
    .flatMap((response) => {
      const offer = byId.get(response.to);
      return offer ? [{ response, offer }] : [];
    });
}

function shownBy(response: Response, offer: Offer, asOf: Day): Responded["shows"] {
  if (!counts(response, asOf)) return "nothing";
  if (response.answer === "accepted") return "at-least-as-good";
  if (!turnsDown(response)) return "nothing";
  // What it turned down was any way, or none, to fill the open issues: nothing is known of one package.
  return offer.open.length > 0 ? "open" : "no-better";
}

/** What was better than to accept: an offer that it could expect, or going on. */
const insteadTerm = (
  instead: Exclude<Response["instead"], "no deal">,
  walkAway: WalkAway,
  day: Day,
): ReservationTerm =>
  instead === null || instead === "going on" ? walkAway.goingOn(day, day) : packageTerm(instead.options);

/** Going on lies between no deal and what the party asks for. */
function within(term: ReservationTerm): Inequality[] {
  if (term.form !== "between") return [];
  const end = (options: readonly number[]): ReservationTerm => ({
    ...packageTerm(options),
    ...(term.added && { added: term.added }),
  });
  return [
    { plus: term, minus: end(term.worse) },
    { plus: end(term.better), minus: term },
  ];
}

/** What it held out for on a day, as it is worth on the as-of day; null where it only preferred no deal. */
function holdsFor(instead: Response["instead"], walkAway: WalkAway, on: Day, asOf: Day): ReservationTerm | null {
  if (instead === "no deal") return null;
  return instead === null || instead === "going on" ? walkAway.goingOn(on, asOf) : packageTerm(instead.options);
}
