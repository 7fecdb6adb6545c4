// Makes a fresh clone ready: checks Node, installs what the lock file names if that is not done yet, builds.
// Quiet when there is nothing to do. `npm start` and `npm test` begin with it; --tests finds a browser for these too.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { browserPath, installBrowser } from "./browser.mjs";
import { installPostgres } from "./postgres.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop(`Parley needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.`);

const installed = join(root, "node_modules", ".package-lock.json");
const wanted = join(root, "package-lock.json");
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(wanted).mtimeMs) {
  process.stderr.write("Installing what Parley is built with (once, about half a minute) …\n");
  run(
    "npm",
    ["ci", "--no-audit", "--no-fund", "--loglevel=error"],
    "Installing failed. It needs the npm registry once; check the connection and try again.",
  );
}
run(
  process.execPath,
  [join(root, "node_modules", "typescript-native", "bin", "tsc"), "-b"],
  "Building failed. If you changed nothing, remove node_modules and try again.",
);
// The bundler was installed above.
const { bundleCore } = await import("./bundle-core.mjs");
await bundleCore(root);
if (pagesAreStale())
  run(
    process.execPath,
    [join(root, "node_modules", "vite", "bin", "vite.js"), "build", join(root, "packages", "web")],
    "Building the pages failed. If you changed nothing, remove node_modules and try again.",
    // Pages are built to be used, whoever asks for them.
    { ...process.env, NODE_ENV: "production" },
  );

if (process.argv.includes("--tests")) {
  installBrowser();
  installPostgres();
  try {
    browserPath();
  } catch (error) {
    stop(error.message);
  }
}

/** Whether something that the pages are made of is newer than they are. */
function pagesAreStale() {
  const built = join(root, "packages", "node", "dist", "web", "index.html");
  if (!existsSync(built)) return true;
  const made = statSync(built).mtimeMs;
  return ["web", "charts", "core"].some((name) =>
    readdirSync(join(root, "packages", name), { withFileTypes: true, recursive: true }).some(
      (entry) =>
        entry.isFile() &&
        !/[\\/](dist|node_modules|test)([\\/]|$)/.test(entry.parentPath) &&
        statSync(join(entry.parentPath, entry.name)).mtimeMs > made,
    ),
  );
}

function run(command, args, failure, env = process.env) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32" && command === "npm",
  });
  if (status !== 0) stop(failure);
}

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
