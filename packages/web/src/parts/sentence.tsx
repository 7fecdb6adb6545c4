// A sentence in the workbench whose technical words can be pressed to see their meaning.
import { RichText } from "@parley/charts";
import type { Rich } from "@parley/core/internal";
import type { ReactNode } from "react";
import { Word } from "./word.js";

interface SentenceProps<Slot extends string> {
  readonly of: Rich<Slot>;
  readonly slots?: Readonly<Record<Slot, ReactNode>>;
}

/** A sentence of several pieces, whose technical words say what they mean when they are pressed. */
export const Sentence = <Slot extends string = never>({ of, slots }: SentenceProps<Slot>): ReactNode => (
  <RichText of={of} {...(slots && { slots })} term={(term, text) => <Word of={term}>{text}</Word>} />
);
