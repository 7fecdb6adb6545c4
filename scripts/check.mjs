// Everything that is checked: the rules of writing code, the types and what nothing uses, beside each other, and then the tests.
import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const CHECKS = [
  ["@biomejs/biome/bin/biome", "check", "--error-on-warnings"],
  ["typescript-native/bin/tsc", "-p", "tsconfig.test.json"],
  ["typescript-native/bin/tsc", "-p", "packages/web/tsconfig.test.json"],
  ["knip/bin/knip.js"],
];

/** @returns whether it found nothing; what it says is shown when it is done, so that two do not speak at once */
const check = ([program, ...args]) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, "node_modules", program), ...args], { cwd: root });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => {
        said += text;
      });
    child.on("close", (code) => {
      process.stdout.write(said);
      resolve(code === 0);
    });
  });

const passed = await Promise.all(CHECKS.map(check));
if (passed.includes(false)) process.exit(1);
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const { status } = spawnSync(process.execPath, [vitest, "run", "--coverage"], { cwd: root, stdio: "inherit" });
process.exit(status ?? 1);
