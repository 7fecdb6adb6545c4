// What the builder of a package shows: options that are listed, where offers stand, what the chosen option does against today.
import type { Band, Case, Issue, OptionWorth, OptionWorths } from "@parley/core/internal";

/** More options than this are stepped through, not listed. */
export const MOST_LISTED = 12;

/** More issues than this can be searched. */
export const MANY_ISSUES = 15;

/** The largest change that an option would make, in points: the end of every bar; 1 at least. */
export const reachOf = (worths: Pick<OptionWorths, "issues"> | null): number =>
  Math.max(
    1,
    ...(worths?.issues ?? []).flatMap(({ options }) =>
      options.flatMap(({ change }) => Object.values(change).map(({ median }) => Math.abs(median))),
    ),
  );

/** What the option that stands does to each party, against today: what going back to today would do, turned round. */
export function againstToday(
  { options, today }: Pick<Issue, "options" | "today">,
  worths: readonly Pick<OptionWorth, "option" | "change">[],
): Readonly<Record<string, Band>> {
  const back = worths.find(({ option }) => option === options[today]?.id)?.change ?? {};
  return Object.fromEntries(
    Object.entries(back).map(([party, { low, median, high }]) => [
      party,
      { low: 0 - high, median: 0 - median, high: 0 - low },
    ]),
  );
}

/** What stands at an option: today, and offers that are known and name the issue. */
export function standingAt(
  { issues, offers }: Pick<Case, "issues" | "offers">,
  issue: Issue,
  option: string,
  day: string,
): { readonly today: boolean; readonly offers: readonly string[] } {
  const place = issues.indexOf(issue);
  const at = issue.options.findIndex(({ id }) => id === option);
  return {
    today: at === issue.today,
    offers: offers
      .filter(({ date, named, options }) => date <= day && named.includes(place) && options[place] === at)
      .map(({ name }) => name),
  };
}

/** Where values lie on a bar from −reach to reach; beyond it, at its end. */
export const onBar =
  (reach: number, width: number) =>
  (value: number): number =>
    width / 2 + (Math.max(-reach, Math.min(reach, value)) / reach) * (width / 2);
