// What the record shows of one party on one issue, date by date.
import { type Case, type Day, type Issue, inTime, isBy, type Offer, type PartialDate } from "../case/index.js";
import type { Interval } from "./drift.js";

/** Options of an issue, any of which would do. */
export interface HangsOn {
  readonly issue: string;
  readonly options: readonly string[];
}

/** One statement or offer that shows where a party stands on an issue. */
export interface Sighting {
  readonly kind: "statement" | "offer";
  readonly id: string;
  readonly date: PartialDate;
  readonly speaker: string;
  /** The party's own words or offer; false where somebody else says so of it. */
  readonly own: boolean;
  /** The options that it leaves open. */
  readonly options: readonly string[];
  /** What the position hangs on: an offer that stands only if the others give this. Empty where it hangs on nothing. */
  readonly hangsOn: readonly HangsOn[];
  readonly says: string | null;
  readonly source: string | null;
}

/** Where a party stands on one date, with what shows it. */
export interface Position extends Interval {
  readonly date: PartialDate;
  /** What it is said to leave open. */
  readonly options: readonly string[];
  readonly sightings: readonly Sighting[];
  /** On one day things were said of it that cannot all be so. */
  readonly contradicted: boolean;
}

/** What the record shows, by issue and party, each list in the order of the record: statements, then offers. */
export interface Sightings {
  readonly of: (issue: string, party: string) => readonly Sighting[];
}

/** How far a source is to be trusted at the least, by the letter of its grade. */
export type Reliability = "A" | "B" | "C" | "D" | "E" | "F";

/**
 * All that is on record of anybody's position by a day: the record is gone through once.
 * @param least sources that are graded worse are passed over; what is not graded counts
 */
export function sightingsIn(
  { statements, offers, issues, sources }: Case,
  asOf: Day,
  least: Reliability = "F",
): Sightings {
  const worse = new Set(
    sources.flatMap(({ id, grade }) => (grade !== undefined && grade.charAt(0) > least ? [id] : [])),
  );
  const found = new Map<string, Map<string, Sighting[]>>(issues.map(({ id }) => [id, new Map()]));
  const add = (issue: string, party: string, sighting: Sighting) => {
    const parties = found.get(issue);
    const known = parties?.get(party);
    if (known) known.push(sighting);
    else parties?.set(party, [sighting]);
  };
  for (const { id, date, speaker, says, source, about, party, stances, witnesses = [] } of statements) {
    if (about === null || !isBy(date, asOf) || [source, ...witnesses].every((one) => worse.has(one))) continue;
    for (const { issue, options } of stances)
      add(issue, about, {
        kind: "statement",
        id,
        date,
        speaker,
        own: party === about,
        options,
        hangsOn: [],
        says,
        source,
      });
  }
  for (const offer of offers) {
    if (!isBy(offer.date, asOf) || (offer.source !== null && worse.has(offer.source))) continue;
    const { id, name, date, says, source, by } = offer;
    const asked = askedBy(issues, offer);
    const offered = offeredIn(issues, offer);
    const sightings = [
      ...offered.map((one) => ({ ...one, hangsOn: asked })),
      // What it asks for in return is a position too, and hangs on nothing.
      ...asked.map((one) => ({ ...one, hangsOn: [] })),
    ];
    for (const { issue, options, hangsOn } of sightings)
      for (const party of by)
        add(issue, party, { kind: "offer", id, date, speaker: name, own: true, options, hangsOn, says, source });
  }
  return { of: (issue, party) => found.get(issue)?.get(party) ?? [] };
}

/** What an offer hangs on, by the names of issues and options. */
export const askedBy = (issues: readonly Issue[], { conditions }: Pick<Offer, "conditions">): HangsOn[] =>
  [...(conditions ?? [])].flatMap(([place, allowed]) => {
    const issue = issues[place];
    return issue
      ? [{ issue: issue.id, options: issue.options.filter((_, option) => allowed.has(option)).map(({ id }) => id) }]
      : [];
  });

/** What an offer offers on the issues that it names: an option, or any within a range. */
const offeredIn = (issues: readonly Issue[], { named, ranges, options }: Offer): HangsOn[] =>
  named.flatMap((place) => {
    const issue = issues[place];
    const [least, most] = ranges?.get(place) ?? [options[place] ?? 0, options[place] ?? 0];
    return issue ? [{ issue: issue.id, options: issue.options.slice(least, most + 1).map(({ id }) => id) }] : [];
  });

/**
 * Positions by date. What a party says itself decides; what others say of it can put its words of the same day in
 * doubt and never move it, and counts alone only where the party has said nothing on the issue at all.
 */
export function positionsFrom(issue: Issue, sightings: readonly Sighting[]): Position[] {
  const spoken = sightings.some(({ own }) => own);
  const byDate = new Map<PartialDate, Sighting[]>();
  for (const sighting of sightings) {
    const group = byDate.get(sighting.date);
    if (group) group.push(sighting);
    else byDate.set(sighting.date, [sighting]);
  }
  return [...byDate]
    .filter(([, group]) => !spoken || group.some(({ own }) => own))
    .map(([date, group]) => positionOn(issue, date, group))
    .sort((a, b) => inTime(a.date, b.date));
}

function positionOn(issue: Issue, date: PartialDate, sightings: readonly Sighting[]): Position {
  const own = sightings.filter((sighting) => sighting.own);
  const deciding = own.length > 0 ? own : sightings;
  const shared = leftOpenByAll(deciding);
  const all = leftOpenByAll(sightings);
  const contradicted = all.length === 0;
  // Words that agree sharpen each other; words that differ leave everything between them open.
  const options = contradicted ? union(sightings) : shared;
  const kept = issue.options.map(({ id }) => options.includes(id));
  const places = issue.options.flatMap(({ at }, place) => (kept[place] ? [at] : []));
  // An option between that is excluded is no place to stand.
  const gaps = kept.lastIndexOf(true) - kept.indexOf(true) + 1 > places.length;
  return {
    date,
    low: Math.min(...places),
    high: Math.max(...places),
    places: gaps && !contradicted ? places : null,
    options: issue.options.map(({ id }) => id).filter((id) => options.includes(id)),
    sightings,
    contradicted: contradicted && date.length === 10,
  };
}

function leftOpenByAll(sightings: readonly Sighting[]): string[] {
  const [first, ...rest] = sightings.map(({ options }) => new Set(options));
  return [...(first ?? [])].filter((id) => rest.every((options) => options.has(id)));
}

const union = (sightings: readonly Sighting[]): string[] => [...new Set(sightings.flatMap(({ options }) => options))];
