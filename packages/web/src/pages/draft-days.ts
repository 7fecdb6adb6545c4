// What the draft page reads of a draft and of its address.
import type { Bracket, Change, DraftPart } from "@parley/core/internal";

/** Every day that the roadmap proposes for a commitment, as a change of the case. */
export const proposedDays = (parts: readonly DraftPart[]): Change[] =>
  parts
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "clause" ? block.pieces : [])))
    .flatMap((piece) => (typeof piece !== "string" && "alternatives" in piece ? dayIn(piece) : []));

function dayIn({ id, alternatives, fill }: Bracket): Change[] {
  const day = alternatives[0]?.text ?? null;
  if (fill?.form !== "date" || day === null) return [];
  return id.startsWith("commitment:") && id.endsWith(":start") ? [{ path: fill.at.path, value: day }] : [];
}

/** Whose brief is shown: the one that is asked for, else the reader's own, else the first. */
export const briefOf = (
  asked: string | null,
  reader: string | null,
  seated: readonly { readonly id: string }[],
): string => asked ?? (seated.some(({ id }) => id === reader) ? reader : null) ?? seated[0]?.id ?? "";
