import { bandText, type ExactFrontier, type FrontierResult, type SharedFrontier, verb } from "@parley/core";
import { paint, type Terminal } from "../terminal.js";
import { chance } from "./figures.js";
import { heading } from "./heading.js";
import { columns, item, wrap } from "./table.js";

const MOST_SHOWN = 20;

/** The frontier as text: its size, the first packages, the solutions. */
export function renderFrontier(terminal: Terminal, result: FrontierResult): string {
  const body = result.kind === "exact" ? exact(terminal, result) : shares(terminal, result);
  return `${heading(terminal, result)}\n${body}`;
}

/** What a package changes against today: short enough for a column. */
const changes = (options: Readonly<Record<string, string>>, today: Readonly<Record<string, string>>): string => {
  const moved = Object.entries(options).filter(([issue, option]) => today[issue] !== option);
  return moved.length === 0 ? "as today" : moved.map(([issue, option]) => `${issue} ${option}`).join(", ");
};
const describe = (options: Readonly<Record<string, string>>): string =>
  Object.entries(options)
    .map(([issue, option]) => `${issue} ${option}`)
    .join(", ");
const value = (v: number): string => (100 * v).toFixed(1);

function exact(
  terminal: Terminal,
  { count, exact: isExact, error, packages, solutions, betweenSteps, adjustedWinner, noZone, today }: ExactFrontier,
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
      changes(options, today),
    ]);
  const widths = [...parties.map(() => 9), 5, 80 - 10 * parties.length - 7];
  const solved = Object.values(solutions).flatMap(({ name, packages: found, warning }) => [
    paint(terminal, "cyan", `By the ${name} solution${warning ? ` (${warning})` : ""}`),
    ...(found.length === 0
      ? ["  none: no package suits all"]
      : found.map((each) =>
          item(
            `${parties.map((party) => `${party} ${value(each.values[party] ?? 0)}`).join(", ")}: ${describe(each.options)}`,
          ),
        )),
  ]);
  return [
    paint(terminal, "bold", size),
    columns(
      [[...parties, "ties", "changes against today"], ...rows],
      widths,
      parties.map((_, k) => k),
    ),
    ...(count > MOST_SHOWN ? [`… and ${count - MOST_SHOWN} more: --json lists all.`] : []),
    "",
    ...solved.map((line) => (line.length > 80 && !line.includes("\n") ? wrap(line) : line)),
    ...(betweenSteps ? between(terminal, betweenSteps, parties) : []),
    ...(noZone ? [wrap(`There is no zone of agreement${whereNearest(noZone)}.`)] : []),
    ...(adjustedWinner ? divided(terminal, adjustedWinner) : []),
  ].join("\n");
}

/** Where one issue may take any number: the solutions in closed form, not at its steps. */
function between(
  terminal: Terminal,
  { issue, nash, kalaiSmorodinsky }: NonNullable<ExactFrontier["betweenSteps"]>,
  parties: readonly string[],
): string[] {
  const line = (name: string, { number, options, values }: typeof nash) =>
    item(
      `${name}: ${[`${issue} ${Number(number.toPrecision(6))}`, ...Object.entries(options).map(([id, option]) => `${id} ${option}`)].join(", ")} (${parties.map((party, k) => `${party} ${value(values[k] ?? 0)}`).join(", ")})`,
    );
  return [
    paint(terminal, "cyan", `Between the steps of ${issue}`),
    line("Nash", nash),
    line("Kalai–Smorodinsky", kalaiSmorodinsky),
  ];
}

const whereNearest = ({ nearest, shortfall }: NonNullable<ExactFrontier["noZone"]>): string =>
  nearest ? `. Nearest is ${describe(nearest)}, where ${short(shortfall)}` : ": the red lines leave no package";

const short = (shortfall: Readonly<Record<string, number>>): string =>
  Object.entries(shortfall)
    .map(([party, by]) => `${party} ${verb(party, "falls")} ${value(by)} points short`)
    .join(" and ");

function divided(
  terminal: Terminal,
  { parties, issues, shares: first, values }: NonNullable<ExactFrontier["adjustedWinner"]>,
): string[] {
  const won = (party: 0 | 1) => issues.filter((_, k) => first[k] === 1 - party);
  const split = issues.flatMap((issue, k) =>
    (first[k] ?? 0) > 0 && (first[k] ?? 0) < 1
      ? [`${issue}: ${(100 * (first[k] ?? 0)).toFixed(1)} % to ${parties[0]}`]
      : [],
  );
  return [
    paint(terminal, "cyan", "By adjusted winner (issues shared out by points)"),
    ...parties.map((party, k) => item(`${party} ${(values[k] ?? 0).toFixed(1)} points: ${won(k as 0 | 1).join(", ")}`)),
    ...(split.length > 0 ? [item(`shared: ${split.join("; ")}`)] : []),
  ];
}

function shares(
  terminal: Terminal,
  { count, packages, noZone, nearest, exact: isExact, error, today }: SharedFrontier,
): string {
  const parties = Object.keys(packages[0]?.values ?? {});
  const list = packages
    .slice(0, MOST_SHOWN)
    .map(({ options, values, efficient, nash, kalaiSmorodinsky }) =>
      item(
        `efficient in ${chance(efficient)}, Nash in ${chance(nash)}, Kalai–Smorodinsky in ${chance(kalaiSmorodinsky)}; ${parties.map((party) => `${party} ${bandText(band(values[party]))}`).join(", ")}: ${changes(options, today)}`,
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
            `Where none does, most often nearest is ${changes(nearest.options, today)}; there ${Object.entries(
              nearest.shortfall,
            )
              .map(([party, by]) => `${party} ${verb(party, "falls")} ${bandText(band(by))} points short`)
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
