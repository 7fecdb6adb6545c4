// The drawing of random models of a party's preferences from what was said of them, by the method that costs least for
// the case.
import { done, type Outcome, refuse } from "../case/index.js";
import { at, type Rng, stream } from "../math/index.js";
import { startChain } from "./chain.js";
import { type Feasibility, feasibility, type StatementConflict } from "./feasibility.js";
import type { Preferences } from "./preferences.js";
import {
  agrees,
  type ModelState,
  newState,
  type Prior,
  ranksOnly,
  reservationOf,
  thresholdOf,
  underPrior,
} from "./state.js";

/** How models were drawn: numbers leave one; ranks are drawn exactly, and what more was said by rejection, or along chains. */
export type Drawing = "numbers" | "exact" | "rejection" | "hit-and-run";

/** Models of one party. Where only numbers were given there is one. */
export interface Models {
  readonly party: string;
  readonly holder: string;
  readonly prior: Prior;
  readonly drawing: Drawing;
  readonly count: number;
  /** count × issues. */
  readonly weights: Float64Array;
  /** count × options. */
  readonly scores: Float64Array;
  /** count × coordinates of the reservation. */
  readonly points: Float64Array;
  /** count × options: weight times score, so that a package's value is a sum of one entry an issue. */
  readonly worth: Float64Array;
  /** One a model: what the party has without a deal. */
  readonly reservation: Float64Array;
  /** One a model: the least for which it would sign today; above the reservation where it holds out for more. */
  readonly threshold: Float64Array;
  readonly offsets: Int32Array;
  /** Statements that leave nearly no room. */
  readonly tight: StatementConflict | null;
}

export interface Draw {
  readonly models: number;
  readonly seed: number;
  readonly prior: Prior;
  /** Forces a way of drawing, for tests. */
  readonly drawing?: Drawing;
  /** What `planDrawing` found, where it was asked already. */
  readonly plan?: DrawingPlan;
}

/** Streams are fixed so that the same seed gives the same models however many workers share them. */
const CHAINS = 8;
/** Of hit-and-run there are fewer where models are few: each chain walks a long way before its first. */
const MODELS_OF_A_CHAIN = 60;
const PILOT = 2000;
/** Below this share of agreeing draws, rejection costs more than chains. */
const WORTH_REJECTING = 0.02;
/** A pilot with this share of agreeing draws need not go on. */
const CLEAR = 0.1;
const BURN_IN = 500;
const SWEEPS_BETWEEN = 30;

/**
 * Models drawn from all that agree with what was said, under one prior.
 * @returns refused where none agrees, naming the statements that conflict.
 */
export function drawModels(stated: Preferences, draw: Draw): Outcome<Models> {
  const preferences = underPrior(stated, draw.prior);
  const planned = draw.plan ? done(draw.plan) : planDrawing(preferences, draw);
  if (!planned.ok) return planned;
  const { feasible } = planned.value;
  const drawing = draw.drawing ?? planned.value.drawing;
  const count = drawing === "numbers" ? 1 : draw.models;
  const models = emptyModels(preferences, count, drawing, draw.prior, feasible.tight);
  const chains = drawing === "hit-and-run" ? chainsFor(count) : CHAINS;
  for (let chain = 0; chain < chains; chain++) {
    const [from, to] = [Math.floor((chain * count) / chains), Math.floor(((chain + 1) * count) / chains)];
    const rng = stream(draw.seed, preferences.interests.party, draw.prior, chain);
    const next =
      drawing === "hit-and-run"
        ? walker(preferences, draw.prior, feasible.state, rng)
        : rejecter(
            preferences,
            draw.prior,
            rng,
            stream(draw.seed, preferences.interests.party, draw.prior, chain, "points"),
          );
    for (let model = from; model < to; model++) {
      const state = next();
      if (!state)
        return refuse(
          `${preferences.interests.file}: what was said leaves so little room that no model was found in ${MOST_TRIES} tries. Loosen an answer about no deal.`,
        );
      keep(models, preferences, model, state);
    }
  }
  return done(models);
}

const ASSUMING: Readonly<Record<Prior, string>> = {
  independent: "",
  diminishing: " with steps that shrink toward the best option",
  equal: " with steps that are alike",
};

/** The statements in conflict, as one sentence with their places. */
export function describeConflict({ interests }: Preferences, { statements }: StatementConflict, prior: Prior): string {
  const listed = statements.map(({ label, place }) => `${label} (${place.file}:${place.line})`);
  const assuming = ASSUMING[prior];
  if (listed.length === 0)
    return `${interests.file}: the ranks alone leave no model${assuming}. Look for a rank that contradicts another.`;
  return `${interests.file}: no model agrees with the ranks${assuming} and with: ${listed.join("; ")}. Change one of them.`;
}

const chainsFor = (count: number): number => Math.max(1, Math.min(CHAINS, Math.floor(count / MODELS_OF_A_CHAIN)));

/** What drawing costs, in scores drawn: for every chain, and for every model. */
export interface DrawingCost {
  readonly drawing: Drawing;
  readonly chain: number;
  readonly each: number;
}

/** How one party's models are drawn, what that costs, and a model that agrees with everything. */
export interface DrawingPlan extends DrawingCost {
  readonly feasible: Extract<Feasibility, { readonly state: ModelState }>;
}

/** Scores drawn for so many models. */
export const drawnFor = ({ chain, each }: DrawingCost, count: number): number =>
  chain * chainsFor(count) + each * count;

/** @returns refused where no model agrees with what was said, naming the statements that conflict */
export function planDrawing(stated: Preferences, draw: Pick<Draw, "seed" | "prior">): Outcome<DrawingPlan> {
  const preferences = underPrior(stated, draw.prior);
  const feasible = feasibility(preferences, draw.prior);
  if (!feasible.state) return refuse(describeConflict(preferences, feasible.conflict, draw.prior));
  return done({ ...chooseDrawing(preferences, draw), feasible });
}

/** The way of drawing that costs least, from a pilot. */
function chooseDrawing(preferences: Preferences, { seed, prior }: Pick<Draw, "seed" | "prior">): DrawingCost {
  const { freeIssues, scores, coordinates, claims, interests, offsets } = preferences;
  // A rank that fixes every option at 0 or 1 leaves nothing to draw.
  const looseScores = scores.some(
    (score, issue) => score.levels && !score.numbers && (score.levels.length > 2 || unranked(preferences, issue)),
  );
  if (freeIssues.length < 2 && !looseScores && coordinates.length === 0)
    return { drawing: "numbers", chain: 0, each: 0 };
  const bounded = interests.weightIntervals.length > 0 || scores.some(({ intervals }) => intervals.length > 0);
  const options = at(offsets, offsets.length - 1);
  if (claims.length === 0 && !bounded) return { drawing: "exact", chain: 0, each: options };
  const state = newState(preferences);
  const propose = ranksOnly(
    preferences,
    prior,
    stream(seed, interests.party, prior, "pilot"),
    stream(seed, interests.party, prior, "pilot", "points"),
  );
  const tries = pilotOf(options);
  let [accepted, tried] = [0, 0];
  for (; tried < tries && accepted < CLEAR * tries; tried++) {
    propose(state);
    if (agrees(preferences, state)) accepted++;
  }
  return accepted >= WORTH_REJECTING * tries
    ? { drawing: "rejection", chain: 0, each: (options * tried) / accepted }
    : { drawing: "hit-and-run", chain: 2 * BURN_IN * options, each: 2 * SWEEPS_BETWEEN * options };
}

/** Draws of a pilot: fewer where each is of more options than the largest case of a few options an issue has. */
const pilotOf = (options: number): number =>
  Math.max(PILOT / 10, Math.min(PILOT, Math.floor((1500 * PILOT) / options)));

function unranked({ scores, offsets }: Preferences, issue: number): boolean {
  const { levels, between = [] } = at(scores, issue);
  return (levels ?? []).flat().length + between.length < at(offsets, issue + 1) - at(offsets, issue);
}

const MOST_TRIES = 1_000_000;

function rejecter(preferences: Preferences, prior: Prior, rng: Rng, pointsRng: Rng): () => ModelState | null {
  const state = newState(preferences);
  const propose = ranksOnly(preferences, prior, rng, pointsRng);
  return () => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      propose(state);
      if (agrees(preferences, state)) return state;
    }
    return null;
  };
}

function walker(preferences: Preferences, prior: Prior, start: ModelState, rng: Rng): () => ModelState {
  const chain = startChain(preferences, prior, start, rng);
  for (let i = 0; i < BURN_IN; i++) chain.sweep();
  return () => {
    for (let i = 0; i < SWEEPS_BETWEEN; i++) chain.sweep();
    return chain.state;
  };
}

function emptyModels(
  { interests, offsets, coordinates }: Preferences,
  count: number,
  drawing: Drawing,
  prior: Prior,
  tight: StatementConflict | null,
): Models {
  const issues = offsets.length - 1;
  return {
    party: interests.party,
    holder: interests.holder,
    prior,
    drawing,
    count,
    weights: new Float64Array(count * issues),
    scores: new Float64Array(count * at(offsets, issues)),
    points: new Float64Array(count * coordinates.length),
    worth: new Float64Array(count * at(offsets, issues)),
    reservation: new Float64Array(count),
    threshold: new Float64Array(count),
    offsets,
    tight,
  };
}

function keep(models: Models, preferences: Preferences, model: number, state: ModelState): void {
  const { offsets } = preferences;
  const issues = state.w.length;
  models.weights.set(state.w, model * issues);
  models.scores.set(state.s, model * state.s.length);
  models.points.set(state.a, model * state.a.length);
  for (let issue = 0; issue < issues; issue++) {
    for (let flat = offsets[issue]!; flat < offsets[issue + 1]!; flat++)
      models.worth[model * state.s.length + flat] = state.w[issue]! * state.s[flat]!;
  }
  models.reservation[model] = reservationOf(preferences, state);
  models.threshold[model] = thresholdOf(preferences, state);
}
