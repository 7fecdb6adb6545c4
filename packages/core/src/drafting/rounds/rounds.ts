// Round by round: what moved between two versions of a case or of a draft, who gave, and what that did.

import { type AnalysisOptions, type ExchangeBetween, exchangeBetween } from "../../agreements/index.js";
import { type Case, caseJson, done, type Outcome, refuse, type Viewing } from "../../case/index.js";
import { bandText } from "../../math/index.js";
import { capital, listed } from "../../wording/index.js";
import { type Framework, framework } from "../framework/framework.js";
import { type Plan, planOf } from "../schedule/schedule.js";
import { type ClauseChange, changedClauses } from "./clauses.js";

export interface Rounds extends Viewing {
  readonly method: string;
  readonly sentence: string;
  readonly changes: readonly ClauseChange[];
  readonly brackets: { readonly before: number; readonly after: number };
  /** On how many clauses each party gave, and took back. */
  readonly gave: readonly {
    readonly party: string;
    readonly name: string;
    readonly gave: number;
    readonly tookBack: number;
  }[];
  /** What the later package is worth beside the earlier one; null where nobody's interests may be seen. */
  readonly value: Pick<ExchangeBetween, "moves" | "ledgers" | "change" | "views"> | null;
  /** The worst that each side would have lost under the plan, before and after, on the later case's scale. */
  readonly exposure: readonly {
    readonly party: string;
    readonly name: string;
    readonly before: number;
    readonly after: number;
  }[];
  readonly remarks: readonly string[];
}

/** A case, or the draft of a framework that was made of one. */
type Version = Case | Framework;

const isDraft = (version: Version): version is Framework => "kind" in version;

const issuesOf = (version: Version): string[] =>
  isDraft(version) ? Object.keys(version.package) : version.issues.map(({ id }) => id);

/** Whether both have issues, and none in common. */
function unrelated(earlier: Version, after: Version): boolean {
  const [before, now] = [issuesOf(earlier), new Set(issuesOf(after))];
  return before.length > 0 && now.size > 0 && !before.some((id) => now.has(id));
}

/**
 * @param earlier seen from its own day
 * @param after the later one; where it is a case its interests value both
 * @returns refused where a version cannot be drafted, or both have issues and none in common
 */
export function rounds(earlier: Version, after: Version, options: AnalysisOptions = {}): Outcome<Rounds> {
  if (unrelated(earlier, after))
    return refuse(
      "the two have no issue in common, so they do not belong to the same negotiation. Give two versions of one case.",
    );
  const { onProgress = () => {}, ...quiet } = options;
  const { asOf: _, ...own } = quiet;
  const before = isDraft(earlier) || isDraft(after) ? earlier : sharing(earlier, after);
  const planBefore = planFor(before, own);
  onProgress(0.4);
  const plans = [planBefore, planFor(after, quiet)] as const;
  onProgress(0.8);
  const [was, now] = [draftOf(before, own, plans[0]), draftOf(after, quiet, plans[1])];
  if (!was.ok) return was;
  if (!now.ok) return now;
  const changes = changedClauses(was.value.parts, now.value.parts);
  const exchange = isDraft(after) ? null : exchangeBetween(after, was.value.package, now.value.package, quiet);
  if (exchange && !exchange.ok && exchange.misuse) return exchange;
  const value = exchange?.ok && exchange.value.views.length > 0 ? exchange.value : null;
  const { title, asOf, sharedWith, marking, digest, parties } = now.value;
  const partial = {
    title,
    asOf,
    sharedWith,
    marking,
    digest,
    method: "clause by clause, by what each was made from; worth by the later case's interests, model by model",
    changes,
    brackets: { before: was.value.brackets, after: now.value.brackets },
    gave: parties
      .map(({ id, name }) => ({
        party: id,
        name,
        gave: count(changes, id, "gave"),
        tookBack: count(changes, id, "took back"),
      }))
      .filter(({ gave, tookBack }) => gave + tookBack > 0),
    value: value && { moves: value.moves, ledgers: value.ledgers, change: value.change, views: value.views },
    exposure: isDraft(before) || isDraft(after) ? [] : exposures(before, after, quiet, plans),
    remarks: [
      ...(exchange && !exchange.ok ? exchange.reasons : (exchange?.value.limits ?? [])),
      ...(isDraft(after) ? [] : unknownIssues(was.value, after)),
      ...(isDraft(before) || isDraft(after)
        ? ["A draft alone does not say what its plan exposes, nor what it is worth: compare case folders for that."]
        : []),
    ],
  };
  return done({ ...partial, sentence: sentenceOf(partial, parties) });
}

const planFor = (version: Version, options: AnalysisOptions): Outcome<Plan> | null =>
  isDraft(version) ? null : planOf(version, options);

const draftOf = (version: Version, options: AnalysisOptions, plan: Outcome<Plan> | null): Outcome<Framework> =>
  isDraft(version) ? done(version) : framework(version, options, plan);

const count = (changes: readonly ClauseChange[], party: string, kind: "gave" | "took back"): number =>
  changes.filter(({ gifts }) => gifts.some((gift) => gift.party === party && gift.kind === kind)).length;

/** Both plans under the same interests, where the issues are the same; else each under its own. */
function exposures(
  before: Case,
  after: Case,
  options: AnalysisOptions,
  plans: readonly [Outcome<Plan> | null, Outcome<Plan> | null],
): Rounds["exposure"] {
  const shape = ({ issues }: Case) =>
    JSON.stringify(issues.map(({ id, options: list }) => [id, list.map((option) => option.id)]));
  const same = shape(before) === shape(after);
  const { asOf: _, ...rest } = options;
  const own =
    same && before.interests !== after.interests ? planOf({ ...before, interests: after.interests }, rest) : plans[0];
  const [was, now] = [own, plans[1]];
  if (!was?.ok || !now?.ok) return [];
  return (now.value.road?.parties ?? []).flatMap(({ id, name, exposure }) => {
    const earlier = was.value.road?.parties.find((party) => party.id === id);
    return earlier ? [{ party: id, name, before: earlier.exposure, after: exposure }] : [];
  });
}

/**
 * The earlier case with those parts of the later one that are the same word for word, so that what is worked out of them is
 * worked out once.
 */
function sharing(before: Case, after: Case): Case {
  const same = <K extends keyof Case>(part: K): Pick<Case, K> =>
    caseJson(before[part]) === caseJson(after[part]) ? after : before;
  return {
    ...before,
    issues: same("issues").issues,
    offers: same("offers").offers,
    today: same("today").today,
    noDeal: same("noDeal").noDeal,
    inventories: same("inventories").inventories,
    interests: same("interests").interests,
  };
}

const unknownIssues = ({ package: options }: Framework, { issues }: Case): string[] => {
  const lost = Object.entries(options).filter(
    ([id, option]) => !issues.some((issue) => issue.id === id && issue.options.some((one) => one.id === option)),
  );
  return lost.length === 0
    ? []
    : [
        `The later case has no ${listed(lost.map(([id, option]) => `${id}: ${option}`))}; there the earlier one counts as today.`,
      ];
};

function sentenceOf(
  { changes, gave, value, brackets }: Omit<Rounds, "sentence">,
  parties: Framework["parties"],
): string {
  if (changes.length === 0) return "No clause changed.";
  const of = (kind: ClauseChange["kind"]) => changes.filter((one) => one.kind === kind).length;
  const kinds = (["new", "settled", "reworded", "opened", "handed over", "dropped", "redated"] as const).flatMap(
    (kind) => (of(kind) > 0 ? [`${of(kind)} ${kind}`] : []),
  );
  const gifts = gave.flatMap(({ name, gave: on, tookBack }) => [
    ...(on > 0 ? [`${name} gave on ${on}`] : []),
    ...(tookBack > 0 ? [`${name} took back ${tookBack}`] : []),
  ]);
  const worth = Object.entries(value?.change ?? {})
    .filter(([, { low, high }]) => low !== 0 || high !== 0)
    .map(
      ([id, change]) => `${bandText(change, true)} points to ${parties.find((party) => party.id === id)?.name ?? id}`,
    );
  return [
    `${changes.length} ${changes.length === 1 ? "clause" : "clauses"} changed: ${listed(kinds)}.`,
    ...(gifts.length > 0 ? [`${capital(listed(gifts))}.`] : []),
    ...(worth.length > 0 ? [`It is worth ${listed(worth)}.`] : []),
    ...(brackets.before === brackets.after ? [] : [`Brackets: ${brackets.before} before, ${brackets.after} now.`]),
  ].join(" ");
}
