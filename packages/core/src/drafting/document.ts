// What a draft is made of: parts, clauses and tables, each knowing the fields of the case that it was made from.
import type { Path } from "../case/index.js";

/** A field of the case: its file, the way to it there, and that way in words. */
export interface Origin {
  readonly file: string;
  readonly path: Path;
  /** `commitments › freeze › due` */
  readonly label: string;
}

export const FLAG_KINDS = ["contested", "claimed", "unsaid", "unverifiable", "undated", "missing", "limits"] as const;

/** What is wrong with a clause, and is said in the draft rather than smoothed over. */
export interface Flag {
  readonly kind: (typeof FLAG_KINDS)[number];
  readonly text: string;
}

/** One side's wording; null text: it says nothing of this, empty: it leaves it out. No side: what nobody has said yet. */
export interface Alternative {
  readonly by: string | null;
  readonly name: string | null;
  readonly text: string | null;
}

/** What closes a bracket: a value in a field, or a part of a word that all read alike. */
export type Fill =
  | { readonly form: "text" | "date"; readonly at: Origin }
  | { readonly form: "component"; readonly term: string; readonly component: string };

/** Text in [square brackets]: not agreed, or not said yet. */
export interface Bracket {
  /** Unique in the draft, and the same in every version of it. */
  readonly id: string;
  readonly alternatives: readonly Alternative[];
  /** What should stand here: `the date`, `how it is verified`. */
  readonly asks: string;
  /** Null where no single field would close it. */
  readonly fill: Fill | null;
}

/** Another clause, by the number that it bears in this draft. */
export interface Reference {
  readonly to: string;
  readonly text: string;
}

export type TextPiece = string | Bracket | Reference;

/** How far along an issue a promise goes. */
export interface MoveTopic {
  readonly issue: string;
  readonly from: string;
  readonly to: string;
  /** Of the way from the one to the other that is then gone: 0–1. */
  readonly part: number;
  readonly today: string;
  /** Options and their places 0–100, as they were in this version. */
  readonly scale: Readonly<Record<string, number>>;
}

type BoundTopic = readonly { readonly value: number; readonly unit: string | null }[];

/** A limit, as its text gives it. */
export interface LimitTopic {
  readonly from: string | null;
  readonly atMost: BoundTopic;
  readonly atLeast: BoundTopic;
}

/** What a clause is about, as far as who gave can be told from it. */
export type Topic =
  | { readonly kind: "component"; readonly said: Readonly<Record<string, "in" | "out" | "unsaid">> }
  | {
      readonly kind: "duty";
      readonly by: string;
      /** Parties that owe it together with that one. */
      readonly with?: readonly string[] | undefined;
      /** The agreed day by which it is done, or from which it binds; null while none is agreed. */
      readonly day: string | null;
      /** The last day on which it binds; null: no end. */
      readonly until: string | null;
      readonly limits: readonly LimitTopic[];
      /** Days between reports, about; null where there are none. */
      readonly every: number | null;
      /** 0–1: the part that is taken back when the rest is called off. */
      readonly back: number;
      readonly move: MoveTopic | null;
    };

export interface Clause {
  readonly kind: "clause";
  /** Unique in the draft, and the same in every version of it. */
  readonly id: string;
  /** `3.2`; null for one that is not numbered. */
  readonly number: string | null;
  /** 1: under another clause. */
  readonly level: 0 | 1;
  readonly pieces: readonly TextPiece[];
  readonly from: readonly Origin[];
  readonly flags: readonly Flag[];
  readonly topic: Topic | null;
}

export interface TableRow {
  readonly id: string;
  readonly cells: readonly (readonly TextPiece[])[];
  readonly from: readonly Origin[];
  readonly flags: readonly Flag[];
}

export interface Table {
  readonly kind: "table";
  readonly id: string;
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly TableRow[];
}

export type DocumentBlock = Clause | Table;

export interface DraftPart {
  readonly id: string;
  /** `Article 3`, `Annex A`; null for what has no number. */
  readonly label: string | null;
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
}

/** `agreement.yaml: commitments › freeze` */
export const originText = ({ file, label }: Origin): string => `${file}: ${label}`;

/** A clause; what is left out of `more` is empty. */
export const clause = (
  id: string,
  pieces: readonly TextPiece[] | string,
  more: Partial<Omit<Clause, "kind" | "id" | "pieces">> = {},
): Clause => ({
  kind: "clause",
  id,
  number: null,
  level: 0,
  from: [],
  flags: [],
  topic: null,
  ...more,
  pieces: typeof pieces === "string" ? [pieces] : pieces,
});

/** By which an origin is known among others. */
export const originKey = ({ file, path }: Origin): string => JSON.stringify([file, ...path]);

export const field = (file: string, path: Path, label: string): Origin => ({ file, path, label });

/** A bracket that is blank, or holds what is proposed. */
export const blank = (id: string, asks: string, proposed: string | null, fill: Fill | null): Bracket => ({
  id,
  asks,
  fill,
  alternatives: [{ by: null, name: null, text: proposed }],
});

export const isBracket = (piece: TextPiece): piece is Bracket => typeof piece !== "string" && "alternatives" in piece;

/** `[2019-05-01]`, `[the date]`, `[the United States: all sites] [North Korea: left out]` */
export function bracketText({ alternatives, asks }: Pick<Bracket, "alternatives" | "asks">): string {
  return alternatives
    .map(({ name, text }) => {
      if (name === null) return `[${text ?? asks}]`;
      return `[${name}: ${text === null ? "says nothing" : text === "" ? "left out" : text}]`;
    })
    .join(" ");
}

/** A clause's number as it stands before it: `3.2`; under another clause `(a)`. Empty where it has none. */
export const labelOf = ({ number, level }: Pick<Clause, "number" | "level">): string =>
  level === 1 ? (number ?? "").replace(/^[\d.]+ /, "") : (number ?? "");

/** A run of pieces as plain text. */
export const plainText = (pieces: readonly TextPiece[]): string =>
  pieces
    .map((piece) => (typeof piece === "string" ? piece : isBracket(piece) ? bracketText(piece) : piece.text))
    .join("");

/** Every clause and row of a draft, in order. */
export const entriesOf = (parts: readonly DraftPart[]): (Clause | TableRow)[] =>
  parts.flatMap(({ blocks }) =>
    blocks.flatMap((block): (Clause | TableRow)[] => (block.kind === "clause" ? [block] : [...block.rows])),
  );

export const piecesOf = (entry: Clause | TableRow): readonly TextPiece[] =>
  "cells" in entry ? entry.cells.flat() : entry.pieces;

/** Every bracket of a draft, once. */
export const bracketsOf = (parts: readonly DraftPart[]): Bracket[] => [
  ...new Map(
    entriesOf(parts)
      .flatMap(piecesOf)
      .filter(isBracket)
      .map((bracket) => [bracket.id, bracket]),
  ).values(),
];
