// The choice of the one question to a party whose answer would remove most of the doubt about an offer's verdict.
import { at, impurity, impurityLeft, TOLERANCE } from "../../math/index.js";
import { type AskedFor, partyNamed, sentencesIn } from "../../wording/index.js";
import { type Ground, vetoes } from "./ground.js";
import type { Readings } from "./judge.js";
import { largestSteps } from "./turning.js";
import type { PriorVerdict, Question } from "./types.js";

const { question: text } = sentencesIn("en").assessment;

/** With less doubt than this (chance that two models answer differently) no question is worth asking. */
const NO_DOUBT = 0.1;

/** A question that removes less of the doubt than this is not worth asking. */
const WORTH_ASKING = 0.05;

/** An answer in every model of every prior, one prior after the other. */
type Answers = Int32Array;

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
  offer: string,
): Question | null {
  const [ground] = grounds;
  if (!ground) return null;
  const outcome = outcomes(grounds, readings, verdicts);
  const doubt = impurity(outcome);
  if (doubt < NO_DOUBT) return null;
  const joined = (answersIn: (prior: number) => Int32Array | null): Answers | null => {
    const parts = grounds.map((_, prior) => answersIn(prior));
    return parts.every((part) => part !== null) ? Int32Array.from(parts.flatMap((part) => [...part])) : null;
  };
  const candidates = vetoes(ground.panel).flatMap((member, p): Question[] => {
    const party = partyNamed(ground.negotiation, member.party);
    const ask = (asks: AskedFor, answers: Answers | null): Question[] =>
      answers
        ? [{ party: member.party, text: text(asks), asks, settles: 1 - impurityLeft(outcome, answers) / doubt }]
        : [];
    const takes = joined((prior) => acceptance(at(readings, prior), p));
    const steps = ground.negotiation.issues.flatMap((issue, index) =>
      ask(
        { code: "largestStep", party, issue: issue.name },
        joined((prior) => largestSteps(at(grounds, prior).panel, at(vetoes(at(grounds, prior).panel), p), index)),
      ),
    );
    return [...ask({ code: "takes", party, offer }, takes), ...steps];
  });
  const [best] = candidates.sort((a, b) => b.settles - a.settles);
  return best && best.settles >= WORTH_ASKING ? best : null;
}

const acceptance = ({ values, thresholds }: Readings, p: number): Int32Array =>
  Int32Array.from(at(values, p), (value, model) => (value >= at(thresholds, p)[model]! - TOLERANCE ? 1 : 0));

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
