export { capital, isPlural, labelName, listed, objective, possessive, pronoun, verb } from "./en/grammar.js";
export { adverb, likelihoodWords, percent } from "./en/likelihood.js";
export { valueText } from "./en/monitoring.js";
export { chanceText, enoughText, figureText, percentText } from "./en/numbers.js";
export { doersText, spanText } from "./en/spans.js";
export type { Term, TermId } from "./en/terms.js";
export { unitText } from "./en/unit.js";
export { fieldNamesIn } from "./field-names.js";
export type { Language } from "./language.js";
export { LIKELY } from "./likelihood.js";
export { type Named, type Names, type Naming, nameIn, namesIn, partyName, partyNamed } from "./named.js";
export type { Rich, RichPiece } from "./rich.js";
export type {
  Asked,
  AskedFor,
  Chance,
  CrossedLine,
  Leaning,
  OfferRemark,
  OfferSaid,
  Part,
  SplitSaid,
  StepAsked,
  VerdictSaid,
} from "./said/assessment.js";
export type {
  BreachSaid,
  ConcernSaid,
  CountedSaid,
  KeepingSaid,
  OwedSaid,
} from "./said/monitoring.js";
export type { DriftSaid, TermSaid } from "./said/record.js";
export type { LessonSaid, RehearsedSaid } from "./said/rehearsal.js";
export type { ExposureSaid, RoadSaid } from "./said/roadmap.js";
export type { InspectionSaid, UnseeableSaid } from "./said/verification.js";
export { sentencesIn } from "./sentences.js";
export {
  type CommandWording,
  commandWordingIn,
  type ReportWording,
  type RoomWording,
  reportWordingIn,
  roomWordingIn,
  type ServerWording,
  serverWordingIn,
  type Wording,
  wordingIn,
} from "./wording.js";
