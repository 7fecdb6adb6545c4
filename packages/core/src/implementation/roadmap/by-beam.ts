// Beam search on the lattice of completed sets, for more actions than a table of all sets can hold. Every level keeps the
// best sets of that many actions; a set that is reached in several ways is kept once, by its better way.
import { below, stream } from "../../math/index.js";
import { type Aim, burdenOf, costOf, type Ordered } from "./aim.js";
import { type Exchange, totals } from "./exchange.js";
import { lowerBound } from "./lower-bound.js";

/** Steps looked at before it gives its best: about half a second. */
const STEPS = 2_000_000;
const WIDEST = 4000;
const FEW_PARTIES = 4;

interface Level {
  readonly kept: Float64Array;
  readonly gained: Float64Array;
  readonly sets: Uint32Array;
  readonly worst: Float64Array;
  readonly along: Float64Array;
  readonly parent: Int32Array;
  readonly action: Int32Array;
  readonly count: number;
}

/** @returns the best order found, with a bound that no order betters; null where none was found within the bounds */
export function byBeam(exchange: Exchange, aim: Aim, steps = STEPS): Ordered | null {
  const { size } = exchange;
  // With many parties every step looks at more.
  const each = size * size * Math.max(1, exchange.parties / FEW_PARTIES);
  const width = Math.max(20, Math.min(WIDEST, Math.floor((2 * steps) / each)));
  const grow = growerOf(exchange, aim, width);
  const levels: Level[] = [firstLevel(exchange, aim)];
  // As long as nothing was dropped, no order can have less than the best set of this size.
  let [complete, sure] = [true, 0];
  for (let level = 0; level < size; level++) {
    const next = grow(levels.at(-1)!);
    if (next.level.count === 0) return null;
    complete &&= next.dropped === 0;
    if (complete) sure = Math.max(sure, next.level.worst[0]!);
    levels.push(next.level);
  }
  const order: number[] = [];
  for (let [level, row] = [size, 0]; level > 0; level--) {
    order.push(levels[level]!.action[row]!);
    row = levels[level]!.parent[row]!;
  }
  const worst = levels[size]!.worst[0]!;
  return { order: order.reverse(), worst, atLeast: Math.min(worst, Math.max(sure, lowerBound(exchange, aim))) };
}

function firstLevel(exchange: Exchange, aim: Aim): Level {
  const none = new Float64Array(exchange.parties);
  const worst = costOf(exchange, aim)(none, none);
  return {
    kept: new Float64Array(exchange.parties),
    gained: new Float64Array(exchange.parties),
    sets: new Uint32Array(wordsFor(exchange.size)),
    worst: Float64Array.of(worst),
    along: new Float64Array(1),
    parent: new Int32Array(1),
    action: new Int32Array(1),
    count: worst === Number.POSITIVE_INFINITY ? 0 : 1,
  };
}

const wordsFor = (size: number): number => Math.ceil(size / 32);

/** A way on from a set of the level before. */
interface Way {
  readonly parent: number;
  readonly action: number;
  readonly worst: number;
  readonly along: number;
  readonly key: number;
}

function growerOf(exchange: Exchange, aim: Aim, width: number) {
  const { size, parties, lasting, worth, before } = exchange;
  const words = wordsFor(size);
  const cost = costOf(exchange, aim);
  const burden = burdenOf(aim, totals(exchange));
  const keys = keysOf(size);
  const [kept, gained] = [new Float64Array(parties), new Float64Array(parties)];
  const has = (sets: Uint32Array, row: number, action: number): boolean =>
    ((sets[row * words + (action >>> 5)]! >>> (action & 31)) & 1) === 1;
  const ways = (level: Level): Map<number, Way> => {
    const found = new Map<number, Way>();
    for (let row = 0; row < level.count; row++) {
      let key = 0;
      for (let action = 0; action < size; action++) if (has(level.sets, row, action)) key += keys[action]!;
      for (let action = 0; action < size; action++) {
        if (has(level.sets, row, action) || before[action]!.some((first) => !has(level.sets, row, first))) continue;
        for (let p = 0; p < parties; p++) {
          kept[p] = level.kept[row * parties + p]! + lasting[action * parties + p]!;
          gained[p] = level.gained[row * parties + p]! + worth[action * parties + p]!;
        }
        const here = cost(kept, gained);
        if (here === Number.POSITIVE_INFINITY) continue;
        const way: Way = {
          parent: row,
          action,
          worst: Math.max(level.worst[row]!, here),
          along: level.along[row]! + burden(kept, gained),
          key: key + keys[action]!,
        };
        const other = found.get(way.key);
        if (!other || betterFirst(way, other) < 0) found.set(way.key, way);
      }
    }
    return found;
  };
  return (level: Level): { level: Level; dropped: number } => {
    const all = [...ways(level).values()].sort(betterFirst);
    const chosen = all.slice(0, width);
    return { level: levelOf(exchange, level, chosen), dropped: all.length - chosen.length };
  };
}

const betterFirst = (a: Way, b: Way): number =>
  a.worst - b.worst || a.along - b.along || a.parent - b.parent || a.action - b.action;

function levelOf({ size, parties, lasting, worth }: Exchange, level: Level, ways: readonly Way[]): Level {
  const words = wordsFor(size);
  const sets = new Uint32Array(ways.length * words);
  const [kept, gained] = [new Float64Array(ways.length * parties), new Float64Array(ways.length * parties)];
  for (const [row, { parent, action }] of ways.entries()) {
    sets.set(level.sets.subarray(parent * words, (parent + 1) * words), row * words);
    sets[row * words + (action >>> 5)]! |= 1 << (action & 31);
    for (let p = 0; p < parties; p++) {
      kept[row * parties + p] = level.kept[parent * parties + p]! + lasting[action * parties + p]!;
      gained[row * parties + p] = level.gained[parent * parties + p]! + worth[action * parties + p]!;
    }
  }
  return {
    sets,
    kept,
    gained,
    worst: Float64Array.from(ways, ({ worst }) => worst),
    along: Float64Array.from(ways, ({ along }) => along),
    parent: Int32Array.from(ways, ({ parent }) => parent),
    action: Int32Array.from(ways, ({ action }) => action),
    count: ways.length,
  };
}

/** A number for every action, such that sums of different sets differ (whole numbers below 2^44: sums are exact). */
function keysOf(size: number): Float64Array {
  const rng = stream(0, "sets");
  return Float64Array.from({ length: size }, () => below(rng, 2 ** 22) * 2 ** 22 + below(rng, 2 ** 22));
}
