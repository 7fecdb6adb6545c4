// The texts of the interview on the terminal: the next question, the progress, contradictions, and the ending.
import type { CommandWording, InterviewQuestion, InterviewState } from "@parley/core/internal";
import { item, wrap } from "./table.js";

export type InterviewWords = CommandWording["commands"]["interview"];

/** Why an answer cannot stand, with the earlier ones that it contradicts. */
export function contradictionText(
  { contradiction: words }: InterviewWords,
  { answers, offers }: NonNullable<InterviewState["contradiction"]>,
): string {
  const all = [...answers, ...offers];
  const [first] = all;
  if (!first) return wrap(words.unmended);
  if (all.length === 1) return wrap(words.one(first.text));
  return [wrap(words.several(offers.length > 0)), ...all.map(({ text }) => item(text))].join("\n");
}

/** How far it is, after an answer: how narrow the bands are, or what is missing before there are any. */
export function progressText({ progress: words }: InterviewWords, { narrowing, unordered }: InterviewState): string {
  if (narrowing) return words.narrowed(narrowing);
  return unordered.length === 0 ? words.indifferent : words.unordered(unordered.length);
}

/** The next question, for who feeds answers from a file. */
export function questionText(words: InterviewWords, question: InterviewQuestion | null): string {
  if (!question) return `${words.nothingMore}\n`;
  const choices = question.choices.map(({ id, text }) => item(words.choice(id, text)));
  return [wrap(words.next(question.ask, question.text)), ...choices, ""].join("\n");
}

/** What was written where, or why nothing was. */
export function endingText(
  words: InterviewWords,
  state: InterviewState,
  count: number,
  answers: string,
  interests: string,
): string {
  const kept = words.ending.kept(count, answers);
  if (state.complete) return wrap(words.ending.wrote(interests, kept, progressText(words, state)));
  return wrap(words.ending.unwritten(kept, whyUnwritten(words, state)));
}

function whyUnwritten({ ending: words }: InterviewWords, { question, unordered }: InterviewState): string {
  if (unordered.length === 0) return words.indifferent;
  return question ? words.unasked : words.unordered(unordered);
}
