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

/** How csv-parse is to read the file, here and where it is streamed. */
export const CSV_OPTIONS = {
  bom: true,
  delimiter: [",", ";", "\t"],
  info: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  trim: true,
  max_record_size: 100_000,
};
