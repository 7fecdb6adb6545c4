export { type Materials, materials } from "./materials.js";
export { openPool, runTask } from "./run.js";
export type { Tasks } from "./tasks.js";
