// The least that each file would still sign, before any verdict: the packages nearest to what each other party would like best
// that the party's own models mostly accept. Whoever knows the party sees at once whether that is so.
import { type Case, done, meets, type Outcome, type Package, refuse, withOptions } from "../case/index.js";
import { at, type Band, pointsBand, TOLERANCE } from "../math/index.js";
import { priorsOf } from "./assessment/lay.js";
import { drawPanel, type Member, type Panel, signedShare, valuesOf, worthIn } from "./panel.js";
import { type Provenance, provenanceOf } from "./provenance.js";
import { type AnalysisOptions, optionIds, type Setting, settingOf } from "./setting.js";
import { buildSpace, countPackages, redLinesOn, ruledOut, type Space } from "./space.js";
import { type Extreme, extremeOf, LOW_WALK_AWAY, walkAwayShare } from "./walk-away-share.js";

/** A package that a party's file would still sign. */
export interface LeastSigned {
  /** Whose ideal it is nearest to; null: nobody else's needs are known, and it is the worst for the party itself. */
  readonly toward: string | null;
  readonly options: Readonly<Record<string, string>>;
  /** Share of the party's models that sign it, least and most over the priors. */
  readonly signs: readonly [number, number];
  /** Its worth to the party, in the party's own points 0–100. */
  readonly value: Band;
  /** Whether the file says itself that the party prefers it to no deal. */
  readonly confirmed: boolean;
}

export interface SanityOfParty {
  readonly party: string;
  readonly name: string;
  /** The file that says so, and whose view it is. */
  readonly file: string;
  readonly holder: string;
  /** What the party has without a deal, 0 at the worst and 100 at the best package that could be agreed; the median over the models. */
  readonly walkAway: number;
  /** Whether that is under a tenth of what it could get: nearly anything is then better for it than no deal. */
  readonly low: boolean;
  readonly packages: readonly LeastSigned[];
}

export interface Sanity extends Provenance {
  readonly parties: readonly SanityOfParty[];
}

/** A package counts as signed where so many of the models sign it: very likely, in the words of ICD 203. */
const MOSTLY_SIGNED = 0.8;
/** Models over which packages are sought; their chances are counted over all. */
const SOUGHT_OVER = 400;
/** Spaces of so many packages are gone through one by one. */
const FEW_PACKAGES = 2000;

/**
 * What every file of interests would still sign.
 * @returns refused where no interests are on file, or what was said leaves no model
 */
export function sanity(written: Case, options: AnalysisOptions = {}): Outcome<Sanity> {
  const setting = settingOf(written, options);
  if (!setting.ok) return setting;
  const { negotiation, views } = setting.value;
  if (views.length === 0) return refuse("there are no interests on file: say first what each side needs.");
  const panels: Panel[] = [];
  for (const prior of priorsOf(setting.value)) {
    const panel = drawPanel(negotiation, views, prior, setting.value);
    if (panel.ok) panels.push(panel.value);
    else if (prior === "independent") return panel;
  }
  const members = at(panels, 0).negotiating.map((place) => at(at(panels, 0).members, place));
  const parties: SanityOfParty[] = [];
  for (const [k, member] of members.entries()) {
    const found = sanityOf(setting.value, panels, member);
    if (!found.ok) return found;
    if (found.value) parties.push(found.value);
    setting.value.onProgress((k + 1) / members.length);
  }
  return done({
    ...provenanceOf(
      setting.value,
      panels,
      "the packages that at least 80 % of a party's models sign, nearest to the best for each other party",
    ),
    parties,
  });
}

function sanityOf(setting: Setting, panels: readonly Panel[], member: Member): Outcome<SanityOfParty | null> {
  const { negotiation, views, asOf } = setting;
  const view = views.find(({ party }) => party === member.party);
  const lines = redLinesOn(negotiation, views, asOf).filter(({ party }) => party === member.party);
  const space = buildSpace(negotiation, [...ruledOut(negotiation), ...lines.map(({ crossed }) => crossed)]);
  if (!space.ok) return space;
  if (!view || space.value.empty) return done(null);
  const panel = at(panels, 0);
  const others = panel.negotiating.map((place) => at(panel.members, place)).filter((other) => other !== member);
  const walkAway = walkAwayShare(panel, member, space.value);
  const packages = (others.length > 0 ? others : [null]).flatMap((other): LeastSigned[] => {
    const found = leastSigned(panels, space.value, member, other);
    if (!found) return [];
    const signs = panels.map((one) => signedShare(one, memberOf(one, member.party), found));
    return [
      {
        toward: other?.party ?? null,
        options: optionIds(negotiation, found),
        signs: [Math.min(...signs), Math.max(...signs)],
        value: pointsBand(valuesOf(panel, member, found)),
        confirmed: view.answers.some(
          ({ prefer, to }) => prefer !== "no deal" && to === "no deal" && prefer.options.join() === found.join(),
        ),
      },
    ];
  });
  return done({
    party: member.party,
    name: member.name,
    file: view.file,
    holder: view.holder,
    walkAway: 100 * walkAway,
    low: walkAway < LOW_WALK_AWAY,
    packages: distinct(packages),
  });
}

/** Two others may want the same: what is one package is said once. */
function distinct(packages: readonly LeastSigned[]): LeastSigned[] {
  const seen = new Set<string>();
  return packages.filter(({ options }) => {
    const key = JSON.stringify(options);
    return !seen.has(key) && seen.add(key);
  });
}

const memberOf = (panel: Panel, party: string): Member =>
  at(
    panel.members.filter((one) => one.party === party),
    0,
  );

const packageOf = (space: Space, { options }: Extreme): Package =>
  withOptions(
    space.sizes.map(() => 0),
    new Map(options),
  );

/**
 * The package of most worth to another party, in the mean, that most of the member's models sign; of least worth to the member
 * where there is no other. Exact in small spaces; in large ones by weighing the two against each other, and then by single changes.
 */
function leastSigned(panels: readonly Panel[], space: Space, member: Member, other: Member | null): Package | null {
  const samples = panels.map((one): Panel => ({ ...one, count: Math.min(one.count, SOUGHT_OVER) }));
  const [panel, sample] = [at(panels, 0), at(samples, 0)];
  const members = samples.map((one) => memberOf(one, member.party));
  const own = meanWorth(sample, member);
  const theirs = other ? meanWorth(sample, other) : own.map((worth) => -worth);
  const signs = (options: Package) =>
    samples.every((one, prior) => signedShare(one, at(members, prior), options) >= MOSTLY_SIGNED);
  const worthOf = (options: Package) =>
    options.reduce((sum, option, issue) => sum + theirs[at(panel.offsets, issue) + option]!, 0);
  if (countPackages(space) <= FEW_PACKAGES) return bestListed(space, signs, worthOf);
  const weighed = (weight: number) =>
    packageOf(
      space,
      extremeOf(
        space,
        own.map((worth, k) => weight * worth + (1 - weight) * theirs[k]!),
        panel.offsets,
        1,
      ),
    );
  if (!signs(weighed(1))) return null;
  let [refused, signed] = [0, 1];
  for (let k = 0; k < 24; k++) {
    const middle = (refused + signed) / 2;
    if (signs(weighed(middle))) signed = middle;
    else refused = middle;
  }
  return climbed(space, weighed(signed), signs, worthOf);
}

const meanWorth = (panel: Panel, member: Member): Float64Array => {
  const sum = new Float64Array(at(panel.offsets, panel.offsets.length - 1));
  for (let model = 0; model < panel.count; model++) {
    const worth = worthIn(panel, member, model);
    for (let k = 0; k < sum.length; k++) sum[k] = sum[k]! + worth[k]! / panel.count;
  }
  return sum;
};

function bestListed(
  space: Space,
  signs: (options: Package) => boolean,
  worthOf: (options: Package) => number,
): Package | null {
  let best: { worth: number; options: Package } | null = null;
  const options = space.sizes.map(() => 0);
  const visit = (issue: number): void => {
    if (issue < options.length) {
      for (let option = 0; option < at(space.sizes, issue); option++) {
        options[issue] = option;
        visit(issue + 1);
      }
      return;
    }
    if (space.forbidden.some((conditions) => meets(options, conditions))) return;
    const worth = worthOf(options);
    if ((best === null || worth > best.worth + TOLERANCE) && signs(options)) best = { worth, options: [...options] };
  };
  visit(0);
  return (best as { options: Package } | null)?.options ?? null;
}

/** Rounds of single changes; each takes the best that is still signed. */
const MOST_ROUNDS = 40;
/** Of an issue with more options than this only those near the one that stands are tried. */
const MANY_OPTIONS = 24;

function climbed(
  space: Space,
  start: Package,
  signs: (options: Package) => boolean,
  worthOf: (options: Package) => number,
): Package {
  let now = start;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const worth = worthOf(now);
    const [better] = now
      .flatMap((here, issue) =>
        Array.from({ length: at(space.sizes, issue) }, (_, option) => option)
          .filter(
            (option) => option !== here && (at(space.sizes, issue) <= MANY_OPTIONS || Math.abs(option - here) <= 8),
          )
          .map((option) => withOptions(now, new Map([[issue, option]]))),
      )
      .map((options) => ({ options, worth: worthOf(options) }))
      .filter((one) => one.worth > worth + TOLERANCE)
      .filter(({ options }) => !space.forbidden.some((conditions) => meets(options, conditions)))
      .sort((a, b) => b.worth - a.worth)
      .filter(({ options }) => signs(options));
    if (!better) return now;
    now = better.options;
  }
  return now;
}
