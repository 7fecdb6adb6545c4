// Published orderings of styles, on public scenarios: what agrees is held here, and docs/rehearsal.md says what does not.
// Faratin, Sierra & Jennings, Robotics and Autonomous Systems 24, 1998, section 5: with a long deadline, Boulware tactics gain more in the
// deals that they make than linear ones, and these more than conceders; conceders come to a deal sooner.
import { tournament } from "@parley/core/rehearsal";
import { describe, expect, it } from "vitest";
import { readCase } from "./read-case.js";

/** Kersten's Itex–Cypress; Raiffa's Panama; Nash's barter of 1950; and a hundred rounds, which is long. */
const SCENARIOS = ["itex-cypress", "panama-1977", "barter-1950", "inf-1987"] as const;
const STYLES = ["boulware", "linear", "conceder"] as const;

describe.each(SCENARIOS)("on %s", (name) => {
  const negotiation = readCase(name);
  const players = negotiation.parties.filter(({ role }) => role === "negotiating").map(({ id }) => id);
  const played = (party: string, styles: readonly string[]) => {
    const found = tournament(negotiation, {
      party,
      styles,
      rounds: 100,
      truths: 10,
      games: 4,
      models: 200,
      openings: false,
    });
    if (!found.ok) throw new Error(found.reasons.join());
    return found.value;
  };

  it.each(players)("who concedes later gains more, and who concedes sooner is done sooner: %s", (party) => {
    const { pairs } = played(party, STYLES);
    const means = STYLES.map((style) => {
      const own = pairs.filter(({ mine }) => mine === style);
      const mean = (of: (pair: (typeof own)[number]) => number) =>
        own.reduce((sum, pair) => sum + of(pair), 0) / own.length;
      return { own: mean((pair) => pair.own.mean), rounds: mean((pair) => pair.rounds) };
    });
    const [boulware, linear, conceder] = means;
    expect(boulware?.own).toBeGreaterThanOrEqual(linear?.own ?? 101);
    expect(linear?.own).toBeGreaterThanOrEqual(conceder?.own ?? 101);
    expect(boulware?.rounds).toBeGreaterThanOrEqual(linear?.rounds ?? 101);
    expect(linear?.rounds).toBeGreaterThanOrEqual(conceder?.rounds ?? 101);
  });
});
