// How likely each way to break the deal is seen, for every effort: the most that inspections can do.
import type { Verification } from "@parley/core/internal";
import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import type { Chart } from "./chart.js";
import { AxisAcross, AxisUp, LINE, Lines, linesOf, round } from "./marks.js";

export interface DetectionByEffort {
  readonly found: Verification;
}

/** Ways are few enough to be told apart by their dashes as well. */
const DASHES = ["", "7 4", "2 4", "10 3 2 3", "1 3", "14 4"];

export const detectionByEffort: Chart<DetectionByEffort> = {
  name: "detection-by-effort",
  title: ({ found }, { pictures }) => pictures.detectionByEffort.title(found.effort?.unit ?? null),
  description: ({ found }) => found.sentence,
  draw: ({ found }, width, { numbers, pictures }) => {
    const { curve, effort, overall } = found;
    const ways = told(found);
    const most = curve.at(-1)?.effort ?? 1;
    const names = ways.map(({ name }) => linesOf(name, width - 60));
    const keyHeight = names.reduce((sum, lines) => sum + LINE * lines.length + 4, 8);
    const [left, top, bottom] = [48, 30, 250];
    const x = scaleLinear()
      .domain([0, most])
      .range([left, width - 16]);
    const y = scaleLinear().domain([0, 100]).range([bottom, top]);
    const now = effort?.total ?? 0;
    let key = bottom + 52;
    return {
      height: bottom + 48 + keyHeight,
      marks: (
        <>
          <Lines x={0} y={16} lines={[pictures.detectionByEffort.seenWith]} className="note" />
          <AxisAcross scale={x} at={bottom} reach={bottom - top} ticks={x.ticks(width < 500 ? 4 : 7)} />
          <AxisUp scale={y} at={left} reach={width - left - 16} ticks={[0, 25, 50, 75, 100]} />
          {ways.map(({ id, at }, way) => (
            <path
              key={id}
              className={`line party-${way % 6}`}
              strokeDasharray={DASHES[way % DASHES.length]}
              d={pathOf(curve, at, x, y)}
            />
          ))}
          <line className="zero" x1={round(x(now))} x2={round(x(now))} y1={top - 8} y2={bottom} />
          <text
            className="halo"
            x={round(x(now)) + (x(now) > width / 2 ? -6 : 6)}
            y={top - 4}
            textAnchor={x(now) > width / 2 ? "end" : "start"}
          >
            {numbers.figure(now)}
          </text>
          {overall?.deterrence != null && overall.deterrence <= most && (
            <path className="hollow own" d={`M${round(x(overall.deterrence))},${bottom}l-6,11h12z`} />
          )}
          {ways.map(({ id }, way) => {
            const lines = names[way] ?? [];
            const at = key;
            key += LINE * lines.length + 4;
            return (
              <g key={id}>
                <line
                  className={`line party-${way % 6}`}
                  strokeDasharray={DASHES[way % DASHES.length]}
                  x1={4}
                  x2={40}
                  y1={at - 5}
                  y2={at - 5}
                />
                <Lines x={48} y={at} lines={lines} />
              </g>
            );
          })}
        </>
      ),
    };
  },
  figures: ({ found: { curve, ways, effort } }, { pictures: { detectionByEffort: words } }) => ({
    head: words.figures.head(
      effort?.unit ?? null,
      ways.map(({ name }) => name),
    ),
    rows: curve
      .filter((_, step) => step % 3 === 0)
      .map(({ effort: spent, detection }) => words.figures.row(spent, detection)),
  }),
};

/** Ways that are seen alike at every effort are one line. */
function told({ ways, curve }: Verification): { readonly id: string; readonly name: string; readonly at: number }[] {
  const lines = new Map<string, { id: string; names: string[]; at: number }>();
  ways.forEach(({ id, name }, at) => {
    const key = curve.map(({ detection }) => (detection[at] ?? 0).toFixed(4)).join();
    const same = lines.get(key);
    if (same) same.names.push(name);
    else lines.set(key, { id, names: [name], at });
  });
  return [...lines.values()].map(({ id, names, at }) => ({ id, at, name: names.join(" · ") }));
}

function pathOf(
  curve: Verification["curve"],
  way: number,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  return curve
    .map(
      ({ effort, detection }, step) =>
        `${step === 0 ? "M" : "L"}${round(x(effort))},${round(y(100 * (detection[way] ?? 0)))}`,
    )
    .join("");
}

/** A share as a bar in a cell of a table. */
export function ShareBar({ share, width = 120 }: { readonly share: number; readonly width?: number }): ReactNode {
  return (
    <svg className="chart share" width={width} height={16} viewBox={`0 0 ${width} 16`} aria-hidden="true">
      <rect className="shade" x={0} y={2} width={width} height={12} />
      <rect className="bar own" x={0} y={2} width={round(width * Math.max(0, Math.min(1, share)))} height={12} />
    </svg>
  );
}
