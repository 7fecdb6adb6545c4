export { type Jobs, type Running, threadJobs, type Unit, type UnitResult, type WorkedOn } from "./jobs.js";
export { type Materials, materials } from "./materials.js";
export { openPool, type Pool, type RunOptions, runTask } from "./run.js";
export { type MonitorAnswer, SOLVER_SECONDS, type Tasks } from "./tasks.js";
export { runTournament } from "./tournament.js";
