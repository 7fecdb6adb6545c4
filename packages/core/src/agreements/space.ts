import { type Case, type Conditions, type Day, done, type Interests, isBy, lastDay, meets, type Outcome, type Package, type RedLine, refuse } from "../case/index.js";
import { at } from "../math/index.js";

/** Issues that rules tie together, and what is possible on them: a union of disjoint boxes (option lists, one an issue). */
export interface Block {
  readonly issues: readonly number[];
  readonly boxes: readonly (readonly (readonly number[])[])[];
}

/** The packages that none of the forbidden conditions covers, as a product of blocks. Never enumerated. */
export interface Space {
  readonly sizes: readonly number[];
  readonly forbidden: readonly Conditions[];
  readonly blocks: readonly Block[];
  readonly empty: boolean;
}

/** More boxes than this in one block and the rules are too entangled to split. */
const MOST_BOXES = 4096;

/**
 * Splits the packages into blocks of issues tied by the forbidden conditions.
 * @returns refused, naming the issues, where a block would fall into more than 4,096 boxes.
 */
export function buildSpace(negotiation: Case, forbidden: readonly Conditions[]): Outcome<Space> {
  const sizes = negotiation.issues.map((issue) => issue.options.length);
  const groups = tiedGroups(sizes.length, forbidden);
  const blocks: Block[] = [];
  for (const issues of groups) {
    const own = forbidden.filter((conditions) => issues.includes([...conditions.keys()][0] ?? -1));
    const boxes = splitBoxes(issues, sizes, own);
    if (!boxes) {
      const names = issues.map((issue) => at(negotiation.issues, issue).id);
      return refuse(`the rules and red lines on ${names.slice(0, 6).join(", ")}${names.length > 6 ? ` and ${names.length - 6} more` : ""} are too entangled (over ${MOST_BOXES} separate cases). Simplify or merge some of them.`);
    }
    blocks.push({ issues, boxes });
  }
  return done({ sizes, forbidden, blocks, empty: blocks.some(({ boxes }) => boxes.length === 0) });
}

/** Conditions with nothing in them forbid everything; one issue alone ties nothing. Groups in the order of their first issue. */
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

type Box = readonly (readonly number[])[];

/** What is left of the whole block when every forbidden condition is cut out; disjoint. */
function splitBoxes(issues: readonly number[], sizes: readonly number[], forbidden: readonly Conditions[]): Box[] | null {
  let boxes: Box[] = [issues.map((issue) => Array.from({ length: at(sizes, issue) }, (_, option) => option))];
  for (const conditions of forbidden) {
    boxes = boxes.flatMap((box) => cutOut(box, issues, conditions));
    if (boxes.length > MOST_BOXES) return null;
  }
  return boxes;
}

/** The box without the condition: outside it on the first issue; inside on that and outside on the second; and so on. */
function cutOut(box: Box, issues: readonly number[], conditions: Conditions): Box[] {
  const places = [...conditions].map(([issue, options]) => ({ place: issues.indexOf(issue), options }));
  const touches = places.every(({ place, options }) => at(box, place).some((option) => options.has(option)));
  if (!touches) return [box];
  const parts: Box[] = [];
  let inside: Box = box;
  for (const { place, options } of places) {
    const outside = at(inside, place).filter((option) => !options.has(option));
    if (outside.length > 0) parts.push(inside.map((list, index) => (index === place ? outside : list)));
    inside = inside.map((list, index) => (index === place ? list.filter((option) => options.has(option)) : list));
  }
  return parts;
}

/** Everything that the rules forbid. */
export const ruledOut = (negotiation: Case): Conditions[] => negotiation.rules.flatMap((rule) => rule.forbidden);

/** The rules that a package breaks. */
export function brokenRules(negotiation: Case, options: Package): string[] {
  return negotiation.rules.filter((rule) => rule.forbidden.some((conditions) => meets(options, conditions))).map(({ id }) => id);
}

/** A red line in force, and whose it is. */
export interface StandingRedLine extends RedLine {
  readonly party: string;
}

/** The red lines of the given views that stand on a day. */
export function redLinesOn(views: readonly Interests[], asOf: Day): StandingRedLine[] {
  return views.flatMap((view) =>
    view.redLines
      .filter(({ from, until }) => (from === undefined || isBy(from, asOf)) && (until === undefined || asOf <= lastDay(until)))
      .map((line) => ({ ...line, party: view.party })),
  );
}

/** The red lines that a package crosses. */
export function crossedBy(options: Package, lines: readonly StandingRedLine[]): StandingRedLine[] {
  return lines.filter((line) => meets(options, line.crossed));
}

/** How many packages the space holds, by blocks. */
export function countPackages({ blocks }: Space): number {
  const inBox = (box: Box) => box.reduce((product, options) => product * options.length, 1);
  return blocks.reduce((product, { boxes }) => product * boxes.reduce((sum, box) => sum + inBox(box), 0), 1);
}

/** The space with some issues fixed. */
export function restrict(space: Space, fixed: ReadonlyMap<number, number>): Space {
  const blocks = space.blocks.map(({ issues, boxes }) => ({
    issues,
    boxes: boxes
      .map((box) => box.map((options, place) => options.filter((option) => (fixed.get(at(issues, place)) ?? option) === option)))
      .filter((box) => box.every((options) => options.length > 0)),
  }));
  return { ...space, blocks, empty: blocks.some(({ boxes }) => boxes.length === 0) };
}

