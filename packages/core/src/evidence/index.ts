export { costOfDelay, type Holding, type InventoryProjection, projectInventories } from "./inventories/inventories.js";
export {
  DEFAULT_SILENCE,
  type PartyDrift,
  type Positions,
  type PositionsOptions,
  positions,
  type Track,
} from "./positions.js";
export { chosenStatement, placesOf, restOf, statementAround } from "./reading/chosen.js";
export { documentDay, frontMatterIn, type OwnDay } from "./reading/forms/head.js";
export { matched } from "./reading/match.js";
export { fromOther } from "./reading/other-readers.js";
export {
  type About,
  isOwnPosition,
  MOST_TEXT,
  type Reading,
  type ReadingOptions,
  type ReadStatement,
  type Speaker,
  type StatementKind,
  type TextForm,
} from "./reading/reading.js";
export type { Span } from "./reading/span.js";
export type { Act, Modality, Stance } from "./reading/stance.js";
export type { Suggestion } from "./reading/suggestions.js";
export { statementsBySource } from "./resting.js";
export { type CaseSearch, type SearchAnswer, type SearchedText, type SearchHit, searchIn } from "./search.js";
export { askedBy, type HangsOn, type Position, type Sighting } from "./sightings.js";
export { NEWNESS, type News, newsOf, toldOf } from "./telling.js";
export {
  type ComponentReading,
  classOf,
  openParts,
  type ReadObligation,
  type Said,
  type TermReading,
  type Terms,
  terms,
} from "./terms.js";
