// How styles of negotiating spread on both sides where everybody copies what does better.
import type { Tournament } from "@parley/core/rehearsal";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { Chart } from "./chart.js";
import { AxisUp, cutTo, LINE, Lines, Mark, partyClass, round, widthOf } from "./marks.js";
import { light } from "./palette.js";

/** As much of a tournament as is drawn. */
export type StylesCopied = Pick<Tournament, "name" | "styles" | "game">;

type Side = 0 | 1;

const SIDES: readonly Side[] = [0, 1];
const PANEL = 190;
/** Room above and below the lines of a side. */
const [ABOVE, BELOW] = [34, 34];
const LEFT = 46;
/** A style with less than this in the end is drawn without its name there. */
const NAMED = 0.05;
/** Colours that are told apart; the styles after them have the same ones again, with dashes. */
const COLOURS = light.parties.length;

const lastOf = ({ game }: StylesCopied, side: Side): readonly number[] => game.path.at(-1)?.[side] ?? [];

/** Styles that are still played in the end, the most frequent first. */
const left = ({ styles, game }: StylesCopied, side: Side): string[] => game.left[side].map((k) => styles[k] ?? "");

export const stylesCopied: Chart<StylesCopied> = {
  name: "styles-copied",
  title: (_, { pictures }) => pictures.stylesCopied.title,
  description: (of, { names, pictures }) =>
    pictures.stylesCopied.description(names.label(of.name), left(of, 0), left(of, 1), of.game.course),
  draw: (of, width, { names, pictures: { stylesCopied: words } }) => {
    const { styles, game } = of;
    const named = SIDES.flatMap((side) => left(of, side));
    const right = Math.min(Math.max(0, ...named.map(widthOf)) + 24, width * 0.4);
    const x = scaleLinear()
      .domain([0, Math.max(1, game.path.length - 1)])
      .range([LEFT, width - right]);
    const panel = (side: Side) => {
      const top = side * (PANEL + ABOVE + BELOW) + ABOVE;
      const y = scaleLinear()
        .domain([0, 100])
        .range([top + PANEL, top]);
      const path = line<number>(
        (_, step) => round(x(step)),
        (share) => round(y(100 * share)),
      );
      const ends = lastOf(of, side)
        .map((share, k) => ({ k, at: y(100 * share), share }))
        .filter(({ share }) => share >= NAMED)
        .sort((a, b) => a.at - b.at);
      // Names of equal shares stand below each other.
      const placed: { readonly k: number; readonly at: number }[] = [];
      for (const { k, at } of ends)
        placed.push({ k, at: Math.max(at, (placed.at(-1)?.at ?? Number.NEGATIVE_INFINITY) + LINE) });
      return (
        <g key={side}>
          <Lines
            x={0}
            y={top - 18}
            lines={[cutTo(side === 0 ? words.side(names.label(of.name)) : words.others, width - 12)]}
          />
          <AxisUp scale={y} at={LEFT} reach={width - right - LEFT} ticks={[0, 50, 100]} />
          <text className="note" x={LEFT} y={top + PANEL + 22}>
            {words.begin}
          </text>
          <text className="note" x={round(width - right)} y={top + PANEL + 22} textAnchor="end">
            {words.end}
          </text>
          {styles.map((style, k) => (
            <g key={style} className={partyClass(k)}>
              <path
                className={k < COLOURS ? "line" : "limit"}
                d={path(game.path.map((shares) => shares[side][k] ?? 0)) ?? ""}
              />
            </g>
          ))}
          {placed.map(({ k, at }) => (
            <g key={k}>
              <Mark party={k} x={x.range()[1] ?? 0} y={y(100 * (lastOf(of, side)[k] ?? 0))} size={60} />
              <text x={round(width - right + 10)} y={round(at + 5)}>
                {cutTo(styles[k] ?? "", right - 12)}
              </text>
            </g>
          ))}
        </g>
      );
    };
    return { height: 2 * (PANEL + ABOVE + BELOW), marks: SIDES.map(panel) };
  },
  figures: (of, { names, pictures: { stylesCopied: words } }) => ({
    head: words.head,
    rows: SIDES.flatMap((side) =>
      of.styles.map((style, k) => [
        side === 0 ? names.label(of.name) : words.theOthers,
        style,
        words.share(of.game.path[0]?.[side][k] ?? 0),
        words.share(lastOf(of, side)[k] ?? 0),
      ]),
    ),
  }),
};
