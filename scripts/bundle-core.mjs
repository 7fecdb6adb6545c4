// Writes core for Node as a few files instead of four hundred, from which every process and thread starts twice as fast.
// Pages take the files as they are, so that each loads only what it needs.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";

/** Bundles every entry that core's package names, where something that it is made of is newer. @param root the clone */
export async function bundleCore(root) {
  const core = join(root, "packages", "core");
  const { exports } = JSON.parse(readFileSync(join(core, "package.json"), "utf8"));
  const into = join(core, "dist", "node");
  if (!isStale(core, into)) return;
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
  // Beside the old ones and then in their place, so that a half-written bundle is never taken for a whole one.
  const fresh = `${into}-${process.pid}`;
  await bundle.write({ dir: fresh, format: "esm", entryFileNames: "[name].js", chunkFileNames: "shared-[name].js" });
  await bundle.close();
  rmSync(into, { recursive: true, force: true });
  renameSync(fresh, into);
}

function isStale(core, into) {
  const first = join(into, "index.js");
  if (!existsSync(first)) return true;
  const made = statSync(first).mtimeMs;
  if ([join(core, "package.json"), import.meta.filename].some((path) => statSync(path).mtimeMs > made)) return true;
  return readdirSync(join(core, "dist"), { withFileTypes: true, recursive: true }).some(
    (entry) =>
      entry.isFile() &&
      entry.name.endsWith(".js") &&
      !/[\\/]node(-\d+)?$/.test(entry.parentPath) &&
      statSync(join(entry.parentPath, entry.name)).mtimeMs > made,
  );
}
