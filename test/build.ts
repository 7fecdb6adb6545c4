import { execFileSync } from "node:child_process";
import { browserPath } from "./chromium.js";

/** Tests of the command line run what a person runs: the build, made fresh before the first of them. */
export default function build(): void {
  execFileSync(process.execPath, ["node_modules/typescript-native/bin/tsc", "-b"], { stdio: "inherit" });
  execFileSync(process.execPath, ["node_modules/vite/bin/vite.js", "build", "packages/web"], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
  });
  browserPath();
}
