// The verdict on one complete offer: its class in every model, then who would sign and whether each party's part is
// fair.
import { type Case, meets, type Package } from "../../case/index.js";
import { at, band, TOLERANCE } from "../../math/index.js";
import { LIKELY, partyNamed, sentencesIn, type VerdictSaid } from "../../wording/index.js";
import { enoughOf } from "../acceptance.js";
import { reservationsOf, thresholdsOf, valuesOf } from "../panel.js";
import { crossedBy } from "../space.js";
import { partsOf, sharesOf, type ZoneFacts } from "../zone.js";
import { type Ground, isSolved, vetoes } from "./ground.js";
import { CLASSES, type PartyVerdict, type PriorVerdict, type SplitVerdict, type VerdictClass } from "./types.js";

/** A party whose best package gains it less than this leaves nothing to split. */
const THIN = 0.02;
/** Where nobody gains this much, half a point, there is nothing that could be split. */
const NO_GAIN = 0.005;
/** An error in the frontier from which no split is given: 2 points. */
const ROUGH = 0.02;
/** Left-out models, as a share of all, from which no split is given: they could move a chance by half a point. */
const MOST_UNSOLVED = 0.005;
/** By how much the fair range is widened on either side. */
export const FAIR_MARGIN = 0.05;

/** Models whose even split is not known to half a point. */
export const unsolvedIn = ({ whole, zones }: Pick<Ground, "whole" | "zones">): number =>
  whole ? 0 : zones.filter((zone) => !isSolved(zone)).length;

/** Whether parts would look surer than they are, so that none are given. */
export const isRough = (ground: Pick<Ground, "whole" | "zones" | "error">): boolean =>
  ground.whole ? ground.error >= ROUGH : unsolvedIn(ground) > MOST_UNSOLVED * ground.zones.length;

/** One offer in every model: parties with a veto in their order, models along each list. */
export interface Readings {
  readonly classes: readonly VerdictClass[];
  readonly values: readonly Float64Array[];
  readonly reservations: readonly Float64Array[];
  /** The least for which each would sign today: its reservation, or more where it holds out. */
  readonly thresholds: readonly Float64Array[];
  /** Part of the whole and the fair range, for models in class `split`; NaN elsewhere. */
  readonly parts: readonly Float64Array[];
  readonly leastFair: readonly Float64Array[];
  readonly mostFair: readonly Float64Array[];
  readonly ambition: Float64Array;
}

/** Reads a package in every model of the ground. */
export function readOffer(ground: Ground, options: Package): Readings {
  const { panel, zones, lines } = ground;
  const members = vetoes(panel);
  const values = members.map((member) => valuesOf(panel, member, options));
  const reservations = members.map((member) => reservationsOf(panel, member));
  const thresholds = members.map((member) => thresholdsOf(panel, member));
  const possible = !ground.negotiation.rules.some((rule) =>
    rule.forbidden.some((conditions) => meets(options, conditions)),
  );
  const crossed = crossedBy(options, lines).length > 0;
  const perModel = () => members.map(() => new Float64Array(panel.count).fill(Number.NaN));
  const [parts, leastFair, mostFair] = [perModel(), perModel(), perModel()];
  const ambition = new Float64Array(panel.count).fill(Number.NaN);
  const classes: VerdictClass[] = [];
  const takes = takesOf(ground, options, values, thresholds);
  const enough = enoughOf(ground.negotiation, members);
  for (let model = 0; model < panel.count; model++) {
    const zone = at(zones, model);
    const surplus = Float64Array.from(members, (_, p) => values[p]![model]! - reservations[p]![model]!);
    const suits = values.every((value, p) => value[model]! >= thresholds[p]![model]! - TOLERANCE);
    const verdict = !possible
      ? "infeasible"
      : ground.negotiation.acceptance
        ? enough((p) => takes(p, model))
          ? "split"
          : "walksAway"
        : classOf(zone, crossed, suits, surplus);
    classes.push(verdict);
    // Where not everybody has to sign, nobody's part is measured.
    if (verdict !== "split" || ground.negotiation.acceptance) continue;
    const shares = sharesOf(
      surplus.map((gain) => Math.max(0, gain)),
      zone.ideal,
    );
    const whole = partsOf(shares);
    members.forEach((_, p) => {
      parts[p]![model] = whole[p]!;
      leastFair[p]![model] = zone.leastPart[p]! - FAIR_MARGIN;
      mostFair[p]![model] = zone.mostPart[p]! + FAIR_MARGIN;
    });
    ambition[model] = shares.reduce((sum, share) => sum + share, 0) / zone.ambition;
  }
  return { classes, values, reservations, thresholds, parts, leastFair, mostFair, ambition };
}

/** Whether a party, by its place, would sign a package in a model; not where it crosses a red line of its own. */
function takesOf(
  { panel, lines }: Ground,
  options: Package,
  values: readonly Float64Array[],
  thresholds: readonly Float64Array[],
): (p: number, model: number) => boolean {
  const crossed = new Set(crossedBy(options, lines).map(({ party }) => party));
  const barred = vetoes(panel).map(({ party }) => crossed.has(party));
  return (p, model) => !barred[p] && values[p]![model]! >= thresholds[p]![model]! - TOLERANCE;
}

/** The class of a feasible package: the first that holds. */
function classOf(zone: ZoneFacts, crossed: boolean, suits: boolean, surplus: Float64Array): VerdictClass {
  const suitsAll = !crossed && suits;
  // A front that was thinned can miss a narrow zone; the package itself is then proof of it.
  if (!zone.exists) return suitsAll ? "thin" : "noZone";
  if (crossed) return "redLine";
  if (!suitsAll) return "walksAway";
  if (zone.ideal.some((most) => most < THIN)) return "thin";
  return surplus.every((gain) => gain < NO_GAIN) ? "noGain" : "split";
}

/** The verdict over the models that `include` lets in (all unless given). */
export function summarise(
  ground: Ground,
  options: Package,
  readings: Readings,
  include: (model: number) => boolean = () => true,
): PriorVerdict {
  const { panel, zones } = ground;
  const models = Array.from({ length: panel.count }, (_, model) => model).filter(include);
  const shareOf = (test: (model: number) => boolean) =>
    models.length === 0 ? 0 : models.filter(test).length / models.length;
  const classes = Object.fromEntries(
    CLASSES.map((name) => [name, shareOf((model) => readings.classes[model] === name)]),
  ) as Record<VerdictClass, number>;
  const crossed = new Set(crossedBy(options, ground.lines).map(({ party }) => party));
  const possible = classes.infeasible === 0;
  const takes = (p: number, model: number) =>
    readings.values[p]![model]! >= readings.thresholds[p]![model]! - TOLERANCE;
  const members = vetoes(panel);
  const parties = members.map(({ party, name }, p): PartyVerdict => {
    const short = models.filter((model) => !at(zones, model).exists).map((model) => 100 * zones[model]!.shortfall[p]!);
    return {
      party,
      name,
      accepts: possible && !crossed.has(party) ? shareOf((model) => takes(p, model)) : 0,
      walksAway: shareOf((model) => !takes(p, model)),
      holdsOut: shareOf(
        (model) => !takes(p, model) && readings.values[p]![model]! >= readings.reservations[p]![model]! - TOLERANCE,
      ),
      crossesRedLine: crossed.has(party),
      value: band(models.map((model) => 100 * readings.values[p]![model]!)),
      reservation: band(models.map((model) => 100 * readings.reservations[p]![model]!)),
      surplus: band(models.map((model) => 100 * (readings.values[p]![model]! - readings.reservations[p]![model]!))),
      shortfall: short.length > 0 ? band(short) : null,
    };
  });
  const known = (model: number) => ground.whole || isSolved(at(zones, model));
  const splits =
    isRough(ground) || ground.negotiation.acceptance
      ? []
      : models.filter((model) => readings.classes[model] === "split" && known(model));
  const split = splits.length === 0 ? [] : members.map(({ party }, p) => splitOf(party, p, splits, readings));
  const enough = enoughOf(ground.negotiation, members);
  const signs = takesOf(ground, options, readings.values, readings.thresholds);
  const signed = possible ? shareOf((model) => enough((p) => signs(p, model))) : 0;
  const verdict = {
    prior: panel.prior,
    classes,
    signed,
    parties,
    split,
    ambition: splits.length === 0 ? null : band(splits.map((model) => readings.ambition[model]!)),
  };
  const said = verdictSaid(verdict, ground.negotiation);
  return { ...verdict, said, key: words.verdict(said), certain: panel.numbers };
}

function splitOf(
  party: string,
  p: number,
  models: readonly number[],
  { parts, leastFair, mostFair }: Readings,
): SplitVerdict {
  const list = (from: readonly Float64Array[]) => models.map((model) => from[p]![model]!);
  const [part, least, most] = [list(parts), list(leastFair), list(mostFair)];
  const tooLittle = part.filter((value, k) => value < least[k]! - TOLERANCE).length / models.length;
  const more = part.filter((value, k) => value > most[k]! + TOLERANCE).length / models.length;
  return {
    party,
    part: band(part),
    fair: [band(least).median + FAIR_MARGIN, band(most).median - FAIR_MARGIN],
    tooLittle,
    more,
    even: 1 - tooLittle - more,
  };
}

/** Of the models in which all sign, the share of one of the classes. */
export const ofSigned = (classes: PriorVerdict["classes"], what: "thin" | "noGain" | "split"): number =>
  classes[what] / (classes.split + classes.thin + classes.noGain);

const { assessment: words } = sentencesIn("en");

/** What the sentence comes to where it is open whether all sign. */
export const OPEN_KEY = words.verdict({ code: "open" });

/** What a verdict comes to, short enough to compare: refused by whom, signed with which split, or open. */
function verdictSaid(
  { classes, signed, parties, split }: Omit<PriorVerdict, "key" | "said" | "certain">,
  negotiation: Case,
): VerdictSaid {
  const named = (list: readonly { readonly party: string }[]) =>
    list.map(({ party }) => partyNamed(negotiation, party));
  if (classes.infeasible > 0) return { code: "impossible" };
  if (classes.noZone >= LIKELY) return { code: "noZone" };
  // Where not everybody has to sign, it matters who refuses only where too few are left.
  if (negotiation.acceptance && signed >= LIKELY) return { code: "signed", split: "unknown" };
  const crossed = parties.filter(({ crossesRedLine }) => crossesRedLine);
  if (crossed.length > 0) return { code: "redLine", parties: named(crossed) };
  const refusing = parties.filter(({ accepts }) => accepts <= 1 - LIKELY);
  if (refusing.length > 0) return { code: "refused", parties: named(refusing) };
  if (signed < LIKELY) return { code: "open" };
  const nothing = nothingSaid(classes);
  if (nothing !== null) return { code: "signed", split: nothing };
  if (split.length === 0) return { code: "signed", split: "unknown" };
  const [more, tooLittle] = [split.filter((one) => one.more >= LIKELY), split.filter((one) => one.tooLittle >= LIKELY)];
  if (more.length + tooLittle.length === 0) return { code: "signed", split: "nobodyClearlyShort" };
  return { code: "divided", more: named(more), tooLittle: named(tooLittle) };
}

/** That nothing is split, or that it may be so; null where something is. */
function nothingSaid(classes: PriorVerdict["classes"]): "thin" | "thinIsOpen" | "noGain" | "noGainIsOpen" | null {
  const likely = (what: "thin" | "noGain") => ofSigned(classes, what) >= LIKELY;
  if (classes.thin > classes.split) return likely("thin") ? "thin" : "thinIsOpen";
  if (classes.noGain > classes.split) return likely("noGain") ? "noGain" : "noGainIsOpen";
  return null;
}

/** The key of what the models say about a package. */
export const keyUnder = (ground: Ground, options: Package): string =>
  summarise(ground, options, readOffer(ground, options)).key;
