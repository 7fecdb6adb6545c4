// The thread in which a file of citations is read, so that a harmful or endless one can be stopped.
import { parentPort, workerData } from "node:worker_threads";
import { citationsIn } from "./citations-in.js";
import type { CitationsJob } from "./read-citations.js";

parentPort?.postMessage(citationsIn(workerData as CitationsJob));
