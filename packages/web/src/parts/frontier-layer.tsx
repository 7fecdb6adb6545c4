// Over the map: packages that leave nothing on the table in many of the models. Hovered, they say what they are; a
// rectangle drawn around some lists them; pressed, they are taken into the builder.
import { type MapOfPair, mapFrame, useWords } from "@parley/charts";
import type { Wording } from "@parley/core/internal";
import { type PointerEvent, type ReactNode, useRef, useState } from "react";
import type { CaseView } from "../case-view.js";
import type { ChosenPackage } from "../chosen-package.js";
import { useJob } from "../jobs.js";
import {
  type Area,
  areaFrom,
  areaText,
  between,
  changesTo,
  type Efficient,
  efficientIn,
  within,
} from "./frontier-packages.js";

/** As many as tell the surest packages from the others. */
const MODELS = 1000;

/** What is known of the frontier of packages that cross no red line. */
export interface KnownFrontier {
  readonly packages: readonly Efficient[];
  /** Why there is none; null where there is one, or while it is being found. */
  readonly refused: string | null;
  readonly found: boolean;
}

/** The frontier, from the server's workers. */
export function useFrontier(view: CaseView): KnownFrontier {
  const { atHead } = useWords();
  const { result } = useJob(view, "frontier", { options: { models: MODELS, spread: true, signable: true } });
  return {
    packages: result?.ok ? efficientIn(result.value) : [],
    refused: result && !result.ok ? result.reasons.map(atHead).join(" ") : null,
    found: result !== null && result !== undefined,
  };
}

interface LayerProps {
  readonly view: CaseView;
  readonly of: MapOfPair;
  readonly width: number;
  readonly frontier: KnownFrontier;
  readonly chosen: ChosenPackage;
  /** A mark of the picture below was pressed. */
  readonly onMark: (mark: string) => void;
}

export function FrontierLayer({ view, of, width, frontier, chosen, onMark }: LayerProps): ReactNode {
  const words = useWords().packages.frontier;
  const { x, y, height } = mapFrame(of, width);
  const { across, up } = of.plot;
  const [hovered, setHovered] = useState<number | null>(null);
  const [drawn, setDrawn] = useState<Area | null>(null);
  const start = useRef<{ x: number; y: number } | null>(null);
  const brush = areaFrom(view.address.get("brush"));
  const [[x0 = 0, x1 = 0], [y0 = 0, y1 = 0]] = [x.domain(), y.domain()];
  const frame = { x0, x1, y0, y1 };
  const points = frontier.packages.flatMap((one, index) => {
    const [a, b] = [one.values[across], one.values[up]];
    return a && b && within(frame, a.median, b.median) ? [{ one, index, a, b, px: x(a.median), py: y(b.median) }] : [];
  });
  const inside = brush ? points.filter(({ a, b }) => within(brush, a.median, b.median)) : [];
  const here = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * width,
      y: ((event.clientY - box.top) / box.height) * height,
    };
  };
  const ended = () => {
    start.current = null;
    if (!drawn) return;
    setDrawn(null);
    view.address.set({
      brush: areaText({
        x0: x.invert(drawn.x0),
        x1: x.invert(drawn.x1),
        y0: y.invert(drawn.y1),
        y1: y.invert(drawn.y0),
      }),
    });
  };
  const shown = points.find(({ index }) => index === hovered);
  return (
    <>
      <svg
        className="over"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        aria-hidden="true"
        onPointerDown={(event) => {
          if ((event.target as Element).closest("[data-efficient]")) return;
          start.current = here(event);
        }}
        onPointerMove={(event) => {
          const from = start.current;
          if (!from || event.buttons === 0) return;
          const area = between(from, here(event));
          if (area) setDrawn(area);
        }}
        onPointerUp={({ clientX, clientY }) => {
          if (!drawn) {
            const below = document.elementsFromPoint(clientX, clientY).map((one) => one.closest("[data-mark]"));
            const mark = below.find((one) => one !== null)?.getAttribute("data-mark");
            if (mark) onMark(mark);
          }
          ended();
        }}
        onPointerLeave={ended}
      >
        {points.map(({ one, index, px, py }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the same packages stand in the list below, which keys reach
          <circle
            key={index}
            data-efficient={index}
            cx={px}
            cy={py}
            r={hovered === index ? 6 : 3}
            opacity={0.35 + 0.65 * one.share}
            onPointerEnter={() => setHovered(index)}
            onPointerLeave={() => setHovered(null)}
            onClick={() => chosen.choose(one.options)}
          />
        ))}
        {brush && (
          <rect
            className="brush"
            x={x(brush.x0)}
            y={y(brush.y1)}
            width={Math.max(0, x(brush.x1) - x(brush.x0))}
            height={Math.max(0, y(brush.y0) - y(brush.y1))}
          />
        )}
        {drawn && (
          <rect className="brush" x={drawn.x0} y={drawn.y0} width={drawn.x1 - drawn.x0} height={drawn.y1 - drawn.y0} />
        )}
      </svg>
      <p className="hovered note" aria-live="polite">
        {shown
          ? efficientText(words, view, shown.one, chosen)
          : (frontier.refused ?? (frontier.found ? words.hover(points.length) : words.beingFound))}
      </p>
      <FrontierList
        view={view}
        chosen={chosen}
        of={of}
        all={points.map(({ one }) => one)}
        inside={brush ? inside.map(({ one }) => one) : null}
      />
    </>
  );
}

/** A package by what it changes against the one in the making. */
const efficientText = (
  words: Wording["packages"]["frontier"],
  { names }: CaseView,
  one: Efficient,
  { options }: ChosenPackage,
): string =>
  words.package({
    values: Object.entries(one.values).map(([id, value]) => [names.party(id), value]),
    share: one.share,
    changes: changesTo(one, options).map(([issue, option]) => [names.issue(issue), names.option(issue, option)]),
  });

interface ListProps {
  readonly view: CaseView;
  readonly chosen: ChosenPackage;
  readonly of: MapOfPair;
  readonly all: readonly Efficient[];
  /** Those in the rectangle; null where none is drawn. */
  readonly inside: readonly Efficient[] | null;
}

const LISTED = 40;

function FrontierList({ view, chosen, all, inside }: ListProps): ReactNode {
  const words = useWords().packages.frontier;
  const [opened, setOpened] = useState(false);
  const list = inside ?? all;
  if (all.length === 0) return null;
  return (
    <details
      open={inside !== null}
      className="frontier-list"
      onToggle={({ currentTarget: { open } }) => setOpened(open)}
    >
      <summary>{inside === null ? words.list : words.inside(inside.length)}</summary>
      {inside !== null && (
        <button type="button" className="quiet" onClick={() => view.address.set({ brush: null })}>
          {words.clear}
        </button>
      )}
      <ol>
        {(opened || inside !== null ? list.slice(0, LISTED) : []).map((one) => (
          <li key={JSON.stringify(one.options)} data-item="efficient" tabIndex={-1}>
            {efficientText(words, view, one, chosen)}{" "}
            <button type="button" onClick={() => chosen.choose(one.options)}>
              {words.take}
            </button>
          </li>
        ))}
      </ol>
      {list.length > LISTED && <p className="note">{words.more(list.length - LISTED)}</p>}
    </details>
  );
}
