// `npm run check:nodes [-- PATH …]`: the tests of what runs in Node, on the other versions of it that are said to be supported. It takes
// some minutes for each, and is for once a day rather than for every change.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import "./setup.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const VERSIONS = ["22", "24"];
const given = process.argv.slice(2);
const paths = given.length > 0 ? given : ["packages/node"];

for (const version of VERSIONS) {
  process.stderr.write(`Node ${version} …\n`);
  const vitest = [join(root, "node_modules", "vitest", "vitest.mjs"), "run", "--coverage.enabled=false", ...paths];
  const { status } = spawnSync("npx", ["-y", `node@${version}`, ...vitest], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    process.stderr.write(`They fail on Node ${version}.\n`);
    process.exitCode = 1;
  }
}
