// English text of the workbench page that sums up a case: the latest offer, the goals, what moved, and what is missing.
import { type Named, nameOf } from "../../named.js";
import { rich } from "../../rich.js";
import { capital, listed, verb } from "../grammar.js";
import { counted, shareText } from "../numbers.js";

export interface Offered {
  readonly name: string;
  readonly date: string | null;
}

/** The change to make first, of those that help one and harm none. */
export interface BetterOffer {
  readonly changes: number;
  readonly helpsAll: boolean;
  /** How many such changes there are. */
  readonly of: number;
  /** Whether the offer would not be signed as it stands. */
  readonly refused: boolean;
}

const better = {
  none: "No small change of it helps one and harms none.",
  nothingLeft: "Nothing is left on the table: nobody can gain without another losing.",
  head: ({ changes, helpsAll, of, refused }: BetterOffer) => {
    const count = changes === 1 ? "one change" : `${changes === 2 ? "two" : "three"} changes together`;
    const whom = helpsAll ? "would help all" : "would help one and harm none";
    const first = of > 1 ? ` (the first of ${of})` : "";
    return capital(`${refused ? "it would not be signed by that alone, but " : ""}${count} ${whom}${first}:`);
  },
};

/** What is not on file yet. */
const lacking = {
  interests: (party: Named) => `What ${nameOf(party)} ${verb(party, "needs")} is on no file`,
  notForReader: (party: Named) => `What ${nameOf(party)} ${verb(party, "needs")} is not for this reader`,
  offers: "No offer is on record",
  statements: "Nothing that was said is on record",
  noDeal: "What happens without a deal is not said; it is taken to be as today",
};

/** What moved since a day. */
const since = {
  heading: rich("Since ", { slot: "day" }),
  day: "Since which day",
  nothing: "Nobody surely moved, and nothing new was said of any issue.",
  nobody: "Nobody surely moved.",
  moved: (party: Named, issue: string) => `${capital(nameOf(party))} moved on ${issue}`,
  movement: (start: number, end: number, reversal: boolean) =>
    rich(
      { slot: "moved" },
      `: from ${Math.round(start)} to ${Math.round(end)} of 100${reversal ? ", turning back" : ""} `,
      { slot: "day" },
    ),
  firsts: (count: number) => counted(count, "first position"),
  first: (party: Named, issue: string) => `${capital(nameOf(party))} took its first position on ${issue}`,
};

export const overview = {
  about: "What this case is about",
  cannotBeSaid: "What could be signed cannot be said yet",
  latest: (offer: string, date: string) => `The latest offer: “${offer}”${date === "" ? "" : `, ${date}`}`,
  offers: "Each offer",
  saidAbove: "As said above.",
  later: (day: string, offers: readonly Offered[]) =>
    `Dated later than ${day}, and so no part of this: ${listed(offers.map(({ name, date }) => `“${name}” (${date})`))}.`,
  goals: "The goals",
  goalsNote: "The bar is the mean of a goal’s issues; pale, from the least to the most advanced of them.",
  better,
  telling: {
    settles: "One answer would settle it",
    tells: "One answer would tell most",
    question: (offer: string, question: string) => rich(`Of “${offer}”: ${capital(question)} `, { slot: "doubt" }),
    doubt: (share: number) => `It would remove ${shareText(share)} of the doubt.`,
  },
  why: "Why?",
  signs: "would sign",
  part: "part of 100",
  fair: "Nash, Kalai–Smorodinsky",
  allSign: (parties: number) => (parties === 2 ? "Both would sign" : "All would sign"),
  figures: "The figures behind it",
  rest: {
    ranks: "Change what matters to each side",
    build: "Build another package",
  },
  answer: {
    would: "It would take it",
    wouldNot: "It would rather have no deal",
    youWould: "We would take it",
    youWouldNot: "We would rather have no deal",
    step: (from: string, to: string) => `${from} → ${to}`,
    given: (question: string) => `Answered: ${question}`,
    into: (party: string, holder: string) =>
      party === holder
        ? `The answer is kept with what ${party} said.`
        : `The answer is kept with what is known of ${party}, in the view of ${holder}.`,
  },
  missing: "What is missing, and what was assumed",
  lacking,
  models: (models: number, priors: number) =>
    rich(
      `${models.toLocaleString("en-US")} models of each party, under ${priors === 1 ? "one" : priors} `,
      { term: "prior", text: priors === 1 ? "prior" : "priors" },
      "; every figure is a median with its ",
      { term: "band", text: "band" },
      ", or a chance.",
    ),
  since,
};
