// English text of `parley frontier`, the command that lists the efficient agreements and the solutions among them.
import { type Band, bandText } from "../../../math/index.js";
import { type Named, nameIn } from "../../named.js";
import { verb } from "../grammar.js";
import { percent } from "../likelihood.js";
import { counted, grouped } from "../numbers.js";

const EXAMPLES =
  "\nExamples:\n  parley frontier cases/itex-cypress\n  parley frontier cases/panama-1977 --json | jq .adjustedWinner\n";

/** Points, to a tenth that is always written. */
const value = (of: number): string => of.toFixed(1);

export interface Valued {
  readonly name: string;
  /** In points. */
  readonly value: number;
}

const each = (values: readonly Valued[]): string =>
  values.map(({ name, value: of }) => `${name} ${value(of)}`).join(", ");

export interface Shortfall {
  readonly party: Named;
  /** In points, as text. */
  readonly by: string;
}

const short = (of: readonly Shortfall[]): string =>
  of.map(({ party, by }) => `${nameIn(party)} ${verb(party, "falls")} ${by} points short`).join(" and ");

const exact = {
  passing: (count: number, of: number) =>
    `${grouped(count)} of ${grouped(of)} possible packages would be signed by enough parties.`,
  size: (count: number) => `${counted(count, "efficient package")}.`,
  covering: (count: number, error: number) =>
    `${count} packages that cover the frontier to within ${error.toFixed(3)} points.`,
  head: (parties: readonly string[]) => [...parties, "ties", "changes against today"],
  row: (values: readonly number[], ties: number, changes: string) => [
    ...values.map(value),
    ties > 1 ? `×${ties}` : "",
    changes,
  ],
  more: (count: number) => `… and ${count} more: --json lists all.`,
  solution: (name: string, warning: string | null) => `By the ${name} solution${warning ? ` (${warning})` : ""}`,
  solved: (values: readonly Valued[], options: string) => `${each(values)} – ${options}`,
  unsolved: "none: no package suits all",
  noZone: (nearest: string, shortfall: Readonly<Record<string, number>>, spoken: (id: string) => Named) => {
    const by = Object.entries(shortfall).map(([id, of]) => ({ party: spoken(id), by: value(of) }));
    return `There is no zone of agreement. Nearest is ${nearest}, where ${short(by)}.`;
  },
  noPackage: "There is no zone of agreement: the red lines leave no package.",
};

const between = {
  title: (issue: string) => `Between the steps of ${issue}`,
  solution: (name: string, issue: string, number: number, rest: string, values: readonly Valued[]) =>
    `${name}: ${[`${issue}: ${Number(number.toPrecision(6))}`, ...(rest === "" ? [] : [rest])].join("; ")} (${each(values)})`,
};

const divided = {
  title: "By adjusted winner (issues shared out by points)",
  won: (party: string, points: number, issues: readonly string[]) =>
    `${party} ${points.toFixed(1)} points: ${issues.join(", ")}`,
  shared: (parts: readonly { readonly issue: string; readonly share: number; readonly party: string }[]) =>
    `shared: ${parts.map(({ issue, share, party }) => `${issue}: ${(100 * share).toFixed(1)} % to ${party}`).join("; ")}`,
};

export interface SharedRow {
  readonly efficient: number;
  readonly nash: number;
  readonly kalaiSmorodinsky: number;
  readonly values: readonly { readonly name: string; readonly band: Band }[];
  readonly changes: string;
}

const shared = {
  size: (count: number, error: number | null, noZone: number) => {
    const within = error === null ? "" : ` (each front within ${error.toFixed(2)} points)`;
    const zone =
      noZone === 0
        ? "in every model some package suits all"
        : `in ${percent([noZone])} of the models no package suits all`;
    return `${grouped(count)} ${count === 1 ? "package is" : "packages are"} efficient in some model${within}; ${zone}.`;
  },
  nearest: (changes: string, shortfall: readonly { readonly party: Named; readonly band: Band }[]) =>
    `Where none does, most often nearest is ${changes}; there ${short(shortfall.map(({ party, band }) => ({ party, by: bandText(band) })))}.`,
  row: ({ efficient, nash, kalaiSmorodinsky, values, changes }: SharedRow) =>
    `efficient in ${percent([efficient])}, Nash in ${percent([nash])}, Kalai–Smorodinsky in ${percent([kalaiSmorodinsky])}; ${values.map(({ name, band }) => `${name} ${bandText(band)}`).join(", ")} – ${changes}`,
  more: (count: number) => `… and ${count} more: --json lists the first 200.`,
};

export const frontier = {
  description: "every package that leaves nothing for all on the table, and the solutions among them",
  failOn: "end with 3 where no package suits all (likely, where preferences are imprecise)",
  examples: EXAMPLES,
  asToday: "as today",
  nash: "Nash",
  kalaiSmorodinsky: "Kalai–Smorodinsky",
  exact,
  between,
  divided,
  shared,
};
