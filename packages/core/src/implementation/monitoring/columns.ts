// What observations.csv looks like, for who reads it and who writes it.

export const OBSERVATIONS_FILE = "observations.csv";

export const OBSERVATION_COLUMNS = [
  "as_of",
  "reported_at",
  "metric",
  "value",
  "unit",
  "qualifier",
  "source",
  "note",
  "by",
] as const;
export type ObservationColumn = (typeof OBSERVATION_COLUMNS)[number];

/** Columns that a new file begins with: who did it is a column of files that say so. */
export const FIRST_COLUMNS = OBSERVATION_COLUMNS.filter((column) => column !== "by");
