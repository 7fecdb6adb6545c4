// What a text comes to. Apart from the reading itself, which brings a language model with it.
import type { Case, Day } from "../../case/index.js";
import type { ReadDate } from "./dates.js";
import type { Who } from "./known.js";
import type { ReadQuantity } from "./quantities.js";
import type { Span } from "./span.js";
import type { Stance } from "./stance.js";
import type { Suggestion } from "./suggestions.js";

/** Longer texts are read in parts of about so many UTF-16 units, cut between paragraphs. */
export const MOST_AT_ONCE = 2_000_000;
/** A text of more is refused: UTF-16 units. */
export const MOST_TEXT = 20_000_000;

export interface Speaker extends Who {
  /** Where the text names the speaker, be it by a pronoun. */
  readonly mention: Span;
}

/**
 * direct: in quotation marks, or said in a transcript. mixed: partly. indirect: reported without. clause: of a formal text.
 * own: by the author of a letter, a speech or an article. act: what somebody did with an offer, in the text's words. term: in marks, but nobody is said to have said it.
 */
export type StatementKind = "direct" | "mixed" | "indirect" | "clause" | "own" | "act" | "term";

/** One statement as the text has it. All places are UTF-16 offsets into the text. */
export interface ReadStatement {
  readonly id: string;
  readonly kind: StatementKind;
  /** The stretches between quotation marks, without the marks; for a transcript, what is said. None where all is reported. */
  readonly segments: readonly Span[];
  /** All that is attributed: the segments with what is reported around them. */
  readonly content: readonly Span[];
  /** The words: the segments, parted by " … "; where there are none, the words of the content. */
  readonly quote: string;
  readonly speaker: Speaker | null;
  readonly cue: Span | null;
  readonly stance: Stance;
  /** Whose position the words tell, where that is not the speaker: "Trump said that North Korea wanted …". */
  readonly holder: Speaker | null;
  /** Of a formal text: the article or number that the clause stands under; "preamble" for what only gives reasons. */
  readonly clause: string | null;
  /** Of a transcript: the turn, counted from 0. */
  readonly turn: number | null;
  readonly dates: readonly ReadDate[];
  readonly quantities: readonly ReadQuantity[];
  readonly suggestions: readonly Suggestion[];
  /** The term of the case that it speaks of by name. */
  readonly term: string | null;
  /** The party of the case that the speaker may speak for, by the record, by name or by office; null where nothing tells. */
  readonly party: string | null;
  /** The party whose position it is, where `holder` is another than the speaker and the case knows it. */
  readonly holderParty: string | null;
  /** 0–1: how likely it is that these are the speaker's words, as measured on the training texts. */
  readonly confidence: number;
  /** The day of the message that it stands in; left out where the document has one day. */
  readonly on?: Day;
  /** The other reader that proposed it; left out where Parley did. */
  readonly by?: string;
}

/** What kind of text a document is. */
export type TextForm = "prose" | "transcript" | "formal" | "letter" | "speech" | "article" | "mail";

/** What a text says of itself. */
export interface About {
  readonly form: TextForm;
  readonly title: string | null;
  readonly author: string | null;
  /** The day at its head, in its front matter or in its dateline; null where none stands there. */
  readonly date: Day | null;
}

export interface ReadingOptions {
  /** The day of the document, from which "Tuesday" and "last month" are seen. Without it the day that the text gives itself. */
  readonly date?: Day | null;
  /** Who wrote it, where something outside of the text says so. */
  readonly author?: string | null;
  /** Its issues and options are suggested. */
  readonly negotiation?: Case | null;
}

export interface Reading {
  readonly method: string;
  readonly about: About;
  readonly statements: readonly ReadStatement[];
  /** What a reader should know of the text: a quotation never closed, statements left out. */
  readonly remarks: readonly string[];
}

/** Whether it is the speaker's own position, said and not denied: complete as it stands. */
export const isOwnPosition = ({
  kind,
  speaker,
  holder,
  stance,
}: Pick<ReadStatement, "kind" | "speaker" | "holder" | "stance">): boolean =>
  kind !== "term" &&
  speaker !== null &&
  holder === null &&
  stance.act !== "denies" &&
  stance.act !== "asks" &&
  stance.act !== "leaves open";
