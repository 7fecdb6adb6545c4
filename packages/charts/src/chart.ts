// What every chart must provide (a title, a description, a drawing and its figures), and how charts name the parties.
import { labelName, type Named, type Wording } from "@parley/core/internal";
import type { ReactNode } from "react";

/** The figures behind a picture: the same facts as a table. */
export interface Figures {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What is drawn at one width. */
export interface Scene {
  /** In the same units as the width: CSS pixels. */
  readonly height: number;
  readonly marks: ReactNode;
}

/** A picture of a result: pure, so that the report, the pages, the gallery and the tests draw the same. */
export interface Chart<Of> {
  /** The name of its file. */
  readonly name: string;
  readonly title: (of: Of, words: Wording) => string;
  /** What a person who cannot see it should know: one to three sentences. */
  readonly description: (of: Of, words: Wording) => string;
  /** @param width in CSS pixels, 320 or more */
  readonly draw: (of: Of, width: number, words: Wording) => Scene;
  readonly figures: (of: Of, words: Wording) => Figures;
}

/** A party keeps one colour and one shape everywhere: by its place among the parties of the case. */
export interface Cast {
  readonly parties: readonly { readonly id: string; readonly name: string; readonly plural?: boolean | undefined }[];
}

export const placeOf = ({ parties }: Cast, id: string | null): number => parties.findIndex((party) => party.id === id);

/** The place of who made an offer; none where nobody did, or several together. */
export const placeOfMaker = (cast: Cast, by: readonly string[]): number =>
  by.length === 1 ? placeOf(cast, by[0] ?? null) : -1;

export const nameOf = ({ parties }: Cast, id: string): string => parties.find((party) => party.id === id)?.name ?? id;

/** A party for the verbs and pronouns that go with its name. */
export const spokenOf = ({ parties }: Cast, id: string): Named => parties.find((party) => party.id === id) ?? id;

/** A name at the head of a line or a cell: without its article, with a capital. */
export const labelOf = (cast: Cast, id: string): string => labelName(nameOf(cast, id));
