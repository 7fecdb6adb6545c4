// How any chart is put on a page: an accessible SVG drawing, with a table of its figures that can be opened below it.
import type { ReactNode } from "react";
import type { Chart, Figures } from "./chart.js";
import { useWords } from "./words.js";

/** Drawn for a desk and for a hand; the page shows the one that fits. */
export const WIDTHS = { wide: 720, narrow: 336 } as const;

interface DrawingProps<Of> {
  readonly chart: Chart<Of>;
  readonly of: Of;
  readonly width: number;
  /** Unique on its page. */
  readonly id: string;
  readonly className?: string;
}

/** A chart at one width, with its title and description for who cannot see it. */
export function Drawing<Of>({ chart, of, width, id, className = "" }: DrawingProps<Of>): ReactNode {
  const words = useWords();
  const { height, marks } = chart.draw(of, width, words);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className={`chart ${className}`.trim()}
      viewBox={`0 0 ${width} ${Math.ceil(height)}`}
      width={width}
      height={Math.ceil(height)}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{chart.title(of, words)}</title>
      <desc id={`${id}-desc`}>{chart.description(of, words)}</desc>
      {marks}
    </svg>
  );
}

/** A chart as it stands on a page: its title, the picture, the figures behind it. */
export function ChartFigure<Of>({ chart, of, id }: Omit<DrawingProps<Of>, "width" | "className">): ReactNode {
  const words = useWords();
  return (
    <figure id={id}>
      <figcaption>{chart.title(of, words)}</figcaption>
      <Drawing chart={chart} of={of} width={WIDTHS.wide} id={`${id}-wide`} className="wide" />
      <Drawing chart={chart} of={of} width={WIDTHS.narrow} id={`${id}-narrow`} className="narrow" />
      <details>
        <summary>{words.pictures.behind}</summary>
        <FiguresTable {...chart.figures(of, words)} caption={chart.title(of, words)} />
      </details>
    </figure>
  );
}

/** What may be wider than the page, reached by keys as well as by hand. */
export function Scroll({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

/** A table with a head; the first column names the row. */
export function FiguresTable({ head, rows, caption }: Figures & { readonly caption: string }): ReactNode {
  return (
    <Scroll label={caption}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
              <th key={column} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
                  <th key={column} scope="row">
                    {cell}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
                  <td key={column}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
