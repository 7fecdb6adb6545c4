// A labour dispute whose true needs are known here and hidden from its files: does the record of answers find the deal that was
// possible, day by day? The table stands in docs/what-answers-taught.md; npm run renew writes it there.
import { assess, type Case, type Offer, percent } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { expectInDocument } from "../packages/core/test/in-document.js";
import { readCase } from "./read-case.js";

const negotiation = readCase("ferry-strike");

/** What a side really needs: weights, scores by the option's place, the part of the way to its own ask that it holds out for, points a month. */
interface Truth {
  readonly weights: Readonly<Record<string, number>>;
  readonly scores: Readonly<Record<string, (place: number) => number>>;
  readonly holdsOutFor: number;
  readonly strikeCosts: number;
}

const of =
  (...scores: number[]) =>
  (place: number) =>
    scores[place] ?? 0;

const TRUTHS: Readonly<Record<string, Truth>> = {
  crews: {
    weights: { pay: 0.34, crewing: 0.2, rosters: 0.1, catering: 0.19, term: 0.05, dispute: 0.12 },
    scores: {
      pay: (place) => 1 - (1 - place / 8) ** 1.5,
      crewing: of(0, 0.55, 1),
      rosters: of(0, 0.65, 1),
      catering: of(1, 0.55, 0),
      term: of(1, 0.5, 0),
      dispute: of(0, 0.6, 1),
    },
    holdsOutFor: 0.45,
    strikeCosts: 2.5,
  },
  line: {
    weights: { pay: 0.25, crewing: 0.16, rosters: 0.05, catering: 0.27, term: 0.09, dispute: 0.18 },
    scores: {
      pay: (place) => 1 - place / 8,
      crewing: of(1, 0.6, 0),
      rosters: of(1, 0.6, 0),
      catering: of(0, 0.55, 1),
      term: of(0, 0.5, 1),
      dispute: of(0, 0.5, 1),
    },
    holdsOutFor: 0.4,
    strikeCosts: 4,
  },
};

const STRIKE = "2024-03-01";

/** Worth of a package to a side, 0–100. */
function worth(party: string, options: readonly number[]): number {
  const truth = TRUTHS[party];
  return negotiation.issues.reduce(
    (sum, { id }, k) => sum + 100 * (truth?.weights[id] ?? 0) * (truth?.scores[id]?.(options[k] ?? 0) ?? 0),
    0,
  );
}

/** What a side has without a deal on a day, and what it holds out for then. */
function leastOn(party: string, day: string): { noDeal: number; holdsOut: number } {
  const strike = day >= STRIKE;
  const today = negotiation.issues.map(({ id, today: now }) => (id === "dispute" ? (strike ? 0 : 1) : now));
  const months = Math.max(0, (Date.parse(day) - Date.parse(STRIKE)) / 86_400_000 / 30.4);
  const cost = months * (TRUTHS[party]?.strikeCosts ?? 0);
  const own = negotiation.offers.filter(({ by, date }) => by.includes(party) && date <= day).at(-1);
  const before = worth(party, today);
  const ask = own ? worth(party, own.options) : 100;
  return {
    noDeal: before - cost,
    holdsOut: before + (TRUTHS[party]?.holdsOutFor ?? 0) * (ask - before) - cost,
  };
}

const offerOf = (id: string): Offer => {
  const found = negotiation.offers.find((offer) => offer.id === id);
  if (!found) throw new Error(`no offer ${id}`);
  return found;
};

/** On a day: the chance that both would sign the settlement, and that a party would sign an offer; a figure a prior each. */
function seenFrom(
  of_: Case,
  day: string,
  answered: { offer: string; party: string } | null,
): { settlement: number[]; answered: number[] } {
  const { options } = offerOf("settlement");
  const written = Object.fromEntries(of_.issues.map(({ id, options: all }, k) => [id, all[options[k] ?? 0]?.id ?? ""]));
  const offers = answered ? [answered.offer] : [];
  const found = assess(of_, { asOf: day, turning: false, package: written, offers });
  if (!found.ok) throw new Error(found.reasons.join());
  const [settlement, last] = found.value.offers;
  if (!settlement) throw new Error("nothing assessed");
  return {
    settlement: settlement.verdicts.map(({ signed }) => signed),
    answered: (last?.verdicts ?? []).map(
      ({ parties }) => parties.find((one) => one.party === answered?.party)?.accepts ?? Number.NaN,
    ),
  };
}

const DAYS: readonly (readonly [day: string, what: string])[] = [
  ["2024-01-14", "nothing is on record"],
  ["2024-01-22", "the line has countered the claim"],
  ["2024-02-05", "the crews have countered the line's answer"],
  ["2024-02-19", "the line has countered the second claim"],
  ["2024-03-01", "the crews have refused the line's second answer, and strike"],
  ["2024-03-18", "the line has refused the third claim"],
  ["2024-03-28", "the crews have refused the line's third answer"],
  ["2024-04-12", "the crews have refused the mediator's sketch, the line has accepted it"],
  ["2024-04-22", "the line has refused the fourth claim"],
  ["2024-04-30", "the crews have accepted the settlement"],
];

describe("the ferry strike", () => {
  it("has on record what two sides with these needs would answer", () => {
    for (const offer of negotiation.offers)
      for (const { by, date, answer } of offer.responses) {
        const { noDeal, holdsOut } = leastOn(by, date);
        const takes = worth(by, offer.options) >= Math.max(noDeal, holdsOut);
        expect(takes, `${by} on ${offer.id}`).toBe(answer === "accepted");
      }
  });

  it("had a settlement in reach on every day that both would rather sign than have no deal", () => {
    const { options } = offerOf("settlement");
    for (const [day] of DAYS)
      for (const party of ["crews", "line"])
        expect(worth(party, options), `${party}, ${day}`).toBeGreaterThan(leastOn(party, day).noDeal);
  });

  it("shows the settlement ever more surely, and no refused offer as signable while its party holds out", () => {
    const without: Case = { ...negotiation, offers: negotiation.offers.map((offer) => ({ ...offer, responses: [] })) };
    const lines = [
      "| on this day | seen from it | both would sign the settlement | the same without the answers | who answered last would sign that offer | the same without the answers |",
      "| --- | --- | --- | --- | --- | --- |",
    ];
    let before = 0;
    for (const [day, what] of DAYS) {
      const last = negotiation.offers
        .flatMap((offer) => offer.responses.map((response) => ({ offer: offer.id, party: response.by, response })))
        .filter(({ response }) => response.date <= day)
        .sort((a, b) => a.response.date.localeCompare(b.response.date))
        .at(-1);
      const seen = seenFrom(negotiation, day, last ?? null);
      const blind = seenFrom(without, day, last ?? null);
      if (last && last.response.answer !== "accepted") expect(Math.max(...seen.answered), day).toBe(0);
      else if (last) expect(Math.min(...seen.answered), day).toBeGreaterThan(0.95);
      // The least over the priors never falls by more than sampling, and ends at certainty.
      expect(Math.min(...seen.settlement), day).toBeGreaterThan(before - 0.03);
      before = Math.min(...seen.settlement);
      const answers = last ? `${percent(seen.answered)} | ${percent(blind.answered)}` : "– | –";
      lines.push(`| ${day} | ${what} | ${percent(seen.settlement)} | ${percent(blind.settlement)} | ${answers} |`);
    }
    expect(before).toBeGreaterThan(0.95);
    expectInDocument("what-answers-taught.md", "ferry", lines);
  });
});
