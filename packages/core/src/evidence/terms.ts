// What a word is taken to mean: the parts that each party reads into it, and what hangs on them.

import {
  type Case,
  type Commitment,
  done,
  isBy,
  type Offer,
  type Outcome,
  type PartialDate,
  type Term,
  type TermComponent,
  type Viewing,
  type ViewingOptions,
  viewingOf,
} from "../case/index.js";
import { sentencesIn, type TermSaid } from "../wording/index.js";

export type ComponentClass = "contested" | "claimed" | "unsaid" | "agreed" | "rejected";
export type Said = "in" | "out" | "unsaid";

/** Contested first: that is where the trouble is. */
const COMPONENT_CLASSES: readonly ComponentClass[] = ["contested", "claimed", "unsaid", "agreed", "rejected"];

export interface ComponentReading {
  readonly id: string;
  readonly text: string;
  readonly class: ComponentClass;
  /** What each party with a reading says of it, by party id. */
  readonly said: Readonly<Record<string, Said>>;
  /** What it asks of which issue; null where no issue covers it. */
  readonly asks: ({ readonly issue: string } & AskedOptions) | null;
}

/** From which option to which; null where there is no limit on that side. The same on both sides where it must be just that. */
export interface AskedOptions {
  readonly atLeast: string | null;
  readonly atMost: string | null;
}

/** What the word would oblige, read as one party does. */
export interface ReadObligation {
  readonly party: string;
  readonly name: string;
  /** issue → the option that satisfies every part read in and lies nearest to today's. */
  readonly options: Readonly<Record<string, string>>;
  /** issue → what every part read in allows, taken together. */
  readonly asked: Readonly<Record<string, AskedOptions>>;
  /** Of these, issues on which today is not as it asks. */
  readonly short: readonly string[];
  /** Issues of which the parts read in ask what no one option can be. */
  readonly contradictory: readonly string[];
  /** Parts read in that no issue covers. */
  readonly uncovered: readonly string[];
}

/** An offer or commitment that uses the word, or moves something that a disputed part of it asks for. */
export interface Hanging {
  readonly kind: "offer" | "commitment";
  readonly id: string;
  readonly name: string;
  readonly cites: boolean;
  /** Contested or claimed parts that it delivers beyond today, those that it moves toward and leaves short, those that it goes beyond, and those that hold today and would no longer. */
  readonly delivers: readonly string[];
  readonly short: readonly string[];
  readonly beyond: readonly string[];
  readonly breaks: readonly string[];
}

export interface TermReading {
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
  /** The same as codes and parameters. */
  readonly said: TermSaid;
  readonly counts: Readonly<Record<ComponentClass, number>>;
  readonly components: readonly ComponentReading[];
  readonly obligations: readonly ReadObligation[];
  readonly hanging: readonly Hanging[];
  /** Statements on record that use the word. */
  readonly uses: readonly {
    readonly id: string;
    readonly date: PartialDate;
    readonly speaker: string;
    readonly party: string | null;
    readonly says: string;
    readonly source: string;
  }[];
}

/** Of how many parts of a word it is open whether they are meant. */
export const openParts = ({ counts }: Pick<TermReading, "counts">): number =>
  counts.contested + counts.claimed + counts.unsaid;

export interface Terms extends Viewing {
  readonly method: string;
  readonly terms: readonly TermReading[];
  readonly parties: readonly { readonly id: string; readonly name: string; readonly negotiating: boolean }[];
}

/** What every term of the case is taken to mean, by whom. @returns refused where nothing in the case is dated. */
export function terms(negotiation: Case, options: ViewingOptions = {}): Outcome<Terms> {
  const viewing = viewingOf(negotiation, options);
  if (!viewing.ok) return viewing;
  const reading = new Set(negotiation.terms.flatMap((term) => term.readings.map(({ party }) => party)));
  return done({
    ...viewing.value,
    method: "components by what every negotiating party reads in or out; a reading expanded to the least options",
    terms: negotiation.terms.map((term) => readTerm(negotiation, term, viewing.value.asOf)),
    parties: negotiation.parties
      .filter(({ id, role }) => role === "negotiating" || reading.has(id))
      .map(({ id, name, role }) => ({ id, name, negotiating: role === "negotiating" })),
  });
}

function readTerm(negotiation: Case, term: Term, asOf: string): TermReading {
  const components = term.components
    .map((component) => readComponent(negotiation, term, component))
    .sort((a, b) => COMPONENT_CLASSES.indexOf(a.class) - COMPONENT_CLASSES.indexOf(b.class));
  const counts = Object.fromEntries(
    COMPONENT_CLASSES.map((name) => [name, components.filter((component) => component.class === name).length]),
  ) as Record<ComponentClass, number>;
  const said = termSaid(term, counts, negotiation);
  return {
    id: term.id,
    name: term.name,
    sentence: sentencesIn("en").positions.term(said),
    said,
    counts,
    components,
    obligations: term.readings.map(({ party }) => obligationOf(negotiation, term, party)),
    hanging: hangingOn(negotiation, term, components, asOf),
    uses: negotiation.statements
      .filter((statement) => statement.term === term.id && isBy(statement.date, asOf))
      .map(({ id, date, speaker, party, says, source }) => ({ id, date, speaker, party, says, source }))
      .sort((a, b) => a.date.localeCompare(b.date, "en")),
  };
}

function readComponent(
  { parties, issues }: Case,
  term: Term,
  { id, text, issue, asks }: TermComponent,
): ComponentReading {
  const asked = issues.find((one) => one.id === issue);
  const said = (party: string): Said => {
    const reading = term.readings.find((one) => one.party === party);
    return reading?.in.includes(id) ? "in" : reading?.out.includes(id) ? "out" : "unsaid";
  };
  const negotiating = parties.filter(({ role }) => role === "negotiating").map((party) => said(party.id));
  const readers = parties.filter(
    (party) => party.role === "negotiating" || term.readings.some((one) => one.party === party.id),
  );
  return {
    id,
    text,
    class: classOf(negotiating),
    said: Object.fromEntries(readers.map((party) => [party.id, said(party.id)])),
    asks: asked && asks ? { issue: asked.id, ...askedOptions(asked, asks) } : null,
  };
}

/** By what the negotiating parties say of a component. Out for some and unsaid by the rest is nobody's claim: unsaid. */
export function classOf(said: readonly Said[]): ComponentClass {
  const [read, left] = [said.includes("in"), said.includes("out")];
  if (read && left) return "contested";
  if (read) return said.every((one) => one === "in") ? "agreed" : "claimed";
  return left && said.every((one) => one === "out") ? "rejected" : "unsaid";
}

type Asked = NonNullable<TermComponent["asks"]>;

/** The option within what is asked that lies nearest to this one. */
const nearest = ({ least, most }: Asked, option: number): number => Math.min(most, Math.max(least, option));

/** By how many options it is missed. */
const missing = (asks: Asked, option: number): number => Math.abs(option - nearest(asks, option));

/** What is asked, by the options' ids. Where the issue ends anyway, there is no limit. */
function askedOptions({ options, ordered }: Case["issues"][number], { least, most }: Asked): AskedOptions {
  const last = options.length - 1;
  return {
    atLeast: most === 0 || most === last || least > 0 ? (options[least]?.id ?? null) : null,
    atMost: most < last || !ordered ? (options[most]?.id ?? null) : null,
  };
}

function obligationOf({ issues, parties, today }: Case, term: Term, party: string): ReadObligation {
  const reading = term.readings.find((one) => one.party === party);
  const read = term.components.filter(({ id }) => reading?.in.includes(id));
  const named = issues.flatMap((issue, place) => {
    const parts = read.flatMap(({ issue: of, asks }) => (of === issue.id && asks ? [asks] : []));
    if (parts.length === 0) return [];
    const least = Math.max(...parts.map((one) => one.least));
    const most = Math.min(...parts.map((one) => one.most));
    return [{ issue, now: today[place] ?? 0, asks: { least, most } }];
  });
  const possible = named.filter(({ asks }) => asks.least <= asks.most);
  return {
    party,
    name: parties.find(({ id }) => id === party)?.name ?? party,
    options: Object.fromEntries(
      possible.map(({ issue, now, asks }) => [issue.id, issue.options[nearest(asks, now)]?.id ?? ""]),
    ),
    asked: Object.fromEntries(possible.map(({ issue, asks }) => [issue.id, askedOptions(issue, asks)])),
    short: possible.filter(({ now, asks }) => nearest(asks, now) !== now).map(({ issue }) => issue.id),
    contradictory: named.filter((one) => !possible.includes(one)).map(({ issue }) => issue.id),
    uncovered: read.filter(({ issue }) => issue === undefined).map(({ id }) => id),
  };
}

/** What an offer or a commitment brings an issue to. */
interface Mover {
  readonly kind: Hanging["kind"];
  readonly id: string;
  readonly name: string;
  readonly cites: boolean;
  readonly to: (issue: number) => number | null;
}

function hangingOn(negotiation: Case, term: Term, components: readonly ComponentReading[], asOf: string): Hanging[] {
  const { issues, today } = negotiation;
  const disputed = components.filter((component) => component.class === "contested" || component.class === "claimed");
  const movers = [
    ...negotiation.offers.filter(({ date }) => isBy(date, asOf)).map((offer) => offerMover(offer, term)),
    ...negotiation.commitments.map((commitment) => commitmentMover(negotiation, commitment, term)),
  ];
  return movers.flatMap(({ to, ...mover }): Hanging[] => {
    const moved = disputed.flatMap(({ id }): { id: string; does: "delivers" | "short" | "beyond" | "breaks" }[] => {
      const { issue, asks } = term.components.find((component) => component.id === id) ?? {};
      const place = issues.findIndex((one) => one.id === issue);
      const [option, now] = [to(place), today[place] ?? 0];
      if (option === null || !asks || option === now) return [];
      const [before, after] = [missing(asks, now), missing(asks, option)];
      if (before === 0) return after === 0 ? [] : [{ id, does: "breaks" }];
      if (after === 0) return [{ id, does: "delivers" }];
      // Too little before, and too much now, or the other way round.
      if (now < asks.least ? option > asks.most : option < asks.least)
        return issues[place]?.ordered ? [{ id, does: "beyond" }] : [];
      // Without an order no option is on the way to another.
      return issues[place]?.ordered && after < before ? [{ id, does: "short" }] : [];
    });
    if (disputed.length === 0 || (!mover.cites && moved.length === 0)) return [];
    return [
      {
        ...mover,
        delivers: moved.filter(({ does }) => does === "delivers").map(({ id }) => id),
        short: moved.filter(({ does }) => does === "short").map(({ id }) => id),
        beyond: moved.filter(({ does }) => does === "beyond").map(({ id }) => id),
        breaks: moved.filter(({ does }) => does === "breaks").map(({ id }) => id),
      },
    ];
  });
}

const offerMover = (offer: Offer, term: Term): Mover => ({
  kind: "offer",
  id: offer.id,
  name: offer.name,
  cites: offer.terms.includes(term.id),
  to: (issue) => (offer.open.includes(issue) ? null : (offer.options[issue] ?? null)),
});

const commitmentMover = ({ issues }: Case, commitment: Commitment, term: Term): Mover => ({
  kind: "commitment",
  id: commitment.id,
  name: commitment.text,
  cites: commitment.terms.includes(term.id),
  to: (issue) => (commitment.move && issues[issue]?.id === commitment.move.issue ? commitment.move.to : null),
});

/** How much of a word is agreed. */
function termSaid({ name, components }: Term, counts: Record<ComponentClass, number>, { parties }: Case): TermSaid {
  if (!parties.some(({ role }) => role === "negotiating")) return { code: "nobodyNegotiates", term: name };
  const present = COMPONENT_CLASSES.filter((one) => counts[one] > 0);
  if (components.length === 1) return { code: "onePart", term: name, state: present[0] ?? "unsaid" };
  return {
    code: "parts",
    term: name,
    parts: components.length,
    agreed: counts.agreed,
    others: present.filter((one) => one !== "agreed").map((state) => ({ state, count: counts[state] })),
  };
}
