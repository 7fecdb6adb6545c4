// Who does what when: bars in lanes, what takes time to verify hatched after each, and under them, on the same days, how
// exposed each side is.
import type { Course, Roadmap, Wording } from "@parley/core/internal";
import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import { type Cast, type Chart, labelOf, nameOf, placeOf, placeOfMaker, spokenOf } from "./chart.js";
import { cutTo, LINE, Lines, linesOf, Mark, partyClass, round } from "./marks.js";
import { type DayScale, dayScale, TimeAxis } from "./time-axis.js";

export interface RoadInTime extends Cast {
  readonly map: Roadmap;
  /** What is drawn: the plan, or what it comes to while a bar is being moved. */
  readonly course: Course;
}

/** Where a step's bar is drawn. */
export interface DrawnBar {
  readonly step: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const THICK = 16;
const PANEL = 84;
/** The days stand here, too. */
const TOP = 32;

interface Lane {
  readonly id: string | null;
  readonly label: string;
  readonly steps: readonly number[];
}

/** Lanes in the order of the parties; in each, steps as the plan begins them, so that no row jumps under the hand. */
function lanesOf({ parties, map }: RoadInTime, { pictures }: Wording): Lane[] {
  const begins = (step: number) => map.course.bars[step]?.start ?? 0;
  const lane = (of: readonly string[], label: string): Lane => ({
    id: of.length === 1 ? (of[0] ?? null) : null,
    label,
    steps: map.steps
      .flatMap(({ by }, step) => (by.join(" ") === of.join(" ") ? [step] : []))
      .sort((a, b) => begins(a) - begins(b) || a - b),
  });
  const together = new Map(map.steps.filter(({ by }) => by.length > 1).map(({ by }) => [by.join(" "), by]));
  return [
    ...parties.map(({ id }) => lane([id], labelOf({ parties }, id))),
    ...[...together.values()].map((by) =>
      lane(by, pictures.roadInTime.together(by.map((id) => nameOf({ parties }, id)))),
    ),
    lane([], pictures.roadInTime.released),
  ].filter(({ steps }) => steps.length > 0);
}

/** Everything's place at one width: the picture, and what is laid over it, agree by asking this. */
export function roadFrame(of: RoadInTime, width: number, words: Wording) {
  const { map } = of;
  const stoned = map.milestones.map(({ day }) => 1.03 * daysFromStart(of, day));
  const days = dayScale(map.road.start, Math.max(1.15 * map.course.end, of.course.end, ...stoned), 12, width - 12);
  const rows: { step: number; y: number; lines: readonly string[] }[] = [];
  const heads: { lane: Lane; y: number }[] = [];
  let y = TOP;
  for (const lane of lanesOf(of, words)) {
    heads.push({ lane, y: y + 14 });
    y += 28;
    for (const step of lane.steps) {
      const lines = linesOf(labelText(of, step, words), width - 12);
      rows.push({ step, y: y + LINE * lines.length + 2, lines });
      y += LINE * lines.length + THICK + 12;
    }
    y += 6;
  }
  const stones = map.milestones.map((milestone) => {
    const lines = linesOf(words.pictures.roadInTime.milestone(milestone.name, milestone.met), width - 12);
    const row = { milestone, lines, y: y + LINE * lines.length + 8 };
    y += LINE * (lines.length + 1) + 6;
    return row;
  });
  const bars = rows.map(({ step, y: top }): DrawnBar => {
    const bar = of.course.bars[step];
    const x = days.at(bar?.start ?? 0);
    return { step, x, y: top, width: Math.max(0, days.at(bar?.end ?? 0) - x) };
  });
  const panels = map.parties.map((party, place) => {
    const panel = { party, place, y: y + 30 };
    y += PANEL + 36;
    return panel;
  });
  return { days, rows, heads, stones, bars, panels, bottom: y + 6 };
}

function labelText({ map, course }: RoadInTime, step: number, { pictures }: Wording): string {
  const { text = "", critical = false, pinned = false } = map.steps[step] ?? {};
  const [early, late] = [course.early.includes(step), course.late.includes(step)];
  return pictures.roadInTime.step({ text, critical, pinned, early, late });
}

export const roadInTime: Chart<RoadInTime> = {
  name: "road-in-time",
  title: (_, { pictures }) => pictures.roadInTime.title,
  description: (of, { pictures }) =>
    pictures.roadInTime.description({
      commitments: of.map.steps.length,
      from: of.map.road.start,
      to: of.map.end,
      exposed: of.map.parties.map(({ id }, place) => ({
        party: spokenOf(of, id),
        points: of.course.worst[place]?.exposure ?? 0,
      })),
    }),
  draw: (of, width, words) => {
    const frame = roadFrame(of, width, words);
    const { days, bottom } = frame;
    return {
      height: bottom + 26,
      marks: (
        <>
          <TimeAxis days={days} at={bottom} reach={bottom - TOP} width={width} words={words} above />
          {frame.heads.map(({ lane, y }) => (
            <g key={lane.label}>
              {lane.id !== null && <Mark party={placeOf(of, lane.id)} x={8} y={y - 5} />}
              <text className="strong" x={lane.id === null ? 0 : 22} y={y}>
                {cutTo(lane.label, width - 24)}
              </text>
            </g>
          ))}
          {frame.rows.map(({ step, y, lines }, row) => (
            <g key={of.map.steps[step]?.id} data-mark={of.map.steps[step]?.id}>
              <Lines x={0} y={y - LINE * lines.length + 11} lines={lines} className="halo" />
              <Bar of={of} bar={frame.bars[row] as DrawnBar} days={days} />
            </g>
          ))}
          {frame.stones.map(({ milestone, lines, y }) => (
            <g key={milestone.id}>
              <Lines x={0} y={y - LINE * lines.length + 6} lines={lines} className="halo" />
              <Mark
                party={-1}
                x={Math.min(width - 12, Math.max(12, days.at(daysFromStart(of, milestone.day))))}
                y={y}
                hollow={!milestone.met}
              />
            </g>
          ))}
          {frame.panels.map(({ party, place, y }) => (
            <Exposure key={party.id} of={of} place={place} days={days} y={y} width={width} words={words} />
          ))}
        </>
      ),
    };
  },
  figures: (of, { pictures: { roadInTime: words } }) => ({
    head: words.figures.head(
      of.map.parties.map(({ id }) => labelOf(of, id)),
      of.map.certainty !== null,
    ),
    rows: of.map.steps.map((step, place) => {
      const bar = of.course.bars[place];
      const day = of.course.days.indexOf(bar?.start ?? 0);
      return words.figures.row({
        text: step.text,
        by: step.by.length === 0 ? null : step.by.map((id) => labelOf(of, id)).join(", "),
        begins: dateText(of, bar?.start ?? 0),
        complete: dateText(of, bar?.end ?? 0),
        known: dateText(of, bar?.known ?? 0),
        lost: of.map.parties.map((_, party) => of.course.exposure[party]?.[day] ?? 0),
        within: of.map.certainty && (of.map.certainty.steps[place] ?? 0),
      });
    }),
  }),
};

const DAY = 86_400_000;

const daysFromStart = ({ map }: RoadInTime, date: string): number =>
  (Date.parse(date) - Date.parse(map.road.start)) / DAY;

const dateText = ({ map }: RoadInTime, day: number): string =>
  new Date(Date.parse(map.road.start) + day * DAY).toISOString().slice(0, 10);

interface BarProps {
  readonly of: RoadInTime;
  readonly bar: DrawnBar;
  readonly days: DayScale;
}

/** The commitment's colour while it is done, hatched until the others know; what takes no time is a diamond's width. */
function Bar({ of, bar: { step, x, y, width }, days }: BarProps): ReactNode {
  const { end = 0, known = 0 } = of.course.bars[step] ?? {};
  const place = placeOfMaker(of, of.map.steps[step]?.by ?? []);
  const [from, to] = [days.at(end), days.at(known)];
  return (
    <g className={partyClass(place)}>
      {width < 2 ? (
        <path className="bar" d={`M${round(x)},${y}l6,${THICK / 2}l-6,${THICK / 2}l-6,${-THICK / 2}z`} />
      ) : (
        <rect className="bar" x={round(x)} y={y} width={round(width)} height={THICK} rx={2} />
      )}
      {to - from > 1 && (
        <>
          <rect className="band" x={round(from)} y={y} width={round(to - from)} height={THICK} />
          <path className="whisker" d={hatch(from, to, y)} />
        </>
      )}
    </g>
  );
}

/** Slanted lines in a box, cut at its sides. */
function hatch(from: number, to: number, y: number): string {
  const lines: string[] = [];
  for (let x = from - THICK; x < to; x += 6) {
    const [left, right] = [Math.max(from, x), Math.min(to, x + THICK)];
    lines.push(`M${round(left)},${round(y + THICK - (left - x))}L${round(right)},${round(y + THICK - (right - x))}`);
  }
  return lines.join("");
}

interface ExposureProps {
  readonly of: RoadInTime;
  readonly place: number;
  readonly days: DayScale;
  readonly y: number;
  readonly width: number;
  readonly words: Wording;
}

/** What one side has lost so far: above the line it is exposed, below it is ahead. */
function Exposure({ of, place, days, y, width, words }: ExposureProps): ReactNode {
  const { map, course } = of;
  const party = map.parties[place];
  const losses = course.exposure[place] ?? [];
  const limit = party?.accepts ?? null;
  const most = Math.max(1, ...losses, ...(limit === null ? [] : [limit]));
  const least = Math.min(0, ...losses);
  const scale = scaleLinear()
    .domain([least, most])
    .range([y + PANEL, y]);
  const last = days.at(Math.max(map.course.end, course.end));
  const line = losses
    .map((loss, index) => {
      const from = round(days.at(course.days[index] ?? 0));
      return `${index === 0 ? `M${from},${round(scale(loss))}` : `H${from}V${round(scale(loss))}`}`;
    })
    .join("");
  const zero = round(scale(0));
  const over = losses
    .map((loss, index) => {
      const next = course.days[index + 1];
      const [from, to] = [round(days.at(course.days[index] ?? 0)), round(next === undefined ? last : days.at(next))];
      return loss > 0 ? `M${from},${zero}V${round(scale(loss))}H${to}V${zero}z` : "";
    })
    .join("");
  const worst = course.worst[place];
  return (
    <g className={partyClass(placeOf(of, party?.id ?? null))}>
      <text x={0} y={y - 10}>
        {words.pictures.roadInTime.exposed(
          cutTo(labelOf(of, party?.id ?? ""), width - 200),
          worst?.exposure ?? 0,
          limit,
        )}
      </text>
      <path className="band" d={over} />
      <line className="zero" x1={12} x2={width - 12} y1={zero} y2={zero} />
      {limit !== null && (
        <line className="limit" x1={12} x2={width - 12} y1={round(scale(limit))} y2={round(scale(limit))} />
      )}
      <path className="line" d={`${line}H${round(last)}`} />
    </g>
  );
}
