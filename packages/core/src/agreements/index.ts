export { type Enough, enoughOf } from "./acceptance.js";
export { type AdjustedWinner, adjustedWinner } from "./adjusted-winner.js";
export { assess } from "./assessment/assess.js";
export { atAGlance, type Glance, latestOf } from "./assessment/glance.js";
export { FAIR_MARGIN } from "./assessment/judge.js";
export { LAYING, type LaidPart, type LaidParts, layingPlan, layPart, type Part, priorsOf } from "./assessment/lay.js";
export { leavesNothing } from "./assessment/left-on-table.js";
export { verdictOutcomes } from "./assessment/outcomes.js";
export type { AssessOptions } from "./assessment/request.js";
export type {
  Assessment,
  FreeGain,
  Ledger,
  Move,
  OfferAssessment,
  PriorVerdict,
  Substance,
} from "./assessment/types.js";
export { type BargainingMap, bargainingMap, type MapPoint, type Plot } from "./bargaining-map.js";
export { type BestMove, type BestMoves, bestMoves } from "./best-moves.js";
export {
  type Dance,
  dance,
  ISSUE_STEPS,
  issueStep,
  type Step,
  VALUE_STEPS,
  type ValueStep,
  valueStep,
} from "./dance.js";
export { decidingFrontOf } from "./direct/deciding.js";
export { pathsOf } from "./direct/paths.js";
export { bestOf } from "./direct-solutions.js";
export type { ExactFrontier, FrontierPackage, Solution } from "./exact-frontier.js";
export { type ExchangeBetween, exchangeBetween } from "./exchange-between.js";
export { frontOf } from "./front.js";
export type { Front, FrontCounts, FrontLimit, Worth } from "./front-table.js";
export { type FrontierOptions, type FrontierResult, frontier } from "./frontier.js";
export { type OptionWorth, type OptionWorths, optionWorths } from "./option-worths.js";
export {
  drawOf,
  drawPanel,
  type Member,
  type Panel,
  reservationsOf,
  valueIn,
  valuesOf,
  worthIn,
} from "./panel.js";
export { type Provenance, provenanceOf, RESULTS_VERSION } from "./provenance.js";
export { type ReadingWorth, type ReadingWorths, readingWorths } from "./reading-worth.js";
export { type LeastSigned, type Sanity, type SanityOfParty, sanity } from "./sanity.js";
export {
  type AnalysisOptions,
  DEFAULT_MODELS,
  MOST_MODELS,
  missingInterests,
  type Setting,
  settingOf,
} from "./setting.js";
export type { SharedFrontier, SharePackage } from "./share-frontier.js";
export { solutionConcepts } from "./solutions.js";
export {
  along,
  type Block,
  brokenRules,
  buildSpace,
  countPackages,
  crossedBy,
  redLinesOn,
  ruledOut,
  type Space,
  type StandingRedLine,
} from "./space.js";
