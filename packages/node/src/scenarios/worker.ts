import { parentPort, workerData } from "node:worker_threads";
import type { ScenarioJob } from "./read-in-thread.js";
import { readScenario } from "./read-scenario.js";

const { files, title } = workerData as ScenarioJob;
parentPort?.postMessage(readScenario(files, title));
