// What the builder of a package shows, and in which order: issues that are opened, options that are listed, where offers stand.
import type { Case, Issue, OptionWorths } from "@parley/core";
import type { Chosen } from "../chosen-package.js";

/** More options than this are stepped through, not listed. */
export const MOST_LISTED = 12;

/** Issues that an offer has opened or the package moves, and the rest. */
export function byOpened(
  issues: readonly Issue[],
  chosen: Chosen,
  opened: readonly string[],
): { readonly first: Issue[]; readonly rest: Issue[] } {
  const isOpen = ({ id, options, today }: Issue) => opened.includes(id) || chosen[id] !== options[today]?.id;
  return { first: issues.filter(isOpen), rest: issues.filter((issue) => !isOpen(issue)) };
}

/** The largest change that an option would make, in points: the end of every bar; 1 at least. */
export const reachOf = (worths: Pick<OptionWorths, "issues"> | null): number =>
  Math.max(
    1,
    ...(worths?.issues ?? []).flatMap(({ options }) =>
      options.flatMap(({ change }) => Object.values(change).map(({ median }) => Math.abs(median))),
    ),
  );

/** All options where they are few; else the one that stands, its neighbours, today's and the ends. */
export function listedOf({ options, today }: Pick<Issue, "options" | "today">, now: string): Issue["options"] {
  if (options.length <= MOST_LISTED) return options;
  const at = options.findIndex(({ id }) => id === now);
  const places = new Set([0, at - 1, at, at + 1, today, options.length - 1]);
  return options.filter((_, place) => places.has(place));
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
