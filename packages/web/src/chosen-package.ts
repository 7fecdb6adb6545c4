// A package in an address: what it changes against today, as `issue:option`, joined by commas.
import { type AnalysisOptions, type Case, latestOf } from "@parley/core/internal";
import type { Address } from "./address.js";

/** As much of a view as a package is read from. */
interface View {
  readonly negotiation: Case;
  readonly options: AnalysisOptions;
  readonly address: Pick<Address, "get" | "set">;
}

export type Chosen = Readonly<Record<string, string>>;

export const todayOf = ({ issues }: Pick<Case, "issues">): Chosen =>
  Object.fromEntries(issues.map(({ id, today, options }) => [id, options[today]?.id ?? ""]));

/** The package that an address says; a name that the case does not have is left out. */
export function packageFrom(negotiation: Case, text: string | null): Chosen {
  const named = new Map((text ?? "").split(",").map((part) => part.split(":") as [string, string]));
  const chosen = negotiation.issues.flatMap(({ id, options }) => {
    const option = named.get(id);
    return options.some((one) => one.id === option) ? [[id, option ?? ""] as const] : [];
  });
  return { ...todayOf(negotiation), ...Object.fromEntries(chosen) };
}

/** What an address says of a package: an offer, with changes where there are some. */
export function packageText(
  negotiation: Case,
  { options }: { readonly options: Chosen },
  changed: { readonly changes: readonly { readonly issue: string; readonly to: string }[] } = { changes: [] },
): string {
  const whole = { ...options, ...Object.fromEntries(changed.changes.map(({ issue, to }) => [issue, to])) };
  const today = todayOf(negotiation);
  const parts = Object.entries(whole).filter(([issue, option]) => today[issue] !== option);
  return parts.length === 0 ? "today" : parts.map((part) => part.join(":")).join(",");
}

/** The package in the making, and what it began from. */
export interface ChosenPackage {
  readonly name: string;
  readonly options: Chosen;
  /** The offer that it still is, unchanged; null where it is a package of one's own. */
  readonly offer: string | null;
  readonly choose: (options: Chosen, how?: "push" | "replace") => void;
}

/** Whether a package is one of several. */
export const isAmong = (packages: readonly { readonly options: Chosen }[], options: Chosen): boolean =>
  packages.some((one) => JSON.stringify(one.options) === JSON.stringify(options));

/** The package of an offer. */
const offered = ({ issues }: Case, of: Case["offers"][number]): Chosen =>
  Object.fromEntries(issues.map(({ id, options }, index) => [id, options[of.options[index] ?? 0]?.id ?? ""]));

/** Offers that name every issue and are known by a day: each a package to begin from. */
export const offersToChoose = ({ offers }: Case, day: string): Case["offers"] =>
  offers.filter(({ open, date }) => open.length === 0 && date <= day);

/**
 * The package that the address says: an offer, or one of one’s own; the latest offer where it says none.
 * @param own what a package of one's own is called
 */
export function chosenIn({ negotiation, address, options: { asOf } }: View, own: string): ChosenPackage {
  const day = asOf ?? negotiation.asOf ?? "";
  const closed = negotiation.offers.filter(({ open }) => open.length === 0);
  const known = closed.filter(({ date }) => date <= day);
  const offer = closed.find(({ id }) => id === address.get("offer")) ?? latestOf(known) ?? null;
  const written = address.get("p");
  const options = written === null && offer ? offered(negotiation, offer) : packageFrom(negotiation, written);
  const text = packageText(negotiation, { options });
  const same = closed.find((one) => packageText(negotiation, { options: offered(negotiation, one) }) === text);
  return {
    name: same?.name ?? own,
    options,
    offer: same?.id ?? null,
    choose: (next, how = "push") => address.set({ p: packageText(negotiation, { options: next }) }, how),
  };
}
