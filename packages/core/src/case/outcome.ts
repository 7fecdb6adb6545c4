/**
 * An analysis's result, or why it cannot be had: sentences that say what is missing and what to do. `misuse`: the
 * question was wrong (it names an offer, party or view that is not there), not the case. `lacks`: the choice that would
 * do, which each surface offers in its own way: by a flag, by something to press.
 */
export type Outcome<T> = { readonly ok: true; readonly value: T } | Refusal;

/** What an asker can choose, and did not. */
export type Choice = "day" | "framework" | "holder" | "offer" | "view";

export interface Refusal {
  readonly ok: false;
  readonly reasons: readonly string[];
  readonly misuse: boolean;
  readonly lacks?: Choice;
}

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refuse = (...reasons: readonly string[]): Refusal => ({ ok: false, reasons, misuse: false });
export const misused = (...reasons: readonly string[]): Refusal => ({ ok: false, reasons, misuse: true });

/** The same refusal, with the choice that would do. */
export const lacking = (lacks: Choice, refusal: Refusal): Refusal => ({ ...refusal, lacks });
