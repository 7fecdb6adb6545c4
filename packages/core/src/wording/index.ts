export { capital, isPlural, listed, objective, possessive, pronoun, verb } from "./en/grammar.js";
export { adverb, likelihoodWords, percent } from "./en/likelihood.js";
export type { Term, TermId } from "./en/terms.js";
export { LIKELY } from "./likelihood.js";
export { type Named, type Names, type Naming, namesIn, partyName, partyNamed } from "./named.js";
export type { Rich, RichPiece } from "./rich.js";
export { type Language, type Wording, wordingIn } from "./wording.js";
