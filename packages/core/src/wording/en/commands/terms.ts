// English text of `parley terms`, the command that shows how each side reads disputed words and what each reading would
// oblige.
import { bandText } from "../../../math/index.js";
import { type Named, type Names, nameIn } from "../../named.js";
import { verb } from "../grammar.js";
import { type AskedOptions, askedText, contradictoryText, type LedgerSaid, meanings } from "../meanings.js";

const EXAMPLES = "\nExamples:\n  parley terms cases/hanoi-2019\n  parley terms --json | jq '.terms[].counts'\n";

export interface ObligesSaid {
  readonly party: Named;
  readonly asked: Readonly<Record<string, AskedOptions>>;
  readonly contradictory: readonly string[];
  readonly uncovered: readonly string[];
}

function obliges({ party, asked, contradictory, uncovered }: ObligesSaid, names: Names): string {
  const least = `${askedText(asked, names) || "nothing that an issue covers"}${contradictoryText(contradictory, names)}`;
  const rest = uncovered.length > 0 ? `; and, covered by no issue, ${uncovered.join("; ")}` : "";
  return `as ${nameIn(party)} ${verb(party, "reads")} it: ${least}${rest}`;
}

export const terms = {
  description: "what each side takes the words to mean, what that would oblige, and what hangs on it",
  failOn: "end with 3 where a term has a contested part",
  examples: EXAMPLES,
  none: "The case defines no term. Add terms: to case.yaml: the word, its parts, and who reads which of them into it.",
  without: (why: string) => `Without what the readings are worth: ${why}`,
  legend:
    "contested: in for one, out for another. claimed: in for one, unsaid by another. A reading is priced as a package: today, with what it asks for brought to it, in each party’s own points.",
  part: (text: string, covered: boolean) => (covered ? text : `${text} (no issue)`),
  obliging: "What it would oblige",
  obliges,
  worth: (name: string, { gives, gets }: Pick<LedgerSaid, "gives" | "gets">) =>
    `it would cost ${name} ${bandText(gives)} and bring ${bandText(gets)}`,
  redLine: (party: string, text: string) => `crosses a red line of ${party}: ${text}`,
  brokenRule: meanings.brokenRule,
  uses: "Who used the word",
  use: (date: string, speaker: string, says: string, source: string) =>
    `${date}  ${speaker}: ${says.trim()} (${source})`,
};
