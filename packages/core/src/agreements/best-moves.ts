// What a party should put next: the changes of an offer after which it can expect most, counting that the others may refuse.
import {
  type Case,
  done,
  meets,
  misused,
  type Outcome,
  type Package,
  refuse,
  suggestion,
  withOptions,
} from "../case/index.js";
import { at, type Band, band, TOLERANCE } from "../math/index.js";
import { enoughOf } from "./acceptance.js";
import { acceptableSpace, changeIn, vetoes } from "./assessment/ground.js";
import { type LaidParts, layGrounds } from "./assessment/lay.js";
import { openedIssues, type Reach, reachOf } from "./assessment/reach.js";
import { type AssessOptions, readRequest, type Subject } from "./assessment/request.js";
import { type Panel, reservationsOf, thresholdsOf, valuesOf } from "./panel.js";
import { type Provenance, provenanceOf } from "./provenance.js";
import { missingInterests, settingOf } from "./setting.js";
import type { Space } from "./space.js";
import { LOW_WALK_AWAY, walkAwayShare } from "./walk-away-share.js";

export interface ChangeOfIssue {
  readonly issue: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Change in each negotiating party's own points. */
  readonly worth: Readonly<Record<string, Band>>;
}

/** One or two issues changed in an offer. */
export interface BestMove {
  readonly changes: readonly ChangeOfIssue[];
  readonly worth: Readonly<Record<string, Band>>;
  /** Chance that all sign, least and most over the priors. */
  readonly signed: readonly [number, number];
  /** Its own points above its walk-away, where all sign, else 0; the mean over models and priors. */
  readonly prospect: number;
}

export interface BestMoves extends Provenance {
  readonly party: string;
  readonly offer: string;
  readonly before: Pick<BestMove, "signed" | "prospect">;
  /** Best first; no two of them change an issue to the same option. */
  readonly moves: readonly BestMove[];
  /** Set where only single changes were tried. */
  readonly limited: string | null;
}

/** What a change must add to the prospect to be worth naming, in points. */
const WORTH_NAMING = 0.1;
const MOST_MOVES = 3;
/** Sets looked at; beyond, pairs are left out. */
const MOST_PAIRS = 20_000;

/**
 * @param party whose prospect is to be best; the first that negotiates unless given in the options
 * @returns refused where an interest is not on file, the offer is not known, or leaves issues open
 */
export function bestMoves(
  written: Case,
  options: AssessOptions & { readonly party: string },
  parts: LaidParts | null = null,
): Outcome<BestMoves> {
  const setting = settingOf(written, options);
  if (!setting.ok) return setting;
  if (setting.value.unmodelled.length > 0) return refuse(missingInterests(setting.value));
  const request = readRequest(setting.value, options);
  if (!request.ok) return request;
  const { negotiation, asOf } = setting.value;
  const subject = at(request.value.subjects, 0);
  if (subject.open.length > 0)
    return refuse(`“${subject.name}” leaves issues open, so no change of it can be weighed.`);
  const laid = layGrounds(setting.value, parts, setting.value.onProgress);
  if (!laid.ok) return laid;
  const { panels } = laid.value;
  const space = acceptableSpace(setting.value);
  if (!space.ok) return space;
  const seat = vetoes(at(panels, 0)).findIndex(({ party }) => party === options.party);
  if (seat < 0) {
    const names = vetoes(at(panels, 0)).map(({ party }) => party);
    return misused(`"${options.party}" does not negotiate here.${suggestion(options.party, names)}`);
  }
  const weighing = weigh(negotiation, panels, space.value, subject, seat);
  const reach = reachOf(negotiation, asOf, subject, options.within ?? "proposed");
  const singles = singlesOf(negotiation, subject, openedIssues(negotiation, asOf, subject.named), reach);
  const pairs = (singles.length * (singles.length - 1)) / 2;
  const sets = [
    ...singles.map((one) => [one]),
    ...(pairs <= MOST_PAIRS
      ? singles.flatMap((one, k) =>
          singles.slice(k + 1).flatMap((other) => (other.issue === one.issue ? [] : [[one, other]])),
        )
      : []),
  ];
  const before = weighing([]);
  return done({
    ...provenanceOf(
      setting.value,
      panels,
      "changes of one or two issues by the points above walk-away that can be expected",
    ),
    party: options.party,
    offer: subject.name,
    before,
    moves: chosen(withoutTheWeak(at(panels, 0), space.value, subject, seat, sets), before.prospect, weighing).map(
      ({ set, found }) => described(negotiation, at(panels, 0), subject, set, found),
    ),
    limited: pairs <= MOST_PAIRS ? null : "only changes of one issue at a time were tried; there are too many pairs.",
  });
}

/**
 * Sets of changes that leave no party worse off whose walk-away is so low that nearly anything is better for it than no deal: that it
 * would sign is then no advice to build on.
 */
function withoutTheWeak(
  panel: Panel,
  space: Space,
  { options }: Subject,
  seat: number,
  sets: readonly (readonly Single[])[],
): readonly (readonly Single[])[] {
  if (space.empty) return sets;
  const weak = vetoes(panel).flatMap((member, p) =>
    p !== seat && walkAwayShare(panel, member, space) < LOW_WALK_AWAY ? [p] : [],
  );
  if (weak.length === 0) return sets;
  const changes = new Map(
    sets.flatMap((set) => {
      const [single] = set;
      if (set.length > 1 || !single) return [];
      return [[single, changeIn(panel, options, single.issue, single.option).map(mean)] as const];
    }),
  );
  const changeOf = (set: readonly Single[], p: number) =>
    set.reduce((sum, single) => sum + (changes.get(single)?.[p] ?? 0), 0);
  return sets.filter((set) => weak.every((p) => changeOf(set, p) >= -TOLERANCE));
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

interface Single {
  readonly issue: number;
  readonly option: number;
}

type Found = Pick<BestMove, "signed" | "prospect">;

const singlesOf = ({ issues }: Case, { options }: Subject, opened: readonly number[], reach: Reach): Single[] =>
  opened.flatMap((issue) =>
    at(issues, issue).options.flatMap((_, option) =>
      option === at(options, issue) || !reach(issue, option) ? [] : [{ issue, option }],
    ),
  );

const changed = (options: Package, set: readonly Single[]): Package =>
  withOptions(options, new Map(set.map(({ issue, option }) => [issue, option])));

/** How a set of changes is weighed: what a single one does is read once. */
function weigh(
  negotiation: Case,
  panels: readonly Panel[],
  space: Space,
  { options }: Subject,
  seat: number,
): (set: readonly Single[]) => Found {
  const bases = panels.map((panel) =>
    vetoes(panel).map((member) => {
      const [values, reservations, thresholds] = [
        valuesOf(panel, member, options),
        reservationsOf(panel, member),
        thresholdsOf(panel, member),
      ];
      return {
        /** Above what the party would sign today, and above what it has without a deal. */
        spare: values.map((value, model) => value - thresholds[model]!),
        surplus: values.map((value, model) => value - reservations[model]!),
      };
    }),
  );
  const known = panels.map(() => new Map<string, Float64Array[]>());
  const change = (prior: number, single: Single): Float64Array[] => {
    const key = `${single.issue} ${single.option}`;
    const found = known[prior]?.get(key) ?? changeIn(at(panels, prior), options, single.issue, single.option);
    known[prior]?.set(key, found);
    return found;
  };
  const enough = enoughOf(negotiation, vetoes(at(panels, 0)));
  return (set) => {
    const then = changed(options, set);
    if (space.forbidden.some((conditions) => meets(then, conditions))) return { signed: [0, 0], prospect: 0 };
    const found = panels.map((panel, prior) => {
      const parties = at(bases, prior);
      const changes = set.map((single) => change(prior, single));
      let [signed, sum] = [0, 0];
      for (let model = 0; model < panel.count; model++) {
        const changeOf = (p: number) => {
          let change = 0;
          for (const one of changes) change += one[p]![model]!;
          return change;
        };
        if (!enough((p) => parties[p]!.spare[model]! + changeOf(p) >= -TOLERANCE)) continue;
        const own = parties[seat]!.surplus[model]! + changeOf(seat);
        signed += 1;
        sum += own;
      }
      return { signed: signed / panel.count, prospect: (100 * sum) / panel.count };
    });
    const chances = found.map(({ signed }) => signed);
    return {
      signed: [Math.min(...chances), Math.max(...chances)],
      prospect: found.reduce((total, { prospect }) => total + prospect, 0) / found.length,
    };
  };
}

/** The best sets, one after the other: each adds to the offer, a pair to each of its two, and none repeats a change. */
function chosen(
  sets: readonly (readonly Single[])[],
  before: number,
  weighing: (set: readonly Single[]) => Found,
): { set: readonly Single[]; found: Found }[] {
  const alone = new Map<Single, number>();
  const worthwhile = sets.flatMap((set) => {
    const found = weighing(set);
    const [single] = set;
    if (set.length === 1 && single) alone.set(single, found.prospect);
    // Singles come first, so that of a pair both are known.
    const least = set.length === 1 ? before : Math.max(before, ...set.map((one) => alone.get(one) ?? 0));
    return found.prospect > least + WORTH_NAMING ? [{ set, found }] : [];
  });
  const best: { set: readonly Single[]; found: Found }[] = [];
  for (const one of worthwhile.sort((a, b) => b.found.prospect - a.found.prospect)) {
    if (best.length === MOST_MOVES) break;
    if (!best.some(({ set }) => set.some((change) => one.set.includes(change)))) best.push(one);
  }
  return best;
}

function described(
  { issues }: Case,
  panel: Panel,
  { options }: Subject,
  set: readonly Single[],
  found: Found,
): BestMove {
  const members = vetoes(panel);
  const worthOf = (changes: readonly Single[]) => {
    const each = changes.map((single) => changeIn(panel, options, single.issue, single.option));
    return Object.fromEntries(
      members.map(({ party }, p) => [
        party,
        band(
          Float64Array.from(
            { length: panel.count },
            (_, model) => 100 * each.reduce((sum, one) => sum + one[p]![model]!, 0),
          ),
        ),
      ]),
    );
  };
  return {
    changes: set.map((single) => {
      const { id, name, options: list } = at(issues, single.issue);
      return {
        issue: id,
        name,
        from: at(list, at(options, single.issue)).id,
        to: at(list, single.option).id,
        worth: worthOf([single]),
      };
    }),
    worth: worthOf(set),
    ...found,
  };
}
