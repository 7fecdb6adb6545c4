// A lookup of the line number at which each given path of a YAML file is written.
import { isMap, isNode, isPair, isSeq, LineCounter } from "yaml";
import type { Path } from "./path.js";
import { readYaml } from "./yaml-document.js";

/**
 * The line, from 1, on which each path of a file is written; of what is not there, its nearest parent's.
 * In a list an item may be asked for by its place, or by its id.
 */
export function linesOf(text: string, paths: readonly Path[]): number[] {
  const lines = new LineCounter();
  const { document } = readYaml(text, lines);
  return paths.map((path) => {
    let node: unknown = document.contents;
    let offset = 0;
    for (const key of path) {
      const found = isMap(node)
        ? node.items.find((item) => isPair(item) && String(item.key) === String(key))
        : isSeq(node)
          ? typeof key === "number"
            ? node.items[key]
            : node.items.find((item) => isMap(item) && item.get("id") === key)
          : undefined;
      if (found === undefined || found === null) break;
      const named = isPair(found) ? found.key : found;
      if (isNode(named)) offset = named.range?.[0] ?? offset;
      node = isPair(found) ? found.value : found;
    }
    return lines.linePos(offset).line || 1;
  });
}
