// Marks that every chart shares: a party's shape, text that breaks into lines, scales along the edges.
import type { ScaleLinear } from "d3-scale";
import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from "d3-shape";
import type { ReactNode } from "react";
import { type Cast, labelOf } from "./chart.js";
import { light } from "./palette.js";

/** One more shape than colours, so that the second party of a colour has another shape. */
const SHAPES = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolWye, symbolStar, symbolCross];

/** Class that gives a party its colour; no party: ink. */
export const partyClass = (place: number): string => (place < 0 ? "" : `party-${place % light.parties.length}`);

interface MarkProps {
  /** Place among the parties of the case; below 0: nobody's. */
  readonly party: number;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly hollow?: boolean;
}

export function Mark({ party, x, y, size = 90, hollow = false }: MarkProps): ReactNode {
  const shape = party < 0 ? symbolCross : (SHAPES[party % SHAPES.length] ?? symbolCircle);
  return (
    <path
      className={`${hollow ? "hollow" : "mark"} ${partyClass(party)}`}
      transform={`translate(${round(x)},${round(y)})`}
      d={symbol(shape, size)() ?? ""}
    />
  );
}

/** Pixels to a tenth: a picture does not carry more. */
export const round = (value: number): number => Math.round(10 * value) / 10;

/** Letters are narrow or wide by the font at hand: counted wide, so that text has room everywhere. */
const LETTER = 8.9;
export const LINE = 20;

/** How wide a text is, about. */
export const widthOf = (text: string): number => LETTER * [...text].length;

/** Text in lines of at most `width` pixels; a longer word stands alone. */
export function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A text in lines of a width, cut with an ellipsis where they are too many. */
export function cutLines(text: string, width: number, most: number): readonly string[] {
  const lines = linesOf(text, width);
  const kept = lines.slice(0, most).map((line) => cutTo(line, width));
  const last = kept.at(-1);
  return lines.length <= most || last === undefined ? kept : [...kept.slice(0, -1), cutTo(`${last} …`, width)];
}

/** One line of a width, cut with an ellipsis where it is longer. */
export function cutTo(line: string, width: number): string {
  if (widthOf(line) <= width) return line;
  const letters = [...line.replace(/ …$/, "")];
  while (letters.length > 1 && widthOf(`${letters.join("").trimEnd()} …`) > width) letters.pop();
  return `${letters.join("").trimEnd()} …`;
}

interface LinesProps {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly lines: readonly string[];
  readonly anchor?: "start" | "middle" | "end";
  readonly className?: string;
}

export function Lines({ x, y, lines, anchor = "start", className = "" }: LinesProps): ReactNode {
  return (
    <text x={round(x)} y={round(y)} textAnchor={anchor} className={className}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
        <tspan key={index} x={round(x)} dy={index === 0 ? 0 : LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Who is which mark, one after the other, in as many rows as it takes. @returns the marks and their height */
export function legend(cast: Cast, shown: readonly string[], width: number): { marks: ReactNode; height: number } {
  let [x, row] = [0, 0];
  const items = shown.map((id) => {
    const label = cutTo(labelOf(cast, id), width - 40);
    const wide = 24 + widthOf(label) + 16;
    if (x > 0 && x + wide > width) [x, row] = [0, row + 1];
    const at = { id, label, x, y: row * 24 + 12 };
    x += wide;
    return at;
  });
  return {
    height: 24 * (row + 1) + 8,
    marks: items.map(({ id, label, x: left, y }) => (
      <g key={id}>
        <Mark party={cast.parties.findIndex((party) => party.id === id)} x={left + 8} y={y} />
        <text x={left + 22} y={y + 5}>
          {label}
        </text>
      </g>
    )),
  };
}

interface AxisProps {
  readonly scale: ScaleLinear<number, number>;
  /** Where the axis lies across its direction. */
  readonly at: number;
  /** How far its rules reach. */
  readonly reach: number;
  readonly ticks: readonly number[];
}

export function AxisAcross({ scale, at, reach, ticks }: AxisProps): ReactNode {
  return ticks.map((tick) => (
    <g key={tick}>
      <line className="axis" x1={round(scale(tick))} x2={round(scale(tick))} y1={at} y2={at - reach} />
      <text className="note" x={round(scale(tick))} y={at + 18} textAnchor="middle">
        {`${tick}`.replace("-", "−")}
      </text>
    </g>
  ));
}

export function AxisUp({ scale, at, reach, ticks }: AxisProps): ReactNode {
  return ticks.map((tick) => (
    <g key={tick}>
      <line className="axis" y1={round(scale(tick))} y2={round(scale(tick))} x1={at} x2={at + reach} />
      <text className="note" x={at - 8} y={round(scale(tick)) + 5} textAnchor="end">
        {`${tick}`.replace("-", "−")}
      </text>
    </g>
  ));
}
