// What offers are measured against, drawn and laid once: in one go, or in parts that several workers share. Models are
// drawn from streams of their own, so that the parts are the same whoever lays them.
import { type Case, done, type Outcome, refuse } from "../../case/index.js";
import { PRIORS, type Prior } from "../../interests/index.js";
import { at } from "../../math/index.js";
import { DIRECT_FROM } from "../direct/deciding.js";
import { layingWork, panelToLay } from "../laying-work.js";
import { drawPanel, type Panel, rememberPanel } from "../panel.js";
import { type AnalysisOptions, type Setting, settingOf } from "../setting.js";
import { redLinesOn, type StandingRedLine } from "../space.js";
import { acceptableSpace, type Ground, groundOf, type ModelRange } from "./ground.js";
import { type PackedGround, packed, unpacked } from "./packed.js";
import { solvingWork } from "./solving-work.js";

/** Share of the work of an assessment that is laying: what can be done in parts. */
export const LAYING = 0.6;

/** Where a negotiating party has no interests there are panels, and no grounds. */
export interface Laid {
  readonly grounds: readonly Ground[];
  readonly panels: readonly Panel[];
  readonly lines: readonly StandingRedLine[];
  /** Why the frontier was left out, where it was; there are no grounds then. */
  readonly leftOut: string | null;
  /** Whether fewer models were laid than could be drawn. */
  readonly fewer: boolean;
}

/** Which of how many equal parts of the models. */
export interface Part {
  readonly part: number;
  readonly of: number;
}

/** What one part came to, in a form to hand on. */
export interface LaidPart extends Omit<Laid, "grounds"> {
  readonly ground: PackedGround | null;
}

/** Parts of the work that were laid elsewhere: one list a prior, in the order of `layingPlan`, its parts in order. */
export type LaidParts = readonly (readonly Outcome<LaidPart>[])[];

/** Whether any steps between options are left to a prior. */
export const stepsAreOpen = ({ views }: Setting): boolean =>
  views.some(({ scores }) =>
    scores.some(({ levels, numbers, largestStep }) => levels && !numbers && largestStep === null && levels.length > 2),
  );

/** The priors under which verdicts are computed: one where no step is left to them. */
export const priorsOf = (setting: Setting): readonly Prior[] =>
  setting.priors ?? (stepsAreOpen(setting) ? PRIORS : ["independent"]);

/** The priors whose models can be laid in parts; none where there is nothing to lay. */
export function layingPlan(written: Case, options: AnalysisOptions): readonly Prior[] {
  const setting = settingOf(written, options);
  return setting.ok && setting.value.unmodelled.length === 0 ? priorsOf(setting.value) : [];
}

/** One part of the models of one prior, with their fronts and zones. @returns refused as `assess` would */
export function layPart(written: Case, options: AnalysisOptions, prior: Prior, part: Part): Outcome<LaidPart> {
  const setting = settingOf(written, options);
  if (!setting.ok) return setting;
  const laid = layPrior(setting.value, prior, part, setting.value.onProgress);
  if (!laid.ok) return laid;
  const { grounds, ...rest } = laid.value;
  return done({ ...rest, ground: grounds[0] ? packed(grounds[0]) : null });
}

/** Everything that offers are measured against; only one prior where numbers leave nothing to draw. */
export function layGrounds(
  setting: Setting,
  parts: LaidParts | null,
  progress: (share: number) => void,
  priors: readonly Prior[] = priorsOf(setting),
): Outcome<Laid> {
  const laid: Laid[] = [];
  const reasons: string[] = [];
  for (const [index, prior] of priors.entries()) {
    const given = parts?.[index];
    if (given) rememberDrawn(setting, given);
    const found = given
      ? joined(given)
      : layPrior(setting, prior, WHOLE, (share) => progress((index + share) / priors.length));
    if (!found.ok) reasons.push(...found.reasons);
    else laid.push(found.value);
    // Without the first prior there is nothing to compare; the second may contradict what was said.
    if (found.ok ? found.value.panels[0]?.numbers : prior === "independent") break;
  }
  if (laid.length === 0) return refuse(...reasons);
  const leftOut = laid.find((one) => one.leftOut !== null)?.leftOut ?? null;
  return done({
    // A frontier under one prior alone would be compared with nothing.
    grounds: leftOut === null ? laid.flatMap(({ grounds }) => grounds) : [],
    panels: laid.flatMap(({ panels }) => panels),
    lines: laid[0]?.lines ?? [],
    leftOut,
    fewer: laid.some((one) => one.fewer),
  });
}

/** The models of a part are those that any analysis would draw, unless they were drawn again, fewer. */
function rememberDrawn(setting: Setting, [part]: readonly Outcome<LaidPart>[]): void {
  const [panel] = part?.ok && !part.value.fewer ? part.value.panels : [];
  if (panel) rememberPanel(setting.negotiation, setting.views, panel, setting);
}

const WHOLE: Part = { part: 0, of: 1 };

function layPrior(
  setting: Setting,
  prior: Prior,
  { part, of }: Part,
  progress: (share: number) => void,
): Outcome<Laid> {
  const { negotiation, views, asOf } = setting;
  const panel = drawPanel(negotiation, views, prior, setting);
  if (!panel.ok) return panel;
  const lines = redLinesOn(negotiation, views, asOf);
  const without = { grounds: [], panels: [panel.value], lines, fewer: false };
  if (setting.unmodelled.length > 0) return done({ ...without, leftOut: null });
  const space = acceptableSpace(setting);
  if (!space.ok) return space;
  const work = (panel.value.negotiating.length < DIRECT_FROM ? layingWork : solvingWork)(
    panel.value,
    space.value,
    setting.models,
  );
  if (work.leftOut !== null) return done({ ...without, leftOut: work.leftOut });
  const used = panelToLay(setting, panel.value, work);
  if (!used.ok) return used;
  const { count } = used.value;
  const range: ModelRange = { from: Math.floor((part * count) / of), to: Math.floor(((part + 1) * count) / of) };
  const ground = groundOf(negotiation, used.value, space.value, lines, range, progress);
  return done({ grounds: [ground], panels: [used.value], lines, leftOut: null, fewer: used.value !== panel.value });
}

/** The parts of one prior put together, as if they had been laid in one go. */
function joined(parts: readonly Outcome<LaidPart>[]): Outcome<Laid> {
  const found: LaidPart[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    found.push(part.value);
  }
  const { ground, ...rest } = at(found, 0);
  if (!ground) return done({ ...rest, grounds: [] });
  const all = found.flatMap((part) => part.ground ?? []);
  const views = all.map(unpacked);
  const nearest = new Map<string, number>();
  for (const part of all) for (const [key, times] of part.nearest) nearest.set(key, (nearest.get(key) ?? 0) + times);
  const whole: Ground = {
    negotiation: ground.negotiation,
    panel: ground.panel,
    space: ground.space,
    lines: ground.lines,
    fronts: views.flatMap(({ fronts }) => fronts),
    whole: ground.whole,
    cost: all.reduce((sum, { cost }) => sum + cost, 0),
    zones: views.flatMap(({ zones }) => zones),
    nearest,
    error: Math.max(...all.map(({ error }) => error)),
  };
  return done({ ...rest, grounds: [whole] });
}
