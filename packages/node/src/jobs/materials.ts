// Runs all the analyses that go into the report on a case, sharing between them the work that they have in common.
import {
  type AnalysisOptions,
  type Assessment,
  type AssessOptions,
  assess,
  type BargainingMap,
  bargainingMap,
  type Case,
  type Dance,
  dance,
  type LaidParts,
  layingPlan,
  layPart,
  type Outcome,
  type Positions,
  positions,
  type ReadingWorths,
  type Roadmap,
  readingWorths,
  roadmap,
  type Sanity,
  sanity,
  type Terms,
  terms,
} from "@parley/core/internal";

/** Every result that a report is made of; a refusal stands in its place with its reasons. */
export interface Materials {
  readonly assessment: Outcome<Assessment>;
  readonly map: Outcome<BargainingMap>;
  readonly dance: Outcome<Dance>;
  readonly positions: Outcome<Positions>;
  readonly terms: Outcome<Terms>;
  readonly worths: Outcome<ReadingWorths>;
  readonly roadmap: Outcome<Roadmap>;
  readonly sanity: Outcome<Sanity>;
}

/** About how the work divides: laying is most of it. */
const SHARE = { laying: 0.6, assessment: 0.3 };

/**
 * Everything that can be said of a case, for its reader.
 * @param parts what offers are measured against, where it was laid elsewhere
 */
export function materials(
  negotiation: Case,
  options: AnalysisOptions & Pick<AssessOptions, "within">,
  parts: LaidParts | null = null,
): Materials {
  const { onProgress } = options;
  const part = (from: number, of: number): typeof options =>
    onProgress ? { ...options, onProgress: (share) => onProgress(from + of * share) } : options;
  const quiet = part(1, 0);
  const plan = parts ? [] : layingPlan(negotiation, options);
  const step = SHARE.laying / Math.max(1, plan.length);
  // Laid once, for the assessment and the map alike.
  const laid = parts ?? plan.map((prior, k) => [layPart(negotiation, part(k * step, step), prior, { part: 0, of: 1 })]);
  return {
    assessment: assess(negotiation, part(SHARE.laying, SHARE.assessment), laid),
    map: bargainingMap(negotiation, quiet, laid),
    dance: dance(negotiation, quiet),
    positions: positions(negotiation, quiet),
    terms: terms(negotiation, quiet),
    worths: readingWorths(negotiation, quiet),
    roadmap: roadmap(negotiation, quiet),
    sanity: sanity(negotiation, quiet),
  };
}
