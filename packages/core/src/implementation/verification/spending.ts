// One effort over whole checks of declared items and over visits to places, so that the violator's best way brings it least.
//
// Visits are a probability and may take any effort; checks are whole, so what they see rises in steps. The more goes to
// checks, the less the declared items are worth to the violator and the more the places are: the best plan stands where the
// two meet, on one side of a step or on the other.
import { deterrenceEffort, type Levelled, level, type Way } from "./level.js";
import { type Stratum, triesFor, wholeChecks, worstDiversion } from "./strata.js";

/** Items of several kinds up to which plans of whole checks are compared. */
const MOST_ITEMS = 5000;
/** Replies of the diverter that are worked out at the most to find one plan. */
const REPLIES = 100;
/** Plans can be found for many efforts where as many replies as this take about a second. */
const QUICK_REPLIES = 500;
/** Halvings until the step is found to which an effort belongs. */
const HALVINGS = 60;
/** Efforts and chances are compared with this much rounding. */
const TIE = 1e-9;

/** A plan of whole checks, what it costs and how surely it sees the goal quantity taken in the way that is seen least. */
export interface Checked {
  readonly checks: readonly number[];
  readonly spent: number;
  readonly seen: number;
}

export interface DeclaredItems {
  readonly strata: readonly Stratum[];
  /** What must not go unseen, in what the strata's items are counted in. */
  readonly goal: number;
  /** What taking it brings the violator, and its effort by parts of checks. */
  readonly way: Way;
}

export interface Spending {
  /** How likely each way is seen; the declared items first, where they are one. */
  readonly detection: readonly number[];
  /** The checks, where declared items are one of the ways. */
  readonly checked: Checked | null;
}

export interface Spender {
  /** The best use of an effort. */
  readonly spend: (effort: number) => Spending;
  /** How likely each way is seen by the best use of an effort; by parts of checks where plans of whole ones take long. */
  readonly outline: (effort: number) => readonly number[];
  /** The least effort at which no way pays; null where no effort is enough. */
  readonly deterrence: number | null;
}

/**
 * @param declared null where taking the goal quantity from declared items is no way to break the deal
 * @param places ways that are seen by visits
 */
export function spenderOf(declared: DeclaredItems | null, places: readonly Way[]): Spender {
  const outline = (effort: number) => level(declared ? [declared.way, ...places] : places, effort).detection;
  if (!declared)
    return {
      spend: (effort) => ({ detection: outline(effort), checked: null }),
      outline,
      deterrence: deterrenceEffort(places),
    };
  const { strata, goal, way } = declared;
  const best = checksFor(declared);
  const items = strata.reduce((sum, stratum) => sum + stratum.items, 0);
  if (strata.length > 1 && items > MOST_ITEMS) return { ...byParts(way, places, best), outline };
  const spend = (effort: number): Spending => byWholes(way, places, best, effort);
  const quick = triesFor(strata, goal) >= QUICK_REPLIES;
  return {
    spend,
    outline: quick ? (effort) => spend(effort).detection : outline,
    deterrence: wholeDeterrence(declared, places, best),
  };
}

type BestChecks = (effort: number) => Checked;

/** Best plans of whole checks by effort. Each is remembered for all efforts from what it costs to what it was found for. */
function checksFor({ strata, goal }: DeclaredItems): BestChecks {
  const known: { readonly plan: Checked; readonly upTo: number }[] = [];
  return (effort) => {
    const same = known.find(({ plan, upTo }) => plan.spent <= effort + TIE && effort <= upTo);
    if (same) return same.plan;
    const checks = wholeChecks(strata, effort, goal, REPLIES);
    const plan = {
      checks,
      spent: checks.reduce((sum, n, i) => sum + n * (strata[i]?.effort ?? 0), 0),
      seen: worstDiversion(strata, checks, goal).detection ?? 1,
    };
    known.push({ plan, upTo: effort });
    return plan;
  };
}

const worthOf = ({ unseen, seen }: Way, detection: number): number => unseen - detection * (unseen - seen);

/** Too many items of several kinds to compare plans: the effort is divided as for parts of checks, and what rounding leaves visits places. */
function byParts(way: Way, places: readonly Way[], best: BestChecks): Omit<Spender, "outline"> {
  const ways = [way, ...places];
  return {
    spend: (effort) => {
      const checked = best(level(ways, effort).effort[0] ?? 0);
      return { checked, detection: [checked.seen, ...level(places, effort - checked.spent).detection] };
    },
    deterrence: deterrenceEffort(ways),
  };
}

function byWholes(way: Way, places: readonly Way[], best: BestChecks, effort: number): Spending {
  const detection = places.map(() => 0);
  let open = places.map((_, i) => i);
  for (let left = effort; ; ) {
    const some = open.map((i) => places[i] as Way);
    const { checked, visits } = balanced(way, some, best, left);
    for (const [k, i] of open.entries()) detection[i] = visits.detection[k] ?? 0;
    // Where visits can do no more at a place, what is left over is divided between the items and the other places: nothing
    // is worth more to the violator, and more is seen.
    const full = open.filter((i, k) => (detection[i] ?? 0) >= (some[k]?.most ?? 0) - TIE);
    if (full.length === 0) return { checked, detection: [checked.seen, ...detection] };
    left -= full.reduce((sum, i) => sum + (places[i]?.effort(detection[i] ?? 0) ?? 0), 0);
    open = open.filter((i) => !full.includes(i));
  }
}

interface Balanced {
  readonly checked: Checked;
  readonly visits: Levelled;
}

/** The two plans on either side of where items and places are worth the same to the violator; the better one. */
function balanced(way: Way, places: readonly Way[], best: BestChecks, effort: number): Balanced {
  const sharing = (share: number): Balanced => {
    const checked = best(share);
    return { checked, visits: level(places, Math.max(0, effort - checked.spent)) };
  };
  const worstOf = ({ checked, visits }: Balanced): number => Math.max(worthOf(way, checked.seen), visits.level);
  const enough = ({ checked, visits }: Balanced): boolean => worthOf(way, checked.seen) <= visits.level;
  let [few, many] = [sharing(0), sharing(effort)];
  if (enough(few)) return few;
  if (!enough(many)) return many;
  let [low, high] = [0, many.checked.spent];
  for (let k = 0; k < HALVINGS && high - low > TIE * Math.max(1, effort); k++) {
    const middle = sharing((low + high) / 2);
    if (enough(middle)) [many, high] = [middle, middle.checked.spent];
    else [few, low] = [middle, (low + high) / 2];
  }
  return worstOf(many) <= worstOf(few) ? many : few;
}

/** The cheapest whole checks that make taking declared items not pay, and the visits that do so of places. */
function wholeDeterrence({ way, strata }: DeclaredItems, places: readonly Way[], best: BestChecks): number | null {
  const visits = places.length === 0 ? 0 : deterrenceEffort(places);
  const pays = ({ seen }: Checked): boolean => worthOf(way, seen) > TIE;
  let many = best(strata.reduce((sum, { items, effort }) => sum + items * effort, 0));
  if (visits === null || pays(many)) return null;
  if (!pays(best(0))) return visits;
  let [low, high] = [0, many.spent];
  for (let k = 0; k < HALVINGS && high - low > TIE * high; k++) {
    const middle = best((low + high) / 2);
    if (pays(middle)) low = (low + high) / 2;
    else [many, high] = [middle, middle.spent];
  }
  return visits + many.spent;
}
