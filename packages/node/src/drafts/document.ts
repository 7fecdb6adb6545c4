// What every form of a draft is written from.
import {
  type Clause,
  type DraftPart,
  type Origin,
  originText,
  plainText,
  type Viewing,
  type Wording,
} from "@parley/core/internal";

/** A framework or a brief. */
export interface Document extends Viewing {
  readonly kind: "framework" | "brief";
  readonly heading: string;
  readonly sentence: string;
  readonly parts: readonly DraftPart[];
  readonly remarks: readonly string[];
}

export interface Trace {
  /** The clause's number, or how it begins. */
  readonly where: string;
  readonly from: readonly Origin[];
}

/** Of every clause the fields that it was made from. */
export function tracesOf({ parts }: Pick<Document, "parts">, words: Wording): Trace[] {
  return parts.flatMap(({ label, title, blocks }) =>
    blocks.flatMap((block): Trace[] => {
      if (block.kind === "clause")
        return block.from.length > 0 ? [{ where: whereOf(block, title, words), from: block.from }] : [];
      // Rows say again what the clauses say: one line for the whole table.
      const from = [...new Map(block.rows.flatMap((row) => row.from).map((one) => [originText(one), one])).values()];
      return from.length > 0 ? [{ where: label ?? title, from }] : [];
    }),
  );
}

function whereOf({ number, level, pieces }: Clause, title: string, { drafts: { traces } }: Wording): string {
  const begins = plainText(pieces).slice(0, 40).trim();
  if (number === "•") return traces.begins(title, begins);
  if (number === null) return title;
  const bare = (level === 1 && !/\s/.test(number)) || /^\d+$/.test(number);
  return bare ? traces.numbered(title, number) : number;
}
