// Seeded random numbers in independent, reproducible streams, and the whole numbers and shuffles drawn from them.
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";

/** A seeded source of numbers, uniform on [0, 1). Each call advances it. */
export type Rng = () => number;

/**
 * An independent stream for every different list of labels.
 *
 * The 128-bit state is the start of SHA-256 over the labels, so that a stream depends on what it is for
 * (seed, party, chain) and never on which worker asks first.
 */
export function stream(...labels: readonly (string | number)[]): Rng {
  const hash = sha256(utf8ToBytes(JSON.stringify(labels)));
  const view = new DataView(hash.buffer, hash.byteOffset);
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((offset) => view.getInt32(offset)));
  return () => uniformFloat64(generator);
}

/** A whole number uniform on 0 … n − 1. */
export const below = (rng: Rng, n: number): number => Math.floor(rng() * n);

/** Fisher–Yates, in place; every order equally likely. */
export function shuffle<T>(items: T[], rng: Rng): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = below(rng, last + 1);
    const kept = items[last] as T;
    items[last] = items[other] as T;
    items[other] = kept;
  }
  return items;
}
