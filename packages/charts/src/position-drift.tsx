// Where each party stood on one issue, from one record to the next.
import { lastDay, type Positions, type Track } from "@parley/core/internal";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import type { ReactNode } from "react";
import { type Cast, type Chart, nameOf, placeOf, spokenOf } from "./chart.js";
import { LINE, Lines, legend, linesOf, Mark, partyClass, round, widthOf } from "./marks.js";

export interface PositionDrift extends Cast {
  readonly positions: Positions;
  readonly issue: string;
}

const tracksOf = ({ positions, issue }: PositionDrift): readonly Track[] =>
  positions.tracks.filter((track) => track.issue === issue);

export const positionDrift: Chart<PositionDrift> = {
  name: "position-drift",
  title: (of) => tracksOf(of)[0]?.issueName ?? of.issue,
  description: (of, { pictures }) =>
    pictures.positionDrift.description(
      tracksOf(of).map(({ party, positions, flux, movements }) => ({
        party: spokenOf(of, party),
        records: positions.length,
        moved: flux.least,
        reversals: movements.filter(({ reversal }) => reversal).length,
      })),
    ),
  draw: (of, width) => {
    const tracks = tracksOf(of);
    const key = legend(
      of,
      tracks.map(({ party }) => party),
      width,
    );
    const options = of.positions.options[of.issue] ?? [];
    const labels = labelColumn(options, width);
    const x = timeScale(tracks, of.positions.asOf, labels.width + 14, width - 12);
    const y = scaleLinear()
      .domain([0, 100])
      .range([key.height + labels.height, key.height + LINE]);
    const bottom = key.height + labels.height + 22;
    return {
      height: bottom + 28,
      marks: (
        <>
          {key.marks}
          {options.map(({ id, at }, index) => (
            <OptionRule
              key={id}
              lines={labels.lines[index] ?? []}
              y={y(at)}
              labelY={key.height + (labels.places[index] ?? 0)}
              from={labels.width}
              to={width}
            />
          ))}
          {tracks.map((track, index) => (
            <Steps
              key={track.party}
              of={of}
              track={track}
              x={x.place}
              y={y}
              nudge={nudges(tracks.length, index)}
              end={x.end}
            />
          ))}
          {x.ticks.map(({ text, at, anchor }) => (
            <text key={text} className="note" x={round(at)} y={bottom + 10} textAnchor={anchor}>
              {text}
            </text>
          ))}
        </>
      ),
    };
  },
  figures: (of, { pictures: { positionDrift: words } }) => ({
    head: words.figures.head,
    rows: tracksOf(of).flatMap((track) =>
      track.positions.flatMap((position) =>
        position.sightings.map((sighting) =>
          words.figures.row({
            ...position,
            ...sighting,
            party: nameOf(of, track.party),
            options: position.options.map((id) => optionName(of, id)),
            source: of.positions.sources[sighting.source ?? ""]?.title ?? sighting.source ?? "",
          }),
        ),
      ),
    ),
  }),
};

const optionName = ({ positions, issue }: PositionDrift, id: string): string =>
  positions.options[issue]?.find((option) => option.id === id)?.name ?? id;

/** Two lines on one place are drawn beside each other. */
const nudges = (count: number, index: number): number => 4 * (index - (count - 1) / 2);

interface Labels {
  readonly lines: readonly (readonly string[])[];
  /** Top of each label from the top of the plot. */
  readonly places: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Option names to the left, pushed apart where they would overlap; the first option lowest. */
function labelColumn(options: readonly { readonly name: string; readonly at: number }[], width: number): Labels {
  const most = Math.max(120, width * 0.36);
  const lines = options.map(({ name }) => shortened(linesOf(name, most)));
  const taken = lines.reduce((sum, list) => sum + LINE * list.length + 6, 0);
  const height = Math.max(140, taken);
  const places: number[] = [];
  let floor = height + LINE;
  options.forEach(({ at }, index) => {
    const tall = LINE * (lines[index]?.length ?? 1);
    const above = lines.slice(index + 1).reduce((sum, list) => sum + LINE * list.length + 6, 0);
    const wanted = height - (at / 100) * (height - LINE) - tall / 2 + 4;
    const place = Math.min(floor - tall - 4, Math.max(wanted, above));
    places.push(place);
    floor = place;
  });
  return { lines, places, width: Math.min(most, Math.max(40, ...lines.flat().map(widthOf))), height };
}

/** At most four lines; what is cut shows that it is. */
const shortened = (lines: readonly string[]): readonly string[] =>
  lines.length <= 4 ? lines : [...lines.slice(0, 3), `${lines[3]} …`];

interface OptionRuleProps {
  readonly lines: readonly string[];
  readonly y: number;
  readonly labelY: number;
  readonly from: number;
  readonly to: number;
}

function OptionRule({ lines, y, labelY, from, to }: OptionRuleProps): ReactNode {
  const middle = labelY + (LINE * lines.length) / 2;
  return (
    <>
      <Lines x={0} y={labelY + 14} lines={lines} />
      <path className="axis" d={`M${round(from + 2)},${round(middle)}L${round(from + 12)},${round(y)}H${to}`} />
    </>
  );
}

interface TimeScale {
  readonly place: (date: string) => number;
  readonly end: number;
  readonly ticks: readonly {
    readonly text: string;
    readonly at: number;
    readonly anchor: "start" | "middle" | "end";
  }[];
}

const DAY = 86_400_000;
const days = (date: string): number => Date.parse(`${lastDay(date)}T00:00:00Z`) / DAY;

/** Long gaps are drawn shorter, by their square root: years of silence would leave no room for the days that count. */
function timeScale(tracks: readonly Track[], asOf: string, from: number, to: number): TimeScale {
  const dates = tracks.flatMap((track) => track.positions.map(({ date }) => date));
  const ordered = [...new Set([...dates.map(days), days(asOf)])].sort((a, b) => a - b);
  const along = new Map<number, number>();
  let sum = 0;
  ordered.forEach((day, index) => {
    sum += index === 0 ? 0 : Math.sqrt(day - (ordered[index - 1] ?? day)) + 2;
    along.set(day, sum);
  });
  const scale = scaleLinear()
    .domain([0, Math.max(1, sum)])
    .range([from + 8, to]);
  const place = (date: string) => scale(along.get(days(date)) ?? 0);
  return { place, end: to, ticks: ticksOf(dates, place, from) };
}

/** The first and the last date, and between them what fits. */
function ticksOf(dates: readonly string[], place: (date: string) => number, from: number): TimeScale["ticks"] {
  const ordered = [...new Set(dates)].sort((a, b) => days(a) - days(b));
  const shown: { text: string; at: number; anchor: "start" | "middle" | "end"; left: number; right: number }[] = [];
  for (const text of [ordered[0], ordered.at(-1), ...ordered.slice(1, -1)]) {
    if (text === undefined || shown.some((one) => one.text === text)) continue;
    const at = place(text);
    const wide = widthOf(text);
    const anchor = text === ordered[0] ? "start" : text === ordered.at(-1) ? "end" : "middle";
    const x = anchor === "start" ? Math.max(from, at - 12) : anchor === "end" ? at + 12 : at;
    const left = anchor === "start" ? x : anchor === "end" ? x - wide : x - wide / 2;
    if (shown.some((one) => left < one.right + 10 && left + wide > one.left - 10)) continue;
    shown.push({ text, at: x, anchor, left, right: left + wide });
  }
  return shown;
}

interface StepsProps {
  readonly of: PositionDrift;
  readonly track: Track;
  readonly x: (date: string) => number;
  readonly y: ScaleLinear<number, number>;
  readonly nudge: number;
  readonly end: number;
}

function Steps({ of, track, x, y, nudge, end }: StepsProps): ReactNode {
  const place = placeOf(of, track.party);
  const known = track.positions.map((position) => ({ ...position, px: x(position.date), py: y(position.at) + nudge }));
  const last = known.at(-1);
  const path = line<{ px: number; py: number }>(
    ({ px }) => round(px),
    ({ py }) => round(py),
  ).curve(curveStepAfter)([...known, ...(last ? [{ px: end, py: last.py }] : [])]);
  const turned = new Set(track.movements.filter(({ reversal }) => reversal).map(({ date }) => date));
  return (
    <g className={partyClass(place)}>
      <path className="line" d={path ?? ""} />
      {known.map((position) => (
        <g key={position.date} data-mark={`${track.party} ${position.date}`}>
          {position.low < position.high && (
            <rect
              className="band"
              x={round(position.px - 6)}
              y={round(y(position.high))}
              width={12}
              height={round(y(position.low) - y(position.high))}
            />
          )}
          {position.contradicted && (
            <path className="line" d={`M${round(position.px)},${round(y(position.high))}V${round(y(position.low))}`} />
          )}
          <Mark party={place} x={position.px} y={position.py} hollow={!position.sightings.some(({ own }) => own)} />
          {turned.has(position.date) && (
            <text className="halo" x={round(position.px)} y={round(position.py) - 10} textAnchor="middle">
              ↺
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
