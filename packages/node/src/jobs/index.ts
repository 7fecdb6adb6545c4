export { runTask } from "./run.js";
export type { Tasks } from "./tasks.js";
