// A lane an obligation: figures against their limit, and the times in which it was broken or said to be.
import {
  byUrgency,
  daysBetween,
  type Episode,
  lastDay,
  type Monitoring,
  type ObligationStanding,
  URGENT_STANDINGS,
  type Wording,
} from "@parley/core/internal";
import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import { type Cast, type Chart, labelOf, placeOf } from "./chart.js";
import { LINE, Lines, linesOf, partyClass, round, widthOf } from "./marks.js";
import { type DayScale, dayScale, TimeAxis } from "./time-axis.js";

export interface KeptInTime extends Cast {
  readonly found: Monitoring;
}

/** Above so many times its limit a figure is drawn at the edge, with an arrow. */
const CUT = 2.5;
const PLOT = 46;
const STRIP = 12;

interface Lane {
  readonly one: ObligationStanding;
  readonly lines: readonly string[];
  readonly top: number;
}

/** The first and the last day that are shown. */
function spanOf({ obligations, asOf }: Monitoring): { readonly first: string; readonly days: number } {
  const days = obligations
    .flatMap(({ series, episodes, from }) => [
      ...series.map(({ day }) => day),
      ...episodes.map(({ start }) => lastDay(start)),
      ...(from ? [from] : []),
    ])
    .filter((day) => day <= asOf)
    .sort();
  const first = days[0] ?? asOf;
  return { first, days: daysBetween(first, asOf) };
}

/** Where everything lies at a width. */
function frameOf(
  { found, parties }: KeptInTime,
  width: number,
  words: Wording,
): { lanes: Lane[]; days: DayScale; bottom: number } {
  const { first, days } = spanOf(found);
  const left = 8;
  let top = 0;
  const lanes = byUrgency(found.obligations).map((one): Lane => {
    const word = words.monitoring.standings[one.standing];
    const lines = linesOf(
      words.pictures.keptInTime.lane(
        one.text,
        one.by.map((by) => labelOf({ parties }, by)),
      ),
      // Both are bold, and some fonts of screens are wide.
      0.8 * (width - widthOf(word)) - 24,
    );
    const lane = { one, lines, top };
    top += LINE * lines.length + (one.series.length > 0 ? PLOT : 8) + STRIP + 14;
    return lane;
  });
  return { lanes, days: dayScale(first, days, left, width - 12), bottom: top };
}

export const keptInTime: Chart<KeptInTime> = {
  name: "kept-in-time",
  title: ({ found }, { pictures }) => pictures.keptInTime.title(found.asOf),
  description: ({ found }) => found.sentence,
  draw: (of, width, words) => {
    const { lanes, days, bottom } = frameOf(of, width, words);
    const { first } = spanOf(of.found);
    return {
      height: bottom + 34,
      marks: (
        <>
          <TimeAxis days={days} at={bottom} reach={bottom} width={width} words={words} />
          {lanes.map((lane) => (
            <LaneOf key={lane.one.id} of={of} lane={lane} days={days} first={first} width={width} words={words} />
          ))}
        </>
      ),
    };
  },
  figures: ({ found, parties }, { pictures: { keptInTime: words } }) => ({
    head: words.figures.head,
    rows: byUrgency(found.obligations).map((one) =>
      words.figures.row({ ...one, by: one.by.map((id) => labelOf({ parties }, id)) }),
    ),
  }),
};

interface LaneProps {
  readonly of: KeptInTime;
  readonly lane: Lane;
  readonly days: DayScale;
  readonly first: string;
  readonly width: number;
  readonly words: Wording;
}

function LaneOf({ of, lane: { one, lines, top }, days, first, width, words }: LaneProps): ReactNode {
  const { asOf } = of.found;
  const place = (day: string) => days.at(daysBetween(first, day));
  const plot = top + LINE * lines.length + 4;
  const strip = plot + (one.series.length > 0 ? PLOT : 8);
  const loud = URGENT_STANDINGS.includes(one.standing);
  return (
    <g className={partyClass(placeOf(of, one.by[0] ?? null))} data-mark={one.id}>
      <Lines x={0} y={top + 15} lines={lines} className="strong" />
      <text x={width - 8} y={top + 15} textAnchor="end" className={loud ? "strong" : "note"}>
        {words.monitoring.standings[one.standing]}
      </text>
      <line className="axis" x1={8} x2={width - 12} y1={strip} y2={strip} />
      {one.series.length > 0 && <Figures one={one} place={place} top={plot} asOf={asOf} right={width - 12} />}
      {one.unverifiedSince !== null && (
        <line
          className="whisker"
          strokeDasharray="1 4"
          x1={round(place(one.unverifiedSince))}
          x2={width - 12}
          y1={strip + 6}
          y2={strip + 6}
        >
          <title>{words.pictures.keptInTime.unverified(one.unverifiedSince)}</title>
        </line>
      )}
      {one.episodes.map((episode) => (
        <EpisodeBar
          key={`${episode.kind} ${episode.start} ${episode.end}`}
          episode={episode}
          place={place}
          y={strip + 2}
          asOf={asOf}
          text={words.monitoring.episode(episode)}
        />
      ))}
    </g>
  );
}

type Placed = (day: string) => number;

/** Full where it is proved, dashed where it is said or disputed, half height where it is waived or came to nothing. */
function EpisodeBar({
  episode,
  place,
  y,
  asOf,
  text,
}: {
  readonly episode: Episode;
  readonly place: Placed;
  readonly y: number;
  readonly asOf: string;
  readonly text: string;
}): ReactNode {
  const { kind, start, end } = episode;
  const from = place(lastDay(start) > asOf ? asOf : lastDay(start));
  const to = Math.max(from + 4, place(end === null ? asOf : lastDay(end)));
  const proved = kind === "breach" || kind === "missing";
  const nothing = kind === "waived" || kind === "dismissed" || kind === "cleared";
  return (
    <rect
      className={proved ? "bar" : "hollow"}
      strokeDasharray={proved ? undefined : "4 3"}
      x={round(from)}
      y={nothing ? y + 3 : y}
      width={round(to - from)}
      height={nothing ? STRIP - 8 : STRIP - 3}
    >
      <title>{text}</title>
    </rect>
  );
}

interface FiguresProps {
  readonly one: ObligationStanding;
  readonly place: Placed;
  readonly top: number;
  readonly asOf: string;
  readonly right: number;
}

function Figures({ one, place, top, asOf, right }: FiguresProps): ReactNode {
  const edges = one.limits.flatMap(({ atMost, atLeast }) => [...(atMost ?? []), ...(atLeast ?? [])]);
  const limit = Math.max(0, ...edges);
  const most = Math.max(...one.series.map(({ value }) => value), limit);
  const cut = limit > 0 ? Math.min(most, CUT * limit) : most;
  const least = Math.min(...one.series.map(({ value }) => value), ...edges);
  // Where all lies near its limit the lane shows that part alone.
  const floor = least > 0.6 * most ? least - (most - least) * 0.4 : Math.min(0, least);
  const roof = Math.max(cut, least > 0.6 * most ? most + (most - least) * 0.1 : 1.25 * limit);
  const y = scaleLinear()
    .domain([floor, Math.max(roof, floor + 1e-9)])
    .range([top + PLOT - 4, top + 6]);
  const steps = one.limits.flatMap((each, i) => {
    const edge = each.atMost?.[0] ?? each.atLeast?.[0];
    if (edge === undefined) return [];
    const from = Math.max(8, each.from === null ? 8 : place(each.from));
    const next = one.limits[i + 1]?.from;
    // What begins after the last day that is shown is told in words.
    return from >= right ? [] : [{ edge, from, to: Math.min(right, next ? place(next) : right) }];
  });
  const shown = one.series.filter(({ day }) => day <= asOf);
  const line = shown
    .filter(({ comparator }) => comparator === "" || comparator === "~")
    .map(({ day, value }, i) => `${i === 0 ? "M" : "L"}${round(place(day))},${round(y(Math.min(value, cut)))}`)
    .join("");
  return (
    <>
      {steps.map(({ edge, from, to }) => (
        <line
          key={`${edge} ${from}`}
          className="limit"
          x1={round(from)}
          x2={round(to)}
          y1={round(y(edge))}
          y2={round(y(edge))}
        />
      ))}
      {one.metric?.occasions !== true && <path className="whisker" d={line} />}
      {shown.map(({ line: row, day, value, qualifier }) => {
        const [x, up] = [round(place(day)), round(y(Math.min(value, cut)))];
        return value > cut ? (
          <path
            key={row}
            className={qualifier === "verified" ? "mark" : "hollow"}
            d={`M${x - 4},${up + 3}l4,-7l4,7z`}
          />
        ) : (
          <circle key={row} className={qualifier === "verified" ? "mark" : "hollow"} cx={x} cy={up} r={3.5} />
        );
      })}
    </>
  );
}
