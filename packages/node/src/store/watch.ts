import { dirname, relative, sep } from "node:path";
import { kindOf } from "@parley/core";
import { watch } from "chokidar";

/** Folders of cases, two deep, and the interests in them. */
const DEEPEST = 4;

/**
 * Hears of every change of a case's files below a folder, whoever makes it.
 * @param hear told the case folder and the file in it, with `/`
 */
export function watchCases(
  root: string,
  hear: (folder: string, file: string) => Promise<void>,
): { readonly close: () => Promise<void> } {
  const watcher = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    depth: DEEPEST,
    ignored: (path) => {
      const parts = relative(root, path).split(sep);
      return (
        parts.some((part) => part.startsWith(".") && part.length > 1 && part !== "..") || parts.includes("node_modules")
      );
    },
  });
  const changed = (path: string) => {
    const name = path.split(sep).at(-1) ?? "";
    const inInterests = dirname(path).split(sep).at(-1) === "interests";
    const folder = inInterests ? dirname(dirname(path)) : dirname(path);
    const file = inInterests ? `interests/${name}` : name;
    if (kindOf(file) !== null) void hear(folder, file).catch(() => {});
  };
  watcher.on("add", changed).on("change", changed).on("unlink", changed);
  // What cannot be watched is still read when it is asked for.
  watcher.on("error", () => {});
  // A folder that goes takes its case along.
  watcher.on("unlinkDir", (path) => void hear(path, "case.yaml").catch(() => {}));
  return { close: () => watcher.close() };
}
