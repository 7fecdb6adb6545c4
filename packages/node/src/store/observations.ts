// observations.csv as a stream: however long it is, what is kept of it is what the columns hold.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { type Case, OBSERVATIONS_FILE, type RowReader, type Rows, readRows, rowReader } from "@parley/core";
import { isThere, isWithin, reasonOf } from "./case-folder.js";

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

/** Lines are handed on so many at once, and a line that does not end is cut off at so many letters. */
const LINES = 2000;
const LONGEST = 1_000_000;

/** @param path of a CSV file whose columns are those of observations.csv */
export async function streamRows(path: string, negotiation: Case, name: string = OBSERVATIONS_FILE): Promise<Rows> {
  const reader = rowReader(negotiation, name);
  const hash = createHash("sha256");
  const lines = lineBatches(reader);
  const decoder = new TextDecoder("utf-8");
  try {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk as Buffer);
      lines.take(decoder.decode(chunk as Buffer, { stream: true }));
    }
    lines.take(decoder.decode());
  } catch (error) {
    reader.fail(1, `cannot be read (${reasonOf(error)}). Check that it exists and that you may read it.`);
  }
  lines.end();
  return reader.rows(hash.digest("hex"));
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
      waiting.push(...parts);
      if (waiting.length >= LINES) hand();
    },
    end: () => {
      if (rest !== "") waiting.push(...rest.split(/\r\n|\n|\r/));
      hand();
    },
  };
}
