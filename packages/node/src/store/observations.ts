// observations.csv as a stream: however long it is, what is kept of it is what the columns hold.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Case, CSV_OPTIONS, OBSERVATIONS_FILE, type Rows, readRows, rowReader } from "@parley/core";
import { CsvError, parse } from "csv-parse";
import { isThere, isWithin, reasonOf } from "./case-folder.js";

interface Read {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads the rows of a case folder; none where there is no such file.
 * @param within where a link must not lead out of; anywhere unless given
 * @returns rows; what cannot be read is a problem with its line, never an exception
 */
export async function readObservations(folder: string, negotiation: Case, within: string | null = null): Promise<Rows> {
  const path = join(folder, OBSERVATIONS_FILE);
  if (!(await isThere(path))) return readRows(negotiation, "");
  if (within !== null && !(await isWithin(path, within))) {
    const reader = rowReader(negotiation);
    reader.fail(1, "is a link out of the folder that is served, and is not read. Put the file itself here.");
    return reader.rows("");
  }
  return await streamRows(path, negotiation);
}

/** @param path of a CSV file whose columns are those of observations.csv */
export async function streamRows(path: string, negotiation: Case, name: string = OBSERVATIONS_FILE): Promise<Rows> {
  const reader = rowReader(negotiation, name);
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform(chunk: Buffer, _, next) {
      hash.update(chunk);
      next(null, chunk);
    },
  });
  let last = 0;
  const parser = parse({
    ...CSV_OPTIONS,
    on_record: (read: unknown) => {
      const { record, info } = read as Read;
      last = info.lines;
      reader.take(record, info.lines);
      // Nothing goes on: what was read is in the columns.
      return null;
    },
  });
  try {
    parser.resume();
    await pipeline(createReadStream(path), hashing, parser);
  } catch (error) {
    reader.fail(
      last + 1,
      error instanceof CsvError
        ? "opens a quotation mark that is never closed, or is longer than a row can be. Close it, or double a mark that is meant as such; the rows from here on were not read."
        : `cannot be read (${reasonOf(error)}). Check that it exists and that you may read it.`,
    );
  }
  return reader.rows(hash.digest("hex"));
}
