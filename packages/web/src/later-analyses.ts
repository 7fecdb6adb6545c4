// What the pages' worker loads only when it is first asked for: forms and their steps, roads, plans of inspection, interviews.
export {
  answersWritten,
  entriesIn,
  interview,
  ordinalCheck,
  removalOf,
  roadmap,
  setUpChange,
  verdictOutcomes,
  verify,
} from "@parley/core/internal";
