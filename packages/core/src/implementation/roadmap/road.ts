// The agreement's commitments as a road: what each costs and brings in points, what waits for what, how long it takes. Own
// costs are taken at their highest likely (95th percentile) and receipts at their lowest (5th), so that what is safe here
// is safe in nearly all models. Where points are known so loosely that the whole would then be a loss, no order could be
// told from another, and medians are taken.
import { type Member, type Panel, type Setting, worthIn } from "../../agreements/index.js";
import {
  addPeriod,
  type Case,
  type Commitment,
  type Day,
  NO_TIME,
  type Period,
  type RoadmapInterests,
} from "../../case/index.js";
import { at, type Band, band } from "../../math/index.js";
import type { Exchange } from "./exchange.js";

/** A party whose points are known. */
export interface RoadParty {
  readonly id: string;
  readonly name: string;
  /** L, with what deposits and guarantees would make good; null: it does not say. */
  readonly exposure: number | null;
  /** δ, with the deposits that it would lose; null: it does not say. */
  readonly temptation: number | null;
}

/** A commitment, or the release of what a third party holds. */
export interface RoadStep {
  readonly id: string;
  /** Place among the road's parties; −1: somebody whose points are not known, or nobody. */
  readonly by: number;
  readonly after: readonly number[];
  /** It waits until the others know that those before it are complete. */
  readonly waitsToKnow: boolean;
  readonly takes: Period;
  readonly lag: Period;
  /** By party, in points: the likely worst, or the median. */
  readonly worth: readonly number[];
  /** The same, less what is taken back when the rest is called off. */
  readonly lasting: readonly number[];
  /** It can be delivered in slices of any size. */
  readonly divisible: boolean;
  readonly pinned: Day | null;
  readonly due: Day | null;
}

export interface Road {
  readonly start: Day;
  readonly parties: readonly RoadParty[];
  readonly steps: readonly RoadStep[];
}

/** `cautious`: each cost at its 95th, each receipt at its 5th percentile. */
export type RoadReading = "cautious" | "median";

/** A road with what its points come from. */
export interface SurveyedRoad {
  readonly road: Road;
  /** Which of the likely values the road is reckoned with. */
  readonly reading: RoadReading;
  /** For every step but releases. */
  readonly commitments: readonly Commitment[];
  /** Step by step: each party's points, over the models of all priors. */
  readonly bands: readonly (readonly Band[])[];
  /** By prior: steps × parties × models. */
  readonly models: readonly Float64Array[];
  readonly counts: readonly number[];
  /** Commitments without an issue that no interests file gives a worth. */
  readonly unvalued: readonly string[];
}

/** @param panels one a prior; their members in the same order */
export function survey(setting: Setting, panels: readonly Panel[]): SurveyedRoad {
  const { negotiation, asOf } = setting;
  const members = at(panels, 0).members;
  const interests = members.map(({ preferences }) => preferences.interests.roadmap);
  const { commitments, roadmap } = negotiation;
  const worths = panels.map((panel) => worthsOf(negotiation, panel, interests));
  const counts = panels.map(({ count }) => count);
  const spread = (step: number, party: number): Float64Array => {
    const all = worths.map((values, prior) => {
      const count = at(counts, prior);
      const from = (step * members.length + party) * count;
      return values.subarray(from, from + count);
    });
    return Float64Array.from(all.flatMap((values) => [...values]));
  };
  const bands = commitments.map((_, step) => members.map((_, party) => band(spread(step, party))));
  const reading = readingOf(bands);
  const start = roadmap.start ?? asOf;
  const plain = commitments.map((commitment, step): RoadStep => {
    const worth = members.map((_, party) => at(at(bands, step), party)[reading === "median" ? "median" : "low"]);
    return {
      id: commitment.id,
      // What several do together nobody has done alone: that the others did their part, each knows once it is verified.
      by: commitment.by.length === 1 ? members.findIndex(({ party }) => party === commitment.by[0]) : -1,
      after: commitment.after.map((id) => commitments.findIndex((one) => one.id === id)),
      waitsToKnow: false,
      takes: commitment.takes,
      lag: commitment.verification.takes,
      worth,
      lasting: worth.map((points) => points * (1 - commitment.reversible)),
      divisible: commitment.divisible,
      pinned: commitment.start,
      due: dueOf(negotiation, start, commitment),
    };
  });
  const road: Road = {
    start,
    parties: members.map((member, place) => partyOf(negotiation, member, place, interests)),
    steps: plain,
  };
  return {
    road: withEscrows(road, negotiation),
    reading,
    commitments,
    bands,
    models: worths,
    counts,
    unvalued: commitments.flatMap(({ id, move }) =>
      move === null && interests.every(({ worth }) => !worth.has(id)) ? [id] : [],
    ),
  };
}

/** Medians where being careful would make the whole a loss, and there is something to be careful about. */
function readingOf(bands: readonly (readonly Band[])[]): RoadReading {
  const loose = bands.some((row) => row.some(({ low, median }) => low < median));
  const loses = (bands[0] ?? []).some((_, party) => bands.reduce((sum, row) => sum + at(row, party).low, 0) < 0);
  return loose && loses ? "median" : "cautious";
}

/** The day by which a commitment must be complete: its own, or that of a milestone that asks for it. */
function dueOf({ roadmap }: Case, start: Day, { id, due }: Commitment): Day | null {
  const days = roadmap.milestones
    .filter(({ complete }) => complete.includes(id))
    .map(({ at: moment }) => (typeof moment === "string" ? moment : addPeriod(start, moment)));
  return [...days, ...(due === null ? [] : [due])].sort()[0] ?? null;
}

/** steps × parties × models, in points. */
function worthsOf({ commitments, issues }: Case, panel: Panel, interests: readonly RoadmapInterests[]): Float64Array {
  const { members, count, offsets } = panel;
  const found = new Float64Array(commitments.length * members.length * count);
  for (const [step, { id, move }] of commitments.entries()) {
    const issue = move ? issues.findIndex((one) => one.id === move.issue) : -1;
    for (const [party, member] of members.entries()) {
      const said = at(interests, party).worth.get(id);
      const from = (step * members.length + party) * count;
      for (let model = 0; model < count; model++) {
        const worth = said === undefined && move ? worthIn(panel, member, model) : null;
        const flat = issue < 0 ? 0 : at(offsets, issue);
        found[from + model] =
          worth && move ? 100 * move.share * (worth[flat + move.to]! - worth[flat + move.from]!) : (said ?? 0);
      }
    }
  }
  return found;
}

/** What a party accepts, with deposits (its own deter it, others' would be its) and guarantees. */
function partyOf(
  { roadmap }: Case,
  { party, name }: Member,
  place: number,
  interests: readonly RoadmapInterests[],
): RoadParty {
  const { exposure, temptation, worth } = at(interests, place);
  const points = (id: string): number => Math.abs(worth.get(id) ?? 0);
  const own = roadmap.deposits.filter(({ by }) => by === party);
  const others = roadmap.deposits.filter(({ by }) => by !== party);
  const made = roadmap.guarantees.filter((guarantee) => guarantee.for === party);
  const sum = (items: readonly { readonly id: string }[]) => items.reduce((total, { id }) => total + points(id), 0);
  return {
    id: party,
    name,
    exposure: exposure === null ? null : exposure + sum(others) + sum(made),
    temptation: temptation === null ? null : temptation + sum(own),
  };
}

/** What is held by a third party counts when all of it is released: its steps are worth nothing until then. */
function withEscrows(road: Road, { roadmap, commitments }: Case): Road {
  const steps = [...road.steps];
  for (const { id, holds } of roadmap.escrows) {
    const held = holds.map((one) => commitments.findIndex((commitment) => commitment.id === one));
    const sum = (of: "worth" | "lasting") =>
      road.parties.map((_, party) => held.reduce((total, step) => total + at(at(steps, step)[of], party), 0));
    const release: RoadStep = {
      id,
      by: -1,
      after: held,
      waitsToKnow: true,
      takes: NO_TIME,
      lag: NO_TIME,
      worth: sum("worth"),
      lasting: sum("lasting"),
      divisible: false,
      pinned: null,
      due: null,
    };
    for (const step of held) steps[step] = { ...at(steps, step), worth: nothing(road), lasting: nothing(road) };
    steps.push(release);
  }
  return { ...road, steps };
}

const nothing = ({ parties }: Road): number[] => parties.map(() => 0);

/** The road without its calendar. */
export function exchangeIn({ steps, parties }: Road): Exchange {
  return {
    size: steps.length,
    parties: parties.length,
    worth: Float64Array.from(steps.flatMap(({ worth }) => worth)),
    lasting: Float64Array.from(steps.flatMap(({ lasting }) => lasting)),
    before: steps.map(({ after }) => after),
  };
}

/** Every step after what it waits for. */
export function inOrder(steps: readonly Pick<RoadStep, "after">[]): number[] {
  const order: number[] = [];
  const taken = new Set<number>();
  const take = (place: number) => {
    if (taken.has(place)) return;
    taken.add(place);
    at(steps, place).after.forEach(take);
    order.push(place);
  };
  steps.forEach((_, place) => {
    take(place);
  });
  return order;
}
