// The public face of core, in the order of its folders: what stands on a page, a command or a test outside.

export {
  type AdjustedWinner,
  type AnalysisOptions,
  type Assessment,
  type AssessOptions,
  adjustedWinner,
  assess,
  DEFAULT_MODELS,
  type ExactFrontier,
  FAIR_MARGIN,
  type FreeGain,
  type FrontierPackage,
  type FrontierResult,
  frontier,
  type Ledger,
  LIKELY,
  MOST_MODELS,
  type Move,
  type OfferAssessment,
  type PriorVerdict,
  type Provenance,
  percent,
  type SharedFrontier,
  type SharePackage,
  type Solution,
  type Substance,
  solutionConcepts,
} from "./agreements/index.js";

export {
  type Case,
  type CaseFile,
  describeProblem,
  type FileKind,
  inReadingOrder,
  isDate,
  jsonSchema,
  kindOf,
  lastDay,
  type Outcome,
  type Problem,
  parseCase,
  parsePackage,
  type Result,
} from "./case/index.js";

export { checkInterests } from "./interests/index.js";
export type { Band } from "./math/index.js";
