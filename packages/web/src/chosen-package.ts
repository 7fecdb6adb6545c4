// A package in an address: what it changes against today, as `issue:option`, joined by commas.
import { type Case, latestOf } from "@parley/core";
import type { CaseView } from "./case-view.js";

export type Chosen = Readonly<Record<string, string>>;

const todayOf = ({ issues }: Case): Chosen =>
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

/** The package that the address says: an offer, or one of one’s own; the latest offer where it says none. */
export function useChosen({ negotiation, address, options: { asOf } }: CaseView): ChosenPackage {
  const day = asOf ?? negotiation.asOf ?? "";
  const wanted = address.get("offer");
  const closed = negotiation.offers.filter(({ open }) => open.length === 0);
  const known = closed.filter(({ date }) => date <= day);
  const offer = closed.find(({ id }) => id === wanted) ?? latestOf(known) ?? null;
  const written = address.get("p");
  const offered = (of: (typeof closed)[number]): Chosen =>
    Object.fromEntries(
      negotiation.issues.map(({ id, options }, index) => [id, options[of.options[index] ?? 0]?.id ?? ""]),
    );
  const options = written === null && offer ? offered(offer) : packageFrom(negotiation, written);
  const same = closed.find(
    (one) => packageText(negotiation, { options: offered(one) }) === packageText(negotiation, { options }),
  );
  return {
    name: same?.name ?? "your package",
    options,
    offer: same?.id ?? null,
    choose: (next, how = "push") => address.set({ p: packageText(negotiation, { options: next }) }, how),
  };
}
