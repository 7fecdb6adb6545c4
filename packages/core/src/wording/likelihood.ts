// Steps of estimative probability: Intelligence Community Directive 203 (2015), table in D.6.e.(2).(a). Each language has
// words for them.
const CUTS = [0.05, 0.2, 0.45, 0.55, 0.8, 0.95] as const;
const STEPS = ["remote", "veryUnlikely", "unlikely", "even", "likely", "veryLikely", "almostCertain"] as const;

export type Likelihood = (typeof STEPS)[number];

/** From this on a thing is likely; up to its complement, unlikely. */
export const LIKELY = 0.55;

/** Closer than this to a cut, both steps are given. */
const NEAR = 0.02;

const stepOf = (probability: number): number => CUTS.filter((cut) => probability >= cut).length;

/** The steps that a probability, or several under different priors, can be said in: from least to most. */
export function likelihoods(probabilities: readonly number[]): Likelihood[] {
  const places = probabilities.flatMap((p) => [
    stepOf(Math.max(0, p - NEAR - 1e-9)),
    stepOf(p),
    stepOf(Math.min(1, p + NEAR + 1e-9)),
  ]);
  return STEPS.slice(Math.min(...places), Math.max(...places) + 1);
}
