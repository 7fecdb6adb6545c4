// Prepares a run of the tests: builds the project where that is needed, and checks that a browser is there.
import { execFileSync } from "node:child_process";
import { browserPath } from "../scripts/browser.mjs";

/** Tests of the command line and of pages run what is built: it is made fresh before the first of them where it is not. */
export default function build(): void {
  execFileSync(process.execPath, ["scripts/setup.mjs"], { stdio: "inherit" });
  browserPath();
}
