// What a text comes to. Apart from the reading itself, which brings a language model with it.
import type { Case, Day } from "../../case/index.js";
import type { ReadDate } from "./dates.js";
import type { Who } from "./known.js";
import type { ReadQuantity } from "./quantities.js";
import type { Span } from "./span.js";
import type { Suggestion } from "./suggestions.js";

/** A text of more is refused: UTF-16 units. */
export const MOST_TEXT = 2_000_000;

export interface Speaker extends Who {
  /** Where the text names the speaker, be it by a pronoun. */
  readonly mention: Span;
}

/** One statement as the text has it. All places are UTF-16 offsets into the text. */
export interface ReadStatement {
  readonly id: string;
  /** direct: in quotation marks. mixed: partly. indirect: reported without. term: in marks, but nobody is said to have said it. */
  readonly kind: "direct" | "mixed" | "indirect" | "term";
  /** The stretches between quotation marks, without the marks; for a transcript, what is said. None where all is reported. */
  readonly segments: readonly Span[];
  /** All that is attributed: the segments with what is reported around them. */
  readonly content: readonly Span[];
  /** The words: the segments, parted by " … "; for indirect speech, the words of the report. */
  readonly quote: string;
  readonly speaker: Speaker | null;
  readonly cue: Span | null;
  readonly dates: readonly ReadDate[];
  readonly quantities: readonly ReadQuantity[];
  readonly suggestions: readonly Suggestion[];
  /** The party of the case that the speaker may speak for, by the record, by name or by office; null where nothing tells. */
  readonly party: string | null;
  /** 0–1: how likely it is that these are the speaker's words, as measured on the training texts. */
  readonly confidence: number;
}

export interface ReadingOptions {
  /** The day of the document, from which "Tuesday" and "last month" are seen. */
  readonly date?: Day | null;
  /** Its issues and options are suggested. */
  readonly negotiation?: Case | null;
}

export interface Reading {
  readonly method: string;
  readonly statements: readonly ReadStatement[];
  /** What a reader should know of the text: a quotation never closed, statements left out. */
  readonly remarks: readonly string[];
}
