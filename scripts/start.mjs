// `npm start`: makes the clone ready, assesses the flagship case and serves the workbench until stopped.
// `npm start -- --no-serve` only prints.
import { spawn, spawnSync } from "node:child_process";
import "./setup.mjs";

const args = process.argv.slice(2);
const parley = (...command) => [process.execPath, ["packages/node/bin/parley.js", ...command], { stdio: "inherit" }];
const { status } = spawnSync(...parley("assess", "cases/hanoi-2019", ...args.filter((arg) => arg !== "--no-serve")));
process.exitCode = status ?? 1;

if (status === 0 && !args.includes("--no-serve")) {
  process.stdout.write("\n");
  const serving = spawn(...parley("serve", "cases", "--first", "hanoi-2019"));
  // Ctrl+C reaches both; this one waits until the other has closed its files.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => serving.kill(signal));
  serving.on("exit", (code) => {
    process.exitCode = code ?? 0;
  });
}
