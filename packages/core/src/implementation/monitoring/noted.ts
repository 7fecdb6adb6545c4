// What is worth a word beside the judgement, collected while rows are read.
import type { Finding } from "./types.js";
import { type Grown, grown } from "./watch.js";

export interface Note {
  readonly kind: Finding["kind"];
  readonly text: string;
  readonly rows: readonly number[];
}

/** As many as anybody reads of one obligation. */
const MOST = 50;

export const noted = (notes: Grown<Note> | null, note: Note): Grown<Note> | null =>
  (notes?.size ?? 0) >= MOST ? notes : grown(note, notes);
