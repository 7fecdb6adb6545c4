// The choice of the one question to a party whose answer would remove most of the doubt about an offer's verdict. Whether the party
// would take the offer itself is never asked: that only repeats the verdict, and tells the party what is on our mind.
import { meets, type Package, withOptions } from "../../case/index.js";
import { at, impurity, impurityLeft, TOLERANCE } from "../../math/index.js";
import { type AskedFor, partyNamed, type StepAsked, sentencesIn } from "../../wording/index.js";
import { type Member, type Panel, thresholdsOf, valuesOf } from "../panel.js";
import { changeIn, type Ground, vetoes } from "./ground.js";
import type { Readings } from "./judge.js";
import { largestSteps } from "./turning.js";
import type { PriorVerdict, Question, Written } from "./types.js";

const { question: text } = sentencesIn("en").assessment;

/** With less doubt than this (chance that two models answer differently) no question is worth asking. */
const NO_DOUBT = 0.1;

/** A question that removes less of the doubt than this is not worth asking. */
const WORTH_ASKING = 0.05;

/** Steps of an offer that are compared with each other: the dearest of a party. */
const MOST_STEPS = 8;

/** An answer in every model of every prior, one prior after the other. */
type Answers = Int32Array;

interface Candidate {
  readonly asks: AskedFor;
  readonly answers: Answers;
  /** What each answer is written as, where it compares two packages. */
  readonly writes: Question["writes"];
}

/**
 * The one answer that would remove most of the doubt, over the models of all priors.
 *
 * What is doubted is who signs and, where all do, whose part is too large; doubt is the chance that two models
 * differ on that (Gini impurity). A question divides the models by its answers.
 */
export function bestQuestion(
  grounds: readonly Ground[],
  readings: readonly Readings[],
  verdicts: readonly PriorVerdict[],
  options: Package,
): Question | null {
  const [ground] = grounds;
  if (!ground) return null;
  const outcome = outcomes(grounds, readings, verdicts);
  const doubt = impurity(outcome);
  if (doubt < NO_DOUBT) return null;
  const candidates = vetoes(ground.panel).flatMap((member, p) =>
    [
      ...largestStepQuestions(grounds, member, p),
      ...tradeQuestions(grounds, member, p, options),
      ...floorQuestions(grounds, member, p, options),
    ].map(({ asks, answers, writes }): Question => {
      const settles = 1 - impurityLeft(outcome, answers) / doubt;
      return { party: member.party, text: text(asks), asks, settles, writes };
    }),
  );
  const [best] = candidates.sort((a, b) => b.settles - a.settles);
  return best && best.settles >= WORTH_ASKING ? best : null;
}

function joined(grounds: readonly Ground[], answersIn: (panel: Panel) => ArrayLike<number> | null): Answers | null {
  const parts = grounds.map(({ panel }) => answersIn(panel));
  return parts.every((part) => part !== null) ? Int32Array.from(parts.flatMap((part) => Array.from(part))) : null;
}

function largestStepQuestions(grounds: readonly Ground[], member: Member, p: number): Candidate[] {
  const { negotiation } = at(grounds, 0);
  return negotiation.issues.flatMap((issue, index): Candidate[] => {
    const answers = joined(grounds, (panel) => largestSteps(panel, at(vetoes(panel), p), index));
    if (!answers) return [];
    const party = partyNamed(negotiation, member.party);
    return [{ asks: { code: "largestStep", party, issue: issue.name }, answers, writes: null }];
  });
}

/** Of what the offer changes for a party, which of two steps weighs more. */
function tradeQuestions(grounds: readonly Ground[], member: Member, p: number, options: Package): Candidate[] {
  const { negotiation, panel, space } = at(grounds, 0);
  const { issues, today } = negotiation;
  const moved = options.flatMap((option, issue) => (option === at(today, issue) ? [] : [issue]));
  const sizes = moved
    .map((issue) => ({ issue, size: meanSize(at(changeIn(panel, today, issue, at(options, issue)), p)) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size)
    .slice(0, MOST_STEPS);
  const changes = new Map(
    grounds.flatMap((ground, prior) =>
      sizes.map(
        ({ issue }) => [`${prior} ${issue}`, at(changeIn(ground.panel, today, issue, at(options, issue)), p)] as const,
      ),
    ),
  );
  return sizes.flatMap(({ issue: one }, k) =>
    sizes.slice(k + 1).flatMap(({ issue: other }): Candidate[] => {
      const answers = Int32Array.from(
        grounds.flatMap((_, prior) => {
          const [first, second] = [changes.get(`${prior} ${one}`), changes.get(`${prior} ${other}`)];
          return Array.from(first ?? [], (change, model) =>
            Math.abs(change) > Math.abs(second?.[model] ?? 0) + TOLERANCE ? 1 : 0,
          );
        }),
      );
      // A step that is a loss is asked for the other way round: what it is worth not to take it.
      const steps = [one, other].map((issue) => {
        const gains = sum(changes.get(`0 ${issue}`)) > 0;
        const [worse, better] = gains ? [at(today, issue), at(options, issue)] : [at(options, issue), at(today, issue)];
        return { issue, worse, better };
      });
      const [a, b] = [at(steps, 0), at(steps, 1)];
      const withBoth = (first: number, second: number) =>
        withOptions(
          today,
          new Map([
            [a.issue, first],
            [b.issue, second],
          ]),
        );
      const [forOne, forOther] = [withBoth(a.better, b.worse), withBoth(a.worse, b.better)];
      if ([forOne, forOther].some((then) => space.forbidden.some((conditions) => meets(then, conditions)))) return [];
      const asked = ({ issue, worse, better }: typeof a): StepAsked => {
        const { name, options: list } = at(issues, issue);
        return { issue: name, from: at(list, worse).name, to: at(list, better).name };
      };
      return [
        {
          asks: { code: "trade", party: partyNamed(negotiation, member.party), one: asked(a), other: asked(b) },
          answers,
          writes: { one: writtenOf(issues, today, forOne), other: writtenOf(issues, today, forOther) },
        },
      ];
    }),
  );
}

const sum = (values: Iterable<number> | undefined): number => {
  let total = 0;
  for (const value of values ?? []) total += value;
  return total;
};

const meanSize = (changes: Float64Array): number => sum(changes.map(Math.abs)) / changes.length;

/** Whether a party would take one or two of the offer's changes, and nothing else, rather than no deal. */
function floorQuestions(grounds: readonly Ground[], member: Member, p: number, options: Package): Candidate[] {
  const { negotiation, space } = at(grounds, 0);
  const { issues, today } = negotiation;
  const moved = options.flatMap((option, issue) => (option === at(today, issue) ? [] : [issue]));
  // With no more than two changes, the part would be the offer itself.
  const sets = [
    ...(moved.length > 1 ? moved.map((issue) => [issue]) : []),
    ...(moved.length > 2 ? moved.flatMap((one, k) => moved.slice(k + 1).map((other) => [one, other])) : []),
  ];
  return sets.slice(0, 40).flatMap((set): Candidate[] => {
    const then = withOptions(today, new Map(set.map((issue) => [issue, at(options, issue)])));
    if (space.forbidden.some((conditions) => meets(then, conditions))) return [];
    const answers = joined(grounds, (panel) => {
      const one = at(vetoes(panel), p);
      const least = thresholdsOf(panel, one);
      return valuesOf(panel, one, then).map((value, model) => (value >= least[model]! - TOLERANCE ? 1 : 0));
    });
    if (!answers) return [];
    const changes = set.map((issue): StepAsked => {
      const { name, options: list } = at(issues, issue);
      return { issue: name, from: at(list, at(today, issue)).name, to: at(list, at(options, issue)).name };
    });
    return [
      {
        asks: { code: "takes", party: partyNamed(negotiation, member.party), changes },
        answers,
        writes: { one: writtenOf(issues, today, then), other: "no-deal" },
      },
    ];
  });
}

/** A package as a file writes it: what it changes against today. */
function writtenOf(
  issues: Ground["negotiation"]["issues"],
  today: Package,
  options: Package,
): Exclude<Written, "no-deal"> {
  return Object.fromEntries(
    issues.flatMap(({ id, options: list }, issue) =>
      at(options, issue) === at(today, issue) ? [] : [[id, at(list, at(options, issue)).id]],
    ),
  );
}

/** Who would refuse, as a set; or, where all sign and one party more often takes too much than not, whether it does. */
function outcomes(
  grounds: readonly Ground[],
  readings: readonly Readings[],
  verdicts: readonly PriorVerdict[],
): Answers {
  const taker = (verdicts[0]?.split ?? []).reduce(
    (best, { more, tooLittle }, p, all) =>
      more + tooLittle > (all[best]?.more ?? 0) + (all[best]?.tooLittle ?? 0) ? p : best,
    0,
  );
  return Int32Array.from(
    grounds.flatMap(({ panel }, prior) => {
      const { classes, parts, leastFair, mostFair, values, thresholds } = at(readings, prior);
      return Array.from({ length: panel.count }, (_, model) => {
        const refusing = values.reduce(
          (set, value, p) => (value[model]! < at(thresholds, p)[model]! - TOLERANCE ? set | (1 << p) : set),
          0,
        );
        if (classes[model] !== "split") return 4 + refusing;
        const part = at(parts, taker)[model]!;
        return part > at(mostFair, taker)[model]! ? 2 : part < at(leastFair, taker)[model]! ? 1 : 0;
      });
    }),
  );
}
