// One observation as it is typed in the form.
import { type Case, givenFor, type WrittenRow } from "@parley/core/internal";

export const EMPTY_ROW: WrittenRow = { qualifier: "verified" };

/** What goes below: without the cells in which nothing was typed. */
export const typedRow = (row: WrittenRow): WrittenRow =>
  Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ""));

/** The form for the next one: of the same, in the same unit. */
export const nextRow = ({ metric = "", unit = "" }: WrittenRow): WrittenRow => ({ ...EMPTY_ROW, metric, unit });

/** Of what is chosen to be observed, its unit where it is measured. */
export const observed = ({ metrics }: Pick<Case, "metrics">, metric: string): WrittenRow => ({
  metric,
  unit: metrics.find(({ id }) => id === metric)?.unit ?? "",
});

/** Who did it is asked only where it makes a difference: something is owed by several, or forbidden to several. */
export function asksWho({ obligations }: Pick<Case, "obligations">): boolean {
  const shared = obligations.filter((one) => givenFor(one).byName || one.by.length > 1);
  return new Set(shared.flatMap(({ by }) => by)).size > 1;
}
