// The options of an issue as a person types them into one field: a list, or a range of numbers with its step.
import { readWrittenNumber } from "../written-number.js";

/** What was typed. */
export type WrittenOptions =
  | { readonly kind: "list"; readonly names: readonly string[] }
  | { readonly kind: "range"; readonly from: number; readonly to: number; readonly step: number; readonly unit: string }
  /** What cannot be taken without asking, and why. */
  | {
      readonly kind: "unclear";
      readonly why: "ambiguous" | "backwards" | "too-many";
      readonly parts: readonly string[];
    };

const RANGE =
  /^\s*(?<from>[-−]?\d[\d.,'’]*)\s*(?:–|—|\.\.|…|\bto\b|-)\s*(?<to>[-−]?\d[\d.,'’]*)\s*(?<unit>.*?)\s*(?:\b(?:by|step|in steps of)\s*(?<step>\d[\d.,'’]*)\s*(?<each>.*))?$/i;

/** At most so many steps where none is typed. */
const STEPS = 20;
/** Beyond, a list is no list of options. */
const MOST_OPTIONS = 200;

/** `10 to 20 million by 2` is a range; `none; some; all`, one a line, or `none, some, all` is a list. */
export function readWrittenOptions(written: string): WrittenOptions {
  const range = RANGE.exec(written)?.groups;
  if (range && !/[;؛；\n]/.test(written)) return rangeOf(range);
  const between = /[;؛；\n]/.test(written) ? /[;؛；\n]/ : /[,،、]\s+/;
  const names = written
    .split(between)
    .map((name) => name.trim().replace(/\s+/g, " "))
    .filter((name) => name !== "");
  const distinct = names.filter((name, at) => names.findIndex((one) => sameName(one, name)) === at);
  if (distinct.length > MOST_OPTIONS) return { kind: "unclear", why: "too-many", parts: [`${MOST_OPTIONS}`] };
  return { kind: "list", names: distinct };
}

/** Whether two names are the same to a reader. */
export const sameName = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase();

function rangeOf({ from: low = "", to: high = "", step: by, ...named }: Record<string, string>): WrittenOptions {
  // The unit stands after the numbers, or after the step alone.
  const unit = (named.unit || named.each || "").trim();
  const [from, to, step] = [low, high, by ?? ""].map((text) => readWrittenNumber(text));
  for (const found of [from, to, ...(by ? [step] : [])])
    if (found?.kind === "ambiguous") return { kind: "unclear", why: "ambiguous", parts: found.write };
  if (from?.kind !== "number" || to?.kind !== "number")
    return { kind: "list", names: [`${low}–${high} ${unit}`.trim()] };
  if (to.value <= from.value) return { kind: "unclear", why: "backwards", parts: [low, high] };
  const each = step?.kind === "number" && step.value > 0 ? step.value : roundStep((to.value - from.value) / STEPS);
  if ((to.value - from.value) / each > 1000) return { kind: "unclear", why: "too-many", parts: ["1001"] };
  return { kind: "range", from: from.value, to: to.value, step: fitting(to.value - from.value, each), unit };
}

/** The next 1, 2 or 5 with zeros behind it, or before it, that is at least so large. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((one) => one * power >= least * (1 - 1e-9)) ?? 10;
  return Number((factor * power).toPrecision(12));
}

/** The step, or the next smaller one that arrives at the end of the range. */
function fitting(span: number, step: number): number {
  const steps = Math.ceil(span / step - 1e-9);
  return Number((span / steps).toPrecision(12));
}

/** How a range stands in a field: as it can be typed again. */
export const rangeText = (range: {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly unit?: string | undefined;
}): string => `${range.from}–${range.to}${range.unit ? ` ${range.unit}` : ""} by ${range.step}`;
