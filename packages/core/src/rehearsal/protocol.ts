// How it is negotiated.

/**
 * Alternating offers: one after another. Sealed bids: all at once in every round, opened together (the simultaneous proposals of
 * Rosenschein & Zlotkin, "Rules of Encounter", 1994, of which nobody is made to concede).
 */
export type Protocol = "alternating" | "sealed";

export const PROTOCOLS: readonly Protocol[] = ["alternating", "sealed"];
