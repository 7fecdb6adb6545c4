// What a faster road costs in exposure: the safest roads found for each length, and the ways that people think of first.
import type { Roadmap, Wording } from "@parley/core/internal";
import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import type { Cast, Chart } from "./chart.js";
import { AxisAcross, AxisUp, LINE, Lines, linesOf, Mark, round } from "./marks.js";
import { leader, placeLabels } from "./place-labels.js";

export interface ExposureAgainstTime extends Cast {
  readonly map: Roadmap;
  /** The same with its steps as they stand. */
  readonly plan: Roadmap;
}

interface Point {
  readonly id: string;
  /** At its mark, and in full. */
  readonly label: string;
  readonly said: string;
  readonly days: number;
  readonly exposure: number;
  readonly own: boolean;
}

const MONTH = 30.44;

const onScale = ({ map }: ExposureAgainstTime, worst: number): number =>
  map.scale === "accepted" ? 100 * worst : worst;

function pointsOf(of: ExposureAgainstTime, { pictures, roadmap }: Wording): Point[] {
  return [
    ...of.map.baselines.map(({ id, name, end, late, worst }) => ({
      id,
      label: name,
      said: roadmap.road(name, late),
      days: end,
      exposure: onScale(of, worst),
      own: false,
    })),
    {
      id: "plan",
      label: pictures.exposureAgainstTime.plan,
      said: roadmap.plan(of.plan),
      days: of.plan.course.end,
      exposure: onScale(of, of.plan.worst),
      own: true,
    },
  ];
}

const curveOf = (of: ExposureAgainstTime): { days: number; exposure: number }[] =>
  of.map.tradeOffs.map(({ end, exposure }) => ({ days: end, exposure: onScale(of, exposure) }));

export const exposureAgainstTime: Chart<ExposureAgainstTime> = {
  name: "exposure-against-time",
  title: (_, { pictures }) => pictures.exposureAgainstTime.title,
  description: (of, words) =>
    words.pictures.exposureAgainstTime.description(curveOf(of), pointsOf(of, words), of.map.scale),
  draw: (of, width, wording) => {
    const words = wording.pictures.exposureAgainstTime;
    const points = pointsOf(of, wording);
    const curve = curveOf(of).sort((a, b) => a.days - b.days);
    const all = [...points, ...curve];
    const months = Math.max(1, ...all.map(({ days }) => days / MONTH)) * 1.05;
    const most = Math.max(1, ...all.map(({ exposure }) => exposure)) * 1.1;
    const [left, top, bottom] = [44, 2 * LINE, 280];
    const x = scaleLinear()
      .domain([0, months])
      .range([left, width - 16]);
    const y = scaleLinear().domain([0, most]).range([bottom, top]);
    return {
      height: bottom + (width < 480 ? 68 : 48),
      marks: (
        <>
          <Lines x={0} y={16} lines={[words.exposure(of.map.scale)]} className="note" />
          <AxisAcross scale={x} at={bottom} reach={bottom - top} ticks={x.ticks(width < 500 ? 4 : 7)} />
          <AxisUp scale={y} at={left} reach={width - left - 16} ticks={y.ticks(5)} />
          <Lines
            x={width - 16}
            y={bottom + 38}
            lines={linesOf(words.months, width - 32)}
            anchor="end"
            className="note"
          />
          {curve.length > 0 && <path className="line" d={`${stepPath(curve, x, y, top)}H${width - 16}`} />}
          {curve.map(({ days, exposure }) => (
            <circle key={days} className="mark" cx={round(x(days / MONTH))} cy={round(y(exposure))} r={4} />
          ))}
          <Labelled of={of} points={points} x={x} y={y} width={width} top={top} bottom={bottom} />
        </>
      ),
    };
  },
  figures: (of, wording) => {
    const words = wording.pictures.exposureAgainstTime.figures;
    return {
      head: words.head(of.map.scale),
      rows: [
        ...of.map.tradeOffs.map(({ end, exposure, late, proven }) =>
          words.found({ days: end, exposure: onScale(of, exposure) }, proven, late),
        ),
        ...pointsOf(of, wording).map(words.row),
      ],
    };
  },
};

type Scale = (value: number) => number;

/** Above and to the right of the line lie the roads that there are. */
function stepPath(curve: readonly { days: number; exposure: number }[], x: Scale, y: Scale, top: number): string {
  return curve
    .map(({ days, exposure }, index) => {
      const [across, up] = [round(x(days / MONTH)), round(y(exposure))];
      return index === 0 ? `M${across},${top}V${up}` : `H${across}V${up}`;
    })
    .join("");
}

interface LabelledProps {
  readonly of: ExposureAgainstTime;
  readonly points: readonly Point[];
  readonly x: Scale;
  readonly y: Scale;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Marks with their names beside them. */
function Labelled({ of, points, x, y, width, top, bottom }: LabelledProps): ReactNode {
  const marks = points.map((point) => ({ point, x: x(point.days / MONTH), y: y(point.exposure) }));
  const labels = placeLabels(
    // One's own plan is named first.
    [...marks]
      .sort((a, b) => Number(b.point.own) - Number(a.point.own))
      .map(({ point, x: px, y: py }) => ({
        key: point.id,
        x: px,
        y: py,
        name: point.label,
      })),
    { left: 46, right: width - 4, top, bottom },
  );
  return (
    <>
      {marks.map(({ point: { id, own }, x: across, y: up }) => (
        <g key={id} className={own ? "own" : undefined}>
          {own ? (
            <circle className="mark" cx={round(across)} cy={round(up)} r={7} />
          ) : (
            <Mark party={of.parties.findIndex((party) => party.id === id)} x={across} y={up} />
          )}
        </g>
      ))}
      {labels.map((label) => {
        const mark = marks.find(({ point }) => point.id === label.key);
        return (
          mark && (
            <g key={label.key}>
              <path className="leader" d={leader(mark, label)} />
              <Lines x={label.left} y={label.top + 15} lines={label.lines} className="halo" />
            </g>
          )
        );
      })}
    </>
  );
}
