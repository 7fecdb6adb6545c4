export { DraftText, slug } from "./draft-text.js";
export { Offer } from "./offer.js";
export { Either, Points } from "./points.js";
export { RoadFacts } from "./road-facts.js";
export {
  certaintyText,
  fixText,
  milestoneText,
  orderText,
  planText,
  roadText,
  sliceTexts,
  temptationText,
} from "./road-texts.js";
export { SourceLine } from "./source-line.js";
export { Square } from "./square.js";
export {
  byUrgency,
  episodeText,
  POWER_WORDS,
  STANDING_WORDS,
} from "./standing-texts.js";
export { partStyle } from "./style.js";
export { TermPart } from "./term.js";
export { VerdictNote } from "./verdict-note.js";
export {
  chanceText,
  enoughText,
  figureText,
  goalWithSource,
  growthText,
  holdingText,
  looksText,
  percentText,
} from "./verification-texts.js";
