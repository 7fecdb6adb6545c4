import {
  bandText,
  type ExactFrontier,
  type FrontierResult,
  type Names,
  type Naming,
  namesIn,
  type SharedFrontier,
  verb,
} from "@parley/core";
import { paint, type Terminal } from "../terminal.js";
import { chance } from "./figures.js";
import { heading } from "./heading.js";
import { changesText, packageText } from "./package-text.js";
import { columns, item, wrap } from "./table.js";

const MOST_SHOWN = 20;

/** The frontier as text: its size, the first packages, the solutions. */
export function renderFrontier(terminal: Terminal, result: FrontierResult, negotiation: Naming): string {
  const names = namesIn(negotiation);
  const body = result.kind === "exact" ? exact(terminal, result, names) : shares(terminal, result, names);
  return `${heading(terminal, result)}\n${body}`;
}

/** A party at the head of a column, without its article; a long name wraps. */
const headOf = (names: Names, party: string): string => names.party(party).replace(/^the /i, "");
const value = (v: number): string => (100 * v).toFixed(1);

function exact(
  terminal: Terminal,
  { count, exact: isExact, error, packages, solutions, betweenSteps, adjustedWinner, noZone, today }: ExactFrontier,
  names: Names,
): string {
  const parties = Object.keys(packages[0]?.values ?? {});
  const size = isExact
    ? `${count} efficient ${count === 1 ? "package" : "packages"}.`
    : `${count} packages that cover the frontier to within ${(100 * error).toFixed(3)} points.`;
  const rows = packages
    .slice(0, MOST_SHOWN)
    .map(({ options, values, ties }) => [
      ...parties.map((party) => value(values[party] ?? 0)),
      ties > 1 ? `×${ties}` : "",
      changesText(names, options, today),
    ]);
  const widths = [...parties.map(() => 9), 5, 80 - 10 * parties.length - 7];
  const solved = Object.values(solutions).flatMap(({ name, packages: found, warning }) => [
    paint(terminal, "cyan", `By the ${name} solution${warning ? ` (${warning})` : ""}`),
    ...(found.length === 0
      ? ["  none: no package suits all"]
      : found.map((each) =>
          item(
            `${parties.map((party) => `${names.party(party)} ${value(each.values[party] ?? 0)}`).join(", ")} – ${packageText(names, each.options)}`,
          ),
        )),
  ]);
  return [
    paint(terminal, "bold", size),
    columns(
      [[...parties.map((party) => headOf(names, party)), "ties", "changes against today"], ...rows],
      widths,
      parties.map((_, k) => k),
    ),
    ...(count > MOST_SHOWN ? [`… and ${count - MOST_SHOWN} more: --json lists all.`] : []),
    "",
    ...solved.map((line) => (line.length > 80 && !line.includes("\n") ? wrap(line) : line)),
    ...(betweenSteps ? between(terminal, betweenSteps, parties, names) : []),
    ...(noZone ? [wrap(`There is no zone of agreement${whereNearest(noZone, names)}.`)] : []),
    ...(adjustedWinner ? divided(terminal, adjustedWinner, names) : []),
  ].join("\n");
}

/** Where one issue may take any number: the solutions in closed form, not at its steps. */
function between(
  terminal: Terminal,
  { issue, nash, kalaiSmorodinsky }: NonNullable<ExactFrontier["betweenSteps"]>,
  parties: readonly string[],
  names: Names,
): string[] {
  const line = (name: string, { number, options, values }: typeof nash) =>
    item(
      `${name}: ${[`${names.issue(issue)}: ${Number(number.toPrecision(6))}`, ...(Object.keys(options).length > 0 ? [packageText(names, options)] : [])].join("; ")} (${parties.map((party, k) => `${names.party(party)} ${value(values[k] ?? 0)}`).join(", ")})`,
    );
  return [
    paint(terminal, "cyan", `Between the steps of ${names.issue(issue)}`),
    line("Nash", nash),
    line("Kalai–Smorodinsky", kalaiSmorodinsky),
  ];
}

const whereNearest = ({ nearest, shortfall }: NonNullable<ExactFrontier["noZone"]>, names: Names): string =>
  nearest
    ? `. Nearest is ${packageText(names, nearest)}, where ${short(shortfall, names)}`
    : ": the red lines leave no package";

const short = (shortfall: Readonly<Record<string, number>>, names: Names): string =>
  Object.entries(shortfall)
    .map(([party, by]) => `${names.party(party)} ${verb(names.spoken(party), "falls")} ${value(by)} points short`)
    .join(" and ");

function divided(
  terminal: Terminal,
  { parties, issues, shares: first, values }: NonNullable<ExactFrontier["adjustedWinner"]>,
  names: Names,
): string[] {
  const won = (party: 0 | 1) => issues.flatMap((issue, k) => (first[k] === 1 - party ? [names.issue(issue)] : []));
  const split = issues.flatMap((issue, k) =>
    (first[k] ?? 0) > 0 && (first[k] ?? 0) < 1
      ? [`${names.issue(issue)}: ${(100 * (first[k] ?? 0)).toFixed(1)} % to ${names.party(parties[0])}`]
      : [],
  );
  return [
    paint(terminal, "cyan", "By adjusted winner (issues shared out by points)"),
    ...parties.map((party, k) =>
      item(`${names.party(party)} ${(values[k] ?? 0).toFixed(1)} points: ${won(k as 0 | 1).join(", ")}`),
    ),
    ...(split.length > 0 ? [item(`shared: ${split.join("; ")}`)] : []),
  ];
}

function shares(
  terminal: Terminal,
  { count, packages, noZone, nearest, exact: isExact, error, today }: SharedFrontier,
  names: Names,
): string {
  const parties = Object.keys(packages[0]?.values ?? {});
  const list = packages
    .slice(0, MOST_SHOWN)
    .map(({ options, values, efficient, nash, kalaiSmorodinsky }) =>
      item(
        `efficient in ${chance(efficient)}, Nash in ${chance(nash)}, Kalai–Smorodinsky in ${chance(kalaiSmorodinsky)}; ${parties.map((party) => `${names.party(party)} ${bandText(band(values[party]))}`).join(", ")} – ${changesText(names, options, today)}`,
        0,
      ),
    );
  return [
    paint(
      terminal,
      "bold",
      wrap(
        `${count.toLocaleString("en-US")} ${count === 1 ? "package is" : "packages are"} efficient in some model${isExact ? "" : ` (each front within ${(100 * error).toFixed(2)} points)`}; ${noZone === 0 ? "in every model some package suits all" : `in ${chance(noZone)} of the models no package suits all`}.`,
      ),
    ),
    ...(nearest
      ? [
          wrap(
            `Where none does, most often nearest is ${changesText(names, nearest.options, today)}; there ${Object.entries(
              nearest.shortfall,
            )
              .map(
                ([party, by]) =>
                  `${names.party(party)} ${verb(names.spoken(party), "falls")} ${bandText(band(by))} points short`,
              )
              .join(" and ")}.`,
          ),
        ]
      : []),
    ...list,
    ...(count > MOST_SHOWN ? [`… and ${count - MOST_SHOWN} more: --json lists the first 200.`] : []),
  ].join("\n");
}

const band = (values: SharedFrontier["packages"][number]["values"][string] | undefined) => ({
  median: 100 * (values?.median ?? 0),
  low: 100 * (values?.low ?? 0),
  high: 100 * (values?.high ?? 0),
});
