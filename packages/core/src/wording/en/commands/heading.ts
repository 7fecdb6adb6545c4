// English text of the lines above every command's answer: the case, its day, who may see it, and where the figures come
// from.
import { YOU } from "../grammar.js";
import { grouped } from "../numbers.js";

export interface Headed {
  readonly title: string;
  readonly asOf: string;
  readonly marking: string;
}

export interface ViewSaid {
  readonly party: string;
  readonly holder: string;
  readonly basis: string;
}

export interface Figured {
  readonly models: number;
  readonly priors: number;
  readonly seed: number;
  readonly numbersOnly: boolean;
  readonly views: readonly ViewSaid[];
}

/** Where the figures come from. */
function from({ models, priors, seed, numbersOnly, views }: Figured): string {
  if (views.length === 0) return "no interests seen";
  const drawn = numbersOnly
    ? "numbers only: one model, no bands"
    : `${grouped(models)} models × ${priors === 1 ? "one prior" : `${priors} priors`}`;
  const whose = views.map(({ party, holder, basis }) =>
    party === YOU && holder === YOU ? `your own view (${basis})` : `${party} by ${holder} (${basis})`,
  );
  return `${drawn} · seed ${seed} · ${whose.join(" · ")}`;
}

/** At the head of every answer. */
export const heading = {
  from,
  limit: (sentence: string) => `! ${sentence}`,
  marked: ({ title, asOf, marking }: Headed) => `${title} · as of ${asOf} · ${marking}`,
};
