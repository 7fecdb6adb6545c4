// How far a package moves each goal, from today to its far end; left of today is regress.
import type { OfferAssessment } from "@parley/core";
import { scaleLinear } from "d3-scale";
import type { Chart } from "./chart.js";
import { LINE, Lines, linesOf, round, widthOf } from "./marks.js";

type Progress = OfferAssessment["progress"][number];

export interface GoalTracks {
  /** What is followed: an offer's name. */
  readonly name: string;
  readonly goals: readonly Progress[];
}

const share = (value: number): string => `${Math.round(100 * value)} %`.replace("-", "−");

const said = ({ name, moved, of, mean, least, most }: Progress): string =>
  `${name}: ${moved} of ${of} moved, ${share(mean)} of the way on average${of > 1 ? ` (from ${share(least)} to ${share(most)})` : ""}`;

export const goalTracks: Chart<GoalTracks> = {
  name: "goal-tracks",
  title: ({ name }) => `How far “${name}” moves each goal`,
  description: ({ goals }) => `${goals.map(said).join("; ")}.`,
  draw: ({ goals }, width) => {
    const lowest = Math.min(0, ...goals.map(({ least }) => least));
    const x = scaleLinear()
      .domain([lowest, 1])
      .range([4, width - 4]);
    let y = 0;
    const marks = goals.map(({ goal, name, least, mean, most, moved, of }) => {
      const count = `${moved} of ${of} ${of === 1 ? "issue" : "issues"} moved`;
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
            today
          </text>
          <text className="note" x={width} y={y + 6} textAnchor="end">
            all the way
          </text>
        </>
      ),
    };
  },
  figures: ({ goals }) => ({
    head: ["Goal", "Issues moved", "Least", "Mean", "Most"],
    rows: goals.map(({ name, moved, of, least, mean, most }) => [
      name,
      `${moved} of ${of}`,
      share(least),
      share(mean),
      share(most),
    ]),
  }),
};
