// What a rehearsal was, once it is over: everybody's needs laid open, what each step cost and brought, and what was missed.
import { valueStep } from "../agreements/index.js";
import { at, points, TOLERANCE } from "../math/index.js";
import type { ByPlayer, Debrief, DebriefDraft, DebriefStep, Reached, Unveiled } from "./debrief-types.js";
import { keptIn } from "./delay.js";
import { idsOf } from "./ids.js";
import { lessonsOf } from "./lessons.js";
import { measured, reachableIn, suits } from "./measures.js";
import type { Played } from "./played.js";
import { packageIn } from "./pool.js";
import { ACCEPT, answersIn } from "./session.js";
import { weightBands, weightsOf } from "./weights.js";
import { isWhole } from "./world.js";

const SHOWN = 200;

/** What several others have, on average. */
export function othersOf({ own }: Pick<Debrief, "own">, values: ByPlayer): number {
  const theirs = values.filter((_, place) => place !== own);
  return theirs.reduce((sum, value) => sum + value, 0) / Math.max(1, theirs.length);
}

export function debriefOf(played: Played): Debrief {
  const { ground, world, seat, trace } = played;
  const reachable = reachableIn(world);
  const valuesAt = (row: number): ByPlayer => world.seats.map(({ values }) => points(values[row]!));
  const reached = (row: number): Reached | null =>
    row < 0 ? null : { package: idsOf(ground.negotiation, packageIn(world.pool, row)), values: valuesAt(row) };
  const every = Math.max(1, Math.ceil(reachable.rows.length / SHOWN));
  const kept = keptIn(played.delay, trace.round);
  const { shares, fromNash } = measured(world, reachable, trace.deal, kept);
  const most = bestFor(played);
  const debrief = {
    players: world.seats.map(({ party, name }) => ({ party, name })),
    own: seat,
    noDeal: world.seats.map(({ reservation }) => points(reservation)),
    least: world.seats.map(({ least }) => points(least)),
    frontier: reachable.rows.filter((_, k) => k % every === 0).map(valuesAt),
    nash: reached(reachable.nash),
    kalaiSmorodinsky: reached(reachable.kalaiSmorodinsky),
    deal: reached(trace.deal),
    shares: reachable.nash < 0 ? null : Array.from(shares, points),
    kept: points(kept),
    fromNash: fromNash === null ? null : points(fromNash),
    steps: stepsOf(played),
    drafts: draftsOf(played),
    partly: Array.from(trace.acts).filter((act) => act >= 0 && !isWhole(world.pool, act)).length,
    missed: missedBy(played, reached),
    most: reached(most),
    truths: unveiled(played),
  };
  return { ...debrief, lessons: lessonsOf(debrief, played) };
}

function stepsOf({ world, trace, aims, seat }: Played): DebriefStep[] {
  const last = world.seats.map(() => -1);
  return Array.from(trace.acts).flatMap((act, k): DebriefStep[] => {
    if (act < 0 || !isWhole(world.pool, act)) return [];
    const by = trace.actors[k]!;
    const before = at(last, by);
    last[by] = act;
    const change = (place: number) => world.seats[place]!.values[act]! - world.seats[place]!.values[before]!;
    const sum = world.seats.reduce((all, _, place) => (place === by || before < 0 ? all : all + change(place)), 0);
    const others = sum / (world.seats.length - 1);
    const aim = at(aims, k);
    return [
      {
        by,
        round: trace.rounds[k]! + 1,
        values: world.seats.map(({ values }) => points(values[act]!)),
        cost: before < 0 ? null : points(-change(by)) + 0,
        brought: before < 0 ? null : points(others),
        kind: before < 0 ? null : valueStep(change(by), others),
        aim: by === seat ? null : points(aim),
      },
    ];
  });
}

function draftsOf({ world, trace }: Played): DebriefDraft[] {
  const valuesAt = (row: number) => world.seats.map(({ values }) => points(values[row]!));
  const first = trace.drafts[0];
  if (!first) return [];
  return [
    { round: 0, values: valuesAt(first.text), became: "first", yes: [] },
    ...trace.drafts.flatMap(({ draft, text }, round): DebriefDraft[] => {
      const next = trace.drafts[round + 1];
      if (draft === text || !next) return [];
      return [
        {
          round: round + 1,
          values: valuesAt(draft),
          became: next.text === draft ? "taken" : "refused",
          yes: answersIn(trace, round, ACCEPT),
        },
      ];
    }),
  ];
}

/** The best row for the person that enough others would have signed at their least. */
function bestFor({ world, seat }: Played): number {
  const own = world.seats[seat]!;
  for (let k = own.rows.length - 1; k >= 0; k--) {
    const row = own.rows[k]!;
    if (suits(world, row)) return row;
  }
  return -1;
}

/** Gains below this are no trade that was missed, 0–1. */
const WORTH_MISSING = 0.01;

function missedBy({ world, trace }: Played, reached: (row: number) => Reached | null): Debrief["missed"] {
  if (trace.deal < 0) return null;
  let best = { row: -1, sum: WORTH_MISSING };
  for (let row = 0; row < world.listed; row++) {
    let sum = 0;
    let worse = false;
    for (const { values } of world.seats) {
      const gain = values[row]! - values[trace.deal]!;
      if (gain < -TOLERANCE) worse = true;
      sum += gain;
    }
    if (!worse && sum > best.sum && suits(world, row)) best = { row, sum };
  }
  const found = reached(best.row);
  if (!found) return null;
  return {
    ...found,
    gains: world.seats.map(({ values }) => points(values[best.row]! - values[trace.deal]!)),
  };
}

function unveiled({ ground, world, seat, styles, beliefs }: Played): Unveiled[] {
  return world.seats.flatMap(({ party, name, worth }, other) => {
    const style = styles[other];
    const models = ground.models[other];
    if (other === seat || !style || !models) return [];
    const really = weightsOf(worth, world.offsets);
    const before = weightBands(models, world.offsets, null);
    const after = weightBands(models, world.offsets, beliefs[other]?.chances ?? null);
    const issues = ground.negotiation.issues
      .map(({ id }, issue) => ({
        issue: id,
        really: points(really[issue]!),
        before: before[issue]!,
        after: after[issue]!,
      }))
      .sort((a, b) => b.really - a.really);
    return [{ party, name, style: style.name, issues }];
  });
}
