// Samples of charts with other names: long ones, and such as run from right to left.

export const NAMES = {
  long: "The Interim Joint Commission for the Supervision of the Withdrawal and of the Exchange of Detained Persons",
  "right-to-left": "لجنة الإشراف المشتركة",
} as const;

export type NameState = "many" | keyof typeof NAMES;

/** Fields that hold what a thing is called. */
const CALLED = new Set(["name", "text", "term", "called", "label"]);

/** The same, every name and text another; each keeps its own end, so that no two are the same. */
export function inOtherNames<T>(value: T, state: NameState): T {
  if (state === "many") return value;
  return JSON.parse(JSON.stringify(value), (key: string, part: unknown) =>
    CALLED.has(key) && typeof part === "string" ? `${NAMES[state]} ${part.slice(-3)}` : part,
  );
}
