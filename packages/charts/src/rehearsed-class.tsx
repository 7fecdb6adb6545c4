// Several rehearsals of one case: what each brought to who played it and to the others, as shares of what could have been gained.
import { othersOf, type Practice } from "@parley/core/rehearsal";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { type Cast, type Chart, labelOf, placeOf } from "./chart.js";
import { AxisAcross, AxisUp, cutTo, LINE, Lines, legend, linesOf, Mark, partyClass, round } from "./marks.js";

type Pair = readonly [across: number, up: number];

export interface RehearsedClass extends Cast {
  /** One for every rehearsal that is over, in the order of its file. */
  readonly points: readonly {
    readonly label: string;
    readonly party: string;
    /** Shares of what each could have gained, 0–100, of who played and of the others on average; null where nothing suited all. */
    readonly values: Pair | null;
    /** Mean of all shares. */
    readonly together: number | null;
    readonly deal: boolean;
  }[];
  /** The best that could have been signed, once for each role and truth that was played. */
  readonly frontiers: readonly { readonly party: string; readonly pairs: readonly Pair[] }[];
}

/** The picture of several rehearsals: those that are not over are left out. */
export function rehearsedClassOf(
  rehearsals: readonly { readonly label: string; readonly state: Pick<Practice, "party" | "debrief" | "over"> }[],
  parties: Cast["parties"],
): RehearsedClass {
  const over = rehearsals.flatMap(({ label, state: { party, debrief, over: ended } }) =>
    debrief && ended ? [{ label, party, debrief, deal: ended.how === "deal" }] : [],
  );
  const frontiers = new Map<string, RehearsedClass["frontiers"][number]>();
  for (const { party, debrief } of over) {
    const { own, noDeal, frontier, players } = debrief;
    if (players.length > 2) continue;
    const gains = frontier.map((values) => values.map((value, place) => value - (noDeal[place] ?? 0)));
    const most = noDeal.map((_, place) => Math.max(...gains.map((values) => values[place] ?? 0)));
    const share = (values: readonly number[], place: number) => (100 * (values[place] ?? 0)) / (most[place] || 1);
    const pairs = gains
      .map((values): Pair => [share(values, own), share(values, 1 - own)])
      .filter((pair) => pair.every((value) => value >= 0))
      .sort((a, b) => a[0] - b[0]);
    frontiers.set(JSON.stringify([party, pairs]), { party, pairs });
  }
  return {
    parties,
    points: over.map(({ label, party, debrief, deal }) => ({
      label,
      party,
      deal,
      together: debrief.shares && debrief.shares.reduce((sum, share) => sum + share, 0) / debrief.shares.length,
      values: debrief.shares && [debrief.shares[debrief.own] ?? 0, othersOf(debrief, debrief.shares)],
    })),
    frontiers: [...frontiers.values()],
  };
}

const LEFT = 46;
const BOTTOM = 52;

export const rehearsedClass: Chart<RehearsedClass> = {
  name: "rehearsed-class",
  title: (_, { pictures }) => pictures.rehearsedClass.title,
  description: ({ points }, { pictures }) => {
    const deals = points.filter(({ deal }) => deal);
    const [best] = deals
      .flatMap(({ label, together }) => (together === null ? [] : [{ label, together }]))
      .sort((a, b) => b.together - a.together);
    return pictures.rehearsedClass.description(deals.length, points.length, best?.label ?? null);
  },
  draw: (of, width, { pictures: { rehearsedClass: words } }) => {
    const key = linesOf(words.key, width - 12);
    const who = legend(of, [...new Set(of.points.map(({ party }) => party))], width);
    const bottom = BOTTOM + LINE * key.length;
    const top = who.height + 44;
    const height = Math.round(width * (width < 500 ? 1.1 : 0.66)) + LINE * key.length + who.height;
    const deals = of.points.flatMap(({ values, deal, party }, place) =>
      values && deal ? [{ values, party, number: place + 1 }] : [],
    );
    const all = [...deals.map(({ values }) => values), ...of.frontiers.flatMap(({ pairs }) => pairs)];
    const domain = (place: 0 | 1): [number, number] => [
      Math.min(0, ...all.map((values) => values[place])),
      Math.max(100, ...all.map((values) => values[place])),
    ];
    const x = scaleLinear()
      .domain(domain(0))
      .range([LEFT, width - 24]);
    const y = scaleLinear()
      .domain(domain(1))
      .range([height - bottom, top]);
    const [least, most] = [x.range()[0] ?? 0, x.range()[1] ?? 0];
    const floor = y.range()[0] ?? 0;
    const path = line<Pair>(
      ([across]) => round(x(across)),
      ([, up]) => round(y(up)),
    );
    // Many come to the same package: one place has one label, with all of their numbers.
    const places = new Map<string, { readonly values: Pair; readonly numbers: number[] }>();
    for (const { values, number } of deals) {
      const key = values.map(Math.round).join(" ");
      const there = places.get(key) ?? { values, numbers: [] };
      there.numbers.push(number);
      places.set(key, there);
    }
    const numbersOf = (those: (point: RehearsedClass["points"][number]) => boolean) =>
      of.points.flatMap((point, place) => (those(point) ? [`${place + 1}`] : [])).join(", ");
    const [none, unsuited] = [numbersOf(({ deal }) => !deal), numbersOf(({ deal, values }) => deal && !values)];
    const atOrigin = [
      ...(unsuited === "" ? [] : [words.unsuited(unsuited)]),
      ...(none === "" ? [] : [words.noDeal(none)]),
    ];
    return {
      height,
      marks: (
        <>
          {who.marks}
          <AxisAcross scale={x} at={floor} reach={floor - top} ticks={x.ticks(5)} />
          <AxisUp scale={y} at={least} reach={most - least} ticks={y.ticks(5)} />
          <Lines x={0} y={who.height + 16} lines={[cutTo(words.up, width - 12)]} />
          <Lines x={most} y={floor + 38} anchor="end" lines={[cutTo(words.across, width - 12)]} />
          <Lines x={0} y={height - 8 - LINE * (key.length - 1)} className="note" lines={key} />
          {of.frontiers.map(({ party, pairs }) => (
            <g key={`${party} ${JSON.stringify(pairs)}`} className={partyClass(placeOf(of, party))}>
              <path className="line" d={pairs.length > 1 ? (path([...pairs]) ?? "") : ""} />
            </g>
          ))}
          {deals.map(({ values, party, number }) => (
            <Mark key={number} party={placeOf(of, party)} x={x(values[0])} y={y(values[1])} size={90} />
          ))}
          {[...places.values()].map(({ values: [across, up], numbers }) => {
            const text = cutTo(numbers.join(", "), (most - least) / 2);
            // Towards the middle, where there is room.
            const before = across > 60;
            return (
              <text
                key={text}
                className="strong"
                x={round(x(across) + (before ? -8 : 8))}
                y={round(y(up) - 7)}
                textAnchor={before ? "end" : "start"}
              >
                {text}
              </text>
            );
          })}
          {atOrigin.length > 0 && (
            <g>
              <Mark party={-1} x={x(0)} y={y(0)} size={60} />
              <Lines
                x={x(0) + 10}
                y={y(0) - 8 - LINE * (atOrigin.length - 1)}
                lines={atOrigin.map((text) => cutTo(text, most - least - 20))}
              />
            </g>
          )}
        </>
      ),
    };
  },
  figures: (of, { pictures: { rehearsedClass: words } }) => ({
    head: words.head,
    rows: of.points.map(({ label, party, values }, place) => [
      `${place + 1}`,
      label,
      labelOf(of, party),
      ...(values ?? [null, null]).map((value) => value?.toFixed(0) ?? words.none),
    ]),
  }),
};
