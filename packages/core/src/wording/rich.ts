// Sentences that hold more than letters: what a page makes of a piece is the page's own.
import type { TermId } from "./en/terms.js";

/**
 * A piece of a sentence: text, text with stress, a technical word that can explain itself, keys that are pressed, or a place
 * that the surface fills (with a field, a link, a figure that moves).
 */
export type RichPiece<Slot extends string = never> =
  | string
  | { readonly strong: string }
  | { readonly term: TermId; readonly text: string }
  | { readonly key: string }
  | { readonly slot: Slot };

/** A sentence in pieces, in the order of its language. */
export type Rich<Slot extends string = never> = readonly RichPiece<Slot>[];

export const rich = <Slot extends string = never>(...pieces: Rich<Slot>): Rich<Slot> => pieces;
