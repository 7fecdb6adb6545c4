// What a party answered to an offer, as one more response in record.yaml.
import type { Case, ResponseAnswer } from "@parley/core";
import type { FieldEdit } from "./unsaved-edits.js";

export interface NewResponse {
  readonly by: string;
  readonly answer: ResponseAnswer;
  readonly date: string;
  /** What was better for it: `no-deal`, `going-on`; empty where that is not known. */
  readonly instead: string;
}

/** @returns null where the offer is not on record */
export function responseEdit(
  { offers }: Pick<Case, "offers">,
  offer: string,
  { by, answer, date, instead }: NewResponse,
  what: string,
): FieldEdit | null {
  const place = offers.findIndex(({ id }) => id === offer);
  const count = offers[place]?.responses.length;
  if (count === undefined) return null;
  const turnedDown = answer === "refused" || answer === "countered";
  const value = { by, date, answer, ...(turnedDown && instead !== "" && { instead }) };
  return { what, file: "record.yaml", changes: [{ path: ["offers", place, "responses", count], value }] };
}
