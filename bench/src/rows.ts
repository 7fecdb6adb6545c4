// The list of artificial negotiations, from small to very large, on which the benchmark times the frontier.
import type { Shape } from "./generate.js";

const row = (kind: Shape["kind"], parties: number, issues: number, options: number): Shape => ({
  kind,
  parties,
  issues,
  options,
  seed: 7,
});

/** Every row of the table: from a thousand packages to 10^50, from two parties to five. */
export const rows: readonly Shape[] = [
  row("random", 2, 3, 10),
  row("random", 2, 6, 10),
  row("random", 2, 15, 10),
  row("random", 2, 50, 10),
  row("opposed", 2, 6, 10),
  row("opposed", 2, 7, 10),
  row("opposed", 2, 15, 10),
  row("integer", 2, 15, 10),
  row("integer", 2, 50, 10),
  row("zero-sum", 2, 4, 10),
  row("zero-sum", 2, 7, 10),
  row("random", 3, 6, 10),
  row("random", 3, 10, 10),
  row("random", 3, 15, 10),
  row("opposed", 3, 7, 10),
  row("random", 4, 6, 10),
  row("random", 4, 10, 8),
  row("random", 5, 6, 6),
  row("random", 5, 8, 6),
];

export const nameOf = ({ kind, parties, issues, options }: Shape): string =>
  `${kind}, ${parties} parties, ${issues} × ${options}`;
