// Bars to the left of nothing and to the right of it: what is lost and what is gained, each in its party's own points.
import type { Band } from "@parley/core/internal";
import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import type { Scene } from "./chart.js";
import { LINE, Lines, linesOf, Mark, partyClass, round, widthOf } from "./marks.js";

interface Bar {
  /** Place among the parties of the case. */
  readonly party: number;
  readonly values: readonly Band[];
  readonly text: string;
}

interface Row {
  readonly id: string;
  readonly label: string;
  readonly bars: readonly Bar[];
}

const THICK = 14;
const STEP = 24;
const GAP = 14;

/** Rows of bars on one scale; the label of each row stands above its bars. */
export function divergingBars(rows: readonly Row[], width: number, top: number): Scene {
  const texts = rows.flatMap(({ bars }) => bars.map(({ text }) => widthOf(text)));
  const column = Math.min(width / 2, Math.max(60, ...texts) + 10);
  const values = rows.flatMap(({ bars }) => bars.flatMap((bar) => bar.values));
  const scale = scaleLinear()
    .domain([Math.min(-1, ...values.map(({ low }) => low)), Math.max(1, ...values.map(({ high }) => high))])
    .range([22, width - column]);
  const zero = round(scale(0));
  let y = top;
  const marks = rows.map((row) => {
    const lines = linesOf(row.label, width);
    const from = y + LINE * lines.length + 4;
    y = from + STEP * row.bars.length + GAP;
    return (
      <g key={row.id}>
        <Lines x={0} y={from - LINE * lines.length + 11} lines={lines} />
        {row.bars.map((bar, index) => (
          <BarLine key={bar.party} bar={bar} scale={scale} y={from + index * STEP + 4} right={width} />
        ))}
        <line className="zero" x1={zero} x2={zero} y1={from} y2={from + STEP * row.bars.length - 2} />
      </g>
    );
  });
  return { height: y, marks };
}

interface BarLineProps {
  readonly bar: Bar;
  readonly scale: (value: number) => number;
  readonly y: number;
  readonly right: number;
}

function BarLine({ bar, scale, y, right }: BarLineProps): ReactNode {
  const middle = round(y + THICK / 2);
  return (
    <g className={partyClass(bar.party)}>
      <Mark party={bar.party} x={8} y={middle} size={70} />
      {bar.values.map((value) => {
        const [zero, median, low, high] = [0, value.median, value.low, value.high].map(scale) as [
          number,
          number,
          number,
          number,
        ];
        return (
          <g key={`${value.low} ${value.high}`}>
            <rect
              className="bar"
              x={round(Math.min(zero, median))}
              y={y}
              width={round(Math.abs(median - zero))}
              height={THICK}
            />
            <rect className="band" x={round(low)} y={y - 2} width={round(high - low)} height={THICK + 4} />
            <path className="whisker" d={`M${round(low)},${middle}H${round(high)}`} />
          </g>
        );
      })}
      <text x={right} y={y + 12} textAnchor="end">
        {bar.text}
      </text>
    </g>
  );
}
