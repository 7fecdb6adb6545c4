// Where each party stood, how far it moved, and what it did from one of its offers to the next.
import { type Band, bandText } from "../../math/index.js";
import type { Named, Names } from "../named.js";
import { capital, listed, pronoun, verb } from "./grammar.js";
import { percent } from "./likelihood.js";
import { mostMoved, term } from "./sentences/record.js";

export interface Extent {
  readonly least: number;
  readonly most: number;
}

export interface Drift {
  readonly party: string;
  readonly name: string;
  readonly flux: Extent;
  readonly issues: number;
  readonly moved: number;
  readonly reversals: number;
  readonly contradictions: number;
  readonly closer: Readonly<Record<string, number>>;
}

/** How far a party moved, and toward whom. */
function drift(of: Drift, names: Names): string {
  const { closer, issues, reversals, contradictions } = of;
  const toward = Object.entries(closer)
    .filter(([, by]) => Math.round(by) !== 0)
    .map(([id, by]) => `${Math.abs(Math.round(by))} ${by > 0 ? "toward" : "away from"} ${names.party(id)}`);
  const days = contradictions === 1 ? "day" : "days";
  const more = [
    ...(toward.length > 0 ? [listed(toward)] : []),
    ...(reversals > 0 ? [`turned back ${reversals === 1 ? "once" : `${reversals} times`}`] : []),
    ...(contradictions > 0 ? [`said on ${contradictions} ${days} what cannot all be so`] : []),
  ];
  const rest = more.length > 0 ? `; ${more.join("; ")}` : "";
  const who = names.spoken(of.party);
  if (issues === 0) return `${capital(of.name)} ${verb(who, "is")} on record no more than once on any issue${rest}.`;
  return `${capital(of.name)} moved ${extent(of.flux)} points in all, surely on ${movedOn(of, who)}${rest}.`;
}

const extent = ({ least, most }: Extent): string =>
  Math.round(least) === Math.round(most) ? `${Math.round(least)}` : `${Math.round(least)} to ${Math.round(most)}`;

/** The issues on which it moved, of those on which it could have. */
function movedOn({ moved, issues }: Drift, who: Named): string {
  const are = `${pronoun(who)} ${verb(who, "is")} on record twice or more`;
  if (issues === 1) return moved === 1 ? `the one issue on which ${are}` : `none, of one issue, on which ${are}`;
  return `${moved} of the ${issues} issues on which ${are}`;
}

export interface FreeGain {
  readonly changes: readonly { readonly issue: string; readonly from: string; readonly to: string }[];
  readonly worth: Readonly<Record<string, Band>>;
  readonly share: number;
  readonly sure: boolean;
}

/** A change that helps one and harms none, and how sure that is. */
function gained({ changes, worth, share, sure }: FreeGain, names: Names): string {
  const what = changes.map(
    ({ issue, from, to }) =>
      `${names.issue(issue)}: ${names.option(issue, to)} instead of ${names.option(issue, from)}`,
  );
  const who = Object.entries(worth).map(([id, band]) => `${names.party(id)} ${bandText(band, true)}`);
  const how = sure ? "surely" : `in ${percent([share])} of the models`;
  return `${what.join("; ")} – ${how} better for one and worse for none (${who.join(", ")}).`;
}

/** What a step is by what a party changes for itself, by the result's word for it. */
const kinds = { insistence: "insistence", concession: "concession", demand: "demand", "trade-off": "trade-off" };

export type StepKind = keyof typeof kinds;

/** What a step is by what it changes for both, by the result's word for it. */
const valueKinds = {
  fortunate: "fortunate",
  selfish: "selfish",
  nice: "nice",
  silent: "silent",
  concession: "concession",
  unfortunate: "unfortunate",
};

/** Options of an issue, any of which would do. */
export interface HangsOn {
  readonly issue: string;
  readonly options: readonly string[];
}

/** `if “Dispute: ended”`; nothing where it hangs on nothing. */
function condition(on: readonly HangsOn[], names: Names): string | null {
  if (on.length === 0) return null;
  const parts = on.map(
    ({ issue, options }) =>
      `“${names.issue(issue)}: ${options.map((option) => names.option(issue, option)).join(" or ")}”`,
  );
  return `if ${listed(parts)}`;
}

export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly hangsOn: readonly HangsOn[];
  readonly condition: keyof typeof conditions | null;
}

/** Whether the others' last offers have what an offer hangs on. */
const conditions = {
  met: "the others have offered that",
  unmet: "the others have not offered that",
  open: "whether the others give it is open",
};

export interface Step {
  readonly party: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly class: StepKind | null;
  readonly better: readonly string[];
  readonly worse: readonly string[];
  readonly receivers: readonly { readonly name: string; readonly change: Band }[];
  readonly inOrder: boolean;
}

/** What a party did from one of its offers to the next. */
function step(of: Step, offers: readonly Offer[], names: Names): string {
  const offer = (id: string) => `“${offers.find((one) => one.id === id)?.name ?? id}”`;
  const { better, worse, receivers, inOrder } = of;
  const who = names.spoken(of.party);
  const sides = [
    ...(better.length > 0 ? [`for more on ${listed(better.map(names.issue))}`] : []),
    ...(worse.length > 0 ? [`for less on ${listed(worse.map(names.issue))}`] : []),
  ];
  const bring = receivers.map(({ name, change }) => `${bandText(change, true)} for ${name}`);
  const asks = sides.length > 0 ? `; ${pronoun(who)} ${verb(who, "asks")} ${sides.join(", ")}` : "";
  const brings = bring.length > 0 ? ` (${bring.join(", ")})` : "";
  const kind = of.class === null ? "of which kind is not known" : kinds[of.class];
  const order = inOrder ? "" : "; which came first is not known";
  const next = offers.find((one) => one.id === of.to);
  const onlyIf = next?.condition
    ? `. The offer stands only ${condition(next.hangsOn, names)}: ${conditions[next.condition]}`
    : "";
  return `${capital(of.name)}, from ${offer(of.from)} to ${offer(of.to)}: ${kind}${asks}${brings}${order}${onlyIf}.`;
}

/** Issues whose options have no order, so that nobody has a place on them: one sentence, or none. */
const unplaced = (issues: readonly string[]): string[] =>
  issues.length === 0 ? [] : [`No order, so no place on a scale: ${issues.join(", ")}.`];

export const positions = { condition, conditions, drift, gained, kinds, mostMoved, step, term, unplaced, valueKinds };
