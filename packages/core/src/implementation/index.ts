export { dayWithRows } from "./monitoring/added-rows.js";
export { alertsOf } from "./monitoring/alerts.js";
export { type ObservationRow, QUALIFIERS, type Qualifier } from "./monitoring/book.js";
export { findingText, namesOf, ownedText } from "./monitoring/called.js";
export { changesBetween, newRemarks, type StandingChange } from "./monitoring/changes.js";
export { checkRows } from "./monitoring/check-rows.js";
export { FIRST_COLUMNS, OBSERVATION_COLUMNS, OBSERVATIONS_FILE } from "./monitoring/columns.js";
export { limitText } from "./monitoring/judging.js";
export { type Monitor, type MonitorOptions, monitor } from "./monitoring/monitor.js";
export { type RowReader, type Rows, readRows, rowReader } from "./monitoring/read-rows.js";
export type {
  Due,
  Episode,
  Finding,
  Monitoring,
  ObligationStanding,
  PowerStanding,
  Standing,
} from "./monitoring/types.js";
export { isBroken } from "./monitoring/uncured.js";
export { byUrgency, OPEN_STANDINGS, URGENT_STANDINGS } from "./monitoring/urgency.js";
export { rowsIn, type WrittenRow, withRows } from "./monitoring/write-rows.js";
export type { Certainty } from "./roadmap/certainty.js";
export { type Bar, type Course, follow } from "./roadmap/course.js";
export type { Fix } from "./roadmap/fixes.js";
export type { MilestoneReached } from "./roadmap/milestones.js";
export type { Programme } from "./roadmap/programme.js";
export type { Road, RoadParty, RoadStep } from "./roadmap/road.js";
export { type RoadmapOptions, restated, roadmap, withProof } from "./roadmap/roadmap.js";
export type { Slices } from "./roadmap/slices.js";
export type { Solve, TradeOff } from "./roadmap/trade-off.js";
export type { RoadBaseline, Roadmap, RoadmapStep } from "./roadmap/types.js";
export type { PlacePlan, StratumPlan, Verification } from "./verification/types.js";
export { type VerifyOptions, verify } from "./verification/verify.js";
