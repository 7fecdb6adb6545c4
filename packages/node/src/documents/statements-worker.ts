// The thread in which the statements of a text are found.
import { parentPort, workerData } from "node:worker_threads";
import { readText } from "@parley/core/reading";
import type { StatementsJob } from "./read-statements.js";

const { text, date, author, negotiation } = workerData as StatementsJob;
parentPort?.postMessage(readText(text, { date, author, negotiation }));
