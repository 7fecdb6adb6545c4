import type { Narrowing, Question } from "@parley/core";
import { item, wrap } from "./table.js";

/** `Bands: 38 points wide at first, 21 now.` */
export function narrowingText({ before, now }: Narrowing): string {
  const [first, last] = [before.toFixed(0), now.toFixed(0)];
  return first === last
    ? `What packages are worth is known to within ${last} points.`
    : `What packages are worth is known to within ${last} points; ${first} when only the order of the options was known.`;
}

/** Why an answer cannot stand, with the earlier ones that it contradicts. */
export function contradictionText([last = "", ...earlier]: readonly string[]): string {
  if (earlier.length === 0) return wrap(`This cannot stand beside what was said before: ${last}.`);
  return [
    wrap(`These cannot all stand. Take back the last, or go back to one of the others:`),
    ...[last, ...earlier].map((text) => item(text)),
  ].join("\n");
}

/** The next question, for who feeds answers from a file. */
export function questionText(question: Question | null): string {
  if (!question) return "Nothing more is worth asking.\n";
  const choices = question.choices.map(({ id, text }) => item(`${id}: ${text}`));
  return [wrap(`Next, ${question.ask}: ${question.text}`), ...choices, ""].join("\n");
}
