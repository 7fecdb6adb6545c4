// How far a package moves each goal, from today to its far end; left of today is regress.
import type { OfferAssessment } from "@parley/core/internal";
import { scaleLinear } from "d3-scale";
import type { Chart } from "./chart.js";
import { LINE, Lines, linesOf, round, widthOf } from "./marks.js";

type Progress = OfferAssessment["progress"][number];

export interface GoalTracks {
  /** What is followed: an offer's name. */
  readonly name: string;
  readonly goals: readonly Progress[];
}

export const goalTracks: Chart<GoalTracks> = {
  name: "goal-tracks",
  title: ({ name }, { pictures }) => pictures.goalTracks.title(name),
  description: ({ goals }, { pictures }) => pictures.goalTracks.description(goals),
  draw: ({ goals }, width, { pictures: { goalTracks: words } }) => {
    const lowest = Math.min(0, ...goals.map(({ least }) => least));
    const x = scaleLinear()
      .domain([lowest, 1])
      .range([4, width - 4]);
    let y = 0;
    const marks = goals.map(({ goal, name, least, mean, most, moved, of }) => {
      const count = words.moved(moved, of);
      const lines = linesOf(name, width - widthOf(count) - 16);
      const top = y;
      const track = top + LINE * lines.length + 8;
      y = track + 28;
      return (
        <g key={goal}>
          <Lines x={0} y={top + 15} lines={lines} className="strong" />
          <text x={width} y={top + 15} textAnchor="end" className="note">
            {count}
          </text>
          <rect className="shade" x={4} y={track} width={width - 8} height={8} />
          <rect className="band" x={round(x(least))} y={track} width={round(x(most) - x(least))} height={8} />
          <rect
            className="bar"
            x={round(Math.min(x(0), x(mean)))}
            y={track + 2}
            width={round(Math.abs(x(mean) - x(0)))}
            height={4}
          />
          <path className="zero" d={`M${round(x(0))},${track - 4}v16`} />
        </g>
      );
    });
    return {
      height: y + LINE,
      marks: (
        <>
          {marks}
          <text className="note" x={round(x(0))} y={y + 6} textAnchor={lowest < 0 ? "middle" : "start"}>
            {words.today}
          </text>
          <text className="note" x={width} y={y + 6} textAnchor="end">
            {words.allTheWay}
          </text>
        </>
      ),
    };
  },
  figures: ({ goals }, { pictures: { goalTracks: words } }) => ({
    head: words.figures.head,
    rows: goals.map(words.figures.row),
  }),
};
