// An answer to whether a party would sign the least that its file signs, as a change of that file.
import type { Interests, LeastSigned } from "@parley/core/internal";
import { written } from "../interests-file.js";
import type { FieldEdit } from "./unsaved-edits.js";

/**
 * @param signs whether the party would sign it
 * @param date the day on which that is said
 */
export function leastEdit(
  { file, answers }: Pick<Interests, "file" | "answers">,
  { options }: Pick<LeastSigned, "options">,
  signs: boolean,
  date: string,
  what: string,
): FieldEdit {
  const whole = Object.fromEntries(Object.entries(options).map(([issue, option]) => [issue, written(option)]));
  const [prefer, to] = signs ? [whole, "no-deal"] : ["no-deal", whole];
  return { what, file, changes: [{ path: ["answers", answers.length], value: { prefer, to, ...(date && { date }) } }] };
}
