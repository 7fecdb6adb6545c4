/** An analysis's result, or why it cannot be had: sentences that say what is missing and what to do. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reasons: readonly string[] };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refuse = (...reasons: readonly string[]): { readonly ok: false; readonly reasons: readonly string[] } => ({
  ok: false,
  reasons,
});
