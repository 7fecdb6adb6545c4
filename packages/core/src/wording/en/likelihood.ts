// Chances in English.
import { type Likelihood, likelihoods } from "../likelihood.js";

const WORDS: Readonly<Record<Likelihood, string>> = {
  remote: "almost no chance",
  veryUnlikely: "very unlikely",
  unlikely: "unlikely",
  even: "roughly even",
  likely: "likely",
  veryLikely: "very likely",
  almostCertain: "almost certain",
};

const ADVERBS: Readonly<Record<Likelihood, string>> = {
  remote: "almost certainly not",
  veryUnlikely: "very unlikely",
  unlikely: "unlikely",
  even: "about as likely as not",
  likely: "likely",
  veryLikely: "very likely",
  almostCertain: "almost certainly",
};

/** The words that a probability, or several under different priors, can be said in: from least to most. */
export const likelihoodWords = (probabilities: readonly number[]): string[] =>
  likelihoods(probabilities).map((step) => WORDS[step]);

/** As an adverb: `very likely`, or `likely or very likely` near a cut or where priors differ. */
export function adverb(probabilities: readonly number[]): string {
  const words = likelihoods(probabilities).map((step) => ADVERBS[step]);
  const [first, last] = [words[0] ?? "", words.at(-1) ?? ""];
  if (words.length === 1) return first;
  return words.length === 2 ? `${first} or ${last}` : `${first} to ${last}`;
}

/** `62 %`, or `62–71 %` where priors differ; never 0 or 100 where models were drawn. */
export function percent(probabilities: readonly number[], certain = false): string {
  const shown = (p: number) => (certain ? Math.round(100 * p) : Math.min(99, Math.max(1, Math.round(100 * p))));
  const [low, high] = [Math.min(...probabilities.map(shown)), Math.max(...probabilities.map(shown))];
  const text = low === high ? `${low}` : `${low}–${high}`;
  if (certain) return `${text} %`;
  if (low === high && low === 1 && Math.max(...probabilities) < 0.01) return "under 1 %";
  if (low === high && low === 99 && Math.min(...probabilities) > 0.99) return "over 99 %";
  return `${text} %`;
}
