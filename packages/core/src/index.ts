/**
 * Parley's analyses, for other programs: by what one wants to know, and pure. Nothing here opens a file, asks the network or a clock,
 * or draws by chance: the same arguments give the same result, to the last byte.
 *
 * What stands here keeps its meaning within a major version of this package. New fields may be added to results with a minor one. A text
 * is read by `@parley/core/reading`, which brings a model of the language of 4 MB. Whatever else core holds is `@parley/core/internal`
 * and may change with every version.
 *
 * @packageDocumentation
 */

// What could be signed, and what an offer is worth.
export {
  type AnalysisOptions,
  type Assessment,
  type AssessOptions,
  assess,
  type FrontierOptions,
  type FrontierResult,
  frontier,
  RESULTS_VERSION,
} from "./agreements/index.js";
// Read a case.
export {
  CASE_VERSION,
  type Case,
  type CaseFile,
  describeProblem,
  type FileKind,
  jsonSchema,
  type Outcome,
  type Problem,
  parseCase,
  parsePackage,
  type Refusal,
  type Result,
} from "./case/index.js";
// The text to sign.
export { type Framework, framework } from "./drafting/index.js";
// Where everybody stands, and what the words mean.
export {
  type Positions,
  type PositionsOptions,
  positions,
  type Terms,
  terms,
} from "./evidence/index.js";

// Who does what when, whether one would know, and whether it was kept.
export {
  type Monitor,
  type Monitoring,
  type MonitorOptions,
  monitor,
  type Roadmap,
  type RoadmapOptions,
  type Rows,
  readRows,
  roadmap,
  type Verification,
  type VerifyOptions,
  verify,
} from "./implementation/index.js";
