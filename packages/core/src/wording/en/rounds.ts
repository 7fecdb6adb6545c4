// What moved in a draft since a day: clause by clause, who gave, and what it did to value and to exposure.
import { tenthText } from "../../math/index.js";
import { type Named, nameOf } from "../named.js";
import { rich } from "../rich.js";
import { capital } from "./grammar.js";

/** What became of a clause, by its kind. */
const kinds = {
  new: "new",
  dropped: "dropped",
  settled: "settled",
  opened: "opened",
  reworded: "reworded",
  "handed over": "handed over",
  redated: "redated",
};

/** What a party did in it, by its kind. */
const gifts = { gave: "gave", "took back": "took back" };

export interface Gift {
  readonly party: Named;
  readonly kind: keyof typeof gifts;
}

export const rounds = {
  nothing: "Nothing was changed yet",
  about: rich(
    "What is changed here or on any page is kept in the history of the case, and then told clause by clause. Two copies of a case are compared by ",
    { slot: "command" },
    ".",
  ),
  since: "As it stood at the end of",
  problemsThen: "As it stood then the case had problems, so it cannot be drafted.",
  /** The table of what it did to value; after these a column a party. */
  values: { label: "What it did to value", head: ["Issue", "From", "To"] },
  exposed: (party: Named, before: number, after: number) =>
    `${capital(nameOf(party))}, at worst exposed by ${tenthText(before)} points before, by ${tenthText(after)} now.`,
  how: (kind: keyof typeof kinds, given: readonly Gift[]) =>
    [kinds[kind], ...given.map(({ party, kind: gift }) => `${capital(nameOf(party))} ${gifts[gift]}`)].join(" · "),
  redated: (clauses: readonly string[]) =>
    `The roadmap proposes other days, and nothing else changed, in ${clauses.join(", ")}.`,
};
