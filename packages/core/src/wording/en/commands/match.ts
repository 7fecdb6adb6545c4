// English text of `parley match`, the command that plays one game between styles and agents of other programs.
import { listed } from "../grammar.js";

const EXAMPLES = `
Examples:
  parley match cases/itex-cypress --agent itex=boulware --agent cypress=micro
  parley match cases/itex-cypress --agent itex=boulware --agent 'cypress=!python3 my-agent.py' -o trace.csv

A program that plays reads one line of JSON for everything it is told, and writes one for everything it does (docs/rehearsal.md).
It is run as you would run it, with all that you may do.
`;

type Failure = "ended" | "silent" | "nonsense" | "notStarted" | "cheated";

const HOW: Readonly<Record<Failure, (detail: string) => string>> = {
  ended: (detail) => `it ended in the middle of the game (${detail})`,
  silent: (detail) => `it gave no answer within ${detail} seconds`,
  nonsense: (detail) => `its answer cannot be used: ${detail}`,
  notStarted: (detail) => `it could not be started: ${detail}`,
  cheated: () => "it did what the protocol does not allow, such as accepting where nothing was on the table",
};

export const match = {
  description: "one game between styles, or programs of others, in one truth of the case",
  flags: {
    agent: "who plays for a party: a style, or ! and a command",
    rounds: "rounds until the deadline",
    truth: "which of the drawn models is true, from 0",
    seconds: "seconds that a program has for an answer",
    output: "write the game to this file too (.csv)",
    form: "in which columns: every offer as NegMAS has it, or one row a game as GENIUS has it",
  },
  examples: EXAMPLES,
  badAgent: "It should be PARTY=STYLE or PARTY=!COMMAND, such as us=boulware.",
  ended: {
    deal: "There is a deal:",
    walked: "Somebody walked out. There is no deal.",
    deadline: "The last round has passed. There is no deal.",
    failed: "The game was broken off, and counts for nothing.",
  },
  rounds: (rounds: number) => `It took ${rounds === 1 ? "one round" : `${rounds} rounds`}.`,
  shares: (shares: readonly (readonly [party: string, share: number])[]) =>
    `Of what each could have gained over no deal: ${listed(shares.map(([party, share]) => `${party} ${Math.round(share)} %`))}.`,
  fromNash: (points: number) => `Distance to the Nash solution: ${points.toFixed(1)} points.`,
  failure: (party: string, how: Failure, detail: string) => `Who plays for ${party} broke it off: ${HOW[how](detail)}.`,
};
