// observations.csv as a stream: however long it is, what is kept of it is what the columns hold.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join, resolve } from "node:path";
import { type Case, OBSERVATIONS_FILE, type RowReader, type Rows, rowReader } from "@parley/core/internal";
import { isThere, isWithin, reasonOf } from "./case-folder.js";
import type { Observations } from "./case-store.js";
import { maySee, type Reader } from "./may-see.js";
import { stampOf } from "./stamps.js";

/** As much of a file is read at once. */
const PART_BYTES = 256 * 1024;

/**
 * The observations of a case folder; none where there is no such file, or the reader may not see it.
 * @param within where a link must not lead out of; anywhere where it is null
 */
export async function caseObservations(folder: string, reader: Reader, within: string | null): Promise<Observations> {
  const path = join(folder, OBSERVATIONS_FILE);
  const seen = maySee(OBSERVATIONS_FILE, reader);
  return {
    file: OBSERVATIONS_FILE,
    stamp: (seen ? await stampOf(path) : null) ?? "",
    bytes: anew(async function* () {
      if (!seen || !(await isThere(path))) return;
      if (within !== null && !(await isWithin(path, within)))
        throw new Error("is a link out of the folder that is served, and is not read. Put the file itself here.");
      yield* bytesOf(path);
    }),
  };
}

/** The observations in a file that a person names, which has the columns of observations.csv. */
export const observationsIn = (path: string): Observations => ({
  file: resolve(path),
  stamp: "",
  bytes: anew(() => bytesOf(path)),
});

/** Opened when it is iterated, and each time again. */
const anew = (open: () => AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> => ({ [Symbol.asyncIterator]: open });

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: PART_BYTES });
  } catch (error) {
    throw new Error(`cannot be read (${reasonOf(error)}). Check that it exists and that you may read it.`);
  }
}

/** Lines are handed on so many at once, and a line that does not end is cut off at so many letters. */
const LINES = 2000;
const LONGEST = 1_000_000;

/** The rows that observations hold. What cannot be read is a problem with its line, never an exception. */
export async function readObservations({ file, bytes }: Observations, negotiation: Case): Promise<Rows> {
  const reader = rowReader(negotiation, file);
  const hash = createHash("sha256");
  const lines = lineBatches(reader);
  const decoder = new TextDecoder("utf-8");
  for await (const part of untilItFails(bytes, (why) => reader.fail(1, why))) {
    hash.update(part);
    lines.take(decoder.decode(part, { stream: true }));
  }
  lines.take(decoder.decode());
  lines.end();
  return reader.rows(hash.digest("hex"));
}

/** As much as can be read; then why no more can. */
async function* untilItFails(
  bytes: AsyncIterable<Uint8Array>,
  failed: (why: string) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    failed(error instanceof Error ? error.message : String(error));
  }
}

function lineBatches(reader: RowReader): { readonly take: (text: string) => void; readonly end: () => void } {
  let rest = "";
  let waiting: string[] = [];
  let first = 1;
  const hand = () => {
    reader.lines(waiting, first);
    first += waiting.length;
    waiting = [];
  };
  return {
    take: (text) => {
      const all = `${rest}${text}`;
      // A carriage return at the very end may be half of a line's end.
      const held = all.endsWith("\r") ? "\r" : "";
      const parts = all.slice(0, all.length - held.length).split(/\r\n|\n|\r/);
      rest = `${(parts.pop() ?? "").slice(0, LONGEST)}${held}`;
      // One by one: a part may hold more lines than a call takes arguments.
      for (const line of parts) waiting.push(line);
      if (waiting.length >= LINES) hand();
    },
    end: () => {
      if (rest !== "") waiting.push(...rest.split(/\r\n|\n|\r/));
      hand();
    },
  };
}
