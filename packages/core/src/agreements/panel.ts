// The preference models drawn for all parties together, remembered between analyses, and the values of packages and
// reservations in each.
import { type Case, done, type Interests, type Outcome, type Package, refuse } from "../case/index.js";
import {
  type DrawingPlan,
  drawModels,
  type Models,
  offsetsOf,
  type Preferences,
  type Prior,
  planDrawing,
  preferencesOf,
} from "../interests/index.js";
import { at, share, TOLERANCE } from "../math/index.js";
import { partyName } from "../wording/index.js";
import { beyondDrawing, fewerModels, modelsWithin, tooLargeToDraw } from "./drawing-work.js";
import type { Worth } from "./front-table.js";

/** Joint models of all parties with interests on file, under one prior. Model k pairs everybody's k-th draw. */
export interface Panel {
  readonly prior: Prior;
  readonly count: number;
  /** Only numbers were given: the one model is the case, not a draw. */
  readonly numbers: boolean;
  readonly offsets: Int32Array;
  /** In the order of the case's parties. */
  readonly members: readonly Member[];
  /** Places in `members` of those with a veto. */
  readonly negotiating: readonly number[];
  /** What was done less of than was asked, because the case is large: a sentence each. */
  readonly limits: readonly string[];
}

export interface Member {
  readonly party: string;
  readonly name: string;
  readonly models: Models;
  readonly preferences: Preferences;
}

export interface PanelOptions {
  readonly asOf: string;
  readonly models: number;
  readonly seed: number;
}

interface Planned {
  readonly view: Interests;
  readonly preferences: Preferences;
  readonly plan: DrawingPlan;
}

/** What was drawn for some views: the same for whatever is asked of the case. */
interface Drawn {
  readonly count: number;
  readonly scores: number;
  readonly members: readonly Omit<Member, "name">[];
}

/** Draws models for every view, or as many as the work allows. @returns refused where a view leaves no model. */
export function drawPanel(
  negotiation: Case,
  views: readonly Interests[],
  prior: Prior,
  options: PanelOptions,
): Outcome<Panel> {
  const drawn = remembered(negotiation, views, prior, options);
  if (!drawn.ok) return drawn;
  const { count, scores } = drawn.value;
  const members = drawn.value.members.map((member) => ({ ...member, name: partyName(negotiation, member.party) }));
  const vetoes = new Set(negotiation.parties.filter(({ role }) => role === "negotiating").map(({ id }) => id));
  return done({
    prior,
    count: Math.max(1, ...members.map(({ models }) => models.count)),
    numbers: members.every(({ models }) => models.drawing === "numbers"),
    offsets: offsetsOf(negotiation),
    members,
    negotiating: members.flatMap(({ party }, place) => (vetoes.has(party) ? [place] : [])),
    limits: count < options.models ? [fewerModels(count, options.models, scores)] : [],
  });
}

/** What draws depend on: the parts of the case, by identity, and the options. */
interface Memory {
  readonly of: readonly unknown[];
  readonly drawn: Outcome<Drawn>;
}

/** By the issues of a case, for as long as the case is in use: a report asks for the same models many times. */
const memories = new WeakMap<Case["issues"], readonly Memory[]>();
/** Two priors, for two versions that are compared. */
const MOST_REMEMBERED = 4;

function remembered(
  negotiation: Case,
  views: readonly Interests[],
  prior: Prior,
  options: PanelOptions,
): Outcome<Drawn> {
  const { issues, offers, today, noDeal, inventories } = negotiation;
  const { models, seed, asOf } = options;
  const of = [offers, today, noDeal, inventories, prior, models, seed, asOf, ...views];
  return memory(issues, of, () => drawViews(negotiation, views, prior, options));
}

/** What is remembered of these parts, or what is made of them now. */
function memory(issues: Case["issues"], of: readonly unknown[], make: () => Outcome<Drawn>): Outcome<Drawn> {
  const known = memories.get(issues) ?? [];
  const same = known.find((one) => one.of.length === of.length && one.of.every((part, place) => part === of[place]));
  if (same) return same.drawn;
  const drawn = make();
  memories.set(issues, [...known, { of, drawn }].slice(-MOST_REMEMBERED));
  return drawn;
}

/** Puts a panel that was drawn elsewhere, for these very options, among what is remembered. */
export function rememberPanel(
  negotiation: Case,
  views: readonly Interests[],
  { prior, members, count, limits, offsets }: Panel,
  { models, seed, asOf }: PanelOptions,
): void {
  const { issues, offers, today, noDeal, inventories } = negotiation;
  const of = [offers, today, noDeal, inventories, prior, models, seed, asOf, ...views];
  const scores = views.length * at(offsets, offsets.length - 1);
  memory(issues, of, () => done({ count: limits.length > 0 ? count : models, scores, members }));
}

function drawViews(
  negotiation: Case,
  views: readonly Interests[],
  prior: Prior,
  { models: asked, seed, asOf }: PanelOptions,
): Outcome<Drawn> {
  const scores = views.length * negotiation.issues.reduce((sum, issue) => sum + issue.options.length, 0);
  const imprecise = views.some(({ weights, scores: said }) => !weights || said.some(({ numbers }) => !numbers));
  if (imprecise && beyondDrawing(scores, asked)) return refuse(tooLargeToDraw(scores));
  const planned: Planned[] = [];
  const reasons: string[] = [];
  for (const view of views) {
    const preferences = preferencesOf(negotiation, view, asOf);
    const plan = planDrawing(preferences, { seed, prior });
    if (plan.ok) planned.push({ view, preferences, plan: plan.value });
    else reasons.push(...plan.reasons);
    // Everybody's conflicts are for a person to mend; that steps which shrink contradict somebody, is enough to know.
    if (!plan.ok && prior !== "independent") break;
  }
  if (reasons.length > 0) return refuse(...reasons);
  const count = modelsWithin(
    planned.map(({ plan }) => plan),
    asked,
  );
  if (count === 0) return refuse(tooLargeToDraw(scores));
  const members: Omit<Member, "name">[] = [];
  for (const { view, preferences, plan } of planned) {
    const drawn = drawModels(preferences, { models: count, seed, prior, plan });
    if (drawn.ok) members.push({ party: view.party, models: drawn.value, preferences });
    else reasons.push(...drawn.reasons);
  }
  return reasons.length > 0 ? refuse(...reasons) : done({ count, scores, members });
}

/** A member's own draw for a joint model: the k-th, or the only one. */
export const drawOf = ({ models }: Member, model: number): number => (models.count === 1 ? 0 : model);

/** Worth of every option to a member in a joint model (a view, not a copy). */
export function worthIn({ offsets }: Panel, member: Member, model: number): Worth {
  const size = at(offsets, offsets.length - 1);
  const draw = drawOf(member, model);
  return member.models.worth.subarray(draw * size, (draw + 1) * size);
}

/** A package's value to a member in every joint model, summed in the order of the issues. */
export function valuesOf(panel: Panel, member: Member, options: Package): Float64Array {
  return Float64Array.from({ length: panel.count }, (_, model) =>
    valueIn(worthIn(panel, member, model), options, panel.offsets),
  );
}

/** A package's value, summed in the order of the issues. */
export function valueIn(worth: Worth, options: ArrayLike<number>, offsets: Int32Array): number {
  let sum = 0;
  for (let issue = 0; issue < options.length; issue++) sum += worth[offsets[issue]! + options[issue]!]!;
  return sum;
}

/** The reservation value of a member in every joint model. */
export const reservationsOf = (panel: Panel, member: Member): Float64Array =>
  Float64Array.from({ length: panel.count }, (_, model) => reservationIn(member, model));

/** The least for which a member would sign today, in every joint model: at or above its reservation value. */
export const thresholdsOf = (panel: Panel, member: Member): Float64Array =>
  Float64Array.from({ length: panel.count }, (_, model) => member.models.threshold[drawOf(member, model)]!);

/** Share of a member's models in which it would sign a package. */
export const signedShare = (panel: Panel, member: Member, options: Package): number =>
  share(
    valuesOf(panel, member, options),
    (value, model) => value >= member.models.threshold[drawOf(member, model)]! - TOLERANCE,
  );

export const reservationIn = (member: Member, model: number): number =>
  member.models.reservation[drawOf(member, model)]!;

/** One value for every negotiating party, by its id; `place` counts the panel's negotiating members. */
export const byParty = <T>(panel: Panel, read: (place: number) => T): Record<string, T> =>
  Object.fromEntries(panel.negotiating.map((member, place) => [at(panel.members, member).party, read(place)]));
