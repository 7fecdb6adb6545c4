// What a player believes of another's needs, and what each move tells it.
// Over the case's own models: Bayes' rule with the likelihood of Hindriks & Tykhonov, "Opponent modelling in automated
// multi-issue negotiation using Bayesian learning", AAMAS 2008, with three paces of concession in place of one: which of them a
// counterpart has is believed together with what it needs.
// By counting: the frequency model of HardHeaded (van Krimpen, Looije & Hajizadeh, 2013), which needs no models.
import type { Worth } from "../agreements/index.js";

/** Some models of one party. */
export interface ModelSet {
  readonly count: number;
  /** count × options. */
  readonly worth: Float64Array;
  /** Of each model: the least for which it signs, and the most that the rules leave it. */
  readonly least: Float64Array;
  readonly best: Float64Array;
}

export interface Beliefs {
  /** Worth of every option that it is thought to have; the sum over a package is on the scale 0–1. */
  readonly worth: Worth;
  /** The least for which it is thought to sign; 0 where nothing says. */
  readonly least: number;
  /** Told an offer of its, at a time 0–1. Issues that it leaves open (−1) tell nothing. */
  readonly offered: (options: ArrayLike<number>, time: number) => void;
  /** Told that it made another offer instead of accepting this one. */
  readonly refused: (options: ArrayLike<number>, time: number) => void;
  /** Told whether it would rather have a draft than a text, as a mediator asked. */
  readonly answered: (draft: ArrayLike<number>, text: ArrayLike<number>, yes: boolean, time: number) => void;
  /** How likely each model is; empty where there are none. */
  readonly chances: Float64Array;
}

/** The exponents of the paces that a counterpart may have: slow, even, fast. */
const PACES = [0.2, 1, 3] as const;
/** How far its offers lie from its aim, in shares of what it can win. */
const SPREAD = 0.15;
/** How sharply it accepts at its aim. */
const DOUBT = 0.1;
/** No single move makes a model much less likely than this: people err, and so do models. */
const FLOOR = 0.02;

/** Beliefs over the models of the case. A move costs models × issues. */
export function bayesian({ count, worth, least, best }: ModelSet, offsets: Int32Array): Beliefs {
  const size = worth.length / count;
  const paces = PACES.length;
  /** Of every model with every pace. */
  const joint = new Float64Array(count * paces).fill(1 / (count * paces));
  const chances = new Float64Array(count).fill(1 / count);
  let last = "";
  const believed = new Float64Array(size);
  let expected = 0;
  /** What is believed is summed up when it is asked for, not at every move. */
  let summed = false;
  /** Share of what a model can win that a package gives it. */
  const shareOf = (model: number, options: ArrayLike<number>) => {
    let value = 0;
    for (let issue = 0; issue < options.length; issue++) {
      const from = model * size + offsets[issue]!;
      const option = options[issue]!;
      value += option >= 0 ? worth[from + option]! : middleOf(worth, from, model * size + offsets[issue + 1]!);
    }
    const room = best[model]! - least[model]!;
    return room > 0 ? (value - least[model]!) / room : 0;
  };
  const weigh = (
    options: ArrayLike<number>,
    time: number,
    likelihood: (part: number, aim: number, model: number) => number,
  ) => {
    const aims = PACES.map((pace) => 1 - time ** (1 / pace));
    let sum = 0;
    for (let model = 0; model < count; model++) {
      const part = shareOf(model, options);
      for (let pace = 0; pace < paces; pace++) {
        const place = model * paces + pace;
        joint[place]! *= FLOOR + (1 - FLOOR) * likelihood(part, aims[pace]!, model);
        sum += joint[place]!;
      }
    }
    chances.fill(0);
    for (let place = 0; place < joint.length; place++) {
      joint[place]! /= sum;
      chances[Math.floor(place / paces)]! += joint[place]!;
    }
    summed = false;
  };
  const settle = () => {
    if (summed) return;
    summed = true;
    believed.fill(0);
    expected = 0;
    for (let model = 0; model < count; model++) {
      const chance = chances[model]!;
      expected += chance * least[model]!;
      for (let flat = 0; flat < size; flat++) believed[flat]! += chance * worth[model * size + flat]!;
    }
  };
  return {
    chances,
    get worth() {
      settle();
      return believed;
    },
    get least() {
      settle();
      return expected;
    },
    offered: (options, time) => {
      // Said again it tells nothing new: ten times the same is not ten times the evidence.
      const said = Array.prototype.join.call(options);
      if (said === last) return;
      last = said;
      // What it would not sign itself, it does not offer.
      weigh(options, time, (part, aim) => (part < -1e-9 ? 0 : Math.exp(-((part - aim) ** 2) / (2 * SPREAD ** 2))));
    },
    refused: (options, time) => weigh(options, time, (part, aim) => 1 - accepts(part - aim)),
    answered: (draft, text, yes, time) =>
      weigh(draft, time, (part, aim, model) => {
        // Either it is better than what stands, or as good as what it aims at by then.
        const chance = Math.max(accepts(part - shareOf(model, text)), accepts(part - aim));
        return yes ? chance : 1 - chance;
      }),
  };
}

/** How likely something is taken that is so much better than what it is measured by, in shares of what can be won. */
const accepts = (better: number): number => 1 / (1 + Math.exp(-better / DOUBT));

function middleOf(worth: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let flat = from; flat < to; flat++) sum += worth[flat]!;
  return sum / (to - from);
}

/** How much heavier an issue becomes that stayed the same between two offers. */
const UNCHANGED = 0.1;

/** Beliefs from what was offered alone: what is asked for often is wanted, and what is not given up matters. */
export function frequency(offsets: Int32Array): Beliefs {
  const issues = offsets.length - 1;
  const counts = new Float64Array(offsets[issues]!).fill(1);
  const weights = new Float64Array(issues).fill(1 / issues);
  const worth = new Float64Array(counts.length);
  let before: Int32Array | null = null;
  const settle = () => {
    for (let issue = 0; issue < issues; issue++) {
      let most = 0;
      for (let flat = offsets[issue]!; flat < offsets[issue + 1]!; flat++) most = Math.max(most, counts[flat]!);
      for (let flat = offsets[issue]!; flat < offsets[issue + 1]!; flat++)
        worth[flat] = (weights[issue]! * counts[flat]!) / most;
    }
  };
  settle();
  const offered = (options: ArrayLike<number>) => {
    for (let issue = 0; issue < issues; issue++) {
      const option = options[issue]!;
      if (option < 0) continue;
      counts[offsets[issue]! + option]! += 1;
      if (before?.[issue] === option) weights[issue]! += UNCHANGED;
    }
    let sum = 0;
    for (let issue = 0; issue < issues; issue++) sum += weights[issue]!;
    for (let issue = 0; issue < issues; issue++) weights[issue]! /= sum;
    before = Int32Array.from(options);
    settle();
  };
  return {
    worth,
    least: 0,
    chances: new Float64Array(0),
    refused: () => {},
    offered,
    answered: (draft, _, yes) => {
      if (yes) offered(draft);
    },
  };
}
