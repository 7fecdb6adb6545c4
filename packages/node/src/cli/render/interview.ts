import type { InterviewState, Narrowing, Question } from "@parley/core";
import { item, wrap } from "./table.js";

/** `Bands: 38 points wide at first, 21 now.` */
function narrowingText({ before, now }: Narrowing): string {
  const [first, last] = [before.toFixed(0), now.toFixed(0)];
  return first === last
    ? `What packages are worth is known to within ${last} points.`
    : `What packages are worth is known to within ${last} points; ${first} when only the order of the options was known.`;
}

/** Why an answer cannot stand, with the earlier ones that it contradicts. */
export function contradictionText({ answers, offers }: NonNullable<InterviewState["contradiction"]>): string {
  const all = [...answers, ...offers];
  if (all.length === 0)
    return wrap("The answers cannot all stand, and no one of them alone mends it: go back to the last.");
  if (all.length === 1) return wrap(`This cannot stand beside the rest of what was said: ${all[0]?.text}.`);
  const bluff = offers.length > 0 ? "; an own offer stops counting once it is said to have been a bluff" : "";
  return [
    wrap(`These cannot all stand. Taking back any one of them mends it${bluff}:`),
    ...all.map(({ text }) => item(text)),
  ].join("\n");
}

/** How far it is, after an answer: how narrow the bands are, or what is missing before there are any. */
export function progressText({ narrowing, unordered }: InterviewState): string {
  if (narrowing) return narrowingText(narrowing);
  if (unordered.length === 0) return "There are no bands while every issue is all the same to you.";
  return `There are bands once it is known which option is best on every issue: ${unordered.length} to go.`;
}

/** The next question, for who feeds answers from a file. */
export function questionText(question: Question | null): string {
  if (!question) return "Nothing more is worth asking.\n";
  const choices = question.choices.map(({ id, text }) => item(`${id}: ${text}`));
  return [wrap(`Next, ${question.ask}: ${question.text}`), ...choices, ""].join("\n");
}

/** What was written where, or why nothing was. */
export function endingText(state: InterviewState, count: number, answers: string, interests: string): string {
  const kept = `${count} ${count === 1 ? "answer is" : "answers are"} kept in ${answers}.`;
  if (state.complete) return wrap(`Wrote ${interests}. ${kept} ${progressText(state)}`);
  return wrap(`${kept} ${whyUnwritten(state)}`);
}

function whyUnwritten({ question, unordered }: InterviewState): string {
  if (unordered.length === 0)
    return "Every issue is all the same: nothing is to be preferred, so there are no interests to write.";
  return question
    ? "The interests file is written once it is known which option is best on every issue."
    : `It is not known which option is best on ${unordered.join(", ")}: go back to these before the interests can be used.`;
}
