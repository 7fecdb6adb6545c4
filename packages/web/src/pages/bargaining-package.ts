// A package in an address: what it changes against today, as `issue:option`, joined by commas.
import type { Case } from "@parley/core";

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
