// The small, commented example that a new case begins with: a purchase between a buyer and a seller.
import { FIRST_COLUMNS, jsonSchema, OBSERVATIONS_FILE } from "@parley/core/internal";

/** The first line of a file, by which editors know what may stand in it. */
export const modeline = (kind: string, up: string): string =>
  `# yaml-language-server: $schema=${up}.parley/schema/${kind}.schema.json\n`;

const caseYaml = `# Who negotiates, about what, and how things stand. Check it with: parley check
parley: 1
title: A purchase
asOf: 2026-01-15

# negotiating: has a veto. interested: valued, no veto. mediator: neither.
parties:
  - {id: buyer, name: the buyer, role: negotiating}
  - {id: seller, name: the seller, role: negotiating}

# In the order that the parties agreed. An issue may serve one of them.
goals:
  - {id: supply, name: Supply that can be relied on}

# Options run from least to most. The first may be worse than today.
# kind: symbolic, reversible or irreversible. verify: how the other side would know.
issues:
  - id: price
    name: The price
    gives: buyer
    today: list
    options:
      - {id: discount, name: a tenth off the list, kind: reversible, verify: the invoice}
      - {id: list, name: the list price, kind: reversible, verify: the invoice}
      - {id: premium, name: a tenth above the list, kind: reversible, verify: the invoice}
  - id: delivery
    name: Delivery
    goal: supply
    gives: seller
    today: month
    options:
      - {id: month, name: within a month, kind: reversible, verify: the delivery note}
      - {id: week, name: within a week, kind: reversible, verify: the delivery note}
      - {id: day, name: the next day, kind: reversible, verify: the delivery note}
  - id: exclusivity
    name: Exclusive supply
    gives: buyer
    today: none
    options:
      - {id: none, name: none}
      - {id: region, name: in the region, kind: reversible, verify: the supplier register}
      - {id: all, name: everywhere, kind: irreversible, verify: the supplier register}

# What is possible for anyone. What a party will not accept is a red line in its interests instead.
rules:
  - id: next-day-costs
    text: Nobody delivers the next day at a discount.
    never: {delivery: day, price: discount}

# What happens without a deal; issues left out stay as today.
noDeal: {price: premium}

sources:
  - {id: talks, title: Minutes of the talks, date: 2026-01}
`;

const recordYaml = `# What was said and offered: each dated, each with its source.
statements:
  - id: buyer-on-delivery
    date: 2026-01-10
    speaker: head of purchasing
    party: buyer
    about: buyer
    stances:
      - {issue: delivery, range: [week, day]}
    says: A month is too long; a week would do.
    source: talks

# rest: what holds on the issues an offer does not name: today (unless said), previous, or open.
offers:
  - id: first-offer
    name: First offer
    date: 2026-01-12
    by: seller
    package: {price: list, delivery: week, exclusivity: region}
    source: talks
`;

const agreementYaml = `# Who would do what, and in what order: parley roadmap. Lengths are 3 days, 2 weeks, 6 months.
commitments:
  - {id: stock, by: seller, for: buyer, issue: delivery, to: week, takes: 2 weeks, verification: {method: delivery notes, takes: 1 month}, text: Stock is kept so that everything comes within a week}
  - {id: region, by: buyer, for: seller, issue: exclusivity, to: region, takes: 1 month, reversible: 0.5, text: Other suppliers in the region are given notice}

# What must be kept once it is signed: parley monitor. Each row of observations.csv says what was so on a day.
metrics:
  - {id: days, name: Days from order to delivery, unit: days}
obligations:
  - {id: within-a-week, by: seller, to: buyer, text: Delivery within a week, from: 2026-03-01, keep: {metric: days, atMost: 7}}

# When they meet, and what the text to sign says beside all this: parley draft.
# meetings:
#   - {id: review, name: Review, from: 2026-06, every: three months, on: first Monday, sessions: [Figures, Complaints]}
# framework: {entryIntoForce: on signature, depositary: buyer}
`;

const observationsCsv = `${FIRST_COLUMNS.join(",")}\n`;

const interests = (
  party: string,
  rank: string,
  scores: string,
  ends: string,
) => `# What the ${party} needs, in its own view. Confidential: this folder is ignored by git.
# Ranks are enough. Add intervals, points or answers where you know more.
party: ${party}
holder: ${party}
basis: stated          # stated, elicited or estimated
date: 2026-01-12

swings:
  # All issues at their worst for you: which would you raise first to its best?
  rank: ${rank}
  # Best and worst when you ranked them, so that a later change of the options is noticed.
  ends: ${ends}

# Which option of each issue is best: prefer more or less, or a rank with the best first.
scores:
${scores}
# reservation: left out, it is what no deal brings. Or: {points: [30, 40]}, {asGoodAs: today}, {between: [no-deal, today]}
# answers:
#   - {prefer: {price: list, delivery: week}, to: no-deal}
`;

const buyerScores =
  "  price: {prefer: less}\n  delivery: {prefer: more, largestStep: [month, week]}\n  exclusivity: {prefer: less}\n";
const sellerScores = "  price: {prefer: more}\n  delivery: {prefer: less}\n  exclusivity: {prefer: more}\n";

/** The schemas by which editors complete and check the files. */
export const editorFiles = (): Record<string, string> =>
  Object.fromEntries(
    (["case", "interests", "record", "agreement", "verification"] as const).map((kind) => [
      `.parley/schema/${kind}.schema.json`,
      `${JSON.stringify(jsonSchema(kind), null, 2)}\n`,
    ]),
  );

/** The files of a new case: small, commented, and passing its own check. */
export function scaffold(): Record<string, string> {
  return {
    "case.yaml": modeline("case", "") + caseYaml,
    "record.yaml": modeline("record", "") + recordYaml,
    "agreement.yaml": modeline("agreement", "") + agreementYaml,
    [OBSERVATIONS_FILE]: observationsCsv,
    "interests/buyer.buyer.yaml":
      modeline("interests", "../") +
      interests(
        "buyer",
        "[price, delivery, exclusivity]",
        buyerScores,
        "{price: [premium, discount], delivery: [month, day], exclusivity: [all, none]}",
      ),
    "interests/seller.seller.yaml":
      modeline("interests", "../") +
      interests(
        "seller",
        "[price, exclusivity, delivery]",
        sellerScores,
        "{price: [discount, premium], delivery: [day, month], exclusivity: [none, all]}",
      ),
    ...editorFiles(),
  };
}
