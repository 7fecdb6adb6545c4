/** The languages in which everything can be said. */
export type Language = "en";
