export { type Materials, materials } from "./materials.js";
export { runTask } from "./run.js";
export type { Tasks } from "./tasks.js";
