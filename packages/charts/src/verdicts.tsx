// Who would sign each offer, and whether its part of what there is to gain is what the solutions give it.
import { atAGlance, type Band, FAIR_MARGIN, type OfferAssessment, type Wording } from "@parley/core/internal";
import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import { type Cast, type Chart, labelOf, nameOf, placeOf, type Scene } from "./chart.js";
import { cutTo, LINE, Lines, linesOf, Mark, partyClass, round, widthOf } from "./marks.js";

export interface Verdicts extends Cast {
  readonly offers: readonly OfferAssessment[];
}

const negotiating = ({ verdicts }: OfferAssessment): string[] => (verdicts[0]?.parties ?? []).map(({ party }) => party);

const accepting = ({ verdicts }: OfferAssessment, id: string): number[] =>
  verdicts.map(({ parties }) => parties.find(({ party }) => party === id)?.accepts ?? 0);

const splitsOf = ({ verdicts }: OfferAssessment, id: string) =>
  verdicts.flatMap(({ split }) => split.filter(({ party }) => party === id));

const signsOf = (offer: OfferAssessment, id: string) => ({
  chances: accepting(offer, id),
  certain: offer.verdicts.every(({ certain }) => certain),
});

const scaled = ({ median, low, high }: Band): Band => ({ median: 100 * median, low: 100 * low, high: 100 * high });

/** The least and the most over the priors. */
function fairOf(offer: OfferAssessment, id: string): readonly [number, number] | null {
  const ends = splitsOf(offer, id).flatMap(({ fair }) => fair.map((end) => 100 * end));
  return ends.length === 0 ? null : [Math.min(...ends), Math.max(...ends)];
}

export const verdicts: Chart<Verdicts> = {
  name: "verdicts",
  title: (_, { pictures }) => pictures.verdicts.title,
  description: (of, { pictures }) =>
    pictures.verdicts.description(
      of.offers.map((offer) => ({
        name: offer.name,
        parties: negotiating(offer).map((id) => ({ name: nameOf(of, id), glance: atAGlance(offer, id) })),
      })),
    ),
  draw: (of, width, wording) => {
    const words = wording.pictures.verdicts;
    const columns = layout(of, width);
    const known = of.offers.some((offer) => negotiating(offer).length > 0);
    const head = known && (
      <>
        <Lines x={columns.signs} y={15} lines={[words.wouldSign]} className="note" />
        <Lines x={columns.part} y={15} lines={linesOf(words.part, width - columns.part)} className="note" />
      </>
    );
    let y = known ? columns.head : 0;
    const marks = of.offers.map((offer) => {
      const drawn = offerRows(of, offer, columns, y, width, wording);
      y += drawn.height;
      return <g key={offer.id}>{drawn.marks}</g>;
    });
    return {
      height: y,
      marks: (
        <>
          {head}
          {marks}
        </>
      ),
    };
  },
  figures: (of, { pictures: { verdicts: words } }) => ({
    head: words.figures.head,
    rows: of.offers.flatMap((offer) =>
      negotiating(offer).map((id) =>
        words.figures.row({
          ...signsOf(offer, id),
          offer: offer.name,
          party: nameOf(of, id),
          glance: atAGlance(offer, id),
          parts: partsOf(offer, id),
          several: offer.verdicts.length > 1,
          fair: fairOf(offer, id),
        }),
      ),
    ),
  }),
};

const partsOf = ({ verdicts }: OfferAssessment, id: string) =>
  verdicts.flatMap(({ prior, split }) =>
    split.filter(({ party }) => party === id).map(({ part }) => ({ prior, band: scaled(part) })),
  );

interface Columns {
  readonly head: number;
  readonly signs: number;
  readonly signsWidth: number;
  readonly part: number;
  readonly partWidth: number;
  /** Where the words stand: in a column of their own; null: above the strips, beside the party's name or under it. */
  readonly words: number | null;
}

/** Beside each other where there is room for the longest name, else under each other. */
const layout = (of: Verdicts, width: number): Columns =>
  width >= 700 && of.offers.flatMap(negotiating).every((id) => widthOf(labelOf(of, id)) <= 130)
    ? { head: 30, signs: 158, signsWidth: 70, part: 328, partWidth: 150, words: 490 }
    : { head: 50, signs: 0, signsWidth: 60, part: 160, partWidth: width - 160, words: null };

function offerRows(
  of: Verdicts,
  offer: OfferAssessment,
  columns: Columns,
  top: number,
  width: number,
  { assessment, pictures }: Wording,
): Scene {
  const lines = linesOf(offer.name, width);
  const ids = negotiating(offer);
  let y = top + LINE * lines.length + 8;
  const rows = ids.map((id) => {
    const glance = atAGlance(offer, id);
    const words = glance === null ? "" : assessment.glances[glance];
    const below = columns.words === null && 22 + widthOf(labelOf(of, id)) + 1.1 * widthOf(words) + 12 > width;
    const row = (
      <PartyRow
        key={id}
        of={of}
        offer={offer}
        id={id}
        columns={columns}
        top={y}
        width={width}
        words={words}
        signs={pictures.verdicts.signs(signsOf(offer, id))}
        below={below}
      />
    );
    y += columns.words === null ? (below ? 76 : 56) : 30;
    return row;
  });
  const unknown = ids.length === 0 ? linesOf(pictures.verdicts.unknown, width) : [];
  return {
    height: y - top + LINE * unknown.length + 14,
    marks: (
      <>
        <Lines x={0} y={top + 16} lines={lines} className="strong" />
        <Lines x={0} y={y + 14} lines={unknown} />
        {rows}
      </>
    ),
  };
}

interface PartyRowProps {
  readonly of: Verdicts;
  readonly offer: OfferAssessment;
  readonly id: string;
  readonly columns: Columns;
  readonly top: number;
  readonly width: number;
  readonly words: string;
  readonly signs: string;
  /** The words do not fit beside the name. */
  readonly below: boolean;
}

function PartyRow({ of, offer, id, columns, top, width, words, signs, below }: PartyRowProps): ReactNode {
  const place = placeOf(of, id);
  const y = columns.words !== null ? top : below ? top + 44 : top + 24;
  const atEnd = columns.words === null && !below;
  return (
    <g className={partyClass(place)}>
      <Mark party={place} x={8} y={top + 9} />
      <text x={22} y={top + 14}>
        {cutTo(labelOf(of, id), width - 24)}
      </text>
      <text
        x={columns.words ?? (atEnd ? width : 22)}
        y={below ? top + 34 : top + 14}
        textAnchor={atEnd ? "end" : "start"}
        className="strong"
      >
        {words}
      </text>
      <SignsStrip chances={accepting(offer, id)} x={columns.signs} y={y} width={columns.signsWidth} />
      <text x={columns.signs + columns.signsWidth + 6} y={y + 14}>
        {signs}
      </text>
      <PartStrip offer={offer} id={id} x={columns.part} y={y} width={columns.partWidth} />
    </g>
  );
}

const STRIP = 14;
/** Within this of what the solutions give, a part is even. */
const MARGIN = 100 * FAIR_MARGIN;

function SignsStrip(props: {
  readonly chances: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
}): ReactNode {
  const [least, most] = [Math.min(...props.chances), Math.max(...props.chances)];
  return (
    <>
      <rect className="shade" x={props.x} y={props.y + 2} width={props.width} height={STRIP} />
      <rect className="band" x={props.x} y={props.y + 2} width={round(most * props.width)} height={STRIP} />
      <rect className="bar" x={props.x} y={props.y + 2} width={round(least * props.width)} height={STRIP} />
    </>
  );
}

/** The band under each prior, its median as a line; the white stretch is what the solutions give. */
function PartStrip(props: {
  readonly offer: OfferAssessment;
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}): ReactNode {
  const { offer, id, x, y, width } = props;
  const fair = fairOf(offer, id);
  if (!fair)
    return (
      <text className="note" x={x} y={y + 14}>
        –
      </text>
    );
  const scale = scaleLinear()
    .domain([0, 100])
    .range([x, x + width]);
  const [least, most] = fair;
  return (
    <>
      <rect className="shade" x={x} y={y + 2} width={width} height={STRIP} />
      <rect
        className="open"
        x={round(scale(least - MARGIN))}
        y={y}
        width={round(scale(most + MARGIN) - scale(least - MARGIN))}
        height={STRIP + 4}
      />
      {splitsOf(offer, id).map(({ part }, index) => {
        const band = scaled(part);
        const height = STRIP / offer.verdicts.length;
        const from = y + 2 + index * height;
        return (
          <g key={`${band.low} ${band.high}`}>
            <rect
              className="band"
              x={round(scale(band.low))}
              y={round(from)}
              width={round(scale(band.high) - scale(band.low))}
              height={round(height)}
            />
            <rect className="bar" x={round(scale(band.median) - 2)} y={round(from)} width={4} height={round(height)} />
          </g>
        );
      })}
    </>
  );
}
