import { assess, type Case, commandWordingIn, frontier, parseCase } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import type { Terminal } from "../terminal.js";
import { renderAssessment } from "./assessment.js";
import { renderFrontier } from "./frontier.js";

const plain = { colour: false, words: commandWordingIn("en") } as Pick<Terminal, "colour" | "words"> as Terminal;

/** Two sides that nothing suits both of; the first is of several, as only the case says. */
function noZone(): Case {
  const yaml = (value: unknown): string => JSON.stringify(value);
  const scores = (points: readonly number[]) => ({ points: { "id-low": points[0], "id-high": points[1] } });
  const side = (party: string, points: readonly number[]) =>
    yaml({
      party,
      holder: party,
      basis: "stated",
      date: "2024-06-01",
      swings: { points: { "id-issue": 100 } },
      scores: { "id-issue": scores(points) },
      reservation: { points: 60 },
    });
  const parsed = parseCase([
    {
      path: "case.yaml",
      text: yaml({
        parley: 1,
        title: "Nobody",
        asOf: "2025-01-01",
        parties: [
          { id: "id-a", name: "Verdi", role: "negotiating", plural: true },
          { id: "id-b", name: "Bob", role: "negotiating" },
        ],
        issues: [
          {
            id: "id-issue",
            name: "Weekly hours",
            today: "id-low",
            options: [
              { id: "id-low", name: "Thirty-six" },
              { id: "id-high", name: "Forty" },
            ],
          },
        ],
      }),
    },
    {
      path: "record.yaml",
      text: yaml({
        offers: [{ id: "id-offer", name: "An offer", date: "2024-01-01", package: { "id-issue": "id-high" } }],
      }),
    },
    { path: "interests/id-a.id-a.yaml", text: side("id-a", [1, 0]) },
    { path: "interests/id-b.id-b.yaml", text: side("id-b", [0, 1]) },
  ]);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join("\n"));
  return parsed.value;
}

const found = <T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!outcome.ok) throw new Error("refused");
  return outcome.value;
};

describe("what is written on a terminal", () => {
  const negotiation = noZone();
  // The heading says whose views they are, by id.
  const bodyOf = (text: string): string => text.split("\n").slice(4).join("\n");

  it("calls issues, options and parties by their names, and speaks of a party as the case says", () => {
    const text = bodyOf(renderFrontier(plain, found(frontier(negotiation)), negotiation)).replace(/\s+/g, " ");
    expect(text).toContain("Weekly hours: Forty");
    expect(text).toMatch(/Verdi fall \d|Bob falls \d/);
    expect(text).not.toMatch(/Verdi falls|id-/);
  });

  it("does so in an assessment too, where what nobody said of verification is not said to be impossible", () => {
    const text = bodyOf(renderAssessment(plain, found(assess(negotiation)), negotiation)).replace(/\s+/g, " ");
    expect(text).toMatch(/Weekly hours +Thirty-six → Forty/);
    expect(text).toContain("verification not said");
    expect(text).toMatch(/costs Verdi .*; it brings them /);
    expect(text).not.toContain("brings it nothing");
    expect(text).not.toMatch(/unverifiable|0 % verifiable/);
    expect(text).toContain("· kind not said");
    expect(text.replaceAll("id-offer", "")).not.toContain("id-");
  });
});
