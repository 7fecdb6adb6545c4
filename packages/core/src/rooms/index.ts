// A door of its own, @parley/core/rooms: the protocols of a room, which no analysis needs.
export { afterSettlement, type Points } from "./after-settlement.js";
export {
  type CheckedRecord,
  checkRecord,
  entryHash,
  type RecordEntry,
  type RecordFault,
  type RecordHead,
} from "./audit.js";
export { type Chances, chances, type GivenBy, type Known, type LikelyPackage } from "./chances.js";
export type { Invitation, RoomLook, SeatAsked, SeatSession } from "./look.js";
export { isOf, type MatterIssue, type MatterOption, matterOf, type RoomMatter } from "./matter.js";
export {
  type Confidence,
  confidence,
  type MediatorQuestion,
  MOST_SAID,
  type MoveBody,
  type MoveKind,
  moveId,
  moves,
  personName,
  type RoomEntry,
  type RoomMove,
  readMove,
  sealedBid,
  sealedRule,
} from "./moves.js";
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
  type Returned,
  type ReturnedChange,
  type ReturnedParagraph,
  returnedChanges,
  type TextLine,
  type TextWords,
  textLines,
  wordingMark,
} from "./returned.js";
export {
  beginRoom,
  hearEntry,
  isConfidenceOf,
  ownWordingKey,
  playMove,
  type RoomAsked,
  type RoomDraft,
  type RoomGiven,
  type RoomProposal,
  type RoomSaid,
  type RoomSealed,
  type RoomSeat,
  type RoomSettlement,
  type RoomState,
  type RoomText,
  textDigest,
  withSeats,
} from "./room.js";
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
  type DraftClause,
  isTextAgreed,
  MEDIATOR,
  MOST_CLAUSE,
  mergedWordings,
  playText,
  type RoomClause,
  type SingleTextState,
  signedText,
  type TextMove,
  UNNAMED,
  type WordingWords,
  wordingNote,
} from "./single-text.js";
