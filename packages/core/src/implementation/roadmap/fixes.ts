// What would make a road safe where none is: for each, the smallest that does, found by solving the changed road.
import { at, TOLERANCE } from "../../math/index.js";
import type { Aim } from "./aim.js";
import { boundsOf } from "./aims.js";
import { MOST_EXACT } from "./by-subsets.js";
import { type Exchange, isWithin, walk } from "./exchange.js";
import { exchangeIn, type Road } from "./road.js";
import { safestOrder } from "./safest-order.js";

export type Fix =
  /** Everybody accepts so much more exposure, or forgoes so much more. */
  | { readonly kind: "all accept" | "all forgo" | "all accept and forgo"; readonly points: number }
  /** One party alone: a deposit that it would lose and the others would gain as many points by, or a guarantee for it. */
  | { readonly kind: "deposit" | "guarantee"; readonly party: string; readonly points: number }
  /** One commitment in equal parts, one after the other. */
  | { readonly kind: "split"; readonly step: string; readonly parts: number }
  /** Two commitments that a third party holds and releases at once. */
  | { readonly kind: "escrow"; readonly steps: readonly [string, string] };

const MOST_PARTS = 8;
/** Sets looked at for each kind of fix: about a second. */
const WORK = 2 ** 23;
const SHOWN = 3;

/**
 * @param safest the safest order, where one is known already
 * @returns nothing where the road is safe as it is
 */
export function fixesFor(road: Road, safest: readonly number[] | null): Fix[] {
  const exchange = exchangeIn(road);
  const aim: Aim = { ...boundsOf(road), least: "exposure", weight: road.parties.map(() => 0) };
  if ((safest && isWithin(walk(exchange, safest), aim)) || safestOrder(exchange, aim)) return [];
  return [...raised(exchange, road, aim), ...parted(exchange, road, aim), ...held(exchange, road, aim)];
}

/** The least rise of bounds, in points: for all, and for one party alone. */
function raised(exchange: Exchange, { parties }: Road, aim: Aim): Fix[] {
  const everybody = parties.map((_, p) => p);
  const least = (kind: "exposure" | "temptation", who: readonly number[]): number | null => {
    const bounds = aim[kind];
    const found = safestOrder(exchange, {
      ...aim,
      [kind]: bounds.map((bound, p) => (who.includes(p) ? Number.POSITIVE_INFINITY : bound)),
      least: kind,
      weight: bounds.map((bound, p) => (who.includes(p) && bound < Number.POSITIVE_INFINITY ? 1 : 0)),
      beyond: bounds.map((bound) => (bound === Number.POSITIVE_INFINITY ? 0 : bound)),
    });
    return found && found.worst > TOLERANCE ? found.worst : null;
  };
  const fix = <T extends Fix>(points: number | null, make: (points: number) => T): T[] =>
    points === null ? [] : [make(points)];
  const [forgo, accept] = [least("temptation", everybody), least("exposure", everybody)];
  const both =
    forgo === null && accept === null ? inTenths(exchange, aim, () => ({ exposure: 1, temptation: 1 })) : null;
  return [
    ...fix(forgo, (points) => ({ kind: "all forgo", points })),
    ...fix(accept, (points) => ({ kind: "all accept", points })),
    ...fix(both, (points) => ({ kind: "all accept and forgo", points })),
    ...parties.flatMap(({ id }, p) => [
      ...fix(
        inTenths(exchange, aim, (q) => (q === p ? { exposure: 0, temptation: 1 } : { exposure: 1, temptation: 0 })),
        (points) => ({ kind: "deposit", party: id, points }),
      ),
      ...fix(least("exposure", [p]), (points) => ({ kind: "guarantee", party: id, points })),
    ]),
  ];
}

/** Beyond this many points nobody would call it a fix. */
const MOST_POINTS = 100;

/** The fewest tenths of a point by which bounds rise together so that an order keeps them; null where none do. */
function inTenths(
  exchange: Exchange,
  aim: Aim,
  rise: (party: number) => { readonly exposure: number; readonly temptation: number },
): number | null {
  if (tablesWithin(exchange.size) < 11) return null;
  const safe = (tenths: number): boolean =>
    safestOrder(exchange, {
      ...aim,
      exposure: aim.exposure.map((bound, p) => bound + (rise(p).exposure * tenths) / 10),
      temptation: aim.temptation.map((bound, p) => bound + (rise(p).temptation * tenths) / 10),
    }) !== null;
  let [low, high] = [0, 10 * MOST_POINTS];
  if (!safe(high)) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (safe(middle)) high = middle;
    else low = middle;
  }
  return high / 10;
}

const tablesWithin = (size: number): number => (size > MOST_EXACT ? 0 : Math.floor(WORK / (2 ** size * size)));

/** Steps by what they cost their dearest party: splitting or holding these helps most. */
function byCost({ size, parties, lasting }: Exchange): number[] {
  const cost = (step: number) => Math.min(...lasting.subarray(step * parties, (step + 1) * parties));
  return Array.from({ length: size }, (_, step) => step)
    .filter((step) => cost(step) < 0)
    .sort((a, b) => cost(a) - cost(b));
}

function parted(exchange: Exchange, { steps }: Road, aim: Aim): Fix[] {
  const found: Fix[] = [];
  let left = WORK;
  for (let parts = 2; parts <= MOST_PARTS && found.length < SHOWN; parts++) {
    const size = exchange.size + parts - 1;
    for (const step of byCost(exchange)) {
      left -= 2 ** size * size;
      if (size > MOST_EXACT || left < 0 || found.length >= SHOWN) return found;
      if (found.some((fix) => fix.kind === "split" && fix.step === at(steps, step).id)) continue;
      if (safestOrder(split(exchange, step, parts), aim))
        found.push({ kind: "split", step: at(steps, step).id, parts });
    }
  }
  return found;
}

/** The exchange with a step in equal parts, each after the one before; what waits for it waits for the last. */
export function split({ size, parties, worth, lasting, before }: Exchange, step: number, parts: number): Exchange {
  const rows = (values: Float64Array): Float64Array => {
    const part = values.subarray(step * parties, (step + 1) * parties).map((value) => value / parts);
    const found = new Float64Array((size + parts - 1) * parties);
    found.set(values);
    found.set(part, step * parties);
    for (let k = 0; k < parts - 1; k++) found.set(part, (size + k) * parties);
    return found;
  };
  const last = size + parts - 2;
  return {
    size: size + parts - 1,
    parties,
    worth: rows(worth),
    lasting: rows(lasting),
    before: [
      ...before.map((first) => first.map((one) => (one === step ? last : one))),
      ...Array.from({ length: parts - 1 }, (_, k) => [k === 0 ? step : size + k - 1]),
    ],
  };
}

function held(exchange: Exchange, { steps }: Road, aim: Aim): Fix[] {
  const found: Fix[] = [];
  let tables = tablesWithin(exchange.size);
  const costly = byCost(exchange).filter((step) => at(steps, step).by >= 0);
  for (const [place, one] of costly.entries()) {
    for (const other of costly.slice(place + 1)) {
      if (at(steps, one).by === at(steps, other).by) continue;
      if (tables-- <= 0 || found.length >= SHOWN) return found;
      const joined = join(exchange, one, other);
      if (joined && safestOrder(joined, aim))
        found.push({ kind: "escrow", steps: [at(steps, one).id, at(steps, other).id] });
    }
  }
  return found;
}

/** The exchange with two steps as one; null where one waits for the other, however far away. */
function join({ size, parties, worth, lasting, before }: Exchange, one: number, other: number): Exchange | null {
  if (waits(before, one, other) || waits(before, other, one)) return null;
  const rows = (values: Float64Array): Float64Array => {
    const found = values.slice();
    for (let p = 0; p < parties; p++) {
      found[one * parties + p]! += values[other * parties + p]!;
      found[other * parties + p] = 0;
    }
    return found;
  };
  // The other stays as an empty step right before the joint one.
  const needs = [...new Set([...at(before, one), ...at(before, other)])];
  return {
    size,
    parties,
    worth: rows(worth),
    lasting: rows(lasting),
    before: before.map((first, step) =>
      step === one ? [...needs, other] : first.map((need) => (need === other ? one : need)),
    ),
  };
}

function waits(before: readonly (readonly number[])[], step: number, first: number): boolean {
  const seen = new Set<number>();
  const open = [...at(before, step)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === first) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...at(before, next));
  }
  return false;
}
