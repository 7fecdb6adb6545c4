// Offers on the table of a room: open or on a condition, for a time, answered by every other party, countered, withdrawn.
// An offer is agreed when all others have accepted it while it was open; a refusal or a counter-offer closes it.
import { type Instant, noRecord, notPlayed, type Played, played, timeOf, withKey } from "./play.js";

/** Option by issue. */
export type RoomPackage = Readonly<Record<string, string>>;

interface OfferTerms {
  readonly id: string;
  readonly by: string;
  readonly package: RoomPackage;
  /** What the others would have to give, on issues that the package does not name; empty for nothing. */
  readonly if: RoomPackage;
  /** The last instant at which it can be accepted; null for no end. */
  readonly until: Instant | null;
  /** The offer that it answers, which it closes; null for none. */
  readonly counters: string | null;
}

export type OfferMove =
  | (OfferTerms & { readonly kind: "offer" })
  | { readonly kind: "answer"; readonly offer: string; readonly by: string; readonly answer: "accepted" | "refused" }
  | { readonly kind: "withdraw"; readonly offer: string; readonly by: string };

export interface RoomOffer extends OfferTerms {
  readonly made: Instant;
  /** By party. */
  readonly answers: Readonly<Record<string, "accepted" | "refused" | "countered">>;
  readonly withdrawn: boolean;
}

export interface OffersState {
  readonly parties: readonly string[];
  readonly now: Instant;
  readonly offers: Readonly<Record<string, RoomOffer>>;
}

export type OfferStanding = "open" | "agreed" | "refused" | "withdrawn" | "expired";

/** @param parties at least two, each once */
export const beginOffers = (parties: readonly string[]): OffersState => ({
  parties,
  now: Number.NEGATIVE_INFINITY,
  offers: noRecord(),
});

/** How an offer stands at an instant. What was agreed, refused or withdrawn stays so. */
export function offerStanding(
  { by, answers, withdrawn, until }: RoomOffer,
  parties: readonly string[],
  at: Instant,
): OfferStanding {
  const others = parties.filter((party) => party !== by);
  if (others.every((party) => answers[party] === "accepted")) return "agreed";
  if (others.some((party) => answers[party] === "refused" || answers[party] === "countered")) return "refused";
  if (withdrawn) return "withdrawn";
  return until !== null && at > until ? "expired" : "open";
}

/** The offers after a move, or why it is not made; then nothing has changed. */
export function playOffer(state: OffersState, move: OfferMove, at: Instant): Played<OffersState> {
  const now = timeOf(state.now, at);
  if (!state.parties.includes(move.by)) return notPlayed("no-party");
  if (move.kind === "offer") return made(state, move, now);
  const offer = state.offers[move.offer];
  if (!offer) return notPlayed("unknown");
  if (move.kind === "withdraw" && offer.by !== move.by) return notPlayed("unknown");
  if (move.kind === "answer" && offer.by === move.by) return notPlayed("own");
  const why = notOpen(state, offer, move.by, now);
  if (why) return notPlayed(why);
  const after: RoomOffer =
    move.kind === "withdraw"
      ? { ...offer, withdrawn: true }
      : { ...offer, answers: withKey(offer.answers, move.by, move.answer) };
  return played({ ...state, now, offers: withKey(state.offers, offer.id, after) });
}

function made(state: OffersState, move: OfferMove & { kind: "offer" }, now: Instant): Played<OffersState> {
  const { id, by, until, counters } = move;
  if (state.offers[id]) return notPlayed("name-taken");
  if (Object.keys(move.package).length === 0) return notPlayed("empty-package");
  if (Object.keys(move.if).some((issue) => Object.hasOwn(move.package, issue)))
    return notPlayed("condition-in-package");
  if (until !== null && until <= now) return notPlayed("past-expiry");
  let { offers } = state;
  if (counters !== null) {
    const answered = offers[counters];
    if (!answered) return notPlayed("unknown");
    if (answered.by === by) return notPlayed("own");
    const why = notOpen(state, answered, by, now);
    if (why) return notPlayed(why);
    offers = withKey(offers, counters, { ...answered, answers: withKey(answered.answers, by, "countered") });
  }
  const offer: RoomOffer = {
    id,
    by,
    package: move.package,
    if: move.if,
    until,
    counters,
    made: now,
    answers: noRecord(),
    withdrawn: false,
  };
  return played({ ...state, now, offers: withKey(offers, id, offer) });
}

/** Why nothing can be said to an offer any more; null where it can. */
function notOpen({ parties }: OffersState, offer: RoomOffer, by: string, now: Instant) {
  const standing = offerStanding(offer, parties, now);
  if (standing === "expired") return "expired";
  if (standing !== "open") return "closed";
  return offer.answers[by] === undefined ? null : "answered";
}
