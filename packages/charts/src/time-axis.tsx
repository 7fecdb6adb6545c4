// Days along the bottom: a scale of dates, with marks where months or years begin.
import type { Wording } from "@parley/core/internal";
import { type ScaleTime, scaleUtc } from "d3-scale";
import type { ReactNode } from "react";
import { round, widthOf } from "./marks.js";

const DAY = 86_400_000;

/** Days from a first day to places across. */
export interface DayScale {
  readonly at: (day: number) => number;
  /** The day at a place, whole. */
  readonly dayAt: (x: number) => number;
  readonly scale: ScaleTime<number, number>;
}

/** @param start the first day, as ISO writes it; `days` how many are shown, at least 30 */
export function dayScale(start: string, days: number, from: number, to: number): DayScale {
  const first = Date.parse(`${start}T00:00:00Z`);
  const scale = scaleUtc()
    .domain([first, first + Math.max(30, days) * DAY])
    .range([from, to]);
  return {
    scale,
    at: (day) => scale(first + day * DAY),
    dayAt: (x) => Math.round((scale.invert(x).getTime() - first) / DAY),
  };
}

interface TimeAxisProps {
  readonly days: DayScale;
  readonly at: number;
  readonly reach: number;
  readonly width: number;
  readonly words: Wording;
  /** Whether the days stand at its upper end, too, where the picture is taller than a screen. */
  readonly above?: boolean;
}

export function TimeAxis({ days: { scale }, at, reach, width, words, above = false }: TimeAxisProps): ReactNode {
  const [first, last] = scale.domain();
  const short = (last?.getTime() ?? 0) - (first?.getTime() ?? 0) < 100 * DAY;
  const tickText = (date: Date): string =>
    words.pictures.tick(date.getUTCFullYear(), date.getUTCMonth(), short ? date.getUTCDate() : null);
  const room = Math.max(2, Math.floor(width / 110));
  const ticks = scale.ticks(Math.min(6, room));
  const wide = Math.max(...ticks.map((tick) => widthOf(tickText(tick)))) + 8;
  const apart = ticks.length > 1 ? scale(ticks[1] ?? 0) - scale(ticks[0] ?? 0) : wide;
  const every = Math.max(1, Math.ceil(wide / Math.max(1, apart)));
  return ticks
    .filter((_, place) => place % every === 0)
    .map((tick) => {
      const x = round(scale(tick));
      const text = tickText(tick);
      const half = widthOf(text) / 2;
      const anchor = x - half < 0 ? "start" : x + half > width ? "end" : "middle";
      const rows = above ? [at + 18, at - reach - 8] : [at + 18];
      return (
        <g key={tick.getTime()}>
          <line className="axis" x1={x} x2={x} y1={at} y2={at - reach} />
          {rows.map((y) => (
            <text
              key={y}
              className="note"
              x={anchor === "start" ? 0 : anchor === "end" ? width : x}
              y={y}
              textAnchor={anchor}
            >
              {text}
            </text>
          ))}
        </g>
      );
    });
}
