// The smallest changes of an offer itself that turn the verdict on it: an option on one issue, or on two.
import { meets, type Package, withOptions } from "../../case/index.js";
import { at, TOLERANCE } from "../../math/index.js";
import { LIKELY } from "../../wording/index.js";
import { enoughOf } from "../acceptance.js";
import { thresholdsOf, valuesOf } from "../panel.js";
import { type Ground, vetoes } from "./ground.js";
import { keyUnder } from "./judge.js";
import type { TurningPoint } from "./types.js";

/** What the first prior comes to, and all that the sentence says already. */
export interface Said {
  readonly key: string;
  readonly includes: (key: string) => boolean;
}

/** Pairs of changes are made of so many single ones: those after which all sign most often. */
const MOST_PAIRED = 24;
/** Of an issue with many options only those near the one that stands are tried. */
const NEARBY = 20;

interface Moved {
  readonly options: Package;
  readonly changes: readonly { readonly issue: number; readonly option: number }[];
  /** Options passed over, on all issues together. */
  readonly steps: number;
  /** The chance that all sign. */
  readonly signed: number;
}

/**
 * The smallest change of the offer itself that turns the answer: where it is a yes, one that loses it; where it is none, one that
 * gets a yes if there is any on one issue or two.
 */
export function byOption(ground: Ground, options: Package, said: Said): TurningPoint[] {
  const yes = said.key.startsWith("signed");
  const singles = singleMoves(ground, options);
  const pairs = yes ? [] : pairsOf(singles, ground, options);
  const wanted = (move: Moved) => (yes ? move.signed < LIKELY : move.signed >= LIKELY);
  const smallest = [...singles, ...pairs]
    .filter(wanted)
    .sort((a, b) => a.changes.length - b.changes.length || a.steps - b.steps || b.signed - a.signed);
  // What gets a yes is looked for first; where there is none, whatever makes another answer.
  for (const move of [...smallest.slice(0, 6), ...(smallest.length === 0 ? bySteps(singles).slice(0, 60) : [])]) {
    const becomes = keyUnder(ground, move.options);
    if (said.includes(becomes) || becomes === "impossible" || becomes.startsWith("crosses")) continue;
    return [{ input: "option", text: moveText(ground, options, move), becomes }];
  }
  return [];
}

const bySteps = (moves: readonly Moved[]): Moved[] =>
  [...moves].sort((a, b) => a.steps - b.steps || b.signed - a.signed);

function moveText({ negotiation: { issues } }: Ground, options: Package, { changes }: Moved): string {
  const each = changes.map(({ issue, option }) => {
    const { name, options: list } = at(issues, issue);
    return `on “${name}”, “${at(list, option).name}” instead of “${at(list, at(options, issue)).name}”`;
  });
  return each.join(" and ");
}

function singleMoves(ground: Ground, options: Package): Moved[] {
  const { issues, notYetSaid = [] } = ground.negotiation;
  return issues.flatMap((issue, index) => {
    const now = at(options, index);
    // What nobody has said yet is passed over without a step.
    const known = issue.options.flatMap((_, option) =>
      option === now || !notYetSaid.some((later) => later.get(index)?.has(option)) ? [option] : [],
    );
    return known.flatMap((option, place) => {
      const steps = Math.abs(place - known.indexOf(now));
      if (steps === 0 || steps > NEARBY) return [];
      return movedTo(ground, options, [{ issue: index, option }], steps);
    });
  });
}

function pairsOf(singles: readonly Moved[], ground: Ground, options: Package): Moved[] {
  const best = [...singles].sort((a, b) => b.signed - a.signed || a.steps - b.steps).slice(0, MOST_PAIRED);
  return best.flatMap((one, k) =>
    best.slice(k + 1).flatMap((other) => {
      const changes = [...one.changes, ...other.changes];
      if (one.changes[0]?.issue === other.changes[0]?.issue) return [];
      return movedTo(ground, options, changes, one.steps + other.steps);
    }),
  );
}

/** The offer with changes, unless it breaks a rule or crosses a red line. */
function movedTo(ground: Ground, options: Package, changes: Moved["changes"], steps: number): Moved[] {
  const then = withOptions(options, new Map(changes.map(({ issue, option }) => [issue, option])));
  if (ground.space.forbidden.some((conditions) => meets(then, conditions))) return [];
  return [{ options: then, changes, steps, signed: signedByEnough(ground, then) }];
}

/** Chance that enough sign a package. */
function signedByEnough({ negotiation, panel }: Ground, options: Package): number {
  const members = vetoes(panel);
  const values = members.map((member) => valuesOf(panel, member, options));
  const thresholds = members.map((member) => thresholdsOf(panel, member));
  const enough = enoughOf(negotiation, members);
  let signed = 0;
  for (let model = 0; model < panel.count; model++)
    if (enough((p) => values[p]![model]! >= thresholds[p]![model]! - TOLERANCE)) signed++;
  return signed / panel.count;
}
