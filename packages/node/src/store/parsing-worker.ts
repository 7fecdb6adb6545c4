// The thread in which the files of a case are parsed or edited, so that a harmful or endless one can be stopped.
import { parentPort, workerData } from "node:worker_threads";
import { parseCase, withChanges } from "@parley/core/internal";
import type { ParsingTask } from "./parsing.js";

const task = workerData as ParsingTask;
parentPort?.postMessage(task.kind === "parse" ? parseCase(task.files) : withChanges(task.text, task.changes));
