// English text of the picture of what styles get against each other and which answer best, and of its table.
import { listed } from "../grammar.js";

export const stylesAgainstStyles = {
  title: "What each style gets against each",
  description: (name: string, styles: number, equilibria: readonly (readonly [mine: string, theirs: string])[]) =>
    `${styles} styles of ${name} against ${styles} styles of the others. ${
      equilibria.length === 0
        ? "There is no pair from which neither side gains by a change."
        : `Neither side gains by a change from ${listed(equilibria.map(([mine, theirs]) => `${mine} against ${theirs}`))}.`
    }`,
  mine: (name: string) => `Down: styles of ${name}`,
  theirs: "Across: styles of the others, by the same numbers",
  key: "The larger a mark, the more the style down the side gets. Filled: the best answer to the style above. Square: the others answer best with the style above. Both: nobody gains by a change.",
  head: (name: string) => ["Style", "Against", `${name} gets`, "The others get", "Best answer of"],
  best: { mine: (name: string) => name, theirs: "the others", both: "both", none: "" },
};
