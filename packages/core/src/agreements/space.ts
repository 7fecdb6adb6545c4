// The packages that rules and red lines allow, kept as a compact decision diagram that can be counted and searched
// without listing them.
import {
  type Case,
  type Conditions,
  type Day,
  done,
  type Interests,
  isBy,
  lastDay,
  meets,
  type Outcome,
  type Package,
  type RedLine,
  refuse,
} from "../case/index.js";
import { at } from "../math/index.js";

/** From one state to another by any of these options of the layer's issue. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly options: readonly number[];
}

/**
 * Issues that rules tie together, as a decision diagram: one layer of steps an issue. A state is the set of
 * forbidden conditions that the options so far still meet; a step that would complete one is left out. Paths from
 * the one first to the one last state are the possible packages, each once.
 */
export interface Block {
  readonly issues: readonly number[];
  readonly layers: readonly (readonly Step[])[];
}

/** The packages that none of the forbidden conditions covers, as a product of blocks. Never enumerated. */
export interface Space {
  readonly sizes: readonly number[];
  readonly forbidden: readonly Conditions[];
  readonly blocks: readonly Block[];
  readonly empty: boolean;
}

/** What is possible, and what of it crosses no red line; the same object where there are none. */
export interface Spaces {
  readonly feasible: Space;
  readonly acceptable: Space;
}

/** More states than this in one layer and the rules are too entangled to follow. */
const MOST_STATES = 2048;

/**
 * Splits the packages into blocks of issues tied by the forbidden conditions.
 * @returns refused, naming the issues, where a block would need more than 2,048 states.
 */
export function buildSpace(
  negotiation: { readonly issues: readonly { readonly id: string; readonly options: readonly unknown[] }[] },
  forbidden: readonly Conditions[],
): Outcome<Space> {
  const sizes = negotiation.issues.map((issue) => issue.options.length);
  const blocks: Block[] = [];
  for (const issues of tiedGroups(sizes.length, forbidden)) {
    const own = forbidden.filter((conditions) => issues.includes([...conditions.keys()][0] ?? -1));
    const layers = diagram(issues, sizes, own);
    if (!layers) {
      const names = issues.map((issue) => at(negotiation.issues, issue).id);
      return refuse(
        `the rules and red lines on ${names.slice(0, 6).join(", ")}${names.length > 6 ? ` and ${names.length - 6} more` : ""} are too entangled to follow (over ${MOST_STATES} combinations at once). Simplify or merge some of them.`,
      );
    }
    blocks.push({ issues, layers });
  }
  const nothingAllowed = forbidden.some((conditions) => conditions.size === 0);
  return done(markEmpty({ sizes, forbidden, blocks, empty: nothingAllowed }));
}

const markEmpty = (space: Space): Space => ({ ...space, empty: space.empty || countPackages(space) === 0 });

/** Groups in the order of their first issue. A condition on one issue ties nothing. */
function tiedGroups(count: number, forbidden: readonly Conditions[]): number[][] {
  const root = Array.from({ length: count }, (_, issue) => issue);
  const find = (issue: number): number => (root[issue] === issue ? issue : find(at(root, issue)));
  for (const conditions of forbidden) {
    const [first, ...others] = [...conditions.keys()];
    for (const other of others) if (first !== undefined) root[find(other)] = find(first);
  }
  const groups = new Map<number, number[]>();
  for (let issue = 0; issue < count; issue++) groups.set(find(issue), [...(groups.get(find(issue)) ?? []), issue]);
  return [...groups.values()];
}

function diagram(
  issues: readonly number[],
  sizes: readonly number[],
  forbidden: readonly Conditions[],
): Step[][] | null {
  const last = forbidden.map((conditions) => Math.max(...conditions.keys()));
  let states: readonly (readonly number[])[] = [forbidden.map((_, index) => index)];
  const layers: Step[][] = [];
  for (const issue of issues) {
    const next = new Map<string, { place: number; alive: readonly number[] }>();
    const steps = new Map<string, { from: number; to: number; options: number[] }>();
    states.forEach((alive, from) => {
      for (let option = 0; option < at(sizes, issue); option++) {
        const met = alive.filter((index) => at(forbidden, index).get(issue)?.has(option) ?? true);
        if (met.some((index) => at(last, index) === issue)) continue;
        const key = met.join();
        const to = next.get(key) ?? { place: next.size, alive: met };
        next.set(key, to);
        const step = steps.get(`${from}>${to.place}`) ?? { from, to: to.place, options: [] };
        step.options.push(option);
        steps.set(`${from}>${to.place}`, step);
      }
    });
    if (next.size > MOST_STATES) return null;
    layers.push([...steps.values()]);
    states = [...next.values()].map(({ alive }) => alive);
  }
  return layers;
}

/** How to work along a diagram: the value of one issue's options, of a value and another side by side, of several as one. */
export interface Algebra<T> {
  readonly leaf: (issue: number, options: readonly number[]) => T;
  readonly join: (before: T, next: T) => T;
  readonly union: (several: readonly T[]) => T;
}

/** Works along a block's diagram, layer by layer. @returns null where no path leads through. */
export function along<T>({ issues, layers }: Block, { leaf, join, union }: Algebra<T>): T | null {
  let states = new Map<number, T | null>([[0, null]]);
  layers.forEach((steps, layer) => {
    const arriving = new Map<number, T[]>();
    for (const { from, to, options } of steps) {
      const before = states.get(from);
      if (before === undefined) continue;
      const own = leaf(at(issues, layer), options);
      const here = before === null ? own : join(before, own);
      const others = arriving.get(to);
      if (others) others.push(here);
      else arriving.set(to, [here]);
    }
    states = new Map(
      [...arriving].map(([to, several]) => [to, several.length === 1 ? at(several, 0) : union(several)]),
    );
  });
  return states.get(0) ?? null;
}

/** Everything that the rules forbid, and numbers that nobody had said by the day. */
export const ruledOut = ({ rules, notYetSaid = [] }: Case): Conditions[] => [
  ...rules.flatMap((rule) => rule.forbidden),
  ...notYetSaid,
];

/** The rules that a package breaks. */
export function brokenRules(negotiation: Case, options: Package): string[] {
  return negotiation.rules
    .filter((rule) => rule.forbidden.some((conditions) => meets(options, conditions)))
    .map(({ id }) => id);
}

/** A red line in force, and whose it is. */
export interface StandingRedLine extends RedLine {
  readonly party: string;
}

/** The red lines that stand on a day, of the views of those who have a veto. */
export function redLinesOn(
  { parties }: Pick<Case, "parties">,
  views: readonly Interests[],
  asOf: Day,
): StandingRedLine[] {
  const vetoes = new Set(parties.filter(({ role }) => role === "negotiating").map(({ id }) => id));
  return views
    .filter(({ party }) => vetoes.has(party))
    .flatMap((view) =>
      view.redLines
        .filter(
          ({ from, until }) =>
            (from === undefined || isBy(from, asOf)) && (until === undefined || asOf <= lastDay(until)),
        )
        .map((line) => ({ ...line, party: view.party })),
    );
}

/** The red lines that a package crosses. */
export function crossedBy(options: Package, lines: readonly StandingRedLine[]): StandingRedLine[] {
  return lines.filter((line) => meets(options, line.crossed));
}

const COUNTING: Algebra<number> = {
  leaf: (_, options) => options.length,
  join: (before, next) => before * next,
  union: (several) => several.reduce((sum, count) => sum + count, 0),
};

/** How many packages the space holds. */
export function countPackages({ blocks, empty }: Space): number {
  return empty ? 0 : blocks.reduce((product, block) => product * (along(block, COUNTING) ?? 0), 1);
}

/** The space with some issues fixed, or kept within a range of their options. */
export function restrict(
  space: Space,
  fixed: ReadonlyMap<number, number>,
  ranges: ReadonlyMap<number, readonly [least: number, most: number]> = new Map(),
): Space {
  const within = (issue: number, option: number) => {
    const [least, most] = ranges.get(issue) ?? [option, option];
    return option >= least && option <= most && (fixed.get(issue) ?? option) === option;
  };
  const blocks = space.blocks.map(({ issues, layers }) => ({
    issues,
    layers: layers.map((steps, layer) =>
      steps
        .map((step) => ({
          ...step,
          options: step.options.filter((option) => within(at(issues, layer), option)),
        }))
        .filter(({ options }) => options.length > 0),
    ),
  }));
  return markEmpty({ ...space, blocks });
}
