// Players that follow a style: what each would offer next, and whether it takes what lies on the table.
import { type Rng, TOLERANCE } from "../math/index.js";
import type { Beliefs } from "./beliefs.js";
import { packageIn } from "./pool.js";
import { ACCEPT, isSigning, KEEP, mayAccept, type Player, type Turn, WALK } from "./session.js";
import type { Accepting, Bidding, Style } from "./styles.js";
import { firstAtLeast, isWhole, type Seat, signs, type World } from "./world.js";

/** The levels of a party's own offers on record, as shares of what it could win, and the pace between them. */
export interface RecordedPace {
  readonly from: number;
  readonly to: number;
  readonly pace: number;
}

export interface AgentSetting {
  readonly world: World;
  readonly seat: number;
  readonly style: Style;
  readonly rounds: number;
  /** What a round costs of a gain. */
  readonly delay: number;
  /** What it believes of every other seat, by seat; null at its own. */
  readonly beliefs: readonly (Beliefs | null)[];
  /** Rows among which it looks for what suits the others too, by its own value ascending: few, and chosen once for a world. */
  readonly candidates: Uint32Array;
  /** Whether it keeps to these rows whatever its style, as a person would who offers nothing that serves nobody. */
  readonly sensible: boolean;
  readonly rng: Rng;
  /** For a style that plays as on record. */
  readonly recorded: RecordedPace | null;
}

/** A player that can be asked what it was after. */
export interface Agent extends Player {
  /** The least value to itself that it was ready to offer in its last turn, 0–1. */
  readonly aim: () => number;
}

/** What a way of bidding makes of a turn: the row that it would offer, and the least that it aims at. */
interface Plan {
  readonly row: number;
  readonly aim: number;
}

interface Bidder {
  readonly plan: (time: number) => Plan;
  /** Told that the plan was carried out. */
  readonly made?: (row: number) => void;
  readonly hears?: (row: number) => void;
}

/** A player. A turn costs the logarithm of the packages; styles that trade off look at all candidates × issues. */
export function agentOf(setting: AgentSetting): Agent {
  const { world, seat, style, rounds, beliefs } = setting;
  const own = world.seats[seat]!;
  const bidder = bidderOf(setting, style.bidding);
  const takes = takerOf(style.accepting, own, setting);
  const models = learns(style) ? beliefs : [];
  let last = -1;
  let aim = own.best;
  /** A round after which somebody says that it walks out, and how far that is believed. */
  let warning = { round: Number.POSITIVE_INFINITY, belief: BELIEVED };
  const timeIn = ({ round, time }: Turn) => {
    if (round > warning.round) warning = { round: Number.POSITIVE_INFINITY, belief: warning.belief / 2 };
    if (warning.round >= rounds) return time;
    // As time ends in the last round, so it would in the round after which somebody walks out.
    const shorter = warning.round > 0 ? Math.max(time, Math.min(1, round / warning.round)) : 1;
    return (1 - warning.belief) * time + warning.belief * shorter;
  };
  return {
    aim: () => aim,
    warned: (_, round) => {
      // One that is put off was not meant: it is believed less, like one that has passed.
      const putOff = Number.isFinite(warning.round) && round > warning.round;
      warning = { round, belief: putOff ? warning.belief / 2 : warning.belief };
    },
    hears: (by, act, turn) => {
      if (turn.text >= 0) hearsAnswer(world, models[by], act, turn);
      if (act < 0) return;
      if (last >= 0 && turn.by === seat) models[by]?.refused(packageIn(world.pool, last), turn.time);
      models[by]?.offered(packageIn(world.pool, act), turn.time);
      bidder.hears?.(act);
      takes.hears(own.values[act]!, turn);
    },
    act: (turn) => {
      if (own.rows.length === 0) return WALK;
      const time = timeIn(turn);
      const plan = bidder.plan(time);
      aim = plan.aim;
      if (turn.text >= 0)
        return prefers(world, own, turn) ||
          (mayAccept(world, seat, turn) && takes.takes(own.values[turn.standing]!, own.values[plan.row]!, turn))
          ? ACCEPT
          : KEEP;
      if (mayAccept(world, seat, turn) && takes.takes(own.values[turn.standing]!, own.values[plan.row]!, turn))
        return ACCEPT;
      last = completing(setting, turn, plan) ?? plan.row;
      if (last === plan.row) bidder.made?.(plan.row);
      return last;
    },
  };
}

/** Learns from a yes or no to a draft. A signature ends the game, so nothing is learned from it. */
export function hearsAnswer({ pool }: World, belief: Beliefs | null | undefined, act: number, turn: Turn): void {
  if ((act !== ACCEPT && act !== KEEP) || isSigning(turn)) return;
  belief?.answered(packageIn(pool, turn.standing), packageIn(pool, turn.text), act === ACCEPT, turn.time);
}

/** Whether a draft is at least as good for a seat as the text, or, where the text is to be signed, as no deal. */
function prefers(world: World, own: Seat, turn: Turn): boolean {
  const { standing, text } = turn;
  if (isSigning(turn)) return signs(world, own, text);
  if (own.crossed(packageIn(world.pool, standing))) return false;
  return own.values[standing]! >= own.values[text]! - TOLERANCE || own.crossed(packageIn(world.pool, text));
}

/** How far a warning is believed the first time; half as far whenever one was not made true. */
const BELIEVED = 0.6;

/** Whether a style makes use of what it believes of others. */
export const learns = ({ bidding }: Style): boolean =>
  (bidding.kind === "time" && bidding.trades) || bidding.kind === "reciprocal" || bidding.kind === "principled";

/** A whole package that keeps to what another proposed in part, where one gives as much as the plan aims at. */
function completing(
  { world, seat, candidates, beliefs }: AgentSetting,
  { standing, by }: Turn,
  { aim }: Plan,
): number | null {
  if (standing < 0 || by === seat || isWhole(world.pool, standing)) return null;
  const wanted = packageIn(world.pool, standing);
  const own = world.seats[seat]!;
  const kept = (row: number) =>
    packageIn(world.pool, row).every((option, issue) => wanted[issue]! < 0 || wanted[issue] === option);
  const from = firstAtLeast(own.sorted, aim - TOLERANCE);
  // The nearest rows above the aim, beside the candidates: a bounded look.
  const near = own.rows.subarray(from, from + 512);
  return bestFor(
    world,
    beliefs,
    [...candidates.filter((row) => own.values[row]! >= aim - TOLERANCE), ...near].filter(kept),
  );
}

/** The row that is thought to be best for the others; null among none. */
function bestFor(world: World, beliefs: AgentSetting["beliefs"], rows: Iterable<number>): number | null {
  let best: { row: number | null; value: number } = { row: null, value: Number.NEGATIVE_INFINITY };
  for (const row of rows) {
    const value = othersValue(world, beliefs, row);
    if (value > best.value + TOLERANCE) best = { row, value };
  }
  return best.row;
}

/** What a row is thought to be worth to the others together. */
function othersValue({ pool, offsets }: World, beliefs: AgentSetting["beliefs"], row: number): number {
  let sum = 0;
  for (const belief of beliefs) {
    if (belief === null) continue;
    const { worth } = belief;
    for (let issue = 0; issue < pool.issues; issue++)
      sum += worth[offsets[issue]! + Math.max(0, pool.options[row * pool.issues + issue]!)]!;
  }
  return sum;
}

function bidderOf(setting: AgentSetting, bidding: Bidding): Bidder {
  const { world, seat, recorded, sensible } = setting;
  const own = world.seats[seat]!;
  const room = own.best - own.least;
  const falling = (shareAt: (time: number) => number, trades = false): Bidder => ({
    plan: (time) => {
      const aim = own.least + room * Math.max(0, Math.min(1, shareAt(time)));
      return { aim, row: trades || sensible ? tradedOff(setting, aim) : nearest(setting, aim) };
    },
  });
  switch (bidding.kind) {
    case "time":
      return falling((time) => bidding.opening * (1 - time ** (1 / bidding.pace)), bidding.trades);
    case "deadline":
      return falling((time) => (time < bidding.until ? 1 : (1 - time) / (1 - bidding.until)));
    case "on-record": {
      const { from, to, pace } = recorded ?? { from: 1, to: 0, pace: 1 };
      return falling((time) => from - (from - to) * time ** (1 / pace));
    }
    case "micro":
      return micro(setting);
    case "reciprocal":
      return reciprocal(setting);
    case "principled":
      return { plan: () => principled(setting) };
  }
}

/** Bids that are alike to their maker: within this share of what it can win. One of them is drawn. */
const ALIKE = 0.01;

/** One of the packages whose value is just above the aim. */
function nearest({ world, seat, rng }: AgentSetting, aim: number): number {
  const { sorted, rows, best, least } = world.seats[seat]!;
  const from = Math.min(firstAtLeast(sorted, aim - TOLERANCE), rows.length - 1);
  const to = firstAtLeast(sorted, aim + ALIKE * (best - least) + TOLERANCE);
  return rows[from + Math.floor(rng() * Math.max(1, to - from))]!;
}

/** Of the candidates that give the aim, the one that is thought to be best for the others: along its own line of indifference. */
function tradedOff(setting: AgentSetting, aim: number): number {
  const { world, seat, candidates, beliefs } = setting;
  const { values, rows } = world.seats[seat]!;
  const good = candidates.filter((row) => values[row]! >= aim - TOLERANCE);
  return bestFor(world, beliefs, good) ?? rows.at(-1)!;
}

function micro({ world, seat, rng, candidates, sensible }: AgentSetting): Bidder {
  const { rows: signed, values } = world.seats[seat]!;
  const rows = sensible && candidates.length > 0 ? candidates : signed;
  const received = new Set<number>();
  let made = 0;
  const bid = (k: number) => rows[rows.length - 1 - k]!;
  return {
    plan: () => {
      const concedes = made <= received.size && made < rows.length;
      const lowest = concedes ? bid(made) : bid(Math.max(0, made - 1));
      return { aim: values[lowest]!, row: concedes ? lowest : bid(Math.floor(rng() * made)) };
    },
    made: (row) => {
      if (made < rows.length && row === bid(made)) made++;
    },
    hears: (row) => received.add(row),
  };
}

/** What it gives before it was given anything, so that two of a kind do not stand still for ever: in points of the receiver, 0–1. */
const FIRST_GIFT = 0.05;

function reciprocal(setting: AgentSetting): Bidder {
  const { world, seat, candidates, beliefs } = setting;
  const { rows, values, best } = world.seats[seat]!;
  let first: number | null = null;
  let given = 0;
  let opened = false;
  return {
    hears: (row) => {
      first ??= values[row]!;
      given = Math.max(given, values[row]! - first);
    },
    plan: () => {
      const top = rows.at(-1)!;
      if (!opened) {
        opened = true;
        return { row: top, aim: best };
      }
      const wanted = othersValue(world, beliefs, top) + FIRST_GIFT + given;
      let [row, value] = [-1, Number.NEGATIVE_INFINITY];
      for (const one of candidates)
        if (values[one]! > value && othersValue(world, beliefs, one) >= wanted - TOLERANCE)
          [row, value] = [one, values[one]!];
      const chosen = row >= 0 ? row : (bestFor(world, beliefs, candidates) ?? top);
      return { row: chosen, aim: values[chosen]! };
    },
  };
}

/** The candidate with the largest product of what all are thought to gain. */
function principled({ world, seat, candidates, beliefs }: AgentSetting): Plan {
  const { pool, offsets } = world;
  const { values, least, rows } = world.seats[seat]!;
  // Where nothing is thought to suit all, it asks for its best.
  let [row, most] = [rows.at(-1)!, 0];
  for (const one of candidates) {
    let product = values[one]! - least;
    for (const belief of beliefs) {
      if (belief === null) continue;
      const { worth } = belief;
      let theirs = -belief.least;
      for (let issue = 0; issue < pool.issues; issue++)
        theirs += worth[offsets[issue]! + pool.options[one * pool.issues + issue]!]!;
      product *= Math.max(0, theirs);
    }
    if (product > most) [row, most] = [one, product];
  }
  return { row, aim: values[row]! };
}

interface Taker {
  readonly hears: (value: number, turn: Turn) => void;
  readonly takes: (standing: number, planned: number, turn: Turn) => boolean;
}

function takerOf(
  accepting: Accepting,
  { least, best }: Seat,
  { rounds, delay }: Pick<AgentSetting, "rounds" | "delay">,
): Taker {
  // What it would offer next can be had a round later at the soonest, when less is left of what it gains.
  const next = (standing: number, planned: number) => standing - least >= (1 - delay) * (planned - least) - TOLERANCE;
  switch (accepting.kind) {
    case "next":
      return { hears: () => {}, takes: next };
    case "const":
      return {
        hears: () => {},
        takes: (standing) => standing >= least + accepting.part * (best - least) - TOLERANCE,
      };
    case "combi": {
      const heard = new Float64Array(rounds).fill(Number.NEGATIVE_INFINITY);
      return {
        hears: (value, { round }) => {
          heard[round] = Math.max(heard[round]!, value);
        },
        takes: (standing, planned, { round, time }) => {
          if (next(standing, planned)) return true;
          if (time < accepting.from) return false;
          // The best that was heard in a stretch as long as what is left, and at least since the round before: what stands there is of it.
          const left = Math.max(1, rounds - 1 - round);
          const from = Math.max(0, round - left);
          return standing >= heard.subarray(from).reduce((most, value) => Math.max(most, value)) - TOLERANCE;
        },
      };
    }
  }
}
