// The dance of offers: Raiffa, The Art and Science of Negotiation, 1982. Steps issue by issue: Filzmoser & Vetschera,
// Group Decision and Negotiation 17, 2008. Steps by value: Hindriks, Jonker & Tykhonov, 2007. A concession is
// measured in the receiver's points too: Vetschera, 2016.
import {
  type Case,
  done,
  firstDay,
  type Interests,
  inTime,
  isBy,
  lastDay,
  type Offer,
  type Outcome,
  type ScoreStatement,
} from "../case/index.js";
import { askedBy, type HangsOn } from "../evidence/index.js";
import { at, type Band, band, pointsBand } from "../math/index.js";
import { listed, partyName } from "../wording/index.js";
import { type ConditionState, conditionState } from "./conditions.js";
import { drawPanel, type Panel, reservationsOf, valuesOf } from "./panel.js";
import { type Provenance, provenanceOf } from "./provenance.js";
import { type AnalysisOptions, settingOf } from "./setting.js";

export const ISSUE_STEPS = ["insistence", "concession", "demand", "trade-off"] as const;
export type IssueStep = (typeof ISSUE_STEPS)[number];

export const VALUE_STEPS = ["fortunate", "selfish", "nice", "silent", "concession", "unfortunate"] as const;
export type ValueStep = (typeof VALUE_STEPS)[number];

/** A step by what a party changes for itself, issue by issue (better +, worse −, 0 no change). */
export function issueStep(changes: Iterable<number>): IssueStep {
  let [better, worse] = [false, false];
  for (const change of changes) {
    better ||= change > 0;
    worse ||= change < 0;
  }
  if (better) return worse ? "trade-off" : "demand";
  return worse ? "concession" : "insistence";
}

/** A step by the change of value to oneself and to the receiver; changes within the tolerance are none. */
export function valueStep(own: number, receiver: number, tolerance = 1e-9): ValueStep {
  const sign = (change: number) => (Math.abs(change) <= tolerance ? 0 : Math.sign(change));
  const [mine, theirs] = [sign(own), sign(receiver)];
  if (mine > 0) return theirs > 0 ? "fortunate" : "selfish";
  if (theirs < 0) return "unfortunate";
  if (mine < 0) return "concession";
  return theirs > 0 ? "nice" : "silent";
}

/** From one offer of a party to its next. */
export interface Step {
  readonly party: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** Null where what is unsure decides of which kind it is. */
  readonly class: IssueStep | null;
  /** False where the dates leave open which of the two offers came first. */
  readonly inOrder: boolean;
  /** Issues on which it does better or worse by this for itself; unsure where nothing says which is better for it. */
  readonly better: readonly string[];
  readonly worse: readonly string[];
  readonly unsure: readonly string[];
  /** Whether its ranks say which is better for it, or only who gives on the issue. */
  readonly basis: "ranks" | "gives";
  /** Change of its own points; null where they are not known, or an offer leaves issues open. */
  readonly own: Band | null;
  /** What the step brings each other party in its own points, and of which kind it then is: shares of the models. */
  readonly receivers: readonly {
    readonly party: string;
    readonly name: string;
    readonly change: Band;
    readonly classes: Readonly<Partial<Record<ValueStep, number>>>;
  }[];
}

export interface Dance extends Provenance {
  /** By date. Values in each modelled party's own points; null where the offer leaves issues open. */
  readonly offers: readonly {
    readonly id: string;
    readonly name: string;
    readonly date: string;
    /** The parties that made it together; empty where it binds nobody. */
    readonly by: readonly string[];
    readonly proposer: string;
    /** What it hangs on, and whether the others' last offers have that; empty and null where it hangs on nothing. */
    readonly hangsOn: readonly HangsOn[];
    readonly condition: ConditionState | null;
    readonly values: Readonly<Record<string, Band>> | null;
  }[];
  readonly reservation: Readonly<Record<string, Band>>;
  readonly steps: readonly Step[];
  readonly parties: readonly { readonly id: string; readonly name: string }[];
}

/** The offers in order, what each is worth to whom, and each party's steps from one of its own to the next. */
export function dance(written: Case, options: AnalysisOptions = {}): Outcome<Dance> {
  const setting = settingOf(written, options);
  if (!setting.ok) return setting;
  const { negotiation, views, asOf } = setting.value;
  const panel = drawPanel(negotiation, views, "independent", setting.value);
  if (!panel.ok) return panel;
  const known = negotiation.offers.filter(({ date }) => isBy(date, asOf)).sort((a, b) => inTime(a.date, b.date));
  const { members } = panel.value;
  return done({
    ...provenanceOf(setting.value, [panel.value], "steps between a party's successive offers, by issue and by value"),
    offers: known.map((offer) => ({
      id: offer.id,
      name: offer.name,
      date: offer.date,
      by: offer.by,
      proposer: listed(offer.by.map((id) => partyName(negotiation, id))) || (offer.outsider ?? "nobody"),
      hangsOn: askedBy(negotiation.issues, offer),
      condition: conditionState(negotiation, offer, asOf),
      values:
        offer.open.length > 0
          ? null
          : Object.fromEntries(
              members.map((member) => [member.party, pointsBand(valuesOf(panel.value, member, offer.options))]),
            ),
    })),
    reservation: Object.fromEntries(
      members.map((member) => [member.party, pointsBand(reservationsOf(panel.value, member))]),
    ),
    steps: successive(known).map((step) => stepBetween(negotiation, panel.value, views, step)),
    parties: negotiation.parties
      .filter(({ id, role }) => role === "negotiating" || members.some(({ party }) => party === id))
      .map(({ id, name }) => ({ id, name })),
  });
}

interface Successive {
  readonly party: string;
  readonly from: Offer;
  readonly to: Offer;
}

/** Each party's offers in turn; one that several made together is a step of each of them. */
function successive(offers: readonly Offer[]): Successive[] {
  const last = new Map<string, Offer>();
  return offers.flatMap((to) =>
    to.by.flatMap((party): Successive[] => {
      const from = last.get(party);
      last.set(party, to);
      return from ? [{ party, from, to }] : [];
    }),
  );
}

function stepBetween(
  negotiation: Case,
  panel: Panel,
  views: readonly Interests[],
  { party, from, to }: Successive,
): Step {
  const view = views.find((interests) => interests.party === party);
  const changes = changesFor(negotiation, view, party, from, to);
  const ids = (test: (sign: number | null) => boolean) =>
    [...changes].filter(([, sign]) => test(sign)).map(([issue]) => at(negotiation.issues, issue).id);
  return {
    party,
    name: negotiation.parties.find(({ id }) => id === party)?.name ?? party,
    from: from.id,
    to: to.id,
    class: classOf([...changes.values()]),
    inOrder: lastDay(from.date) <= firstDay(to.date),
    better: ids((sign) => sign === 1),
    worse: ids((sign) => sign === -1),
    unsure: ids((sign) => sign === null),
    basis: view ? "ranks" : "gives",
    ...byValue(panel, party, from, to),
  };
}

/** The one kind that a step is whatever the unsure changes are; null where there are several. */
function classOf(changes: readonly (number | null)[]): IssueStep | null {
  const known = issueStep(changes.filter((sign) => sign !== null));
  return known === "trade-off" || !changes.includes(null) ? known : null;
}

/** For every issue that the offers settle differently, or only one of them settles: 1 better for the party, −1 worse, 0 the same, null unknown. */
function changesFor(
  { issues }: Case,
  view: Interests | undefined,
  party: string,
  from: Offer,
  to: Offer,
): Map<number, number | null> {
  const changes = new Map<number, number | null>();
  issues.forEach((issue, index) => {
    const [before, next] = [at(from.options, index), at(to.options, index)];
    const [wasOpen, isOpen] = [from.open.includes(index), to.open.includes(index)];
    if (wasOpen !== isOpen) changes.set(index, null);
    if (before === next || wasOpen || isOpen) return;
    const score = view?.scores[index];
    changes.set(index, score ? preferred(score, before, next) : byGiving(issue, party, before, next));
  });
  return changes;
}

function preferred({ levels, numbers, indifferent }: ScoreStatement, before: number, next: number): number | null {
  if (indifferent) return 0;
  if (numbers) return Math.sign(at(numbers, next) - at(numbers, before));
  const level = (option: number) => levels?.findIndex((group) => group.includes(option)) ?? -1;
  const [from, to] = [level(before), level(next)];
  if (from >= 0 && to >= 0) return Math.sign(to - from);
  // An option without a rank still lies between the worst and the best.
  const last = (levels?.length ?? 0) - 1;
  if (from === 0 || to === last) return 1;
  if (to === 0 || from === last) return -1;
  return null;
}

/** Whoever gives on an issue is taken to want less of it, everybody else more; who gives and gets both, is not known. */
function byGiving(
  { gives, ordered }: Case["issues"][number],
  party: string,
  before: number,
  next: number,
): number | null {
  if (!ordered || gives.length === 0 || (gives.length > 1 && gives.includes(party))) return null;
  return gives.includes(party) ? Math.sign(before - next) : Math.sign(next - before);
}

function byValue(panel: Panel, party: string, from: Offer, to: Offer): Pick<Step, "own" | "receivers"> {
  const proposer = panel.members.find((member) => member.party === party);
  if (!proposer || from.open.length > 0 || to.open.length > 0) return { own: null, receivers: [] };
  const change = (member: (typeof panel.members)[number]) => {
    const before = valuesOf(panel, member, from.options);
    return valuesOf(panel, member, to.options).map((value, model) => 100 * (value - at(before, model)));
  };
  const own = change(proposer);
  const receivers = panel.members.filter((member) => member.party !== party && isVeto(panel, member.party));
  return {
    own: band(own),
    receivers: receivers.map((member) => {
      const theirs = change(member);
      return { party: member.party, name: member.name, change: band(theirs), classes: sharesOf(own, theirs) };
    }),
  };
}

const isVeto = (panel: Panel, party: string): boolean =>
  panel.negotiating.some((place) => at(panel.members, place).party === party);

function sharesOf(own: Float64Array, theirs: Float64Array): Partial<Record<ValueStep, number>> {
  const counts = new Map<ValueStep, number>();
  own.forEach((mine, model) => {
    const step = valueStep(mine, at(theirs, model), 1e-7);
    counts.set(step, (counts.get(step) ?? 0) + 1);
  });
  return Object.fromEntries(
    VALUE_STEPS.filter((step) => counts.has(step)).map((step) => [step, (counts.get(step) ?? 0) / own.length]),
  );
}
