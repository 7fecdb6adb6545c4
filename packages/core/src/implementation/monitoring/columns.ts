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
] as const;
export type ObservationColumn = (typeof OBSERVATION_COLUMNS)[number];
