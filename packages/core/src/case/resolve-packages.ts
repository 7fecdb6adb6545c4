// The reading of packages that interests and responses point to: today, no deal, an offer, or issue: option pairs.
import { isDate } from "./calendar.js";
import { lastDay } from "./dates.js";
import { expectName, readPartialPackage, withOptions } from "./names.js";
import type { Path } from "./path.js";
import type { Reporter } from "./reporter.js";
import type { Basics } from "./resolve-case.js";
import type { NamedPackage, Offer } from "./types.js";

export type PackageText = string | Record<string, string | number>;

export type PackageReader = ReturnType<typeof packageReader>;

/** Reads `today`, `no-deal`, an offer's id, or issue: option pairs, with what was in force on a day where one is given. */
export function packageReader(report: Reporter, frame: Basics, offers: readonly Offer[]) {
  const whole = (path: Path, written: PackageText, date?: string | number): NamedPackage => {
    const dated = date !== undefined && isDate(String(date));
    const today = dated ? frame.todayOn(lastDay(String(date))) : frame.today;
    const beside = (base: "today" | "no-deal", changes: ReadonlyMap<number, number> = new Map()) =>
      dated ? {} : { beside: { base, changes } };
    if (typeof written !== "string") {
      const changes = readPartialPackage(report, path, written, frame.names);
      return {
        name:
          Object.entries(written)
            .map(([issue, option]) => `${issue} ${option}`)
            .join(", ") || "today",
        options: withOptions(today, changes),
        ...beside("today", changes),
      };
    }
    if (written === "today") return { name: "today", options: today, ...beside("today") };
    if (written === "no-deal") return { name: "no deal", options: frame.noDeal ?? today, ...beside("no-deal") };
    expectName(report, path, "package", written, ["today", "no-deal", ...offers.map((offer) => offer.id)]);
    const offer = offers.find(({ id }) => id === written);
    if (offer && offer.open.length > 0)
      report.error(path, `offer "${written}" leaves issues open, so it is no one package. Write the package out.`);
    return { name: offer?.name ?? written, options: offer?.options ?? today, ...(offer && { since: offer.date }) };
  };
  return {
    whole,
    orNoDeal: (path: Path, written: PackageText, date?: string | number) =>
      written === "no-deal" ? ("no deal" as const) : whole(path, written, date),
  };
}
