import {
  type AnalysisOptions,
  type Assessment,
  assess,
  type BargainingMap,
  bargainingMap,
  type Case,
  type Dance,
  dance,
  type Outcome,
  type Positions,
  positions,
  type ReadingWorths,
  readingWorths,
  type Terms,
  terms,
} from "@parley/core";

/** Every result that a report is made of; a refusal stands in its place with its reasons. */
export interface Materials {
  readonly assessment: Outcome<Assessment>;
  readonly map: Outcome<BargainingMap>;
  readonly dance: Outcome<Dance>;
  readonly positions: Outcome<Positions>;
  readonly terms: Outcome<Terms>;
  readonly worths: Outcome<ReadingWorths>;
}

/** About how the work divides: the assessment is most of it. */
const SHARE = { assessment: 0.8, map: 0.15 };

/** Everything that can be said of a case, for its reader. */
export function materials(negotiation: Case, options: AnalysisOptions): Materials {
  const { onProgress } = options;
  const part = (from: number, of: number): AnalysisOptions =>
    onProgress ? { ...options, onProgress: (share) => onProgress(from + of * share) } : options;
  const quiet = part(1, 0);
  return {
    assessment: assess(negotiation, part(0, SHARE.assessment)),
    map: bargainingMap(negotiation, part(SHARE.assessment, SHARE.map)),
    dance: dance(negotiation, quiet),
    positions: positions(negotiation, quiet),
    terms: terms(negotiation, quiet),
    worths: readingWorths(negotiation, quiet),
  };
}
