// Scenarios to measure with: the same seed gives the same numbers everywhere.
import { buildSpace, type Space, type Worth } from "@parley/core/internal";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

export const KINDS = ["random", "opposed", "integer", "zero-sum"] as const;
export type Kind = (typeof KINDS)[number];

export interface Shape {
  readonly kind: Kind;
  readonly parties: number;
  readonly issues: number;
  readonly options: number;
  readonly seed: number;
}

/** A scenario as plain numbers: value = Σ weight × score. */
export interface Generated extends Shape {
  /** One list a party, one entry an issue. */
  readonly weights: readonly (readonly number[])[];
  /** One list a party, one list an issue, one entry an option. */
  readonly scores: readonly (readonly (readonly number[])[])[];
}

/**
 * random: weights and scores uniform, weights normalised. opposed: what the first two like runs the other way but for a
 * twentieth of chance; further parties random. integer: scores 0–100 and weights 1–100, whole. zero-sum: the second wants
 * the exact opposite of the first with the same weights, so that every package is efficient; for two parties.
 */
export function generate(shape: Shape): Generated {
  const generator = xoroshiro128plus(shape.seed);
  const random = () => uniformFloat64(generator);
  const list = (length: number, make: () => number) => Array.from({ length }, make);
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const normalised = (weights: number[]) => {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  };
  const weights = Array.from({ length: shape.parties }, () =>
    shape.kind === "integer" ? list(shape.issues, () => whole(1, 100)) : normalised(list(shape.issues, random)),
  );
  const scores = Array.from({ length: shape.parties }, () =>
    Array.from({ length: shape.issues }, () =>
      list(shape.options, shape.kind === "integer" ? () => whole(0, 100) : random),
    ),
  );
  if (shape.kind === "opposed" || shape.kind === "zero-sum") {
    const noise = shape.kind === "opposed" ? 0.05 : 0;
    scores[1] = (scores[0] ?? []).map((own) => own.map((score) => 1 - score + noise * (random() - 0.5)));
    if (shape.kind === "zero-sum") weights[1] = [...(weights[0] ?? [])];
  }
  return { ...shape, weights, scores };
}

/** What the engine takes: the packages, the worth of every option to every party, where an issue's options begin. */
export function engineInput({ issues, options, weights, scores }: Generated): {
  readonly space: Space;
  readonly worths: readonly Worth[];
  readonly offsets: Int32Array;
} {
  const named = Array.from({ length: issues }, (_, k) => ({ id: `i${k}`, options: list(options) }));
  const built = buildSpace({ issues: named }, []);
  if (!built.ok) throw new Error(built.reasons.join("\n"));
  const worths = weights.map((own, p) =>
    Float64Array.from({ length: issues * options }, (_, flat) => {
      const issue = Math.floor(flat / options);
      return (own[issue] ?? 0) * (scores[p]?.[issue]?.[flat % options] ?? 0);
    }),
  );
  return { space: built.value, worths, offsets: Int32Array.from({ length: issues + 1 }, (_, k) => k * options) };
}

const list = (length: number): { id: string }[] => Array.from({ length }, (_, k) => ({ id: `o${k}` }));
