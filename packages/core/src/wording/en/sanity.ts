// What is said of the least that a file of interests would still sign, on every surface.
import { type Named, nameIn } from "../named.js";
import { capital, objective, possessive, pronoun, verb } from "./grammar.js";
import { adverb, percent } from "./likelihood.js";

export interface LeastSaid {
  readonly party: Named;
  /** Whose ideal it is nearest to; null where nobody else's needs are known. */
  readonly toward: Named | null;
  readonly signs: readonly number[];
}

export const sanity = {
  heading: "The least that each would sign",
  about:
    "Before any verdict: the packages that each file of interests still mostly signs, as near as possible to what another party would like best. Whoever knows the party sees whether that is so.",
  /** What a package is, before its options. */
  signed: ({ party, signs }: LeastSaid) =>
    `By this file ${nameIn(party)} would ${adverb(signs)} sign this (${percent(signs)})`,
  toward: ({ party, toward }: LeastSaid) =>
    toward === null
      ? `It is the worst for ${objective(party)} that the file still signs.`
      : `No package is better for ${nameIn(toward)} that the file still signs.`,
  asked: "Is that so?",
  rest: "Everything else stays as today.",
  asToday: "Everything stays as today.",
  low: (party: Named, points: number) =>
    `By this file nearly any deal is better for ${nameIn(party)} than none: without one ${pronoun(party)} ${verb(party, "has")} ${points < 0.5 ? "no more than under the worst deal" : `${Math.round(points)} of 100 that ${pronoun(party)} could get`}. Every verdict that leans on it is only as good as that.`,
  walkAway: (party: Named, points: number) =>
    `What ${pronoun(party)} ${verb(party, "has")} without a deal is ${Math.max(0, Math.round(points))} of 100 that ${pronoun(party)} could get (median).`,
  cannotBe: (party: Named) =>
    `That was not written down: by the ranks and all else that is said, this is better for ${nameIn(party)} than no deal in every case. If ${pronoun(party)} would wait for more, write down what ${pronoun(party)} refused; if no deal is better than it looks, change what no deal means.`,
  yes: (party: Named) => `Yes, ${pronoun(party)} would sign it`,
  no: (party: Named) => `No, ${pronoun(party)} would rather have no deal`,
  confirmed: (party: Named) => `Confirmed in ${possessive(party)} file.`,
  given: (party: Named, signs: boolean) =>
    `${capital(nameIn(party))}: ${signs ? "would sign" : "would not sign"} the least that the file signs`,
  toSetUp: "Say what each side needs",
  nothing: (party: Named) => `${capital(nameIn(party))} would mostly sign no package at all by this file.`,
  none: "There are no interests on file yet.",
  look: "See the least that it would sign",
  lookAt: (party: Named) => `See the least that ${nameIn(party)} would sign`,
};
