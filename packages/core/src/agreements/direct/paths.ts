// The packages of a space as paths through flat lists: what a search looks at millions of times.
import { at } from "../../math/index.js";
import type { Space } from "../space.js";

/**
 * The diagrams of a space's blocks, one after the other. A node stands before an issue; an arc takes one option of it and
 * leads to the next node. Nodes are numbered forward, so that whatever an arc leads to has a larger number.
 */
export interface Paths {
  readonly issues: number;
  /** First node of every block, and behind the last block the count of nodes. */
  readonly roots: Int32Array;
  /** First arc of every node, and behind the last node the count of arcs. */
  readonly arcs: Int32Array;
  /** Of every arc: the place of its option in the worths, its issue, its option, and the node it leads to; −1: the block ends. */
  readonly place: Int32Array;
  readonly issue: Int32Array;
  readonly option: Int32Array;
  readonly to: Int32Array;
}

/** Lists a space that is not empty. @param offsets where the options of each issue begin in the worths */
export function pathsOf(space: Space, offsets: Int32Array): Paths {
  const roots: number[] = [];
  const arcs: number[] = [];
  const listed: { place: number; issue: number; option: number; to: number }[] = [];
  for (const { issues, layers } of space.blocks) {
    roots.push(arcs.length);
    // The states of every layer are numbered from where the layer before ends. From some no step may lead on.
    let first = arcs.length;
    layers.forEach((steps, layer) => {
      const before = layers[layer - 1] ?? [];
      const states = 1 + Math.max(0, ...steps.map(({ from }) => from), ...before.map(({ to }) => to));
      const last = layer === layers.length - 1;
      const issue = at(issues, layer);
      for (let state = 0; state < states; state++) {
        arcs.push(listed.length);
        for (const { from, to, options } of steps) {
          if (from !== state) continue;
          for (const option of options)
            listed.push({ place: offsets[issue]! + option, issue, option, to: last ? -1 : first + states + to });
        }
      }
      first += states;
    });
  }
  roots.push(arcs.length);
  arcs.push(listed.length);
  return withoutDeadEnds({
    issues: space.sizes.length,
    roots: Int32Array.from(roots),
    arcs: Int32Array.from(arcs),
    place: Int32Array.from(listed, ({ place }) => place),
    issue: Int32Array.from(listed, ({ issue }) => issue),
    option: Int32Array.from(listed, ({ option }) => option),
    to: Int32Array.from(listed, ({ to }) => to),
  });
}

/** The same without arcs from which no path leads on to the end of their block. */
function withoutDeadEnds(paths: Paths): Paths {
  const nodes = paths.arcs.length - 1;
  const alive = new Uint8Array(nodes);
  const leadsOn = (arc: number) => paths.to[arc] === -1 || (paths.to[arc]! < nodes && alive[paths.to[arc]!] === 1);
  for (let node = nodes - 1; node >= 0; node--)
    for (let arc = paths.arcs[node]!; arc < paths.arcs[node + 1]!; arc++) if (leadsOn(arc)) alive[node] = 1;
  const kept: number[] = [];
  const arcs = new Int32Array(nodes + 1);
  for (let node = 0; node < nodes; node++) {
    for (let arc = paths.arcs[node]!; arc < paths.arcs[node + 1]!; arc++) if (leadsOn(arc)) kept.push(arc);
    arcs[node + 1] = kept.length;
  }
  const pick = (list: Int32Array) => Int32Array.from(kept, (arc) => list[arc]!);
  return {
    ...paths,
    arcs,
    place: pick(paths.place),
    issue: pick(paths.issue),
    option: pick(paths.option),
    to: pick(paths.to),
  };
}
