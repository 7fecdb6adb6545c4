export type { Certainty } from "./roadmap/certainty.js";
export { type Bar, type Course, follow } from "./roadmap/course.js";
export type { Fix } from "./roadmap/fixes.js";
export type { MilestoneReached } from "./roadmap/milestones.js";
export type { Programme } from "./roadmap/programme.js";
export type { Road, RoadParty, RoadStep } from "./roadmap/road.js";
export {
  type Baseline,
  type Roadmap,
  type RoadmapOptions,
  type RoadmapStep,
  restated,
  roadmap,
  withProof,
} from "./roadmap/roadmap.js";
export { lengthText } from "./roadmap/sentence.js";
export type { Slices } from "./roadmap/slices.js";
export type { Solve, TradeOff } from "./roadmap/trade-off.js";
