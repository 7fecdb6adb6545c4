// A chart on a page of the workbench: drawn to fit the room there is, with marks that can be clicked.
import { type Chart, Drawing, FiguresTable, useWords } from "@parley/charts";
import { type MouseEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";

import { TakeAway } from "./take-away.js";

const NARROWEST = 320;
const WIDEST = 900;

/** The width of an element, as it is now. */
function useWidth<E extends HTMLElement>(): [React.RefObject<E | null>, number | null] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState<number | null>(null);
  // Measured before the first paint, so that nothing below is pushed down by the picture.
  useLayoutEffect(() => {
    if (!element.current) return;
    setWidth(Math.floor(element.current.getBoundingClientRect().width));
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}

interface PictureProps<Of> {
  readonly chart: Chart<Of>;
  readonly of: Of;
  readonly id: string;
  /** A mark was pressed: what stands in its `data-mark`. */
  readonly onMark?: (mark: string) => void;
  /** Laid over the picture, in its coordinates. */
  readonly over?: (width: number) => ReactNode;
  readonly heading?: boolean;
  /** False where the page lists them itself. */
  readonly figures?: boolean;
  /** False where there is nothing in it to be taken away. */
  readonly taken?: boolean;
}

/** A chart as wide as there is room, with the figures behind it. */
export function Picture<Of>({
  chart,
  of,
  id,
  onMark,
  over,
  heading = true,
  figures = true,
  taken = true,
}: PictureProps<Of>): ReactNode {
  const words = useWords();
  const [element, measured] = useWidth<HTMLDivElement>();
  const width = measured === null ? null : Math.min(WIDEST, Math.max(NARROWEST, measured));
  const pressed = ({ target }: MouseEvent) => {
    const mark = target instanceof Element ? target.closest("[data-mark]")?.getAttribute("data-mark") : null;
    if (mark) onMark?.(mark);
  };
  return (
    <figure>
      <div className="figure-head">
        {heading && <figcaption>{chart.title(of, words)}</figcaption>}
        {taken && (
          <TakeAway
            name={chart.title(of, words)}
            drawing={element}
            cells={() => {
              const { head, rows } = chart.figures(of, words);
              return [head, ...rows];
            }}
          />
        )}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the same marks stand in a list that keys reach */}
      <div ref={element} className="picture" onClick={pressed}>
        {width !== null && (
          <>
            <Drawing chart={chart} of={of} width={width} id={id} />
            {over?.(width)}
          </>
        )}
      </div>
      {figures && (
        <details>
          <summary>{words.pictures.behind}</summary>
          <FiguresTable {...chart.figures(of, words)} caption={chart.title(of, words)} />
        </details>
      )}
    </figure>
  );
}
