export { type AdjustedWinner, adjustedWinner } from "./adjusted-winner.js";
export { type AssessOptions, assess } from "./assessment/assess.js";
export { FAIR_MARGIN } from "./assessment/judge.js";
export { LIKELY, percent } from "./assessment/likelihood.js";
export type {
  Assessment,
  FreeGain,
  Ledger,
  Move,
  OfferAssessment,
  PriorVerdict,
  Substance,
} from "./assessment/types.js";
export {
  type ExactFrontier,
  type FrontierPackage,
  type FrontierResult,
  frontier,
  type SharedFrontier,
  type SharePackage,
  type Solution,
} from "./frontier.js";
export { type AnalysisOptions, DEFAULT_MODELS, MOST_MODELS, type Provenance } from "./setting.js";
export { solutionConcepts } from "./solutions.js";
