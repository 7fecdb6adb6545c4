// What can be asked of an obligation of any kind, with the answer of each: a kind that is left out does not compile.
import type { Day } from "./dates.js";
import type { Baseline, Limit, LimitForm, Norm, NormForm, Obligation, Proof, Trigger, Window } from "./types.js";

interface Answers<F extends NormForm> {
  /** The least that proves it, where an obligation does not say. */
  readonly proof: Proof;
  /** A proof that it is kept stands for a time only. */
  readonly ages: boolean;
  /** What several parties are held to one by one: a row that names none of them is held against none. */
  readonly byName: boolean;
  /** In the order of their days; of a task, what it is to achieve. */
  readonly limits: (norm: Norm<F>) => readonly Limit[];
  /** The same with each of its limits changed. */
  readonly withLimits: (norm: Norm<F>, change: (limit: Limit) => Limit) => Norm<F>;
  /** The time over which figures are taken together. */
  readonly over: (norm: Norm<F>) => Window | null;
  /** What its deadline runs from. */
  readonly on: (norm: Norm<F>) => Trigger | null;
  /** The day by which it is due, first where that is more than once; null where it names none. */
  readonly due: (norm: Norm<F>) => Day | null;
  /** The same with the day on which its deadline began. */
  readonly begun: (norm: Norm<F>, due: (on: Trigger) => Day) => Norm<F>;
  /** It has no day yet: nothing happened from which its deadline runs, and till then it does not bind. */
  readonly waits: (norm: Norm<F>) => boolean;
  /** What is due then, by the text of its obligation. */
  readonly dueText: (text: string) => string;
}

/** A figure that stays within limits. */
const limited = {
  proof: "verified",
  ages: true,
  limits: ({ limits }: Norm<LimitForm>) => limits,
  over: ({ over }: Norm<LimitForm>) => over,
  on: () => null,
  due: () => null,
  waits: () => false,
  begun: <N>(norm: N): N => norm,
  withLimits: <N extends Norm<LimitForm>>(norm: N, change: (limit: Limit) => Limit): N => ({
    ...norm,
    limits: norm.limits.map(change),
  }),
  dueText: (text: string) => text,
} as const;

const ANSWERS: { readonly [F in NormForm]: Answers<F> } = {
  keep: { ...limited, byName: false },
  prohibit: { ...limited, byName: true },
  achieve: {
    proof: "verified",
    ages: false,
    byName: false,
    limits: ({ limit }) => (limit ? [limit] : []),
    withLimits: (norm, change) => ({ ...norm, limit: norm.limit && change(norm.limit) }),
    over: () => null,
    on: ({ on }) => on,
    due: ({ by }) => by,
    waits: ({ by }) => by === null,
    begun: (norm, due) => (norm.on ? { ...norm, by: due(norm.on) } : norm),
    dueText: (text) => text,
  },
  report: {
    // A report is received, not inspected.
    proof: "reported",
    ages: false,
    byName: false,
    limits: () => [],
    withLimits: (norm) => norm,
    over: () => null,
    on: ({ on }) => on,
    due: ({ first }) => first,
    // Each is due after its own, and it binds before any is.
    waits: () => false,
    begun: (norm) => norm,
    dueText: (text) => `the first report, ${text}`,
  },
};

const answersOf = <F extends NormForm>({ form }: Norm<F>): Answers<F> => ANSWERS[form];

/** What is taken for granted of a kind where an obligation does not say otherwise. */
export const givenFor = ({ norm }: Asking): Pick<Answers<NormForm>, "proof" | "ages" | "byName"> => answersOf(norm);

/** What is asked of an obligation by its norm alone. */
type Asking = Pick<Obligation, "norm">;

/** In the order of their days; of a task, what it is to achieve. */
export const limitsOf = ({ norm }: Asking): readonly Limit[] => answersOf(norm).limits(norm);

/** What its limits are shares of. */
export const baselinesOf = (obligation: Asking): readonly Baseline[] =>
  limitsOf(obligation).flatMap(({ atMost, atLeast }) =>
    [...(atMost ?? []), ...(atLeast ?? [])].flatMap(({ baseline }) => baseline ?? []),
  );

/** The norm with each of its limits changed. */
export const withLimits = ({ norm }: Asking, change: (limit: Limit) => Limit): Norm =>
  answersOf(norm).withLimits(norm, change);

/** The time over which figures are taken together before they are held against a limit. */
export const windowOf = ({ norm }: Asking): Window | null => answersOf(norm).over(norm);

/** What its deadline runs from; null where it is due on a day, or on none. */
export const triggerOf = ({ norm }: Asking): Trigger | null => answersOf(norm).on(norm);

/** It has no day yet: nothing happened from which its deadline runs, and till then it does not bind. */
export const isWaiting = ({ norm }: Asking): boolean => answersOf(norm).waits(norm);

/** The norm once its deadline has begun to run. */
export const begunBy = ({ norm }: Asking, due: (on: Trigger) => Day): Norm => answersOf(norm).begun(norm, due);

/** The day by which it is due, first where that is more than once; null where it names none. */
export const dueDayOf = ({ norm }: Asking): Day | null => answersOf(norm).due(norm);

/** What is due then: `the first report, List of members`. */
export const dueTextOf = ({ norm, text }: Pick<Obligation, "norm" | "text">): string => answersOf(norm).dueText(text);
