// English text of `parley tournament`, the command that lets every style of negotiating play every other.

import { listed } from "../grammar.js";
import { counted } from "../numbers.js";

const EXAMPLES = `
Examples:
  parley tournament cases/hanoi-2019 --as us
  parley tournament cases/itex-cypress --styles boulware,conceder,micro --rounds 100
  parley tournament cases/hanoi-2019 -o results.xlsx
  parley tournament cases
`;

export const tournament = {
  cases: "folders of cases, or folders that hold cases",
  description: "which opening and which pace do best against what the others may be",
  flags: {
    as: "the party in question; the first that negotiates unless given",
    styles: "styles, with commas between them; all unless given (boulware, boulware/combi, boulware+micro)",
    rounds: "rounds of a game",
    delay: "per cent that everybody loses of its gain with every round that passes",
    protocol:
      "how it is negotiated: by offers in turn, by sealed bids that are opened together in every round, or by the single text of a mediator",
    truths: "how many times the needs of all are drawn from the models of the case",
    games: "games of every pair in each of them",
    database:
      "share the work through a PostgreSQL, whose address stands in this file, with every machine that runs parley work",
    output: "write the results of all pairs to this file too (.csv, .xlsx)",
  },
  examples: EXAMPLES,
  failed:
    "a part of the tournament failed five times on the workers, so there is no result. What the others did is kept; see what the workers say, and give the same command again.",
  noDatabase: (why: string) =>
    `the database does not answer: ${why}. Nothing is lost: what is done is kept there, and the same command goes on from it.`,
  openingsHead: (name: string) => `Openings and paces for ${name}, against all styles of the others`,
  openings: ["Asks first for", "Concedes", "Gets", "Deals"],
  best: "best, or not told apart from the best",
  stylesHead: (name: string) => `Styles for ${name}, against all styles of the others`,
  styles: ["Style", "Gets", "All get", "Deals", "Best reply"],
  atWorst:
    "Best reply: what the party gets where the others play what is best for themselves against it. That can be more than its mean.",
  equilibria: {
    head: "Pairs from which neither side gains by changing its style alone",
    one: (mine: string, theirs: string) => `${mine} against ${theirs}`,
    none: "There is no such pair.",
  },
  imitated: (mine: string, theirs: string) =>
    `Where each side keeps copying what does better, it comes to ${mine} against ${theirs}. On the way every style that is still played counts, so that this may be another pair than those above.`,
  onTheWay: (mine: string, theirs: string) =>
    `Where each side keeps copying what does better, it changes ever more slowly, and has come to ${mine} against ${theirs} so far.`,
  roundAbout: (mine: string, theirs: string) =>
    `Where each side keeps copying what does better, it comes to no rest: it goes round among ${mine} against ${theirs}.`,
  went: {
    "single-text": (rounds: number) => `They went by a mediator’s single text, of at most ${counted(rounds, "round")}.`,
    alternating: (rounds: number) => `They went by offers in turn, of at most ${counted(rounds, "round")}.`,
    sealed: (rounds: number) =>
      `They went by sealed bids, opened together in each of at most ${counted(rounds, "round")}.`,
  },
  over: {
    marked: (names: readonly string[], marking: string) => `Tournaments on ${listed(names)} · ${marking}`,
    about: (cases: number) =>
      cases === 0
        ? "In none of the cases does anything suit all, so that no style does better than another."
        : cases === 1
          ? "One case alone counts, so that nothing says how it would be in others."
          : `Each of ${cases} cases weighs the same. Ranges beside the means hold nine in ten of what other draws of such cases would give; the least and the most are those of one case.`,
    openingsHead: "Openings and paces over all cases, against all styles of the others",
    openings: ["Asks first for", "Concedes", "Gets", "Least", "Most"],
    stylesHead: "Styles over all cases, against all styles of the others",
    styles: ["Style", "Gets", "All get", "Deals", "Least", "Most"],
    playedFor: (name: string, games: number) => `${counted(games, "game")} for ${name} against all others.`,
    extreme: (points: number, name: string) => `${Math.round(points)} (${name})`,
    inEach: "In each case",
    one: (name: string, sentence: string) => `${name}: ${sentence}`,
    leftOut: (name: string, why: string) => `${name} is left out: ${why}`,
    none: "none of the cases can be played, so there is no result.",
  },
  shares: (share: number, style: string) => `${style} (${Math.round(100 * share)} %)`,
};
