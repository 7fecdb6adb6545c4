// English text of `parley forecast`, the record of what was held to be how likely, and of what came of it.
import { counted } from "../numbers.js";

const EXAMPLES = `
Examples:
  parley forecast state ledger.csv cases/hanoi-2019 --offer pageantry --due 2019-12-31
  parley forecast add ledger.csv --question "Yongbyon is closed." --probability 20 --due 2019-12-31 --by Ann
  parley forecast settle ledger.csv 1 no
  parley forecast score ledger.csv

The file is a table that a spreadsheet opens. It belongs to its owner: a probability tells what a team expects.
`;

export interface ScoreSaid {
  readonly name: string | null;
  readonly count: number;
  readonly came: number;
  readonly brier: string;
  readonly ofBaseRate: string;
  /** In hundredths; null where all came true, or none. */
  readonly skill: number | null;
  /** In points of 100. */
  readonly bias: number;
  readonly enough: boolean;
}

function score({ name, count, came, brier, ofBaseRate, skill, bias, enough }: ScoreSaid): string {
  const whose = name === null ? "All together" : name;
  const first = `${whose}: ${came} of ${counted(count, "settled forecast")} came true. Brier score ${brier} (0 is perfect; always saying one half gives 0.25).`;
  const base =
    skill === null
      ? `${came === 0 ? "None" : "All"} came true, so there is no base rate to compare with.`
      : `Always saying ${Math.round((100 * came) / count)} %, which nobody knew before, would have had ${ofBaseRate}: ${skill > 0 ? `better than that by ${skill} %` : skill < 0 ? `worse than that by ${-skill} %` : "as good as that"}.`;
  const lean =
    Math.abs(bias) < 5
      ? "On the whole as much came true as was expected."
      : `On the whole ${bias > 0 ? "less" : "more"} came true than was expected, by ${Math.abs(bias)} of 100.`;
  const few = enough ? [] : ["That is too few to tell skill from luck."];
  return [first, base, lean, ...few].join(" ");
}

export const forecast = {
  description: "keep a record of what was held to be how likely, settle it later, and see how far to trust it",
  state: "put on record how likely Parley holds it that an offer is signed as it stands",
  add: "put a forecast of a person on record",
  settle: "say what came of a forecast",
  scores: "how good the settled forecasts were, against the base rate, and what is open or overdue",
  file: "the record, a .csv file; made where there is none",
  id: "the number of the forecast",
  outcome: "yes, no, or void for what cannot be told or was badly put",
  flags: {
    offer: "the offer",
    due: "the last day on which it can come true",
    made: "the day on which it is made",
    question: "what would come true, as a full sentence",
    probability: "how likely it is, in per cent",
    low: "the least that is thought likely, in per cent",
    high: "the most that is thought likely, in per cent",
    by: "whose forecast it is",
    on: "the day on which it was settled",
    today: "the day from which what is open counts as overdue",
  },
  examples: EXAMPLES,
  signed: (offer: string, title: string, due: string) => `“${offer}” (${title}) is signed as it stands by ${due}.`,
  parley: "Parley",
  noOffer: (offer: string) => `nothing says how likely it is that "${offer}" is signed. Look at it with parley assess.`,
  notRead: (problems: readonly string[], file: string) =>
    `${problems.join("\n")}\nNothing was written to ${file}. Mend this first.`,
  tooLarge: (file: string, millions: number) =>
    `${file} has more than ${millions} million characters, which is more than a record may hold. Begin another file.`,
  noFile: (file: string) => `there is no record ${file}. parley forecast add makes one.`,
  percent: (text: string) => `"${text}" is no per cent. Write a number from 0 to 100.`,
  added: (id: string, probability: string, question: string) => `${id}: ${probability} – ${question}`,
  settled: (id: string, outcome: string, on: string) => `${id} was settled as ${outcome} on ${on}.`,
  score,
  none: "Nothing is settled yet, so there is nothing to score.",
  bins: {
    head: ["Said", "Forecasts", "Mean said", "Came true", "Nine in ten"],
    range: (from: number, to: number) => `${Math.round(100 * from)}–${Math.round(100 * to)} %`,
    note: "The last column holds the share that comes true of such forecasts in nine of ten cases. Where the mean said lies outside of it, they are badly calibrated.",
  },
  waiting: (open: number, overdue: number, voided: number) =>
    `${counted(open, "forecast is", "forecasts are")} open${overdue > 0 ? `, of which ${overdue} past ${overdue === 1 ? "its" : "their"} day` : ""}${voided > 0 ? `; ${voided} void` : ""}.`,
  overdue: (id: string, due: string, question: string) => `${id}, due ${due}: ${question}`,
};
