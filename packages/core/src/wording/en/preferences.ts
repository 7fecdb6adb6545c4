// What parties need: asked in words, put in order, narrowed.
import { type Band, bandText } from "../../math/index.js";
import { type Named, nameOf } from "../named.js";
import { rich } from "../rich.js";
import { capital, verb } from "./grammar.js";
import { counted } from "./numbers.js";

/** On what a file of interests rests. */
const bases = { stated: "stated", elicited: "elicited", estimated: "estimated" };

/** How a change is named in the history, each after the party whose interests are changed. */
const changed = {
  order: (party: string) => `${capital(party)}: the order of its issues`,
  first: (party: string, issue: string) => `${capital(party)}: ${issue} comes first`,
  last: (party: string, issue: string) => `${capital(party)}: ${issue} comes last`,
  after: (party: string, issue: string, other: string) => `${capital(party)}: ${issue} comes after ${other}`,
  step: (party: string, issue: string, step: { readonly from: string; readonly to: string } | null) =>
    `${capital(party)}: the largest step of ${issue} is ${step ? `${step.from} → ${step.to}` : "not said"}`,
  /** @param interval bounds on the weight, in percent; null: none */
  weight: (party: string, issue: string, interval: readonly [number, number] | null) =>
    `${capital(party)}: the weight of ${issue} is ${interval ? `${interval.join("–")} %` : "left to its rank"}`,
};

/** What is read aloud while an issue, or several among which there is no order, is moved. */
const spoken = {
  takenUp: (issues: readonly string[], place: number, of: number) =>
    `${issues.join(" and ")} taken up, place ${place} of ${of}.`,
  over: (issues: readonly string[], place: number, of: number) => `${issues.join(" and ")} at place ${place} of ${of}.`,
  laidDown: (issues: readonly string[], place: number, of: number) =>
    `${issues.join(" and ")} laid down at place ${place} of ${of}.`,
  laidAway: (issues: readonly string[]) => `${issues.join(" and ")} laid down.`,
  stays: (issues: readonly string[]) => `${issues.join(" and ")} stays where it was.`,
};

const rank = {
  asNumbers: (file: string) =>
    rich(
      `Its swings are given as numbers, so there is nothing to rank: ${file} says them, under `,
      { slot: "field" },
      ".",
    ),
  move: (issues: readonly string[], place: number) => `Move ${issues.join(", ")}, now in place ${place}`,
  noOrder: "Which of these comes first is not said.",
  sayIt: "Say it",
  swing: rich("from ", { slot: "worst" }, " to ", { slot: "best" }),
  noMatter: "It does not matter to this party.",
  largestStep: "The step worth most",
  step: (from: string, to: string) => `${from} → ${to}`,
  more: "More to say",
  unsure: "It is not known whether this or the next comes first",
  sayWeight: "Say how much of the whole it weighs, from … to …",
  /** @param low percent @param high percent */
  weight: (low: number, high: number) => `Weight: ${low}–${high} % of the whole`,
  least: (issue: string) => `Least weight of ${issue}, in percent`,
  most: (issue: string) => `Most weight of ${issue}, in percent`,
  leave: "Leave it to its rank",
  spoken,
};

/** The interview that begins a file. */
const ask = {
  preparing: "Preparing the questions …",
  written: (party: Named, answers: number) => `What ${nameOf(party)} ${verb(party, "needs")}, from ${answers} answers`,
  cannotAllStand: "These cannot all stand. Which one should go?",
  takeBack: (told: string) => `Take back ${told}`,
  bluff: (told: string) => `It was a bluff: ${told}`,
  nothingMore: "Nothing more is worth asking.",
  back: "← One answer back",
  write: (file: string) => `Write ${file}`,
  soFar: (answers: number, narrowing: { readonly now: number; readonly before: number } | null) => {
    const bands = narrowing
      ? ` Bands of ${narrowing.now.toFixed(0)} points, ${narrowing.before.toFixed(0)} at first.`
      : "";
    return `${counted(answers, "answer")} so far, kept in this tab.${bands}`;
  },
};

/** A few comparisons more, of interests that are on file. */
const check = {
  heading: "Is it the right way round?",
  about: "Preferences are easily written down wrongly. A few comparisons show it, and narrow what is left open.",
  onFile: (answers: number) => `${counted(answers, "answer is", "answers are")} on file.`,
  open: "Check it by comparing",
  title: (party: Named) => `What ${nameOf(party)} would rather have`,
  answered: (party: string, answer: string) => `${party}: ${answer}`,
  onceMore: (file: string) => `${file} was changed meanwhile. Answer once more.`,
  looking: "Looking for the comparison that tells most …",
  nothingMore: "No further comparison would tell much.",
  done: "Done",
};

/** What follows from interests as they are written, or as they are tried. */
const follows = {
  label: "What follows from it",
  tried: (models: number) => `If it were so, roughly (${models} models)`,
  asWritten: "As it is written",
  offer: (name: string, sentence: string) => `“${name}”: ${sentence}`,
  known: (width: number, before: number | null, walkAway: Band | null) =>
    rich(
      "How well it is known: the value of what is on record lies in a ",
      { term: "band", text: "band" },
      " of ",
      { strong: width.toFixed(0) },
      ` points on average${before === null ? "" : `, where it was ${before.toFixed(0)}`}.`,
      ...(walkAway
        ? [" Its ", { term: "walkAwayValue", text: "walk-away value" } as const, `: ${bandText(walkAway)}.`]
        : []),
    ),
};

export const preferences = {
  heading: "What each side needs",
  whose: "Whose interests",
  basis: (holder: string | null, basis: keyof typeof bases) =>
    holder === null ? bases[basis] : `by ${holder}, ${bases[basis]}`,
  nothingYet: "nothing yet",
  notForReader: (party: Named) =>
    `What ${nameOf(party)} ${verb(party, "needs")} is not for this reader to see, or is on no file.`,
  nothingOnFile: (party: Named) =>
    `Nothing is on file of what ${nameOf(party)} ${verb(party, "needs")}. Some questions in words make a beginning; no numbers are asked.`,
  which: (party: string) => rich("Which ", { term: "swing", text: "swing" }, ` is worth most to ${party}?`),
  drag: (party: string) =>
    rich(
      `All issues at their worst for ${party}: which would it raise first to its best? Drag them into order: every move is written at once. `,
      { slot: "keys" },
    ),
  keys: rich("Space takes an issue up and the arrows move it; ", { key: "u" }, " undoes."),
  changed,
  rank,
  ask,
  check,
  follows,
};
