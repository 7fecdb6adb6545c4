// Packages as pages speak of them: what is left on the table, what an option would do, pins, offers beside each other.
import { type Band, bandText } from "../../math/index.js";
import { rich } from "../rich.js";
import { capital } from "./grammar.js";
import { percent } from "./likelihood.js";

/** What something is worth to whom, by name. */
export type Worths = readonly (readonly [party: string, worth: Band])[];

const worthsText = (worths: Worths): string =>
  worths.map(([party, band]) => `${party} ${bandText(band, true)}`).join(", ");

const gain = {
  /** One issue of a change. */
  change: (issue: string, from: string, to: string) => rich(`${issue}: ${from} → `, { strong: to }),
  worth: (worths: Worths, sure: boolean, share: number) =>
    `${worthsText(worths)} points; ${sure ? "sure" : `in ${percent([share])} of the models`}`,
};

const builder = {
  label: "The package, issue by issue",
  heading: "The package",
  against: "Bars: what each choice does to each side against today, in points of its own 100.",
  weighing: "Weighing what each choice does to each side …",
  kinds: "○ symbolic ◐ reversible ● irreversible. Pale: nine models of ten.",
  search: "Find an issue",
  noneFound: (text: string) => `No issue is called “${text}”.`,
  asToday: "as today",
  today: "today",
  redLine: (party: string, text: string) => capital(`a red line of ${party}: ${text}`),
  broken: (rule: string) => capital(`cannot be: ${rule}`),
};

const answers = {
  heading: "What was answered to it",
  write: "Write down an answer",
  who: "Who",
  answer: "Answer",
  day: "On",
  keep: "Put on record",
  kinds: {
    "": "choose …",
    accepted: "accepted it",
    refused: "refused it",
    countered: "made another offer instead",
    lapsed: "let it lapse",
    "let-stand": "let it stand",
  },
  counter: "Its offer",
  source: "Source",
  notNamed: "–",
  meant: "Was it meant?",
  meanings: {
    sure: "surely",
    probably: "probably (90 %)",
    "hard-to-say": "hard to say (60 %)",
  },
  instead: "What was better",
  instances: {
    "": "not known",
    "no-deal": "no deal",
    "going-on": "going on with the talks",
  },
  done: (party: string, offer: string) => `Answer of ${party} to “${offer}”`,
};

const pins = {
  name: (place: number) => `Pin ${place}`,
  pin: "Pin this package",
  takeAway: (pin: string) => `Take ${pin} away`,
};

const beside = {
  heading: "Side by side",
  label: "Offers side by side",
  signs: (probabilities: readonly number[], certain: boolean) => `signs: ${percent(probabilities, certain)}`,
  values: (value: Band, noDeal: Band) => `value ${bandText(value)}, no deal ${bandText(noDeal)}`,
  note: "Grey: as today. Issues on which all of them agree are left out.",
};

export interface PackageInWords {
  readonly name: string;
  /** What it changes against today: issue and option. */
  readonly moves: readonly (readonly [issue: string, option: string])[];
  /** How many issues stay as they are today. */
  readonly others: number;
}

/** A package to be pasted into a mail. */
const inWords = ({ name, moves, others }: PackageInWords): string => {
  if (moves.length === 0) return `${capital(name)}: everything stays as it is today.`;
  const rest = others === 0 ? "" : `; everything else stays as it is today`;
  return `${capital(name)}: ${moves.map(([issue, option]) => `${issue}: ${option}`).join("; ")}${rest}.`;
};

const keep = {
  open: "Put on record …",
  heading: "Put it on record as an offer",
  name: "Name",
  by: "proposed by",
  day: "on",
  nobody: "nobody yet: a draft",
  draft: "a draft of ours",
  beingWeighed: "Being weighed: whether it crosses a red line is not known yet.",
  crosses: (party: string, text: string, own: boolean) =>
    own
      ? `It crosses a red line of ${party}, who would propose it: ${text}`
      : `It crosses a red line of ${party}: ${text}`,
  allTheSame: "Put it on record all the same",
  kept: (offer: string) => `Offer “${offer}” put on record`,
  onRecord: (offer: string) => `“${offer}” is on record.`,
};

export interface OnFrontier {
  /** In points, by party. */
  readonly values: Worths;
  /** Share of the models in which it is efficient. */
  readonly share: number;
  /** What it changes against the package in the making: issue and option. */
  readonly changes: readonly (readonly [issue: string, option: string])[];
}

const frontier = {
  package: ({ values, share, changes }: OnFrontier) => {
    const worth = values.map(([party, band]) => `${party} ${bandText(band)}`).join(", ");
    const sure = share === 1 ? "efficient" : `efficient in ${percent([share])} of the models`;
    const what = changes.map(([issue, option]) => `${issue}: ${option}`).join("; ") || "the package as it is";
    return `${worth} – ${sure}. Against yours: ${what}.`;
  },
  hover: (packages: number) =>
    `${packages} packages of the frontier: hover over a dot, press it to take it, or draw a rectangle around some.`,
  beingFound: "The frontier’s packages are being found …",
  list: "The packages of the frontier, the surest first",
  inside: (packages: number) => `${packages} of them in the rectangle`,
  clear: "Take the rectangle away",
  take: "Take it",
  more: (packages: number) => `And ${packages} more: draw a rectangle to narrow them down.`,
};

export const packages = {
  answers,
  own: "your package",
  gain,
  builder,
  pins,
  beside,
  keep,
  frontier,
  inWords,
  copy: "Copy as text",
};
