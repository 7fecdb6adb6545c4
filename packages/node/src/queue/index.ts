export { queueJobs, UnitsFailed } from "./queue-jobs.js";
export { type Worker, workOn } from "./work.js";
