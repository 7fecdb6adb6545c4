// Writes core for Node as a few files instead of four hundred, from which every process and thread starts twice as fast.
// Pages take the files as they are, so that each loads only what it needs.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";

/** Bundles every entry that core's package names, where something that it is made of is newer. @param root the clone */
export async function bundleCore(root) {
  const core = join(root, "packages", "core");
  const { exports } = JSON.parse(readFileSync(join(core, "package.json"), "utf8"));
  const into = join(core, "dist", "node");
  if (!isStale(core, into)) return;
  rmSync(into, { recursive: true, force: true });
  const input = Object.fromEntries(
    Object.values(exports).map((entry) => [
      entry.node.replace("./dist/node/", "").replace(/[.]js$/, ""),
      join(core, entry.default),
    ]),
  );
  const bundle = await rolldown({
    input,
    cwd: core,
    platform: "node",
    logLevel: "silent",
    // What others wrote stays in its own package.
    external: (id) => !id.startsWith(".") && !id.startsWith("/") && !/^[A-Za-z]:/.test(id),
  });
  await bundle.write({ dir: into, format: "esm", entryFileNames: "[name].js", chunkFileNames: "shared-[name].js" });
  await bundle.close();
}

function isStale(core, into) {
  const first = join(into, "index.js");
  if (!existsSync(first)) return true;
  const made = statSync(first).mtimeMs;
  if (statSync(join(core, "package.json")).mtimeMs > made) return true;
  return readdirSync(join(core, "dist"), { withFileTypes: true, recursive: true }).some(
    (entry) =>
      entry.isFile() &&
      entry.name.endsWith(".js") &&
      !entry.parentPath.startsWith(into) &&
      statSync(join(entry.parentPath, entry.name)).mtimeMs > made,
  );
}
