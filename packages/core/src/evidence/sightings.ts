// What the record shows of one party on one issue, date by date.
import { type Case, type Day, type Issue, inTime, isBy, type PartialDate } from "../case/index.js";
import type { Interval } from "./drift.js";

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

/** All that is on record of a party's position on an issue by a day, in the order of the record. */
export function sightingsOf(negotiation: Case, issue: Issue, party: string, asOf: Day): Sighting[] {
  const statements = negotiation.statements.flatMap((statement): Sighting[] => {
    const { id, date, speaker, says, source } = statement;
    if (statement.about !== party || !isBy(date, asOf)) return [];
    return statement.stances
      .filter((stance) => stance.issue === issue.id)
      .map(({ options }) => ({
        kind: "statement",
        id,
        date,
        speaker,
        own: statement.party === party,
        options,
        says,
        source,
      }));
  });
  const place = negotiation.issues.indexOf(issue);
  const offers = negotiation.offers
    .filter(({ by, date, named }) => by === party && isBy(date, asOf) && named.includes(place))
    .map(({ id, name, date, options, says, source }): Sighting => {
      const option = issue.options[options[place] ?? 0];
      return {
        kind: "offer",
        id,
        date,
        speaker: name,
        own: true,
        options: option ? [option.id] : [],
        says,
        source,
      };
    });
  return [...statements, ...offers];
}

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
