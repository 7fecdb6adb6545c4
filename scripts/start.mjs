// `npm start`: makes the clone ready and assesses the flagship case. `npm start -- --no-serve` only prints, which is
// all that it does so far.
import { spawnSync } from "node:child_process";
import "./setup.mjs";

const args = process.argv.slice(2).filter((arg) => arg !== "--no-serve");
const command = ["packages/node/bin/parley.js", "assess", "cases/hanoi-2019", ...args];
const { status } = spawnSync(process.execPath, command, { stdio: "inherit" });
process.exitCode = status ?? 1;
