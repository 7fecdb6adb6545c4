// The counterparts by name: how each bids and when it accepts, with the source of each; and mixtures of them.
import { done, misused, type Outcome } from "../case/index.js";
import { stream } from "../math/index.js";

/** How a counterpart chooses what it offers. */
export type Bidding =
  /** Its aim falls with time: opening · (1 − t^(1/pace)) of what it can win. Faratin, Sierra & Jennings, Robotics and Autonomous Systems 24, 1998. */
  | { readonly kind: "time"; readonly opening: number; readonly pace: number; readonly trades: boolean }
  /** Holds its first aim until `until` of the time has passed, then falls to its least. */
  | { readonly kind: "deadline"; readonly until: number }
  /** Gives as much, in the receiver's points, as it was given: Vetschera, 2016, after Faratin et al., 1998. */
  | { readonly kind: "reciprocal" }
  /** Concedes one package whenever the other has: de Jonge, "An analysis of the linear bilateral ANAC domains using the MiCRO benchmark strategy", IJCAI 2022. */
  | { readonly kind: "micro" }
  /** Proposes the Nash solution of what it believes, and holds to it: Fisher & Ury, Getting to Yes, 1981; Nash, 1950. */
  | { readonly kind: "principled" }
  /** Time-dependent, with the levels and the pace of the party's own offers on record. */
  | { readonly kind: "on-record" };

/** When a counterpart accepts: Baarslag, Hindriks & Jonker, "Effective acceptance conditions in real-time automated negotiation", 2014. */
export type Accepting =
  /** What stands is worth at least what it would offer next. */
  | { readonly kind: "next" }
  /** What stands is worth a fixed part of what it can win. */
  | { readonly kind: "const"; readonly part: number }
  /** As next; and in the last part of the time whatever is at least the best that was offered in the part before. */
  | { readonly kind: "combi"; readonly from: number };

/** Where a counterpart takes its picture of the other from. */
export type Modelling = "bayesian" | "frequency";

export interface Style {
  /** As it is written, without a way of accepting or learning. */
  readonly name: string;
  readonly bidding: Bidding;
  readonly accepting: Accepting;
  readonly modelling: Modelling;
}

/** Styles of which one is drawn at the beginning, each with its weight. */
export interface Mixture {
  readonly name: string;
  readonly of: readonly { readonly style: Style; readonly weight: number }[];
}

const time = (pace: number, trades = false): Bidding => ({ kind: "time", opening: 1, pace, trades });

/** Every way of bidding by its name, in the order in which they are listed. To add one, add it here. */
export const BIDDINGS = {
  boulware: time(0.2),
  linear: time(1),
  conceder: time(3),
  "tit-for-tat": { kind: "reciprocal" },
  micro: { kind: "micro" },
  "hard-liner": { kind: "deadline", until: 0.9 },
  "problem-solver": time(1, true),
  principled: { kind: "principled" },
  "as-on-record": { kind: "on-record" },
} as const satisfies Record<string, Bidding>;

export type StyleName = keyof typeof BIDDINGS;

export const STYLE_NAMES = Object.keys(BIDDINGS) as StyleName[];

const ACCEPTING = {
  next: { kind: "next" },
  const: { kind: "const", part: 0.6 },
  combi: { kind: "combi", from: 0.95 },
} as const satisfies Record<string, Accepting>;

const isKey = <T extends object>(table: T, key: string): key is keyof T & string => Object.hasOwn(table, key);

/** A style by its name alone: it accepts what its next offer is worth, and learns by Bayes' rule. */
export const styleOf = (name: StyleName): Style => ({
  name,
  bidding: BIDDINGS[name],
  accepting: ACCEPTING.next,
  modelling: "bayesian",
});

const MOST_PARTS = 8;

/**
 * A counterpart as it is written: `boulware`, `boulware/combi`, `linear/const/frequency`, and mixtures as in `boulware+micro` or
 * `boulware:3+conceder:1`.
 * @returns refused, naming the part that is none
 */
export function readStyle(written: string): Outcome<Mixture> {
  const parts = written.split("+");
  if (parts.length > MOST_PARTS)
    return misused(`a mixture has at most ${MOST_PARTS} parts, and this has ${parts.length}.`);
  const of: { style: Style; weight: number }[] = [];
  for (const part of parts) {
    const [spec = "", weightText] = part.trim().split(":");
    const weight = weightText === undefined ? 1 : Number(weightText);
    if (!(weight > 0 && weight <= 1000))
      return misused(`"${part}" has no weight that can be used. Write a number from above 0 to 1000 after the colon.`);
    const [bidding = "", ...how] = spec.split("/");
    if (!isKey(BIDDINGS, bidding))
      return misused(`"${bidding}" is no style. Write one of ${STYLE_NAMES.join(", ")}, or several joined by +.`);
    let style = styleOf(bidding);
    for (const one of how) {
      if (isKey(ACCEPTING, one)) style = { ...style, accepting: ACCEPTING[one] };
      else if (one === "bayesian" || one === "frequency") style = { ...style, modelling: one };
      else
        return misused(
          `"${one}" is no way of accepting or learning. After the style write /next, /const or /combi, and /bayesian or /frequency.`,
        );
    }
    of.push({ style, weight });
  }
  return done({ name: written.trim(), of });
}

/** The style of a mixture that is drawn for these labels: the same for the same ones. */
export const drawnFor = (mixture: Mixture, labels: readonly (string | number)[]): Style =>
  drawn(mixture, mixture.of.length > 1 ? stream(...labels, "style")() : 0);

/** The style of a mixture at a point of 0–1. */
function drawn({ of }: Mixture, point: number): Style {
  const sum = of.reduce((total, { weight }) => total + weight, 0);
  let left = point * sum;
  for (const { style, weight } of of) {
    left -= weight;
    if (left < 0) return style;
  }
  return of.at(-1)?.style ?? styleOf("linear");
}
