// A door of its own, @parley/core/rooms: the protocols of a room, which no analysis needs.
export { afterSettlement, type Points } from "./after-settlement.js";
export {
  beginOffers,
  type OfferMove,
  type OfferStanding,
  type OffersState,
  offerStanding,
  playOffer,
  type RoomOffer,
  type RoomPackage,
} from "./offers.js";
export type { Instant, Played, RoomRefusal } from "./play.js";
export {
  answerProposal,
  beginProposal,
  type ProposalOutcome,
  type ProposalState,
  type ProposalView,
  proposalOutcome,
  proposalSeenBy,
} from "./proposal.js";
export {
  beginSealed,
  biddersOf,
  placeBid,
  type SealedBid,
  type SealedRule,
  type SealedState,
  type SealedView,
  sealedSeenBy,
  whereTheyMeet,
} from "./sealed.js";
export { type Audience, audiencesOf, mayWriteTo, type Seat, type SeatRole } from "./seats.js";
export {
  agreedWording,
  beginText,
  bracketOf,
  type ClauseWording,
  isTextAgreed,
  MOST_CLAUSE,
  playText,
  type RoomClause,
  type SingleTextState,
  type TextMove,
} from "./single-text.js";
