// Positions and drift: Arregui, Stokman & Thomson, European Union Politics 5(1), 2004 (shift on a 0–100 issue scale);
// flux is the length of the path. Only the order of the options is needed, no interests.

import {
  type Case,
  citedSources,
  type Day,
  daysBetween,
  done,
  firstDay,
  isDay,
  lastDay,
  misused,
  type Outcome,
  type PartialDate,
  type Source,
  type Viewing,
  type ViewingOptions,
  viewingOf,
} from "../case/index.js";
import { type DriftSaid, partyNamed, sentencesIn } from "../wording/index.js";
import { type Interval, pathLength, reversalsIn } from "./drift.js";
import { type Position, type Reliability, sightingsIn } from "./sightings.js";
import { after, type RawTrack, tracksOn } from "./tracks.js";

export interface PositionsOptions extends ViewingOptions {
  /** List only what moved after this day; all of the record unless given. */
  readonly since?: Day;
  /** Days without a word from which a silence is listed; 90 unless given. */
  readonly silence?: number;
  /** Sources that are graded worse are passed over; what is not graded counts. */
  readonly reliability?: Reliability;
}

export const DEFAULT_SILENCE = 90;

/** A movement that every reading of the record contains. */
export interface Movement {
  readonly from: PartialDate;
  readonly date: PartialDate;
  /** Places 0–100. */
  readonly start: number;
  readonly end: number;
  /** It goes against the movement before it. */
  readonly reversal: boolean;
  /** By how much it shortens the distance to where each other party stood then; negative: away. */
  readonly closer: Readonly<Record<string, number>>;
}

/** At least, and at most, on the 0–100 scale. */
export interface Extent {
  readonly least: number;
  readonly most: number;
}

export interface Silence {
  readonly from: PartialDate;
  /** Null: it lasts to the as-of day. */
  readonly until: PartialDate | null;
  readonly days: number;
}

/** One party on one issue. */
export interface Track {
  readonly issue: string;
  readonly issueName: string;
  readonly party: string;
  readonly partyName: string;
  /** Whether the party speaks for itself, or only others say where it stands. */
  readonly basis: "own" | "attributed";
  /** In order of date, or in the order that moves least where dates leave it open; `at` is the place on that path. */
  readonly positions: readonly (Position & { readonly at: number })[];
  /** Path length Σ|Δ|. */
  readonly flux: Extent;
  /** Last place less first, signed, along the path that moves least. */
  readonly shift: number;
  readonly movements: readonly Movement[];
  readonly silences: readonly Silence[];
}

export interface PartyDrift {
  readonly party: string;
  readonly name: string;
  readonly flux: Extent;
  /** Issues on which it spoke on two dates or more, and those on which it surely moved. */
  readonly issues: number;
  readonly moved: number;
  readonly reversals: number;
  /** Days on which things were said of it that cannot all be so. */
  readonly contradictions: number;
  /** Points moved toward each other party (negative: away), over all issues. */
  readonly closer: Readonly<Record<string, number>>;
}

export interface Positions extends Viewing {
  readonly method: string;
  readonly since: Day | null;
  readonly silence: number;
  /** Whose position is in greater flux, in words. */
  readonly sentence: string;
  /** The same as codes and parameters. */
  readonly said: DriftSaid;
  readonly parties: readonly PartyDrift[];
  /** By flux, greatest first; with `since`, only what moved after it. */
  readonly tracks: readonly Track[];
  /** Positions first taken after `since`: no movement, but news. */
  readonly first: readonly { readonly issue: string; readonly party: string; readonly date: PartialDate }[];
  /** Issues that are on record but have no order, so no place on a scale. */
  readonly unplaced: readonly string[];
  readonly options: Readonly<
    Record<string, readonly { readonly id: string; readonly name: string; readonly at: number }[]>
  >;
  readonly sources: Readonly<Record<string, Source>>;
}

/**
 * Where each party stood on each issue over time, and how far it moved.
 * @returns refused where nothing in the case is dated; misused where `since` is no day, or after the as-of day
 */
export function positions(negotiation: Case, options: PositionsOptions = {}): Outcome<Positions> {
  const viewing = viewingOf(negotiation, options);
  if (!viewing.ok) return viewing;
  const { asOf } = viewing.value;
  const { since = null, silence = DEFAULT_SILENCE, reliability = "F" } = options;
  if (since !== null && (!isDay(since) || since > asOf))
    return misused(`"${since}" should be a day up to ${asOf}, from which the case is seen.`);
  const sightings = sightingsIn(negotiation, asOf, reliability);
  const onIssue = new Map(
    negotiation.issues
      .filter(({ ordered }) => ordered)
      .map((issue) => [issue.id, tracksOn(negotiation, issue, sightings)]),
  );
  const whole = [...onIssue.values()].flat();
  const tracks = whole.map((raw) =>
    measure(negotiation, since === null ? raw : after(raw, since), onIssue.get(raw.issue.id) ?? [], asOf, silence),
  );
  const news = ({ movements, positions: found }: Track) =>
    movements.length > 0 || found.some(({ contradicted }) => contradicted);
  const listed = since === null ? tracks : tracks.filter(news);
  const parties = negotiation.parties
    .filter(({ id }) => whole.some(({ party }) => party === id))
    .map(({ id, name }) => drift(id, name, negotiation, tracks));
  const unplaced = negotiation.issues
    .filter((issue) => !issue.ordered && negotiation.parties.some(({ id }) => sightings.of(issue.id, id).length > 0))
    .map(({ id }) => id);
  const said = driftSaid(negotiation, parties, since, unplaced.length > 0);
  return done({
    ...viewing.value,
    method: "positions by the order of the options; movement on the path through the record that moves least",
    since,
    silence,
    sentence: sentencesIn("en").positions.mostMoved(said),
    said,
    parties,
    tracks: [...listed].sort((a, b) => b.flux.least - a.flux.least || b.flux.most - a.flux.most),
    first: since === null ? [] : firstAfter(whole, since),
    unplaced,
    options: Object.fromEntries(
      negotiation.issues
        .filter(({ id }) => (onIssue.get(id) ?? []).length > 0)
        .map((issue) => [issue.id, issue.options.map(({ id, name, at }) => ({ id, name, at }))]),
    ),
    sources: citedSources(
      negotiation,
      whole.flatMap((track) => track.positions.flatMap(({ sightings }) => sightings.map(({ source }) => source))),
    ),
  });
}

const firstAfter = (whole: readonly RawTrack[], since: Day): Positions["first"] =>
  whole.flatMap(({ issue, party, positions: [first] }) =>
    first && lastDay(first.date) > since ? [{ issue: issue.id, party, date: first.date }] : [],
  );

function measure(
  negotiation: Case,
  { issue, party, positions: found, path, most, moving }: RawTrack,
  onIssue: readonly RawTrack[],
  asOf: Day,
  silence: number,
): Track {
  const others = onIssue.filter((other) => other.party !== party);
  const turned = new Set(reversalsIn(path, moving));
  const movements = found.flatMap((position, index): Movement[] => {
    const [before, start, end] = [found[index - 1], path[index - 1], path[index]];
    if (!before || start === undefined || end === undefined || start === end) return [];
    const closer = others.flatMap((other): [string, number][] => {
      const there = standing(other, position.date);
      return there === null ? [] : [[other.party, distance(start, there) - distance(end, there)]];
    });
    return [
      {
        from: before.date,
        date: position.date,
        start,
        end,
        reversal: turned.has(index),
        closer: Object.fromEntries(closer),
      },
    ];
  });
  return {
    issue: issue.id,
    issueName: issue.name,
    party,
    partyName: negotiation.parties.find(({ id }) => id === party)?.name ?? party,
    basis: found.some(({ sightings }) => sightings.some(({ own }) => own)) ? "own" : "attributed",
    positions: found.map((position, index) => ({ ...position, at: path[index] ?? position.low })),
    flux: { least: pathLength(path), most },
    shift: (path.at(-1) ?? 0) - (path[0] ?? 0),
    movements,
    silences: silencesIn(found, lastWordBy(negotiation, party, asOf), silence),
  };
}

/** Where a party stood when something was said on a date; null when nothing was known of it yet. */
function standing({ positions: found }: RawTrack, date: PartialDate): Interval | null {
  return found.findLast((position) => lastDay(position.date) <= lastDay(date)) ?? null;
}

const distance = (place: number, { low, high }: Interval): number => Math.max(0, low - place, place - high);

/** The day up to which a party could have spoken. */
function lastWordBy({ parties }: Case, party: string, asOf: Day): Day {
  const until = parties.find(({ id }) => id === party)?.until;
  return until !== undefined && lastDay(until) < asOf ? lastDay(until) : asOf;
}

/** Silences that are sure: from the last day that a word can have been said to the first that the next can. */
function silencesIn(found: readonly Position[], end: Day, least: number): Silence[] {
  return found.flatMap(({ date }, index): Silence[] => {
    const until = found[index + 1]?.date ?? null;
    const next = until === null || firstDay(until) > end ? end : firstDay(until);
    const days = lastDay(date) > next ? 0 : daysBetween(lastDay(date), next);
    return days > least ? [{ from: date, until, days }] : [];
  });
}

function drift(party: string, name: string, { parties }: Case, tracks: readonly Track[]): PartyDrift {
  const own = tracks.filter((track) => track.party === party);
  const sum = (read: (track: Track) => number) => own.reduce((total, track) => total + read(track), 0);
  const closer = parties
    .filter(
      ({ id }) => id !== party && own.some(({ movements }) => movements.some((one) => Object.hasOwn(one.closer, id))),
    )
    .map(({ id }) => [id, sum(({ movements }) => movements.reduce((total, one) => total + (one.closer[id] ?? 0), 0))]);
  return {
    party,
    name,
    flux: { least: sum(({ flux }) => flux.least), most: sum(({ flux }) => flux.most) },
    issues: own.filter((track) => track.positions.length > 1).length,
    moved: own.filter(({ movements }) => movements.length > 0).length,
    reversals: sum(({ movements }) => movements.filter(({ reversal }) => reversal).length),
    contradictions: new Set(
      own.flatMap((track) => track.positions.filter(({ contradicted }) => contradicted).map(({ date }) => date)),
    ).size,
    closer: Object.fromEntries(closer),
  };
}

/** Whose position is in greater flux: settled only where the record leaves no way for it to be the other. */
/** Who moved most, and who next. */
function driftSaid(
  { parties }: Case,
  drifts: readonly PartyDrift[],
  since: Day | null,
  isUnplaced: boolean,
): DriftSaid {
  const [first, second] = [...drifts].sort((a, b) => b.flux.least - a.flux.least || b.flux.most - a.flux.most);
  if (!first) return { code: isUnplaced ? "noOrder" : "nobodyOnRecord" };
  if (first.flux.least === 0) return { code: "nobodyMoved", since };
  const moved = ({ party, flux }: PartyDrift) => ({ party: partyNamed({ parties }, party), points: flux.least });
  return {
    code: "moved",
    since,
    most: moved(first),
    issues: first.moved,
    next: second ? moved(second) : null,
    mayBeOther: drifts.some(({ party, flux }) => party !== first.party && flux.most > first.flux.least),
  };
}
