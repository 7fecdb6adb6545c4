// Settings and offers of a rehearsal, as its page needs them.
import type { Case } from "@parley/core/internal";
import type { KeptRehearsal, OfferedPackage, Practice, PracticeOptions } from "@parley/core/rehearsal";
import type { CaseView } from "../case-view.js";

/** What is asked of core for a rehearsal with this setting, as this view of the case has it. */
export const practiceOptions = (
  { options }: Pick<CaseView, "options">,
  setting: KeptRehearsal["setting"],
): PracticeOptions => ({
  ...(options.sharedWith !== undefined && { sharedWith: options.sharedWith }),
  ...(options.asOf !== undefined && { asOf: options.asOf }),
  ...(options.views !== undefined && { views: options.views }),
  ...setting,
});

/** What an offer says otherwise than the one before: an option, or null where it leaves an issue open now. All of it where there is none before. */
export function changedIn(
  offered: OfferedPackage,
  before: OfferedPackage | null,
): { readonly issue: string; readonly option: string | null }[] {
  const said = Object.entries(offered).filter(([issue, option]) => before?.[issue] !== option);
  const opened = Object.keys(before ?? {}).filter((issue) => offered[issue] === undefined);
  return [...said.map(([issue, option]) => ({ issue, option })), ...opened.map((issue) => ({ issue, option: null }))];
}

/** The last offer of somebody. */
export const lastOfferOf = ({ moves }: Pick<Practice, "moves">, party: string): OfferedPackage | null =>
  moves.findLast(({ by, kind }) => kind === "offer" && by === party)?.package ?? null;

export const todayOf = ({ issues }: Pick<Case, "issues">): OfferedPackage =>
  Object.fromEntries(issues.map(({ id, options, today }) => [id, options[today]?.id ?? ""]));

/** What a whole offer is worth to the person's party, in points. */
export const worthOf = ({ worth }: Pick<Practice, "worth">, offered: OfferedPackage): number =>
  Object.entries(offered).reduce((sum, [issue, option]) => sum + (worth[issue]?.[option] ?? 0), 0);
