// The dance of offers: what each offer in turn is worth to each party, against its walk-away value.
// Raiffa, The Art and Science of Negotiation, 1982.
import type { Band, Dance, Wording } from "@parley/core/internal";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { ReactNode } from "react";
import { type Cast, type Chart, nameOf, placeOf, placeOfMaker, spokenOf } from "./chart.js";
import { AxisUp, LINE, Lines, linesOf, Mark, partyClass, round } from "./marks.js";

export interface DanceOfOffers extends Cast {
  readonly dance: Dance;
}

const PANEL = 210;
const LEFT = 44;

/** Parties whose points are known, in the order of the case. */
const valued = ({ dance, parties }: DanceOfOffers): string[] =>
  parties.map(({ id }) => id).filter((id) => dance.reservation[id] !== undefined);

/** Every party that made an offer. */
const proposers = ({ dance }: DanceOfOffers): string[] => [...new Set(dance.offers.flatMap(({ by }) => by))];

export const danceOfOffers: Chart<DanceOfOffers> = {
  name: "dance-of-offers",
  title: (_, { pictures }) => pictures.danceOfOffers.title,
  description: (of, { pictures }) =>
    pictures.danceOfOffers.description({
      offers: of.dance.offers.length,
      parties: valued(of).map((id) => nameOf(of, id)),
      steps: of.dance.steps,
    }),
  draw: (of, width, words) => {
    const key = of.dance.offers.map(({ name, date, by, proposer }, index) => {
      const who = by.length > 0 || proposer !== "nobody" ? proposer : null;
      return linesOf(words.pictures.danceOfOffers.offer(index + 1, name, who, date), width - 22);
    });
    const panels = valued(of);
    let y = panels.length * PANEL + 8;
    const listed = key.map((lines, index) => {
      y += LINE * lines.length + 2;
      const { id, by } = of.dance.offers[index] ?? { id: "", by: [] };
      return (
        <g key={id}>
          <Mark party={placeOfMaker(of, by)} x={8} y={y - LINE * lines.length - 2 + 10} size={70} />
          <Lines x={22} y={y - LINE * lines.length + 13} lines={linesOf(lines.join(" "), width - 22)} />
        </g>
      );
    });
    return {
      height: y + 10,
      marks: (
        <>
          {panels.map((id, index) => (
            <Panel key={id} of={of} id={id} top={index * PANEL} width={width} words={words} />
          ))}
          {listed}
        </>
      ),
    };
  },
  figures: (of, { pictures: { danceOfOffers: words } }) => ({
    head: words.figures.head(valued(of).map((id) => nameOf(of, id))),
    rows: [
      ...of.dance.offers.map((offer) =>
        words.figures.row({ ...offer, worth: valued(of).map((id) => offer.values?.[id] ?? null) }),
      ),
      words.figures.walkAway(valued(of).map((id) => of.dance.reservation[id] ?? null)),
    ],
  }),
};

interface PanelProps {
  readonly of: DanceOfOffers;
  readonly id: string;
  readonly top: number;
  readonly width: number;
  readonly words: Wording;
}

function Panel({ of, id, top, width, words }: PanelProps): ReactNode {
  const title = linesOf(words.pictures.danceOfOffers.panel(spokenOf(of, id)), width);
  const { offers, reservation } = of.dance;
  const limit = reservation[id];
  const values = offers.flatMap(({ values: worth }) => worth?.[id] ?? []);
  const all = [...values, ...(limit ? [limit] : [])];
  const y = scaleLinear()
    .domain([Math.min(...all.map(({ low }) => low)), Math.max(...all.map(({ high }) => high))])
    .nice(4)
    .range([top + PANEL - 34, top + 22 + LINE * title.length]);
  const step = (width - LEFT - 20) / Math.max(1, offers.length);
  const x = (index: number) => LEFT + step * (index + 0.5);
  return (
    <g>
      <Lines x={0} y={top + 18} lines={title} className="strong" />
      <AxisUp scale={y} at={LEFT} reach={width - LEFT} ticks={y.ticks(4)} />
      {limit && <Limit limit={limit} scale={y} from={LEFT} to={width} party={placeOf(of, id)} />}
      {proposers(of).map((by) => (
        <Path key={by} of={of} id={id} by={by} x={x} y={y} />
      ))}
      {offers.map((offer, index) => {
        const value = offer.values?.[id];
        const place = placeOfMaker(of, offer.by);
        return (
          value && (
            <g key={offer.id} className={partyClass(place)}>
              <path className="whisker" d={`M${round(x(index))},${round(y(value.low))}V${round(y(value.high))}`} />
              <Mark party={place} x={x(index)} y={y(value.median)} />
            </g>
          )
        );
      })}
      {offers.map((offer, index) => (
        <text key={offer.id} className="note" x={round(x(index))} y={top + PANEL - 14} textAnchor="middle">
          {index + 1}
        </text>
      ))}
    </g>
  );
}

function Limit(props: {
  readonly limit: Band;
  readonly scale: ScaleLinear<number, number>;
  readonly from: number;
  readonly to: number;
  readonly party: number;
}): ReactNode {
  const { limit, scale, from, to, party } = props;
  return (
    <g className={partyClass(party)}>
      <rect
        className="band"
        x={from}
        y={round(scale(limit.high))}
        width={to - from}
        height={round(scale(limit.low) - scale(limit.high))}
      />
      <path className="limit" d={`M${from},${round(scale(limit.median))}H${to}`} />
    </g>
  );
}

interface PathProps {
  readonly of: DanceOfOffers;
  readonly id: string;
  readonly by: string;
  readonly x: (index: number) => number;
  readonly y: ScaleLinear<number, number>;
}

/** The line through one party's offers in turn, with those that it made together with others. */
function Path({ of, id, by, x, y }: PathProps): ReactNode {
  const known = of.dance.offers.flatMap((offer, index) => {
    const value = offer.values?.[id];
    return offer.by.includes(by) && value ? [{ index, value }] : [];
  });
  const joined = line<(typeof known)[number]>(
    ({ index }) => round(x(index)),
    ({ value }) => round(y(value.median)),
  )(known);
  return (
    known.length > 1 && (
      <g className={partyClass(placeOf(of, by))}>
        <path className="line" d={joined ?? ""} />
      </g>
    )
  );
}
