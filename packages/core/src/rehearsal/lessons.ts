// What a person may learn from one rehearsal, computed from what they did and what was so: everything that is true of it is
// weighed in points of the person's own scale, and the heaviest three are told.
import { crossedBy } from "../agreements/index.js";
import { at, points } from "../math/index.js";
import { differing } from "./candidates.js";
import type { Debrief, Lesson } from "./debrief-types.js";
import type { Played } from "./played.js";
import { packageIn } from "./pool.js";
import { ACCEPT, answersIn, KEEP } from "./session.js";

/** A lesson below this is none, in points. */
const WORTH_LEARNING = 2;
const TOLD = 3;

/** Of lessons that have no points of their own: what comes first whatever else there is weighs 100. */
const WEIGHTS: Partial<Record<Lesson["code"], number>> = { "empty-threat": 8 };

type Findings = Omit<Debrief, "lessons">;

export function lessonsOf(found: Findings, played: Played): Lesson[] {
  const lessons = [
    ...outcome(found),
    ...crossedLine(played),
    ...emptyThreat(played),
    ...missed(found),
    ...dearStep(found, played),
    ...answers(played),
    ...waited(found, played),
    ...gaveMore(found),
    ...notGiven(found, played),
  ];
  return lessons
    .map((lesson) => ({ lesson, weight: "points" in lesson ? lesson.points : (WEIGHTS[lesson.code] ?? 100) }))
    .filter(({ weight }) => weight >= WORTH_LEARNING)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, TOLD)
    .map(({ lesson }) => lesson);
}

function outcome({ own, deal, nash, noDeal, most }: Findings): Lesson[] {
  if (!deal) {
    if (!nash) return [{ code: "no-deal-rightly" }];
    return [{ code: "no-deal-though", points: at(nash.values, own) - at(noDeal, own) }];
  }
  const value = at(deal.values, own);
  if (value < at(noDeal, own)) return [{ code: "worse-than-none", points: at(noDeal, own) - value }];
  const ahead = nash ? value - at(nash.values, own) : 0;
  if (ahead >= WORTH_LEARNING) return [{ code: "did-well", points: ahead }];
  const more = most ? at(most.values, own) - value : 0;
  return more >= WORTH_LEARNING ? [{ code: "more-to-have", points: more }] : [];
}

function crossedLine({ ground, world, trace, seat }: Played): Lesson[] {
  if (trace.deal < 0) return [];
  const own = ground.lines.filter(({ party }) => party === at(ground.players, seat).party);
  const crossed = crossedBy(Array.from(packageIn(world.pool, trace.deal)), own);
  return crossed.length > 0 ? [{ code: "crossed-line", texts: crossed.map(({ text }) => text) }] : [];
}

/** The first warning after whose round the person was still there and had no deal. */
function emptyThreat({ warnings, trace, rounds, seat }: Played): Lesson[] {
  const passed = warnings.find(({ until }) => until < rounds && trace.round >= until);
  const kept = trace.end === "walked" && trace.endedBy === seat;
  return passed && !kept ? [{ code: "empty-threat", round: passed.until }] : [];
}

const issueIds = ({ ground }: Played, places: readonly number[]) =>
  places.map((issue) => at(ground.negotiation.issues, issue).id);

function missed({ missed: better, deal, own }: Findings): Lesson[] {
  if (!better || !deal) return [];
  const sum = better.gains.reduce((all, gain, k) => (k === own ? all : all + gain), 0);
  const others = sum / (better.gains.length - 1);
  const issues = Object.keys(better.package).filter((issue) => better.package[issue] !== deal.package[issue]);
  return [{ code: "left-on-table", points: Math.max(at(better.gains, own), others), others, issues }];
}

/** The own step that cost most beyond what it brought. */
function dearStep({ steps, own }: Findings, played: Played): Lesson[] {
  const wasteOf = ({ by, cost, brought }: Findings["steps"][number]) =>
    by !== own || cost === null || brought === null || cost <= 0 ? 0 : cost - Math.max(0, brought);
  const place = steps.reduce(
    (worst, step, k) => (wasteOf(step) > (worst < 0 ? 0 : wasteOf(at(steps, worst))) ? k : worst),
    -1,
  );
  if (place < 0) return [];
  const step = at(steps, place);
  const rows = ownRows(played);
  const nth = steps.slice(0, place).filter(({ by }) => by === own).length;
  const issues = differing(played.world, at(rows, nth - 1), at(rows, nth));
  return [
    {
      code: "dear-step",
      round: step.round,
      points: step.cost ?? 0,
      brought: step.brought ?? 0,
      issues: issueIds(played, issues),
    },
  ];
}

/** With a single text: the yes that cost most for what it brought, and the no that kept most from the person. */
function answers({ world, trace, seat }: Played): Lesson[] {
  const own = world.seats[seat]!;
  const all = trace.drafts.map(({ draft, text }, round) => {
    const yes = answersIn(trace, round, ACCEPT);
    const others = yes.filter((one) => one !== seat);
    const gain = points(own.values[draft]! - own.values[text]!);
    const brought = world.seats.reduce(
      (sum, { values }, place) => (place === seat ? sum : sum + points(values[draft]! - values[text]!)),
      0,
    );
    const said = answersIn(trace, round, KEEP).includes(seat) ? "no" : yes.includes(seat) ? "yes" : null;
    const taken = trace.drafts[round + 1]?.text === draft && draft !== text;
    // Whether the person's yes or no decided: the others' yes alone is not enough.
    const decides = !(others.length >= 2 && world.enough((place) => others.includes(place)));
    return { round: round + 1, gain, others, brought: brought / (world.seats.length - 1), said, taken, decides };
  });
  const gave = all
    .filter(
      ({ said, taken, decides, gain, brought }) =>
        said === "yes" && taken && decides && gain < 0 && -gain > Math.max(0, brought),
    )
    .sort((a, b) => a.gain - b.gain)[0];
  const kept = all
    .filter(({ said, taken, gain, others }) => {
      const would = (place: number) => place === seat || others.includes(place);
      return said === "no" && !taken && gain > 0 && others.length > 0 && world.enough(would);
    })
    .sort((a, b) => b.gain - a.gain)[0];
  return [
    ...(gave ? [{ code: "gave-way", round: gave.round, points: -gave.gain, others: gave.brought } as const] : []),
    ...(kept ? [{ code: "kept-worse", round: kept.round, points: kept.gain } as const] : []),
  ];
}

/** The whole packages that the person offered, in their order. */
function ownRows({ trace, seat, world }: Played): number[] {
  const whole = (row: number) =>
    world.pool.options.subarray(row * world.pool.issues, (row + 1) * world.pool.issues).every((option) => option >= 0);
  return Array.from(trace.acts).filter((act, k) => act >= 0 && trace.actors[k] === seat && whole(act));
}

function waited({ deal, noDeal, own, kept }: Findings, { trace }: Played): Lesson[] {
  const gain = deal ? at(deal.values, own) - at(noDeal, own) : 0;
  const points = gain * (1 - kept / 100);
  return points > 0 ? [{ code: "waited", points, round: trace.round + 1 }] : [];
}

/** From the first offer to the last, in each one's own points. */
function gaveMore({ steps, own, players, deal }: Findings): Lesson[] {
  const given = players.map((_, k) => {
    const mine = steps.filter(({ by }) => by === k);
    const [first, last] = [mine[0], mine.at(-1)];
    // Accepting is the last concession.
    const end = deal ?? last;
    return first && end && (deal || mine.length > 1) ? at(first.values, k) - at(end.values, k) : 0;
  });
  const others =
    given.filter((_, k) => k !== own).reduce((sum, value) => sum + value, 0) / Math.max(1, players.length - 1);
  const mine = at(given, own);
  return mine > others + WORTH_LEARNING ? [{ code: "gave-more", points: mine, others }] : [];
}

/** The other's heaviest issue, where the person never offered more on it than at first. */
function notGiven({ truths, players }: Findings, played: Played): Lesson[] {
  const rows = ownRows(played);
  const { world, ground } = played;
  if (rows.length < 2) return [];
  return truths.flatMap(({ party, issues }): Lesson[] => {
    const heaviest = issues[0];
    const other = players.findIndex((player) => player.party === party);
    const issue = ground.negotiation.issues.findIndex(({ id }) => id === heaviest?.issue);
    if (!heaviest || issue < 0) return [];
    const from = world.offsets[issue]!;
    const worth = (row: number) =>
      world.seats[other]!.worth[from + world.pool.options[row * world.pool.issues + issue]!]!;
    const first = worth(at(rows, 0));
    const moved = rows.some((row) => worth(row) > first + 1e-9);
    const best = world.seats[other]!.worth.subarray(from, world.offsets[issue + 1]!).reduce((most, value) =>
      Math.max(most, value),
    );
    const room = 100 * (best - first);
    return moved || room < WORTH_LEARNING ? [] : [{ code: "not-given", points: room, issue: heaviest.issue, party }];
  });
}
