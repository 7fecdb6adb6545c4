export { type Materials, materials } from "./materials.js";
export { openPool, type Pool, type RunOptions, runTask } from "./run.js";
export { SOLVER_SECONDS, type Tasks, type Watched } from "./tasks.js";
