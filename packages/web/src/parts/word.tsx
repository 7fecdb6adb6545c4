import { type ReactNode, useId } from "react";

/** What the technical words mean, in plain ones. */
const MEANINGS = {
  "walk-away value": "What a party has if there is no deal. Below it, it does better to leave.",
  frontier: "The packages that leave nothing on the table: nobody can gain without another losing.",
  Nash: "The package at which the product of what each gains over no deal is largest (Nash, 1950). One way to divide; it does not compare one party’s points with another’s.",
  "Kalai–Smorodinsky":
    "The package at which each gets the same share of the most that it could hope for (Kalai and Smorodinsky, 1975). Another way to divide.",
  swing: "What it is worth to a party to bring an issue from its worst option to its best.",
  band: "Nine in ten of all the preferences that agree with what was said lie within it.",
  prior:
    "What is assumed of preferences about which nothing was said. Two are tried; where they disagree, the answer says so.",
  "red line": "What a party will not accept, whatever else it gets.",
  flux: "How far a position moved in all, back and forth, on a scale of 0 to 100 from one end of the issue to the other.",
  contested: "One side takes the word to include it, another takes it not to.",
  claimed: "One side takes the word to include it; another has not said.",
  points:
    "Each party’s own, from 0 (its worst on every issue) to 100 (its best). The points of two parties are never added.",
  "critical path": "The steps without slack: where one of them takes longer, the whole takes longer.",
  exposure: "What a party has lost so far, and would not get back, if the others stop now.",
  temptation: "What a party would have beyond completing if it stopped now, with what it has received already.",
  package: "One option for every issue.",
  "as of": "The day from which it is seen: what was observed of later days does not count.",
  "known at": "Only what was reported by this day. What is known now of a day is often not what was known then.",
  proved: "By a figure of the kind that the agreement asks for: verified by inspectors, unless it says otherwise.",
  "at risk": "Within its limit, and at the pace of the last proofs soon beyond it.",
  "goal quantity": "What must not go unseen: about as much material as one weapon takes, losses in making it included.",
  seen: "How likely a check or a visit in this round finds a violation there. The violator is taken to know this, and to choose the way that is best for it.",
  "two lists": "How many there are, from how many two lists share (Chapman, 1951). It takes them as independent.",
} as const;

export type Meaning = keyof typeof MEANINGS;

/** A technical word: pressed, it says what it means. */
export function Word({ of, children }: { readonly of: Meaning; readonly children?: ReactNode }): ReactNode {
  const id = useId();
  return (
    <>
      <button type="button" className="word" popoverTarget={id}>
        {children ?? of}
      </button>
      <span popover="auto" id={id} className="meaning">
        <strong>{of}</strong> – {MEANINGS[of]}
      </span>
    </>
  );
}
