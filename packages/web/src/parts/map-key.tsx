// The key of the map of packages: each mark with what it means.
import { Mark, useWords } from "@parley/charts";
import type { ReactNode } from "react";
import { Sentence } from "./sentence.js";

const W = 26;
const H = 16;

/** Drawn with the classes of the map, so that both look alike. */
export function MapKey(): ReactNode {
  const { key } = useWords().pages.bargaining;
  const entries = [
    {
      id: "zone",
      mark: (
        <>
          <rect className="shade" width={W} height={H} />
          <rect className="open" x={W / 2} width={W / 2} height={H} />
        </>
      ),
    },
    { id: "frontier", mark: <path className="line" d={`M1,3Q${W - 6},3 ${W - 2},${H - 1}`} /> },
    { id: "dot", mark: <circle className="dot" cx={W / 2} cy={H / 2} r={3.5} /> },
    { id: "cross", mark: <path className="whisker" d={`M2,${H / 2}H${W - 2}M${W / 2},1V${H - 1}`} /> },
    { id: "solutions", mark: <Mark party={-1} x={W / 2} y={H / 2} size={60} hollow /> },
  ] as const;
  return (
    <ul className="key-list" aria-label={key.label}>
      {entries.map(({ id, mark }) => (
        <li key={id}>
          <svg className="chart" width={W} height={H} aria-hidden="true">
            {mark}
          </svg>
          <span>
            <Sentence of={key[id]} />
          </span>
        </li>
      ))}
    </ul>
  );
}
