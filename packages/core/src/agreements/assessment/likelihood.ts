// Words of estimative probability: Intelligence Community Directive 203 (2015), table in D.6.e.(2).(a).
const CUTS = [0.05, 0.2, 0.45, 0.55, 0.8, 0.95] as const;
const WORDS = [
  "almost no chance",
  "very unlikely",
  "unlikely",
  "roughly even",
  "likely",
  "very likely",
  "almost certain",
] as const;

export type LikelihoodWord = (typeof WORDS)[number];

/** From this on a thing is likely; up to its complement, unlikely. */
export const LIKELY = 0.55;

/** Closer than this to a cut, both words are given. */
const NEAR = 0.02;

const place = (probability: number): number => CUTS.filter((cut) => probability >= cut).length;

/** The words that a probability, or several under different priors, can be said in: from least to most. */
export function likelihoodWords(probabilities: readonly number[]): LikelihoodWord[] {
  const places = probabilities.flatMap((p) => [
    place(Math.max(0, p - NEAR - 1e-9)),
    place(p),
    place(Math.min(1, p + NEAR + 1e-9)),
  ]);
  return WORDS.slice(Math.min(...places), Math.max(...places) + 1);
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

const ADVERBS: Record<LikelihoodWord, string> = {
  "almost no chance": "almost certainly not",
  "very unlikely": "very unlikely",
  unlikely: "unlikely",
  "roughly even": "about as likely as not",
  likely: "likely",
  "very likely": "very likely",
  "almost certain": "almost certainly",
};

/** As an adverb: `very likely`, or `likely or very likely` near a cut or where priors differ. */
export function adverb(probabilities: readonly number[]): string {
  const words = likelihoodWords(probabilities).map((word) => ADVERBS[word]);
  const [first, last] = [words[0] ?? "", words.at(-1) ?? ""];
  if (words.length === 1) return first;
  return words.length === 2 ? `${first} or ${last}` : `${first} to ${last}`;
}
