// The thread in which scenario files of other programs are read, so that a harmful or endless one can be stopped.
import { parentPort, workerData } from "node:worker_threads";
import type { ScenarioJob } from "./read-in-thread.js";
import { readScenario } from "./read-scenario.js";

const { files, title } = workerData as ScenarioJob;
parentPort?.postMessage(readScenario(files, title));
