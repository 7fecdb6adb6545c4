// A door of its own, @parley/core/reading: it brings a language model of 4 MB, which nothing else should load.
export type { ReadDate } from "./dates.js";
export type { SpeakerKind } from "./known.js";
export type { ReadQuantity } from "./quantities.js";
export { readText } from "./read-text.js";
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
} from "./reading.js";
export type { Span } from "./span.js";
export type { Act, Modality, Stance } from "./stance.js";
export type { Suggestion } from "./suggestions.js";
