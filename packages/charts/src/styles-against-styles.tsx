// What styles of negotiating get against each other, and which of them answer which best.
import type { Tournament } from "@parley/core/rehearsal";
import type { Chart } from "./chart.js";
import { cutTo, LINE, Lines, linesOf, round, widthOf } from "./marks.js";

/** As much of a tournament as is drawn. */
export type StylesAgainstStyles = Pick<Tournament, "name" | "styles" | "pairs" | "game">;

const ROW = 32;
const EDGE = 12;

/** Whose best answer a pair is. */
function answers({ game: { replies } }: StylesAgainstStyles, mine: number, theirs: number) {
  return {
    mine: replies[0][theirs]?.includes(mine) ?? false,
    theirs: replies[1][mine]?.includes(theirs) ?? false,
  };
}

export const stylesAgainstStyles: Chart<StylesAgainstStyles> = {
  name: "styles-against-styles",
  title: (_, { pictures }) => pictures.stylesAgainstStyles.title,
  description: ({ name, styles, game }, { names, pictures }) =>
    pictures.stylesAgainstStyles.description(
      names.label(name),
      styles.length,
      game.equilibria.map(([mine, theirs]) => [styles[mine] ?? "", styles[theirs] ?? ""] as const),
    ),
  draw: (of, width, { pictures: { stylesAgainstStyles: words } }) => {
    const { styles, pairs } = of;
    const labels = styles.map((style, k) => `${k + 1} ${style}`);
    const left = Math.min(Math.max(...labels.map(widthOf)) + EDGE, width * 0.42);
    const column = Math.min(56, (width - left - EDGE) / Math.max(1, styles.length));
    const head = linesOf(`${words.mine(of.name)}. ${words.theirs}.`, width - EDGE);
    const top = LINE * head.length + 34;
    const key = linesOf(words.key, width - EDGE);
    const height = top + ROW * styles.length + 16 + LINE * key.length;
    const most = Math.max(1, ...pairs.map(({ own }) => own.mean));
    const largest = Math.min(column, ROW) / 2 - 4;
    const across = (k: number) => left + column * (k + 0.5);
    const down = (k: number) => top + ROW * (k + 0.5);
    return {
      height,
      marks: (
        <>
          <Lines x={0} y={16} lines={head} />
          {styles.map((style, k) => (
            <g key={style}>
              <text x={0} y={round(down(k) + 5)}>
                {cutTo(labels[k] ?? "", left - EDGE)}
              </text>
              <text className="note" x={round(across(k))} y={top - 8} textAnchor="middle">
                {k + 1}
              </text>
              <line
                className="axis"
                x1={round(left)}
                x2={round(left + column * styles.length)}
                y1={round(down(k) + ROW / 2)}
                y2={round(down(k) + ROW / 2)}
              />
            </g>
          ))}
          {styles.flatMap((mine, x) =>
            styles.map((theirs, y) => {
              const { own } = pairs[x * styles.length + y] ?? { own: { mean: 0 } };
              const best = answers(of, x, y);
              const radius = Math.max(2, largest * Math.sqrt(Math.max(0, own.mean) / most));
              return (
                <g key={`${mine} ${theirs}`} className="own">
                  {best.theirs && (
                    <rect
                      className="limit"
                      x={round(across(y) - largest - 3)}
                      y={round(down(x) - largest - 3)}
                      width={round(2 * largest + 6)}
                      height={round(2 * largest + 6)}
                    />
                  )}
                  <circle
                    className={best.mine ? "mark" : "hollow"}
                    cx={round(across(y))}
                    cy={round(down(x))}
                    r={round(radius)}
                  />
                </g>
              );
            }),
          )}
          <Lines x={0} y={height - 8 - LINE * (key.length - 1)} className="note" lines={key} />
        </>
      ),
    };
  },
  figures: (of, { names, pictures: { stylesAgainstStyles: words } }) => {
    const name = names.label(of.name);
    return {
      head: words.head(name),
      rows: of.pairs.map(({ mine, theirs, own, others }) => {
        const best = answers(of, of.styles.indexOf(mine), of.styles.indexOf(theirs));
        const whose =
          best.mine && best.theirs
            ? words.best.both
            : best.mine
              ? words.best.mine(name)
              : best.theirs
                ? words.best.theirs
                : words.best.none;
        return [mine, theirs, own.mean.toFixed(0), others.mean.toFixed(0), whose];
      }),
    };
  },
};
