// What a side may hold, scenario by scenario: from today on, as wide as it is known.
import { daysBetween, type Holding, type InventoryProjection } from "@parley/core/internal";
import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import type { Chart } from "./chart.js";
import { AxisUp, LINE, Lines, linesOf, round } from "./marks.js";
import { type DayScale, dayScale, TimeAxis } from "./time-axis.js";

export interface StocksInTime {
  readonly inventory: InventoryProjection;
  readonly days: readonly string[];
}

export const stocksInTime: Chart<StocksInTime> = {
  name: "stocks-in-time",
  title: ({ inventory: { name, unit } }, { pictures }) => pictures.stocksInTime.title(name, unit),
  description: ({ inventory, days }, { pictures }) => pictures.stocksInTime.description(inventory.scenarios, days),
  draw: ({ inventory: { scenarios, declared }, days }, width, words) => {
    const [left, top] = [56, 12];
    const bottom = 190;
    const from = days[0] ?? "";
    const across = dayScale(from, daysBetween(from, days.at(-1) ?? from), left, width - 16);
    const most = Math.max(1e-9, declared?.amount ?? 0, ...scenarios.flatMap(({ at }) => at.map(({ high }) => high)));
    const y = scaleLinear().domain([0, most]).nice(4).range([bottom, top]);
    const names = scenarios.map((one) => linesOf(words.pictures.stocksInTime.scenario(one), width - 60));
    let key = bottom + 52;
    return {
      height: bottom + 44 + names.reduce((sum, lines) => sum + LINE * lines.length + 4, 0),
      marks: (
        <>
          <TimeAxis days={across} at={bottom} reach={bottom - top} width={width} words={words} />
          <AxisUp scale={y} at={left} reach={width - left - 16} ticks={y.ticks(4)} />
          {declared && (
            <line
              className="limit"
              x1={left}
              x2={width - 16}
              y1={round(y(declared.amount))}
              y2={round(y(declared.amount))}
            />
          )}
          {scenarios.map(({ id, at }, k) => (
            <g key={id} className={`party-${k % 6}`}>
              <Band holdings={at} days={days} across={across} y={y} />
            </g>
          ))}
          {scenarios.map(({ id }, k) => {
            const lines = names[k] ?? [];
            const place = key;
            key += LINE * lines.length + 4;
            return (
              <g key={id} className={`party-${k % 6}`}>
                <line className="line" x1={4} x2={40} y1={place - 5} y2={place - 5} />
                <Lines x={48} y={place} lines={lines} />
              </g>
            );
          })}
        </>
      ),
    };
  },
  figures: ({ inventory: { scenarios, declared, unit }, days }, { pictures: { stocksInTime: words } }) => ({
    head: words.figures.head(days),
    rows: [...(declared ? [words.figures.declared(declared, unit, days)] : []), ...scenarios.map(words.figures.row)],
  }),
};

interface BandProps {
  readonly holdings: readonly Holding[];
  readonly days: readonly string[];
  readonly across: DayScale;
  readonly y: (value: number) => number;
}

/** Nine in ten with the middle where it is known; else from end to end, with no middle. */
function Band({ holdings, days, across, y }: BandProps): ReactNode {
  const x = (at: number) => across.at(daysBetween(days[0] ?? "", days[at] ?? ""));
  const ends = holdings.map(({ low, high, spread }) => (spread ? [spread.low, spread.high] : [low, high]));
  const up = ends.map(([, high = 0], at) => `${at === 0 ? "M" : "L"}${round(x(at))},${round(y(high))}`).join("");
  const down = ends
    .map(([low = 0], at) => `L${round(x(at))},${round(y(low))}`)
    .reverse()
    .join("");
  const thin = ends.every(([low = 0, high = 0]) => Math.abs(y(low) - y(high)) < 1.5);
  const middle = holdings.every(({ spread }) => spread !== null)
    ? holdings
        .map(({ spread }, at) => `${at === 0 ? "M" : "L"}${round(x(at))},${round(y(spread?.median ?? 0))}`)
        .join("")
    : null;
  return (
    <>
      <path className="band" d={`${up}${down}z`} />
      {(middle ?? (thin ? up : null)) && <path className="line" d={middle ?? up} />}
      {!thin && middle === null && <path className="whisker" d={`${up}${down}z`} />}
    </>
  );
}
