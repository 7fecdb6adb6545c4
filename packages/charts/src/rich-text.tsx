// Draws a sentence that has emphasis, keyboard keys, technical words or gaps to fill as React elements.
import type { Rich, TermId } from "@parley/core/internal";
import { Fragment, type ReactNode } from "react";

interface RichTextProps<Slot extends string> {
  readonly of: Rich<Slot>;
  /** What stands where the sentence leaves a place. */
  readonly slots?: Readonly<Record<Slot, ReactNode>>;
  /** How a technical word is drawn; as plain text unless given. */
  readonly term?: (term: TermId, text: string) => ReactNode;
}

/** A sentence with stress, keys, technical words and places that are filled. */
export function RichText<Slot extends string = never>({ of, slots, term }: RichTextProps<Slot>): ReactNode {
  return of.map((piece, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name, and never move
    return <Fragment key={at}>{drawn(piece, slots, term)}</Fragment>;
  });
}

function drawn<Slot extends string>(
  piece: Rich<Slot>[number],
  slots: RichTextProps<Slot>["slots"],
  term: RichTextProps<Slot>["term"],
): ReactNode {
  if (typeof piece === "string") return piece;
  if ("strong" in piece) return <strong>{piece.strong}</strong>;
  if ("key" in piece) return <kbd>{piece.key}</kbd>;
  if ("slot" in piece) return slots?.[piece.slot];
  return term ? term(piece.term, piece.text) : piece.text;
}
