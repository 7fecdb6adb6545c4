/**
 * An analysis's result, or why it cannot be had: sentences that say what is missing and what to do. `misuse`: the
 * question was wrong (it names an offer, party or view that is not there), not the case.
 */
export type Outcome<T> = { readonly ok: true; readonly value: T } | Refusal;

interface Refusal {
  readonly ok: false;
  readonly reasons: readonly string[];
  readonly misuse: boolean;
}

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refuse = (...reasons: readonly string[]): Refusal => ({ ok: false, reasons, misuse: false });
export const misused = (...reasons: readonly string[]): Refusal => ({ ok: false, reasons, misuse: true });
