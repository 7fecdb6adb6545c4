// English text of `parley interview`, the command that asks a party in words what it needs and writes its interests
// file.
import { counted } from "../numbers.js";

const EXAMPLES = `
Examples:
  parley interview my-talks --party buyer
  parley interview cases/hanoi-2019 --party us --holder me

Every answer is kept at once in interests/PARTY.HOLDER.answers: stop when you like, and go on with the same command.
`;

/** How wide the bands are, of 100. */
function narrowed({ before, now }: { readonly before: number; readonly now: number }): string {
  const [first, last] = [before.toFixed(0), now.toFixed(0)];
  return first === last
    ? `What packages are worth is known to within ${last} points.`
    : `What packages are worth is known to within ${last} points; ${first} when only the order of the options was known.`;
}

export const interview = {
  description: "ask in words what a party needs, and write its interests file",
  flags: {
    party: "whose interests",
    holder: "who answers, and may see the file; the party itself unless given",
    answers: "take the answers from this file instead of asking",
    date: "the day of the interview; today unless given",
  },
  examples: EXAMPLES,
  noTerminal: "there is no terminal to ask on. Give the answers with --answers FILE.",
  notOurs: (file: string) =>
    `${file} was not written by this interview, or was changed since, and will not be written over. Answer as another --holder, or move it away first.`,
  cannotKeep: (file: string, why: string) => `cannot write ${file}: ${why}. What stood there before still does.`,
  changedMeanwhile: (file: string) =>
    `${file} was changed by another program during the interview, and was not written over. Nothing was written; see what stands there, and give the same command again.`,
  /** Of the history. */
  entry: (party: string, answers: number) => `the interview about ${party}: ${counted(answers, "answer")}`,
  noFile: (file: string) => `cannot read ${file}: it does not exist.`,
  otherAnswers: (kept: string, file: string) =>
    `${kept} holds other answers than ${file}, and they would be lost. Answer as another --holder, or move it away first.`,
  goingOn: (answers: number, file: string) => `Going on after ${counted(answers, "answer")}, kept in ${file}.`,
  begin: "Answer in words; no numbers are needed. Go back or stop at any question.",
  whichGoes: "Which one should go?",
  takeBack: (answer: string) => `Take back ${answer}`,
  bluff: (offer: string) => `It was a bluff: ${offer}`,
  question: (part: string, text: string) => `${part}. ${text}`,
  contradiction: {
    unmended: "The answers cannot all stand, and no one of them alone mends it: go back to the last.",
    one: (answer: string) => `This cannot stand beside the rest of what was said: ${answer}.`,
    several: (offers: boolean) =>
      `These cannot all stand. Taking back any one of them mends it${offers ? "; an own offer stops counting once it is said to have been a bluff" : ""}:`,
  },
  progress: {
    narrowed,
    indifferent: "There are no bands while every issue is all the same to you.",
    unordered: (issues: number) =>
      `There are bands once it is known which option is best on every issue: ${issues} to go.`,
  },
  nothingMore: "Nothing more is worth asking.",
  next: (ask: string, text: string) => `Next, ${ask}: ${text}`,
  choice: (id: string, text: string) => `${id}: ${text}`,
  ending: {
    wrote: (interests: string, kept: string, progress: string) =>
      `Wrote ${interests}. ${kept} ${progress} See the least that it would sign: parley sanity.`,
    kept: (count: number, file: string) => `${count} ${count === 1 ? "answer is" : "answers are"} kept in ${file}.`,
    unwritten: (kept: string, why: string) => `${kept} ${why}`,
    indifferent: "Every issue is all the same: nothing is to be preferred, so there are no interests to write.",
    unasked: "The interests file is written once it is known which option is best on every issue.",
    unordered: (issues: readonly string[]) =>
      `It is not known which option is best on ${issues.join(", ")}: go back to these before the interests can be used.`,
  },
};
