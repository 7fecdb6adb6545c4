// Players for a world: each seat with a style, what it believes of the others, and its own stream of chance.
import { at, type Rng, stream } from "../math/index.js";
import { type Agent, agentOf, learns, type RecordedPace } from "./agents.js";
import { type Beliefs, bayesian, frequency, type ModelSet } from "./beliefs.js";
import { candidatesOf } from "./candidates.js";
import type { Style } from "./styles.js";
import type { World } from "./world.js";

const NONE = new Uint32Array(0);
/** By the rows that a seat would sign, which are the same object for as long as its world is. */
const chosen = new WeakMap<Uint32Array, Uint32Array>();
/** Models of others under which candidates are looked for, beside their middle. */
const SAMPLED = 12;

export interface PlayerSetting {
  readonly world: World;
  readonly models: readonly ModelSet[];
  readonly seat: number;
  readonly style: Style;
  readonly rounds: number;
  /** What a round costs of a gain, 0 unless given. */
  readonly delay?: number;
  /** What the stream of chance is for: the seed, and which game it is. */
  readonly labels: readonly (string | number)[];
  readonly recorded?: RecordedPace | null;
  /** Whether it offers only what leaves nothing on the table by what the record says of the others. */
  readonly sensible?: boolean;
}

/** A player of a style. */
export function playerOf({
  world,
  models,
  seat,
  style,
  rounds,
  delay = 0,
  labels,
  recorded = null,
  sensible = false,
}: PlayerSetting): Agent {
  const learning = learns(style);
  const beliefs = world.seats.map((_, other) => {
    if (other === seat || !(learning || sensible)) return null;
    return learning && style.modelling === "frequency" ? frequency(world.offsets) : believing(world, models, other);
  });
  // A stream costs a digest, which most games of a tournament would notice.
  let own: Rng | null = null;
  const rng: Rng = () => {
    own ??= stream(...labels, "player", seat);
    return own();
  };
  const candidates = learning || sensible ? candidatesIn(world, models, seat) : NONE;
  return agentOf({ world, seat, style, rounds, delay, beliefs, candidates, sensible, rng, recorded });
}

/** What anybody believes of a seat before it moved. */
export const believing = (world: World, models: readonly ModelSet[], of: number): Beliefs =>
  bayesian(at(models, of), world.offsets);

/** The candidates of a seat, looked for once in a world. */
export function candidatesIn(world: World, models: readonly ModelSet[], seat: number): Uint32Array {
  const { rows } = at(world.seats, seat);
  const found = chosen.get(rows) ?? candidatesOf(world, seat, othersOf(models, seat));
  chosen.set(rows, found);
  return found;
}

/** Worths of all others together: in the middle, and in some models. */
function othersOf(models: readonly ModelSet[], seat: number): Float64Array[] {
  const others = models.filter((_, place) => place !== seat);
  const size = (others[0]?.worth.length ?? 0) / (others[0]?.count ?? 1);
  const sumOf = (pick: (set: ModelSet) => (flat: number) => number) => {
    const sum = new Float64Array(size);
    for (const set of others) {
      const value = pick(set);
      for (let flat = 0; flat < size; flat++) sum[flat]! += value(flat);
    }
    return sum;
  };
  const middle = sumOf(({ worth, count }) => (flat) => {
    let value = 0;
    for (let model = 0; model < count; model++) value += worth[model * size + flat]!;
    return value / count;
  });
  const most = Math.max(...others.map(({ count }) => count));
  const sampled = Array.from({ length: Math.min(SAMPLED, most) }, (_, k) =>
    sumOf(
      ({ worth, count }) =>
        (flat) =>
          worth[(k % count) * size + flat]!,
    ),
  );
  return [middle, ...sampled];
}
