// What an obligation asks, in the words of the text to sign: a line for each kind. A kind that is left out does not compile.
import {
  type Day,
  everyText,
  isNone,
  type Limit,
  type Norm,
  type NormForm,
  type Period,
  periodText,
  type Trigger,
  type Window,
} from "../../case/index.js";
import { limitText } from "../../implementation/index.js";
import type { Topic } from "../document.js";
import type { Frame, Obligation } from "./frame.js";

interface Wording<F extends NormForm> {
  /** What is asked, sentence by sentence. @param metric what its figure is called */
  readonly text: (frame: Frame, norm: Norm<F>, metric: string | null) => string[];
  /** Its own days say when it binds: no other day needs to be agreed. */
  readonly isDated: (norm: Norm<F>) => boolean;
  /** The day by which it is done, or from which it binds. */
  readonly day: (norm: Norm<F>, from: Day | null) => Day | null;
  /** Those that can be moved without making it another obligation. */
  readonly limits: (norm: Norm<F>) => readonly Limit[];
  readonly every: (norm: Norm<F>) => Period | null;
}

const WORDINGS: { readonly [F in NormForm]: Wording<F> } = {
  keep: {
    text: (frame, { limits, over }) => [
      `The limit: ${limits.map((limit) => `${textOf(frame, limit)}${limit.from ? ` from ${limit.from}` : ""}`).join("; ")}.`,
      ...(over ? [windowText(over)] : []),
    ],
    isDated: ({ limits }) => (limits[0]?.from ?? null) !== null,
    day: (_, from) => from,
    limits: ({ limits }) => limits,
    every: () => null,
  },
  prohibit: {
    text: (_, __, metric) => [`Forbidden: ${metric ?? "this"}; its figure stays 0.`],
    isDated: () => false,
    day: (_, from) => from,
    limits: () => [],
    every: () => null,
  },
  achieve: {
    text: (frame, { on, by, limit }) => [
      `It is achieved ${on ? afterText(frame, on) : `by ${by}`}${limit ? `: ${textOf(frame, limit)}` : ""}.`,
    ],
    isDated: () => true,
    day: ({ by }) => by,
    limits: ({ limit }) => (limit ? [limit] : []),
    every: () => null,
  },
  report: {
    text: reportText,
    isDated: () => true,
    day: ({ first }) => first,
    limits: () => [],
    every: ({ every }) => every,
  },
};

const wordingOf = <F extends NormForm>({ form }: Norm<F>): Wording<F> => WORDINGS[form];

export const normText = <F extends NormForm>(frame: Frame, norm: Norm<F>, metric: string | null): string[] =>
  wordingOf(norm).text(frame, norm, metric);

/** Its own days say when it binds: no other day needs to be agreed. */
export const isDated = <F extends NormForm>(norm: Norm<F>): boolean => wordingOf(norm).isDated(norm);

export function topicOf<F extends NormForm>({ by, from, until }: Obligation, norm: Norm<F>): Topic {
  const { day, limits, every } = wordingOf(norm);
  const often = every(norm);
  return {
    kind: "duty",
    by: by[0] ?? "",
    ...(by.length > 1 && { with: by.slice(1) }),
    day: day(norm, from),
    until,
    limits: limits(norm).map(({ from: begins, atMost, atLeast }) => ({
      from: begins,
      atMost: boundTopic(atMost),
      atLeast: boundTopic(atLeast),
    })),
    every: often && often.months * 31 + often.days,
    back: 0,
    move: null,
  };
}

/** A share of a baseline is compared with other shares of it. */
const boundTopic = (bound: Limit["atMost"]) =>
  (bound ?? []).map(({ value, unit, baseline }) =>
    baseline
      ? { value: baseline.share, unit: `% of ${baseline.of} ${baseline.from} ${baseline.until}` }
      : { value, unit },
  );

function reportText(frame: Frame, { on, first, every, grace }: Norm<"report">): string[] {
  const late = isNone(grace) ? "" : `, ${on ? "" : "each "}with a grace of ${periodText(grace)}`;
  if (on) return [`A report is due ${afterText(frame, on)}, each time${late}.`];
  const again = every ? `, and one every ${everyText(every)} from then on` : "";
  return [`The first report is due by ${first}${again}${late}.`];
}

const textOf = (frame: Frame, limit: Limit): string => limitText(named(frame, limit), null).text;

const afterText = (frame: Frame, { within, after }: Trigger): string =>
  `within ${periodText(within)} after ${whatHappens(frame, after)}`;

/** A limit whose baseline is called by the name of its metric. */
function named({ negotiation }: Frame, limit: Limit): Limit {
  const bound = (one: Limit["atMost"]): Limit["atMost"] =>
    one?.map((part) => {
      const metric = negotiation.metrics.find(({ id }) => id === part.baseline?.of);
      return part.baseline && metric ? { ...part, baseline: { ...part.baseline, of: metric.name } } : part;
    }) ?? null;
  return { ...limit, atMost: bound(limit.atMost), atLeast: bound(limit.atLeast) };
}

/** What is held against the limit, where that is no single figure. */
function windowText({ take, length, starting }: Window): string {
  const what = { total: "the total", mean: "the mean", trend: "by how much a figure grows in a year," }[take];
  return starting === null
    ? `What counts is ${what} of the last ${everyText(length)}.`
    : `What counts is ${what} of each ${everyText(length)} from ${starting} on.`;
}

/** What a deadline runs from, as the agreement calls it. */
function whatHappens({ negotiation }: Frame, id: string): string {
  const { metrics, obligations, powers } = negotiation;
  const power = powers.find((one) => one.id === id);
  if (power) return `${power.text} is invoked`;
  const obligation = obligations.find((one) => one.id === id);
  return obligation ? `this is done: ${obligation.text}` : (metrics.find((one) => one.id === id)?.name ?? id);
}
