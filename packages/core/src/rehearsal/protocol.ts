// How it is negotiated.

/**
 * Alternating offers: one after another. Sealed bids: all at once in every round, opened together (the simultaneous proposals of
 * Rosenschein & Zlotkin, "Rules of Encounter", 1994, of which nobody is made to concede). Single text: a mediator drafts, and all say
 * whether they would rather have the draft than the text that stands (Fisher & Ury, "Getting to Yes", 1981, chapter 6; Raiffa, "The
 * Art and Science of Negotiation", 1982, chapter 14).
 */
export type Protocol = "alternating" | "sealed" | "single-text";

export const PROTOCOLS: readonly Protocol[] = ["alternating", "sealed", "single-text"];
