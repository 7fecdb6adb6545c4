// Value to one party across, to another up: what can be signed is the white ground above both walk-away values.
import type { Band, BargainingMap, MapPoint, Plot } from "@parley/core/internal";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { ReactNode } from "react";
import { type Cast, type Chart, labelOf, nameOf, placeOf, placeOfMaker, spokenOf } from "./chart.js";
import { AxisAcross, AxisUp, cutTo, Lines, Mark, partyClass, round, widthOf } from "./marks.js";
import { type Box, leader, placeLabels } from "./place-labels.js";

export interface MapOfPair extends Cast {
  readonly map: BargainingMap;
  readonly plot: Plot;
}

type Scale = ScaleLinear<number, number>;

const LEFT = 46;
const BOTTOM = 52;
const TOP = 30;

const at = (of: MapOfPair, point: MapPoint): { across: Band; up: Band } | null => {
  const [across, up] = [point.values[of.plot.across], point.values[of.plot.up]];
  return across && up ? { across, up } : null;
};

export const bargainingMapChart: Chart<MapOfPair> = {
  name: "bargaining-map",
  title: (of, { pictures }) => pictures.bargainingMap.title(nameOf(of, of.plot.across), nameOf(of, of.plot.up)),
  description: (of, { pictures }) =>
    pictures.bargainingMap.description(
      [of.plot.across, of.plot.up].map((id) => ({
        party: spokenOf(of, id),
        walkAway: of.map.reservation[id] ?? null,
      })),
      placesOf(of),
    ),
  draw: (of, width, { pictures: { bargainingMap: words } }) => {
    const { x, y, height } = mapFrame(of, width);
    const [least, most] = [x.range()[0] ?? 0, x.range()[1] ?? 0];
    const floor = y.range()[0] ?? 0;
    const named = frontierNamed(of, x, y);
    return {
      height,
      marks: (
        <>
          <rect className="shade" x={least} y={TOP} width={most - least} height={floor - TOP} />
          <Zone of={of} x={x} y={y} />
          <AxisAcross scale={x} at={floor} reach={floor - TOP} ticks={x.ticks(5)} />
          <AxisUp scale={y} at={least} reach={most - least} ticks={y.ticks(5)} />
          <Lines
            x={most}
            y={height - 8}
            anchor="end"
            lines={[cutTo(words.across(labelOf(of, of.plot.across)), width - 12)]}
          />
          <Lines x={0} y={16} lines={[cutTo(words.up(labelOf(of, of.plot.up)), width - 12)]} />
          <Frontier of={of} x={x} y={y} label={words.frontier} at={named} />
          <Limits of={of} x={x} y={y} />
          <Points
            of={of}
            x={x}
            y={y}
            frontierBox={
              named && {
                left: named.x,
                right: named.x + widthOf(words.frontier),
                top: named.y - 16,
                bottom: named.y + 4,
              }
            }
          />
        </>
      ),
    };
  },
  figures: (of, { pictures: { bargainingMap: words } }) => ({
    head: words.figures.head(nameOf(of, of.plot.across), nameOf(of, of.plot.up)),
    rows: [
      ...placesOf(of).map(words.figures.place),
      words.figures.walkAway([of.plot.across, of.plot.up].map((id) => of.map.reservation[id] ?? null)),
      ...of.plot.frontier
        .filter(({ band }, index) => band && index % 5 === 0)
        .map(({ at: across, band }) => words.figures.frontier(across, band)),
    ],
  }),
};

/** Points whose values to both are known. */
const placesOf = (of: MapOfPair) =>
  of.map.points.flatMap((point) => {
    const found = at(of, point);
    return found ? [{ name: point.name, ...found }] : [];
  });

/** Where values stand in the picture at a width, for what a page lays over it. */
export function mapFrame(of: MapOfPair, width: number): { x: Scale; y: Scale; height: number } {
  const height = Math.round(width * (width < 500 ? 1.15 : 0.78));
  const points = of.map.points.flatMap((point) => at(of, point) ?? []);
  const ends = (id: string, values: readonly Band[], frontier: readonly number[]): [number, number] => {
    const limit = of.map.reservation[id];
    const all = [...values, ...(limit ? [limit] : [])];
    return [
      Math.min(...all.map(({ low }) => low)) - 4,
      Math.min(100, Math.max(...all.map(({ high }) => high), ...frontier) + 2),
    ];
  };
  const drawn = of.plot.frontier.filter(({ band }) => band !== null);
  const across = ends(
    of.plot.across,
    points.map((point) => point.across),
    drawn.map(({ at: place }) => place),
  );
  const up = ends(
    of.plot.up,
    points.map((point) => point.up),
    drawn.map(({ band }) => band?.high ?? 0),
  );
  return {
    height,
    x: scaleLinear()
      .domain(across)
      .range([LEFT, width - 16]),
    y: scaleLinear()
      .domain(up)
      .range([height - BOTTOM, TOP]),
  };
}

interface LayerProps {
  readonly of: MapOfPair;
  readonly x: Scale;
  readonly y: Scale;
}

/** White: above both walk-away values, by their medians. */
function Zone({ of, x, y }: LayerProps): ReactNode {
  const [across, up] = [of.map.reservation[of.plot.across], of.map.reservation[of.plot.up]];
  if (!across || !up) return null;
  const [left, top] = [x(across.median), y.range()[1] ?? 0];
  return (
    <rect
      className="open"
      x={round(left)}
      y={top}
      width={round((x.range()[1] ?? 0) - left)}
      height={round(y(up.median) - top)}
    />
  );
}

const frontierPoints = ({ plot }: MapOfPair, x: Scale) =>
  plot.frontier.flatMap(({ at: place, band }) => (band && place >= (x.domain()[0] ?? 0) ? [{ place, band }] : []));

/** Where the frontier's name begins: above it, inside the picture. */
function frontierNamed(of: MapOfPair, x: Scale, y: Scale): { readonly x: number; readonly y: number } | null {
  const points = frontierPoints(of, x);
  const [shown] = points.slice(Math.floor(points.length / 4));
  if (!shown) return null;
  return { x: round(x(shown.place)) + 6, y: Math.max((y.range()[1] ?? 0) + 16, round(y(shown.band.high)) - 6) };
}

interface FrontierProps extends LayerProps {
  readonly label: string;
  readonly at: { readonly x: number; readonly y: number } | null;
}

function Frontier({ of, x, y, label, at: named }: FrontierProps): ReactNode {
  const points = frontierPoints(of, x);
  const floor = y.domain()[0] ?? 0;
  type Point = (typeof points)[number];
  const across = ({ place }: Point) => round(x(place));
  const band = area<Point>(
    across,
    (point) => round(y(Math.max(floor, point.band.low))),
    (point) => round(y(Math.max(floor, point.band.high))),
  )(points);
  const median = line<Point>(across, (point) => round(y(Math.max(floor, point.band.median))))(points);
  return (
    <>
      <path className="band" d={band ?? ""} />
      <path className="line" d={median ?? ""} />
      {named && (
        <text className="note halo" x={named.x} y={named.y}>
          {label}
        </text>
      )}
    </>
  );
}

function Limits({ of, x, y }: LayerProps): ReactNode {
  const [across, up] = [of.map.reservation[of.plot.across], of.map.reservation[of.plot.up]];
  const [left = 0, right = 0] = x.range();
  const [bottom = 0, top = 0] = y.range();
  return (
    <>
      {across && (
        <g className={partyClass(placeOf(of, of.plot.across))}>
          <rect
            className="band"
            x={round(x(across.low))}
            y={top}
            width={round(x(across.high) - x(across.low))}
            height={bottom - top}
          />
          <path className="limit" d={`M${round(x(across.median))},${top}V${bottom}`} />
        </g>
      )}
      {up && (
        <g className={partyClass(placeOf(of, of.plot.up))}>
          <rect
            className="band"
            x={left}
            y={round(y(up.high))}
            width={right - left}
            height={round(y(up.low) - y(up.high))}
          />
          <path className="limit" d={`M${left},${round(y(up.median))}H${right}`} />
        </g>
      )}
    </>
  );
}

function Points({ of, x, y, frontierBox }: LayerProps & { readonly frontierBox: Box | null }): ReactNode {
  const [left = 0, right = 0] = x.range();
  const known = of.map.points.flatMap((point) => {
    const found = at(of, point);
    return found ? [{ point, found, x: x(found.across.median), y: y(found.up.median) }] : [];
  });
  const labels = placeLabels(
    known.map((one) => ({ key: `${one.point.kind} ${one.point.id}`, x: one.x, y: one.y, name: one.point.name })),
    { left, right, top: y.range()[1] ?? 0, bottom: y.range()[0] ?? 0 },
    frontierBox ? [frontierBox] : [],
  );
  const markOf = (key: string) => known.find(({ point }) => `${point.kind} ${point.id}` === key);
  return (
    <>
      {known.map(({ point, found, x: px, y: py }) => (
        <g
          key={`${point.kind} ${point.id}`}
          className={point.kind === "package" ? "own" : partyClass(placeOfMaker(of, point.by))}
          data-mark={`${point.kind} ${point.id}`}
        >
          <path
            className="whisker"
            d={`M${round(x(found.across.low))},${round(py)}H${round(x(found.across.high))}M${round(px)},${round(y(found.up.low))}V${round(y(found.up.high))}`}
          />
          <Mark
            party={point.kind === "offer" ? placeOfMaker(of, point.by) : -1}
            x={px}
            y={py}
            size={point.kind === "package" ? 190 : point.kind === "offer" ? 110 : 60}
            hollow={point.kind !== "offer" && point.kind !== "package"}
          />
        </g>
      ))}
      {labels.map((label) => {
        const mark = markOf(label.key);
        if (!mark) return null;
        const { kind } = mark.point;
        return (
          <g key={label.key}>
            <path className="leader" d={leader(mark, label)} />
            <Lines
              x={label.left}
              y={label.top + 15}
              lines={label.lines}
              className={kind === "offer" || kind === "package" ? "halo strong" : "halo"}
            />
          </g>
        );
      })}
    </>
  );
}
