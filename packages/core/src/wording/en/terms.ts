// The technical words, each once, with what it means in plain ones.

/** A technical word and what it means. */
export interface Term {
  readonly name: string;
  readonly means: string;
}

const term = (name: string, means: string): Term => ({ name, means });

export const terms = {
  walkAwayValue: term("walk-away value", "What a party has if there is no deal. Below it, it does better to leave."),
  frontier: term("frontier", "The packages that leave nothing on the table: nobody can gain without another losing."),
  nash: term(
    "Nash",
    "The package at which the product of what each gains over no deal is largest (Nash, 1950). One way to divide; it does not compare one party’s points with another’s.",
  ),
  kalaiSmorodinsky: term(
    "Kalai–Smorodinsky",
    "The package at which each gets the same share of the most that it could hope for (Kalai and Smorodinsky, 1975). Another way to divide.",
  ),
  swing: term("swing", "What it is worth to a party to bring an issue from its worst option to its best."),
  band: term("band", "Nine in ten of all the preferences that agree with what was said lie within it."),
  prior: term(
    "prior",
    "What is assumed of preferences about which nothing was said. Three are tried; where they disagree, the answer says so.",
  ),
  redLine: term("red line", "What a party will not accept, whatever else it gets."),
  flux: term(
    "flux",
    "How far a position moved in all, back and forth, on a scale of 0 to 100 from one end of the issue to the other.",
  ),
  contested: term("contested", "One side takes the word to include it, another takes it not to."),
  claimed: term("claimed", "One side takes the word to include it; another has not said."),
  points: term(
    "points",
    "Each party’s own, from 0 (its worst on every issue) to 100 (its best). The points of two parties are never added.",
  ),
  criticalPath: term(
    "critical path",
    "The steps without slack: where one of them takes longer, the whole takes longer.",
  ),
  exposure: term("exposure", "What a party has lost so far, and would not get back, if the others stop now."),
  temptation: term(
    "temptation",
    "What a party would have beyond completing if it stopped now, with what it has received already.",
  ),
  package: term("package", "One option for every issue."),
  asOf: term("as of", "The day from which it is seen: what was observed of later days does not count."),
  knownAt: term(
    "known at",
    "Only what was reported by this day. What is known now of a day is often not what was known then.",
  ),
  proved: term(
    "proved",
    "By a figure of the kind that the agreement asks for: verified by inspectors, unless it says otherwise.",
  ),
  atRisk: term("at risk", "Within its limit, and at the pace of the last proofs soon beyond it."),
  goalQuantity: term(
    "goal quantity",
    "What must not go unseen: about as much material as one weapon takes, losses in making it included.",
  ),
  seen: term(
    "seen",
    "How likely a check or a visit in this round finds a violation there. The violator is taken to know this, and to choose the way that is best for it.",
  ),
  twoLists: term(
    "two lists",
    "How many there are, from how many two lists share (Chapman, 1951). It takes them as independent.",
  ),
};

export type TermId = keyof typeof terms;
