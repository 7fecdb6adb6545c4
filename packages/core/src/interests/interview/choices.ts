// The questions that are made for one person: between two packages, or a package and no deal. Asked is the one that
// most evenly divides the models that agree with what was said so far and, of these, bears most on the verdict.
import { type Case, isBy, type Package } from "../../case/index.js";
import { at, below, impurity, impurityLeft, type Rng, stream } from "../../math/index.js";
import type { Models } from "../models.js";
import type { Given, WrittenPackage } from "./answers.js";
import { type InterviewQuestion, optionName, raisedAlone, SAME, type StandingAnswers, UNKNOWN } from "./questions.js";

/** What the verdict on the offers would be in every model, as any numbers that tell verdicts apart; null: not to be had. */
export type Outcomes = (models: Models) => Int32Array | null;

/** How many are asked at most. */
const MOST = { or: 4, deal: 3 } as const;
/** Evenness 4p(1 − p) of the split below which a question is not worth asking, and from which bearing decides. */
const WORTH_ASKING = 0.3;
const EVEN = 0.75;
/** Candidates tried for each question. */
const TRIED = 120;

interface Candidate {
  readonly first: Package;
  /** Null: no deal. */
  readonly second: Package | null;
  readonly name?: string;
}

export interface Comparing {
  readonly negotiation: Case;
  readonly asOf: string;
  readonly given: readonly Given[];
  readonly models: Models;
  readonly seed: number;
  readonly outcomes: Outcomes | null;
}

interface ChoiceSetting extends Comparing {
  readonly said: StandingAnswers;
}

/** The next question of choice; null when none would tell much. */
export function nextChoice(setting: ChoiceSetting): InterviewQuestion | null {
  return checkOf(setting) ?? nextComparison(setting);
}

/** The next of the packages to compare; null when none would tell much. */
export const nextComparison = (setting: Comparing): InterviewQuestion | null =>
  asked(setting, "or") ?? asked(setting, "deal");

const CHECK = "check:1";

/** The neighbouring pair of a ranking that is asked once more; null where the ranking is short. */
function checkedPair({ ranked }: StandingAnswers): readonly [string, string] | null {
  const place = Math.floor((ranked.length - 1) / 2);
  const [more, less] = ranked.slice(place, place + 2);
  return ranked.length < 3 || more === undefined || less === undefined ? null : [more, less];
}

/**
 * The answers with the packages that were compared, where a file leaves out what can be told: issues that a package does
 * not name stay as today, and which two were compared as a check follows from the ranking.
 */
export function withPackages(negotiation: Case, said: StandingAnswers, given: readonly Given[]): Given[] {
  const { issues, today } = negotiation;
  const asToday = Object.fromEntries(issues.map(({ id, options }, at) => [id, options[today[at] ?? 0]?.id ?? ""]));
  const whole = (written: WrittenPackage | undefined) => written && { ...asToday, ...written };
  const pair = checkedPair(said)?.map((id) => raisedAlone(negotiation, said.orders, [id]));
  return given.map((one) => {
    const [first, second] = one.ask === CHECK && !one.first && !one.second && pair ? pair : [one.first, one.second];
    return first || second ? { ...one, first: whole(first), second: whole(second) } : one;
  });
}

/** A ranking is easily given the wrong way round: one neighbouring pair, asked once more as packages. */
function checkOf({ negotiation, said, given }: ChoiceSetting): InterviewQuestion | null {
  const pair = checkedPair(said);
  if (!pair || given.some(({ ask }) => ask === CHECK)) return null;
  const [more, less] = pair;
  const name = (id: string) => {
    const issue = negotiation.issues.find((one) => one.id === id);
    const best = raisedAlone(negotiation, said.orders, [id])[id] ?? "";
    return issue ? `“${issue.name}” at “${optionName(issue, best)}”` : id;
  };
  return {
    ask: CHECK,
    part: "To be sure",
    text: `With all else at your worst: would you take ${name(more)} over ${name(less)}?`,
    first: raisedAlone(negotiation, said.orders, [more]),
    second: raisedAlone(negotiation, said.orders, [less]),
    choices: [
      { id: "first", text: "Yes" },
      { id: "second", text: "No, the other way round" },
      { id: SAME, text: "About the same" },
      { id: UNKNOWN, text: "I don't know" },
    ],
    split: null,
  };
}

function asked(setting: Comparing, kind: "or" | "deal"): InterviewQuestion | null {
  const { given, models, seed, outcomes } = setting;
  const count = given.filter(({ ask }) => ask.startsWith(`${kind}:`)).length;
  if (count >= MOST[kind]) return null;
  const rng = stream(seed, "interview", kind, count);
  const candidates = (kind === "or" ? pairs(setting, rng) : deals(setting, rng)).filter(
    (candidate) => !askedBefore(setting, candidate),
  );
  const answers = candidates.map((candidate) => answersOf(setting, candidate));
  const splits = answers.map((list) => list.reduce((sum, answer) => sum + answer, 0) / Math.max(1, models.count));
  const evenness = splits.map((split) => 4 * split * (1 - split));
  const even = candidates.map((_, k) => k).filter((k) => at(evenness, k) >= EVEN);
  const outcome = even.length > 1 ? (outcomes?.(models) ?? null) : null;
  const doubt = outcome === null ? 0 : impurity(outcome);
  const bearing = (k: number) =>
    outcome === null || doubt === 0 ? 0 : 1 - impurityLeft(outcome, at(answers, k)) / doubt;
  const [best] = (even.length > 0 ? even : candidates.map((_, k) => k))
    .map((k) => ({ k, bears: bearing(k), evenness: at(evenness, k) }))
    .sort((a, b) => b.bears - a.bears || b.evenness - a.evenness);
  if (!best || best.evenness < WORTH_ASKING) return null;
  const place = [...Array(count + 1).keys()].find((k) => !given.some(({ ask }) => ask === `${kind}:${k + 1}`)) ?? count;
  return phrase(setting, kind, place + 1, at(candidates, best.k), at(splits, best.k));
}

const key = (options: WrittenPackage | undefined): string => JSON.stringify(options ?? "no-deal");

function askedBefore({ negotiation, given }: Comparing, { first, second }: Candidate): boolean {
  const one = key(ids(negotiation, first));
  const other = key(second === null ? undefined : ids(negotiation, second));
  return given.some(
    (before) =>
      before.first !== undefined &&
      ((key(before.first) === one && key(before.second) === other) ||
        (key(before.first) === other && key(before.second) === one)),
  );
}

/** Two changes from today on two issues, the one against the other and both against today; and the offers on record. */
function pairs({ negotiation, asOf }: Comparing, rng: Rng): Candidate[] {
  const { issues, today } = negotiation;
  const open = issues.map((_, index) => index).filter((index) => at(issues, index).options.length > 1);
  const made: Candidate[] = [];
  for (let tries = 0; tries < 10 * TRIED && made.length < 2 * TRIED && open.length > 1; tries++) {
    const [one, other] = [at(open, below(rng, open.length)), at(open, below(rng, open.length))];
    const [a, b] = [below(rng, at(issues, one).options.length), below(rng, at(issues, other).options.length)];
    if (one === other || a === today[one] || b === today[other]) continue;
    const [change, counter] = [changed(today, one, a), changed(today, other, b)];
    made.push({ first: change, second: counter }, { first: changed(change, other, b), second: today });
  }
  const offers = closedOffers(negotiation, asOf).slice(0, 8);
  const against = offers.flatMap((x, place) =>
    offers.slice(place + 1).map((y) => ({ first: x.options, second: y.options })),
  );
  return [...against, ...made].filter(
    ({ first, second }) => possible(negotiation, first) && possible(negotiation, second ?? first),
  );
}

/** The offers on record against no deal, and each with one issue changed. */
function deals({ negotiation, asOf }: Comparing, rng: Rng): Candidate[] {
  const { issues, today } = negotiation;
  const offers = closedOffers(negotiation, asOf);
  const bases = [...offers.map(({ options, name }) => ({ options, name })), { options: today, name: "today" }];
  const near = Array.from({ length: TRIED }, (): Candidate => {
    const base = at(bases, below(rng, bases.length));
    const issue = below(rng, issues.length);
    return { first: changed(base.options, issue, below(rng, at(issues, issue).options.length)), second: null };
  });
  return [...offers.map(({ options, name }) => ({ first: options, second: null, name })), ...near].filter(({ first }) =>
    possible(negotiation, first),
  );
}

const closedOffers = ({ offers }: Case, asOf: string) =>
  offers.filter(({ open, date }) => open.length === 0 && isBy(date, asOf));

const changed = (options: Package, issue: number, option: number): Package =>
  options.map((before, index) => (index === issue ? option : before));

const possible = ({ rules }: Case, options: Package): boolean =>
  !rules.some(({ forbidden }) =>
    forbidden.some((conditions) => [...conditions].every(([issue, set]) => set.has(options[issue] ?? -1))),
  );

/** 1 where a model takes the first. */
function answersOf({ models }: Comparing, { first, second }: Candidate): Int32Array {
  const size = at(models.offsets, models.offsets.length - 1);
  return Int32Array.from({ length: models.count }, (_, model) => {
    const value = (options: Package) =>
      options.reduce((sum, option, issue) => sum + models.worth[model * size + models.offsets[issue]! + option]!, 0);
    return value(first) >= (second === null ? models.reservation[model]! : value(second)) ? 1 : 0;
  });
}

const ids = ({ issues }: Case, options: Package): WrittenPackage =>
  Object.fromEntries(issues.map((issue, index) => [issue.id, at(issue.options, at(options, index)).id]));

function phrase(
  { negotiation }: Comparing,
  kind: "or" | "deal",
  place: number,
  { first, second, name }: Candidate,
  split: number,
): InterviewQuestion {
  const packages = { first: ids(negotiation, first), ...(second && { second: ids(negotiation, second) }) };
  const rest = [
    { id: SAME, text: "About the same" },
    { id: UNKNOWN, text: "I don't know" },
  ];
  if (kind === "deal")
    return {
      ask: `deal:${place}`,
      part: "This or no deal",
      text: `Would you sign ${name ? `“${name}” (${inWords(negotiation, first)})` : `this: ${inWords(negotiation, first)}`}, rather than have no deal?`,
      ...packages,
      choices: [{ id: "first", text: "Sign it" }, { id: "second", text: "Rather no deal" }, ...rest],
      split,
    };
  return {
    ask: `or:${place}`,
    part: "This or that",
    text: "Which would you rather have?",
    ...packages,
    choices: [
      { id: "first", text: inWords(negotiation, first) },
      { id: "second", text: inWords(negotiation, second ?? first) },
      ...rest,
    ],
    split,
  };
}

/** What a package changes against today. */
function inWords({ issues, today }: Case, options: Package): string {
  const changes = issues.flatMap((issue, index) => {
    const option = at(options, index);
    return option === today[index] ? [] : [`${issue.name}: ${at(issue.options, option).name}`];
  });
  return changes.length === 0 ? "everything as today" : `${changes.join("; ")}; the rest as today`;
}
