// What a party answered to an offer, as one more response in record.yaml.
import type { Case, ResponseAnswer } from "@parley/core/internal";
import type { FieldEdit } from "./unsaved-edits.js";

export interface NewResponse {
  readonly by: string;
  readonly answer: ResponseAnswer;
  readonly date: string;
  /** What was better for it: `no-deal`, `going-on`; empty where that is not known. */
  readonly instead: string;
  /** The offer that it countered with, and the source, by their ids; empty where there is none. */
  readonly counter: string;
  readonly source: string;
  /** How sure it is that it was meant. */
  readonly meant: keyof typeof RELIABILITY;
}

/** The chance that an answer was meant, by how sure that is; where it is sure nothing is written. */
export const RELIABILITY = { sure: 1, probably: 0.9, "hard-to-say": 0.6 } as const;

/** @returns null where the offer is not on record */
export function responseEdit(
  { offers }: Pick<Case, "offers">,
  offer: string,
  { by, answer, date, instead, counter, source, meant }: NewResponse,
  what: string,
): FieldEdit | null {
  const place = offers.findIndex(({ id }) => id === offer);
  const count = offers[place]?.responses.length;
  if (count === undefined) return null;
  const turnedDown = answer === "refused" || answer === "countered";
  const value = {
    by,
    date,
    answer,
    ...(answer === "countered" && counter !== "" && { with: counter }),
    ...(turnedDown && instead !== "" && { instead }),
    ...(meant !== "sure" && { reliability: RELIABILITY[meant] }),
    ...(source !== "" && { source }),
  };
  return { what, file: "record.yaml", changes: [{ path: ["offers", place, "responses", count], value }] };
}
