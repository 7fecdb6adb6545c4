// Every chart on real cases: what the gallery shows and what the snapshot test compares.
import {
  type AnalysisOptions,
  assess,
  bargainingMap,
  type Case,
  dance,
  monitor,
  type Outcome,
  positions,
  readingWorths,
  readRows,
  roadmap,
  terms,
  verify,
} from "@parley/core/internal";
import { type OwnMove, type Practice, practice, tournament } from "@parley/core/rehearsal";
import { observationsOf, readCase } from "../../../test/read-case.js";
import {
  bargainingMapChart,
  type Chart,
  danceOfOffers,
  detectionByEffort,
  exposureAgainstTime,
  givesAndGets,
  goalTracks,
  keptInTime,
  positionDrift,
  type RehearsedClass,
  type RehearsedDance,
  readings,
  rehearsedClass,
  rehearsedClassOf,
  rehearsedDance,
  rehearsedDanceOf,
  roadInTime,
  stocksInTime,
  stylesAgainstStyles,
  stylesCopied,
  verdicts,
} from "../src/index.js";

/** A chart with something to draw. */
export interface Example {
  readonly name: string;
  readonly chart: Chart<never>;
  readonly of: never;
}

function value<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.reasons.join("\n"));
}

const example = <Of>(name: string, chart: Chart<Of>, of: Of): Example => ({
  name: `${chart.name}-${name}`,
  chart: chart as Chart<never>,
  of: of as never,
});

/** Every chart that a case gives something to draw. */
export function examplesOf(
  name: string,
  negotiation: Case,
  options: AnalysisOptions,
  observations: string = "",
): Example[] {
  const { parties, issues } = negotiation;
  const optionName = (issue: string, id: string) =>
    issues.find((one) => one.id === issue)?.options.find((one) => one.id === id)?.name ?? id;
  // Where no offer is on record, each issue's last option together stand for one.
  const made = Object.fromEntries(issues.map((issue) => [issue.id, issue.options.at(-1)?.id ?? ""]));
  const assessed = assess(negotiation, options);
  const { offers } = value(assessed.ok ? assessed : assess(negotiation, { ...options, package: made }));
  const map = bargainingMap(negotiation, options);
  const steps = value(dance(negotiation, options));
  const drift = value(positions(negotiation, options));
  const worths = value(readingWorths(negotiation, options)).readings;
  const words = value(terms(negotiation, options)).terms;
  const checked = verify(negotiation, { asOf: options.asOf ?? "2020-06-30" });
  const watched = monitor(negotiation, readRows(negotiation, observations), { asOf: options.asOf ?? "2020-06-30" });
  const games = tournament(negotiation, { ...options, truths: 3, games: 1, rounds: 10, openings: false });
  const rehearsed = rehearsalsOf(negotiation, options);
  const road = negotiation.commitments.length > 0 ? value(roadmap(negotiation, options)) : null;
  return [
    example(name, verdicts, { parties, offers }),
    ...offers
      .filter(({ progress }) => progress.length > 0)
      .slice(0, 2)
      .map((offer) => example(`${name}-${offer.id}`, goalTracks, { name: offer.name, goals: offer.progress })),
    ...offers
      .filter(({ moves }) => moves.length > 0)
      .map((offer) => example(`${name}-${offer.id}`, givesAndGets, { parties, offer, optionName })),
    ...(map.ok
      ? map.value.plots.map((plot) =>
          example(`${name}-${plot.across}-${plot.up}`, bargainingMapChart, { parties, map: map.value, plot }),
        )
      : []),
    ...(steps.offers.length > 1 && Object.keys(steps.reservation).length > 0
      ? [example(name, danceOfOffers, { parties, dance: steps })]
      : []),
    ...(rehearsed.first ? [example(name, rehearsedDance, rehearsed.first)] : []),
    ...(rehearsed.text ? [example(`${name}-text`, rehearsedDance, rehearsed.text)] : []),
    ...(games.ok ? [example(name, stylesAgainstStyles, games.value), example(name, stylesCopied, games.value)] : []),
    ...(rehearsed.all.points.length > 0 ? [example(name, rehearsedClass, rehearsed.all)] : []),
    ...[...new Set(drift.tracks.map(({ issue }) => issue))].map((issue) =>
      example(`${name}-${issue}`, positionDrift, { parties, positions: drift, issue }),
    ),
    ...(road ? [example(name, roadInTime, { parties, map: road, course: road.course })] : []),
    ...(road ? [example(name, exposureAgainstTime, { parties, map: road, plan: road })] : []),
    ...(checked.ok && checked.value.ways.length > 0
      ? [example(name, detectionByEffort, { found: checked.value })]
      : []),
    ...(checked.ok
      ? checked.value.inventories
          .filter(({ scenarios }) => scenarios.length > 0)
          .map((inventory) => example(`${name}-${inventory.id}`, stocksInTime, { inventory, days: checked.value.days }))
      : []),
    ...(watched.ok ? [example(name, keptInTime, { parties, found: watched.value.standing() })] : []),
    ...words.map(({ id, name: term }) =>
      example(`${name}-${id}`, readings, { parties, term, readings: worths.filter((one) => one.term === id) }),
    ),
  ];
}

/** A rehearsal of a party that asks for the last option of every issue and then gives one after another; null where none can be played. */
function practised(
  { issues }: Case,
  party: string,
  play: (moves: readonly OwnMove[]) => Outcome<Practice>,
): Practice | null {
  const moves = Array.from(
    { length: 6 },
    (_, given): OwnMove => ({
      kind: "offer",
      package: Object.fromEntries(
        issues.map(({ id, options: all, today }, k) => [id, (k < given ? all[today] : all.at(-1))?.id ?? ""]),
      ),
    }),
  );
  for (let count = moves.length; count > 0; count--) {
    const state = play(moves.slice(0, count));
    if (state.ok && state.value.debrief?.players.some((player) => player.party !== party)) return state.value;
  }
  return null;
}

/** A single text of which a party takes every other draft; null where none can be played. */
function mediated(play: (moves: readonly OwnMove[]) => Outcome<Practice>): Practice | null {
  for (const moves: OwnMove[] = []; ; moves.push({ kind: moves.length % 2 === 0 ? "accept" : "keep" })) {
    const state = play(moves);
    if (!state.ok) return null;
    if (!state.value.asked) return state.value;
    if (state.value.asked.draft === null) {
      const signed = play([...moves, { kind: "accept" }]);
      return signed.ok ? signed.value : null;
    }
  }
}

/** A class: every party played against counterparts of several kinds. */
const CLASS = ["linear", "conceder", "hard-liner", "problem-solver"];

function rehearsalsOf(
  negotiation: Case,
  options: AnalysisOptions,
): { first: RehearsedDance | null; text: RehearsedDance | null; all: RehearsedClass } {
  const { parties } = negotiation;
  const players = parties.filter(({ role }) => role === "negotiating").map(({ id }) => id);
  const of = (party: string, against: string) =>
    practised(negotiation, party, (moves) =>
      practice(negotiation, { ...options, party, against, rounds: moves.length }, moves),
    );
  const states = players.flatMap((party) =>
    CLASS.flatMap((against) => {
      const state = of(party, against);
      return state ? [{ label: `${party}-${against}.yaml`, state }] : [];
    }),
  );
  const first = states.find(({ state }) => state.party === players[0] && state.against === CLASS[0])?.state;
  const other = first?.debrief?.players.findIndex(({ party }) => party !== players[0]) ?? -1;
  const text = mediated((moves) =>
    practice(
      negotiation,
      { ...options, party: players[0] ?? "", protocol: "single-text", rounds: 10, against: "boulware" },
      moves,
    ),
  );
  return {
    text: text ? rehearsedDanceOf(text, parties, other) : null,
    first: first ? rehearsedDanceOf(first, parties, other) : null,
    all: rehearsedClassOf(states, parties),
  };
}

const SHOWN = ["hanoi-2019", "panama-1977", "itex-cypress", "jcpoa-2015", "six-party-2007"];

/** The gallery: a few of each, on cases of unlike kinds. */
export function gallery(): Example[] {
  const all = SHOWN.flatMap((name) => {
    const negotiation = readCase(name);
    return examplesOf(name, negotiation, { models: 200, asOf: negotiation.asOf ?? "2019-02-24" }, observationsOf(name));
  });
  const seen = new Map<string, number>();
  return all.filter(({ chart }) => {
    seen.set(chart.name, (seen.get(chart.name) ?? 0) + 1);
    return (seen.get(chart.name) ?? 0) <= 3;
  });
}
