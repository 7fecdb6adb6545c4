// A rehearsal of one person against counterparts of a style, whose needs are drawn from their models and hidden. It is a function
// of its setting and the person's moves: taking back is fewer moves, a branch is other moves, and a file is the list of them.
import { crossedBy, type Provenance, provenanceOf, reservationsOf, valuesOf } from "../agreements/index.js";
import { type Case, done, type Outcome } from "../case/index.js";
import { at, type Band, points, pointsBand } from "../math/index.js";
import { debriefOf } from "./debrief.js";
import type { Debrief } from "./debrief-types.js";
import { type Hints, hintsIn } from "./hints.js";
import { idsOf } from "./ids.js";
import type { OfferedPackage, OwnMove, PracticeOptions } from "./moves.js";
import { type Played, playOut } from "./played.js";
import { candidatesIn } from "./players.js";
import { packageIn } from "./pool.js";
import type { Protocol } from "./protocol.js";
import { type Said, saidWith } from "./reasons.js";
import { ACCEPT, WALK } from "./session.js";
import { isWhole } from "./world.js";

/** A move of anybody, as the person sees it. Rounds count from 1. */
export interface SeenMove {
  readonly by: string;
  readonly name: string;
  readonly round: number;
  readonly kind: OwnMove["kind"];
  /** Of an offer: its options by issue. */
  readonly package: OfferedPackage | null;
  /** What it is worth to the person's party, in points, with nine in ten of its models; null without a whole package. */
  readonly own: Band | null;
  /** Of another's move: why, in its own terms. */
  readonly said: readonly Said[];
  /** Of a warning: the round. */
  readonly until: number | null;
  /** Texts of the person's own red lines that the package crosses. */
  readonly crosses: readonly string[];
}

export interface Practice extends Provenance {
  readonly party: string;
  readonly name: string;
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly against: string;
  readonly rounds: number;
  /** What everybody loses of its gain with every round, 0–0.5. */
  readonly delay: number;
  readonly protocol: Protocol;
  /** The round in which it stands, from 1; `rounds` once it is over. */
  readonly round: number;
  readonly moves: readonly SeenMove[];
  readonly over: Over | null;
  /** What the person has without a deal, in points. */
  readonly noDeal: Band;
  /** What each option is worth to the person's party, in points, by issue: a package is worth the sum of its options. */
  readonly worth: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Whether there is a whole offer of another on the table, which can be accepted. */
  readonly canAccept: boolean;
  readonly hints: Hints | null;
  readonly debrief: Debrief | null;
}

export interface Over {
  readonly how: "deal" | "walked" | "deadline";
  /** Who ended it; null: the deadline. */
  readonly by: string | null;
  readonly package: OfferedPackage | null;
}

/**
 * How a rehearsal stands after the person's moves.
 * @returns refused where a party has no models, or a move cannot be made, saying which
 */
export function practice(written: Case, options: PracticeOptions, moves: readonly OwnMove[]): Outcome<Practice> {
  const played = playOut(written, options, moves);
  return played.ok ? done(practiceOf(played.value, options, moves)) : played;
}

function practiceOf(played: Played, options: PracticeOptions, moves: readonly OwnMove[]): Practice {
  const { ground, world, seat, rounds, trace, beliefs } = played;
  const { panel, players, setting } = ground;
  const member = at(players, seat);
  const seen = seenMoves(played);
  const waiting = trace.end === "waiting";
  const standing = lastOf(played, (by) => by !== seat);
  const mine = lastOf(played, (by) => by === seat);
  const onTable = lastOf(played, () => true);
  const canAccept =
    waiting && played.protocol !== "sealed" && onTable >= 0 && onTable === standing && isWhole(world.pool, standing);
  return {
    ...provenanceOf(setting, [panel], METHODS[played.protocol]),
    party: member.party,
    name: member.name,
    others: players.flatMap(({ party, name }, k) => (k === seat ? [] : [{ id: party, name }])),
    against: options.against ?? "linear",
    rounds,
    delay: played.delay,
    protocol: played.protocol,
    round: Math.min(rounds, trace.round + 1),
    moves: seen,
    over: waiting
      ? null
      : {
          how: trace.end === "deal" ? "deal" : trace.end === "walked" ? "walked" : "deadline",
          by: trace.endedBy < 0 ? null : at(players, trace.endedBy).party,
          package: trace.deal < 0 ? null : idsOf(ground.negotiation, packageIn(world.pool, trace.deal)),
        },
    noDeal: { ...pointsBand(reservationsOf(panel, member)), median: points(at(world.seats, seat).reservation) },
    worth: Object.fromEntries(
      ground.negotiation.issues.map(({ id, options: all }, issue) => [
        id,
        Object.fromEntries(
          all.map((option, k) => [option.id, points(at(at(world.seats, seat).worth, at(world.offsets, issue) + k))]),
        ),
      ]),
    ),
    canAccept,
    hints:
      waiting && options.hints && moves.length + seen.length > 0
        ? hintsIn({
            ground,
            world,
            seat,
            beliefs,
            candidates: candidatesIn(world, ground.models, seat),
            last: mine,
            // What was bid under seal is over with its round: nothing of it lies on the table.
            standing: played.protocol === "sealed" ? -1 : standing,
          })
        : null,
    debrief: waiting ? null : debriefOf(played),
  };
}

const METHODS: Readonly<Record<Protocol, string>> = {
  alternating: "a rehearsal of alternating offers against a counterpart drawn from the case",
  sealed: "a rehearsal of sealed bids against a counterpart drawn from the case",
};

/** The last row that was offered by somebody; −1 where nobody did. */
function lastOf({ trace }: Played, by: (seat: number) => boolean): number {
  for (let k = trace.acts.length - 1; k >= 0; k--)
    if (trace.acts[k]! >= 0 && by(trace.actors[k]!)) return trace.acts[k]!;
  return -1;
}

function seenMoves(played: Played): SeenMove[] {
  const { ground, world, seat, trace, warnings } = played;
  const { panel, players, negotiation, lines } = ground;
  const member = at(players, seat);
  const own = lines.filter(({ party }) => party === member.party);
  const last = world.seats.map(() => -1);
  let onTable = { row: -1, by: -1 };
  const seen: SeenMove[] = [];
  const roundOf = (k: number) => (trace.rounds[k] ?? trace.round) + 1;
  const add = (by: number, round: number, more: Partial<SeenMove> & Pick<SeenMove, "kind">) =>
    seen.push({
      by: at(players, by).party,
      name: at(players, by).name,
      round,
      package: null,
      own: null,
      said: [],
      until: null,
      crosses: [],
      ...more,
    });
  const warned = (act: number) => {
    for (const warning of warnings)
      if (warning.act === act) add(seat, roundOf(act), { kind: "warn", until: warning.until });
  };
  trace.acts.forEach((act, k) => {
    const by = trace.actors[k]!;
    warned(k);
    const round = roundOf(k);
    if (act === WALK) {
      const nothing = by !== seat && world.seats[by]!.rows.length === 0;
      add(by, round, { kind: "walk", said: by === seat ? [] : [{ code: nothing ? "nothing" : "walks" }] });
    } else if (act === ACCEPT) add(by, round, { kind: "accept", said: by === seat ? [] : [{ code: "accepts" }] });
    else {
      const options = packageIn(world.pool, act);
      // A bid under seal answers nothing that lies on the table.
      const standing = onTable.by === by || played.protocol === "sealed" ? -1 : onTable.row;
      const said: Said[] =
        by === seat ? [] : saidWith(ground, world, { seat: by, row: act, before: at(last, by), standing });
      const whole = isWhole(world.pool, act);
      add(by, round, {
        kind: "offer",
        package: idsOf(negotiation, options),
        // Its middle is what the sum of the options says, by the middle of the person's models.
        own: whole
          ? {
              ...pointsBand(valuesOf(panel, member, Array.from(options))),
              median: points(at(at(world.seats, seat).values, act)),
            }
          : null,
        said,
        crosses: whole ? crossedBy(Array.from(options), own).map(({ text }) => text) : [],
      });
      last[by] = act;
      onTable = { row: act, by };
    }
  });
  warned(trace.acts.length);
  return seen;
}
