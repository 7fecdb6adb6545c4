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

/** What the record shows, by issue and party, each list in the order of the record: statements, then offers. */
export interface Sightings {
  readonly of: (issue: string, party: string) => readonly Sighting[];
}

/** All that is on record of anybody's position by a day: the record is gone through once. */
export function sightingsIn({ statements, offers, issues }: Case, asOf: Day): Sightings {
  const found = new Map<string, Map<string, Sighting[]>>(issues.map(({ id }) => [id, new Map()]));
  const add = (issue: string, party: string, sighting: Sighting) => {
    const parties = found.get(issue);
    const known = parties?.get(party);
    if (known) known.push(sighting);
    else parties?.set(party, [sighting]);
  };
  for (const { id, date, speaker, says, source, about, party, stances } of statements) {
    if (about === null || !isBy(date, asOf)) continue;
    for (const { issue, options } of stances)
      add(issue, about, { kind: "statement", id, date, speaker, own: party === about, options, says, source });
  }
  for (const { id, name, date, options, says, source, by, named, ranges } of offers) {
    if (by === null || !isBy(date, asOf)) continue;
    for (const place of named) {
      const issue = issues[place];
      const [least, most] = ranges?.get(place) ?? [options[place] ?? 0, options[place] ?? 0];
      if (issue)
        add(issue.id, by, {
          kind: "offer",
          id,
          date,
          speaker: name,
          own: true,
          options: issue.options.slice(least, most + 1).map((option) => option.id),
          says,
          source,
        });
    }
  }
  return { of: (issue, party) => found.get(issue)?.get(party) ?? [] };
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
