// A rehearsal that is over: every offer by what it was really worth to both, before what could have been signed.
import type { Wording } from "@parley/core/internal";
import type { ByPlayer, Practice } from "@parley/core/rehearsal";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { ReactNode } from "react";
import { type Cast, type Chart, nameOf, placeOf, spokenOf } from "./chart.js";
import { AxisAcross, AxisUp, cutTo, LINE, Lines, linesOf, Mark, partyClass, round } from "./marks.js";

type Pair = readonly [across: number, up: number];

/** One point of it. */
type Point = Parameters<Wording["pictures"]["rehearsedDance"]["name"]>[0];

export interface RehearsedDance extends Cast {
  /** Whose points are across, and whose are up. */
  readonly own: string;
  readonly other: string;
  /** Whether others play too: then the best of these two is no line, for others gain by what they give up. */
  readonly several: boolean;
  /** Packages that leave nothing on the table. */
  readonly frontier: readonly Pair[];
  /** Offers, or the texts and drafts of a mediator, in their order; then what stands beside them. Makers by their ids. */
  readonly points: readonly Point[];
}

/** The picture of a rehearsal that is over, against one of its counterparts. @param other its place among the players */
export function rehearsedDanceOf(
  { debrief }: Pick<Practice, "debrief">,
  parties: Cast["parties"],
  other: number,
): RehearsedDance | null {
  if (!debrief) return null;
  const { own, players, frontier, steps, drafts, noDeal, nash, kalaiSmorodinsky, deal } = debrief;
  const pair = (values: ByPlayer): Pair => [values[own] ?? 0, values[other] ?? 0];
  const [mine, theirs] = [players[own]?.party ?? "", players[other]?.party ?? ""];
  const beside = (kind: Point["kind"], values: ByPlayer | undefined): Point[] =>
    values ? [{ kind, by: null, round: null, values: pair(values) }] : [];
  return {
    parties,
    own: mine,
    other: theirs,
    several: players.length > 2,
    frontier: frontier.map(pair).sort((a, b) => a[0] - b[0]),
    points: [
      ...steps
        .filter(({ by }) => by === own || by === other)
        .map(
          ({ by, round: made, values }): Point => ({
            kind: "offer",
            by: by === own ? mine : theirs,
            round: made,
            values: pair(values),
          }),
        ),
      ...drafts.map(
        ({ round: made, values, became }): Point => ({
          kind: became === "refused" ? "refused" : "text",
          by: null,
          round: became === "first" ? 0 : made,
          values: pair(values),
        }),
      ),
      ...beside("deal", deal?.values),
      ...beside("noDeal", noDeal),
      ...beside("nash", nash?.values),
      ...beside("kalaiSmorodinsky", kalaiSmorodinsky?.values),
    ],
  };
}

const LEFT = 46;
const BOTTOM = 52;
const TOP = 30;

const offersIn = ({ points }: RehearsedDance) => points.filter(({ kind }) => kind === "offer");
const textsIn = ({ points }: RehearsedDance) => points.filter(({ kind }) => kind === "text");
const draftsIn = ({ points }: RehearsedDance) => points.filter(({ kind }) => kind === "text" || kind === "refused");
const oneOf = ({ points }: RehearsedDance, kind: Point["kind"]) => points.find((point) => point.kind === kind) ?? null;
/** A point that is named by its maker's name. */
const named = (of: RehearsedDance, point: Point): Point =>
  point.by === null ? point : { ...point, by: nameOf(of, point.by) };

export const rehearsedDance: Chart<RehearsedDance> = {
  name: "rehearsed-dance",
  title: (_, { pictures }) => pictures.rehearsedDance.title,
  description: (of, { pictures }) =>
    pictures.rehearsedDance.description(
      offersIn(of).length + draftsIn(of).length,
      draftsIn(of).length > 0,
      nameOf(of, of.own),
      nameOf(of, of.other),
      oneOf(of, "deal")?.values ?? null,
    ),
  draw: (of, width, { pictures: { rehearsedDance: words } }) => {
    const key = linesOf(words.key(of.several, draftsIn(of).length > 0), width - 12);
    const bottom = BOTTOM + LINE * key.length;
    const height = Math.round(width * (width < 500 ? 1.1 : 0.72)) + LINE * key.length;
    const all = [...of.frontier, ...of.points.map(({ values }) => values)];
    const x = scaleOf(
      all.map(([across]) => across),
      [LEFT, width - 16],
    );
    const y = scaleOf(
      all.map(([, up]) => up),
      [height - bottom, TOP],
    );
    const [least, most] = [x.range()[0] ?? 0, x.range()[1] ?? 0];
    const [floor, top] = [y.range()[0] ?? 0, y.range()[1] ?? 0];
    const none = oneOf(of, "noDeal");
    return {
      height,
      marks: (
        <>
          <AxisAcross scale={x} at={floor} reach={floor - top} ticks={x.ticks(5)} />
          <AxisUp scale={y} at={least} reach={most - least} ticks={y.ticks(5)} />
          <Lines x={0} y={16} lines={[cutTo(words.axis(spokenOf(of, of.other)), width - 12)]} />
          <Lines x={most} y={floor + 38} anchor="end" lines={[cutTo(words.axis(spokenOf(of, of.own)), width - 12)]} />
          <Lines x={0} y={height - 8 - LINE * (key.length - 1)} className="note" lines={key} />
          {none && (
            <>
              <path
                className={`limit ${partyClass(placeOf(of, of.own))}`}
                d={`M${round(x(none.values[0]))},${floor}V${top}`}
              />
              <path
                className={`limit ${partyClass(placeOf(of, of.other))}`}
                d={`M${least},${round(y(none.values[1]))}H${most}`}
              />
            </>
          )}
          {of.several ? (
            of.frontier.map(([across, up]) => (
              <circle key={`${across} ${up}`} className="note" cx={round(x(across))} cy={round(y(up))} r={1.5} />
            ))
          ) : (
            <path className="line" d={pathOf(of.frontier, x, y)} />
          )}
          {[of.own, of.other].map((id) => (
            <g key={id} className={partyClass(placeOf(of, id))}>
              <path
                className="line"
                d={pathOf(
                  offersIn(of)
                    .filter(({ by }) => by === id)
                    .map(({ values }) => values),
                  x,
                  y,
                )}
              />
            </g>
          ))}
          {offersIn(of).map(({ by, values, round: made }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: offers have no other name
            <g key={index}>
              <Mark party={placeOf(of, by)} x={x(values[0])} y={y(values[1])} size={60} />
              <text className="note" x={round(x(values[0]) + 7)} y={round(y(values[1]) - 7)}>
                {made}
              </text>
            </g>
          ))}
          {textsIn(of).length > 1 && (
            <path
              className="line"
              d={pathOf(
                textsIn(of).map(({ values }) => values),
                x,
                y,
              )}
            />
          )}
          {draftsIn(of).map(({ kind, values, round: made }) => (
            <g key={made}>
              <Mark party={-1} x={x(values[0])} y={y(values[1])} size={40} hollow={kind === "refused"} />
              <text className="note" x={round(x(values[0]) + 7)} y={round(y(values[1]) - 7)}>
                {made}
              </text>
            </g>
          ))}
          {(["nash", "kalaiSmorodinsky", "deal"] as const).map((kind) => {
            const point = oneOf(of, kind);
            return (
              point && (
                <Labelled key={kind} at={point.values} x={x} y={y} text={words.short[kind]} deal={kind === "deal"} />
              )
            );
          })}
        </>
      ),
    };
  },
  figures: (of, { pictures: { rehearsedDance: words } }) => ({
    head: words.head(nameOf(of, of.own), nameOf(of, of.other)),
    rows: of.points.map((point) => [words.name(named(of, point)), ...point.values.map((value) => value.toFixed(0))]),
  }),
};

const scaleOf = (values: readonly number[], range: [number, number]): ScaleLinear<number, number> =>
  scaleLinear()
    .domain([Math.max(0, Math.min(...values) - 4), Math.min(100, Math.max(...values) + 3)])
    .range(range);

const pathOf = (points: readonly Pair[], x: ScaleLinear<number, number>, y: ScaleLinear<number, number>): string =>
  points.length < 2
    ? ""
    : (line<Pair>(
        ([across]) => round(x(across)),
        ([, up]) => round(y(up)),
      )([...points]) ?? "");

function Labelled(props: {
  readonly at: Pair;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly text: string;
  readonly deal: boolean;
}): ReactNode {
  const { at, x, y, text, deal } = props;
  return (
    <g>
      <Mark party={-1} x={x(at[0])} y={y(at[1])} size={deal ? 130 : 60} />
      <text className={deal ? "strong" : ""} x={round(x(at[0]) - 8)} y={round(y(at[1]) + 18)} textAnchor="end">
        {text}
      </text>
    </g>
  );
}
