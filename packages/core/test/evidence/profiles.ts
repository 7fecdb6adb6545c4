// Preferences that people wrote down as numbers for negotiations: weights of issues, scores of options, and thresholds where there
// are any. The figures of 166 public profiles from 69 domains, each with the repository and path that it was taken from: domains of
// the automated negotiation competitions 2010–2016 (as NegMAS and other repositories carry them), scored role-play games of
// five to seven parties (Abdelnabi et al., LLM-Deliberation, 2024), and further negotiation tools. Numbers alone are here: names of
// issues and all texts stayed where they were. Of an issue whose options are alike, nothing is kept.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Profile {
  readonly domain: string;
  /** `game`: a scored role-play game; `competition`: a domain of a competition or a tool. */
  readonly kind: "game" | "competition";
  /** The worth of each issue's swing; they sum to 1. */
  readonly weights: readonly number[];
  /** For every issue, the score of each option: 0 at the worst, 1 at the best. */
  readonly scores: readonly (readonly number[])[];
}

const numbers = (text: string): number[] => text.trim().split(" ").map(Number);

export const profiles: readonly Profile[] = readFileSync(join(import.meta.dirname, "profiles.csv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [domain = "", , kind, , weights = "", scores = ""] = line.split(";");
    return {
      domain,
      kind: kind === "game" ? "game" : "competition",
      weights: numbers(weights),
      scores: scores.split("|").map(numbers),
    };
  });
