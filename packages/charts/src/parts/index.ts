export { DraftText, slug } from "./draft-text.js";
export { Offer } from "./offer.js";
export { Either, Points } from "./points.js";
export { RoadFacts } from "./road-facts.js";
export { SourceLine } from "./source-line.js";
export { Square } from "./square.js";
export { partStyle } from "./style.js";
export { TermPart } from "./term.js";
export { VerdictNote } from "./verdict-note.js";
