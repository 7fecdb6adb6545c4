// Makes the three packages that others install, as tarballs: core, charts, and the command line with its pages.
// npm run pack [-- FOLDER]; into packed/ unless given.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import "./setup.mjs";
import { thirdParty } from "./third-party.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const into = resolve(process.argv[2] ?? join(root, "packed"));
mkdirSync(into, { recursive: true });
writeFileSync(join(root, "packages", "node", "THIRD-PARTY.md"), thirdParty());
for (const name of ["core", "charts", "node"]) {
  const folder = join(root, "packages", name);
  copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"));
  const { status } = spawnSync("npm", ["pack", "--silent", "--pack-destination", into], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}
