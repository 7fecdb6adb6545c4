export { type AdjustedWinner, adjustedWinner } from "./adjusted-winner.js";
export { type AssessOptions, assess } from "./assessment/assess.js";
export { FAIR_MARGIN } from "./assessment/judge.js";
export { adverb, likelihoodWords, percent } from "./assessment/likelihood.js";
export type * from "./assessment/types.js";
export { type ExactFrontier, type FrontierResult, frontier, type SharedFrontier } from "./frontier.js";
export type { GoalProgress } from "./progress.js";
export { type AnalysisOptions, DEFAULT_MODELS, MOST_MODELS, type Provenance } from "./setting.js";
export { type Axiom, type SolutionKey, solutionConcepts } from "./solutions.js";
